//! Styles of Vale, imported: `tests/vale/styles` becomes a set, and `tests/vale/findings.txt` says
//! what its rules find. A case is a rule's id, a text with what it finds in brackets, and, where
//! that matters, the text after the first fix (`=>`) and what the first finding says (`:`).

mod features;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Zoned;
use postwright::check::{Dictionary, OwnWords, Post, Report, Spelling, Voice};
use postwright::guideline::{SpeakerKind, activate, read_set};
use postwright::import::{Bundle, Imported, Left, RuleFile, Style, import_vale};
use postwright::store::{Dictionaries, read_styles};

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

/// Holds what is listed against a file of `rule | reason`, and against the head of the set.
#[track_caller]
fn check_list(list: &[Left], file: &str, text: &str) {
    let expect = std::fs::read_to_string(folder(file)).unwrap();
    let lines: Vec<String> = list.iter().map(Left::line).collect();
    assert_eq!(lines.len(), expect.lines().count(), "{lines:#?}");
    for line in expect.lines() {
        let (rule, reason) = line.split_once(" | ").unwrap();
        let found = lines
            .iter()
            .find(|line| line.starts_with(&format!("{rule}: ")));
        let found = found.unwrap_or_else(|| panic!("{rule} in {lines:#?}"));
        assert!(found.contains(reason), "{found}");
        assert!(text.contains(&format!("//   {found}\n")), "{found}");
    }
}

#[test]
fn what_is_not_carried_over_is_listed_with_its_reason() {
    let imported = imported();
    check_list(&imported.left, "left.txt", &imported.text);
    check_list(&imported.absent, "absent.txt", &imported.text);
    check_list(&imported.notes, "part.txt", &imported.text);
    let share = "carried 37 of 46 rules, 3 of them in part; 2 look at what a post does not have, \
        7 left behind";
    assert_eq!(imported.share(), share);
    assert!(imported.text.contains(&format!("// {share}.\n")));
}

#[test]
fn spelling_rules_become_words_that_are_right() {
    let imported = imported();
    assert_eq!(imported.n_spelling, 2);
    let own = read_set(&imported.text).unwrap().set;
    let base = [own];
    let source =
        "(format: 1, id: \"mine\", name: \"Mine\", core_message: \"Help.\", extends: [\"shop\"])";
    let mine = read_set(source).unwrap().set;
    for set in [&base[0], &mine] {
        let active = activate(set, &[], &|id| base.iter().find(|set| set.id == id)).unwrap();
        let text = Dictionaries {
            folders: Vec::new(),
            language: "en_US".to_owned(),
            is_chosen: false,
        };
        let text = text.built_in();
        let dictionary = Dictionary::new(&text.tag, &text.aff, &text.dic).unwrap();
        let mut spelling = Spelling::default();
        spelling.use_dictionary(Some(Arc::new(dictionary)));
        let all = "We plugh, we unrestocked the parcelboxes here. They like autorestocking for a \
            labelmaker. Our two shelfies are brrrly zzgood. The wifi is on.";
        assert!(spelling.misspelt(all).len() > 4);
        spelling.use_own(OwnWords::of(&active, &[]));
        let found = spelling.misspelt(all);
        assert!(found.is_empty(), "{:?}", found[0].of(all));
        assert_eq!(
            spelling.misspelt("We recieve the autorestocked box.").len(),
            2
        );
    }
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

/// A bundle of one rule.
fn alone(source: &str) -> Bundle {
    let file = RuleFile {
        name: "R".to_owned(),
        path: PathBuf::from("R.yml"),
        source: source.to_owned(),
    };
    let style = Style {
        name: "S".to_owned(),
        files: vec![file],
        meta: None,
    };
    Bundle {
        styles: vec![style],
        ..Bundle::default()
    }
}

#[test]
fn a_share_of_one_rule_reads_well() {
    let share = |source: &str| import_vale(&alone(source), "s", "S").share();
    let rule = "extends: existence\nmessage: m\ntokens: [a]\n";
    assert_eq!(share(rule), "carried 1 of 1 rule");
    let absent = share(&format!("{rule}scope: alt\n"));
    assert_eq!(
        absent,
        "carried 0 of 1 rule; 1 looks at what a post does not have"
    );
    let left = share("extends: script\nmessage: m\nscript: x\n");
    assert_eq!(left, "carried 0 of 1 rule; 1 left behind");
}

#[test]
fn sequences_that_need_more_than_patterns_are_left() {
    for (tokens, reason) in [
        ("[{pattern: a, tag: NN}]", "parts of speech"),
        ("[{pattern: a b}, {pattern: c}]", "several words"),
        (
            "[{pattern: a}, {pattern: b, skip: 1}, {pattern: c}]",
            "elsewhere than before its last",
        ),
        ("[{pattern: a, negate: true}]", "a `pattern` that is wanted"),
        ("[a, b]", "wants a `pattern`"),
        ("[]", "it has no `tokens`"),
        ("a", "it has no list of `tokens`"),
    ] {
        let source = format!("extends: sequence\nmessage: m\ntokens: {tokens}\n");
        let left = import_vale(&alone(&source), "s", "S").left;
        assert!(left[0].line().contains(reason), "{}", left[0].line());
    }
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
        let left = import_vale(&alone(&source), "s", "S").left;
        assert_eq!(left.len(), 1, "{rule}");
        assert!(left[0].line().contains(reason), "{}", left[0].line());
    }
}
