//! Under the report: what the brand speaks for, whom to ask when no topic covers the text, and who is
//! at home where the speaker is still learning.
//!
//! Never: a finding; it offers somebody.

use egui::{Ui, vec2};

use super::purpose::purpose_ui;
use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::size;
use crate::app::widget::{Button, Weight, coda};
use crate::check::HandOff;

/// Shows them; the hub is offered when nothing else is said.
pub(super) fn ask_ui(ui: &mut Ui, state: &State, is_quiet: bool, pending: &mut Vec<Action>) {
    purpose_ui(ui, state, pending);
    if let Some((platform, buddy)) = state.buddy() {
        let (name, place) = (buddy.name.trim(), &platform.name);
        coda(
            ui,
            &format!("Still learning {place}? Ask {name}, who is at home there."),
        );
    }
    let hub = HandOff::uncovered(state.library.people());
    let speaker = state.draft.speaker.person_id();
    let names = hub.names();
    let is_other = hub
        .to
        .iter()
        .all(|person| Some(person.id.as_str()) != speaker);
    if !is_quiet || names.is_empty() || !is_other {
        return;
    }
    ui.add_space(size::GAP_S);
    let label = format!("Ask {names}");
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let ask = Button::new(Weight::Link, &label).name("Copy a hand-off note for the hub");
    let ask = ask.show(ui).on_hover_text("Copies a note with this text");
    if ask.clicked() {
        pending.push(Action::HandOn(None));
    }
}
