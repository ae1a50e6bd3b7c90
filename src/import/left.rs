//! What of an import is listed: a rule, why, and where.
//!
//! Never: says it in more than a line.

use std::path::{Path, PathBuf};

use crate::guideline::Fault;

/// A rule that is not carried over, or not wholly, or that finds nothing in a post.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Left {
    /// Its file, where it has one.
    pub path: PathBuf,
    /// Which rule, where, and why.
    pub fault: Fault,
    /// Whether its file cannot be read at all.
    pub is_broken: bool,
}

impl Left {
    pub(super) fn new(path: &Path, fault: Fault) -> Self {
        Self {
            path: path.to_owned(),
            fault,
            is_broken: false,
        }
    }

    pub(super) fn of(rule: &str, path: &Path, fault: Fault) -> Self {
        let rule = Some(rule.to_owned());
        Self::new(path, Fault { rule, ..fault })
    }

    /// The same, of a file that cannot be read.
    pub(super) fn broken(self) -> Self {
        Self {
            is_broken: true,
            ..self
        }
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
