//! What went out: searched, opened, copied again, counted, verified.
//!
//! Never: copies anything that is not in the ledger.

use egui::{Rect, Sense, Ui, pos2, vec2};
use jiff::Timestamp;

use super::Layout;
use super::approved_row::approval_row_ui;
use super::figures::figures_ui;
use super::learning::learning_row_ui;
use super::page::{foot_note_ui, page_ui, title_ui};
use super::verify::verify_ui;
use crate::app::action::Action;
use crate::app::afterwards::{N_ROWS, Step, Tab};
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::{SEARCH_APPROVED, View};
use crate::app::widget::{Button, Kit, Weight, bare_field, choice, choice_width, empty_place};
use crate::approval::Approval;

/// The sides of the screen, and what they are called.
const TABS: [(Tab, &str); 3] = [
    (Tab::Texts, "Texts"),
    (Tab::Figures, "Figures"),
    (Tab::Verify, "Verify"),
];

pub(super) fn approved_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    take_dropped(ui, pending);
    let tab = state.afterwards.tab;
    let name = TABS.iter().find(|(one, _)| *one == tab);
    let name = name.map_or("Texts", |(_, name)| name);
    page_ui(ui, layout, name, |ui, left, right| {
        let edges = (left, right);
        head_ui(ui, edges, state, pending);
        match tab {
            Tab::Texts => texts_ui(ui, edges, layout, state, view, pending),
            Tab::Figures => figures_ui(ui, edges, state, pending),
            Tab::Verify => verify_ui(ui, edges, state, view, pending),
        }
    });
}

/// A table that is dropped on the screen is taken.
fn take_dropped(ui: &Ui, pending: &mut Vec<Action>) {
    let dropped = ui.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
    let files = dropped.into_iter().map(|file| file.path().to_owned());
    let is_table = |path: &std::path::PathBuf| {
        let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
        ending.is_some_and(|ending| ending == "csv" || ending == "tsv")
    };
    let tables = files.filter(is_table);
    pending.extend(tables.map(|path| Action::Afterwards(Step::Import(path))));
}

/// The title, and the sides at its right.
fn head_ui(ui: &mut Ui, (left, right): (f32, f32), state: &State, pending: &mut Vec<Action>) {
    let detail = match (state.afterwards.tab, state.approvals.len()) {
        (_, 0) => "Nothing went out yet".to_owned(),
        (Tab::Texts, 1) => "One text, with its seal".to_owned(),
        (Tab::Texts, n) => format!("{n} texts, each with its seal"),
        (Tab::Figures, _) => "What was said, by whom, what for, and what came of it".to_owned(),
        (Tab::Verify, _) => "Whether a text stands as it was approved".to_owned(),
    };
    let head = title_ui(ui, left, "Approved", &detail);
    let kit = Kit::new(ui);
    let mut x = right;
    for (tab, label) in TABS.iter().rev() {
        x -= choice_width(&kit, label);
        let is_on = state.afterwards.tab == *tab;
        if choice(ui, x, head.top() + 48.0, label, is_on).clicked() {
            pending.push(Action::Afterwards(Step::Show(*tab)));
        }
        x -= size::GAP_S;
    }
}

/// What was approved, the newest first, as far as it has what is searched for.
fn texts_ui(
    ui: &mut Ui,
    edges: (f32, f32),
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    if state.approvals.is_empty() {
        nothing_ui(ui, layout, pending);
        return;
    }
    search_ui(ui, edges, state, view);
    let found = std::mem::take(&mut view.afterwards.found);
    let is_all = view.afterwards.search.trim().is_empty();
    if is_all {
        learning_row_ui(ui, edges, state, view, pending);
    }
    if found.2.is_empty() {
        not_found_ui(ui, edges, view);
    }
    let n_shown = N_ROWS + view.afterwards.n_more;
    let mut last_day = String::new();
    for approval in found.2.iter().take(n_shown) {
        let Some(approval) = state.approvals.get(*approval) else {
            continue;
        };
        let day = day_of(approval, state);
        if day != last_day {
            day_ui(ui, edges.0, &day);
            last_day = day;
        }
        approval_row_ui(ui, edges, state, approval, view, pending);
    }
    more_ui(ui, edges, found.2.len().saturating_sub(n_shown), view);
    view.afterwards.found = found;
    let note = "One file for each, never rewritten. A seal is bound to the exact text.";
    foot_note_ui(ui, edges, note);
}

