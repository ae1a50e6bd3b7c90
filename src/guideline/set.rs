//! A guideline set: one file that a person reads from top to bottom in a few minutes.
//!
//! Never: looks at a post, or knows which file it came from.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

use super::entries::{
    Agreed, Client, Goal, HomePage, Own, Owner, PlatformChange, Reply, Sample, SecondApprover,
    SetKind, Switch, Topic, Value,
};
use super::{Embargo, Focus, Question, Rule};

/// The format that this version reads and writes; a file with a larger number opens read-only.
pub const FORMAT: u32 = 1;

/// The id of the goal that every set has: people deal with people.
pub const JUST_HUMAN: &str = "just-human";

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
    pub pause: Vec<Question>,
    /// Sample posts.
    pub samples: Vec<Sample>,
}

impl Set {
    /// The goals to choose from: the set's own, and being human where they leave it out.
    pub fn goals_offered(&self) -> Vec<Goal> {
        let mut goals = self.goals.clone();
        if goals.iter().all(|goal| goal.id != JUST_HUMAN) {
            goals.push(Goal {
                id: JUST_HUMAN.to_owned(),
                business: "Just being human".to_owned(),
                ..Goal::default()
            });
        }
        goals
    }

    /// The goal of an id, among those to choose from.
    pub fn goal(&self, id: &str) -> Option<Goal> {
        self.goals_offered().into_iter().find(|goal| goal.id == id)
    }

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
        words.extend(self.ways.iter().map(String::as_str));
        words.extend(self.pause.iter().map(|question| question.ask.as_str()));
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
