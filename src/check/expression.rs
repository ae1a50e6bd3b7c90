//! A regular expression over stretches of a text: linear where it can be, with look-around where a
//! rule says so.
//!
//! Never: runs without limits; a stretch is searched in windows, a search that goes back too often
//! ends, and what was found before it stands.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use super::kind::Looking;
use crate::text::{Span, items};

/// What is looked at by itself: a pattern neither matches nor counts over its ends.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum Each {
    /// The whole text.
    #[default]
    Text,
    /// Each paragraph; a blank line ends one.
    Paragraph,
    /// Each sentence.
    Sentence,
    /// Each item of a list, without its mark: lines that begin with `-`, `•`, `1.` or an emoji.
    Item,
}

/// The most matches of one rule in one text.
pub(super) const MAX_MATCHES: usize = 200;
/// The largest stretch that is searched in one go, in bytes.
const WINDOW: usize = 4096;
/// The most memory that one expression may take, in bytes: a long list of words is one expression.
const MAX_SIZE: usize = 8 << 20;
/// The longest expression, in bytes.
const MAX_BYTES: usize = 256 << 10;
/// How deep brackets may stand in brackets.
const MAX_DEPTH: u32 = 100;
/// How often one search may go back.
const MAX_BACK: usize = 100_000;

/// A compiled expression.
pub(super) struct Expression {
    engine: Engine,
}

/// The expression without `\b` and `\B`, compiled when it is first needed.
type Loose = LazyLock<Option<Regex>, Box<dyn FnOnce() -> Option<Regex> + Send>>;

enum Engine {
    Linear { regex: Regex, loose: Loose },
    Back(Box<fancy_regex::Regex>),
}

impl Expression {
    /// Compiles `pattern`; the reason says what to change in the file.
    pub(super) fn new(pattern: &str, look_around: bool) -> Result<Self, String> {
        if pattern.len() > MAX_BYTES {
            return Err("the patterns are too long together; split them into several rules".into());
        }
        let engine = match linear(pattern) {
            Ok(regex) => {
                let without = without_boundaries(pattern);
                let loose: Box<dyn FnOnce() -> Option<Regex> + Send> =
                    Box::new(move || linear(&without).ok());
                Engine::Linear {
                    regex,
                    loose: LazyLock::new(loose),
                }
            }
            Err(regex::Error::CompiledTooBig(_)) => {
                return Err("the patterns grow too large; split them into several rules".into());
            }
            Err(fault) if look_around => {
                let back = going_back(pattern);
                Engine::Back(Box::new(
                    back.map_err(|_fault| reason(&fault, look_around))?,
                ))
            }
            Err(fault) => return Err(reason(&fault, look_around)),
        };
        Ok(Self { engine })
    }

    /// How many groups it has.
    pub(super) fn n_groups(&self) -> usize {
        let n = match &self.engine {
            Engine::Linear { regex, .. } => regex.captures_len(),
            Engine::Back(regex) => regex.captures_len(),
        };
        n.saturating_sub(1)
    }

    /// Whether it matches somewhere.
    pub(super) fn is_match(&self, hay: &str) -> bool {
        self.next(hay, 0).is_some()
    }

    /// Where it matches in `block`, in order; empty matches are none.
    pub(super) fn find_in(&self, looking: &Looking<'_>, block: Span) -> Vec<Span> {
        self.all_in(looking.text(), block, MAX_MATCHES, looking.out_of_time)
    }

    /// The same, at most so many times.
    pub(super) fn all_in(
        &self,
        text: &str,
        block: Span,
        most: usize,
        out_of_time: &dyn Fn() -> bool,
    ) -> Vec<Span> {
        let mut out = Vec::new();
        for window in windows(text, block) {
            if out.len() >= most || out_of_time() {
                break;
            }
            let found = self.find_all(window.of(text), most - out.len());
            out.extend(found.into_iter().map(|span| span.shifted(window.start)));
        }
        out
    }

    /// Where it matches, at most so many times; empty matches are none.
    pub(super) fn find_all(&self, hay: &str, most: usize) -> Vec<Span> {
        let mut out = Vec::new();
        if let Engine::Linear { loose, .. } = &self.engine
            && !hay.is_ascii()
            && loose.as_ref().is_some_and(|loose| !loose.is_match(hay))
        {
            return out;
        }
        let mut from = 0;
        while out.len() < most && from <= hay.len() {
            let Some(span) = self.next(hay, from) else {
                break;
            };
            from = span.end;
            if span.is_empty() {
                let rest = hay.get(from..).unwrap_or_default();
                from += rest.chars().next().map_or(1, char::len_utf8);
            } else {
                out.push(span);
            }
        }
        out
    }

