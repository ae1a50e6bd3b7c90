//! Styles of Vale as one guideline set.
//!
//! Never: drops a rule in silence; what is not carried over is listed with its reason, in the file too.

use std::path::{Path, PathBuf};

use super::left::Left;
use super::rule::{About, Carried, Kept, Made, entry, made};
use super::set_file::{head, set};
use super::spelling::term;
use super::vocabulary::{accepted_rule, rejected_rule, terms};
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
    /// Lists of words and small dictionaries, which spelling rules name.
    pub words: Vec<WordFile>,
}

/// A list of words, or a file of a dictionary.
#[derive(Clone, Debug, Default)]
pub struct WordFile {
    /// Its path in the folder of the styles, with `/` between folders.
    pub name: String,
    /// What it says.
    pub source: String,
}

/// What came of an import.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The set, as its file is to read.
    pub text: String,
    /// How many rules it has.
    pub n_rules: usize,
    /// How many rules of spelling are carried over, as words that are right.
    pub n_spelling: usize,
    /// Words that spelling takes for right, and patterns of words.
    pub words: Vec<String>,
    /// What is not carried over, in the order of the files.
    pub left: Vec<Left>,
    /// Rules that look only at what a post does not have: they find nothing here, and nothing in a
    /// plain text of Vale either.
    pub absent: Vec<Left>,
    /// What of a rule that is carried over is left out.
    pub notes: Vec<Left>,
}

impl Imported {
    /// How much is carried over, in a sentence.
    pub fn share(&self) -> String {
        let n_left = self.left.iter().filter(|left| left.fault.rule.is_some());
        let (n_left, n_absent) = (n_left.count(), self.absent.len());
        let n = self.n_rules + self.n_spelling;
        let all = n + n_left + n_absent;
        let noun = if all == 1 { "rule" } else { "rules" };
        let part = match self.notes.len() {
            0 => String::new(),
            n => format!(", {n} of them in part"),
        };
        let look = if n_absent == 1 { "looks" } else { "look" };
        let rest: Vec<String> = [
            (
                n_absent,
                format!("{n_absent} {look} at what a post does not have"),
            ),
            (n_left, format!("{n_left} left behind")),
        ]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(_, words)| words)
        .collect();
        let rest = if rest.is_empty() {
            String::new()
        } else {
            format!("; {}", rest.join(", "))
        };
        format!("carried {n} of {all} {noun}{part}{rest}")
    }
}

/// Makes a set of styles; `id` and `name` are the set's own.
pub fn import_vale(bundle: &Bundle, id: &str, name: &str) -> Imported {
    let accepted: Vec<String> = bundle.accept.iter().flat_map(|list| terms(list)).collect();
    let rejected: Vec<String> = bundle.reject.iter().flat_map(|list| terms(list)).collect();
    let mut imported = Imported {
        words: accepted.iter().flat_map(|words| term(words)).collect(),
        ..Imported::default()
    };
    let mut rules: Vec<(Carried, &Path)> = Vec::new();
    for style in &bundle.styles {
        imported.left.extend(meta_fault(style));
        for file in &style.files {
            let id = format!("{}.{}", style.name, file.name);
            let left = |fault| Left::of(&id, &file.path, fault);
            match made(&id, &file.source, &accepted, &bundle.words) {
                Ok(Made::Rule(_)) if rules.iter().any(|(rule, _)| rule.id == id) => {
                    let reason = "a rule of that name is there already";
                    let fault = Fault::new(Place::default(), reason);
                    imported.left.push(left(fault));
                }
                Ok(Made::Rule(rule)) => rules.push((*rule, &file.path)),
                Ok(Made::Words(spelt)) => {
                    imported.n_spelling += 1;
                    imported.words.extend(spelt.words);
                    let note = spelt.note.map(|why| Fault::new(Place::default(), why));
                    imported.notes.extend(note.map(left));
                }
                Err(Kept::Broken(fault)) => imported.left.push(left(fault).broken()),
                Err(Kept::Out(fault)) => imported.left.push(left(fault)),
                Err(Kept::Absent(fault)) => imported.absent.push(left(fault)),
            }
        }
    }
    let nowhere = Path::new("");
    for (id, rule) in of_vocabulary(&accepted, &rejected) {
        match rule {
            Ok(rule) => rules.push((rule, nowhere)),
            Err(reason) => {
                let fault = Fault::new(Place::default(), reason);
                imported.left.push(Left::of(id, nowhere, fault));
            }
        }
    }
    imported
        .words
        .sort_by_key(|word| (word.to_lowercase(), word.clone()));
    imported.words.dedup();
    settle(&mut rules, &mut imported, (id, name), &bundle.styles);
    imported
}

/// What is wrong with what a style says about itself.
fn meta_fault(style: &Style) -> Option<Left> {
    let (path, source) = style.meta.as_ref()?;
    let fault = serde_json::from_str::<serde_json::Value>(source).err()?;
    let place = Place {
        line: fault.line(),
        column: fault.column(),
    };
    Some(Left::new(path, Fault::new(place, "this is no JSON")).broken())
}

/// The rules that accepted and rejected words make.
fn of_vocabulary(
    accepted: &[String],
    rejected: &[String],
) -> Vec<(&'static str, Result<Carried, String>)> {
    let rules = [
        (
            "Vale.Terms",
            "Use '%s' instead of '%s'.",
            accepted_rule(accepted),
        ),
        ("Vale.Avoid", "Avoid using '%s'.", rejected_rule(rejected)),
    ];
    rules
        .into_iter()
        .filter_map(|(id, message, found)| {
            let about = About {
                level: "Check",
                message: message.to_owned(),
                ..About::default()
            };
            Some((id, entry(id, found?, &about)))
        })
        .collect()
}

/// Writes the set and reads it back, until every rule that is in it works.
fn settle(
    rules: &mut Vec<(Carried, &Path)>,
    imported: &mut Imported,
    (id, name): (&str, &str),
    styles: &[Style],
) {
    loop {
        let text = set(rules, &imported.words, id, name);
        let faults = faults_of(&text);
        let n_before = rules.len();
        rules.retain(|(rule, path)| {
            let is_it = |fault: &&Fault| fault.rule.as_deref() == Some(rule.id.as_str());
            let fault = faults.iter().find(is_it);
            if let Some(fault) = fault {
                let fault = Fault::new(Place::default(), fault.reason.clone());
                imported.left.push(Left::of(&rule.id, path, fault));
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
        Some(Left::of(&rule.id, path, fault))
    });
    imported.notes.extend(notes);
    imported.text = head(imported, styles) + &set(rules, &imported.words, id, name);
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
