//! A text taken apart, once for all rules, and mended where it was edited.
//!
//! Never: knows a rule; what it holds follows from the text, the phrases and the names alone.

use super::kind::Subject;
use super::seen::Ours;
use super::subjects::subjects_in;
use super::tongue::is_english;
use crate::guideline::Set;
use crate::text::{
    Entity, EntityKind, Hits, Patch, PhraseMap, Span, Token, entities, longest, sentences, tokens,
};

/// A text, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parsed {
    /// Its words.
    pub(super) tokens: Vec<Token>,
    /// Where the phrases of all rules stand.
    pub(super) hits: Hits,
    /// Its links, handles, quotations and code.
    pub(super) entities: Vec<Entity>,
    /// Its sentences.
    pub(super) sentences: Vec<Span>,
    /// Where names of the organisation stand.
    pub(super) own_names: Vec<Span>,
    /// Where its telephone numbers stand.
    pub(super) own_phones: Vec<Span>,
    /// Where words of its topics and its trade stand.
    pub(super) subjects: Vec<(Span, Subject)>,
    /// Whether its words may be English.
    pub(super) is_english: bool,
}

impl Parsed {
    /// Takes `text` apart.
    pub(super) fn of(text: &str, ours: &Ours, phrases: &PhraseMap) -> Self {
        let tokens = tokens(text);
        let hits = phrases.hits(text, &tokens);
        let names = longest(hits.of(ours.names.number()), &|_| true);
        let phones = ours.phones.iter().flat_map(|phone| {
            text.match_indices(phone.as_str())
                .map(|(at, words)| Span::new(at, at + words.len()))
        });
        let mut own_phones: Vec<Span> = phones.collect();
        own_phones.sort_unstable();
        Self {
            entities: entities(text),
            sentences: sentences(text),
            own_names: names.into_iter().map(|(span, _)| span).collect(),
            own_phones,
            subjects: ours.subjects.found(&hits),
            is_english: is_english(text, &tokens),
            tokens,
            hits,
        }
    }

    /// Takes `names` for names of the organisation, too, as the scene of an example does.
    pub(super) fn also_own(&mut self, text: &str, names: &[String]) {
        let map = PhraseMap::new(names.iter().map(|name| (name.as_str(), 0)));
        let found = map.find(text, &self.tokens).into_iter();
        self.own_names.extend(found.map(|(span, _)| span));
        self.own_names.sort_unstable();
        self.own_names.dedup();
    }

    /// Takes the topics and the trade of another head, as the scene of an example does.
    pub(super) fn speaks_of(&mut self, text: &str, head: &Set) {
        self.subjects = subjects_in(text, &self.tokens, head);
    }

    /// Puts `part`, which is the new stretch of `text` taken apart by itself, in the place of the old
    /// one.
    pub(super) fn mend(&mut self, text: &str, patch: Patch, part: &Self) {
        let tokens = &self.tokens;
        let old = tokens.partition_point(|token| token.span.start < patch.old.start)
            ..tokens.partition_point(|token| token.span.start < patch.old.end);
        self.hits.splice(&part.hits, patch, old, part.tokens.len());
        patch.splice(&mut self.tokens, &part.tokens, |one| &mut one.span);
        patch.splice(&mut self.entities, &part.entities, |one| &mut one.span);
        patch.splice(&mut self.sentences, &part.sentences, |span| span);
        patch.splice(&mut self.own_names, &part.own_names, |span| span);
        patch.splice(&mut self.own_phones, &part.own_phones, |span| span);
        patch.splice(&mut self.subjects, &part.subjects, |one| &mut one.0);
        self.is_english = is_english(text, &self.tokens);
    }

    /// Whether two blocks of the text may be held apart at `at`: no stretch of code reaches over it.
    pub(super) fn may_part(&self, at: usize) -> bool {
        let codes = self
            .entities
            .iter()
            .filter(|one| one.kind == EntityKind::Code);
        let mut starting_before = codes.take_while(|one| one.span.start < at);
        !starting_before.any(|one| one.span.end > at)
    }
}
