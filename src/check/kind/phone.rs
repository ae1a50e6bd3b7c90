//! `Phone`: a telephone number that may be somebody's own.
//!
//! Never: takes a day, a price, an order number or a version for one.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::Fix;
use crate::check::dialled::{Run, runs};
use crate::check::tongue::{Words, set};
use crate::text::{EntityKind, Span};

/// Finds telephone numbers: with a plus and the country, with a leading zero, in the shape of North
/// America; and any number of seven digits or more behind a word for calling ("her mobile is …").
///
/// Left alone: numbers of the set (`own.phones`, in any spacing and with or without the country),
/// numbers that cost nothing, hotlines, press lines and switchboards, whatever is called an order, an
/// ISBN or a version, days, prices, figures, and numbers inside links, except those that ring
/// somebody (`wa.me/…`, `tel:…`). The first fix masks all but the start. Words for calling are
/// English, German, French, Spanish and Dutch. It has no options.
///
/// ```ron
/// find: Phone
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Phone {}

impl Kind for Phone {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.clone()))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

impl Finder for Phone {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.bare.text(looking.text());
        let found = runs(text).into_iter().filter_map(|run| {
            let number = Number::of(looking, text, run)?;
            let span = looking.bare.source(number.run.span);
            Some(Match {
                span,
                fixes: vec![number.masked(looking.text(), span)],
                ..Match::default()
            })
        });
        found.collect()
    }
}

/// A run of digits that is a telephone number.
struct Number<'t> {
    run: Run<'t>,
}

impl<'t> Number<'t> {
    fn of(looking: &Looking<'_>, text: &'t str, run: Run<'t>) -> Option<Self> {
        let around = Around::of(text, run.span);
        if around.said == Said::Else {
            return None;
        }
        let source = looking.bare.source(run.span);
        let is_ringing = around.is_ringing();
        let in_link = looking.entities.iter().any(|entity| {
            matches!(
                entity.kind,
                EntityKind::Link | EntityKind::Email | EntityKind::Mention
            ) && entity.span.overlaps(source)
        });
        if in_link && !is_ringing || is_own(looking, &run) || is_for_everybody(&run, &around) {
            return None;
        }
        if is_ringing {
            return Some(Self { run });
        }
        trimmed(run, &around).map(|run| Self { run })
    }

    /// `+44 20 ••••`: the country and the first group stay, which is enough to tell it apart.
    fn masked(&self, text: &str, span: Span) -> Fix {
        let n_kept = self.run.groups.first().map_or(0, |group| {
            group.end.min(group.start + 4) - self.run.span.start
        });
        let kept = self.run.written().get(..n_kept).unwrap_or_default();
        let kept = kept.trim_start_matches('(');
        Fix::replace(text, span, &format!("{kept} •••• ••••"))
    }
}

/// The run as far as it is a number: an hour or a count behind it is none of it.
fn trimmed<'t>(run: Run<'t>, around: &Around<'_>) -> Option<Run<'t>> {
    let is_glued = around.is_glued;
    if !is_glued && is_number(&run, around.said == Said::Calls) {
        return Some(run);
    }
    let mut run = run;
    for _ in 0..2 {
        let is_short = run.groups.last().is_some_and(|last| last.n_bytes() <= 2);
        run = run.without_last().filter(|_| is_short)?;
        if is_number(&run, around.said == Said::Calls) {
            return Some(run);
        }
    }
    None
}

/// Whether a run has the shape of a telephone number, or a word says that it is one.
fn is_number(run: &Run<'_>, calls: bool) -> bool {
    if run.is_other_than_a_number() {
        return false;
    }
    let digits = run.digits();
    let is_round = digits.ends_with("00000");
    let has_plus = run.written().trim_start_matches('(').starts_with('+');
    let is_abroad = has_plus && digits.len() >= 8 && !digits.starts_with('0');
    let has_country = digits.starts_with("00") && !digits.starts_with("000");
    let is_abroad = is_abroad || has_country && digits.len() >= 10 && run.groups.len() > 1;
    let has_end = run.groups.last().is_some_and(|last| last.n_bytes() > 1);
    let is_called = calls && (7..=15).contains(&digits.len());
    !is_round
        && has_end
        && (is_abroad || is_called || is_national(run, &digits) || is_american(run, &digits))
}

