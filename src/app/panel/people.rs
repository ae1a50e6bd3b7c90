//! Who speaks: the people of `people.ron`, and how each signs on every platform.
//!
//! Never: writes the file; it asks for a person to be kept.

use egui::{Key, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Layout;
use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, Kit, Look, Weight, empty_place, field};
use crate::guideline::Person;
use crate::signature::{Signer, sign};

/// The list, the form, and the space before the signatures.
const LIST: f32 = 248.0;
const FORM: f32 = 316.0;
const BETWEEN: f32 = 44.0;
/// From one field to the next.
const PITCH: f32 = 65.0;

pub(super) fn people_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let people = state.library.people();
    let chosen = view
        .chosen_person
        .clone()
        .or_else(|| state.last_person.clone());
    let chosen = chosen.or_else(|| state.person().map(|person| person.id.clone()));
    let chosen = chosen.or_else(|| people.first().map(|person| person.id.clone()));
    list_ui(ui, layout, people, chosen.as_deref(), view);
    let in_form = view.form.clone();
    let in_form =
        in_form.filter(|person| person.id.is_empty() || chosen.as_ref() == Some(&person.id));
    let known = || {
        people
            .iter()
            .find(|person| Some(&person.id) == chosen.as_ref())
            .cloned()
    };
    let person = in_form.or_else(known);
    let Some(person) = person else {
        let center = pos2(
            (layout.sheet.left() + LIST + layout.sheet.right()) / 2.0,
            layout.sheet.center().y,
        );
        empty_place(
            ui,
            center,
            Icon::USERS_THREE,
            "Nobody here yet",
            "Add whoever writes, and how they sign.",
        );
        return;
    };
    form_ui(ui, layout, person.clone(), view, pending);
    signatures_ui(ui, layout, state, &person);
}

fn list_ui(ui: &Ui, layout: &Layout, people: &[Person], chosen: Option<&str>, view: &mut View) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let sheet = layout.sheet;
    let mut y = sheet.top() + size::GAP_L + size::GAP_XS;
    for person in people {
        let rect = Rect::from_min_size(
            pos2(sheet.left() + size::GAP_M, y),
            vec2(LIST - size::GAP_XL, 56.0),
        );
        if person_row_ui(ui, rect, person, chosen == Some(person.id.as_str())).clicked() {
            view.chosen_person = Some(person.id.clone());
            view.form = None;
            view.form_handles = None;
        }
        y += 60.0;
    }
    let add = Button::new(Weight::Ghost, "Add a person")
        .icon(Icon::PLUS)
        .height(size::BUTTON_S);
    if add
        .at(
            ui,
            sheet.left() + size::GAP_L + size::GAP_XS,
            y + size::GAP_L + size::GAP_XS,
        )
        .clicked()
    {
        view.form = Some(Person::default());
        view.form_handles = None;
        view.chosen_person = Some(String::new());
        view.wants_field = Some("Name");
    }
    kit.vline(
        sheet.left() + LIST,
        sheet.top() + 1.0..=sheet.bottom() - 1.0,
        t.hairline,
    );
}

/// One person of the list: face, name, title.
fn person_row_ui(ui: &Ui, rect: Rect, person: &Person, is_chosen: bool) -> Response {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let response = ui.interact(
        rect,
        ui.scope_id().with(("person", &person.id)),
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &person.name));
    let look = Look::of(&response);
    if is_chosen || look.is_warm() {
        kit.fill(rect, size::RADIUS_M, t.hover);
    }
    if look == Look::Focus {
        kit.focus_ring(rect, size::RADIUS_M);
    }
    if is_chosen {
        let mark = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        kit.fill(mark.shrink2(vec2(0.0, 14.0)), 1, t.accent);
    }
    let first = person.name.chars().next();
    let initial: String = first.into_iter().flat_map(char::to_uppercase).collect();
    let (fill, ink) = if is_chosen {
        (t.accent, t.on_accent)
    } else {
        (t.selected, t.text_2)
    };
    let y = rect.center().y;
    kit.avatar(pos2(rect.left() + 28.0, y), 34.0, &initial, fill, ink);
    let style = if is_chosen {
        Type::BUTTON.face(Face::SansSemi)
    } else {
        Type::BUTTON
    };
    let (x, room) = (rect.left() + 56.0, rect.width() - 64.0);
    let above = if person.title.is_empty() { 0.0 } else { 9.0 };
    kit.cut(pos2(x, y - above), room, style, t.text, &person.name);
    kit.cut(
        pos2(x, y + 10.0),
        room,
        Type::SMALL,
        t.text_2,
        &person.title,
    );
    response
}

