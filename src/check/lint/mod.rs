//! The part of the guideline for guidelines that has to run rules: fixes that lead back, patterns
//! that take long, rules that never fire or always do.
//!
//! Never: reads a post by itself, or the clock; what posts were found to have is handed in.

mod dead;
mod loops;
mod noisy;
mod patterns;
mod set_aside;
mod tally;
mod trial;

pub use tally::Tally;

use std::time::Duration;

use jiff::civil::Date;

use super::Checker;
use crate::guideline::lint::{CHECKS, Figures, LintCheck, Note, Noticed, Subject};
use crate::guideline::{ActiveSet, Fault};

/// Everything that a look at a set may need.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// The set with everything it builds on.
    pub active: &'a ActiveSet,
    /// Its rules, ready.
    pub checker: &'a Checker,
    /// What of the set's own file is set aside.
    pub faults: &'a [Fault],
    /// What its rules found in a folder of posts.
    pub tally: Option<&'a Tally>,
    /// The day of the look.
    pub today: Date,
    /// A clock that tells how long ago some moment was.
    pub elapsed: &'a dyn Fn() -> Duration,
}

/// One look at a set with its rules at work.
pub struct RunCheck {
    id: &'static str,
    why: &'static str,
    look: fn(&Bench<'_>) -> Vec<Noticed>,
}

/// Every look that runs rules, in the order in which notes are listed.
const RUN_CHECKS: &[RunCheck] = &[
    set_aside::SET_ASIDE,
    patterns::EMPTY_PATTERN,
    patterns::SLOW_PATTERN,
    loops::FIX_LOOP,
    dead::DEAD_RULE,
    noisy::NOISY_RULE,
];

/// Everything that there is to note on a set.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Linted {
    /// The notes: those on the whole set first, then rule by rule.
    pub notes: Vec<Note>,
    /// The figures of the set.
    pub figures: Figures,
}

/// Looks at a set for whoever keeps it.
pub fn lint(bench: &Bench<'_>) -> Linted {
    let subject = Subject {
        active: bench.active,
        today: bench.today,
    };
    let mut notes = subject.notes(CHECKS);
    for check in RUN_CHECKS {
        let as_note = LintCheck {
            id: check.id,
            why: check.why,
            look: |_| Vec::new(),
        };
        let found = (check.look)(bench).into_iter();
        notes.extend(found.map(|noticed| as_note.note(noticed)));
    }
    notes.sort_by_key(|note| note.place);
    Linted {
        notes,
        figures: Figures::of(bench.active),
    }
}

impl<'a> Bench<'a> {
    /// The rules that the set itself writes.
    fn own(&self) -> impl Iterator<Item = &'a crate::guideline::Rule> {
        let subject = Subject {
            active: self.active,
            today: self.today,
        };
        subject.own()
    }
}
