//! A second approver: asking, being asked, answering.
//!
//! Never: records an answer as one's own approval before its text is on the page.

use super::{drafts, go, say, say_sealed};
use crate::app::action::Effect;
use crate::app::background::Background;
use crate::app::state::{Screen, State};
use crate::approval::{Approval, Asked, SecondAnswer, SecondAsk, may_speak_too, second_wanted};
use crate::check::Standing;
use crate::draft::Draft;
use crate::guideline::Person;
use crate::store::new_draft_id;

/// What is asked for about a second approver.
#[derive(Clone, Debug)]
pub(in crate::app) enum SecondStep {
    /// Open what somebody asks.
    Open(String),
    /// This person answers.
    As(String),
    /// A word back.
    Note(String),
    /// A word to whoever is asked.
    Ask(String),
    /// Send it back.
    Back,
    /// Take over the words of whoever approved.
    Take,
}

/// Does what is asked for.
pub(super) fn step(state: &mut State, step: SecondStep) -> Vec<Effect> {
    match step {
        SecondStep::Open(id) => return open(state, &id),
        SecondStep::Back => return send_back(state),
        SecondStep::Take => return take_words(state),
        SecondStep::As(id) => state.second_as = id,
        SecondStep::Note(note) => state.second_note = note,
        SecondStep::Ask(note) => {
            if let Some(second) = state.pause.as_mut().and_then(|pause| pause.second.as_mut()) {
                second.note = note;
            }
        }
    }
    Vec::new()
}

/// Why somebody else has to say yes to the text of a platform; none where nobody has to, or the one
/// who was asked is looking at it.
pub(in crate::app) fn wanted(state: &State, platform: &str) -> Option<String> {
    if !state.draft.second_of.is_empty() {
        return None;
    }
    let set = &state.in_use.opened.active;
    let wanted = second_wanted(set, &state.draft.written(platform), platform)?;
    let place = wanted.strip_prefix("on ").and_then(|id| state.platform(id));
    Some(place.map_or(wanted.clone(), |place| format!("on {}", place.name)))
}

/// What is asked about the text of a platform.
fn ask_of(state: &State, standing: &Standing, wanted: String, note: &str) -> SecondAsk {
    let draft = &state.draft;
    let platform = &standing.platform;
    let keeps_theirs = state.in_use.opened.active.head.reply.keep_their_words;
    let at = super::approve::seconds(&state.now.zoned);
    SecondAsk {
        format: 1,
        id: new_draft_id(&state.now.zoned),
        asked_by: super::approve::approver(state),
        at,
        wanted,
        platform: platform.clone(),
        speaker: draft.speaker.clone(),
        intent: draft.intent,
        goal: draft.why.goal.clone(),
        they_said: draft
            .their_words()
            .filter(|_| keeps_theirs)
            .map(str::to_owned),
        text: draft.text(Some(platform)).to_owned(),
        is_unsigned: draft.unsigned.contains(platform),
        threading: draft.threading(platform),
        settled: draft.settled.clone(),
        set: state.in_use.opened.active.head.id.clone(),
        set_hash: state.in_use.opened.hash.clone(),
        note: note.trim().to_owned(),
    }
}

/// Asks for a second yes to the text of a platform.
pub(super) fn ask(state: &mut State, platform: &str, wanted: String, note: &str) -> Vec<Effect> {
    let Some(standing) = state.standing(platform).cloned() else {
        return Vec::new();
    };
    let ask = ask_of(state, &standing, wanted, note);
    state
        .draft
        .asked
        .insert(platform.to_owned(), ask.id.clone());
    let folder = state.settings.folders.first().cloned();
    let mut effects = drafts::kept_anew(state);
    effects.push(Effect::Background(Background::AskSecond(
        folder,
        Box::new(ask),
    )));
    // the pause took the keyboard
    effects.push(Effect::PutCaret(state.draft.caret));
    effects
}

/// What was asked about the text of a platform of the open draft.
pub(in crate::app) fn asked<'a>(state: &'a State, platform: &str) -> Option<&'a Asked> {
    let id = state.draft.asked.get(platform)?;
    let mut all = state.library.requests().iter().map(|(_, asked)| asked);
    all.find(|asked| asked.ask.id == *id)
}

/// What still waits for somebody's yes on this machine, with what was not asked from here.
pub(in crate::app) fn waiting(state: &State) -> Vec<&Asked> {
    let own = state.drafts.iter().chain([&state.draft]);
    let own: Vec<&String> = own.flat_map(|draft| draft.asked.values()).collect();
    let requests = state.library.requests().iter().map(|(_, asked)| asked);
    requests
        .filter(|asked| asked.answers.is_empty() && !own.contains(&&asked.ask.id))
        .collect()
}

/// The people who may say yes to what the open draft asks for somebody else.
pub(in crate::app) fn approvers(state: &State) -> Vec<&Person> {
    let may_both = may_speak_too(&state.in_use.opened.active);
    let asked_by = second_of(state).map(|(_, asked)| asked.ask.asked_by.as_str());
    let speaks = state.draft.speaker.person_id();
    let may = |person: &&Person| {
        may_both || Some(person.id.as_str()) != speaks && Some(person.name.as_str()) != asked_by
    };
    state.library.people().iter().filter(may).collect()
}

