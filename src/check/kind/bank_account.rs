//! `BankAccount`: the number of a bank account, as an IBAN.
//!
//! Never: repeats the number; the country and the last two characters are all that is shown of it.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::digits::mod_97;
use crate::check::kept_back::kept_back;
use crate::text::Span;

/// Finds IBANs: a country, its length, and check digits that are right (what is left when the whole
/// is divided by 97 is 1).
///
/// Letters may be small, and one space, hyphen or dot may stand between the groups. An account whose
/// number is meant to be read, as that for donations, goes into `except`. A Hold of it may be settled
/// with a reason. It has no options.
///
/// Source: the registry of ISO 13616,
/// <https://www.swift.com/standards/data-standards/iban-international-bank-account-number>
///
/// ```ron
/// find: BankAccount, within: Anywhere
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct BankAccount {}

impl Kind for BankAccount {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }

    fn may_be_reasoned(&self) -> bool {
        true
    }
}

struct Ready;

/// The countries by how many characters their IBANs have.
const COUNTRIES: &[(usize, &str)] = &[
    (15, "NO"),
    (16, "BE"),
    (18, "DK FK FI FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ DZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

/// In every country at least so many of the characters are digits.
const LEAST_DIGITS: usize = 7;

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.bare.text(looking.text());
        let bytes = text.as_bytes();
        let mut out = Vec::new();
        let mut from = 0;
        // the two check digits stand behind two letters
        while let Some(at) = next_digits(bytes, from) {
            from = at + 1;
            let Some(start) = at.checked_sub(2) else {
                continue;
            };
            if let Some(span) = iban_at(text, start) {
                from = span.end;
                let country = Span::new(start, start + 2).of(text).to_uppercase();
                let last = Span::new(span.end - 2, span.end).of(text);
                let mask = format!("{country}•• •••• {last}");
                out.push(kept_back(looking, span, &mask));
            }
        }
        out
    }
}

/// Where the next two digits with two letters before them begin.
fn next_digits(bytes: &[u8], from: usize) -> Option<usize> {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_alphabetic)
    };
    (from..bytes.len()).find(|at| {
        is_digit(*at)
            && is_digit(at + 1)
            && is_letter(at.checked_sub(1))
            && is_letter(at.checked_sub(2))
    })
}

/// The IBAN that begins at `start`.
fn iban_at(text: &str, start: usize) -> Option<Span> {
    let before = text.get(..start)?.chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_') {
        return None;
    }
    let rest = text.get(start..)?;
    let country = rest.get(..2)?.to_ascii_uppercase();
    let length = COUNTRIES
        .iter()
        .find(|(_, countries)| countries.split(' ').any(|one| one == country))?
        .0;
    let mut iban = String::with_capacity(length);
    let mut chars = rest.char_indices().peekable();
    let mut end = start;
    while iban.len() < length {
        let (at, c) = chars.next()?;
        if c.is_ascii_alphanumeric() {
            iban.push(c);
            end = start + at + 1;
        } else {
            let goes_on = chars.peek().is_some_and(|(_, c)| c.is_ascii_alphanumeric());
            if !matches!(c, ' ' | '-' | '.') || !goes_on {
                return None;
            }
        }
    }
    let is_whole = chars
        .peek()
        .is_none_or(|(_, c)| !c.is_ascii_alphanumeric() && *c != '_');
    (is_whole && is_right(&iban)).then(|| Span::new(start, end))
}

/// Whether the check digits are right.
fn is_right(iban: &str) -> bool {
    let n_digits = iban.bytes().filter(u8::is_ascii_digit).count();
    let (Some(head), Some(account)) = (iban.get(..4), iban.get(4..)) else {
        return false;
    };
    n_digits >= LEAST_DIGITS && mod_97(account.chars().chain(head.chars())) == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Examples of the registry.
    #[test]
    fn published_ibans_are_right_in_every_writing() {
        for iban in [
            "GB29NWBK60161331926819",
            "DE89370400440532013000",
            "FR14 2004 1010 0505 0001 3M02 606",
            "mt84malt011000012345mtlcast001s",
            "NO93-8601-1117-947",
        ] {
            assert_eq!(iban_at(iban, 0), Some(Span::all(iban)), "{iban}");
        }
        for other in [
            "GB28NWBK60161331926819",
            "DE8937040044053201300",
            "DE89370400440532013000x",
            "ZZ29NWBK60161331926819",
            "DE89  370400440532013000",
        ] {
            assert_eq!(iban_at(other, 0), None, "{other}");
        }
    }
}
