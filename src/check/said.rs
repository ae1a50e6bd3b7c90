//! Passwords and keys that a text names: `api_key = "…"`, `password: …`, `the wifi password is …`.
//!
//! Never: knows what a key of some service looks like; it goes by the word in front of it.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::kept_back::speaks_of;
use super::likely::{is_code, is_key, is_password, is_plain_password, is_strong};
use super::placeholder::is_placeholder;
use crate::text::Span;

/// What a word announces.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sort {
    /// Something that a person types in.
    Password,
    /// Something that a program sends.
    Key,
    /// A word that means much else; only an assignment in code counts.
    Bare,
}

/// The words, in small letters, each with what it announces.
const WORDS: &[(&str, Sort)] = &[
    ("password", Sort::Password),
    ("passwd", Sort::Password),
    ("passphrase", Sort::Password),
    ("passcode", Sort::Password),
    ("pass", Sort::Bare),
    ("pwd", Sort::Password),
    ("pw", Sort::Password),
    ("passwort", Sort::Password),
    ("kennwort", Sort::Password),
    ("mot de passe", Sort::Password),
    ("contraseña", Sort::Password),
    ("clave", Sort::Password),
    ("senha", Sort::Password),
    ("wachtwoord", Sort::Password),
    ("lösenord", Sort::Password),
    ("hasło", Sort::Password),
    ("пароль", Sort::Password),
    ("密码", Sort::Password),
    ("パスワード", Sort::Password),
    ("비밀번호", Sort::Password),
    ("credential", Sort::Password),
    ("secret", Sort::Key),
    ("token", Sort::Key),
    ("api key", Sort::Key),
    ("api_key", Sort::Key),
    ("api-key", Sort::Key),
    ("apikey", Sort::Key),
    ("access key", Sort::Key),
    ("access_key", Sort::Key),
    ("accesskey", Sort::Key),
    ("account_key", Sort::Key),
    ("accountkey", Sort::Key),
    ("private_key", Sort::Key),
    ("private key", Sort::Key),
    ("encryption key", Sort::Key),
    ("encryption_key", Sort::Key),
    ("bearer", Sort::Key),
    ("key", Sort::Bare),
];

static MARKS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(WORDS.iter().map(|(word, _)| word))
        .ok()
});

/// How a value is tied to its word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Tie {
    /// By a sign: `=`, `:`, `=>`.
    Sign,
    /// By a word: `is`, `was`, `to`.
    Word,
    /// It just follows.
    Nothing,
}

/// How far a value may reach behind its word, and a link before it, in bytes.
const REACH: usize = 600;

/// Where values stand that a word announces, in order.
pub(super) fn values(text: &str) -> Vec<Span> {
    let Some(marks) = &*MARKS else {
        return Vec::new();
    };
    let mut out: Vec<Span> = Vec::new();
    for mark in marks.find_iter(text) {
        let sort = WORDS.get(mark.pattern().as_usize()).map(|(_, sort)| *sort);
        let is_new = out.last().is_none_or(|last| last.end <= mark.start());
        if let Some(sort) = sort.filter(|_| is_new && is_word_start(text, mark.start())) {
            out.extend(value(text, Span::new(mark.start(), mark.end()), sort));
        }
    }
    out
}

