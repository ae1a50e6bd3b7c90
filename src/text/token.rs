//! Folded words with a way back to the original bytes.
//!
//! Never: hands out an offset of the folded text; folding changes lengths (`ß` becomes two
//! characters), so each token keeps the span it came from.

use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;

/// One word of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What is compared: see [`fold`].
    pub folded: SmolStr,
}

/// Returns `word` as it is compared: in any case alike, composed, `’` as `'`, without what nobody
/// sees (soft hyphens, joiners, marks of direction).
///
/// Case is folded as Unicode does it, so `ß` is `ss`; and the four letters that Turkish has for two
/// (`I`, `ı`, `İ`, `i`) are one, because a text does not say which language it is in.
///
/// ```
/// use postwright::text::fold;
/// assert_eq!(fold("STRASSE"), fold("Straße"));
/// assert_eq!(fold("İstanbul"), fold("ISTANBUL"));
/// assert_eq!(fold("Don’t"), "don't");
/// ```
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut before = ' ';
    caseless::default_case_fold_str(word)
        .chars()
        .filter_map(|c| {
            let is_dot_of_i = c == '\u{307}' && before == 'i';
            let c = match c {
                'ı' => 'i',
                '’' | '‘' | 'ʼ' | '＇' => '\'',
                c => c,
            };
            let is_kept = !is_dot_of_i && !is_unseen(c);
            if is_kept {
                before = c;
            }
            is_kept.then_some(c)
        })
        .nfc()
        .collect()
}

/// Whether a reader sees nothing of `c`: soft hyphen, joiners, marks of direction, and what asks
/// for a shape of the character before it.
pub(super) const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
    )
}

/// Returns the words of `text` in order; punctuation and white space are none.
///
/// Words end where Unicode Standard Annex 29 says. Chinese characters and Thai letters are words of
/// their own, since no space divides them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut from = 0;
    while from < text.len() {
        let (plain, other) = stretch(text, from);
        for span in [plain, other] {
            let words = span.of(text).unicode_word_indices();
            out.extend(words.map(|(at, word)| Token {
                span: Span::new(span.start + at, span.start + at + word.len()),
                folded: folded(word),
            }));
        }
        from = other.end;
    }
    out
}

fn folded(word: &str) -> SmolStr {
    if word.is_ascii() {
        word.bytes()
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect()
    } else {
        fold(word).into()
    }
}

/// The stretch from `from` on that is ASCII, and the stretch behind it that is not: words of ASCII
/// are found much faster. Both end at white space, where words end whatever stands around it.
fn stretch(text: &str, from: usize) -> (Span, Span) {
    let bytes = text.as_bytes().get(from..).unwrap_or_default();
    let n_ascii = bytes.iter().take_while(|byte| byte.is_ascii()).count();
    if n_ascii == bytes.len() {
        return (Span::new(from, text.len()), Span::at(text.len()));
    }
    let head = bytes.get(..n_ascii).unwrap_or_default();
    // the space itself goes with what follows: a combining mark would belong to it
    let is_space = |at: &usize| head.get(*at).is_some_and(u8::is_ascii_whitespace);
    let space = (0..n_ascii).rev().find(is_space).unwrap_or_default();
    let start = (0..space).rev().find(|at| !is_space(at));
    let start = start.map_or(0, |at| at + 1);
    let rest = bytes.get(n_ascii..).unwrap_or_default();
    let is_end = |pair: &[u8]| matches!(pair, [space, next] if space.is_ascii_whitespace() && next.is_ascii());
    let end = rest.windows(2).position(is_end);
    let end = end.map_or(bytes.len(), |at| n_ascii + at);
    (
        Span::new(from, from + start),
        Span::new(from + start, from + end),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words as they are found without a look at ASCII.
    fn plainly(text: &str) -> Vec<Token> {
        let words = text
            .split_word_bound_indices()
            .filter(|(_, word)| word.chars().any(char::is_alphanumeric));
        words
            .map(|(at, word)| Token {
                span: Span::new(at, at + word.len()),
                folded: fold(word).into(),
            })
            .collect()
    }

    proptest::proptest! {
        #[test]
        fn stretches_of_ascii_change_nothing(
            text in "([a-zA-Z0-9 .,:;'_\r\n\t]{0,6}(\\PC|[’é\u{301}\u{200d}👩🇫🇷\u{e38}日カ한\u{ad}\u{2003}ß])?){0,12}"
        ) {
            proptest::prop_assert_eq!(tokens(&text), plainly(&text));
        }

        #[test]
        fn a_folded_word_is_folded(word in "(\\PC|[İıßŉΐẞ\u{307}\u{345}]){0,6}") {
            let once = fold(&word);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }

    #[test]
    fn folding_keeps_the_original_bytes() {
        for (text, word, folded) in [
            ("the İSTANBUL desk", "İSTANBUL", "istanbul"),
            ("die Straße hier", "Straße", "strasse"),
            ("a cafe\u{301} here", "cafe\u{301}", "café"),
            (
                "gua\u{ad}ran\u{200d}tee",
                "gua\u{ad}ran\u{200d}tee",
                "guarantee",
            ),
            ("ΟΔΟΣ", "ΟΔΟΣ", "οδοσ"),
        ] {
            let tokens = tokens(text);
            let found = tokens.iter().find(|token| token.folded == folded);
            assert_eq!(found.map(|token| token.span.of(text)), Some(word), "{text}");
        }
    }
}
