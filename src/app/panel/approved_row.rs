//! A row of what went out, and the card below it while it is open.
//!
//! Never: changes the record; what came of a post stands beside it.

use egui::{Key, Rect, Role, Sense, Shape, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use jiff::Timestamp;

use super::page::row_ui;
use super::prose::{Ink, words_ui};
use super::record_facts::{facts_ui, speaker_words};
use crate::app::action::Action;
use crate::app::afterwards::{OutcomeForm, Step};
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, FromRight, Kit, Pill, Weight, field, level_mark, pills};
use crate::approval::{Afresh, Approval, Outcome};
use crate::guideline::Level;
use crate::text::one_line;

/// From the right edge to the column of seals.
const SEALS: f32 = 202.0;
/// Inside the card.
const PAD: f32 = 18.0;

pub(super) fn approval_row_ui(
    ui: &mut Ui,
    edges: (f32, f32),
    state: &State,
    approval: &Approval,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let seal = approval.seal().hash();
    let is_open = state.afterwards.open.as_deref() == Some(seal);
    ui.push_id(seal, |ui| {
        let text = one_line(&approval.text());
        let name = if is_open { "Close" } else { "Open" };
        let (rect, response) = row_ui(ui, edges, size::LIST_ROW.1, &format!("{name}: {text}"));
        words_of_row(ui, rect, state, approval, &text);
        seal_of_row(ui, rect, state, approval);
        let mut right = FromRight::new(pos2(rect.right(), rect.center().y));
        let name = format!("Copy again: {text}");
        let copy = Button::icon_only(Icon::COPY, &name).height(size::CHIP);
        if right.button(ui, copy).clicked() {
            pending.push(Action::CopyAgain(seal.to_owned()));
        } else if response.clicked() {
            let open = (!is_open).then(|| seal.to_owned());
            pending.push(Action::Afterwards(Step::Open(open)));
        }
        if is_open {
            card_ui(ui, edges, state, approval, view, pending);
        }
    });
}

/// When, what, where and who.
fn words_of_row(ui: &Ui, rect: Rect, state: &State, approval: &Approval, text: &str) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let (first, second) = (rect.top() + 21.0, rect.top() + 43.0);
    let zone = state.now.zoned.time_zone().clone();
    let time = approval
        .at()
        .parse::<Timestamp>()
        .map(|at| at.to_zoned(zone).strftime("%H:%M").to_string());
    let time = time.unwrap_or_default();
    kit.left(rect.left(), first + 1.0, Type::SMALL, t.text_3, &time);
    let x = rect.left() + 56.0;
    let style = Type::HEADING.face(Face::Serif).at(16.0, 24.0);
    let room = rect.right() - x - SEALS - 48.0;
    kit.cut(pos2(x, first), room, style, t.text, text);
    let platform = state.platform_name(approval.platform());
    let medium = Type::SMALL.face(Face::SansMedium);
    let name = kit.left(x, second, medium, t.text_2, platform);
    let n_parts = approval.parts().len();
    let mut who = speaker_words(state, approval.speaker());
    if n_parts > 1 {
        who = format!("{who}  ·  {n_parts} parts");
    }
    let x = name.right() + size::GAP_S;
    let room = rect.right() - x - SEALS - 48.0;
    kit.cut(pos2(x, second), room, Type::SMALL, t.text_2, &who);
}

