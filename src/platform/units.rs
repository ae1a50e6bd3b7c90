//! Plain units: graphemes, code points, UTF-16 units, bytes.
//!
//! Never: treats a link or an emoji as anything special.

use super::count::{Part, Tally, What};
use crate::text::{Span, n_graphemes};

/// Counts what a reader calls characters.
pub(super) fn graphemes(text: &str) -> Tally {
    whole(text, &|piece| n_graphemes(piece))
}

/// Counts Unicode code points.
pub(super) fn scalars(text: &str) -> Tally {
    whole(text, &|piece| piece.chars().count())
}

/// Counts UTF-16 units.
pub(super) fn utf16(text: &str) -> Tally {
    whole(text, &|piece| piece.encode_utf16().count())
}

/// Counts UTF-8 bytes.
pub(super) fn bytes(text: &str) -> Tally {
    whole(text, &str::len)
}

fn whole(text: &str, count: &dyn Fn(&str) -> usize) -> Tally {
    let used = u32::try_from(count(text)).unwrap_or(u32::MAX);
    let parts = if text.is_empty() {
        Vec::new()
    } else {
        vec![Part {
            what: What::Text,
            used,
            span: Span::all(text),
        }]
    };
    Tally { parts, also: None }
}
