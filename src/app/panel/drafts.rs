//! Everything that was begun, the newest first.
//!
//! Never: throws anything away without the bin.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

use super::Layout;
use super::experiment::day_words;
use super::learning::learning_row_ui;
use super::page::{foot_note_ui, page_ui, row_ui, title_ui};
use super::second::asked_row_ui;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::update::second::waiting as waiting_asks;
use crate::app::view::View;
use crate::app::widget::{Button, FromRight, Kit, Weight, empty_place};
use crate::draft::{Draft, Experiment, HandedOn};

pub(super) fn drafts_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    page_ui(ui, layout, "drafts", |ui, left, right| {
        let open = Some(&state.draft).filter(|draft| !draft.is_blank());
        let all: Vec<&Draft> = open.into_iter().chain(&state.drafts).collect();
        let edges = (left, right);
        let (let_stand, waiting): (Vec<&Draft>, Vec<&Draft>) =
            all.iter().partition(|draft| draft.heard.needs_none);
        let count = match (waiting.len(), waiting_asks(state).len()) {
            (0, 0) => "Nothing is waiting".to_owned(),
            (0, 1) => "One text waits for your yes".to_owned(),
            (0, n) => format!("{n} texts wait for your yes"),
            (1, _) => "One post is being written".to_owned(),
            (n, _) => format!("{n} posts are being written"),
        };
        let head = title_ui(ui, left, "Drafts", &count);
        let key = Command::NewPost.key_words();
        let new = Button::new(Weight::Quiet, Command::NewPost.text())
            .icon(Icon::PLUS)
            .key(&key)
            .name("Begin a new post");
        if new.at_right(ui, right, head.top() + 48.0).clicked() {
            pending.push(Action::Command(Command::NewPost));
        }
        learning_row_ui(ui, edges, state, view, pending);
        if all.is_empty() && waiting_asks(state).is_empty() {
            let center = pos2(
                layout.sheet.center().x,
                layout.sheet.center().y - size::GAP_XXL,
            );
            empty_place(
                ui,
                center,
                Icon::FILES,
                "No drafts yet",
                "What you type is kept here by itself.",
            );
            return;
        }
        let (handed_on, own): (Vec<&Draft>, Vec<&Draft>) = waiting
            .into_iter()
            .partition(|draft| !draft.handed_on.is_empty());
        let asked = waiting_asks(state);
        if !asked.is_empty() {
            group_ui(ui, edges.0, "Waiting for your yes");
        }
        for one in asked {
            asked_row_ui(ui, edges, state, one, pending);
        }
        for draft in own {
            draft_row_ui(ui, edges, state, draft, pending);
        }
        if !handed_on.is_empty() {
            group_ui(ui, edges.0, "Handed on");
        }
        for draft in handed_on {
            draft_row_ui(ui, edges, state, draft, pending);
        }
        if !let_stand.is_empty() {
            group_ui(ui, edges.0, "No reply needed");
        }
        for draft in let_stand {
            draft_row_ui(ui, edges, state, draft, pending);
        }
        let note = "Kept as you type. A draft that was thrown away waits in the bin for 30 days.";
        foot_note_ui(ui, edges, note);
    });
}

fn draft_row_ui(
    ui: &mut Ui,
    edges: (f32, f32),
    state: &State,
    draft: &Draft,
    pending: &mut Vec<Action>,
) {
    ui.push_id(&draft.id, |ui| {
        let (rect, response) = row_ui(
            ui,
            edges,
            size::LIST_ROW.0,
            &format!("Open the draft: {}", draft.title()),
        );
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        // what they wrote is set as it is above an answer
        let face = if draft.is_unwritten() {
            Face::SerifItalic
        } else {
            Face::Serif
        };
        let style = Type::HEADING.face(face).at(17.0, 24.0);
        kit.cut(
            rect.left_top() + vec2(0.0, 23.0),
            rect.width() - 160.0,
            style,
            t.text,
            draft.title(),
        );
        let places: Vec<&str> = draft
            .platforms
            .iter()
            .map(|id| state.platform_name(id))
            .collect();
        let when = ago(&draft.changed, &state.now.zoned);
        let under = match (draft.handed_on.last(), draft.heard.triage) {
            (Some(handed), _) => handed_words(handed, &state.now.zoned),
            _ if !draft.heard.needs_none => {
                let trying = trying_words(draft, state.today());
                format!("{trying}{}  ·  {when}", places.join(", "))
            }
            (None, Some(triage)) => format!("{}  ·  {when}", triage.label()),
            (None, None) => when,
        };
        kit.cut(
            rect.left_top() + vec2(0.0, 47.0),
            rect.width() - 160.0,
            Type::SMALL,
            t.text_2,
            &under,
        );
        let mut right = FromRight::new(pos2(rect.right(), rect.center().y));
        let bin = Button::icon_only(Icon::TRASH, "Throw into the bin").height(size::CHIP);
        let is_binned = right.button(ui, bin).clicked();
        if !draft.handed_on.is_empty() {
            let back = Button::new(Weight::Ghost, "Take back").height(size::CHIP);
            if right.button(ui, back).clicked() {
                pending.push(Action::TakeBack(draft.id.clone()));
            }
        }
        if draft.id == state.draft.id {
            kit.right(
                right.x - size::GAP_S,
                rect.center().y,
                Type::BUTTON.face(Face::Sans),
                t.text_2,
                "Open now",
            );
        }
        if is_binned {
            pending.push(Action::Discard(draft.id.clone()));
        } else if response.clicked() {
            pending.push(Action::OpenDraft(draft.id.clone()));
        }
    });
}

/// Until when a draft tries something out, before what else there is to say of it.
fn trying_words(draft: &Draft, today: Date) -> String {
    let until = draft.trying(today).and_then(Experiment::last);
    until.map_or_else(String::new, |day| {
        format!("Experiment until {}  ·  ", day_words(day, today))
    })
}

/// To whom a draft went, about what, and when.
fn handed_words(handed: &HandedOn, now: &Zoned) -> String {
    let to = match handed.to.as_str() {
        "" => "Handed on".to_owned(),
        to => format!("Handed on to {to}"),
    };
    let parts = [to, handed.topic.clone(), ago(&handed.at, now)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("  ·  ")
}

/// A quiet heading between rows.
fn group_ui(ui: &mut Ui, left: f32, words: &str) {
    let size = vec2(ui.available_width(), size::LIST_ROW.1);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    let kit = Kit::new(ui);
    let style = Type::BUTTON.face(Face::SansSemi);
    kit.left(
        left,
        rect.bottom() - size::GAP_L,
        style,
        kit.tokens.text,
        words,
    );
}

/// When something happened, as people say it.
pub(super) fn ago(at: &str, now: &Zoned) -> String {
    let Ok(at) = at.parse::<Timestamp>() else {
        return String::new();
    };
    let then = at.to_zoned(now.time_zone().clone());
    let days = (now.date() - then.date()).get_days();
    match now.timestamp().as_second() - at.as_second() {
        ..60 => "just now".to_owned(),
        seconds @ 60..3600 => format!("{} min ago", seconds / 60),
        _ if days == 0 => then.strftime("today, %H:%M").to_string(),
        _ if days == 1 => "yesterday".to_owned(),
        _ if days < 7 => then.strftime("%A").to_string(),
        _ if then.year() == now.year() => then.strftime("%-d %B").to_string(),
        _ => then.strftime("%-d %B %Y").to_string(),
    }
}
