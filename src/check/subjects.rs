//! What a set says a text may be about: its topics, its trade, its competitors.
//!
//! Never: decides whether that matters; it says where such words stand.

use super::phrases::{List, Lists};
use crate::guideline::{Set, Topic};
use crate::text::{Hits, PhraseMap, Span, Token, fold};

/// What a word stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Subject {
    /// A topic of the set, by its place in the list.
    Topic(usize),
    /// The trade of the organisation.
    Trade,
}

/// The words of a set's subjects, among the phrases of all rules.
#[derive(Default)]
pub(super) struct Subjects {
    list: List,
    of: Vec<Subject>,
}

impl Subjects {
    /// Puts the words of a head among the phrases.
    pub(super) fn of(head: &Set, lists: &mut Lists) -> Self {
        let (of, words): (Vec<Subject>, Vec<String>) = words(head).into_iter().unzip();
        Self {
            list: lists.add(words.iter().map(String::as_str)),
            of,
        }
    }

    /// Where they stand, in order.
    pub(super) fn found(&self, hits: &Hits) -> Vec<(Span, Subject)> {
        let hits = hits.of(self.list.number()).iter();
        let mut out: Vec<(Span, Subject)> = hits
            .filter_map(|hit| Some((hit.span, *self.of.get(hit.number)?)))
            .collect();
        out.sort_by_key(|(span, _)| *span);
        out
    }
}

/// Where the subjects of a head stand that is not the checker's own, as in an example.
pub(super) fn subjects_in(text: &str, tokens: &[Token], head: &Set) -> Vec<(Span, Subject)> {
    let all = words(head);
    let mut out = Vec::new();
    let numbered = all.iter().enumerate();
    let map = PhraseMap::new(numbered.map(|(n, (_, word))| (word.as_str(), n)));
    for (span, number) in map.find(text, tokens) {
        out.extend(all.get(number).map(|(subject, _)| (span, *subject)));
    }
    out
}

/// All words with what they stand for, in the forms in which they are met.
fn words(head: &Set) -> Vec<(Subject, String)> {
    let topics = head.topics.iter().enumerate();
    let of_topics = topics.flat_map(|(n, topic)| {
        let words = topic.words.iter().map(String::as_str);
        // without words of its own it is named by its id
        let id = topic.words.is_empty().then_some(topic.id.as_str());
        words.chain(id).map(move |word| (Subject::Topic(n), word))
    });
    let trade = head.own.industry.iter().chain(&head.competitors);
    let of_trade = trade.map(|word| (Subject::Trade, word.as_str()));
    of_topics
        .chain(of_trade)
        .filter(|(_, word)| !word.trim().is_empty())
        .flat_map(|(subject, word)| forms(word).into_iter().map(move |form| (subject, form)))
        .collect()
}

/// A word and the endings that the same word has in a sentence: `refund`, `refunds`, `refunded`.
fn forms(word: &str) -> Vec<String> {
    const FEWEST: usize = 3;
    let word = word.trim();
    let mut out = vec![word.to_owned()];
    let is_plain = word
        .chars()
        .all(|c| c.is_alphabetic() || " -'’".contains(c));
    if !is_plain || word.chars().count() < FEWEST {
        return out;
    }
    out.extend(["s", "es", "n", "en"].map(|ending| format!("{word}{ending}")));
    if word.contains(' ') {
        return out;
    }
    out.extend(["ed", "ing"].map(|ending| format!("{word}{ending}")));
    if let Some(stem) = word.strip_suffix('e') {
        out.extend(["ed", "ing"].map(|ending| format!("{stem}{ending}")));
    }
    if let Some(stem) = word.strip_suffix('y') {
        out.extend(["ies", "ied"].map(|ending| format!("{stem}{ending}")));
    }
    if let Some(one) = word.strip_suffix('s').filter(|one| one.len() > FEWEST) {
        out.push(one.to_owned());
    }
    out
}

/// Whether two words name the same topic: in any case, one or many.
pub(super) fn is_same_topic(one: &str, other: &str) -> bool {
    let plain = |word: &str| {
        let word = fold(word.trim()).replace('-', " ");
        word.strip_suffix('s').unwrap_or(&word).to_owned()
    };
    plain(one) == plain(other)
}

/// Whether what somebody can answer for takes in a topic: by its id, or by one of its words.
pub(super) fn covers(expertise: &[String], topic: &Topic) -> bool {
    let is_of = |known: &String| {
        is_same_topic(known, &topic.id) || topic.words.iter().any(|word| is_same_topic(known, word))
    };
    expertise.iter().any(is_of)
}
