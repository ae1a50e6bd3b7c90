//! The text itself: typed into, marked, pointed at.
//!
//! Never: changes the text by itself; it says what was typed.

use egui::{Pos2, Ui, vec2};

use super::reply;
use super::spelling::spelling_ui;
use crate::app::action::Action;
use crate::app::pace::FindingKey;
use crate::app::state::State;
use crate::app::theme::size;
use crate::app::view::{View, text_id};
use crate::app::widget::{Edited, Editor, Mark};
use crate::check::blanks;
use crate::guideline::Focus;
use crate::text::{EntityKind, Span, entities, graphemes};

/// Shows the text and asks for what was done to it. Returns the y below.
pub(super) fn text_ui(
    ui: &mut Ui,
    at: Pos2,
    width: f32,
    state: &State,
    view: &mut View,
    pending: &mut Vec<Action>,
) -> f32 {
    let marked = marked(state);
    let marks: Vec<Mark> = marked.iter().map(|(mark, _)| *mark).collect();
    // a text that was just typed into has its findings in the next pass
    let is_fresh = view.text == state.text();
    let links = links(&view.text);
    let parts = part_starts(state);
    let focus = state.in_use.opened.active.head.focus;
    let prompt = match state.draft.they_said {
        _ if !state.hint.is_empty() => state.hint.as_str(),
        Some(_) => reply::prompt(state),
        None => focus.unwrap_or(Focus::Service).prompt(),
    };
    let misspelt = state.proof.marked(state.caret);
    let caret = state.draft.caret;
    let has_blank = |blank: &Span| blank.start >= caret.0.max(caret.1);
    view.keeps_tab = is_fresh && blanks(&view.text).iter().any(has_blank);
    let editor = Editor {
        id: text_id(),
        name: "Post text",
        hint: if state.draft.is_unwritten() {
            prompt
        } else {
            ""
        },
        marks: if is_fresh { &marks } else { &[] },
        misspelt: if is_fresh { &misspelt } else { &[] },
        links: &links,
        parts: if is_fresh { &parts } else { &[] },
        keeps_tab: view.keeps_tab,
    };
    let edited = editor.show(ui, at, width, &mut view.text);
    // in the pass after a dialog the text is still out of reach
    if std::mem::take(&mut view.wants_text) && !edited.response.has_focus() {
        edited.response.request_focus();
        ui.ctx().request_repaint();
    }
    if edited.response.changed() {
        pending.push(Action::TextEdited(view.text.clone()));
    }
    let caret = edited.caret.filter(|_| edited.response.has_focus());
    let is_elsewhere = caret.is_some_and(|caret| caret != state.draft.caret);
    if is_elsewhere || caret.map(|(caret, _)| caret) != state.caret {
        pending.push(Action::CaretMoved(caret));
    }
    if let Some((_, key)) = edited.hovered.and_then(|n| marked.get(n)) {
        let is_asked = edited.response.clicked() || ui.input(|input| input.pointer.is_moving());
        if is_asked && state.open.as_ref() != Some(key) {
            pending.push(Action::OpenFinding(Some(key.clone())));
        }
    }
    if let Some(why) = edited.pointed.and_then(|at| why_more(state, at)) {
        edited.response.clone().on_hover_text_at_pointer(why);
    }
    spelling(ui, &edited, state, view, pending);
    if (std::mem::take(&mut view.follow_caret) || edited.response.changed())
        && let Some(rect) = edited.caret_rect
    {
        ui.scroll_to_rect(rect.expand2(vec2(0.0, size::GAP_XXL)), None);
    }
    edited.bottom
}

/// A right click on a misspelt word asks about it; its menu opens below it.
fn spelling(ui: &Ui, edited: &Edited, state: &State, view: &mut View, pending: &mut Vec<Action>) {
    if let Some(at) = edited
        .pointed
        .filter(|_| edited.response.secondary_clicked())
        && let Some((span, _)) = edited
            .misspelt
            .iter()
            .find(|(span, _)| span.start <= at && at < span.end)
    {
        pending.push(Action::AskSpelling(*span));
    }
    let asked = state.proof.asked.as_ref().map(|asked| asked.span);
    let place = edited
        .misspelt
        .iter()
        .find(|(span, _)| Some(*span) == asked);
    if let Some(place) = place.map(|(_, rect)| *rect).or(edited.caret_rect) {
        spelling_ui(ui, place, state, view, pending);
    }
}

/// The stretches to mark, with what they are about.
fn marked(state: &State) -> Vec<(Mark, FindingKey)> {
    let text = state.text();
    let of = |finding: &crate::check::Finding| {
        let key = FindingKey::of(finding, text);
        let is_open = state.open.as_ref() == Some(&key);
        (
            Mark {
                span: finding.span,
                level: finding.level,
                is_open,
            },
            key,
        )
    };
    let shown = state.shown();
    shown
        .into_iter()
        .filter(|finding| !finding.span.is_empty())
        .map(of)
        .collect()
}

/// Why the character at a byte of the open text costs more than one on the current platform.
fn why_more(state: &State, at: usize) -> Option<String> {
    let platform = state.platform(state.current_platform()?)?;
    let (_, character) = graphemes(state.text())
        .take_while(|(start, _)| *start <= at)
        .last()?;
    platform.why_more(character)
}

/// Where the second and further parts of the open tab's thread begin.
fn part_starts(state: &State) -> Vec<usize> {
    let standing = state.draft.tab.as_deref().and_then(|id| state.standing(id));
    let thread = standing.and_then(|standing| standing.thread.as_ref());
    let parts = thread.map_or(&[][..], |thread| &thread.parts);
    parts.iter().skip(1).map(|part| part.body.start).collect()
}

fn links(text: &str) -> Vec<Span> {
    entities(text)
        .into_iter()
        .filter(|entity| entity.kind == EntityKind::Link)
        .map(|entity| entity.span)
        .collect()
}
