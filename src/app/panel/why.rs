//! Why it is written: the chips of intent and goal above the text, with their menus.
//!
//! Never: asks before somebody wants to say it.

use egui::{Popup, PopupCloseBehavior, Rect, Response, Sense, Ui, vec2};

use super::choose::{digit, opens};
use crate::app::action::{Action, Chip};
use crate::app::state::State;
use crate::app::theme::{Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Kit, MenuRow, chip, chip_width, field, field_id, menu_head, menu_row};
use crate::draft::Why;
use crate::guideline::{Goal, Intent};

/// How wide the menus are.
const MENU: (f32, f32) = (240.0, 320.0);
/// The names of the two notes.
const THEY_CARE: &str = "Why they care";
const WE_CARE: &str = "Why we care";
/// What an open goal is called.
const NO_GOAL: &str = "Which goal?";
/// What an open intent is called.
const NO_INTENT: &str = "What is it for?";

/// Shows the chips in the room beside the speaker; returns where they end. Where the goal's words
/// have no room, its icon alone stands there.
pub(super) fn chips_ui(
    ui: &Ui,
    room: Rect,
    is_narrow: bool,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> f32 {
    let (x, y) = (room.left(), room.center().y);
    let (icon, label) = match state.draft.intent {
        Some(intent) => (Icon::CHAT_CIRCLE_DOTS, intent.label()),
        None => (Icon::PLUS, NO_INTENT),
    };
    let is_set = state.draft.intent.is_some();
    let intent = chip(ui, x, y, icon, label, is_set, "What is it for");
    intent_menu(&intent, state, view, pending);
    let goal = chosen(state);
    let label = goal.as_ref().map_or(NO_GOAL, |goal| goal.business.as_str());
    let x = intent.rect.right() + size::GAP_S;
    let has_room = !is_narrow && x + chip_width(&Kit::new(ui), label) <= room.right();
    let label = if has_room { label } else { "" };
    let icon = match (&goal, has_room) {
        (None, true) => Icon::PLUS,
        _ => Icon::TARGET,
    };
    let name = "Which goal does it serve";
    let chip = chip(ui, x, y, icon, label, goal.is_some(), name);
    let more = goal.as_ref().map_or_else(|| NO_GOAL.to_owned(), help);
    let chip = chip.on_hover_text(more);
    goal_menu(&chip, state, view, pending);
    chip.rect.right()
}

/// The goal that was chosen; one that the set no longer has is none.
fn chosen(state: &State) -> Option<Goal> {
    let id = state.draft.why.goal.as_deref()?;
    state.in_use.opened.active.head.goal(id)
}

/// A goal, and how posts help it along.
fn help(goal: &Goal) -> String {
    match goal.how_social_helps.trim() {
        "" => goal.business.clone(),
        how => format!("{}: {how}", goal.business),
    }
}

fn intent_menu(response: &Response, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let by_key = opens(view, Chip::Intent);
    menu(response, by_key, MENU.0).show(|ui| {
        ui.set_min_width(MENU.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        menu_head(ui, "What is it for? A digit chooses");
        let typed = digit(ui);
        for (n, intent) in Intent::ALL.into_iter().map(Some).chain([None]).enumerate() {
            let row = MenuRow {
                label: intent.map_or("Leave it open", Intent::label),
                note: &digit_of(n),
                is_chosen: state.draft.intent == intent,
            };
            if choice_ui(ui, row, by_key) || typed == Some(n + 1) {
                pending.push(Action::Intend(intent));
                view.wants_text = true;
                ui.close();
            }
        }
    });
}

fn goal_menu(response: &Response, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let by_key = opens(view, Chip::Goal);
    menu(response, by_key, MENU.1).show(|ui| {
        ui.set_min_width(MENU.1);
        ui.spacing_mut().item_spacing.y = 0.0;
        menu_head(ui, "Which goal does it serve? A digit chooses");
        let notes = [THEY_CARE, WE_CARE].map(field_id);
        let is_noting = ui.memory(|memory| memory.focused().is_some_and(|id| notes.contains(&id)));
        let typed = if is_noting { None } else { digit(ui) };
        let goals = state.in_use.opened.active.head.goals_offered();
        for (n, goal) in goals.iter().map(Some).chain([None]).enumerate() {
            let id = goal.map(|goal| goal.id.clone());
            let row = MenuRow {
                label: goal.map_or("Leave it open", |goal| goal.business.as_str()),
                note: &digit_of(n),
                is_chosen: state.draft.why.goal == id,
            };
            if choice_ui(ui, row, by_key) || typed == Some(n + 1) {
                pending.push(Action::Explain(Why {
                    goal: id,
                    ..state.draft.why.clone()
                }));
                view.wants_text = true;
                ui.close();
            }
        }
        notes_ui(ui, state, pending);
    });
}

/// A menu that stays open while something is typed into it.
fn menu(response: &Response, by_key: bool, width: f32) -> Popup<'_> {
    let menu = Popup::menu(response)
        .gap(size::GAP_XS)
        .width(width)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    if by_key {
        menu.open_memory(Some(egui::SetOpenCommand::Bool(true)))
    } else {
        menu
    }
}

/// The digit that chooses a row; none beyond the ninth.
fn digit_of(n: usize) -> String {
    if n < 9 {
        (n + 1).to_string()
    } else {
        String::new()
    }
}

/// One choice; the one in use gets the keyboard when a key opened the menu.
fn choice_ui(ui: &mut Ui, row: MenuRow<'_>, by_key: bool) -> bool {
    let is_chosen = row.is_chosen;
    let row = menu_row(ui, row);
    if by_key && is_chosen {
        row.request_focus();
    }
    row.clicked()
}

/// Two lines for the writer: why they care, why we do.
fn notes_ui(ui: &mut Ui, state: &State, pending: &mut Vec<Action>) {
    ui.separator();
    let why = &state.draft.why;
    let goal = chosen(state);
    let ours = goal.map_or_else(String::new, |goal| goal.how_social_helps);
    let ours = if ours.is_empty() {
        "what it does for us"
    } else {
        &ours
    };
    let mut now = why.clone();
    note_ui(ui, THEY_CARE, "what it does for them", &mut now.they_care);
    note_ui(ui, WE_CARE, ours, &mut now.we_care);
    if now != *why {
        pending.push(Action::Explain(now));
    }
    let room = vec2(ui.available_width(), size::GAP_XL);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let kit = Kit::new(ui);
    let words = "Your notes. They are never copied";
    kit.left(
        rect.left() + 10.0,
        rect.center().y,
        Type::SMALL,
        kit.tokens.text_3,
        words,
    );
}

/// One note.
fn note_ui(ui: &mut Ui, label: &str, hint: &str, words: &mut String) {
    let room = vec2(
        ui.available_width(),
        size::GAP_XL + size::FIELD + size::GAP_S,
    );
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    let line = Rect::from_min_max(
        rect.min + vec2(10.0, size::GAP_XL),
        rect.max - vec2(10.0, size::GAP_S),
    );
    field(ui, line, label, hint, words);
}
