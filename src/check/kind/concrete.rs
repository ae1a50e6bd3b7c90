//! `Concrete`: something people can picture: a number, a date, a place.
//!
//! Never: takes hype with a digit in it ("#1", "24/7", "110%") for a fact.

use std::cmp::Reverse;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach, block_by_block};
use crate::check::calendar::is_small_number;
use crate::check::moment::moments;
use crate::check::person::{is_other, name_at};
use crate::check::tongue::{Words, gap_between, is_filler, set};
use crate::text::{Span, Token};

/// Finds numbers, things counted in words ("two minutes"), prices, dates, hours and named places.
///
/// Left alone: numbers of a list or a thread, "top 10", "#1", "24/7", "100%", "COVID-19", own names.
/// Numbers and dates are found in any language; counted words and places only in English. It has no
/// options.
///
/// ```ron
/// find: Concrete
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Concrete {}

impl Kind for Concrete {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Self {}))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

impl Finder for Concrete {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        block_by_block(looking, &in_block)
    }
}

fn in_block(looking: &Looking<'_>) -> Vec<Match> {
    let (text, words) = (looking.text(), looking.tokens);
    let mut spans = moments(text, words);
    let is_english = looking.is_english;
    for at in 0..words.len() {
        spans.extend(figure(text, words, at));
        if is_english {
            spans.extend(counted(text, words, at));
            spans.extend(place(looking, at));
        }
    }
    spans.sort_unstable_by_key(|span| (span.start, Reverse(span.end)));
    spans.dedup_by(|next, before| next.overlaps(*before));
    spans.retain(|span| is_other(looking, *span));
    spans
        .into_iter()
        .map(|span| Match {
            span,
            ..Match::default()
        })
        .collect()
}

/// A number in digits, with its sign and the thing that it counts.
fn figure(text: &str, words: &[Token], at: usize) -> Option<Span> {
    let token = words.get(at)?;
    if !token.folded.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = token.folded.trim_end_matches(char::is_alphabetic);
    let unit = token.folded.get(number.len()..).unwrap_or_default();
    if !is_short_unit(unit) {
        return None;
    }
    let before = text.get(..token.span.start).unwrap_or_default();
    let after = text.get(token.span.end..).unwrap_or_default();
    let last_word = at.checked_sub(1).and_then(|at| words.get(at));
    if is_numbering(before, number, after) || is_hype(before, number, after, last_word) {
        return None;
    }
    let is_sign = |c: char| matches!(c, '£' | '€' | '$' | '¥' | '₹');
    let n_before = before
        .chars()
        .next_back()
        .filter(|c| is_sign(*c))
        .map_or(0, char::len_utf8);
    let rest = after.strip_prefix([' ', '\u{a0}']).unwrap_or(after);
    let sign = rest
        .chars()
        .next()
        .filter(|c| is_sign(*c) || matches!(c, '%' | '‰' | '°'));
    let n_after = sign.map_or(0, |sign| after.len() - rest.len() + sign.len_utf8());
    let span = Span::new(token.span.start - n_before, token.span.end + n_after);
    let thing = words
        .get(at + 1)
        .filter(|next| n_after == 0 && matches!(gap_between(text, token, next), " " | "\u{a0}"))
        .filter(|next| {
            !is_filler(&next.folded) && next.span.of(text).starts_with(char::is_lowercase)
        });
    Some(thing.map_or(span, |thing| span.join(thing.span)))
}

/// What may stand right behind digits.
fn is_short_unit(unit: &str) -> bool {
    matches!(
        unit,
        "" | "am"
            | "pm"
            | "h"
            | "km"
            | "kg"
            | "g"
            | "m"
            | "cm"
            | "mm"
            | "l"
            | "ml"
            | "min"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "k"
            | "kwh"
            | "mb"
            | "gb"
            | "x"
            | "s"
    )
}

/// "1." at the start of a line, and "2/5".
fn is_numbering(before: &str, number: &str, after: &str) -> bool {
    let is_first = before.trim_end_matches([' ', '(', '*', '-']).is_empty()
        || before
            .trim_end_matches([' ', '(', '*', '-'])
            .ends_with('\n');
    let is_list = is_first && after.starts_with(['.', ')', ':', '/', '\u{fe0f}', '\u{20e3}']);
    let is_short = number.len() <= 2;
    let is_part = before.ends_with('/')
        && after
            .trim_start_matches([')', ' '])
            .lines()
            .next()
            .is_none_or(str::is_empty)
        || after.starts_with('/')
            && after
                .trim_start_matches(|c: char| c == '/' || c.is_ascii_digit() || c == ')')
                .lines()
                .next()
                .is_none_or(str::is_empty);
    is_short && (is_list || is_part) || is_first && after.starts_with(['\u{fe0f}', '\u{20e3}'])
}

