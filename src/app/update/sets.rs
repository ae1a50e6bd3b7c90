//! The set in use, and files that changed outside.
//!
//! Never: lets a broken file take a working set away.

use std::sync::Arc;

use super::{look, say, spelling, twice};
use crate::app::action::Effect;
use crate::app::background::Background;
use crate::app::errand::Errands;
use crate::app::state::{InUse, State};
use crate::check::{Checker, compile};
use crate::store::{Library, LoadFault, Notice};

/// Puts a set of the library to use; what is set aside is named.
pub(in crate::app) fn use_set(library: &Library, id: &str) -> Result<InUse, String> {
    let mut opened = library
        .open(&[id.to_owned()])
        .map_err(|fault| fault.to_string())?;
    let (checker, rule_faults) = compile(&opened.active);
    let resting = rule_faults.iter().filter_map(|fault| fault.rule.clone());
    opened.rest(&resting.collect::<Vec<String>>());
    let mut faults = opened.faults.clone();
    let path = opened
        .path
        .clone()
        .unwrap_or_else(|| format!("{id}.ron").into());
    faults.extend(rule_faults.into_iter().map(|fault| LoadFault {
        path: path.clone(),
        fault,
    }));
    let mut slow = written_patterns(library, &checker);
    slow.extend(checker.slow_rules().map(str::to_owned));
    Ok(InUse {
        opened,
        checker: Arc::new(checker),
        faults,
        errands: Errands {
            slow,
            ..Errands::default()
        },
        ..InUse::default()
    })
}

/// The rules that search with patterns somebody wrote, unlike those of the built-in sets.
fn written_patterns(library: &Library, checker: &Checker) -> Vec<String> {
    let is_built_in = |set: &str| library.set(set).is_some_and(|set| set.path.is_none());
    let rules = checker.rules_with_patterns();
    rules
        .filter(|(_, set)| !is_built_in(set))
        .map(|(rule, _)| rule.to_owned())
        .collect()
}

/// Asks for a look at the set in use for whoever keeps it.
pub(in crate::app) fn look_over(state: &State) -> Effect {
    let opened = state.in_use.opened.clone();
    Effect::Lint(Box::new(opened), state.now.zoned.date())
}

/// Uses another set: one of the library, or a file.
pub(super) fn choose(state: &mut State, id: String) -> Vec<Effect> {
    match use_set(&state.library, &id) {
        Err(reason) => {
            state.notices.insert(
                0,
                Notice {
                    title: "That set stays closed.".to_owned(),
                    detail: reason,
                    path: None,
                },
            );
            Vec::new()
        }
        Ok(in_use) => {
            let (title, rest) = in_use_words(&in_use);
            say(state, &title, &rest);
            state.notices.extend(left_out(&in_use));
            state.in_use = in_use;
            state.resting.clear();
            state.settings.set = id;
            state.open = None;
            spelling::learn(state);
            let mut effects = look(state);
            effects.push(look_over(state));
            effects.push(Effect::SaveSettings(Box::new(state.settings.clone())));
            effects
        }
    }
}

/// That a set is in use, and how much it brings.
fn in_use_words(in_use: &InUse) -> (String, String) {
    let active = &in_use.opened.active;
    let own = active.rules.iter().filter(|one| one.set == active.head.id);
    let rest = match (active.rules.len(), own.count()) {
        (n, own) if own < n => format!("  ·  {n} rules, {own} of its own"),
        (n, _) => format!("  ·  {n} rules"),
    };
    (format!("{} is in use", active.head.name), rest)
}

/// What the set lets through that the built-in guidelines hold back, because it may come from
/// anybody; else what of the team's guidelines it leaves out.
fn left_out(in_use: &InUse) -> Option<Notice> {
    let opened = &in_use.opened;
    let open = opened.active.unguarded();
    let local: Vec<&str> = opened.local.iter().map(|one| one.rule.as_str()).collect();
    let (title, detail) = if !open.is_empty() {
        (
            "This set holds less back than the built-in ones.",
            format!(
                "It lets these through: {}. To hold them back, add \"confidential\" to what it extends.",
                open.join(", ")
            ),
        )
    } else if !local.is_empty() {
        (
            "This set asks less than your team's.",
            format!(
                "It leaves out: {}. What you approve with it says so beside the seal.",
                local.join(", ")
            ),
        )
    } else {
        return None;
    };
    Some(Notice {
        title: title.to_owned(),
        detail,
        path: opened.path.clone(),
    })
}

/// Asks that the guidelines as they are now outlive a file that cannot be read tomorrow.
pub(in crate::app) fn keep_good(state: &State) -> Effect {
    Effect::Background(Background::KeepGood(Box::new(state.library.clone())))
}

/// Takes what changed on disk; the last good version of a broken set stays in use.
pub(super) fn loaded(state: &mut State, library: Library) -> Vec<Effect> {
    state.library = library;
    let mut effects = vec![keep_good(state)];
    effects.extend(twice::again(state));
    if let Ok(in_use) = use_set(&state.library, &state.settings.set) {
        let was = state.in_use.opened.hash.clone();
        let is_new = was != in_use.opened.hash;
        let linted = state.in_use.linted.take().filter(|_| !is_new);
        state.in_use = InUse { linted, ..in_use };
        state.resting.clear();
        if is_new {
            effects.push(look_over(state));
            say(
                state,
                "Guidelines reloaded",
                &format!("  ·  {}", state.in_use.opened.active.head.name.clone()),
            );
        }
    }
    spelling::learn(state);
    effects.extend(look(state));
    effects
}
