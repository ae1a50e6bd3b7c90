//! The engine: one pass over the words for all rules, conditions, and sets that mean harm.

use std::cell::Cell;
use std::fmt::Write as _;
use std::time::Duration;

use jiff::Zoned;
use postwright::check::{Checker, Post, Report, Voice};
use postwright::guideline::SpeakerKind;
use postwright::platform::{Platform, Presence};
use postwright::text::{Hit, PhraseMap, longest, tokens};

use crate::fuzz;
use crate::guidelines::{checked, compiled, fixture};

/// Phrases that share words, in several scripts.
const PHRASES: [&str; 14] = [
    "a", "a b", "a b c", "b", "b-c", "c++", ".a", "can't", "é", "straße", "日本", "일", "İ i", "ต",
];

/// What texts of these phrases are made of.
const TEXTS: &str = "([abcABC]|[ .+'’\\-\n\"`@]|é|e\u{301}|can’t|STRASSE|日|本|일을|İ|ต|\u{ad}|\u{200b}|l'a|\\PC){0,40}";

fn hits_of(phrases: &[(usize, &str)], text: &str) -> Vec<Hit> {
    let mut map = PhraseMap::default();
    for (n, phrase) in phrases {
        map.add(*n, 0, phrase);
    }
    let hits = map.hits(text, &tokens(text));
    let all = (0..PHRASES.len()).flat_map(|list| hits.of(list));
    all.copied().collect()
}

proptest::proptest! {
    #![proptest_config(fuzz(256))]

    #[test]
    fn one_pass_finds_what_each_phrase_finds_alone(text in TEXTS) {
        let all: Vec<(usize, &str)> = PHRASES.iter().copied().enumerate().collect();
        let together = hits_of(&all, &text);
        let alone: Vec<Hit> = all.iter().flat_map(|one| hits_of(&[*one], &text)).collect();
        proptest::prop_assert_eq!(&together, &alone);
        for hit in together {
            proptest::prop_assert!(text.get(hit.span.start..hit.span.end).is_some());
        }
    }

    #[test]
    fn rules_together_find_what_each_finds_alone(text in TEXTS) {
        let kinds = [
            "AnyOf([\"a\", \"a b\", \"é\"])",
            "Swap({\"a b\": \"c\", \"straße\": \"way\"})",
            "AtMost(n: 1, of: AnyOf([\"b\", \"日本\"]))",
            "AnyOf([\"b\", \"c\"]), except: [\"a b\", \"b c\"]",
            "AnyOf([\"can't\", \"일\"]), within: Anywhere",
        ];
        let together = checked(&set_of(&kinds), &text);
        let n_alone: usize = kinds
            .iter()
            .map(|kind| checked(&set_of(&[*kind]), &text).findings.len())
            .sum();
        proptest::prop_assert_eq!(together.findings.len(), n_alone);
        for finding in &together.findings {
            for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
                let (start, end) = (edit.span.start, edit.span.end);
                proptest::prop_assert!(text.get(start..end).is_some());
            }
        }
    }
}

/// A set with one rule for each kind, named `r0`, `r1` and so on.
fn set_of(kinds: &[&str]) -> Checker {
    with_head("", kinds)
}

