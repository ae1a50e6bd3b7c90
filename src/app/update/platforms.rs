//! The platforms of the user's own: added, taken out, and either of them taken back.
//!
//! Never: takes away a tab that has a text of its own.

use super::{drafts, go, say};
use crate::app::action::{Effect, Place};
use crate::app::platforms::{PlatformAsk, PlatformStep};
use crate::app::state::{Screen, State};
use crate::platform::PlatformAnswers;
use crate::store::{Notice, PlatformEdit};

/// Asks the questions.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    let mut effects = go(state, Screen::Platforms);
    effects.push(Effect::Reveal(Place::NewPlatform));
    effects
}

/// The questions are answered.
pub(super) fn add(answers: PlatformAnswers) -> Vec<Effect> {
    vec![Effect::Platform(PlatformAsk::Put(Box::new(answers)))]
}

/// Takes an entry out of the user's own file.
pub(super) fn remove(id: String) -> Vec<Effect> {
    vec![Effect::Platform(PlatformAsk::Remove(id))]
}

/// Takes the last change back.
pub(super) fn undo(state: &State) -> Vec<Effect> {
    let last = state.platform_changes.last.as_ref();
    last.map_or_else(Vec::new, |(_, edit)| {
        vec![Effect::Platform(PlatformAsk::Undo(Box::new(edit.clone())))]
    })
}

/// A change is in the file: it is read again, and the tabs follow.
pub(super) fn edited(state: &mut State, step: PlatformStep, edit: PlatformEdit) -> Vec<Effect> {
    let changes = &mut state.platform_changes;
    changes.n_done += 1;
    changes.awaited = Some((step, edit.id.clone()));
    let mut effects = Vec::new();
    if step == PlatformStep::Undone {
        changes.last = None;
        if let Some(tab) = changes.tab.take() {
            effects = drop_tab(state, &tab);
        }
    } else {
        changes.tab = None;
        changes.last = Some((step, edit));
    }
    effects.push(Effect::Reload(state.people_written));
    effects
}

/// A change could not be made.
pub(super) fn refused(state: &mut State, notice: Notice) {
    state.platform_changes.n_refused += 1;
    if !state.notices.contains(&notice) {
        state.notices.push(notice);
    }
}

/// The files were read again: what was added becomes a tab of the draft, what is gone is none.
pub(super) fn loaded(state: &mut State) -> Vec<Effect> {
    let Some((step, id)) = state.platform_changes.awaited.clone() else {
        return Vec::new();
    };
    let is_there = state.platform(&id).is_some();
    let has_tab = state.draft.platforms.contains(&id);
    match (step, is_there) {
        (PlatformStep::Added, false) => Vec::new(),
        (PlatformStep::Added, true) => {
            state.platform_changes.awaited = None;
            let name = state.platform_name(&id).to_owned();
            if has_tab {
                say(state, "Kept", &format!("  ·  why we are on {name}"));
                return Vec::new();
            }
            let effects = drafts::toggle_platform(state, &id);
            state.platform_changes.tab = Some(id);
            say(
                state,
                &format!("{name} is added"),
                "  ·  a tab of this draft",
            );
            effects
        }
        (PlatformStep::Removed | PlatformStep::Undone, is_there) => {
            if is_there {
                return Vec::new();
            }
            state.platform_changes.awaited = None;
            drop_tab(state, &id)
        }
    }
}

/// Takes a tab out of the draft, unless somebody has written a text for it.
fn drop_tab(state: &mut State, id: &str) -> Vec<Effect> {
    let is_tab = state.draft.platforms.iter().any(|other| other == id);
    if is_tab && !state.draft.has_own(id) {
        return drafts::toggle_platform(state, id);
    }
    Vec::new()
}
