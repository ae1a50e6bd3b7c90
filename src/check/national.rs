//! The numbers that countries give to people: how they are written, and the sums in them.
//!
//! Never: finds anything; it says what a row of digits and letters can be.

use super::digits::{figures, luhn, verhoeff, weighed};

/// One kind of number.
pub(super) struct Scheme {
    /// Its short name, as in `«id:us-ssn»`.
    pub(super) id: &'static str,
    /// The groups it is written in, `#` for a digit and `A` for a letter, and whether that writing
    /// says enough without a word beside it.
    pub(super) forms: &'static [(&'static str, bool)],
    /// The sums and ranges; given the digits and letters alone, in capitals.
    pub(super) is_right: fn(&str) -> bool,
    /// Words that tell what it is, in small letters.
    pub(super) words: &'static [&'static str],
}

/// All of them.
pub(super) const SCHEMES: &[Scheme] = &[
    // <https://www.ssa.gov/employer/randomization.html>
    Scheme {
        id: "us-ssn",
        forms: &[
            ("###-##-####", true),
            ("###.##.####", false),
            ("### ## ####", false),
            ("#########", false),
        ],
        is_right: us_ssn,
        words: &["ssn", "social security", "ss number"],
    },
    // <https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110>
    Scheme {
        id: "uk-nino",
        forms: &[
            ("AA ## ## ## A", true),
            ("AA ###### A", false),
            ("AA######A", false),
            ("AA-##-##-##-A", true),
        ],
        is_right: uk_nino,
        words: &["nino", "national insurance", "ni number", "ni no", "ni"],
    },
    // <https://www.datadictionary.nhs.uk/attributes/nhs_number.html>
    Scheme {
        id: "uk-nhs",
        forms: &[
            ("### ### ####", false),
            ("##########", false),
            ("###-###-####", false),
        ],
        is_right: uk_nhs,
        words: &[
            "nhs",
            "patient number",
            "patient no",
            "patient id",
            "health number",
        ],
    },
    // <https://de.wikipedia.org/wiki/Steuerliche_Identifikationsnummer>
    Scheme {
        id: "de-steuer",
        forms: &[("## ### ### ###", false), ("###########", false)],
        is_right: de_steuer,
        words: &[
            "steuer-id",
            "steuerid",
            "steueridentifikationsnummer",
            "idnr",
            "steuer-idnr",
            "steuernummer",
            "identifikationsnummer",
            "tin",
            "tax id",
            "tax number",
        ],
    },
    // <https://fr.wikipedia.org/wiki/Num%C3%A9ro_de_s%C3%A9curit%C3%A9_sociale_en_France>
    Scheme {
        id: "fr-nir",
        forms: &[
            ("# ## ## ## ### ### ##", true),
            ("###############", true),
            ("# ## ## #A ### ### ##", true),
            ("######A########", true),
        ],
        is_right: fr_nir,
        words: &["nir", "insee", "sécurité sociale", "secu", "sécu", "numéro"],
    },
    // <https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/>
    Scheme {
        id: "es-dni",
        forms: &[
            ("########A", false),
            ("########-A", false),
            ("## ### ### A", false),
            ("########.A", false),
        ],
        is_right: es_dni,
        words: &["dni", "nif", "identidad", "documento"],
    },
    Scheme {
        id: "es-nie",
        forms: &[("A#######A", false), ("A-#######-A", true)],
        is_right: es_nie,
        words: &["nie", "nif", "identidad", "extranjero", "documento"],
    },
    // <https://it.wikipedia.org/wiki/Codice_fiscale>
    Scheme {
        id: "it-cf",
        forms: &[("AAAAAA##A##A###A", true), ("AAA AAA ##A## A###A", true)],
        is_right: it_cf,
        words: &["codice fiscale", "cf"],
    },
    // <https://nl.wikipedia.org/wiki/Burgerservicenummer>
    Scheme {
        id: "nl-bsn",
        forms: &[
            ("#########", false),
            ("#### ## ###", false),
            ("### ### ###", false),
            ("####.##.###", false),
        ],
        is_right: nl_bsn,
        words: &["bsn", "burgerservicenummer", "sofinummer", "sofi"],
    },
    // <https://sv.wikipedia.org/wiki/Personnummer_i_Sverige>
    Scheme {
        id: "se-pnr",
        forms: &[
            ("######-####", false),
            ("########-####", false),
            ("##########", false),
            ("############", false),
        ],
        is_right: se_pnr,
        words: &[
            "personnummer",
            "personal identity",
            "personal number",
            "pnr",
            "samordningsnummer",
        ],
    },
    // <https://uidai.gov.in/>
    Scheme {
        id: "in-aadhaar",
        forms: &[
            ("#### #### ####", false),
            ("############", false),
            ("####-####-####", false),
        ],
        is_right: in_aadhaar,
        words: &["aadhaar", "aadhar", "adhaar", "adhar", "uidai", "आधार"],
    },
    // <https://www.canada.ca/en/employment-social-development/services/sin.html>
    Scheme {
        id: "ca-sin",
        forms: &[
            ("### ### ###", false),
            ("###-###-###", false),
            ("#########", false),
        ],
        is_right: ca_sin,
        words: &[
            "sin number",
            "sin no",
            "sin:",
            "sin is",
            "sin #",
            "social insurance",
            "assurance sociale",
        ],
    },
];

