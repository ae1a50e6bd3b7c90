//! Words that may stand although a pattern finds them.
//!
//! Never: finds anything by itself.

use super::expression::{Expression, MAX_MATCHES};
use super::kind::Looking;
use crate::text::Span;

/// Patterns of what may stand, each whole words in their own case unless it begins with `(?i)`.
#[derive(Default)]
pub(super) struct Exceptions {
    all: Option<Expression>,
    /// Those of several words, in any case.
    phrases: Option<Expression>,
}

impl Exceptions {
    /// Gets them ready, the longest first.
    pub(super) fn new(patterns: &[String], look_around: bool) -> Result<Self, String> {
        let mut patterns: Vec<&str> = patterns.iter().map(String::as_str).collect();
        patterns.retain(|pattern| !pattern.trim().is_empty());
        patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.len()));
        let cased = |pattern: &&str| {
            if pattern.starts_with("(?i)") {
                (*pattern).to_owned()
            } else {
                format!("(?-i){pattern}")
            }
        };
        let all: Vec<String> = patterns.iter().map(cased).collect();
        let is_phrase = |pattern: &&&str| pattern.contains([' ', '\t']) || pattern.contains(r"\s");
        let phrases: Vec<&str> = patterns.iter().filter(is_phrase).copied().collect();
        let whole = |patterns: String| (!patterns.is_empty()).then_some(patterns);
        let ready = |flags: &str, patterns: String| {
            whole(patterns)
                .map(|any| Expression::new(&format!(r"{flags}\b(?:{any})\b"), look_around))
                .transpose()
        };
        Ok(Self {
            all: ready("(?m)", all.join("|"))?,
            phrases: ready("(?i)", phrases.join("|"))?,
        })
    }

    /// Whether one of them stands in `words`.
    pub(super) fn is_exception(&self, words: &str) -> bool {
        self.all.as_ref().is_some_and(|all| all.is_match(words))
    }

    /// Leaves out what holds an exception, and what stands inside an accepted phrase.
    pub(super) fn without(&self, looking: &Looking<'_>, found: Vec<Span>) -> Vec<Span> {
        let text = looking.text();
        let mut found = found;
        found.retain(|span| !self.is_exception(span.of(text)));
        if let (Some(phrases), false) = (&self.phrases, found.is_empty()) {
            let accepted = phrases.find_in(looking, Span::all(text));
            found.retain(|span| !accepted.iter().any(|phrase| phrase.contains(*span)));
        }
        found.truncate(MAX_MATCHES);
        found
    }
}
