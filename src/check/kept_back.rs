//! A match that must not be repeated: how it is shown, known again, masked and taken out.
//!
//! Never: puts the words themselves into anything that is shown or stored.

use sha2::{Digest as _, Sha256};

use super::kind::{Looking, Match};
use super::{Applicability, Fix};
use crate::text::Span;

/// A match at `span` of the text without disguise; `mask` is what can be shown of it.
pub(super) fn kept_back(looking: &Looking<'_>, span: Span, mask: &str) -> Match {
    let text = looking.text();
    let source = looking.bare.source(span);
    let words = span.of(looking.bare.text(text));
    let mut masked = Fix::replace(text, source, mask);
    masked.applicability = Applicability::Ask;
    Match {
        span: source,
        fixes: vec![masked, Fix::replace(text, source, "")],
        masked: Some(format!("{mask} #{}", print(words))),
        ..Match::default()
    }
}

/// The first 16 bits of the SHA-256 of the letters and digits: enough to tell two keys of one draft
/// apart. It stays with the draft, which holds the words anyway: beside the last digits of a number
/// it would tell much of the rest.
fn print(words: &str) -> String {
    let told: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
    let hash = Sha256::digest(told.as_bytes());
    let first: Vec<String> = hash
        .iter()
        .take(2)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    first.concat()
}

/// The first four characters and an ellipsis.
pub(super) fn beginning(words: &str) -> String {
    let first: String = words.chars().take(4).collect();
    first + "…"
}

/// What may stand around a number of a person in small letters: up to `before` bytes before it and
/// `behind` bytes behind it, in the same block.
pub(super) fn around(text: &str, span: Span, before: usize, behind: usize) -> String {
    let start = text.floor_char_boundary(span.start.saturating_sub(before));
    let end = text.ceil_char_boundary((span.end + behind).min(text.len()));
    let lead = Span::new(start, span.start).of(text);
    let tail = Span::new(span.end, end).of(text);
    let mut lines = lead.rsplit('\n');
    let mut kept = lines.next().map_or(0, str::len);
    for line in lines {
        if line.trim().is_empty() {
            break;
        }
        kept += line.len() + 1;
    }
    let lead = Span::new(lead.len().saturating_sub(kept), lead.len()).of(lead);
    let tail = tail.split("\n\n").next().unwrap_or_default();
    format!("{lead} \u{0} {tail}").to_lowercase()
}

/// Whether one of `words` (in small letters) stands in `around` as a word of its own.
pub(super) fn speaks_of(around: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        around.match_indices(word).any(|(at, found)| {
            let before = around.get(..at).unwrap_or_default();
            let behind = around.get(at + found.len()..).unwrap_or_default();
            let is_letter = |c: char| c.is_alphabetic();
            !before.ends_with(is_letter) && !behind.starts_with(is_letter)
        })
    })
}
