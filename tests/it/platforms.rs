//! What platforms count, held against their own counters and against the shipped table.

mod about;
mod compared;
mod reading;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use postwright::guideline::from_ron;
use postwright::platform::{
    Count, Counting, Platform, PlatformChange, Platforms, Presence, Shape, TableFault, What,
};
use postwright::text::n_graphemes;
use proptest::prelude::*;

/// Reference counts of the platforms' own or official code, one JSON object per line.
const ROWS: &str = include_str!("../cases/counts.jsonl");

/// Every id that DESIGN.md names.
const IDS: [&str; 30] = [
    "x",
    "mastodon",
    "bluesky",
    "bluesky/api",
    "threads",
    "linkedin",
    "linkedin/comment",
    "linkedin/group",
    "facebook",
    "facebook/comment",
    "instagram",
    "tiktok",
    "youtube",
    "youtube/comment",
    "pinterest",
    "reddit",
    "reddit/title",
    "reddit/comment",
    "tumblr",
    "telegram",
    "telegram/caption",
    "discord",
    "slack",
    "google-business",
    "lemmy",
    "forum",
    "blog-comment",
    "hacker-news/title",
    "stack-overflow/comment",
    "internal",
];

#[derive(serde::Deserialize)]
struct Row {
    platform: String,
    text: String,
    count: u32,
    limit: Option<u32>,
    fits: Option<bool>,
    bytes: Option<u32>,
    bytes_limit: Option<u32>,
}

/// The shipped table.
pub fn shipped() -> &'static Platforms {
    static SHIPPED: LazyLock<Platforms> = LazyLock::new(|| {
        let entries: Vec<Platform> =
            from_ron(include_str!("../../assets/platforms.ron")).expect("platforms.ron is read");
        Platforms::new(entries)
    });
    &SHIPPED
}

fn count(id: &str, text: &str) -> Count {
    shipped().get(id).expect(id).count(text)
}

/// Says what differs from the row, if anything does.
fn difference(row: &Row, platforms: &Platforms) -> Option<String> {
    let used = match row.platform.as_str() {
        "unit:grapheme" => n_graphemes(&row.text),
        "unit:scalar" => row.text.chars().count(),
        "unit:utf8" => row.text.len(),
        id => {
            let platform = platforms.get(id).expect(id);
            let count = platform.count(&row.text);
            let also = count.also.map(|also| (also.used, also.limit));
            let is_same = count.used == row.count
                && count.limit == row.limit
                && row.fits.is_none_or(|fits| fits == count.fits())
                && row
                    .bytes
                    .is_none_or(|bytes| also == Some((bytes, row.bytes_limit.unwrap())));
            return (!is_same).then(|| {
                format!(
                    "{} of {:?} and {also:?}, {}",
                    count.used,
                    count.limit,
                    count.sum()
                )
            });
        }
    };
    (used != row.count as usize).then(|| used.to_string())
}

