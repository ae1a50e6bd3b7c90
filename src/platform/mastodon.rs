//! Mastodon: graphemes, a link with a scheme 23, `@user@host` as `@user`.
//!
//! What the server decides (`app/validators/status_length_validator.rb`, `app/lib/extractor.rb` and
//! `config/initializers/twitter_regex.rb` of <https://github.com/mastodon/mastodon>). Its web page
//! counts some scripts higher (`mastodon_web`); the server has the last word.
//!
//! Never: shortens a name without a scheme; `shop.example` counts in full.

use std::sync::LazyLock;

use regex::Regex;

use super::count::{Part, Tally, What};
use super::host::{is_latin_accent, is_refused, is_space, turns_direction};
use super::link::{Rules, links};
use super::piece::{Rewritten, counted};
use super::tld::Version;
use crate::text::Span;

/// As many characters as a link is counted for.
const PLACEHOLDER: &str = "xxxxxxxxxxxxxxxxxxxxxxx";

/// The rules of `twitter_regex.rb` over those of the Ruby twitter-text.
const RULES: Rules = Rules {
    version: Version::Ruby,
    schemes: &[
        "https://",
        "http://",
        "dat://",
        "dweb://",
        "ipfs://",
        "ipns://",
        "ssb://",
        "gopher://",
        "gemini://",
    ],
    bare: false,
    is_plain: false,
    is_host,
    is_path,
    ends_path,
    in_last_brackets,
    is_query,
    ends_query,
};

/// `Account::MENTION_RE`, without what must not stand before it.
static MENTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = r"[\p{L}\p{M}\p{Nd}\p{Pc}]";
    let user = r"[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*";
    Regex::new(&format!(r"@({user})(?:@{word}+(?:[.-]+{word}+)*)?")).ok()
});

/// A character of a word, as Ruby's `[[:word:]]` has it.
static WORD: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[\p{L}\p{M}\p{Nd}\p{Pc}]\z").ok());

/// Counts `text` as a Mastodon server does; white space alone is nothing.
pub(super) fn tally(text: &str) -> Tally {
    if text.trim().is_empty() {
        let blank = Part {
            what: What::Text,
            used: 0,
            span: Span::all(text),
        };
        let parts = if text.is_empty() { vec![] } else { vec![blank] };
        return Tally { parts, also: None };
    }
    let mut found = shortened_links(text);
    found.extend(shortened_mentions(text));
    found.sort_by_key(|one| one.span.start);
    let mut end = 0;
    found.retain(|one| {
        let is_free = one.span.start >= end;
        if is_free {
            end = one.span.end;
        }
        is_free
    });
    Tally {
        parts: counted(text, &found).parts,
        also: None,
    }
}

/// Links, each as its placeholder.
fn shortened_links(text: &str) -> Vec<Rewritten> {
    link_spans(text)
        .into_iter()
        .map(|span| Rewritten {
            what: What::Link,
            span,
            counted: PLACEHOLDER.to_owned(),
        })
        .collect()
}

/// Finds what Mastodon makes a link of.
pub(super) fn link_spans(text: &str) -> Vec<Span> {
    if !text.contains("://") {
        return Vec::new();
    }
    let chars: Vec<char> = text.chars().collect();
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
    links(&chars, &RULES)
        .into_iter()
        .map(|link| Span::new(place(link.start), place(link.end)))
        .collect()
}

/// Mentions; what is written without a host is counted as written, and is plain text.
fn shortened_mentions(text: &str) -> Vec<Rewritten> {
    let Some(pattern) = MENTION.as_ref() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = pattern.captures_at(text, at)
        && let (Some(whole), Some(user)) = (found.get(0), found.get(1))
    {
        let before = text.get(..whole.start()).unwrap_or_default();
        if may_not_precede(before) {
            at = whole.start() + 1;
            continue;
        }
        at = whole.end();
        if may_not_follow(text.get(at..).unwrap_or_default()) {
            continue;
        }
        let what = if user.end() == whole.end() {
            What::Text
        } else {
            What::Mention
        };
        out.push(Rewritten {
            what,
            span: Span::new(whole.start(), whole.end()),
            counted: format!("@{}", user.as_str()),
        });
    }
    out
}

/// A mention does not start in a word or behind `=` or `/`.
fn may_not_precede(before: &str) -> bool {
    let Some(c) = before.chars().next_back() else {
        return false;
    };
    let is_word = |word: &Regex| word.is_match(c.encode_utf8(&mut [0; 4]));
    matches!(c, '=' | '/') || WORD.as_ref().is_some_and(is_word)
}

/// A mention is none when `@`, an accented letter or `://` follows.
fn may_not_follow(after: &str) -> bool {
    after.starts_with(['@', '＠']) || after.starts_with(is_latin_accent) || after.starts_with("://")
}

/// `DOMAIN_VALID_CHARS`.
fn is_host(c: char) -> bool {
    !c.is_ascii_punctuation()
        && !c.is_ascii_control()
        && !is_space(c)
        && !is_refused(c)
        && !turns_direction(c)
}

/// `valid_general_url_path_chars`.
fn is_path(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '<' | '>' | '(' | ')' | '?')
}

/// `valid_url_path_ending_chars`, without the brackets.
fn ends_path(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(
            c,
            '(' | ')'
                | '?'
                | '!'
                | '*'
                | '"'
                | '\''
                | '「'
                | '」'
                | '<'
                | '>'
                | ';'
                | ':'
                | '='
                | ','
                | '.'
                | '$'
                | '%'
                | '['
                | ']'
                | '~'
                | '&'
                | '|'
                | '@'
        )
}

/// The end of a path still has the brackets of twitter-text: Latin and Cyrillic letters in them.
fn in_last_brackets(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || is_latin_accent(c)
        || matches!(c, '\u{400}'..='\u{52f}' | '\u{2010}'..='\u{2015}')
        || matches!(
            c,
            '!' | '*'
                | '\''
                | ';'
                | ':'
                | '='
                | '+'
                | ','
                | '.'
                | '$'
                | '/'
                | '%'
                | '#'
                | '['
                | ']'
                | '-'
                | '_'
                | '~'
                | '&'
                | '|'
                | '@'
        )
}

/// `valid_url_query_chars`.
fn is_query(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || is_beyond_ascii(c)
        || matches!(
            c,
            '!' | '?'
                | '*'
                | '\''
                | '('
                | ')'
                | ';'
                | ':'
                | '&'
                | '='
                | '+'
                | '$'
                | '/'
                | '%'
                | '#'
                | '['
                | ']'
                | '-'
                | '_'
                | '.'
                | ','
                | '~'
                | '|'
                | '@'
                | '^'
        )
}

/// `valid_url_query_ending_chars`.
fn ends_query(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || is_beyond_ascii(c)
        || matches!(c, '_' | '&' | '=' | '#' | '/' | '-')
}

/// What RFC 3987 lets into an address besides ASCII.
fn is_beyond_ascii(c: char) -> bool {
    let is_gap =
        matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}');
    c >= '\u{a0}' && !is_gap && u32::from(c) & 0xfffe != 0xfffe
}