/// Whether a word begins there: at the start, behind what is no letter, at a hump; in scripts without
/// capitals anywhere.
fn is_word_start(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let is_hump = text
        .get(at..)
        .is_some_and(|rest| rest.starts_with(char::is_uppercase));
    before.is_none_or(|c| !c.is_lowercase() && !c.is_uppercase() || is_hump && c.is_lowercase())
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
    let rest = rest.trim_start_matches(['"', '\'', '`', '*', '”', '’', ')']);
    let (tie, rest) = tied(rest, sort)?;
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
    let is_in_question = rest
        .get(value.len()..)
        .is_some_and(|behind| behind.starts_with('?'));
    let is_told = match (sort, tie) {
        (Sort::Bare, Tie::Word | Tie::Nothing) => false,
        (Sort::Key, Tie::Nothing) => is_key(value, 24, 3.5),
        (Sort::Bare, Tie::Sign) => !is_link && is_key(value, 20, 3.3),
        (Sort::Key, _) => is_key(value, 16, 3.0) || tie == Tie::Sign && is_strong(value),
        (Sort::Password, Tie::Sign) => is_password(value),
        (Sort::Password, Tie::Word) => is_plain_password(value) && !is_in_question,
        (Sort::Password, Tie::Nothing) => is_strong(value) && !is_in_question,
    };
    let is_real = is_told && !is_placeholder(value) && !is_code(value);
    (is_real && (tie == Tie::Sign && sort == Sort::Key || !is_advice(text, word))).then_some(span)
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

/// What closes a quotation that is opened by `c`.
const fn closing(c: char) -> Option<char> {
    Some(match c {
        '"' => '"',
        '\'' => '\'',
        '`' => '`',
        '“' | '„' | '”' => '”',
        '‘' | '’' => '’',
        '«' => '»',
        _ => return None,
    })
}

/// What ties a value to the word, and the text behind it.
fn tied(rest: &str, sort: Sort) -> Option<(Tie, &str)> {
    let near = rest.trim_start_matches([' ', '\t']);
    for sign in [":=", "=>", "->", "==", "=", ":", "："] {
        if let Some(behind) = near.strip_prefix(sign) {
            // what stands on the next line belongs to it as well
            let behind = behind.trim_start_matches([' ', '\t']);
            return Some((Tie::Sign, behind.strip_prefix('\n').unwrap_or(behind)));
        }
    }
    if let Some(behind) = tying_word(near) {
        return Some((Tie::Word, behind));
    }
    if sort == Sort::Bare {
        return None;
    }
    // "the password for the guest wifi is", "password (guests):"
    let clause = near.split(['.', '\n', '!', '?', ';', ',']).next()?;
    let clause = Span::new(0, clause.floor_char_boundary(48)).of(clause);
    let is_aside = [
        "for ", "to ", "of ", "on ", "in ", "at ", "für ", "pour ", "para ", "(",
    ]
    .iter()
    .any(|word| clause.starts_with(word));
    if is_aside {
        let places = clause
            .char_indices()
            .filter(|(_, c)| matches!(c, ' ' | ':'));
        for (at, c) in places {
            let behind = near.get(at..)?;
            if c == ':' {
                return Some((Tie::Sign, behind.get(1..)?));
            }
            if let Some(behind) = tying_word(behind.trim_start()) {
                return Some((Tie::Word, behind));
            }
        }
        return None;
    }
    Some((Tie::Nothing, near))
}

/// The text behind a word that says what something is.
fn tying_word(text: &str) -> Option<&str> {
    const WORDS: &[&str] = &[
        "is", "was", "will be", "to", "now", "ist", "lautet", "war", "est", "es", "é", "è", "är",
        "jest", "are", "becomes",
    ];
    let mut text = text;
    let mut found = None;
    // "is now"
    for _ in 0..2 {
        let word = WORDS.iter().find_map(|word| {
            let head = text.get(..word.len())?;
            let behind = text.get(word.len()..)?;
            (head.eq_ignore_ascii_case(word) && behind.starts_with([' ', ':', '\n']))
                .then_some(behind)
        });
        let Some(behind) = word else { break };
        text = behind.trim_start_matches([' ', ':', '\n']);
        found = Some(text);
    }
    found
}

/// The value at the start of `rest`, up to its closing quote or a space, without the marks of the
/// sentence.
fn cut(rest: &str, quote: Option<char>, is_link: bool) -> &str {
    const MOST: usize = 500;
    let rest = Span::new(0, rest.floor_char_boundary(MOST)).of(rest);
    let ends = |c: char| {
        quote == Some(c) || quote.is_none() && c.is_whitespace() || c == '\n' || is_link && c == '&'
    };
    let value = rest.split(ends).next().unwrap_or_default();
    if quote.is_some() {
        return value;
    }
    let is_mark = |c: char| {
        matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | ']'
                | '}'
                | '"'
                | '\''
                | '`'
                | '”'
                | '’'
                | '»'
        )
    };
    value.trim_end_matches(is_mark)
}

/// Whether the text before the word speaks about passwords as such: "never use", "such as".
fn is_advice(text: &str, word: Span) -> bool {
    const WORDS: &[&str] = &[
        "never",
        "don't",
        "don’t",
        "do not",
        "avoid",
        "instead of",
        "such as",
        "for example",
        "e.g",
        "like",
        "most common",
        "worst",
        "please stop",
        "imagine",
        "nie",
        "niemals",
        "jamais",
        "nunca",
        "joke",
        "example",
        "fake",
    ];
    let start = text.floor_char_boundary(word.start.saturating_sub(40));
    let lead = Span::new(start, word.start).of(text);
    let lead = lead.rsplit(['.', '\n', '!']).next().unwrap_or(lead);
    speaks_of(&lead.to_lowercase(), WORDS)
}
