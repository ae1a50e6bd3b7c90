//! Posts that went out lately, as a new one is held against them.
//!
//! Never: reads the ledger; whoever asks for a check hands them in.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use jiff::civil::Date;

use crate::guideline::Intent;
use crate::text::{Span, Token, tokens};

/// A post that was approved not long ago, ready to be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Recent {
    /// What it was for, if that was said.
    pub intent: Option<Intent>,
    /// The id of the platform that it went to.
    pub platform: String,
    /// The day on which it was approved.
    pub day: Date,
    text: String,
    pairs: Vec<u64>,
}

impl Recent {
    /// Takes a post as it went out, and works out once what every comparison needs.
    pub fn new(text: &str, intent: Option<Intent>, platform: &str, day: Date) -> Self {
        let mut pairs: Vec<u64> = pairs(text).into_iter().map(|(pair, _)| pair).collect();
        pairs.sort_unstable();
        Self {
            intent,
            platform: platform.to_owned(),
            day,
            text: text.to_owned(),
            pairs,
        }
    }

    /// Its text, a signature included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its pairs of neighbouring words as numbers, sorted; greeting and signature are left out.
    pub(super) fn pairs(&self) -> &[u64] {
        &self.pairs
    }
}

/// The pairs of neighbouring words of a text as numbers, and where each pair stands; greeting and
/// signature are left out. A text of one word is a pair of its own.
pub(super) fn pairs(text: &str) -> Vec<(u64, Span)> {
    let body = body(text);
    let words = tokens(body.of(text));
    let number = |words: &[&Token]| {
        let mut hasher = DefaultHasher::new();
        for word in words {
            word.folded.hash(&mut hasher);
        }
        hasher.finish()
    };
    if let [only] = words.as_slice() {
        return vec![(number(&[only]), only.span.shifted(body.start))];
    }
    let both = words.iter().zip(words.iter().skip(1));
    both.map(|(one, next)| {
        let span = one.span.join(next.span).shifted(body.start);
        (number(&[one, next]), span)
    })
    .collect()
}

/// A text without the greeting at its start and the name at its end; all of it when little else
/// would be left.
fn body(text: &str) -> Span {
    let end = without_signature(text);
    let start = after_greeting(Span::new(0, end).of(text));
    let left = Span::new(start, end);
    if left.of(text).trim().len() * 4 < text.trim().len() {
        Span::all(text)
    } else {
        left
    }
}

/// Words that greet, in the languages that are cheap to know.
const GREETINGS: [&str; 16] = [
    "hi", "hello", "hey", "dear", "good", "morning", "hallo", "moin", "liebe", "lieber", "guten",
    "bonjour", "salut", "chère", "cher", "hola",
];

/// Where the text goes on after "Hi Sam," or after the handles that an answer starts with.
fn after_greeting(text: &str) -> usize {
    const MOST_WORDS: usize = 5;
    let n_handles: usize = text
        .split_inclusive(char::is_whitespace)
        .take_while(|word| word.starts_with('@') || word.trim().is_empty())
        .map(str::len)
        .sum();
    let rest = text.get(n_handles..).unwrap_or_default();
    let Some(end) = rest.find([',', '!', '\n', ':', '.', '?']) else {
        return n_handles;
    };
    let words = tokens(rest.get(..end).unwrap_or_default());
    let greets = words
        .first()
        .is_some_and(|first| GREETINGS.contains(&first.folded.as_str()));
    if greets && words.len() <= MOST_WORDS {
        n_handles + end + 1
    } else {
        n_handles
    }
}

/// Where the text ends without the lines of a signature.
fn without_signature(text: &str) -> usize {
    const MOST_LINES: usize = 4;
    let mut end = text.trim_end().len();
    for _ in 0..MOST_LINES {
        let rest = text.get(..end).unwrap_or_default();
        let Some(at) = rest.rfind('\n') else {
            break;
        };
        let line = rest.get(at..).unwrap_or_default().trim();
        if !line.is_empty() && !is_of_signature(line) {
            break;
        }
        end = rest.get(..at).unwrap_or_default().trim_end().len();
    }
    end
}

/// A short line without the end of a sentence: a name, a title and a company, a handle, a farewell.
fn is_of_signature(line: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let bare = line.trim_start_matches(['–', '—', '-', '~', ' ']);
    let is_open = !line.ends_with(['.', '!', '?', ':', '…']) && !line.contains("://");
    let n_words = bare.split_whitespace().count();
    let is_name =
        bare.starts_with(|c: char| c.is_uppercase() || c == '@') || bare.len() < line.len();
    is_open && n_words <= MOST_WORDS && is_name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(body(text).of(text).trim(), expect);
    }

    #[test]
    fn greetings_and_signatures_are_set_aside() {
        check(
            "Hi Sam, your new label is on its way.",
            "your new label is on its way.",
        );
        check(
            "@sam @jo Hello both!\nYour new label is on its way.\n– Asha, Brightside",
            "Your new label is on its way.",
        );
        check(
            "The new label is on its way, and it holds.\n\nAsha Rao\nCustomer care, Brightside\n@asha_b",
            "The new label is on its way, and it holds.",
        );
    }

    #[test]
    fn what_is_all_there_is_stays() {
        check("Hello!", "Hello!");
        check("Hi Sam,\nAsha", "Hi Sam,\nAsha");
        check("", "");
    }
}
