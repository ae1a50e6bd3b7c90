//! What was approved, counted: in words first, then small plots, then each goal and each speaker.
//!
//! Never: a score, a target or a judgement.

use egui::{Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::agenda::agenda_ui;
use super::plot::{Bars, bars_ui};
use super::prose::{Ink, words_ui};
use super::record_facts::speaker_words;
use crate::app::action::Action;
use crate::app::afterwards::Step;
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Button, Kit, Weight, choice};
use crate::approval::{Figures, Range, Tally, counted};
use crate::guideline::Intent;

/// How high a plot is, with its name above it.
const PLOT: f32 = 168.0;
/// How wide a column of figures is.
const COLUMN: f32 = 84.0;
/// A row of the tables.
const ROW: f32 = 40.0;

pub(super) fn figures_ui(
    ui: &mut Ui,
    (left, right): (f32, f32),
    state: &State,
    pending: &mut Vec<Action>,
) {
    let top = ui.cursor().top();
    let area = egui::Rect::from_min_max(pos2(left, top), pos2(right, top + 1.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt("figures"));
    child.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let width = right - left;
    range_ui(&mut child, width, state.afterwards.range, pending);
    let figures = &state.afterwards.figures;
    for words in sentences(figures, state.afterwards.range) {
        let style = Type::HEADING.face(Face::Serif).at(17.0, 27.0);
        words_ui(&mut child, width, style, Ink::Text, &words, size::GAP_S);
    }
    child.add_space(size::GAP_L);
    if figures.total.n_posts > 0 {
        plots_ui(&mut child, width, state, figures);
        let goals = figures.goals.iter().map(|(id, tally)| {
            let name = match id.as_str() {
                "" => "No goal said".to_owned(),
                id => state.goal_words(id),
            };
            (name, *tally)
        });
        table_ui(&mut child, width, "For each goal", goals.collect());
        let speakers = figures.speakers.iter();
        let speakers = speakers.map(|(id, tally)| (sentence(&speaker_words(state, id)), *tally));
        table_ui(&mut child, width, "For each speaker", speakers.collect());
    }
    agenda_ui(&mut child, width, state);
    tables_out_ui(&mut child, width, pending);
    let height = child.min_rect().height() + size::GAP_XXL;
    ui.allocate_space(vec2(ui.available_width(), height));
}

/// How far back.
fn range_ui(ui: &mut Ui, width: f32, range: Range, pending: &mut Vec<Action>) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, size::PAUSE_ROW), Sense::hover());
    let mut x = rect.left();
    for one in Range::ALL {
        let label = format!("{} days", one.days());
        let response = choice(ui, x, rect.top() + 13.0, &label, range == one);
        if response.clicked() {
            pending.push(Action::Afterwards(Step::Count(one)));
        }
        x = response.rect.right() + size::GAP_S;
    }
}

/// The figures as sentences: how much, listening and telling, people and the brand, the last question.
fn sentences(figures: &Figures, range: Range) -> Vec<String> {
    let total = &figures.total;
    let days = range.days();
    let mut out = Vec::new();
    if total.n_posts == 0 {
        out.push(format!("Nothing was approved in the last {days} days."));
    } else {
        let posts = counted(total.n_posts, "post", "posts");
        let noted = match total.n_noted {
            0 => "nobody noted yet what came of them".to_owned(),
            n => format!(
                "{} and {} noted for {n} of them",
                counted(total.n_replies, "reply", "replies"),
                counted(total.n_visits, "visit", "visits")
            ),
        };
        out.push(format!("{posts} in {days} days, {noted}."));
        out.push(balance(figures));
        let n_people = total.n_posts.saturating_sub(figures.n_by_brand);
        out.push(format!(
            "People said {n_people} of them, the brand {}.",
            figures.n_by_brand
        ));
    }
    out.push(match figures.days_since_ask {
        None => "No question to people is on record yet.".to_owned(),
        Some(0) => "The last question to people was today.".to_owned(),
        Some(n) => format!(
            "The last question to people was {} ago.",
            counted(u64::from(n.unsigned_abs()), "day", "days")
        ),
    });
    out
}

