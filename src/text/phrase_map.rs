//! Phrases found among folded words, however many there are: one pass over the words finds those of
//! all lists.
//!
//! Never: takes longer the more phrases begin with the same words; it follows the words of the text,
//! not the lists.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::phrase::{elided, ending_in, gap, starting_with, stems};
use super::{Patch, Phrase, Span, Token};

/// One place where one phrase of one list stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Hit {
    /// The list it is in.
    pub list: usize,
    /// The number that it was given there.
    pub number: usize,
    /// Where it stands.
    pub span: Span,
    /// Its first word, as a place among the tokens.
    pub first: usize,
    /// How many words it has.
    pub n_words: usize,
}

/// A word that may follow: where one stands in a phrase, the gap, the word.
type Step = (u32, u32, u32);

/// Where phrases part: what ends here, and whether any goes on.
#[derive(Clone, Debug, Default)]
struct Node {
    ends: Vec<End>,
    goes_on: bool,
}

/// The end of a phrase of a list.
#[derive(Clone, Debug)]
struct End {
    list: u32,
    number: u32,
    head: Box<str>,
    tail: Box<str>,
}

/// Phrases of any number of lists, as a tree of words.
#[derive(Clone, Debug, Default)]
pub struct PhraseMap {
    /// Every word of every phrase, numbered.
    words: HashMap<Box<str>, u32, RandomState>,
    /// Every gap, numbered; few are not a space.
    gaps: HashMap<String, u32, RandomState>,
    /// The tree; the first node stands for no word at all.
    nodes: Vec<Node>,
    steps: HashMap<Step, u32, RandomState>,
    /// For each first byte of a word, the lengths that such words have (as bits): most words of a
    /// text are told apart by these two, without a look into the map.
    shapes: Vec<u64>,
    /// The same of the words that phrases begin with.
    starts: Vec<u64>,
}

/// The first byte of a word, and its length as one bit.
fn shape(word: &str) -> (usize, u64) {
    let first = word.as_bytes().first().copied().unwrap_or_default();
    (usize::from(first), 1 << word.len().min(63))
}

impl PhraseMap {
    /// Takes the phrases of one list with the number that a match reports; one without a word is
    /// left out.
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut map = Self::default();
        for (phrase, number) in phrases {
            map.add(0, number, phrase);
        }
        map
    }

    /// Adds a phrase to a list; one without a word is left out.
    pub fn add(&mut self, list: usize, number: usize, phrase: &str) {
        let Some(phrase) = Phrase::new(phrase) else {
            return;
        };
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
            self.shapes.resize(256, 0);
            self.starts.resize(256, 0);
        }
        if let Some((byte, length)) = phrase.words.first().map(|word| shape(word))
            && let Some(lengths) = self.starts.get_mut(byte)
        {
            *lengths |= length;
        }
        let mut at = 0;
        for (word, gap) in phrase.words.iter().zip(phrase.gaps) {
            let step = (at, self.gap_number(gap), self.word_number(word));
            let next = self.nodes.len() as u32;
            let known = *self.steps.entry(step).or_insert(next);
            if known == next {
                self.nodes.push(Node::default());
            }
            if let Some(node) = self.nodes.get_mut(at as usize) {
                node.goes_on = true;
            }
            at = known;
        }
        if let Some(node) = self.nodes.get_mut(at as usize) {
            node.ends.push(End {
                list: list as u32,
                number: number as u32,
                head: phrase.head.into(),
                tail: phrase.tail.into(),
            });
        }
    }

    fn word_number(&mut self, word: &str) -> u32 {
        let (byte, length) = shape(word);
        if let Some(lengths) = self.shapes.get_mut(byte) {
            *lengths |= length;
        }
        let next = self.words.len() as u32;
        match self.words.get(word) {
            Some(known) => *known,
            None => *self.words.entry(word.into()).or_insert(next),
        }
    }

    fn gap_number(&mut self, gap: String) -> u32 {
        let next = self.gaps.len() as u32;
        *self.gaps.entry(gap).or_insert(next)
    }

    /// The number of a word of a text, when any phrase has it.
    fn known(&self, word: &str) -> Option<u32> {
        let (first, length) = shape(word);
        let lengths = self.shapes.get(first).copied().unwrap_or_default();
        (lengths & length != 0)
            .then(|| self.words.get(word).copied())
            .flatten()
    }

    /// Whether a phrase may begin with the word, or with a part of it: behind an article, before a
    /// possessive or a particle.
    fn may_start(&self, word: &str) -> bool {
        let (first, length) = shape(word);
        let lengths = self.starts.get(first).copied().unwrap_or_default();
        let is_whole = |byte: u8| byte.is_ascii() && byte != b'\'';
        lengths & length != 0 || !word.bytes().all(is_whole)
    }

    /// Finds the phrases of a map with one list, in order of the text: at each word the longest one
    /// wins, and matches do not overlap.
    pub fn find(&self, text: &str, tokens: &[Token]) -> Vec<(Span, usize)> {
        let mut hits = Vec::new();
        self.each(text, tokens, &mut |hit| hits.push(hit));
        longest(&hits, &|_| true)
    }

    /// Finds every phrase of every list in one pass.
    pub fn hits(&self, text: &str, tokens: &[Token]) -> Hits {
        let mut hits = Vec::new();
        self.each(text, tokens, &mut |hit| hits.push(hit));
        hits.sort_by_key(|hit| hit.list);
        Hits(hits)
    }

    fn each(&self, text: &str, tokens: &[Token], found: &mut dyn FnMut(Hit)) {
        if self.nodes.is_empty() {
            return;
        }
        let may_start = |(_, token): &(usize, &Token)| self.may_start(&token.folded);
        for (first, token) in tokens.iter().enumerate().filter(may_start) {
            let walk = Walk {
                map: self,
                text,
                tokens,
                first,
            };
            walk.from(&token.folded, token.span.start, found);
            if let Some((start, word)) = elided(text, token) {
                walk.from(word, start, found);
            }
        }
    }
}

