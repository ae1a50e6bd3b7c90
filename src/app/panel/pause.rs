//! The pause: the set's few questions, and a line for each Check that stands.
//!
//! Never: a question that the set does not ask.

use egui::{Key, Modifiers, Pos2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::dialog::{centered, dialog_ui};
use super::reply;
use super::speaker::speaker_words;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::pause::Pause;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::update::second::SecondStep;
use crate::app::widget::{
    Button, Kit, TickRow, Weight, field, speaker_tag, speaker_tag_width, tick_row,
};
use crate::text::one_line;

/// Above the questions, and below them.
const HEAD: f32 = 108.0;
const FOOT: f32 = 132.0;
/// From one row to the next.
const PITCH: f32 = size::PAUSE_ROW + size::GAP_XS;
/// A line for a reason, with its label.
const REASON: f32 = 72.0;

pub(super) fn pause_ui(ui: &mut Ui, state: &State, pending: &mut Vec<Action>) {
    let Some(pause) = &state.pause else { return };
    let n_lines = pause.reasons.len() + usize::from(pause.second.is_some());
    let rows = pause.ticks.len() as f32 * PITCH + n_lines as f32 * REASON;
    let place = centered(ui, vec2(size::DIALOG, HEAD + rows + FOOT));
    // Enter ticks, unless the keyboard is on a row, a button or a line of reason
    let is_free = ui.memory(|memory| memory.focused().is_none());
    if is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        pending.push(pause.next().map_or(Action::FinishPause, Action::Tick));
    }
    let is_left = dialog_ui(ui, "Before it goes out", place, |ui, place| {
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        let x = place.left() + size::GAP_XXL;
        let width = place.width() - 2.0 * size::GAP_XXL;
        head_ui(ui, pos2(x, place.top()), width, state, pause);
        let body = Rect::from_min_max(
            place.min + vec2(0.0, HEAD - size::GAP_S),
            place.max - vec2(0.0, FOOT - size::GAP_S),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("questions"));
        child.set_clip_rect(body);
        ScrollArea::vertical()
            .auto_shrink(false)
            .show(&mut child, |ui| {
                let top = ui.cursor().top() + size::GAP_S;
                questions_ui(ui, x, top, width, pause, pending);
                ui.allocate_space(vec2(width, rows));
            });
        let breath = reply::breath_words(&kit, state);
        let usual = "Asked once for each text. Enter ticks one, Ctrl Enter ticks all and copies.";
        let note = match &breath {
            Some((words, ink)) => (words.as_str(), *ink),
            None if pause.refusal.is_empty() && pause.second.is_some() => {
                ("Nothing is copied before somebody else says yes.", t.text_3)
            }
            None if pause.refusal.is_empty() => (usual, t.text_3),
            None => (pause.refusal.as_str(), t.check),
        };
        let said = kit.cut(
            pos2(x, place.bottom() - FOOT + 16.0),
            width,
            Type::SMALL,
            note.1,
            note.0,
        );
        let said = ui.interact(said, ui.scope_id().with("said"), Sense::hover());
        said.widget_info(|| WidgetInfo::labeled(Role::Status, true, note.0));
        buttons_ui(ui, place, state, pending);
    });
    if is_left {
        pending.push(Action::LeavePause);
    }
}

/// What is asked here, and for what; who speaks stands beside it as above the text.
fn head_ui(ui: &Ui, at: Pos2, width: f32, state: &State, pause: &Pause) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let title = kit.left(
        at.x,
        at.y + 44.0,
        Type::TITLE.at(22.0, 30.0),
        t.text,
        "Before it goes out",
    );
    let right = at.x + width;
    let mut who = speaker_words(state);
    // a long name gives way to the first one
    if title.width() + size::GAP_L + speaker_tag_width(&kit, who) > width {
        who.person = state.person().map_or("", |person| person.first_name());
    }
    speaker_tag(ui, pos2(right, at.y + 44.0), who);
    kit.cut(
        pos2(at.x, at.y + 72.0),
        width,
        Type::BUTTON.face(Face::Sans),
        t.text_2,
        &what_for(state, pause),
    );
}

