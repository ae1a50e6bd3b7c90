//! The screens and the parts around them. A panel shows the state and asks for actions.
//!
//! Never: changes the state, reads a file, or decides what a finding means.

mod about;
mod agenda;
mod approved;
mod approved_row;
mod ask;
mod bar;
mod begin;
mod changes;
mod chapters;
mod choose;
mod compose;
mod dialog;
mod drafts;
mod drawer;
mod experiment;
mod figures;
mod filling;
mod finder;
mod foot;
mod guidelines;
mod header;
mod keepers;
mod learning;
mod news;
mod page;
mod pages;
mod palette;
mod parts;
mod pause;
mod people;
mod person;
mod person_handles;
mod person_signatures;
mod person_templates;
mod platform_adding;
mod platform_card;
mod platforms;
mod plot;
mod prose;
mod purpose;
mod rail;
mod reading;
mod record_facts;
mod remark;
mod reply;
mod report;
mod second;
mod settled;
mod shortcuts;
mod signature;
mod speaker;
mod spelling;
mod text;
mod texts;
mod tools;
mod twice;
mod verify;
mod versions;
mod why;

use egui::{CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::action::Action;
use super::state::{Screen, State};
use super::theme::{Icon, size, tokens};
use super::view::View;
use super::widget::{Kit, banner, banner_height, toast};

/// Where the parts of the window stand.
#[derive(Clone, Copy)]
struct Layout {
    full: Rect,
    header: Rect,
    rail: Rect,
    sheet: Rect,
    side: Rect,
    bar: Rect,
    is_narrow: bool,
    /// Whether the report has no place of its own and lies over the page when it is asked for.
    has_drawer: bool,
}

impl Layout {
    /// `has_side` keeps room for the report and the bar, which the page to write on has.
    fn of(full: Rect, has_side: bool, banner: f32, report: Option<f32>) -> Self {
        let is_narrow = full.width() < size::NARROW;
        let pick = |(wide, narrow): (f32, f32)| if is_narrow { narrow } else { wide };
        let rail = pick(size::RAIL);
        let has_drawer = has_side && full.width() < size::DRAWER;
        let (side, bar) = match (has_side, has_drawer) {
            (true, false) => (report_width(pick(size::REPORT), report, full), size::BAR),
            (true, true) => (size::GAP_L, size::BAR),
            (false, _) => (size::GAP_L, size::NO_BAR),
        };
        let top = full.top() + size::HEADER;
        let bottom = full.bottom() - bar;
        let sheet = Rect::from_min_max(
            pos2(full.left() + rail, top + banner),
            pos2(full.right() - side, bottom),
        );
        Self {
            full,
            header: Rect::from_min_max(full.min, pos2(full.right(), top)),
            rail: Rect::from_min_max(
                pos2(full.left(), top),
                pos2(full.left() + rail, full.bottom()),
            ),
            sheet,
            side: Rect::from_min_max(
                pos2(sheet.right() + size::REPORT_MARGIN, sheet.top()),
                pos2(full.right() - size::REPORT_MARGIN, bottom),
            ),
            bar: Rect::from_min_max(pos2(sheet.left(), bottom), full.max),
            is_narrow,
            has_drawer,
        }
    }

    /// The column of the text, centred on the sheet.
    fn column(&self) -> Rect {
        let width = (self.sheet.width() - size::COLUMN.1)
            .min(size::COLUMN.0)
            .round();
        Rect::from_center_size(self.sheet.center(), vec2(width, self.sheet.height())).round()
    }
}

/// Shows the whole window.
pub(super) fn window_ui(ui: &mut Ui, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    let full = ui.max_rect();
    let kit = Kit::new(ui);
    kit.fill(full, 0, tokens(ui.ctx()).window);
    let is_writing = state.screen == Screen::Write;
    let banner = notice_height(ui, state, full);
    let layout = Layout::of(full, is_writing, banner, state.settings.report_width);
    header::header_ui(ui, &layout, state, pending);
    rail::rail_ui(ui, &layout, state, pending);
    notice_ui(ui, &layout, state, banner, pending);
    kit.sheet(layout.sheet);
    let mut sheet = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(layout.sheet.shrink(1.0))
            .id_salt("sheet"),
    );
    sheet.set_clip_rect(layout.sheet.shrink(1.0).intersect(ui.clip_rect()));
    if state.screen != Screen::People {
        people::leave(state, view, pending);
    }
    match state.screen {
        Screen::Write => {
            compose::compose_ui(&mut sheet, &layout, state, view, pending);
            if layout.has_drawer {
                drawer::drawer_ui(ui, &layout, state, view, pending);
            } else {
                report::report_ui(ui, &layout, state, view, pending);
                edge_ui(ui, &layout, pending);
            }
            foot::foot_ui(&mut sheet, &layout, state, view, pending);
            bar::bar_ui(ui, &layout, state, view, pending);
        }
        Screen::Drafts => drafts::drafts_ui(&mut sheet, &layout, state, view, pending),
        Screen::Approved => approved::approved_ui(&mut sheet, &layout, state, view, pending),
        Screen::Guidelines => guidelines::guidelines_ui(&mut sheet, &layout, state, view, pending),
        Screen::People => people::people_ui(&mut sheet, &layout, state, view, pending),
        Screen::Platforms => platforms::platforms_ui(&mut sheet, &layout, state, view, pending),
    }
    if let Some(told) = &state.toast {
        let y = if is_writing {
            layout.sheet.bottom() - size::TABS - size::RECEIPT - 42.0
        } else {
            layout.sheet.bottom() - 42.0
        };
        egui::Area::new(egui::Id::unique("toast area"))
            .order(egui::Order::Foreground)
            .interactable(false)
            .show(ui.ctx(), |ui| {
                let icon = if told.is_sealed {
                    Icon::SEAL_CHECK
                } else {
                    Icon::INFO
                };
                toast(
                    ui,
                    pos2(layout.sheet.center().x, y),
                    icon,
                    &told.title,
                    &told.rest,
                );
            });
    }
    pause::pause_ui(ui, state, pending);
    palette::palette_ui(ui, view, pending);
    pages::pages_ui(ui, state, view, pending);
    texts::texts_ui(ui, state, view, pending);
    shortcuts::shortcuts_ui(ui, view);
}

