//! The page: who speaks and what for, the text with its lines, the signature as it will go out.
//!
//! Never: covers the text with anything.

use egui::{Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::begin::begin_ui;
use super::changes::changes_ui;
use super::experiment::experiment_ui;
use super::learning::learning_ui;
use super::parts::parts_ui;
use super::reading::reading_ui;
use super::second::second_ui;
use super::speaker::speaker_ui;
use super::text::text_ui;
use super::versions::versions_ui;
use super::why::chips_ui;
use super::{Layout, reply, signature};
use crate::app::action::Action;
use crate::app::side::Page;
use crate::app::state::State;
use crate::app::theme::{Type, size};
use crate::app::view::View;
use crate::app::widget::Kit;
use crate::guideline::Level;
use crate::store::Saved;

pub(super) fn compose_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let top_y = if layout.is_narrow {
        size::TEXT_Y.1
    } else {
        size::TEXT_Y.0
    };
    let area = Rect::from_min_max(
        pos2(
            layout.sheet.left() + 1.0,
            layout.sheet.top() + top_y - size::GAP_L,
        ),
        pos2(
            layout.sheet.right() - 1.0,
            layout.sheet.bottom() - size::TABS - size::RECEIPT - 1.0,
        ),
    );
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("page"));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    let out = ScrollArea::vertical()
        .auto_shrink(false)
        .id_salt(state.page() as u8)
        .show(&mut child, |ui| match state.page() {
            Page::Text => page_ui(ui, layout, state, view, pending),
            Page::Parts => side_ui(ui, |ui| parts_ui(ui, layout.column(), state, pending)),
            Page::Reading => side_ui(ui, |ui| reading_ui(ui, layout.column(), state)),
            Page::Versions => side_ui(ui, |ui| versions_ui(ui, layout.column(), state, pending)),
            Page::Changes => side_ui(ui, |ui| changes_ui(ui, layout.column(), state)),
        });
    let kit = Kit::new(ui);
    kit.fade_ends(
        area,
        out.state.clamped_offset().y,
        out.content_size.y,
        kit.tokens.page,
    );
    top_row_ui(ui, layout, state, view, pending);
}

/// Speaker and intent at the left, the saved line at the right.
fn top_row_ui(ui: &Ui, layout: &Layout, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let column = layout.column();
    let y = layout.sheet.top() + size::CHIPS_Y;
    let is_narrow = layout.is_narrow;
    let speaker = speaker_ui(ui, column.left(), y, is_narrow, state, view, pending);
    let at = pos2(speaker.rect.right() + size::GAP_S, y);
    let room = Rect::from_min_max(at, pos2(column.right(), y));
    let right = chips_ui(ui, room, is_narrow, state, view, pending);
    let kit = Kit::new(ui);
    let saved = saved_words(state);
    let has_room = right + kit.width(Type::SMALL, &saved) + size::GAP_L < column.right();
    if has_room && !layout.has_drawer {
        kit.right(column.right(), y, Type::SMALL, kit.tokens.text_3, &saved);
    }
}

/// When the text was last safe on the disk.
fn saved_words(state: &State) -> String {
    match &state.saved {
        _ if state.draft.is_blank() => "Saved as you type".to_owned(),
        Saved::Idle => "Saved as you type".to_owned(),
        Saved::Waiting => "Saving".to_owned(),
        Saved::Failed { .. } => "Not saved".to_owned(),
        Saved::AllSaved { at } => match state.now.zoned.timestamp().as_second() - at.as_second() {
            seconds @ 2..60 => format!("Saved {seconds} s ago"),
            seconds @ 60..3600 => format!("Saved {} min ago", seconds / 60),
            _ => "Saved".to_owned(),
        },
    }
}

/// Another side of the page; `show` returns the y below what it showed.
fn side_ui(ui: &mut Ui, show: impl FnOnce(&mut Ui) -> f32) {
    let top = ui.cursor().top();
    let bottom = show(ui);
    let height = bottom + size::GAP_XL - top;
    ui.allocate_space(vec2(ui.available_width(), height.max(0.0)));
}

/// The text, the signature, and on an empty page a way to begin.
fn page_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let column = layout.column();
    let origin = ui.cursor().min;
    let top = reply::card_ui(ui, layout, origin.y, state, view, pending);
    let edges = (column.left(), column.right());
    let top = second_ui(ui, edges, top, state, pending);
    let top = learning_ui(ui, edges, top, state, view, pending);
    let top = experiment_ui(ui, layout, top, state, view, pending);
    let at = pos2(column.left(), top);
    let bottom = text_ui(ui, at, column.width(), state, view, pending);
    let y = bottom + size::GAP_M + size::GAP_S + size::GAP_M;
    let below = signature::preview_ui(ui, column, y, state, view, pending);
    let below = if state.draft.is_unwritten() && view.person.is_none() {
        begin_ui(ui, column, below, state, view, pending)
    } else {
        below
    };
    let rest = Rect::from_min_max(pos2(column.left(), below + size::GAP_S), ui.clip_rect().max);
    let rest = ui.interact(rest, ui.scope_id().with("below the text"), Sense::click());
    if rest.clicked() {
        let end = view.text.len();
        pending.push(Action::CaretMoved(Some((end, end))));
        view.put_caret(ui.ctx(), (end, end));
    }
    let height = below + size::GAP_XXL - origin.y;
    ui.allocate_space(vec2(ui.available_width(), height.max(0.0)));
}

/// Whether a level has a line under its words, for the legend of an empty report.
pub(super) const LEGEND: [(Level, &str); 4] = [
    (Level::Strength, "what works, first"),
    (Level::Nudge, "worth a look, if you like"),
    (Level::Check, "please settle, your way"),
    (Level::Hold, "waits for a date or a person"),
];
