//! The question mark beside the open tab, and the card that it opens.
//!
//! Never: in the way of typing; it opens when it is asked for, and Esc closes it.

use egui::{Id, Popup, RectAlign, Response, ScrollArea, SetOpenCommand, Ui, vec2};

use super::platform_card::platform_card_ui;
use crate::app::action::Action;
use crate::app::platform_form::PlatformForm;
use crate::app::state::{Screen, State};
use crate::app::theme::{Icon, size};
use crate::app::view::View;
use crate::app::widget::{Button, Weight};

/// How wide the card is, and what it keeps free around it.
const CARD: f32 = 560.0;
const AROUND: f32 = 40.0;

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
    let width = CARD.min(window.width() - 2.0 * AROUND);
    let most = (anchor.rect.top() - window.top() - AROUND).max(size::CARD);
    let shown = Popup::new(id, ui.ctx().clone(), anchor.rect, ui.layer_id())
        .open_memory(set)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(format!("About {}", platform.name))
        .align(RectAlign::TOP_START)
        .gap(size::GAP_S)
        .width(width)
        .show(|ui| {
            ui.set_min_width(width);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let inner = width - size::GAP_XL;
            egui::Frame::NONE.inner_margin(size::GAP_M).show(ui, |ui| {
                let room = most - size::BUTTON - 3.0 * size::GAP_M;
                ScrollArea::vertical().max_height(room).show(ui, |ui| {
                    platform_card_ui(ui, inner - size::GAP_S, state, platform);
                });
                ui.add_space(size::GAP_M);
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = size::GAP_S;
                    let say = if platform.has_purpose() {
                        "Change why we are here"
                    } else {
                        "Say why we are here"
                    };
                    let say = Button::new(Weight::Quiet, say).show(ui);
                    if view.about_wants_button {
                        say.request_focus();
                        view.about_wants_button = !say.has_focus();
                    }
                    if say.clicked() {
                        view.platform_form = Some(PlatformForm::of(platform));
                        pending.push(Action::Go(Screen::Platforms));
                        ui.close();
                    }
                    if Button::new(Weight::Ghost, "All platforms")
                        .show(ui)
                        .clicked()
                    {
                        view.chosen_platform = Some(platform.id.clone());
                        pending.push(Action::Go(Screen::Platforms));
                        ui.close();
                    }
                });
            });
        });
    // the keyboard goes back to where it came from
    let is_open = shown.is_some() && Popup::is_id_open(ui.ctx(), id);
    if view.is_about_open && !is_open && state.screen == Screen::Write {
        view.wants_text = true;
    }
    view.is_about_open = is_open;
}
