//! Reads every word that people can see: what Postwright says is guidance, in sentence case, without
//! stops on labels.

use std::fs;
use std::sync::LazyLock;

use postwright::guideline::{Set, read_set};
use regex::Regex;

use crate::source::{Literal, Source, all, root};

/// The words that do not occur.
static UNSAID: LazyLock<Regex> = LazyLock::new(|| {
    let words = r"(?i)\b(errors?|violations?|forbidden|non[- ]?compliant)\b";
    Regex::new(words).unwrap()
});

/// What `format!` fills in, which is no word of ours.
static FILLED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\{[^{}]*\}").unwrap());

/// Calls whose text is for programmers, is taken off, or is never shown.
const UNSEEN: &[&str] = &[
    ".strip_prefix",
    ".trim_start_matches",
    "#[cfg",
    "#[expect",
    "include_bytes!",
    "include_str!",
    "log::debug!",
    "log::error!",
    "log::info!",
    "log::warn!",
    "panic!",
];

/// Calls that name a thing for the program, not for people.
const NAMES: &[&str] = &[
    ".font_data",
    ".id_salt",
    ".join",
    ".replace",
    ".request_discard",
    ".strftime",
    ".with",
    ".with_app_id",
    "Id::unique",
    "egui::Id::unique",
];

/// Calls whose text is a label.
const LABELS: &[&str] = &[
    ".key",
    ".name",
    "Button::icon_only",
    "Button::new",
    "MenuRow",
    "Tab",
    "bare_field",
    "chip",
    "dialog_ui",
    "field",
    "menu_head",
    "rail_item",
    "row_ui",
    "title_ui",
];

/// Names of keys, which are written large.
const KEYS: &[&str] = &["Alt", "Cmd", "Ctrl", "Enter", "Esc", "Shift", "Tab"];

/// Words that are small even where every other word is large.
const SMALL: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with",
];

/// What is wrong with some words that anybody may read.
fn unsaid(words: &str) -> Option<String> {
    let words = FILLED.replace_all(words, "0");
    let word = UNSAID.find(&words)?;
    Some(format!("{:?} is not a word of ours", word.as_str()))
}

/// What is wrong with the looks of words in the window.
fn unkempt(words: &str, is_label: bool) -> Option<&'static str> {
    let words = FILLED.replace_all(words, "0");
    let words = words.trim();
    if !words.contains(char::is_alphabetic) {
        return None;
    }
    if words.contains("...") {
        Some("three dots are one `…`")
    } else if words.ends_with(':') {
        Some("nothing ends in a colon")
    } else if is_label && words.ends_with('.') {
        Some("a label has no full stop")
    } else if words
        .split(['.', '?', '!', ':', '·', '\n'])
        .any(is_title_case)
    {
        Some("sentence case: one large letter at the start")
    } else {
        None
    }
}

/// Whether three words or more, and all that are not small, begin with a large letter.
fn is_title_case(piece: &str) -> bool {
    let is_word = |word: &&str| word.starts_with(char::is_alphabetic) && !KEYS.contains(word);
    let words: Vec<&str> = piece
        .split_whitespace()
        .filter(is_word)
        .filter(|word| !SMALL.contains(word))
        .collect();
    words.len() >= 3
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase))
}

/// Everything in a source that people should not read like this.
fn slips(source: &Source) -> Vec<String> {
    let is_window = source.path.starts_with("src/app/");
    let mut slips: Vec<String> = source
        .shown()
        .flat_map(|literal| {
            slips_of(source, literal, is_window)
                .into_iter()
                .map(|says| format!("{}: {says}: {:?}", place(source, literal.at), literal.words))
        })
        .collect();
    // clap shows these
    if source.text.contains("clap::") {
        for (at, _) in source.text.match_indices("///") {
            let line = source.text[at..].lines().next().unwrap_or_default();
            slips.extend(unsaid(line).map(|says| format!("{}: {says}", place(source, at))));
        }
    }
    slips
}

fn place(source: &Source, at: usize) -> String {
    format!("{}:{}", source.path, source.line(at))
}

fn slips_of(source: &Source, literal: &Literal, is_window: bool) -> Vec<String> {
    let calls = source.calls(literal.at);
    let within = |list: &[&str], n: usize| calls.iter().take(n).any(|call| list.contains(call));
    if within(UNSEEN, 1) {
        return Vec::new();
    }
    let mut says: Vec<String> = unsaid(&literal.words).into_iter().collect();
    if is_window && !within(NAMES, 2) {
        let is_label = source.path == "src/app/command.rs" || within(LABELS, calls.len());
        says.extend(unkempt(&literal.words, is_label).map(str::to_owned));
    }
    says
}

#[test]
fn nothing_that_people_read_scolds_or_shouts() {
    let slips: Vec<String> = all().iter().flat_map(slips).collect();
    assert!(slips.is_empty(), "\n{}\n", slips.join("\n"));
}

