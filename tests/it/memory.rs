//! A look with a memory of the text before the edit finds what a look at the whole finds.

use std::fs;
use std::sync::LazyLock;
use std::time::Duration;

use jiff::Zoned;
use postwright::check::{Checker, Memory, Post, Report, RuleKind, Rules, Voice, compile};
use postwright::guideline::{Intent, SpeakerKind, activate, read_set};
use postwright::platform::Platform;
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};

use crate::cases::cases;
use crate::fuzz;
use crate::platforms::shipped;

/// The kind and the text of every case.
static CASES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let files = RuleKind::NAMES.iter().flat_map(|kind| cases(kind));
    let of_file = |path| {
        let source = fs::read_to_string(path).unwrap();
        let mut parts = source.split("\n---\n");
        let (head, text) = (parts.next().unwrap(), parts.next().unwrap());
        let of_scene = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let kind: Vec<&str> = head.lines().skip_while(|line| of_scene(line)).collect();
        (kind.join("\n"), text.replace(['⟦', '⟧'], ""))
    };
    files.map(of_file).collect()
});

/// A set with the rule of every case.
static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let rules = CASES.iter().enumerate().map(|(n, (kind, _))| {
        format!("(id: \"rule-{n}\", level: Nudge, find: {kind}, says: \"x.\"),\n")
    });
    let source = format!(
        "(format: 1, id: \"all\", name: \"All\", own: (names: [\"Brightside\"], phones: [\"+44 20 7946 0000\"], \
         domains: [\"shop.example\"]), focus: Service, rules: [{}])",
        rules.collect::<String>()
    );
    let read = read_set(&source).unwrap();
    let active = activate(&read.set, &[], &|_| None).unwrap();
    compile(&active).0
});

/// What stands between and inside texts.
const JOINTS: [&str; 16] = [
    "\n\n",
    "\n\n",
    "\n \t\n",
    "\n",
    " ",
    "\r\n\r\n",
    "`",
    "```",
    "“",
    "\"",
    "a",
    "…",
    ".\n\n",
    "1",
    "top\n\n10 ",
    "\u{301}",
];

fn pieces() -> impl Strategy<Value = String> {
    let texts: Vec<&str> = CASES.iter().map(|(_, text)| text.as_str()).collect();
    proptest::prop_oneof![
        select(texts).prop_map(|text| format!("{text}\n\n")),
        select(&JOINTS[..]).prop_map(str::to_owned),
    ]
}

/// Where an edit begins, how many characters it takes away, what it writes.
fn edits() -> impl Strategy<Value = (Index, usize, String)> {
    (any::<Index>(), 0..40_usize, pieces())
}

fn edited(text: &str, (at, n, insert): &(Index, usize, String)) -> String {
    let places: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let from = at.index(places.len());
    let to = (from + n).min(places.len() - 1);
    format!("{}{insert}{}", &text[..places[from]], &text[places[to]..])
}

fn look(
    memory: Option<&mut Memory>,
    text: &str,
    platform: &Platform,
    intent: Option<Intent>,
) -> Report {
    let post = Post {
        text,
        platform,
        count: &platform.count(text),
        speaker: SpeakerKind::Brand,
        voice: Voice::default(),
        intent,
        replying_to: intent.map(|_| "When do you open? And who is Sam?"),
        recent: &[],
        now: &Zoned::default(),
    };
    match memory {
        Some(memory) => CHECKER.check_again(memory, Rules::default(), &post, &|| false, &|| {
            Duration::ZERO
        }),
        None => CHECKER.check(&post, &|| false),
    }
}

proptest::proptest! {
    #![proptest_config(fuzz(64))]

    #[test]
    fn an_edit_is_seen_as_the_whole_is(
        start in proptest::collection::vec(pieces(), 4..14),
        edits in proptest::collection::vec(edits(), 1..6),
    ) {
        let (x, mastodon) = (shipped().get("x").unwrap(), shipped().get("mastodon").unwrap());
        let mut memory = Memory::default();
        let mut text = start.concat();
        let edits = edits.iter().map(Some);
        for edit in std::iter::once(None).chain(edits) {
            if let Some(edit) = edit {
                text = edited(&text, edit);
            }
            for (platform, intent) in [(x, None), (mastodon, Some(Intent::Answer))] {
                let again = look(Some(&mut memory), &text, platform, intent);
                let anew = look(None, &text, platform, intent);
                let only = |here: &Report, there: &Report| {
                    let findings = here.findings.iter();
                    let missing = findings.filter(|one| !there.findings.contains(one));
                    let named = missing.map(|one| (one.kind, one.words(&text).to_owned(), one.span));
                    named.collect::<Vec<_>>()
                };
                proptest::prop_assert_eq!(only(&again, &anew), only(&anew, &again));
                proptest::prop_assert!(again == anew);
            }
        }
    }
}
