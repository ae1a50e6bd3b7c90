//! Experiments as the window knows them: which are answered, which are asked about later, and the
//! card of one while it is filled in.
//!
//! What was learned is asked for on the page, when the open draft is the experiment or any of it was
//! approved, under Approved for those, and under Drafts for all. "Later" lasts until the window is
//! closed; any other answer is a page in the folder of what was learned, which is read at the start.
//!
//! Never: changes the state; only `update` does.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::state::{Screen, State};
use crate::approval::{Ended, ended};
use crate::draft::{DayFault, Draft, Experiment};

/// What the window keeps of experiments.
#[derive(Clone, Debug, Default)]
pub(super) struct Experiments {
    /// The ids of those that are answered.
    pub learned: BTreeSet<String>,
    /// The ids of those that are not asked about while this window is open.
    pub later: BTreeSet<String>,
    /// Whether the open draft shows its nudges although it is an experiment.
    pub shows_nudges: bool,
}

/// What is said of an experiment on its card.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tried {
    /// What is expected.
    pub hypothesis: String,
    /// The id of its goal.
    pub goal: Option<String>,
    /// Its last day.
    pub until: Date,
}

/// The card of an experiment, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ExperimentForm {
    /// The draft that it belongs to.
    pub draft: String,
    /// What is expected.
    pub hypothesis: String,
    /// The id of its goal.
    pub goal: Option<String>,
    /// What is typed for its last day.
    pub until: String,
    /// The last day that could be read.
    last: Date,
}

impl ExperimentForm {
    /// The card of a draft on `today`.
    pub(super) fn of(draft: &Draft, today: Date) -> Self {
        let known = draft.trying(today).cloned();
        let is_new = known.is_none();
        let known = known.unwrap_or_default();
        let last = known.until.unwrap_or_else(|| Experiment::usual_end(today));
        Self {
            draft: draft.id.clone(),
            hypothesis: known.hypothesis,
            // what the draft is for is a good guess
            goal: known
                .goal
                .or_else(|| draft.why.goal.clone().filter(|_| is_new)),
            until: last.to_string(),
            last,
        }
    }

    /// Why the last day cannot be used, if it cannot.
    pub(super) fn fault(&self, today: Date) -> Option<DayFault> {
        Experiment::last_day(&self.until, today).err()
    }

    /// What it says: nothing without a hypothesis; with the day before, where the last day cannot be
    /// used.
    pub(super) fn tried(&mut self, today: Date) -> Option<Tried> {
        if let Ok(day) = Experiment::last_day(&self.until, today) {
            self.last = day;
        }
        let hypothesis = self.hypothesis.trim();
        (!hypothesis.is_empty()).then(|| Tried {
            hypothesis: hypothesis.to_owned(),
            goal: self.goal.clone(),
            until: self.last,
        })
    }
}

impl State {
    /// The day, on the clock of the machine.
    pub(super) fn today(&self) -> Date {
        self.now.zoned.date()
    }

    /// The experiments that are over and wait for an answer.
    pub(super) fn ended(&self) -> Vec<Ended> {
        let drafts = std::iter::once(&self.draft).chain(&self.drafts);
        let drafts = drafts.filter(|draft| !draft.is_blank());
        ended(
            &self.approvals,
            drafts,
            &self.experiments.learned,
            self.today(),
        )
    }

    /// The experiment that the screen asks about.
    pub(super) fn question(&self) -> Option<Ended> {
        let own = self.draft.experiment.as_ref().map(|own| own.id.as_str());
        let is_asked = |one: &Ended| {
            let is_here = match self.screen {
                Screen::Write => one.is_approved || Some(one.experiment.id.as_str()) == own,
                Screen::Approved => one.is_approved,
                Screen::Drafts => true,
                Screen::Guidelines | Screen::People | Screen::Platforms => false,
            };
            is_here && !self.experiments.later.contains(&one.experiment.id)
        };
        let mut all = self.ended();
        all.retain(is_asked);
        // the draft that is open comes first
        all.sort_by_key(|one| Some(one.experiment.id.as_str()) != own);
        all.into_iter().next()
    }

    /// The words of a goal of the set, or its id.
    pub(super) fn goal_words(&self, id: &str) -> String {
        let known = self.in_use.opened.active.head.goal(id);
        known.map_or_else(|| id.to_owned(), |goal| goal.business)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_that_cannot_be_read_leaves_the_one_before() {
        let today = date(2026, 11, 21);
        let mut form = ExperimentForm::of(&Draft::default(), today);
        assert_eq!(form.until, "2026-12-05");
        assert_eq!(form.tried(today), None, "nothing is expected yet");
        form.hypothesis = " Questions bring answers ".into();
        form.until = "2026-12-09".into();
        let until = |form: &mut ExperimentForm| form.tried(today).map(|tried| tried.until);
        assert_eq!(until(&mut form), Some(date(2026, 12, 9)));
        form.until = "next week".into();
        assert!(form.fault(today).is_some());
        assert_eq!(until(&mut form), Some(date(2026, 12, 9)));
    }
}
