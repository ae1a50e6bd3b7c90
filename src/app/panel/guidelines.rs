//! The set in use as a page to read: core message, values, examples, then the rules in words.
//!
//! Never: a wall of rules; each serves a value, and says why.

use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Layout;
use super::chapters::{Chapter, chapter_ui, chapters};
use super::keepers::{SHORT, keepers_ui, left_open_ui};
use super::news::{self, news_ui};
use super::prose::{Ink, words_ui};
use super::twice::twice_ui;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::State;
use crate::app::theme::{Face, Icon, Type, size};
use crate::app::view::View;
use crate::app::widget::{Button, Kit, Weight};
use crate::guideline::{Rule, Set};

/// The column of the words.
const COLUMN: f32 = 560.0;

pub(super) fn guidelines_ui(
    ui: &mut Ui,
    layout: &Layout,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) {
    let sheet = layout.sheet;
    let set = &state.in_use.opened.active.head;
    let rules: Vec<&Rule> = state
        .in_use
        .opened
        .active
        .rules
        .iter()
        .map(|active| &active.rule)
        .collect();
    let chapters = chapters(set, &rules);
    let linted = state.in_use.linted.as_ref();
    let titles = titles(
        &chapters,
        set.embargoes.len(),
        linted.map(|linted| linted.notes.len()),
    );
    let contents = if layout.is_narrow { 0.0 } else { 196.0 };
    let width = COLUMN.min(sheet.width() - contents - 100.0);
    let left = (sheet.left() + contents + size::GAP_L + size::GAP_XS)
        .max(sheet.center().x - width / 2.0 + 20.0);
    let area = sheet.shrink(1.0);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("guidelines"));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    let asked = view.chapter.take();
    let mut here = 0;
    let out = ScrollArea::vertical()
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let column =
                Rect::from_x_y_ranges(left..=left + width, ui.cursor().top()..=f32::INFINITY);
            let mut page = ui.new_child(egui::UiBuilder::new().max_rect(column).id_salt("column"));
            head_ui(&mut page, set, width);
            left_open_ui(&mut page, state, width);
            twice_ui(&mut page, state, width, pending);
            page.add_space(28.0);
            for n in 0..titles.len() {
                let top = page.cursor().top();
                if asked == Some(n) {
                    page.scroll_to_rect(
                        Rect::from_min_size(
                            pos2(left, top - size::GAP_L),
                            vec2(width, area.height()),
                        ),
                        Some(egui::Align::TOP),
                    );
                }
                if top < area.top() + area.height() / 3.0 {
                    here = n;
                }
                match (chapters.get(n), linted) {
                    (Some(chapter), _) => chapter_ui(&mut page, chapter, width),
                    (None, _) if n == chapters.len() => {
                        news_ui(&mut page, width, state, view, pending);
                    }
                    (None, Some(linted)) => keepers_ui(&mut page, linted, width),
                    (None, None) => {}
                }
            }
            page.add_space(size::GAP_XXL);
            ui.allocate_space(vec2(area.width() - size::GAP_M, page.min_rect().height()));
        });
    let kit = Kit::new(ui);
    let words = Rect::from_x_y_ranges(left..=left + width, area.y_range());
    kit.fade_ends(
        words,
        out.state.clamped_offset().y,
        out.content_size.y,
        kit.tokens.page,
    );
    if contents > 0.0 {
        contents_ui(ui, layout, &titles, here, view);
    }
    edit_ui(ui, layout, pending);
}

/// The button that opens the file.
fn edit_ui(ui: &Ui, layout: &Layout, pending: &mut Vec<Action>) {
    let sheet = layout.sheet;
    let key = Command::EditGuidelines.key_words();
    let edit = Button::new(Weight::Quiet, "Edit")
        .icon(Icon::PENCIL_SIMPLE)
        .name(Command::EditGuidelines.text());
    let edit = if layout.is_narrow {
        edit
    } else {
        edit.key(&key)
    };
    if edit
        .at_right(ui, sheet.right() - size::CHIP, sheet.top() + 44.0)
        .clicked()
    {
        pending.push(Action::Command(Command::EditGuidelines));
    }
}

/// What the contents list: each chapter with the number of its entries, what waits, the notes at
/// the end.
fn titles(
    chapters: &[Chapter],
    n_news: usize,
    n_notes: Option<usize>,
) -> Vec<(&'static str, usize)> {
    let of_chapter = |chapter: &Chapter| (chapter.title, chapter.entries.len());
    let notes = n_notes.map(|n| (SHORT, n));
    let news = std::iter::once((news::TITLE, n_news));
    chapters
        .iter()
        .map(of_chapter)
        .chain(news)
        .chain(notes)
        .collect()
}

/// The chapters at the left, with a tick at the place.
fn contents_ui(
    ui: &Ui,
    layout: &Layout,
    titles: &[(&'static str, usize)],
    here: usize,
    view: &mut View,
) {
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let x = layout.sheet.left() + 36.0;
    let mut y = layout.sheet.top() + 104.0;
    for (n, (title, count)) in titles.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(x - size::GAP_S, y - 14.0), vec2(150.0, size::CHIP));
        let response = ui.interact(rect, ui.scope_id().with(("chapter", n)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Link, true, n == here, *title));
        if response.has_focus() {
            kit.focus_ring(rect, size::RADIUS_S);
        }
        if n == here {
            kit.fill(
                Rect::from_min_max(pos2(x - 14.0, y - 9.0), pos2(x - 12.0, y + 9.0)),
                1,
                t.accent,
            );
        }
        let (face, ink) = match (n == here, response.hovered()) {
            (true, _) => (Face::SansSemi, t.text),
            (false, true) => (Face::Sans, t.text),
            (false, false) => (Face::Sans, t.text_2),
        };
        let words = kit.left(x, y, Type::BUTTON.face(face), ink, title);
        let count = count.to_string();
        kit.left(
            words.right() + size::GAP_S,
            y,
            Type::SMALL,
            t.text_3,
            &count,
        );
        if response.clicked() {
            view.chapter = Some(n);
        }
        y += size::CHIP;
    }
}

/// Facts, the core message as the title, and what the set is about.
fn head_ui(ui: &mut Ui, set: &Set, width: f32) {
    ui.add_space(36.0);
    let mut facts = vec![set.name.clone(), format!("version {}", set.version.max(1))];
    facts.push(match set.reading_minutes() {
        1 => "a minute to read".to_owned(),
        n => format!("{n} minutes to read"),
    });
    if let Some(owner) = &set.owner {
        let review = set
            .review_by
            .parse::<jiff::civil::Date>()
            .map(|date| date.strftime(", review by %-d %B %Y").to_string());
        facts.push(format!(
            "kept by {}{}",
            owner.name,
            review.unwrap_or_default()
        ));
    }
    // beside the button at the right
    let facts_width = (ui.clip_rect().right() - ui.min_rect().left() - 150.0).min(width);
    words_ui(
        ui,
        facts_width,
        Type::SMALL,
        Ink::Support,
        &facts.join("  ·  "),
        32.0,
    );
    let core = if set.core_message.is_empty() {
        "No core message yet: one sentence at the top of the file."
    } else {
        &set.core_message
    };
    words_ui(ui, width, Type::TITLE.at(30.0, 40.0), Ink::Text, core, 14.0);
    let about = set
        .focus
        .map_or(set.approach.as_str(), |focus| focus.sentence());
    if !about.is_empty() {
        words_ui(
            ui,
            width,
            Type::HEADING.face(Face::Serif).at(17.0, 27.0),
            Ink::Support,
            about,
            0.0,
        );
    }
}
