//! `RepeatedMatch(any_of: [r"\S+"])`: what patterns match, twice in a row.
//!
//! Never: judges whether the repetition is meant; that is [`Repeated`](super::Repeated).

use serde::Deserialize;

use super::patterns::{changed, most};
use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::change::Change;
use crate::check::exceptions::Exceptions;
use crate::check::expression::{Each, Expression, blocks};
use crate::text::{Span, sentences};

/// Finds a match of a pattern that equals the one before it, unless a sentence ends between them.
///
/// `max` repetitions are tolerated in a text; with `letters_only` what is not all letters never
/// counts. The other options are those of [`Patterns`](super::Patterns).
///
/// ```ron
/// find: RepeatedMatch(any_of: [r"[^\s.!?]+"], any_case: true, letters_only: true)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct RepeatedMatch {
    /// The patterns; what lies between two matches is passed over.
    pub any_of: Vec<String>,
    /// How many repetitions are tolerated.
    pub max: usize,
    /// Whether capitals are as good as small letters.
    pub any_case: bool,
    /// Whether only letters count.
    pub letters_only: bool,
    /// Over what no match reaches.
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

impl Kind for RepeatedMatch {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.any_of.is_empty() {
            return Err("RepeatedMatch needs at least one pattern".to_owned());
        }
        if let Some(change) = &self.change {
            change.check()?;
        }
        let case = if self.any_case { "(?i)" } else { "" };
        let whole = format!("{case}(?:{})", self.any_of.join("|"));
        Ok(Box::new(Ready {
            expression: Expression::new(&whole, self.look_around)?,
            except: Exceptions::new(&self.except, self.look_around)?,
            rule: self.clone(),
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
    expression: Expression,
    except: Exceptions,
    rule: RepeatedMatch,
}

impl Ready {
    fn is_again(&self, before: &str, after: &str) -> bool {
        let is_same = if self.rule.any_case {
            before.to_lowercase() == after.to_lowercase()
        } else {
            before == after
        };
        let is_counted = !self.rule.letters_only || after.chars().all(char::is_alphabetic);
        is_same && is_counted && !after.is_empty()
    }

    fn find_in(&self, looking: &Looking<'_>, block: Span) -> Vec<Span> {
        let text = looking.text();
        let mut out = Vec::new();
        let mut n_again = 0;
        let most = usize::MAX;
        let found = self
            .expression
            .all_in(text, block, most, looking.out_of_time);
        for pair in found.windows(2) {
            let [before, after] = pair else { break };
            if !self.is_again(before.of(text).trim(), after.of(text).trim()) {
                continue;
            }
            n_again += 1;
            let both = before.join(*after);
            // a line break alone ends no sentence here
            let words = both.of(text).replace('\n', " ");
            let is_fine = sentences(&words).len() != 1 || self.except.is_exception(both.of(text));
            if n_again > self.rule.max && !is_fine {
                out.push(both);
                n_again = 0;
            }
        }
        out
    }
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let found = blocks(looking, self.rule.each)
            .into_iter()
            .flat_map(|block| self.find_in(looking, block))
            .collect();
        let mut found = self.except.without(looking, found);
        found.retain(|span| looking.may_see(*span));
        found.truncate(most(self.rule.limit));
        found
            .into_iter()
            .map(|span| changed(looking.text(), span, self.rule.change.as_ref()))
            .collect()
    }
}
