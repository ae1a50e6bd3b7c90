//! Words that give something away, found in any disguise, each with what it stands for.
//!
//! Never: decides anything by one word; the kinds hold several against each other.

use super::kind::{List, Lists, Looking};
use super::tongue::phrases;
use crate::text::{PhraseMap, Span, longest, tokens};

/// A word or a phrase in a text, and what it stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Cue<T> {
    /// Where it stands.
    pub(super) span: Span,
    /// What it stands for.
    pub(super) sort: T,
}

/// Phrases of several sorts.
pub(super) struct Cues<T> {
    /// The list among those of the set.
    list: Option<List>,
    /// The same phrases for themselves, for a text in disguise.
    map: PhraseMap,
    sorts: Vec<T>,
}

impl<T: Copy + PartialEq> Cues<T> {
    /// Phrases by sort, those of each between bars or on lines of their own; among those of the set
    /// where there is one. Where two begin with the same word the longer one counts.
    pub(super) fn new(sorted: &[(T, &'static str)], lists: Option<&mut Lists>) -> Self {
        let all = || {
            let sorted = sorted.iter();
            sorted.flat_map(|(sort, list)| phrases(list).map(|phrase| (*sort, phrase)))
        };
        let numbered = all().enumerate();
        Self {
            list: lists.map(|lists| lists.add(all().map(|(_, phrase)| phrase))),
            map: PhraseMap::new(numbered.map(|(n, (_, phrase))| (phrase, n))),
            sorts: all().map(|(sort, _)| sort).collect(),
        }
    }

    /// Where they stand among what the rule may look at, in order.
    pub(super) fn find(&self, looking: &Looking<'_>) -> Vec<Cue<T>> {
        let found: Vec<(Span, usize)> = match (self.list, looking.bare.is_disguised()) {
            (Some(list), false) => {
                let hits = looking.hits.of(list.number());
                longest(hits, &|hit| looking.is_open(hit.span))
            }
            (None, false) => self.map.find(looking.text(), looking.tokens),
            (_, true) => self.find_disguised(looking),
        };
        let cue = |(span, number): (Span, usize)| {
            let sort = self.sorts.get(number).copied()?;
            Some(Cue { span, sort })
        };
        found.into_iter().filter_map(cue).collect()
    }

    fn find_disguised(&self, looking: &Looking<'_>) -> Vec<(Span, usize)> {
        let text = looking.bare.text(looking.text());
        let mut found = self.map.find(text, &tokens(text));
        for (span, _) in &mut found {
            *span = looking.bare.source(*span);
        }
        found.retain(|(span, _)| looking.is_open(*span));
        found
    }
}

/// The cues of each sentence that has any, with the sentence; sentences are in order, as cues are.
pub(super) fn by_sentence<'c, T>(
    sentences: &'c [Span],
    cues: &'c [Cue<T>],
) -> impl Iterator<Item = (Span, &'c [Cue<T>])> {
    let mut rest = cues;
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let at = sentences.partition_point(|sentence| sentence.end <= first.span.start);
        let sentence = *sentences.get(at)?;
        let n = rest
            .partition_point(|cue| cue.span.start < sentence.end)
            .max(1);
        let (of_sentence, behind) = rest.split_at_checked(n)?;
        rest = behind;
        Some((sentence, of_sentence))
    })
}

/// The first cue of a sort.
pub(super) fn first<T: Copy + PartialEq>(cues: &[Cue<T>], sort: T) -> Option<Span> {
    let found = cues.iter().find(|cue| cue.sort == sort);
    found.map(|cue| cue.span)
}
