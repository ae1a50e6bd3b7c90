//! News that waits, at the end of the guidelines: what it waits for, what comes first, and a form for
//! more.
//!
//! Never: shows a sealed word; nobody can, the file does not have it.

use egui::{Rect, Sense, Ui, vec2};

use super::prose::{Ink, line_ui, title_ui, words_ui};
use crate::app::action::Action;
use crate::app::news::NewsForm;
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::update::news::NewsStep;
use crate::app::view::View;
use crate::app::widget::{Button, Pill, Weight, field, forget_field, pills, tall_field};
use crate::guideline::{Embargo, Terms};

/// What the chapter is called.
pub(super) const TITLE: &str = "News that waits";
/// From one field to the next.
const PITCH: f32 = 64.0;
/// What the field of the words is called.
const LABEL: &str = "Its words, and how else people say them";
/// How high the field of the words is.
const WORDS: f32 = 92.0;

/// The chapter.
pub(super) fn news_ui(
    ui: &mut Ui,
    width: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    title_ui(ui, width, TITLE);
    let was_open = view.news.is_some();
    let all = &state.in_use.opened.active.head.embargoes;
    for news in all {
        one_ui(ui, width, news, state, pending);
    }
    line_ui(ui, width);
    ui.add_space(size::GAP_L);
    let is_kept =
        |form: &NewsForm| form.is_sent && all.iter().any(|one| one.label == form.label.trim());
    if view.news.as_ref().is_some_and(is_kept) {
        // nothing of its words stays behind
        view.news = None;
    }
    if let Some(form) = view.news.take() {
        form_ui(ui, width, form, (all, view), pending);
    } else {
        let add = Button::new(Weight::Quiet, "Add news that waits");
        if add.show(ui).clicked() {
            view.news = Some(NewsForm::default());
        }
        ui.add_space(size::GAP_S);
        let words =
            "It is on hold in every draft until its day, or until somebody lifts it by name.";
        words_ui(ui, width, Type::SMALL, Ink::Support, words, 0.0);
    }
    if was_open && view.news.is_none() {
        // an undo must not bring its words back
        forget_field(ui.ctx(), LABEL);
    }
    ui.add_space(40.0);
}

/// One embargo: its name, what it waits for, what is ticked, and the button that lifts it.
fn one_ui(ui: &mut Ui, width: f32, news: &Embargo, state: &State, pending: &mut Vec<Action>) {
    line_ui(ui, width);
    ui.add_space(size::GAP_L);
    let heading = Type::HEADING.at(17.0, 24.0);
    words_ui(ui, width, heading, Ink::Text, &news.label, size::GAP_XS);
    words_ui(
        ui,
        width,
        Type::BODY,
        Ink::Support,
        &facts(news, state),
        size::GAP_S,
    );
    let label = &news.label;
    let rows = [
        ("To settle first", &news.settle_first, &news.settled),
        ("Who hears it first", &news.tell_first, &news.told),
    ];
    for (n, (words, all, done)) in rows.into_iter().enumerate() {
        if all.is_empty() {
            continue;
        }
        let style = Type::SMALL.face(Face::SansMedium);
        words_ui(ui, width, style, Ink::Support, words, size::GAP_XS);
        let choices = all.iter().map(|one| Pill {
            label: one.clone(),
            name: format!("{label}: {one}"),
            is_on: done.contains(one),
        });
        let choices: Vec<Pill> = choices.collect();
        if let Some(one) = pills(ui, width, &choices).and_then(|n| all.get(n)) {
            let (label, one) = (label.clone(), one.clone());
            pending.push(Action::News(if n == 0 {
                NewsStep::Settle(label, one)
            } else {
                NewsStep::Tell(label, one)
            }));
        }
        ui.add_space(size::GAP_S);
    }
    let words = if news.lifted.is_some() {
        "Let it wait again"
    } else {
        "Lift it"
    };
    let name = format!("{words}: {label}");
    let lift = Button::new(Weight::Quiet, words)
        .height(size::BUTTON_S)
        .name(&name);
    if lift.show(ui).clicked() {
        pending.push(Action::News(NewsStep::Lift(label.clone())));
    }
    ui.add_space(size::GAP_L);
}

