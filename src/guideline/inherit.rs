//! What the head of a set takes over from the sets that it builds on.
//!
//! Never: lets a set drop what another keeps back; what must not get out holds for the whole family.

use super::{Own, Set};

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
    if head.second_approver.is_none() {
        head.second_approver.clone_from(&base.second_approver);
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
    more_by(&mut head.clients, &base.clients, |one| one.name.trim());
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
fn more<T: Clone + PartialEq>(own: &mut Vec<T>, base: &[T]) {
    for one in base {
        if !own.contains(one) {
            own.push(one.clone());
        }
    }
}

/// Adds what is not there yet under the same name.
fn more_by<T: Clone>(own: &mut Vec<T>, base: &[T], name: fn(&T) -> &str) {
    for one in base {
        if own.iter().all(|other| name(other) != name(one)) {
            own.push(one.clone());
        }
    }
}
