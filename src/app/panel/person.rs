//! The card of one person: every field of their entry, kept as soon as it is typed.
//!
//! Never: keeps what a platform would refuse; it says so beside the field.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::filling::Filling;
use super::person_handles::handles_ui;
use crate::app::action::Action;
use crate::app::person_form::{PersonForm, hours, listed};
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::widget::{Button, Kit, Pill, Weight};
use crate::guideline::{Person, Role as Part};

/// The parts that somebody can have.
const PARTS: [(Part, &str); 4] = [
    (Part::Voice, "Voice"),
    (Part::Approver, "Approver"),
    (Part::Hub, "Hub"),
    (Part::Listener, "Listener"),
];

/// Shows the card.
pub(super) fn card_ui(
    ui: &mut Ui,
    filling: &mut Filling<'_>,
    form: &mut PersonForm,
    pending: &mut Vec<Action>,
) {
    head_ui(ui, filling, &form.person);
    for (label, hint, value) in [
        ("Name", "Asha Rao", &mut form.person.name),
        ("Title", "Customer care", &mut form.person.title),
        ("Company", "Brightside", &mut form.person.company),
        ("E-mail", "asha@shop.example", &mut form.person.email),
    ] {
        filling.line(ui, label, hint, value);
    }
    filling.label(ui, "Part");
    part_ui(ui, filling, &mut form.person);
    handles_ui(ui, filling, form);
    topics_ui(ui, filling, form);
    learning_ui(ui, filling, form);
    rest_ui(ui, filling, form, pending);
    remove_ui(ui, form, pending);
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
fn rest_ui(
    ui: &mut Ui,
    filling: &mut Filling<'_>,
    form: &mut PersonForm,
    pending: &mut Vec<Action>,
) {
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
    // what is still being typed is no file yet
    let Some(photo) = form.kept_photo() else {
        return;
    };
    match filling.state.photos.get(photo) {
        None => pending.push(Action::LookForPhoto(photo.to_owned())),
        Some(false) => {
            let words = format!("There is no file {photo} beside people.ron");
            filling.note(ui, tokens.text_3, &words);
        }
        Some(true) => {}
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
