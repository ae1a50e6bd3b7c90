//! Runs `tests/cases/<Kind>/<what_it_shows>.post`: a kind, `---`, a text whose matches stand in
//! `⟦…⟧`, and perhaps `---` and the text after the first fix. `UPDATE_CASES=1` rewrites them.
//!
//! Lines above the kind set the scene, as above the text of an example in a set: `replying_to: …`,
//! `intent: announce`, `home: …`, `focus: Service`, `goal: …`, `recent: …`. The fields are those of
//! `postwright::check::Scene`.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use postwright::check::{Post, Report, RuleKind, Scene, compile};
use postwright::guideline::{SpeakerKind, activate, read_set};
use postwright::platform::{Counting, Platform};
use postwright::text::graphemes;

use crate::guidelines::{checked, compiled, fixture};

fn cases(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases")
        .join(kind);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// Returns the text with brackets around what was found, and what the first fix makes of it.
fn outcome(text: &str, report: &Report) -> String {
    let mut marked = text.to_owned();
    for finding in report.findings.iter().rev() {
        marked.insert(finding.span.end, '⟧');
        marked.insert(finding.span.start, '⟦');
    }
    let first = report.findings.first();
    match first.and_then(|finding| finding.fixes.first()) {
        Some(fix) => format!("{marked}\n---\n{}", fix.applied(text)),
        None => marked,
    }
}

/// Checks a text under one rule, in the scene that the lines above the kind set.
fn looked_at(head: &str, text: &str) -> Result<Report, String> {
    let is_of_scene = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let n_scene = head.lines().take_while(is_of_scene).count();
    let lines: Vec<&str> = head.lines().collect();
    let (scene, kind) = lines.split_at(n_scene);
    let scene = Scene::read(&scene.join("\n"), "case")?;
    let read = read_set(&fixture(&kind.join("\n"))).map_err(|fault| fault.to_string())?;
    let mut active = activate(&read.set, &[], &|_| None).map_err(|fault| fault.to_string())?;
    active.head = scene.head(&active.head).into_owned();
    let (checker, faults) = compile(&active);
    if let Some(fault) = read.faults.iter().chain(&faults).next() {
        return Err(fault.to_string());
    }
    let platform = Platform {
        id: "case".into(),
        limit: Some(60),
        counting: Counting::Graphemes,
        ..Platform::default()
    };
    let post = Post {
        text,
        platform: &platform,
        count: &platform.count(text),
        speaker: SpeakerKind::Brand,
        intent: scene.intent,
        replying_to: scene.replying_to.as_deref(),
        recent: &scene.recent,
        now: &Zoned::default(),
    };
    Ok(checker.check(&post, &|| false))
}

#[test]
fn every_case_comes_out() {
    let mut surprises = Vec::new();
    for path in RuleKind::NAMES.iter().flat_map(|kind| cases(kind)) {
        let source = fs::read_to_string(&path).unwrap();
        let (kind, expect) = source.split_once("\n---\n").expect("a kind and a text");
        let marked = expect.split("\n---\n").next().unwrap();
        let text = marked.trim_end_matches('\n').replace(['⟦', '⟧'], "");
        let report = looked_at(kind, &text).unwrap_or_else(|fault| panic!("{path:?}: {fault}"));
        let outcome = outcome(&text, &report);
        if std::env::var_os("UPDATE_CASES").is_some() {
            fs::write(&path, format!("{kind}\n---\n{outcome}\n")).unwrap();
        } else if outcome != expect.trim_end_matches('\n') {
            surprises.push(format!(
                "{}\nexpected {expect}\ncame out {outcome}\n",
                path.display()
            ));
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

#[test]
fn every_kind_fires_keeps_quiet_and_knows_its_boundary() {
    for kind in RuleKind::NAMES {
        let cases = cases(kind);
        let named = |start: &str| {
            let is_named = |path: &&PathBuf| {
                let name = path.file_name().unwrap().to_string_lossy();
                name.starts_with(start)
            };
            cases.iter().filter(is_named).count()
        };
        let sources: Vec<String> = cases
            .iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        let is_composed = |text: &String| graphemes(text).any(|(_, one)| one.chars().count() > 1);
        assert!(
            sources.iter().any(|text| text.contains('⟦')),
            "{kind} fires"
        );
        assert!(named("quiet_") > 0, "{kind} keeps quiet");
        assert!(named("boundary_") > 0, "{kind} has a boundary");
        assert!(
            sources.iter().any(is_composed),
            "{kind} meets characters of several parts"
        );
    }
}

/// One rule of every kind that looks closely at a text.
const CLOSE: [&str; 14] = [
    "Concrete",
    "Credits",
    "FirstPerson",
    "NearDuplicate(percent: 1)",
    "NextStep",
    "Streak(intent: Announce)",
    "Thanks",
    "Blank",
    "Hashtags(max: 0, camel_case: true)",
    "Missing(of: AnyOf([\"a\"]), insert: \"A.\")",
    "OpenQuestion",
    "OverLimit",
    r#"Pattern(r"\b\w|[^a]+")"#,
    "Shouting(words: 1, marks: 1)",
];

fn holds_together(text: &str) {
    for kind in CLOSE {
        let report = checked(&compiled(&fixture(kind)).unwrap(), text);
        for finding in &report.findings {
            let (start, end) = (finding.span.start, finding.span.end);
            assert!(text.get(start..end).is_some(), "{kind} in {text:?}");
            for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
                let (start, end) = (edit.span.start, edit.span.end);
                assert!(text.get(start..end).is_some(), "{kind} in {text:?}");
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn every_finding_and_fix_fits_its_text(text in "(\\PC|[{}!#?A-Zé\u{301}👩\u{200d}\r\n ]){0,80}") {
        holds_together(&text);
    }
}

#[test]
fn a_line_break_of_windows_counts_as_one() {
    let text = format!("a\r\nb\r\n{}", "z".repeat(58));
    let report = checked(&compiled(&fixture("OverLimit")).unwrap(), &text);
    assert_eq!(report.findings[0].words(&text), "zz");
}

#[test]
fn a_long_text_without_a_space_is_looked_at_in_pieces() {
    holds_together(&"é".repeat(5_000));
    holds_together(&format!(
        "{}\r\n{}",
        "👩‍👩‍👧".repeat(1_500),
        "{a} ".repeat(3_000)
    ));
}

#[test]
fn an_example_sets_its_scene_above_its_text() {
    let flags = r#"examples: (flags: ["replying_to: When do you open?\n---\nAt nine."], passes: ["At nine."])"#;
    let rule = |kind: &str| compiled(&fixture(&format!("{kind}, {flags}")));
    assert!(rule("AnswersThem").is_ok());
    let fault = rule("Thanks").map(|_| ()).unwrap_err().to_string();
    assert!(fault.contains("its own example is not found"), "{fault}");
    let flags = r#"examples: (flags: ["intent: shout\n---\nAt nine."], passes: [])"#;
    let fault = compiled(&fixture(&format!("Thanks, {flags}")));
    let fault = fault.map(|_| ()).unwrap_err().to_string();
    assert!(fault.contains("is no intent"), "{fault}");
}
