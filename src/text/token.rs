//! Folded words with a way back to the original bytes, and phrases found among them.
//!
//! Never: hands out an offset of the folded text; folding changes lengths (`İ` becomes two
//! characters), so each token keeps the span it came from.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;

/// One word of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Lower case, composed, with straight apostrophes: what is compared.
    pub folded: String,
}

/// Returns `word` as it is compared: NFC, lower case, `’` as `'`.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars()
        .map(|c| {
            if matches!(c, '’' | '‘' | 'ʼ') {
                '\''
            } else {
                c
            }
        })
        .flat_map(char::to_lowercase)
        .nfc()
        .collect()
}

/// Returns the words of `text` in order; punctuation and white space are none.
pub fn tokens(text: &str) -> Vec<Token> {
    text.unicode_word_indices()
        .map(|(at, word)| Token {
            span: Span::new(at, at + word.len()),
            folded: fold(word),
        })
        .collect()
}

/// One phrase to look for: its words, and what must stand between and after them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Phrase {
    words: Vec<String>,
    /// The gap before each word but the first.
    gaps: Vec<String>,
    /// Marks that belong to the phrase behind its last word, as in `C++`.
    tail: String,
}

impl Phrase {
    /// Reads a phrase; `None` when there is no word in it.
    pub fn new(phrase: &str) -> Option<Self> {
        let found = tokens(phrase);
        let last = found.last()?;
        let gaps = found.windows(2).map(|pair| gap(phrase, pair)).collect();
        let tail = phrase
            .get(last.span.end..)
            .unwrap_or_default()
            .trim_end()
            .to_owned();
        Some(Self {
            words: found.into_iter().map(|token| token.folded).collect(),
            gaps,
            tail,
        })
    }
}

/// The gap between two neighbours: a space or a hyphen (also wrapped over a line) is one thing.
fn gap(text: &str, pair: &[Token]) -> String {
    let [before, after] = pair else {
        return String::new();
    };
    let between = text
        .get(before.span.end..after.span.start)
        .unwrap_or_default();
    let is_plain =
        |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}');
    if !between.is_empty() && between.chars().all(is_plain) {
        " ".to_owned()
    } else {
        between.trim().to_owned()
    }
}

/// Phrases by their first word, so that one pass over the tokens finds them all.
#[derive(Clone, Debug, Default)]
pub struct PhraseMap {
    by_first: HashMap<String, Vec<(Phrase, usize)>>,
    /// For each first byte of a first word, the lengths that such words have (as bits): most words
    /// of a text are told apart by these two, without a look into the map.
    shapes: Vec<u64>,
}

/// The first byte of a word, and its length as one bit.
fn shape(word: &str) -> (usize, u64) {
    let first = word.as_bytes().first().copied().unwrap_or_default();
    (usize::from(first), 1 << word.len().min(63))
}

impl PhraseMap {
    /// Takes phrases with the number that a match reports; one without a word is left out.
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut by_first: HashMap<String, Vec<(Phrase, usize)>> = HashMap::new();
        let mut shapes = Vec::new();
        for (phrase, number) in phrases {
            if let Some(phrase) = Phrase::new(phrase)
                && let Some(first) = phrase.words.first().cloned()
            {
                let (byte, length) = shape(&first);
                shapes.resize(256, 0);
                if let Some(lengths) = shapes.get_mut(byte) {
                    *lengths |= length;
                }
                by_first.entry(first).or_default().push((phrase, number));
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted on its own")]
        for list in by_first.values_mut() {
            list.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.words.len()));
        }
        Self { by_first, shapes }
    }

    /// The phrases that start with `word`.
    fn starting(&self, word: &str) -> Option<&Vec<(Phrase, usize)>> {
        let (first, length) = shape(word);
        let lengths = self.shapes.get(first).copied().unwrap_or_default();
        (lengths & length != 0)
            .then(|| self.by_first.get(word))
            .flatten()
    }

    /// Finds every phrase in order of the text; at each word the longest phrase wins, and matches
    /// do not overlap.
    pub fn find(&self, text: &str, tokens: &[Token]) -> Vec<(Span, usize)> {
        let mut out = Vec::new();
        if self.by_first.is_empty() {
            return out;
        }
        let mut at = 0;
        while let Some(first) = tokens.get(at) {
            let bare = first.folded.strip_suffix("'s");
            let mut lists = [Some(first.folded.as_str()), bare]
                .into_iter()
                .flatten()
                .filter_map(|word| self.starting(word));
            let hit = lists.find_map(|list| {
                list.iter().find_map(|(phrase, number)| {
                    let span = matches_at(text, tokens.get(at..)?, phrase)?;
                    Some((span, *number, phrase.words.len()))
                })
            });
            match hit {
                Some((span, number, n_words)) => {
                    out.push((span, number));
                    at += n_words;
                }
                None => at += 1,
            }
        }
        out
    }
}

fn matches_at(text: &str, tokens: &[Token], phrase: &Phrase) -> Option<Span> {
    let stretch = tokens.get(..phrase.words.len())?;
    let same = stretch
        .iter()
        .zip(&phrase.words)
        .enumerate()
        .all(|(n, (token, word))| {
            // a possessive still names the thing
            token.folded == *word
                || (n + 1 == phrase.words.len()
                    && token.folded.strip_suffix("'s") == Some(word.as_str()))
        });
    let gaps = stretch
        .windows(2)
        .zip(&phrase.gaps)
        .all(|(pair, want)| gap(text, pair) == *want);
    let (first, last) = (stretch.first()?, stretch.last()?);
    let tail = text
        .get(last.span.end..)
        .unwrap_or_default()
        .starts_with(&phrase.tail);
    (same && gaps && tail).then(|| Span::new(first.span.start, last.span.end + phrase.tail.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, text: &str, expect: &[&str]) {
        let map = PhraseMap::new([(phrase, 0)]);
        let found: Vec<&str> = map
            .find(text, &tokens(text))
            .into_iter()
            .map(|(span, _)| span.of(text))
            .collect();
        assert_eq!(found, expect, "{phrase:?} in {text:?}");
    }

    #[test]
    fn phrases_match_whole_words_in_any_case_and_spacing() {
        check(
            "excited to announce",
            "We're EXCITED  to\nannounce it",
            &["EXCITED  to\nannounce"],
        );
        check("guarantee", "guaranteed", &[]);
        check("can't lose", "You can’t lose!", &["can’t lose"]);
        check("world-class", "a world class desk", &["world class"]);
        check("C++", "C++ and C", &["C++"]);
        check("guarantee", "the guarantee’s end", &["guarantee’s"]);
    }

    #[test]
    fn folding_keeps_the_original_bytes() {
        check("istanbul", "İstanbul", &[]);
        check("straße", "STRASSE Straße", &["Straße"]);
        check("café", "cafe\u{301} open", &["cafe\u{301}"]);
        check("日本", "日本語", &["日本"]);
    }
}
