//! Three questions before one posts somewhere: which goal, who, what for. They begin with where.
//!
//! Never: asks for more than that; and a missing answer is one calm sentence.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::prose::{Ink, words_ui};
use super::speaker::misfit_words;
use crate::app::action::Action;
use crate::app::platform_form::{PlatformForm, Which};
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, Kit, Pill, Weight, bare_field, field, pills};
use crate::draft::Fit;
use crate::platform::Platform;

/// The fields of a new platform: its name, and its limit.
const NAME: &str = "Name of the platform";
const LIMIT: &str = "How many characters fit";
const HERE_FOR: &str = "What for, in one line";
/// Above a field for its label, and below it.
const LABEL: f32 = 24.0;
/// How wide the name's and the limit's fields are, at most.
const NAME_WIDTH: f32 = 260.0;
const LIMIT_WIDTH: f32 = 150.0;

/// Shows the questions; returns whether they are left.
pub(super) fn adding_ui(
    ui: &mut Ui,
    width: f32,
    state: &State,
    view: &mut View,
    form: &mut PlatformForm,
    pending: &mut Vec<Action>,
) -> bool {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let before = form.clone();
    title_ui(ui, width, state, form);
    which_ui(ui, width, state, view, form);
    question_ui(ui, width, "1", "Which goal does it serve?");
    goal_ui(ui, width, state, form);
    question_ui(ui, width, "2", "Who speaks there?");
    voices_ui(ui, width, state, form);
    question_ui(ui, width, "3", "What for?");
    let hint = "So that nobody waits for an answer over the weekend";
    let line = line_ui(ui, width, HERE_FOR, hint, &mut form.here_for);
    let by_enter = line.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if *form != before {
        form.missing.clear();
    }
    end_ui(ui, width, state, view, form, by_enter, pending)
}

