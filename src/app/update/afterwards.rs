//! What is asked of approvals later: searched, noted, counted, verified.
//!
//! Never: changes an approval.

use super::once_more::{reopen, save_example};
use super::say;
use crate::app::action::{Effect, Place};
use crate::app::afterwards::{Answer, Ask, Look, N_LOOKED_AT, Says, Step, Tab, Verified};
use crate::app::state::{Screen, State};
use crate::approval::{Approval, Imported, Index, Verdict, agenda, figures, outcome_table, verify};
use crate::draft::Speaker;
use crate::store::Notice;

/// How many rows of a table that were not taken are named.
const MOST_NAMED: usize = 12;

/// Does what the view asks for.
pub(super) fn step(state: &mut State, step: Step) -> Vec<Effect> {
    match step {
        Step::Show(tab) => show(state, tab),
        Step::Open(seal) => {
            state.afterwards.open = seal;
            state.afterwards.warned = None;
            Vec::new()
        }
        Step::Reopen(seal) => reopen(state, &seal),
        Step::Note(outcome) => vec![Effect::Afterwards(Ask::Note(outcome))],
        Step::SaveExample(seal) => save_example(state, &seal),
        Step::Verify(text) => {
            state.afterwards.verified = verified(state, text);
            Vec::new()
        }
        Step::Count(range) => {
            state.afterwards.range = range;
            Vec::new()
        }
        Step::Import(path) => vec![Effect::Afterwards(Ask::Import(Some(path)))],
    }
}

/// Sends the keyboard to the field that searches.
pub(super) fn search_field(state: &mut State) -> Vec<Effect> {
    let mut effects = show(state, Tab::Texts);
    effects.push(Effect::Reveal(Place::SearchApproved));
    effects
}

/// Goes to the screen and opens a side of it.
pub(super) fn show(state: &mut State, tab: Tab) -> Vec<Effect> {
    let is_new = state.screen != Screen::Approved || state.afterwards.tab != tab;
    let mut effects = Vec::new();
    if state.screen != Screen::Approved {
        effects.extend(super::go(state, Screen::Approved));
    }
    state.afterwards.tab = tab;
    if is_new && tab == Tab::Verify {
        // the record may have been touched since it was read
        effects.push(Effect::Afterwards(Ask::Read));
    }
    if tab == Tab::Verify {
        effects.push(Effect::Reveal(Place::Verify));
    }
    if is_new && tab == Tab::Figures {
        let folders = state.library.folders().to_vec();
        effects.push(Effect::Afterwards(Ask::ReadSuggestions(folders)));
    }
    effects
}

/// What going to the screen asks for.
pub(super) fn entered(state: &mut State) -> Vec<Effect> {
    state.afterwards.tab = Tab::Texts;
    state.afterwards.open = None;
    state.afterwards.warned = None;
    search(state);
    vec![Effect::Afterwards(Ask::Read)]
}

/// Makes what is searched ready.
pub(super) fn search(state: &mut State) {
    state.afterwards.index.get_or_insert_default();
    keep_index(state);
}

/// Takes what the world answered.
pub(super) fn answered(state: &mut State, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Suggestions(suggestions) => {
            state.afterwards.suggestions = suggestions;
        }
        Answer::Read(approvals, outcomes, faults) => {
            take_record(state, approvals);
            state.afterwards.outcomes = outcomes;
            state.afterwards.faults = faults;
            state.afterwards.n_changes += 1;
            let text = std::mem::take(&mut state.afterwards.verified.text);
            state.afterwards.verified = verified(state, text);
        }
        Answer::Looked(hash, found) => {
            if hash == state.in_use.opened.hash {
                state.afterwards.afresh = found;
            }
        }
        Answer::Noted(outcome) => {
            let seal = outcome.seal.clone();
            state.afterwards.outcomes.insert(seal, *outcome);
            state.afterwards.n_changes += 1;
            say(
                state,
                "Noted",
                "  ·  beside the approval, which stays as it is",
            );
        }
        Answer::Exampled => {
            let name = state.in_use.opened.active.head.name.clone();
            say(state, "An example now", &format!("  ·  in {name}"));
            return super::answer(state, crate::app::action::Event::FilesChanged);
        }
        Answer::Exported(path) => {
            say(
                state,
                "The table is saved",
                &format!("  ·  {}", path.display()),
            );
        }
        Answer::Imported(imported, outcomes) => {
            state.afterwards.outcomes = outcomes;
            state.afterwards.n_changes += 1;
            tell_imported(state, &imported);
        }
    }
    Vec::new()
}

