//! `CardNumber`: the number of a payment card.
//!
//! Never: repeats the number; the last four digits are all that is shown of it.

use std::ops::RangeInclusive;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::digits::{Group, figures, groups, luhn};
use crate::check::kept_back::{around, kept_back, speaks_of};
use crate::text::{EntityKind, Span};

/// Finds card numbers: a length and a beginning that an issuer uses, and a right check digit.
///
/// The digits may stand alone or in the groups in which cards show them, with one kind of separator:
/// a space, a hyphen, a dot; beside a word for a card also a comma, a slash or a line of its own. A part of a longer number, of a word or of a link is none, and neither
/// is a number behind a plus. Old lengths (12 and 13 digits, as on bar codes) count beside a word for
/// a card. A Hold of it may be settled with a reason. It has no options.
///
/// Source: <https://en.wikipedia.org/wiki/Payment_card_number>
///
/// ```ron
/// find: CardNumber, within: Anywhere
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct CardNumber {}

impl Kind for CardNumber {
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

/// The fewest and most digits of a card.
const FEWEST: usize = 12;
const MOST: usize = 19;

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let source = looking.text();
        let text = looking.bare.text(source);
        if text.bytes().filter(u8::is_ascii_digit).count() < FEWEST {
            return Vec::new();
        }
        let groups = groups(text);
        let mut out = Vec::new();
        let mut from = 0;
        while from < groups.len() {
            let Some((n, span)) = card_at(text, &groups, from) else {
                from += 1;
                continue;
            };
            from += n;
            if is_in_link(looking, looking.bare.source(span)) && !is_named_in_link(text, span) {
                continue;
            }
            let digits: String = span.of(text).chars().filter(char::is_ascii_digit).collect();
            let last = Span::new(digits.len().saturating_sub(4), digits.len()).of(&digits);
            out.push(kept_back(looking, span, &format!("•••• {last}")));
        }
        out
    }
}

/// Whether a link holds the stretch.
fn is_in_link(looking: &Looking<'_>, span: Span) -> bool {
    let n = looking
        .entities
        .partition_point(|one| one.span.start <= span.start);
    // a quotation may stand between
    let near = looking.entities.get(n.saturating_sub(3)..n);
    let mut near = near.unwrap_or_default().iter();
    near.any(|one| one.kind == EntityKind::Link && one.span.contains(span))
}

/// Whether a link says that it is one: `?card=`, `&pan=`.
fn is_named_in_link(text: &str, span: Span) -> bool {
    let near = text.floor_char_boundary(span.start.saturating_sub(24));
    let lead = Span::new(near, span.start).of(text).to_lowercase();
    let name = lead
        .strip_suffix('=')
        .and_then(|lead| lead.rsplit(['?', '&', ';', '/']).next());
    name.is_some_and(|name| {
        let words = ["card", "pan", "ccnum", "cc", "karte", "carte"];
        words.iter().any(|word| name.starts_with(word))
    })
}

/// The card number that begins with a group: how many groups it has, and where it stands.
fn card_at(text: &str, groups: &[Group], from: usize) -> Option<(usize, Span)> {
    let rest = groups.get(from..)?;
    let first = rest.first().filter(|first| first.is_open_before)?;
    let joint = rest.get(1).and_then(|second| second.joint);
    let is_tied = |group: &&Group| group.joint.is_some() && group.joint == joint;
    let n_tied = 1 + rest.iter().skip(1).take(MOST).take_while(is_tied).count();
    let sizes: Vec<usize> = rest
        .iter()
        .take(n_tied.min(MOST))
        .map(|group| group.span.n_bytes())
        .collect();
    (1..=sizes.len()).rev().find_map(|n| {
        let sizes = sizes.get(..n)?;
        let last = rest.get(n - 1).filter(|last| last.is_open_behind)?;
        let span = first.span.join(last.span);
        let n_digits: usize = sizes.iter().sum();
        let fits = (FEWEST..=MOST).contains(&n_digits)
            && is_as_on_cards(sizes)
            && !goes_on(groups, from, n)
            && is_card(text, span, n_digits);
        fits.then_some((n, span))
    })
}

/// Whether cards are written in groups of these sizes.
fn is_as_on_cards(sizes: &[usize]) -> bool {
    let all = |n: usize| sizes.iter().all(|size| *size == n);
    match sizes {
        [_] | [4, 6, 4 | 5] | [8, 8] | [6, 10 | 13] | [4, 4, 4, 4, 1..=3] | [4, 4, 5] => true,
        _ => all(4) || all(2) || all(1),
    }
}

