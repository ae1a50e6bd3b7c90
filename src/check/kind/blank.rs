//! `Blank`: a `{blank}` of a template that was not filled in.
//!
//! Never: finds one inside code or a quotation, where curly brackets are what is talked about.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
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

/// The longest blank, in bytes; more is a paragraph between brackets.
const MAX: usize = 200;

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let mut out = Vec::new();
        let mut open: Option<usize> = None;
        for (at, c) in text.char_indices() {
            match c {
                '{' => open = Some(at),
                '\n' => open = None,
                '}' => {
                    let span = open.take().map(|start| Span::new(start, at + 1));
                    let is_found = |span: &Span| is_blank(span.of(text)) && is_seen(looking, *span);
                    out.extend(span.filter(is_found).map(|span| Match {
                        span: with_doubled(text, span),
                        ..Match::default()
                    }));
                }
                _ => {}
            }
        }
        out
    }
}

/// Whether the rule may look at the first bracket; the last one may belong to a link that is to be
/// filled in.
fn is_seen(looking: &Looking<'_>, span: Span) -> bool {
    looking.may_see(Span::new(span.start, span.start + 1))
}

fn is_blank(words: &str) -> bool {
    let inner = words
        .strip_prefix('{')
        .and_then(|words| words.strip_suffix('}'))
        .unwrap_or_default()
        .trim();
    let is_program = inner.contains(['"', ';', '=', '\\', '$']);
    let is_dots = inner.chars().all(|c| "._…-–?".contains(c));
    inner.len() <= MAX && !is_program && (is_dots || inner.chars().any(char::is_alphabetic))
}

/// `{{blank}}` is one blank.
fn with_doubled(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    if before.ends_with('{') && after.starts_with('}') {
        Span::new(span.start - 1, span.end + 1)
    } else {
        span
    }
}
