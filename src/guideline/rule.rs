//! One rule of a set.
//!
//! Never: runs; it is what the file says.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Place, When};
use crate::check::RuleKind;

/// How much a finding asks of the writer.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum Level {
    /// Something works.
    Strength,
    /// Worth a look, nothing more.
    Nudge,
    /// To be settled before approving: a fix, keep, or one line of judgement.
    Check,
    /// Stops approval.
    Hold,
}

impl Level {
    /// All of them, from what works to what stops.
    pub const ALL: [Self; 4] = [Self::Strength, Self::Nudge, Self::Check, Self::Hold];

    /// The heading of its group in a report.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Strength => "Going for you",
            Self::Nudge => "Worth a look",
            Self::Check => "Please settle",
            Self::Hold => "On hold",
        }
    }

    /// Its name in machine-readable output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Nudge => "nudge",
            Self::Check => "check",
            Self::Hold => "hold",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// Where in a text a rule looks.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum Within {
    /// Everywhere in our own words; quotations, handles, links and code are left alone.
    #[default]
    Prose,
    /// Everywhere, quotations, links and code included.
    Anywhere,
    /// The first sentence.
    FirstSentence,
    /// The last sentence.
    LastSentence,
    /// Everywhere but in quotations: handles, links and code included.
    OutsideQuotes,
    /// What readers see first, in our own words: the first line of the text, and of each part after
    /// a manual break (a line of only `---`, or two blank lines in a row).
    FirstLines,
}

/// Where a rule comes from: the organisation's own sentence.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The document's title.
    pub title: String,
    /// The sentence itself.
    #[serde(default)]
    pub quote: String,
    /// The place in it: a file, a page, a link.
    #[serde(default)]
    pub at: String,
}

/// The rule's own test, run when the set loads.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// Texts that the rule must find (for a Strength: must credit).
    #[serde(default)]
    pub flags: Vec<String>,
    /// Texts that it must leave alone.
    #[serde(default)]
    pub passes: Vec<String>,
}

/// One entry of a set's `rules`.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Kebab-case; names the pattern, not the remedy.
    pub id: String,
    /// The id of the value that the rule serves.
    #[serde(default)]
    pub value: String,
    /// What a match asks for.
    pub level: Level,
    /// The rule kind with its options.
    pub find: RuleKind,
    /// Where it looks.
    #[serde(default)]
    pub within: Within,
    /// When it applies; empty is always.
    #[serde(default)]
    pub when: Vec<When>,
    /// Phrases in which a match does not count.
    #[serde(default)]
    pub except: Vec<String>,
    /// Texts for the matched stretch; `""` removes it.
    #[serde(default)]
    pub fixes: Vec<String>,
    /// One line: what was noticed.
    pub says: String,
    /// Why it matters to a reader.
    #[serde(default)]
    pub why: String,
    /// What to do instead. In this and the two before, `{found}` stands for the words that were found,
    /// and `{ask}` for whom to ask about them: whoever answers for the topic of their sentence, else
    /// the hub.
    #[serde(default)]
    pub instead: String,
    /// The organisation's own sentence behind it.
    #[serde(default)]
    pub source: Option<Source>,
    /// The region whose rules it follows, as in `US`.
    #[serde(default)]
    pub region: String,
    /// The day on which the fact behind it was looked up, as in `2026-11-21`.
    #[serde(default)]
    pub as_of: String,
    /// Its own test.
    #[serde(default)]
    pub examples: Examples,
    /// Where the entry starts in its file.
    #[serde(skip)]
    pub place: Place,
}
