//! From the page to the ledger: ask, approve, record.
//!
//! Never: copies; what is on record is copied in [`super::copy`].

use super::copy::{copied, current};
use super::{keep, look, say};
use crate::app::action::{Effect, Place};
use crate::app::pace::FindingKey;
use crate::app::pause::{Pause, Second};
use crate::app::state::State;
use crate::approval::{Approval, Exception, KEPT, Refusal, Request, approve};
use crate::check::{Finding, Report, Review, Rules};
use crate::draft::{How, Occasion, Settled, Written};
use crate::guideline::Level;

/// Opens the pause for the current platform, or says what is in the way.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    state.is_picking = false;
    super::settle::reveal(state);
    let Some(standing) = current(state) else {
        return Vec::new();
    };
    if let Some(approval) = state.approval(&standing) {
        let seal = approval.seal_words();
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
    if let Some(yes) = super::second::yes(state, &standing).cloned() {
        super::reseal::remember(state, &standing.platform, &yes);
        return vec![
            keep(state),
            Effect::Record(Box::new(yes)),
            Effect::PutCaret(state.draft.caret),
        ];
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
    let reasons: Vec<(FindingKey, String)> = to_answer
        .map(|finding| (FindingKey::of(finding, &body), String::new()))
        .filter(|(key, _)| key.nth == 0)
        .collect();
    let second = super::second::wanted(state, &standing.platform);
    let breath = super::reply::breath(state, &body);
    let is_open = breath.is_some() || !reasons.is_empty() || second.is_some();
    if !is_open && let Some(effects) = super::reseal::at_once(state, &standing.platform) {
        return effects;
    }
    let questions = questions(state, &standing.platform);
    state.pause = Some(Pause {
        platform: standing.platform,
        ticks: vec![false; questions.len()],
        questions,
        reasons,
        breath,
        second: second.map(|wanted| Second {
            wanted,
            note: String::new(),
        }),
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
    if let Some(second) = &pause.second {
        let (wanted, note) = (second.wanted.clone(), second.note.clone());
        return super::second::ask(state, &pause.platform, wanted, &note);
    }
    if !state.draft.second_of.is_empty() && super::second::answers_as(state).is_none() {
        "Say above the text who you are: somebody else than who speaks"
            .clone_into(&mut pause.refusal);
        state.pause = Some(pause);
        return Vec::new();
    }
    match record(state, &pause.platform, &pause.questions) {
        Ok(effects) => effects,
        Err(refusal) => {
            pause.refusal = refusal_words(&refusal);
            state.pause = Some(pause);
            look(state)
        }
    }
}

/// Approves the text of a platform, and asks the ledger to record it.
pub(super) fn record(
    state: &mut State,
    platform: &str,
    answered: &[String],
) -> Result<Vec<Effect>, Refusal> {
    let mut effects = look(state);
    if let Some(approval) = approved(state, platform, answered) {
        let approval = approval?;
        super::reseal::remember(state, platform, &approval);
        effects.extend(super::versions::keep_now(state, Occasion::Approved));
        effects.push(Effect::Record(Box::new(approval)));
        effects.push(Effect::PutCaret(state.draft.caret));
    }
    effects.push(keep(state));
    Ok(effects)
}

/// Who approves: the second person where one is asked, else whoever speaks.
pub(super) fn approver(state: &State) -> String {
    let speaker = || state.draft.speaker.to_string();
    let person = || state.person().map(|person| person.name.clone());
    let second = super::second::answers_as(state);
    second.or_else(person).unwrap_or_else(speaker)
}

/// A moment in UTC, RFC 3339 with seconds.
pub(super) fn seconds(now: &jiff::Zoned) -> String {
    let at = now.timestamp();
    jiff::Timestamp::from_second(at.as_second())
        .unwrap_or(at)
        .to_string()
}

/// The questions of the set that the text of a platform asks.
pub(super) fn questions(state: &State, platform: &str) -> Vec<String> {
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
        chance: &state.chance,
        approver: &approver(state),
        now: &state.now.zoned,
    }))
}

/// The findings that stand because the writer decided so.
fn exceptions(state: &State, platform: &str, report: &Report, body: &str) -> Vec<Exception> {
    let of = |finding: &Finding| {
        let how = state.settled(finding, body, &[platform])?;
        let reason = match how {
            How::Judgement(reason) => reason.clone(),
            How::Kept(_) | How::Fixed(_) => KEPT.to_owned(),
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
    out.extend(state.in_use.opened.local.iter().cloned());
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