/// Talk and listen: `5 listened (2 asked, 3 answered), 4 told (4 announced), 1 did not say.`
fn balance(figures: &Figures) -> String {
    let of = |wanted: &[Intent]| {
        let some = figures.intents.iter();
        let some = some.filter(|(intent, _)| wanted.contains(intent));
        let words: Vec<String> = some
            .map(|(intent, n)| format!("{n} {}", past(*intent)))
            .collect();
        if words.is_empty() {
            String::new()
        } else {
            format!(" ({})", words.join(", "))
        }
    };
    let listening = of(&[Intent::Ask, Intent::Answer, Intent::Help, Intent::Thank]);
    let telling = of(&[Intent::Share, Intent::Announce]);
    let mut parts = vec![
        format!("{} listened{listening}", figures.n_listening()),
        format!("{} told{telling}", figures.n_telling()),
    ];
    if figures.n_unsaid() > 0 {
        parts.push(format!("{} did not say what for", figures.n_unsaid()));
    }
    format!("{}.", parts.join(", "))
}

const fn past(intent: Intent) -> &'static str {
    match intent {
        Intent::Ask => "asked",
        Intent::Answer => "answered",
        Intent::Help => "helped",
        Intent::Thank => "thanked",
        Intent::Share => "shared",
        Intent::Announce => "announced",
    }
}

/// The words with a large letter at their start.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// Posts and replies, side by side.
fn plots_ui(ui: &mut Ui, width: f32, state: &State, figures: &Figures) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, PLOT), Sense::hover());
    let half = ((width - size::GAP_XXL) / 2.0).floor();
    let t = Kit::new(ui).tokens;
    let unit = match state.afterwards.range.step() {
        1 => "each day".to_owned(),
        7 => "each week".to_owned(),
        n => format!("each {n} days"),
    };
    let steps = &figures.steps;
    let posts = Bars {
        name: format!("Posts, {unit}"),
        color: t.accent,
        steps: steps
            .iter()
            .map(|step| (step.from, step.tally.n_posts))
            .collect(),
    };
    let replies = Bars {
        name: format!("Replies to them, {unit}"),
        color: t.line,
        steps: steps
            .iter()
            .map(|step| (step.from, step.tally.n_replies))
            .collect(),
    };
    let place = |x: f32| egui::Rect::from_min_size(pos2(x, rect.top()), vec2(half, PLOT));
    bars_ui(ui, place(rect.left()), &posts);
    bars_ui(ui, place(rect.right() - half), &replies);
    ui.add_space(size::GAP_XL);
}

/// A table: names, posts, replies, visits.
fn table_ui(ui: &mut Ui, width: f32, title: &str, rows: Vec<(String, Tally)>) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let y = rect.center().y;
    let style = Type::BUTTON.face(Face::SansSemi);
    kit.left(rect.left(), y, style, t.text, title);
    for (n, name) in ["Posts", "Replies", "Visits"].into_iter().rev().enumerate() {
        let x = rect.right() - n as f32 * COLUMN;
        let style = Type::SMALL.face(Face::SansMedium);
        kit.right(x, y, style, t.text_2, name);
    }
    for (name, tally) in rows {
        let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        let said = format!(
            "{name}: {}, {}, {}",
            counted(tally.n_posts, "post", "posts"),
            counted(tally.n_replies, "reply", "replies"),
            counted(tally.n_visits, "visit", "visits")
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &said));
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        kit.hline(rect.left()..=rect.right(), rect.top(), t.hairline);
        let y = rect.center().y;
        let room = width - 3.0 * COLUMN - size::GAP_M;
        let serif = Type::HEADING.face(Face::Serif).at(15.0, 24.0);
        kit.cut(pos2(rect.left(), y), room, serif, t.text, &name);
        let is_noted = tally.n_noted > 0;
        let noted = |n: u64| {
            if is_noted {
                n.to_string()
            } else {
                "–".to_owned()
            }
        };
        let figures = [
            noted(tally.n_visits),
            noted(tally.n_replies),
            tally.n_posts.to_string(),
        ];
        for (n, words) in figures.iter().enumerate() {
            let x = rect.right() - n as f32 * COLUMN;
            let style = Type::BUTTON.face(Face::Sans);
            kit.right(x, y, style, t.text, words);
        }
    }
    ui.add_space(size::GAP_XL);
}

/// The ways to and from a spreadsheet.
fn tables_out_ui(ui: &mut Ui, width: f32, pending: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_S;
        for (command, label) in [
            (Command::ExportOutcomes, "Into a table…"),
            (Command::ImportOutcomes, "From a table…"),
        ] {
            let button = Button::new(Weight::Quiet, label).name(command.text());
            let response = button.show(ui).on_hover_text(command.tooltip());
            if response.clicked() {
                pending.push(Action::Command(command));
            }
        }
    });
    ui.add_space(size::GAP_M);
    let words = "Replies and visits are counted by you, on the platform; they can come from a CSV file that is dropped here. A post is one approval, a thread is one post.";
    words_ui(ui, width, Type::SMALL, Ink::Support, words, 0.0);
}
