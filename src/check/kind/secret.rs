//! `Secret`: keys, tokens, passwords.
//!
//! Never: repeats a secret; the first four characters of a key are all that is shown of it.

use std::cmp::Reverse;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::kept_back::{beginning, kept_back};
use crate::check::placeholder::is_placeholder;
use crate::check::{private_key, said, shapes};
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
        let dotted = private_key::keys(text).into_iter();
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
