//! Proposals to change a guideline, made where it stands in the way.
//!
//! Never: settles a Hold that waits for a date or a person; the proposal is kept all the same.

use std::path::Path;

use super::{say, settle};
use crate::app::action::{Effect, Place};
use crate::app::background::Background;
use crate::app::pace::FindingKey;
use crate::app::state::State;
use crate::draft::How;
use crate::guideline::{Level, Suggestion};

/// Opens the line for a proposal, where a finding is open.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    if state.open_finding().is_none() {
        say(
            state,
            "Which guideline?",
            "  ·  go to what it found first, with F8",
        );
        return Vec::new();
    }
    vec![Effect::Reveal(Place::Suggestion)]
}

/// Keeps a proposal, and settles the finding where it may be: the words stand until somebody decides.
pub(super) fn suggest(state: &mut State, key: FindingKey, wish: &str) -> Vec<Effect> {
    let wish = wish.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(finding) = settle::finding(state, &key) else {
        return Vec::new();
    };
    if wish.is_empty() {
        return vec![Effect::Reveal(Place::Suggestion)];
    }
    let by = state.person().map(|person| person.name.trim().to_owned());
    let suggestion = Suggestion {
        rule: finding.rule.clone(),
        set: finding.set.clone(),
        wish: wish.clone(),
        words: finding.shown(state.text()).to_owned(),
        by: by.unwrap_or_default(),
        on: state.now.zoned.date().to_string(),
    };
    let how = match finding.level {
        Level::Check => Some(How::Judgement(wish)),
        _ if finding.may_be_reasoned => Some(How::Judgement(wish)),
        Level::Hold => None,
        Level::Strength | Level::Nudge => Some(How::Kept(None)),
    };
    let folder = state.library.folder_of(&suggestion.set);
    let mut effects = match how {
        Some(how) => settle::decide(state, key, how),
        None => Vec::new(),
    };
    let suggestion = Box::new(suggestion);
    effects.push(Effect::Background(Background::Suggest(folder, suggestion)));
    effects
}

/// It is a page now.
pub(super) fn kept(state: &mut State, path: &Path) -> Vec<Effect> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    say(state, "Suggested", &format!("  ·  suggestions/{name}"));
    Vec::new()
}
