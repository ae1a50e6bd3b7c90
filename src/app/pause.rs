//! What is asked before a text goes out, and what an edit does to a seal.
//!
//! Never: changes itself; only `update` does.

use super::pace::FindingKey;
use super::reply::Breath;

/// The questions before approving, and what has been answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pause {
    /// For which platform.
    pub platform: String,
    /// The questions of the set that this post asks.
    pub questions: Vec<String>,
    /// One tick for each of them.
    pub ticks: Vec<bool>,
    /// The Checks that stand, each with its line of reason.
    pub reasons: Vec<(FindingKey, String)>,
    /// The breath before a sharp reply.
    pub breath: Option<Breath>,
    /// Where somebody else has to say yes: why, and a word to them.
    pub second: Option<Second>,
    /// What keeps it from finishing, in a sentence.
    pub refusal: String,
}

/// Somebody else has to say yes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Second {
    /// Why, as in `on linkedin`.
    pub wanted: String,
    /// A word to whoever is asked.
    pub note: String,
}

impl Pause {
    /// The first question that is not ticked.
    pub(super) fn next(&self) -> Option<usize> {
        self.ticks.iter().position(|tick| !tick)
    }
}

/// A seal that an edit has lifted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lifted {
    /// The seal, as it is shown.
    pub seal: String,
    /// What is another than it was.
    pub words: String,
}
