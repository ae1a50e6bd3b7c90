//! The patterns of the user's own rules: sent out after an edit, taken in when they come back.
//!
//! Never: waits, but before an approval.

use super::stand;
use crate::app::action::Effect;
use crate::app::errand::{Errand, Found};
use crate::app::state::State;

/// Asks for a look with these rules, if the set has any.
pub(super) fn send(state: &mut State) -> Option<Effect> {
    if state.in_use.errands.slow.is_empty() {
        return None;
    }
    state.in_use.errands.sent += 1;
    Some(Effect::Run(Box::new(errand(state))))
}

/// Takes the answer; one that is overtaken is left.
pub(super) fn found(state: &mut State, number: u64, found: Vec<Found>) -> Vec<Effect> {
    if number != state.in_use.errands.sent {
        return Vec::new();
    }
    let paused = found.iter().flat_map(|one| &one.report.paused).cloned();
    state.resting.extend(paused);
    state.resting.sort_unstable();
    state.resting.dedup();
    state.in_use.errands.answered = number;
    state.in_use.errands.found = found;
    stand(state)
}

/// Looks here and now where an answer is still to come: what is approved was looked at with every
/// rule. A slow pattern is stopped as everywhere.
pub(super) fn settle(state: &mut State) -> Vec<Effect> {
    if !state.in_use.errands.is_waiting() {
        return Vec::new();
    }
    let number = state.in_use.errands.sent;
    let answer = errand(state).run();
    found(state, number, answer)
}

fn errand(state: &State) -> Errand {
    let in_use = &state.in_use;
    let platforms = state.draft.platforms.iter();
    Errand {
        number: in_use.errands.sent,
        checker: in_use.checker.clone(),
        slow: in_use.errands.slow.clone(),
        resting: state.resting.clone(),
        brand: in_use.opened.brand().to_owned(),
        people: state.library.people().clone(),
        recent: state.recent.clone(),
        now: state.now.zoned.clone(),
        draft: state.draft.clone(),
        platforms: platforms
            .filter_map(|id| state.platform(id))
            .cloned()
            .collect(),
    }
}
