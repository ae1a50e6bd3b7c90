//! The sentences in which a set speaks to people, taken apart into words.
//!
//! Never: looks at examples, samples or phrases; those are posts, not advice.

use crate::guideline::{Rule, Set};
use crate::text::{Span, Token, sentences, tokens};

/// One sentence of a text of the set.
pub(super) struct Sentence<'t> {
    /// Its words, folded.
    words: Vec<Token>,
    /// The text that the words stand in.
    text: &'t str,
    /// Where the sentence stands.
    span: Span,
}

impl<'t> Sentence<'t> {
    /// The sentences of `text`; a semicolon ends one, too.
    pub(super) fn all(text: &'t str) -> Vec<Self> {
        let parts = sentences(text).into_iter().flat_map(|sentence| {
            let mut from = sentence.start;
            let pieces = sentence.of(text).split_inclusive(';');
            let parts: Vec<Span> = pieces
                .map(|piece| {
                    let span = Span::new(from, from + piece.len());
                    from = span.end;
                    span
                })
                .collect();
            parts
        });
        let sentence = |span: Span| Self {
            words: tokens(span.of(text)),
            text,
            span,
        };
        let all = parts.map(sentence);
        all.filter(|one: &Self| !one.words.is_empty()).collect()
    }

    /// Its words, folded.
    pub(super) fn words(&self) -> Vec<&str> {
        self.words
            .iter()
            .map(|token| token.folded.as_str())
            .collect()
    }

    /// As it was written.
    pub(super) fn shown(&self) -> &'t str {
        self.span.of(self.text).trim()
    }

    /// Whether a mark stands before the `n`-th word, or nothing at all.
    pub(super) fn starts_clause(&self, n: usize) -> bool {
        let own = self.span.of(self.text);
        let from = n.checked_sub(1).and_then(|n| self.words.get(n));
        let (Some(from), Some(word)) = (from, self.words.get(n)) else {
            return n == 0;
        };
        let gap = Span::new(from.span.end, word.span.start).of(own);
        gap.contains([',', ':', '–', '—', '(', '\n']) || gap.contains(" - ")
    }
}

/// Whether the phrase stands in `words`, in a row.
pub(super) fn has(words: &[&str], phrase: &str) -> bool {
    find(words, phrase).is_some()
}

/// Where the phrase begins in `words`.
pub(super) fn find(words: &[&str], phrase: &str) -> Option<usize> {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    words
        .windows(wanted.len())
        .position(|some| some == wanted.as_slice())
}

/// Whether any of the phrases, which stand between bars, stands in `words`.
pub(super) fn has_any(words: &[&str], phrases: &str) -> bool {
    phrases.split('|').any(|phrase| has(words, phrase.trim()))
}

/// The texts of a rule that give advice.
pub(super) fn advice(rule: &Rule) -> [&str; 2] {
    [&rule.says, &rule.instead]
}

/// The texts of the head that give advice.
pub(super) fn of_head(set: &Set) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![&set.core_message, &set.approach];
    texts.extend(set.ways.iter().map(String::as_str));
    texts.extend(set.concerns.iter().map(|(_, answer)| answer.as_str()));
    texts.extend(set.pause.iter().map(|question| question.ask.as_str()));
    texts
}
