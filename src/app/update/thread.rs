//! A long text in parts: how it goes out, which part is copied next, where it is broken.
//!
//! Never: copies parts as approved that are not in the ledger.

use super::drafts::{kept_anew, rewritten};
use super::{keep, say, say_sealed};
use crate::app::action::Effect;
use crate::app::side::Page;
use crate::app::state::{Screen, State};
use crate::approval::Approval;
use crate::check::Standing;
use crate::draft::{InParts, Threading};

/// Shows another side of the page; asked again for the same one, the text.
pub(super) fn show_page(state: &mut State, page: Page) -> Vec<Effect> {
    state.screen = Screen::Write;
    let page = if state.page() == page {
        Page::Text
    } else {
        page
    };
    match page {
        Page::Text => {
            state.page = page;
            return vec![Effect::PutCaret(state.draft.caret)];
        }
        Page::Parts => return show_parts(state),
        Page::Changes
            if !state
                .draft
                .tab
                .as_ref()
                .is_some_and(|id| state.draft.has_own(id)) =>
        {
            say(
                state,
                "No platform's own text is open",
                "  ·  type in its tab and it has one",
            );
        }
        Page::Reading | Page::Changes | Page::Versions => state.page = page,
    }
    Vec::new()
}

/// Shows the parts of the current platform. A text that is over by little is split by that.
fn show_parts(state: &mut State) -> Vec<Effect> {
    let Some(standing) = current(state) else {
        return Vec::new();
    };
    let name = state.platform_name(&standing.platform).to_owned();
    let takes_threads = state
        .platform(&standing.platform)
        .is_some_and(|platform| platform.threads);
    if !takes_threads {
        say(
            state,
            &format!("{name} takes one post"),
            "  ·  no threads there",
        );
        return Vec::new();
    }
    let mut effects = Vec::new();
    if standing.thread.is_none() {
        effects = split_for(state, std::slice::from_ref(&standing.platform));
    }
    let is_split = |standing: &Standing| standing.thread.is_some();
    if state.standing(&standing.platform).is_some_and(is_split) {
        state.page = Page::Parts;
        if state.draft.tab.as_deref() != Some(&standing.platform) {
            effects.extend(super::drafts::open_tab(state, Some(standing.platform)));
        }
    } else if !standing.final_text.text.is_empty() {
        let key = crate::app::command::Command::BreakHere.key_words();
        say(
            state,
            "It fits in one post",
            &format!("  ·  {key} breaks it where you are"),
        );
    }
    effects
}

/// Lets the text go out in parts on these platforms, by however little it is over.
pub(super) fn split_for(state: &mut State, platforms: &[String]) -> Vec<Effect> {
    for id in platforms {
        let threading = Threading {
            parts: InParts::Always,
            ..state.draft.threading(id)
        };
        state.draft.threads.insert(id.clone(), threading);
    }
    kept_anew(state)
}

/// How the current platform's parts are marked, and whether there are any.
pub(super) fn choose(state: &mut State, threading: Threading) -> Vec<Effect> {
    let Some(platform) = state.current_platform().map(str::to_owned) else {
        return Vec::new();
    };
    state.draft.threads.insert(platform, threading);
    kept_anew(state)
}

/// Breaks the text at the caret. Where the text also goes to a platform without threads, the break
/// is two blank lines, which do no harm there; a line of dashes would be read.
pub(super) fn break_here(state: &mut State) -> Vec<Effect> {
    let takes_threads = |id: &&str| state.platform(id).is_some_and(|platform| platform.threads);
    let mark = if state.sharing().iter().all(takes_threads) {
        "\n---\n"
    } else {
        "\n\n\n"
    };
    let text = state.text();
    let (a, b) = state.draft.caret;
    let (start, end) = (a.min(b).min(text.len()), a.max(b).min(text.len()));
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else {
        return Vec::new();
    };
    let (before, after) = (before.trim_end(), after.trim_start());
    if before.is_empty() {
        say(state, "Nothing stands before the break yet", "");
        return Vec::new();
    }
    let text = format!("{before}{mark}{after}");
    let caret = before.len() + mark.len();
    state.page = Page::Text;
    rewritten(state, text, caret)
}

/// Goes to the words of a part.
pub(super) fn open_part(state: &mut State, n: usize) -> Vec<Effect> {
    let start = current(state)
        .and_then(|standing| standing.thread)
        .and_then(|thread| thread.parts.get(n).map(|part| part.body.start));
    state.page = Page::Text;
    if let Some(start) = start {
        state.draft.caret = (start, start);
    }
    vec![Effect::PutCaret(state.draft.caret)]
}

/// Copies a part of the current platform's thread, and remembers that it was.
pub(super) fn copy_part(state: &mut State, n: usize) -> Vec<Effect> {
    let Some(standing) = current(state) else {
        return Vec::new();
    };
    let seal = state.approval(&standing).map(Approval::seal_words);
    copied(state, &standing, n, seal.as_deref())
}

/// A thread was approved: its first part is on the clipboard.
pub(super) fn copy_first(state: &mut State, platform: &str, seal: &str) -> Vec<Effect> {
    let Some(standing) = state.standing(platform).cloned() else {
        return Vec::new();
    };
    state.draft.copied.remove(platform);
    state.page = Page::Parts;
    let mut effects = Vec::new();
    if state.draft.tab.as_deref() != Some(platform) {
        effects = super::drafts::open_tab(state, Some(platform.to_owned()));
    }
    effects.extend(copied(state, &standing, 0, Some(seal)));
    effects
}

/// The next part that was not copied yet; after the last one it begins anew.
pub(super) fn copy_next(state: &mut State, standing: &Standing, seal: &str) -> Vec<Effect> {
    let next = state.next_part(standing).unwrap_or_else(|| {
        state.draft.copied.remove(&standing.platform);
        0
    });
    copied(state, standing, next, Some(seal))
}

fn copied(state: &mut State, standing: &Standing, n: usize, seal: Option<&str>) -> Vec<Effect> {
    let parts = standing.parts();
    let Some(text) = parts.get(n).map(|part| (*part).to_owned()) else {
        return Vec::new();
    };
    let mut done = state.copied_parts(standing);
    done.parts.insert(n);
    state.draft.copied.insert(standing.platform.clone(), done);
    let name = state.platform_name(&standing.platform);
    let title = format!("Copied {} of {} for {name}", n + 1, parts.len());
    let next = match (seal, state.next_part(standing)) {
        (_, None) => "  ·  that was the last one".to_owned(),
        (Some(_), Some(next)) => {
            let key = crate::app::command::Command::ApproveAndCopy.key_words();
            format!("  ·  {key} copies {}", next + 1)
        }
        (None, Some(_)) => "  ·  a draft, not approved".to_owned(),
    };
    match seal {
        Some(seal) => {
            let who = state.speaker_sentence();
            say_sealed(state, &title, &format!("  ·  seal {seal}  ·  {who}{next}"));
        }
        None => say(state, &title, &next),
    }
    let mut effects = vec![Effect::Copy(text), keep(state)];
    effects.extend(super::pass(state));
    effects
}

fn current(state: &State) -> Option<Standing> {
    state.standing(state.current_platform()?).cloned()
}
