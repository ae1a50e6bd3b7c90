//! Regular expressions that match nothing at all, or take long.
//!
//! Never: calls a pattern slow that was slow once; the machine may have been busy.

use super::{Bench, RunCheck};
use crate::check::kind::RuleKind;
use crate::guideline::Rule;
use crate::guideline::lint::Noticed;

/// How long the texts are on which patterns are tried, in bytes.
const TRIED: usize = 32 * 1024;
/// How long the text is that is made of a rule's own example.
const TRIED_ALONE: usize = 8 * 1024;
/// How often a pattern must be stopped on the same text before it is called slow.
const TRIES: usize = 2;
/// How many patterns are tried; a set with more of them has other worries.
const MOST: usize = 500;

/// A pattern that also matches where there is nothing.
pub(super) const EMPTY_PATTERN: RunCheck = RunCheck {
    id: "empty-pattern",
    why: "What matches the empty text would be found between any two letters.",
    look: |bench| {
        let empty = bench.own().filter(|rule| matches_nothing(&rule.find));
        let note = |rule| {
            Noticed::of_rule(
                rule,
                "Its pattern also matches the empty text, so the rule is set aside.",
                "Ask for at least one character: `+` where it says `*`, and no `?` around the whole.",
            )
        };
        empty.map(note).collect()
    },
};

/// A pattern that would be stopped on a long text.
pub(super) const SLOW_PATTERN: RunCheck = RunCheck {
    id: "slow-pattern",
    why: "A rule that takes long is stopped on a long post, and then it guards nothing.",
    look: |bench| {
        let has_pattern = |rule: &&Rule| {
            let mut parts = parts(&rule.find);
            parts.any(|part| matches!(part, RuleKind::Pattern(_)))
        };
        let rules: Vec<&Rule> = bench.own().filter(has_pattern).take(MOST).collect();
        let slow = rules.into_iter().filter(|rule| is_slow(rule, bench));
        let note = |rule: &Rule| {
            Noticed::of_rule(
                rule,
                "Its pattern takes more than 20 ms on a long text, so it is stopped there.",
                "Split it into several rules, use smaller repeat counts, or write the words as `AnyOf`.",
            )
        };
        slow.map(note).collect()
    },
};

/// Whether a pattern of the kind also matches the empty text.
pub(super) fn matches_nothing(kind: &RuleKind) -> bool {
    parts(kind).any(|part| matches!(part, RuleKind::Pattern(pattern) if pattern.matches_nothing()))
}

/// Whether the rule is stopped on a long text, each time that it is tried.
fn is_slow(rule: &Rule, bench: &Bench<'_>) -> bool {
    let is_stopped =
        |text: &str| (0..TRIES).all(|_| bench.checker.is_stopped(&rule.id, text, bench.elapsed));
    let own = rule.examples.flags.first().map_or("", String::as_str);
    let own = filled(&format!("{own} "), TRIED_ALONE);
    let texts = ["a", "ab ", "1", " ", "a-.@/"].map(|piece| filled(piece, TRIED));
    std::iter::once(own)
        .chain(texts)
        .any(|text| is_stopped(&text))
}

fn filled(piece: &str, n_bytes: usize) -> String {
    piece.repeat(n_bytes.div_ceil(piece.len().max(1)))
}

/// A kind and the kinds inside it.
fn parts(kind: &RuleKind) -> Box<dyn Iterator<Item = &RuleKind> + '_> {
    let inner: Vec<&RuleKind> = if let RuleKind::AtMost(most) = kind {
        vec![&most.of]
    } else if let RuleKind::AtLeast(least) = kind {
        vec![&least.of]
    } else if let RuleKind::Missing(missing) = kind {
        vec![&missing.of]
    } else if let RuleKind::Near(near) = kind {
        vec![&near.a, &near.b]
    } else if let RuleKind::FirstThen(pair) = kind {
        vec![&pair.first, &pair.then]
    } else {
        Vec::new()
    };
    Box::new(std::iter::once(kind).chain(inner.into_iter().flat_map(parts)))
}
