//! Texts that counters disagree about, and what each platform counts for them.

use postwright::platform::{Counting, Platform};

use super::count;

const A: &str = "We answered the ten questions you asked most. Which one did we miss? https://example.com/support/answers/2026/november/the-ten-questions-you-asked-most";
const B: &str = "Volunteers today: 👨‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈";
const C: &str = "お客様の声を聞かせてください";
const D: &str = "Thanks @amber@community.example.social for the report";
const E: &str = "🇬🇧🇺🇳";

/// A text, and what X, Mastodon, Bluesky, a counter of graphemes and one of UTF-16 units say.
const ROWS: [(&str, [u32; 5]); 5] = [
    (A, [92, 92, 96, 151, 151]),
    (B, [24, 21, 21, 21, 42]),
    (C, [28, 14, 14, 14, 14]),
    (D, [53, 28, 53, 53, 53]),
    (E, [4, 2, 2, 2, 8]),
];

/// What a counter in plain units shows.
fn plain(counting: Counting, text: &str) -> u32 {
    let platform = Platform {
        counting,
        ..Platform::default()
    };
    platform.count(text).used
}

#[test]
fn every_text_costs_what_its_platform_charges() {
    for (text, [x, mastodon, bluesky, graphemes, utf16]) in ROWS {
        assert_eq!(count("x", text).used, x, "X: {text:?}");
        assert_eq!(count("mastodon", text).used, mastodon, "Mastodon: {text:?}");
        assert_eq!(count("bluesky", text).used, bluesky, "Bluesky: {text:?}");
        assert_eq!(plain(Counting::Graphemes, text), graphemes, "{text:?}");
        assert_eq!(plain(Counting::Utf16, text), utf16, "{text:?}");
    }
    assert_eq!(count("bluesky/api", A).used, 151);
    assert_eq!(count("x", A).sum(), "text 69 + link 23 = 92");
    assert_eq!(count("mastodon", D).sum(), "text 22 + mention 6 = 28");
}

#[test]
fn the_readme_shows_the_same_figures() {
    let readme = include_str!("../../../README.md");
    for (text, [x, mastodon, _, graphemes, utf16]) in ROWS {
        let text = if text == A { "a link of 82" } else { text };
        let row = format!("{text} | {x} | {mastodon} | {graphemes} | {utf16} |");
        assert!(readme.contains(&row), "{row}");
    }
}

#[test]
fn the_page_of_mastodon_is_named_where_it_shows_more_than_the_server_counts() {
    for (text, used, composer) in [
        ("ที่นี่มีน้ำ", 4, Some(11)),
        ("https://example.com/日本語", 23, Some(26)),
        ("@user@例え.jp", 5, Some(11)),
        ("@user.name@host.tld", 10, Some(19)),
        ("gemini://example.com/", 23, None),
        ("=@user@example.com", 18, None),
        ("   ", 0, None),
    ] {
        let count = count("mastodon", text);
        assert_eq!((count.used, count.composer), (used, composer), "{text:?}");
    }
}
