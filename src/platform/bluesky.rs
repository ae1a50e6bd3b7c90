//! Bluesky: graphemes, once its app has shortened the links, and 3,000 bytes beside.
//!
//! The limits are in the lexicon `app.bsky.feed.post`
//! (<https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json>), what a
//! link is in `packages/api/src/rich-text/detection.ts` there, how one is shortened in
//! `src/lib/strings/url-helpers.ts` of <https://github.com/bluesky-social/social-app>.
//!
//! Never: charges 23 for a link; it costs its host and at most 16 more.

use url::Url;

use super::count::{Also, Tally, What};
use super::piece::{Rewritten, counted};
use super::tld::is_tld;
use super::units;
use crate::text::Span;

/// How many bytes a post may have.
const BYTES: u32 = 3_000;
/// A longer tail of a link is cut.
const TAIL: usize = 15;
/// What is left of it, before three dots.
const SHORT_TAIL: usize = 13;

/// Counts `text` as the app does.
pub(super) fn tally(text: &str) -> Tally {
    let links: Vec<Rewritten> = link_spans(text)
        .into_iter()
        .map(|span| Rewritten {
            what: What::Link,
            span,
            counted: shortened(span.of(text)),
        })
        .collect();
    let counted = counted(text, &links);
    Tally {
        parts: counted.parts,
        also: Some(also(counted.n_bytes)),
    }
}

/// Counts `text` as the server does, for those who post by API.
pub(super) fn tally_in_full(text: &str) -> Tally {
    Tally {
        also: Some(also(text.len())),
        ..units::graphemes(text)
    }
}

/// The second limit.
fn also(n_bytes: usize) -> Also {
    Also {
        used: u32::try_from(n_bytes).unwrap_or(u32::MAX),
        limit: BYTES,
        unit: "bytes",
    }
}

/// Finds the links: behind white space or `(`, up to the next white space.
pub(super) fn link_spans(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut word_at = None;
    for (at, c) in text.char_indices() {
        if is_space(c) {
            word_at = None;
        } else if word_at.is_none() {
            word_at = Some(at);
            let rest = text.get(at..).unwrap_or_default();
            let n_bytes = rest.find(is_space).unwrap_or(rest.len());
            out.extend(link_in(text, Span::new(at, at + n_bytes)));
        }
    }
    out
}

/// Finds the link of one word, which may start behind any `(` of it.
fn link_in(text: &str, word: Span) -> Option<Span> {
    let brackets = word.of(text).match_indices('(').map(|(at, _)| at + 1);
    let start = std::iter::once(0)
        .chain(brackets)
        .map(|at| word.start + at)
        .find(|at| {
            let rest = Span::new(*at, word.end).of(text);
            has_scheme(rest) || domain(rest).is_some()
        })?;
    let found = Span::new(start, word.end).of(text);
    if !found.starts_with("http") && !domain(found).is_some_and(has_tld) {
        return None;
    }
    Some(Span::new(start, start + without_marks(found).len()))
}

/// Whether `words` start with a scheme and something behind it.
fn has_scheme(words: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        words.len() > scheme.len()
            && words
                .get(..scheme.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    })
}

/// The name that `words` start with: labels of ASCII letters and digits with dots between them.
fn domain(words: &str) -> Option<&str> {
    if !words.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '.';
    let n_bytes = words.find(|c| !is_name(c)).unwrap_or(words.len());
    let name = words.get(..n_bytes)?;
    let name = name.find("..").map_or(Some(name), |at| name.get(..at))?;
    let name = name.strip_suffix('.').unwrap_or(name);
    name.contains('.').then_some(name)
}

/// Whether the last label of `name` is a top-level domain, written small as the app wants it.
fn has_tld(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, last)| last == last.to_lowercase() && is_tld(last))
}

/// One mark at the end is not part of a link, nor is a bracket that was not opened in it.
fn without_marks(link: &str) -> &str {
    let link = link
        .strip_suffix(['.', ',', ';', ':', '!', '?'])
        .unwrap_or(link);
    match link.strip_suffix(')') {
        Some(without) if !link.contains('(') => without,
        _ => link,
    }
}

/// Returns the link as the app shows it: without scheme, its host in punycode, its tail cut.
pub(super) fn shortened(link: &str) -> String {
    let Ok(url) = Url::parse(link) else {
        return link.to_owned();
    };
    let (true, Some(host)) = (matches!(url.scheme(), "http" | "https"), url.host_str()) else {
        return link.to_owned();
    };
    let port = url
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    let with_mark = |mark: char, part: Option<&str>| {
        part.filter(|part| !part.is_empty())
            .map(|part| format!("{mark}{part}"))
            .unwrap_or_default()
    };
    let path = if url.path() == "/" { "" } else { url.path() };
    let query = with_mark('?', url.query());
    let fragment = with_mark('#', url.fragment());
    let tail = format!("{path}{query}{fragment}");
    if tail.len() > TAIL {
        let short = tail.get(..SHORT_TAIL).unwrap_or_default();
        format!("{host}{port}{short}...")
    } else {
        format!("{host}{port}{tail}")
    }
}

/// White space as JavaScript has it.
fn is_space(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}'
}
