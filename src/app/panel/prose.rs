//! The plain parts of a page that is read: a heading, a paragraph, a hairline.
//!
//! Never: knows what the words are about.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::theme::{Face, Type, size};
use crate::app::widget::Kit;

/// The two inks of the page.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Ink {
    Text,
    Support,
}

/// A paragraph in the layout, with a name for screen readers and space below.
pub(super) fn words_ui(ui: &mut Ui, width: f32, style: Type, ink: Ink, words: &str, below: f32) {
    let kit = Kit::new(ui);
    let color = if ink == Ink::Text {
        kit.tokens.text
    } else {
        kit.tokens.text_2
    };
    let galley = kit.lay(&[(style, color, words)], width);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    kit.galley(rect.min, galley);
    ui.add_space(below);
}

/// The heading of a chapter.
pub(super) fn title_ui(ui: &mut Ui, width: f32, title: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let kit = Kit::new(ui);
    kit.left(
        rect.left(),
        rect.top() + size::GAP_M,
        Type::BUTTON.face(Face::SansSemi),
        kit.tokens.accent,
        title,
    );
}

/// A hairline across the column.
pub(super) fn line_ui(ui: &mut Ui, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    let kit = Kit::new(ui);
    kit.hline(rect.left()..=rect.right(), rect.top(), kit.tokens.hairline);
}
