//! What a rule of Vale does to the words it found.
//!
//! Never: makes a fix of a script, or of what only a person can decide.

use super::dialect::{ours, places};
use super::options::Options;
use super::write::quoted;
use super::yaml::{Node, Value};
use crate::guideline::Fault;

/// What becomes of a match.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Action {
    /// Nothing.
    #[default]
    None,
    /// One of these texts; of the rule's own words when there are none.
    Replace(Vec<String>),
    /// It goes.
    Remove,
    /// A change, as RON.
    Edit(String),
    /// Something that cannot be carried over; why.
    Left(&'static str),
}

/// Reads `action`.
pub(super) fn action(options: &mut Options) -> Result<Action, Fault> {
    let Some(node) = options.take("action") else {
        return Ok(Action::None);
    };
    let Value::Pairs(pairs) = &node.value else {
        let reason = "`action` wants a `name`, and `params` where it needs some";
        return Err(Fault::new(node.place, reason));
    };
    let part = |name: &str| {
        let is_it = |(other, _): &&(String, Node)| other.eq_ignore_ascii_case(name);
        pairs.iter().rfind(is_it).map(|(_, node)| node)
    };
    let name = part("name").and_then(Node::text).unwrap_or_default();
    let params = part("params").and_then(Node::texts).unwrap_or_default();
    Ok(match name {
        "replace" => Action::Replace(params),
        "remove" => Action::Remove,
        "edit" => edit(&params).map_or(
            Action::Left("its edit is none that can be written here"),
            Action::Edit,
        ),
        "convert" if params.iter().any(|one| one == "simple") => {
            Action::Edit("SmallWords".to_owned())
        }
        // another form than the simple one leaves the words as they are
        "" | "convert" => Action::None,
        "suggest" => Action::Left("it asks a dictionary or a program for words"),
        _ => {
            let reason = format!("there is no action `{name}`");
            return Err(Fault::new(node.place, reason));
        }
    })
}

/// An edit as a change of ours.
fn edit(params: &[String]) -> Option<String> {
    let params: Vec<&str> = params.iter().map(String::as_str).collect();
    let one = |name: &str, text: &str| Some(format!("{name}({})", quoted(text)));
    match params.as_slice() {
        ["regex", pattern, with] => Some(format!(
            "Replace({}, {})",
            quoted(&ours(pattern)),
            quoted(&places(with))
        )),
        ["trim", marks] => one("Trim", marks),
        ["trim_left", marks] => one("TrimStart", marks),
        ["trim_right", marks] => one("TrimEnd", marks),
        ["truncate", mark] if !mark.is_empty() => one("CutAt", mark),
        // what nothing is left of is removed
        ["remove", marks] => Some(format!("Replace({}, \"\")", quoted(&regex::escape(marks)))),
        ["split", mark, n] if !mark.is_empty() => {
            let n: usize = n.trim().parse().ok()?;
            Some(format!("Piece({}, {n})", quoted(mark)))
        }
        _ => None,
    }
}
