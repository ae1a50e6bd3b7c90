//! Why it is written, and how to begin: goal and notes, starters with blanks, links that lead home.
//!
//! Never: fills in a blank; the writer does.

use super::{drafts, keep, say};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::check::blanks;
use crate::draft::{Starter, Why};
use crate::text::Span;

/// It is written for this.
pub(super) fn explain(state: &mut State, why: Why) -> Vec<Effect> {
    state.draft.why = why;
    vec![keep(state)]
}

/// Begins an empty page: with a text, its first blank chosen, or with a hint. What somebody wrote
/// stays.
pub(super) fn begin(state: &mut State, starter: Starter) -> Vec<Effect> {
    if !state.draft.is_unwritten() {
        return Vec::new();
    }
    if !starter.is_text {
        state.hint = starter.words;
        return vec![Effect::PutCaret(state.draft.caret)];
    }
    let end = starter.words.len();
    let first = blanks(&starter.words).first().copied();
    let caret = first.map_or((end, end), |blank| (blank.end, blank.start));
    drafts::rewritten_with(state, starter.words, caret)
}

/// Chooses the first blank behind the caret, or the first of all.
pub(super) fn next_blank(state: &mut State) -> Vec<Effect> {
    let (caret, other) = state.draft.caret;
    let found = blanks(state.text());
    let next = found.iter().find(|blank| blank.start >= caret.max(other));
    if let Some(blank) = next.or(found.first()) {
        return vec![Effect::PutCaret((blank.end, blank.start))];
    }
    say(state, "No blank is left", "");
    Vec::new()
}

/// Puts a page of the home base behind the caret, with its reason; words that are chosen are reason
/// enough.
pub(super) fn link(state: &mut State, url: &str) -> Vec<Effect> {
    let pages = &state.in_use.opened.active.head.home_base;
    let Some(page) = pages.iter().find(|page| page.url == url) else {
        return Vec::new();
    };
    let (text, (caret, other)) = (state.text(), state.draft.caret);
    let chosen = Span::new(caret.min(other), caret.max(other)).of(text);
    let (before, after) = text
        .split_at_checked(caret.max(other))
        .unwrap_or((text, ""));
    let (before, added) = if chosen.trim().is_empty() {
        (before, with_reason(before, &page.reason, url))
    } else {
        (before.trim_end(), format!(": {url}"))
    };
    let gap = if after.is_empty() || after.starts_with(char::is_whitespace) {
        ""
    } else {
        " "
    };
    let at = before.len() + added.len();
    let text = format!("{before}{added}{gap}{after}");
    drafts::rewritten(state, text, at)
}

/// `See how returns work: https://...`, joined to what stands before it.
fn with_reason(before: &str, reason: &str, url: &str) -> String {
    let reason = reason.trim().trim_end_matches([':', '.']);
    let joint = if before.is_empty() || before.ends_with(char::is_whitespace) {
        ""
    } else {
        " "
    };
    let begins = before.trim_end();
    let is_sentence =
        begins.is_empty() || before.ends_with('\n') || begins.ends_with(['.', '!', '?', '…']);
    let mut letters = reason.chars();
    let reason = match letters.next().filter(|_| is_sentence) {
        Some(first) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        None => reason.to_owned(),
    };
    if reason.is_empty() {
        format!("{joint}{url}")
    } else {
        format!("{joint}{reason}: {url}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_comes_with_its_reason() {
        let check = |before: &str, expect: &str| {
            let out = with_reason(before, "see how returns work.", "https://a.example");
            assert_eq!(out, expect, "{before:?}");
        };
        check("", "See how returns work: https://a.example");
        check("Done.", " See how returns work: https://a.example");
        check("Done.\n", "See how returns work: https://a.example");
        check("You can ", "see how returns work: https://a.example");
        check("you can", " see how returns work: https://a.example");
        assert_eq!(
            with_reason("Hi", "", "https://a.example"),
            " https://a.example"
        );
    }
}
