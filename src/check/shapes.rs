//! The shapes of keys and tokens, read from `assets/secrets.ron`, and where they stand in a text.
//!
//! Never: holds a key; what it knows are beginnings, alphabets and lengths.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::digits::entropy;
use super::placeholder::is_placeholder;
use crate::guideline::from_ron;
use crate::text::Span;

/// The shape of one kind of key.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shape {
    /// Its short name, as in `«secret:github»`.
    pub(super) id: String,
    /// What it is called.
    #[expect(dead_code, reason = "for whoever reads the file")]
    name: String,
    /// What stands in front of its mark.
    #[serde(default)]
    pub(super) before: Vec<Part>,
    /// The marks that it can have.
    pub(super) starts: Vec<String>,
    /// What follows.
    pub(super) rest: Vec<Part>,
    /// The least that its rows tell, in bits per character.
    #[serde(default = "usual_entropy")]
    entropy: f64,
}

const fn usual_entropy() -> f64 {
    3.0
}

/// A piece of a shape.
#[derive(Clone, Debug, Deserialize)]
pub(super) enum Part {
    /// What stands for itself.
    Text(String),
    /// A row of characters: which, how many at least, how many at most.
    Run(Alphabet, usize, usize),
    /// Pieces that may follow, all of them or none.
    Perhaps(Vec<Self>),
}

/// Which characters a row is made of.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub(super) enum Alphabet {
    Digit,
    Hex,
    Upper,
    Letter,
    Alnum,
    Word,
    Url,
    Slack,
    Base64,
    Percent,
}

impl Alphabet {
    /// Whether it has the character.
    pub(super) const fn has(self, byte: u8) -> bool {
        let is_alnum = byte.is_ascii_alphanumeric();
        match self {
            Self::Digit => byte.is_ascii_digit(),
            Self::Hex => byte.is_ascii_hexdigit(),
            Self::Upper => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Self::Letter => byte.is_ascii_alphabetic(),
            Self::Alnum => is_alnum,
            Self::Word => is_alnum || byte == b'_',
            Self::Url => is_alnum || byte == b'_' || byte == b'-',
            Self::Slack => is_alnum || byte == b'-',
            Self::Base64 => is_alnum || matches!(byte, b'+' | b'/' | b'=' | b'_' | b'-'),
            Self::Percent => is_alnum || matches!(byte, b'%' | b'+' | b'/' | b'=' | b'_' | b'-'),
        }
    }
}

/// All shapes, and where their marks stand in a text.
struct Shapes {
    all: Vec<Shape>,
    marks: Option<AhoCorasick>,
    /// Which shape each mark belongs to.
    owners: Vec<usize>,
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let all: Vec<Shape> = from_ron(include_str!("../../assets/secrets.ron")).unwrap_or_default();
    let marks = all.iter().enumerate().flat_map(|(owner, shape)| {
        let starts = shape.starts.iter();
        starts.map(move |start| (owner, start.as_str()))
    });
    let (owners, marks): (Vec<usize>, Vec<&str>) = marks.unzip();
    let marks = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(marks)
        .ok();
    Shapes { all, marks, owners }
});

/// The shape with this short name.
pub(super) fn shape(id: &str) -> Option<&'static Shape> {
    SHAPES.all.iter().find(|shape| shape.id == id)
}

/// The short names of all shapes.
#[cfg(test)]
pub(super) fn ids() -> impl Iterator<Item = &'static str> {
    SHAPES.all.iter().map(|shape| shape.id.as_str())
}

/// Where keys of a known shape stand, in order.
pub(super) fn keys(text: &str) -> Vec<Span> {
    let Some(marks) = &SHAPES.marks else {
        return Vec::new();
    };
    let mut out: Vec<Span> = Vec::new();
    let mut found = marks.find_iter(text).peekable();
    while let Some(mark) = found.next() {
        let owner = SHAPES.owners.get(mark.pattern().as_usize());
        let shape = owner.and_then(|owner| SHAPES.all.get(*owner));
        let is_new = out.last().is_none_or(|last| last.end <= mark.start());
        let Some(shape) = shape.filter(|_| is_new) else {
            continue;
        };
        let span = Span::new(mark.start(), mark.end());
        // two keys may stand side by side with nothing between them
        let next = found.peek().filter(|next| next.len() >= LONG_MARK);
        let glued = || shape.at(text.get(..next?.start())?, span);
        out.extend(shape.at(text, span).or_else(glued));
    }
    out
}

/// Marks of so many bytes stand in no key by chance.
const LONG_MARK: usize = 4;

impl Shape {
    /// The key around a mark, if there is one; two gaps inside do not hide it.
    fn at(&self, text: &str, mark: Span) -> Option<Span> {
        const GAPS: usize = 2;
        let bytes = text.as_bytes();
        let mut told = String::new();
        let start = self.start(bytes, mark.start, &mut told)?;
        let before = start.checked_sub(1).and_then(|at| bytes.get(at));
        let is_apart = bytes
            .get(start)
            .is_some_and(|byte| !byte.is_ascii_alphanumeric());
        if !is_apart && before.is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let n_before = told.len();
        [0, GAPS].into_iter().find_map(|n_gaps| {
            told.truncate(n_before);
            let end = self.end(bytes, mark.end, n_gaps, &mut told)?;
            self.is_key(&told, n_gaps > 0)
                .then(|| Span::new(start, end))
        })
    }

