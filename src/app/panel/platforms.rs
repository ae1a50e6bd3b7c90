//! Where one speaks: the platforms in use first, what each is like, and the way to add one.
//!
//! Never: writes the file; it asks for answers to be kept.

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Layout;
use super::about::purpose_label;
use super::people::column_ui;
use super::platform_adding::adding_ui;
use super::platform_card::platform_page_ui;
use crate::app::action::Action;
use crate::app::platform_form::PlatformForm;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, Kit, Look, Weight};
use crate::platform::Platform;

/// The list, wide and narrow; the page.
const LIST: (f32, f32) = (248.0, 200.0);
const PAGE: f32 = 560.0;
/// A row of the list.
const ROW: f32 = 34.0;

pub(super) fn platforms_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let list = if layout.is_narrow { LIST.1 } else { LIST.0 };
    let sheet = layout.sheet;
    finish(state, view);
    list_ui(ui, layout, list, state, view, pending);
    let left = sheet.left() + list + size::GAP_XL;
    let area = Rect::from_min_max(
        pos2(left, sheet.top() + 1.0),
        pos2(sheet.right() - size::GAP_M, sheet.bottom() - 1.0),
    );
    let width = PAGE.min(area.width() - size::GAP_XXL);
    if let Some(mut form) = view.platform_form.take() {
        let is_left = column_ui(ui, area, "adding", |ui| {
            adding_ui(ui, width, state, view, &mut form, pending)
        });
        view.platform_form = (!is_left).then_some(form);
        return;
    }
    let Some(platform) = chosen(state, view) else {
        return;
    };
    column_ui(ui, area, "platform", |ui| {
        platform_page_ui(ui, width, state, platform);
        ways_ui(ui, state, view, platform, pending);
    });
}

/// Leaves the questions once their answers are kept; lets them be answered again when they could not
/// be.
fn finish(state: &State, view: &mut View) {
    let Some(form) = &mut view.platform_form else {
        return;
    };
    let Some((id, n_done, n_refused)) = &form.sent else {
        return;
    };
    let changes = &state.platform_changes;
    if changes.n_done > *n_done && state.platform(id).is_some() {
        view.chosen_platform = Some(id.clone());
        view.platform_form = None;
    } else if changes.n_refused > *n_refused {
        form.sent = None;
    }
}

/// The platform whose page is shown.
fn chosen<'a>(state: &'a State, view: &View) -> Option<&'a Platform> {
    let wanted = view.chosen_platform.as_deref();
    let wanted = wanted.and_then(|id| state.platform(id));
    let current = || state.current_platform().and_then(|id| state.platform(id));
    wanted
        .or_else(current)
        .or_else(|| state.in_use.opened.platforms.iter().next())
}

/// What can be done with a platform.
fn ways_ui(
    ui: &mut Ui,
    state: &State,
    view: &mut View,
    platform: &Platform,
    pending: &mut Vec<Action>,
) {
    ui.add_space(size::GAP_XL);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_S;
        let say = Button::new(Weight::Quiet, purpose_label(platform));
        if say.show(ui).clicked() {
            view.platform_form = Some(PlatformForm::of(platform));
        }
        if state.is_own_platform(&platform.id) {
            let name = format!("Take {} out of your own platforms", platform.name);
            let out = Button::new(Weight::Ghost, "Take it out again")
                .icon(Icon::TRASH)
                .name(&name);
            if out.show(ui).clicked() {
                pending.push(Action::RemovePlatform(platform.id.clone()));
            }
        }
    });
}

fn list_ui(
    ui: &mut Ui,
    layout: &Layout,
    width: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let sheet = layout.sheet;
    let area = Rect::from_min_max(
        sheet.min + vec2(1.0, 1.0),
        pos2(sheet.left() + width, sheet.bottom() - 1.0),
    );
    let chosen = chosen(state, view).filter(|_| view.platform_form.is_none());
    let chosen = chosen.map(|platform| platform.id.clone());
    column_ui(ui, area, "platforms", |ui| {
        let add = Button::new(Weight::Ghost, "Add a platform").icon(Icon::PLUS);
        if add.show(ui).clicked() {
            view.platform_form = Some(PlatformForm::default());
        }
        changed_ui(ui, state, pending);
        for (head, platforms) in [
            ("In use", state.platforms_in_use()),
            ("Others", state.other_platforms()),
        ] {
            head_ui(ui, head);
            for platform in platforms {
                let is_chosen = chosen.as_ref() == Some(&platform.id);
                if row_ui(ui, state, platform, is_chosen).clicked() {
                    view.chosen_platform = Some(platform.id.clone());
                    view.platform_form = None;
                }
            }
        }
    });
    let kit = Kit::new(ui);
    kit.vline(
        sheet.left() + width,
        sheet.top() + 1.0..=sheet.bottom() - 1.0,
        kit.tokens.hairline,
    );
}

/// What was changed last, and the way back.
fn changed_ui(ui: &mut Ui, state: &State, pending: &mut Vec<Action>) {
    let Some((done, id)) = state.platform_changes.last_words() else {
        return;
    };
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::BUTTON), Sense::hover());
    let words = format!("{} {done}", state.platform_name(id));
    let name = format!("Undo: {words}");
    let undo = Button::new(Weight::Link, "Undo").name(&name);
    let undo = undo.at_right(ui, rect.right() - size::GAP_XS, rect.center().y);
    let kit = Kit::new(ui);
    let left = pos2(rect.left() + size::GAP_M, rect.center().y);
    let room = undo.rect.left() - left.x - size::GAP_S;
    kit.cut(left, room, Type::SMALL, kit.tokens.text_2, &words);
    if undo.clicked() {
        pending.push(Action::UndoPlatform);
    }
}

fn head_ui(ui: &mut Ui, words: &str) {
    let size = vec2(ui.available_width(), size::GAP_XXL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    let kit = Kit::new(ui);
    let style = Type::SMALL.face(Face::SansMedium);
    let at = rect.left_bottom() + vec2(size::GAP_M, -10.0);
    kit.left(at.x, at.y, style, kit.tokens.text_3, words);
}

/// One platform of the list, with its limit.
fn row_ui(ui: &mut Ui, state: &State, platform: &Platform, is_chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let is_own = state.is_own_platform(&platform.id);
    let note = if is_own { "yours" } else { "" };
    let name = if is_own {
        format!("{}, yours", platform.name)
    } else {
        platform.name.clone()
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let look = Look::of(&response);
    if is_chosen || look.is_warm() {
        kit.fill(rect, size::RADIUS_S, t.hover);
    }
    if look == Look::Focus {
        kit.focus_ring(rect.shrink(2.0), size::RADIUS_S);
    }
    if is_chosen {
        let mark = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        kit.fill(mark.shrink2(vec2(0.0, size::GAP_S)), 1, t.accent);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    let style = if is_chosen {
        Type::BUTTON.face(Face::SansSemi)
    } else {
        Type::BUTTON.face(Face::Sans)
    };
    let y = rect.center().y;
    let note = kit.right(rect.right() - 10.0, y, Type::SMALL, t.text_3, note);
    let at = pos2(rect.left() + size::GAP_M, y);
    let room = note.left() - at.x - size::GAP_S;
    kit.cut(at, room, style, t.text, &platform.name);
    response
}
