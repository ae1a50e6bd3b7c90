//! `Readability(grade: 9)`: how many years of school a text asks for.
//!
//! Never: judges a text too short for a figure, or one that is not English.

use serde::Deserialize;

use super::sentence_length::{read_sentences, read_words};
use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::syllables::n_syllables;
use crate::text::{Span, Token};

/// Finds the hardest sentence of a text that reads harder than `grade` (9 where nothing is said).
///
/// The grade is that of Flesch and Kincaid, 0.39 words a sentence + 11.8 syllables a word − 15.59
/// (Kincaid, Fishburne, Rogers and Chissom, *Derivation of new readability formulas*, Research
/// Branch Report 8-75, US Navy 1975): about the year of a US school in which it can be read.
/// Handles, links, hashtags and quotations are left out, a line break ends a sentence, and a number
/// is one word of one syllable. A text of fewer than 3 sentences or 30 words has no grade, nor has
/// one that does not look English.
///
/// ```ron
/// find: Readability(grade: 9)
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Readability {
    /// The highest grade that is fine.
    pub grade: u8,
}

impl Default for Readability {
    fn default() -> Self {
        Self { grade: 9 }
    }
}

/// A text of fewer sentences has no grade.
const MIN_SENTENCES: usize = 3;
/// A text of fewer words has no grade.
const MIN_WORDS: usize = 30;
/// A shorter sentence is not the hardest, however long its words are.
const MIN_HARD: usize = 8;

impl Kind for Readability {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.clone()))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    /// A sentence may hold a handle or a link.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

/// How much there is to read.
#[derive(Clone, Copy, Debug, Default)]
struct Load {
    n_words: usize,
    n_syllables: usize,
}

impl Load {
    fn of<'t>(words: impl Iterator<Item = &'t Token>) -> Self {
        words.fold(Self::default(), |load, word| Self {
            n_words: load.n_words + 1,
            n_syllables: load.n_syllables + n_syllables(&word.folded),
        })
    }

    /// The grade, when it is spread over so many sentences.
    fn grade(self, n_sentences: usize) -> f64 {
        let n_words = self.n_words.max(1) as f64;
        let per_sentence = n_words / n_sentences.max(1) as f64;
        0.39 * per_sentence + 11.8 * self.n_syllables as f64 / n_words - 15.59
    }
}

impl Finder for Readability {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        if looking.tokens.len() < MIN_WORDS || !looks_english(looking.tokens) {
            return Vec::new();
        }
        let sentences: Vec<(Span, Load)> = looking
            .sentences
            .iter()
            .flat_map(|sentence| read_sentences(looking, *sentence))
            .map(|span| (span, Load::of(read_words(looking, span))))
            .filter(|(_, load)| load.n_words > 0)
            .collect();
        let all = sentences
            .iter()
            .fold(Load::default(), |all, (_, load)| Load {
                n_words: all.n_words + load.n_words,
                n_syllables: all.n_syllables + load.n_syllables,
            });
        let is_long_enough = sentences.len() >= MIN_SENTENCES && all.n_words >= MIN_WORDS;
        if !is_long_enough || all.grade(sentences.len()) <= f64::from(self.grade) {
            return Vec::new();
        }
        hardest(&sentences).into_iter().collect()
    }
}

fn hardest(sentences: &[(Span, Load)]) -> Option<Match> {
    let harder = |one: &&(Span, Load), other: &&(Span, Load)| {
        let is_long = |load: Load| load.n_words >= MIN_HARD;
        let by_grade = one.1.grade(1).total_cmp(&other.1.grade(1));
        // of equals the first
        is_long(one.1)
            .cmp(&is_long(other.1))
            .then(by_grade)
            .then(other.0.start.cmp(&one.0.start))
    };
    let (span, _) = sentences.iter().max_by(harder)?;
    Some(Match {
        span: *span,
        ..Match::default()
    })
}

/// Whether one word in eight is a small one of English.
fn looks_english(words: &[Token]) -> bool {
    let is_english = |word: &&Token| {
        matches!(
            word.folded.as_str(),
            "the"
                | "and"
                | "that"
                | "with"
                | "you"
                | "our"
                | "your"
                | "this"
                | "for"
                | "from"
                | "have"
                | "has"
                | "it"
                | "its"
                | "are"
                | "they"
                | "their"
                | "what"
                | "which"
                | "when"
                | "who"
                | "how"
                | "will"
                | "would"
                | "can"
                | "be"
                | "been"
                | "by"
                | "of"
                | "to"
                | "we"
                | "is"
                | "at"
                | "as"
                | "not"
                | "all"
        )
    };
    words.iter().filter(is_english).count() * 8 >= words.len()
}
