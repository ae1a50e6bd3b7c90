//! Backspace, Delete and the caret by what a reader calls a character: egui's `TextEdit` acts on
//! `char`s, which would leave half a flag behind.
//!
//! Never: touches a text without such clusters.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, Id, Key, Modifiers, TextEdit, Ui};

use super::rows::byte_of;
use crate::text::graphemes;

/// The `char` numbers at which a caret may stand.
fn places(text: &str) -> Vec<usize> {
    let mut out = vec![0];
    let mut n = 0;
    for (_, cluster) in graphemes(text) {
        n += cluster.chars().count();
        out.push(n);
    }
    out
}

/// Takes a whole cluster away on Backspace or Delete; called before the field is shown. Returns
/// whether it changed the text.
pub(super) fn delete(ui: &Ui, id: Id, text: &mut String) -> bool {
    let wants =
        ui.input(|input| input.key_pressed(Key::Backspace) || input.key_pressed(Key::Delete));
    if !wants || !ui.memory(|memory| memory.has_focus(id)) {
        return false;
    }
    let Some(mut state) = TextEdit::load_state(ui.ctx(), id) else {
        return false;
    };
    let Some(range) = state.cursor.char_range().filter(CCursorRange::is_empty) else {
        return false;
    };
    let at = range.primary.index.0;
    let places = places(text);
    let before = places.iter().rev().find(|place| **place < at).copied();
    let after = places.iter().find(|place| **place > at).copied();
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (from, to) = match (before, after) {
        (Some(from), _) if at - from > 1 && pressed(Key::Backspace) => (from, at),
        (_, Some(to)) if to - at > 1 && pressed(Key::Delete) => (at, to),
        _ => return false,
    };
    let mut undoer = state.undoer();
    undoer.add_undo(&(range, text.clone()));
    text.replace_range(byte_of(text, from)..byte_of(text, to), "");
    let caret = CCursorRange::one(CCursor::new(from));
    undoer.feed_state(ui.input(|input| input.time), &(caret, text.clone()));
    state.cursor.set_char_range(Some(caret));
    state.set_undoer(undoer);
    state.store(ui.ctx(), id);
    true
}

/// Moves a caret out of the middle of a cluster, onward in the direction it was going; called after
/// the field was shown, with the caret from before.
pub(super) fn snap(ctx: &Context, id: Id, text: &str, before: Option<CCursorRange>) {
    if text.is_ascii() {
        return;
    }
    let Some(mut state) = TextEdit::load_state(ctx, id) else {
        return;
    };
    let Some(mut range) = state.cursor.char_range() else {
        return;
    };
    let places = places(text);
    let primary = snapped(
        &mut range.primary,
        before.map(|range| range.primary.index.0),
        &places,
    );
    let secondary = snapped(
        &mut range.secondary,
        before.map(|range| range.secondary.index.0),
        &places,
    );
    if primary || secondary {
        state.cursor.set_char_range(Some(range));
        state.store(ctx, id);
        ctx.request_repaint();
    }
}

fn snapped(cursor: &mut CCursor, before: Option<usize>, places: &[usize]) -> bool {
    let at = cursor.index.0;
    let Err(next) = places.binary_search(&at) else {
        return false;
    };
    let is_forward = before.is_some_and(|before| before < at);
    let place = if is_forward {
        places.get(next)
    } else {
        places.get(next.saturating_sub(1))
    };
    if let Some(place) = place.or_else(|| places.last()) {
        cursor.index = (*place).into();
    }
    true
}
