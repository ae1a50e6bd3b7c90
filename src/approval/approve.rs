//! Approving: the only way to make an [`Approval`].
//!
//! Never: lets a Hold through that may not be reasoned, or a Check that nobody answered for.

use jiff::{Timestamp, Zoned};

use super::withheld::Withheld;
use super::{Approval, Exception, Seal};
use crate::check::{Finding, Report};
use crate::draft::{Experiment, Speaker};
use crate::guideline::{ActiveSet, Intent, Level};

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
    /// The questions of the pause that this post asks.
    pub asked: &'a [String],
    /// Those that were answered.
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

/// Approves a text, or says what is in the way.
pub fn approve(request: &Request<'_>) -> Result<Approval, Refusal> {
    if request.parts.iter().all(|part| part.trim().is_empty()) {
        return Err(Refusal::Blank);
    }
    for finding in &request.report.findings {
        answered_for(finding, request)?;
    }
    if let Some(question) = request
        .asked
        .iter()
        .find(|question| !request.answered.contains(question))
    {
        return Err(Refusal::NotPaused {
            question: question.clone(),
        });
    }
    let at = Timestamp::from_second(request.now.timestamp().as_second())
        .unwrap_or(request.now.timestamp());
    let withheld = Withheld::of(request.parts, request.body, request.report);
    let (withheld, masked) = withheld.unzip();
    let exact = masked.is_some().then(|| request.parts.to_vec());
    Ok(Approval {
        format: 1,
        seal: Seal::default(),
        platform: request.platform.to_owned(),
        speaker: request.speaker.to_string(),
        intent: request.intent,
        experiment: request.experiment.cloned(),
        goal: request.goal.map(str::to_owned),
        parts: masked.unwrap_or_else(|| request.parts.to_vec()),
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
        withheld,
        exact,
    }
    .bound())
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
