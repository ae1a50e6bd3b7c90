//! `OneOf([NextStep, Thanks])`: any of some kinds, so that a rule can ask for one thing or another.
//!
//! Never: finds the same words twice.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach, RuleKind};
use crate::check::nested::Nested;

/// Finds what any of some kinds finds, in order of the text; where two overlap, the one that begins
/// first, and of those the longest.
///
/// Inside [`Missing`](super::Missing) or behind the `then` of [`FirstThen`](super::FirstThen) it says
/// "this or that will do". There is something to look for where one of the kinds has something.
///
/// ```ron
/// find: Missing(of: OneOf([NextStep, Thanks]))
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct OneOf(pub Vec<RuleKind>);

fn with(kinds: Vec<Nested>) -> Result<Box<dyn Finder>, String> {
    if kinds.is_empty() {
        return Err("OneOf needs at least one kind".to_owned());
    }
    Ok(Box::new(Ready(kinds)))
}

impl Kind for OneOf {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let kinds = self.0.iter().map(Nested::ready);
        with(kinds.collect::<Result<_, _>>()?)
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        let kinds = self.0.iter().map(|one| Nested::ready_in(one, lists));
        with(kinds.collect::<Result<_, _>>()?)
    }

    fn has_patterns(&self) -> bool {
        self.0.iter().any(|one| one.kind().has_patterns())
    }

    fn reach(&self) -> Reach {
        let kinds = self.0.iter().map(|one| one.kind().reach());
        kinds.max().unwrap_or_default().max(Reach::Text)
    }

    /// It asks `may_see` for those kinds that do not ask themselves.
    fn is_of_the_whole(&self) -> bool {
        true
    }

    fn may_be_reasoned(&self) -> bool {
        self.0.iter().all(|one| one.kind().may_be_reasoned())
    }
}

struct Ready(Vec<Nested>);

impl Finder for Ready {
    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        self.0.iter().any(|kind| kind.has_cause(looking))
    }

    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let kinds = self.0.iter();
        let mut found: Vec<Match> = kinds.flat_map(|kind| kind.find(looking)).collect();
        found.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end)));
        let mut out: Vec<Match> = Vec::new();
        for one in found {
            let is_new = |last: &Match| !last.span.overlaps(one.span) && last.span != one.span;
            if out.last().is_none_or(is_new) {
                out.push(one);
            }
        }
        out
    }
}
