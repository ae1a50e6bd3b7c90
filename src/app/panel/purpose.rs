//! What the brand's own account is for: asked under the report while the brand speaks.
//!
//! Never: asks a person, or where the set names no purpose.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Kit, Pill, pills};
use crate::draft::Speaker;

pub(super) fn purpose_ui(ui: &mut Ui, state: &State, pending: &mut Vec<Action>) {
    let head = &state.in_use.opened.active.head;
    let purposes = &head.logo_purposes;
    if state.draft.speaker != Speaker::Brand || purposes.is_empty() || state.draft.is_blank() {
        return;
    }
    ui.add_space(size::GAP_L);
    let chosen = state.draft.purpose.as_ref();
    let is_served = chosen.is_some_and(|chosen| purposes.contains(chosen));
    let words = if is_served {
        "The brand speaks, for"
    } else {
        "The brand speaks. For which of its purposes?"
    };
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let ink = if is_served { t.text_3 } else { t.nudge };
    let style = Type::SMALL.face(Face::SansMedium);
    let galley = kit.lay(&[(style, ink, words)], ui.available_width());
    let room = vec2(ui.available_width(), galley.size().y + size::GAP_S);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    kit.galley(rect.min, galley);
    let choices = purposes.iter().map(|purpose| Pill {
        label: purpose.clone(),
        name: format!("Purpose: {purpose}"),
        is_on: chosen == Some(purpose),
    });
    let choices: Vec<Pill> = choices.collect();
    let width = ui.available_width();
    if let Some(purpose) = pills(ui, width, &choices).and_then(|n| purposes.get(n)) {
        let purpose = Some(purpose.clone()).filter(|purpose| chosen != Some(purpose));
        pending.push(Action::Serve(purpose));
    }
}
