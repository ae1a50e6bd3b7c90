//! What is asked less of a post than the guidelines that a team shares would ask.
//!
//! Never: forbids it, or repeats what must not get out; whoever approves has it on record in a word.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::{ActiveSet, Embargo, Level, Rule, SecondApprover, When};
use crate::check::RuleKind;

/// What of `shared` does not hold in `used`: ids of Checks and Holds that are gone, lowered, rest or
/// look for less, and in a few words what else is left out. Nudges may go without a word.
///
/// `resting` has the ids of rules of `used` that are set aside.
pub fn weakened(shared: &ActiveSet, used: &ActiveSet, resting: &[String]) -> Vec<String> {
    let ours: HashMap<&str, &Rule> = used
        .rules
        .iter()
        .map(|one| (one.rule.id.as_str(), &one.rule))
        .collect();
    let is_kept = |rule: &Rule| {
        let ours = ours.get(rule.id.as_str());
        // the same rule rests for the whole team
        let is_at_work = |ours: &Rule| ours == rule || !resting.contains(&ours.id);
        ours.is_some_and(|ours| is_at_work(ours) && asks_as_much(ours, rule))
    };
    let rules = shared.rules.iter().map(|one| &one.rule);
    let strong: Vec<&Rule> = rules.filter(|rule| rule.level >= Level::Check).collect();
    let lost = strong.iter().filter(|rule| !is_kept(rule));
    let mut out: Vec<String> = lost.map(|rule| rule.id.clone()).collect();
    out.extend(let_out(shared, used));
    let (theirs, ours) = (&shared.head, &used.head);
    let decides = |id: &str| {
        let mut conditions = strong.iter().flat_map(|rule| &rule.when);
        conditions.any(|when| matches!(when, When::Switch(switch) if switch == id))
    };
    let turned = theirs.switches.iter();
    let turned = turned.filter(|one| !ours.switches.contains(one) && decides(&one.id));
    out.extend(turned.map(|one| format!("switch {}", one.id)));
    let asks = |one: &Option<SecondApprover>| one.clone().unwrap_or_default();
    if asks_less(&asks(&theirs.second_approver), &asks(&ours.second_approver)) {
        out.push("second approver".to_owned());
    }
    if !theirs.pause.iter().all(|one| ours.pause.contains(one)) {
        out.push("pause".to_owned());
    }
    out
}

/// What must not get out by the shared head, and may by the other.
fn let_out(shared: &ActiveSet, used: &ActiveSet) -> Vec<String> {
    let (theirs, ours) = (&shared.head, &used.head);
    let held: HashSet<Embargo> = ours.embargoes.iter().map(untouched).collect();
    let lost = theirs.embargoes.iter();
    let lost = lost.filter(|one| !held.contains(&untouched(one)));
    let mut out: Vec<String> = lost.map(|one| format!("embargo {}", one.label)).collect();
    let silent = |set: &ActiveSet| -> HashSet<String> {
        let clients = set.head.clients.iter().filter(|client| !client.consent);
        clients
            .map(|client| client.name.trim().to_lowercase())
            .collect()
    };
    for (n, what) in [
        (silent(shared).difference(&silent(used)).count(), "clients"),
        (n_gone(&theirs.code_names, &ours.code_names), "code names"),
        (
            n_gone(&theirs.ticket_prefixes, &ours.ticket_prefixes),
            "ticket prefixes",
        ),
        (
            n_gone(&theirs.quiet_periods, &ours.quiet_periods),
            "quiet periods",
        ),
    ] {
        if n > 0 {
            out.push(format!("{what} ({n})"));
        }
    }
    out
}

/// An embargo without what is ticked off on the way.
fn untouched(embargo: &Embargo) -> Embargo {
    Embargo {
        settled: Vec::new(),
        told: Vec::new(),
        ..embargo.clone()
    }
}

fn n_gone<T: Eq + Hash>(theirs: &[T], ours: &[T]) -> usize {
    let ours: HashSet<&T> = ours.iter().collect();
    theirs.iter().filter(|one| !ours.contains(one)).count()
}

/// Whether `ours` asks at least what `theirs` does: as strict, as wide, as often.
fn asks_as_much(ours: &Rule, theirs: &Rule) -> bool {
    let has_all = |ours: &[String], theirs: &[String]| theirs.iter().all(|one| ours.contains(one));
    let finds_as_much = match (&ours.find, &theirs.find) {
        (RuleKind::AnyOf(ours), RuleKind::AnyOf(theirs)) => has_all(&ours.0, &theirs.0),
        (ours, theirs) => ours == theirs,
    };
    ours.level >= theirs.level
        && finds_as_much
        && ours.within == theirs.within
        && (ours.when.is_empty() || ours.when == theirs.when)
        && has_all(&theirs.except, &ours.except)
}

fn asks_less(theirs: &SecondApprover, ours: &SecondApprover) -> bool {
    let has_all = |theirs: &[String], ours: &[String]| theirs.iter().all(|one| ours.contains(one));
    let asks_somebody = *theirs != SecondApprover::default();
    !(has_all(&theirs.platforms, &ours.platforms)
        && has_all(&theirs.topics, &ours.topics)
        && theirs.intents.iter().all(|one| ours.intents.contains(one))
        && (!asks_somebody || theirs.may_speak_too || !ours.may_speak_too))
}
