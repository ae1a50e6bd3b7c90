//! `AtMost(n: 2, of: AnyOf([..]))`: so many are fine, the next ones are found.
//!
//! Never: counts what the rule may not look at.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach, RuleKind};
use crate::check::nested::Nested;

/// Finds what another kind finds, from the match after the first `n` on.
///
/// ```ron
/// find: AtMost(n: 1, of: AnyOf(["unfortunately"]))
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct AtMost {
    /// How many are fine.
    pub n: usize,
    /// Of what.
    pub of: Box<RuleKind>,
}

impl AtMost {
    fn with(&self, of: Nested) -> Box<dyn Finder> {
        Box::new(Ready { n: self.n, of })
    }
}

impl Kind for AtMost {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Nested::ready(&self.of)?))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Nested::ready_in(&self.of, lists)?))
    }

    fn has_patterns(&self) -> bool {
        self.of.kind().has_patterns()
    }

    fn reach(&self) -> Reach {
        self.of.kind().reach().max(Reach::Text)
    }

    fn is_of_the_whole(&self) -> bool {
        self.of.kind().is_of_the_whole()
    }
}

struct Ready {
    n: usize,
    of: Nested,
}

impl Finder for Ready {
    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        self.of.has_cause(looking)
    }

    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut found = self.of.find(looking);
        found.split_off(self.n.min(found.len()))
    }
}