/// The way through the tree from one word of a text.
struct Walk<'a> {
    map: &'a PhraseMap,
    text: &'a str,
    tokens: &'a [Token],
    first: usize,
}

impl Walk<'_> {
    /// Reports the phrases that begin with `word`, which stands at `start`.
    fn from(&self, word: &str, start: usize, found: &mut dyn FnMut(Hit)) {
        let (mut at, mut before, mut last) = (0, 0, self.first);
        let mut word = word;
        loop {
            let next = self.step(at, before, word);
            if let Some(node) = next.and_then(|next| self.map.nodes.get(next as usize)) {
                self.report(node, start, last, found);
            }
            for stem in stems(word) {
                let next = self.step(at, before, stem);
                if let Some(node) = next.and_then(|next| self.map.nodes.get(next as usize)) {
                    self.report(node, start, last, found);
                }
            }
            let goes_on = |next: &u32| {
                let node = self.map.nodes.get(*next as usize);
                node.is_some_and(|node| node.goes_on)
            };
            let (Some(next), Some(token), Some(pair)) = (
                next.filter(goes_on),
                self.tokens.get(last + 1),
                self.tokens.get(last..last + 2),
            ) else {
                return;
            };
            let Some(number) = self.map.gaps.get(&gap(self.text, pair)) else {
                return;
            };
            if is_parted(self.text, pair) {
                return;
            }
            (at, before, last, word) = (next, *number, last + 1, &token.folded);
        }
    }

    fn step(&self, at: u32, gap: u32, word: &str) -> Option<u32> {
        let word = self.map.known(word)?;
        self.map.steps.get(&(at, gap, word)).copied()
    }

    fn report(&self, node: &Node, start: usize, last: usize, found: &mut dyn FnMut(Hit)) {
        let Some(end) = self.tokens.get(last).map(|token| token.span.end) else {
            return;
        };
        for phrase in &node.ends {
            let before = ending_in(self.text, start, &phrase.head);
            let after = starting_with(self.text, end, &phrase.tail);
            if let (Some(start), Some(end)) = (before, after) {
                found(Hit {
                    list: phrase.list as usize,
                    number: phrase.number as usize,
                    span: Span::new(start, end),
                    first: self.first,
                    n_words: last + 1 - self.first,
                });
            }
        }
    }
}

/// Whether a blank line stands between two words: a phrase does not reach over it.
fn is_parted(text: &str, pair: &[Token]) -> bool {
    let [before, after] = pair else { return true };
    let between = Span::new(before.span.end, after.span.start).of(text);
    between.bytes().filter(|byte| *byte == b'\n').count() > 1
}

/// What one pass found, list by list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits(Vec<Hit>);

impl Hits {
    /// The places of the phrases of one list, in order of the text.
    pub fn of(&self, list: usize) -> &[Hit] {
        let start = self.0.partition_point(|hit| hit.list < list);
        let end = self.0.partition_point(|hit| hit.list <= list);
        self.0.get(start..end).unwrap_or_default()
    }

