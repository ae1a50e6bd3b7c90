//! Replying: hear what they said, sort it, let it stand, or take a breath before a sharp answer.
//!
//! Never: copies or approves their words; they stay beside the draft.

use jiff::ToSpan as _;

use super::{drafts, keep, say};
use crate::app::action::{Effect, Place};
use crate::app::reply::{Breath, Dropped};
use crate::app::side::Page;
use crate::app::state::{Screen, State};
use crate::check::{is_sharp, sharp_marks, triage};
use crate::draft::Triage;
use crate::guideline::Intent;

/// Seconds of the breath.
const BREATH: f64 = 10.0;

/// Opens the place for their words and asks for the clipboard. A draft that answers somebody already
/// is put aside first.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    let is_another = state.draft.their_words().is_some() && !state.draft.is_unwritten();
    let mut effects = if is_another {
        drafts::new(state)
    } else {
        Vec::new()
    };
    state.screen = Screen::Write;
    state.page = Page::Text;
    state.draft.they_said.get_or_insert_default();
    effects.push(Effect::Reveal(Place::Heard));
    effects.push(Effect::AskForPaste);
    effects
}

/// Takes their words: typed into, or pasted anew.
pub(super) fn heard(state: &mut State, said: String, is_new: bool) -> Vec<Effect> {
    let is_first = is_new || state.draft.their_words().is_none();
    state.draft.they_said = Some(said);
    state.draft.heard.needs_none = false;
    if is_first && state.draft.their_words().is_some() {
        state.draft.heard.at = state.now.zoned.timestamp().to_string();
        state.draft.heard.triage = None;
        state.draft.intent.get_or_insert(Intent::Answer);
    }
    drafts::kept_anew(state)
}

/// They were heard so many minutes ago.
pub(super) fn heard_ago(state: &mut State, minutes: i64) -> Vec<Effect> {
    let now = state.now.zoned.timestamp();
    let then = now.checked_sub(minutes.minutes()).unwrap_or(now);
    state.draft.heard.at = then.to_string();
    vec![keep(state)]
}

/// Their words are this.
pub(super) fn sort_as(state: &mut State, triage: Triage) -> Vec<Effect> {
    if state.draft.their_words().is_none() {
        return Vec::new();
    }
    state.draft.heard.triage = Some(triage);
    vec![keep(state)]
}

/// Their words are what is offered next.
pub(super) fn sort_next(state: &mut State) -> Vec<Effect> {
    let next = state.triage().map_or(Triage::Unhappy, Triage::next);
    let effects = sort_as(state, next);
    if !effects.is_empty() {
        say(state, next.label(), "  ·  what they said");
    }
    effects
}

/// Their words need no reply: kept and listed, with a blank page to go on. Once more takes it back.
pub(super) fn let_stand(state: &mut State) -> Vec<Effect> {
    if state.draft.their_words().is_none() {
        say(
            state,
            "Nothing to let stand yet",
            "  ·  paste what they said first",
        );
        return Vec::new();
    }
    let needs_none = !state.draft.heard.needs_none;
    state.draft.heard.needs_none = needs_none;
    // what it was taken for is part of the decision
    state.draft.heard.triage = state.triage();
    let mut effects = vec![keep(state)];
    if needs_none {
        effects.extend(drafts::new(state));
        say(state, "No reply needed", "  ·  listed under Drafts");
    } else {
        say(state, "Waits for a reply again", "");
    }
    effects
}

/// The draft answers nobody any more.
pub(super) fn drop(state: &mut State) -> Vec<Effect> {
    let Some(said) = state.draft.they_said.take() else {
        return Vec::new();
    };
    let intent = state.draft.intent;
    let heard = std::mem::take(&mut state.draft.heard);
    if intent == Some(Intent::Answer) {
        state.draft.intent = None;
    }
    state.reply.dropped = (!said.trim().is_empty()).then(|| Dropped {
        draft: state.draft.id.clone(),
        said,
        heard,
        intent,
    });
    let mut effects = drafts::kept_anew(state);
    effects.push(Effect::PutCaret(state.draft.caret));
    effects
}

/// Puts back what was closed.
pub(super) fn undrop(state: &mut State) -> Vec<Effect> {
    let Some(dropped) = state.dropped().cloned() else {
        return Vec::new();
    };
    state.reply.dropped = None;
    state.draft.they_said = Some(dropped.said);
    state.draft.heard = dropped.heard;
    state.draft.intent = dropped.intent;
    let mut effects = drafts::kept_anew(state);
    effects.push(Effect::PutCaret(state.draft.caret));
    effects
}

/// Sorts their words, where they changed.
pub(super) fn sort(state: &mut State) {
    let said = state.draft.their_words().unwrap_or_default();
    if state.reply.sorted.0 != said {
        state.reply.sorted = (said.to_owned(), triage(said));
    }
}

/// The breath before a sharp reply goes out; none for anything else.
pub(super) fn breath(state: &State, body: &str) -> Option<Breath> {
    state.draft.their_words()?;
    let marks = sharp_marks(body);
    is_sharp(&marks).then(|| Breath {
        marks: marks
            .into_iter()
            .map(|span| span.of(body).to_owned())
            .collect(),
        until: state.now.seconds + BREATH,
    })
}

/// Whether the breath lasts; whoever goes on is told how to skip it.
pub(super) fn holds_breath(state: &mut State) -> bool {
    let holds = state.breath().is_some();
    if let Some(pause) = state.pause.as_mut().filter(|_| holds) {
        pause.refusal.clear();
        pause.refusal.push_str("A breath first, or send it cool");
    }
    holds
}

/// Skips the breath and finishes.
pub(super) fn send_cool(state: &mut State) -> Vec<Effect> {
    if let Some(pause) = state.pause.as_mut() {
        pause.breath = None;
        pause.refusal.clear();
    }
    super::approve::finish(state)
}
