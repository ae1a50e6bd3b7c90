//! The report around its cards: group heads, strengths, what was settled, a closing sentence.
//!
//! Never: decides what is shown, or which level it has.

use std::sync::Arc;

use egui::{Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Button, Kit, Weight, level_mark};
use crate::app::theme::{Face, Icon, Type, size};
use crate::guideline::Level;

/// Words and marks start this far from the left edge of a group.
const INDENT: f32 = 26.0;

/// A group's heading: mark, words, count.
pub(crate) fn group_head(ui: &mut Ui, level: Level, n: usize) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::CHIP), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Heading, true, format!("{}, {n}", level.heading()))
    });
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let y = rect.top() + size::GAP_M;
    level_mark(&kit, level, pos2(rect.left() + size::GAP_S, y));
    let ink = if n == 0 { t.text_3 } else { t.text };
    kit.left(
        rect.left() + INDENT,
        y,
        Type::BUTTON.face(Face::SansSemi),
        ink,
        level.heading(),
    );
    kit.right(rect.right(), y, Type::SMALL, t.text_3, &n.to_string());
}

/// A strength: what works, and the words that show it.
pub(crate) fn strength(ui: &mut Ui, says: &str, quote: &str) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let width = ui.available_width() - INDENT;
    let line = kit.lay(&[(Type::BUTTON.face(Face::Sans), t.text, says)], width);
    let words = kit.lay_cut(
        Type::HEADING.face(Face::SerifItalic).at(13.5, 18.0),
        t.text_3,
        quote,
        width,
    );
    let quote_height = if quote.is_empty() {
        6.0
    } else {
        words.size().y + 9.0
    };
    let height = line.size().y + quote_height;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{says} {quote}")));
    kit.galley(rect.left_top() + vec2(INDENT, 0.0), Arc::clone(&line));
    if !quote.is_empty() {
        kit.galley(rect.left_top() + vec2(INDENT, line.size().y), words);
    }
    response
}

/// Something settled: faded, with how, and the way back where there is one. Returns whether that
/// was asked for.
pub(crate) fn settled(ui: &mut Ui, phrase: &str, how: &str, can_undo: bool) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::CHIP), Sense::hover());
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let y = rect.top() + size::GAP_M;
    kit.icon(
        pos2(rect.left() + size::GAP_S, y),
        Icon::CHECK,
        14.0,
        t.text_3,
    );
    let name = format!("Undo: {phrase}, {how}");
    let undo = can_undo.then(|| {
        let undo = Button::new(Weight::Link, "Undo").name(&name);
        undo.at_right(ui, rect.right(), y)
    });
    let right = undo.as_ref().map_or(rect.right(), |undo| undo.rect.left());
    let room = right - rect.left() - INDENT - size::GAP_M;
    let how_width = kit.width(Type::SMALL, how).min(room * 0.6);
    let style = Type::HEADING.face(Face::Serif).at(14.0, 20.0);
    let words = kit.cut(
        pos2(rect.left() + INDENT, y),
        room - how_width - size::GAP_S,
        style,
        t.text_3,
        phrase,
    );
    kit.cut(
        pos2(words.right() + size::GAP_S, y),
        how_width + size::GAP_S,
        Type::SMALL,
        t.text_3,
        how,
    );
    undo.is_some_and(|undo| undo.clicked())
}

/// A quiet sentence under the report.
pub(crate) fn coda(ui: &mut Ui, words: &str) {
    let kit = Kit::new(ui);
    let galley = kit.lay(
        &[(Type::BODY.at(13.0, 20.0), kit.tokens.text_3, words)],
        ui.available_width(),
    );
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    kit.galley(rect.min, galley);
}
