//! The shipped sets: each one reads, does what its examples say, and stays within its budget.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use postwright::check::{Checker, Post, Report, compile};
use postwright::guideline::{
    ActiveSet, Fault, Level, SampleKind, Set, SpeakerKind, activate, read_set,
};
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
        intent: None,
        replying_to: to,
        recent: &[],
        now: &Zoned::default(),
    };
    checker.check(&post, &|| false)
}

/// Every shipped set with the name of its file.
fn shipped() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("guidelines");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// Every shipped set as it is used, with the sets that it builds on.
fn in_use() -> Vec<ActiveSet> {
    let sets: Vec<Set> = shipped()
        .iter()
        .map(|(name, source)| {
            let read = read_set(source).unwrap_or_else(|fault| panic!("{name}.ron: {fault}"));
            let faults: Vec<String> = read.faults.iter().map(ToString::to_string).collect();
            assert!(faults.is_empty(), "{name}.ron: {faults:#?}");
            read.set
        })
        .collect();
    let find = |id: &str| sets.iter().find(|set| set.id == id);
    sets.iter()
        .map(|set| activate(set, &[], &find).expect("all it builds on is shipped"))
        .collect()
}

fn ready(set: &ActiveSet) -> Checker {
    let (checker, faults) = compile(set);
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}.ron: {faults:#?}", set.head.id);
    checker
}

#[test]
fn every_shipped_set_reads_and_its_examples_come_out() {
    for set in in_use() {
        let checker = ready(&set);
        assert_eq!(checker.n_rules(), set.rules.len(), "{}", set.head.id);
    }
}

#[test]
fn every_shipped_set_is_named_after_its_file_and_ends_in_a_line_break() {
    for ((name, source), set) in shipped().iter().zip(in_use()) {
        assert_eq!(*name, set.head.id);
        assert!(source.ends_with(")\n") && !source.contains('\r'), "{name}");
        assert!(
            !set.head.review_by.is_empty() && set.head.owner.is_some(),
            "{name}"
        );
    }
}

#[test]
fn every_rule_serves_a_value_and_shows_two_examples_each_way() {
    for set in in_use() {
        for rule in set.rules.iter().map(|active| &active.rule) {
            let id = &rule.id;
            assert!(
                set.values.iter().any(|value| value.id == rule.value),
                "{id}"
            );
            assert!(rule.examples.flags.len() >= 2, "{id} has two flags");
            assert!(rule.examples.passes.len() >= 2, "{id} has two passes");
            assert!(
                rule.says.ends_with('.') && !rule.says.contains('\n'),
                "{id}"
            );
            assert!(!rule.why.is_empty(), "{id} says why");
            let wants_advice = rule.level > Level::Strength;
            assert_eq!(
                wants_advice,
                !rule.instead.is_empty(),
                "{id} says what instead"
            );
        }
    }
}

#[test]
fn every_shipped_set_keeps_to_its_budget() {
    for set in in_use() {
        let own = |level: Level| {
            let is_own = |id: &str| id == set.head.id;
            set.rules
                .iter()
                .filter(|active| is_own(&active.set) && active.rule.level == level)
                .count()
        };
        let all = |level: Level| {
            set.rules
                .iter()
                .filter(|active| active.rule.level == level)
                .count()
        };
        let id = &set.head.id;
        assert!(
            Level::ALL.into_iter().map(own).sum::<usize>() <= 24,
            "{id}: rules"
        );
        // the overlay on confidential matters is a set of Holds by its nature
        assert!(own(Level::Hold) <= 4 || id == "confidential", "{id}: Holds");
        let others = set
            .rules
            .iter()
            .filter(|active| active.set != "confidential");
        assert!(
            all(Level::Strength) * 10 >= others.count() * 3 || id == "confidential",
            "{id}"
        );
        assert!(set.head.reading_minutes() <= 5, "{id}: minutes");
    }
}