/// "#1", "top 10", "No. 1", "24/7", "110%", "COVID-19".
fn is_hype(before: &str, number: &str, after: &str, last: Option<&Token>) -> bool {
    let last = last.map_or("", |last| last.folded.as_str());
    let is_ranked = before.ends_with('#')
        || last == "top"
        || number == "1" && matches!(last, "no" | "number" | "nr");
    let is_always = number == "24" && after.starts_with("/7")
        || number == "7" && before.ends_with("24/")
        || number == "365" && before.ends_with('/');
    let is_more_than_all = after.trim_start().starts_with('%')
        && number.parse::<u32>().is_ok_and(|percent| percent >= 100);
    let is_part_of_a_name = before
        .strip_suffix('-')
        .is_some_and(|word| word.ends_with(char::is_alphabetic));
    is_ranked || is_always || is_more_than_all || is_part_of_a_name
}

/// "two minutes", "three small steps"; not "two thumbs".
fn counted(text: &str, words: &[Token], at: usize) -> Option<Span> {
    let number = words.get(at)?;
    let is_number = is_small_number(&number.folded) && number.folded != "one"
        || matches!(
            number.folded.as_str(),
            "fifteen"
                | "twenty"
                | "thirty"
                | "forty"
                | "fifty"
                | "sixty"
                | "seventy"
                | "eighty"
                | "ninety"
                | "hundred"
                | "thousand"
                | "dozen"
        );
    if !is_number {
        return None;
    }
    let mut last = number;
    for next in words.get(at + 1..at + 3).or_else(|| words.get(at + 1..))? {
        if !matches!(gap_between(text, last, next), " " | "-" | "\u{a0}") || is_filler(&next.folded)
        {
            return None;
        }
        if is_many(&next.folded) {
            return Some(number.span.join(next.span));
        }
        last = next;
    }
    None
}

/// Whether a word stands for several things.
fn is_many(word: &str) -> bool {
    let is_hype = matches!(word, "thumbs" | "cheers" | "cents" | "words");
    let is_plural =
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    !is_hype && is_plural
        || matches!(
            word,
            "people" | "children" | "men" | "women" | "feet" | "mice" | "percent"
        )
}

/// Words with a capital that are no place.
static NO_PLACES: LazyLock<Words> = LazyLock::new(|| {
    set(
        "english german french spanish italian dutch polish japanese chinese latin linkedin twitter
        mastodon bluesky facebook instagram youtube tiktok reddit slack discord zoom teams excel
        word python rust java javascript github gitlab heaven earth spring summer autumn winter
        love person stock brand ltd inc covid",
    )
});

/// "in Leeds", "at the Town Hall", "on King Street".
fn place(looking: &Looking<'_>, at: usize) -> Option<Span> {
    let (text, words) = (looking.text(), looking.tokens);
    let lead = words.get(at)?;
    let is_street_only = match lead.folded.as_str() {
        "in" | "at" | "near" | "outside" | "behind" | "opposite" | "beside" | "along" => false,
        "on" => true,
        _ => return None,
    };
    let is_the = words.get(at + 1).is_some_and(|next| next.folded == "the");
    let first = at + 1 + usize::from(is_the);
    let before = words.get(first.checked_sub(1)?)?;
    if gap_between(text, before, words.get(first)?) != " " {
        return None;
    }
    let (name, n_words) = name_at(text, words, first)?;
    let last = words.get(first + n_words - 1)?;
    let is_acronym = name.of(text).chars().all(|c| !c.is_lowercase()) && name.of(text) != "UK";
    let is_street = matches!(
        last.folded.as_str(),
        "street" | "road" | "lane" | "avenue" | "square" | "hill" | "bridge" | "island" | "park"
    );
    let is_known = words
        .get(first)
        .is_some_and(|word| NO_PLACES.contains(word.folded.as_str()));
    (!is_acronym && !is_known && (!is_street_only || is_street)).then(|| lead.span.join(name))
}
