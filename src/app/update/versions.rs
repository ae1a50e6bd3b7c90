//! Earlier versions of the open draft: when one is kept, and how one comes back.
//!
//! Never: brings one back without keeping what it replaces.

use super::{drafts, say};
use crate::app::action::Effect;
use crate::app::background::Background;
use crate::app::side::Page;
use crate::app::state::{Screen, State};
use crate::draft::{Draft, Occasion, Version, takes_much};

/// Seconds of writing after which a version is kept.
const EVERY: f64 = 300.0;

/// What is known of the versions of the open draft.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Versions {
    /// Those that were read, newest first.
    pub(in crate::app) read: Vec<Version>,
    /// The draft and the text of the last one that was kept, and when.
    kept: Option<(String, String, f64)>,
}

/// A version of a draft as it stands, unless the last one has the same words.
fn version(state: &mut State, draft: &Draft, occasion: Occasion) -> Option<Effect> {
    let words = words(draft);
    let is_known = state.versions.kept.as_ref();
    let is_known = is_known.is_some_and(|(id, known, _)| *id == draft.id && *known == words);
    if draft.is_blank() || is_known && occasion == Occasion::Minutes {
        return None;
    }
    let now = state.now.seconds;
    state.versions.kept = Some((draft.id.clone(), words, now));
    Some(Effect::Background(Background::KeepVersion(Box::new(
        Version {
            format: 1,
            at: state.now.zoned.timestamp().to_string(),
            occasion,
            draft: draft.clone(),
        },
    ))))
}

/// All words of a draft in one text.
fn words(draft: &Draft) -> String {
    let own = draft.variants.values().map(String::as_str);
    let all: Vec<&str> = std::iter::once(draft.body.as_str()).chain(own).collect();
    all.join("\u{0}")
}

/// The open draft as it stands is kept.
pub(in crate::app) fn keep_now(state: &mut State, occasion: Occasion) -> Vec<Effect> {
    let draft = state.draft.clone();
    version(state, &draft, occasion).into_iter().collect()
}

/// An edit came: keeps the text before it where much of it goes, and one in five minutes.
pub(super) fn on_edit(state: &mut State, before: &Draft) -> Vec<Effect> {
    let tab = state.draft.tab.clone();
    let (old, new) = (before.text(tab.as_deref()), state.text());
    if takes_much(old, new) {
        return version(state, before, Occasion::Cut).into_iter().collect();
    }
    let known = state.versions.kept.as_ref();
    let since = known.filter(|(id, ..)| *id == state.draft.id);
    match since.map(|(_, _, at)| *at) {
        Some(at) if state.now.seconds - at < EVERY => Vec::new(),
        Some(_) => keep_now(state, Occasion::Minutes),
        None => {
            // the clock of a draft starts with its first key
            let id = state.draft.id.clone();
            state.versions.kept = Some((id, String::new(), state.now.seconds));
            Vec::new()
        }
    }
}

/// Shows the earlier versions of the open draft, or the text again.
pub(super) fn show(state: &mut State) -> Vec<Effect> {
    state.screen = Screen::Write;
    if state.page == Page::Versions {
        state.page = Page::Text;
        return vec![Effect::PutCaret(state.draft.caret)];
    }
    vec![Effect::Background(Background::ReadVersions(
        state.draft.id.clone(),
    ))]
}

/// They were read.
pub(super) fn read(state: &mut State, id: &str, versions: Vec<Version>) -> Vec<Effect> {
    if id != state.draft.id {
        return Vec::new();
    }
    if versions.is_empty() {
        let rest = "  ·  one is kept when you approve, copy, delete much, and every five minutes";
        say(state, "No earlier version yet", rest);
        return Vec::new();
    }
    state.versions.read = versions;
    state.page = Page::Versions;
    Vec::new()
}

/// Brings the words of a version back, of every platform.
pub(super) fn bring_back(state: &mut State, n: usize) -> Vec<Effect> {
    let Some(old) = state.versions.read.get(n).map(|one| one.draft.clone()) else {
        return Vec::new();
    };
    let mut effects = keep_now(state, Occasion::Returned);
    state.draft.body = old.body;
    state.draft.variants = old.variants;
    state.page = Page::Text;
    let text = state.text().to_owned();
    let caret = (text.len(), text.len());
    state.draft.caret = caret;
    effects.extend(drafts::kept_anew(state));
    effects.push(Effect::ShowText {
        text,
        caret,
        can_undo: true,
    });
    say(
        state,
        "An earlier version is back",
        "  ·  what was here is kept too",
    );
    effects
}