/// Takes the record as it is on the disk. What was approved while it was read stays.
fn take_record(state: &mut State, mut approvals: Vec<Approval>) {
    let newest = approvals.last().map(|last| last.at().to_owned());
    let is_later = |approval: &Approval| newest.as_deref().is_none_or(|at| approval.at() >= at);
    let later = state.approvals.iter().filter(|one| is_later(one));
    for one in later.cloned().collect::<Vec<Approval>>() {
        if !approvals
            .iter()
            .rev()
            .any(|known| known.seal() == one.seal())
        {
            approvals.push(one);
        }
    }
    let is_same = approvals.len() == state.approvals.len();
    state.approvals = approvals;
    if !is_same && state.afterwards.index.is_some() {
        state.afterwards.index = Some(Index::default());
    }
}

fn tell_imported(state: &mut State, imported: &Imported) {
    say(
        state,
        "Taken from the table",
        &format!("  ·  {}", imported.words()),
    );
    let left = imported.left();
    if left.is_empty() {
        return;
    }
    let mut lines: Vec<String> = left.iter().take(MOST_NAMED).cloned().collect();
    if left.len() > MOST_NAMED {
        lines.push(format!("and {} more", left.len() - MOST_NAMED));
    }
    state.notices.push(Notice {
        title: format!("{}.", imported.words()),
        detail: lines.join("; "),
        path: None,
    });
}

/// What passes with time: the search knows what is new, and the newest approvals are looked at again
/// when the guidelines change.
pub(super) fn keep_up(state: &mut State) -> Vec<Effect> {
    keep_index(state);
    // the rail has some of them
    count(state);
    if state.screen != Screen::Approved {
        return Vec::new();
    }
    if state.afterwards.asked == state.in_use.opened.hash || state.approvals.is_empty() {
        return Vec::new();
    }
    state.afterwards.asked.clone_from(&state.in_use.opened.hash);
    state.afterwards.afresh.clear();
    let newest = state.approvals.iter().rev().take(N_LOOKED_AT);
    let look = Look {
        hash: state.in_use.opened.hash.clone(),
        checker: state.in_use.checker.clone(),
        brand: state.in_use.opened.brand().to_owned(),
        people: state.library.people().clone(),
        platforms: state.in_use.opened.platforms.clone(),
        now: state.now.zoned.clone(),
        approvals: newest.cloned().collect(),
    };
    vec![Effect::Afterwards(Ask::Look(Box::new(look)))]
}

fn keep_index(state: &mut State) {
    let Some(mut index) = state.afterwards.index.take() else {
        return;
    };
    if index.n() > state.approvals.len() {
        index = Index::default();
    }
    for approval in state.approvals.iter().skip(index.n()) {
        let platform = state.platform_name(approval.platform());
        let speaker = Speaker::from_id(approval.speaker());
        let person = speaker.person(state.library.people());
        let name = person.map_or("", |person| person.name.as_str());
        let brand = match speaker {
            Speaker::Brand => state.in_use.opened.brand(),
            Speaker::ForBrand(_) | Speaker::Personally(_) => "",
        };
        index.push(approval, &[platform, name, brand]);
    }
    state.afterwards.index = Some(index);
}

/// Counts what was approved, where anything has changed since.
fn count(state: &mut State) {
    let of = &state.afterwards;
    let key = (
        of.range,
        state.approvals.len(),
        of.n_changes,
        state.now.zoned.date(),
    );
    if of.counted == Some(key) {
        return;
    }
    let figures = figures(&state.approvals, &of.outcomes, of.range, &state.now.zoned);
    let now = &state.now.zoned;
    state.afterwards.agenda = agenda(&state.approvals, &of.outcomes, of.range, now);
    state.afterwards.figures = figures;
    state.afterwards.counted = Some(key);
}

/// Asks where a table of what came of posts is to go.
pub(super) fn export(state: &mut State) -> Vec<Effect> {
    match outcome_table(&state.approvals, &state.afterwards.outcomes) {
        Ok(table) => vec![Effect::Afterwards(Ask::Export(table))],
        Err(reason) => {
            say(state, "There is no table", &format!("  ·  {reason}"));
            Vec::new()
        }
    }
}

/// What the record says of a text.
fn verified(state: &State, text: String) -> Verified {
    if text.trim().is_empty() {
        return Verified::default();
    }
    let seal = |approval: &Approval| approval.seal().hash().to_owned();
    let (says, seal) = match verify(&text, &state.approvals) {
        Verdict::Approved(approval) => (Says::Approved, seal(approval)),
        Verdict::RecordChanged(approval) => (Says::RecordChanged, seal(approval)),
        Verdict::Changed {
            nearest,
            before,
            found,
            approved,
            here: _,
        } => (Says::Changed(before, found, approved), seal(nearest)),
        Verdict::Unknown => (Says::Unknown, String::new()),
    };
    Verified { text, says, seal }
}
