//! The question mark beside the open tab, and the card that it opens.
//!
//! Never: in the way of typing; it opens when it is asked for, and Esc closes it.

use egui::{Id, Popup, RectAlign, Response, ScrollArea, SetOpenCommand, Ui, pos2, vec2};

use super::platform_card::{Card, WHY, beside_ui, name_ui};
use crate::app::action::Action;
use crate::app::platform_form::PlatformForm;
use crate::app::state::{Screen, State};
use crate::app::theme::{Icon, size};
use crate::app::view::View;
use crate::app::widget::{Button, FromRight, Weight};
use crate::platform::{Platform, Topic};

/// How wide the card is, and what it keeps free around it.
const CARD: f32 = 700.0;
const AROUND: f32 = 16.0;

/// How wide the question mark is.
pub(super) const MARK: f32 = 26.0;

/// The question mark beside a tab.
pub(super) fn mark_ui(ui: &mut Ui, name: &str) -> Response {
    let name = format!("About {name}");
    Button::icon_only(Icon::QUESTION, &name)
        .height(size::BUTTON_S)
        .show(ui)
}

/// The card of the current platform, above `anchor`, while it is open; `is_asked` opens or closes it.
pub(super) fn about_ui(
    ui: &Ui,
    anchor: &Response,
    is_asked: bool,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let by_key = std::mem::take(&mut view.open_about);
    if by_key {
        view.about_wants_button = true;
    }
    let id = Id::unique("about this platform");
    let set = match (by_key, is_asked) {
        (true, _) => Some(SetOpenCommand::Bool(true)),
        (false, true) => Some(SetOpenCommand::Toggle),
        (false, false) => None,
    };
    let current = state.current_platform().and_then(|id| state.platform(id));
    let Some(platform) = current else {
        return;
    };
    let window = ui.ctx().content_rect();
    let width = CARD.min(window.width() - 4.0 * AROUND);
    // as far to the right as the card still fits
    let right = window.right() - width - 2.0 * AROUND;
    let mut place = anchor.rect;
    place.set_left(place.left().min(right));
    let most = (anchor.rect.top() - window.top() - AROUND).max(size::CARD);
    let shown = Popup::new(id, ui.ctx().clone(), place, ui.layer_id())
        .open_memory(set)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(format!("About {}", platform.name))
        .align(RectAlign::TOP_START)
        .gap(size::GAP_S)
        .width(width)
        .show(|ui| {
            ui.set_min_width(width);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            egui::Frame::NONE
                .inner_margin(size::GAP_M)
                .show(ui, |ui| {
                    let inner = width - 2.0 * size::GAP_M;
                    let asked = head_ui(ui, inner, platform, view);
                    ScrollArea::vertical()
                        .max_height(most - size::GAP_XXL - 2.0 * size::GAP_M)
                        .show(ui, |ui| card_ui(ui, inner, state, platform));
                    asked
                })
                .inner
        });
    match shown.as_ref().and_then(|shown| shown.inner) {
        Some(Asked::Purpose) => {
            view.platform_form = Some(PlatformForm::of(platform));
            pending.push(Action::Go(Screen::Platforms));
            Popup::close_id(ui.ctx(), id);
        }
        Some(Asked::All) => {
            view.platform_form = None;
            view.chosen_platform = Some(platform.id.clone());
            pending.push(Action::Go(Screen::Platforms));
            Popup::close_id(ui.ctx(), id);
        }
        None => {}
    }
    // the keyboard goes back to where it came from
    let is_open = shown.is_some() && Popup::is_id_open(ui.ctx(), id);
    if view.is_about_open && !is_open && pending.is_empty() {
        view.wants_text = true;
    }
    view.is_about_open = is_open;
}

/// What the card was asked for.
#[derive(Clone, Copy)]
enum Asked {
    /// To say why one is there.
    Purpose,
    /// The page with all platforms.
    All,
}

/// The name, and where to go from here.
fn head_ui(ui: &mut Ui, width: f32, platform: &Platform, view: &mut View) -> Option<Asked> {
    let rect = name_ui(ui, width, &platform.name);
    let mut right = FromRight::new(pos2(rect.right(), rect.center().y));
    let all = Button::new(Weight::Ghost, "All platforms").height(size::BUTTON_S);
    let all = right.button(ui, all);
    let say = Button::new(Weight::Quiet, purpose_label(platform)).height(size::BUTTON_S);
    let say = right.button(ui, say);
    if view.about_wants_button {
        say.request_focus();
        view.about_wants_button = !say.has_focus();
    }
    match (say.clicked(), all.clicked()) {
        (true, _) => Some(Asked::Purpose),
        (false, true) => Some(Asked::All),
        (false, false) => None,
    }
}

/// What the button says that asks for the purpose.
pub(super) fn purpose_label(platform: &Platform) -> &'static str {
    if platform.has_purpose() {
        "Change why we are here"
    } else {
        "Say why we are here"
    }
}

/// The card below its name: what it is like at the left, how it works at the right.
fn card_ui(ui: &mut Ui, width: f32, state: &State, platform: &Platform) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let first = (width * 0.47).round();
    let card = |width| Card {
        state,
        platform,
        width,
    };
    let like = |ui: &mut Ui| {
        let card = card(first);
        card.list_ui(ui, Topic::GoodFor);
        card.list_ui(ui, Topic::NotGoodFor);
        card.culture_ui(ui);
    };
    let works = |ui: &mut Ui| {
        let card = card(width - first - size::GAP_XL);
        card.counting_ui(ui);
        card.presence_ui(ui);
        card.head_ui(ui, WHY, Topic::Purpose);
        card.purpose_ui(ui);
    };
    beside_ui(ui, width, first, like, works);
    card(width).source_ui(ui);
}
