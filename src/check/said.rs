//! Passwords and keys that a text names: `api_key = "…"`, `password: …`, `the wifi password is …`.
//!
//! Never: knows what a key of some service looks like; it goes by the words around it.

use super::advice::is_advice;
use super::announced::{Sort, announced};
use super::codes::{code, login, option, phrase};
use super::kept_back::{around, speaks_of};
use super::likely::{is_code, is_key, is_password, is_plain_password, is_strong, is_uuid};
use super::placeholder::{is_famous, stands_for_one};
use super::tied::{Tie, closing, cut, tied};
use crate::text::Span;

/// How far a value may reach behind its word, and a link before it, in bytes.
const REACH: usize = 600;

/// Where values stand that a word announces, in order.
pub(super) fn values(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (word, sort) in announced(text) {
        let from = out.last().map_or(0, |last| last.end);
        if word.start < from {
            continue;
        }
        match sort {
            Sort::Code => out.extend(code(text, word)),
            Sort::Phrase => out.extend(phrase(text, word)),
            Sort::Login => out.extend(login(text, word)),
            Sort::Option => out.extend(option(text, word)),
            Sort::Password | Sort::Key | Sort::Sent | Sort::Bare => {
                let before = value_before(text, word, sort).filter(|span| span.start >= from);
                let found = before.or_else(|| value(text, word, sort));
                out.extend(found);
                out.extend(found.and_then(|found| next_value(text, found)));
            }
        }
    }
    out
}

/// The value behind a word.
fn value(text: &str, word: Span, sort: Sort) -> Option<Span> {
    let end = text.floor_char_boundary(text.len().min(word.end + REACH));
    let rest = Span::new(word.end, end).of(text);
    let tail = rest.len() - rest.trim_start_matches(is_of_name).len();
    let name_tail = rest.get(..tail)?;
    if name_tail.starts_with(char::is_lowercase) && sort != Sort::Bare {
        // "passwords", "tokenised"
        return None;
    }
    let rest = rest.get(tail..)?;
    let is_link = is_in_link(text, word.start);
    let (tie, rest) = match rest
        .strip_prefix("'s ")
        .or_else(|| rest.strip_prefix("’s "))
    {
        Some(rest) if sort == Sort::Password => (Tie::Word, rest),
        _ => {
            let rest = rest.trim_start_matches(['"', '\'', '`', '*', '”', '’', ')']);
            tied(rest, word.of(text), sort != Sort::Bare)?
        }
    };
    let rest = rest.trim_start_matches(' ');
    let (quote, rest) = match rest.chars().next().and_then(closing) {
        Some(close) => {
            let n = rest.chars().next().map_or(0, char::len_utf8);
            (Some(close), rest.get(n..)?)
        }
        None => (None, rest),
    };
    let value = cut(rest, quote, is_link);
    let start = end - rest.len();
    let span = Span::new(start, start + value.len());
    let behind = rest.get(value.len()..)?;
    let is_told = match (sort, tie) {
        (Sort::Password, _) if quote.is_some() && value.contains(' ') => {
            tie != Tie::Nothing && is_of_words(value)
        }
        (Sort::Password, _) => is_told_password(text, word, tie, value, behind),
        (Sort::Bare, Tie::Word | Tie::Nothing)
        | (Sort::Code | Sort::Phrase | Sort::Login | Sort::Option, _) => false,
        (Sort::Bare, Tie::Sign) => is_told_bare(text, word, value) && !is_link,
        (Sort::Sent, _) => is_key(value, 12, 3.0),
        (Sort::Key, Tie::Nothing) => is_key(value, 24, 3.5) || is_uuid(value),
        (Sort::Key, _) => is_key(value, 16, 3.0) || tie == Tie::Sign && is_strong(value),
    };
    let is_real = is_told && !stands_for_one(value) && !is_code(value);
    let is_meant =
        tie == Tie::Sign && matches!(sort, Sort::Key | Sort::Sent) || !is_advice(text, word);
    let is_named = !is_famous(value)
        || sort == Sort::Password && tie != Tie::Nothing && is_of_login(text, word);
    (is_real && is_meant && is_named).then_some(span)
}

