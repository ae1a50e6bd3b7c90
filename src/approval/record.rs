//! The record of an approval: what was approved, by whom, and the code that binds it.
//!
//! Never: makes an approval; [`super::approve`] does, and the ledger brings them back.

use serde::{Deserialize, Serialize};

use super::Seal;
use super::withheld::{Exact, Withheld};
use crate::draft::Experiment;
use crate::guideline::Intent;
use crate::text::with_lf;

/// The version of the canonical form that a seal is taken over.
const FORM: &str = "postwright-seal-1";

/// A finding that stands although the text was approved, with the writer's reason.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Exception {
    /// The rule's id.
    pub rule: String,
    /// The words it was about.
    pub words: String,
    /// One line of reason; "kept" when the writer kept it without one.
    pub reason: String,
}

/// How the record names a text that was checked as of another day.
pub const ANOTHER_DAY: &str = "another-day";
/// The reason of words that were kept without one.
pub const KEPT: &str = "kept";

/// The reason of an [`Exception`] that nobody decided over this text: see [`Exception::local`].
const LEFT_OUT: &str = "left out on this machine";

impl Exception {
    /// Something that the team's guidelines ask and a set of this machine leaves out: the rule's id,
    /// or words such as `second approver`.
    pub fn local(rule: String) -> Self {
        Self {
            rule,
            reason: LEFT_OUT.to_owned(),
            ..Self::default()
        }
    }

    /// Whether it is one of those.
    pub fn is_local(&self) -> bool {
        self.words.is_empty() && self.reason == LEFT_OUT
    }
}

/// An approval of an exact text. It can only be made by [`super::approve`], or read from the ledger.
///
/// A secret that somebody answered for is in memory only, until the program ends: the record has
/// its mask, and the text is known again by what stands around it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Approval {
    pub(super) format: u32,
    pub(super) seal: Seal,
    pub(super) platform: String,
    pub(super) speaker: String,
    /// Noted for the posts that follow; the seal does not bind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) intent: Option<Intent>,
    /// Kept so that what was learned can be asked for; the seal does not bind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) experiment: Option<Experiment>,
    /// Noted to be counted; the seal does not bind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) goal: Option<String>,
    pub(super) parts: Vec<String>,
    /// Kept where the set says so; the seal does not bind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) they_said: Option<String>,
    pub(super) set: String,
    pub(super) set_version: u32,
    pub(super) set_hash: String,
    pub(super) exceptions: Vec<Exception>,
    pub(super) answered: Vec<String>,
    pub(super) approver: String,
    pub(super) at: String,
    pub(super) at_local: String,
    pub(super) prev: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) withheld: Option<Withheld>,
    /// The exact parts, where the file has masked ones.
    #[serde(skip)]
    pub(super) exact: Option<Exact>,
}

impl Approval {
    /// The code that binds it to its text.
    pub const fn seal(&self) -> &Seal {
        &self.seal
    }

    /// Its short code as people are told it: with how much was left out on this machine, if anything.
    pub fn seal_words(&self) -> String {
        match self.n_local() {
            0 => self.seal.to_string(),
            n => format!("{}, local exceptions: {n}", self.seal),
        }
    }

    /// Where it goes.
    pub fn platform(&self) -> &str {
        &self.platform
    }

    /// Who speaks, as the command line writes it.
    pub fn speaker(&self) -> &str {
        &self.speaker
    }

    /// What it is for, where the writer said so.
    pub const fn intent(&self) -> Option<Intent> {
        self.intent
    }

    /// What it tried out, where it did.
    pub const fn experiment(&self) -> Option<&Experiment> {
        self.experiment.as_ref()
    }

    /// Which goal it serves, by its id, where the writer said so.
    pub fn goal(&self) -> Option<&str> {
        self.goal.as_deref()
    }

    /// What the other person said, where the set keeps it.
    pub fn they_said(&self) -> Option<&str> {
        self.they_said.as_deref()
    }

    /// The final parts, in order; with masks where [`Self::is_masked`].
    pub fn parts(&self) -> &[String] {
        self.exact
            .as_ref()
            .map_or(&self.parts, |exact| &exact.parts)
    }

    /// Whether the exact words are known no more, because the file does without a secret.
    pub const fn is_masked(&self) -> bool {
        self.withheld.is_some() && self.exact.is_none()
    }

    /// The approval as a start of the program finds it in its file.
    #[must_use]
    pub fn as_written(&self) -> Self {
        Self {
            exact: None,
            ..self.clone()
        }
    }

