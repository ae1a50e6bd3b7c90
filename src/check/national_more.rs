//! More numbers that countries give to people; most need their own word beside them.
//!
//! Never: finds anything; it says what a row of digits and letters can be.

use super::digits::{figures, weighed};
use super::national::{Scheme, is_repeated};

/// Those of them that are written like many other numbers.
pub(super) const MORE: &[Scheme] = &[
    // <https://pt.wikipedia.org/wiki/Cadastro_de_Pessoas_F%C3%ADsicas>
    Scheme {
        id: "br-cpf",
        forms: &[
            ("###.###.###-##", true),
            ("###########", false),
            ("### ### ### ##", false),
        ],
        is_right: br_cpf,
        words: &["cpf", "cadastro"],
    },
    // <https://en.wikipedia.org/wiki/PESEL>
    Scheme {
        id: "pl-pesel",
        forms: &[("###########", false)],
        is_right: pl_pesel,
        words: &["pesel"],
    },
    // <https://de.wikipedia.org/wiki/Sozialversicherungsnummer_(Schweiz)>
    Scheme {
        id: "ch-ahv",
        forms: &[
            ("###.####.####.##", true),
            ("#############", false),
            ("### #### #### ##", false),
        ],
        is_right: ch_ahv,
        words: &["ahv", "avs", "ahv-nummer", "oasi", "versichertennummer"],
    },
    // <https://en.wikipedia.org/wiki/Personal_Public_Service_Number>
    Scheme {
        id: "ie-pps",
        forms: &[
            ("#######AA", false),
            ("#######A", false),
            ("####### A", false),
        ],
        is_right: ie_pps,
        words: &["pps", "ppsn", "pps number", "personal public service"],
    },
    // <https://en.wikipedia.org/wiki/National_identification_number#Finland>
    Scheme {
        id: "fi-hetu",
        forms: &[
            ("######-###A", false),
            ("######-####", false),
            ("######A###A", false),
            ("######A####", false),
        ],
        is_right: fi_hetu,
        words: &["hetu", "henkilötunnus", "sotu"],
    },
    // <https://en.wikipedia.org/wiki/Personal_identification_number_(Denmark)>
    Scheme {
        id: "dk-cpr",
        forms: &[
            ("######-####", false),
            ("##########", false),
            ("###### ####", false),
        ],
        is_right: dk_cpr,
        words: &["cpr", "cpr-nummer", "cpr-nr", "personnummer"],
    },
    // <https://en.wikipedia.org/wiki/Tax_file_number>
    Scheme {
        id: "au-tfn",
        forms: &[
            ("### ### ###", false),
            ("#########", false),
            ("###-###-###", false),
        ],
        is_right: au_tfn,
        words: &["tfn", "tax file"],
    },
    // <https://en.wikipedia.org/wiki/National_identity_number_(Norway)>
    Scheme {
        id: "no-fnr",
        forms: &[("###########", false), ("###### #####", false)],
        is_right: no_fnr,
        words: &["fødselsnummer", "personnummer", "fnr", "fodselsnummer"],
    },
    // <https://en.wikipedia.org/wiki/National_identification_number#Czech_Republic_and_Slovakia>
    Scheme {
        id: "cz-rc",
        forms: &[("######/####", false), ("##########", false)],
        is_right: cz_rc,
        words: &["rodné číslo", "rodne cislo", "rodné", "rč"],
    },
    // <https://en.wikipedia.org/wiki/Unique_Population_Registry_Code>
    Scheme {
        id: "mx-curp",
        forms: &[("AAAA######AAAAAA##", true), ("AAAA######AAAAAAA#", true)],
        is_right: mx_curp,
        words: &["curp"],
    },
    // <https://en.wikipedia.org/wiki/National_Registration_Identity_Card>
    Scheme {
        id: "sg-nric",
        forms: &[("A#######A", false)],
        is_right: sg_nric,
        words: &["nric", "fin number"],
    },
    // <https://en.wikipedia.org/wiki/National_identification_number#Romania>
    Scheme {
        id: "ro-cnp",
        forms: &[("#############", false)],
        is_right: ro_cnp,
        words: &["cnp", "cod numeric personal"],
    },
    // <https://en.wikipedia.org/wiki/Unique_citizenship_number>
    Scheme {
        id: "bg-egn",
        forms: &[("##########", false)],
        is_right: bg_egn,
        words: &["egn", "егн"],
    },
];

fn br_cpf(id: &str) -> bool {
    let figures = figures(id);
    let check = |n: usize| {
        let weights: Vec<u32> = (2..=11).rev().skip(10 - n).collect();
        let first = figures.get(..n).unwrap_or_default();
        let rest = weighed(first, &weights) * 10 % 11 % 10;
        figures
            .get(n)
            .is_some_and(|figure| u32::from(*figure) == rest)
    };
    check(9) && check(10) && !is_repeated(id)
}

/// The last figure of a number.
fn last(figures: &[u8]) -> u32 {
    figures.last().map_or(0, |last| u32::from(*last))
}

/// Whether two digits from a place on are a month, and the two at another a day.
fn is_date(figures: &[u8], month: usize, day: usize, turns: &[u32]) -> bool {
    let two = |at: usize| {
        let pair = figures.get(at..at + 2).unwrap_or_default();
        pair.iter()
            .fold(0, |sum, figure| sum * 10 + u32::from(*figure))
    };
    let month = two(month);
    let is_month = turns
        .iter()
        .any(|turn| (1..=12).contains(&month.wrapping_sub(*turn)));
    is_month && (1..=31).contains(&(two(day) % 40))
}

