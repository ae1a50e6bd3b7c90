//! The parts of a rule that make it guidance: why, what instead, its own examples.
//!
//! Never: asks a Strength what to do instead; it asks for nothing.

use super::{LintCheck, Noticed, Subject};
use crate::guideline::{Level, Rule};

/// A rule that does not say why.
pub(super) const NO_WHY: LintCheck = LintCheck {
    id: "no-why",
    why: "People follow what they understand, and a rule without a reason cannot be judged when the case is odd.",
    look: |subject| {
        rules(
            subject,
            |rule| rule.why.trim().is_empty(),
            |rule| {
                Noticed::of_rule(
                    rule,
                    "It does not say why.",
                    "Add a `why` in one sentence: what it does to the person who reads the post.",
                )
            },
        )
    },
};

/// A rule that does not say what to do instead.
pub(super) const NO_INSTEAD: LintCheck = LintCheck {
    id: "no-instead",
    why: "A writer who is only stopped has to guess what would be fine.",
    look: |subject| {
        let lacks = |rule: &Rule| rule.level > Level::Strength && rule.instead.trim().is_empty();
        rules(subject, lacks, |rule| {
            Noticed::of_rule(
                rule,
                "It does not say what to do instead.",
                "Add an `instead`: one thing that the writer can do in this sentence.",
            )
        })
    },
};

/// A rule without examples of both kinds.
pub(super) const NO_EXAMPLES: LintCheck = LintCheck {
    id: "no-examples",
    why: "Examples run whenever the set loads, so they show people what is meant and keep the rule from going astray.",
    look: |subject| {
        let lacks = |rule: &Rule| rule.examples.flags.is_empty() || rule.examples.passes.is_empty();
        rules(subject, lacks, |rule| {
            let (says, instead) = match (
                rule.examples.flags.is_empty(),
                rule.examples.passes.is_empty(),
            ) {
                (true, false) => (
                    "It has no example of what it finds.",
                    "Add one or two to `flags`, as people write them.",
                ),
                (false, true) => (
                    "It has no example of what it leaves alone.",
                    "Add one or two to `passes`: texts that look alike and are fine.",
                ),
                (true, true) | (false, false) => (
                    "It has no examples.",
                    "Add `examples: (flags: [\"…\"], passes: [\"…\"])`, a text that it finds and one that it leaves alone.",
                ),
            };
            Noticed::of_rule(rule, says, instead)
        })
    },
};

fn rules(
    subject: Subject<'_>,
    lacks: impl Fn(&Rule) -> bool,
    note: impl Fn(&Rule) -> Noticed,
) -> Vec<Noticed> {
    let lacking = subject.own().filter(|rule| lacks(rule));
    lacking.map(note).collect()
}