/// Whether `n` groups are a piece of a longer number: a neighbour is tied to them by a hyphen or a
/// dot, or is as large as they are.
fn goes_on(groups: &[Group], from: usize, n: usize) -> bool {
    let ties = |one: Option<&Group>, other: Option<&Group>, joint: Option<u8>| {
        let (Some(one), Some(other), Some(joint)) = (one, other, joint) else {
            return false;
        };
        let is_alike = one.span.n_bytes() == other.span.n_bytes();
        matches!(joint, b'-' | b'.') || is_alike && n > 1
    };
    let first = groups.get(from);
    let before = from.checked_sub(1).and_then(|at| groups.get(at));
    let last = groups.get(from + n - 1);
    let behind = groups.get(from + n);
    ties(before, first, first.and_then(|first| first.joint))
        || ties(behind, last, behind.and_then(|behind| behind.joint))
}

/// Whether an issuer uses the digits and the last of them is right.
fn is_card(text: &str, span: Span, n: usize) -> bool {
    const WORDS: &[&str] = &[
        "card", "cards", "visa", "maestro", "credit", "debit", "karte", "carte", "tarjeta",
    ];
    let figures = figures(span.of(text));
    // a list or a column of numbers may look like a card
    let is_list = span.of(text).contains([',', '/', '_', '\n']);
    let is_new = n > 13 && !is_list;
    has_issuer(&figures, n)
        && luhn(&figures)
        && (is_new || speaks_of(&around(text, span, 40, 0), WORDS))
}

/// Whether some issuer gives out numbers of `n` digits that begin like these.
fn has_issuer(figures: &[u8], n: usize) -> bool {
    let digits = figures.iter().take(6);
    let bin = digits.fold(0, |bin, figure| bin * 10 + u32::from(*figure));
    let mut known = ISSUERS.iter();
    known.any(|(from, to, lengths)| (*from..=*to).contains(&bin) && lengths.contains(&n))
}

/// What issuers' numbers begin with, by their first six digits, and how long they are.
const ISSUERS: &[(u32, u32, RangeInclusive<usize>)] = &[
    (220_000, 220_499, 16..=19), // Mir
    (222_100, 272_099, 16..=16), // Mastercard
    (300_000, 305_999, 14..=19), // Diners Club
    (309_500, 309_599, 14..=19), // Diners Club
    (340_000, 349_999, 15..=15), // American Express
    (352_800, 358_999, 16..=19), // JCB
    (360_000, 369_999, 14..=19), // Diners Club
    (370_000, 379_999, 15..=15), // American Express
    (380_000, 399_999, 14..=19), // Diners Club
    (400_000, 499_999, 13..=13), // Visa
    (400_000, 499_999, 16..=16), // Visa
    (400_000, 499_999, 19..=19), // Visa
    (501_800, 501_899, 12..=19), // Maestro
    (502_000, 502_099, 12..=19), // Maestro
    (503_800, 503_899, 12..=19), // Maestro
    (506_000, 506_999, 16..=19), // Verve
    (508_000, 508_999, 16..=16), // RuPay
    (510_000, 559_999, 16..=16), // Mastercard
    (589_300, 589_399, 12..=19), // Maestro
    (601_100, 601_199, 16..=19), // Discover
    (603_000, 608_999, 16..=16), // RuPay, Hipercard
    (620_000, 629_999, 16..=19), // UnionPay
    (630_400, 630_499, 12..=19), // Maestro
    (644_000, 659_999, 16..=19), // Discover, RuPay, Troy
    (675_900, 675_999, 12..=19), // Maestro
    (676_100, 676_399, 12..=19), // Maestro
    (810_000, 829_999, 16..=16), // UnionPay, RuPay
    (979_200, 979_299, 16..=16), // Troy
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_and_lengths_are_those_of_issuers() {
        let known = |digits: &str| has_issuer(&figures(digits), digits.len());
        for card in [
            "4242424242424242",
            "5555555555554444",
            "378282246310005",
            "2223003122003222",
            "6011111111111117",
            "3566002020360505",
            "30569309025904",
            "6205500000000000004",
        ] {
            assert!(known(card) && luhn(&figures(card)), "{card}");
        }
        for other in [
            "9780306406157",
            "490154203237518",
            "1234567812345670",
            "55555555555544",
        ] {
            assert!(!known(other), "{other}");
        }
    }
}
