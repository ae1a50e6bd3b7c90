//! A guideline set: one file that a person reads from top to bottom in a few minutes.
//!
//! Never: looks at a post, or knows which file it came from.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::Rule;
use super::entries::{
    Agreed, Client, Embargo, Goal, HomePage, Own, Owner, PlatformChange, Reply, Sample,
    SecondApprover, SetKind, Switch, Topic, Value,
};

/// The format that this version reads and writes; a file with a larger number opens read-only.
pub const FORMAT: u32 = 1;

/// What a set is about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Focus {
    /// Helping customers.
    Service,
    /// Being known.
    Awareness,
    /// Being recognised for something.
    Recognition,
    /// Doing good.
    Philanthropy,
    /// Finding colleagues.
    Recruitment,
    /// Sharing what one knows.
    Expertise,
    /// Bringing people together.
    Community,
    /// Learning from the people who use it.
    Feedback,
}

impl Focus {
    /// The prompt of an empty draft.
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::Service => "What did you make easier this week?",
            Self::Awareness => "What would somebody who has never met you want to know?",
            Self::Recognition => "What went well, and who made it so?",
            Self::Philanthropy => "Who was helped, and how can others join in?",
            Self::Recruitment => "What was a good moment at work this week?",
            Self::Expertise => "Which question did you answer more than once?",
            Self::Community => "Who should meet whom?",
            Self::Feedback => "What would you like to hear from the people who use it?",
        }
    }

    /// One line for the guidelines page.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Service => {
                "Our focus is service. A post is worth writing when it saves somebody a phone call."
            }
            Self::Awareness => {
                "Our focus is being known. A post is worth writing when a stranger would pass it on."
            }
            Self::Recognition => {
                "Our focus is recognition. A post is worth writing when it shows how the work is done."
            }
            Self::Philanthropy => {
                "Our focus is doing good. A post is worth writing when it brings one more helper."
            }
            Self::Recruitment => {
                "Our focus is finding colleagues. A post is worth writing when it shows a real working day."
            }
            Self::Expertise => {
                "Our focus is what we know. A post is worth writing when it answers a question."
            }
            Self::Community => {
                "Our focus is community. A post is worth writing when people talk to each other under it."
            }
            Self::Feedback => {
                "Our focus is listening. A post is worth writing when it brings an answer we can use."
            }
        }
    }
}

/// A guideline set as its file says it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Set {
    /// The format of the file.
    pub format: u32,
    /// Kebab-case; the file's name without its ending.
    pub id: String,
    /// Base or overlay.
    pub kind: SetKind,
    /// What people call it.
    pub name: String,
    /// Raised at each save.
    pub version: u32,
    /// The sets it builds on, in order.
    pub extends: Vec<String>,
    /// Who keeps it.
    pub owner: Option<Owner>,
    /// Who agreed to it.
    pub agreed_by: Option<Agreed>,
    /// The day on which it wants to be read again.
    pub review_by: String,
    /// The philosophy, in a paragraph.
    pub approach: String,
    /// One sentence above every draft.
    pub core_message: String,
    /// What it is about.
    pub focus: Option<Focus>,
    /// Topics of a person's own life that are welcome.
    pub welcome_personal: Vec<String>,
    /// What the organisation stands for.
    pub values: Vec<Value>,
    /// Business goals.
    pub goals: Vec<Goal>,
    /// Ways to say it: a story, a tip, an answer.
    pub ways: Vec<String>,
    /// Pages worth a visit.
    pub home_base: Vec<HomePage>,
    /// What is the organisation's own.
    pub own: Own,
    /// Names of competitors.
    pub competitors: Vec<String>,
    /// Clients.
    pub clients: Vec<Client>,
    /// Internal code names.
    pub code_names: Vec<String>,
    /// Prefixes of internal tickets.
    pub ticket_prefixes: Vec<String>,
    /// Topics with their people.
    pub topics: Vec<Topic>,
    /// What the brand's own account is for.
    pub logo_purposes: Vec<String>,
    /// Things that are on for a while.
    pub switches: Vec<Switch>,
    /// Quiet periods: first day, last day.
    pub quiet_periods: Vec<(String, String)>,
    /// Code of conduct, privacy policy and others.
    #[serde(deserialize_with = "super::links::links")]
    pub links: BTreeMap<String, String>,
    /// Further reading.
    pub resources: Vec<String>,
    /// Worries and answers.
    pub concerns: Vec<(String, String)>,
    /// Changes of platforms, or new ones.
    pub platforms: Vec<PlatformChange>,
    /// How handles are made, as in `{First}At{Company}`; see [`HandlePattern`](super::HandlePattern).
    pub handle_pattern: String,
    /// When a second person approves.
    pub second_approver: Option<SecondApprover>,
    /// The region whose law its rules follow.
    pub region: String,
    /// How the organisation answers.
    pub reply: Reply,
    /// The rules, read one by one so that a bad one is set aside alone.
    #[serde(deserialize_with = "unread")]
    pub rules: Vec<Rule>,
    /// News that must wait.
    pub embargoes: Vec<Embargo>,
    /// The questions before approving.
    pub pause: Vec<String>,
    /// Sample posts.
    pub samples: Vec<Sample>,
}

impl Set {
    /// How long it takes to read, in minutes at 200 words a minute, at least one.
    pub fn reading_minutes(&self) -> usize {
        let mut words: Vec<&str> = vec![&self.core_message, &self.approach];
        words.extend(
            self.values.iter().flat_map(|value| {
                [&value.words, &value.says, &value.looks_like].map(String::as_str)
            }),
        );
        words.extend(
            self.rules
                .iter()
                .flat_map(|rule| [&rule.says, &rule.why, &rule.instead].map(String::as_str)),
        );
        words.extend(self.goals.iter().flat_map(|goal| {
            [&goal.business, &goal.how_social_helps, &goal.measure].map(String::as_str)
        }));
        words.extend(
            self.concerns
                .iter()
                .flat_map(|(worry, answer)| [worry, answer].map(String::as_str)),
        );
        words.extend(self.ways.iter().chain(&self.pause).map(String::as_str));
        words
            .into_iter()
            .map(crate::text::n_words)
            .sum::<usize>()
            .div_ceil(200)
            .max(1)
    }
}

/// Passes over the rules: their syntax is checked with the file, their meaning one by one.
fn unread<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Rule>, D::Error> {
    Vec::<IgnoredAny>::deserialize(from).map(|_| Vec::new())
}