    /// Where the key begins that has its mark at `mark`.
    fn start(&self, bytes: &[u8], mark: usize, told: &mut String) -> Option<usize> {
        let mut at = mark;
        for part in self.before.iter().rev() {
            let lead = bytes.get(..at)?;
            let n = match part {
                Part::Run(alphabet, least, most) => {
                    let row = lead.iter().rev().take(*most);
                    let n = row.take_while(|byte| alphabet.has(**byte)).count();
                    if n < *least {
                        return None;
                    }
                    let row = bytes.get(at - n..at)?;
                    told.extend(row.iter().map(|byte| char::from(*byte)));
                    n
                }
                Part::Text(words) => {
                    lead.strip_suffix(words.as_bytes())?;
                    words.len()
                }
                Part::Perhaps(_) => 0,
            };
            at -= n;
        }
        Some(at)
    }

    /// Where the key ends; what its rows tell is added to `told`.
    fn end(&self, bytes: &[u8], from: usize, n_gaps: usize, told: &mut String) -> Option<usize> {
        let mut n_gaps = n_gaps;
        let at = read(&self.rest, bytes, from, &mut n_gaps, told)?;
        // an underscore may be the end of slanted type
        let behind = bytes.get(at..)?;
        let n_lines = behind.iter().take_while(|byte| **byte == b'_').count();
        let next = behind.get(n_lines);
        next.is_none_or(|byte| !byte.is_ascii_alphanumeric())
            .then_some(at)
    }

    /// Whether the rows look like chance, not like words or an example.
    fn is_key(&self, told: &str, has_gap: bool) -> bool {
        let n_digits = told.bytes().filter(u8::is_ascii_digit).count();
        let n_letters = told.bytes().filter(u8::is_ascii_alphabetic).count();
        let n_capitals = told.bytes().filter(u8::is_ascii_uppercase).count();
        let is_mixed = if has_gap {
            n_digits >= 3 && n_letters >= 3
        } else {
            n_digits >= 1 || n_letters == n_capitals || is_in_both_cases(told)
        };
        is_mixed && entropy(told) >= self.entropy && !is_placeholder(told)
    }
}

/// Whether capitals and small letters take turns as they do not in words.
fn is_in_both_cases(told: &str) -> bool {
    let bytes = told.as_bytes();
    let rises = bytes
        .iter()
        .zip(bytes.iter().skip(1))
        .filter(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
    rises.count() * 8 >= told.len()
}

/// Reads parts one behind another; returns where the last ends.
fn read(
    parts: &[Part],
    bytes: &[u8],
    from: usize,
    n_gaps: &mut usize,
    told: &mut String,
) -> Option<usize> {
    let mut at = from;
    for part in parts {
        match part {
            Part::Text(words) => {
                let row = bytes.get(at..at + words.len())?;
                if row != words.as_bytes() {
                    return None;
                }
                at += words.len();
            }
            Part::Run(alphabet, least, most) => {
                at = row(bytes, at, (*alphabet, *least, *most), n_gaps, told)?;
            }
            Part::Perhaps(parts) => {
                let n_told = told.len();
                if let Some(end) = read(parts, bytes, at, &mut 0, told) {
                    at = end;
                } else {
                    told.truncate(n_told);
                }
            }
        }
    }
    Some(at)
}

/// Reads a row, over as many gaps as are allowed; returns where it ends.
fn row(
    bytes: &[u8],
    from: usize,
    (alphabet, least, most): (Alphabet, usize, usize),
    n_gaps: &mut usize,
    told: &mut String,
) -> Option<usize> {
    let (mut at, mut n) = (from, 0);
    while n < most {
        match bytes.get(at).copied() {
            Some(byte) if alphabet.has(byte) => {
                told.push(char::from(byte));
                n += 1;
                at += 1;
            }
            _ => {
                let gap = gap(bytes.get(at..).unwrap_or_default());
                let next = bytes.get(at + gap).copied();
                let goes_on = *n_gaps > 0 && n < least && gap > 0;
                if !goes_on || !next.is_some_and(|next| alphabet.has(next)) {
                    break;
                }
                *n_gaps -= 1;
                at += gap;
            }
        }
    }
    (n >= least).then_some(at)
}

/// How long the gap is that some bytes begin with: white space, a hyphen at the end of a line.
fn gap(bytes: &[u8]) -> usize {
    const MOST: usize = 4;
    let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    let hyphen = usize::from(bytes.starts_with(b"-\n") || bytes.starts_with(b"-\r\n"));
    let blanks = bytes.iter().skip(hyphen).take_while(is_blank).count();
    let gap = hyphen + blanks;
    if gap > MOST { 0 } else { gap }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_shapes_are_read_and_each_has_a_name_of_its_own() {
        let all: Vec<Shape> = from_ron(include_str!("../../assets/secrets.ron")).unwrap();
        let mut ids: Vec<&str> = all.iter().map(|shape| shape.id.as_str()).collect();
        assert!(ids.len() >= 45, "{}", ids.len());
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all.len());
        assert!(SHAPES.marks.is_some());
    }
}
