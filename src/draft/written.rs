//! A text with everything around it that guidance may depend on.
//!
//! Never: owns anything; everything is lent by whoever asks.

use super::{Draft, Speaker, Threading};
use crate::guideline::Intent;

/// A text, who says it, what for, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The text as it came in.
    pub text: &'a str,
    /// Who speaks.
    pub speaker: &'a Speaker,
    /// What it is for.
    pub intent: Option<Intent>,
    /// What the other person said.
    pub replying_to: Option<&'a str>,
    /// Whether it goes out with a signature.
    pub is_signed: bool,
    /// How it goes out when it is long; as one post for none.
    pub threading: Option<Threading>,
}

impl Draft {
    /// What is written for `platform`.
    pub fn written(&self, platform: &str) -> Written<'_> {
        Written {
            text: self.text(Some(platform)),
            speaker: &self.speaker,
            intent: self.intent,
            replying_to: self.their_words(),
            is_signed: !self.unsigned.contains(platform),
            threading: Some(self.threading(platform)),
        }
    }
}
