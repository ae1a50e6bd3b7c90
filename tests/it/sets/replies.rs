//! Replies: what they said, what we answer, and all that is noticed. One file of
//! `tests/cases/replies` is one case: fields, `---`, their words, `---`, ours.
//!
//! | field | means |
//! |---|---|
//! | `set` | the shipped set; `smart-start` without it |
//! | `triage` | what their words are sorted as, or `none` |
//! | `finds` | the rules above a strength that find something in our words, all of them |
//! | `strengths` | rules that praise our words, perhaps among others |
//! | `sharp` | the marks that make our words sharp, between bars, all of them |

use std::collections::BTreeMap;
use std::fs;

use jiff::Zoned;
use postwright::check::{Checker, Post, Report, Voice, is_sharp, sharp_marks, triage};
use postwright::guideline::{Intent, SpeakerKind};
use postwright::platform::{Counting, Platform};

use super::{above, in_use, ready};
use crate::cases::cases;

struct Case {
    fields: BTreeMap<String, String>,
    theirs: String,
    ours: String,
}

impl Case {
    fn read(source: &str) -> Self {
        let mut parts = source.splitn(3, "---\n");
        let mut part = || parts.next().expect("fields, their words, ours").to_owned();
        let (head, theirs, ours) = (part(), part(), part());
        let field = |line: &str| {
            let (name, value) = line.split_once(": ").expect("`field: value`");
            let known = ["set", "triage", "finds", "strengths", "sharp"];
            assert!(known.contains(&name), "{name:?} is no field");
            (name.to_owned(), value.to_owned())
        };
        Self {
            fields: head.lines().map(field).collect(),
            theirs: theirs.trim_end_matches('\n').to_owned(),
            ours: ours.trim_end_matches('\n').to_owned(),
        }
    }

    fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    fn words(&self, name: &str) -> Vec<&str> {
        self.field(name).split_whitespace().collect()
    }
}

fn answered(checker: &Checker, theirs: &str, ours: &str) -> Report {
    let platform = Platform {
        id: "case".into(),
        limit: Some(500),
        counting: Counting::Graphemes,
        ..Platform::default()
    };
    let post = Post {
        text: ours,
        platform: &platform,
        count: &platform.count(ours),
        speaker: SpeakerKind::Brand,
        voice: Voice::default(),
        intent: Some(Intent::Answer),
        replying_to: Some(theirs),
        recent: &[],
        now: &Zoned::default(),
    };
    checker.check(&post, &|| false)
}

/// What differs from what the case expects.
fn surprises(case: &Case, checker: &Checker) -> Vec<String> {
    let report = answered(checker, &case.theirs, &case.ours);
    let mut out = Vec::new();
    let mut differs = |what: &str, found: String, expected: String| {
        if found != expected {
            out.push(format!("{what}: {found}, expected {expected}"));
        }
    };
    let sorted = triage(&case.theirs);
    let found = sorted
        .triage
        .map_or("none".to_owned(), |one| format!("{one:?}"));
    differs("triage", found, case.field("triage").to_owned());
    assert_eq!(sorted.triage.is_some(), !sorted.reasons.is_empty());
    for reason in &sorted.reasons {
        assert!(!reason.of(&case.theirs).is_empty());
    }
    let mut found: Vec<&str> = above(&report).iter().map(|one| one.rule.as_str()).collect();
    found.sort_unstable();
    let mut expected = case.words("finds");
    expected.sort_unstable();
    differs("finds", found.join(" "), expected.join(" "));
    let missing = |rule: &&str| report.findings.iter().all(|one| one.rule != **rule);
    let strengths = case.words("strengths");
    let missing: Vec<&str> = strengths.into_iter().filter(missing).collect();
    differs("missing strengths", missing.join(" "), String::new());
    let marks: Vec<&str> = sharp_marks(&case.ours)
        .into_iter()
        .map(|span| span.of(&case.ours))
        .collect();
    let mut listed: Vec<&str> = case.field("sharp").split(" | ").collect();
    listed.retain(|one| !one.is_empty());
    let (mut found, mut expected) = (marks, listed);
    found.sort_unstable();
    expected.sort_unstable();
    differs("sharp", found.join(" | "), expected.join(" | "));
    out
}

#[test]
fn every_reply_comes_out() {
    let checkers: BTreeMap<String, Checker> = in_use()
        .into_iter()
        .map(|(set, active)| (set.id.clone(), ready(&active)))
        .collect();
    let (mut n_quiet, mut all) = (0, Vec::new());
    let files = cases("replies");
    for path in &files {
        let name = path.file_stem().unwrap().to_string_lossy();
        let case = Case::read(&fs::read_to_string(path).unwrap());
        let set = match case.field("set") {
            "" => super::BASE,
            set => set,
        };
        let found = surprises(&case, &checkers[set]);
        all.extend(found.iter().map(|one| format!("{name}: {one}")));
        let is_quiet = case.field("finds").is_empty();
        n_quiet += usize::from(is_quiet);
        if name.starts_with("quiet_") {
            assert!(is_quiet, "{name}");
            let marks = sharp_marks(&case.ours);
            assert!(
                !is_sharp(&marks) || name.contains("one_sharp_word"),
                "{name}"
            );
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    assert!(files.len() >= 60 && n_quiet * 2 >= files.len());
    println!("{} replies, {n_quiet} of them quiet", files.len());
}

/// Their words are looked at by nobody: what is found in ours stays what it is when they shout,
/// curse or name numbers.
#[test]
fn nothing_about_their_words_is_found() {
    let noise = "WE GUARANTEE!!! utilise order no. 4400128817, jo@mail.example, you idiots 🤬🤬🤬 #a #b #c #d #e";
    for (set, active) in in_use() {
        let checker = ready(&active);
        let ours = "I am sorry, and I’ll call you by 3pm.";
        let rules = |theirs: &str| {
            let report = answered(&checker, theirs, ours);
            let rules = above(&report).into_iter().map(|one| one.rule.clone());
            rules.collect::<Vec<String>>()
        };
        assert_eq!(rules(noise), rules("Hello."), "{}", set.id);
    }
}

#[test]
fn long_words_of_theirs_are_sorted_in_time() {
    let said = "!!! 😡 not good, still waiting? \"you're wrong\" NOT ".repeat(2_500);
    let began = std::time::Instant::now();
    assert!(triage(&said).triage.is_some());
    assert!(is_sharp(&sharp_marks(
        &"obviously!! 🙄 “as I said” `x` ".repeat(4_000)
    )));
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
}