/// What it waits for, who decides, and how its words are kept.
fn facts(news: &Embargo, state: &State) -> String {
    let now = &state.now.zoned;
    let waits = match &news.lifted {
        Some(lifted) if lifted.on.is_empty() => format!("Lifted by {}", lifted.by),
        Some(lifted) => format!("Lifted by {} on {}", lifted.by, lifted.on),
        None if news.holds(now) => format!("Waits: {}", news.waits_for()),
        None => format!("Out since {}", news.waits_for()),
    };
    let words = match &news.terms {
        Terms::Plain(terms) => format!("{} in plain words", terms.len()),
        Terms::Sealed { .. } => "its words are sealed".to_owned(),
    };
    let owner = news.owner.trim();
    let mut facts = vec![waits];
    if !owner.is_empty() {
        facts.push(format!("{owner} decides"));
    }
    facts.push(words);
    facts.join("  ·  ")
}

/// The form for more.
fn form_ui(
    ui: &mut Ui,
    width: f32,
    mut form: NewsForm,
    (known, view): (&[Embargo], &mut View),
    pending: &mut Vec<Action>,
) {
    for (label, hint, value) in [
        ("A harmless name", "Hold 12", &mut form.label),
        (
            "Until",
            "2026-12-01, or what has to happen first",
            &mut form.until,
        ),
        ("Who decides", "Dana Reyes", &mut form.owner),
    ] {
        let place = room(ui, width, size::FIELD);
        field(ui, place, label, hint, value);
    }
    let hint = "one name or phrase on each line";
    let place = room(ui, width, WORDS);
    tall_field(ui, place, LABEL, hint, &mut form.words.0);
    let choices = [
        ("Sealed", !form.is_plain),
        ("In plain words", form.is_plain),
    ];
    let choices = choices.map(|(label, is_on)| Pill {
        label: label.to_owned(),
        name: format!("Words: {label}"),
        is_on,
    });
    if let Some(n) = pills(ui, width, &choices) {
        form.is_plain = n == 1;
    }
    let honest = if form.is_plain {
        "Everybody who opens the file reads them."
    } else {
        "The file holds fingerprints, not words. It slows down whoever guesses, and does not stop them: long phrases are safer than a name. A draft that has the words is no secret either."
    };
    words_ui(ui, width, Type::SMALL, Ink::Support, honest, size::GAP_S);
    for (label, hint, value) in [
        (
            "To settle first",
            "Team told, profiles agreed",
            &mut form.settle_first,
        ),
        (
            "Who hears it first",
            "Staff, partners",
            &mut form.tell_first,
        ),
    ] {
        let place = room(ui, width, size::FIELD);
        field(ui, place, label, hint, value);
    }
    if !form.refusal.is_empty() {
        words_ui(
            ui,
            width,
            Type::SMALL,
            Ink::Text,
            &form.refusal,
            size::GAP_S,
        );
    }
    ui.add_space(size::GAP_S);
    let at = ui.cursor().min + vec2(0.0, size::BUTTON / 2.0);
    let keep = Button::new(Weight::Quiet, "Keep it").at(ui, at.x, at.y);
    let leave = Button::new(Weight::Ghost, "Not now").at(ui, keep.rect.right() + size::GAP_S, at.y);
    ui.add_space(size::BUTTON);
    if keep.clicked() {
        let missing = form.missing(known).unwrap_or_default();
        missing.clone_into(&mut form.refusal);
        form.is_sent = form.refusal.is_empty();
        if form.is_sent {
            pending.push(Action::News(NewsStep::Add(Box::new(form.clone()))));
        }
    }
    if !leave.clicked() {
        view.news = Some(form);
    }
}

/// Room for a field with its label above it.
fn room(ui: &mut Ui, width: f32, height: f32) -> Rect {
    let size = vec2(width, PITCH - size::FIELD + height);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    Rect::from_min_size(rect.min + vec2(0.0, size::GAP_XL), vec2(width, height))
}
