//! Styles of Vale, imported: `tests/vale/styles` becomes a set, and `tests/vale/findings.txt` says
//! what its rules find. A case is a rule's id, a text with what it finds in brackets, and, where
//! that matters, the text after the first fix (`=>`) and what the first finding says (`:`).

use std::path::{Path, PathBuf};

use jiff::Zoned;
use postwright::check::{Post, Report, Voice};
use postwright::guideline::SpeakerKind;
use postwright::import::{Bundle, Imported, RuleFile, Style, import_vale};
use postwright::store::read_styles;

use crate::guidelines::{checked, compiled, fixture};
use crate::platforms::shipped;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/vale")
        .join(name)
}

fn imported() -> Imported {
    let (bundle, faults) = read_styles(&folder("styles")).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    import_vale(&bundle, "shop", "Shop")
}

fn marked(text: &str, report: &Report, rule: &str) -> String {
    let mut marked = text.to_owned();
    for finding in report.findings.iter().rev().filter(|one| one.rule == rule) {
        marked.insert(finding.span.end, '⟧');
        marked.insert(finding.span.start, '⟦');
    }
    marked
}

#[test]
fn imported_rules_find_what_vale_finds() {
    let imported = imported();
    let checker = compiled(&imported.text).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(checker.n_rules(), imported.n_rules);
    let cases = std::fs::read_to_string(folder("findings.txt")).unwrap();
    let mut faults = Vec::new();
    for case in cases.trim_end().split("\n---\n") {
        let (rule, rest) = case.split_once('\n').unwrap();
        let said = rest.split_once("\n: ").map(|(_, said)| said);
        let rest = rest.split("\n: ").next().unwrap();
        let (expect, fixed) = match rest.split_once("\n=> ") {
            Some((expect, fixed)) => (expect, Some(fixed)),
            None => (rest, None),
        };
        let text = expect.replace(['⟦', '⟧'], "");
        let platform = shipped().get("reddit/title").unwrap();
        let post = Post {
            text: &text,
            platform,
            count: &platform.count(&text),
            speaker: SpeakerKind::Brand,
            voice: Voice::default(),
            intent: None,
            replying_to: None,
            recent: &[],
            now: &Zoned::default(),
        };
        let report = checker.check(&post, &|| false);
        let found = marked(&text, &report, rule);
        if found != expect {
            faults.push(format!("{rule}: {found}\n   not {expect}"));
        }
        let first = report.findings.iter().find(|one| one.rule == rule);
        let fix = first.and_then(|one| one.fixes.first());
        if let Some(expect) = fixed {
            let after = fix.map(|fix| fix.applied(&text));
            if after.as_deref() != Some(expect) {
                faults.push(format!("{rule}: {after:?}\n   not {expect:?}"));
            }
        }
        if let Some(expect) = said
            && first.is_none_or(|one| one.says != expect)
        {
            let says = first.map(|one| &one.says);
            faults.push(format!("{rule}: {says:?}\n   not {expect:?}"));
        }
    }
    assert!(
        faults.is_empty(),
        "\n{}\n{}",
        faults.join("\n"),
        imported.text
    );
}

#[test]
fn every_imported_rule_has_a_case() {
    let cases = std::fs::read_to_string(folder("findings.txt")).unwrap();
    for line in imported().text.lines() {
        if let Some(id) = line
            .trim()
            .strip_prefix("id: \"")
            .filter(|id| id.contains('.'))
        {
            let id = id.split('"').next().unwrap();
            assert!(cases.contains(&format!("{id}\n")), "{id}");
        }
    }
}

#[test]
fn what_is_not_carried_over_is_listed_with_its_reason() {
    let imported = imported();
    let expect = std::fs::read_to_string(folder("left.txt")).unwrap();
    let lines: Vec<String> = imported
        .left
        .iter()
        .map(postwright::import::Left::line)
        .collect();
    assert_eq!(lines.len(), expect.lines().count(), "{lines:#?}");
    for line in expect.lines() {
        let (rule, reason) = line.split_once(" | ").unwrap();
        let found = lines
            .iter()
            .find(|line| line.starts_with(&format!("{rule}: ")));
        let found = found.unwrap_or_else(|| panic!("{rule} in {lines:#?}"));
        assert!(found.contains(reason), "{found}");
        assert!(
            imported.text.contains(&format!("//   {found}\n")),
            "{found}"
        );
    }
    assert_eq!(imported.notes.len(), 1);
    assert!(imported.text.contains("Carried over in part:"));
}

#[test]
fn a_pattern_that_goes_back_too_often_stops_and_the_others_go_on() {
    let slow = r#"Patterns(any_of: [r"(?=x*)(?:a|a|aa)+(?!a|b)c"], inside_words: true, look_around: true)"#;
    let source = fixture(slow);
    let (head, tail) = source.rsplit_once("\n])").unwrap();
    let other = r#"(id: "other", level: Nudge, says: "It is here.", find: AnyOf(["desk"])),"#;
    let checker = compiled(&format!("{head}\n{other}\n]){tail}")).unwrap();
    let text = format!("{} desk", "a".repeat(3000)).repeat(5);
    let report = checked(&checker, &text);
    let rules: Vec<&str> = report
        .findings
        .iter()
        .map(|one| one.rule.as_str())
        .collect();
    assert!(rules.contains(&"other"), "{rules:?}");
}

#[test]
fn what_a_file_gets_wrong_is_named() {
    for (rule, reason) in [
        ("tokens: [a]\nlevel: fatal", "there is no level `fatal`"),
        (
            "tokens: [a]\nnonword: maybe",
            "`nonword` wants `true` or `false`",
        ),
        ("tokens: {a: b}", "`tokens` wants a list of texts"),
        ("tokens: []", "it has neither `tokens` nor `raw`"),
        ("tokens: ['(?<=(?:a|b+)']", "cannot be read"),
        (
            "tokens: [a]\naction: {name: dance}",
            "there is no action `dance`",
        ),
    ] {
        let source = format!("extends: existence\nmessage: m\n{rule}\n");
        let file = RuleFile {
            name: "R".to_owned(),
            path: PathBuf::from("R.yml"),
            source,
        };
        let style = Style {
            name: "S".to_owned(),
            files: vec![file],
            meta: None,
        };
        let bundle = Bundle {
            styles: vec![style],
            ..Bundle::default()
        };
        let left = import_vale(&bundle, "s", "S").left;
        assert_eq!(left.len(), 1, "{rule}");
        assert!(left[0].line().contains(reason), "{}", left[0].line());
    }
}
