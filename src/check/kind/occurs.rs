//! `Occurs(of: r"pattern", max: 3)`: something stands too often, or not often enough.
//!
//! Never: finds more than one thing in each stretch that is counted.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::expression::{Each, Expression, MAX_MATCHES, blocks, blocks_of};
use crate::text::{Span, sentences};

/// Finds, once in each text, paragraph, sentence or list item, that a pattern matches more than `max` or fewer
/// than `min` times.
///
/// It is found at the first match, or, where there is none, as the empty stretch at the end. A `max`
/// or `min` of 0 asks for nothing. [`AtMost`](super::AtMost) finds each match that is too many.
/// `{figure}` in what the rule says is the number.
///
/// ```ron
/// find: Occurs(of: r"\w+", max: 25, each: Sentence)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Occurs {
    /// The pattern that is counted; it may match inside words.
    pub of: String,
    /// How many are fine.
    pub max: usize,
    /// How many are wanted.
    pub min: usize,
    /// Whether capitals are as good as small letters.
    pub any_case: bool,
    /// What is counted by itself.
    pub each: Each,
    /// Whether the pattern may look around.
    pub look_around: bool,
}

impl Kind for Occurs {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.of.is_empty() || (self.max == 0 && self.min == 0) {
            return Err(
                "Occurs needs a pattern and a number, as in `Occurs(of: r\"\\w+\", max: 25)`"
                    .to_owned(),
            );
        }
        let case = if self.any_case { "(?i)" } else { "" };
        Ok(Box::new(Ready {
            expression: Expression::new(&format!("{case}(?:{})", self.of), self.look_around)?,
            rule: self.clone(),
        }))
    }

    fn has_patterns(&self) -> bool {
        true
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    /// What is missing has no place; the kind itself asks `may_see`.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    expression: Expression,
    rule: Occurs,
}

impl Ready {
    fn all(&self, text: &str, block: Span, out_of_time: &dyn Fn() -> bool) -> Vec<Span> {
        let most = usize::MAX;
        self.expression.all_in(text, block, most, out_of_time)
    }

    fn one(&self, looking: &Looking<'_>, block: Span) -> Option<Match> {
        let mut found = self.all(looking.text(), block, looking.out_of_time);
        found.retain(|span| looking.may_see(*span));
        let (n, rule) = (found.len(), &self.rule);
        let is_off = (rule.max > 0 && n > rule.max) || (rule.min > 0 && n < rule.min);
        let end = Span::at(block.end);
        is_off.then(|| Match {
            span: found.first().copied().unwrap_or(end),
            ..Match::default()
        })
    }
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        blocks(looking, self.rule.each)
            .into_iter()
            .filter_map(|block| self.one(looking, block))
            .take(MAX_MATCHES)
            .collect()
    }

    fn figure(&self, text: &str, span: Span) -> Option<String> {
        let block = blocks_of(text, &sentences(text), self.rule.each)
            .into_iter()
            .find(|block| block.contains(span))?;
        Some(self.all(text, block, &|| false).len().to_string())
    }
}