/// What the open draft was opened for, with its folder, where it is somebody else's text.
pub(in crate::app) fn second_of(state: &State) -> Option<&(std::path::PathBuf, Asked)> {
    let id = &state.draft.second_of;
    let mut all = state.library.requests().iter();
    all.find(|(_, asked)| !id.is_empty() && asked.ask.id == *id)
}

/// Who answers for what the open draft was opened for, by name; none where nobody was chosen, or it
/// is one's own text.
pub(super) fn answers_as(state: &State) -> Option<String> {
    second_of(state)?;
    let mut people = approvers(state).into_iter();
    let chosen = people.find(|person| person.id == state.second_as)?;
    Some(chosen.name.clone())
}

/// Opens what somebody asks about as a draft of its own.
fn open(state: &mut State, id: &str) -> Vec<Effect> {
    let mut drafts = state.drafts.iter();
    if let Some(known) = drafts.find(|draft| draft.second_of == id) {
        let known = known.id.clone();
        return drafts::open(state, &known);
    }
    let mut all = state.library.requests().iter();
    let found = all.find(|(_, asked)| asked.ask.id == id);
    let Some(ask) = found.map(|(_, asked)| asked.ask.clone()) else {
        return Vec::new();
    };
    let mut effects = drafts::new(state);
    let platform = ask.platform;
    state.draft = Draft {
        body: ask.text,
        platforms: vec![platform.clone()],
        speaker: ask.speaker,
        intent: ask.intent,
        they_said: ask.they_said,
        unsigned: ask
            .is_unsigned
            .then(|| platform.clone())
            .into_iter()
            .collect(),
        threads: [(platform, ask.threading)].into(),
        settled: ask.settled,
        second_of: ask.id,
        ..std::mem::take(&mut state.draft)
    };
    state.draft.why.goal = ask.goal;
    effects.extend(drafts::shown(state));
    effects.extend(go(state, Screen::Write));
    effects
}

/// The approval of somebody else's text is on record here: it goes back to whoever asked.
pub(super) fn answer_with(state: &mut State, approval: &Approval) -> Option<Vec<Effect>> {
    let (folder, asked) = second_of(state)?.clone();
    let text = state.draft.body.clone();
    let answer = SecondAnswer {
        format: 1,
        ask: asked.ask.id.clone(),
        by: approval.approver().to_owned(),
        at: approval.at().to_owned(),
        note: state.second_note.trim().to_owned(),
        text: (text != asked.ask.text).then_some(text),
        approval: Some(approval.as_written()),
    };
    let seal = approval.seal_words();
    let title = format!("Approved for {}", asked.ask.asked_by);
    let effects = done(state, folder, answer);
    say_sealed(state, &title, &format!("  ·  seal {seal}"));
    Some(effects)
}

/// Sends somebody else's text back with a word.
fn send_back(state: &mut State) -> Vec<Effect> {
    let Some((folder, asked)) = second_of(state).cloned() else {
        return Vec::new();
    };
    let by = state.second_as.clone();
    let name = approvers(state).into_iter().find(|one| one.id == by);
    let name = name.map_or_else(|| "the second approver".to_owned(), |one| one.name.clone());
    let answer = SecondAnswer {
        format: 1,
        ask: asked.ask.id.clone(),
        by: name,
        at: super::approve::seconds(&state.now.zoned),
        note: state.second_note.trim().to_owned(),
        text: None,
        approval: None,
    };
    let effects = done(state, folder, answer);
    say(
        state,
        "Sent back",
        &format!("  ·  to {}", asked.ask.asked_by),
    );
    effects
}

/// The answer goes out, and the draft that was opened for it into the bin.
fn done(state: &mut State, folder: std::path::PathBuf, answer: SecondAnswer) -> Vec<Effect> {
    state.second_note.clear();
    let id = state.draft.id.clone();
    let mut effects = vec![Effect::Background(Background::AnswerSecond(
        folder,
        Box::new(answer),
    ))];
    effects.extend(drafts::discard(state, &id));
    effects.extend(go(state, Screen::Drafts));
    effects
}

/// The yes of a second person to exactly the text of a platform, not yet on record here.
pub(in crate::app) fn yes<'a>(state: &'a State, standing: &Standing) -> Option<&'a Approval> {
    let asked = asked(state, &standing.platform)?;
    let speaker = state.draft.speaker.to_string();
    let is_ours = |approval: &&Approval| {
        approval.platform() == standing.platform
            && approval.speaker() == speaker
            && approval.binds(&standing.parts())
    };
    asked
        .answers
        .iter()
        .filter_map(SecondAnswer::yes)
        .find(is_ours)
}

/// Puts the words of the second approver on the page.
fn take_words(state: &mut State) -> Vec<Effect> {
    let platform = state.current_platform().map(str::to_owned);
    let found = platform.and_then(|id| {
        let text = asked(state, &id)?.answers.last()?.text.clone()?;
        Some((id, text))
    });
    let Some((platform, text)) = found else {
        return Vec::new();
    };
    let draft = &mut state.draft;
    match draft.variants.get_mut(&platform) {
        Some(own) => own.clone_from(&text),
        None => draft.body.clone_from(&text),
    }
    draft.caret = (text.len(), text.len());
    let caret = draft.caret;
    let mut effects = drafts::kept_anew(state);
    effects.push(Effect::ShowText {
        text,
        caret,
        can_undo: true,
    });
    effects
}
