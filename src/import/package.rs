//! Styles of Vale as one guideline set.
//!
//! Never: drops a rule in silence; what is not carried over is listed with its reason, in the file too.

use std::path::{Path, PathBuf};

use super::rule::{About, Carried, Kept, carried, entry};
use super::vocabulary::{accepted_rule, rejected_rule, terms};
use super::write::quoted;
use crate::check::compile;
use crate::guideline::{Fault, Place, activate, read_set};

/// One file of a style.
#[derive(Clone, Debug, Default)]
pub struct RuleFile {
    /// Its name without the ending, with the folders inside the style: `dates.Format`.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// What it says.
    pub source: String,
}

/// A style: a folder of rule files.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// Its name, which begins the ids of its rules.
    pub name: String,
    /// Its rules.
    pub files: Vec<RuleFile>,
    /// What its `meta.json` says, if it has one.
    pub meta: Option<(PathBuf, String)>,
}

/// Everything that a folder holds.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// Its styles.
    pub styles: Vec<Style>,
    /// The lists of accepted words.
    pub accept: Vec<String>,
    /// The lists of rejected words.
    pub reject: Vec<String>,
}

/// A rule that is not carried over, or not wholly.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Left {
    /// Its file, where it has one.
    pub path: PathBuf,
    /// Which rule, where, and why.
    pub fault: Fault,
    /// Whether its file cannot be read at all.
    pub is_broken: bool,
}

/// What came of an import.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The set, as its file is to read.
    pub text: String,
    /// How many rules it has.
    pub n_rules: usize,
    /// What is not carried over, in the order of the files.
    pub left: Vec<Left>,
    /// What of a rule that is carried over is left out.
    pub notes: Vec<Left>,
}

/// Makes a set of styles; `id` and `name` are the set's own.
pub fn import_vale(bundle: &Bundle, id: &str, name: &str) -> Imported {
    let accepted: Vec<String> = bundle.accept.iter().flat_map(|list| terms(list)).collect();
    let rejected: Vec<String> = bundle.reject.iter().flat_map(|list| terms(list)).collect();
    let mut imported = Imported::default();
    let mut rules: Vec<(Carried, &Path)> = Vec::new();
    for style in &bundle.styles {
        if let Some((path, source)) = &style.meta
            && let Err(fault) = serde_json::from_str::<serde_json::Value>(source)
        {
            let place = Place {
                line: fault.line(),
                column: fault.column(),
            };
            let fault = Fault::new(place, "this is no JSON");
            imported.left.push(Left::new(path, fault, true));
        }
        for file in &style.files {
            let id = format!("{}.{}", style.name, file.name);
            match carried(&id, &file.source, &accepted) {
                Ok(_) if rules.iter().any(|(rule, _)| rule.id == id) => {
                    let fault =
                        Fault::new(Place::default(), "a rule of that name is there already");
                    imported.left.push(Left::of(&id, &file.path, fault, false));
                }
                Ok(rule) => rules.push((rule, &file.path)),
                Err(Kept::Broken(fault)) => {
                    imported.left.push(Left::of(&id, &file.path, fault, true));
                }
                Err(Kept::Out(fault)) => {
                    imported.left.push(Left::of(&id, &file.path, fault, false));
                }
            }
        }
    }
    let nowhere = Path::new("");
    for (id, message, found) in [
        (
            "Vale.Terms",
            "Use '%s' instead of '%s'.",
            accepted_rule(&accepted),
        ),
        ("Vale.Avoid", "Avoid using '%s'.", rejected_rule(&rejected)),
    ] {
        let about = About {
            level: "Check",
            message: message.to_owned(),
            ..About::default()
        };
        match found.map(|found| entry(id, found, &about)) {
            Some(Ok(rule)) => rules.push((rule, nowhere)),
            Some(Err(reason)) => {
                let fault = Fault::new(Place::default(), reason);
                imported.left.push(Left::of(id, nowhere, fault, false));
            }
            None => {}
        }
    }
    settle(&mut rules, &mut imported, (id, name), &bundle.styles);
    imported
}

