//! From the pause to the clipboard: ask, approve, record, and only then copy.
//!
//! Never: copies as approved what is not in the ledger.

use super::{keep, look, say, say_sealed};
use crate::app::action::{Effect, Place};
use crate::app::pace::FindingKey;
use crate::app::state::{Pause, Readiness, State};
use crate::approval::{Approval, Exception, Refusal, Request, approve};
use crate::check::{Finding, Report, Review, Rules, Standing};
use crate::draft::{How, Settled, Written};
use crate::guideline::Level;

/// Opens the pause for the current platform, or says what is in the way.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    state.is_picking = false;
    super::settle::reveal(state);
    let Some(standing) = current(state) else {
        return Vec::new();
    };
    if let Some(approval) = state.approval(&standing) {
        let seal = approval.seal().to_string();
        if state.has_parts_left(&standing) {
            return super::thread::copy_next(state, &standing, &seal);
        }
        // the page of one platform is done: on to the next one
        if let Some(next) = state.next_platform().filter(|_| state.draft.tab.is_some()) {
            let next = Some(next.to_owned());
            return super::drafts::open_tab(state, next);
        }
        if standing.thread.is_some() {
            return super::thread::copy_next(state, &standing, &seal);
        }
        return copied(state, &standing.platform, standing.final_text.text, &seal);
    }
    if standing.final_text.text.is_empty() {
        say(state, "Nothing to approve yet", "  ·  write a line first");
        return Vec::new();
    }
    let body = state.draft.text(Some(&standing.platform)).to_owned();
    let fixed_hold = state
        .open_findings(&standing, Level::Hold)
        .find(|finding| !finding.may_be_reasoned);
    if let Some((key, says)) =
        fixed_hold.map(|finding| (FindingKey::of(finding, &body), finding.says.clone()))
    {
        say(state, "On hold", &format!("  ·  {says}"));
        return super::settle::go_to(state, key);
    }
    let to_answer = state
        .open_findings(&standing, Level::Check)
        .chain(state.open_findings(&standing, Level::Hold));
    let reasons = to_answer
        .map(|finding| (FindingKey::of(finding, &body), String::new()))
        .filter(|(key, _)| key.nth == 0)
        .collect();
    let questions = questions(state, &standing.platform);
    let breath = super::reply::breath(state, &body);
    state.pause = Some(Pause {
        platform: standing.platform,
        ticks: vec![false; questions.len()],
        questions,
        reasons,
        breath,
        refusal: String::new(),
    });
    vec![Effect::Reveal(Place::Pause)]
}

/// Ticks a question, or unticks it.
pub(super) fn tick(state: &mut State, n: usize) -> Vec<Effect> {
    if let Some(tick) = state
        .pause
        .as_mut()
        .and_then(|pause| pause.ticks.get_mut(n))
    {
        *tick = !*tick;
    }
    Vec::new()
}

/// Takes the reason for a Check.
pub(super) fn reason(state: &mut State, n: usize, reason: String) -> Vec<Effect> {
    if let Some(pause) = state.pause.as_mut() {
        if let Some((_, line)) = pause.reasons.get_mut(n) {
            *line = reason;
        }
        pause.refusal.clear();
    }
    Vec::new()
}

/// Ticks what is left, approves, and asks the ledger to record it.
pub(super) fn finish(state: &mut State) -> Vec<Effect> {
    if super::reply::holds_breath(state) {
        return Vec::new();
    }
    let Some(mut pause) = state.pause.take() else {
        return Vec::new();
    };
    pause.ticks.fill(true);
    if pause
        .reasons
        .iter()
        .any(|(_, reason)| reason.trim().is_empty())
    {
        pause.refusal.clear();
        pause
            .refusal
            .push_str("A line of reason for each, or back to the text to settle it");
        state.pause = Some(pause);
        return Vec::new();
    }
    for (key, reason) in &pause.reasons {
        state
            .draft
            .settled
            .retain(|one| one.rule != key.rule || one.words != key.words);
        let how = How::Judgement(reason.trim().to_owned());
        state.draft.settled.push(Settled {
            rule: key.rule.clone(),
            words: key.words.clone(),
            how,
        });
    }
    let mut effects = look(state);
    effects.push(keep(state));
    match approved(state, &pause.platform, &pause.questions) {
        Some(Ok(approval)) => {
            effects.push(Effect::Record(Box::new(approval)));
            effects.push(Effect::PutCaret(state.draft.caret));
        }
        Some(Err(refusal)) => {
            pause.refusal = refusal_words(&refusal);
            state.pause = Some(pause);
        }
        None => {}
    }
    effects
}

