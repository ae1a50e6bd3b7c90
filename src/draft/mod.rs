//! What is being written: the body, what a platform has of its own, who speaks, what was settled.
//!
//! Never: checks itself, saves itself, or knows the window.

mod changes;
mod experiment;
mod final_text;
mod fit;
mod handed_on;
mod heard;
mod learning;
mod sealed;
mod settled;
mod speaker;
mod starter;
mod thread;
mod threading;
mod version;
mod why;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use changes::{Change, Changes};
pub use experiment::{DayFault, Experiment};
pub use final_text::FinalText;
pub use fit::Fit;
pub use handed_on::HandedOn;
pub use heard::{Heard, Triage};
pub use learning::Learning;
pub use sealed::Sealed;
pub use settled::{How, Settled};
pub use speaker::{Speaker, YOURSELF};
pub use starter::{Starter, starters};
pub use thread::signed_thread;
pub use threading::{InParts, Threading};
pub use version::{Occasion, Version, takes_much};
pub use why::Why;
pub use written::Written;

use crate::guideline::Intent;

/// A post being written.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Draft {
    /// Made when the draft is; the name of its folder.
    pub id: String,
    /// The text that every platform follows until it has its own.
    pub body: String,
    /// Texts of single platforms.
    pub variants: BTreeMap<String, String>,
    /// Where it goes, in the order of the tabs.
    pub platforms: Vec<String>,
    /// The tab that was open: a platform, or none for all.
    pub tab: Option<String>,
    /// Who speaks.
    pub speaker: Speaker,
    /// What it is for.
    pub intent: Option<Intent>,
    /// Which purpose of the brand's own account it serves, one of the set's `logo_purposes`.
    pub purpose: Option<String>,
    /// Why it is written.
    pub why: Why,
    /// What the other person said.
    pub they_said: Option<String>,
    /// What is known about it.
    pub heard: Heard,
    /// What it tries out, if it does.
    pub experiment: Option<Experiment>,
    /// Platforms on which it goes out without a signature.
    pub unsigned: BTreeSet<String>,
    /// How a long text goes out on a platform, where the writer said so.
    pub threads: BTreeMap<String, Threading>,
    /// Which parts of a thread were copied, by platform.
    pub copied: BTreeMap<String, Copied>,
    /// What each platform had when it was approved last.
    pub sealed: BTreeMap<String, Sealed>,
    /// Findings that were settled by a decision.
    pub settled: Vec<Settled>,
    /// What was asked about it of a second person: the platform and the id of the request.
    pub asked: BTreeMap<String, String>,
    /// The id of the request that it was opened to answer; empty for one's own.
    pub second_of: String,
    /// To whom it was handed on, the last one at the end.
    pub handed_on: Vec<HandedOn>,
    /// Where the caret and the other end of the selection stood, in bytes of the open text.
    pub caret: (usize, usize),
    /// When it was begun and last changed, RFC 3339 in UTC.
    pub begun: String,
    /// When it was last changed.
    pub changed: String,
}

/// The parts of one thread that were copied. It is kept for exactly these parts: after an edit the
/// thread begins anew.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Copied {
    /// SHA-256 over the parts, in hex.
    pub of: String,
    /// Their numbers, counted from 0.
    pub parts: BTreeSet<usize>,
}

impl Draft {
    /// How a long text goes out on `platform`.
    pub fn threading(&self, platform: &str) -> Threading {
        self.threads.get(platform).copied().unwrap_or_default()
    }

    /// The text as it stands for `platform`; the master text for none.
    pub fn text(&self, platform: Option<&str>) -> &str {
        platform
            .and_then(|id| self.variants.get(id))
            .unwrap_or(&self.body)
    }

    /// Whether `platform` has left the master text.
    pub fn has_own(&self, platform: &str) -> bool {
        self.variants.contains_key(platform)
    }

    /// Whether there is nothing in it, neither ours nor theirs.
    pub fn is_blank(&self) -> bool {
        self.is_unwritten() && self.their_words().is_none()
    }

    /// Whether there is nothing of ours in it.
    pub fn is_unwritten(&self) -> bool {
        self.body.trim().is_empty() && self.variants.values().all(|text| text.trim().is_empty())
    }

    /// What the other person said, where it is more than blanks.
    pub fn their_words(&self) -> Option<&str> {
        let said = self.they_said.as_deref();
        said.filter(|said| !said.trim().is_empty())
    }

    /// Its first words, for a list; theirs, while there are none of ours.
    pub fn title(&self) -> &str {
        let text = if self.is_unwritten() {
            self.their_words().unwrap_or_default()
        } else if self.body.trim().is_empty() {
            self.variants.values().next().unwrap_or(&self.body)
        } else {
            &self.body
        };
        text.lines()
            .map(str::trim)
            .find(|line| !line.is_empty())
            .unwrap_or_default()
    }
}
