//! How a text reads on each platform of the shipped table.

use postwright::platform::{LinkDisplay, Platform, Reading};
use postwright::text::graphemes;
use proptest::prelude::*;

use super::{shipped, texts};

fn reading(id: &str, text: &str) -> Reading {
    shipped().get(id).expect(id).reading(text)
}

#[track_caller]
fn check(id: &str, text: &str, expect: &str, links: &[&str]) {
    let reading = reading(id, text);
    assert_eq!(reading.text, expect, "{id}: {text:?}");
    let found: Vec<&str> = reading
        .links
        .iter()
        .map(|span| span.of(&reading.text))
        .collect();
    assert_eq!(found, links, "{id}: {text:?}");
}

const LONG: &str = "https://www.example.com/support/answers/the-ten-questions";

#[test]
fn a_link_shows_as_its_platform_shows_it() {
    check(
        "x",
        LONG,
        "example.com/support/answer…",
        &["example.com/support/answer…"],
    );
    check(
        "mastodon",
        LONG,
        "example.com/support/answers/th…",
        &["example.com/support/answers/th…"],
    );
    check(
        "bluesky",
        LONG,
        "www.example.com/support/answ...",
        &["www.example.com/support/answ..."],
    );
    check(
        "linkedin",
        LONG,
        "https://lnkd.in/…",
        &["https://lnkd.in/…"],
    );
    check("bluesky/api", LONG, LONG, &[LONG]);
    check("facebook", LONG, LONG, &[LONG]);
    check("instagram", LONG, LONG, &[]);
    check(
        "reddit",
        "See [our answers](https://example.com/a_(b)), all of them",
        "See our answers, all of them",
        &["our answers"],
    );
}

#[test]
fn a_short_link_keeps_all_of_it() {
    check("x", "https://example.com/", "example.com", &["example.com"]);
    check(
        "x",
        "See example.com.",
        "See example.com.",
        &["example.com"],
    );
    check(
        "linkedin",
        "https://example.com",
        "https://example.com",
        &["https://example.com"],
    );
    check(
        "mastodon",
        "http://example.com?q=é",
        "example.com?q=é",
        &["example.com?q=é"],
    );
}

#[test]
fn a_name_without_a_scheme_is_a_link_only_where_it_becomes_one() {
    let text = "Read main.rs and https://shop.example/main.rs 👩‍👩‍👧";
    check(
        "facebook",
        text,
        text,
        &["main.rs", "https://shop.example/main.rs"],
    );
    check("discord", text, text, &["https://shop.example/main.rs"]);
    check("mastodon", "Read main.rs", "Read main.rs", &[]);
    check("x", "Read main.rs", "Read main.rs", &["main.rs"]);
    check("bluesky", "Read main.rs", "Read main.rs", &["main.rs"]);
}

#[test]
fn line_breaks_show_as_the_platform_keeps_them() {
    let text = "One\r\ntwo\r\n\r\n\r\n\r\nthree";
    for (id, expect, note) in [
        ("x", "One\ntwo\n\n\n\nthree", None),
        (
            "bluesky",
            "One\ntwo\n\nthree",
            Some("Three or more line breaks become two"),
        ),
        (
            "forum",
            "One\ntwo\n\nthree",
            Some("Three or more line breaks become two"),
        ),
        (
            "lemmy",
            "One two\n\nthree",
            Some("Lines run together unless a blank line stands between them"),
        ),
        (
            "reddit/title",
            "One two three",
            Some("Line breaks become spaces"),
        ),
    ] {
        let reading = reading(id, text);
        assert_eq!(reading.text, expect, "{id}");
        assert_eq!(reading.notes.first().map(String::as_str), note, "{id}");
    }
}

#[test]
fn a_long_text_folds_behind_a_whole_word() {
    let text = "Wörter 👩‍👩‍👧 ".repeat(40);
    let reading = reading("linkedin", &text);
    let fold = reading.fold.expect("it folds");
    let head = &reading.text[..fold];
    assert!(head.ends_with("Wörter") || head.ends_with("👩‍👩‍👧"), "{head:?}");
    let n = graphemes(head).count();
    assert!((200..=210).contains(&n), "{n}");
    assert_eq!(reading.notes, ["Folds after about 210 characters"]);
}

#[test]
fn a_fold_is_there_only_when_something_lies_behind_it() {
    let fold = |text: String| reading("instagram", &text).fold;
    assert_eq!(fold("字".repeat(125)), None);
    assert_eq!(fold(format!("{} \n", "字".repeat(125))), None);
    assert_eq!(fold("字".repeat(126)), Some(125 * 3));
    assert_eq!(fold(format!("{} a", "b".repeat(125))), Some(125));
    assert_eq!(reading("x", &"word ".repeat(90)).fold, None);
}

#[test]
fn notes_say_what_happens_to_this_text() {
    assert!(reading("x", "Plain words").notes.is_empty());
    assert!(reading("x", "example.com").notes.is_empty());
    assert!(reading("tiktok", "Plain words").notes.is_empty());
    let note = |id, text| reading(id, text).notes.concat();
    assert_eq!(
        note("tiktok", "See example.com"),
        "Links cannot be clicked here"
    );
    assert_eq!(
        note("mastodon", LONG),
        "Links show without https, cut after 30 characters"
    );
    assert_eq!(note("linkedin", LONG), "Long links show as lnkd.in");
}

#[test]
fn long_texts_are_read_in_one_pass() {
    for id in shipped().ids() {
        for piece in [
            "a.io/(",
            "[a](https://example.com/a(b)) ",
            "字",
            "\n \n",
            "- [",
            "https://a.b",
        ] {
            assert!(
                !reading(id, &format!("{}.", piece.repeat(8_000)))
                    .text
                    .is_empty()
            );
        }
    }
}

proptest! {
    #![proptest_config(crate::fuzz(1_000))]

    #[test]
    fn every_span_and_fold_fits_what_is_shown(text in texts()) {
        for platform in shipped().iter() {
            let platform = Platform { fold: Some(9), ..platform.clone() };
            let reading = platform.reading(&text);
            let mut end = 0;
            for link in &reading.links {
                prop_assert!(link.start >= end && !link.of(&reading.text).is_empty(), "{}", platform.id);
                prop_assert!(platform.link_display != LinkDisplay::Unlinked);
                end = link.end;
            }
            if let Some(fold) = reading.fold {
                let starts = graphemes(&reading.text).any(|(at, _)| at == fold);
                prop_assert!(starts && fold > 0, "{} folds at {fold}: {:?}", platform.id, reading.text);
            }
        }
    }
}
