//! A text under a set on a platform: what goes out, what the platform counts, what was found.
//! Window and command line ask the same question here, and so get the same answer.
//!
//! Never: decides what is shown, or when.

use std::time::Duration;

use jiff::Zoned;

use super::offsets::as_it_came;
use super::{Checker, Memory, Post, Recent, Report, Rules, Voice};
use crate::draft::{FinalText, Written, signed_thread};
use crate::guideline::People;
use crate::platform::{Count, Platform, Thread};
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
    /// What was approved lately, oldest first.
    pub recent: &'a [Recent],
    /// The rules that look.
    pub rules: Rules<'a>,
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
    /// What would be copied as one post.
    pub final_text: FinalText,
    /// What would be copied one after the other, when it goes out in parts.
    pub thread: Option<Thread>,
    /// What was found, and the count of what would be copied; all places are in the text as it was
    /// given, a signature that was added stands at its end.
    pub report: Report,
}

impl Standing {
    /// The count of the text as one post; of a thread, that of its fullest part.
    pub fn count(&self) -> Option<&Count> {
        self.report.counts.first()
    }

    /// What would be copied: the parts of a thread in their order, or the one post.
    pub fn parts(&self) -> Vec<&str> {
        match &self.thread {
            Some(thread) => thread.parts.iter().map(|part| part.text.as_str()).collect(),
            None => vec![&self.final_text.text],
        }
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
        self.stand(written, platform, &mut |post| {
            self.checker
                .check_with(self.rules, post, out_of_time, self.elapsed)
        })
    }

    /// The same with a memory of the text as it was before: see [`Checker::check_again`].
    pub fn standing_again(
        &self,
        memory: &mut Memory,
        written: &Written<'_>,
        platform: &Platform,
        out_of_time: &dyn Fn() -> bool,
    ) -> Standing {
        self.stand(written, platform, &mut |post| {
            self.checker
                .check_again(memory, self.rules, post, out_of_time, self.elapsed)
        })
    }

    /// The questions of the pause that are worth asking about a text as it goes to `platform`.
    pub fn questions(
        &self,
        written: &Written<'_>,
        platform: &Platform,
        out_of_time: &dyn Fn() -> bool,
    ) -> Vec<String> {
        let mut questions = Vec::new();
        self.stand(written, platform, &mut |post| {
            questions = self.checker.questions(post, out_of_time);
            Report::default()
        });
        questions
    }

    fn stand(
        &self,
        written: &Written<'_>,
        platform: &Platform,
        check: &mut dyn FnMut(&Post<'_>) -> Report,
    ) -> Standing {
        let signature = self.signature(written, platform);
        let final_text = FinalText::new(written.text, &signature);
        let whole = final_text.count(platform);
        let thread = thread(written, &signature, platform, whole.used);
        let count = match thread.as_ref().and_then(|thread| fullest(thread, platform)) {
            Some(count) => count,
            None => as_it_came(written.text, &final_text.text, whole),
        };
        let post = Post {
            text: unsigned(written.text, &signature),
            platform,
            count: &count,
            speaker: written.speaker.kind(),
            voice: Voice {
                person: written.speaker.named(self.people),
                people: self.people,
                brand: self.brand,
                is_signed: !signature.is_empty(),
            },
            intent: written.intent,
            replying_to: written.replying_to,
            recent: self.recent,
            now: self.now,
        };
        Standing {
            platform: platform.id.clone(),
            report: check(&post),
            final_text,
            thread,
        }
    }
}

/// The text in parts, where that is how it goes out and every part fits.
fn thread(
    written: &Written<'_>,
    signature: &Signature,
    platform: &Platform,
    used: u32,
) -> Option<Thread> {
    let threading = written
        .threading
        .filter(|threading| threading.applies(written.text, used, platform))?;
    let how = (threading.numbering, threading.signed);
    let thread = signed_thread(written.text, signature, platform, how);
    (thread.parts.len() > 1 && thread.fault.is_none()).then_some(thread)
}

/// The count of the part that uses most.
fn fullest(thread: &Thread, platform: &Platform) -> Option<Count> {
    let part = thread.parts.iter().max_by_key(|part| part.used)?;
    Some(part.count(platform))
}

/// The text without the signature that it may carry already.
fn unsigned<'t>(text: &'t str, signature: &Signature) -> &'t str {
    FinalText::without_signature(text.trim_end(), &signature.text).unwrap_or(text)
}