/// Area, group and serial number are in use; a few numbers that stood in advertisements are not.
fn us_ssn(id: &str) -> bool {
    let part = |from: usize, to: usize| id.get(from..to).unwrap_or("0");
    let (area, group, serial) = (part(0, 3), part(3, 5), part(5, 9));
    !matches!(area, "000" | "666")
        && !area.starts_with('9')
        && group != "00"
        && serial != "0000"
        && !matches!(id, "078051120" | "219099999" | "123456789" | "111111111")
        && !is_repeated(id)
}

pub(super) fn is_repeated(id: &str) -> bool {
    let mut bytes = id.bytes();
    let first = bytes.next();
    bytes.all(|byte| Some(byte) == first)
}

/// The two letters are given out, the last is A to D.
fn uk_nino(id: &str) -> bool {
    let mut letters = id.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else {
        return false;
    };
    let pair = id.get(..2).unwrap_or_default();
    !"DFIQUV".contains(first)
        && !"DFIQUVO".contains(second)
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&pair)
        && id.ends_with(['A', 'B', 'C', 'D'])
}

fn uk_nhs(id: &str) -> bool {
    let figures = figures(id);
    let rest = weighed(&figures, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    let check = (11 - rest) % 11;
    figures.last().is_some_and(|last| u32::from(*last) == check) && !is_repeated(id)
}

/// One digit stands there twice or three times, and the check digit of ISO 7064, MOD 11,10 is right.
fn de_steuer(id: &str) -> bool {
    let figures = figures(id);
    let Some((last, first)) = figures.split_last() else {
        return false;
    };
    let count = |figure: u8| {
        let alike = first.iter().copied();
        alike.filter(|one| *one == figure).count()
    };
    let n_missing = (0..10).filter(|figure| count(*figure) == 0).count();
    let most = (0..10).map(count).max().unwrap_or_default();
    let product = first.iter().fold(10, |product, figure| {
        let sum = (u32::from(*figure) + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    let check = (11 - product) % 10;
    first.first() != Some(&0)
        && (n_missing == 1 && most == 2 || n_missing == 2 && most == 3)
        && u32::from(*last) == check
}

/// Sex, month and key are right; the two departments of Corsica have a letter.
fn fr_nir(id: &str) -> bool {
    let (Some(number), Some(key)) = (id.get(..13), id.get(13..)) else {
        return false;
    };
    let month: u32 = id
        .get(3..5)
        .and_then(|month| month.parse().ok())
        .unwrap_or(99);
    let island = number.get(6..7).unwrap_or_default();
    let corsica = [("A", 1_000_000), ("B", 2_000_000)];
    let taken: u64 = corsica
        .iter()
        .find(|(letter, _)| *letter == island)
        .map_or(0, |(_, taken)| *taken);
    let number = number
        .replace(['A', 'B'], "0")
        .parse::<u64>()
        .unwrap_or_default();
    let rest = number.saturating_sub(taken) % 97;
    id.starts_with(['1', '2', '3', '4', '7', '8'])
        && (matches!(month, 1..=12 | 20..=42 | 50..=62))
        && key.parse() == Ok(97 - rest)
}

/// The letter that a Spanish number of eight digits ends with.
fn es_letter(digits: &str) -> Option<char> {
    let number: usize = digits.parse().ok()?;
    "TRWAGMYFPDXBNJZSQVHLCKE".chars().nth(number % 23)
}

fn es_dni(id: &str) -> bool {
    id.get(..8).and_then(es_letter) == id.chars().last() && !id.starts_with("00000000")
}

fn es_nie(id: &str) -> bool {
    let first = id.chars().next().and_then(|c| "XYZ".find(c));
    let digits = first
        .zip(id.get(1..8))
        .map(|(first, rest)| format!("{first}{rest}"));
    digits.is_some_and(|digits| es_letter(&digits) == id.chars().last())
}

/// A month, a day, and the check letter: each character counts by its place, odd or even.
fn it_cf(id: &str) -> bool {
    const ODD: [u32; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let value = |c: char| match c.to_digit(36) {
        Some(value) if value >= 10 => value - 10,
        value => value.unwrap_or_default(),
    };
    let sum: u32 = id
        .chars()
        .take(15)
        .enumerate()
        .map(|(n, c)| match value(c) {
            value if n % 2 == 1 => value,
            value => ODD.get(value as usize).copied().unwrap_or_default(),
        })
        .sum();
    let day: u32 = id
        .get(9..11)
        .and_then(|day| day.parse().ok())
        .unwrap_or_default();
    let month = id.chars().nth(8).unwrap_or_default();
    "ABCDEHLMPRST".contains(month)
        && matches!(day, 1..=31 | 41..=71)
        && id.chars().last().map(value) == Some(sum % 26)
}

fn nl_bsn(id: &str) -> bool {
    let figures = figures(id);
    let last = figures.last().map_or(0, |last| u32::from(*last));
    let sum = weighed(&figures, &[9, 8, 7, 6, 5, 4, 3, 2]);
    sum % 11 == last && !is_repeated(id)
}

/// A day of birth (60 more for those who only stay), and Luhn over the last ten digits.
fn se_pnr(id: &str) -> bool {
    let short = id.get(id.len().saturating_sub(10)..).unwrap_or_default();
    let number = |from: usize| {
        let two = short.get(from..from + 2);
        two.and_then(|two| two.parse::<u32>().ok())
            .unwrap_or_default()
    };
    matches!(number(2), 1..=12)
        && matches!(number(4), 1..=31 | 61..=91)
        && (id.len() == 10 || id.starts_with("19") || id.starts_with("20"))
        && luhn(&figures(short))
}

fn in_aadhaar(id: &str) -> bool {
    !id.starts_with(['0', '1']) && verhoeff(&figures(id)) && !is_repeated(id)
}

fn ca_sin(id: &str) -> bool {
    !id.starts_with(['0', '8']) && luhn(&figures(id)) && !is_repeated(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that the page above each scheme gives, and the same with its last sign changed.
    #[test]
    fn published_examples_come_out() {
        let example = |id: &str| {
            Some(match id {
                "uk-nhs" => "9434765919",
                "de-steuer" => "86095742719",
                "fr-nir" => "255081416802538",
                "es-dni" => "12345678Z",
                "es-nie" => "X1234567L",
                "it-cf" => "RSSMRA85T10A562S",
                "nl-bsn" => "111222333",
                "se-pnr" => "8112189876",
                "in-aadhaar" => "234123412346",
                "ca-sin" => "130692544",
                _ => return None,
            })
        };
        for scheme in SCHEMES {
            let Some(example) = example(scheme.id) else {
                continue;
            };
            assert!((scheme.is_right)(example), "{}", scheme.id);
            let last = example.chars().last().unwrap();
            let other = if last == '1' || last == 'A' { "2" } else { "1" };
            let changed = format!("{}{other}", example.strip_suffix(last).unwrap());
            assert!(!(scheme.is_right)(&changed), "{}", scheme.id);
        }
        assert!(us_ssn("408472544") && !us_ssn("666472544") && !us_ssn("908472544"));
        assert!(uk_nino("AB123456C") && !uk_nino("QQ123456C") && !uk_nino("AB123456E"));
    }
}
