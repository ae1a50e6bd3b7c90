//! What is asked less of a post than the guidelines that a team shares would ask.
//!
//! Never: forbids it; whoever approves has it on record.

use super::{ActiveSet, Level, Rule, SecondApprover, Switch};

/// What of `shared` does not hold in `used`: ids of Checks and Holds that are gone, lowered or look
/// for something else, and in words what else is left out. Nudges may go without a word.
pub fn weakened(shared: &ActiveSet, used: &ActiveSet) -> Vec<String> {
    let rules = shared.rules.iter().map(|one| &one.rule);
    let strong = rules.filter(|rule| rule.level >= Level::Check);
    let is_weaker = |rule: &&Rule| !used.rules.iter().any(|other| holds(&other.rule, rule));
    let mut out: Vec<String> = strong
        .filter(is_weaker)
        .map(|rule| rule.id.clone())
        .collect();
    let (theirs, ours) = (&shared.head, &used.head);
    let told = |name: &str| {
        let mut all = ours.clients.iter();
        all.any(|client| client.name.trim() == name && client.consent)
    };
    let silent = theirs.clients.iter().filter(|client| !client.consent);
    let named = silent.map(|client| client.name.trim());
    out.extend(
        named
            .filter(|name| told(name))
            .map(|name| format!("client {name}")),
    );
    let is_kept = |switch: &&Switch| !ours.switches.contains(switch);
    let turned = theirs.switches.iter().filter(is_kept);
    out.extend(turned.map(|switch| format!("switch {}", switch.id)));
    let asks = |one: &Option<SecondApprover>| one.clone().unwrap_or_default();
    if asks_less(&asks(&theirs.second_approver), &asks(&ours.second_approver)) {
        out.push("second approver".to_owned());
    }
    out
}

/// Whether `rule` asks at least what `other` does, and of the same words.
fn holds(rule: &Rule, other: &Rule) -> bool {
    rule.id == other.id
        && rule.level >= other.level
        && rule.find == other.find
        && rule.within == other.within
        && rule.when == other.when
        && rule.except == other.except
}

fn asks_less(theirs: &SecondApprover, ours: &SecondApprover) -> bool {
    let has_all = |theirs: &[String], ours: &[String]| theirs.iter().all(|one| ours.contains(one));
    !(has_all(&theirs.platforms, &ours.platforms)
        && has_all(&theirs.topics, &ours.topics)
        && theirs.intents.iter().all(|one| ours.intents.contains(one))
        && (theirs.may_speak_too || !ours.may_speak_too))
}
