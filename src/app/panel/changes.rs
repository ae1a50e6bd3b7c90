//! What a platform's own text says differently from the text of all, word by word.
//!
//! Never: compares; the state has the changes.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2};

use crate::app::state::State;
use crate::app::theme::{Type, size};
use crate::app::widget::Kit;
use crate::draft::Change;

/// Shows both texts in one: what is gone is struck through, what is new is underlined. Returns the
/// y below.
pub(super) fn changes_ui(ui: &Ui, column: Rect, state: &State) -> f32 {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let y = ui.cursor().top() + size::GAP_L;
    let head = kit.paragraph(
        pos2(column.left(), y),
        column.width(),
        Type::BODY,
        t.text_2,
        "New words are underlined, the words of All that are gone are struck through.",
    );
    let mut job = LayoutJob::default();
    job.wrap.max_width = column.width();
    for (change, words) in &state.changes.in_short() {
        let mut format = Type::POST.format(match change {
            Change::Same | Change::New => t.text,
            Change::Gone => t.text_3,
        });
        match change {
            Change::Same => {}
            Change::Gone => format.strikethrough = Stroke::new(1.0, t.text_3),
            Change::New => format.underline = Stroke::new(2.0, t.strength),
        }
        job.append(words, 0.0, format);
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = pos2(column.left(), head.bottom() + size::GAP_L);
    let rect = Rect::from_min_size(at, galley.size());
    let response = ui.interact(rect, ui.scope_id().with("changes"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(state)));
    kit.galley(at, Arc::clone(&galley));
    rect.bottom()
}

/// In how many lines they differ, in words.
pub(super) fn words(state: &State) -> String {
    match state.changes.n_lines {
        1 => "Differs from All (1 line)".to_owned(),
        n => format!("Differs from All ({n} lines)"),
    }
}

/// The same for a screen reader.
fn spoken(state: &State) -> String {
    let of = |(change, words): &(Change, String)| match change {
        Change::Same => None,
        Change::Gone => Some(format!("gone: {}", words.trim())),
        Change::New => Some(format!("new: {}", words.trim())),
    };
    let spoken: Vec<String> = state.changes.pieces.iter().filter_map(of).collect();
    spoken.join("; ")
}
