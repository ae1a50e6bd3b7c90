//! What the head of a set takes over from the sets that it builds on.
//!
//! Never: lets a set drop what another keeps back; what must not get out holds for the whole family.

use std::collections::HashSet;
use std::hash::Hash;

use super::{Own, SecondApprover, Set};

/// Takes over what `base` says: lists of what must not get out and of what is ours grow, everything
/// else stands in only where the head says nothing. Called for the nearest base first.
///
/// What a set says of itself stays its own: who keeps it, when it is read again, its approach, its
/// samples, whether other people's words are kept.
pub(super) fn inherit(head: &mut Set, base: &Set) {
    keep_back(head, base);
    own(&mut head.own, &base.own);
    more(&mut head.competitors, &base.competitors);
    more_by(&mut head.topics, &base.topics, |one| &one.id);
    more_by(&mut head.switches, &base.switches, |one| &one.id);
    for (name, link) in &base.links {
        let link = || link.clone();
        head.links.entry(name.clone()).or_insert_with(link);
    }
    stand_in(&mut head.welcome_personal, &base.welcome_personal);
    stand_in(&mut head.values, &base.values);
    stand_in(&mut head.goals, &base.goals);
    stand_in(&mut head.ways, &base.ways);
    stand_in(&mut head.logo_purposes, &base.logo_purposes);
    stand_in(&mut head.pause, &base.pause);
    // the pages of a set that belongs to nobody show how it is done; they are no pages to send to
    if !(base.own.names.is_empty() && base.own.domains.is_empty()) {
        stand_in(&mut head.home_base, &base.home_base);
    }
    for (own, theirs) in [
        (&mut head.core_message, &base.core_message),
        (&mut head.handle_pattern, &base.handle_pattern),
        (&mut head.region, &base.region),
    ] {
        if own.trim().is_empty() {
            own.clone_from(theirs);
        }
    }
    head.focus = head.focus.or(base.focus);
    if let Some(wanted) = &base.second_approver {
        second_approver(&mut head.second_approver, wanted);
    }
    if head.reply.aim_hours == 0 {
        head.reply.aim_hours = base.reply.aim_hours;
    }
    // what the set itself says about a platform is read last, and so wins
    head.platforms.splice(0..0, base.platforms.iter().cloned());
}

/// What must not get out: none of it is replaced, except that a client may have agreed since.
fn keep_back(head: &mut Set, base: &Set) {
    more(&mut head.embargoes, &base.embargoes);
    more(&mut head.code_names, &base.code_names);
    more(&mut head.ticket_prefixes, &base.ticket_prefixes);
    more(&mut head.quiet_periods, &base.quiet_periods);
    more_by(&mut head.clients, &base.clients, |one| &one.name);
}

/// A second person is asked wherever one of the family asks for one.
fn second_approver(own: &mut Option<SecondApprover>, base: &SecondApprover) {
    let Some(own) = own else {
        *own = Some(base.clone());
        return;
    };
    more(&mut own.platforms, &base.platforms);
    more(&mut own.topics, &base.topics);
    for intent in &base.intents {
        if !own.intents.contains(intent) {
            own.intents.push(*intent);
        }
    }
    own.may_speak_too &= base.may_speak_too;
}

fn own(own: &mut Own, base: &Own) {
    more(&mut own.names, &base.names);
    more(&mut own.products, &base.products);
    more(&mut own.domains, &base.domains);
    more(&mut own.handles, &base.handles);
    more(&mut own.phones, &base.phones);
    more(&mut own.addresses, &base.addresses);
    more(&mut own.words, &base.words);
    more(&mut own.industry, &base.industry);
}

fn stand_in<T: Clone>(own: &mut Vec<T>, base: &[T]) {
    if own.is_empty() {
        own.extend_from_slice(base);
    }
}

/// Adds what is not there yet.
fn more<T: Clone + Eq + Hash>(own: &mut Vec<T>, base: &[T]) {
    let there: HashSet<&T> = own.iter().collect();
    let new: Vec<T> = base
        .iter()
        .filter(|one| !there.contains(one))
        .cloned()
        .collect();
    own.extend(new);
}

/// Adds what is not there yet under the same name, in any case.
fn more_by<T: Clone>(own: &mut Vec<T>, base: &[T], name: fn(&T) -> &str) {
    let folded = |one: &T| name(one).trim().to_lowercase();
    let there: HashSet<String> = own.iter().map(folded).collect();
    let is_new = |one: &&T| !there.contains(&folded(one));
    own.extend(base.iter().filter(is_new).cloned());
}
