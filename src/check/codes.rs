//! What opens a door, an account or a wallet and has no shape of its own: codes, seed phrases, logins.
//!
//! Never: takes a number for a code that no such word announces.

use super::advice::is_advice;
use super::likely::{is_code, is_plain_password, is_strong};
use super::placeholder::{is_placeholder, stands_for_one};
use super::tied::{Tie, cut, tied};
use crate::text::Span;

/// How far is read behind a word, in bytes.
const REACH: usize = 400;

/// The text behind a word, and where it ends.
fn behind(text: &str, word: Span) -> (&str, usize) {
    let end = text.floor_char_boundary(text.len().min(word.end + REACH));
    (Span::new(word.end, end).of(text), end)
}

/// The digits that a word for a code announces: "the door code is 4821", "PIN: 4821#".
pub(super) fn code(text: &str, word: Span) -> Option<Span> {
    let (rest, end) = behind(text, word);
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_') {
        return None;
    }
    let called = word.of(text);
    let (tie, value) = tied(rest, called, true)?;
    let value = value.trim_start_matches([' ', '*', '"', '“', '\'', '‘', '#']);
    let digits = value.len()
        - value
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-'))
            .len();
    let shown = value.get(..digits)?.trim_end_matches([' ', '-']);
    let n = shown.bytes().filter(u8::is_ascii_digit).count();
    let next = value.get(shown.len()..)?.chars().next();
    let is_open = next.is_none_or(|c| {
        !c.is_alphanumeric() && !matches!(c, '/' | '%' | '€' | '$' | '£' | '°' | '–')
    });
    let is_pin = called.eq_ignore_ascii_case("pin");
    let is_shouted = called.chars().all(|c| c.is_ascii_uppercase() || c == ' ');
    let is_year =
        tie != Tie::Word && n == 4 && (shown.starts_with("19") || shown.starts_with("20"));
    // a pin may be one of a jacket, and six digits an Indian postcode
    let after = value.get(shown.len()..)?.trim_start_matches(' ');
    let goes_on = after.starts_with(char::is_alphabetic);
    let is_meant = match tie {
        Tie::Sign if is_pin && !is_shouted && goes_on => false,
        Tie::Nothing => !is_pin || is_shouted && n == 4,
        Tie::Sign | Tie::Word => !called.to_lowercase().starts_with("pin") || n == 4 || n == 5,
    };
    let joints = shown.matches([' ', '-']).count();
    let is_row = joints <= 2
        && shown
            .split([' ', '-'])
            .all(|group| (1..=8).contains(&group.len()));
    let is_short = called.eq_ignore_ascii_case("cvv") || called.eq_ignore_ascii_case("cvc");
    let fewest = if is_short { 3 } else { 4 };
    let is_real = (fewest..=10).contains(&n) && is_row && is_open && !is_year && is_meant;
    let is_counted = Tie::Nothing == tie && value.get(shown.len()..)?.starts_with(" digit");
    let start = end - value.len();
    (is_real && !is_counted && !is_made_up(shown) && !is_advice(text, word))
        .then(|| Span::new(start, start + shown.len()))
}

/// "0000", "1234", "123456"
fn is_made_up(shown: &str) -> bool {
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    is_placeholder(&digits)
}

/// Twelve words or more behind a word for a seed phrase.
pub(super) fn phrase(text: &str, word: Span) -> Option<Span> {
    const FEWEST: usize = 12;
    const MOST: usize = 24;
    let (rest, end) = behind(text, word);
    let (_, rest) = tied(rest, word.of(text), true)?;
    let rest = rest.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let start = end - rest.len();
    let (mut at, mut n, mut last) = (0, 0, 0);
    for piece in rest.split_inclusive(|c: char| !c.is_ascii_lowercase()) {
        let word = piece.trim_end_matches(|c: char| !c.is_ascii_lowercase());
        let is_gap = word.is_empty()
            && piece
                .chars()
                .all(|c| c.is_whitespace() || c.is_ascii_digit() || ",.)-".contains(c));
        let is_word = (3..=8).contains(&word.len()) && !OF_A_SENTENCE.contains(&word);
        if !is_gap && !is_word || n == MOST {
            break;
        }
        if is_word {
            n += 1;
            last = at + word.len();
        }
        at += piece.len();
    }
    (n >= FEWEST).then(|| Span::new(start, start + last))
}

/// Words of a sentence that no such phrase has.
/// Source: <https://github.com/bitcoin/bips/blob/master/bip-0039/english.txt>
const OF_A_SENTENCE: &[&str] = &[
    "the", "and", "for", "your", "are", "not", "but", "from", "our", "was", "has", "were", "their",
    "them", "which", "does", "each", "such", "into", "how", "its", "may",
];

/// "admin / …", "u/p: demo/…", "login: demo:…": what stands behind the name.
pub(super) fn login(text: &str, word: Span) -> Option<Span> {
    const NEAR: usize = 64;
    let (rest, _) = behind(text, word);
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let near = Span::new(0, rest.floor_char_boundary(NEAR)).of(rest);
    let lead = near.len() - near.trim_start_matches([' ', ':', '\n']).len();
    let near = near.get(lead..)?.split('\n').next()?;
    let from = word.end + lead;
    let places = near.match_indices(['/', ':', '|']);
    let mut found = places.filter_map(|(at, sign)| {
        let name = near.get(..at)?.trim_end();
        let name = name.rsplit([' ', '"', '(', '“', '`']).next()?;
        let tail = near.get(at + sign.len()..)?;
        let value = cut(tail.trim_start_matches(' '), None, false);
        let start = from + at + sign.len() + tail.len() - tail.trim_start_matches(' ').len();
        let is_name = name.len() > 1
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "._-@+".contains(c));
        let is_value = is_strong(value) || is_plain_password(value) && value.len() >= 8;
        let is_path = tail.starts_with('/') || value.contains('/');
        (is_name && is_value && !is_path && !stands_for_one(value) && !is_code(value))
            .then(|| Span::new(start, start + value.len()))
    });
    found.next().filter(|_| !is_advice(text, word))
}

/// `curl -u anna:…`, `mysql -u root -p…`
pub(super) fn option(text: &str, word: Span) -> Option<Span> {
    let (rest, end) = behind(text, word);
    let called = word.of(text).to_lowercase();
    let rest = if called.starts_with('m') {
        let line = rest.split('\n').next()?;
        let at = line.find(" -p")?;
        rest.get(at + 3..)?
    } else {
        rest
    };
    let is_alone = called.starts_with('m') || called.ends_with("-p");
    let bare = if called.starts_with('m') {
        rest
    } else {
        rest.trim_start_matches([' ', '='])
    };
    let value = cut(bare.trim_start_matches(['"', '\'']), None, false);
    let start = end - bare.trim_start_matches(['"', '\'']).len();
    let (skipped, value) = if is_alone {
        (0, value)
    } else {
        let (name, value) = value.split_once(':')?;
        (name.len() + 1, value)
    };
    let is_real = value.len() >= 5 && (is_plain_password(value) || is_strong(value));
    (is_real && !stands_for_one(value))
        .then(|| Span::new(start + skipped, start + skipped + value.len()))
}
