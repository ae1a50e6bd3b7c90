//! What is known about what the other person said: when it was heard, what it is, what came of it.
//!
//! Never: holds their words; the draft does.

use serde::{Deserialize, Serialize};

/// What somebody said, sorted, so that the answer can fit it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Triage {
    /// Something went wrong for them.
    Unhappy,
    /// They want to know something.
    Question,
    /// They say something that is not so, or that we did.
    WrongFact,
    /// They are pleased.
    Praise,
    /// They let off steam, or make fun.
    RantOrJoke,
}

impl Triage {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Unhappy,
        Self::Question,
        Self::WrongFact,
        Self::Praise,
        Self::RantOrJoke,
    ];

    /// Its name in the window.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unhappy => "Unhappy",
            Self::Question => "Question",
            Self::WrongFact => "Wrong fact",
            Self::Praise => "Praise",
            Self::RantOrJoke => "Rant, joke",
        }
    }

    /// Whether a way of this name is meant for an answer to it: `An unhappy customer`, `A rant or a
    /// joke`.
    pub fn is_meant_by(self, name: &str) -> bool {
        let words: &[&str] = match self {
            Self::Unhappy => &["unhappy", "upset", "complaint"],
            Self::Question => &["question"],
            Self::WrongFact => &["wrong fact"],
            Self::Praise => &["praise"],
            Self::RantOrJoke => &["rant", "joke"],
        };
        let name = name.to_lowercase();
        let stands = |word: &&str| {
            name.match_indices(*word).any(|(at, _)| {
                let before = name.get(..at).unwrap_or_default();
                let after = name.get(at + word.len()..).unwrap_or_default();
                !before.ends_with(char::is_alphanumeric)
                    && !after.starts_with(char::is_alphanumeric)
            })
        };
        words.iter().any(stands)
    }

    /// The one that is offered after it, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|one| *one == self);
        let next = at.and_then(|at| Self::ALL.get(at + 1));
        *next.unwrap_or(&Self::Unhappy)
    }
}

/// What is known about their words. A draft of an older version has none of it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Heard {
    /// When they were heard, RFC 3339 in UTC; empty while nothing was.
    pub at: String,
    /// What the writer says it is; none leaves it to what the words look like.
    pub triage: Option<Triage>,
    /// Whether the writer decided that it needs no reply.
    pub needs_none: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;

    #[test]
    fn a_draft_of_an_older_version_is_read_as_it_was() {
        let old = r#"(id: "a", body: "Hello", they_said: Some("Hi?"))"#;
        let draft: Draft = ron::from_str(old).expect("it is read");
        assert_eq!(draft.their_words(), Some("Hi?"));
        assert_eq!(draft.heard, Heard::default());
    }

    #[test]
    fn the_choices_go_round() {
        let mut seen = vec![Triage::Unhappy];
        while seen.len() < 6 {
            let last = seen.last().copied().expect("there is one");
            seen.push(last.next());
        }
        assert_eq!(seen[..5], Triage::ALL);
        assert_eq!(seen[5], Triage::Unhappy);
    }
}
