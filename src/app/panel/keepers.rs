//! The end of the guidelines page: notes for whoever keeps the set.
//!
//! Never: stands in a writer's way; it is read by those who scroll to it.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::prose::{Ink, line_ui, title_ui, words_ui};
use crate::app::state::State;
use crate::app::theme::{Face, Type, size};
use crate::app::widget::{Kit, level_mark};
use crate::check::lint::Linted;
use crate::guideline::Level;
use crate::guideline::lint::Note;

/// What it is called at the left, where there is little room.
pub(super) const SHORT: &str = "For its keepers";
/// How many notes are shown; the command line lists them all.
const MOST: usize = 12;
/// The column of the rules' names.
const NAMES: f32 = 172.0;

/// A heading, the figures, then note by note: what, why, what instead.
pub(super) fn keepers_ui(ui: &mut Ui, linted: &Linted, width: f32) {
    title_ui(ui, width, "For whoever keeps these guidelines");
    words_ui(
        ui,
        width,
        Type::SMALL,
        Ink::Support,
        &figures(linted),
        size::GAP_L,
    );
    for note in linted.notes.iter().take(MOST) {
        note_ui(ui, width, note);
    }
    if let Some(n) = linted.notes.len().checked_sub(MOST).filter(|n| *n > 0) {
        line_ui(ui, width);
        ui.add_space(size::GAP_L);
        let more = format!("{n} more with `postwright guidelines lint`");
        words_ui(ui, width, Type::SMALL, Ink::Support, &more, size::GAP_L);
    }
    line_ui(ui, width);
    ui.add_space(size::GAP_XXL);
}

fn figures(linted: &Linted) -> String {
    let mut facts = vec![match linted.notes.len() {
        0 => "Nothing to note".to_owned(),
        1 => "1 note".to_owned(),
        n => format!("{n} notes"),
    }];
    facts.push(match linted.figures.minutes {
        1 => "a minute to read".to_owned(),
        n => format!("{n} minutes to read"),
    });
    let share = linted.figures.strengths_percent;
    facts.extend(share.map(|share| format!("{share} % of the rules say what works")));
    facts.join("  ·  ")
}

/// The rule at the left; at the right what was noticed, why it matters, and what to do instead.
fn note_ui(ui: &mut Ui, width: f32, note: &Note) {
    line_ui(ui, width);
    let kit = Kit::new(ui);
    let t = &kit.tokens;
    let names = NAMES.min(width * 0.4);
    let name = note.rule.as_deref().unwrap_or("The whole set");
    let body = Type::BODY.at(14.0, 22.0);
    let small = Type::SMALL.at(13.0, 20.0);
    let room = width - names;
    let name_galley = kit.lay(&[(small, t.text_2, name)], names - size::GAP_L);
    let lines = [
        kit.lay(&[(body.face(Face::SansSemi), t.text, &note.says)], room),
        kit.lay(&[(small, t.text_2, note.why)], room),
        kit.lay(&[(body, t.text, &note.instead)], room),
    ];
    let gaps = size::GAP_XS * (lines.len() - 1) as f32;
    let words: f32 = lines.iter().map(|line| line.size().y).sum();
    let height = name_galley.size().y.max(words + gaps) + 2.0 * size::GAP_L;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| {
        let said = format!("{name}. {} {} {}", note.says, note.why, note.instead);
        WidgetInfo::labeled(Role::ListItem, true, said)
    });
    let top = rect.top() + size::GAP_L;
    kit.galley(pos2(rect.left(), top), name_galley);
    let mut y = top;
    for line in lines {
        let below = line.size().y + size::GAP_XS;
        kit.galley(pos2(rect.left() + names, y), line);
        y += below;
    }
}

/// What the set lets through although the built-in ones hold it back, and what of the team's
/// guidelines it leaves out here.
pub(super) fn left_open_ui(ui: &mut Ui, state: &State, width: f32) {
    let opened = &state.in_use.opened;
    let through = opened.active.unguarded().join(", ");
    let local = opened.local.iter().map(|one| one.rule.as_str());
    let local = local.collect::<Vec<&str>>().join(", ");
    for (what, names) in [
        ("Lets through", through),
        ("Your team asks for these, and this set does not", local),
    ] {
        if !names.is_empty() {
            mind_ui(ui, &format!("{what}: {names}"), width);
        }
    }
}

fn mind_ui(ui: &mut Ui, words: &str, width: f32) {
    ui.add_space(size::GAP_L);
    let (x, y) = (ui.min_rect().left(), ui.cursor().top() + 10.0);
    level_mark(&Kit::new(ui), Level::Check, pos2(x + 8.0, y));
    ui.horizontal(|ui| {
        ui.add_space(size::GAP_XXL);
        let style = Type::BODY;
        words_ui(ui, width - size::GAP_XXL, style, Ink::Text, words, 0.0);
    });
}
