//! Two versions of a set that were made at the same time: compared, and put away.
//!
//! Never: puts one away that nobody asked for.

use std::path::{Path, PathBuf};

use super::{go, say};
use crate::app::action::Effect;
use crate::app::background::Background;
use crate::app::state::{Screen, State};
use crate::store::{Compared, Notice};

/// Says what the other version in this file changes, beside the set; or closes that.
pub(super) fn compare(state: &mut State, path: Option<PathBuf>) -> Vec<Effect> {
    state.compared = None;
    let Some(path) = path else {
        return Vec::new();
    };
    let mut effects = go(state, Screen::Guidelines);
    let library = Box::new(state.library.clone());
    effects.push(Effect::Background(Background::Compare(library, path)));
    effects
}

/// The files were read again: what is shown of two versions is, too.
pub(super) fn again(state: &mut State) -> Option<Effect> {
    let path = state.compared.take()?.path;
    let library = Box::new(state.library.clone());
    let is_there = state.library.twice().contains(&path);
    is_there.then(|| Effect::Background(Background::Compare(library, path)))
}

/// It was compared, or could not be.
pub(super) fn compared(state: &mut State, found: Result<Box<Compared>, String>) -> Vec<Effect> {
    match found {
        Ok(compared) => state.compared = Some(*compared),
        Err(reason) => state.notices.insert(
            0,
            Notice {
                title: "The two versions cannot be compared.".to_owned(),
                detail: reason,
                path: None,
            },
        ),
    }
    Vec::new()
}

/// The file is in the quarantine.
pub(super) fn put_away(state: &mut State, to: &Path) -> Vec<Effect> {
    state.compared = None;
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    say(
        state,
        "Put away",
        &format!("  ·  it is quarantine/{name} now"),
    );
    vec![Effect::Reload(state.people_written)]
}
