//! A text that was approved, once more: copied, opened as a draft, made an example.
//!
//! Never: changes what is on record, or copies at the first press what the guidelines of today would
//! stop.

use super::afterwards::show;
use super::{copy, drafts, say};
use crate::app::action::Effect;
use crate::app::afterwards::{Ask, Tab};
use crate::app::state::{Screen, State};
use crate::approval::{Afresh, Approval, KEPT, Outcome, Today, afresh, reopened};
use crate::draft::{How, Settled, Speaker};
use crate::guideline::{Sample, SampleKind};
use crate::store::clock;

/// Makes the text that is open an example.
pub(super) fn save_open_example(state: &mut State) -> Vec<Effect> {
    match state.afterwards.open.clone() {
        Some(seal) if state.screen == Screen::Approved => save_example(state, &seal),
        _ => {
            let effects = show(state, Tab::Texts);
            say(
                state,
                "Open the text first",
                "  ·  then it can be an example",
            );
            effects
        }
    }
}

/// Copies something that was approved once more, if the guidelines of today agree or somebody asks
/// twice.
pub(super) fn copy_again(state: &mut State, seal: &str) -> Vec<Effect> {
    let found = known(state, seal).map(|approval| look_now(state, approval));
    let found = found.unwrap_or_default();
    let is_asked_twice = state.afterwards.warned.as_deref() == Some(seal);
    match found.first() {
        Some(first) if !is_asked_twice => {
            say(state, "Worth another look", &format!("  ·  {}", first.says));
            let now = &mut state.afterwards;
            now.warned = Some(seal.to_owned());
            now.open = Some(seal.to_owned());
            now.afresh.insert(seal.to_owned(), found);
            Vec::new()
        }
        _ => {
            state.afterwards.warned = None;
            copy::copy_again(state, seal)
        }
    }
}

fn look_now(state: &State, approval: &Approval) -> Vec<Afresh> {
    let today = Today {
        checker: &state.in_use.checker,
        brand: state.in_use.opened.brand(),
        people: state.library.people(),
        platforms: &state.in_use.opened.platforms,
        now: &state.now.zoned,
        elapsed: &clock::elapsed,
    };
    afresh(approval, &today)
}

fn known<'a>(state: &'a State, seal: &str) -> Option<&'a Approval> {
    let mut all = state.approvals.iter();
    all.find(|approval| approval.seal().hash() == seal)
}

/// Its text, to be written on: without the signature, which comes again.
fn open_text(state: &State, approval: &Approval) -> String {
    let speaker = Speaker::from_id(approval.speaker());
    let signer = speaker.signer(state.in_use.opened.brand(), state.library.people());
    let platform = state.platform(approval.platform());
    let signature = signer
        .zip(platform)
        .map(|(signer, platform)| crate::signature::sign(signer, platform).text);
    reopened(approval, &signature.unwrap_or_default())
}

/// Opens it as a draft; what was answered for stays answered.
pub(super) fn reopen(state: &mut State, seal: &str) -> Vec<Effect> {
    let Some(approval) = known(state, seal).cloned() else {
        return Vec::new();
    };
    if approval.is_masked() {
        return not_on_record(state);
    }
    let text = open_text(state, &approval);
    let mut effects = drafts::new(state);
    let judged = approval.exceptions().iter();
    let judged = judged.filter(|one| one.reason != KEPT && !one.is_local());
    let settled = judged.map(|one| Settled {
        rule: one.rule.clone(),
        words: one.words.clone(),
        how: How::Judgement(one.reason.clone()),
    });
    state.draft.settled = settled.collect();
    if state.platform(approval.platform()).is_some() {
        state.draft.platforms = vec![approval.platform().to_owned()];
    }
    state.draft.speaker = Speaker::from_id(approval.speaker());
    state.draft.intent = approval.intent();
    state.draft.why.goal = approval.goal().map(str::to_owned);
    state.draft.they_said = approval.they_said().map(str::to_owned);
    let end = text.len();
    effects.extend(drafts::rewritten(state, text, end));
    say(state, "A draft now", "  ·  the approval stays as it is");
    effects
}

/// Says that its words have masks: a draft or an example of them would be another text.
fn not_on_record(state: &mut State) -> Vec<Effect> {
    let why = "  ·  its record does without the secret";
    say(state, "Not all of it is on record", why);
    Vec::new()
}

/// Makes it an example of the set in use.
pub(super) fn save_example(state: &mut State, seal: &str) -> Vec<Effect> {
    let Some(approval) = known(state, seal) else {
        return Vec::new();
    };
    if approval.is_masked() {
        return not_on_record(state);
    }
    let text = open_text(state, approval);
    let head = &state.in_use.opened.active.head;
    if head.samples.iter().any(|sample| sample.text.trim() == text) {
        say(state, "It is an example already", "");
        return Vec::new();
    }
    let outcome = state.afterwards.outcomes.get(seal);
    let sample = Sample {
        kind: SampleKind::Good,
        text,
        because: outcome.and_then(Outcome::words).unwrap_or_default(),
    };
    let ask = Ask::SaveExample(head.id.clone(), Box::new(sample));
    vec![Effect::Afterwards(ask)]
}
