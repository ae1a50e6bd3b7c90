//! What an empty page offers: what it is for, which goal it serves, ways to begin. Each is one click,
//! and all of it goes with the first word.
//!
//! Never: writes a word that nobody asked for.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, Kit, Pill, Weight, pills};
use crate::draft::{Starter, Why};
use crate::guideline::Intent;

/// How wide the words before the choices are.
const LABEL: f32 = 88.0;
/// Below this width they stand above the choices.
const NARROW: f32 = 480.0;

/// Shows the offers below the signature; returns the y below.
pub(super) fn begin_ui(
    ui: &mut Ui,
    column: Rect,
    top: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> f32 {
    let n_before = pending.len();
    let mut y = top + size::GAP_XXL;
    let starters = state.starters();
    if state.draft.they_said.is_none() {
        let intents = Intent::ALL.map(|intent| {
            let is_on = state.draft.intent == Some(intent);
            offer(intent.label(), "For", is_on)
        });
        if let Some(intent) = row_ui(ui, column, &mut y, "It is to", &intents)
            .and_then(|n| Intent::ALL.get(n).copied())
        {
            let chosen = Some(intent).filter(|intent| state.draft.intent != Some(*intent));
            pending.push(Action::Intend(chosen));
        }
        goals_ui(ui, column, &mut y, state, pending);
    }
    let ways: Vec<Pill> = starters.iter().map(way).collect();
    if let Some(starter) =
        row_ui(ui, column, &mut y, "Begin with", &ways).and_then(|n| starters.get(n))
    {
        pending.push(Action::Begin(starter.clone()));
    }
    // a click leaves the keyboard in the text; by keyboard one goes on to the next choice
    view.wants_text |= pending.len() > n_before && ui.input(|input| input.pointer.any_released());
    if state.draft.they_said.is_some() {
        return y;
    }
    others_ui(ui, column, y + size::GAP_L, pending)
}

fn goals_ui(ui: &mut Ui, column: Rect, y: &mut f32, state: &State, pending: &mut Vec<Action>) {
    let goals = state.in_use.opened.active.head.goals_offered();
    let chosen = state.draft.why.goal.as_ref();
    let offers: Vec<Pill> = goals
        .iter()
        .map(|goal| offer(&goal.business, "Goal", chosen == Some(&goal.id)))
        .collect();
    if let Some(goal) = row_ui(ui, column, y, "It serves", &offers).and_then(|n| goals.get(n)) {
        let goal = Some(goal.id.clone()).filter(|id| chosen != Some(id));
        pending.push(Action::Explain(Why {
            goal,
            ..state.draft.why.clone()
        }));
    }
}

fn offer(label: &str, kind: &str, is_on: bool) -> Pill {
    Pill {
        label: label.to_owned(),
        name: format!("{kind}: {label}"),
        is_on,
    }
}

fn way(starter: &Starter) -> Pill {
    offer(&starter.name, "Begin", false)
}

/// A row of choices behind their words; `y` goes below it. Nothing is shown where there are none.
fn row_ui(ui: &mut Ui, column: Rect, y: &mut f32, words: &str, choices: &[Pill]) -> Option<usize> {
    if choices.is_empty() {
        return None;
    }
    let kit = Kit::new(ui);
    let style = Type::SMALL.face(Face::SansMedium);
    let middle = *y + size::BUTTON_S / 2.0;
    kit.left(column.left(), middle, style, kit.tokens.text_3, words);
    let min = if column.width() < NARROW {
        pos2(column.left(), *y + size::GAP_XL)
    } else {
        pos2(column.left() + LABEL, *y)
    };
    let room = Rect::from_min_max(min, pos2(column.right(), min.y + 1.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt(words));
    let clicked = pills(&mut child, room.width(), choices);
    *y = child.min_rect().bottom() + size::GAP_S;
    clicked
}

/// Two more ways to begin.
fn others_ui(ui: &Ui, column: Rect, y: f32, pending: &mut Vec<Action>) -> f32 {
    let button = Button::new(Weight::Ghost, "Try a sample").icon(Icon::SPARKLE);
    let middle = y + size::BUTTON / 2.0;
    let response = button.at(ui, column.left() - 14.0, middle);
    if response.clicked() {
        pending.push(Action::TrySample);
    }
    let reply = Button::new(Weight::Ghost, Command::Reply.text()).icon(Icon::CHAT_CIRCLE_DOTS);
    let at = response.rect.right_center() + vec2(size::GAP_S, 0.0);
    if reply.at(ui, at.x, at.y).clicked() {
        pending.push(Action::Command(Command::Reply));
    }
    response.rect.bottom()
}
