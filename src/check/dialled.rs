//! Runs of digits as telephone numbers are written: groups with single marks between them.
//!
//! Never: decides what a number is for; it says how it is written.

use crate::text::Span;

/// The most digits that a run is read for; a longer one is a card, an account or a key.
const MOST: usize = 16;

/// A run of digits with the marks inside it.
pub(super) struct Run<'t> {
    /// From its plus, bracket or first digit to its last digit.
    pub(super) span: Span,
    /// Where its groups stand.
    pub(super) groups: Vec<Span>,
    text: &'t str,
}

impl<'t> Run<'t> {
    /// What is written.
    pub(super) fn written(&self) -> &'t str {
        self.span.of(self.text)
    }

    /// Its digits alone.
    pub(super) fn digits(&self) -> String {
        self.groups
            .iter()
            .map(|group| group.of(self.text))
            .collect()
    }

    /// The group in some place; empty behind the last.
    pub(super) fn group(&self, n: usize) -> &'t str {
        self.groups.get(n).map_or("", |group| group.of(self.text))
    }

    /// How many digits each group has.
    pub(super) fn shape(&self) -> Vec<usize> {
        self.groups.iter().map(|group| group.n_bytes()).collect()
    }

    /// The mark between the first two groups.
    pub(super) fn mark(&self) -> &'t str {
        match self.groups.as_slice() {
            [first, second, ..] => Span::new(first.end, second.start).of(self.text),
            _ => "",
        }
    }

    /// The same without its last group; none where that was all.
    pub(super) fn without_last(mut self) -> Option<Self> {
        self.groups.pop()?;
        self.span.end = self.groups.last()?.end;
        Some(self)
    }

    /// Whether it is a day, a span of years or hours, or a number with thousands set apart.
    pub(super) fn is_other_than_a_number(&self) -> bool {
        let shape = self.shape();
        let is_year = |n: usize| matches!(self.group(n).get(..2), Some("19" | "20"));
        let is_day = |n: usize| {
            self.group(n)
                .parse()
                .is_ok_and(|day: u8| (1..=31).contains(&day))
        };
        match shape.as_slice() {
            [1 | 2, 1 | 2, 4, ..] => is_day(0) && is_day(1) && is_year(2) && self.mark() != " ",
            [4, 1 | 2, 1 | 2, ..] => is_year(0) && is_day(1) && is_day(2),
            [4, 4] => is_year(0) && is_year(1),
            [2, 2, 2, 2] => self.mark() == "." || self.written().contains('-'),
            [1..=3, rest @ ..] if rest.len() > 1 && rest.iter().all(|n| *n == 3) => {
                shape.first() != Some(&3)
                    || matches!(self.mark(), "." | "-") && !self.group(0).starts_with('0')
            }
            _ => false,
        }
    }
}

/// The runs of a text with at least seven digits.
pub(super) fn runs(text: &str) -> Vec<Run<'_>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    if bytes.iter().filter(|byte| byte.is_ascii_digit()).count() < 7 {
        return out;
    }
    let mut at = 0;
    while let Some(ahead) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(u8::is_ascii_digit))
    {
        let (run, next) = run_at(text, at + ahead);
        let n_digits: usize = run.shape().iter().sum();
        if (7..=MOST).contains(&n_digits) {
            out.push(run);
        }
        at = next;
    }
    out
}

/// The run that begins with the digit at `first`, and where to go on.
fn run_at(text: &str, first: usize) -> (Run<'_>, usize) {
    let bytes = text.as_bytes();
    let mut groups = Vec::new();
    let mut at = first;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let n = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        groups.push(Span::new(at, at + n));
        at += n;
        let rest = bytes.get(at..).unwrap_or_default();
        let n_marks = rest
            .iter()
            .take(4)
            .take_while(|byte| !byte.is_ascii_alphanumeric())
            .count();
        let marks = text.get(at..at + n_marks).unwrap_or_default();
        let goes_on = rest.get(n_marks).is_some_and(u8::is_ascii_digit) && is_between(marks);
        if !goes_on {
            break;
        }
        at += n_marks;
    }
    let before = text.get(..first).unwrap_or_default();
    let start = before.len()
        - ["+(", "(+", "+", "("]
            .iter()
            .find(|opening| before.ends_with(**opening))
            .map_or(0, |opening| opening.len());
    let span = Span::new(start, at);
    (Run { span, groups, text }, at)
}

/// Whether the marks may stand between two groups of one number.
fn is_between(marks: &str) -> bool {
    matches!(
        marks,
        " " | "-" | "." | "/" | ")" | ") " | ")-" | ")/" | " (" | "(" | " - " | " / " | "-(" | "  "
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_found_with_what_opens_them() {
        let text = "Call +44 (0)20 7946 0018, (212) 555-0142 or 10. 1234567";
        let found: Vec<&str> = runs(text).iter().map(Run::written).collect();
        assert_eq!(found, ["+44 (0)20 7946 0018", "(212) 555-0142", "1234567"]);
    }

    #[test]
    fn days_years_and_thousands_are_other_numbers() {
        for text in [
            "01.02.2026 10",
            "2026-11-21",
            "2019-2026",
            "10.30 - 12.00",
            "12 000 000",
        ] {
            let found = runs(text);
            assert!(found.iter().all(Run::is_other_than_a_number), "{text}");
        }
        assert!(!runs("612 345 678").iter().any(Run::is_other_than_a_number));
    }
}
