//! Values for examples: keys, cards and numbers that look real and are made up on the spot.
//!
//! Never: runs in the check of a post; examples ask for it when a set is loaded.

use std::borrow::Cow;

use super::digits::{luhn, mod_97};
use super::national::SCHEMES;
use super::national_more::MORE;
use super::shapes::{Alphabet, Part, shape};
use crate::text::Span;

/// Puts made-up values in the place of their names: `«secret:github»`, `«secret:password»`,
/// `«secret:private-key»`, `«card:visa»`, `«iban:gb»`, `«id:us-ssn»`. The same name always gives the
/// same value; a number behind it (`«card:visa:2»`) another one. What is no such name stays.
pub fn with_specimens(example: &str) -> Cow<'_, str> {
    if !example.contains('«') {
        return Cow::Borrowed(example);
    }
    let mut out = String::with_capacity(example.len());
    let mut rest = example;
    while let Some((before, behind)) = rest.split_once('«') {
        out.push_str(before);
        let made = behind
            .split_once('»')
            .and_then(|(name, tail)| Some((specimen(name)?, tail)));
        if let Some((value, tail)) = made {
            out.push_str(&value);
            rest = tail;
        } else {
            out.push('«');
            rest = behind;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The value with this name.
fn specimen(name: &str) -> Option<String> {
    let mut chance = Chance::of(name);
    let mut pieces = name.split(':');
    let (sort, id) = (pieces.next()?, pieces.next()?);
    match (sort, id) {
        ("secret", "password") => Some(password(&mut chance)),
        ("secret", "private-key") => Some(private_key(&mut chance)),
        ("secret", "jwt") => Some(signed(&mut chance)),
        ("secret", "row") => Some(row(&mut chance, Alphabet::Alnum, 32)),
        ("secret", id) => key(&mut chance, id),
        ("card", id) => card(&mut chance, id),
        ("iban", id) => iban(&mut chance, id),
        ("id", id) => national(&mut chance, id),
        _ => None,
    }
}

/// Chance that always falls out alike: a linear congruential generator, seeded by a name.
/// Source of the constants: D. Knuth, MMIX, <https://en.wikipedia.org/wiki/Linear_congruential_generator>.
struct Chance(u64);

impl Chance {
    fn of(name: &str) -> Self {
        let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |seed, byte| {
            (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed)
    }

    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % n.max(1)
    }

    fn digit(&mut self) -> char {
        char::from(b"0123456789".get(self.below(10)).copied().unwrap_or(b'0'))
    }

    fn letter(&mut self) -> char {
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        char::from(letters.get(self.below(26)).copied().unwrap_or(b'A'))
    }
}

/// A row of letters and digits of an alphabet.
fn row(chance: &mut Chance, alphabet: Alphabet, n: usize) -> String {
    const ALL: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let known: Vec<u8> = ALL
        .iter()
        .copied()
        .filter(|byte| alphabet.has(*byte))
        .collect();
    let mut one = || {
        let at = chance.below(known.len());
        known.get(at).map_or('0', |byte| char::from(*byte))
    };
    (0..n).map(|_| one()).collect()
}

fn key(chance: &mut Chance, id: &str) -> Option<String> {
    let shape = shape(id)?;
    let mut part = |part: &Part| match part {
        Part::Text(words) => words.clone(),
        Part::Run(alphabet, least, _) => row(chance, *alphabet, *least),
        Part::Perhaps(_) => String::new(),
    };
    let before: String = shape.before.iter().map(&mut part).collect();
    let start = shape.starts.first()?;
    let rest: String = shape.rest.iter().map(&mut part).collect();
    Some(format!("{before}{start}{rest}"))
}

fn password(chance: &mut Chance) -> String {
    let head = row(chance, Alphabet::Alnum, 6);
    let tail = row(chance, Alphabet::Digit, 2);
    format!("{}{head}#{tail}q", chance.letter())
}

fn private_key(chance: &mut Chance) -> String {
    let rows: Vec<String> = (0..3).map(|_| row(chance, Alphabet::Alnum, 64)).collect();
    let kind = "PRIVATE KEY";
    format!(
        "-----BEGIN RSA {kind}-----\n{}\n-----END RSA {kind}-----",
        rows.join("\n")
    )
}

fn signed(chance: &mut Chance) -> String {
    let mut part = |n| row(chance, Alphabet::Alnum, n);
    format!("ey{}{}.ey{}{}.{}", 'J', part(20), 'J', part(30), part(43))
}

fn card(chance: &mut Chance, id: &str) -> Option<String> {
    let (start, n) = match id {
        "visa" => ("4539", 16),
        "mastercard" => ("5212", 16),
        "amex" => ("3714", 15),
        "discover" => ("6011", 16),
        "jcb" => ("3540", 16),
        "unionpay" => ("6250", 16),
        _ => return None,
    };
    let mut digits = start.to_owned();
    while digits.len() + 1 < n {
        digits.push(chance.digit());
    }
    let last = ('0'..='9').find(|last| {
        let whole = format!("{digits}{last}");
        luhn(&super::digits::figures(&whole))
    })?;
    digits.push(last);
    let groups: &[usize] = if n == 15 { &[4, 6, 5] } else { &[4, 4, 4, 4] };
    Some(grouped(&digits, groups))
}

/// The characters in groups of these sizes.
fn grouped(words: &str, sizes: &[usize]) -> String {
    let mut at = 0;
    let groups = sizes.iter().map(|size| {
        let group = Span::new(at, at + size).of(words);
        at += size;
        group
    });
    groups.collect::<Vec<_>>().join(" ")
}

fn iban(chance: &mut Chance, id: &str) -> Option<String> {
    let (n_letters, n_digits) = match id {
        "gb" | "ie" => (4, 14),
        "de" => (0, 18),
        "nl" => (4, 10),
        "es" => (0, 20),
        "fr" => (0, 23),
        _ => return None,
    };
    let mut account: String = (0..n_letters).map(|_| chance.letter()).collect();
    account.extend((0..n_digits).map(|_| chance.digit()));
    let country = id.to_uppercase();
    let rest = mod_97(account.chars().chain(country.chars()).chain("00".chars()))?;
    let whole = format!("{country}{:02}{account}", 98 - rest);
    let n_groups = whole.len().div_ceil(4);
    let mut sizes = vec![4; n_groups.saturating_sub(1)];
    sizes.push(whole.len() - 4 * sizes.len());
    Some(grouped(&whole, &sizes))
}

/// Tries numbers until the sums of one come out.
fn national(chance: &mut Chance, id: &str) -> Option<String> {
    const MOST: usize = 100_000;
    let scheme = SCHEMES.iter().chain(MORE).find(|scheme| scheme.id == id)?;
    let (form, _) = scheme.forms.first()?;
    (0..MOST).find_map(|_| {
        let written: String = form
            .chars()
            .map(|c| match c {
                '#' => chance.digit(),
                'A' => chance.letter(),
                other => other,
            })
            .collect();
        let told: String = written
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        (scheme.is_right)(&told).then_some(written)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::shapes::{ids, keys};

    #[test]
    fn every_shape_finds_its_own_specimen() {
        for id in ids() {
            for n in 1..=5 {
                let made = with_specimens(&format!("Is («secret:{id}:{n}»).")).into_owned();
                let found = keys(&made);
                assert_eq!(found.len(), 1, "{id}");
                assert_eq!(
                    found[0].of(&made).len(),
                    made.len() - "Is ().".len(),
                    "{id}"
                );
            }
        }
    }

    #[test]
    fn a_name_always_gives_the_same_value() {
        let made = |example: &str| with_specimens(example).into_owned();
        assert_eq!(made("«card:visa»"), made("«card:visa»"));
        assert_ne!(made("«card:visa»"), made("«card:visa:2»"));
        assert_eq!(
            made("«bonjour» and «card:none»"),
            "«bonjour» and «card:none»"
        );
        for scheme in SCHEMES {
            let name = format!("«id:{}»", scheme.id);
            assert!(!made(&name).contains('«'), "{name}");
        }
    }
}
