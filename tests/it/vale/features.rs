//! How much of what Vale's packages use is carried over: `tests/vale/features.txt` has a small rule
//! for each option, scope and action, by the steps of the coverage curve of 20 packages (512 rules).

use std::path::PathBuf;

use postwright::import::{WordFile, import_vale};

use super::{alone, folder};

/// One step of the curve.
struct Step {
    n_rules: usize,
    name: String,
    /// Rules, and what is to become of each.
    rules: Vec<(String, String)>,
}

fn steps() -> Vec<Step> {
    let text = std::fs::read_to_string(folder("features.txt")).unwrap();
    let steps = text.split("\n## ").skip(1);
    steps
        .map(|step| {
            let (head, rest) = step.split_once('\n').unwrap();
            let (n, name) = head.split_once(" | ").unwrap();
            let rules = rest.strip_prefix("> ").unwrap().split("\n> ");
            Step {
                n_rules: n.parse().unwrap(),
                name: name.to_owned(),
                rules: rules
                    .map(|rule| rule.split_once('\n').unwrap())
                    .map(|(outcome, rule)| (outcome.to_owned(), rule.to_owned()))
                    .collect(),
            }
        })
        .collect()
}

/// The lists and dictionaries that lie beside the styles.
fn word_files() -> Vec<WordFile> {
    let names = [
        "config/dictionaries/en_US-shop.aff",
        "config/dictionaries/en_US-shop.dic",
        "config/ignore/shop.txt",
    ];
    let file = |name: &str| WordFile {
        name: name.to_owned(),
        source: std::fs::read_to_string(folder("styles").join(PathBuf::from(name))).unwrap(),
    };
    names.into_iter().map(file).collect()
}

/// What becomes of a rule.
fn outcome(rule: &str) -> &'static str {
    let mut bundle = alone(rule);
    bundle.words = word_files();
    let imported = import_vale(&bundle, "s", "S");
    let n_carried = imported.n_rules + imported.n_spelling;
    match (n_carried, imported.absent.len(), imported.notes.len()) {
        (1, 0, 0) => "whole",
        (1, 0, _) => "part",
        (0, 1, 0) => "absent",
        _ => "left",
    }
}

#[test]
fn at_least_95_of_100_rules_of_the_known_packages_are_carried_over() {
    let (mut n_all, mut n_whole, mut n_absent) = (0, 0, 0);
    for step in steps() {
        n_all += step.n_rules;
        for (expect, rule) in &step.rules {
            assert_eq!(outcome(rule), expect, "{}:\n{rule}", step.name);
        }
        let all = |outcome: &str| step.rules.iter().all(|(expect, _)| expect == outcome);
        n_whole += if all("whole") { step.n_rules } else { 0 };
        n_absent += if all("absent") { step.n_rules } else { 0 };
    }
    assert_eq!(n_all, 512);
    println!("{n_whole} of {n_all} rules whole, {n_absent} with nothing to look at in a post");
    assert!((n_whole + n_absent) * 100 >= n_all * 95);
}

#[test]
fn every_kind_option_scope_and_action_has_a_rule() {
    let text = std::fs::read_to_string(folder("features.txt")).unwrap();
    let kinds = "existence substitution script metric conditional capitalization occurrence \
        repetition spelling consistency sequence readability";
    for kind in kinds.split_whitespace() {
        assert!(text.contains(&format!("extends: {kind}\n")), "{kind}");
    }
    let options = "level link tokens ignorecase action scope nonword swap raw exceptions script \
        condition formula first second match token max alpha indicators append dictionaries \
        dicpath filters vocab either ignore min style code grade metrics threshold limit";
    for option in options.split_whitespace() {
        assert!(text.contains(&format!("\n{option}: ")), "{option}");
    }
    let actions = "replace edit remove suggest convert";
    for action in actions.split_whitespace() {
        assert!(text.contains(&format!("{{name: {action}")), "{action}");
    }
    let scopes = "text raw heading sentence list table.header table.cell paragraph alt \
        table.caption figure.caption ~heading ~text.frontmatter sentence&~blockquote";
    for scope in scopes.split_whitespace() {
        let names =
            |line: &str| line.starts_with("scope: ") && line.replace(' ', "").contains(scope);
        assert!(text.lines().any(names), "{scope}");
    }
}
