//! Manual breaks: a line with only `---`, or two blank lines in a row.
//!
//! Never: looks at a limit; a writer's break stands, however short the parts are.

use super::table::Marks;
use crate::text::Span;

/// The line that is a break.
const MARK: &str = "---";

/// Whether a text may be cut at `c`, and lose it there. A no-break space holds together what stands
/// around it.
pub(super) const fn is_gap(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Whether a whole grapheme is such white space.
pub(super) fn is_gap_grapheme(grapheme: &str) -> bool {
    !grapheme.is_empty() && grapheme.chars().all(is_gap)
}

/// The stretches between manual breaks, without the white space around them, by the numbers of
/// their graphemes; blank ones left out.
pub(super) fn stretches(text: &str, marks: &Marks<'_>) -> Vec<(usize, usize)> {
    spans(text)
        .into_iter()
        .filter_map(|span| trimmed(marks, marks.around(span)))
        .collect()
}

/// Whether the writer broke `text` into parts: words stand before and behind a manual break.
pub fn has_manual_break(text: &str) -> bool {
    spans(text).len() > 1
}

/// The lines between manual breaks, blank ones at both ends left out.
fn spans(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<Span> = None;
    let mut n_blank = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        let words = line.trim_matches(is_gap);
        n_blank = if words.is_empty() { n_blank + 1 } else { 0 };
        if words == MARK || n_blank == 2 {
            out.extend(open.take());
        } else if n_blank == 0 {
            open = Some(open.map_or(span, |before| before.join(span)));
        }
        start = span.end;
    }
    out.extend(open);
    out
}

/// The graphemes without those of white space at both ends.
fn trimmed(marks: &Marks<'_>, (start, end): (usize, usize)) -> Option<(usize, usize)> {
    let is_word = |number: &usize| !is_gap_grapheme(marks.grapheme(*number));
    let first = (start..end).find(is_word)?;
    let last = (start..end).rev().find(is_word)?;
    Some((first, last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let marks = Marks::new(text);
        let found: Vec<&str> = stretches(text, &marks)
            .into_iter()
            .map(|(start, end)| marks.span(start, end).of(text))
            .collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn a_line_of_three_dashes_or_three_newlines_is_a_break() {
        check("One\n---\nTwo", &["One", "Two"]);
        check("One\n\n --- \n\nTwo", &["One", "Two"]);
        check("One\n\n\nTwo", &["One", "Two"]);
        check("One\n \n\t\nTwo", &["One", "Two"]);
        check("One\n\n\n\n\n---\n\nTwo", &["One", "Two"]);
    }

    #[test]
    fn nothing_else_is() {
        check("One\n\nTwo", &["One\n\nTwo"]);
        check("One --- two\n---- three", &["One --- two\n---- three"]);
        check("---\n\n\n", &[]);
        check("", &[]);
        check("\n\n\n---\n One \n---\n", &["One"]);
    }
}
