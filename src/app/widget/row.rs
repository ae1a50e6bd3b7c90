//! Rows that are chosen: the rail's, a menu's.
//!
//! Never: an icon without its word.

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Kit, Look};
use crate::app::theme::{Face, Icon, Type, size};

/// One item of the left rail.
pub(crate) fn rail_item(
    ui: &Ui,
    rect: Rect,
    icon: Icon,
    label: &str,
    count: &str,
    is_selected: bool,
) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let response = ui.interact(rect, ui.scope_id().with(("rail", label)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, label));
    let look = Look::of(&response);
    if is_selected {
        kit.fill(rect, size::RADIUS_S, t.selected);
    } else if look.is_warm() {
        kit.fill(rect, size::RADIUS_S, t.hover);
    }
    let y = rect.center().y;
    let center = pos2(rect.left() + 18.0, y);
    let (style, ink) = if is_selected {
        (Type::BUTTON.face(Face::SansSemi), t.text)
    } else {
        (Type::BUTTON, t.text_2)
    };
    if is_selected {
        kit.icon_fill(center, icon, 18.0, t.accent);
    } else {
        kit.icon(center, icon, 18.0, t.text_2);
    }
    kit.left(rect.left() + 36.0, y, style, ink, label);
    kit.right(
        rect.right() - 10.0,
        y,
        Type::SMALL,
        if is_selected { t.text_2 } else { t.text_3 },
        count,
    );
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_S);
    }
    response
}

/// What a row of a menu shows.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct MenuRow<'a> {
    /// The words.
    pub label: &'a str,
    /// Small words at the right: a key, a version.
    pub note: &'a str,
    /// Whether it is the one in use.
    pub is_chosen: bool,
}

/// One row of a menu, as wide as the menu.
pub(crate) fn menu_row(ui: &mut Ui, row: MenuRow<'_>) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, true, row.is_chosen, row.label));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let look = Look::of(&response);
    if look.is_warm() || look == Look::Focus {
        kit.fill(rect, size::RADIUS_S, t.hover);
    }
    if row.is_chosen {
        kit.icon(
            pos2(rect.left() + 14.0, rect.center().y),
            Icon::CHECK,
            14.0,
            t.accent,
        );
    }
    let style = if row.is_chosen {
        Type::BUTTON.face(Face::SansSemi)
    } else {
        Type::BUTTON.face(Face::Sans)
    };
    let note = kit.right(
        rect.right() - 10.0,
        rect.center().y,
        Type::SMALL,
        t.text_3,
        row.note,
    );
    let width = note.left() - rect.left() - 30.0 - size::GAP_S;
    kit.cut(
        pos2(rect.left() + 30.0, rect.center().y),
        width,
        style,
        t.text,
        row.label,
    );
    response
}

/// A quiet heading inside a menu.
pub(crate) fn menu_head(ui: &mut Ui, words: &str) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::GAP_XL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let kit = Kit::new(ui);
    kit.left(
        rect.left() + 10.0,
        rect.center().y,
        Type::SMALL.face(Face::SansMedium),
        kit.tokens.text_3,
        words,
    );
}
