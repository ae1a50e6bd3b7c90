//! The plain parts of a page that is read: a heading, a paragraph, a hairline.
//!
//! Never: knows what the words are about.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};

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

/// A hairline, then a short name at the left, as wide as `names`, and words at the right; one item of
/// a list for screen readers.
pub(super) fn pair_ui(ui: &mut Ui, (width, names): (f32, f32), name: (Ink, &str), words: &str) {
    line_ui(ui, width);
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let names = names.min(width * 0.4);
    let small = Type::SMALL.at(13.0, 20.0);
    let (style, color) = match name.0 {
        Ink::Text => (small.face(Face::SansSemi), t.text),
        Ink::Support => (small, t.text_2),
    };
    let left = kit.lay(&[(style, color, name.1)], names - size::GAP_L);
    let right = kit.lay(&[(small, t.text, words)], width - names);
    let height = left.size().y.max(right.size().y) + 2.0 * size::GAP_S;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| {
        let said = format!("{}: {words}", name.1).replace('\n', " ");
        WidgetInfo::labeled(Role::ListItem, true, said)
    });
    let top = rect.top() + size::GAP_S;
    kit.galley(pos2(rect.left(), top), left);
    kit.galley(pos2(rect.left() + names, top), right);
}
