//! Experiments: begun, changed, ended, and what was learned from them.
//!
//! Never: forgets an experiment before its page is on the disk.

use super::{drafts, say};
use crate::app::action::{Effect, Place};
use crate::app::background::Background;
use crate::app::experiment::Tried;
use crate::app::side::Page;
use crate::app::state::{Screen, State};
use crate::draft::{Experiment, Learning};
use crate::store::new_draft_id;

/// Opens the card of the draft's experiment; of one that is over, the question what was learned.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    state.page = Page::Text;
    let over = state.draft.experiment.as_ref().map(|own| own.id.clone());
    let over = over.filter(|_| state.draft.trying(state.today()).is_none());
    if let Some(id) = over.filter(|_| !state.draft.is_blank()) {
        state.experiments.later.remove(&id);
        return vec![Effect::Reveal(Place::Learned)];
    }
    vec![Effect::Reveal(Place::Experiment)]
}

/// The draft is this experiment; none when it is no longer one.
pub(super) fn try_out(state: &mut State, tried: Option<Tried>) -> Vec<Effect> {
    let today = state.today();
    let known = state.draft.trying(today).cloned();
    state.draft.experiment = tried.map(|tried| {
        let known = known.unwrap_or_else(|| Experiment {
            id: new_draft_id(&state.now.zoned),
            from: Some(today),
            ..Experiment::default()
        });
        Experiment {
            hypothesis: tried.hypothesis,
            goal: tried.goal,
            until: Some(tried.until),
            ..known
        }
    });
    drafts::kept_anew(state)
}

/// The draft's experiment ends before its time.
pub(super) fn end(state: &mut State) -> Vec<Effect> {
    let today = state.today();
    if let Some(experiment) = &mut state.draft.experiment {
        experiment.ended = Some(today);
    }
    let mut effects = drafts::kept_anew(state);
    effects.push(Effect::Reveal(Place::Learned));
    effects
}

/// Shows the nudges that rest, or lets them rest again.
pub(super) fn toggle_nudges(state: &mut State) -> Vec<Effect> {
    if state.draft.trying(state.today()).is_none() {
        say(
            state,
            "No nudge rests here",
            "  ·  they do in an experiment",
        );
        return Vec::new();
    }
    state.experiments.shows_nudges = !state.experiments.shows_nudges;
    super::look(state)
}

/// Notes what was learned; nothing, where the words are blank.
pub(super) fn learn(state: &mut State, id: &str, words: &str) -> Vec<Effect> {
    let mut all = state.ended().into_iter();
    let Some(ended) = all.find(|one| one.experiment.id == id) else {
        return Vec::new();
    };
    let goal = ended.experiment.goal.as_deref().unwrap_or_default();
    let names = ended.platforms.iter().map(|id| state.platform_name(id));
    let learning = Learning {
        goal: state.goal_words(goal),
        platforms: names.map(str::to_owned).collect(),
        is_approved: ended.is_approved,
        learned: words.trim().to_owned(),
        noted: state.today(),
        experiment: ended.experiment,
    };
    let mut effects = later(state, id);
    effects.push(Effect::Background(Background::Learn(Box::new(learning))));
    effects
}

/// Asks no more until the window is opened again.
pub(super) fn later(state: &mut State, id: &str) -> Vec<Effect> {
    state.experiments.later.insert(id.to_owned());
    if state.screen == Screen::Write {
        vec![Effect::PutCaret(state.draft.caret)]
    } else {
        Vec::new()
    }
}

/// What was learned is on the disk, under this name: drafts may forget their experiment.
pub(super) fn learned(state: &mut State, id: &str, file: &str) -> Vec<Effect> {
    state.experiments.learned.insert(id.to_owned());
    let mut effects = Vec::new();
    for draft in std::iter::once(&mut state.draft).chain(&mut state.drafts) {
        let is_of = draft.experiment.as_ref().is_some_and(|own| own.id == id);
        if is_of {
            draft.experiment = None;
            effects.push(Effect::Keep(Box::new(draft.clone())));
        }
    }
    say(state, "Noted", &format!("  ·  {file}"));
    effects
}

/// What was learned could not be written: it is asked for again.
pub(super) fn not_learned(state: &mut State, id: &str, reason: &str) -> Vec<Effect> {
    state.experiments.later.remove(id);
    say(state, "Not noted", &format!("  ·  {reason}"));
    Vec::new()
}