fn pl_pesel(id: &str) -> bool {
    let figures = figures(id);
    let sum = weighed(&figures, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
    (10 - sum % 10) % 10 == last(&figures) && is_date(&figures, 2, 4, &[0, 20, 40, 60, 80])
}

/// Begins with the number of the country; EAN-13.
fn ch_ahv(id: &str) -> bool {
    let figures = figures(id);
    let sum = weighed(&figures, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
    id.starts_with("756") && (10 - sum % 10) % 10 == last(&figures)
}

fn ie_pps(id: &str) -> bool {
    let figures = figures(id);
    let mut letters = id.chars().filter(char::is_ascii_uppercase);
    let value = |c: char| c.to_digit(36).map_or(0, |value| value - 9);
    let check = letters.next().map_or(99, value);
    let more = letters
        .next()
        .map_or(0, |c| if c == 'W' { 0 } else { value(c) });
    let sum = weighed(&figures, &[8, 7, 6, 5, 4, 3, 2]) + 9 * more;
    sum % 23 == check % 23 && check < 24
}

/// The remainder of the nine digits by 31 is the last sign.
fn fi_hetu(id: &str) -> bool {
    const SIGNS: &str = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    let (Some(head), Some(check)) = (id.get(..id.len().saturating_sub(1)), id.chars().last())
    else {
        return false;
    };
    let digits: String = head.chars().filter(char::is_ascii_digit).collect();
    let rest = digits.parse::<usize>().map_or(99, |number| number % 31);
    digits.len() == 9
        && SIGNS.chars().nth(rest) == Some(check)
        && is_date(&figures(&digits), 2, 0, &[0])
}

/// A day of birth; the sum has not been kept since 2007.
fn dk_cpr(id: &str) -> bool {
    is_date(&figures(id), 2, 0, &[0])
}

fn au_tfn(id: &str) -> bool {
    weighed(&figures(id), &[1, 4, 3, 7, 5, 8, 6, 9, 10]).is_multiple_of(11)
}

fn no_fnr(id: &str) -> bool {
    let figures = figures(id);
    let first = weighed(&figures, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11;
    let second = weighed(&figures, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11;
    first == 0 && second == 0
}

/// Women have 50 more months, and 20 more where a day had no numbers left.
fn cz_rc(id: &str) -> bool {
    let number = id.parse::<u64>().unwrap_or(1);
    number % 11 == 0 && is_date(&figures(id), 2, 4, &[0, 20, 50, 70])
}

/// A day of birth, a sex, and the sum over digits and letters.
fn mx_curp(id: &str) -> bool {
    const SIGNS: &str = "0123456789ABCDEFGHIJKLMN\u{d1}OPQRSTUVWXYZ";
    let digits: String = id.chars().skip(4).take(6).collect();
    let values = id
        .chars()
        .take(17)
        .map(|c| SIGNS.chars().position(|sign| sign == c).unwrap_or(0));
    let sum: usize = values
        .zip((2..=18).rev())
        .map(|(value, weight)| value * weight)
        .sum();
    let sex = id.chars().nth(10);
    let check = id.chars().last().and_then(|c| c.to_digit(10));
    matches!(sex, Some('H' | 'M' | 'X'))
        && is_date(&figures(&digits), 2, 4, &[0])
        && check == u32::try_from((10 - sum % 10) % 10).ok()
}

fn sg_nric(id: &str) -> bool {
    let first = id.chars().next().unwrap_or_default();
    let shift = if matches!(first, 'T' | 'G') { 4 } else { 0 };
    let rest = (weighed(&figures(id), &[2, 7, 6, 5, 4, 3, 2]) + shift) % 11;
    let letters = match first {
        'S' | 'T' => "JZIHGFEDCBA",
        'F' | 'G' => "XWUTRQPNMLK",
        _ => return false,
    };
    letters.chars().nth(rest as usize) == id.chars().last()
}

fn ro_cnp(id: &str) -> bool {
    let figures = figures(id);
    let rest = weighed(&figures, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    (if rest == 10 { 1 } else { rest }) == last(&figures) && is_date(&figures, 3, 5, &[0])
}

/// Those born before 1900 have 20 more months, those after 1999 have 40 more.
fn bg_egn(id: &str) -> bool {
    let figures = figures(id);
    let rest = weighed(&figures, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10;
    rest == last(&figures) && is_date(&figures, 2, 4, &[0, 20, 40])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the page above each scheme, and the same with one digit changed.
    #[test]
    fn published_examples_come_out() {
        for (id, example, changed) in [
            ("br-cpf", "11144477735", "11144477736"),
            ("pl-pesel", "44051401359", "44051401358"),
            ("ch-ahv", "7569217076985", "7569217076986"),
            ("ie-pps", "1234567T", "1234568T"),
            ("ie-pps", "1234567FA", "1234568FA"),
            ("fi-hetu", "131052308T", "131052309T"),
            ("dk-cpr", "0707614285", "0717614285"),
            ("au-tfn", "123456782", "123456783"),
            ("no-fnr", "01010750160", "01010750161"),
            ("cz-rc", "7360285163", "7360285164"),
            ("mx-curp", "HEGG560427MVZRRL04", "HEGG560427MVZRRL05"),
            ("sg-nric", "S1234567D", "S1234568D"),
            ("ro-cnp", "1800101221144", "1800101221145"),
            ("bg-egn", "7523169263", "7523169264"),
        ] {
            let scheme = MORE.iter().find(|scheme| scheme.id == id).unwrap();
            assert!((scheme.is_right)(example), "{id} {example}");
            assert!(!(scheme.is_right)(changed), "{id} {changed}");
        }
    }
}
