//! What went out: the words, the platform, the speaker, the seal.
//!
//! Never: copies anything that is not in the ledger.

use egui::{Sense, Ui, pos2, vec2};
use jiff::Timestamp;

use super::Layout;
use super::learning::learning_row_ui;
use super::page::{foot_note_ui, page_ui, row_ui, title_ui};
use super::report::one_line;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, FromRight, Kit, Weight, empty_place};
use crate::approval::Approval;
use crate::draft::Speaker;

pub(super) fn approved_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    page_ui(ui, layout, "approved", |ui, left, right| {
        let count = match state.approvals.len() {
            0 => "Nothing went out yet".to_owned(),
            1 => "One text, with its seal".to_owned(),
            n => format!("{n} texts, each with its seal"),
        };
        title_ui(ui, left, "Approved", &count);
        if state.approvals.is_empty() {
            let center = pos2(
                layout.sheet.center().x,
                layout.sheet.center().y - size::GAP_XXL,
            );
            let place = empty_place(
                ui,
                center,
                Icon::SEAL_CHECK,
                "Nothing approved yet",
                "Each approval lands here, with its seal.",
            );
            let write = Button::new(Weight::Quiet, "Write a post");
            let width = write.width(&Kit::new(ui));
            if write
                .at(ui, center.x - width / 2.0, place.bottom() + size::GAP_XXL)
                .clicked()
            {
                pending.push(Action::Command(Command::GoWrite));
            }
            return;
        }
        learning_row_ui(ui, (left, right), state, view, pending);
        let mut last_day = String::new();
        for approval in state.approvals.iter().rev() {
            let day = day_of(approval, state);
            if day != last_day {
                day_ui(ui, left, &day);
                last_day = day;
            }
            approval_row_ui(ui, (left, right), state, approval, pending);
        }
        foot_note_ui(
            ui,
            (left, right),
            "One file for each, never rewritten. A seal is bound to the exact text.",
        );
    });
}

fn day_of(approval: &Approval, state: &State) -> String {
    let now = &state.now.zoned;
    let Ok(at) = approval.at().parse::<Timestamp>() else {
        return String::new();
    };
    let then = at.to_zoned(now.time_zone().clone());
    match (now.date() - then.date()).get_days() {
        0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        2..7 => then.strftime("%A").to_string(),
        _ => then.strftime("%-d %B %Y").to_string(),
    }
}

fn day_ui(ui: &mut Ui, left: f32, day: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    let kit = Kit::new(ui);
    kit.left(
        left,
        rect.bottom() - size::GAP_L,
        Type::BUTTON.face(Face::SansSemi),
        kit.tokens.text,
        day,
    );
}

fn approval_row_ui(
    ui: &mut Ui,
    edges: (f32, f32),
    state: &State,
    approval: &Approval,
    pending: &mut Vec<Action>,
) {
    ui.push_id(approval.seal().hash(), |ui| {
        let text = one_line(&approval.text());
        let (rect, response) = row_ui(ui, edges, size::LIST_ROW.1, &format!("Copy again: {text}"));
        let kit = Kit::new(ui);
        let t = &kit.tokens;
        let (first, second) = (rect.top() + 21.0, rect.top() + 43.0);
        let zone = state.now.zoned.time_zone().clone();
        let time = approval
            .at()
            .parse::<Timestamp>()
            .map(|at| at.to_zoned(zone).strftime("%H:%M").to_string());
        kit.left(
            rect.left(),
            first + 1.0,
            Type::SMALL,
            t.text_3,
            &time.unwrap_or_default(),
        );
        let x = rect.left() + 56.0;
        let style = Type::HEADING.face(Face::Serif).at(16.0, 24.0);
        kit.cut(
            pos2(x, first),
            rect.right() - x - 250.0,
            style,
            t.text,
            &text,
        );
        let platform = state.platform_name(approval.platform());
        let name = kit.left(
            x,
            second,
            Type::SMALL.face(Face::SansMedium),
            t.text_2,
            platform,
        );
        kit.left(
            name.right() + size::GAP_S,
            second,
            Type::SMALL,
            t.text_2,
            &speaker_words(state, approval),
        );
        let seal = rect.right() - 202.0;
        kit.icon_fill(
            pos2(seal - size::GAP_M, first),
            Icon::SEAL_CHECK,
            15.0,
            t.strength,
        );
        kit.left(
            seal,
            first,
            Type::BUTTON.face(Face::Sans),
            t.text,
            &approval.seal().to_string(),
        );
        let (set, version) = approval.set();
        let under = match approval.exceptions().len() {
            0 => format!("{set}, version {version}"),
            1 => format!("{set} {version} · one by judgement"),
            n => format!("{set} {version} · {n} by judgement"),
        };
        kit.cut(pos2(seal, second), 160.0, Type::SMALL, t.text_2, &under);
        let mut right = FromRight::new(pos2(rect.right(), rect.center().y));
        let copy = Button::icon_only(Icon::COPY, "Copy again").height(size::CHIP);
        if right.button(ui, copy).clicked() || response.clicked() {
            pending.push(Action::CopyAgain(approval.seal().hash().to_owned()));
        }
    });
}

fn speaker_words(state: &State, approval: &Approval) -> String {
    let speaker = Speaker::from_id(approval.speaker());
    let person = speaker
        .person(state.library.people())
        .map(|person| person.first_name().to_owned());
    let person = person
        .or_else(|| speaker.person_id().map(str::to_owned))
        .unwrap_or_default();
    match speaker {
        Speaker::Brand => "as the brand".to_owned(),
        Speaker::ForBrand(_) => format!("as {person}, for the brand"),
        Speaker::Personally(_) => format!("as {person}, personally"),
    }
}
