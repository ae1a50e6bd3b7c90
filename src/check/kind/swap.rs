//! `Swap({"utilise": "use"})`: words with a better twin.
//!
//! Never: swaps a part of a longer word, or loses the capital or the possessive of the word.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Finder, Kind, Lists, Looking, Match, Phrases, Reach};
use crate::check::Fix;
use crate::check::ready::in_the_case_of;
use crate::text::{Span, fold};

/// Finds words and offers their twins, in the order of the file.
///
/// A twin may be a list: every entry is a fix of its own, `""` removes the word, and `[]` finds it
/// without a fix. The same words twice are refused, because only one of them could be used.
///
/// ```ron
/// find: Swap({"utilise": "use", "in order to": "to", "reach out": ["write", "call"]})
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Swap(pub Vec<(String, Vec<String>)>);

impl Swap {
    fn is_usable(&self) -> Result<(), String> {
        if self.0.is_empty() {
            return Err(
                "Swap needs at least one pair, as in `Swap({\"utilise\": \"use\"})`".to_owned(),
            );
        }
        let is_blank = |words: &str| !words.contains(char::is_alphanumeric);
        match self.0.iter().find(|(words, _)| is_blank(words)) {
            Some((words, _)) => Err(format!("there is no word in {words:?}")),
            None => Ok(()),
        }
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(words, _)| words.as_str())
    }
}

impl Kind for Swap {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        self.is_usable()?;
        Ok(Box::new(Ready {
            words: Phrases::own(self.words()),
            pairs: self.0.clone(),
        }))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        self.is_usable()?;
        Ok(Box::new(Ready {
            words: Phrases::Shared(lists.add(self.words())),
            pairs: self.0.clone(),
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

struct Ready {
    words: Phrases,
    pairs: Vec<(String, Vec<String>)>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        self.words
            .find(looking)
            .into_iter()
            .filter_map(|(span, n)| {
                let (words, twins) = self.pairs.get(n)?;
                let span = without_possessive(text, span, words);
                let fixes = twins
                    .iter()
                    .map(|twin| Fix::replace(text, span, &in_the_case_of(span.of(text), twin)))
                    .collect();
                Some(Match {
                    span,
                    fixes,
                    ..Match::default()
                })
            })
            .collect()
    }
}

/// The words alone, so that an `'s` that is not part of the phrase stays behind them.
pub(super) fn without_possessive(text: &str, span: Span, phrase: &str) -> Span {
    if fold(phrase).ends_with("'s") {
        return span;
    }
    let words = span.of(text);
    let bare = words
        .strip_suffix("'s")
        .or_else(|| words.strip_suffix("’s"));
    bare.map_or(span, |bare| Span::new(span.start, span.start + bare.len()))
}

impl<'de> Deserialize<'de> for Swap {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Pairs)
    }
}

/// Reads the pairs in order; a map of the standard library would lose the order and one of two
/// equal keys.
struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Swap;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("pairs in curly brackets, as in {\"utilise\": \"use\"}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Swap, A::Error> {
        let mut pairs: Vec<(String, Vec<String>)> = Vec::new();
        let mut known = HashSet::new();
        while let Some(words) = map.next_key::<String>()? {
            if !known.insert(fold(&words)) {
                return Err(A::Error::custom(format!(
                    "{words:?} is there twice; put both twins into one list, as in `[\"a\", \"b\"]`"
                )));
            }
            pairs.push((words, map.next_value::<Twins>()?.0));
        }
        Ok(Swap(pairs))
    }
}

/// One text or a list of them.
struct Twins(Vec<String>);

impl<'de> Deserialize<'de> for Twins {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OneOrMore)
    }
}

struct OneOrMore;

impl<'de> Visitor<'de> for OneOrMore {
    type Value = Twins;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text in quotation marks, or a list of them")
    }

    fn visit_str<E>(self, text: &str) -> Result<Twins, E> {
        Ok(Twins(vec![text.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Twins, A::Error> {
        let mut twins = Vec::new();
        while let Some(twin) = list.next_element()? {
            twins.push(twin);
        }
        Ok(Twins(twins))
    }
}