/// How wide the report is: as it was left, within reason.
fn report_width(usual: f32, chosen: Option<f32>, full: Rect) -> f32 {
    let most = (full.width() * 0.4).max(size::REPORT.1);
    chosen.map_or(usual, |width| {
        width.clamp(size::REPORT.1 - size::GAP_XXL, most)
    })
}

/// The edge between page and report, to be dragged; a double click gives the usual width back.
fn edge_ui(ui: &Ui, layout: &Layout, pending: &mut Vec<Action>) {
    let x = layout.sheet.right() + size::GAP_XS;
    let rect = Rect::from_x_y_ranges(x..=x + size::GAP_S, layout.sheet.y_range());
    let response = ui.interact(rect, ui.scope_id().with("edge"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, "Width of the report"));
    let response = response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
    let kit = Kit::new(ui);
    if response.hovered() || response.dragged() || response.has_focus() {
        kit.vline(
            rect.center().x,
            rect.top() + 12.0..=rect.bottom() - 12.0,
            kit.tokens.line,
        );
    }
    if response.double_clicked() {
        pending.push(Action::ReportWidth(size::REPORT.0));
    } else if let Some(pointer) = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())
    {
        pending.push(Action::ReportWidth(
            (layout.full.right() - pointer.x + size::GAP_S).round(),
        ));
    }
}

/// The width that a banner has over the sheet.
fn notice_rect(full: Rect) -> Rect {
    let layout = Layout::of(full, false, 0.0, None);
    Rect::from_min_max(
        layout.sheet.min,
        pos2(layout.full.right() - size::GAP_L, layout.sheet.top()),
    )
}

/// The first notice, in words: what happened, the rest, and what the button does. That a text is
/// not saved comes before all others.
fn notice_words(state: &State) -> Option<(String, String, &'static str)> {
    if let crate::store::Saved::Failed { reason } = &state.saved {
        return Some((
            "Your text is not being saved.".to_owned(),
            format!("{reason}. It stays here, and is tried again every second."),
            "Copy all",
        ));
    }
    if let Some(notice) = state.notices.first() {
        return Some((notice.title.clone(), notice.detail.clone(), "Close"));
    }
    let faults = state.in_use.faults.iter().chain(state.library.faults());
    let fault = faults.into_iter().next()?;
    let file = fault
        .path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let place = if fault.fault.place.line > 0 {
        format!(", {}", fault.fault.place)
    } else {
        String::new()
    };
    let detail = match &fault.fault.rule {
        Some(rule) => format!(
            "{}. The rule {rule} rests, the others work.",
            fault.fault.reason
        ),
        None => format!("{}. {}", fault.fault.reason, stand_in(state, &file)),
    };
    let action = if state.library.twice().contains(&fault.path) {
        "Compare"
    } else {
        "Open the file"
    };
    Some((format!("{file}{place}:"), detail, action))
}

/// What is in use while a file cannot be read.
fn stand_in(state: &State, file: &str) -> String {
    let head = &state.in_use.opened.active.head;
    let is_wanted = *file == format!("{}.ron", state.settings.set);
    match (
        is_wanted,
        head.id == state.settings.set,
        &state.in_use.opened.path,
    ) {
        (true, false, _) => format!("{} stands in until it is mended.", head.name),
        (true, true, None) => "The built-in one stands in.".to_owned(),
        _ => "What worked before stays in use.".to_owned(),
    }
}

fn notice_height(ui: &Ui, state: &State, full: Rect) -> f32 {
    notice_words(state).map_or(0.0, |(title, detail, action)| {
        banner_height(ui, notice_rect(full).width(), &title, &detail, action) + size::GAP_S
    })
}

fn notice_ui(ui: &mut Ui, layout: &Layout, state: &State, height: f32, pending: &mut Vec<Action>) {
    let Some((title, detail, action)) = notice_words(state) else {
        return;
    };
    let mut rect = notice_rect(layout.full);
    rect.set_height(height - size::GAP_S);
    let is_clicked =
        banner(ui, rect, &title, &detail, action).is_some_and(|response| response.clicked());
    if !is_clicked {
        return;
    }
    pending.push(
        match (
            action,
            state
                .in_use
                .faults
                .iter()
                .chain(state.library.faults())
                .next(),
        ) {
            ("Open the file", Some(fault)) => Action::OpenFile(fault.path.clone()),
            ("Compare", Some(fault)) => Action::Compare(Some(fault.path.clone())),
            ("Copy all", _) => Action::CopyAll,
            _ => Action::CloseNotice,
        },
    );
}
