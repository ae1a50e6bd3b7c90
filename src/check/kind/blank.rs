//! `Blank`: a `{blank}` of a template that was not filled in.
//!
//! Never: finds one inside code or a quotation, where curly brackets are what is talked about.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::blanks::blanks;
use crate::text::Span;

/// Finds a `{blank}` that is left over, with its brackets.
///
/// What stands between the brackets is a few words, dots or nothing. Numbers (`{1, 2}`) and what
/// looks like program text (`{"a": 1}`) are no blanks.
///
/// ```ron
/// find: Blank
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Blank {}

impl Kind for Blank {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }

    /// A blank may hold a handle or a link (`{@handle}`), which other rules leave alone.
    fn is_of_the_whole(&self) -> bool {
        true
    }

    fn may_be_reasoned(&self) -> bool {
        true
    }
}

struct Ready;

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let found = blanks(looking.text()).into_iter();
        // the last bracket may belong to a link that is to be filled in
        let is_seen = |span: &Span| looking.may_see(Span::new(span.start, span.start + 1));
        found
            .filter(is_seen)
            .map(|span| Match {
                span,
                ..Match::default()
            })
            .collect()
    }
}
