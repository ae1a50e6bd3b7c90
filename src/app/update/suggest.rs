//! Proposals to change a guideline, made where it stands in the way.
//!
//! Never: settles a Hold that waits for a date or a person; the proposal is kept all the same.

use std::path::Path;

use super::{say, settle};
use crate::app::action::{Effect, Place};
use crate::app::background::Background;
use crate::app::pace::FindingKey;
use crate::app::state::State;
use crate::check::{Review, Rules};
use crate::draft::{How, Written};
use crate::guideline::{Level, Suggestion};
use crate::text::{Span, one_line};

/// A limit keeps back how much is said, not what.
const OVER_LIMIT: &str = "OverLimit";

/// Opens the line for a proposal, where a finding is open.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    if state.open_finding().is_none() {
        say(
            state,
            "Which guideline?",
            "  ·  go to what it found first, with F8",
        );
        return Vec::new();
    }
    vec![Effect::Reveal(Place::Suggestion)]
}

/// Keeps a proposal, and settles the finding where it may be: the words stand until somebody decides.
pub(super) fn suggest(state: &mut State, key: FindingKey, wish: &str) -> Vec<Effect> {
    let wish = veiled(state, &one_line(wish));
    let Some(finding) = settle::finding(state, &key) else {
        return Vec::new();
    };
    if wish.is_empty() {
        return vec![Effect::Reveal(Place::Suggestion)];
    }
    let by = state.person().map(|person| person.name.trim().to_owned());
    let suggestion = Suggestion {
        rule: finding.rule.clone(),
        set: finding.set.clone(),
        wish: wish.clone(),
        words: finding.shown(state.text()).to_owned(),
        by: by.unwrap_or_default(),
        on: state.now.zoned.date().to_string(),
    };
    let how = match finding.level {
        Level::Check => Some(How::Judgement(wish)),
        _ if finding.may_be_reasoned => Some(How::Judgement(wish)),
        Level::Hold => None,
        Level::Strength | Level::Nudge => Some(How::Kept(None)),
    };
    let folder = state.library.team_of(&suggestion.set);
    let mut effects = match how {
        Some(how) => settle::decide(state, key, how),
        None => Vec::new(),
    };
    let suggestion = Box::new(suggestion);
    effects.push(Effect::Background(Background::Suggest(folder, suggestion)));
    effects
}

/// It is a page now.
pub(super) fn kept(state: &mut State, path: &Path) -> Vec<Effect> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    say(state, "Suggested", &format!("  ·  suggestions/{name}"));
    Vec::new()
}

/// The words with what must not get out left out: the page lies in a folder that others share.
fn veiled(state: &State, wish: &str) -> String {
    let platform = state
        .standings
        .first()
        .and_then(|standing| state.platform(&standing.platform));
    let Some(platform) = platform else {
        return wish.to_owned();
    };
    let written = Written {
        text: wish,
        is_signed: false,
        threading: None,
        ..state.draft.written(&platform.id)
    };
    let review = Review {
        rules: Rules::default(),
        ..state.review(&state.now.zoned)
    };
    let standing = review.standing(&written, platform, &|| false);
    let mut out = standing.final_text.body().to_owned();
    let findings = standing.report.findings.iter();
    let mut held: Vec<Span> = findings
        .filter(|one| one.level == Level::Hold && one.kind != OVER_LIMIT)
        .map(|one| one.span)
        .collect();
    held.sort_by_key(|span| std::cmp::Reverse(span.start));
    let mut end = out.len();
    for span in held {
        // of two that overlap the one further on has been left out
        let span = Span::new(span.start, span.end.min(end));
        if out.get(span.start..span.end).is_some() {
            out.replace_range(span.start..span.end, "…");
            end = span.start;
        }
    }
    out
}
