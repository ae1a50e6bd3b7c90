//! What pages other than the one to write on share: a scrolled sheet with a title and rows.
//!
//! Never: knows what is listed.

use egui::{Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Layout;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Kit, Look};

/// Beside the words of a page.
const MARGIN: f32 = 48.0;

/// Shows a scrolled page; `contents` gets the left and right edges of its words.
pub(super) fn page_ui(
    ui: &mut Ui,
    layout: &Layout,
    name: &str,
    contents: impl FnOnce(&mut Ui, f32, f32),
) {
    let area = layout.sheet.shrink(1.0);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt(name));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    let out = ScrollArea::vertical()
        .auto_shrink(false)
        .id_salt(name)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            contents(
                ui,
                layout.sheet.left() + MARGIN,
                layout.sheet.right() - MARGIN,
            );
        });
    let kit = Kit::new(ui);
    // between the round corners of the sheet
    let words = area.shrink2(vec2(size::GAP_M, 0.0));
    kit.fade_ends(
        words,
        out.state.clamped_offset().y,
        out.content_size.y,
        kit.tokens.page,
    );
}

/// The page's title with a line under it; takes its height from the layout.
pub(super) fn title_ui(ui: &mut Ui, left: f32, title: &str, detail: &str) -> Rect {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), 108.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let kit = Kit::new(ui);
    kit.left(
        left,
        rect.top() + 48.0,
        Type::TITLE.at(24.0, 32.0),
        kit.tokens.text,
        title,
    );
    kit.left(
        left,
        rect.top() + 76.0,
        Type::BUTTON.face(Face::Sans),
        kit.tokens.text_2,
        detail,
    );
    rect
}

/// A row of a list: a hairline above, a wash under the pointer. Returns its box between the edges.
pub(super) fn row_ui(
    ui: &mut Ui,
    (left, right): (f32, f32),
    height: f32,
    name: &str,
) -> (Rect, Response) {
    let (full, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let kit = Kit::new(ui);
    let rect = Rect::from_min_max(pos2(left, full.top()), pos2(right, full.bottom()));
    let wash = rect.expand2(vec2(size::GAP_L, 0.0));
    let look = Look::of(&response);
    if look.is_warm() {
        kit.fill(wash, size::RADIUS_M, kit.tokens.well);
    }
    kit.hline(left..=right, rect.top(), kit.tokens.hairline);
    if look == Look::Focus {
        kit.focus_ring(wash.shrink(2.0), size::RADIUS_M);
    }
    (rect, response)
}

/// A small quiet line under a list.
pub(super) fn foot_note_ui(ui: &mut Ui, (left, right): (f32, f32), words: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 56.0), Sense::hover());
    let kit = Kit::new(ui);
    kit.hline(left..=right, rect.top(), kit.tokens.hairline);
    kit.cut(
        pos2(left, rect.top() + 28.0),
        right - left,
        Type::SMALL,
        kit.tokens.text_3,
        words,
    );
}