/// "020 7946 0018", "0170/1234567", "06 12 34 56 78": a zero, then the area.
fn is_national(run: &Run<'_>, digits: &str) -> bool {
    let first = run.group(0).len();
    let is_area = digits.starts_with('0') && !digits.starts_with("00") && (2..=6).contains(&first);
    let is_long = (9..=12).contains(&digits.len()) && run.groups.len() > 1;
    is_area && is_long && (run.mark() != "." || first == 2 || first > 3)
}

/// "(212) 555-0142", "212.555.0142", "1-212-555-0142".
fn is_american(run: &Run<'_>, digits: &str) -> bool {
    let shape = run.shape();
    let is_shaped = matches!(shape.as_slice(), [3, 3, 4] | [1, 3, 3, 4]);
    let digits = match (shape.as_slice(), digits.strip_prefix('1')) {
        ([1, ..], rest) => rest.unwrap_or_default(),
        _ => digits,
    };
    let is_high = |at: usize| {
        digits
            .as_bytes()
            .get(at)
            .is_some_and(|digit| *digit >= b'2')
    };
    let is_plain = run
        .written()
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b' ');
    is_shaped && is_high(0) && is_high(3) && !is_plain
}

/// Whether the set owns it: the same digits, with or without the country.
fn is_own(looking: &Looking<'_>, run: &Run<'_>) -> bool {
    let own = &looking.head.own.phones;
    if own.is_empty() {
        return false;
    }
    let plain = |number: &str| -> String {
        let without = number.replace("(0)", "");
        let digits = without.chars().filter(char::is_ascii_digit);
        digits
            .collect::<String>()
            .trim_start_matches('0')
            .to_owned()
    };
    let here = plain(run.written());
    own.iter().map(|own| plain(own)).any(|own| {
        let (long, short) = if own.len() > here.len() {
            (&own, &here)
        } else {
            (&here, &own)
        };
        short.len() >= 7 && long.ends_with(short.as_str())
    })
}

/// Whether it is a number for everybody: it costs nothing, or is called a hotline.
fn is_for_everybody(run: &Run<'_>, around: &Around<'_>) -> bool {
    let digits = run.digits();
    let free = ["800", "833", "844", "855", "866", "877", "888"];
    let starts = |digits: &str| free.iter().any(|code| digits.starts_with(code));
    let american = digits.strip_prefix('1').unwrap_or(&digits);
    let behind_country = match (run.group(0), run.groups.get(1)) {
        (_, Some(_)) if run.written().starts_with('+') => {
            matches!(run.group(1), "800" | "808" | "0800") || run.group(0) == "800"
        }
        _ => false,
    };
    let national = ["0800", "0808", "0300", "0345", "0333", "0845", "0180"];
    around.said == Said::Desk
        || behind_country
        || american.len() == 10 && starts(american)
        || national.iter().any(|code| digits.starts_with(code))
}

/// Words that make a number one to call.
static CALLS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "call calls called calling phone phones telephone tel mobile cell cellphone whatsapp sms ring
        dial dialling fax landline reach signal telegram text texting facetime voicemail
        telefon telefonnummer handy handynummer mobil mobilnummer anrufen ruf rufen rufe erreichbar
        durchwahl festnetz tél téléphone portable appelez appeler appelle joindre teléfono móvil
        celular llama llame llamar llámame llamad bel bellen telefoon telefoonnummer mobiel",
    )
});

/// Words that make a number something else.
static LABELS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "order orders ref reference isbn issn invoice ticket case lot sku item model part serial
        batch version build doi patent id article account iban card tracking parcel gtin ean upc
        pmid orcid booking lotto lottery draw bestellung bestellnummer artikel rechnung
        commande référence pedido factura coordinates release vat siren siret ust hrb charity
        registered company commit hash code grant",
    )
});

/// Words for a line that is there for everybody.
static DESKS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "hotline helpline switchboard reception line lines office desk zentrale servicenummer
        servicetelefon pressestelle centralita standard accueil infoline freephone tollfree",
    )
});

