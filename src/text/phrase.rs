//! A phrase as it is looked for: its words, what must stand around them, and the forms in which a
//! word still names the same thing.
//!
//! Never: knows a list or a rule; it compares one place with one phrase.

use super::token::is_unseen;
use super::{Span, Token, tokens};

/// One phrase to look for: its words, and what must stand before, between and after them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Phrase {
    /// Folded.
    pub(super) words: Vec<String>,
    /// The gap before each word; the first is empty.
    pub(super) gaps: Vec<String>,
    /// Marks that belong to the phrase before its first word, as in `.NET`.
    pub(super) head: String,
    /// Marks that belong to the phrase behind its last word, as in `C++`.
    pub(super) tail: String,
}

impl Phrase {
    /// Reads a phrase; `None` when there is no word in it. What nobody sees is passed over, so that a
    /// phrase means what a reader of the set sees.
    pub fn new(phrase: &str) -> Option<Self> {
        if phrase.contains(is_unseen) {
            let seen: String = phrase.chars().filter(|c| !is_unseen(*c)).collect();
            return Self::new(&seen);
        }
        let found = tokens(phrase);
        let (first, last) = (found.first()?, found.last()?);
        let marks = |span: Span| with_plain_marks(span.of(phrase).trim());
        let gaps = found.windows(2).map(|pair| gap(phrase, pair));
        Some(Self {
            gaps: std::iter::once(String::new()).chain(gaps).collect(),
            head: marks(Span::new(0, first.span.start)),
            tail: marks(Span::new(last.span.end, phrase.len())),
            words: found.iter().map(|token| token.folded.to_string()).collect(),
        })
    }
}

/// A mark as it is compared: curly quotation marks as straight ones.
const fn plain(mark: char) -> char {
    match mark {
        '’' | '‘' | 'ʼ' | '＇' => '\'',
        '“' | '”' | '„' => '"',
        c => c,
    }
}

/// Marks as they are compared, without what nobody sees.
fn with_plain_marks(marks: &str) -> String {
    let seen = marks.chars().filter(|c| !is_unseen(*c));
    seen.map(plain).collect()
}

/// The gap between two neighbours: a space or a hyphen (also wrapped over a line) is one thing.
pub(super) fn gap(text: &str, pair: &[Token]) -> String {
    let [before, after] = pair else {
        return String::new();
    };
    let between = Span::new(before.span.end, after.span.start).of(text);
    if between == " " || between.is_empty() {
        return between.to_owned();
    }
    let is_plain = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let plain = with_plain_marks(between);
    if !plain.is_empty() && plain.chars().all(is_plain) {
        " ".to_owned()
    } else {
        plain.trim().to_owned()
    }
}

/// Where `marks` begin that end at `at`.
pub(super) fn ending_in(text: &str, at: usize, marks: &str) -> Option<usize> {
    let mut rest = text.get(..at)?.chars();
    for mark in marks.chars().rev() {
        let c = rest.by_ref().rev().find(|c| !is_unseen(*c))?;
        (plain(c) == mark).then_some(())?;
    }
    Some(rest.as_str().len())
}

/// Where `marks` end that begin at `at`.
pub(super) fn starting_with(text: &str, at: usize, marks: &str) -> Option<usize> {
    let mut rest = text.get(at..)?.chars();
    for mark in marks.chars() {
        let c = rest.find(|c| !is_unseen(*c))?;
        (plain(c) == mark).then_some(())?;
    }
    Some(text.len() - rest.as_str().len())
}

/// Articles and the like that French and Italian write before a word with an apostrophe.
const ELISIONS: [&str; 20] = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "un", "all", "dell",
    "dall", "nell", "sull", "quell", "quest",
];

/// The longest of them, in bytes.
const LONGEST_ELISION: usize = 6;

/// The word behind an article (`l'offre`), and where it starts in the text.
pub(super) fn elided<'t>(text: &str, token: &'t Token) -> Option<(usize, &'t str)> {
    // most words have no apostrophe so early on
    let mut start = token.folded.bytes().take(LONGEST_ELISION + 1);
    if start.all(|byte| byte != b'\'') {
        return None;
    }
    let (article, word) = token.folded.split_once('\'')?;
    if !ELISIONS.contains(&article) || word.chars().nth(1).is_none() {
        return None;
    }
    let mut chars = token.span.of(text).char_indices();
    let (at, mark) = chars.find(|(_, c)| matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇'))?;
    Some((token.span.start + at + mark.len_utf8(), word))
}

/// Korean particles that follow a noun without a space.
const PARTICLES: [&str; 24] = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "에서",
    "에게",
    "로",
    "으로",
    "와",
    "과",
    "도",
    "만",
    "께",
    "부터",
    "까지",
    "한테",
    "이나",
    "처럼",
    "입니다",
    "이다",
];

/// The same word without what an inflection hangs on: a possessive (`guarantee's`) or a Korean
/// particle still names the thing.
pub(super) fn stems(word: &str) -> impl Iterator<Item = &str> {
    let is_hangul = word
        .as_bytes()
        .first()
        .is_some_and(|byte| (0xea..=0xed).contains(byte));
    let particles = if is_hangul { &PARTICLES[..] } else { &[] };
    let of_nouns = particles
        .iter()
        .filter_map(|particle| word.strip_suffix(particle));
    word.strip_suffix("'s")
        .into_iter()
        .chain(of_nouns.filter(|stem| !stem.is_empty()))
}
