//! Words that are probably misspelt, by a dictionary and by what the set and the writer call their
//! own. Beside the rules: spelling marks words, it makes no findings.
//!
//! Never: judges what may be right: names, handles, links, code, numbers, other languages.

mod dictionary;
mod own;
mod pieces;
mod word;

use std::collections::HashMap;
use std::sync::Arc;

pub use dictionary::{Dictionary, DictionaryFault};
pub use own::OwnWords;

use crate::text::{EntityKind, Span, entities, language, words};
use pieces::pieces;
use word::{Judge, Verdict};

/// How many unknown words in a row are a phrase of another language.
const PHRASE: usize = 3;

/// How many suggestions are worth reading.
const MOST_SUGGESTIONS: usize = 5;

/// How many sentences are remembered at least, of texts that were looked at before.
const MOST_SEEN: usize = 1000;

/// What the words of one text are judged with, and what was found in its sentences so far.
///
/// A keystroke judges the sentence it falls into; the verdict on every other sentence is taken over.
#[derive(Clone, Debug, Default)]
pub struct Spelling {
    dictionary: Option<Arc<Dictionary>>,
    own: OwnWords,
    /// The sentences of the texts that were looked at last.
    seen: HashMap<String, Seen>,
    /// How often a text was looked at.
    n_looks: u64,
}

/// A sentence that was judged.
#[derive(Clone, Debug)]
struct Seen {
    /// Its misspelt words.
    misspelt: Vec<Span>,
    /// The look at which it was there last.
    look: u64,
}

impl Spelling {
    /// Judges by another dictionary, or by none: then no word is misspelt.
    pub fn use_dictionary(&mut self, dictionary: Option<Arc<Dictionary>>) {
        self.dictionary = dictionary;
        self.seen.clear();
    }

    /// The dictionary in use.
    pub const fn dictionary(&self) -> Option<&Arc<Dictionary>> {
        self.dictionary.as_ref()
    }

    /// Takes other words for right than before, beside the dictionary's.
    pub fn use_own(&mut self, own: OwnWords) {
        self.own = own;
        self.seen.clear();
    }

    /// Takes one more word for right.
    pub fn learn(&mut self, word: &str) {
        self.own.add(word);
        self.seen.clear();
    }

    /// The misspelt words of `text`, in order.
    pub fn misspelt(&mut self, text: &str) -> Vec<Span> {
        let Some(dictionary) = &self.dictionary else {
            return Vec::new();
        };
        let judge = Judge {
            dictionary,
            own: &self.own,
        };
        self.n_looks += 1;
        let look = self.n_looks;
        let mut out = Vec::new();
        let pieces = pieces(text);
        for piece in &pieces {
            let words = piece.of(text);
            let moved = |span: &Span| span.shifted(piece.start);
            if let Some(seen) = self.seen.get_mut(words) {
                seen.look = look;
                out.extend(seen.misspelt.iter().map(moved));
            } else {
                let misspelt = misspelt_in(words, &judge);
                out.extend(misspelt.iter().map(moved));
                self.seen.insert(words.to_owned(), Seen { misspelt, look });
            }
        }
        if self.seen.len() > MOST_SEEN.max(2 * pieces.len()) {
            self.seen.retain(|_, seen| seen.look == look);
        }
        out
    }

    /// What a word may have been meant to be: own words that are close to it, then those of the
    /// dictionary, each once, with the apostrophe that `text` uses.
    pub fn suggestions(&self, word: &str, of_dictionary: &[String], text: &str) -> Vec<String> {
        let is_curly = text.contains('’') && !text.contains('\'');
        let mut out = self.own.close_to(word);
        for word in of_dictionary {
            let word = if is_curly {
                word.replace('\'', "’")
            } else {
                word.clone()
            };
            if !out.contains(&word) {
                out.push(word);
            }
        }
        out.truncate(MOST_SUGGESTIONS);
        out
    }
}

/// The misspelt words of one sentence.
fn misspelt_in(sentence: &str, judge: &Judge<'_>) -> Vec<Span> {
    let mut asides = entities(sentence)
        .into_iter()
        .filter(|entity| entity.kind != EntityKind::Quote)
        .map(|entity| entity.span)
        .peekable();
    let mut n_known = 0;
    let mut n_unknown = 0;
    let mut found: Vec<Span> = Vec::new();
    // unknown words since the last known one
    let mut run: Vec<Span> = Vec::new();
    let mut run_length = 0;
    let mut is_first = true;
    for (at, word) in words(sentence) {
        let span = Span::new(at, at + word.len());
        while asides.next_if(|aside| aside.end <= span.start).is_some() {}
        if asides.peek().is_some_and(|aside| aside.overlaps(span)) {
            continue;
        }
        let verdict = judge.verdict(sentence, span, is_first);
        is_first = false;
        match verdict {
            Verdict::Aside => continue,
            Verdict::Known => {
                n_known += 1;
                keep_short(&mut run, &mut run_length, &mut found);
                continue;
            }
            Verdict::Unknown => {}
            Verdict::Misspelt => run.push(span),
        }
        n_unknown += 1;
        run_length += 1;
    }
    keep_short(&mut run, &mut run_length, &mut found);
    if found.is_empty() || is_other_language(sentence, n_known, n_unknown, judge) {
        return Vec::new();
    }
    found
}

/// Ends a run of unknown words: a short one is misspelt, a long one is of another language.
fn keep_short(run: &mut Vec<Span>, length: &mut usize, found: &mut Vec<Span>) {
    if *length < PHRASE {
        found.append(run);
    }
    run.clear();
    *length = 0;
}

/// Whether a sentence is not in the dictionary's language. The dictionary is the first witness, the
/// hint says how much of it must be known to be believed.
fn is_other_language(sentence: &str, n_known: usize, n_unknown: usize, judge: &Judge<'_>) -> bool {
    /// Below so many words the hint is asked for nothing.
    const FEW: usize = 4;
    let n = n_known + n_unknown;
    if n < FEW {
        return n_known == 0 && n > 1;
    }
    let percent = match (language(sentence), judge.dictionary.language()) {
        (Some(hint), Some(own)) if hint == own => 25,
        (Some(_), Some(_)) => 60,
        _ => 35,
    };
    n_known * 100 < n * percent
}