/// Back to the text at the left; at the right on to the clipboard, after a breath where one is due.
fn buttons_ui(ui: &Ui, place: Rect, state: &State, pending: &mut Vec<Action>) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let (x, width) = (
        place.left() + size::GAP_XXL,
        place.width() - 2.0 * size::GAP_XXL,
    );
    let y = place.bottom() - 46.0;
    kit.hline(
        place.left() + 1.0..=place.right() - 1.0,
        y - 38.0,
        t.hairline,
    );
    if Button::new(Weight::Ghost, "Back to the text")
        .key("Esc")
        .at(ui, x - 14.0, y)
        .clicked()
    {
        pending.push(Action::LeavePause);
    }
    if state.breath().is_some() {
        let cool = Button::new(Weight::Quiet, "Send it cool").height(size::BUTTON_L);
        if cool.at_right(ui, x + width, y).clicked() {
            pending.push(Action::SendCool);
        }
        return;
    }
    let key = Command::ApproveAndCopy.key_words();
    let is_asked = state
        .pause
        .as_ref()
        .is_some_and(|pause| pause.second.is_some());
    let label = match (is_asked, state.draft.second_of.is_empty()) {
        (true, _) => "Ask for a second yes",
        (false, true) => "Approve & copy",
        (false, false) => "Approve",
    };
    let approve = Button::new(Weight::Primary, label)
        .height(size::BUTTON_L)
        .key(&key);
    if approve.at_right(ui, x + width, y).clicked() {
        pending.push(Action::FinishPause);
    }
}

fn questions_ui(
    ui: &mut Ui,
    x: f32,
    top: f32,
    width: f32,
    pause: &Pause,
    pending: &mut Vec<Action>,
) {
    let mut y = top;
    for (n, (question, is_on)) in pause.questions.iter().zip(&pause.ticks).enumerate() {
        let row = Rect::from_min_size(
            pos2(x - size::GAP_M, y),
            vec2(width + size::GAP_XL, size::PAUSE_ROW),
        );
        let is_next = pause.next() == Some(n);
        if tick_row(
            ui,
            row,
            TickRow {
                words: question,
                is_on: *is_on,
                is_next,
            },
        )
        .clicked()
        {
            pending.push(Action::Tick(n));
        }
        y += PITCH;
    }
    for (n, (key, reason)) in pause.reasons.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(x, y + size::GAP_XXL), vec2(width, size::FIELD));
        let mut line = reason.clone();
        let about = if key.words.is_empty() {
            key.rule.clone()
        } else {
            one_line(&key.words)
        };
        let label = format!("Still open: “{about}”. Why it may stay");
        if field(ui, rect, &label, "One line of reason", &mut line).changed() {
            pending.push(Action::Reason(n, line));
        }
        y += REASON;
    }
    if let Some(second) = &pause.second {
        let rect = Rect::from_min_size(pos2(x, y + size::GAP_XXL), vec2(width, size::FIELD));
        let label = format!("Somebody else says yes {}. A word to them", second.wanted);
        let mut line = second.note.clone();
        let hint = "It never goes out with the text";
        if field(ui, rect, &label, hint, &mut line).changed() {
            pending.push(Action::Second(SecondStep::Ask(line)));
        }
    }
}

/// For which platform, and how much of the limit it uses.
fn what_for(state: &State, pause: &Pause) -> String {
    let name = state.platform_name(&pause.platform);
    let count = state
        .standing(&pause.platform)
        .and_then(|standing| standing.count());
    let figures = count.map_or_else(String::new, |count| match count.limit {
        Some(limit) => format!(", {} of {limit}", count.used),
        None => format!(", {}", count.used),
    });
    format!("For {name}{figures}")
}
