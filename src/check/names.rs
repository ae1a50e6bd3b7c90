//! Names of a list, found in whatever way they are put together: `Bluefinch`, `BlueFinch's`,
//! `blue-finch`, `#BluefinchLaunch`.
//!
//! Never: takes a word of the language for a name that happens to be the same: "a marlin".

use std::sync::OnceLock;

use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::kind::Looking;
use crate::text::{Span, fold};

/// The shortest name that is found at the start of a hashtag in small letters, in bytes.
const SHORTEST_IN_TAG: usize = 6;

/// A list of names, ready to be found.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// What is compared, in order.
    keys: Vec<Key>,
}

#[derive(Debug)]
struct Key {
    /// The name without gaps and marks.
    folded: String,
    /// Where its parts end, in bytes of `folded`.
    ends: Vec<usize>,
    /// Whether it is written with a capital, so that the same word in small letters may be a word.
    is_proper: bool,
}

impl Names {
    /// Gets a list ready; one without a letter or a digit is left out.
    pub(super) fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let keys = names.into_iter().map(|name| {
            let mut folded = String::new();
            let parts = parts(name);
            let ends = parts.iter().map(|part| {
                folded.push_str(&part.folded);
                folded.len()
            });
            Key {
                ends: ends.collect(),
                is_proper: name.chars().any(char::is_uppercase),
                folded,
            }
        });
        let mut keys: Vec<Key> = keys.filter(|key| key.folded.chars().count() > 1).collect();
        keys.sort_by(|one, other| one.folded.cmp(&other.folded));
        keys.dedup_by(|one, other| one.folded == other.folded);
        Self { keys }
    }

    /// Where the names stand in a text that is read without disguise, in order.
    pub(super) fn find(&self, text: &str) -> Vec<Span> {
        if self.keys.is_empty() {
            return Vec::new();
        }
        let parts = parts(text);
        let (mut out, mut at) = (Vec::new(), 0);
        while at < parts.len() {
            let found = self
                .name_at(text, &parts, at)
                .or_else(|| self.in_tag(text, &parts, at));
            if let Some((span, n_parts)) = found {
                out.push(span);
                at += n_parts;
            } else {
                at += 1;
            }
        }
        out
    }

    /// The keys that begin with some letters.
    fn beginning_with(&self, start: &str) -> &[Key] {
        let first = self.keys.partition_point(|key| key.folded.as_str() < start);
        let rest = self.keys.get(first..).unwrap_or_default();
        let n = rest.partition_point(|key| key.folded.starts_with(start));
        rest.get(..n).unwrap_or_default()
    }

    /// The longest name that begins with a part, and how many parts it takes.
    fn name_at(&self, text: &str, parts: &[Part], at: usize) -> Option<(Span, usize)> {
        let first = parts.get(at)?;
        let (mut written, mut ends, mut best) = (String::new(), Vec::new(), None);
        for (n, part) in parts.get(at..)?.iter().enumerate() {
            let before = n.checked_sub(1).and_then(|n| parts.get(at + n));
            if before.is_some_and(|before| {
                !is_joining(Span::new(before.span.end, part.span.start).of(text))
            }) {
                break;
            }
            let singular = without_plural(&part.folded);
            for (word, is_plural) in singular
                .iter()
                .map(|word| (*word, true))
                .chain([(part.folded.as_str(), false)])
            {
                let whole = format!("{written}{word}");
                let key = self
                    .keys
                    .binary_search_by(|key| key.folded.as_str().cmp(&whole));
                let key = key.ok().and_then(|at| self.keys.get(at));
                let mut ends = ends.clone();
                ends.push(whole.len());
                let span = first.span.join(part.span);
                if let Some(key) = key
                    && key.may_be(text, parts, at, n + 1, &ends, is_plural)
                {
                    best = Some((span, n + 1));
                }
            }
            written.push_str(&part.folded);
            ends.push(written.len());
            if self.beginning_with(&written).is_empty() {
                break;
            }
        }
        best
    }

    /// A name at the start of a hashtag that is written in one go.
    fn in_tag(&self, text: &str, parts: &[Part], at: usize) -> Option<(Span, usize)> {
        let part = parts.get(at)?;
        let is_tag = text.get(..part.span.start)?.ends_with('#');
        if !is_tag || !part.span.of(text).is_ascii() {
            return None;
        }
        let lengths = (SHORTEST_IN_TAG..part.folded.len()).rev();
        let is_key = |n: &usize| {
            let start = part.folded.get(..*n).unwrap_or_default();
            self.keys
                .binary_search_by(|key| key.folded.as_str().cmp(start))
                .is_ok()
        };
        let n_bytes = lengths.into_iter().find(is_key)?;
        Some((Span::new(part.span.start, part.span.start + n_bytes), 1))
    }
}

