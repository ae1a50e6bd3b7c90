//! What a value looks like: chosen by a person, made for a program, or neither.
//!
//! Never: reads what stands around the value.

use super::digits::entropy;

/// Whether a program could send it: one row of letters and digits that tells enough.
pub(super) fn is_key(value: &str, least: usize, bits: f64) -> bool {
    let is_row = value
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"_-+/=.~:".contains(&byte));
    let has_digit = value.bytes().any(|byte| byte.is_ascii_digit());
    let has_letter = value.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_contract = value.starts_with("0x") && value.len() == 42;
    value.len() >= least
        && is_row
        && has_letter
        && (has_digit || n_rises(value) >= 4)
        && entropy(value) >= bits
        && !is_contract
        && !value.contains("://")
}

/// `123e4567-e89b-12d3-a456-426614174000`
pub(super) fn is_uuid(value: &str) -> bool {
    let groups = value.split('-').map(|group| {
        let is_hex = group.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_hex { group.len() } else { 0 }
    });
    groups.eq([8, 4, 4, 4, 12]) && entropy(value) >= 3.0
}

/// How often a capital follows a small letter.
fn n_rises(value: &str) -> usize {
    let bytes = value.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    pairs
        .filter(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase())
        .count()
}

/// Which sorts of characters a value has.
struct Mix {
    n: usize,
    /// Small letters, capitals, digits, signs: 1 for each that is there.
    sorts: [usize; 4],
}

impl Mix {
    fn of(value: &str) -> Self {
        let any = |is: fn(char) -> bool| usize::from(value.contains(is));
        let is_sign =
            |c: char| c.is_ascii_punctuation() && !matches!(c, '-' | '\'' | '.' | ',' | '/');
        Self {
            n: value.chars().count(),
            sorts: [
                any(char::is_lowercase),
                any(char::is_uppercase),
                any(|c| c.is_ascii_digit()),
                any(is_sign),
            ],
        }
    }

    fn n_sorts(&self) -> usize {
        self.sorts.iter().sum()
    }

    const fn has_letter(&self) -> bool {
        let [small, capital, ..] = self.sorts;
        small + capital > 0
    }

    const fn has_digit(&self) -> bool {
        let [_, _, digit, _] = self.sorts;
        digit > 0
    }

    const fn has_sign(&self) -> bool {
        let [.., sign] = self.sorts;
        sign > 0
    }
}

/// Eight characters of three sorts, one of them a digit.
pub(super) fn is_strong(value: &str) -> bool {
    let mix = Mix::of(value);
    mix.n >= 8 && mix.n_sorts() >= 3 && mix.has_digit() && is_one_word(value)
}

/// Whether somebody who says "password is" means the value that follows.
pub(super) fn is_plain_password(value: &str) -> bool {
    let mix = Mix::of(value);
    let is_mixed = mix.has_letter() && mix.has_digit() && mix.n >= 6;
    let is_marked = mix.n_sorts() >= 3 && mix.n >= 6;
    let is_risen = n_rises(value) >= 2 && mix.n >= 8;
    is_one_word(value) && (is_mixed || is_marked || is_risen) && !is_measure(value)
}

/// The same behind a sign, where less is needed.
pub(super) fn is_password(value: &str) -> bool {
    let mix = Mix::of(value);
    let is_number =
        !mix.has_letter() && mix.has_digit() && mix.n >= 6 && !value.contains(['/', ':']);
    let is_marked = mix.has_letter() && mix.has_sign() && mix.n >= 6;
    let is_mixed = mix.has_letter() && mix.has_digit() && mix.n >= 5;
    let is_long = mix.n >= 16 && entropy(value) >= 3.0;
    is_one_word(value)
        && (is_plain_password(value) || is_number || is_marked || is_mixed || is_long)
        && !is_measure(value)
}

fn is_one_word(value: &str) -> bool {
    !value.contains(char::is_whitespace) && !value.contains("://") && !value.starts_with(['#', '@'])
}

/// `12-character`, `8-16`, `2FA`, `24h`, `10pm`.
fn is_measure(value: &str) -> bool {
    let rest = value.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number_first = rest.len() < value.len();
    let is_short_unit =
        rest.len() <= 3 && rest.chars().all(char::is_alphabetic) && !rest.is_empty();
    let is_joined = rest.strip_prefix('-').is_some_and(|unit| {
        !unit.contains(|c: char| !c.is_alphabetic() && c != '-')
            || unit.chars().all(|c| c.is_ascii_digit())
    });
    is_number_first && (is_short_unit || is_joined || rest.starts_with('+'))
}

/// `getToken()`, `os.environ["KEY"]`, `config.password`.
pub(super) fn is_code(value: &str) -> bool {
    let is_call = value.contains('(') && value.ends_with(')') || value.ends_with("()");
    let has_digit = value.contains(|c: char| c.is_ascii_digit());
    is_call
        || value.contains('.') && !has_digit
        || value.starts_with("env.")
        || value.starts_with("os.")
}