/// The words of a set that stand in the window.
fn words_of(set: &Set) -> Vec<&String> {
    let mut words = vec![&set.name, &set.approach, &set.core_message];
    words.extend(set.pause.iter().map(|question| &question.ask));
    words.extend(&set.ways);
    words.extend(set.home_base.iter().map(|page| &page.reason));
    words.extend(
        set.concerns
            .iter()
            .flat_map(|(worry, answer)| [worry, answer]),
    );
    for value in &set.values {
        words.extend([
            &value.words,
            &value.says,
            &value.looks_like,
            &value.not_like,
        ]);
    }
    for goal in &set.goals {
        words.extend([&goal.business, &goal.how_social_helps, &goal.measure]);
    }
    for rule in &set.rules {
        words.extend([&rule.says, &rule.why, &rule.instead]);
        words.extend(&rule.fixes);
        words.extend(
            rule.source
                .iter()
                .flat_map(|source| [&source.title, &source.quote]),
        );
    }
    for embargo in &set.embargoes {
        words.push(&embargo.label);
        words.extend(embargo.settle_first.iter().chain(&embargo.tell_first));
    }
    words
}

fn slips_of_set(name: &str, source: &str) -> Vec<String> {
    let set = read_set(source)
        .unwrap_or_else(|fault| panic!("{name}: {fault}"))
        .set;
    words_of(&set)
        .into_iter()
        .filter_map(|words| Some(format!("{name}: {}: {words:?}", unsaid(words)?)))
        .collect()
}

#[test]
fn no_shipped_set_scolds() {
    for entry in fs::read_dir(root().join("guidelines")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let slips = slips_of_set(name, &fs::read_to_string(&path).unwrap());
        assert!(slips.is_empty(), "\n{}\n", slips.join("\n"));
    }
    let platforms = fs::read_to_string(root().join("assets/platforms.ron")).unwrap();
    // RON writes comments and texts as Rust does
    for literal in &Source::new("assets/platforms.ron", &platforms).literals {
        assert_eq!(
            unsaid(&literal.words),
            None,
            "platforms.ron: {:?}",
            literal.words
        );
    }
}

#[track_caller]
fn told(path: &str, code: &str, about: &str) {
    let slips = slips(&Source::new(path, code));
    let start = format!("{path}:1: ");
    let is_named = |slip: &String| slip.starts_with(&start) && slip.contains(about);
    assert!(slips.iter().any(is_named), "{code}\n{slips:?}");
}

#[track_caller]
fn keeps_quiet(path: &str, code: &str) {
    let slips = slips(&Source::new(path, code));
    assert!(slips.is_empty(), "{code}\n{slips:?}");
}

#[test]
fn words_that_scold_are_named_with_their_line() {
    for (path, code) in [
        (
            "src/app/panel/bar.rs",
            "const A: &str = \"An Error was found\";",
        ),
        ("src/app/update.rs", "say(state, \"Two violations\", \"\");"),
        ("src/draft/mod.rs", "f.write_str(r\"This is forbidden\")"),
        ("src/guideline/rule.rs", "Self::Hold => \"Non-compliant\","),
        ("src/check/finding.rs", "format!(\"{n} error(s)\")"),
        ("src/store/fault.rs", "#[error(\"a parse error, {0}\")]"),
        ("src/cli/usage.rs", "io.say(\"ERRORS: {n}\");"),
        ("src/cli/args.rs", "use clap::Parser; /// Lists the errors"),
    ] {
        told(path, code, "is not a word of ours");
    }
    keeps_quiet("src/cli/usage.rs", "words.strip_prefix(\"error: \")");
    keeps_quiet(
        "src/store/lock.rs",
        "log::warn!(\"an error: {}\", path.display());",
    );
    keeps_quiet(
        "src/store/lock.rs",
        "format!(\"can't be read: {error}, terrors\")",
    );
    keeps_quiet(
        "src/cli/usage.rs",
        "/// An error of clap.\nfn a() {} // error",
    );
    let set = "(format: 1, id: \"a\", name: \"A\", core_message: \"Help.\", pause: [\"Is it free of errors?\"])";
    assert_eq!(
        slips_of_set("a.ron", set),
        ["a.ron: \"errors\" is not a word of ours: \"Is it free of errors?\""]
    );
}

#[test]
fn words_that_are_not_in_house_style_are_named_with_their_line() {
    let path = "src/app/panel/bar.rs";
    for (code, about) in [
        ("say(\"Approve The Copy Now\")", "sentence case"),
        ("say(\"Two of Three Open\")", "sentence case"),
        ("Button::new(Weight::Quiet, \"Settle.\")", "no full stop"),
        (
            "Button::new(Weight::Quiet, &format!(\"Keep on {name} now.\"))",
            "no full stop",
        ),
        (
            "button.name(if a { \"Show less.\" } else { \"Why\" })",
            "no full stop",
        ),
        (
            "MenuRow { label: \"The brand.\", note: \"\" }",
            "no full stop",
        ),
        ("say(\"Open...\")", "one `…`"),
        ("say(\"Your name:\")", "colon"),
        ("format!(\"Fixes of {rule}: \")", "colon"),
    ] {
        told(path, code, about);
    }
    told(
        "src/app/command.rs",
        "Self::Palette => (\"Find anything\", \"Every action.\"),",
        "no full stop",
    );
    for code in [
        "say(\"Nothing stops you while you type.\")",
        "say(\"Press Ctrl Shift Enter\")",
        "say(\"Asha Rao\")",
        "say(\"On hold. Please wait. Thank you.\")",
        "format!(\"{file}{place}:\")",
        "format!(\"Next: {name}\")",
        "ui.interact(rect, id.with(\"Some Large Name:\"), sense)",
        "dialog_ui(ui, \"Keyboard\", |ui| { coda(ui, \"Every key in one place.\") })",
    ] {
        keeps_quiet(path, code);
    }
}
