//! What somebody asked: their questions, and what an answer to each would hold.
//!
//! Never: looks at the reply.

use super::tongue::{is_filler, stem};
use crate::text::{Span, Token, sentences, tokens};

/// What a question wants to hear.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Wants {
    /// Yes or no.
    YesOrNo,
    /// A time.
    Time,
    /// A place.
    Place,
    /// A number.
    Number,
    /// A reason.
    Reason,
    /// A person.
    Person,
    /// A way to do it.
    Way,
    /// One of several, or a thing.
    Thing,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Question {
    /// Where it stands in what they said.
    pub(super) span: Span,
    /// What it wants to hear.
    pub(super) wants: Wants,
    /// The verb that a short answer takes up again: "can" of "Can I …?"; empty where there is none.
    pub(super) helper: String,
    /// The stems of its words that mean something, each once.
    pub(super) keys: Vec<String>,
}

/// The questions in what somebody said, in order.
pub(super) fn questions(said: &str) -> Vec<Question> {
    if !said.contains(['?', '？', '؟']) && said.len() > LONGEST_WITHOUT_MARK {
        return Vec::new();
    }
    let words = tokens(said);
    let sentences = sentences(said);
    sentences
        .into_iter()
        .filter_map(|sentence| {
            let start = words.partition_point(|token| token.span.start < sentence.start);
            let end = words.partition_point(|token| token.span.end <= sentence.end);
            question(said, sentence, words.get(start..end)?)
        })
        .collect()
}

/// In a longer text, a question without its mark is hard to tell from a statement.
const LONGEST_WITHOUT_MARK: usize = 400;

/// Reads a sentence as a question, if it is one.
fn question(said: &str, sentence: Span, words: &[Token]) -> Option<Question> {
    let end = sentence
        .of(said)
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '？' | '؟'));
    let is_marked = end.ends_with(['?', '？', '؟']);
    let word = |n: usize| words.get(n).map_or("", |token| token.folded.as_str());
    let start = (0..words.len().min(4)).find(|n| asks(word(*n)).is_some() || is_helper(word(*n)));
    let asked = (0..words.len()).find(|n| asks(word(*n)).is_some());
    let opens = start == Some(0)
        && match word(0) {
            helper if is_helper(helper) => is_person(word(1)),
            _ => is_helper(word(1)) || matches!(word(1), "many" | "much" | "long" | "often"),
        };
    if !is_marked && !opens || words.is_empty() {
        return None;
    }
    // "Can you tell me when …?" asks when
    let is_wrapped = words.iter().any(|token| {
        matches!(
            token.folded.as_str(),
            "tell" | "know" | "say" | "idea" | "wondering" | "explain" | "show" | "sagen" | "dire"
        )
    });
    let at = match start {
        Some(at) if is_helper(word(at)) && is_wrapped => asked.unwrap_or(at),
        Some(at) => at,
        None => asked.unwrap_or(0),
    };
    let helper = if is_helper(word(at)) { word(at) } else { "" };
    let wants = wants(word(at), word(at + 1));
    Some(Question {
        span: sentence,
        wants,
        helper: helper.to_owned(),
        keys: keys(words.get(at..).unwrap_or(words)),
    })
}

fn wants(word: &str, next: &str) -> Wants {
    match (asks(word), word, next) {
        (
            Some(Wants::Way),
            "how",
            "many" | "much" | "long" | "often" | "far" | "old" | "big" | "late",
        ) => Wants::Number,
        (Some(Wants::Thing), "what", "time" | "date" | "day") => Wants::Time,
        (Some(wants), _, _) => wants,
        (None, helper, _) if is_helper(helper) => Wants::YesOrNo,
        (None, _, _) => Wants::Thing,
    }
}

/// What a question word asks for.
fn asks(word: &str) -> Option<Wants> {
    let bare = word.split('\'').next().unwrap_or_default();
    Some(match bare {
        "when" | "wann" | "quand" | "cuándo" => Wants::Time,
        "where" | "wo" | "wohin" | "où" | "dónde" => Wants::Place,
        "why" | "warum" | "wieso" | "pourquoi" => Wants::Reason,
        "who" | "whom" | "whose" | "wer" | "wem" | "qui" | "quién" => Wants::Person,
        "how" | "wie" | "comment" | "cómo" => Wants::Way,
        "wieviel" | "combien" | "cuánto" => Wants::Number,
        "what" | "which" | "was" if word != "was" => Wants::Thing,
        _ => return None,
    })
}

fn is_helper(word: &str) -> bool {
    matches!(
        word.strip_suffix("n't").unwrap_or(word),
        "do" | "does"
            | "did"
            | "is"
            | "are"
            | "was"
            | "were"
            | "ca"
            | "can"
            | "could"
            | "will"
            | "wo"
            | "would"
            | "should"
            | "shall"
            | "may"
            | "has"
            | "have"
            | "had"
            | "am"
    ) || matches!(
        word,
        "ist" | "sind" | "habt" | "haben" | "kann" | "könnt" | "gibt"
    )
}

fn is_person(word: &str) -> bool {
    matches!(
        word,
        "i" | "you"
            | "we"
            | "they"
            | "it"
            | "he"
            | "she"
            | "there"
            | "this"
            | "that"
            | "the"
            | "your"
            | "anyone"
            | "my"
            | "these"
            | "those"
    )
}

/// The stems of the words that mean something.
fn keys(words: &[Token]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words {
        let stem = stem(&word.folded);
        if !is_filler(&word.folded) && out.len() < MOST_KEYS && !out.iter().any(|one| one == stem) {
            out.push(stem.to_owned());
        }
    }
    out
}

/// More words than that make no question clearer.
const MOST_KEYS: usize = 24;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, expect: &[(Wants, &[&str])]) {
        let found = questions(said);
        let found: Vec<(Wants, Vec<&str>)> = found
            .iter()
            .map(|one| (one.wants, one.keys.iter().map(String::as_str).collect()))
            .collect();
        let expect: Vec<(Wants, Vec<&str>)> = expect
            .iter()
            .map(|(wants, keys)| (*wants, keys.to_vec()))
            .collect();
        assert_eq!(found, expect, "{said}");
    }

    #[test]
    fn questions_say_what_they_want() {
        check(
            "Hi! When do you open on Sundays?",
            &[(Wants::Time, &["open", "sunda"])],
        );
        check(
            "Could you tell me where the lift is?",
            &[(Wants::Place, &["lift"])],
        );
        check(
            "Can I pay by card? How much is it?",
            &[(Wants::YesOrNo, &["pay", "card"]), (Wants::Number, &[])],
        );
        check("@shop what time do you close", &[]);
        check("how do I return shoes", &[(Wants::Way, &["return", "sho"])]);
    }

    #[test]
    fn statements_ask_nothing() {
        check("The lift is out. When it works I take it.", &[]);
        check("", &[]);
    }
}
