//! A second approver: when a set asks for one, what is handed over, and what comes back.
//!
//! Never: lets one person stand for two, unless the set says that they may.

use serde::{Deserialize, Serialize};

use super::Approval;
use crate::draft::{Settled, Speaker, Threading, Written};
use crate::guideline::{ActiveSet, Intent, Topic};
use crate::text::{PhraseMap, tokens};

/// On what a set asks for a second approver, if it does for this text: `on linkedin`, `for the
/// intent announce`, `on the topic returns`.
pub fn second_wanted(set: &ActiveSet, written: &Written<'_>, platform: &str) -> Option<String> {
    let wanted = set.head.second_approver.as_ref()?;
    let is_family = |id: &&String| {
        let rest = platform.strip_prefix(id.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if let Some(id) = wanted.platforms.iter().find(is_family) {
        return Some(format!("on {id}"));
    }
    if let Some(intent) = written
        .intent
        .filter(|intent| wanted.intents.contains(intent))
    {
        return Some(format!("for the intent {}", intent.id()));
    }
    let is_about = |topic: &&Topic| {
        let words = topic.words.iter().map(|word| (word.as_str(), 0));
        let found = PhraseMap::new(words).find(written.text, &tokens(written.text));
        wanted.topics.contains(&topic.id) && !found.is_empty()
    };
    let topic = set.head.topics.iter().find(is_about)?;
    Some(format!("on the topic {}", topic.id))
}

/// Whether the second approver may be who speaks.
pub fn may_speak_too(set: &ActiveSet) -> bool {
    let wanted = set.head.second_approver.as_ref();
    wanted.is_some_and(|wanted| wanted.may_speak_too)
}

/// A text that waits for somebody's yes: a file of its own in `requests/`, never changed.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct SecondAsk {
    /// The format of the file.
    pub format: u32,
    /// Made when it is asked; the name of its file.
    pub id: String,
    /// Who asks, by name.
    pub asked_by: String,
    /// When, in UTC, RFC 3339 with seconds.
    pub at: String,
    /// Why a second person is asked, as the set says it.
    pub wanted: String,
    /// Where it goes.
    pub platform: String,
    /// Who speaks.
    pub speaker: Speaker,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// Which goal it serves, by its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// What the other person said, where the set keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub they_said: Option<String>,
    /// The text as it was typed.
    pub text: String,
    /// Whether it goes out without a signature.
    pub is_unsigned: bool,
    /// How it goes out in parts.
    pub threading: Threading,
    /// What was settled by a decision.
    pub settled: Vec<Settled>,
    /// The set, and the hash of it and all it builds on.
    pub set: String,
    /// See `set`.
    pub set_hash: String,
    /// A word to whoever approves. It is no part of the text and never copied with it.
    pub note: String,
}

/// What became of it: a file beside it, by whoever answered; two people who answer at once make two.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct SecondAnswer {
    /// The format of the file.
    pub format: u32,
    /// The id of what was asked.
    pub ask: String,
    /// Who answers, by name.
    pub by: String,
    /// When, in UTC, RFC 3339 with seconds.
    pub at: String,
    /// A word back; never copied with the text.
    pub note: String,
    /// The text as it was approved, where the approver changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The approval; none where it goes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
}

impl SecondAnswer {
    /// The approval, where its file is as it was written.
    pub fn yes(&self) -> Option<&Approval> {
        self.approval
            .as_ref()
            .filter(|approval| approval.is_whole())
    }
}

/// Something that was asked, with what came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// What was asked.
    pub ask: SecondAsk,
    /// What came back, by file name.
    pub answers: Vec<SecondAnswer>,
}