/// Units that make a number an amount.
static UNITS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "euro euros eur usd gbp chf dollars pounds km miles people followers downloads votes
        visitors views users copies tonnes tons steps euros personas personnes menschen",
    )
});

/// What the words around a run make of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Said {
    /// Nothing.
    Nothing,
    /// That somebody can be called there.
    Calls,
    /// That anybody may call.
    Desk,
    /// That it is something else: a part of a word, an order, a price.
    Else,
}

/// What stands around a run.
struct Around<'t> {
    before: &'t str,
    said: Said,
    /// A letter follows at once.
    is_glued: bool,
}

impl<'t> Around<'t> {
    fn of(text: &'t str, span: Span) -> Self {
        let (before, after) = (Span::new(0, span.start), Span::new(span.end, text.len()));
        let (before, after) = (before.of(text), after.of(text));
        let mut next = after.chars();
        let (first, second) = (next.next().unwrap_or(' '), next.next().unwrap_or(' '));
        Self {
            before,
            said: said(before, after),
            is_glued: first.is_alphanumeric()
                || "_%@€$£".contains(first)
                || ".-/:".contains(first) && second.is_alphanumeric(),
        }
    }

    fn is_ringing(&self) -> bool {
        let rings = ["wa.me/", "tel:", "sms:", "phone="];
        rings.iter().any(|start| self.before.ends_with(start))
    }
}

fn said(before: &str, after: &str) -> Said {
    let last = before.chars().next_back().unwrap_or(' ');
    let (words, follows) = (words_before(before), words_after(after));
    let has = |list: &Words, n: usize| words.iter().take(n).any(|word| list.contains(&**word));
    let behind = |list: &Words| follows.iter().any(|word| list.contains(&**word));
    let is_labelled = has(&LABELS, 3);
    let is_amount = before.trim_end().ends_with(['€', '$', '£'])
        || after.trim_start().starts_with(['€', '$', '£', '%'])
        || follows.first().is_some_and(|word| UNITS.contains(&**word));
    let is_in_word = last.is_alphanumeric() || "_#=/@$£€%&.-~^".contains(last);
    if is_in_word && !before.ends_with("wa.me/") && !before.ends_with("phone=")
        || is_labelled
        || is_amount
    {
        Said::Else
    } else if has(&DESKS, 4) {
        Said::Desk
    } else if has(&CALLS, 6) || behind(&CALLS) {
        Said::Calls
    } else {
        Said::Nothing
    }
}

/// The last words before a place in the same sentence, the nearest first, in small letters.
fn words_before(before: &str) -> Vec<String> {
    const N_BYTES: usize = 60;
    let from = before.ceil_char_boundary(before.len().saturating_sub(N_BYTES));
    let near = before.get(from..).unwrap_or_default();
    let ends = [". ", "! ", "? ", "\n"];
    let start = ends
        .iter()
        .filter_map(|end| Some(near.rfind(end)? + end.len()))
        .max();
    // "Tel. 030 …" is no end of a sentence
    let start = start.filter(|start| !ends_short(near.get(..*start).unwrap_or_default()));
    let near = near.get(start.unwrap_or_default()..).unwrap_or_default();
    let words = near.rsplit(|c: char| !c.is_alphabetic());
    let words = words.filter(|word| !word.is_empty());
    words.take(6).map(str::to_lowercase).collect()
}

/// Whether the last word before a full stop is a short form.
fn ends_short(words: &str) -> bool {
    let word = words.trim_end().trim_end_matches('.');
    let short = [
        "tel", "tél", "mob", "ph", "nr", "no", "fax", "mrs", "mr", "ms", "dr",
    ];
    words.trim_end().ends_with('.') && short.iter().any(|end| word.to_lowercase().ends_with(end))
}

/// The three words behind a place.
fn words_after(after: &str) -> Vec<String> {
    let end = after.floor_char_boundary(40);
    let near = after.get(..end).unwrap_or_default();
    let end = near.find(['\n', '.', ';', ',']).unwrap_or(near.len());
    let words = near
        .get(..end)
        .unwrap_or_default()
        .split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| !word.is_empty())
        .take(3)
        .map(str::to_lowercase)
        .collect()
}