    /// Whether it binds exactly these parts; never where [`Self::is_masked`].
    pub fn binds(&self, parts: &[&str]) -> bool {
        !self.is_masked() && self.parts() == parts
    }

    /// Whether `text` is what was approved: the whole of it, or one part. White space at the end
    /// and CRLF make no difference.
    pub fn is_of(&self, text: &str) -> bool {
        if let (Some(withheld), None) = (&self.withheld, &self.exact) {
            let mut parts = self.parts.iter();
            return withheld.is(text, &self.text()) || parts.any(|part| withheld.is(text, part));
        }
        let wanted = plain(text);
        plain(&self.text()) == wanted || self.parts().iter().any(|part| plain(part) == wanted)
    }

    /// The text as it was copied; parts of a thread stand one blank line apart.
    pub fn text(&self) -> String {
        self.parts().join("\n\n")
    }

    /// The set's id and version.
    pub fn set(&self) -> (&str, u32) {
        (&self.set, self.set_version)
    }

    /// What stood although it was approved.
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
    }

    /// How much of the team's guidelines was left out on the machine it was approved on.
    pub fn n_local(&self) -> usize {
        self.exceptions.iter().filter(|one| one.is_local()).count()
    }

    /// The questions of the pause that were answered.
    pub fn answered(&self) -> &[String] {
        &self.answered
    }

    /// Who approved.
    pub fn approver(&self) -> &str {
        &self.approver
    }

    /// When, in UTC, RFC 3339 with seconds.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// When, on the clock of the machine, with its zone.
    pub fn at_local(&self) -> &str {
        &self.at_local
    }

    /// The SHA-256 of the file of the approval before it on this machine; empty for the first.
    pub fn prev(&self) -> &str {
        &self.prev
    }

    /// The same approval with its place in the chain; the ledger sets it when it writes the file.
    #[must_use]
    pub fn chained(self, prev: String) -> Self {
        Self { prev, ..self }
    }

    /// Whether the seal belongs to what the record says; false when somebody changed the file.
    pub fn is_whole(&self) -> bool {
        match (&self.withheld, &self.exact) {
            (Some(withheld), None) => withheld.file == self.seal_of_file(withheld),
            _ => self.seal == self.sealed(),
        }
    }

    /// The same with its seals, which bind all that is said so far.
    pub(super) fn bound(mut self) -> Self {
        self.seal = self.sealed();
        if let Some(mut withheld) = self.withheld.take() {
            withheld.file = self.seal_of_file(&withheld);
            self.withheld = Some(withheld);
        }
        self
    }

    /// The seal of the exact parts.
    fn sealed(&self) -> Seal {
        let parts: Vec<&str> = self.parts().iter().map(String::as_str).collect();
        self.seal_of(&parts)
    }

    fn seal_of(&self, parts: &[&str]) -> Seal {
        let said = self.said();
        let chance = self.exact.iter().map(|exact| exact.chance.as_str());
        Seal::of(self.pieces(parts, &said).into_iter().chain(chance))
    }

    /// The seal of the file where it has masks: the same pieces with the masked parts, then the
    /// seal of the exact ones and the masks.
    fn seal_of_file(&self, withheld: &Withheld) -> Seal {
        let said = self.said();
        let parts: Vec<&str> = self.parts.iter().map(String::as_str).collect();
        let pieces = self.pieces(&parts, &said);
        let more = std::iter::once(self.seal.hash()).chain(withheld.masks());
        Seal::of(pieces.into_iter().chain(more))
    }

    /// The pieces that have to be put into words first: number of parts, version, exceptions.
    fn said(&self) -> Vec<String> {
        let numbers = [self.parts.len().to_string(), self.set_version.to_string()];
        let exceptions = self
            .exceptions
            .iter()
            .map(|one| format!("{}={} ({})", one.rule, one.reason, one.words));
        numbers.into_iter().chain(exceptions).collect()
    }

    fn pieces<'a>(&'a self, parts: &[&'a str], said: &'a [String]) -> Vec<&'a str> {
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        let (numbers, exceptions) = said.split_at_checked(2).unwrap_or_default();
        let [n_parts, version] = numbers else {
            return Vec::new();
        };
        let mut pieces: Vec<&str> = vec![FORM, &self.platform, &self.speaker, n_parts];
        pieces.extend(parts);
        pieces.extend([self.set.as_str(), version, self.set_hash.as_str()]);
        pieces.extend(exceptions);
        pieces.extend([self.approver.as_str(), self.at.as_str()]);
        pieces
    }
}

/// Without CR and without white space at the end: a platform may add or drop that much.
pub(super) fn plain(text: &str) -> String {
    with_lf(text).trim_end().to_owned()
}
