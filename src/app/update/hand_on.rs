//! Handing a text on: the note goes to the clipboard, and the draft says to whom it went.
//!
//! Never: sends anything, or takes the text away from its writer.

use super::{keep, say};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::check::HandOff;
use crate::draft::HandedOn;

/// Copies the note for whoever the topic belongs to; for the hub when no topic covers the text.
pub(super) fn copy_note(state: &mut State, topic: Option<&str>) -> Vec<Effect> {
    let people = state.library.people();
    let set = &state.in_use.opened.active.head;
    let hand_off = topic.map_or_else(
        || HandOff::uncovered(people),
        |topic| HandOff::of(set, topic, people),
    );
    let from = state.person().map_or("", |person| person.name.as_str());
    let note = hand_off.note(from, state.text());
    let to = hand_off.names();
    let handed = HandedOn {
        to: to.clone(),
        topic: topic.unwrap_or_default().to_owned(),
        at: state.now.zoned.timestamp().to_string(),
    };
    let list = &mut state.draft.handed_on;
    list.retain(|one| (&one.to, &one.topic) != (&handed.to, &handed.topic));
    list.push(handed);
    let rest = match to.as_str() {
        "" => "  ·  listed under Drafts as handed on".to_owned(),
        to => format!("  ·  for {to}, listed under Drafts"),
    };
    say(state, "Hand-off note copied", &rest);
    let mut effects = vec![Effect::Copy(note), keep(state)];
    effects.extend(super::pass(state));
    effects
}

/// The draft is its writer's again.
pub(super) fn take_back(state: &mut State, id: &str) -> Vec<Effect> {
    if state.draft.id == id {
        state.draft.handed_on.clear();
        return vec![keep(state)];
    }
    let draft = state.drafts.iter_mut().find(|draft| draft.id == id);
    let Some(draft) = draft else {
        return Vec::new();
    };
    draft.handed_on.clear();
    vec![Effect::Keep(Box::new(draft.clone()))]
}
