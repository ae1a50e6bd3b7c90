//! A receipt: how a count adds up, in rows under one another.
//!
//! Never: adds up; it is told.

use egui::{Sense, Ui, pos2, vec2};

use super::Kit;
use crate::app::theme::{Face, Type, size};

/// How wide it is, and how high a row.
const WIDTH: f32 = 260.0;
const ROW: f32 = 26.0;

/// Shows rows of words and figures, and the sum under a hairline.
pub(crate) fn receipt(ui: &mut Ui, rows: &[(String, u32)], sum: (&str, &str)) {
    let height = ROW * (rows.len() as f32 + 1.0) + size::GAP_S;
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, height), Sense::hover());
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let style = Type::BUTTON.face(Face::Sans);
    let mut y = rect.top() + ROW / 2.0;
    for (words, used) in rows {
        let figure = kit.right(rect.right(), y, style, t.text_2, &used.to_string());
        kit.cut(
            pos2(rect.left(), y),
            figure.left() - rect.left() - size::GAP_S,
            style,
            t.text,
            words,
        );
        y += ROW;
    }
    kit.hline(
        rect.left()..=rect.right(),
        y - ROW / 2.0 + size::GAP_XS,
        t.hairline,
    );
    y += size::GAP_S;
    let strong = Type::BUTTON.face(Face::SansSemi);
    kit.left(rect.left(), y, strong, t.text, sum.0);
    kit.right(rect.right(), y, strong, t.text, sum.1);
}
