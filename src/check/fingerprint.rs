//! Words that must not be read: folded, and as salted, stretched fingerprints.
//!
//! Never: keeps a word of a text; of a phrase that was looked at it keeps a number.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::guideline::Terms;
use crate::text::{Bare, Span};

/// The most words of a phrase.
pub(super) const MOST_WORDS: usize = 4;
/// Bytes of a hash that make a fingerprint.
const PRINT_BYTES: usize = 8;
/// How many phrases a lock remembers before it forgets them all.
const MOST_KNOWN: usize = 200_000;

/// A folded word of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Folded {
    /// NFKD, without marks, in small letters.
    pub(super) word: String,
    /// Where it stands in the text.
    pub(super) span: Span,
    /// Whether a sentence or a paragraph begins with it.
    pub(super) begins: bool,
}

/// The words of a text: split on what is neither letter nor digit and where `camelCase` begins anew;
/// without the s of a possessive.
pub(super) fn folded(text: &str) -> Vec<Folded> {
    let bare = Bare::of(text);
    let read = bare.text(text);
    let mut out: Vec<Folded> = Vec::new();
    let mut word = Word::default();
    let mut letters = read.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        if is_combining_mark(c) {
            word.end = at + c.len_utf8();
            continue;
        }
        if !c.is_alphanumeric() {
            word.close(&bare, &mut out);
            word.gap.push(c);
            word.follows_apostrophe = matches!(c, '\'' | '’' | 'ʼ' | '＇');
            continue;
        }
        let next = letters.peek().map(|(_, next)| *next);
        if word.turns(c, next) {
            word.close(&bare, &mut out);
        }
        word.push(at, c);
    }
    word.close(&bare, &mut out);
    out
}

/// A word that is being read.
#[derive(Default)]
struct Word {
    folded: String,
    start: usize,
    end: usize,
    last: Option<char>,
    follows_apostrophe: bool,
    /// What stands between it and the word before.
    gap: String,
}

impl Word {
    /// Whether another word begins with `c`: `blueFinch`, `ACMECorp`.
    fn turns(&self, c: char, next: Option<char>) -> bool {
        let Some(last) = self.last else {
            return false;
        };
        let is_first_of_word = next.is_some_and(char::is_lowercase);
        c.is_uppercase() && (last.is_lowercase() || last.is_uppercase() && is_first_of_word)
    }

    fn push(&mut self, at: usize, c: char) {
        if self.folded.is_empty() {
            self.start = at;
        }
        let plain = c.nfkd().filter(|c| !is_combining_mark(*c));
        let plain = plain.flat_map(char::to_lowercase).nfkd();
        self.folded.extend(plain.filter(|c| !is_combining_mark(*c)));
        self.end = at + c.len_utf8();
        self.last = Some(c);
    }

    fn close(&mut self, bare: &Bare, out: &mut Vec<Folded>) {
        let word = std::mem::take(self);
        let is_possessive = word.follows_apostrophe && word.folded == "s";
        if word.folded.is_empty() {
            self.gap = word.gap;
        } else if !is_possessive {
            let begins = out.last().is_none_or(|last| parts(&word.gap, &last.word));
            out.push(Folded {
                word: word.folded,
                span: bare.source(Span::new(word.start, word.end)),
                begins,
            });
        }
    }
}

/// Whether what stands behind a word parts it from the next one: a blank line, or a mark that ends a
/// sentence. The dot of "St." and "No." does not.
fn parts(gap: &str, word: &str) -> bool {
    let ends = |mark: &str| {
        let behind = gap.split_once(mark).map(|(_, behind)| behind);
        behind.is_some_and(|behind| behind.contains(char::is_whitespace))
    };
    let is_short = word.chars().count() <= 3;
    ["!", "?", "…", "。", "！", "？"].into_iter().any(ends)
        || !is_short && ends(".")
        || gap.matches('\n').count() > 1
}

/// The forms under which a phrase is looked for: its words with spaces between them, and as one word.
/// None where it has no word, or more than four.
pub(super) fn forms(phrase: &str) -> Vec<String> {
    if folded(phrase).len() > MOST_WORDS {
        return Vec::new();
    }
    plain_forms(phrase)
}

/// The same for a phrase of any length, which cannot be sealed.
pub(super) fn plain_forms(phrase: &str) -> Vec<String> {
    let words: Vec<String> = folded(phrase).into_iter().map(|one| one.word).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut out = vec![words.join(" ")];
    if words.len() > 1 {
        out.push(words.concat());
    }
    out
}

/// Every phrase of one to `most` neighbours in a sentence with its forms, handed to `is_term` with the
/// number of its words; the longest that are terms, in order.
pub(super) fn terms_in(
    words: &[Folded],
    most: usize,
    is_term: &dyn Fn(&str, usize) -> bool,
) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let behind = words.get(at + 1..).unwrap_or_default();
        let in_sentence = 1 + behind
            .iter()
            .take(most)
            .take_while(|one| !one.begins)
            .count();
        let longest = (1..=most.min(in_sentence)).rev().find(|n| {
            let phrase = words.get(at..at + n).unwrap_or_default();
            is_any_form(phrase, is_term)
        });
        let end = longest.and_then(|n| words.get(at + n - 1));
        if let (Some(first), Some(last)) = (words.get(at), end) {
            out.push(Span::new(first.span.start, last.span.end));
        }
        at += longest.unwrap_or(1);
    }
    out
}