/// What the questions are about.
fn title_ui(ui: &mut Ui, width: f32, state: &State, form: &PlatformForm) {
    let title = match &form.which {
        Which::Known(id) => format!("Why are we on {}?", state.platform_name(id)),
        Which::New | Which::Open => "Add a platform".to_owned(),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    let kit = Kit::new(ui);
    let style = Type::TITLE.at(24.0, 32.0);
    let at = pos2(rect.left(), rect.top() + 16.0);
    kit.cut(at, width, style, kit.tokens.text, &title);
    let words =
        "Three questions first: setting something up is worth little until they have answers.";
    words_ui(
        ui,
        width,
        Type::BUTTON.face(Face::Sans),
        Ink::Support,
        words,
        0.0,
    );
}

/// A question with its number.
fn question_ui(ui: &mut Ui, width: f32, number: &str, words: &str) {
    ui.add_space(size::GAP_L);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    let kit = Kit::new(ui);
    let y = rect.top() + 12.0;
    let mut x = rect.left();
    if !number.is_empty() {
        let style = Type::BUTTON.face(Face::SansSemi);
        x = kit.left(x, y, style, kit.tokens.text_3, number).right() + size::GAP_S;
    }
    kit.left(x, y, Type::HEADING, kit.tokens.text, words);
}

/// Where: one of the table, or a new one with its name and limit.
fn which_ui(ui: &mut Ui, width: f32, state: &State, view: &mut View, form: &mut PlatformForm) {
    question_ui(ui, width, "", "Where?");
    let mut known = state.other_platforms();
    // a field shares the answers of its platform
    let platforms = &state.in_use.opened.platforms;
    known.retain(|one| match one.id.split_once('/') {
        Some((family, _)) => platforms.get(family).is_none(),
        None => true,
    });
    let asked = match &form.which {
        Which::Known(id) => platforms.get(id),
        Which::Open | Which::New => None,
    };
    if let Some(asked) = asked.filter(|asked| known.iter().all(|one| one.id != asked.id)) {
        known.insert(0, asked);
    }
    let pill = |one: &&Platform| Pill {
        label: one.name.clone(),
        name: format!("Platform: {}", one.name),
        is_on: form.which == Which::Known(one.id.clone()),
    };
    let mut choices: Vec<Pill> = known.iter().map(pill).collect();
    choices.push(Pill {
        label: "Another one…".to_owned(),
        name: "Platform: another one".to_owned(),
        is_on: form.which == Which::New,
    });
    if let Some(n) = pills(ui, width, &choices) {
        form.which = known
            .get(n)
            .map_or(Which::New, |one| Which::Known(one.id.clone()));
        if form.which == Which::New {
            view.wants_field = Some(NAME.to_owned());
        }
    }
    if form.which == Which::New {
        new_ui(ui, width, view, form);
    }
    // what is off with a name or a number is said beside it, once there is one
    let is_begun = !form.name.trim().is_empty() && (form.has_no_limit || !form.limit.is_empty());
    if form.which == Which::New
        && is_begun
        && form.missing.is_empty()
        && let Err(fault) = form.about(platforms, "")
    {
        note_ui(ui, width, &fault.to_string());
    }
}

/// The name and the limit of a new one.
fn new_ui(ui: &mut Ui, width: f32, view: &mut View, form: &mut PlatformForm) {
    let size = vec2(width, LABEL + size::FIELD + size::GAP_S);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let top = rect.top() + LABEL;
    let name_width = NAME_WIDTH.min(width - LIMIT_WIDTH - size::GAP_M);
    let place = Rect::from_min_size(pos2(rect.left(), top), vec2(name_width, size::FIELD));
    let name = field(ui, place, NAME, "Allotment forum", &mut form.name);
    if view.wants_field.as_deref() == Some(NAME) {
        name.request_focus();
        if name.has_focus() {
            view.wants_field = None;
        } else {
            ui.ctx().request_repaint();
        }
    }
    let left = place.right() + size::GAP_M;
    let place = Rect::from_min_size(pos2(left, top), vec2(LIMIT_WIDTH, size::FIELD));
    if form.has_no_limit {
        form.limit.clear();
    }
    let limit = field(ui, place, LIMIT, "500", &mut form.limit);
    if limit.changed() && !form.limit.trim().is_empty() {
        form.has_no_limit = false;
    }
    let more = [
        ("No limit known", form.has_no_limit),
        ("Only colleagues read it", form.is_internal),
    ];
    let more = more.map(|(words, is_on)| Pill {
        label: words.to_owned(),
        name: words.to_owned(),
        is_on,
    });
    match pills(ui, width, &more) {
        Some(0) => form.has_no_limit = !form.has_no_limit,
        Some(_) => form.is_internal = !form.is_internal,
        None => {}
    }
}

/// The goals of the set, and being human.
fn goal_ui(ui: &mut Ui, width: f32, state: &State, form: &mut PlatformForm) {
    let goals = state.in_use.opened.active.head.goals_offered();
    let choices = goals.iter().map(|goal| Pill {
        label: goal.business.clone(),
        name: format!("Goal: {}", goal.business),
        is_on: form.goal == goal.id,
    });
    let choices: Vec<Pill> = choices.collect();
    if let Some(goal) = pills(ui, width, &choices).and_then(|n| goals.get(n)) {
        form.goal.clone_from(&goal.id);
    }
}

/// The brand and people, and how each fits.
fn voices_ui(ui: &mut Ui, width: f32, state: &State, form: &mut PlatformForm) {
    let platform = match &form.which {
        Which::Known(id) => state.platform(id),
        Which::Open | Which::New => None,
    };
    let fit = |id: &str| platform.map(|platform| (state.voice_fit(id, platform), platform));
    let voices = state.voices();
    let choices = voices.iter().map(|(id, name)| {
        let words = fit(id).map(|(fit, platform)| misfit_words(fit, &platform.name));
        Pill {
            label: (*name).to_owned(),
            name: words.map_or_else(
                || format!("Voice: {name}"),
                |words| format!("Voice: {name}. {words}"),
            ),
            is_on: form.voices.iter().any(|known| known == id),
        }
    });
    let choices: Vec<Pill> = choices.collect();
    if let Some((id, _)) = pills(ui, width, &choices).and_then(|n| voices.get(n)) {
        form.toggle_voice(id);
    }
    for (id, name) in &voices {
        let chosen = form.voices.iter().any(|known| known == id);
        if let Some((fit, platform)) = fit(id).filter(|(fit, _)| chosen && *fit != Fit::Welcome) {
            note_ui(
                ui,
                width,
                &format!("{name}: {}", misfit_words(fit, &platform.name)),
            );
        }
    }
}

/// A field as wide as the page, below its question.
fn line_ui(ui: &mut Ui, width: f32, name: &str, hint: &str, value: &mut String) -> egui::Response {
    let (rect, _) = ui.allocate_exact_size(vec2(width, size::FIELD), Sense::hover());
    let response = bare_field(ui, rect, name, hint, value);
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response
}

/// One calm sentence.
fn note_ui(ui: &mut Ui, width: f32, words: &str) {
    let kit = Kit::new(ui);
    let galley = kit.lay(&[(Type::SMALL, kit.tokens.check, words)], width);
    let size = vec2(width, galley.size().y + size::GAP_XS);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    kit.galley(rect.min + vec2(0.0, size::GAP_XS), galley);
}

/// Adds it, or leaves the questions; returns whether they are left.
fn end_ui(
    ui: &mut Ui,
    width: f32,
    state: &State,
    view: &mut View,
    form: &mut PlatformForm,
    by_enter: bool,
    pending: &mut Vec<Action>,
) -> bool {
    ui.add_space(size::GAP_M);
    if !form.missing.is_empty() {
        note_ui(ui, width, &form.missing);
    }
    ui.add_space(size::GAP_M);
    let mut is_left = false;
    let mut is_sent = by_enter;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_S;
        let words = match &form.which {
            Which::Known(id) if state.is_own_platform(id) => "Keep the answers",
            Which::Known(_) | Which::New | Which::Open => "Add it",
        };
        is_sent |= Button::new(Weight::Primary, words).show(ui).clicked();
        is_left = Button::new(Weight::Ghost, "Not now").show(ui).clicked();
    });
    if is_sent && form.sent.is_none() {
        let today = state.now.zoned.date().to_string();
        match form.answers(&state.in_use.opened.platforms, &today) {
            Ok(answers) => {
                let changes = &state.platform_changes;
                form.sent = Some((answers.id.clone(), changes.n_done, changes.n_refused));
                pending.push(Action::AddPlatform(Box::new(answers)));
            }
            Err(fault) => form.missing = fault.to_string(),
        }
    }
    if is_left {
        view.wants_field = None;
    }
    is_left
}
