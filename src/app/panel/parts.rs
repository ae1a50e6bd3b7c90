//! The thread of the open platform: one card per part, and the list to copy them from in order.
//!
//! Never: splits; the standing has the parts.

use egui::{Rect, Sense, Ui, pos2, vec2};

use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Ink, Kit, PartAsk, PartCard, PartRow, part_card, part_row};
use crate::check::Standing;
use crate::platform::{Thread, ThreadPart};
use crate::text::{EntityKind, Span, entities, one_line};

/// The current platform's standing with its thread, where it goes out in parts.
fn current(state: &State) -> Option<(&Standing, &Thread)> {
    let standing = state.standing(state.current_platform()?)?;
    Some((standing, standing.thread.as_ref()?))
}

/// Shows the cards one below the other; returns the y below.
pub(super) fn parts_ui(ui: &mut Ui, column: Rect, state: &State, pending: &mut Vec<Action>) -> f32 {
    let mut y = ui.cursor().top() + size::GAP_XS;
    let Some((standing, thread)) = current(state) else {
        return y;
    };
    let copied = state.copied_parts(standing);
    let next = state.next_part(standing);
    for (n, part) in thread.parts.iter().enumerate() {
        let card = PartCard {
            runs: runs(part),
            number: (n + 1, thread.parts.len()),
            used: part.used,
            limit: part.limit,
            is_next: next == Some(n),
            is_copied: copied.parts.contains(&n),
        };
        let (rect, ask) = part_card(ui, pos2(column.left(), y), column.width(), &card);
        match ask {
            Some(PartAsk::Open) => pending.push(Action::OpenPart(n)),
            Some(PartAsk::Copy) => pending.push(Action::CopyPart(n)),
            None => {}
        }
        y = rect.bottom() + size::GAP_M;
    }
    y
}

/// The words of a part with their inks: what was added is quiet, links are in the accent.
fn runs(part: &ThreadPart) -> Vec<(Ink, &str)> {
    let words = part.words;
    let of = |start: usize, end: usize| Span::new(start, end).of(&part.text);
    let mut out = vec![(Ink::Added, of(0, words.start))];
    let mut from = words.start;
    for entity in entities(&part.text) {
        let is_link = entity.kind == EntityKind::Link && words.contains(entity.span);
        if is_link && entity.span.start >= from {
            out.push((Ink::Plain, of(from, entity.span.start)));
            out.push((Ink::Link, entity.span.of(&part.text)));
            from = entity.span.end;
        }
    }
    out.push((Ink::Plain, of(from, words.end)));
    out.push((Ink::Added, of(words.end, part.text.len())));
    out.retain(|(_, words)| !words.is_empty());
    out
}

/// The list to copy from, in order, with what was copied ticked.
pub(super) fn copy_list_ui(ui: &mut Ui, state: &State, pending: &mut Vec<Action>) {
    let Some((standing, thread)) = current(state).filter(|_| state.draft.tab.is_some()) else {
        return;
    };
    ui.add_space(size::GAP_L);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::CHIP), Sense::hover());
    let kit = Kit::new(ui);
    let style = Type::BUTTON.face(Face::SansSemi);
    let y = head.top() + size::GAP_S;
    kit.left(head.left(), y, style, kit.tokens.text, "Copy in order");
    let copied = state.copied_parts(standing);
    let n_parts = thread.parts.len();
    let note = match copied.parts.len() {
        0 => String::new(),
        n => format!("{n} of {n_parts} copied"),
    };
    kit.right(head.right(), y, Type::SMALL, kit.tokens.text_2, &note);
    let next = state.next_part(standing);
    for (n, part) in thread.parts.iter().enumerate() {
        let words = one_line(part.words.of(&part.text));
        let row = PartRow {
            number: n + 1,
            words: &words,
            is_next: next == Some(n),
            is_copied: copied.parts.contains(&n),
            ends: (n == 0, n + 1 == n_parts),
        };
        if part_row(ui, &row) {
            pending.push(Action::CopyPart(n));
        }
    }
}
