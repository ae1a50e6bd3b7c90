//! The fixes of rules, tried out: what a rule offers, and which rules find fault with it.
//!
//! Never: tries for ever; of a very large set the first replacements are tried, its own rules first.

use std::collections::HashSet;

use crate::check::kind::RuleKind;
use crate::check::{Checker, Finding, Fix, Scene};
use crate::guideline::{ActiveRule, ActiveSet, Level, Rule, may_meet};
use crate::text::{Span, fold};

/// How much is tried in all, in rules run.
const MOST_RUNS: usize = 3_000_000;
/// What a trial costs apart from its rules, in rules run.
const TRIAL: usize = 30;
/// How many examples of a rule are tried, and how many fixes of each.
const MOST_EXAMPLES: usize = 3;
const MOST_FIXES: usize = 4;

/// One replacement of one rule that another rule, or the same, finds fault with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Edge {
    /// The rule that offers it, and the one that finds it, as places in the set's list.
    pub from: usize,
    pub to: usize,
    /// The words that are replaced, and what stands in their place.
    pub words: String,
    pub replacement: String,
}

/// Every replacement that a rule finds fault with, each pair of rules once.
pub(super) fn edges(active: &ActiveSet, checker: &Checker) -> Vec<Edge> {
    let mut trial = Trial {
        active,
        checker,
        n_runs: 0,
        known: HashSet::new(),
        edges: Vec::new(),
    };
    let is_own = |one: &ActiveRule| one.set == active.head.id;
    let mut order: Vec<usize> = (0..active.rules.len()).collect();
    order.sort_by_key(|n| !active.rules.get(*n).is_some_and(is_own));
    for from in order {
        trial.rule(from);
    }
    trial.edges
}

struct Trial<'a> {
    active: &'a ActiveSet,
    checker: &'a Checker,
    n_runs: usize,
    known: HashSet<(usize, usize)>,
    edges: Vec<Edge>,
}

impl Trial<'_> {
    fn rule(&mut self, from: usize) {
        let Some(one) = self.active.rules.get(from) else {
            return;
        };
        if one.rule.level == Level::Strength {
            return;
        }
        let mut tried = HashSet::new();
        for (words, replacement) in listed(&one.rule) {
            if tried.insert(fold(replacement)) {
                self.replacement(from, words, replacement);
            }
        }
        for example in one.rule.examples.flags.iter().take(MOST_EXAMPLES) {
            if let Ok((scene, text)) = Scene::of(example) {
                self.example(from, &scene, &text);
            }
        }
    }

    /// What the rules find in a text, whatever their conditions; nothing once enough was tried.
    fn found(&mut self, scene: &Scene, text: &str) -> Vec<Finding> {
        self.n_runs += self.active.rules.len() + TRIAL;
        if self.n_runs > MOST_RUNS {
            return Vec::new();
        }
        let mut found = self.checker.trial(scene, text);
        found.retain(|one| one.level > Level::Strength && !one.span.is_empty());
        found
    }

    /// Tries a replacement that stands in the set.
    fn replacement(&mut self, from: usize, words: &str, replacement: &str) {
        let scene = Scene::default();
        let after = self.found(&scene, replacement);
        if after.is_empty() {
            return;
        }
        let before = self.found(&scene, words);
        let change = Change {
            before: Span::all(words),
            after: Span::all(replacement),
            words,
            replacement,
        };
        self.compare(from, &before, &after, &change);
    }

    /// Tries the fixes that the rule offers on one of its examples.
    fn example(&mut self, from: usize, scene: &Scene, text: &str) {
        let before = self.found(scene, text);
        let Some(id) = self.active.rules.get(from).map(|one| one.rule.id.clone()) else {
            return;
        };
        let Some(own) = before.iter().find(|one| one.rule == id) else {
            return;
        };
        for fix in own.fixes.iter().take(MOST_FIXES) {
            let fixed = fix.applied(text);
            let after = self.found(scene, &fixed);
            for (before_span, after_span) in places(fix) {
                let change = Change {
                    before: before_span,
                    after: after_span,
                    words: before_span.of(text),
                    replacement: after_span.of(&fixed),
                };
                self.compare(from, &before, &after, &change);
            }
        }
    }

    fn compare(&mut self, from: usize, before: &[Finding], after: &[Finding], change: &Change<'_>) {
        for found in after.iter().filter(|one| overlap(one.span, change.after)) {
            let id = |one: &ActiveRule| one.rule.id == found.rule;
            let Some(to) = self.active.rules.iter().position(id) else {
                continue;
            };
            let was_there =
                |one: &Finding| one.rule == found.rule && overlap(one.span, change.before);
            let is_new = if to == from {
                // a rule about the whole sentence may well go on; one that finds what it put there
                // goes round in circles
                change.after.contains(found.span)
            } else {
                !before.iter().any(was_there) && self.meet(from, to)
            };
            if is_new && self.known.insert((from, to)) {
                self.edges.push(Edge {
                    from,
                    to,
                    words: change.words.to_owned(),
                    replacement: change.replacement.to_owned(),
                });
            }
        }
    }

    fn meet(&self, from: usize, to: usize) -> bool {
        let when = |n: usize| self.active.rules.get(n).map(|one| one.rule.when.as_slice());
        when(from)
            .zip(when(to))
            .is_some_and(|(one, other)| may_meet(one, other))
    }
}

/// One stretch before and after.
struct Change<'t> {
    before: Span,
    after: Span,
    words: &'t str,
    replacement: &'t str,
}

/// The replacements that a rule lists, each with words that it would replace.
fn listed(rule: &Rule) -> Vec<(&str, &str)> {
    let is_text = |text: &&str| !text.trim().is_empty();
    let fixes = || rule.fixes.iter().map(String::as_str).filter(is_text);
    if let RuleKind::Swap(swap) = &rule.find {
        let pairs = swap.0.iter().flat_map(|(words, twins)| {
            let twins = twins.iter().map(String::as_str).filter(is_text);
            twins.map(move |twin| (words.as_str(), twin))
        });
        let first = swap.0.first().map_or("", |(words, _)| words.as_str());
        return pairs.chain(fixes().map(|fix| (first, fix))).collect();
    }
    if let RuleKind::Missing(missing) = &rule.find {
        let insert = Some(missing.insert.as_str()).filter(is_text);
        return insert.into_iter().map(|insert| ("", insert)).collect();
    }
    let first = if let RuleKind::AnyOf(list) = &rule.find {
        list.0.first().map_or("", String::as_str)
    } else {
        ""
    };
    fixes().map(|fix| (first, fix)).collect()
}

/// Where the edits of a fix stand before it is used and after; those that only take away are left out.
fn places(fix: &Fix) -> Vec<(Span, Span)> {
    let mut out = Vec::new();
    let (mut n_gained, mut n_lost) = (0, 0);
    for edit in &fix.edits {
        let start = edit.span.start + n_gained - n_lost;
        let after = Span::new(start, start + edit.insert.len());
        if !after.is_empty() {
            out.push((edit.span, after));
        }
        n_gained += edit.insert.len();
        n_lost += edit.span.n_bytes();
    }
    out
}

const fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}
