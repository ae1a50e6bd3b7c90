//! What was approved in a while, counted: for which goals, by whom, what for, and what came of it.
//!
//! Never: a score or a judgement; figures, and whoever reads them knows what they mean.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _, Zoned};

use super::{Approval, Outcome, Outcomes};
use crate::draft::Speaker;
use crate::guideline::Intent;

/// After so many days without a question to people a line says so.
pub const QUIET_DAYS: i32 = 14;

/// How far back the figures look.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Range {
    /// 30 days, day by day.
    #[default]
    Month,
    /// 90 days, week by week.
    Quarter,
    /// 365 days, in steps of 30 days.
    Year,
}

impl Range {
    /// All of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// How many days it has, today included.
    pub const fn days(self) -> i32 {
        match self {
            Self::Month => 30,
            Self::Quarter => 90,
            Self::Year => 365,
        }
    }

    /// How many days one step of it has.
    pub const fn step(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 7,
            Self::Year => 30,
        }
    }
}

/// How many posts, and what came of them.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// Posts: one for each approval, a thread being one.
    pub n_posts: u64,
    /// How many of them have something noted.
    pub n_noted: u64,
    /// Replies, where they were counted.
    pub n_replies: u64,
    /// Visits, where they were counted.
    pub n_visits: u64,
}

impl Tally {
    fn add(&mut self, outcome: Option<&Outcome>) {
        self.n_posts += 1;
        if let Some(outcome) = outcome.filter(|outcome| !outcome.is_blank()) {
            self.n_noted += 1;
            self.n_replies += u64::from(outcome.replies.unwrap_or(0));
            self.n_visits += u64::from(outcome.visits.unwrap_or(0));
        }
    }
}

/// One step of the plot.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Step {
    /// Its first day.
    pub from: Date,
    /// What was approved in it.
    pub tally: Tally,
}

/// Everything that is counted of a while.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Figures {
    /// All of it.
    pub total: Tally,
    /// For each goal by its id, the one with most posts first; posts without a goal stand last, with
    /// an empty id.
    pub goals: Vec<(String, Tally)>,
    /// For each speaker, as the command line writes them, the one with most posts first.
    pub speakers: Vec<(String, Tally)>,
    /// How many posts were for what, in the order in which intents are offered.
    pub intents: Vec<(Intent, u64)>,
    /// How many the brand said itself; the others were said by people.
    pub n_by_brand: u64,
    /// Days since the last question to people, however long ago; none where there never was one.
    pub days_since_ask: Option<i32>,
    /// Days since the first post, however long ago; none where there is none.
    pub days_since_first: Option<i32>,
    /// From the oldest step to today.
    pub steps: Vec<Step>,
}

impl Figures {
    /// For how many days nobody was asked anything, where that is worth a line: see [`QUIET_DAYS`].
    pub fn days_without_ask(&self) -> Option<i32> {
        let days = self.days_since_ask.or(self.days_since_first)?;
        (days >= QUIET_DAYS).then_some(days)
    }

    /// How many posts listened: asked, answered, helped or thanked.
    pub fn n_listening(&self) -> u64 {
        self.n_for(&[Intent::Ask, Intent::Answer, Intent::Help, Intent::Thank])
    }

    /// How many told: shared or announced.
    pub fn n_telling(&self) -> u64 {
        self.n_for(&[Intent::Share, Intent::Announce])
    }

    /// How many did not say what they were for.
    pub fn n_unsaid(&self) -> u64 {
        let said: u64 = self.intents.iter().map(|(_, n)| n).sum();
        self.total.n_posts.saturating_sub(said)
    }

    fn n_for(&self, wanted: &[Intent]) -> u64 {
        let of = self
            .intents
            .iter()
            .filter(|(intent, _)| wanted.contains(intent));
        of.map(|(_, n)| n).sum()
    }
}

/// Counts what was approved in the days of `range`, today included, on the calendar of `now`.
pub fn figures(approvals: &[Approval], outcomes: &Outcomes, range: Range, now: &Zoned) -> Figures {
    let today = now.date();
    let mut out = Figures {
        steps: steps(range, today),
        ..Figures::default()
    };
    let mut goals: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut speakers: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut intents = Intent::ALL.map(|intent| (intent, 0));
    for approval in approvals {
        let Ok(at) = approval.at().parse::<Timestamp>() else {
            continue;
        };
        let age = (today - at.to_zoned(now.time_zone().clone()).date()).get_days();
        if age < 0 {
            continue;
        }
        out.days_since_first = Some(out.days_since_first.map_or(age, |known| known.max(age)));
        if asks(approval) {
            out.days_since_ask = Some(out.days_since_ask.map_or(age, |known| known.min(age)));
        }
        if age >= range.days() {
            continue;
        }
        let outcome = outcomes.get(approval.seal().hash());
        let goal = approval.goal().unwrap_or_default();
        out.total.add(outcome);
        goals.entry(goal).or_default().add(outcome);
        speakers.entry(approval.speaker()).or_default().add(outcome);
        if Speaker::from_id(approval.speaker()) == Speaker::Brand {
            out.n_by_brand += 1;
        }
        let said = intents
            .iter_mut()
            .find(|(intent, _)| Some(*intent) == approval.intent());
        if let Some((_, n)) = said {
            *n += 1;
        }
        let n_steps = usize::try_from(age / range.step()).unwrap_or(0) + 1;
        let step = out.steps.len().checked_sub(n_steps);
        if let Some(step) = step.and_then(|at| out.steps.get_mut(at)) {
            step.tally.add(outcome);
        }
    }
    out.goals = most_first(goals);
    out.speakers = most_first(speakers);
    out.intents = intents.into_iter().filter(|(_, n)| *n > 0).collect();
    out
}

/// Whether people are asked something: it is meant to, or it has a question. A question mark inside a
/// link is none.
fn asks(approval: &Approval) -> bool {
    let closing = |c: char| !(c.is_alphanumeric() || is_question_mark(c));
    let is_question = |part: &String| {
        let mut words = part.split_whitespace();
        words.any(|word| word.trim_end_matches(closing).ends_with(is_question_mark))
    };
    approval.intent() == Some(Intent::Ask) || approval.parts().iter().any(is_question)
}

/// Of the scripts that platforms know: Latin, Arabic, full-width.
const fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '؟' | '？')
}

/// The steps of a range, empty, from the oldest to the one that ends today.
fn steps(range: Range, today: Date) -> Vec<Step> {
    let n = (range.days() + range.step() - 1) / range.step();
    let first = |n_back: i32| {
        let back = (n_back * range.step() - 1).min(range.days() - 1);
        today.checked_sub(back.days()).unwrap_or(today)
    };
    let step = |n_back| Step {
        from: first(n_back),
        tally: Tally::default(),
    };
    (1..=n).rev().map(step).collect()
}

/// Those with most posts first; what has no name stands last.
fn most_first(tallies: BTreeMap<&str, Tally>) -> Vec<(String, Tally)> {
    let mut out: Vec<(String, Tally)> = tallies
        .into_iter()
        .map(|(id, tally)| (id.to_owned(), tally))
        .collect();
    out.sort_by_key(|(id, tally)| (id.is_empty(), std::cmp::Reverse(tally.n_posts)));
    out
}
