//! Sets of the tests' own: how they read, and what is said when something in them is off.

use jiff::Zoned;
use postwright::check::{Checker, Post, Report, Voice, compile};
use postwright::guideline::{ActiveSet, Fault, Set, SpeakerKind, activate, read_set};
use postwright::platform::{Counting, Platform};

/// A set with one rule; `find` may carry other fields of the rule behind the kind.
pub fn fixture(find: &str) -> String {
    format!(
        "(format: 1, id: \"case\", name: \"Case\", values: [(id: \"v\", words: \"Be\")], \
         home_base: [(url: \"https://github.com/shelfie/tool\", reason: \"Read the notes\")],\n\
         own: (names: [\"BRIGHTSIDE\"], domains: [\"shop.example\", \"brightside.rs\"], phones: [\"+44 20 7946 0000\"]), rules: [\n\
         (id: \"case\", value: \"v\", level: Nudge, says: \"It is here.\", find: {find}),\n])"
    )
}

/// Reads a set and gets it ready; the first fault is handed back.
pub fn compiled(source: &str) -> Result<Checker, Fault> {
    let read = read_set(source)?;
    let (checker, faults) = compile(&active(&read.set));
    match read.faults.into_iter().chain(faults).next() {
        Some(fault) => Err(fault),
        None => Ok(checker),
    }
}

fn active(set: &Set) -> ActiveSet {
    activate(set, &[], &|_| None).expect("it builds on nothing")
}

/// Checks a text of the brand on a platform that takes 60 characters.
pub fn checked(checker: &Checker, text: &str) -> Report {
    checked_on(checker, text, 60, None)
}

pub fn checked_on(checker: &Checker, text: &str, limit: u32, to: Option<&str>) -> Report {
    let platform = Platform {
        id: "case".into(),
        limit: Some(limit),
        counting: Counting::Graphemes,
        bare_links: true,
        ..Platform::default()
    };
    let post = Post {
        text,
        platform: &platform,
        count: &platform.count(text),
        speaker: SpeakerKind::Brand,
        voice: Voice::default(),
        intent: None,
        replying_to: to,
        recent: &[],
        now: &Zoned::default(),
    };
    checker.check(&post, &|| false)
}

#[test]
fn a_set_with_every_part_of_a_head_reads() {
    let source = include_str!("../cases/sets/brightside.ron");
    let read = read_set(source).expect("the file as a whole is fine");
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    let own = Set {
        extends: Vec::new(),
        ..read.set
    };
    assert_eq!((own.embargoes.len(), own.rules.len()), (1, 1));
    assert_eq!(own.links["code_of_conduct"], "conduct.md");
    assert!(compile(&active(&own)).1.is_empty());
}

/// What a person reads when something in the file is off: the place and what to do.
#[test]
fn what_is_off_is_named_with_its_place() {
    let told = |find: &str| match compiled(&fixture(find)) {
        Ok(_) => "nothing".to_owned(),
        Err(fault) => fault.to_string(),
    };
    assert_eq!(
        told("Blank, examples: (flags: [\"nothing here\"], passes: [])"),
        "line 3, column 1: its own example is not found: \"nothing here\""
    );
    assert_eq!(
        told("Blank, examples: (flags: [], passes: [\"Hi {name}\"])"),
        "line 3, column 1: it finds what it should leave alone: \"Hi {name}\""
    );
    assert_eq!(
        told("Swap({\"use\": \"take\", \"Use\": \"grab\"})"),
        "line 3, column 89: \"Use\" is there twice; put both twins into one list, as in `[\"a\", \"b\"]`"
    );
    assert_eq!(
        told("Shouting(word: 5)"),
        "line 3, column 76: there is no field `word`; did you mean `words`?"
    );
    assert_eq!(
        told("Pattern(r\"a(\")"),
        "line 3, column 1: the pattern cannot be read: unclosed group"
    );
    let laid_out = format!("(?x) {}", "a b\n".repeat(498));
    assert_eq!(told(&format!("Pattern(r\"{laid_out}\")")), "nothing");
    for (pattern, reason) in [
        ("a*", "also matches the empty text"),
        (r"(?:a{1000}){1000}", "grows too large"),
        (&"a".repeat(1001), "longer than 1000 characters"),
    ] {
        let told = told(&format!("Pattern(r\"{pattern}\")"));
        assert!(told.contains(reason), "{told}");
    }
}

#[test]
fn a_slow_pattern_stops_when_time_runs_out() {
    let checker = compiled(&fixture("Pattern(r\".*[^A-Z]|[A-Z]\")")).unwrap();
    let text = format!("{}\n", "A".repeat(3000)).repeat(20);
    assert!(checked_on(&checker, &text, 500, None).findings.len() <= 200);
}

#[test]
fn what_a_set_leaves_open_the_nearest_one_says() {
    let set = |id: &str, more: &str| {
        let source = format!("(format: 1, id: \"{id}\", name: \"{id}\", {more})");
        read_set(&source).unwrap().set
    };
    let far = set(
        "far",
        "values: [(id: \"f\", words: \"Far\")], pause: [\"Far?\"], platforms: [(id: \"x\", limit: 1)]",
    );
    let near = set(
        "near",
        "extends: [\"far\"], values: [(id: \"n\", words: \"Near\")], pause: [\"Near?\"], platforms: [(id: \"x\", limit: 2)]",
    );
    let own = set("own", "extends: [\"near\"], core_message: \"x\"");
    let overlay = set(
        "over",
        "values: [(id: \"o\", words: \"Over\")], pause: [\"Over?\"]",
    );
    let named = |id: &str| [&far, &near].into_iter().find(|set| set.id == id);
    let active = activate(&own, &[&overlay], &named).unwrap();
    let asked: Vec<&str> = active
        .head
        .pause
        .iter()
        .map(|one| one.ask.as_str())
        .collect();
    assert_eq!(asked, ["Near?"]);
    let words = |values: &[postwright::guideline::Value]| {
        let words = values.iter().map(|value| value.words.clone());
        words.collect::<Vec<_>>()
    };
    assert_eq!(words(&active.head.values), ["Near"]);
    assert_eq!(words(&active.values), ["Near", "Far", "Over"]);
    assert_eq!(active.family, ["far", "near", "own", "over"]);
    // the last one of a platform wins
    let limits = active
        .head
        .platforms
        .iter()
        .map(|one| one.0.limit)
        .collect::<Vec<_>>();
    assert_eq!(format!("{limits:?}"), "[Some(1), Some(2)]");
}
