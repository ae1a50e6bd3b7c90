//! The foot of the page: every platform at once, and how the open one adds up.
//!
//! Never: counts.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Popup, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Layout;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::{Readiness, State};
use crate::app::theme::{Icon, Type, size};
use crate::app::view::{Region, View};
use crate::app::widget::{
    Brief, Button, FromRight, Kit, MenuRow, Side, Tab, Weight, menu_head, menu_row, receipt, tab,
};
use crate::platform::{Sum, What};

/// How wide, and at most how high, the list of platforms is.
const MENU: (f32, f32) = (260.0, 360.0);

pub(super) fn foot_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let kit = Kit::new(ui);
    let top = layout.sheet.bottom() - size::TABS - size::RECEIPT;
    kit.hline(
        layout.sheet.left() + 1.0..=layout.sheet.right() - 1.0,
        top,
        kit.tokens.hairline,
    );
    tabs_ui(ui, layout, top, state, view, pending);
    sum_ui(ui, layout, state, pending);
}

/// The tabs; what does not fit is scrolled, the open one always in sight.
fn tabs_ui(
    ui: &mut Ui,
    layout: &Layout,
    top: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let all = Tab {
        name: "All".to_owned(),
        is_open: state.draft.tab.is_none(),
        ..Tab::default()
    };
    let mut tabs: Vec<(Option<String>, Tab)> = vec![(None, all)];
    tabs.extend(
        state
            .draft
            .platforms
            .iter()
            .map(|id| (Some(id.clone()), tab_of(state, id))),
    );
    let left = layout.column().left() - size::GAP_M;
    let right = layout.sheet.right() - size::GAP_XXL - size::GAP_M;
    let width = |brief: Brief| {
        tabs.iter()
            .map(|(_, one)| one.width(ui, brief))
            .sum::<f32>()
    };
    let brief = Brief::ALL
        .into_iter()
        .find(|brief| width(*brief) <= right - left);
    let brief = brief.unwrap_or(Brief::Name);
    let end = (left + width(brief)).min(right);
    let is_cut = width(brief) > right - left;
    let strip = Rect::from_min_max(pos2(left, top), pos2(end, top + size::TABS));
    let mut child = ui.new_child(UiBuilder::new().max_rect(strip).id_salt("tabs"));
    child.set_clip_rect(strip.expand2(vec2(0.0, 2.0)).intersect(ui.clip_rect()));
    let hidden = ScrollBarVisibility::AlwaysHidden;
    ScrollArea::horizontal()
        .scroll_bar_visibility(hidden)
        .show(&mut child, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for (n, (id, one)) in tabs.iter().enumerate() {
                    let response = tab(ui, one, brief);
                    if one.is_open {
                        ui.scroll_to_rect(response.rect, None);
                    }
                    if n == 0 && view.region == Some(Region::Platforms) {
                        view.region = None;
                        view.last_region = Region::Platforms;
                        response.request_focus();
                    }
                    if response.clicked() {
                        pending.push(Action::OpenTab(id.clone()));
                    }
                    if let Some(id) = id {
                        response.on_hover_ui(|ui| receipt_ui(ui, state, id));
                    }
                }
            });
        });
    if is_cut {
        let kit = Kit::new(ui);
        let edge = Rect::from_min_max(pos2(end - size::GAP_XL, top + 3.0), strip.max);
        kit.fade(edge, Side::Right, kit.tokens.page);
    }
    more_ui(ui, end, top, state, pending);
}

fn tab_of(state: &State, id: &str) -> Tab {
    let standing = state.standing(id);
    let count = standing.and_then(|standing| standing.count());
    let is_approved =
        standing.is_some_and(|standing| state.readiness(standing) == Readiness::Approved);
    let fallback = state.platform(id).and_then(|platform| platform.limit);
    Tab {
        name: state.platform_name(id).to_owned(),
        used: count.map_or(0, |count| count.used),
        limit: count.map_or(fallback, |count| count.limit),
        is_open: state.draft.tab.as_deref() == Some(id),
        is_over: count.is_some_and(|count| !count.fits()),
        is_approved,
        note: if state.draft.has_own(id) { "own" } else { "" },
    }
}

/// How the count of one platform adds up, for whoever points at its tab.
fn receipt_ui(ui: &mut Ui, state: &State, id: &str) {
    let Some(count) = state.standing(id).and_then(|standing| standing.count()) else {
        return;
    };
    let sums = count.sums();
    let mut rows: Vec<(String, u32)> = sums.iter().map(|sum| (row_words(*sum), sum.used)).collect();
    rows.retain(|(_, used)| *used > 0);
    if rows.is_empty() {
        rows.push(("Nothing yet".to_owned(), 0));
    }
    let name = state.platform_name(id);
    let of = |used: u32, limit: Option<u32>| match limit {
        Some(limit) => format!("{used} of {limit}"),
        None => used.to_string(),
    };
    let sum = of(count.used, count.limit);
    receipt(ui, &rows, (&format!("{name} counts"), &sum));
    if let Some(also) = count.also {
        let sum = of(also.used, Some(also.limit));
        receipt(ui, &[], (&format!("and in {}", also.unit), &sum));
    }
}

