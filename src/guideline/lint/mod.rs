//! Guidelines for whoever writes guidelines: what a set could do without, and what it lacks.
//!
//! Never: runs a rule, or stops a set from being used; a note is read, and may be left.

mod budget;
mod head;
mod missing;
mod negative;
mod note;
mod opposite;
mod overbroad;
mod prose;
mod undefined;
mod upkeep;
mod words;

pub use note::{Figures, LintCheck, Note, Noticed};

use jiff::civil::Date;

use super::{ActiveRule, ActiveSet, Rule};

/// What a look at a set is given.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The set with everything it builds on.
    pub active: &'a ActiveSet,
    /// The day of the look.
    pub today: Date,
}

/// Every look at a set that needs no rule to run, in the order in which notes are listed.
pub const CHECKS: &[LintCheck] = &[
    upkeep::NO_OWNER,
    upkeep::NO_REVIEW_DATE,
    upkeep::REVIEW_PAST,
    head::GOAL_WITHOUT_HOW,
    head::NOTHING_TO_JOIN,
    budget::LONG_READ,
    budget::MANY_RULES,
    budget::MANY_HOLDS,
    budget::FEW_STRENGTHS,
    budget::MOSTLY_LISTS,
    missing::NO_WHY,
    missing::NO_INSTEAD,
    missing::NO_EXAMPLES,
    negative::ONLY_NEGATIVE,
    undefined::UNDEFINED_WORD,
    overbroad::OVERBROAD,
    opposite::OPPOSITE_RULES,
];

impl<'a> Subject<'a> {
    /// The rules that the set itself writes, in the order of its file.
    pub fn own(self) -> impl Iterator<Item = &'a Rule> {
        self.own_active().map(|active| &active.rule)
    }

    fn own_active(self) -> impl Iterator<Item = &'a ActiveRule> {
        let id = &self.active.head.id;
        self.active
            .rules
            .iter()
            .filter(move |active| active.set == *id)
    }

    /// Every note of `checks`, those about the whole set first, then rule by rule.
    pub fn notes(self, checks: &[LintCheck]) -> Vec<Note> {
        let noticed = |check: &LintCheck| {
            let found = (check.look)(self).into_iter();
            found.map(|one| check.note(one)).collect::<Vec<Note>>()
        };
        let mut notes: Vec<Note> = checks.iter().flat_map(noticed).collect();
        // stable, so that the notes on one rule keep the order of the table
        notes.sort_by_key(|note| note.place);
        notes
    }
}