#[test]
fn every_reference_row_is_counted_as_the_platform_counts_it() {
    let platforms = shipped();
    let mut tally: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut failures = Vec::new();
    for line in ROWS.lines() {
        let row: Row = serde_json::from_str(line).expect("a row is JSON");
        let (right, all) = tally.entry(row.platform.clone()).or_default();
        *all += 1;
        match difference(&row, platforms) {
            None => *right += 1,
            Some(found) => failures.push(format!(
                "{}: {} expected, found {found}: {:?}",
                row.platform, row.count, row.text
            )),
        }
    }
    for (platform, (right, all)) in &tally {
        println!("{platform}: {right} of {all}");
    }
    assert!(
        failures.is_empty(),
        "{} rows differ:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn three_platforms_charge_three_prices_for_a_name_without_a_scheme() {
    for (id, used) in [
        ("x", 27),
        ("mastodon", 11),
        ("bluesky", 11),
        ("linkedin", 11),
    ] {
        assert_eq!(count(id, "see main.rs").used, used, "{id}");
    }
}

#[test]
fn an_emoji_costs_threads_its_bytes() {
    assert_eq!(count("threads", "hi 👨‍👩‍👧").used, 3 + 18);
    assert_eq!(count("threads", "é字 © 1").used, 6);
}

#[test]
fn two_limits_of_bluesky_bind_apart() {
    let family = "👨‍👩‍👧‍👦";
    assert!(count("bluesky", &family.repeat(120)).fits());
    let one_more = count("bluesky", &family.repeat(121));
    assert_eq!((one_more.used, one_more.fits()), (121, false));
}

#[test]
fn links_stand_in_the_receipt_where_they_stand_in_the_text() {
    let text = "Cafe\u{301}: (https://a.example/b_(c)), then example.com.";
    let links = |id| {
        let receipt = count(id, text).receipt;
        let links = receipt.into_iter().filter(|part| part.what == What::Link);
        links.map(|part| part.span.of(text)).collect::<Vec<_>>()
    };
    // `.example` is reserved and no top-level domain, so X and Mastodon see no link in it
    assert_eq!(links("x"), ["example.com"]);
    assert!(links("mastodon").is_empty());
    assert_eq!(
        links("bluesky"),
        ["https://a.example/b_(c)),", "example.com"].map(|link| link.trim_end_matches(','))
    );
}

#[test]
fn a_signature_is_one_part_of_the_receipt() {
    for id in [
        "x",
        "mastodon",
        "bluesky",
        "linkedin",
        "blog-comment",
        "discord",
        "threads",
    ] {
        let (body, signature) = ("All set, see main.rs", "\n– Asha, Brightside");
        let platforms = shipped();
        let platform = platforms.get(id).unwrap();
        let signed = platform.count_signed(&format!("{body}{signature}"), body.len());
        let last = signed.receipt.last().unwrap();
        assert_eq!(last.what, What::Signature, "{id}");
        assert_eq!(last.span.start, body.len(), "{id}");
        assert_eq!(signed.used - last.used, platform.count(body).used, "{id}");
    }
}

#[test]
fn the_shipped_table_names_every_platform_with_its_source() {
    let platforms = shipped();
    assert_eq!(platforms.ids(), IDS);
    for platform in platforms.iter() {
        let id = &platform.id;
        assert!(
            !platform.name.is_empty() && !platform.source.is_empty(),
            "{id}"
        );
        assert!(
            !platform.links.is_empty() && !platform.markup.is_empty(),
            "{id}"
        );
        let day: Vec<&str> = platform.checked.split('-').collect();
        assert_eq!(
            day.iter().map(|part| part.len()).collect::<Vec<_>>(),
            [4, 2, 2],
            "{id}"
        );
        assert!(platform.limit != Some(0), "{id}");
        assert_eq!(platform.limit.is_none(), id == "internal", "{id}");
    }
}

#[test]
fn presence_and_signature_are_as_designed() {
    let platforms = shipped();
    for platform in platforms.iter() {
        let id = platform.id.as_str();
        let base = id.split('/').next().unwrap();
        let presence = match base {
            _ if id == "linkedin/group" => Presence::Group,
            "facebook" | "youtube" | "google-business" => Presence::Logo,
            "forum" | "blog-comment" | "reddit" | "hacker-news" | "stack-overflow" | "lemmy"
            | "tumblr" => Presence::Personal,
            _ => Presence::Both,
        };
        let shape = match base {
            _ if id.ends_with("/title") => Shape::None,
            "stack-overflow" | "internal" => Shape::None,
            "blog-comment" => Shape::Block,
            "linkedin" if id == base => Shape::Card,
            "mastodon" | "bluesky" => Shape::LineHandle,
            "facebook" | "google-business" => Shape::Contact,
            _ => Shape::Line,
        };
        assert_eq!(
            (platform.presence, platform.signature),
            (presence, shape),
            "{id}"
        );
        assert_eq!(
            platform.any_handle,
            matches!(id, "forum" | "blog-comment"),
            "{id}"
        );
    }
}

#[test]
fn a_change_replaces_what_it_names_and_nothing_else() {
    let mut platforms = shipped().clone();
    let before = platforms.get("mastodon").unwrap().clone();
    let change: PlatformChange = from_ron("(id: \"mastodon\", limit: 1000)").unwrap();
    platforms.lay(change).unwrap();
    let expect = Platform {
        limit: Some(1000),
        ..before
    };
    assert_eq!(platforms.get("mastodon"), Some(&expect));

    let change: PlatformChange =
        from_ron("(id: \"x\", here_for: \"Quick help\", good_for: [\"Us\"], voices: [\"brand\"])")
            .unwrap();
    platforms.lay(change).unwrap();
    let x = platforms.get("x").unwrap();
    assert_eq!((x.here_for.as_str(), x.voices.len()), ("Quick help", 1));
    assert_eq!(x.good_for, ["Us"]);
    assert_eq!(x.not_good_for.len(), 2, "what is not named stays");

    let change: PlatformChange = from_ron("(id: \"allotment-forum\", counting: Bytes)").unwrap();
    platforms.lay(change).unwrap();
    let added = platforms.get("allotment-forum").unwrap();
    assert_eq!((added.counting, added.limit), (Counting::Bytes, None));
}

#[test]
fn a_limit_of_nothing_and_an_entry_without_an_id_are_refused() {
    let mut platforms = shipped().clone();
    let no_room: PlatformChange = from_ron("(id: \"x\", limit: 0)").unwrap();
    let fault = platforms.lay(no_room).unwrap_err();
    assert_eq!(fault, TableFault::NoRoom { id: "x".to_owned() });
    let no_id: PlatformChange = from_ron("(limit: 9)").unwrap();
    assert_eq!(platforms.lay(no_id), Err(TableFault::NoId));
    assert_eq!(&platforms, shipped());
    assert_eq!(platforms.nearest("mastodn"), Some("mastodon"));
}

#[test]
fn long_texts_are_counted_in_one_pass() {
    for (piece, n, id, used) in [
        ("字", 65_000, "x", 130_000),
        ("a.", 32_500, "x", 65_000),
        ("https://example.com/a_(b) ", 10_000, "x", 240_000),
        ("a.io/(", 10_000, "x", 240_000),
        ("👩🏽‍🚀", 10_000, "x", 20_000),
        ("http://", 9_000, "mastodon", 63_000),
        ("@a@b.c ", 10_000, "mastodon", 30_000),
        ("a@", 30_000, "mastodon", 60_000),
        ("(a.b", 16_000, "bluesky", 64_000),
        ("\u{1f468}\u{200d}", 20_000, "threads", 100_000),
    ] {
        assert_eq!(count(id, &piece.repeat(n)).used, used, "{id}: {piece:?}");
    }
}

/// Texts made of what counters trip over.
pub fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zé字@:/._()?#-]{1,6}",
        prop::sample::select(vec![
            "https://",
            "http://",
            "example.com",
            ".рф",
            "t.co/",
            "@user@host.tld",
            "👍🏽",
            "🇫🇷",
            "\u{301}",
            "\u{200d}",
            "\u{fe0f}",
            "\r\n",
            "\n",
            " ",
            "(",
            ")",
            "한",
            "xn--",
            "1️⃣",
            "\u{1100}\u{1161}",
            "\u{958}",
            "日本語",
            "?q=",
            "#",
            "“",
            "…",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::fuzz(2_000))]

    #[test]
    fn every_count_adds_up_and_its_parts_cover_the_text_in_order(text in texts()) {
        for platform in shipped().iter() {
            let count = platform.count(&text);
            let sum: u32 = count.receipt.iter().map(|part| part.used).sum();
            prop_assert_eq!(sum, count.used);
            let mut end = 0;
            for part in &count.receipt {
                prop_assert_eq!(part.span.start, end, "{} leaves a gap", platform.id);
                prop_assert!(part.span.end >= end);
                prop_assert!(text.is_char_boundary(part.span.end));
                prop_assert!(part.what != What::Signature);
                end = part.span.end;
            }
            prop_assert_eq!(end, text.len(), "{} does not cover it", platform.id);
        }
    }
}
