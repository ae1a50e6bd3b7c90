//! A decision about a finding, kept with the draft in words that survive edits elsewhere.
//!
//! Never: hides a finding for good; it is listed, and can be taken back.

use serde::{Deserialize, Serialize};

/// How a finding was settled.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum How {
    /// A fix was used; the text has changed.
    Fixed(String),
    /// Kept as it is, on one platform or, for none, in this draft.
    Kept(Option<String>),
    /// The writer's judgement, with one line of reason.
    Judgement(String),
}

/// One settled finding: the rule, and the words it was about.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Settled {
    /// The rule's id.
    pub rule: String,
    /// The words, as they stood.
    pub words: String,
    /// How.
    pub how: How,
}

impl Settled {
    /// Whether it settles a finding of `rule` about `words` on `platform`. A fix settles nothing by
    /// itself: the words are gone, or the finding stands.
    pub fn covers(&self, rule: &str, words: &str, platform: &str) -> bool {
        self.rule == rule
            && self.words == words
            && match &self.how {
                How::Fixed(_) => false,
                How::Kept(only) => only.as_deref().is_none_or(|id| id == platform),
                How::Judgement(_) => true,
            }
    }
}
