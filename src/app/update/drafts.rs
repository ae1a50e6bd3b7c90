//! Writing: the text, its platforms, who speaks, one draft after another.
//!
//! Never: lets a draft go without keeping it.

use super::{keep, look, say};
use crate::app::action::Effect;
use crate::app::side::Page;
use crate::app::state::{Screen, State};
use crate::draft::{Draft, Speaker, YOURSELF};
use crate::guideline::{Intent, SampleKind};
use crate::store::new_draft_id;

/// Where a new post goes when nothing was chosen yet.
const FIRST_PLATFORMS: [&str; 4] = ["x", "mastodon", "linkedin", "blog-comment"];

/// The open text was typed into. In the tab of a platform that followed the text of all, the
/// platform has its own text from now on.
pub(super) fn edited(state: &mut State, text: String) -> Vec<Effect> {
    let before = state.draft.clone();
    match state.draft.tab.clone() {
        Some(platform) => {
            if !state.draft.has_own(&platform) && text != state.draft.body {
                let name = state.platform_name(&platform).to_owned();
                say(
                    state,
                    &format!("{name} has its own text now"),
                    "  ·  the others follow All",
                );
            }
            if text == state.draft.body {
                state.draft.variants.remove(&platform);
            } else {
                state.draft.variants.insert(platform, text);
            }
        }
        None => state.draft.body = text,
    }
    // whoever writes an answer thinks that it needs one
    state.draft.heard.needs_none &= state.draft.is_unwritten();
    state.last_edit = state.now.seconds;
    state.is_picking = false;
    state.proof.is_writing = true;
    state.proof.asked = None;
    let mut effects = super::versions::on_edit(state, &before);
    effects.extend(kept_anew(state));
    effects
}

/// The caret moved.
pub(super) fn caret_moved(state: &mut State, caret: Option<(usize, usize)>) -> Vec<Effect> {
    leave_word(state, caret.map(|(caret, _)| caret));
    state.caret = caret.map(|(caret, _)| caret);
    let Some(caret) = caret.filter(|caret| *caret != state.draft.caret) else {
        return super::pass(state);
    };
    state.draft.caret = caret;
    let mut effects = super::pass(state);
    if !state.draft.is_blank() {
        effects.push(Effect::Keep(Box::new(state.draft.clone())));
    }
    effects
}

/// Without a key the caret leaves the word that was being written, unless it stays inside.
fn leave_word(state: &mut State, to: Option<usize>) {
    let is_typing = state.last_edit >= state.now.seconds;
    let word = |caret: Option<usize>| caret.and_then(|caret| state.proof.at(caret));
    if !is_typing && (to.is_none() || word(state.caret) != word(to)) {
        state.proof.is_writing = false;
    }
}

/// Shows the text of a platform, or of all.
pub(super) fn open_tab(state: &mut State, tab: Option<String>) -> Vec<Effect> {
    if state.draft.tab == tab {
        return vec![Effect::PutCaret(state.draft.caret)];
    }
    let before = state.text().to_owned();
    state.draft.tab = tab;
    state.open = None;
    let text = state.text().to_owned();
    if text != before {
        state.draft.caret = (text.len(), text.len());
    }
    shown_again(state, text)
}

/// Writes for a platform, or no longer.
pub(super) fn toggle_platform(state: &mut State, id: &str) -> Vec<Effect> {
    let draft = &mut state.draft;
    match draft.platforms.iter().position(|other| other == id) {
        Some(at) if draft.platforms.len() > 1 => {
            draft.platforms.remove(at);
            if draft.tab.as_deref() == Some(id) {
                draft.tab = None;
            }
        }
        Some(_) => return Vec::new(),
        None => draft.platforms.push(id.to_owned()),
    }
    tightest_first(state);
    state.settings.platforms.clone_from(&state.draft.platforms);
    let text = state.text().to_owned();
    let mut effects = shown_again(state, text);
    effects.push(Effect::SaveSettings(Box::new(state.settings.clone())));
    effects
}

/// Puts the tabs in the order of their limits, so that the one that fills up first stands first.
/// It is the limit and not the figure that counts: tabs do not move under a hand that types.
fn tightest_first(state: &mut State) {
    let mut platforms = std::mem::take(&mut state.draft.platforms);
    platforms.sort_by_key(|id| {
        let limit = state.platform(id).and_then(|platform| platform.limit);
        limit.unwrap_or(u32::MAX)
    });
    state.draft.platforms = platforms;
}

/// The platform gives up its own text.
pub(super) fn follow_all(state: &mut State) -> Vec<Effect> {
    let Some(platform) = state.draft.tab.clone().filter(|id| state.draft.has_own(id)) else {
        return Vec::new();
    };
    state.draft.variants.remove(&platform);
    let text = state.text().to_owned();
    state.draft.caret = (text.len(), text.len());
    shown_again(state, text)
}

/// Somebody else speaks.
pub(super) fn speak(state: &mut State, speaker: Speaker) -> Vec<Effect> {
    state.settings.speaker = Some(speaker.clone());
    state.draft.speaker = speaker;
    let mut effects = kept_anew(state);
    effects.push(Effect::SaveSettings(Box::new(state.settings.clone())));
    effects
}

