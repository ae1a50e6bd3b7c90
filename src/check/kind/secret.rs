//! `Secret`: keys, tokens, passwords.
//!
//! Never: repeats a secret; the first four characters of a key are all that is shown of it.

use std::cmp::Reverse;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::digits::entropy;
use crate::check::kept_back::{beginning, kept_back};
use crate::check::placeholder::is_placeholder;
use crate::check::{said, shapes};
use crate::text::Span;

/// Finds keys and tokens of services by their shape (`assets/secrets.ron`), private keys, passwords in
/// links, and values behind a word for a password or a key: `api_key = "…"`, "the password is …".
///
/// Marks of the sentence may follow, and one space inside the key of a service does not hide it. What
/// stands for a key (`xxxx`, `<your key>`, `changeme`) is none, nor is what is no more than a row of
/// digits and letters: a hash, an order number, a code for a discount. A Hold of it may be settled
/// with a reason. It has no options.
///
/// ```ron
/// find: Secret, within: Anywhere
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Secret {}

impl Kind for Secret {
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

/// What is shown of a secret without a mark of its own.
const DOTS: &str = "•••";

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.bare.text(looking.text());
        let mut found: Vec<(Span, bool)> = Vec::new();
        found.extend(shapes::keys(text).into_iter().map(|span| (span, true)));
        let dotted = private_keys(text).into_iter();
        let dotted = dotted.chain(in_links(text)).chain(said::values(text));
        found.extend(dotted.map(|span| (span, false)));
        found.sort_by_key(|(span, has_mark)| (span.start, Reverse(span.end), !has_mark));
        let mut end = 0;
        found.retain(|(span, _)| {
            let is_new = span.start >= end;
            end = end.max(span.end);
            is_new
        });
        let found = found.into_iter().map(|(span, has_mark)| {
            let mask = has_mark.then(|| beginning(span.of(text)));
            kept_back(looking, span, mask.as_deref().unwrap_or(DOTS))
        });
        found.collect()
    }
}

/// Private keys as files hold them, from their first line to their last in the block.
fn private_keys(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for mark in ["PRIVATE KEY", "PuTTY-User-Key-File-"] {
        for (at, _) in text.match_indices(mark) {
            let is_new = out
                .last()
                .is_none_or(|last| last.end <= at || at < last.start);
            if is_new {
                out.extend(key_around(text, at, mark));
            }
        }
    }
    out
}

/// The longest private key that is looked for, in bytes.
const LONGEST: usize = 16_384;

fn key_around(text: &str, at: usize, mark: &str) -> Option<Span> {
    let end = text.floor_char_boundary(text.len().min(at + mark.len() + LONGEST));
    let behind = Span::new(at + mark.len(), end).of(text);
    let block = Span::new(0, end_of_block(behind)).of(behind);
    let start = if mark.starts_with("PuTTY") {
        at
    } else {
        let near = text.floor_char_boundary(at.saturating_sub(40));
        let line = near + text.get(near..at)?.rfind("-----")?;
        let head = text.get(line..at)?;
        if head.starts_with("-----END ") {
            return end_of_key(text, line, at + mark.len());
        }
        if !head.starts_with("-----BEGIN ") || head.contains('\n') {
            return None;
        }
        line
    };
    // a mention of the first line is no key
    let last_end = end_of_last_row(block)?;
    let end = match block.find("-----END ") {
        Some(end) => {
            let line = block.get(end..)?;
            let dashes = line.get(9..).and_then(|line| line.find("-----"));
            end + dashes.map_or(line.len().min(9), |n| n + 14)
        }
        None => last_end,
    };
    Some(Span::new(start, at + mark.len() + end))
}

/// Where the last row of a key ends, if there is one.
fn end_of_last_row(block: &str) -> Option<usize> {
    let (mut at, mut last) = (0, None);
    for piece in block.split_inclusive(|c: char| !is_base64(c)) {
        let row = piece.trim_end_matches(|c: char| !is_base64(c));
        if row.len() >= 24 && entropy(row) >= 3.0 {
            last = Some(at + row.len());
        }
        at += piece.len();
    }
    last
}

/// The end of a key whose first line stands in another block.
fn end_of_key(text: &str, line: usize, name_end: usize) -> Option<Span> {
    let before = text.get(..line)?;
    let rows = before.trim_end_matches(|c: char| is_base64(c) || c == '\n');
    let body = before.get(rows.len()..)?;
    let body = body.rsplit("\n\n").next().unwrap_or(body);
    let near = text.ceil_char_boundary(text.len().min(name_end + 16));
    let dashes = Span::new(name_end, near).of(text).find("-----")?;
    (body.trim().len() >= 24 && dashes < 10)
        .then(|| Span::new(line - body.trim_start().len(), name_end + dashes + 5))
}

/// Where a blank line, or the text, ends the block.
fn end_of_block(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n').skip(1) {
        if line.trim().is_empty() {
            break;
        }
        at += line.len();
    }
    let first = text.split_inclusive('\n').next().map_or(0, str::len);
    first + at
}

const fn is_base64(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')
}

/// Passwords in links: `https://deploy:…@host`.
fn in_links(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    for (at, mark) in text.match_indices("://") {
        let start = at + mark.len();
        let rest = text.get(start..).unwrap_or_default();
        let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '"' | '<' | '>' | '`' | '”');
        let authority = rest.split(ends).next().unwrap_or_default();
        let Some((user_info, host)) = authority.rsplit_once('@') else {
            continue;
        };
        let Some((user, password)) = user_info.split_once(':') else {
            continue;
        };
        let is_default = password.eq_ignore_ascii_case(user)
            || ["pass", "pwd", "pw", "token", "mypassword"].contains(&password);
        if !host.is_empty() && password.len() >= 3 && !is_default && !is_placeholder(password) {
            let start = start + user.len() + 1;
            out.push(Span::new(start, start + password.len()));
        }
    }
    out
}
