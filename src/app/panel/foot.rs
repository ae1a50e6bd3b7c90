//! The foot of the page: every platform at once, and how the open one adds up.
//!
//! Never: counts.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Popup, Rect, Response, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::Layout;
use super::about::{MARK, about_ui, mark_ui};
use super::tools::tools_ui;
use crate::app::action::Action;
use crate::app::state::{Readiness, State};
use crate::app::theme::{Icon, size};
use crate::app::view::{Region, View};
use crate::app::widget::{
    Brief, Button, Kit, MenuRow, Side, Tab, menu_head, menu_row, receipt, tab,
};
use crate::platform::{Sum, Thread, ThreadPart, What};

/// How wide, and at most how high, the list of platforms is.
const MENU: (f32, f32) = (260.0, 360.0);

/// How many rows the receipt of a thread has at most.
const MOST_ROWS: usize = 9;

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
    tools_ui(ui, layout, state, pending);
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
            + if state.draft.tab.is_some() { MARK } else { 0.0 }
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
                        card_ui(
                            ui,
                            &response,
                            id.is_some().then_some(&one.name),
                            state,
                            view,
                            pending,
                        );
                    }
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

/// The question mark beside the open tab of a platform, and the card of the current platform.
fn card_ui(
    ui: &mut Ui,
    tab: &Response,
    name: Option<&String>,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let mark = name.map(|name| mark_ui(ui, name));
    let is_asked = mark.as_ref().is_some_and(Response::clicked);
    let anchor = mark.as_ref().unwrap_or(tab);
    about_ui(ui, anchor, is_asked, state, view, pending);
}

fn tab_of(state: &State, id: &str) -> Tab {
    let standing = state.standing(id);
    let count = standing.and_then(|standing| standing.count());
    let is_approved =
        standing.is_some_and(|standing| state.readiness(standing) == Readiness::Approved);
    let n_parts = standing.map_or(0, |standing| standing.parts().len());
    let fallback = state.platform(id).and_then(|platform| platform.limit);
    Tab {
        name: state.platform_name(id).to_owned(),
        used: count.map_or(0, |count| count.used),
        limit: count.map_or(fallback, |count| count.limit),
        is_open: state.draft.tab.as_deref() == Some(id),
        is_over: count.is_some_and(|count| !count.fits()),
        is_approved,
        note: note(n_parts, state.draft.has_own(id)),
        n_parts,
    }
}

/// What stands behind a tab's figures.
fn note(n_parts: usize, has_own: bool) -> String {
    match (n_parts, has_own) {
        (0 | 1, false) => String::new(),
        (0 | 1, true) => "own".to_owned(),
        (n, false) => format!("{n} parts"),
        (n, true) => format!("{n} parts, own"),
    }
}

/// How the count of one platform adds up, for whoever points at its tab.
fn receipt_ui(ui: &mut Ui, state: &State, id: &str) {
    let Some(standing) = state.standing(id) else {
        return;
    };
    if let Some(thread) = &standing.thread {
        return thread_receipt_ui(ui, state.platform_name(id), thread);
    }
    let Some(count) = standing.count() else {
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

/// What each part of a thread uses.
fn thread_receipt_ui(ui: &mut Ui, name: &str, thread: &Thread) {
    let n = thread.parts.len();
    let first = if n > MOST_ROWS { MOST_ROWS - 1 } else { n };
    let row = |(n, part): (usize, &ThreadPart)| (format!("Part {}", n + 1), part.used);
    let mut rows: Vec<(String, u32)> = thread
        .parts
        .iter()
        .enumerate()
        .take(first)
        .map(row)
        .collect();
    if n > first {
        let most = thread.parts.iter().skip(first).map(|part| part.used).max();
        rows.push((format!("{} more, at most", n - first), most.unwrap_or(0)));
    }
    let limit = thread.parts.first().and_then(|part| part.limit);
    let sum = limit.map_or_else(String::new, |limit| format!("{limit} each"));
    receipt(ui, &rows, (&format!("{name} takes"), &sum));
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
