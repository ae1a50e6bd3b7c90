//! Small choices side by side: one of a few, or several of many.
//!
//! Never: more than a word or two each.

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::card::flow;
use super::{Kit, Look};
use crate::app::theme::{Face, Type, size};

/// One small choice.
#[derive(Clone, Debug)]
pub(crate) struct Pill {
    /// Its word.
    pub label: String,
    /// What it does, for screen readers.
    pub name: String,
    /// Whether it is chosen.
    pub is_on: bool,
}

/// Shows choices in as many lines as they need; returns the one that was clicked.
pub(crate) fn pills(ui: &mut Ui, width: f32, pills: &[Pill]) -> Option<usize> {
    let kit = Kit::new(ui);
    let style = Type::SMALL.face(Face::SansMedium);
    let widths: Vec<f32> = pills
        .iter()
        .map(|pill| (kit.width(style, &pill.label) + size::GAP_L).round())
        .collect();
    let places = flow(widths.iter().copied(), width, size::GAP_XS + 2.0);
    let n_lines = places.last().map_or(0.0, |(_, line)| line + 1.0);
    let pitch = size::BUTTON_S + size::GAP_XS;
    let (rect, _) = ui.allocate_exact_size(vec2(width, n_lines * pitch), Sense::hover());
    let mut clicked = None;
    for (n, ((pill, wide), (dx, line))) in pills.iter().zip(&widths).zip(&places).enumerate() {
        let at = rect.min + vec2(*dx, line * pitch);
        let place = Rect::from_min_size(at, vec2(*wide, size::BUTTON_S));
        if pill_ui(ui, place, pill).clicked() {
            clicked = Some(n);
        }
    }
    clicked
}

fn pill_ui(ui: &Ui, rect: Rect, pill: &Pill) -> Response {
    let id = ui.scope_id().with(("pill", &pill.name));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, pill.is_on, &pill.name));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let look = Look::of(&response);
    let (fill, border, ink) = match (pill.is_on, look.is_warm()) {
        (true, false) => (t.selected, t.border(), t.text),
        (_, true) => (t.hover, t.line, t.text),
        (false, false) => (egui::Color32::TRANSPARENT, t.border(), t.text_2),
    };
    kit.framed(rect, size::RADIUS_PILL - 1, fill, border);
    let style = Type::SMALL.face(if pill.is_on {
        Face::SansSemi
    } else {
        Face::SansMedium
    });
    kit.middle(
        pos2(rect.center().x, rect.center().y),
        style,
        ink,
        &pill.label,
    );
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_PILL - 1);
    }
    response
}
