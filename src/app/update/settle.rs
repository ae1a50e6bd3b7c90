//! Findings: opening their cards, going from one to the next, settling them.
//!
//! Never: drops a decision; what was settled is listed and can be taken back.

use super::{keep as keep_draft, look, say};
use crate::app::action::{Effect, Place};
use crate::app::pace::FindingKey;
use crate::app::state::State;
use crate::check::Finding;
use crate::draft::{How, Settled};
use crate::guideline::Level;
use crate::text::one_line;

/// Opens a card, or closes it.
pub(super) fn open(state: &mut State, key: Option<FindingKey>) -> Vec<Effect> {
    if state.open != key {
        state.is_deep = false;
        state.is_picking = false;
    }
    state.open = key;
    Vec::new()
}

/// Opens a card and puts the caret at its words.
pub(super) fn go_to(state: &mut State, key: FindingKey) -> Vec<Effect> {
    let at = finding(state, &key).map(|finding| finding.span);
    open(state, Some(key));
    let Some(span) = at else { return Vec::new() };
    state.draft.caret = (span.end, span.end);
    state.caret = Some(span.end);
    vec![Effect::PutCaret(state.draft.caret)]
}

/// Goes to the next finding after the open one or the caret, or to the one before.
pub(super) fn step(state: &mut State, is_forward: bool) -> Vec<Effect> {
    reveal(state);
    let text = state.text().to_owned();
    let mut stops: Vec<(usize, FindingKey)> = state
        .shown()
        .into_iter()
        .filter(|finding| finding.level > Level::Strength)
        .map(|finding| (finding.span.start, FindingKey::of(finding, &text)))
        .collect();
    stops.sort();
    let open = state
        .open
        .as_ref()
        .and_then(|key| stops.iter().position(|(_, other)| other == key));
    let caret = state.caret.unwrap_or(state.draft.caret.0);
    let n = stops.len();
    let next = match (open, is_forward) {
        _ if n == 0 => {
            say(state, "Nothing to settle", "");
            return Vec::new();
        }
        (Some(at), true) => (at + 1) % n,
        (Some(at), false) => (at + n - 1) % n,
        (None, true) => stops
            .iter()
            .position(|(start, _)| *start >= caret)
            .unwrap_or(0),
        (None, false) => stops
            .iter()
            .rposition(|(start, _)| *start < caret)
            .unwrap_or(n - 1),
    };
    stops
        .into_iter()
        .nth(next)
        .map_or_else(Vec::new, |(_, key)| go_to(state, key))
}

/// Opens the card of the finding at the caret, or else the first one; then a digit picks a fix.
pub(super) fn choose_fix(state: &mut State) -> Vec<Effect> {
    reveal(state);
    let text = state.text().to_owned();
    let caret = state.caret.unwrap_or(state.draft.caret.0);
    let shown = state.shown();
    let fixable = || shown.iter().filter(|finding| !finding.fixes.is_empty());
    let here = fixable().find(|finding| finding.span.start <= caret && caret <= finding.span.end);
    let open = fixable().find(|finding| state.open == Some(FindingKey::of(finding, &text)));
    let key = here
        .or(open)
        .or_else(|| fixable().next())
        .map(|finding| FindingKey::of(finding, &text));
    let Some(key) = key else {
        say(state, "No fix to choose from", "");
        return Vec::new();
    };
    open_for_picking(state, key);
    Vec::new()
}

fn open_for_picking(state: &mut State, key: FindingKey) {
    state.open = Some(key);
    state.is_deep = false;
    state.is_picking = true;
}

/// Shows why, or no longer.
pub(super) fn toggle_why(state: &mut State) -> Vec<Effect> {
    if state.open_finding().is_none() {
        let effects = step(state, true);
        state.is_deep = state.open.is_some();
        return effects;
    }
    state.is_deep = !state.is_deep;
    Vec::new()
}

