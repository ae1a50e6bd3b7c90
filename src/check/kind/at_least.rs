//! `AtLeast(n: 2, of: AnyOf([..]))`: so many are wanted, fewer are found.
//!
//! Never: counts what the rule may not look at.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach, RuleKind};
use crate::check::nested::Nested;
use crate::text::Span;

/// Finds that another kind finds fewer than `n`.
///
/// It is found once: at the first of those that are there, or, where there is none, as the empty
/// stretch at the end of the text. [`Missing`](super::Missing) is the same for one, and can insert
/// it.
///
/// ```ron
/// find: AtLeast(n: 2, of: Hashtags(max: 0))
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct AtLeast {
    /// How many are wanted.
    pub n: usize,
    /// Of what.
    pub of: Box<RuleKind>,
}

impl AtLeast {
    fn with(&self, of: Nested) -> Result<Box<dyn Finder>, String> {
        if self.n == 0 {
            return Err("AtLeast needs a number above 0, or it would find nothing".to_owned());
        }
        Ok(Box::new(Ready { n: self.n, of }))
    }
}

impl Kind for AtLeast {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        self.with(Nested::ready(&self.of)?)
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        self.with(Nested::ready_in(&self.of, lists)?)
    }

    fn has_patterns(&self) -> bool {
        self.of.kind().has_patterns()
    }

    fn reach(&self) -> Reach {
        self.of.kind().reach().max(Reach::Text)
    }

    fn is_of_the_whole(&self) -> bool {
        true
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
        let found = self.of.find(looking);
        if found.len() >= self.n || !self.of.has_cause(looking) {
            return Vec::new();
        }
        let end = Span::at(looking.text().len());
        vec![Match {
            span: found.first().map_or(end, |one| one.span),
            ..Match::default()
        }]
    }
}
