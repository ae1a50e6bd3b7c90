//! Approving: the only way to make an [`Approval`].
//!
//! Never: lets a Hold through that may not be reasoned, or a Check that nobody answered for.

use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

use super::Seal;
use crate::check::{Finding, Report};
use crate::draft::{Experiment, Speaker};
use crate::guideline::{ActiveSet, Intent, Level};

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

/// Everything that an approval binds.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The final parts, in order, each exactly as it will be copied.
    pub parts: &'a [String],
    /// The body that the report's spans point into.
    pub body: &'a str,
    /// The platform's id.
    pub platform: &'a str,
    /// Who speaks.
    pub speaker: &'a Speaker,
    /// What it is for.
    pub intent: Option<Intent>,
    /// What it tries out, while that is under way.
    pub experiment: Option<&'a Experiment>,
    /// Which goal it serves, by its id.
    pub goal: Option<&'a str>,
    /// What the other person said, where it is a reply.
    pub they_said: Option<&'a str>,
    /// The set it was checked against.
    pub set: &'a ActiveSet,
    /// SHA-256 of the set and all it extends, in hex.
    pub set_hash: &'a str,
    /// What was found.
    pub report: &'a Report,
    /// The findings that the writer answers for.
    pub exceptions: &'a [Exception],
    /// The questions of the pause that were answered.
    pub answered: &'a [String],
    /// Who approves.
    pub approver: &'a str,
    /// When.
    pub now: &'a Zoned,
}

/// Why a text was not approved.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing to approve.
    #[error("there is no text to approve")]
    Blank,
    /// A Hold stands.
    #[error("on hold: {says} ({rule})")]
    Held {
        /// The rule.
        rule: String,
        /// What it says.
        says: String,
    },
    /// A Check waits for an answer.
    #[error("please settle first: {says} ({rule}); answer with --judgement {rule}=REASON")]
    Unsettled {
        /// The rule.
        rule: String,
        /// What it says.
        says: String,
    },
    /// The questions of the pause were not answered.
    #[error("the pause was not answered: {question:?}")]
    NotPaused {
        /// The first question that is open.
        question: String,
    },
}

/// An approval of an exact text. It can only be made by [`approve`], or read from the ledger.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Approval {
    format: u32,
    seal: Seal,
    platform: String,
    speaker: String,
    /// Noted for the posts that follow; the seal does not bind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    intent: Option<Intent>,
    /// Kept so that what was learned can be asked for; the seal does not bind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    experiment: Option<Experiment>,
    /// Noted to be counted; the seal does not bind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    parts: Vec<String>,
    /// Kept where the set says so; the seal does not bind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    they_said: Option<String>,
    set: String,
    set_version: u32,
    set_hash: String,
    exceptions: Vec<Exception>,
    answered: Vec<String>,
    approver: String,
    at: String,
    at_local: String,
    prev: String,
}

impl Approval {
    /// The code that binds it to its text.
    pub const fn seal(&self) -> &Seal {
        &self.seal
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

    /// The final parts, in order.
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// The text as it was copied; parts of a thread stand one blank line apart.
    pub fn text(&self) -> String {
        self.parts.join("\n\n")
    }

    /// The set's id and version.
    pub fn set(&self) -> (&str, u32) {
        (&self.set, self.set_version)
    }

    /// What stood although it was approved.
    pub fn exceptions(&self) -> &[Exception] {
        &self.exceptions
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
        self.seal == self.sealed()
    }

    fn sealed(&self) -> Seal {
        let n_parts = self.parts.len().to_string();
        let version = self.set_version.to_string();
        let exceptions: Vec<String> = self
            .exceptions
            .iter()
            .map(|one| format!("{}={} ({})", one.rule, one.reason, one.words))
            .collect();
        let mut pieces: Vec<&str> = vec![FORM, &self.platform, &self.speaker, &n_parts];
        pieces.extend(self.parts.iter().map(String::as_str));
        pieces.extend([self.set.as_str(), version.as_str(), self.set_hash.as_str()]);
        pieces.extend(exceptions.iter().map(String::as_str));
        pieces.extend([self.approver.as_str(), self.at.as_str()]);
        Seal::of(pieces)
    }
}

/// Approves a text, or says what is in the way.
pub fn approve(request: &Request<'_>) -> Result<Approval, Refusal> {
    if request.parts.iter().all(|part| part.trim().is_empty()) {
        return Err(Refusal::Blank);
    }
    for finding in &request.report.findings {
        answered_for(finding, request)?;
    }
    if let Some(question) = super::questions(request.set)
        .iter()
        .find(|question| !request.answered.contains(question))
    {
        return Err(Refusal::NotPaused {
            question: question.clone(),
        });
    }
    let at = Timestamp::from_second(request.now.timestamp().as_second())
        .unwrap_or(request.now.timestamp());
    let approval = Approval {
        format: 1,
        seal: Seal::default(),
        platform: request.platform.to_owned(),
        speaker: request.speaker.to_string(),
        intent: request.intent,
        experiment: request.experiment.cloned(),
        goal: request.goal.map(str::to_owned),
        parts: request.parts.to_vec(),
        they_said: request
            .they_said
            .filter(|_| request.set.head.reply.keep_their_words)
            .map(str::to_owned),
        set: request.set.head.id.clone(),
        set_version: request.set.head.version,
        set_hash: request.set_hash.to_owned(),
        exceptions: request.exceptions.to_vec(),
        answered: request.answered.to_vec(),
        approver: request.approver.to_owned(),
        at: at.to_string(),
        at_local: request.now.strftime("%Y-%m-%d %H:%M:%S %:z").to_string(),
        prev: String::new(),
    };
    Ok(Approval {
        seal: approval.sealed(),
        ..approval
    })
}

fn answered_for(finding: &Finding, request: &Request<'_>) -> Result<(), Refusal> {
    let is_answered = request.exceptions.iter().any(|one| {
        one.rule == finding.rule
            && one.words == finding.words(request.body)
            && !one.reason.trim().is_empty()
    });
    let (rule, says) = (finding.rule.clone(), finding.says.clone());
    match finding.level {
        Level::Hold if !(finding.may_be_reasoned && is_answered) => {
            Err(Refusal::Held { rule, says })
        }
        Level::Check if !is_answered => Err(Refusal::Unsettled { rule, says }),
        Level::Strength | Level::Nudge | Level::Check | Level::Hold => Ok(()),
    }
}