/// The seal, and below it whatever is to know: that it is worth another look, what came of it, or
/// the guidelines.
fn seal_of_row(ui: &Ui, rect: Rect, state: &State, approval: &Approval) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let (first, second) = (rect.top() + 21.0, rect.top() + 43.0);
    let x = rect.right() - SEALS;
    let seal = approval.seal();
    let at = pos2(x - size::GAP_M, first);
    kit.icon_fill(at, Icon::SEAL_CHECK, 15.0, t.strength);
    let style = Type::BUTTON.face(Face::Sans);
    kit.left(x, first, style, t.text, &seal.to_string());
    let room = SEALS - 42.0;
    if state.afterwards.afresh.contains_key(seal.hash()) {
        level_mark(&kit, Level::Nudge, pos2(x - size::GAP_M, second));
        let style = Type::SMALL.face(Face::SansSemi);
        let words = "Worth another look";
        kit.cut(pos2(x, second), room, style, t.nudge, words);
        return;
    }
    let outcome = state.afterwards.outcomes.get(seal.hash());
    let (set, version) = approval.set();
    let under = match (
        outcome.and_then(Outcome::words),
        approval.exceptions().len() - approval.n_local(),
    ) {
        (Some(words), _) => words,
        (None, 0) => format!("{set}, version {version}"),
        (None, 1) => format!("{set} {version} · one by judgement"),
        (None, n) => format!("{set} {version} · {n} by judgement"),
    };
    kit.cut(pos2(x, second), room, Type::SMALL, t.text_2, &under);
}

/// Everything that is known of it, and what can be done with it.
fn card_ui(
    ui: &mut Ui,
    (left, right): (f32, f32),
    state: &State,
    approval: &Approval,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let under = ui.painter().add(Shape::Noop);
    let top = ui.cursor().top();
    let inner = Rect::from_min_max(
        pos2(left + PAD, top + PAD),
        pos2(right - PAD, top + PAD + 1.0),
    );
    let builder = UiBuilder::new().max_rect(inner).id_salt("card");
    let mut child = ui.new_child(builder);
    child.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let width = inner.width();
    let seal = approval.seal().hash();
    if let Some(found) = state.afterwards.afresh.get(seal) {
        afresh_ui(&mut child, width, found);
    }
    text_ui(&mut child, width, approval);
    ways_ui(&mut child, state, approval, pending);
    came_of_it_ui(&mut child, width, state, approval, view, pending);
    facts_ui(&mut child, width, state, approval);
    let height = child.min_rect().height() + 2.0 * PAD;
    ui.allocate_space(vec2(ui.available_width(), height + size::GAP_L));
    let kit = Kit::new(ui);
    let card = Rect::from_min_max(pos2(left, top), pos2(right, top + height));
    let t = &kit.tokens;
    let stroke = egui::Stroke::new(1.0, t.hairline);
    let inside = egui::StrokeKind::Inside;
    let shapes = vec![
        Shape::rect_filled(card, size::RADIUS_M, t.well),
        Shape::rect_stroke(card, size::RADIUS_M, stroke, inside),
    ];
    kit.painter.set(under, Shape::Vec(shapes));
}

/// What the guidelines of today see in it.
fn afresh_ui(ui: &mut Ui, width: f32, found: &[Afresh]) {
    let style = Type::BUTTON.face(Face::SansSemi);
    let head = "Worth another look: the guidelines say more today";
    words_ui(ui, width, style, Ink::Text, head, size::GAP_S);
    for one in found {
        let kit = Kit::new(ui);
        let at = ui.cursor().min + vec2(8.0, 10.0);
        level_mark(&kit, one.level, at);
        let words = if one.words.is_empty() {
            one.says.clone()
        } else {
            format!("{} “{}”", one.says, one_line(&one.words))
        };
        ui.horizontal(|ui| {
            ui.add_space(size::GAP_XL);
            let room = width - size::GAP_XL;
            let style = Type::BUTTON.face(Face::Sans);
            ui.vertical(|ui| words_ui(ui, room, style, Ink::Text, &words, size::GAP_XS));
        });
    }
    ui.add_space(size::GAP_M);
}

/// The exact text, part after part.
fn text_ui(ui: &mut Ui, width: f32, approval: &Approval) {
    let parts = approval.parts();
    let style = Type::POST.at(17.0, 27.0);
    for (n, part) in parts.iter().enumerate() {
        if parts.len() > 1 {
            let label = format!("Part {} of {}", n + 1, parts.len());
            let small = Type::SMALL.face(Face::SansMedium);
            words_ui(ui, width, small, Ink::Support, &label, size::GAP_XS);
        }
        words_ui(ui, width.min(600.0), style, Ink::Text, part, size::GAP_M);
    }
}

