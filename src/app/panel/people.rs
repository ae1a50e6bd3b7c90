//! Who speaks: the people of `people.ron`, the card of one of them, and how they sign.
//!
//! Never: writes the file; it asks for a person to be kept.

use egui::{Align, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Layout;
use super::filling::Filling;
use super::person::{card_ui, role_words};
use super::person_signatures::signatures_ui;
use super::person_templates::templates_ui;
use crate::app::action::Action;
use crate::app::person_form::PersonForm;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, Kit, Look, Weight, empty_place};
use crate::guideline::Person;

/// The list, wide and narrow; the form, and the space before the signatures.
const LIST: (f32, f32) = (248.0, 212.0);
const FORM: f32 = 316.0;
const BETWEEN: f32 = 44.0;
/// The least room in which signatures stand beside the form.
const SIGNATURES: f32 = 200.0;

pub(super) fn people_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let list = if layout.is_narrow { LIST.1 } else { LIST.0 };
    let form = open_form(state, view, pending);
    let id = form.as_ref().map(|form| form.person.id.as_str());
    list_ui(ui, layout, list, state, id, view, pending);
    let Some(mut form) = form else {
        nobody_ui(ui, layout, list);
        return;
    };
    let left = layout.sheet.left() + list + size::GAP_XL;
    let right = layout.sheet.right() - size::GAP_XXL;
    let beside = left + size::GAP_M + FORM + BETWEEN;
    let has_side = right - beside >= SIGNATURES;
    let end = if has_side {
        left + size::GAP_XL + FORM
    } else {
        layout.sheet.right() - size::GAP_M
    };
    let area = Rect::from_min_max(
        pos2(left, layout.sheet.top() + 1.0),
        pos2(end, layout.sheet.bottom() - 1.0),
    );
    let mut filling = Filling::begin(state, FORM, view);
    column_ui(ui, area, "card", |ui| {
        filling.width = ui.available_width().min(FORM * 1.25);
        card_ui(ui, &mut filling, &mut form, pending);
        if !has_side {
            sign_ui(ui, &mut filling, &mut form);
        }
    });
    if has_side {
        let area = Rect::from_min_max(
            pos2(beside - size::GAP_M, layout.sheet.top() + 1.0),
            pos2(right + size::GAP_M, layout.sheet.bottom() - 1.0),
        );
        column_ui(ui, area, "signatures", |ui| {
            filling.width = ui.available_width();
            sign_ui(ui, &mut filling, &mut form);
        });
    }
    filling.finish(ui, view, &mut form, pending);
    let is_kept_new = form.is_new() && view.chosen_person.is_none();
    view.form = (!is_kept_new).then_some(form);
}

/// How they sign, and ways of their own to do so.
fn sign_ui(ui: &mut Ui, filling: &mut Filling<'_>, form: &mut PersonForm) {
    let state = filling.state;
    let person = form.keepable(&state.in_use.opened.platforms);
    if signatures_ui(ui, state, &person) {
        ui.scroll_to_cursor(Some(Align::TOP));
    }
    templates_ui(ui, filling, form);
}

/// A column that scrolls, with room for a focus ring at both sides.
pub(super) fn column_ui<R>(
    ui: &mut Ui,
    area: Rect,
    name: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt(name));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    let out = ScrollArea::vertical()
        .auto_shrink(false)
        .id_salt(name)
        .show(&mut child, |ui| {
            let margin = egui::Margin {
                left: 12,
                right: 12,
                top: 20,
                bottom: 32,
            };
            egui::Frame::NONE
                .inner_margin(margin)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                    contents(ui)
                })
                .inner
        });
    let kit = Kit::new(ui);
    kit.fade_ends(
        area,
        out.state.clamped_offset().y,
        out.content_size.y,
        kit.tokens.page,
    );
    out.inner
}

/// The person whose card is shown.
fn chosen<'a>(state: &'a State, view: &View) -> Option<&'a Person> {
    let people = state.library.people();
    let wanted = [
        view.chosen_person.as_ref(),
        state.last_person.as_ref(),
        state.person().map(|person| &person.id),
    ];
    let mut wanted = wanted.into_iter().flatten();
    let known = wanted.find_map(|id| people.iter().find(|person| person.id == *id));
    known.or_else(|| people.first())
}