/// The fields; a change is kept when the keyboard leaves the field.
fn form_ui(
    ui: &mut Ui,
    layout: &Layout,
    mut person: Person,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let x = layout.sheet.left() + LIST + size::GAP_XXL + size::GAP_XS;
    let width = FORM.min(layout.sheet.right() - x - size::GAP_XXL);
    let heading = if person.name.is_empty() {
        "Somebody new"
    } else {
        person.name.as_str()
    };
    kit.cut(
        pos2(x, layout.sheet.top() + 48.0),
        width,
        Type::TITLE.at(24.0, 32.0),
        t.text,
        heading,
    );
    let before = person.clone();
    let mut handles = view
        .form_handles
        .clone()
        .unwrap_or_else(|| handles_line(&person.handles));
    let handles_before = handles.clone();
    let mut y = layout.sheet.top() + 108.0;
    let mut has_left = false;
    for (label, hint, value) in [
        ("Name", "Asha Rao", &mut person.name),
        ("Title", "Customer care", &mut person.title),
        ("Company", "Brightside", &mut person.company),
        ("E-mail", "asha@shop.example", &mut person.email),
        (
            "Handles",
            "x: @asha, mastodon: @asha@social.example",
            &mut handles,
        ),
    ] {
        let rect = Rect::from_min_size(pos2(x, y), vec2(width, size::FIELD));
        let response = field(ui, rect, label, hint, value);
        has_left |= response.lost_focus();
        if view.wants_field == Some(label) {
            if response.has_focus() {
                view.wants_field = None;
            } else {
                response.request_focus();
                ui.ctx().request_repaint();
            }
        }
        y += PITCH;
    }
    if handles != handles_before {
        view.form_handles = Some(handles.clone());
    }
    if person != before || handles != handles_before {
        view.form = Some(person.clone());
    }
    let is_entered = has_left && ui.input(|input| input.key_pressed(Key::Enter));
    let waits = view.form.is_some() && !person.name.trim().is_empty();
    let keep = Button::new(Weight::Quiet, "Keep")
        .key("⏎")
        .on(waits)
        .at(ui, x, y);
    // somebody who is known is kept field by field, somebody new once all is said
    let is_known = !person.id.is_empty();
    if waits && (keep.clicked() || is_entered || (has_left && is_known && !keep.has_focus())) {
        person.handles = handles_of(&handles);
        if is_known {
            view.form = Some(person.clone());
        } else {
            view.form = None;
            view.form_handles = None;
            view.chosen_person = None;
        }
        pending.push(Action::PersonFilled(Box::new(person)));
    }
}

/// Handles as one line, the other way round than [`handles_of`].
fn handles_line(handles: &[(String, String)]) -> String {
    let pairs = handles.iter().map(|(id, handle)| format!("{id}: {handle}"));
    pairs.collect::<Vec<_>>().join(", ")
}

/// Reads `x: @asha, mastodon: @asha@social.example`.
fn handles_of(line: &str) -> Vec<(String, String)> {
    let pairs = line.split(',').filter_map(|part| part.split_once(':'));
    let pairs = pairs.map(|(id, handle)| (id.trim().to_lowercase(), handle.trim().to_owned()));
    pairs
        .filter(|(id, handle)| !id.is_empty() && !handle.is_empty())
        .collect()
}

/// The signature on every platform, with what it costs there.
fn signatures_ui(ui: &mut Ui, layout: &Layout, state: &State, person: &Person) {
    let left = layout.sheet.left() + LIST + size::GAP_XXL + size::GAP_XS + FORM + BETWEEN;
    let right = layout.sheet.right() - size::GAP_XXL;
    if right - left < 180.0 {
        return;
    }
    let kit = Kit::new(ui);
    let head = pos2(left, layout.sheet.top() + 48.0);
    kit.left(
        head.x,
        head.y,
        Type::BUTTON.face(Face::SansSemi),
        kit.tokens.text,
        "Signature by platform",
    );
    let area = Rect::from_min_max(
        pos2(left, layout.sheet.top() + 72.0),
        pos2(right, layout.sheet.bottom() - 1.0),
    );
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("signatures"));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, size::GAP_M);
            let own = state
                .draft
                .platforms
                .iter()
                .filter_map(|id| state.platform(id));
            let others = state
                .in_use
                .opened
                .platforms
                .iter()
                .filter(|platform| !state.draft.platforms.contains(&platform.id));
            for platform in own.chain(others) {
                let signature = sign(Signer::Person(person), platform);
                if signature.is_empty() {
                    continue;
                }
                let used = platform.count(&signature.text).used;
                let kit = Kit::new(ui);
                let t = &kit.tokens;
                // a hair less than there is, so that the border at the right is seen
                let width = ui.available_width() - size::GAP_XS;
                let post = Type::POST.at(17.0, 26.0);
                let lines = kit.lay(&[(post, t.text, &signature.text)], width - size::GAP_XXL);
                let height = 52.0 + lines.size().y;
                let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                let name = format!("{}: {}", platform.name, signature.text.replace('\n', ", "));
                response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
                kit.framed(rect, size::RADIUS_M, t.well, t.hairline);
                let (left, right) = (rect.left() + size::GAP_L, rect.right() - size::GAP_L);
                let y = rect.top() + 20.0;
                let small = Type::SMALL.face(Face::SansMedium);
                kit.left(left, y, small, t.text_2, &platform.name);
                kit.right(
                    right,
                    y,
                    Type::SMALL,
                    t.text_3,
                    &format!("{used} characters"),
                );
                kit.galley(pos2(left, rect.top() + 36.0), lines);
            }
        });
}
