//! Points in time that a text names: days, dates, hours, and spans such as "within two hours".
//!
//! Never: reckons; it finds where a time is named, not which one it is.

use super::calendar::{
    is_day_of_month, is_month, is_ordinal, is_small_number, is_soon, is_unit, is_weekday, is_year,
    may_start, n_of_digits,
};
use super::tongue::{gap_between, is_capital, is_plain_gap};
use crate::text::{Span, Token};

/// Where each point in time stands, in order. "Soon" and "asap" are none.
pub(super) fn moments(text: &str, words: &[Token]) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let scan = Scan { text, words, at };
        match scan.n_words() {
            0 => at += 1,
            n => {
                let last = words.get(at + n - 1).unwrap_or(first);
                out.push(first.span.join(last.span));
                at += n;
            }
        }
    }
    out
}

/// A look at the words from one on.
struct Scan<'a> {
    text: &'a str,
    words: &'a [Token],
    at: usize,
}

impl Scan<'_> {
    /// How many words from here on name a point in time; 0 when they do not.
    fn n_words(&self) -> usize {
        let first = self.word(0);
        if !(first.starts_with(|c: char| c.is_ascii_digit()) || may_start(first)) {
            return 0;
        }
        [
            Self::day,
            Self::relative,
            Self::clock,
            Self::date,
            Self::bare_hour,
            Self::duration,
        ]
        .iter()
        .map(|look| look(self))
        .max()
        .unwrap_or_default()
    }

    fn word(&self, n: usize) -> &str {
        self.words
            .get(self.at + n)
            .map_or("", |token| token.folded.as_str())
    }

    fn before(&self) -> &str {
        let before = self.at.checked_sub(1).and_then(|at| self.words.get(at));
        before.map_or("", |token| token.folded.as_str())
    }

    /// Whether nothing but a space stands before the `n`-th word from here.
    fn joins(&self, n: usize) -> bool {
        let before = self.words.get(self.at + n - 1);
        before
            .zip(self.words.get(self.at + n))
            .is_some_and(|(one, next)| is_plain_gap(gap_between(self.text, one, next)))
    }

    /// "Friday", "on Sundays", "Fri"; not "Happy Monday" or "Black Friday".
    fn day(&self) -> usize {
        let is_greeted = matches!(
            self.before(),
            "happy" | "black" | "cyber" | "good" | "casual" | "giving" | "easter" | "hump"
        );
        let word = self.word(0);
        let is_short = matches!(word, "mon" | "wed" | "sat" | "sun")
            && matches!(self.before(), "on" | "by" | "next" | "this" | "until");
        usize::from(!is_greeted && (is_weekday(word) || is_short))
    }

    /// "tomorrow", "this afternoon", "end of the day", "noon".
    fn relative(&self) -> usize {
        match (self.word(0), self.word(1)) {
            (
                "tomorrow" | "morgen" | "übermorgen" | "demain" | "mañana",
                "morning" | "afternoon" | "evening" | "früh" | "matin",
            )
            | (
                "this" | "next",
                "morning" | "afternoon" | "evening" | "week" | "weekend" | "month" | "year",
            )
            | ("later" | "earlier", "today") => 2,
            ("first", "thing") if is_soon(self.word(2)) => 3,
            ("end", "of") => match (self.word(2), self.word(3)) {
                ("day" | "week" | "month" | "business", _) => 3,
                ("the" | "this", "day" | "week" | "month" | "year") => 4,
                _ => 0,
            },
            ("close", "of") if self.word(2) == "business" => 3,
            (word, _) if is_soon(word) => 1,
            ("noon" | "midnight" | "midday" | "lunchtime" | "eod" | "cob", _) => 1,
            _ => 0,
        }
    }

    /// "3pm", "4 pm", "15:30", "17h30", "9 Uhr", "3 o'clock".
    fn clock(&self) -> usize {
        let word = self.word(0);
        if is_clock_word(word) {
            return 1;
        }
        if n_of_digits(word).is_none_or(|n| n > 2) && !is_hour_with_minutes(word) {
            return 0;
        }
        let unit = matches!(
            self.word(1),
            "am" | "pm" | "a.m" | "p.m" | "o'clock" | "uhr" | "h"
        );
        if unit && self.joins(1) {
            return 2;
        }
        let pair = self.words.get(self.at).zip(self.words.get(self.at + 1));
        let is_colon = pair.is_some_and(|(one, next)| gap_between(self.text, one, next) == ":");
        let minutes = self.word(1).get(..2).unwrap_or_default();
        usize::from(is_colon && n_of_digits(minutes) == Some(2)) * 2
    }

    /// "24 December", "Dec 24", "14th", "2026-12-24", "in May", "since 1998".
    fn date(&self) -> usize {
        let (word, next) = (self.word(0), self.word(1));
        if is_day_of_month(word) && is_month(next) && self.joins(1) {
            return 2;
        }
        if is_day_of_month(word) && next == "of" && is_month(self.word(2)) {
            return 3;
        }
        if is_month(word) && (is_day_of_month(next) || is_year(next)) && self.joins(1) {
            return 2;
        }
        if is_year(word) && self.is_dashed(1) && self.is_dashed(2) {
            return 3;
        }
        let leads = matches!(
            self.before(),
            "in" | "by" | "until" | "till" | "since" | "from" | "next" | "last" | "before" | "mid"
        );
        let is_capital_here = self
            .words
            .get(self.at)
            .is_some_and(|token| is_capital(self.text, token));
        let is_named = leads && (is_month(word) && is_capital_here || is_year(word));
        usize::from(is_named || is_ordinal(word))
    }

    /// Whether a hyphen and two digits follow.
    fn is_dashed(&self, n: usize) -> bool {
        let before = self.words.get(self.at + n - 1);
        let pair = before.zip(self.words.get(self.at + n));
        n_of_digits(self.word(n)) == Some(2)
            && pair.is_some_and(|(one, next)| gap_between(self.text, one, next) == "-")
    }

    /// "at 3", "by nine", where no thing is counted: "by 5 percent" is none.
    fn bare_hour(&self) -> usize {
        let leads = matches!(
            self.before(),
            "at" | "by" | "before" | "until" | "till" | "from" | "after"
        );
        let word = self.word(0);
        let is_hour = n_of_digits(word).is_some_and(|n| n <= 2) || is_small_number(word);
        let goes_on = self.words.get(self.at + 1).is_some() && self.joins(1);
        let is_counted = goes_on
            && !matches!(
                self.word(1),
                "on" | "in"
                    | "to"
                    | "and"
                    | "or"
                    | "today"
                    | "tomorrow"
                    | "tonight"
                    | "every"
                    | "sharp"
                    | "until"
                    | "till"
                    | "this"
                    | "next"
                    | "latest"
                    | "from"
                    | "each"
                    | "at"
                    | "with"
                    | "so"
                    | "for"
            )
            && !is_weekday(self.word(1));
        usize::from(leads && is_hour && !is_counted)
    }

    /// "within two hours", "in an hour", "in 3 working days".
    fn duration(&self) -> usize {
        if !matches!(self.word(0), "within" | "in") {
            return 0;
        }
        let start = match (self.word(1), self.word(2)) {
            ("the", "next") | ("a" | "under", "few") | ("less", "than") => 3,
            ("a" | "an" | "half" | "the", _) => 2,
            (word, _) if n_of_digits(word).is_some() || is_small_number(word) => 2,
            _ => return 0,
        };
        (0..3)
            .map(|n| start + n)
            .find(|n| is_unit(self.word(*n)))
            .map_or(0, |n| n + 1)
    }
}

