//! Links, mentions, hashtags, addresses, code and quotations: stretches that are not prose.
//!
//! Never: decides what a platform charges for them; each counting method has its own rules for
//! links. These are for checking and for colour.

use std::sync::LazyLock;

use regex::Regex;

use super::Span;

/// What a stretch is.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum EntityKind {
    /// `https://shop.example/returns`, or a bare `shop.example/returns`.
    Link,
    /// `@handle` or `@handle@host`.
    Mention,
    /// `#Hashtag`; a lone number is none.
    Hashtag,
    /// `name@host.example`.
    Email,
    /// Between backticks.
    Code,
    /// Between quotation marks, the marks included.
    Quote,
}

/// One such stretch.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Where it stands.
    pub span: Span,
}

static PATTERNS: LazyLock<Vec<(EntityKind, Regex)>> = LazyLock::new(|| {
    [
        (EntityKind::Code, r"```[^`]+```|`[^`\n]+`"),
        (EntityKind::Link, r"(?i)\bhttps?://[^\s<>\x22“”«»]+"),
        (
            EntityKind::Mention,
            r"@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?@[a-z0-9-]+(?:\.[a-z0-9-]+)+",
        ),
        (
            EntityKind::Email,
            r"(?i)\b[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b",
        ),
        (
            EntityKind::Link,
            r"(?i)\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}\b(?:/[^\s<>\x22“”«»]*)?",
        ),
        (
            EntityKind::Mention,
            r"@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[a-z0-9-]+(?:\.[a-z0-9-]+)+)?",
        ),
        (EntityKind::Hashtag, r"[#＃][\p{L}\p{M}\p{N}_]+"),
    ]
    .into_iter()
    .filter_map(|(kind, pattern)| Some((kind, Regex::new(pattern).ok()?)))
    .collect()
});

/// Returns the stretches of `text` that are not prose, in order; quotations may hold others.
pub fn entities(text: &str) -> Vec<Entity> {
    let mut out: Vec<Entity> = Vec::new();
    for (kind, pattern) in PATTERNS.iter() {
        let mut of_kind = Vec::new();
        for found in pattern.find_iter(text) {
            let span = without_trailing_marks(*kind, text, Span::new(found.start(), found.end()));
            // those of earlier patterns are in order and apart
            let next = out.partition_point(|other| other.span.end <= span.start);
            let is_free = out.get(next).is_none_or(|other| !other.span.overlaps(span));
            if is_free && stands_alone(*kind, text, span) {
                of_kind.push(Entity { kind: *kind, span });
            }
        }
        out.append(&mut of_kind);
        out.sort_by_key(|entity| entity.span.start);
    }
    out.extend(quotes(text).into_iter().map(|span| Entity {
        kind: EntityKind::Quote,
        span,
    }));
    out.sort_by_key(|entity| (entity.span.start, entity.span.end));
    out
}

/// A sentence's own punctuation is no part of a link; a closing bracket is, when it was opened in it.
fn without_trailing_marks(kind: EntityKind, text: &str, span: Span) -> Span {
    if kind != EntityKind::Link {
        return span;
    }
    // how many more brackets of each kind are closed than opened
    let more_closed = |open: char, close: char| {
        let words = span.of(text);
        words
            .matches(close)
            .count()
            .saturating_sub(words.matches(open).count())
    };
    let mut round = more_closed('(', ')');
    let mut square = more_closed('[', ']');
    let mut end = span.end;
    for last in span.of(text).chars().rev() {
        let is_mark = matches!(
            last,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '…' | '*' | '_'
        );
        match last {
            ')' if round > 0 => round -= 1,
            ']' if square > 0 => square -= 1,
            _ if is_mark => {}
            _ => break,
        }
        end -= last.len_utf8();
    }
    Span::new(span.start, end)
}

fn stands_alone(kind: EntityKind, text: &str, span: Span) -> bool {
    let before = text
        .get(..span.start)
        .and_then(|words| words.chars().next_back());
    let words = span.of(text);
    match kind {
        EntityKind::Mention => {
            !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '/' | '.'))
        }
        EntityKind::Hashtag => {
            let is_number = words.chars().skip(1).all(|c| c.is_ascii_digit());
            !is_number && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '&' | '/'))
        }
        EntityKind::Link if !words.contains("://") => {
            !before.is_some_and(|c| matches!(c, '@' | '.')) && is_host(words)
        }
        EntityKind::Link | EntityKind::Email | EntityKind::Code | EntityKind::Quote => true,
    }
}

/// Endings that make a bare name a link in a reader's eyes. A missing space after a full stop
/// ("end.Then") must not.
const ENDINGS: [&str; 40] = [
    "com", "org", "net", "io", "dev", "app", "co", "uk", "de", "fr", "eu", "us", "ca", "au", "nl",
    "ch", "at", "es", "it", "se", "no", "dk", "fi", "pl", "jp", "in", "br", "social", "shop",
    "blog", "info", "edu", "gov", "int", "me", "tv", "news", "online", "test", "example",
];

fn is_host(words: &str) -> bool {
    let host = words.split('/').next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    // a capital right after the dot is a new sentence: "the end.In short"
    let is_lower =
        ending.chars().all(|c| c.is_ascii_lowercase()) || host.chars().all(|c| !c.is_lowercase());
    is_lower && ENDINGS.contains(&ending.to_lowercase().as_str())
}

/// Quotations: `"…"`, `“…”`, `„…“`, `«…»`, `「…」`, within one paragraph.
fn quotes(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        open = match (c, open) {
            ('\n', _) => None,
            (_, Some((start, close))) if c == close || (close == '“' && c == '”') => {
                out.push(Span::new(start, at + c.len_utf8()));
                None
            }
            ('"', None) => Some((at, '"')),
            ('“', None) => Some((at, '”')),
            ('„', None) => Some((at, '“')),
            ('«', None) => Some((at, '»')),
            ('「', None) => Some((at, '」')),
            (_, still) => still,
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kind: EntityKind, expect: &[&str]) {
        let found: Vec<&str> = entities(text)
            .into_iter()
            .filter(|entity| entity.kind == kind)
            .map(|entity| entity.span.of(text))
            .collect();
        assert_eq!(found, expect, "{kind:?} in {text:?}");
    }

    #[test]
    fn links_end_before_punctuation() {
        check(
            "See https://a.example/b(c)d). Now",
            EntityKind::Link,
            &["https://a.example/b(c)d"],
        );
        check(
            "(shop.example/returns)",
            EntityKind::Link,
            &["shop.example/returns"],
        );
        check("The end.Then more, e.g. node.js", EntityKind::Link, &[]);
    }

    #[test]
    fn handles_tags_and_addresses_are_told_apart() {
        check(
            "Thanks @sam and @jo@social.example!",
            EntityKind::Mention,
            &["@sam", "@jo@social.example"],
        );
        check("mail care@shop.example", EntityKind::Mention, &[]);
        check(
            "mail care@shop.example",
            EntityKind::Email,
            &["care@shop.example"],
        );
        check("#1 in #OpenDay and a#b", EntityKind::Hashtag, &["#OpenDay"]);
    }

    #[test]
    fn quotes_stay_within_a_paragraph() {
        check(
            "She said \"no\" and “maybe”",
            EntityKind::Quote,
            &["\"no\"", "“maybe”"],
        );
        check(
            "An open \" mark\nand another \" one",
            EntityKind::Quote,
            &[],
        );
    }
}
