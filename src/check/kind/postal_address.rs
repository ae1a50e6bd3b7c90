//! `PostalAddress`: a street with a house number and a town, where somebody may live.
//!
//! Never: takes a hall, a booth or a street without a number for one.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::calendar::{is_month, is_weekday};
use crate::check::street_words::{
    BOXES, DIRECTIONS, ENGLISH, FRENCH, GERMAN, GERMAN_LEADS, HOMES, NO_STREETS, NO_TOWNS, OPEN,
    SPANISH, is_compound,
};
use crate::check::tongue::Words;
use crate::text::{Span, Token, fold, tokens};

/// Finds lines of an address: a house number with a street, and a postcode or a town behind it, as
/// they are written in English and in the languages of the continent from Portuguese to Finnish, or a box
/// at the post office. Beside words of a home or of a
/// person ("lives at", "her flat", "Mrs") the street and the number are enough.
///
/// Left alone: the set's own addresses (`own.addresses`), and places where anybody may come (a
/// museum, a shop, a hall, "join us"), unless a home is spoken of. It has no options.
///
/// ```ron
/// find: PostalAddress
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct PostalAddress {}

impl Kind for PostalAddress {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.clone()))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

impl Finder for PostalAddress {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.bare.text(looking.text());
        // without a house number there is no address
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        if looking.bare.is_disguised() {
            return found(looking, text, &tokens(text));
        }
        found(looking, looking.text(), looking.tokens)
    }
}

fn found(looking: &Looking<'_>, text: &str, words: &[Token]) -> Vec<Match> {
    let is_disguised = looking.bare.is_disguised();
    let mut out: Vec<Match> = Vec::new();
    for at in 0..words.len() {
        let line = Line { text, words, at };
        let Some((street, last)) = line.street() else {
            continue;
        };
        let town = line.town(last);
        let span = street.join(town.unwrap_or(street));
        let source = if is_disguised {
            looking.bare.source(span)
        } else {
            span
        };
        let around = Around::of(looking, source);
        let is_meant = around.is_home || town.is_some() && !around.is_open;
        let is_new = out.last().is_none_or(|one| !one.span.overlaps(source));
        if is_meant && is_new && !is_own(looking, street.of(text)) {
            out.push(Match {
                span: source,
                ..Match::default()
            });
        }
    }
    out
}

/// Whether the set owns it: one of its addresses has the same number and street.
fn is_own(looking: &Looking<'_>, street: &str) -> bool {
    let own = &looking.head.own.addresses;
    !own.is_empty() && {
        let street = fold(street);
        own.iter().any(|own| fold(own).contains(&street))
    }
}

/// What the words around an address say of it.
struct Around {
    /// Somebody lives there.
    is_home: bool,
    /// Anybody may come.
    is_open: bool,
}

impl Around {
    /// Reads the sentence around, and the one before: "Party on Saturday! 12 Mill Lane, Leeds".
    fn of(looking: &Looking<'_>, span: Span) -> Self {
        let last = looking
            .sentences
            .partition_point(|one| one.start < span.end);
        let first = looking
            .sentences
            .partition_point(|one| one.end <= span.start);
        let first = first.saturating_sub(1);
        let sentences = looking.sentences.get(first..last).unwrap_or_default();
        let around = sentences.first().zip(sentences.last());
        let around = around.map_or(span, |(first, last)| first.join(*last));
        let near = Span::new(
            around.start.max(span.start.saturating_sub(160)),
            around.end.min(span.end + 100),
        );
        let words = looking.tokens_in(near);
        let is_near = |list: &Words| {
            let outside = words.iter().filter(|token| !token.span.overlaps(span));
            outside.into_iter().any(|token| {
                let word = token.folded.as_str();
                list.contains(word.strip_suffix("'s").unwrap_or(word))
            })
        };
        Self {
            is_home: is_near(&HOMES),
            is_open: is_near(&OPEN),
        }
    }
}

/// A look at the words from one on that may stand for a street.
struct Line<'a> {
    text: &'a str,
    words: &'a [Token],
    at: usize,
}

