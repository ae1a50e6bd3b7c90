//! Replacements that a rule finds fault with: the next one, or in the end the same.
//!
//! Never: minds two rules that agree; only what is found after the advice was followed counts.

use std::collections::{HashMap, HashSet, VecDeque};

use super::trial::{Edge, edges};
use super::{Bench, RunCheck};
use crate::guideline::ActiveRule;
use crate::guideline::lint::Noticed;

/// A fix that does not settle anything.
pub(super) const FIX_LOOP: RunCheck = RunCheck {
    id: "fix-loop",
    why: "Whoever takes the advice gets the next note for it, and stops believing both.",
    look: noticed,
};

const INSTEAD: &str = "Offer words that no rule minds, or put them into the other rule's `except`.";

fn noticed(bench: &Bench<'_>) -> Vec<Noticed> {
    let rules = &bench.active.rules;
    let edges = edges(bench.active, bench.checker);
    let mut next: HashMap<usize, Vec<usize>> = HashMap::new();
    for edge in &edges {
        next.entry(edge.from).or_default().push(edge.to);
    }
    let own = &bench.active.head.id;
    let is_own = |n: usize| rules.get(n).is_some_and(|one| one.set == *own);
    let note = |edge: &Edge| {
        let at = if is_own(edge.from) {
            edge.from
        } else {
            edge.to
        };
        let rule = rules.get(at).filter(|one| one.set == *own)?;
        let says = says(edge, &way_back(edge, &next), rules, own);
        Some(Noticed::of_rule(&rule.rule, says, INSTEAD))
    };
    let mut rounds: HashSet<Vec<usize>> = HashSet::new();
    let mut is_first = |edge: &&Edge| {
        let mut round = way_back(edge, &next);
        round.sort_unstable();
        // a circle is told once, wherever one enters it
        edge.from == edge.to || round.is_empty() || rounds.insert(round)
    };
    edges
        .iter()
        .filter(|edge| is_first(edge))
        .filter_map(note)
        .collect()
}

/// The way from the rule that finds a replacement back to the rule that offers it; empty when there
/// is none.
fn way_back(edge: &Edge, next: &HashMap<usize, Vec<usize>>) -> Vec<usize> {
    let mut came_from: HashMap<usize, usize> = HashMap::new();
    let mut open = VecDeque::from([edge.to]);
    while let Some(at) = open.pop_front() {
        if at == edge.from {
            let mut way = vec![at];
            let mut last = at;
            while last != edge.to {
                let Some(before) = came_from.get(&last) else {
                    break;
                };
                last = *before;
                way.push(last);
            }
            way.reverse();
            return way;
        }
        for to in next.get(&at).into_iter().flatten() {
            if *to != edge.to && !came_from.contains_key(to) {
                came_from.insert(*to, at);
                open.push_back(*to);
            }
        }
    }
    Vec::new()
}

fn says(edge: &Edge, way: &[usize], rules: &[ActiveRule], own: &str) -> String {
    let id = |n: usize| rules.get(n).map_or("", |one| one.rule.id.as_str());
    let Edge {
        from,
        to,
        words,
        replacement,
    } = edge;
    if from == to {
        return format!("Its replacement \"{replacement}\" is found by the rule itself.");
    }
    if !way.is_empty() {
        let round: Vec<&str> = std::iter::once(*from)
            .chain(way.iter().copied())
            .map(id)
            .collect();
        return format!(
            "Replacements go round in a circle from \"{words}\" to \"{replacement}\": {}.",
            round.join(" > ")
        );
    }
    let set_of = |n: usize| {
        let set = rules.get(n).map_or("", |one| one.set.as_str());
        if set == own {
            String::new()
        } else {
            format!(" of {set}")
        }
    };
    if rules.get(*from).is_some_and(|one| one.set == own) {
        format!(
            "Its replacement \"{replacement}\" is found by {:?}{}.",
            id(*to),
            set_of(*to)
        )
    } else {
        format!(
            "It finds \"{replacement}\", which {:?}{} offers.",
            id(*from),
            set_of(*from)
        )
    }
}