/// The field, and how many of how many have what stands in it.
fn search_ui(ui: &mut Ui, (left, right): (f32, f32), state: &State, view: &mut View) {
    let height = size::FIELD + size::GAP_M;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let place = Rect::from_min_max(
        pos2(left, rect.top()),
        pos2(right, rect.top() + size::FIELD),
    );
    let hint = "Words, platform, speaker or seal";
    let field = bare_field(
        ui,
        place,
        SEARCH_APPROVED,
        hint,
        &mut view.afterwards.search,
    );
    if field.changed() {
        view.afterwards.n_more = 0;
    }
    keep_found(state, view);
    let words = if view.afterwards.search.trim().is_empty() {
        Command::SearchApproved.key_words()
    } else {
        let (n, of) = (view.afterwards.found.2.len(), state.approvals.len());
        format!("{n} of {of}")
    };
    let kit = Kit::new(ui);
    let at = kit.right(
        place.right() - size::GAP_M,
        place.center().y,
        Type::SMALL,
        kit.tokens.text_2,
        &words,
    );
    let response = ui.interact(at, ui.scope_id().with("found"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, &words));
}

/// Searches again where the words or the record changed.
fn keep_found(state: &State, view: &mut View) {
    let (search, found) = (&view.afterwards.search, &view.afterwards.found);
    let n = state.approvals.len();
    if found.0 == *search && found.1 == n && !found.2.is_empty() {
        return;
    }
    let all = || (0..n).rev().collect();
    let index = state.afterwards.index.as_ref();
    let places = index.map_or_else(all, |index| index.find(search));
    view.afterwards.found = (search.clone(), n, places);
}

fn not_found_ui(ui: &mut Ui, (left, right): (f32, f32), view: &mut View) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 240.0), Sense::hover());
    let center = pos2(left.midpoint(right), rect.top() + 72.0);
    let place = empty_place(
        ui,
        center,
        Icon::MAGNIFYING_GLASS,
        "Nothing has all of these words",
        "Fewer words find more. Case and accents do not matter.",
    );
    let all = Button::new(Weight::Quiet, "Show all texts");
    let width = all.width(&Kit::new(ui));
    let y = place.bottom() + size::GAP_XXL;
    if all.at(ui, center.x - width / 2.0, y).clicked() {
        view.afterwards.search.clear();
    }
}

fn more_ui(ui: &mut Ui, (left, _): (f32, f32), n_left: usize, view: &mut View) {
    if n_left == 0 {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 64.0), Sense::hover());
    let words = format!("Show {} more", n_left.min(N_ROWS));
    let more = Button::new(Weight::Quiet, &words);
    if more.at(ui, left, rect.center().y).clicked() {
        view.afterwards.n_more += N_ROWS;
    }
}

fn nothing_ui(ui: &mut Ui, layout: &Layout, pending: &mut Vec<Action>) {
    let center = pos2(
        layout.sheet.center().x,
        layout.sheet.center().y - size::GAP_XXL,
    );
    let place = empty_place(
        ui,
        center,
        Icon::SEAL_CHECK,
        "Nothing approved yet",
        "Each approval lands here, with its seal.",
    );
    let write = Button::new(Weight::Quiet, "Write a post");
    let width = write.width(&Kit::new(ui));
    let y = place.bottom() + size::GAP_XXL;
    if write.at(ui, center.x - width / 2.0, y).clicked() {
        pending.push(Action::Command(Command::GoWrite));
    }
}

fn day_of(approval: &Approval, state: &State) -> String {
    let now = &state.now.zoned;
    let Ok(at) = approval.at().parse::<Timestamp>() else {
        return String::new();
    };
    let then = at.to_zoned(now.time_zone().clone());
    match (now.date() - then.date()).get_days() {
        0 => "Today".to_owned(),
        1 => "Yesterday".to_owned(),
        2..7 => then.strftime("%A").to_string(),
        _ => then.strftime("%-d %B %Y").to_string(),
    }
}

fn day_ui(ui: &mut Ui, left: f32, day: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    let kit = Kit::new(ui);
    kit.left(
        left,
        rect.bottom() - size::GAP_L,
        Type::BUTTON.face(Face::SansSemi),
        kit.tokens.text,
        day,
    );
}
