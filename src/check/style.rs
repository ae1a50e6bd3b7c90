//! Sentences in one style of capitals.
//!
//! Never: takes the capital from an acronym or from a name with a capital inside.

use serde::Deserialize;

use super::kind::{Looking, Match};
use super::{Applicability, Edit, Fix};
use crate::text::{Span, Token};

/// How the words of a sentence begin.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Style {
    /// The first word with a capital, the others only where they are names.
    Sentence,
    /// Every word but the small ones with a capital.
    Title,
    /// Capitals alone.
    Upper,
    /// Small letters alone.
    Lower,
}

impl Style {
    /// How many words of a sentence must agree where the rule does not say, in percent.
    pub(super) const fn usual_share(self) -> u8 {
        match self {
            Self::Sentence => 50,
            Self::Title => 80,
            Self::Upper | Self::Lower => 100,
        }
    }

    /// What the button of the fix says.
    const fn label(self) -> &'static str {
        match self {
            Self::Sentence => "Sentence case",
            Self::Title => "Title case",
            Self::Upper => "All capitals",
            Self::Lower => "All small letters",
        }
    }
}

/// One word in its sentence.
struct Word<'t> {
    span: Span,
    text: &'t str,
    folded: &'t str,
    /// Whether nothing but marks stands before it in its sentence.
    is_first: bool,
    is_last: bool,
    /// Whether a capital may stand because of what is before it: a colon, a title.
    may_rise: bool,
}

/// Finds the sentences of which fewer than `agree` percent of the words agree with `style`; words in
/// `kept`, which are in order, always do.
pub(super) fn not_in(
    style: Style,
    agree: usize,
    looking: &Looking<'_>,
    kept: &[Span],
) -> Vec<Match> {
    let before = std::iter::once(None).chain(looking.sentences.iter().copied().map(Some));
    let sentences = looking.sentences.iter().zip(before);
    sentences
        .filter_map(|(sentence, before)| {
            let words = words(looking, *sentence);
            let mut n_agree = 0;
            let mut begins_small = false;
            let mut edits = Vec::new();
            for word in &words {
                let is_kept = || covers(kept, word.span) || looking.in_hashtag(word.span);
                match in_style(style, word).filter(|insert| insert != word.text && !is_kept()) {
                    // a sentence that goes on over a line begins small
                    Some(_)
                        if style == Style::Sentence
                            && word.is_first
                            && !begins_anew(looking.text(), before, word.span) =>
                    {
                        n_agree += 1;
                    }
                    Some(insert) => {
                        begins_small |= style == Style::Sentence && word.is_first;
                        edits.push(Edit {
                            span: word.span,
                            insert,
                        });
                    }
                    None => n_agree += 1,
                }
            }
            let is_found = begins_small || n_agree * 100 < agree * words.len();
            let span = words.first()?.span.join(words.last()?.span);
            (is_found && !edits.is_empty()).then(|| restyled(style, span, edits))
        })
        .collect()
}

/// The match with the fix that brings the sentence into the style.
fn restyled(style: Style, span: Span, edits: Vec<Edit>) -> Match {
    Match {
        span,
        fixes: vec![Fix {
            label: style.label().to_owned(),
            edits,
            applicability: Applicability::Ask,
        }],
        ..Match::default()
    }
}

/// The words of a sentence that have letters.
fn words<'t>(looking: &'t Looking<'_>, sentence: Span) -> Vec<Word<'t>> {
    let text = looking.text();
    let tokens = looking.tokens_in(sentence);
    let mut out: Vec<Word<'t>> = Vec::new();
    let mut from = sentence.start;
    let mut title = false;
    for (n, token) in tokens.iter().enumerate() {
        let gap = Span::new(from, token.span.start).of(text);
        from = token.span.end;
        let word = token.span.of(text);
        if !word.contains(char::is_alphabetic) {
            continue;
        }
        out.push(Word {
            span: token.span,
            text: word,
            folded: &token.folded,
            is_first: n == 0 && !gap.contains(char::is_alphanumeric),
            is_last: n + 1 == tokens.len(),
            may_rise: title || gap.contains([':', '“', '"', '‘', '«', '(']),
        });
        title = is_title(token);
    }
    out
}

fn is_title(token: &Token) -> bool {
    matches!(
        token.folded.as_str(),
        "dr" | "mr" | "mrs" | "ms" | "mx" | "prof" | "st" | "sir" | "dame" | "lord" | "lady"
    )
}

/// The word as the style wants it; nothing where it may stand as it is.
fn in_style(style: Style, word: &Word<'_>) -> Option<String> {
    let small = || word.text.to_lowercase();
    match style {
        Style::Upper => Some(word.text.to_uppercase()),
        Style::Lower => Some(small()),
        Style::Sentence if word.is_first => is_small(word.text).then(|| risen(word.text)),
        Style::Sentence => {
            let has_to_stand = word.may_rise || is_dated(word.folded) || is_i(word.folded);
            (is_titled(word.text) && !has_to_stand).then(small)
        }
        Style::Title => {
            let is_inner = !word.is_first && !word.is_last && !word.may_rise;
            if is_inner && SMALL.contains(&word.folded) {
                let is_large = is_titled(word.text) || word.text == "A";
                is_large.then(small)
            } else {
                is_small(word.text).then(|| risen(word.text))
            }
        }
    }
}

/// Small letters alone.
fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase)
}

/// A capital with small letters behind it.
fn is_titled(word: &str) -> bool {
    let mut rest = word.chars();
    rest.next().is_some_and(char::is_uppercase)
        && rest.clone().any(char::is_lowercase)
        && !rest.any(char::is_uppercase)
}

fn risen(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

fn is_i(folded: &str) -> bool {
    folded == "i" || folded.starts_with("i'")
}

/// Days and months have capitals in English.
fn is_dated(folded: &str) -> bool {
    let bare = folded.strip_suffix("'s").unwrap_or(folded);
    let bare = bare
        .strip_suffix('s')
        .filter(|_| bare.ends_with("days"))
        .unwrap_or(bare);
    DATED.contains(&bare)
}

/// Whether the sentence with this first word is one of its own: the one before has ended, and no
/// bullet stands before it.
fn begins_anew(text: &str, before: Option<Span>, first: Span) -> bool {
    let from = before.map_or(0, |before| before.end);
    let gap = Span::new(from, first.start).of(text);
    let marks = gap.trim_start();
    let is_bare = marks
        .chars()
        .all(|c| matches!(c, '"' | '“' | '\'' | '‘' | '(' | '[' | '«' | '¿' | '¡'));
    let has_ended = before.is_none_or(|before| {
        let closing = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '…');
        let end = before.of(text).trim_end_matches(closing);
        end.ends_with(['.', '!', '?', '…']) || gap.matches('\n').count() > 1
    });
    is_bare && has_ended
}

/// Whether one of `spans`, which are in order, holds the word.
fn covers(spans: &[Span], word: Span) -> bool {
    let next = spans.partition_point(|span| span.start <= word.start);
    let before = spans.get(..next).unwrap_or_default();
    before.iter().rev().take(2).any(|span| span.contains(word))
}

const DATED: [&str; 19] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that stay small inside a title.
const SMALL: [&str; 24] = [
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "off", "on",
    "or", "per", "so", "the", "to", "up", "via", "vs", "yet",
];
