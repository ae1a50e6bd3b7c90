//! What is off in a file that people edit, and where.
//!
//! Never: names a path; whoever read the file adds it.

use std::fmt;

/// A place in a file, counted from 1; a column counts characters.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The place of a byte of `source`.
    pub fn of_byte(source: &str, at: usize) -> Self {
        let before = source.get(..at).unwrap_or(source);
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        Self { line, column }
    }

    /// The place in a file of a place in a piece of it that starts at `self`.
    #[must_use]
    pub const fn plus(self, inner: Self) -> Self {
        if inner.line <= 1 {
            Self {
                line: self.line,
                column: self.column + inner.column.saturating_sub(1),
            }
        } else {
            Self {
                line: self.line + inner.line - 1,
                column: inner.column,
            }
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// One thing that keeps a file, or one entry of it, from being used.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{place}: {reason}")]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What, in words a person can act on; no full stop.
    pub reason: String,
    /// The id of the rule that is set aside, when it is one rule only.
    pub rule: Option<String>,
}

impl Fault {
    /// A fault of the whole file.
    pub fn new(place: Place, reason: impl Into<String>) -> Self {
        Self {
            place,
            reason: reason.into(),
            rule: None,
        }
    }

    /// A fault that sets one rule aside.
    pub fn of_rule(rule: impl Into<String>, place: Place, reason: impl Into<String>) -> Self {
        Self {
            place,
            reason: reason.into(),
            rule: Some(rule.into()),
        }
    }
}
