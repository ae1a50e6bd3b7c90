//! The kinds that know who speaks, on whatever is typed: nothing of it leaves its text, each fix
//! settles what it is for, clean posts stay clean, and long texts take no time.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use jiff::Zoned;
use postwright::check::{Checker, Report, Scene, compile};
use postwright::guideline::{activate, read_set};
use postwright::platform::{Counting, Platform};

use crate::fuzz;
use crate::guidelines::{compiled, fixture};

const KINDS: [&str; 7] = [
    "AffiliationMissing",
    "AffiliationHidden",
    "NoProfileHere",
    "OutsideMyField",
    "PrivateProfile",
    "SignatureMissing",
    "WrongPresence",
];

/// People and places in which every kind has something to look for.
const SCENES: [&str; 4] = [
    "speaker: Asha Rao, Brightside, personally\nhandle: x @asha_b\nhandle: email asha@shop.example\nplatform: facebook\npresence: Logo\nfold: 60",
    "speaker: Zoe\u{308} Ångström, Café 👩‍🍳, personally\nindustry: e\u{301}te\u{301}\nplatform: forum\npresence: Personal\nfold: 50",
    "speaker: 山田 花子, Brightside\ntopic: a: a, lamp\ntopic: e: é\ncolleague: Ben Ito (hub)\nplatform: x\nhandle: mastodon @h@social.example",
    "presence: Personal\nsignature: Block",
];

const PARTS: &[&str] = &[
    "Brightside",
    "brightside’s",
    "lamp",
    "lamps",
    "é",
    "e\u{301}te\u{301}",
    "Café",
    "👩‍🍳",
    "👩‍👩‍👧",
    "I work at ",
    "I work at home",
    "I built ",
    "from ",
    "my team",
    "“",
    "”",
    "\"",
    "`",
    "#ad",
    "#partner",
    "#thanks",
    "#Brightside",
    "@sam",
    "@brightside",
    "https://shop.example/a",
    "https://facebook.com/asha.rao",
    "facebook.com/profile.php?id=1",
    "https://www.linkedin.com/in/zoe\u{308}",
    " ",
    " ",
    "\n",
    "\r\n",
    ".\n.\n.\n",
    ". ",
    "! ",
    ", ",
    "– ",
    "Asha",
    "Asha Rao",
    "山田",
    "返品",
    "。",
    "wages",
    "refund",
    "Ich arbeite bei ",
    "und die der ",
    "\u{200d}",
    "\u{fe0f}",
    "(",
    ")",
    "-",
];

fn looked_at(checker: &Checker, lines: &str, text: &str) -> Report {
    let scene = Scene::read(lines, "case").unwrap();
    let platform = scene.platform(Platform {
        id: "case".into(),
        limit: Some(500),
        counting: Counting::Graphemes,
        ..Platform::default()
    });
    let (count, now) = (platform.count(text), Zoned::default());
    checker.check(&scene.post(text, &platform, &count, &now), &|| false)
}

/// A set with one rule of a kind, in the head that a scene asks for.
fn ready(kind: &str, lines: &str) -> Checker {
    let read = read_set(&fixture(kind)).unwrap();
    let mut active = activate(&read.set, &[], &|_| None).unwrap();
    let scene = Scene::read(lines, "case").unwrap();
    active.head = scene.head(&active.head).into_owned();
    compile(&active).0
}

/// Every kind in every scene.
static READY: LazyLock<Vec<(&str, &str, Checker)>> = LazyLock::new(|| {
    let pairs = KINDS
        .iter()
        .flat_map(|kind| SCENES.map(|lines| (*kind, lines)));
    pairs
        .map(|(kind, lines)| (kind, lines, ready(kind, lines)))
        .collect()
});

fn holds_together(text: &str) {
    for (kind, lines, checker) in READY.iter() {
        let report = looked_at(checker, lines, text);
        for finding in &report.findings {
            let about = format!("{kind} in {text:?}");
            assert!(
                text.get(finding.span.start..finding.span.end).is_some(),
                "{about}"
            );
            for fix in &finding.fixes {
                let edits = fix.edits.iter();
                let mut spans = edits.map(|edit| edit.span.start..edit.span.end);
                assert!(spans.all(|span| text.get(span).is_some()), "{about}");
                let fixed = fix.applied(text);
                let after = looked_at(checker, lines, &fixed);
                // a link that was glued to the one that went is another matter
                let words = finding.words(text);
                let same = |report: &Report, text: &str| {
                    let found = report.findings.iter();
                    found.filter(|one| one.words(text) == words).count()
                };
                let told = format!("{about} becomes {fixed:?}");
                assert!(same(&after, &fixed) < same(&report, text), "{told}");
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(fuzz(200))]

    #[test]
    fn every_fix_settles_what_it_is_for(
        parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..14),
    ) {
        holds_together(&parts.concat());
    }
}

/// Posts with nothing to say about them stay so whoever speaks, in a set that names a good deal.
#[test]
fn clean_posts_are_left_alone_whoever_speaks() {
    let posts = concat!(
        include_str!("../cases/sets/clean-posts.txt"),
        include_str!("../cases/sets/clean-more.txt")
    );
    let posts: Vec<&str> = posts.lines().filter(|line| !line.is_empty()).collect();
    let topics = "topic: returns: refund, exchange, money back\ntopic: energy: battery, charger\nindustry: label printer";
    for who in [
        "Asha Rao, Brightside",
        "Asha Rao, Brightside, personally",
        "personally",
        "brand",
    ] {
        let lines = format!("speaker: {who}\n{topics}");
        for kind in KINDS {
            // a text without a signature is asked for one by its very nature
            if kind == "SignatureMissing" {
                continue;
            }
            let checker = ready(kind, &lines);
            let is_found = |text: &&&str| !looked_at(&checker, &lines, text).findings.is_empty();
            let alarms: Vec<&&str> = posts.iter().filter(is_found).collect();
            println!(
                "{kind} for {who}: {} of {} posts",
                alarms.len(),
                posts.len()
            );
            assert!(
                alarms.len() * 100 <= posts.len() * 3,
                "{kind} for {who}: {alarms:#?}"
            );
        }
    }
}

/// Ten times the text takes about ten times as long, not a hundred.
#[test]
fn long_texts_stay_linear() {
    for part in [
        "Brightside ",
        "I built Brightside ",
        "from Brightside. ",
        "#ad ",
        "#partner #ad word ",
        "facebook.com/asha.rao ",
        "lamp refund ",
        "– Asha\n",
        ".\n",
        "asha@shop.example ",
        "@sam ",
        "I work at home ",
        "\"",
        "é",
    ] {
        for lines in SCENES {
            let time = |n_bytes: usize| {
                let text = part.repeat(n_bytes / part.len());
                let from = Instant::now();
                for (_, _, checker) in READY.iter().filter(|(_, of, _)| *of == lines) {
                    looked_at(checker, lines, &text);
                }
                from.elapsed()
            };
            let (short, long) = (time(10_000), time(100_000));
            let most = short * 40 + Duration::from_millis(150);
            assert!(long < most, "{part:?} in {lines:?}: {short:?} and {long:?}");
        }
    }
}

#[test]
fn words_of_a_fix_that_cannot_be_filled_in_are_told() {
    let fault = compiled(&fixture(
        "AffiliationMissing(say: {\"\": \"I work at {firm}.\"})",
    ));
    let fault = fault.map(|_| ()).unwrap_err().to_string();
    assert!(fault.contains("it may name {company}"), "{fault}");
}