/// Writes the set and reads it back, until every rule that is in it works.
fn settle(
    rules: &mut Vec<(Carried, &Path)>,
    imported: &mut Imported,
    (id, name): (&str, &str),
    styles: &[Style],
) {
    loop {
        let text = format!("(\n{}", set(rules, id, name));
        let faults = faults_of(&text);
        let n_before = rules.len();
        rules.retain(|(rule, path)| {
            let is_it = |fault: &&Fault| fault.rule.as_deref() == Some(rule.id.as_str());
            let fault = faults.iter().find(is_it);
            if let Some(fault) = fault {
                let fault = Fault::new(Place::default(), fault.reason.clone());
                imported.left.push(Left::of(&rule.id, path, fault, false));
            }
            fault.is_none()
        });
        if rules.len() == n_before {
            break;
        }
    }
    imported.n_rules = rules.len();
    let notes = rules.iter().filter_map(|(rule, path)| {
        let fault = Fault::new(Place::default(), rule.note.clone()?);
        Some(Left::of(&rule.id, path, fault, false))
    });
    imported.notes = notes.collect();
    imported.text = format!("{}(\n{}", head(imported, styles), set(rules, id, name));
}

/// What of a set cannot be used.
fn faults_of(text: &str) -> Vec<Fault> {
    let Ok(read) = read_set(text) else {
        return Vec::new();
    };
    let mut faults = read.faults;
    if let Ok(active) = activate(&read.set, &[], &|_| None) {
        faults.extend(compile(&active).1);
    }
    faults
}

fn set(rules: &[(Carried, &Path)], id: &str, name: &str) -> String {
    let mut out = format!(
        "    format: 1,\n    id: {},\n    name: {},\n    version: 1,\n    values: [],\n    rules: [\n",
        quoted(id),
        quoted(name)
    );
    for (rule, _) in rules {
        out.extend(["        ", &rule.entry, ",\n"]);
    }
    out + "    ],\n)\n"
}

/// The comment at the top.
fn head(imported: &Imported, styles: &[Style]) -> String {
    let names: Vec<String> = styles.iter().map(|style| style.name.clone()).collect();
    let n_left = imported.left.len();
    let mut lines = vec![
        format!("Imported from Vale styles: {}.", names.join(", ")),
        "Vale looks everywhere in a text, so each rule says `within: Anywhere`. Without that line a"
            .to_owned(),
        "rule leaves quotations, links, handles and code alone.".to_owned(),
    ];
    for style in styles {
        lines.extend(about_style(style));
    }
    lines.push(String::new());
    lines.push(format!(
        "{} of {} rules are carried over.",
        imported.n_rules,
        imported.n_rules + n_left
    ));
    if n_left > 0 {
        lines.push("Not carried over:".to_owned());
    }
    lines.extend(
        imported
            .left
            .iter()
            .map(|left| format!("  {}", left.line())),
    );
    if !imported.notes.is_empty() {
        lines.push("Carried over in part:".to_owned());
    }
    lines.extend(
        imported
            .notes
            .iter()
            .map(|note| format!("  {}", note.line())),
    );
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

impl Left {
    fn new(path: &Path, fault: Fault, is_broken: bool) -> Self {
        Self {
            path: path.to_owned(),
            fault,
            is_broken,
        }
    }

    fn of(rule: &str, path: &Path, fault: Fault, is_broken: bool) -> Self {
        let rule = Some(rule.to_owned());
        Self::new(path, Fault { rule, ..fault }, is_broken)
    }

    /// Which rule, why, and where, in one line.
    pub fn line(&self) -> String {
        let Fault {
            place,
            reason,
            rule,
        } = &self.fault;
        let rule = rule
            .as_ref()
            .map_or_else(String::new, |rule| format!("{rule}: "));
        let reason: Vec<&str> = reason.split_whitespace().collect();
        let reason = reason.join(" ");
        let name = self.path.file_name().map(|name| name.to_string_lossy());
        match name {
            Some(name) if place.line > 0 => format!("{rule}{reason}, in {name}, {place}"),
            Some(name) => format!("{rule}{reason}, in {name}"),
            None => format!("{rule}{reason}"),
        }
    }
}
