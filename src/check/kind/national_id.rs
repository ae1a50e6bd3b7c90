//! `NationalId`: the number that a country gave to a person.
//!
//! Never: repeats the number, or any digit of it.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::kept_back::{around, kept_back, speaks_of};
use crate::check::national::{SCHEMES, Scheme};
use crate::check::national_more::MORE;
use crate::text::Span;

/// Finds numbers of people: US social security, UK national insurance and NHS, German, French,
/// Spanish, Italian, Dutch, Swedish, Indian, Canadian, Brazilian ones, and a dozen more beside their name.
///
/// Each is known by the way it is written and by its sums and ranges. Where these say too little (ten
/// digits with a check digit could be anything), a word for the number stands near it. A number
/// behind a word for an order, a part or a lot is none, unless it is called by its name. A Hold of it
/// may be settled with a reason. It has no options.
///
/// ```ron
/// find: NationalId, within: Anywhere
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct NationalId {}

impl Kind for NationalId {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }

    fn may_be_reasoned(&self) -> bool {
        true
    }
}

struct Ready;

/// The fewest digits of one.
const FEWEST: usize = 6;

/// In each of them a digit stands among the first so many signs.
const LEAD: usize = 9;

/// Words before a number of something else.
const THINGS: &[&str] = &[
    "order",
    "part",
    "lot",
    "ref",
    "reference",
    "invoice",
    "item",
    "sku",
    "model",
    "serial",
    "ticket",
    "batch",
    "case",
    "tracking",
    "parcel",
    "article",
    "art",
    "isbn",
    "version",
    "build",
    "no",
    "nr",
    "fax",
    "tel",
    "phone",
    "call",
];

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.bare.text(looking.text());
        let bytes = text.as_bytes();
        let mut out = Vec::new();
        if bytes.iter().filter(|byte| byte.is_ascii_digit()).count() < FEWEST {
            return out;
        }
        let is_of_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let mut before = b' ';
        let mut free_from = 0;
        for (at, byte) in bytes.iter().copied().enumerate() {
            let starts = byte.is_ascii_alphanumeric() && !is_of_word(before);
            let is_tied = matches!(before, b'-' | b'.' | b'+')
                && at
                    .checked_sub(2)
                    .and_then(|at| bytes.get(at))
                    .is_some_and(u8::is_ascii_digit);
            before = byte;
            if !starts || is_tied || at < free_from || !has_digit(bytes, at) {
                continue;
            }
            if let Some(span) = number_at(text, at) {
                free_from = span.end;
                out.push(kept_back(looking, span, "•••"));
            }
        }
        out
    }
}

/// Whether a digit stands near `at`.
fn has_digit(bytes: &[u8], at: usize) -> bool {
    let mut near = bytes.iter().skip(at).take(LEAD);
    near.any(u8::is_ascii_digit)
}

/// The number that begins at `start`.
fn number_at(text: &str, start: usize) -> Option<Span> {
    let written = SCHEMES.iter().chain(MORE).flat_map(|scheme| {
        let forms = scheme.forms.iter();
        forms.map(move |(form, is_enough)| (scheme, *form, *is_enough))
    });
    let mut found = written.filter_map(|(scheme, form, is_enough)| {
        let span = reads(text, start, form)?;
        (is_number(scheme, span.of(text)) && is_meant(text, span, scheme, is_enough))
            .then_some(span)
    });
    found.next()
}

/// The stretch from `start` when it is written like `form`, as a whole.
fn reads(text: &str, start: usize, form: &str) -> Option<Span> {
    let rest = text.as_bytes().get(start..)?;
    let fits = rest.len() >= form.len()
        && form.bytes().zip(rest).all(|(form, byte)| match form {
            b'#' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_alphabetic(),
            other => other == *byte,
        });
    let behind = rest.get(form.len()).copied().unwrap_or(b' ');
    let next = rest.get(form.len() + 1).copied().unwrap_or(b' ');
    let goes_on = behind.is_ascii_alphanumeric()
        || behind == b'_'
        || matches!(behind, b'-' | b'.' | b'/') && next.is_ascii_digit();
    (fits && !goes_on).then(|| Span::new(start, start + form.len()))
}

fn is_number(scheme: &Scheme, words: &str) -> bool {
    let id: String = words
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    (scheme.is_right)(&id)
}

/// Whether the number is one of this kind by its writing or by the words near it.
fn is_meant(text: &str, span: Span, scheme: &Scheme, is_enough: bool) -> bool {
    let near = around(text, span, 48, 24);
    if speaks_of(&near, scheme.words) {
        return true;
    }
    let lead = around(text, span, 20, 0);
    is_enough && !speaks_of(&lead, THINGS)
}
