//! A text under a set on a platform: what goes out, what the platform counts, what was found.
//! Window and command line ask the same question here, and so get the same answer.
//!
//! Never: decides what is shown, or when.

use std::time::Duration;

use jiff::Zoned;

use super::offsets::as_it_came;
use super::{Checker, Post, Report};
use crate::draft::{FinalText, Written};
use crate::guideline::People;
use crate::platform::{Count, Platform};
use crate::signature::{Signature, sign};

/// Everything that a text is looked at with.
#[derive(Clone, Copy)]
pub struct Review<'a> {
    /// The rules, ready.
    pub checker: &'a Checker,
    /// The name that the brand signs with; empty when it signs nothing.
    pub brand: &'a str,
    /// Everybody who can speak.
    pub people: &'a People,
    /// When.
    pub now: &'a Zoned,
    /// A clock that tells how long ago some moment was, so that a slow pattern can be stopped.
    pub elapsed: &'a (dyn Fn() -> Duration + Sync),
}

/// A text on one platform.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The platform's id.
    pub platform: String,
    /// What would be copied.
    pub final_text: FinalText,
    /// What was found, and the count of what would be copied; all places are in the text as it was
    /// given, a signature that was added stands at its end.
    pub report: Report,
}

impl Standing {
    /// The count of what would be copied.
    pub fn count(&self) -> Option<&Count> {
        self.report.counts.first()
    }
}

impl Review<'_> {
    /// The signature for `platform`; empty when it was left out, or nobody is there to sign.
    pub fn signature(&self, written: &Written<'_>, platform: &Platform) -> Signature {
        let signer = written.speaker.signer(self.brand, self.people);
        signer
            .filter(|_| written.is_signed)
            .map_or_else(Signature::default, |signer| sign(signer, platform))
    }

    /// The text as it goes out, signed unless it carries its signature already.
    pub fn final_text(&self, written: &Written<'_>, platform: &Platform) -> FinalText {
        FinalText::new(written.text, &self.signature(written, platform))
    }

    /// Looks at a text as it goes to `platform`.
    pub fn standing(
        &self,
        written: &Written<'_>,
        platform: &Platform,
        out_of_time: &dyn Fn() -> bool,
    ) -> Standing {
        let signature = self.signature(written, platform);
        let final_text = FinalText::new(written.text, &signature);
        let count = as_it_came(written.text, &final_text.text, final_text.count(platform));
        let post = Post {
            text: unsigned(written.text, &signature),
            platform,
            count: &count,
            speaker: written.speaker.kind(),
            intent: written.intent,
            replying_to: written.replying_to,
            now: self.now,
        };
        let report = self.checker.check_by(&post, out_of_time, self.elapsed);
        Standing {
            platform: platform.id.clone(),
            final_text,
            report,
        }
    }
}

/// The text without the signature that it may carry already.
fn unsigned<'t>(text: &'t str, signature: &Signature) -> &'t str {
    FinalText::without_signature(text.trim_end(), &signature.text).unwrap_or(text)
}
