//! The post as a check sees it.
//!
//! Never: owns anything; everything is lent by whoever asks.

use jiff::Zoned;

use super::{Recent, Voice};
use crate::guideline::{Intent, SpeakerKind};
use crate::platform::{Count, Platform};

/// A text with everything around it that guidance may depend on.
#[derive(Clone, Copy)]
pub struct Post<'a> {
    /// The body, without a signature: findings point into it.
    pub text: &'a str,
    /// Where it goes.
    pub platform: &'a Platform,
    /// What the platform counts for the body with its signature.
    pub count: &'a Count,
    /// Who speaks.
    pub speaker: SpeakerKind,
    /// The person behind it, everybody else, and how they sign.
    pub voice: Voice<'a>,
    /// What it is for.
    pub intent: Option<Intent>,
    /// What the other person said.
    pub replying_to: Option<&'a str>,
    /// What was approved lately, oldest first.
    pub recent: &'a [Recent],
    /// When it is looked at.
    pub now: &'a Zoned,
}