/// "3.30", which is one word.
fn is_hour_with_minutes(word: &str) -> bool {
    word.split_once(['.', ':']).is_some_and(|(hour, minutes)| {
        n_of_digits(hour).is_some_and(|n| n <= 2) && n_of_digits(minutes) == Some(2)
    })
}

/// "3pm", "3.30pm", "17h30", "9h".
fn is_clock_word(word: &str) -> bool {
    let before = |ending: &str| word.strip_suffix(ending);
    if let Some(hour) = before("pm").or_else(|| before("am")) {
        return n_of_digits(hour).is_some_and(|n| n <= 2) || is_hour_with_minutes(hour);
    }
    word.split_once('h').is_some_and(|(hour, minutes)| {
        n_of_digits(hour).is_some_and(|n| n <= 2)
            && (minutes.is_empty() || n_of_digits(minutes) == Some(2))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = moments(text, &tokens(text))
            .into_iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn hours_days_and_dates_are_found() {
        check("by 3pm, at 15:30, at 4 pm", &["3pm", "15:30", "4 pm"]);
        check("by Friday or on Sundays", &["Friday", "Sundays"]);
        check(
            "on 24 December and 2026-12-04",
            &["24 December", "2026-12-04"],
        );
        check("the 14th, at nine, in May", &["14th", "nine", "May"]);
        check(
            "within 24 hours, in two working days",
            &["within 24 hours", "in two working days"],
        );
        check(
            "tomorrow morning, by the end of the day",
            &["tomorrow morning", "end of the day"],
        );
        check(
            "bis Freitag um 9 Uhr, à 17h30",
            &["Freitag", "9 Uhr", "17h30"],
        );
    }

    #[test]
    fn numbers_and_greetings_are_no_time() {
        check("Happy Monday! Black Friday. Soon, asap.", &[]);
        check("up by 4 percent, at 50 metres, from 3 euros", &[]);
        check("You may come. March on. The 1st.", &[]);
    }
}
