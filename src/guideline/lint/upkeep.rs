//! Somebody keeps the set, and reads it again.
//!
//! Never: asks a set of only values for an owner; two words need no upkeep.

use jiff::civil::Date;

use super::{LintCheck, Noticed};

/// Nobody is named who keeps the set.
pub(super) const NO_OWNER: LintCheck = LintCheck {
    id: "no-owner",
    why: "A writer who disagrees with a rule needs somebody to ask, or the rule is quietly passed over.",
    look: |subject| {
        let owner = subject.active.head.owner.as_ref();
        let is_named = owner.is_some_and(|owner| !owner.name.trim().is_empty());
        let asks = !is_named && subject.own().next().is_some();
        let note = || {
            Noticed::of_set(
                "Nobody is named who keeps this set.",
                "Name a person and how to reach them, as in `owner: (name: \"Dana Reyes\", contact: \"dana@example.com\")`.",
            )
        };
        asks.then(note).into_iter().collect()
    },
};

/// No day is set on which somebody reads it again, or one that cannot be read.
pub(super) const NO_REVIEW_DATE: LintCheck = LintCheck {
    id: "no-review-date",
    why: "Platforms, laws and habits change, and a set that nobody reads again keeps asking for what no longer helps.",
    look: |subject| {
        let day = subject.active.head.review_by.trim();
        let says = if day.is_empty() {
            "No day is set on which somebody reads this again.".to_owned()
        } else {
            format!("The review date {day:?} is no day.")
        };
        let asks = match day {
            "" => subject.own().next().is_some(),
            day => day.parse::<Date>().is_err(),
        };
        let note = || {
            Noticed::of_set(
                says,
                "Set a day within the next year, as in `review_by: \"2027-06-30\"`.",
            )
        };
        asks.then(note).into_iter().collect()
    },
};

/// The day of the review has gone by.
pub(super) const REVIEW_PAST: LintCheck = LintCheck {
    id: "review-past",
    why: "A set past its date has rules that nobody vouches for any more.",
    look: |subject| {
        let day: Option<Date> = subject.active.head.review_by.trim().parse().ok();
        let past = day.filter(|day| *day < subject.today);
        let note = |day| {
            Noticed::of_set(
                format!("It was to be read again by {day}."),
                "Read it once more with two people who write, drop what no longer helps, and set the next day.",
            )
        };
        past.map(note).into_iter().collect()
    },
};
