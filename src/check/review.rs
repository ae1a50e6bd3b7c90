//! A whole draft under a set: what goes out, what each platform counts, what was found.
//!
//! Never: decides what is shown, or when.

use jiff::Zoned;

use super::{Checker, Post, Report};
use crate::draft::{Draft, FinalText};
use crate::guideline::{ActiveSet, People};
use crate::platform::{Count, Platform};
use crate::signature::{Signature, sign};

/// Everything that a draft is looked at with.
#[derive(Clone, Copy)]
pub struct Review<'a> {
    /// The rules, ready.
    pub checker: &'a Checker,
    /// The set they came from.
    pub set: &'a ActiveSet,
    /// Everybody who can speak.
    pub people: &'a People,
    /// When.
    pub now: &'a Zoned,
}

/// A draft on one platform.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// The platform's id.
    pub platform: String,
    /// What would be copied.
    pub final_text: FinalText,
    /// What was found in the draft's text for the platform, and the count of what would be copied.
    pub report: Report,
}

impl Standing {
    /// The count of what would be copied.
    pub fn count(&self) -> Option<&Count> {
        self.report.counts.first()
    }
}

impl Review<'_> {
    /// The signature of the draft's speaker on `platform`; empty when the writer left it out.
    pub fn signature(&self, draft: &Draft, platform: &Platform) -> Signature {
        if draft.unsigned.contains(&platform.id) {
            return Signature::default();
        }
        let brand = self.set.brand();
        draft
            .speaker
            .signer(brand, self.people)
            .map_or_else(Signature::default, |signer| sign(signer, platform))
    }

    /// Looks at the draft as it goes to `platform`.
    pub fn standing(
        &self,
        draft: &Draft,
        platform: &Platform,
        out_of_time: &dyn Fn() -> bool,
    ) -> Standing {
        let text = draft.text(Some(&platform.id));
        let final_text = FinalText::new(text, &self.signature(draft, platform));
        let count = final_text.count(platform);
        let post = Post {
            text,
            platform,
            count: &count,
            speaker: draft.speaker.kind(),
            intent: draft.intent,
            replying_to: draft.they_said.as_deref(),
            now: self.now,
        };
        let report = self.checker.check(&post, out_of_time);
        Standing {
            platform: platform.id.clone(),
            final_text,
            report,
        }
    }
}
