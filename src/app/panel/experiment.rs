//! The experiment above the text: a line while it runs, and its card to begin, change or end it.
//!
//! Never: covers the text, or keeps an experiment of which nothing is expected.

use egui::{Align, Popup, Rect, Ui, pos2, vec2};
use jiff::civil::Date;

use super::Layout;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::experiment::ExperimentForm;
use crate::app::pace::FindingKey;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::{HYPOTHESIS, View};
use crate::app::widget::{Button, Kit, MenuRow, Weight, chip, coda, field, menu_head, menu_row};
use crate::draft::Experiment;

/// Inside the card, left and right.
const PAD: f32 = 18.0;
/// From the card's top to its first field, and from there to the row below.
const HEAD: f32 = 64.0;
const PITCH: f32 = 66.0;
/// From the note's middle to the row of buttons, and below that.
const FOOT: f32 = 30.0;
/// How high the card is.
const HEIGHT: f32 = HEAD + PITCH + size::FIELD + 2.0 * FOOT + size::GAP_XL;
/// How wide the last day is.
const DAY: f32 = 132.0;
/// How wide the menu of goals is.
const MENU: f32 = 280.0;
/// What an open goal is called.
const NO_GOAL: &str = "Which goal?";
/// The name of the field of the last day.
const UNTIL: &str = "Until when?";

/// Shows the line or the card; returns the y below.
pub(super) fn experiment_ui(
    ui: &mut Ui,
    layout: &Layout,
    top: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> f32 {
    let today = state.today();
    if std::mem::take(&mut view.open_experiment) {
        view.experiment = Some(ExperimentForm::of(&state.draft, today));
    }
    let is_of_it = |form: &ExperimentForm| form.draft == state.draft.id;
    if let Some(mut form) = view.experiment.take().filter(is_of_it) {
        let is_done = card_ui(ui, layout, top, state, (&mut form, today), pending);
        if is_done {
            view.wants_text = true;
        } else {
            view.experiment = Some(form);
        }
        return top + HEIGHT + size::GAP_XL;
    }
    let asked = state.question().map(|ended| ended.experiment.id);
    match &state.draft.experiment {
        // the card above says it already
        Some(experiment) if asked.as_ref() == Some(&experiment.id) => top,
        Some(experiment) => line_ui(ui, layout.column(), top, state, experiment, pending),
        None => top,
    }
}

/// One line: until when, and what is expected.
fn line_ui(
    ui: &Ui,
    column: Rect,
    top: f32,
    state: &State,
    experiment: &Experiment,
    pending: &mut Vec<Action>,
) -> f32 {
    let is_running = experiment.is_running(state.today());
    let y = top + size::CHIP / 2.0;
    let (label, name) = if is_running {
        ("Change", "Change the experiment")
    } else {
        ("What did you learn?", "Say what you learned")
    };
    let button = Button::new(Weight::Link, label).name(name);
    let button = button.at_right(ui, column.right(), y);
    let button = button.on_hover_text(Command::Experiment.tooltip());
    if button.clicked() {
        pending.push(Action::Command(Command::Experiment));
    }
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let center = pos2(column.left() + size::GAP_S, y);
    kit.icon(center, Icon::LIGHTBULB, 16.0, t.text_2);
    let day = experiment.last();
    let day = day.map_or_else(String::new, |day| day_words(day, state.today()));
    let words = if is_running {
        format!("Experiment until {day}")
    } else {
        format!("Experiment, ended {day}")
    };
    let style = Type::SMALL.face(Face::SansMedium);
    let fact = kit.left(column.left() + size::GAP_XL, y, style, t.text_2, &words);
    let x = fact.right() + size::GAP_M;
    let style = Type::HEADING.face(Face::SerifItalic).at(14.0, 20.0);
    let room = button.rect.left() - x - size::GAP_M;
    kit.cut(pos2(x, y), room, style, t.text_2, &experiment.hypothesis);
    let line = Rect::from_min_max(
        pos2(column.left(), top),
        pos2(button.rect.left() - size::GAP_S, top + size::CHIP),
    );
    let line = ui.interact(line, ui.scope_id().with("experiment"), egui::Sense::hover());
    let named = format!("{words}: {}", experiment.hypothesis);
    line.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &named));
    top + size::CHIP + size::GAP_L
}

