//! Rules of the set that are not at work, because they cannot be read or their own examples surprise.
//!
//! Never: repeats what a look of its own says better.

use super::RunCheck;
use super::patterns::matches_nothing;
use crate::guideline::Fault;
use crate::guideline::lint::Noticed;

/// A rule that is not at work.
pub(super) const SET_ASIDE: RunCheck = RunCheck {
    id: "set-aside",
    why: "A rule that is set aside looks as if it guarded something, and does not.",
    look: |bench| {
        let is_other = |fault: &&Fault| {
            let rule = fault.rule.as_deref().unwrap_or_default();
            !bench
                .own()
                .any(|one| one.id == rule && matches_nothing(&one.find))
        };
        let note = |fault: &Fault| Noticed {
            rule: fault.rule.clone().map(|rule| (rule, fault.place)),
            says: sentence(&fault.reason),
            instead:
                "Change the rule or its examples until `postwright guidelines test` is silent."
                    .to_owned(),
        };
        bench.faults.iter().filter(is_other).map(note).collect()
    },
};

fn sentence(reason: &str) -> String {
    let stop = if reason.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    format!("It is set aside: {reason}{stop}")
}
