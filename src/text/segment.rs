//! Graphemes, words, sentences, paragraphs, as Unicode Standard Annex 29 defines them.
//!
//! Never: treats a `char` as what a reader calls a character.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;
use super::sentence::n_bytes_of_first;

/// Returns how many characters a reader sees.
///
/// ```
/// assert_eq!(postwright::text::n_graphemes("👩‍👩‍👧 hi"), 4);
/// ```
pub fn n_graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}

/// Yields every grapheme with its place.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// Yields where words begin or end, the two ends of the text included; white space and marks between
/// words have their own bounds.
pub fn word_bounds(text: &str) -> impl Iterator<Item = usize> {
    let starts = text.split_word_bound_indices().map(|(at, _)| at);
    starts.chain(std::iter::once(text.len()))
}

/// Yields every word with its place; punctuation is none.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.unicode_word_indices()
}

/// Returns how many words there are; punctuation is none.
pub fn n_words(text: &str) -> usize {
    text.unicode_words().count()
}

/// Returns the paragraphs: stretches between line breaks, without the breaks; blank ones left out.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = trimmed(text, Span::new(start, start + line.len()));
        if !span.is_empty() {
            out.push(span);
        }
        start += line.len();
    }
    out
}

/// Returns the sentences, each without the white space around it.
///
/// A line break ends a sentence, as it does in a post. A full stop after a short title
/// ("Dr.", "e.g.") does not.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for paragraph in paragraphs(text) {
        let mut carried: Option<Span> = None;
        let mut from = paragraph.start;
        while from < paragraph.end {
            let rest = Span::new(from, paragraph.end).of(text);
            let piece = Span::new(from, from + n_bytes_of_first(rest).max(1));
            from = piece.end;
            let whole = carried
                .take()
                .map_or(piece, |before: Span| before.join(piece));
            if ends_in_abbreviation(whole.of(text)) {
                carried = Some(whole);
            } else {
                out.push(trimmed(text, whole));
            }
        }
        out.extend(carried.map(|rest| trimmed(text, rest)));
    }
    out.retain(|span| !span.is_empty());
    out
}

/// The first sentence, or an empty span for a blank text.
pub fn first_sentence(text: &str) -> Span {
    sentences(text).first().copied().unwrap_or_default()
}

/// The last sentence, or an empty span at the end of a blank text.
pub fn last_sentence(text: &str) -> Span {
    sentences(text)
        .last()
        .copied()
        .unwrap_or(Span::at(text.len()))
}

/// Shortenings that end in a full stop inside a sentence.
const SHORT: [&str; 15] = [
    "dr.", "mr.", "mrs.", "ms.", "prof.", "st.", "no.", "e.g.", "i.e.", "vs.", "approx.", "dept.",
    "ca.", "cf.", "z.b.",
];

fn ends_in_abbreviation(sentence: &str) -> bool {
    let last = sentence
        .trim_end()
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    last.len() <= 8 && SHORT.contains(&last.trim_start_matches('(').to_lowercase().as_str())
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = sentences(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn sentences_end_at_stops_and_line_breaks() {
        check("One. Two!\nThree", &["One.", "Two!", "Three"]);
        check("", &[]);
        check(" \n ", &[]);
        check("日本語。次の文。", &["日本語。", "次の文。"]);
    }

    #[test]
    fn an_abbreviation_does_not_end_a_sentence() {
        check(
            "Ask Dr. Rao about it. Soon.",
            &["Ask Dr. Rao about it.", "Soon."],
        );
        check("Small things, e.g. Tape.", &["Small things, e.g. Tape."]);
    }
}
