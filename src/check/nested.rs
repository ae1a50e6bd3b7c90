//! A kind inside another one (`AtMost(of: ..)`, `Missing(of: ..)`): what it finds that the rule may
//! see.
//!
//! Never: decides what a match means to the kind around it.

use super::RuleKind;
use super::kind::{Finder, Lists, Looking, Match};

/// A kind that is ready, and whether its matches reach over what the rule may look at.
pub(super) struct Nested {
    finder: Box<dyn Finder>,
    is_of_the_whole: bool,
}

impl Nested {
    /// Gets it ready by itself.
    pub(super) fn ready(kind: &RuleKind) -> Result<Self, String> {
        Ok(Self::of(kind, kind.kind().ready()?))
    }

    /// Gets it ready as part of a set.
    pub(super) fn ready_in(kind: &RuleKind, lists: &mut Lists) -> Result<Self, String> {
        Ok(Self::of(kind, kind.kind().ready_in(lists)?))
    }

    fn of(kind: &RuleKind, finder: Box<dyn Finder>) -> Self {
        Self {
            finder,
            is_of_the_whole: kind.kind().is_of_the_whole(),
        }
    }

    /// Whether there is anything to look for.
    pub(super) fn has_cause(&self, looking: &Looking<'_>) -> bool {
        self.finder.has_cause(looking)
    }

    /// What it finds, in order of the text; it asks `may_see` for a kind that does not ask itself.
    pub(super) fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut found = self.finder.find(looking);
        found.retain(|one| self.is_of_the_whole || looking.may_see(one.span));
        found
    }
}