impl Line<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |token| token.folded.as_str())
    }

    fn span(&self, at: usize) -> Option<Span> {
        self.words.get(at).map(|token| token.span)
    }

    /// What stands between a word and the next.
    fn gap(&self, at: usize) -> &str {
        match (self.span(at), self.span(at + 1)) {
            (Some(one), Some(next)) => Span::new(one.end, next.start).of(self.text),
            _ => "\n",
        }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.span(at)
            .is_some_and(|span| span.of(self.text).starts_with(char::is_uppercase))
    }

    /// "12", "3b"; a year is none unless it is called a number.
    fn is_house(&self, at: usize) -> bool {
        let word = self.word(at);
        let number = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number && number.len() <= 5 && !number.starts_with('0') && word.len() - number.len() <= 1
    }

    /// The street with its number, and its last word.
    fn street(&self) -> Option<(Span, usize)> {
        let word = self.word(self.at);
        let is_german = is_compound(word) && self.is_capital(self.at) || GERMAN.contains(word);
        let is_preposed = self.is_capital(self.at) && GERMAN_LEADS.contains(word);
        let of = |list: &Words, find: &dyn Fn() -> Option<(Span, usize)>| {
            // "via" in small letters is a word of English
            let is_written = word != "via" || self.is_capital(self.at);
            (is_written && list.contains(word)).then(find).flatten()
        };
        of(&ENGLISH, &|| self.before_name())
            .or_else(|| of(&FRENCH, &|| self.romance_number_before()))
            .or_else(|| of(&SPANISH, &|| self.romance_number_behind()))
            .or_else(|| of(&BOXES, &|| self.box_behind()))
            .or_else(|| is_preposed.then(|| self.romance_number_behind()).flatten())
            .or_else(|| self.before_postcode())
            .or_else(|| {
                is_german
                    .then(|| self.number_behind(self.at, self.at))
                    .flatten()
            })
    }

    /// "12 Old Mill Lane": the number, up to four names, the street.
    fn before_name(&self) -> Option<(Span, usize)> {
        if !self.is_capital(self.at) {
            return None;
        }
        for n in 1..=5 {
            let at = self.at.checked_sub(n)?;
            if !matches!(self.gap(at), " " | ", " | ". " | "-") {
                return None;
            }
            if n > 1 && self.is_house(at) {
                return Some((self.span(at)?.join(self.span(self.at)?), self.at));
            }
            let is_ordinal = self.word(at).starts_with(|c: char| c.is_ascii_digit());
            if !self.is_capital(at) && !is_ordinal && self.word(at) != "the" {
                return None;
            }
        }
        None
    }

    /// "Hauptstraße 12", "Am Markt 3", "Keizersgracht 112".
    fn number_behind(&self, first: usize, last: usize) -> Option<(Span, usize)> {
        let is_near = matches!(self.gap(last), " " | ". " | ", " | " nº " | " n.º ");
        if !is_near || !self.is_house(last + 1) {
            return None;
        }
        let span = self.span(first)?.join(self.span(last + 1)?);
        Some((span, last + 1))
    }

    /// "Vinohradská 12, 120 00 Praha": a name with a number, whatever the language, and a postcode with
    /// its town behind it.
    fn before_postcode(&self) -> Option<(Span, usize)> {
        let word = self.word(self.at);
        let is_name =
            self.is_capital(self.at) && word.len() > 3 && word.chars().all(char::is_alphabetic);
        let is_else = is_month(word)
            || is_weekday(word)
            || OPEN.contains(word)
            || NO_TOWNS.contains(word)
            || NO_STREETS.contains(&word);
        if !is_name || is_else || !matches!(self.gap(self.at + 1), ", " | "\n" | ",\n") {
            return None;
        }
        let found = self.number_behind(self.at, self.at)?;
        let code = self.postcode(self.at + 2)?;
        let is_year = code == self.at + 2
            && (self.word(code).starts_with("19") || self.word(code).starts_with("20"))
            && self.word(code).len() == 4;
        let is_town = self.is_capital(code + 1) && self.gap(code) == " ";
        (is_town && !is_year).then_some(found)
    }

    /// "P.O. Box 553", "Postfach 12 34"
    fn box_behind(&self) -> Option<(Span, usize)> {
        let is_alone = self.word(self.at) != "box";
        let before = self.at.checked_sub(1).map_or("", |at| self.word(at));
        let is_post = is_alone || matches!(before, "po" | "p.o" | "o" | "post" | "office" | "p.o.");
        let number = self.word(self.at + 1);
        let is_number = number.starts_with(|c: char| c.is_ascii_digit());
        let span = self.span(self.at)?.join(self.span(self.at + 1)?);
        (is_post && is_number && self.gap(self.at) == " ").then_some((span, self.at + 1))
    }

    /// "12, rue de la Paix", "5 bis avenue Foch".
    fn romance_number_before(&self) -> Option<(Span, usize)> {
        let before = self.at.checked_sub(1)?;
        let number = if matches!(self.word(before), "bis" | "ter") {
            before.checked_sub(1)?
        } else {
            before
        };
        let is_near = matches!(self.gap(before), " " | ", ") && self.is_house(number);
        let last = self.name_behind()?;
        is_near.then_some((self.span(number)?.join(self.span(last)?), last))
    }

    /// "Calle Mayor, 12", "Avenida de la Constitución 5".
    fn romance_number_behind(&self) -> Option<(Span, usize)> {
        let last = self.name_behind()?;
        let number = if matches!(self.word(last + 1), "n" | "nº" | "no" | "número") {
            last + 1
        } else {
            last
        };
        self.number_behind(self.at, number)
    }

    /// The last word of the name of a street that comes behind its kind.
    fn name_behind(&self) -> Option<usize> {
        let mut last = None;
        for at in self.at + 1..self.at + 6 {
            if !matches!(self.gap(at - 1), " " | "'" | "’" | "-") {
                break;
            }
            if self.is_capital(at) {
                last = Some(at);
            } else if !matches!(
                self.word(at),
                "de" | "du" | "des" | "la" | "le" | "les" | "del" | "los" | "las" | "d" | "l" | "y"
            ) && !self.word(at).contains('\'')
            {
                break;
            }
        }
        last
    }

    /// The postcode or the town behind the last word of a street, flats and districts passed over.
    fn town(&self, last: usize) -> Option<Span> {
        let mut is_apart = false;
        for at in last + 1..last + 7 {
            let gap = self.gap(at - 1);
            is_apart |= gap.contains([',', '\n']) || gap.contains(" - ");
            if gap.len() > 3 || gap.contains(['!', '?', ';', '(']) || gap.matches('\n').count() > 1
            {
                return None;
            }
            if let Some(code) = self.postcode(at) {
                let town = self
                    .span(code + 1)
                    .filter(|_| matches!(self.gap(code), " " | ", ") && self.is_capital(code + 1));
                return Some(self.span(at)?.join(town.or(self.span(code))?));
            }
            if !is_apart && gap == " " && DIRECTIONS.contains(&self.word(at)) {
                continue;
            }
            let is_town = is_apart && self.is_capital(at) && self.word(at).chars().nth(2).is_some();
            let is_flat = matches!(
                self.word(at),
                "flat" | "apt" | "apartment" | "floor" | "suite" | "unit" | "appartement" | "etage"
            );
            if is_town && !is_flat && !NO_TOWNS.contains(self.word(at)) {
                return self.span(at);
            }
            if !gap.contains(',') && !is_apart && !matches!(self.word(at), "in" | "à" | "en") {
                return None;
            }
            is_apart |= matches!(self.word(at), "in" | "à" | "en");
        }
        None
    }

    /// "10115", "LS1 4AP", "1012 AB", "D-10115": the last word of a postcode that begins here.
    fn postcode(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let next = self.word(at + 1);
        let has_next = self.gap(at) == " ";
        let starts = word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.len() <= 4;
        let outward = starts && word.contains(|c: char| c.is_ascii_digit());
        let inward = next.len() == 3 && next.starts_with(|c: char| c.is_ascii_digit());
        if outward && inward && has_next {
            return Some(at + 1);
        }
        let is_dutch = word.len() == 4 && next.len() == 2 && self.is_capital(at + 1);
        if is_dutch
            && is_digits(word)
            && has_next
            && next.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            return Some(at + 1);
        }
        // "111 23 Stockholm", "00-238 Warszawa", "1100-053 Lisboa", "120 00 Praha"
        let is_parted = matches!((word.len(), next.len()), (3, 2) | (2 | 4, 3))
            && is_digits(word)
            && is_digits(next)
            && matches!(self.gap(at), " " | "-");
        if is_parted && self.is_capital(at + 2) {
            return Some(at + 1);
        }
        // "2200 København", "8001 Zürich"
        let is_nordic = word.len() == 4 && is_digits(word) && has_next && self.is_capital(at + 1);
        (word.len() == 5 && is_digits(word) || is_nordic).then_some(at)
    }
}