/// Whether what follows a word for a password is one.
fn is_told_password(text: &str, word: Span, tie: Tie, value: &str, behind: &str) -> bool {
    let is_in_question = behind.starts_with('?');
    match tie {
        Tie::Sign => is_password(value) || is_lone_word(text, word, value, behind),
        Tie::Word => {
            (is_plain_password(value) || is_lone_word(text, word, value, behind)) && !is_in_question
        }
        Tie::Nothing => {
            let is_strong = is_strong(value) || is_plain_password(value) && is_of_entry(text, word);
            is_strong && !is_in_question
        }
    }
}

/// Whether `key: …` or `pass: …` gives something away.
fn is_told_bare(text: &str, word: Span, value: &str) -> bool {
    let is_pass = word.of(text).eq_ignore_ascii_case("pass");
    is_key(value, 20, 3.3) || is_pass && is_strong(value)
}

/// A word of the language, alone behind "the wifi password is".
fn is_lone_word(text: &str, word: Span, value: &str, behind: &str) -> bool {
    let is_word = value.chars().all(|c| c.is_alphabetic() || c == '-') && value.chars().count() > 5;
    let is_end = behind.is_empty() || behind.starts_with(['.', ',', '!', '\n', ')', ';']);
    let small = value.to_lowercase();
    let is_said_of_it = [
        "ed", "en", "ing", "able", "ible", "ly", "ful", "less", "ous", "t",
    ];
    let is_said_of_it =
        is_said_of_it.iter().any(|end| small.ends_with(end)) || OF_A_PASSWORD.contains(&&*small);
    let is_joined = value.contains('-');
    is_word
        && is_end
        && (is_joined || !is_said_of_it)
        && speaks_of(&around(text, word, 24, 24), WIRELESS)
}

/// Words that say something of a password.
const OF_A_PASSWORD: &[&str] = &[
    "simple",
    "public",
    "private",
    "always",
    "inside",
    "upstairs",
    "downstairs",
    "nearby",
    "behind",
    "online",
    "please",
    "though",
    "anyway",
    "either",
    "another",
    "optional",
    "password",
    "whatever",
    "nothing",
    "unsecure",
    "insecure",
    "unique",
    "longer",
    "shorter",
    "better",
    "stronger",
    "weaker",
    "tomorrow",
    "together",
    "everywhere",
    "counter",
    "reception",
    "geheim",
    "kostenlos",
    "gratis",
    "einfach",
    "gratuit",
    "overleaf",
    "overthere",
];

/// Words of a network that guests use.
const WIRELESS: &[&str] = &[
    "wifi", "wi-fi", "wlan", "w-lan", "guest", "guests", "gäste", "hotspot", "wireless", "network",
];

/// Words of something that one gets into.
const LOGINS: &[&str] = &[
    "wifi",
    "wi-fi",
    "wlan",
    "w-lan",
    "guest",
    "guests",
    "gäste",
    "hotspot",
    "login",
    "log in",
    "sign in",
    "user",
    "username",
    "portal",
    "account",
    "server",
    "router",
    "staging",
    "site",
    "network",
    "ssid",
    "vpn",
    "door",
    "laptop",
    "dashboard",
    "database",
    "shared",
    "intranet",
    "anmeldung",
    "konto",
    "compte",
    "cuenta",
    "our",
    "everybody's",
];

/// Whether the word is about getting in somewhere; a password that everybody knows is one there, too.
fn is_of_login(text: &str, word: Span) -> bool {
    let near = around(text, word, 32, 48);
    let (lead, tail) = near.split_once('\u{0}').unwrap_or((&near, ""));
    let lead = lead.rsplit(". ").next().unwrap_or(lead);
    let tail = tail.split(['.', '!', '?']).next().unwrap_or(tail);
    speaks_of(lead, LOGINS) || speaks_of(tail, LOGINS)
}