impl Key {
    /// Whether the parts may be this name: parted where the name is, or so that each part shows it is
    /// one; and not a word in small letters where the name has a capital.
    fn may_be(
        &self,
        text: &str,
        parts: &[Part],
        at: usize,
        n: usize,
        ends: &[usize],
        is_plural: bool,
    ) -> bool {
        let here = parts.get(at..at + n).unwrap_or_default();
        let is_capital = |part: &Part| {
            part.span
                .of(text)
                .starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        };
        let is_parted_alike = ends == self.ends;
        let is_shouted = |part: &Part| {
            let words = part.span.of(text);
            words.len() > 1
                && !words.contains(char::is_lowercase)
                && words.contains(char::is_uppercase)
        };
        let is_letter = |part: &Part| part.span.of(text).chars().nth(1).is_none();
        let is_shown = here.iter().all(is_capital)
            || n > 1 && here.iter().any(is_shouted)
            || n > 4 && here.iter().all(is_letter)
            || here.windows(2).all(|pair| {
                let [one, next] = pair else { return true };
                !Span::new(one.span.end, next.span.start)
                    .of(text)
                    .contains(char::is_whitespace)
            });
        let is_word = self.is_proper && !here.iter().any(is_capital) && {
            let before = at.checked_sub(1).and_then(|at| parts.get(at));
            let start = here.first().map_or(0, |part| part.span.start);
            let is_tag = text
                .get(..start)
                .is_some_and(|before| before.ends_with('#'));
            let article = before.is_some_and(|part| {
                let before = part.folded.as_str();
                ARTICLES.contains(&before) || self.ends.len() > 1 && before == "the"
            });
            let is_apart = n == 1 || ends.len() > 1 && is_parted_by_blanks(text, here);
            !is_tag && is_apart && (article || is_plural)
        };
        (is_parted_alike || is_shown) && !is_word
    }
}

/// Whether nothing but white space stands between parts.
fn is_parted_by_blanks(text: &str, parts: &[Part]) -> bool {
    let mut pairs = parts.iter().zip(parts.iter().skip(1));
    pairs.all(|(one, next)| {
        let gap = Span::new(one.span.end, next.span.start).of(text);
        !gap.is_empty() && gap.chars().all(char::is_whitespace)
    })
}

/// Words before a thing of which there are many.
const ARTICLES: [&str; 16] = [
    "a", "an", "any", "every", "each", "some", "many", "of", "this", "that", "ein", "eine",
    "einen", "un", "une", "una",
];

/// A word, or a part of one that a capital or a digit sets apart.
struct Part {
    span: Span,
    folded: SmolStr,
}

/// The parts of a text: `BlueFinch_2` has three.
fn parts(text: &str) -> Vec<Part> {
    let mut out = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let is_of_word = c.is_alphanumeric() || is_combining_mark(c);
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        if let Some(from) = start
            && (!is_of_word || is_edge(before, c, next))
        {
            out.push(part(text, from, at));
            start = None;
        }
        if is_of_word && start.is_none() {
            start = Some(at);
        }
        before = c;
    }
    if let Some(from) = start {
        out.push(part(text, from, text.len()));
    }
    out
}

