//! `Patterns(any_of: [..])`: several regular expressions at once, with what may stand.
//!
//! Never: goes back without a limit; look-around is for the rules that ask for it.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::Fix;
use crate::check::change::Change;
use crate::check::exceptions::Exceptions;
use crate::check::expression::{Each, Expression, MAX_MATCHES, blocks};
use crate::text::Span;

/// Finds what any of some patterns match, as whole words.
///
/// It is what rules of other tools become. Unlike [`Pattern`](super::Pattern) it looks over line
/// breaks, unlike [`AnyOf`](super::AnyOf) it keeps to capitals, spaces and hyphens as they are
/// written. `inside_words: true` leaves out the word boundaries. `before` and `after` are put around
/// all of them, without a boundary. A match counts for nothing when one of `except` stands in it, or
/// when it stands in one of several words. `each` says over what no match reaches (`Text`,
/// `Paragraph`, `Sentence` or `Item`, of a list), `limit` how many are found at most, and `change`
/// what the fix makes of the words (`Replace`, `Trim`, `TrimStart`, `TrimEnd`, `CutAt`, `Piece` or
/// `SmallWords`). A pattern that looks around is marked with `look_around: true`; it stops when it
/// goes back too often.
///
/// ```ron
/// find: Patterns(any_of: [r"utili[sz]e\w*", "in order to"], any_case: true)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Patterns {
    /// The patterns; at each place the first one that matches is taken.
    pub any_of: Vec<String>,
    /// What must stand directly before.
    pub before: String,
    /// What must stand directly behind.
    pub after: String,
    /// Whether capitals are as good as small letters.
    pub any_case: bool,
    /// Whether a match may begin or end inside a word.
    pub inside_words: bool,
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

impl Kind for Patterns {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.any_of.is_empty() && self.before.is_empty() && self.after.is_empty() {
            return Err("Patterns needs at least one pattern".to_owned());
        }
        if let Some(change) = &self.change {
            change.check()?;
        }
        let case = if self.any_case { "(?i)" } else { "" };
        let is_bare = self.inside_words || self.any_of.is_empty();
        let edge = if is_bare { "" } else { r"\b" };
        let any = self.any_of.join("|");
        let (before, after) = (&self.before, &self.after);
        let whole = format!("{case}{before}(?m){edge}(?:{any}){edge}{after}");
        Ok(Box::new(Ready {
            expression: Expression::new(&whole, self.look_around)?,
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

/// How many matches a rule takes.
pub(super) const fn most(limit: usize) -> usize {
    if limit == 0 || limit > MAX_MATCHES {
        MAX_MATCHES
    } else {
        limit
    }
}

/// A match with the fix that a change makes.
pub(super) fn changed(text: &str, span: Span, change: Option<&Change>) -> Match {
    let words = change.and_then(|change| change.of(span.of(text)));
    Match {
        span,
        fixes: words
            .map(|words| Fix::replace(text, span, &words))
            .into_iter()
            .collect(),
        ..Match::default()
    }
}

struct Ready {
    expression: Expression,
    except: Exceptions,
    each: Each,
    limit: usize,
    change: Option<Change>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut found = Vec::new();
        for block in blocks(looking, self.each) {
            if found.len() >= MAX_MATCHES {
                break;
            }
            found.extend(self.expression.find_in(looking, block));
        }
        let mut found = self.except.without(looking, found);
        found.retain(|span| looking.may_see(*span));
        found.truncate(self.limit);
        found
            .into_iter()
            .map(|span| changed(looking.text(), span, self.change.as_ref()))
            .collect()
    }
}