/// A day as people say it; with its year where that is another one.
pub(super) fn day_words(day: Date, today: Date) -> String {
    let form = if day.year() == today.year() {
        "%-d %B"
    } else {
        "%-d %B %Y"
    };
    day.strftime(form).to_string()
}

/// The three fields; returns whether they are done with.
fn card_ui(
    ui: &mut Ui,
    layout: &Layout,
    top: f32,
    state: &State,
    (form, today): (&mut ExperimentForm, Date),
    pending: &mut Vec<Action>,
) -> bool {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let column = layout.column();
    let size = vec2(column.width(), HEIGHT);
    let card = Rect::from_min_size(pos2(column.left(), top), size);
    kit.framed(card, size::RADIUS_M, t.well, t.hairline);
    let (left, right) = (card.left() + PAD, card.right() - PAD);
    let title = Type::SMALL.face(Face::SansMedium);
    kit.left(left, top + 22.0, title, t.text_2, "Experiment");
    let close = Button::icon_only(Icon::X, "Close the experiment").height(size::GAP_XL);
    let close = close.at_right(ui, card.right() - size::GAP_S, top + 22.0);
    let mut is_done = close.clicked();

    let first = Rect::from_min_size(pos2(left, top + HEAD), vec2(right - left, size::FIELD));
    let hint = "A question first brings more answers";
    let hypothesis = field(ui, first, HYPOTHESIS, hint, &mut form.hypothesis);
    if hypothesis.gained_focus() {
        let room = vec2(0.0, size::GAP_XL);
        ui.scroll_to_rect(card.expand2(room), Some(Align::TOP));
    }
    let second = first.translate(vec2(0.0, PITCH));
    let day = Rect::from_min_size(second.min, vec2(DAY, size::FIELD));
    let until = field(ui, day, UNTIL, "2026-12-05", &mut form.until);
    let from = pos2(day.right() + size::GAP_L, day.center().y);
    let has_goal = goal_ui(ui, (from, right), state, form);
    let is_entered = ui.input(|input| input.key_pressed(egui::Key::Enter));
    is_done |= is_entered && (hypothesis.lost_focus() || until.lost_focus());
    if hypothesis.changed() || until.changed() || has_goal {
        pending.push(Action::TryOut(form.tried(today)));
    }
    let y = second.bottom() + FOOT - size::GAP_XS;
    let fault = form.fault(today).map(|fault| fault.to_string());
    let (ink, words) = match &fault {
        Some(words) => (t.check, words.as_str()),
        None => (
            t.text_3,
            "Nudges rest until then; what is to settle or on hold stays",
        ),
    };
    let note = kit.cut(pos2(left, y), right - left, Type::SMALL, ink, words);
    let note = ui.interact(note, ui.scope_id().with("until"), egui::Sense::hover());
    note.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    is_done |= buttons_ui(ui, (left, right), y + FOOT, state, pending);
    is_done
}

