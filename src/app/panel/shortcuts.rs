//! Every key in one place.
//!
//! Never: a key that `Command` does not know.

use egui::{Ui, pos2, vec2};

use super::dialog::{centered, dialog_ui};
use crate::app::command::Command;
use crate::app::theme::{Face, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, Kit, Weight};

/// Keys that are not commands of their own.
const OTHERS: [(&str, &str); 3] = [
    ("Ctrl Alt 1 to 9", "Open a platform"),
    ("Ctrl Alt 0", "Open the text of all"),
    ("Esc", "Back to the text"),
];
/// From one row to the next.
const PITCH: f32 = 26.0;

pub(super) fn shortcuts_ui(ui: &Ui, view: &mut View) {
    if !view.shortcuts {
        return;
    }
    let keys = Command::ALL
        .iter()
        .filter(|command| command.shortcut().is_some());
    let mut rows: Vec<(String, &str)> = keys
        .map(|command| (command.key_words(), command.text()))
        .collect();
    rows.extend(OTHERS.map(|(key, words)| (key.to_owned(), words)));
    let per_column = rows.len().div_ceil(2);
    let place = centered(ui, vec2(680.0, 128.0 + PITCH * per_column as f32));
    let mut is_closed = false;
    let is_left = dialog_ui(ui, "Keyboard", place, |ui, place| {
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        let x = place.left() + size::GAP_XXL;
        kit.left(
            x,
            place.top() + 44.0,
            Type::TITLE.at(22.0, 30.0),
            t.text,
            "Keyboard",
        );
        let width = (place.width() - 2.0 * size::GAP_XXL - size::GAP_XL) / 2.0;
        for (n, (key, words)) in rows.iter().enumerate() {
            let (column, row) = (n / per_column, n % per_column);
            let left = x + column as f32 * (width + size::GAP_XL);
            let y = place.top() + 88.0 + PITCH * row as f32;
            let words = kit.cut(
                pos2(left, y),
                width - 110.0,
                Type::BUTTON.face(Face::Sans),
                t.text,
                words,
            );
            let keys = kit.right(
                left + width,
                y,
                Type::SMALL.face(Face::SansMedium),
                t.text_2,
                key,
            );
            kit.hline(
                words.right() + size::GAP_S..=keys.left() - size::GAP_S,
                y + 4.0,
                t.hairline,
            );
        }
        let close = Button::new(Weight::Quiet, "Close").key("Esc");
        is_closed = close
            .at_right(ui, place.right() - size::GAP_XXL, place.top() + 44.0)
            .clicked();
        kit.left(
            x,
            place.bottom() - 26.0,
            Type::SMALL,
            t.text_3,
            "Emoji artwork: Twemoji, CC-BY 4.0",
        );
    });
    if is_left || is_closed {
        view.shortcuts = false;
        view.wants_text = true;
    }
}