/// Whether a phrase is a term in some form; several of the thing count like one.
fn is_any_form(phrase: &[Folded], is_term: &dyn Fn(&str, usize) -> bool) -> bool {
    let mut words: Vec<&str> = phrase.iter().map(|one| one.word.as_str()).collect();
    let n = words.len();
    let has = |words: &[&str]| is_term(&words.join(" "), n) || n > 1 && is_term(&words.concat(), n);
    if has(&words) {
        return true;
    }
    let one = words.last().and_then(|last| last.strip_suffix('s'));
    let Some(one) = one.filter(|one| one.len() > 2 && !one.ends_with('s')) else {
        return false;
    };
    words.pop();
    words.push(one);
    has(&words)
}

/// The fingerprint of a folded phrase, in hex: the first eight bytes of `rounds` times SHA-256 over
/// the salt and the phrase, each further round over the salt and the last hash.
pub(super) fn print(salt: &str, rounds: u32, phrase: &str) -> String {
    let mut hash = Sha256::new_with_prefix(salt)
        .chain_update(phrase)
        .finalize();
    for _ in 1..rounds.max(1) {
        hash = Sha256::new_with_prefix(salt).chain_update(hash).finalize();
    }
    let first = hash.iter().take(PRINT_BYTES);
    let digits = first.flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.filter_map(|digit| char::from_digit(u32::from(digit), 16));
    digits.collect()
}

/// Why a line cannot be sealed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SealFault {
    /// It has no word, or more than four.
    #[error("a line has {0} words; one to four can be found in a text")]
    Words(usize),
    /// There is no line.
    #[error("there is nothing to seal yet")]
    Nothing,
}

/// The words as an embargo keeps them in its file: every form under which a line is looked for, as a
/// fingerprint.
pub fn seal_terms(salt: &str, rounds: u32, lines: &[String]) -> Result<Terms, SealFault> {
    let mut prints: Vec<String> = Vec::new();
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        let forms = forms(line);
        if forms.is_empty() {
            return Err(SealFault::Words(folded(line).len()));
        }
        prints.extend(forms.iter().map(|form| print(salt, rounds, form)));
    }
    if prints.is_empty() {
        return Err(SealFault::Nothing);
    }
    // in an order that says nothing of that of the lines
    prints.sort_unstable();
    prints.dedup();
    Ok(Terms::Sealed {
        salt: salt.to_owned(),
        rounds,
        prints,
    })
}

/// Sealed terms, and which phrases were held against them before: each is stretched once.
#[derive(Debug)]
pub(super) struct Lock {
    salt: String,
    rounds: u32,
    prints: Vec<String>,
    known: Mutex<HashMap<u64, bool>>,
    seed: foldhash::fast::RandomState,
}

impl Lock {
    pub(super) fn new(salt: &str, rounds: u32, prints: &[String]) -> Self {
        let mut prints: Vec<String> = prints.iter().map(|one| one.trim().to_lowercase()).collect();
        prints.sort_unstable();
        Self {
            salt: salt.to_owned(),
            rounds,
            prints,
            known: Mutex::default(),
            seed: foldhash::fast::RandomState::default(),
        }
    }

    /// Whether a folded phrase is one of the terms.
    pub(super) fn has(&self, phrase: &str) -> bool {
        let key = std::hash::BuildHasher::hash_one(&self.seed, phrase);
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(is_term) = known().get(&key) {
            return *is_term;
        }
        let print = print(&self.salt, self.rounds, phrase);
        let is_term = self.prints.binary_search(&print).is_ok();
        let mut known = known();
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.insert(key, is_term);
        is_term
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        folded(text).into_iter().map(|one| one.word).collect()
    }

    #[test]
    fn words_are_folded_as_the_file_says() {
        assert_eq!(
            words("Málaga-Büro,  CFO’s  DEPARTURE"),
            ["malaga", "buro", "cfo", "departure"]
        );
        assert_eq!(
            words("#BlueFinch blue_finch ACMECorp"),
            ["blue", "finch", "blue", "finch", "acme", "corp"]
        );
        assert_eq!(words("B\u{200b}lue ﬁnch İzmir"), ["blue", "finch", "izmir"]);
        assert_eq!(words("it's Sam's s 's"), ["it", "sam", "s"]);
        assert_eq!(words(""), Vec::<String>::new());
    }

    #[test]
    fn a_phrase_is_looked_for_apart_and_as_one_word() {
        assert_eq!(forms("Blue Finch"), ["blue finch", "bluefinch"]);
        assert_eq!(forms("Bluefinch"), ["bluefinch"]);
        assert!(forms("…").is_empty());
        assert!(forms("one two three four five").is_empty());
    }

    #[test]
    fn a_fingerprint_is_what_the_design_says() {
        // printf sa | sha256sum
        assert_eq!(print("s", 1, "a"), "4cf6829aa93728e8");
        let mut twice = b"s".to_vec();
        twice.extend(Sha256::digest("sa"));
        let twice = Sha256::digest(&twice);
        let first = twice.iter().take(8).map(|byte| format!("{byte:02x}"));
        assert_eq!(print("s", 2, "a"), first.collect::<String>());
        assert_eq!(print("s", 2, "a").len(), 16);
    }

    #[test]
    fn the_longest_term_wins_and_a_lock_knows_its_terms() {
        let prints: Vec<String> = forms("Blue Finch")
            .iter()
            .map(|form| print("salt", 10, form))
            .collect();
        let lock = Lock::new("salt", 10, &prints);
        let text = "Blue. Finch the #BlueFinch's egg; BLUEFINCH and blue-finch, bluefinchet; Blue\n\nFinch";
        let found = terms_in(&folded(text), MOST_WORDS, &|phrase, _| lock.has(phrase));
        let found: Vec<&str> = found.iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["BlueFinch", "BLUEFINCH", "blue-finch"]);
        assert!(!format!("{lock:?}").to_lowercase().contains("finch"));
    }
}
