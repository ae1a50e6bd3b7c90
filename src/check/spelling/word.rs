//! One word: right, wrong, or none of our business.
//!
//! Never: calls a word misspelt that has a capital, unless it is a slip at the start of a sentence.

use unicode_normalization::UnicodeNormalization as _;

use super::{Dictionary, OwnWords};
use crate::text::Span;

/// The longest word that is judged, in bytes; what is longer is no word.
const LONGEST: usize = 64;
/// The shortest word in which a doubled letter is looked for, and one in which a vowel is.
const DOUBLED: usize = 6;
const VOWELLED: usize = 7;

/// What an apostrophe is left of in English, which few dictionaries list.
const ELIDED: [&str; 7] = ["bout", "cause", "em", "til", "tis", "twas", "twere"];

/// What a word is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Verdict {
    /// Right.
    Known,
    /// Not in the dictionary, but it may well be a name.
    Unknown,
    /// Wrong.
    Misspelt,
    /// Not judged.
    Aside,
}

/// What words are judged with.
pub(super) struct Judge<'a> {
    pub(super) dictionary: &'a Dictionary,
    pub(super) own: &'a OwnWords,
}

impl Judge<'_> {
    /// Judges the word that stands at `span` of a sentence.
    pub(super) fn verdict(&self, sentence: &str, span: Span, is_first: bool) -> Verdict {
        let written = span.of(sentence);
        let word = plain(written);
        let before = Span::new(0, span.start).of(sentence).chars().next_back();
        let after = Span::new(span.end, sentence.len())
            .of(sentence)
            .chars()
            .next();
        if written.len() > LONGEST
            || word.chars().filter(|c| c.is_alphabetic()).nth(1).is_none()
            || !word.chars().all(is_of_word)
            || word.chars().skip(1).any(char::is_uppercase)
            || [before, after].into_iter().flatten().any(is_technical)
            || !self.dictionary.reads(&word)
        {
            return Verdict::Aside;
        }
        if self.knows(&word) || self.knows_with_neighbours(&word, before, after) {
            return Verdict::Known;
        }
        let is_part = [before, after].into_iter().flatten().any(is_hyphen);
        if is_part && (is_short(&word) || self.knows(&plain(compound(sentence, span).of(sentence))))
        {
            return Verdict::Known;
        }
        let is_capital = word.starts_with(char::is_uppercase);
        match (is_capital, is_first) {
            (false, _) => Verdict::Misspelt,
            (true, true) if self.is_slip(&word.to_lowercase()) => Verdict::Misspelt,
            (true, true) => Verdict::Unknown,
            (true, false) => Verdict::Aside,
        }
    }

    fn knows(&self, word: &str) -> bool {
        if self.dictionary.knows(word) || self.own.knows(word) {
            return true;
        }
        let knows = |word: &str| self.dictionary.knows(word) || self.own.knows(word);
        // "desk's", "l'homme": what stands on one side of the apostrophe may be short for something
        let Some((first, last)) = word.rsplit_once('\'') else {
            return false;
        };
        let is_ending = ["s", "d", "ll", "ve", "re", "m"].contains(&last);
        let is_article = first.chars().nth(4).is_none() && last.chars().nth(1).is_some();
        is_ending && knows(first)
            || is_article
                && knows(last)
                && (knows(first) || knows(&format!("{first}'")) || is_short(first))
    }

    /// `'tis`, `rock 'n' roll`, `thinkin'`: the apostrophe beside a word may belong to it.
    fn knows_with_neighbours(&self, word: &str, before: Option<char>, after: Option<char>) -> bool {
        let knows = |word: String| self.dictionary.knows(&word);
        let short = word.to_lowercase();
        before.is_some_and(is_apostrophe)
            && (ELIDED.contains(&short.as_str()) || knows(format!("'{short}")))
            || after.is_some_and(is_apostrophe)
                && (knows(format!("{word}'")) || word.ends_with("in") && knows(format!("{word}g")))
    }

    /// Whether a word in lower case is a word of the dictionary with two letters in the wrong order,
    /// a letter doubled or not, or a wrong vowel. Names are seldom so close to a common word.
    fn is_slip(&self, word: &str) -> bool {
        let letters: Vec<char> = word.chars().collect();
        let n = letters.len();
        let knows = |letters: &[char]| self.dictionary.knows(&letters.iter().collect::<String>());
        let swapped = |at: usize| {
            let mut other = letters.clone();
            other.swap(at, at + 1);
            knows(&other)
        };
        let doubled = |letters: &[char], at: usize| {
            let mut other = letters.to_vec();
            if letters.get(at) == letters.get(at + 1) {
                other.remove(at);
            } else if let Some(letter) = letters.get(at) {
                other.insert(at, *letter);
            }
            other
        };
        // "tommorow" has one double too many and one too few
        let doubled_twice = |at: usize| {
            let once = doubled(&letters, at);
            knows(&once) || (0..once.len()).any(|at| knows(&doubled(&once, at)))
        };
        let vowelled = |at: usize| {
            const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];
            let is_vowel = letters.get(at).is_some_and(|c| VOWELS.contains(c));
            is_vowel
                && VOWELS.into_iter().any(|vowel| {
                    let mut other = letters.clone();
                    if let Some(letter) = other.get_mut(at) {
                        *letter = vowel;
                    }
                    knows(&other)
                })
        };
        (n > 2 && (0..n - 1).any(swapped))
            || (n >= DOUBLED && (0..n).any(doubled_twice))
            || (n >= VOWELLED && (0..n).any(vowelled))
    }
}

/// A word as dictionaries write it: composed, with straight apostrophes, without soft hyphens.
fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{2060}'))
        .map(|c| if is_apostrophe(c) { '\'' } else { c })
        .nfc()
        .collect()
}

/// Whether a character may stand in a word that is judged: digits, stops and underscores make it a
/// number, a file or a name of a machine.
fn is_of_word(c: char) -> bool {
    c == '\'' || c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a character beside a word says that it is a path, a tag or code.
fn is_technical(c: char) -> bool {
    matches!(
        c,
        '/' | '\\' | '@' | '#' | '＃' | '_' | '=' | '<' | '>' | '{' | '}' | '$' | '&' | '|' | '~'
    )
}

/// A piece of a compound that is too short to be judged alone: `co-`, `re-`, `non-`.
fn is_short(word: &str) -> bool {
    word.chars().nth(3).is_none()
}

/// The whole compound that a word is part of.
fn compound(sentence: &str, span: Span) -> Span {
    let is_of = |c: char| is_of_word(c) || is_hyphen(c) || is_apostrophe(c);
    let before = Span::new(0, span.start).of(sentence);
    let after = Span::new(span.end, sentence.len()).of(sentence);
    let start = before.trim_end_matches(is_of).len();
    let end = sentence.len() - after.trim_start_matches(is_of).len();
    Span::new(start, end)
}
