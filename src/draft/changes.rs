//! What a platform's own text says differently from the text of all.
//!
//! Never: merges the two; a platform follows or has its own.

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use crate::text::{Span, word_bounds};

/// How many words a changed stretch may have for its words to be compared one by one; a longer one
/// is shown as a whole, because it was written anew.
const MOST_WORDS: usize = 2_000;

/// How many words, the gaps between them counted too, are shown on either side of a change.
const CONTEXT: usize = 40;

/// What became of some words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    /// They stand in both.
    Same,
    /// Only the text of all has them.
    Gone,
    /// Only the platform's own text has them.
    New,
}

/// Two texts in one, in reading order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Changes {
    /// The words, line breaks included; neighbours differ in what became of them.
    pub pieces: Vec<(Change, String)>,
    /// In how many lines they differ.
    pub n_lines: usize,
}

impl Changes {
    /// Compares the text of all with a platform's own: lines first, then the words of what changed.
    pub fn between(all: &str, own: &str) -> Self {
        let old: Vec<&str> = all.split_inclusive('\n').collect();
        let new: Vec<&str> = own.split_inclusive('\n').collect();
        let mut out = Self::default();
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let (a, b) = sides(&op, &old, &new);
            if op.tag() == DiffTag::Equal {
                out.push(Change::Same, &b.concat());
                continue;
            }
            out.n_lines += a.len().max(b.len());
            out.push_words(&a.concat(), &b.concat());
        }
        out
    }

    /// The same with long stretches that stand in both cut down to what is around a change.
    pub fn in_short(&self) -> Vec<(Change, String)> {
        let last = self.pieces.len().saturating_sub(1);
        let short = |(n, (change, words)): (usize, &(Change, String))| {
            let words = match change {
                Change::Same => around(words, (n > 0, n < last)),
                Change::Gone | Change::New => words.clone(),
            };
            (*change, words)
        };
        self.pieces.iter().enumerate().map(short).collect()
    }

    fn push_words(&mut self, all: &str, own: &str) {
        let (old, new) = (words(all), words(own));
        if old.len().max(new.len()) > MOST_WORDS {
            self.push(Change::Gone, all);
            self.push(Change::New, own);
            return;
        }
        for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
            let (a, b) = sides(&op, &old, &new);
            if op.tag() == DiffTag::Equal {
                self.push(Change::Same, &b.concat());
            } else {
                self.push(Change::Gone, &a.concat());
                self.push(Change::New, &b.concat());
            }
        }
    }

    fn push(&mut self, change: Change, words: &str) {
        if words.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some((last, known)) if *last == change => known.push_str(words),
            _ => self.pieces.push((change, words.to_owned())),
        }
    }
}

/// The start and the end of a long stretch, as far as a change stands before and behind it.
fn around(stretch: &str, (before, behind): (bool, bool)) -> String {
    let words = words(stretch);
    let head = if before { CONTEXT } else { 0 };
    let tail = if behind { CONTEXT } else { 0 };
    let cut = words.len().saturating_sub(head + tail);
    if cut < CONTEXT {
        return stretch.to_owned();
    }
    let of = |range: std::ops::Range<usize>| words.get(range).unwrap_or_default().concat();
    let (start, end) = (of(0..head), of(words.len() - tail..words.len()));
    format!("{}…{}", start.trim_end(), end.trim_start())
}

/// The words with what stands between them, in order.
fn words(text: &str) -> Vec<&str> {
    let bounds: Vec<usize> = word_bounds(text).collect();
    let word = |pair: &[usize]| match pair {
        [start, end] => Span::new(*start, *end).of(text),
        _ => "",
    };
    bounds.windows(2).map(word).collect()
}

/// What an operation covers in both lists.
fn sides<'a, 't>(
    op: &DiffOp,
    old: &'a [&'t str],
    new: &'a [&'t str],
) -> (&'a [&'t str], &'a [&'t str]) {
    let a = old.get(op.old_range()).unwrap_or_default();
    let b = new.get(op.new_range()).unwrap_or_default();
    (a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(all: &str, own: &str, expect: &str, n_lines: usize) {
        let changes = Changes::between(all, own);
        let shown: String = changes
            .pieces
            .iter()
            .map(|(change, words)| match change {
                Change::Same => words.clone(),
                Change::Gone => format!("[-{words}-]"),
                Change::New => format!("[+{words}+]"),
            })
            .collect();
        assert_eq!((shown.as_str(), changes.n_lines), (expect, n_lines));
    }

    #[test]
    fn words_that_differ_stand_beside_each_other() {
        check("", "", "", 0);
        check("Same.", "Same.", "Same.", 0);
        check("One two.", "One three.", "One [-two-][+three+].", 1);
        check("a\nb\nc", "a\nc", "a\n[-b\n-]c", 1);
        check("a\nc", "a\nb\nb2\nc", "a\n[+b\nb2\n+]c", 2);
        check("Hi 👩‍👩‍👧!", "Hi 👩‍👩‍👦!", "Hi [-👩‍👩‍👧-][+👩‍👩‍👦+]!", 1);
    }

    #[test]
    fn a_long_stretch_is_cut_to_what_is_around_the_change() {
        let long = "word ".repeat(200);
        let changes = Changes::between(&format!("{long}old."), &format!("{long}new."));
        let short = changes.in_short();
        assert!(
            short[0].1.starts_with('…') && short[0].1.len() < 200,
            "{short:?}"
        );
        assert_eq!(
            short[1..],
            [
                (Change::Gone, "old".to_owned()),
                (Change::New, "new".to_owned()),
                (Change::Same, ".".to_owned()),
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn both_texts_can_be_read_out_of_it(all in "(?s).{0,60}", own in "(?s).{0,60}") {
            let changes = Changes::between(&all, &own);
            let side = |gone: Change| -> String {
                changes.pieces.iter().filter(|(it, _)| *it != gone).map(|(_, it)| it.as_str()).collect()
            };
            proptest::prop_assert_eq!(side(Change::New), all);
            proptest::prop_assert_eq!(side(Change::Gone), own);
        }
    }
}
