//! The head of a set: goals that say how posts help, and a home base with something to join.
//!
//! Never: asks for a goal or a page; it looks at those that are there.

use super::{LintCheck, Noticed};
use crate::guideline::{JUST_HUMAN, Offers};

/// A goal of which nobody says how posts help it along.
pub(super) const GOAL_WITHOUT_HOW: LintCheck = LintCheck {
    id: "goal-without-how",
    why: "A post serves a goal of the business when the way from one to the other can be said in a sentence.",
    look: |subject| {
        let goals = subject.active.head.goals.iter();
        let open =
            goals.filter(|goal| goal.id != JUST_HUMAN && goal.how_social_helps.trim().is_empty());
        open.map(|goal| {
            Noticed::of_set(
                format!("The goal {:?} does not say how posts help it along.", goal.business),
                "Add `how_social_helps` in one sentence, as in \"One clear answer in public serves the next ten people\".",
            )
        })
        .collect()
    },
};

/// A home base in which visitors can read, but not take part.
pub(super) const NOTHING_TO_JOIN: LintCheck = LintCheck {
    id: "nothing-to-join",
    why: "People come back to a place where they can take part, and not only look around.",
    look: |subject| {
        let pages = &subject.active.head.home_base;
        let asks = !pages.is_empty() && pages.iter().all(|page| page.offers != Offers::Join);
        let note = || {
            Noticed::of_set(
                "The home base has nothing to join.",
                "Name a page on which people can take part, as in `(url: \"https://shop.example/ask\", reason: \"ask other customers\", offers: Join)`.",
            )
        };
        asks.then(note).into_iter().collect()
    },
};
