//! News that waits: written down, ticked off, lifted by name.
//!
//! Never: lifts anything for somebody without a name.

use super::say;
use crate::app::action::Effect;
use crate::app::news::{NewsAsk, NewsForm};
use crate::app::state::State;
use crate::guideline::{Embargo, Lifted};

/// What is asked about news that waits, by its label.
#[derive(Clone, Debug)]
pub(in crate::app) enum NewsStep {
    /// Write it down.
    Add(Box<NewsForm>),
    /// Tick this off as settled, or no longer.
    Settle(String, String),
    /// Tick this off as told, or no longer.
    Tell(String, String),
    /// It may go out now; or it waits again.
    Lift(String),
}

/// What becomes of an entry.
type Change<'a> = Box<dyn Fn(&mut Embargo) + 'a>;

/// Does it.
pub(super) fn step(state: &mut State, step: NewsStep) -> Vec<Effect> {
    // one change after the other: the next one builds on what the file says then
    if state.in_use.is_news_asked {
        return Vec::new();
    }
    let (label, change): (&str, Change<'_>) = match &step {
        NewsStep::Add(form) => {
            let set = state.in_use.opened.active.head.id.clone();
            return vec![ask(state, set, NewsAsk::Add(form.clone()))];
        }
        NewsStep::Settle(label, one) => (label, Box::new(|news| toggle(&mut news.settled, one))),
        NewsStep::Tell(label, one) => (label, Box::new(|news| toggle(&mut news.told, one))),
        NewsStep::Lift(label) => {
            let by = state.person().map(|person| person.name.trim().to_owned());
            let Some(by) = by.filter(|by| !by.is_empty()) else {
                say(
                    state,
                    "Nothing was lifted",
                    "  ·  say who you are first: news is lifted by name",
                );
                return Vec::new();
            };
            let on = state.now.zoned.date().to_string();
            let lifted = Lifted { by, on };
            let lift = move |news: &mut Embargo| {
                news.lifted = news.lifted.is_none().then(|| lifted.clone());
            };
            (label, Box::new(lift))
        }
    };
    let all = &state.in_use.opened.active.head.embargoes;
    let Some(mut news) = all.iter().find(|one| one.label == label).cloned() else {
        return Vec::new();
    };
    change(&mut news);
    let set = set_of(state, label);
    vec![ask(state, set, NewsAsk::Put(Box::new(news)))]
}

/// The set whose file has that news: the one in use, or the nearest that it builds on.
fn set_of(state: &State, label: &str) -> String {
    let active = &state.in_use.opened.active;
    let has_it = |id: &&String| {
        let set = state.library.set(id).map(|shelved| &shelved.set);
        set.is_some_and(|set| set.embargoes.iter().any(|one| one.label == label))
    };
    let found = active.family.iter().rev().find(has_it);
    found.unwrap_or(&active.head.id).clone()
}

fn ask(state: &mut State, set: String, ask: NewsAsk) -> Effect {
    state.in_use.is_news_asked = true;
    Effect::News(set, ask)
}

fn toggle(all: &mut Vec<String>, one: &str) {
    match all.iter().position(|other| other == one) {
        Some(at) => {
            all.remove(at);
        }
        None => all.push(one.to_owned()),
    }
}