/// Whether the word is a part of an entry: "Wi-Fi: Gast / Passwort", "anna@mail.example, password".
fn is_of_entry(text: &str, word: Span) -> bool {
    let lead = around(text, word, 32, 0);
    let lead = lead.split('\u{0}').next().unwrap_or_default();
    lead.trim_end().ends_with(['/', ',', '|', ';'])
        && (lead.contains('@') || speaks_of(lead, LOGINS))
}

/// Words in quotation marks that somebody types in, or a value with spaces in it.
fn is_of_words(value: &str) -> bool {
    const FEWEST: usize = 4;
    let words = value.split(' ');
    let is_plain = |word: &str| {
        word.len() > 2 && word.chars().all(char::is_alphanumeric) && !COMMON.contains(&word)
    };
    let joined: String = value.split(' ').collect();
    let n_words = words.clone().count();
    n_words >= FEWEST && words.clone().all(is_plain) || n_words < FEWEST && is_strong(&joined)
}

/// Words of a sentence.
const COMMON: &[&str] = &[
    "the", "and", "you", "your", "for", "please", "with", "are", "not", "this", "that", "our",
    "from", "was", "has",
];

/// The value before a word: "use … as the password", "… is our wifi password".
fn value_before(text: &str, word: Span, sort: Sort) -> Option<Span> {
    const REACH: usize = 80;
    if sort != Sort::Password {
        return None;
    }
    let start = text.floor_char_boundary(word.start.saturating_sub(REACH));
    let lead = Span::new(start, word.start).of(text);
    let mut before = lead.rsplit('\n').next()?.trim_end_matches(' ');
    let start = start + lead.len() - lead.rsplit('\n').next()?.len();
    let mut is_tied = false;
    for _ in 0..4 {
        let (rest, last) = before.rsplit_once(' ')?;
        before = rest;
        let last = last.to_lowercase();
        is_tied = BEFORE.contains(&last.as_str());
        if is_tied || !is_of_place(&last) {
            break;
        }
    }
    let bare = before.trim_end_matches(['"', '\'', '”', '’', '`', ',', '»']);
    let value = bare
        .rsplit([' ', '"', '\'', '“', '‘', '`', '«', '('])
        .next()?;
    let from = start + bare.len() - value.len();
    let is_real = is_tied && is_plain_password(value) && !stands_for_one(value) && !is_code(value);
    (is_real && !is_advice(text, Span::at(from))).then(|| Span::new(from, from + value.len()))
}

/// Words that tie a value to the word behind it.
const BEFORE: &[&str] = &[
    "is", "as", "ist", "als", "est", "es", "comme", "como", "è", "är",
];

/// "our", "the wifi"
fn is_of_place(word: &str) -> bool {
    let of_it = [
        "your", "the", "our", "my", "new", "their", "current", "das", "dein", "unser", "le",
        "notre", "la",
    ];
    of_it.contains(&word) || WIRELESS.contains(&word) || LOGINS.contains(&word)
}

/// A second value right behind one: "from … to …", "… or …".
fn next_value(text: &str, found: Span) -> Option<Span> {
    let end = text.floor_char_boundary(text.len().min(found.end + REACH));
    let rest = Span::new(found.end, end).of(text);
    let lead = rest.trim_start_matches(['"', '\'', '”', '’', '`']);
    let joint = [
        " to ", " or ", " and ", " und ", " oder ", " et ", " y ", " / ",
    ];
    let behind = joint.iter().find_map(|joint| lead.strip_prefix(joint))?;
    let behind = behind.trim_start_matches(['"', '\'', '“', '‘', '`']);
    let value = cut(behind, None, false);
    let start = end - behind.len();
    (is_plain_password(value) && !stands_for_one(value))
        .then(|| Span::new(start, start + value.len()))
}

/// Whether the word is a part of a link, as far as can be seen.
fn is_in_link(text: &str, at: usize) -> bool {
    let start = text.floor_char_boundary(at.saturating_sub(REACH));
    let lead = Span::new(start, at).of(text);
    let lead = lead.rsplit(char::is_whitespace).next();
    lead.is_some_and(|lead| lead.contains('?') || lead.contains("://"))
}

const fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}
