//! Chips: what the post is for.
//!
//! Never: opens anything by itself; a panel hangs its menu on the response.

use egui::{Color32, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Kit, Look};
use crate::app::theme::{Icon, Type, size};

/// How wide a chip with these words will be; without words it is its icon alone.
pub(crate) fn chip_width(kit: &Kit, label: &str) -> f32 {
    if label.is_empty() {
        return size::CHIP + size::GAP_L;
    }
    (29.0 + kit.width(Type::BUTTON, label) + 23.0).round()
}

/// A choice with an icon and a caret; paler while nothing is chosen.
pub(crate) fn chip(
    ui: &Ui,
    x: f32,
    y: f32,
    icon: Icon,
    label: &str,
    is_set: bool,
    name: &str,
) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let width = chip_width(&kit, label);
    let rect = Rect::from_min_size(pos2(x, y - size::CHIP / 2.0), vec2(width, size::CHIP));
    let response = ui.interact(rect, ui.scope_id().with(("chip", name)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let look = Look::of(&response);
    let (fill, border) = if look.is_warm() {
        (t.hover, t.line)
    } else {
        (Color32::TRANSPARENT, t.border())
    };
    kit.framed(rect, size::RADIUS_PILL, fill, border);
    kit.icon(
        pos2(rect.left() + 16.0, y),
        icon,
        15.0,
        if is_set { t.text_2 } else { t.text_3 },
    );
    kit.left(
        rect.left() + 29.0,
        y,
        Type::BUTTON,
        if is_set { t.text } else { t.text_3 },
        label,
    );
    kit.icon(
        pos2(rect.right() - 14.0, y),
        Icon::CARET_DOWN,
        11.0,
        t.text_3,
    );
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_PILL);
    }
    response
}

/// How wide a choice will be.
pub(crate) fn choice_width(kit: &Kit, label: &str) -> f32 {
    (kit.width(Type::BUTTON, label) + 22.0).round()
}

/// One of a few choices beside each other, centred on `y`; the one that holds is filled.
pub(crate) fn choice(ui: &Ui, x: f32, y: f32, label: &str, is_on: bool) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let rect = Rect::from_min_size(
        pos2(x, y - size::BUTTON_S / 2.0),
        vec2(choice_width(&kit, label), size::BUTTON_S),
    )
    .round();
    let response = ui.interact(rect, ui.scope_id().with(("choice", label)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, label));
    let look = Look::of(&response);
    let (fill, border) = match (is_on, look.is_warm()) {
        (true, _) => (t.selected, t.line),
        (false, true) => (t.hover, t.line),
        (false, false) => (Color32::TRANSPARENT, t.border()),
    };
    kit.framed(rect, size::RADIUS_PILL, fill, border);
    let ink = if is_on { t.text } else { t.text_2 };
    kit.middle(rect.center(), Type::BUTTON, ink, label);
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_PILL);
    }
    response
}
