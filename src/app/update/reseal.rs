//! An approved text that was edited: what changed, the way back, and a new seal in one step.
//!
//! Never: seals again what the set would ask about anew, or for somebody else.

use super::approve::{approver, questions, record};
use super::{drafts, say};
use crate::app::action::Effect;
use crate::app::pause::Lifted;
use crate::app::state::State;
use crate::approval::Approval;
use crate::check::Standing;
use crate::draft::Sealed;

/// Notes which texts of the draft are no longer what was approved, and what makes the difference.
pub(super) fn notice(state: &mut State) {
    let lifted = state.standings.iter().filter_map(|standing| {
        let sealed = state.draft.sealed.get(&standing.platform)?;
        let approval = approval_of(state, sealed)?;
        if standing.final_text.text.is_empty() || state.approval(standing).is_some() {
            return None;
        }
        let lifted = Lifted {
            seal: approval.seal().to_string(),
            words: difference(state, standing, sealed),
        };
        Some((standing.platform.clone(), lifted))
    });
    state.lifted = lifted.collect();
}

fn approval_of<'a>(state: &'a State, sealed: &Sealed) -> Option<&'a Approval> {
    let is_it = |approval: &&Approval| approval.seal().hash() == sealed.seal;
    state.approvals.iter().rev().find(is_it)
}

/// What is another than it was, in a few words.
fn difference(state: &State, standing: &Standing, sealed: &Sealed) -> String {
    let text = state.draft.text(Some(&standing.platform));
    if state.draft.speaker != sealed.speaker {
        return "somebody else speaks now".to_owned();
    }
    sealed.difference(text).unwrap_or_else(|| {
        let is_unsigned = state.draft.unsigned.contains(&standing.platform);
        let words = if is_unsigned == sealed.is_unsigned {
            "its parts or its signature changed"
        } else if is_unsigned {
            "its signature is off"
        } else {
            "its signature is on"
        };
        words.to_owned()
    })
}

/// Remembers the text of a platform as it was just approved.
pub(super) fn remember(state: &mut State, platform: &str, approval: &Approval) {
    let sealed = Sealed {
        seal: approval.seal().hash().to_owned(),
        text: state.draft.text(Some(platform)).to_owned(),
        speaker: state.draft.speaker.clone(),
        is_unsigned: state.draft.unsigned.contains(platform),
        threading: state.draft.threading(platform),
    };
    state.draft.sealed.insert(platform.to_owned(), sealed);
}

/// Puts back what was approved last on the current platform: the text, who speaks, the signature.
pub(super) fn restore(state: &mut State) -> Vec<Effect> {
    let platform = state.current_platform().map(str::to_owned);
    let platform = platform.filter(|id| state.lifted.contains_key(id));
    let found = platform.and_then(|id| Some((id.clone(), state.draft.sealed.get(&id)?.clone())));
    let Some((platform, sealed)) = found else {
        say(
            state,
            "Nothing was lifted here",
            "  ·  there is no seal to go back to",
        );
        return Vec::new();
    };
    let draft = &mut state.draft;
    draft.speaker = sealed.speaker;
    if sealed.is_unsigned {
        draft.unsigned.insert(platform.clone());
    } else {
        draft.unsigned.remove(&platform);
    }
    draft.threads.insert(platform.clone(), sealed.threading);
    let open = draft.tab.clone();
    match draft.variants.get_mut(&platform) {
        Some(own) => own.clone_from(&sealed.text),
        None => draft.body.clone_from(&sealed.text),
    }
    let end = draft.text(open.as_deref()).len();
    draft.caret = (end, end);
    let text = draft.text(open.as_deref()).to_owned();
    let mut effects = drafts::kept_anew(state);
    effects.push(Effect::ShowText {
        text,
        caret: (end, end),
        can_undo: true,
    });
    say(
        state,
        "Back to the sealed text",
        "  ·  Ctrl Z brings the edit back",
    );
    effects
}

/// Seals an edit in one step, where whoever approved the text made it and nothing is to be asked;
/// none where the pause has to.
pub(super) fn at_once(state: &mut State, platform: &str) -> Option<Vec<Effect>> {
    let lifted = state.lifted.get(platform)?.words.clone();
    let sealed = state.draft.sealed.get(platform)?;
    let approval = approval_of(state, sealed)?;
    let asked = questions(state, platform);
    let is_answered = |question: &String| approval.answered().contains(question);
    let is_small =
        sealed.speaker == state.draft.speaker && sealed.is_mostly(state.draft.text(Some(platform)));
    let is_same = approval.approver() == approver(state) && asked.iter().all(is_answered);
    if !(is_small && is_same) {
        return None;
    }
    let effects = record(state, platform, &asked).ok()?;
    state.resealed = Some(lifted);
    Some(effects)
}