/// The questions of the set that the text of a platform asks.
fn questions(state: &State, platform: &str) -> Vec<String> {
    let asked = || {
        let body = state.standing(platform)?.final_text.body();
        let written = Written {
            text: body,
            ..state.draft.written(platform)
        };
        let review = state.review(&state.now.zoned);
        Some(review.questions(&written, state.platform(platform)?, &|| false))
    };
    asked().unwrap_or_default()
}

fn approved(
    state: &State,
    platform: &str,
    answered: &[String],
) -> Option<Result<Approval, Refusal>> {
    let standing = state.standing(platform)?;
    let final_text = &standing.final_text;
    // what goes out, not what was typed, is what is approved
    let body = final_text.body();
    let written = Written {
        text: body,
        ..state.draft.written(platform)
    };
    let review = Review {
        // what is approved is looked at with every rule
        rules: Rules::default(),
        ..state.review(&state.now.zoned)
    };
    let report = review
        .standing(&written, state.platform(platform)?, &|| false)
        .report;
    let exceptions = exceptions(state, platform, &report, body);
    let parts: Vec<String> = standing.parts().into_iter().map(str::to_owned).collect();
    let speaker = state.draft.speaker.to_string();
    let approver = state.person().map_or(speaker, |person| person.name.clone());
    Some(approve(&Request {
        parts: &parts,
        body,
        platform,
        speaker: &state.draft.speaker,
        intent: state.draft.intent,
        experiment: state.draft.trying(state.now.zoned.date()),
        goal: state.draft.why.goal.as_deref(),
        they_said: state.draft.their_words(),
        set: &state.in_use.opened.active,
        set_hash: &state.in_use.opened.hash,
        report: &report,
        exceptions: &exceptions,
        asked: &questions(state, platform),
        answered,
        approver: &approver,
        now: &state.now.zoned,
    }))
}

/// The findings that stand because the writer decided so.
fn exceptions(state: &State, platform: &str, report: &Report, body: &str) -> Vec<Exception> {
    let of = |finding: &Finding| {
        let how = state.settled(finding, body, &[platform])?;
        let reason = match how {
            How::Judgement(reason) => reason.clone(),
            How::Kept(_) | How::Fixed(_) => "kept".to_owned(),
        };
        Some(Exception {
            rule: finding.rule.clone(),
            words: finding.words(body).to_owned(),
            reason,
        })
    };
    let mut out: Vec<Exception> = Vec::new();
    let strong = report
        .findings
        .iter()
        .filter(|finding| finding.level >= Level::Check);
    for one in strong.filter_map(of) {
        if !out.contains(&one) {
            out.push(one);
        }
    }
    out
}

fn refusal_words(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Blank => "There is no text to approve".to_owned(),
        Refusal::Held { says, .. } => format!("On hold: {says}"),
        Refusal::Unsettled { says, .. } => format!("Please settle first: {says}"),
        Refusal::NotPaused { question } => question.clone(),
    }
}

/// The ledger has it, so it may be copied.
pub(super) fn recorded(state: &mut State, approval: Approval) -> Vec<Effect> {
    let (platform, text, seal) = (
        approval.platform().to_owned(),
        approval.text(),
        approval.seal().to_string(),
    );
    let n_parts = approval.parts().len();
    state.approvals.push(approval);
    if n_parts > 1 {
        return super::thread::copy_first(state, &platform, &seal);
    }
    copied(state, &platform, text, &seal)
}

fn copied(state: &mut State, platform: &str, text: String, seal: &str) -> Vec<Effect> {
    let count = state
        .standing(platform)
        .and_then(|standing| standing.count());
    let figures = count.map_or_else(String::new, |count| match count.limit {
        Some(limit) => format!("  ·  {}/{limit}", count.used),
        None => format!("  ·  {}", count.used),
    });
    let title = format!("Copied for {}", state.platform_name(platform));
    let who = state.speaker_sentence();
    say_sealed(
        state,
        &title,
        &format!("  ·  seal {seal}{figures}  ·  {who}"),
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
    let mut effects = vec![Effect::Copy(standing.final_text.text)];
    effects.extend(super::pass(state));
    effects
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
    let (platform, seal) = (approval.platform().to_owned(), approval.seal().to_string());
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

fn current(state: &State) -> Option<Standing> {
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
