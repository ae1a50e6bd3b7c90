//! The report of a page that has no room for it beside the text.
//!
//! Never: opens by itself, but for a card that was asked for.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Layout;
use super::report::report_ui;
use crate::app::action::Action;
use crate::app::state::State;
use crate::app::theme::size;
use crate::app::view::{Region, View};
use crate::app::widget::{Button, Kit, Lift, Weight};
use crate::guideline::Level;

/// The report of a narrow page: a badge beside the chips, and a drawer over the page while it is
/// asked for or a card is open.
pub(super) fn drawer_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let n = state
        .shown()
        .iter()
        .filter(|finding| finding.level > Level::Strength)
        .count();
    view.drawer |= view.region == Some(Region::Findings);
    let is_open = view.drawer || state.open.is_some();
    let label = if is_open {
        "Close".to_owned()
    } else {
        format!("Notes {n}")
    };
    let badge = Button::new(Weight::Quiet, &label)
        .name("Notes on your text")
        .height(size::CHIP);
    let at = pos2(
        layout.sheet.right() - size::GAP_M,
        layout.sheet.top() + size::CHIPS_Y,
    );
    if badge.at_right(ui, at.x, at.y).clicked() {
        view.drawer = !is_open;
        pending.push(Action::OpenFinding(None));
    }
    if !is_open {
        return;
    }
    let width = size::REPORT.1.min(layout.sheet.width() - size::GAP_XXL);
    let top = layout.sheet.top() + size::CHIPS_Y + size::GAP_XL;
    let bottom = layout.sheet.bottom() - size::TABS - size::RECEIPT;
    let place = Rect::from_min_max(
        pos2(layout.sheet.right() - width - size::GAP_M, top),
        pos2(layout.sheet.right() - size::GAP_M, bottom),
    );
    let kit = Kit::new(ui);
    let under = ui.interact(place, ui.scope_id().with("drawer"), Sense::click());
    under.widget_info(|| WidgetInfo::labeled(Role::Group, true, "Notes"));
    kit.shadow(place, size::RADIUS_M, Lift::High);
    kit.framed(
        place,
        size::RADIUS_M,
        kit.tokens.raised,
        kit.tokens.hairline,
    );
    let side = place.shrink2(vec2(size::GAP_M, 0.0));
    report_ui(ui, &Layout { side, ..*layout }, state, view, pending);
}
