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

use crate::guidelines::{checked, checked_on, compiled, fixture};
use crate::platforms::shipped;

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
const CLOSE: [&str; 29] = [
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
    "Emoji(max: 0)",
    "Emoji(repeated: false, bullets: false, mid_sentence: false)",
    "FirstThen(first: AnyOf([\"a\"]), then: Pattern(\"(b)\"), each: true)",
    "Hashtags(max: 0, camel_case: true)",
    "LinkOnly",
    "LinkWithoutReason",
    "Missing(of: AnyOf([\"a\"]), insert: \"A.\")",
    "Near(a: AnyOf([\"a\"]), b: Emoji)",
    "OpenQuestion",
    "OutsideLinksOnly",
    "OverLimit",
    r#"Pattern(r"\b\w|[^a]+")"#,
    "Repeated",
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

/// X makes a link of each name that is found, and of none of the words that a fix puts there.
#[test]
fn a_fix_of_an_accidental_link_leaves_no_link() {
    let checker = compiled(&fixture("AccidentalLink, within: Anywhere")).unwrap();
    let n_links = |text: &str| shipped().get("x").unwrap().links_in(text).len();
    let mut n_fixes = 0;
    for path in cases("AccidentalLink") {
        let source = fs::read_to_string(&path).unwrap();
        let text = source.split("\n---\n").nth(1).unwrap();
        let text = text.replace(['⟦', '⟧'], "");
        for finding in checked(&checker, &text).findings {
            for fix in &finding.fixes {
                n_fixes += 1;
                let fixed = fix.applied(&text);
                assert_eq!(n_links(&fixed) + 1, n_links(&text), "{fixed:?}");
                assert!(fixed.chars().all(|c| text.contains(c) || c.is_ascii()));
            }
        }
    }
    assert!(n_fixes >= 8, "{n_fixes}");
}

#[test]
fn a_name_is_no_accident_where_it_makes_no_link() {
    let checker = compiled(&fixture("AccidentalLink, within: Anywhere")).unwrap();
    let found = |id: &str| {
        let platform = shipped().get(id).unwrap();
        let text = "Read README.md";
        let post = Post {
            text,
            platform,
            count: &platform.count(text),
            speaker: SpeakerKind::Brand,
            intent: None,
            replying_to: None,
            now: &Zoned::default(),
            recent: &[],
        };
        checker.check(&post, &|| false).findings.len()
    };
    assert_eq!((found("x"), found("linkedin")), (1, 1));
    assert_eq!((found("mastodon"), found("discord")), (0, 0));
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
    ] {
        holds_together(&part.repeat(4_000));
    }
}

#[test]
fn outside_links_are_fine_among_others_and_without_a_home() {
    let text = "Read https://news.example/a";
    let found = |source: &str, to: Option<&str>| {
        let report = checked_on(&compiled(source).unwrap(), text, 60, to);
        report.findings.len()
    };
    let source = fixture("OutsideLinksOnly");
    assert_eq!(found(&source, None), 1);
    assert_eq!(found(&source, Some("Where was that?")), 0);
    let (head, rest) = source.split_once("home_base: [").unwrap();
    let homeless = format!("{head}home_base: [{}", rest.split_once(')').unwrap().1);
    assert_eq!(found(&homeless, None), 0);
}

#[test]
fn what_nobody_could_look_for_is_said() {
    for (find, says) in [
        ("AtLeast(n: 0, of: Blank)", "above 0"),
        ("Capitals", "names or a style"),
        ("Capitals(as_written: [\"!\"])", "no word"),
        ("Consistent([])", "at least one group"),
        ("Consistent([[\"adviser\"]])", "two forms"),
        ("Consistent([[\"Adviser\", \"adviser\"]])", "capitals"),
        (
            "FirstThen(first: AnyOf([]), then: Blank)",
            "at least one phrase",
        ),
        ("Near(a: Blank, b: Pattern(\"(\"))", "cannot be read"),
        ("SentenceLength(words: 0)", "above 0"),
    ] {
        let fault = compiled(&fixture(find)).err();
        let fault = fault.unwrap_or_else(|| panic!("{find} is taken"));
        assert!(fault.reason.contains(says), "{find}: {}", fault.reason);
    }
}

/// The examples in the docs of a kind: what stands behind `find:` in each block of RON.
fn examples_in_docs(source: &str) -> Vec<String> {
    let lines = source.lines().filter_map(|line| line.strip_prefix("///"));
    let docs = lines.collect::<Vec<_>>().join("\n");
    let blocks = docs.split("```ron").skip(1);
    blocks
        .filter_map(|block| block.split("```").next()?.trim().strip_prefix("find: "))
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn the_examples_in_the_docs_of_each_kind_can_be_used() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/kind");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let source = fs::read_to_string(&path).unwrap();
        let examples = examples_in_docs(&source);
        assert!(!examples.is_empty() || path.ends_with("mod.rs"), "{path:?}");
        for example in examples {
            let fault = compiled(&fixture(&example)).err();
            assert!(fault.is_none(), "{path:?}: {example}: {fault:?}");
        }
    }
}

/// Posts with nothing to say about them; the kinds with the options that sets would give them.
#[test]
fn kinds_of_words_and_shape_leave_clean_posts_alone() {
    let posts = include_str!("../cases/sets/clean-posts.txt");
    let posts: Vec<&str> = posts.lines().filter(|line| !line.is_empty()).collect();
    for find in [
        "Capitals(as_written: [\"GitHub\", \"LinkedIn\"], style: Sentence)",
        "Emoji(max: 2, bullets: false, mid_sentence: false)",
        "LinkOnly",
        "LinkWithoutReason",
        "Readability(grade: 9)",
        "Repeated",
        "SentenceLength(words: 28)",
        "StyledLetters",
    ] {
        let checker = compiled(&fixture(find)).unwrap();
        let is_found = |text: &&&str| !checked(&checker, text).findings.is_empty();
        let alarms: Vec<&&str> = posts.iter().filter(is_found).collect();
        println!("{find}: {} of {} posts", alarms.len(), posts.len());
        assert!(alarms.len() * 100 <= posts.len(), "{find}: {alarms:#?}");
    }
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
