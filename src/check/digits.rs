//! Digits with a check in them: the sums that cards, accounts and national numbers carry.
//!
//! Never: knows what a number is for.

use crate::text::Span;

/// Digits that stand together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Group {
    /// Where.
    pub(super) span: Span,
    /// What ties it to the group before it: a space, a hyphen, a dot, a comma, a slash, an underscore or
    /// the end of a line, with blanks and marks of bold type around it.
    pub(super) joint: Option<u8>,
    /// Whether no Latin letter, digit, underscore or plus stands right before it; other scripts put
    /// no space between a word and a number.
    pub(super) is_open_before: bool,
    /// Whether no Latin letter, digit or underscore stands right behind it.
    pub(super) is_open_behind: bool,
}

/// All groups of digits in a text, in order.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let bytes = text.as_bytes();
    let mut out: Vec<Group> = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_digit() {
            at += 1;
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let n = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let span = Span::new(at, at + n);
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied();
        let joint = out.last().and_then(|last| joint(text, last.span.end, at));
        let is_tied_below = joint == Some(b'_');
        if is_tied_below && let Some(last) = out.last_mut() {
            last.is_open_behind = true;
        }
        let behind = bytes.get(span.end..).unwrap_or_default();
        out.push(Group {
            span,
            joint,
            is_open_before: is_tied_below
                || before.is_none_or(|byte| !is_of_word(byte) && byte != b'+'),
            is_open_behind: behind.first().is_none_or(|byte| !is_of_word(*byte))
                || is_of_card(behind),
        });
        at = span.end;
    }
    out
}

/// Whether bytes begin with what stands behind the number of a card, with or without a space.
fn is_of_card(bytes: &[u8]) -> bool {
    let head = bytes.get(..3).unwrap_or_default().to_ascii_lowercase();
    matches!(head.as_slice(), b"cvv" | b"cvc" | b"exp")
}

/// What ties two groups with only this between them.
fn joint(text: &str, from: usize, to: usize) -> Option<u8> {
    const MOST: usize = 5;
    let between = Span::new(from, to).of(text);
    if between.is_empty() || between.len() > MOST {
        return None;
    }
    let bare = between.trim_matches(|c: char| matches!(c, ' ' | '*' | '\t'));
    match bare {
        "" if between.contains([' ', '\t']) => Some(b' '),
        "-" | "." | "/" | "_" | "," => bare.bytes().next(),
        "\n" | "\r\n" => Some(b'\n'),
        "·" | "•" => Some(b'.'),
        _ => None,
    }
}

const fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The digits in `words` as figures; everything else is passed over.
pub(super) fn figures(words: &str) -> Vec<u8> {
    let digits = words.bytes().filter(u8::is_ascii_digit);
    digits.map(|byte| byte - b'0').collect()
}

/// Whether the last digit is the Luhn check digit of those before it.
///
/// Source: ISO/IEC 7812-1, annex B, <https://en.wikipedia.org/wiki/Luhn_algorithm>.
pub(super) fn luhn(figures: &[u8]) -> bool {
    let weighed = figures.iter().rev().enumerate().map(|(n, figure)| {
        let weighed = u32::from(*figure) * if n % 2 == 1 { 2 } else { 1 };
        weighed / 10 + weighed % 10
    });
    weighed.sum::<u32>() % 10 == 0
}

/// What is left of digits and letters (A is 10, Z is 35, in either case) divided by 97; `None` for
/// anything else.
///
/// Source: ISO 7064, MOD 97-10, as IBANs use it, <https://en.wikipedia.org/wiki/ISO_7064>.
pub(super) fn mod_97(chars: impl Iterator<Item = char>) -> Option<u32> {
    chars.into_iter().try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        let shift = if value < 10 { 10 } else { 100 };
        Some((rest * shift + value) % 97)
    })
}

/// Whether the last digit is the Verhoeff check digit of those before it.
///
/// Source: J. Verhoeff, *Error Detecting Decimal Codes* (1969), as UIDAI uses it,
/// <https://en.wikipedia.org/wiki/Verhoeff_algorithm>.
pub(super) fn verhoeff(figures: &[u8]) -> bool {
    const TURN: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let turned = |figure: u8, n: usize| {
        (0..n % 8).fold(figure, |figure, _| {
            TURN.get(usize::from(figure)).copied().unwrap_or_default()
        })
    };
    let figures = figures.iter().rev().enumerate();
    figures.fold(0, |sum, (n, figure)| dihedral(sum, turned(*figure, n))) == 0
}

/// The product of two elements of the group of a pentagon's turns (0 to 4) and flips (5 to 9).
const fn dihedral(a: u8, b: u8) -> u8 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b) % 5,
        (false, true) => 5 + (a - b) % 5,
        (false, false) => (5 + a - b) % 5,
    }
}

/// The sum of the figures, each times its weight.
pub(super) fn weighed(figures: &[u8], weights: &[u32]) -> u32 {
    let pairs = figures.iter().zip(weights);
    pairs
        .map(|(figure, weight)| u32::from(*figure) * weight)
        .sum()
}

/// How many bits each character tells, by how often each stands in `words` (Shannon's entropy): 0
/// for one character repeated, about 4.5 for thirty letters and digits at random.
pub(super) fn entropy(words: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in words.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let n = words.len().max(1) as f64;
    let bits = counts.iter().filter(|count| **count > 0).map(|count| {
        let share = f64::from(*count) / n;
        -share * share.log2()
    });
    bits.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the pages that the docs above name.
    #[test]
    fn published_examples_come_out() {
        assert!(luhn(&figures("17893729974")));
        assert!(!luhn(&figures("17893729975")));
        assert!(verhoeff(&figures("2363")));
        assert!(!verhoeff(&figures("2633")));
        assert_eq!(mod_97("3214282912345698765432161182".chars()), Some(1));
        assert_eq!(mod_97("WEST12345698765432GB82".chars()), Some(1));
        assert_eq!(mod_97("west12345698765432gb82".chars()), Some(1));
        assert_eq!(mod_97("-".chars()), None);
    }

    #[test]
    fn a_digit_that_is_off_is_found_by_verhoeff_wherever_it_stands() {
        let good = figures("2363");
        for at in 0..good.len() {
            for other in (0..10).filter(|other| *other != good[at]) {
                let mut bad = good.clone();
                bad[at] = other;
                assert!(!verhoeff(&bad), "{bad:?}");
            }
        }
    }

    #[test]
    fn entropy_grows_with_what_is_told() {
        assert!(entropy("aaaa") < f64::EPSILON);
        assert!((entropy("abab") - 1.0).abs() < 1e-9);
        assert!((entropy("abcdefgh") - 3.0).abs() < 1e-9);
        assert!(entropy("") < f64::EPSILON);
    }

    #[test]
    fn groups_know_what_ties_them() {
        let told: Vec<_> = groups("a1 22-333. +4 5\u{e9}")
            .into_iter()
            .map(|one| {
                (
                    one.span.start,
                    one.joint,
                    one.is_open_before,
                    one.is_open_behind,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (1, None, false, true),
                (3, Some(b' '), true, true),
                (6, Some(b'-'), true, true),
                (12, None, false, true),
                (14, Some(b' '), true, true)
            ]
        );
    }
}
