//! A look at the draft: how it stands on each of its platforms.
//!
//! Never: leaves the text as it is to somebody else's eye; whatever changes it asks for a look.

use jiff::Zoned;

use super::{errand, pass, reply, reseal, spelling};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::approval::{Approval, recent};
use crate::check::Report;
use crate::draft::Changes;

/// Looks at the draft anew: after an edit, another speaker, another set. The patterns of the user's
/// own rules are left to an errand.
pub(super) fn look(state: &mut State) -> Vec<Effect> {
    let mut effects = stand(state);
    effects.extend(errand::send(state));
    effects
}

/// Works out how the draft stands, with what errands found.
pub(super) fn stand(state: &mut State) -> Vec<Effect> {
    let now = state.now.zoned.clone();
    remember(state, &now);
    reply::sort(state);
    let mut memories = std::mem::take(&mut state.in_use.memories);
    let mut standings = Vec::new();
    for id in state.draft.platforms.clone() {
        let Some(platform) = state.platform(&id) else {
            continue;
        };
        let own = state.draft.has_own(&id).then(|| id.clone());
        let memory = memories.entry(own).or_default();
        let review = state.review(&now);
        let written = state.draft.written(&id);
        let mut standing = review.standing_again(memory, &written, platform, &|| false);
        let more = state.in_use.errands.findings(&id, written.text);
        standing.report.add(more, written.text);
        // a rule that took too long once is not waited for again, at the next key or platform
        let paused = standing.report.paused.iter();
        let new: Vec<String> = paused
            .filter(|rule| !state.resting.contains(rule))
            .cloned()
            .collect();
        state.resting.extend(new);
        standings.push(standing);
    }
    memories.retain(|own, _| own.as_ref().is_none_or(|id| state.draft.has_own(id)));
    state.in_use.memories = memories;
    let sharing = state.sharing();
    let shared = standings
        .iter()
        .filter(|standing| sharing.contains(&standing.platform.as_str()));
    let mut report = Report::merged(
        shared
            .map(|standing| (standing.platform.clone(), standing.report.clone()))
            .collect(),
    );
    if !state.experiments.shows_nudges {
        let today = now.date();
        let standing = standings.iter_mut().map(|standing| &mut standing.report);
        for report in standing.chain([&mut report]) {
            report.mute(&state.draft, today);
        }
    }
    let own = state
        .draft
        .tab
        .as_ref()
        .and_then(|id| state.draft.variants.get(id));
    let changes = own.map_or_else(Changes::default, |own| {
        Changes::between(&state.draft.body, own)
    });
    state.standings = standings;
    state.changes = changes;
    state.report = report;
    reseal::notice(state);
    spelling::look(state);
    pass(state)
}

/// Gathers what was approved lately, once for each draft. What came out of the draft itself is left
/// out: a text is no repeat of its own approval.
fn remember(state: &mut State, now: &Zoned) {
    if state.recent_for.as_ref() == Some(&state.draft.id) {
        return;
    }
    let begun = state.draft.begun.as_str();
    let is_before = |approval: &&Approval| begun.is_empty() || approval.at() < begun;
    state.recent = recent(state.approvals.iter().filter(is_before), now);
    state.recent_for = Some(state.draft.id.clone());
}