    /// Puts what was found in a stretch by itself in the place of what was found there before the
    /// edit. `old` are the words that stood there, `n_new` is how many stand there now; no phrase
    /// reaches over the ends of the stretch.
    pub fn splice(&mut self, part: &Self, patch: Patch, old: Range<usize>, n_new: usize) {
        self.0.retain(|hit| !old.contains(&hit.first));
        for hit in self.0.iter_mut().filter(|hit| hit.first >= old.end) {
            hit.first = hit.first + n_new - old.len();
            hit.span = patch.moved(hit.span);
        }
        self.0.extend(part.0.iter().map(|hit| Hit {
            first: hit.first + old.start,
            span: hit.span.shifted(patch.new.start),
            ..*hit
        }));
        self.0.sort_by_key(|hit| (hit.list, hit.first));
    }
}

/// Of the places of one list those that count: at each word the longest that `may_see` lets
/// through, and none that overlaps an earlier one.
pub fn longest(hits: &[Hit], may_see: &dyn Fn(&Hit) -> bool) -> Vec<(Span, usize)> {
    let mut out = Vec::new();
    let mut free = 0;
    for of_word in hits.chunk_by(|a, b| a.first == b.first) {
        let open = of_word
            .iter()
            .filter(|hit| hit.first >= free && may_see(hit));
        // of equals the first in the list
        let best = open.reduce(|best, hit| {
            let size = |hit: &Hit| (hit.n_words, hit.span.n_bytes());
            if size(hit) > size(best) { hit } else { best }
        });
        if let Some(best) = best {
            out.push((best.span, best.number));
            free = best.first + best.n_words;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn check(phrase: &str, text: &str, expect: &[&str]) {
        let map = PhraseMap::new([(phrase, 0)]);
        let found: Vec<&str> = map
            .find(text, &tokens(text))
            .into_iter()
            .map(|(span, _)| span.of(text))
            .collect();
        assert_eq!(found, expect, "{phrase:?} in {text:?}");
    }

    #[test]
    fn phrases_match_whole_words_in_any_case_and_spacing() {
        check(
            "excited to announce",
            "We're EXCITED  to\nannounce it",
            &["EXCITED  to\nannounce"],
        );
        check("guarantee", "guaranteed", &[]);
        check("can't lose", "You can’t lose!", &["can’t lose"]);
        check("world-class", "a world class desk", &["world class"]);
        check("guarantee", "the guarantee’s end", &["guarantee’s"]);
    }

    #[test]
    fn marks_belong_to_a_phrase() {
        check("C++", "C++ and C", &["C++"]);
        check(".NET", "the net and .net", &[".net"]);
        check("rock 'n' roll", "Rock ’n’ roll", &["Rock ’n’ roll"]);
        check(
            "customers' choice",
            "the customers’ choice",
            &["customers’ choice"],
        );
        check("#ad", "An ad, #ad", &["#ad"]);
    }

    #[test]
    fn words_end_in_every_script() {
        check("istanbul", "İstanbul, ISTANBUL", &["İstanbul", "ISTANBUL"]);
        check("straße", "STRASSE Straße", &["STRASSE", "Straße"]);
        check("café", "cafe\u{301} open", &["cafe\u{301}"]);
        check("日本", "日本語", &["日本"]);
        check("ลดราคา", "วันนี้ลดราคาทุกชิ้น", &["ลดราคา"]);
        check("할인", "오늘 할인을 합니다", &["할인을"]);
        check("할인", "할인점", &[]);
        check("offre", "Voici l’offre du jour", &["offre"]);
        check("guarantee", "gua\u{ad}rantee", &["gua\u{ad}rantee"]);
    }

    #[test]
    fn lists_share_one_pass() {
        let mut map = PhraseMap::default();
        map.add(0, 7, "open day");
        map.add(3, 1, "day");
        map.add(0, 8, "open");
        let text = "An open day, open";
        let hits = map.hits(text, &tokens(text));
        let of = |list| {
            let found = longest(hits.of(list), &|_| true);
            let words = found.iter().map(|(span, number)| (span.of(text), *number));
            words.collect::<Vec<_>>()
        };
        assert_eq!(of(0), [("open day", 7), ("open", 8)]);
        assert_eq!(of(3), [("day", 1)]);
        assert_eq!(of(1), []);
    }
}
