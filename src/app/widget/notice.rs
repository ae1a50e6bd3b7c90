//! Toast and banner: what happened, and what to do.
//!
//! Never: takes the keyboard away from the text.

use egui::{Pos2, Rect, Response, Role, Ui, WidgetInfo, pos2, vec2};

use super::{Button, Kit, Lift, Weight};
use crate::app::theme::{Face, Icon, Type, size};

/// A toast: the fact first, then the detail; centred on `center`, inverted.
pub(crate) fn toast(ui: &Ui, center: Pos2, icon: Icon, title: &str, detail: &str) -> Rect {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let runs = [
        (Type::BUTTON.face(Face::SansSemi), t.page, title),
        (Type::BUTTON.face(Face::Sans), t.page, detail),
    ];
    let galley = kit.lay(&runs, size::PALETTE.0);
    let width = (galley.size().x + 44.0 + size::GAP_L).round();
    let height = size::TOAST.max(galley.size().y + size::GAP_XL);
    let rect = Rect::from_center_size(center, vec2(width, height));
    kit.shadow(rect, size::RADIUS_M, Lift::High);
    kit.fill(rect, size::RADIUS_M, t.text);
    kit.icon_fill(pos2(rect.left() + 23.0, center.y), icon, 18.0, t.page);
    kit.galley(
        pos2(rect.left() + 42.0, center.y - galley.size().y / 2.0),
        galley,
    );
    let response = ui.interact(rect, ui.scope_id().with("toast"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, format!("{title}{detail}")));
    rect
}

/// A banner in `rect`: the fact in bold, then what still works, and one button.
pub(crate) fn banner(
    ui: &mut Ui,
    rect: Rect,
    title: &str,
    detail: &str,
    action: &str,
) -> Option<Response> {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let border = if t.is_contrast() {
        t.line
    } else {
        t.check_tint
    };
    kit.framed(rect, size::RADIUS_M, t.check_tint, border);
    let y = rect.center().y;
    kit.icon_fill(
        pos2(rect.left() + 20.0, y),
        Icon::WARNING_CIRCLE,
        18.0,
        t.check,
    );
    let response = (!action.is_empty()).then(|| {
        Button::new(Weight::Quiet, action)
            .height(size::BUTTON_S)
            .at_right(ui, rect.right() - size::GAP_M, y)
    });
    let right = response
        .as_ref()
        .map_or(rect.right() - size::GAP_M, |response| {
            response.rect.left() - size::GAP_M
        });
    let runs = [
        (Type::BUTTON.face(Face::SansSemi), t.text, title),
        (Type::BUTTON.face(Face::Sans), t.text, " "),
        (Type::BUTTON.face(Face::Sans), t.text, detail),
    ];
    let x = rect.left() + 40.0;
    let galley = kit.lay(&runs, right - x);
    kit.galley(pos2(x, y - galley.size().y / 2.0), galley);
    let words = ui.interact(
        rect,
        ui.scope_id().with(("banner", title)),
        egui::Sense::hover(),
    );
    words.widget_info(|| WidgetInfo::labeled(Role::Alert, true, format!("{title} {detail}")));
    response
}

/// How high a banner must be for its words at `width`.
pub(crate) fn banner_height(ui: &Ui, width: f32, title: &str, detail: &str, action: &str) -> f32 {
    let kit = Kit::new(ui);
    let button = if action.is_empty() {
        0.0
    } else {
        kit.width(Type::BUTTON, action) + 44.0
    };
    let words = format!("{title} {detail}");
    let galley = kit.lay(
        &[(Type::BUTTON.face(Face::SansSemi), kit.tokens.text, &words)],
        width - 52.0 - button,
    );
    (galley.size().y + size::GAP_XL).max(size::TOAST)
}

/// An empty place: icon, heading, one line; the caller adds one quiet button below the rect it gets.
pub(crate) fn empty_place(ui: &Ui, center: Pos2, icon: Icon, title: &str, detail: &str) -> Rect {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    kit.icon(center, icon, 28.0, t.text_3);
    let heading = kit.middle(center + vec2(0.0, 34.0), Type::HEADING, t.text, title);
    let line = kit.middle(
        center + vec2(0.0, 60.0),
        Type::BUTTON.face(Face::Sans),
        t.text_2,
        detail,
    );
    heading.union(line)
}