fn with_head(head: &str, kinds: &[&str]) -> Checker {
    let mut rules = String::new();
    for (n, kind) in kinds.iter().enumerate() {
        writeln!(
            rules,
            "(id: \"r{n}\", level: Nudge, says: \"Here.\", find: {kind}),"
        )
        .unwrap();
    }
    let source = format!("(format: 1, id: \"set\", name: \"Set\", {head} rules: [\n{rules}])");
    compiled(&source).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Checks by a clock that goes on by a millisecond at each look.
fn by_a_clock(checker: &Checker, text: &str, n_looks: &Cell<u64>) -> Report {
    let platform = Platform::default();
    let count = platform.count(text);
    let post = Post {
        text,
        platform: &platform,
        count: &count,
        speaker: SpeakerKind::Brand,
        voice: Voice::default(),
        intent: None,
        replying_to: None,
        recent: &[],
        now: &Zoned::default(),
    };
    checker.check_by(&post, &|| false, &|| {
        n_looks.set(n_looks.get() + 1);
        Duration::from_millis(n_looks.get())
    })
}

#[test]
fn slow_patterns_are_stopped_and_named_and_the_others_go_on() {
    let mut kinds = vec![r#"Pattern(r"(?<apart>.*[^A-Z]|[A-Z])")"#; 30];
    kinds.push("AnyOf([\"wow\"])");
    let checker = set_of(&kinds);
    let text = format!("Wow\n{}", format!("{}\n", "A".repeat(3000)).repeat(30));
    let n_looks = Cell::new(0);
    let report = by_a_clock(&checker, &text, &n_looks);
    let names: Vec<String> = (0..30).map(|n| format!("r{n}")).collect();
    assert_eq!(report.paused, names);
    assert_eq!(report.findings.len(), 1);
    // ten rules use up what all of them have, the others look once
    assert!(n_looks.get() < 300, "{} looks", n_looks.get());
}

#[test]
fn a_quick_pattern_is_not_stopped() {
    let checker = set_of(&[r#"Pattern(r"\bwow\b")"#]);
    let text = "A line without it.\n".repeat(2000) + "wow";
    let report = by_a_clock(&checker, &text, &Cell::new(0));
    assert_eq!((report.paused.len(), report.findings.len()), (0, 1));
}

#[test]
fn as_many_phrases_as_one_likes_may_begin_alike() {
    let phrases: Vec<String> = (0..20_000)
        .map(|n| format!("the a a a a thing {n}"))
        .collect();
    let map = PhraseMap::new(phrases.iter().map(|phrase| (phrase.as_str(), 0)));
    let text = "the a a a a thing 19999, the a thing. ".repeat(500);
    assert_eq!(map.find(&text, &tokens(&text)).len(), 500);
}

#[test]
fn phrases_inside_phrases_end_once() {
    let nested: Vec<String> = (1..60).map(|n| vec!["a"; n].join(" ")).collect();
    let map = PhraseMap::new(nested.iter().map(|phrase| (phrase.as_str(), 0)));
    let text = "a ".repeat(590);
    let found = map.hits(&text, &tokens(&text));
    assert_eq!(longest(found.of(0), &|_| true).len(), 10);
}

#[test]
fn what_nobody_sees_in_a_rule_is_passed_over_or_refused() {
    let checker = set_of(&["AnyOf([\"gua\u{200b}ran\u{202e}tee\"])"]);
    assert_eq!(checked(&checker, "We guarantee it.").findings.len(), 1);
    for kind in [
        "AnyOf([\"\u{202e}\u{200b}\"])",
        "Swap({\"\u{2066}\u{200d}\": \"x\"})",
        "Pattern(\"\u{202e}(\")",
    ] {
        let Err(fault) = compiled(&fixture(kind)) else {
            panic!("{kind} is taken");
        };
        let said = fault.to_string();
        assert!(
            !said.contains(['\u{202e}', '\u{200b}', '\u{2066}']),
            "{said:?}"
        );
    }
}

#[test]
fn kinds_in_kinds_without_end_are_a_sentence() {
    let kind = format!(
        "{}Blank{}",
        "AtMost(n: 1, of: ".repeat(5_000),
        ")".repeat(5_000)
    );
    let Err(fault) = compiled(&fixture(&kind)) else {
        panic!("5,000 kinds in one another are taken");
    };
    assert!(fault.to_string().len() < 1_000, "{fault}");
}

/// The rules that find something on a platform.
fn found_on(checker: &Checker, platform: &Platform) -> Vec<String> {
    let text = "We are here.";
    let post = Post {
        text,
        platform,
        count: &platform.count(text),
        speaker: SpeakerKind::Brand,
        voice: Voice::default(),
        intent: None,
        replying_to: None,
        recent: &[],
        now: &Zoned::default(),
    };
    let report = checker.check(&post, &|| false);
    report.findings.into_iter().map(|one| one.rule).collect()
}

#[test]
fn what_is_for_readers_outside_rests_among_colleagues() {
    let kinds = [
        "AnyOf([\"here\"]), when: [Public]",
        "AnyOf([\"here\"]), when: [Public, Presence(Logo)]",
        "AnyOf([\"here\"])",
    ];
    let checker = set_of(&kinds);
    let found = |internal| {
        let platform = Platform {
            internal,
            ..Platform::default()
        };
        found_on(&checker, &platform)
    };
    assert_eq!(found(false), ["r0", "r2"]);
    assert_eq!(found(true), ["r2"]);
}

#[test]
fn the_same_text_is_looked_at_by_focus_region_and_presence() {
    let kinds = [
        "AnyOf([\"here\"]), when: [Focus(Service)]",
        "AnyOf([\"here\"]), when: [Focus(Philanthropy), Focus(Community)]",
        "AnyOf([\"here\"]), when: [Region(\"US\")]",
        "AnyOf([\"here\"]), when: [Presence(Logo), Presence(Group)]",
    ];
    let found = |head: &str, presence| {
        let platform = Platform {
            presence,
            ..Platform::default()
        };
        found_on(&with_head(head, &kinds), &platform)
    };
    assert_eq!(found("focus: Service,", Presence::Both), ["r0"]);
    assert_eq!(found("focus: Community,", Presence::Both), ["r1"]);
    assert_eq!(found("region: \"us-CA\",", Presence::Personal), ["r2"]);
    assert_eq!(found("region: \"USSR\",", Presence::Logo), ["r3"]);
    assert_eq!(found("", Presence::Group), ["r3"]);
    assert!(found("", Presence::Personal).is_empty());
}

#[test]
fn a_rule_of_one_language_leaves_the_others_alone() {
    let kinds = [
        "AnyOf([\"gift\"]), when: [Language(\"en-GB\")]",
        "AnyOf([\"gift\"]), when: [Language(\"de\"), Language(\"nl\")]",
        "AnyOf([\"gift\"]), when: [Language(\"cy\")]",
    ];
    let checker = set_of(&kinds);
    let found = |text: &str| {
        let findings = checked(&checker, text).findings.into_iter();
        findings.map(|one| one.rule).collect::<Vec<_>>()
    };
    let english = "Every lamp comes with a small gift for the people who waited.";
    assert_eq!(found(english), ["r0", "r2"]);
    let german = "Achtung, Gift: Wir haben die alten Dosen aus dem Regal genommen.";
    assert_eq!(found(german), ["r1", "r2"]);
    assert_eq!(found("A gift!"), ["r0", "r1", "r2"], "too short to tell");
}