/// Uses a fix: the text changes, and one undo brings it back.
pub(super) fn use_fix(state: &mut State, key: &FindingKey, n: usize) -> Vec<Effect> {
    let text = state.text().to_owned();
    let Some((fix, end)) = finding(state, key).and_then(|finding| {
        let fix = finding.fixes.get(n)?.clone();
        let edit = fix.edits.last()?.clone();
        Some((fix, edit.span.start + edit.insert.len()))
    }) else {
        return Vec::new();
    };
    let fixed = fix.applied(&text);
    let shift: usize = fix
        .edits
        .iter()
        .rev()
        .skip(1)
        .map(|edit| edit.insert.len())
        .sum();
    let lost: usize = fix
        .edits
        .iter()
        .rev()
        .skip(1)
        .map(|edit| edit.span.n_bytes())
        .sum();
    let caret = (end + shift).saturating_sub(lost).min(fixed.len());
    state.draft.caret = (caret, caret);
    state.caret = Some(caret);
    state.open = None;
    state.is_picking = false;
    state
        .draft
        .settled
        .retain(|one| one.rule != key.rule || one.words != key.words);
    let settled = Settled {
        rule: key.rule.clone(),
        words: key.words.clone(),
        how: How::Fixed(fix.label.clone()),
    };
    if !key.words.is_empty() {
        state.draft.settled.push(settled);
    }
    // a fix belongs to the text that is shown, which may be the text of all
    match state.draft.tab.clone() {
        Some(platform) => {
            state.draft.variants.insert(platform, fixed.clone());
        }
        None => state.draft.body.clone_from(&fixed),
    }
    let mut effects = look(state);
    effects.push(Effect::ShowText {
        text: fixed,
        caret: state.draft.caret,
        can_undo: true,
    });
    effects.push(keep_draft(state));
    effects
}

/// Keeps the words, on the platform that is open or in the whole draft.
pub(super) fn keep(state: &mut State, key: FindingKey, is_here: bool) -> Vec<Effect> {
    let Some((level, may_be_reasoned)) =
        finding(state, &key).map(|finding| (finding.level, finding.may_be_reasoned))
    else {
        return Vec::new();
    };
    if level == Level::Hold {
        let rest = if may_be_reasoned {
            "  ·  give it a line of reason"
        } else {
            "  ·  it waits for a date or a person"
        };
        say(state, "A Hold is not kept as it is", rest);
        return Vec::new();
    }
    let only = state.draft.tab.clone().filter(|_| is_here);
    decide(state, key, How::Kept(only))
}

/// Answers for a finding.
pub(super) fn judge(state: &mut State, key: FindingKey, reason: String) -> Vec<Effect> {
    let reason = one_line(&reason);
    let is_open_to_reason = finding(state, &key)
        .is_some_and(|finding| finding.level == Level::Check || finding.may_be_reasoned);
    if reason.is_empty() || !is_open_to_reason {
        return vec![Effect::Reveal(Place::Judgement)];
    }
    decide(state, key, How::Judgement(reason))
}

pub(super) fn decide(state: &mut State, key: FindingKey, how: How) -> Vec<Effect> {
    // kept on another platform stays kept there
    let is_elsewhere = |other: &How| match (other, &how) {
        (How::Kept(Some(other)), How::Kept(Some(here))) => other != here,
        _ => false,
    };
    state
        .draft
        .settled
        .retain(|one| one.rule != key.rule || one.words != key.words || is_elsewhere(&one.how));
    state.draft.settled.push(Settled {
        rule: key.rule,
        words: key.words,
        how,
    });
    state.open = None;
    state.is_picking = false;
    let mut effects = look(state);
    effects.push(keep_draft(state));
    effects.push(Effect::PutCaret(state.draft.caret));
    effects
}

/// Opens the line for a judgement, where one is wanted.
pub(super) fn ask_judgement(state: &mut State) -> Vec<Effect> {
    let wants = |finding: &Finding| finding.level == Level::Check || finding.may_be_reasoned;
    if state.open_finding().is_none_or(|finding| !wants(finding)) {
        say(
            state,
            "No judgement is asked here",
            "  ·  go to what is to settle first, with F8",
        );
        return Vec::new();
    }
    vec![Effect::Reveal(Place::Judgement)]
}

/// Takes a decision back.
pub(super) fn unsettle(state: &mut State, key: &FindingKey) -> Vec<Effect> {
    state
        .draft
        .settled
        .retain(|one| one.rule != key.rule || one.words != key.words);
    let mut effects = look(state);
    effects.push(keep_draft(state));
    effects
}

/// Shows everything that was found, because the writer asks.
pub(super) fn reveal(state: &mut State) {
    let text = state.text().to_owned();
    state.pace.reveal(&state.report, &text);
}

pub(super) fn finding<'a>(state: &'a State, key: &FindingKey) -> Option<&'a Finding> {
    let text = state.text();
    state
        .report
        .findings
        .iter()
        .find(|finding| FindingKey::of(finding, text) == *key)
}
