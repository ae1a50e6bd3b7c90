//! What a text loses on its way to the clipboard.
//!
//! Never: changes a word.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use super::Span;

/// A text fit for the clipboard, and what was taken out of it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Cleaned {
    /// Composed (NFC), line breaks as LF, no control characters but tab and LF.
    pub text: String,
    /// How many control characters were removed.
    pub n_removed: usize,
}

/// Returns `text` with every line break as LF.
pub fn with_lf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Returns `text` as it may stand on a clipboard: NFC, LF, no control characters.
///
/// A NUL would end the text in programs written in C, an escape character would act in a terminal.
///
/// ```
/// let cleaned = postwright::text::for_clipboard("cafe\u{301}\r\n\u{7}");
/// assert_eq!((cleaned.text.as_str(), cleaned.n_removed), ("café\n", 1));
/// ```
pub fn for_clipboard(text: &str) -> Cleaned {
    let mut n_removed = 0;
    let text = with_lf(text)
        .chars()
        .filter(|c| {
            let keep = !c.is_control() || matches!(c, '\n' | '\t');
            n_removed += usize::from(!keep);
            keep
        })
        .nfc()
        .collect();
    Cleaned { text, n_removed }
}

/// Returns where `places` of the cleaned text stand in `text`, the text it was made of.
///
/// `places` are in order, in bytes. One inside a letter that was composed is moved to its end.
///
/// ```
/// use postwright::text::{for_clipboard, places_in_source};
/// let text = "cafe\u{301}\r\nbar";
/// let cleaned = for_clipboard(text).text;
/// assert_eq!(places_in_source(text, &cleaned, &[3, 5, 6]), [3, 6, 8]);
/// ```
pub fn places_in_source(text: &str, cleaned: &str, places: &[usize]) -> Vec<usize> {
    if text == cleaned {
        return places.to_vec();
    }
    let mut out = Vec::with_capacity(places.len());
    let mut places = places.iter().peekable();
    let mut before = ' ';
    let mut starts = Vec::new();
    for (at, c) in text.char_indices() {
        if never_joins(c) && (c, before) != ('\n', '\r') {
            starts.push(at);
        }
        before = c;
    }
    starts.push(text.len());
    let (mut start, mut n_clean) = (0, 0);
    for end in starts {
        while places.next_if(|place| **place <= n_clean).is_some() {
            out.push(start);
        }
        let stretch = Span::new(start, end).of(text);
        let mut chars = stretch.chars();
        let n_stretch = match (chars.next(), chars.next()) {
            (Some(c), None) if never_joins(c) => c.len_utf8(),
            _ => for_clipboard(stretch).text.len(),
        };
        while let Some(place) = places.next_if(|place| **place < n_clean + n_stretch) {
            out.push(start + n_before(stretch, place - n_clean));
        }
        n_clean += n_stretch;
        start = end;
    }
    out.extend(places.map(|_| text.len()));
    out
}

/// How many bytes of `stretch` become its first `n_clean` bytes once they are cleaned.
fn n_before(stretch: &str, n_clean: usize) -> usize {
    let ends: Vec<usize> = stretch
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    let cleaned = |end: &usize| for_clipboard(Span::new(0, *end).of(stretch)).text.len();
    let n = ends.partition_point(|end| cleaned(end) <= n_clean);
    n.checked_sub(1)
        .and_then(|last| ends.get(last).copied())
        .unwrap_or_default()
}

/// Whether `c` starts a stretch that is cleaned for itself: nothing composes across it.
fn never_joins(c: char) -> bool {
    let is_kept = !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    is_kept
        && (c.is_ascii()
            || (canonical_combining_class(c) == 0
                && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes))
}
