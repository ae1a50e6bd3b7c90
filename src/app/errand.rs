//! The patterns that users wrote, looked for off the drawing thread: what is taken along, and what
//! comes back.
//!
//! Never: keeps the window waiting; what was found before the last edit stands in until the answer
//! is there.

use std::sync::Arc;

use jiff::Zoned;

use crate::check::{Checker, Finding, Recent, Report, Review, Rules, Turn};
use crate::draft::Draft;
use crate::guideline::People;
use crate::platform::Platform;
use crate::store::clock;
use crate::text::Patch;

/// Everything that a look with these rules needs.
#[derive(Clone, Debug)]
pub(super) struct Errand {
    /// Which errand it is; a later one makes it void.
    pub number: u64,
    /// The rules, ready.
    pub checker: Arc<Checker>,
    /// Which of them look.
    pub slow: Vec<String>,
    /// Which of these rest.
    pub resting: Vec<String>,
    /// The name that the brand signs with.
    pub brand: String,
    /// Everybody who can speak.
    pub people: People,
    /// What was approved lately.
    pub recent: Vec<Recent>,
    /// When.
    pub now: Zoned,
    /// What is being written.
    pub draft: Draft,
    /// Where it goes.
    pub platforms: Vec<Platform>,
}

impl Errand {
    /// Looks, on one platform after the other.
    pub(super) fn run(mut self) -> Vec<Found> {
        let mut out = Vec::new();
        for platform in &self.platforms {
            let review = Review {
                checker: &self.checker,
                brand: &self.brand,
                people: &self.people,
                recent: &self.recent,
                rules: Rules {
                    resting: &self.resting,
                    turn: Turn::Only(&self.slow),
                },
                now: &self.now,
                elapsed: &clock::elapsed,
            };
            let written = self.draft.written(&platform.id);
            let report = review.standing(&written, platform, &|| false).report;
            // a rule that took too long on one platform would do so on the next
            self.resting.clone_from(&report.paused);
            out.push(Found {
                platform: platform.id.clone(),
                text: written.text.to_owned(),
                report,
            });
        }
        out
    }
}

/// What they found on one platform.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// The platform's id.
    pub platform: String,
    /// The text that was looked at.
    pub text: String,
    /// What was found.
    pub report: Report,
}

/// What is known of these rules.
#[derive(Clone, Debug, Default)]
pub(super) struct Errands {
    /// The rules, by their ids.
    pub slow: Vec<String>,
    /// The number of the last errand.
    pub sent: u64,
    /// The number of the last that was answered.
    pub answered: u64,
    /// What it found.
    pub found: Vec<Found>,
}

impl Errands {
    /// What these rules find in `text` on a platform, as far as is known.
    pub(super) fn findings(&self, platform: &str, text: &str) -> Vec<Finding> {
        let Some(found) = self.found.iter().find(|one| one.platform == platform) else {
            return Vec::new();
        };
        match Patch::between(&found.text, text) {
            None => found.report.findings.clone(),
            Some(edit) => found.report.carried(edit),
        }
    }

    /// Whether the answer to the last errand is not there yet.
    pub(super) const fn is_waiting(&self) -> bool {
        self.answered < self.sent
    }
}
