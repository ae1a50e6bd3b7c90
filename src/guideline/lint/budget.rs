//! How much a set asks people to read and to remember, and in which tone.
//!
//! Never: counts the rules of the overlay `confidential` against the set that builds on it.

use super::note::{CONFIDENTIAL, is_base, strengths};
use super::words::is_word_list;
use super::{Figures, LintCheck, Noticed, Subject};

/// How many rules of its own a set may have before it is a wall.
const MOST_RULES: usize = 24;
/// How many of them may stop an approval.
const MOST_HOLDS: usize = 4;
/// How long it may take to read, in minutes.
const MOST_MINUTES: usize = 5;
/// How much of a base says what works, in percent.
const LEAST_STRENGTHS: usize = 30;
/// From how many rules on a share of them says anything.
const FEW: usize = 3;

/// It takes long to read.
pub(super) const LONG_READ: LintCheck = LintCheck {
    id: "long-read",
    why: "What takes longer than a coffee is read once, by the person who wrote it.",
    look: |subject| {
        let minutes = subject.active.head.reading_minutes();
        let note = || {
            Noticed::of_set(
                format!("It takes about {minutes} minutes to read."),
                format!(
                    "Cut it to {MOST_MINUTES} minutes: keep the values and the rules that matter most, and move the rest to `resources`."
                ),
            )
        };
        (minutes > MOST_MINUTES).then(note).into_iter().collect()
    },
};

/// There are more rules than anybody remembers.
pub(super) const MANY_RULES: LintCheck = LintCheck {
    id: "many-rules",
    why: "People remember a handful of values and look up a dozen rules; what is beyond that only interrupts them.",
    look: |subject| {
        let n = subject.own().count();
        let note = || {
            Noticed::of_set(
                format!("It has {n} rules of its own."),
                format!(
                    "Keep the {MOST_RULES} that matter most, join rules that give the same advice, and move house spelling into an overlay."
                ),
            )
        };
        (n > MOST_RULES).then(note).into_iter().collect()
    },
};

/// Many rules stop an approval.
pub(super) const MANY_HOLDS: LintCheck = LintCheck {
    id: "many-holds",
    why: "A Hold takes the judgement out of people's hands, and one too many teaches them to write elsewhere.",
    look: |subject| {
        let n = Figures::of(subject.active).n_holds;
        let is_apart = subject.active.head.id == CONFIDENTIAL;
        let note = || {
            Noticed::of_set(
                format!("{n} of its rules hold a post back."),
                format!(
                    "Keep at most {MOST_HOLDS} for what could never be taken back, and make the others a Check, which a person may settle with a reason."
                ),
            )
        };
        (n > MOST_HOLDS && !is_apart)
            .then(note)
            .into_iter()
            .collect()
    },
};

/// It says little of what works.
pub(super) const FEW_STRENGTHS: LintCheck = LintCheck {
    id: "few-strengths",
    why: "Guidance that only finds fault is switched off, and people repeat what they are credited for.",
    look: |subject| {
        let (n, all) = strengths(subject.active);
        let note = || {
            Noticed::of_set(
                format!("{n} of {all} rules say what works."),
                format!(
                    "Bring the share to {LEAST_STRENGTHS} percent: add rules of level Strength, or build on a set that has them, as in `extends: [\"smart-start\"]`."
                ),
            )
        };
        let asks = is_base(subject.active) && has_a_few(subject, all);
        (asks && n * 100 < all * LEAST_STRENGTHS)
            .then(note)
            .into_iter()
            .collect()
    },
};

/// It is mostly a list of words.
pub(super) const MOSTLY_LISTS: LintCheck = LintCheck {
    id: "mostly-lists",
    why: "A guideline is more than good words and bad ones: a list never knows who is spoken to, or what about.",
    look: |subject| {
        let counted = subject.active.rules.iter();
        let counted: Vec<_> = counted.filter(|one| one.set != CONFIDENTIAL).collect();
        let lists = counted.iter().filter(|one| is_word_list(&one.rule.find));
        let (n, all) = (lists.count(), counted.len());
        let note = || {
            Noticed::of_set(
                format!("{n} of {all} rules are lists of words."),
                "Join lists that give the same advice, and add rules about the conversation, such as `OpenQuestion`, `Credits` or `NextStep`.",
            )
        };
        (has_a_few(subject, all) && n * 2 > all)
            .then(note)
            .into_iter()
            .collect()
    },
};

/// Whether the set writes rules, and there are enough of them to speak of a share.
fn has_a_few(subject: Subject<'_>, n_all: usize) -> bool {
    n_all >= FEW && subject.own().next().is_some()
}