/// What the post is for.
pub(super) fn intend(state: &mut State, intent: Option<Intent>) -> Vec<Effect> {
    state.draft.intent = intent;
    kept_anew(state)
}

/// Puts the signature on, or leaves it out: for the open platform, or for all.
pub(super) fn toggle_signature(state: &mut State) -> Vec<Effect> {
    let platforms: Vec<String> = match &state.draft.tab {
        Some(platform) => vec![platform.clone()],
        None => state.draft.platforms.clone(),
    };
    let is_off = platforms.iter().all(|id| state.draft.unsigned.contains(id));
    for id in platforms {
        if is_off {
            state.draft.unsigned.remove(&id);
        } else {
            state.draft.unsigned.insert(id);
        }
    }
    kept_anew(state)
}

/// Looks at the draft anew, and keeps it.
pub(super) fn kept_anew(state: &mut State) -> Vec<Effect> {
    let mut effects = look(state);
    effects.push(keep(state));
    effects
}

/// The same, with another text on the page.
fn shown_again(state: &mut State, text: String) -> Vec<Effect> {
    let mut effects = kept_anew(state);
    let caret = state.draft.caret;
    effects.push(Effect::ShowText {
        text,
        caret,
        can_undo: false,
    });
    effects
}

/// Begins another post; the open one is kept.
pub(super) fn new(state: &mut State) -> Vec<Effect> {
    put_aside(state);
    state.draft = blank(state);
    shown(state)
}

/// A draft with nothing in it, as the settings like it.
pub(in crate::app) fn blank(state: &State) -> Draft {
    let chosen = &state.settings.platforms;
    let platforms = if chosen.is_empty() {
        FIRST_PLATFORMS.map(str::to_owned).to_vec()
    } else {
        chosen.clone()
    };
    Draft {
        id: new_draft_id(&state.now.zoned),
        platforms,
        speaker: state
            .settings
            .speaker
            .clone()
            .unwrap_or_else(|| Speaker::Personally(YOURSELF.to_owned())),
        begun: state.now.zoned.timestamp().to_string(),
        ..Draft::default()
    }
}

/// Opens another draft.
pub(super) fn open(state: &mut State, id: &str) -> Vec<Effect> {
    if state.draft.id != id {
        let Some(at) = state.drafts.iter().position(|draft| draft.id == id) else {
            return Vec::new();
        };
        let draft = state.drafts.remove(at);
        put_aside(state);
        state.draft = draft;
    }
    shown(state)
}

/// Throws a draft into the bin.
pub(super) fn discard(state: &mut State, id: &str) -> Vec<Effect> {
    let mut effects = vec![Effect::Discard(id.to_owned())];
    if state.draft.id == id {
        if state.draft.is_blank() {
            return Vec::new();
        }
        state.draft = blank(state);
        let screen = state.screen;
        effects.extend(shown(state));
        state.screen = screen;
    } else {
        state.drafts.retain(|draft| draft.id != id);
    }
    say(state, "In the bin", "  ·  it waits there for 30 days");
    effects
}

/// Fills the empty page with a sample that guidance makes better.
pub(super) fn try_sample(state: &mut State) -> Vec<Effect> {
    let samples = &state.in_use.opened.active.head.samples;
    let improvable = samples
        .iter()
        .find(|sample| sample.kind == SampleKind::Improvable)
        .or(samples.first());
    let Some(text) = improvable.map(|sample| sample.text.trim().to_owned()) else {
        return Vec::new();
    };
    let end = text.len();
    rewritten(state, text, end)
}

/// The open text becomes another one with the caret at a byte of it; one undo brings the old one
/// back.
pub(super) fn rewritten(state: &mut State, text: String, caret: usize) -> Vec<Effect> {
    rewritten_with(state, text, (caret, caret))
}

/// The same, with a stretch of it chosen: the caret, and the other end.
pub(super) fn rewritten_with(
    state: &mut State,
    text: String,
    caret: (usize, usize),
) -> Vec<Effect> {
    state.draft.caret = caret;
    let mut effects = edited(state, text.clone());
    effects.push(Effect::ShowText {
        text,
        caret: state.draft.caret,
        can_undo: true,
    });
    effects
}

fn put_aside(state: &mut State) {
    if !state.draft.is_blank() {
        let draft = std::mem::take(&mut state.draft);
        state.drafts.insert(0, draft);
    }
}

/// Shows the draft that was just opened.
pub(in crate::app) fn shown(state: &mut State) -> Vec<Effect> {
    state.screen = Screen::Write;
    state.open = None;
    state.hint.clear();
    state.proof.is_writing = false;
    state.proof.asked = None;
    state.pause = None;
    state.pace = crate::app::pace::Pace::default();
    let text = state.text().to_owned();
    let end = |at: usize| {
        if text.is_char_boundary(at) {
            at.min(text.len())
        } else {
            text.len()
        }
    };
    state.draft.caret = (end(state.draft.caret.0), end(state.draft.caret.1));
    tightest_first(state);
    state.resting.clear();
    state.experiments.shows_nudges = false;
    let mut effects = look(state);
    // a thread of which some parts were copied waits where it was left
    state.page = if state.is_copying() {
        Page::Parts
    } else {
        Page::Text
    };
    effects.push(Effect::ShowText {
        text,
        caret: state.draft.caret,
        can_undo: false,
    });
    effects
}
