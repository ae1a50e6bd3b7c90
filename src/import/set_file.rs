//! The file of an imported set: a comment that says what came of the import, the words, the rules.
//!
//! Never: leaves anything of the import out of the comment.

use std::path::Path;

use super::left::Left;
use super::package::{Imported, Style};
use super::rule::Carried;
use super::write::quoted;

/// How long a line of words may grow, in bytes.
const WIDTH: usize = 96;

/// What a set of words for spelling stands for.
const VALUE: &str = r#"(id: "own-words", words: "Our words as we write them")"#;

/// The set as RON.
pub(super) fn set(rules: &[(Carried, &Path)], words: &[String], id: &str, name: &str) -> String {
    let mut out = format!(
        "(\n    format: 1,\n    id: {},\n    name: {},\n    version: 1,\n    values: [{}],\n",
        quoted(id),
        quoted(name),
        // a set of words alone is none without a value
        if rules.is_empty() { VALUE } else { "" }
    );
    if !words.is_empty() {
        out.push_str(&own(words));
    }
    out.push_str("    rules: [\n");
    for (rule, _) in rules {
        out.extend(["        ", &rule.entry, ",\n"]);
    }
    out + "    ],\n)\n"
}

/// The words that spelling takes for right, several on a line.
fn own(words: &[String]) -> String {
    let mut out = "    own: (words: [".to_owned();
    let mut n = WIDTH;
    for word in words {
        let word = quoted(word);
        if n + word.len() > WIDTH {
            out.push_str("\n       ");
            n = 7;
        }
        out.extend([" ", &word, ","]);
        n += word.len() + 2;
    }
    out + "\n    ]),\n"
}

/// The comment at the top.
pub(super) fn head(imported: &Imported, styles: &[Style]) -> String {
    let names: Vec<String> = styles.iter().map(|style| style.name.clone()).collect();
    let mut lines = vec![
        format!("Imported from Vale styles: {}.", names.join(", ")),
        "Vale looks everywhere in a text, so each rule says `within: Anywhere`. Without that line a"
            .to_owned(),
        "rule leaves quotations, links, handles and code alone.".to_owned(),
    ];
    lines.extend(styles.iter().filter_map(about_style));
    lines.extend([String::new(), format!("{}.", imported.share())]);
    if imported.n_spelling > 0 {
        let words = "Spelling is no rule here: words are marked while you write. What the spelling";
        lines.push(words.to_owned());
        lines.push("rules take for right stands under `own`, `words`.".to_owned());
    }
    for (title, list) in [
        ("Not carried over:", &imported.left),
        ("Nothing to look at in a post:", &imported.absent),
        ("Carried over in part:", &imported.notes),
    ] {
        if !list.is_empty() {
            lines.push(title.to_owned());
            lines.extend(list.iter().map(Left::line).map(|line| format!("  {line}")));
        }
    }
    lines
        .iter()
        .map(|line| format!("// {line}").trim_end().to_owned() + "\n")
        .collect()
}

/// What a style says about itself, in a line.
fn about_style(style: &Style) -> Option<String> {
    let (_, source) = style.meta.as_ref()?;
    let meta: serde_json::Value = serde_json::from_str(source).ok()?;
    let word = |name: &str| meta.get(name).and_then(serde_json::Value::as_str);
    let words: Vec<&str> = ["description", "author", "url", "vale_version"]
        .into_iter()
        .filter_map(word)
        .collect();
    let words = words
        .join(", ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    (!words.is_empty()).then(|| format!("{}: {words}", style.name))
}
