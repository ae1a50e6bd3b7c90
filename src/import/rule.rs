//! One rule file of Vale as an entry of a set.
//!
//! Never: hands over a rule that cannot be got ready.

use super::kinds::{Found, found, has_scope};
use super::options::Options;
use super::package::WordFile;
use super::scope::nowhere;
use super::spelling::{Spelt, spelling};
use super::words::{told, without_double_quotes};
use super::write::{list, quoted};
use super::yaml;
use crate::check::RuleKind;
use crate::guideline::{Fault, from_ron};

/// A rule that is carried over.
pub(super) struct Carried {
    /// Its id: the style's name and its own.
    pub(super) id: String,
    /// The entry, as RON.
    pub(super) entry: String,
    /// What of it is left out.
    pub(super) note: Option<String>,
}

/// What a rule says about itself.
#[derive(Default)]
pub(super) struct About {
    /// `Nudge` or `Check`.
    pub(super) level: &'static str,
    /// The message, with `%s` in it.
    pub(super) message: String,
    /// Why, in a sentence or more.
    pub(super) description: String,
    /// Where to read more.
    pub(super) link: String,
}

/// What a rule file becomes.
pub(super) enum Made {
    /// A rule.
    Rule(Box<Carried>),
    /// Words that are right.
    Words(Spelt),
}

/// Why a file gives no rule.
pub(super) enum Kept {
    /// It cannot be read.
    Broken(Fault),
    /// It is read, and cannot be carried over.
    Out(Fault),
    /// It looks only at what a post does not have.
    Absent(Fault),
}

/// Reads one rule file.
pub(super) fn made(
    id: &str,
    source: &str,
    accepted: &[String],
    files: &[WordFile],
) -> Result<Made, Kept> {
    let node = yaml::read(source).map_err(Kept::Broken)?;
    let mut options = Options::of(node).map_err(Kept::Broken)?;
    let (extends, about) = about(&mut options).map_err(Kept::Out)?;
    if extends == "spelling" {
        let spelt = spelling(&mut options, files).map_err(Kept::Out)?;
        return Ok(Made::Words(spelt));
    }
    let has_scope = has_scope(&extends);
    if let Some(fault) = nowhere(&options).filter(|_| has_scope) {
        return Err(Kept::Absent(fault));
    }
    let mut found = found(&extends, &mut options, accepted).map_err(Kept::Out)?;
    if extends == "consistency" {
        // Vale passes over what it does not know here
        let unasked = options.unasked();
        if !unasked.is_empty() {
            found.noted(&format!("without {}", unasked.join(", ")));
        }
    } else {
        options.all_known().map_err(Kept::Out)?;
    }
    let rule = entry(id, found, &about).map_err(|reason| Kept::Out(options.fault(reason)))?;
    Ok(Made::Rule(Box::new(rule)))
}

/// The kind, and what every kind has.
fn about(options: &mut Options) -> Result<(String, About), Fault> {
    let extends = options.text("extends")?;
    let level = options.text("level")?;
    let is_highest = level.strip_prefix("error").is_some_and(str::is_empty);
    let level = match level.as_str() {
        "" | "warning" | "suggestion" => "Nudge",
        _ if is_highest => "Check",
        _ => return Err(options.fault(format!("there is no level `{level}`"))),
    };
    let about = About {
        level,
        message: options.text("message")?,
        description: options.text("description")?,
        link: options.text("link")?,
    };
    // one that builds on another rule has the other's message
    if about.message.trim().is_empty() && !extends.contains('.') {
        return Err(options.fault("the option `message` is missing"));
    }
    // its tests, its name and whose it is say nothing about what it finds
    for name in ["tests", "name", "author", "code", "matchcase"] {
        options.take(name);
    }
    Ok((extends, about))
}

/// The entry; look-around is allowed only where a pattern needs it.
pub(super) fn entry(id: &str, found: Found, about: &About) -> Result<Carried, String> {
    let plain = found.form.clone().done();
    let find = match ready(&plain) {
        Ok(()) => plain,
        Err(reason) => {
            let around = found.form.clone().flag("look_around", true).done();
            ready(&around).map_err(|_fault| reason)?;
            around
        }
    };
    let message = if found.replaces {
        without_double_quotes(&about.message)
    } else {
        about.message.clone()
    };
    let mut lines = vec![
        format!("id: {}, level: {},", quoted(id), about.level),
        format!("find: {find},"),
        "within: Anywhere,".to_owned(),
    ];
    if found.titles {
        let platforms = "Platform(\"hacker-news/title\"), Platform(\"reddit/title\")";
        lines.push(format!("when: [{platforms}],"));
    }
    if !found.fixes.is_empty() {
        let fixes: Vec<String> = found.fixes.iter().map(|fix| quoted(fix)).collect();
        lines.push(format!("fixes: {},", list(&fixes, 3)));
    }
    lines.push(format!("says: {},", quoted(&told(&message, found.places))));
    let why = told(&about.description, found.places);
    if !why.is_empty() {
        lines.push(format!("why: {},", quoted(&why)));
    }
    if !about.link.is_empty() {
        let (title, at) = (quoted(id), quoted(about.link.trim()));
        lines.push(format!("source: (title: {title}, at: {at}),"));
    }
    Ok(Carried {
        id: id.to_owned(),
        entry: format!("(\n            {}\n        )", lines.join("\n            ")),
        note: found.note,
    })
}

/// Whether the kind can be got ready as it is written.
fn ready(find: &str) -> Result<(), String> {
    let kind: RuleKind = from_ron(find).map_err(|fault| fault.reason)?;
    kind.kind().ready().map(|_| ())
}