/// What a row of a receipt says.
fn row_words(sum: Sum) -> String {
    let each = sum.used / sum.n.max(1);
    match (sum.what, sum.n) {
        (What::Text, _) => "Text".to_owned(),
        (What::Signature, _) => "Signature".to_owned(),
        (What::Link, 1) => "Link, whatever its length".to_owned(),
        (What::Link, n) if each * n == sum.used => format!("{n} links, {each} each"),
        (What::Link, n) => format!("{n} links"),
        (What::Mention, 1) => "Mention, without its server".to_owned(),
        (What::Mention, n) => format!("{n} mentions, without their servers"),
    }
}

/// The list of all platforms behind the plus.
fn more_ui(ui: &Ui, x: f32, top: f32, state: &State, pending: &mut Vec<Action>) {
    let more = Button::icon_only(Icon::PLUS, "More platforms").height(size::CHIP);
    let response = more.at(ui, x + size::GAP_XS, top + size::TABS / 2.0 + 1.0);
    let close = egui::PopupCloseBehavior::CloseOnClickOutside;
    Popup::menu(&response)
        .close_behavior(close)
        .width(MENU.0)
        .show(|ui| {
            ui.set_min_width(MENU.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            menu_head(ui, "Write for");
            ScrollArea::vertical().max_height(MENU.1).show(ui, |ui| {
                for platform in state.in_use.opened.platforms.iter() {
                    let note = platform
                        .limit
                        .map(|limit| limit.to_string())
                        .unwrap_or_default();
                    let is_chosen = state.draft.platforms.contains(&platform.id);
                    if menu_row(
                        ui,
                        MenuRow {
                            label: &platform.name,
                            note: &note,
                            is_chosen,
                        },
                    )
                    .clicked()
                    {
                        pending.push(Action::TogglePlatform(platform.id.clone()));
                    }
                }
            });
        });
}

/// How the open platform adds up, and the page's own tools.
fn sum_ui(ui: &Ui, layout: &Layout, state: &State, pending: &mut Vec<Action>) {
    let kit = Kit::new(ui);
    let column = layout.column();
    let y = layout.sheet.bottom() - size::RECEIPT + 18.0;
    let mut right = FromRight::new(pos2(column.right() + 10.0, y));
    if let Some(platform) = state
        .draft
        .tab
        .as_ref()
        .filter(|id| state.draft.has_own(id))
    {
        let name = format!(
            "{} follows the text of all again",
            state.platform_name(platform)
        );
        let follow = Button::new(Weight::Ghost, "Follow all")
            .icon(Icon::ARROW_U_UP_LEFT)
            .height(size::BUTTON_S)
            .name(&name);
        if right.button(ui, follow).clicked() {
            pending.push(Action::Command(Command::FollowAll));
        }
    }
    let sign = Button::new(Weight::Ghost, "Signature")
        .icon(Icon::SIGNATURE)
        .height(size::BUTTON_S);
    let response = right.button(ui, sign.name(Command::ToggleSignature.text()));
    if response.clicked() {
        pending.push(Action::Command(Command::ToggleSignature));
    }
    let words = receipt_words(state);
    let width = right.x - column.left() - size::GAP_S;
    let rect = kit.cut(
        pos2(column.left(), y),
        width,
        Type::SMALL,
        kit.tokens.text_2,
        &words,
    );
    let receipt = ui.interact(
        rect.expand2(vec2(0.0, size::GAP_XS)),
        ui.scope_id().with("receipt"),
        Sense::hover(),
    );
    receipt.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
}

fn receipt_words(state: &State) -> String {
    if state.draft.is_blank() {
        return "Counts appear with the first character".to_owned();
    }
    let Some(standing) = state.current_platform().and_then(|id| state.standing(id)) else {
        return String::new();
    };
    let sum = standing.count().map(|count| {
        let also = count.also.filter(|also| also.used > also.limit / 2);
        let also = also.map_or_else(String::new, |also| {
            format!(", {} of {} {}", also.used, also.limit, also.unit)
        });
        let composer = count.composer_words();
        let composer = composer.map_or_else(String::new, |words| format!(", {words}"));
        format!("{}{also}{composer}", count.sum())
    });
    let sum = sum.unwrap_or_default();
    match &state.draft.tab {
        Some(_) => sum,
        None => format!("{}: {sum}", state.platform_name(&standing.platform)),
    }
}
