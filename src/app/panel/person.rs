//! The card of one person: every field of their entry, kept as soon as it is typed.
//!
//! Never: keeps what a platform would refuse; it says so beside the field.

use egui::{Color32, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::person_handles::handles_ui;
use crate::app::action::Action;
use crate::app::person_form::{PersonForm, hours, listed};
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, Kit, Pill, Weight, field, pills};
use crate::guideline::{Person, Role as Part};

/// From one field to the next, and from there to the box itself.
const PITCH: f32 = 65.0;
const LABEL: f32 = 22.0;
/// The parts that somebody can have.
const PARTS: [(Part, &str); 4] = [
    (Part::Voice, "Voice"),
    (Part::Approver, "Approver"),
    (Part::Hub, "Hub"),
    (Part::Listener, "Listener"),
];

/// The card while it is shown.
pub(super) struct Filling<'a> {
    /// What there is.
    pub state: &'a State,
    /// How wide its fields are.
    pub width: f32,
    /// The field that gets the keyboard.
    wants: Option<String>,
    /// Whether something was changed in this pass.
    pub changed: bool,
    /// Whether a field has the keyboard, and whether one lost it in this pass.
    has_keyboard: bool,
    is_left: bool,
}

/// Shows the card; what can be kept is asked for.
pub(super) fn card_ui(
    ui: &mut Ui,
    width: f32,
    state: &State,
    view: &mut View,
    form: &mut PersonForm,
    pending: &mut Vec<Action>,
) {
    let mut filling = Filling {
        state,
        width,
        wants: view.wants_field.take(),
        changed: false,
        has_keyboard: false,
        is_left: false,
    };
    head_ui(ui, &filling, &form.person);
    for (label, hint, value) in [
        ("Name", "Asha Rao", &mut form.person.name),
        ("Title", "Customer care", &mut form.person.title),
        ("Company", "Brightside", &mut form.person.company),
        ("E-mail", "asha@shop.example", &mut form.person.email),
    ] {
        filling.line(ui, label, hint, value);
    }
    filling.label(ui, "Part");
    part_ui(ui, &mut filling, &mut form.person);
    handles_ui(ui, &mut filling, form);
    topics_ui(ui, &mut filling, form);
    learning_ui(ui, &mut filling, form);
    rest_ui(ui, &mut filling, form);
    remove_ui(ui, form, pending);
    let now = state.now.seconds;
    if filling.changed {
        form.touch(now);
        ui.ctx().request_repaint_after_secs(1.0);
    }
    view.wants_field = filling.wants.take();
    let platforms = &state.in_use.opened.platforms;
    let is_left = filling.is_left || !filling.has_keyboard;
    if let Some(person) = form.due(platforms, now, is_left) {
        if form.is_new() {
            view.chosen_person = None;
        }
        pending.push(Action::PersonFilled(Box::new(person)));
    }
}

impl Filling<'_> {
    /// A field with its label above it.
    pub(super) fn line(&mut self, ui: &mut Ui, label: &str, hint: &str, value: &mut String) {
        self.line_of(ui, self.width, label, hint, value);
    }

    /// The same, not as wide; returns its box.
    pub(super) fn line_of(
        &mut self,
        ui: &mut Ui,
        width: f32,
        label: &str,
        hint: &str,
        value: &mut String,
    ) -> Rect {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width, PITCH), Sense::hover());
        let top = rect.min + vec2(0.0, LABEL);
        let place = Rect::from_min_size(top, vec2(width, size::FIELD));
        let response = field(ui, place, label, hint, value);
        self.changed |= response.changed();
        self.has_keyboard |= response.has_focus();
        self.is_left |= response.lost_focus();
        if response.gained_focus() {
            ui.scroll_to_rect(rect, None);
        }
        if self.wants.as_deref() == Some(label) {
            if response.has_focus() {
                self.wants = None;
            } else {
                response.request_focus();
                ui.ctx().request_repaint();
            }
        }
        place
    }

    /// Sends the keyboard to a field as soon as it is there.
    pub(super) fn send_keyboard(&mut self, label: String) {
        self.wants = Some(label);
    }

    /// A small label above choices.
    pub(super) fn label(&self, ui: &mut Ui, words: &str) {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width, LABEL), Sense::hover());
        let kit = Kit::new(ui);
        let style = Type::SMALL.face(Face::SansMedium);
        let y = rect.top() + 11.0;
        kit.left(rect.left(), y, style, kit.tokens.text_2, words);
    }

    /// A sentence under a field.
    pub(super) fn note(&self, ui: &mut Ui, ink: Color32, words: &str) {
        let kit = Kit::new(ui);
        let galley = kit.lay(&[(Type::SMALL, ink, words)], self.width);
        let size = vec2(self.width, galley.size().y + size::GAP_S);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
        kit.galley(rect.min, galley);
    }

    /// Choices, with a gap below them.
    pub(super) fn pills(&mut self, ui: &mut Ui, choices: &[Pill]) -> Option<usize> {
        let clicked = pills(ui, self.width, choices);
        ui.add_space(size::GAP_S);
        self.changed |= clicked.is_some();
        clicked
    }
}

