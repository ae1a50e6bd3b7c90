//! The palette: every action by its name.
//!
//! Never: does the work; it asks for a command.

use egui::{Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::dialog::dialog_ui;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::{FIND, View, focus};
use crate::app::widget::{Kit, bare_field, field_id};

/// How many rows are seen at once.
const MAX_ROWS: usize = 8;

pub(super) fn palette_ui(ui: &mut Ui, view: &mut View, pending: &mut Vec<Action>) {
    let Some(mut words) = view.palette.take() else {
        return;
    };
    let found = found(&words);
    // a dialog is measured unseen in its first pass, and a field that is unseen loses the keyboard
    if ui.memory(egui::Memory::focused) != Some(field_id(FIND)) {
        focus(ui.ctx(), FIND);
    }
    let step =
        |ui: &mut Ui, key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let n = found.len().max(1);
    if step(ui, Key::ArrowDown) {
        view.palette_row = (view.palette_row + 1) % n;
    }
    if step(ui, Key::ArrowUp) {
        view.palette_row = (view.palette_row + n - 1) % n;
    }
    let mut chosen = step(ui, Key::Enter)
        .then(|| found.get(view.palette_row).copied())
        .flatten();
    let (width, top, field, row) = size::PALETTE;
    let full = ui.ctx().content_rect();
    let height = field + row * found.len().clamp(1, MAX_ROWS) as f32 + size::GAP_S;
    let width = width.min(full.width() - 48.0);
    let top = top.min(full.height() / 6.0);
    let place = Rect::from_min_size(
        pos2(full.center().x - width / 2.0, full.top() + top),
        vec2(width, height),
    )
    .round();
    let is_left = dialog_ui(ui, "Find anything to do", place, |ui, place| {
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        let icon = pos2(place.left() + 30.0, place.top() + field / 2.0);
        kit.icon(icon, Icon::MAGNIFYING_GLASS, 18.0, t.text_2);
        let line = Rect::from_min_size(
            place.min + vec2(48.0, 13.0),
            vec2(place.width() - 64.0, size::FIELD),
        );
        if bare_field(ui, line, FIND, "What would you like to do?", &mut words).changed() {
            view.palette_row = 0;
        }
        let list = Rect::from_min_max(
            place.min + vec2(0.0, field),
            place.max - vec2(0.0, size::GAP_S),
        );
        kit.hline(
            list.left() + 1.0..=list.right() - 1.0,
            list.top(),
            t.hairline,
        );
        if found.is_empty() {
            let center = pos2(list.center().x, list.center().y);
            kit.middle(
                center,
                Type::BUTTON.face(Face::Sans),
                t.text_3,
                "Nothing has that name",
            );
        }
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(list).id_salt("commands"));
        child.set_clip_rect(list);
        ScrollArea::vertical()
            .auto_shrink(false)
            .show(&mut child, |ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                for (n, command) in found.iter().enumerate() {
                    if row_ui(ui, *command, n == view.palette_row) {
                        chosen = Some(*command);
                    }
                }
            });
    });
    match chosen {
        Some(command) => {
            pending.push(Action::LeavePause);
            pending.push(Action::Command(command));
        }
        None if is_left => pending.push(Action::LeavePause),
        None => view.palette = Some(words),
    }
}

/// One command; returns whether it was clicked.
fn row_ui(ui: &mut Ui, command: Command, is_next: bool) -> bool {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::PALETTE.3), Sense::click());
    let (text, tooltip) = (command.text(), command.tooltip());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_next, text));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let wash = rect.shrink2(vec2(size::GAP_S, 1.0));
    if is_next {
        kit.fill(wash, size::RADIUS_S, t.accent_tint);
        if t.is_contrast() {
            kit.focus_ring(wash.shrink(2.0), size::RADIUS_S);
        }
        ui.scroll_to_rect(rect, None);
    } else if response.hovered() {
        kit.fill(wash, size::RADIUS_S, t.hover);
    }
    let y = rect.center().y;
    let words = kit.left(rect.left() + size::GAP_XL, y, Type::BUTTON, t.text, text);
    let key = kit.right(
        rect.right() - size::GAP_XL,
        y,
        Type::SMALL,
        t.text_2,
        &command.key_words(),
    );
    let at = pos2(words.right() + size::GAP_M, y);
    kit.cut(
        at,
        key.left() - at.x - size::GAP_M,
        Type::SMALL,
        t.text_3,
        tooltip,
    );
    response.clicked()
}

/// The commands whose name has all the letters, those that begin with them first.
fn found(words: &str) -> Vec<Command> {
    let wanted = words.trim().to_lowercase();
    let mut out: Vec<(usize, Command)> = Command::ALL
        .iter()
        .copied()
        .filter(|command| *command != Command::Palette)
        .filter_map(|command| {
            let name = command.text().to_lowercase();
            let rank = match name.find(&wanted) {
                Some(0) => 0,
                Some(_) => 1,
                None if command.tooltip().to_lowercase().contains(&wanted) => 2,
                None if has_letters(&name, &wanted) => 3,
                None => return None,
            };
            Some((rank, command))
        })
        .collect();
    out.sort_by_key(|(rank, _)| *rank);
    out.into_iter().map(|(_, command)| command).collect()
}

/// Whether the letters stand in the name in this order.
fn has_letters(name: &str, letters: &str) -> bool {
    let mut name = name.chars();
    letters
        .chars()
        .filter(|c| !c.is_whitespace())
        .all(|letter| name.any(|c| c == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_begin_with_the_words_come_first() {
        assert_eq!(found("appr").first(), Some(&Command::ApproveAndCopy));
        assert_eq!(found("ndft").first(), Some(&Command::KeepInDraft));
        assert!(found("zzzz").is_empty());
    }
}
