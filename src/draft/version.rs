//! A draft as it stood at some moment, so that it can be brought back.
//!
//! Never: replaces the undo of the page; it reaches further, over a restart.

use serde::{Deserialize, Serialize};

use super::Draft;

/// Fewer bytes that are taken away at once are left to undo.
const MUCH: usize = 200;
/// Of a short text, half of it is much; but not a word or two.
const HALF_OF: usize = 40;

/// Why a version was kept.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Occasion {
    /// Some minutes have passed.
    #[default]
    Minutes,
    /// It was approved.
    Approved,
    /// It was copied.
    Copied,
    /// Much of it was about to be taken away.
    Cut,
    /// It was opened again after a restart.
    Opened,
    /// Another version was about to be brought back.
    Returned,
}

impl Occasion {
    /// The occasion in a few words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Minutes => "while you wrote",
            Self::Approved => "as it was approved",
            Self::Copied => "as it was copied",
            Self::Cut => "before much was deleted",
            Self::Opened => "when it was opened again",
            Self::Returned => "before an earlier one came back",
        }
    }

    /// The occasion in the name of a file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Approved => "approved",
            Self::Copied => "copied",
            Self::Cut => "cut",
            Self::Opened => "opened",
            Self::Returned => "returned",
        }
    }
}

/// A draft as it stood at some moment.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Version {
    /// The format of the file.
    pub format: u32,
    /// When, in UTC, RFC 3339 with parts of a second.
    pub at: String,
    /// Why it was kept.
    pub occasion: Occasion,
    /// The draft.
    pub draft: Draft,
}

/// Whether an edit takes so much away that the text before it is worth a version.
pub fn takes_much(before: &str, after: &str) -> bool {
    let gone = before.trim().len().saturating_sub(after.trim().len());
    gone >= MUCH || gone >= HALF_OF && 2 * gone >= before.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn much_is_two_hundred_bytes_or_half_of_a_short_text() {
        let words = |n: usize| "word ".repeat(n);
        let text = words(100);
        assert!(takes_much(&text, ""));
        assert!(takes_much(&text, &words(58)));
        assert!(!takes_much(&text, &words(62)));
        assert!(takes_much(&words(16), &words(6)));
        assert!(!takes_much("A few words", ""));
        assert!(!takes_much("", &text));
    }
}
