//! Threads: an emoji costs its UTF-8 bytes, everything else its UTF-16 units.
//!
//! "Emojis are counted as the number of UTF-8 bytes"
//! (<https://developers.facebook.com/documentation/threads/posts>). The unit of the rest is not named
//! there; UTF-16 is what the tools around it count.
//!
//! Never: shortens a link; links count in full.

use super::count::Tally;
use super::emoji;
use super::units::text_part;

/// Counts `text` as Threads does.
pub(super) fn tally(text: &str) -> Tally {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let (used, n_bytes) = emoji::n_bytes(rest)
            .map_or((c.len_utf16(), c.len_utf8()), |n_bytes| (n_bytes, n_bytes));
        parts.push(text_part(used, at, n_bytes));
        at += n_bytes;
    }
    Tally { parts, also: None }
}