/// The name as title, and what they do below it.
fn head_ui(ui: &mut Ui, filling: &Filling<'_>, person: &Person) {
    let (rect, response) = ui.allocate_exact_size(vec2(filling.width, 76.0), Sense::hover());
    let title = match person.name.trim() {
        "" => "Somebody new",
        name => name,
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let style = Type::TITLE.at(24.0, 32.0);
    let at = pos2(rect.left(), rect.top() + 28.0);
    kit.cut(at, filling.width, style, t.text, title);
    let brand = match (person.company.trim(), filling.state.brand()) {
        ("", "") => "the brand",
        ("", brand) => brand,
        (company, _) => company,
    };
    let words = match person.role {
        Part::Voice => format!("Speaks for {brand}, and personally"),
        Part::Approver => "Reads along, and approves as a second person".to_owned(),
        Part::Hub => "Keeps things together, and is the first to ask".to_owned(),
        Part::Listener => "Listens, and passes on what people say".to_owned(),
    };
    let at = pos2(rect.left(), rect.top() + 55.0);
    let style = Type::BUTTON.face(Face::Sans);
    let line = kit.cut(at, filling.width, style, t.text_2, &words);
    let line = ui.interact(line, ui.scope_id().with("part"), Sense::hover());
    line.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
}

/// What somebody does, in a word.
pub(super) fn role_words(part: Part) -> &'static str {
    let known = PARTS.iter().find(|(one, _)| *one == part);
    known.map_or("", |(_, words)| words)
}

fn part_ui(ui: &mut Ui, filling: &mut Filling<'_>, person: &mut Person) {
    let choices = PARTS.map(|(part, words)| Pill {
        label: words.to_owned(),
        name: format!("Part: {words}"),
        is_on: person.role == part,
    });
    let chosen = filling.pills(ui, &choices).and_then(|n| PARTS.get(n));
    if let Some((part, _)) = chosen {
        person.role = *part;
    }
}

/// What they can answer for, with the topics of the set to choose from, and what they care about.
fn topics_ui(ui: &mut Ui, filling: &mut Filling<'_>, form: &mut PersonForm) {
    filling.line(ui, "Can answer for", "returns, labels", &mut form.expertise);
    let topics = &filling.state.in_use.opened.active.head.topics;
    if !topics.is_empty() {
        let known = listed(&form.expertise);
        let is_known = |topic: &str| known.iter().any(|one| one.eq_ignore_ascii_case(topic));
        let choices = topics.iter().map(|topic| Pill {
            label: topic.id.clone(),
            name: format!("Can answer for {}", topic.id),
            is_on: is_known(&topic.id),
        });
        let choices: Vec<Pill> = choices.collect();
        let chosen = filling.pills(ui, &choices).and_then(|n| topics.get(n));
        if let Some(topic) = chosen {
            form.toggle_topic(&topic.id);
        }
    }
    filling.line(
        ui,
        "Cares about",
        "packaging, bakeries",
        &mut form.interests,
    );
}

/// The platforms that they are learning, and who could lend a hand there.
fn learning_ui(ui: &mut Ui, filling: &mut Filling<'_>, form: &mut PersonForm) {
    let state = filling.state;
    let of_handles = form.person.handles.iter().map(|(id, _)| id.as_str());
    let all = form.person.learning.iter().map(String::as_str);
    let all = all
        .chain(of_handles)
        .chain(state.draft.platforms.iter().map(String::as_str));
    let mut ids: Vec<&str> = Vec::new();
    for id in all {
        let family = id.split('/').next().unwrap_or(id);
        let id = state.platform(family).map_or(id, |_| family);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    filling.label(ui, "Still learning");
    let choices = ids.iter().map(|id| Pill {
        label: state.platform_name(id).to_owned(),
        name: format!("Still learning {}", state.platform_name(id)),
        is_on: form.person.is_learning(id),
    });
    let choices: Vec<Pill> = choices.collect();
    let people = state.library.people();
    let mut buddies = form.person.learning.iter();
    let buddy = buddies.find_map(|id| Some((id, form.person.buddy(people, id)?)));
    let toggled = filling.pills(ui, &choices).and_then(|n| ids.get(n));
    let toggled = toggled.map(|id| (*id).to_owned());
    if let Some((id, buddy)) = buddy {
        let name = state.platform_name(id);
        let words = format!("{} is at home on {name} and could read along", buddy.name);
        filling.note(ui, Kit::new(ui).tokens.text_3, &words);
    }
    if let Some(id) = toggled {
        form.toggle_learning(&id);
    }
}

/// Hours and photo.
fn rest_ui(ui: &mut Ui, filling: &mut Filling<'_>, form: &mut PersonForm) {
    let tokens = Kit::new(ui).tokens;
    filling.line(ui, "Hours a week", "4", &mut form.hours);
    if let Err(words) = hours(&form.hours) {
        filling.note(ui, tokens.check, words);
    }
    filling.line(ui, "Photo", "asha.png", &mut form.person.photo);
    let is_on_x = form.person.handle("x").is_some();
    let is_bare = form.person.photo.trim().is_empty();
    if form.person.role == Part::Voice && is_on_x && is_bare {
        let words = "People answer a face: put the photo of the profile on X here";
        filling.note(ui, tokens.text_3, words);
    }
}

fn remove_ui(ui: &mut Ui, form: &PersonForm, pending: &mut Vec<Action>) {
    if form.is_new() {
        return;
    }
    ui.add_space(size::GAP_L);
    let label = format!("Remove {}", form.person.first_name());
    let remove = Button::new(Weight::Quiet, &label).icon(Icon::TRASH);
    if remove.show(ui).clicked() {
        pending.push(Action::RemovePerson(form.person.id.clone()));
    }
    ui.add_space(size::GAP_XL);
}
