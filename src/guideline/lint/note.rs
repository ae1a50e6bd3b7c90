//! One note on a set, the look that makes it, and the figures of the set.
//!
//! Never: scolds; a note says what was noticed, why it matters, and what to do instead.

use super::Subject;
use crate::guideline::{ActiveSet, Level, Place, Rule, SetKind};

/// The shipped overlay whose rules stand outside every budget.
pub(super) const CONFIDENTIAL: &str = "confidential";

/// One look at a set.
#[derive(Clone, Copy)]
pub struct LintCheck {
    /// Kebab-case, as machine-readable output names it.
    pub id: &'static str,
    /// Why it matters, with its reason, in one sentence.
    pub why: &'static str,
    /// Finds what there is to note.
    pub look: fn(Subject<'_>) -> Vec<Noticed>,
}

/// What one look noticed in one place.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Noticed {
    /// The rule's id and the place of its entry; none for the set as a whole.
    pub rule: Option<(String, Place)>,
    /// What was noticed, in one line.
    pub says: String,
    /// What to do instead.
    pub instead: String,
}

/// One note on a set.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Note {
    /// The id of the look that made it.
    pub check: &'static str,
    /// The id of the rule; none for the set as a whole.
    pub rule: Option<String>,
    /// Where in the file: the rule's entry, or the top.
    pub place: Place,
    /// What was noticed, in one line.
    pub says: String,
    /// Why it matters.
    pub why: &'static str,
    /// What to do instead.
    pub instead: String,
}

impl Noticed {
    /// Something about the set as a whole.
    pub fn of_set(says: impl Into<String>, instead: impl Into<String>) -> Self {
        Self {
            rule: None,
            says: says.into(),
            instead: instead.into(),
        }
    }

    /// Something about one rule.
    pub fn of_rule(rule: &Rule, says: impl Into<String>, instead: impl Into<String>) -> Self {
        Self {
            rule: Some((rule.id.clone(), rule.place)),
            ..Self::of_set(says, instead)
        }
    }
}

impl LintCheck {
    /// The note on what it noticed.
    pub fn note(&self, noticed: Noticed) -> Note {
        let (rule, place) = noticed.rule.map_or_else(
            || (None, Place { line: 1, column: 1 }),
            |(id, place)| (Some(id), place),
        );
        Note {
            check: self.id,
            rule,
            place,
            says: noticed.says,
            why: self.why,
            instead: noticed.instead,
        }
    }
}

/// The figures of a set.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Figures {
    /// How many rules the set itself has.
    pub n_rules: usize,
    /// How many of them are strengths.
    pub n_strengths: usize,
    /// How many of them are Holds.
    pub n_holds: usize,
    /// How long it takes to read, in minutes at 200 words a minute.
    pub minutes: usize,
    /// The share of strengths in percent, over everything it builds on but the overlay
    /// `confidential`; none when there is no rule.
    pub strengths_percent: Option<usize>,
}

impl Figures {
    /// The figures of `active`.
    pub fn of(active: &ActiveSet) -> Self {
        let own = |level: Option<Level>| {
            let of_level = |rule: &Rule| level.is_none_or(|level| rule.level == level);
            let own = active.rules.iter().filter(|one| one.set == active.head.id);
            own.filter(|one| of_level(&one.rule)).count()
        };
        let (n_strengths, n_all) = strengths(active);
        Self {
            n_rules: own(None),
            n_strengths: own(Some(Level::Strength)),
            n_holds: own(Some(Level::Hold)),
            minutes: active.head.reading_minutes(),
            strengths_percent: (n_strengths * 100).checked_div(n_all),
        }
    }
}

/// How many strengths, of how many rules, a set has with everything it builds on; the overlay
/// `confidential` stands apart, unless it is the set itself.
pub(super) fn strengths(active: &ActiveSet) -> (usize, usize) {
    let counts = |set: &str| set != CONFIDENTIAL || active.head.id == CONFIDENTIAL;
    let rules = || active.rules.iter().filter(|one| counts(&one.set));
    let is_strength = |one: &&crate::guideline::ActiveRule| one.rule.level == Level::Strength;
    (rules().filter(is_strength).count(), rules().count())
}

/// Whether budgets that are made for bases hold for the set.
pub(super) fn is_base(active: &ActiveSet) -> bool {
    active.head.kind == SetKind::Base && active.head.id != CONFIDENTIAL
}
