//! `Needs(first: r"pattern", second: r"pattern")`: where one pattern matches, another must, too.
//!
//! Never: asks in which order they stand.

use std::collections::HashSet;

use serde::Deserialize;

use super::patterns::{changed, most};
use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::change::Change;
use crate::check::exceptions::Exceptions;
use crate::check::expression::{Each, Expression, blocks};

/// Finds each match of `first` where `second` does not match.
///
/// When `second` has a group, each match of `first` must be what a group caught somewhere in the
/// text: an acronym that is written out once, as in "World Health Organization (WHO)". The other
/// options are those of [`Patterns`](super::Patterns); [`FirstThen`](super::FirstThen) is the same
/// for any two kinds.
///
/// ```ron
/// find: Needs(first: r"\b([A-Z]{3,5})\b", second: r"\(([A-Z]{3,5})\)", except: ["USA"])
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Needs {
    /// What asks for the other; it may match inside words.
    pub first: String,
    /// What must be there.
    pub second: String,
    /// In what the other must be, when it has no group.
    pub each: Each,
    /// Patterns of words that may stand.
    pub except: Vec<String>,
    /// How many are found at most; 0 is no limit of the rule.
    pub limit: usize,
    /// What the fix makes of the words.
    pub change: Option<Change>,
    /// Whether a pattern may look around.
    pub look_around: bool,
}

impl Kind for Needs {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.first.is_empty() || self.second.is_empty() {
            return Err("Needs wants two patterns, `first` and `second`".to_owned());
        }
        if let Some(change) = &self.change {
            change.check()?;
        }
        Ok(Box::new(Ready {
            first: Expression::new(&self.first, self.look_around)?,
            second: Expression::new(&self.second, self.look_around)?,
            except: Exceptions::new(&self.except, self.look_around)?,
            each: self.each,
            limit: most(self.limit),
            change: self.change.clone(),
        }))
    }

    fn has_patterns(&self) -> bool {
        true
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

struct Ready {
    first: Expression,
    second: Expression,
    except: Exceptions,
    each: Each,
    limit: usize,
    change: Option<Change>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let is_naming = self.second.n_groups() > 0;
        let mut named: HashSet<&str> = HashSet::new();
        let mut found = Vec::new();
        for block in blocks(looking, self.each) {
            let then = self.second.find_in(looking, block);
            if is_naming {
                let hay = block.of(text);
                for span in then {
                    let groups = self.second.groups_at(hay, span.start - block.start);
                    named.extend(groups.into_iter().flatten().map(|group| group.of(hay)));
                }
            } else if !then.is_empty() {
                continue;
            }
            let mut firsts = self.first.find_in(looking, block);
            firsts.retain(|span| !named.contains(span.of(text)));
            found.extend(firsts);
        }
        let mut found = self.except.without(looking, found);
        found.retain(|span| looking.may_see(*span));
        found.truncate(self.limit);
        found
            .into_iter()
            .map(|span| changed(text, span, self.change.as_ref()))
            .collect()
    }
}
