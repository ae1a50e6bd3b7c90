//! News that must wait, ready to be found in a text.
//!
//! Never: says a word of it; the label stands for it.

use std::collections::HashSet;

use super::fingerprint::{Folded, Lock, MOST_WORDS, folded, plain_forms, terms_in};
use crate::guideline::{Embargo, Terms};
use crate::text::Span;

/// The words of one embargo, ready.
#[derive(Debug)]
struct Ready {
    plain: HashSet<String>,
    /// The most words of a phrase.
    most: usize,
    lock: Option<Lock>,
}

impl Ready {
    fn of(embargo: &Embargo) -> Self {
        let (terms, lock) = match &embargo.terms {
            Terms::Plain(terms) => (terms.as_slice(), None),
            Terms::Sealed {
                salt,
                rounds,
                prints,
            } => (&[][..], Some(Lock::new(salt, *rounds, prints))),
        };
        let plain = || terms.iter().chain(&embargo.aliases);
        let longest = plain().map(|term| folded(term).len()).max();
        Self {
            most: longest.unwrap_or_default().max(MOST_WORDS),
            plain: plain().flat_map(|term| plain_forms(term)).collect(),
            lock,
        }
    }

    fn has(&self, phrase: &str, n_words: usize) -> bool {
        let is_sealed = |lock: &Lock| n_words <= MOST_WORDS && lock.has(phrase);
        self.plain.contains(phrase) || self.lock.as_ref().is_some_and(is_sealed)
    }
}

/// The embargoes of a head, ready.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    of: Vec<Embargo>,
    ready: Vec<Ready>,
}

impl Waiting {
    /// Gets embargoes ready.
    pub(super) fn of(embargoes: &[Embargo]) -> Self {
        Self {
            of: embargoes.to_vec(),
            ready: embargoes.iter().map(Ready::of).collect(),
        }
    }

    /// Where words of the embargoes stand that `is_asked` takes in, with the place of each in the
    /// head, in order of the text.
    pub(super) fn found(
        &self,
        text: &str,
        embargoes: &[Embargo],
        is_asked: &dyn Fn(&Embargo) -> bool,
    ) -> Vec<(Span, usize)> {
        if embargoes != self.of.as_slice() {
            // the scene of an example has its own
            return Self::of(embargoes).found(text, embargoes, is_asked);
        }
        let asked = self.of.iter().zip(&self.ready).enumerate();
        let mut asked = asked
            .filter(|(_, (embargo, _))| is_asked(embargo))
            .peekable();
        if asked.peek().is_none() {
            return Vec::new();
        }
        let words: Vec<Folded> = folded(text);
        let mut out: Vec<(Span, usize)> = Vec::new();
        for (n, (_, ready)) in asked {
            let found = terms_in(&words, ready.most, &|phrase, n| ready.has(phrase, n));
            out.extend(found.into_iter().map(|span| (span, n)));
        }
        out.sort_by_key(|(span, n)| (*span, *n));
        out
    }
}

/// Whether terms of these embargoes are sealed, so that looking for them takes long.
pub(super) fn has_sealed(embargoes: &[Embargo]) -> bool {
    let is_sealed = |embargo: &Embargo| matches!(embargo.terms, Terms::Sealed { .. });
    embargoes.iter().any(is_sealed)
}