fn part(text: &str, from: usize, to: usize) -> Part {
    let span = Span::new(from, to);
    Part {
        span,
        folded: plain(span.of(text)),
    }
}

/// Whether a part begins at `c`: `blueFinch`, `XMLFile`, `mark2`.
fn is_edge(before: char, c: char, next: char) -> bool {
    let is_hump =
        c.is_uppercase() && (before.is_lowercase() || before.is_uppercase() && next.is_lowercase());
    is_hump || before.is_alphabetic() && c.is_numeric() || before.is_numeric() && c.is_alphabetic()
}

/// A part as it is compared: folded, without marks.
fn plain(word: &str) -> SmolStr {
    if word.is_ascii() {
        return word
            .bytes()
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
    }
    let folded = fold(word);
    folded.nfkd().filter(|c| !is_combining_mark(*c)).collect()
}

/// Whether two parts with this between them may be one name.
fn is_joining(gap: &str) -> bool {
    matches!(
        gap,
        "" | " "
            | "-"
            | "_"
            | "."
            | "  "
            | "\n"
            | "'"
            | "’"
            | "·"
            | "” "
            | "\" "
            | "’ "
            | "* "
            | "** "
    )
}

/// The singular forms that a plural may have.
fn without_plural(word: &str) -> Vec<&str> {
    let forms = ["s", "es"].into_iter();
    forms
        .filter_map(|end| word.strip_suffix(end))
        .filter(|word| word.len() > 2)
        .collect()
}

/// The same names found in a post, as places in it.
pub(super) fn names_in(looking: &Looking<'_>, names: &Names) -> Vec<Span> {
    let text = looking.bare.text(looking.text());
    let found = names.find(text).into_iter();
    found.map(|span| looking.bare.source(span)).collect()
}

/// Names of a list, kept for as long as the list stays the same.
#[derive(Debug, Default)]
pub(super) struct KeptNames(OnceLock<(Vec<String>, Names)>);

impl KeptNames {
    /// Where the names of a list stand in a post.
    pub(super) fn find<'n>(
        &self,
        looking: &Looking<'_>,
        list: &dyn Fn() -> Vec<&'n str>,
    ) -> Vec<Span> {
        let list = list();
        if list.is_empty() {
            return Vec::new();
        }
        let (known, names) = self.0.get_or_init(|| {
            let names = Names::of(list.iter().copied());
            (list.iter().map(|name| (*name).to_owned()).collect(), names)
        });
        if known.iter().eq(list.iter()) {
            names_in(looking, names)
        } else {
            // the head of an example is its own
            names_in(looking, &Names::of(list))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, expect: &[&str]) {
        let found = Names::of([name]).find(text);
        let found: Vec<&str> = found.into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn a_name_is_found_in_every_form() {
        for (text, found) in [
            ("Bluefinch's day", "Bluefinch"),
            ("BLUEFINCH ships", "BLUEFINCH"),
            ("the bluefinch build", "bluefinch"),
            ("BlueFinch is on", "BlueFinch"),
            ("blue-finch is on", "blue-finch"),
            ("blue_finch_v2", "blue_finch"),
            ("Blue Finch is on", "Blue Finch"),
            ("#BluefinchLaunch", "Bluefinch"),
            ("#bluefinchlaunch", "bluefinch"),
            ("all Bluefinches", "Bluefinches"),
            ("Blüefinch", "Blüefinch"),
        ] {
            check("Bluefinch", text, &[found]);
        }
        check(
            "Nordhafen AG",
            "NordhafenAG, nordhafen-ag and Nordhafen",
            &["NordhafenAG", "nordhafen-ag"],
        );
    }

    #[test]
    fn a_word_of_the_language_is_no_name() {
        check(
            "Marlin",
            "A marlin is a fast fish. Marlins swim, and marlins do.",
            &["Marlins"],
        );
        check("Marlin", "Marlinspike", &[]);
        check("Therapist", "the rapist", &[]);
        check("Bluefinch", "blue finches sing, a blue finch too", &[]);
    }
}
