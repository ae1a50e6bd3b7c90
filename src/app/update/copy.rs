//! The clipboard: what was approved, what is a draft, what went out before.
//!
//! Never: copies as approved what is not in the ledger.

use super::{say, say_sealed, second, thread};
use crate::app::action::Effect;
use crate::app::state::{Readiness, State};
use crate::approval::Approval;
use crate::check::Standing;
use crate::draft::Occasion;

/// The ledger has it, so it may be copied.
pub(super) fn recorded(state: &mut State, approval: Approval) -> Vec<Effect> {
    let (platform, text, seal) = (
        approval.platform().to_owned(),
        approval.text(),
        approval.seal_words(),
    );
    let n_parts = approval.parts().len();
    let answered = second::answer_with(state, &approval);
    state.approvals.push(approval);
    if let Some(effects) = answered {
        return effects;
    }
    super::reseal::notice(state);
    if n_parts > 1 {
        return thread::copy_first(state, &platform, &seal);
    }
    copied(state, &platform, text, &seal)
}

pub(super) fn copied(state: &mut State, platform: &str, text: String, seal: &str) -> Vec<Effect> {
    let count = state
        .standing(platform)
        .and_then(|standing| standing.count());
    let figures = count.map_or_else(String::new, |count| match count.limit {
        Some(limit) => format!("  ·  {}/{limit}", count.used),
        None => format!("  ·  {}", count.used),
    });
    let title = format!("Copied for {}", state.platform_name(platform));
    let rest = match state.resealed.take() {
        Some(changed) => changed,
        None => state.speaker_sentence(),
    };
    say_sealed(
        state,
        &title,
        &format!("  ·  seal {seal}{figures}  ·  {rest}"),
    );
    let mut effects = vec![Effect::Copy(text)];
    effects.extend(super::pass(state));
    effects
}

/// Copies the text as it stands, and says that it is not approved.
pub(super) fn copy_as_draft(state: &mut State) -> Vec<Effect> {
    let Some(standing) = current(state) else {
        return Vec::new();
    };
    if standing.final_text.text.is_empty() {
        say(state, "Nothing to copy yet", "");
        return Vec::new();
    }
    let name = state.platform_name(&standing.platform).to_owned();
    let who = state.speaker_sentence();
    say(
        state,
        "Copied as a draft",
        &format!("  ·  for {name}, {who}, not approved"),
    );
    let mut effects = super::versions::keep_now(state, Occasion::Copied);
    effects.push(Effect::Copy(standing.final_text.text));
    effects.extend(super::pass(state));
    effects
}

/// Copies every word of the draft, for a place outside: it cannot be saved here.
pub(super) fn copy_all(state: &mut State) -> Vec<Effect> {
    let own = state.draft.variants.iter();
    let own = own.map(|(id, own)| format!("{}:\n{own}", state.platform_name(id)));
    let all: Vec<String> = std::iter::once(state.draft.body.clone())
        .chain(own)
        .collect();
    let text = all.join("\n\n");
    say(
        state,
        "Every word is on the clipboard",
        "  ·  put it somewhere safe",
    );
    vec![Effect::Copy(text)]
}

/// Copies something that was approved once more.
pub(super) fn copy_again(state: &mut State, seal: &str) -> Vec<Effect> {
    let known = state
        .approvals
        .iter()
        .find(|approval| approval.seal().hash() == seal);
    let Some(approval) = known else {
        return Vec::new();
    };
    let (platform, seal) = (approval.platform().to_owned(), approval.seal_words());
    let Some(text) = exact_text(state, approval) else {
        let why =
            "  ·  its record does without the secret, so the words have to come from elsewhere";
        say(state, "Not all of it is on record", why);
        return Vec::new();
    };
    let title = format!("Copied for {}", state.platform_name(&platform));
    say_sealed(state, &title, &format!("  ·  seal {seal}"));
    let mut effects = vec![Effect::Copy(text)];
    effects.extend(super::pass(state));
    effects
}

/// The words of an approval: where its record has masks, those of the draft that it still binds.
fn exact_text(state: &State, approval: &Approval) -> Option<String> {
    if !approval.is_masked() {
        return Some(approval.text());
    }
    let is_bound = |standing: &&Standing| {
        let bound = state.approval(standing);
        bound.is_some_and(|one| one.seal() == approval.seal())
    };
    let standing = state.standings.iter().find(is_bound)?;
    Some(standing.parts().join("\n\n"))
}

pub(super) fn current(state: &State) -> Option<Standing> {
    let platform = state.current_platform()?;
    let standing = state.standing(platform)?;
    let is_blank = state.readiness(standing) == Readiness::Empty;
    let other = || {
        state
            .standings
            .iter()
            .find(|other| state.readiness(other) != Readiness::Empty)
    };
    // an empty tab does not stop the others from being copied, unless it is the one that is open
    if is_blank && state.draft.tab.is_none() {
        other().or(Some(standing)).cloned()
    } else {
        Some(standing.clone())
    }
}