/// The choice of a goal; returns whether another one was chosen.
fn goal_ui(
    ui: &Ui,
    (at, right): (egui::Pos2, f32),
    state: &State,
    form: &mut ExperimentForm,
) -> bool {
    let goals = state.in_use.opened.active.head.goals_offered();
    let kit = Kit::new(ui);
    let style = Type::SMALL.face(Face::SansMedium);
    let above = at.y - size::FIELD / 2.0 - 11.0;
    kit.left(at.x, above, style, kit.tokens.text_2, "For which goal?");
    let chosen = form.goal.as_deref().map(|id| state.goal_words(id));
    let label = shortened(
        &kit,
        chosen.as_deref().unwrap_or(NO_GOAL),
        right - at.x - 52.0,
    );
    let icon = if chosen.is_some() {
        Icon::TARGET
    } else {
        Icon::PLUS
    };
    let name = "For which goal?";
    let chip = chip(ui, at.x, at.y, icon, &label, chosen.is_some(), name);
    let mut is_changed = false;
    Popup::menu(&chip).gap(size::GAP_XS).width(MENU).show(|ui| {
        ui.set_min_width(MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        menu_head(ui, "For which goal?");
        for goal in goals.iter().map(Some).chain([None]) {
            let id = goal.map(|goal| &goal.id);
            let row = MenuRow {
                label: goal.map_or("Leave it open", |goal| goal.business.as_str()),
                note: "",
                is_chosen: form.goal.as_ref() == id,
            };
            if menu_row(ui, row).clicked() {
                form.goal = id.cloned();
                is_changed = true;
                ui.close();
            }
        }
    });
    is_changed
}

/// Words that fit, with an ellipsis where they were cut.
fn shortened(kit: &Kit, words: &str, room: f32) -> String {
    let mut label = words.to_owned();
    while kit.width(Type::BUTTON, &label) > room && label.chars().count() > 2 {
        let n = label.trim_end_matches('…').chars().count() - 1;
        label = label
            .chars()
            .take(n)
            .collect::<String>()
            .trim_end()
            .to_owned()
            + "…";
    }
    label
}

/// Done, and the ways out of an experiment; returns whether the card closes.
fn buttons_ui(
    ui: &Ui,
    (left, right): (f32, f32),
    y: f32,
    state: &State,
    pending: &mut Vec<Action>,
) -> bool {
    let done = Button::new(Weight::Quiet, "Done").height(size::BUTTON_S);
    let is_done = done.at(ui, left, y).clicked();
    if state.draft.trying(state.today()).is_none() {
        return is_done;
    }
    let none = Button::new(Weight::Link, "No experiment").name("No experiment after all");
    let none = none.at_right(ui, right, y);
    let none = none.on_hover_text("Its nudges come back, and nothing is asked");
    let end = Button::new(Weight::Link, "End it").name("End the experiment");
    let end = end.at_right(ui, none.rect.left() - size::GAP_L, y);
    let end = end.on_hover_text("Asks what you learned");
    if none.clicked() {
        pending.push(Action::TryOut(None));
    } else if end.clicked() {
        pending.push(Action::EndExperiment);
    }
    is_done || none.clicked() || end.clicked()
}

/// Under the report: how many nudges rest, with a way to see them.
pub(super) fn resting_ui(ui: &mut Ui, state: &State, pending: &mut Vec<Action>) {
    let text = state.text();
    let is_paced = |finding: &&crate::check::Finding| state.pace.shows(finding, text);
    let mut rules: Vec<String> = state
        .report
        .muted
        .iter()
        .filter(is_paced)
        .map(|finding| FindingKey::of(finding, text).rule)
        .collect();
    rules.sort();
    rules.dedup();
    let shows = state.experiments.shows_nudges && state.draft.trying(state.today()).is_some();
    let (words, label) = match rules.len() {
        _ if shows => (
            "Nudges are shown in this experiment".to_owned(),
            "Let them rest",
        ),
        0 => return,
        1 => ("One nudge rests in this experiment".to_owned(), "Show it"),
        n => (format!("{n} nudges rest in this experiment"), "Show them"),
    };
    ui.add_space(size::GAP_M);
    coda(ui, &words);
    let button = Button::new(Weight::Link, label).show(ui);
    if button
        .on_hover_text(Command::ExperimentNudges.tooltip())
        .clicked()
    {
        pending.push(Action::Command(Command::ExperimentNudges));
    }
}