/// What can be done with it.
fn ways_ui(ui: &mut Ui, state: &State, approval: &Approval, pending: &mut Vec<Action>) {
    let seal = approval.seal().hash().to_owned();
    let is_warned = state.afterwards.warned.as_deref() == Some(seal.as_str());
    let key = Command::SaveExample.key_words();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_S;
        let copy = if is_warned {
            "Copy it all the same"
        } else {
            "Copy again"
        };
        let button = |label| Button::new(Weight::Quiet, label);
        if button(copy).icon(Icon::COPY).show(ui).clicked() {
            pending.push(Action::CopyAgain(seal.clone()));
        }
        let open = button("Open as a draft").icon(Icon::PENCIL_SIMPLE);
        if open.show(ui).clicked() {
            pending.push(Action::Afterwards(Step::Reopen(seal.clone())));
        }
        let example = button(Command::SaveExample.text())
            .icon(Icon::BOOK_OPEN)
            .key(&key);
        let example = example
            .show(ui)
            .on_hover_text(Command::SaveExample.tooltip());
        if example.clicked() {
            pending.push(Action::Afterwards(Step::SaveExample(seal)));
        }
    });
    ui.add_space(size::GAP_XL);
}

/// What came of it: two counts and a line, kept beside the approval.
fn came_of_it_ui(
    ui: &mut Ui,
    width: f32,
    state: &State,
    approval: &Approval,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let seal = approval.seal().hash();
    let known = OutcomeForm::of(seal, state.afterwards.outcomes.get(seal));
    let form = &mut view.afterwards.form;
    if form.seal != seal {
        *form = known.clone();
    }
    let (rect, _) = ui.allocate_exact_size(vec2(width, 84.0), Sense::hover());
    let kit = Kit::new(ui);
    let keep = Button::new(Weight::Quiet, "Note it").name("Note what came of it");
    let (count, last) = (88.0, keep.width(&kit));
    let y = rect.top() + 22.0;
    let place = |x: f32, wide: f32| Rect::from_min_size(pos2(x, y), vec2(wide, size::FIELD));
    let x = rect.left();
    let gap = size::GAP_M;
    let line = width - 2.0 * (count + gap) - last - gap;
    let fields = [
        (place(x, count), "Replies", "0", &mut form.replies),
        (
            place(x + count + gap, count),
            "Visits",
            "0",
            &mut form.visits,
        ),
        (
            place(x + 2.0 * (count + gap), line),
            "What came of it",
            "Settled in one reply",
            &mut form.line,
        ),
    ];
    let mut is_entered = false;
    for (place, label, hint, value) in fields {
        let response = field(ui, place, label, hint, value);
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        is_entered |= response.lost_focus() && enter;
    }
    let label = "We did not expect this";
    let unexpected = Pill {
        label: label.to_owned(),
        name: label.to_owned(),
        is_on: form.is_unexpected,
    };
    if pills(ui, width, &[unexpected]).is_some() {
        form.is_unexpected = !form.is_unexpected;
    }
    ui.add_space(size::GAP_L);
    let outcome = form.outcome();
    let is_new = outcome.as_ref().is_ok_and(|_| *form != known);
    let clicked = keep
        .on(is_new)
        .at_right(ui, rect.right(), y + size::FIELD / 2.0)
        .clicked();
    match outcome {
        Ok(outcome) if is_new && (clicked || is_entered) => {
            pending.push(Action::Afterwards(Step::Note(Box::new(outcome))));
        }
        Ok(_) => {}
        Err(reason) => {
            let y = rect.bottom() - size::GAP_M;
            let said = kit.cut(pos2(x, y), width, Type::SMALL, kit.tokens.check, &reason);
            let said = ui.interact(said, ui.scope_id().with("reason"), Sense::hover());
            said.widget_info(|| WidgetInfo::labeled(Role::Status, true, &reason));
        }
    }
}
