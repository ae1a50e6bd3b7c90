//! A list over the window to find something in: a field, and the rows that have its letters.
//!
//! Never: does what a row stands for; it says which one was chosen.

use egui::{Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::dialog::dialog_ui;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::{FIND, View, focus};
use crate::app::widget::{Kit, bare_field, field_id};

/// How many rows are seen at once.
const MAX_ROWS: usize = 8;

/// One thing to find.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// What it is.
    pub text: String,
    /// More about it, behind the words.
    pub note: String,
    /// Its key, or another small word at the right.
    pub key: String,
}

/// What is asked, and what is said where nothing is found.
pub(super) struct Ask<'a> {
    /// The list's name for screen readers.
    pub name: &'a str,
    /// What stands in the empty field.
    pub hint: &'a str,
    /// What is said where no row is left.
    pub nothing: &'a str,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Came {
    /// The row of this number.
    Chosen(usize),
    /// It was left.
    Left,
    /// It stays open.
    Open,
}

/// Shows the list with what was typed so far.
pub(super) fn finder_ui(
    ui: &Ui,
    ask: &Ask<'_>,
    words: &mut String,
    rows: &[Row],
    view: &mut View,
) -> Came {
    // a dialog is measured unseen in its first pass, and a field that is unseen loses the keyboard
    if ui.memory(egui::Memory::focused) != Some(field_id(FIND)) {
        focus(ui.ctx(), FIND);
    }
    let mut chosen = steps(ui, rows.len(), &mut view.finder_row);
    let (_, _, field, row) = size::PALETTE;
    let height = field + row * rows.len().clamp(1, MAX_ROWS) as f32 + size::GAP_S;
    let is_left = dialog_ui(ui, ask.name, place(ui, height), |ui, place| {
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        let icon = pos2(place.left() + 30.0, place.top() + field / 2.0);
        kit.icon(icon, Icon::MAGNIFYING_GLASS, 18.0, t.text_2);
        let line = Rect::from_min_size(
            place.min + vec2(48.0, 13.0),
            vec2(place.width() - 64.0, size::FIELD),
        );
        if bare_field(ui, line, FIND, ask.hint, words).changed() {
            view.finder_row = 0;
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
        if rows.is_empty() {
            let style = Type::BUTTON.face(Face::Sans);
            kit.middle(list.center(), style, t.text_3, ask.nothing);
        }
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(list).id_salt("rows"));
        child.set_clip_rect(list);
        ScrollArea::vertical()
            .auto_shrink(false)
            .show(&mut child, |ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                for (n, row) in rows.iter().enumerate() {
                    if row_ui(ui, row, n == view.finder_row) {
                        chosen = Some(n);
                    }
                }
            });
    });
    match chosen {
        Some(n) => Came::Chosen(n),
        None if is_left => Came::Left,
        None => Came::Open,
    }
}

/// Where the list stands.
fn place(ui: &Ui, height: f32) -> Rect {
    let (width, top, ..) = size::PALETTE;
    let full = ui.ctx().content_rect();
    let width = width.min(full.width() - 48.0);
    let top = top.min(full.height() / 6.0);
    let min = pos2(full.center().x - width / 2.0, full.top() + top);
    Rect::from_min_size(min, vec2(width, height)).round()
}

/// The arrows move on, Enter takes the row.
fn steps(ui: &Ui, n_rows: usize, at: &mut usize) -> Option<usize> {
    let step = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let n = n_rows.max(1);
    if step(Key::ArrowDown) {
        *at = (*at + 1) % n;
    }
    if step(Key::ArrowUp) {
        *at = (*at + n - 1) % n;
    }
    (step(Key::Enter) && *at < n_rows).then_some(*at)
}

/// One row; returns whether it was clicked.
fn row_ui(ui: &mut Ui, row: &Row, is_next: bool) -> bool {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::PALETTE.3), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_next, &row.text));
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
    let right = rect.right() - size::GAP_XL;
    let key = kit.right(right, y, Type::SMALL, t.text_2, &row.key);
    let at = pos2(rect.left() + size::GAP_XL, y);
    let room = key.left() - at.x - size::GAP_M;
    let words = kit.cut(at, room, Type::BUTTON, t.text, &row.text);
    let at = pos2(words.right() + size::GAP_M, y);
    let room = key.left() - at.x - size::GAP_M;
    if room > size::GAP_XXL {
        kit.cut(at, room, Type::SMALL, t.text_3, &row.note);
    }
    response.clicked()
}

/// How well words fit what is looked for, the best first: they begin with it, have it, `more` has it,
/// they have its letters in this order. None where they do not.
pub(super) fn rank(words: &str, more: &str, wanted: &str) -> Option<usize> {
    let wanted = wanted.trim().to_lowercase();
    let words = words.to_lowercase();
    match words.find(&wanted) {
        Some(0) => Some(0),
        Some(_) => Some(1),
        None if more.to_lowercase().contains(&wanted) => Some(2),
        None => has_letters(&words, &wanted).then_some(3),
    }
}

/// Whether the letters stand in the name in this order.
fn has_letters(name: &str, letters: &str) -> bool {
    let mut name = name.chars();
    letters
        .chars()
        .filter(|c| !c.is_whitespace())
        .all(|letter| name.any(|c| c == letter))
}
