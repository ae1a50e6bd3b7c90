//! `SentenceLength(words: 28)`: sentences that are long to read.
//!
//! Never: counts handles, links, hashtags or quotations; they are not read like words.

use serde::Deserialize;

use super::emoji::emoji_in;
use super::{Finder, Kind, Looking, Match, Reach};
use crate::text::{Span, Token};

/// Finds sentences of more than `words` words (28 where nothing is said).
///
/// A line break ends a sentence, and so does an emoji before a capital. Scripts that put no spaces
/// between words (Chinese, Japanese, Thai and others) are not counted.
///
/// ```ron
/// find: SentenceLength(words: 28)
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct SentenceLength {
    /// How many words are fine.
    pub words: usize,
}

impl Default for SentenceLength {
    fn default() -> Self {
        Self { words: 28 }
    }
}

impl Kind for SentenceLength {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.words == 0 {
            return Err("SentenceLength needs a number above 0".to_owned());
        }
        Ok(Box::new(self.clone()))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }

    /// A sentence may hold a handle or a link.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

impl Finder for SentenceLength {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let is_long = |span: &Span| {
            looking.tokens_in(*span).len() > self.words
                && read_words(looking, *span).count() > self.words
        };
        let sentences = looking.sentences.iter().copied().filter(is_long);
        sentences
            .flat_map(|sentence| read_sentences(looking, sentence))
            .filter(is_long)
            .map(|span| Match {
                span,
                ..Match::default()
            })
            .collect()
    }
}

/// The words of a stretch that are read as words.
pub(super) fn read_words<'a>(
    looking: &'a Looking<'_>,
    span: Span,
) -> impl Iterator<Item = &'a Token> {
    let words = looking.tokens_in(span).iter();
    words.filter(|word| !is_without_spaces(&word.folded) && !looking.in_hashtag(word.span))
}

/// A sentence, parted where an emoji ends one.
pub(super) fn read_sentences(looking: &Looking<'_>, sentence: Span) -> Vec<Span> {
    let text = looking.text();
    let mut out = Vec::new();
    let mut start = sentence.start;
    let mut emoji = emoji_in(text, sentence).into_iter().peekable();
    while let Some(one) = emoji.next() {
        let end = emoji.peek().map_or(sentence.end, |next| next.start);
        if is_capital_next(Span::new(one.end, end).of(text)) {
            out.push(Span::new(start, one.end));
            start = one.end;
        }
    }
    let rest = Span::new(start, sentence.end);
    let n_blank = rest.n_bytes() - rest.of(text).trim_start().len();
    out.push(Span::new(start + n_blank, sentence.end));
    out
}

/// Whether a capital begins the words behind an emoji.
fn is_capital_next(words: &str) -> bool {
    let mut letters = words.chars().filter(|c| c.is_alphanumeric());
    letters.next().is_some_and(char::is_uppercase)
}

/// Letters of scripts that write words without spaces, so that one "word" is one sign.
fn is_without_spaces(word: &str) -> bool {
    let first = word.chars().next();
    first.is_some_and(|c| {
        matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
            | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}')
    })
}
