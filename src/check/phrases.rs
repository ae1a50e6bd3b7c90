//! The phrases of one rule: in the one map that the whole set shares, or in a map of their own.
//!
//! Never: decides what a match means; it says where the phrases stand that a rule may see.

use super::kind::Looking;
use crate::text::{PhraseMap, Span, longest};

/// Which of the lists of a [`Lists`].
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct List(usize);

/// The phrases of all rules of a set, so that one pass over a text finds them all.
#[derive(Debug, Default)]
pub struct Lists {
    map: PhraseMap,
    n_lists: usize,
}

impl Lists {
    /// Takes a list of phrases; a match reports a phrase by its place in it.
    pub fn add<'a>(&mut self, phrases: impl IntoIterator<Item = &'a str>) -> List {
        for (number, phrase) in phrases.into_iter().enumerate() {
            self.map.add(self.n_lists, number, phrase);
        }
        self.n_lists += 1;
        List(self.n_lists - 1)
    }

    /// The map of all of them.
    pub(super) fn into_map(self) -> PhraseMap {
        self.map
    }
}

impl List {
    /// Its number in the map of all lists.
    pub(super) const fn number(self) -> usize {
        self.0
    }
}

/// The phrases of one rule.
pub enum Phrases {
    /// A list of the set's map.
    Shared(List),
    /// A map that only this rule has.
    Own(PhraseMap),
}

impl Phrases {
    /// A map of their own; a match reports a phrase by its place.
    pub fn own<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let numbered = phrases.into_iter().enumerate();
        Self::Own(PhraseMap::new(numbered.map(|(n, phrase)| (phrase, n))))
    }

    /// Where they stand among what the rule may look at, each with its place in the list: at each
    /// word the longest, and none over another.
    pub fn find(&self, looking: &Looking<'_>) -> Vec<(Span, usize)> {
        match self {
            Self::Shared(list) => {
                let hits = looking.hits.of(list.number());
                longest(hits, &|hit| looking.is_open(hit.span))
            }
            Self::Own(map) => map.find(looking.text(), looking.tokens),
        }
    }
}

/// Phrases of one rule, each of some sort that its kind tells apart.
pub struct Sorted {
    phrases: Phrases,
    sorts: Vec<usize>,
}

impl Sorted {
    /// Phrases with a map of their own.
    pub fn own<'a>(phrases: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let (phrases, sorts): (Vec<&str>, Vec<usize>) = phrases.into_iter().unzip();
        Self {
            phrases: Phrases::own(phrases),
            sorts,
        }
    }

    /// Phrases among those of the set.
    pub fn shared<'a>(
        lists: &mut Lists,
        phrases: impl IntoIterator<Item = (&'a str, usize)>,
    ) -> Self {
        let (phrases, sorts): (Vec<&str>, Vec<usize>) = phrases.into_iter().unzip();
        Self {
            phrases: Phrases::Shared(lists.add(phrases)),
            sorts,
        }
    }

    /// Where they stand among what the rule may look at, each with its sort.
    pub fn find(&self, looking: &Looking<'_>) -> Vec<(Span, usize)> {
        let found = self.phrases.find(looking).into_iter();
        let sorted = found.filter_map(|(span, number)| Some((span, *self.sorts.get(number)?)));
        sorted.collect()
    }
}
