//! `Either(pairs: [("adviser", "advisor")])`: one of two patterns in a text, not both.
//!
//! Never: says which of the two is right.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::Fix;
use crate::check::expression::{Each, Expression, blocks};
use crate::check::ready::in_the_case_of;
use crate::text::Span;

/// Finds the last match of a pair of patterns, once both have matched in the text.
///
/// The fix writes the other form, where that is plain words. The options are those of
/// [`Patterns`](super::Patterns); [`Consistent`](super::Consistent) finds every form that stands
/// less often, for plain phrases.
///
/// ```ron
/// find: Either(pairs: [(r"advis[e]r", "advisor")], any_case: true)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Either {
    /// The pairs.
    pub pairs: Vec<(String, String)>,
    /// Whether capitals are as good as small letters.
    pub any_case: bool,
    /// Whether a match may begin or end inside a word.
    pub inside_words: bool,
    /// What has one finding of each pair at most.
    pub each: Each,
    /// Whether a pattern may look around.
    pub look_around: bool,
}

impl Kind for Either {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.pairs.is_empty() {
            return Err("Either needs at least one pair".to_owned());
        }
        let case = if self.any_case { "(?i)" } else { "" };
        let edge = if self.inside_words { "" } else { r"\b" };
        let one = |pattern: &str| {
            let whole = format!("{case}(?m){edge}(?:{pattern}){edge}");
            Expression::new(&whole, self.look_around)
        };
        let pairs = self.pairs.iter().map(|(first, second)| {
            Ok(Pair {
                forms: [one(first)?, one(second)?],
                written: [first.clone(), second.clone()],
            })
        });
        Ok(Box::new(Ready {
            pairs: pairs.collect::<Result<_, String>>()?,
            each: self.each,
        }))
    }

    fn has_patterns(&self) -> bool {
        true
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

struct Pair {
    forms: [Expression; 2],
    written: [String; 2],
}

impl Pair {
    /// The places of both forms in a block, in order; where both match, the first form stands.
    fn places(&self, looking: &Looking<'_>, block: Span) -> Vec<(Span, bool)> {
        let [first, second] = &self.forms;
        let firsts = first.find_in(looking, block);
        let mut places: Vec<(Span, bool)> = second
            .find_in(looking, block)
            .into_iter()
            .filter(|span| !firsts.iter().any(|first| first.overlaps(*span)))
            .map(|span| (span, true))
            .collect();
        places.extend(firsts.into_iter().map(|span| (span, false)));
        places.retain(|(span, _)| looking.may_see(*span));
        places.sort();
        places
    }

    fn found(&self, text: &str, (span, is_second): (Span, bool)) -> Match {
        let [first, second] = &self.written;
        let other = if is_second { first } else { second };
        let is_plain = other
            .chars()
            .all(|c| c.is_alphanumeric() || " -'’".contains(c));
        let insert = in_the_case_of(span.of(text), other);
        Match {
            span,
            fixes: is_plain
                .then(|| Fix::replace(text, span, &insert))
                .into_iter()
                .collect(),
            ..Match::default()
        }
    }
}

struct Ready {
    pairs: Vec<Pair>,
    each: Each,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut out = Vec::new();
        let blocks = blocks(looking, self.each);
        for pair in &self.pairs {
            let mut seen = [false, false];
            for block in &blocks {
                let places = pair.places(looking, *block);
                seen[0] |= places.iter().any(|(_, is_second)| !is_second);
                seen[1] |= places.iter().any(|(_, is_second)| *is_second);
                if let (Some(last), [true, true]) = (places.last(), seen) {
                    out.push(pair.found(looking.text(), *last));
                }
            }
        }
        out.sort_by_key(|one| one.span);
        out
    }
}