/// The card that is open; what was typed into another one is kept first.
fn open_form(state: &State, view: &mut View, pending: &mut Vec<Action>) -> Option<PersonForm> {
    let is_new = view.chosen_person.as_deref() == Some("");
    let known = chosen(state, view).filter(|_| !is_new);
    match (view.form.take(), known) {
        (Some(form), None) if is_new && form.is_new() => Some(form),
        (Some(mut form), Some(known)) if form.person.id == known.id => {
            form.follow(known);
            Some(form)
        }
        (other, known) => {
            keep(other, state, pending);
            known
                .map(PersonForm::of)
                .or_else(|| is_new.then(PersonForm::default))
        }
    }
}

/// Keeps what was typed when the screen is left.
pub(super) fn leave(state: &State, view: &mut View, pending: &mut Vec<Action>) {
    keep(view.form.take(), state, pending);
    view.chosen_person.take_if(|id| id.is_empty());
}

fn keep(form: Option<PersonForm>, state: &State, pending: &mut Vec<Action>) {
    let person = form.and_then(|mut form| form.take(&state.in_use.opened.platforms));
    pending.extend(person.map(|person| Action::PersonFilled(Box::new(person))));
}

fn nobody_ui(ui: &Ui, layout: &Layout, list: f32) {
    let center = pos2(
        (layout.sheet.left() + list + layout.sheet.right()) / 2.0,
        layout.sheet.center().y,
    );
    empty_place(
        ui,
        center,
        Icon::USERS_THREE,
        "Nobody here yet",
        "Add whoever writes, and how they sign.",
    );
}

fn list_ui(
    ui: &mut Ui,
    layout: &Layout,
    width: f32,
    state: &State,
    chosen: Option<&str>,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let sheet = layout.sheet;
    let area = Rect::from_min_max(
        sheet.min + vec2(1.0, 1.0),
        pos2(sheet.left() + width, sheet.bottom() - 1.0),
    );
    column_ui(ui, area, "people", |ui| {
        for person in state.library.people() {
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), 60.0), Sense::hover());
            let rect = rect.with_max_y(rect.bottom() - size::GAP_XS);
            if person_row_ui(ui, rect, person, chosen == Some(person.id.as_str())).clicked() {
                view.chosen_person = Some(person.id.clone());
            }
        }
        ui.add_space(size::GAP_S);
        let add = Button::new(Weight::Ghost, "Add a person")
            .icon(Icon::PLUS)
            .height(size::BUTTON);
        if add.show(ui).clicked() {
            view.chosen_person = Some(String::new());
            view.wants_field = Some("Name".to_owned());
        }
        removed_ui(ui, state, pending);
    });
    let kit = Kit::new(ui);
    kit.vline(
        sheet.left() + width,
        sheet.top() + 1.0..=sheet.bottom() - 1.0,
        kit.tokens.hairline,
    );
}

/// Whoever was taken out last, and the way back.
fn removed_ui(ui: &mut Ui, state: &State, pending: &mut Vec<Action>) {
    let Some(removed) = &state.removed else {
        return;
    };
    ui.add_space(size::GAP_L);
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::BUTTON), Sense::hover());
    let name = format!("Undo: {} is removed", removed.person.name);
    let undo = Button::new(Weight::Link, "Undo").name(&name);
    let undo = undo.at_right(ui, rect.right() - size::GAP_XS, rect.center().y);
    let kit = Kit::new(ui);
    let words = format!("{} is removed", removed.person.name);
    let left = pos2(rect.left() + size::GAP_M, rect.center().y);
    let room = undo.rect.left() - left.x - size::GAP_S;
    kit.cut(left, room, Type::SMALL, kit.tokens.text_3, &words);
    if undo.clicked() {
        pending.push(Action::PutPersonBack);
    }
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
    kit.cut(pos2(x, y - 9.0), room, style, t.text, &person.name);
    kit.cut(
        pos2(x, y + 10.0),
        room,
        Type::SMALL,
        t.text_2,
        if person.title.is_empty() {
            role_words(person.role)
        } else {
            &person.title
        },
    );
    response
}
