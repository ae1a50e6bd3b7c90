//! Runs `tests/cases/<Kind>/<what_it_shows>.post`: a kind, `---`, a text whose matches stand in
//! `⟦…⟧`, and perhaps `---` and the text after the first fix. `UPDATE_CASES=1` rewrites them.
//!
//! Lines above the kind set the scene, as above the text of an example in a set: `replying_to: …`,
//! `intent: announce`, `own: …`, `speaker: Asha Rao, Brightside`. The fields are those of
//! `postwright::check::Scene`.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use postwright::check::{Report, RuleKind, Scene, compile, with_specimens};
use postwright::guideline::{activate, read_set};
use postwright::platform::{Counting, Platform};
use postwright::text::graphemes;

use crate::guidelines::{checked, compiled, fixture};

pub fn cases(kind: &str) -> Vec<PathBuf> {
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
    let platform = scene.platform(Platform {
        id: "case".into(),
        limit: Some(60),
        counting: Counting::Graphemes,
        bare_links: true,
        ..Platform::default()
    });
    let (count, now) = (platform.count(text), Zoned::default());
    let post = scene.post(text, &platform, &count, &now);
    Ok(checker.check(&post, &|| false))
}

#[test]
fn every_case_comes_out() {
    let mut surprises = Vec::new();
    for path in RuleKind::NAMES.iter().flat_map(|kind| cases(kind)) {
        let source = fs::read_to_string(&path).unwrap();
        let (kind, expect) = source.split_once("\n---\n").expect("a kind and a text");
        let expect = &with_specimens(expect);
        let marked = expect.split("\n---\n").next().unwrap();
        let text = marked.trim_end_matches('\n').replace(['⟦', '⟧'], "");
        let report = looked_at(kind, &text).unwrap_or_else(|fault| panic!("{path:?}: {fault}"));
        let outcome = outcome(&text, &report);
        // made-up keys are never written down
        let may_write = !source.contains('«');
        if may_write && std::env::var_os("UPDATE_CASES").is_some() {
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
const CLOSE: [&str; 43] = [
    "BankAccount, within: Anywhere",
    "CardNumber, within: Anywhere",
    "NationalId, within: Anywhere",
    "Secret, within: Anywhere",
    "AccidentalLink, within: Anywhere",
    "AtLeast(n: 9, of: AnyOf([\"a\"]))",
    "Concrete",
    "Credits",
    "FirstPerson",
    "NearDuplicate(percent: 1)",
    "NextStep",
    "Streak(intent: Announce)",
    "Thanks",
    "Blank",
    "Capitals(as_written: [\"a É\"], style: Title)",
    "Capitals(style: Sentence)",
    "Consistent([[\"a\", \"é\"]])",
    "Either(pairs: [(\"a\", \"é\")])",
    "Emoji(max: 0)",
    "Emoji(repeated: false, bullets: false, mid_sentence: false)",
    "FirstThen(first: AnyOf([\"a\"]), then: Pattern(\"(b)\"), each: true)",
    "Hashtags(max: 0, camel_case: true)",
    "LetterCase(like: Title)",
    "LetterCase(like: Sentence, each: Sentence)",
    "LinkOnly",
    "LinkWithoutReason",
    "Metric(formula: \"syllables / words\", condition: \"> 0\")",
    "Missing(of: AnyOf([\"a\"]), insert: \"A.\")",
    "Near(a: AnyOf([\"a\"]), b: Emoji)",
    r#"Needs(first: r"\w", second: "([ab])", each: Sentence)"#,
    r#"Occurs(of: r"\w", max: 1, each: Paragraph)"#,
    "OpenQuestion",
    "OutsideLinksOnly",
    "OverLimit",
    r#"Pattern(r"\b\w|[^a]+")"#,
    r#"PatternSwap(pairs: [(r"(\w)a", ["${1}é"]), ("é", ["", "b"])], inside_words: true)"#,
    r#"Patterns(any_of: [r"(?<!a)\w+", r"\s+"], look_around: true, change: Trim("a"))"#,
    r#"Patterns(any_of: [r"\w|[^a]+"], inside_words: true, except: ["a a"])"#,
    "Repeated",
    r#"RepeatedMatch(any_of: [r"\S+"], any_case: true)"#,
    "SentenceLength(words: 1)",
    "Shouting(words: 1, marks: 1)",
    "StyledLetters",
];

/// What the kinds look for, and what stands around it.
const PARTS: &[&str] = &[
    "a",
    "a",
    "A",
    "é",
    "e\u{301}",
    " ",
    " ",
    "\n",
    "\r\n",
    ". ",
    "! ",
    "? ",
    ", ",
    ":",
    "“",
    "”",
    "\"",
    "`",
    "(",
    ")",
    "-",
    "’s",
    "I",
    "Open",
    "the the",
    "@a",
    "#a",
    "#𝗔𝗯",
    "https://a.example/b",
    "a.com",
    "🎉",
    "🎉",
    "👩‍👩‍👧",
    "❤️",
    "1️⃣",
    "🇬🇧",
    "\u{200d}",
    "\u{fe0f}",
    "𝗔𝗯𝗰",
    "ＡＢ",
    "ᴀʙᴄs",
    "ᵃᵇᶜᵈ",
    "日本",
    "7",
    "password: ",
    "api_key=",
    "-----BEGIN PRIVATE KEY-----",
    "-----END PRIVATE KEY-----",
    "://a:b9C@",
    "Zm9vYmFyIGJheiBxdXV4IDEyMw",
    "408-47-",
    "4242 4242 ",
    "GB29 ",
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
    fn every_finding_fits_a_text_of_what_the_kinds_look_for(
        parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..30),
    ) {
        holds_together(&parts.concat());
    }

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
fn long_texts_of_one_thing_stay_linear() {
    for part in [
        "the ",
        "🎉",
        "🎉 a ",
        "𝗔",
        "https://a.example ",
        "#a ",
        "a. ",
        "a\n",
        "\"",
        "WHO ",
        "password: ",
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        "://a:",
        "4242 ",
        "1 ",
        "GB29 ",
        "ssn ",
        "key-",
        "eyJ",
    ] {
        holds_together(&part.repeat(4_000));
    }
}
