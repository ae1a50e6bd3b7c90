//! `AtMost(n: 2, of: AnyOf([..]))`: so many are fine, the next ones are found.
//!
//! Never: counts what the rule may not look at.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, RuleKind};

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
    fn with(&self, of: Box<dyn Finder>) -> Ready {
        Ready {
            n: self.n,
            of,
            is_of_the_whole: self.of.kind().is_of_the_whole(),
        }
    }
}

impl Kind for AtMost {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.with(self.of.kind().ready()?)))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.with(self.of.kind().ready_in(lists)?)))
    }

    fn is_of_the_whole(&self) -> bool {
        self.of.kind().is_of_the_whole()
    }
}

struct Ready {
    n: usize,
    of: Box<dyn Finder>,
    is_of_the_whole: bool,
}

impl Finder for Ready {
    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        self.of.has_cause(looking)
    }

    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut found = self.of.find(looking);
        found.retain(|one| self.is_of_the_whole || looking.may_see(one.span));
        found.split_off(self.n.min(found.len()))
    }
}