    /// What its groups caught in the match that starts at `start`.
    pub(super) fn groups_at(&self, hay: &str, start: usize) -> Vec<Option<Span>> {
        let groups = match &self.engine {
            Engine::Linear { regex, .. } => regex.captures_at(hay, start).map(|found| {
                let spans = found.iter().skip(1);
                spans
                    .map(|group| group.map(|one| Span::new(one.start(), one.end())))
                    .collect()
            }),
            Engine::Back(regex) => {
                regex
                    .captures_from_pos(hay, start)
                    .ok()
                    .flatten()
                    .map(|found| {
                        let spans = found.iter().skip(1);
                        spans
                            .map(|group| group.map(|one| Span::new(one.start(), one.end())))
                            .collect()
                    })
            }
        };
        groups.unwrap_or_default()
    }

    /// `words` with every match replaced; `${1}` stands for what the first group caught.
    pub(super) fn replaced(&self, words: &str, with: &str) -> String {
        match &self.engine {
            Engine::Linear { regex, .. } => regex.replace_all(words, with).into_owned(),
            Engine::Back(regex) => regex
                .try_replacen(words, 0, with)
                .map_or_else(|_| words.to_owned(), std::borrow::Cow::into_owned),
        }
    }

    fn next(&self, hay: &str, from: usize) -> Option<Span> {
        match &self.engine {
            Engine::Linear { regex, .. } => {
                let found = regex.find_at(hay, from)?;
                Some(Span::new(found.start(), found.end()))
            }
            Engine::Back(regex) => {
                // one that goes back too often finds no more here
                let found = regex.find_from_pos(hay, from).ok().flatten()?;
                Some(Span::new(found.start(), found.end()))
            }
        }
    }
}

fn linear(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern)
        .size_limit(MAX_SIZE)
        .dfa_size_limit(MAX_SIZE)
        .nest_limit(MAX_DEPTH)
        .build()
}

fn going_back(pattern: &str) -> Result<fancy_regex::Regex, fancy_regex::Error> {
    fancy_regex::RegexBuilder::new(pattern)
        .backtrack_limit(MAX_BACK)
        .delegate_size_limit(MAX_SIZE)
        .build()
}

/// What to tell the person who wrote the pattern.
fn reason(fault: &regex::Error, look_around: bool) -> String {
    let words = fault.to_string();
    let last = words.lines().last().unwrap_or_default();
    let what = last.trim().trim_start_matches("error: ");
    let is_around = what.contains("look-around") || what.contains("backreferences");
    match (is_around, look_around) {
        (true, true) => "a pattern looks around in a way that cannot be read".to_owned(),
        (true, false) => {
            format!("a pattern cannot be read: {what}; `look_around: true` allows it")
        }
        (false, _) => format!("a pattern cannot be read: {what}"),
    }
}

/// The pattern without word boundaries: where it finds nothing, the pattern does not either, and it
/// keeps to the fast lane of `regex` in a text with an emoji or an accent.
fn without_boundaries(pattern: &str) -> String {
    let mut loose = String::with_capacity(pattern.len());
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match (c, (c == '\\').then(|| chars.next()).flatten()) {
            (_, Some('b' | 'B')) => loose.push_str("(?:)"),
            (c, Some(escaped)) => loose.extend([c, escaped]),
            (c, None) => loose.push(c),
        }
    }
    loose
}

/// The stretches that are looked at by themselves, in order.
pub(super) fn blocks(looking: &Looking<'_>, each: Each) -> Vec<Span> {
    blocks_of(looking.text(), looking.sentences, each)
}

/// The same, of a text whose sentences are known.
pub(super) fn blocks_of(text: &str, sentences: &[Span], each: Each) -> Vec<Span> {
    match each {
        Each::Text => vec![Span::all(text)],
        Each::Paragraph => {
            let mut start = 0;
            let mut out = Vec::new();
            for piece in text.split("\n\n") {
                out.push(Span::new(start, start + piece.len()));
                start += piece.len() + 2;
            }
            out.retain(|block| !block.of(text).trim().is_empty());
            out
        }
        Each::Sentence => sentences.to_vec(),
        Each::Item => items(text),
    }
}

/// `block` in windows: cut at a blank line before a line before a space.
fn windows(text: &str, block: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = block;
    while rest.n_bytes() > WINDOW {
        let edge = (rest.start..=rest.start + WINDOW)
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(rest.end);
        let head = Span::new(rest.start, edge).of(text);
        let cut = head
            .rfind("\n\n")
            .or_else(|| head.rfind('\n'))
            .or_else(|| head.rfind(char::is_whitespace))
            .filter(|at| *at > 0);
        let end = cut.map_or(edge, |at| rest.start + at);
        out.push(Span::new(rest.start, end));
        rest.start = end;
    }
    out.push(rest);
    out
}