#[test]
fn samples_are_what_they_say() {
    for set in in_use() {
        let checker = ready(&set);
        for sample in &set.head.samples {
            let to = match &sample.kind {
                SampleKind::Reply { to } => Some(to.as_str()),
                SampleKind::Good | SampleKind::Improvable | SampleKind::Hold => None,
            };
            let report = checked_on(&checker, &sample.text, 500, to);
            let n_strengths = report.of_level(Level::Strength).count();
            let rest: Vec<&str> = report
                .findings
                .iter()
                .filter(|finding| finding.level > Level::Strength)
                .map(|finding| finding.rule.as_str())
                .collect();
            let text = &sample.text;
            match sample.kind {
                SampleKind::Good | SampleKind::Reply { .. } => {
                    assert!(n_strengths >= 2 && rest.is_empty(), "{text:?}: {rest:?}");
                }
                SampleKind::Improvable => assert!(!rest.is_empty(), "{text:?}"),
                SampleKind::Hold => assert!(report.holds(), "{text:?}"),
            }
        }
    }
}

#[test]
fn smart_start_has_its_samples_and_questions() {
    let set = in_use()
        .into_iter()
        .find(|set| set.head.id == "smart-start");
    let set = set.expect("it is shipped");
    assert_eq!((set.head.samples.len(), set.head.pause.len()), (6, 4));
    let report = checked_on(
        &ready(&set),
        "We are excited to announce our NEW returns desk!!!",
        280,
        None,
    );
    let with_fix: Vec<(&str, String)> = report
        .of_level(Level::Nudge)
        .filter_map(|finding| {
            let fix = finding.fixes.first()?;
            Some((
                finding.rule.as_str(),
                fix.applied("We are excited to announce our NEW returns desk!!!"),
            ))
        })
        .collect();
    assert_eq!(
        with_fix,
        [
            (
                "warm-up-opener",
                "Here is our NEW returns desk!!!".to_owned()
            ),
            (
                "shouting",
                "We are excited to announce our NEW returns desk!".to_owned()
            ),
        ]
    );
}

/// A text that one rule lets pass is clean in the eyes of the others, too, but for a few.
#[test]
fn rules_leave_the_passes_of_other_rules_alone() {
    for set in in_use() {
        let checker = ready(&set);
        let (mut n_texts, mut alarms) = (0, Vec::new());
        for other in &set.rules {
            for text in &other.rule.examples.passes {
                n_texts += 1;
                let report = checked_on(&checker, text, 500, None);
                let found = report.findings.iter();
                alarms.extend(
                    found
                        .filter(|finding| finding.level > Level::Strength)
                        .map(|finding| format!("{} in {text:?}", finding.rule)),
                );
            }
        }
        println!(
            "{}: {} of {n_texts} passes: {alarms:#?}",
            set.head.id,
            alarms.len()
        );
        assert!(alarms.len() * 20 <= n_texts, "{}: {alarms:#?}", set.head.id);
    }
}

/// Posts with nothing to say about them; at most 3 in 100 may get more than a strength.
#[test]
fn clean_posts_are_left_alone() {
    let posts = include_str!("../cases/sets/clean-posts.txt");
    let set = in_use()
        .into_iter()
        .find(|set| set.head.id == "smart-start");
    let checker = ready(&set.expect("it is shipped"));
    let mut n_posts = 0;
    let mut alarms = Vec::new();
    for text in posts.lines().filter(|line| !line.is_empty()) {
        n_posts += 1;
        let report = checked_on(&checker, text, 500, None);
        let found = report.findings.iter();
        let mut above = found.filter(|finding| finding.level > Level::Strength);
        alarms.extend(
            above
                .next()
                .map(|first| format!("{} in {text:?}", first.rule)),
        );
    }
    println!("{} of {n_posts} clean posts: {alarms:#?}", alarms.len());
    assert!(alarms.len() * 100 <= n_posts * 3, "{alarms:#?}");
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
