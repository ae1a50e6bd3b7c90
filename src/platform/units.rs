//! Plain units: graphemes, code points, UTF-16 units, bytes.
//!
//! Never: treats a link or an emoji as anything special.

use super::count::{Part, Tally, What};
use crate::text::{Span, graphemes as each_grapheme};

/// Counts what a reader calls characters.
pub(super) fn graphemes(text: &str) -> Tally {
    let parts = each_grapheme(text).map(|(at, grapheme)| text_part(1, at, grapheme.len()));
    tally(parts.collect())
}

/// Counts Unicode code points.
pub(super) fn scalars(text: &str) -> Tally {
    each_char(text, |_| 1)
}

/// Counts UTF-16 units.
pub(super) fn utf16(text: &str) -> Tally {
    each_char(text, char::len_utf16)
}

/// Counts UTF-8 bytes.
pub(super) fn bytes(text: &str) -> Tally {
    each_char(text, char::len_utf8)
}

/// A part of plain text: `n_bytes` bytes from `at` on.
pub(super) fn text_part(used: usize, at: usize, n_bytes: usize) -> Part {
    Part {
        what: What::Text,
        used: u32::try_from(used).unwrap_or(u32::MAX),
        span: Span::new(at, at + n_bytes),
    }
}

/// One part for each code point.
fn each_char(text: &str, cost: impl Fn(char) -> usize) -> Tally {
    let parts = text
        .char_indices()
        .map(|(at, c)| text_part(cost(c), at, c.len_utf8()));
    tally(parts.collect())
}

/// Parts without a second limit.
const fn tally(parts: Vec<Part>) -> Tally {
    Tally { parts, also: None }
}
