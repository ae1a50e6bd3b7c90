//! Where sentences end, quickly: the rules of Unicode Standard Annex 29, asked of the library only
//! where plain letters do not settle them.
//!
//! Never: differs from the library; a test holds the two against each other on random texts.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;

/// Returns the length of the first sentence of `text`, the white space behind it included.
///
/// A sentence can end only behind a stop. Where everything that has a say in it is ASCII, the few
/// rules that concern ASCII are asked here; else the library is.
pub(super) fn n_bytes_of_first(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let outcome = match byte {
            b'.' | b'!' | b'?' => behind_stop(bytes, at),
            b'\r' | b'\n' => Outcome::Unsure,
            byte if byte.is_ascii() => Outcome::GoesOn(at + 1),
            _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if never_ends(c) => Outcome::GoesOn(at + c.len_utf8()),
                _ => Outcome::Unsure,
            },
        };
        match outcome {
            Outcome::Ends(end) => return end,
            Outcome::GoesOn(next) => at = next,
            Outcome::Unsure => {
                let window = Span::new(from, text.floor_char_boundary(from + WINDOW)).of(text);
                let first = window.split_sentence_bounds().next().unwrap_or(window);
                if first.len() < window.len() || from + window.len() == text.len() {
                    return from + first.len();
                }
                from += window.len();
                at = from;
            }
        }
    }
    text.len()
}

/// How much the library is given at once, in bytes: behind a full stop it may look far ahead for each
/// character. A longer sentence is looked at piece by piece.
const WINDOW: usize = 2048;

/// What is known about a place.
enum Outcome {
    /// The sentence ends there.
    Ends(usize),
    /// It goes on, at least to there.
    GoesOn(usize),
    /// Something other than ASCII has a say in it.
    Unsure,
}

/// Letters, marks and pictures that are neither stops nor paragraph ends, and behind which a stop
/// means the same as behind an ASCII character that is no letter or, for Latin, Greek and Cyrillic
/// letters, as behind one.
const fn never_ends(c: char) -> bool {
    matches!(
        c,
        '\u{a1}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
            | '\u{2010}'..='\u{2023}' | '\u{2025}'..='\u{2027}' | '\u{2030}'..='\u{203b}'
            | '\u{20a0}'..='\u{20bf}' | '\u{1f300}'..='\u{1faff}' | '\u{200d}' | '\u{fe0f}'
    )
}

/// Whether a sentence ends behind the stop at `at`, all that follows being ASCII.
fn behind_stop(bytes: &[u8], at: usize) -> Outcome {
    let is_dot = bytes.get(at) == Some(&b'.');
    let byte = |at: usize| bytes.get(at).copied();
    let skip = |from: usize, is_one: &dyn Fn(u8) -> bool| {
        let rest = bytes.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| is_one(**byte)).count()
    };
    let before = at.checked_sub(1).and_then(byte);
    if before.is_some_and(|byte| !byte.is_ascii()) && is_dot {
        return Outcome::Unsure;
    }
    let is_close = |byte: u8| b"\"'()[]{}".contains(&byte);
    let is_space = |byte: u8| matches!(byte, b' ' | b'\t' | 0x0b | 0x0c);
    let after_close = skip(at + 1, &is_close);
    let after = skip(after_close, &is_space);
    match byte(after) {
        None => return Outcome::GoesOn(after),
        Some(next) if !next.is_ascii() || matches!(next, b'\r' | b'\n') => return Outcome::Unsure,
        Some(b'.' | b'!' | b'?' | b',' | b'-' | b':' | b';') => return Outcome::Unsure,
        Some(next) if is_dot && after == at + 1 => {
            let is_name = before.is_some_and(|byte| byte.is_ascii_alphabetic());
            if next.is_ascii_digit() || (is_name && next.is_ascii_uppercase()) {
                return Outcome::GoesOn(after);
            }
        }
        Some(_) => {}
    }
    if !is_dot {
        return Outcome::Ends(after);
    }
    // a small letter goes on with the sentence, whatever stands before it but another letter or stop
    let is_passed =
        |byte: u8| byte.is_ascii() && !byte.is_ascii_alphabetic() && !b".!?\r\n".contains(&byte);
    match byte(skip(after, &is_passed)) {
        Some(next) if next.is_ascii_lowercase() => Outcome::GoesOn(after),
        Some(next) if !next.is_ascii() => Outcome::Unsure,
        _ => Outcome::Ends(after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Vec<usize> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < text.len() {
            at += n_bytes_of_first(text.get(at..).unwrap());
            out.push(at);
        }
        out
    }

    fn ends_of_library(text: &str) -> Vec<usize> {
        let pieces = text.split_sentence_bound_indices();
        pieces.map(|(at, piece)| at + piece.len()).collect()
    }

    proptest::proptest! {
        #[test]
        fn sentences_end_where_the_library_ends_them(
            text in "(\\PC|[a-zA-Z0-9 .!?,:;'\"()\\-\t]{0,5}[.!?][ )\"']{0,2}|[é’“”…👩\u{200d}\u{301}日。Ωжİ\u{ad}]){0,14}"
        ) {
            proptest::prop_assert_eq!(ends(&text), ends_of_library(&text));
        }

        #[test]
        fn ascii_sentences_end_where_the_library_ends_them(
            text in "[a-cA-C1-2 .!?,:;'\"()\\-\t\r]{0,24}"
        ) {
            proptest::prop_assert_eq!(ends(&text), ends_of_library(&text));
        }
    }
}
