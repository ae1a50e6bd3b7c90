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

/// What a stretch of one kind looks like, and the mark without which there is none.
struct Shape {
    kind: EntityKind,
    regex: Regex,
    mark: Mark,
}

/// A mark that leads to stretches of some kinds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mark {
    /// `://`
    Scheme,
    /// `@`
    At,
    /// A dot with something behind it.
    Dot,
    /// `#` or `＃`
    Hash,
}

static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"```[^`]+```|`[^`\n]+`").ok());

static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    [
        (
            EntityKind::Link,
            Mark::Scheme,
            r"(?i)\bhttps?://[^\s<>\x22“”«»]+",
        ),
        (
            EntityKind::Mention,
            Mark::At,
            r"@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?@[a-z0-9-]+(?:\.[a-z0-9-]+)+",
        ),
        (
            EntityKind::Email,
            Mark::At,
            r"(?i)\b[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b",
        ),
        (
            EntityKind::Link,
            Mark::Dot,
            r"(?i)\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}\b(?:/[^\s<>\x22“”«»]*)?",
        ),
        (
            EntityKind::Mention,
            Mark::At,
            r"@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[a-z0-9-]+(?:\.[a-z0-9-]+)+)?",
        ),
        (EntityKind::Hashtag, Mark::Hash, r"[#＃][\p{L}\p{M}\p{N}_]+"),
    ]
    .into_iter()
    .filter_map(|(kind, mark, pattern)| {
        let regex = Regex::new(pattern).ok()?;
        Some(Shape { kind, regex, mark })
    })
    .collect()
});

/// Returns the stretches of `text` that are not prose, in order; quotations may hold others.
pub fn entities(text: &str) -> Vec<Entity> {
    let mut out: Vec<Entity> = code(text)
        .into_iter()
        .map(|span| Entity {
            kind: EntityKind::Code,
            span,
        })
        .collect();
    let runs = marked_runs(text);
    for shape in SHAPES.iter().filter(|_| !runs.is_empty()) {
        let mut of_kind = Vec::new();
        for run in runs.iter().filter(|run| run.has(shape.mark)) {
            for found in shape.regex.find_iter(run.span.of(text)) {
                let found = Span::new(found.start(), found.end()).shifted(run.span.start);
                let span = without_trailing_marks(shape.kind, text, found);
                // those of earlier shapes are in order and apart
                let next = out.partition_point(|other| other.span.end <= span.start);
                let is_free = out.get(next).is_none_or(|other| !other.span.overlaps(span));
                if is_free && stands_alone(shape.kind, text, span) {
                    of_kind.push(Entity {
                        kind: shape.kind,
                        span,
                    });
                }
            }
        }
        if !of_kind.is_empty() {
            out.append(&mut of_kind);
            out.sort_by_key(|entity| entity.span.start);
        }
    }
    let quotes = quotes(text);
    if !quotes.is_empty() {
        out.extend(quotes.into_iter().map(|span| Entity {
            kind: EntityKind::Quote,
            span,
        }));
        out.sort_by_key(|entity| (entity.span.start, entity.span.end));
    }
    out
}

/// Code, the one stretch that may hold white space.
fn code(text: &str) -> Vec<Span> {
    let regex = CODE.as_ref().filter(|_| text.contains('`'));
    let found = regex.map(|regex| regex.find_iter(text));
    let spans = found.into_iter().flatten();
    spans
        .map(|found| Span::new(found.start(), found.end()))
        .collect()
}

/// A run without white space that holds a mark. No shape reaches over white space, so the shapes
/// are looked for in these runs alone.
struct Run {
    span: Span,
    marks: Vec<Mark>,
}

impl Run {
    fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }
}

fn marked_runs(text: &str) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        let rest = || text.as_bytes().get(at + 1..).unwrap_or_default();
        let mark = match byte {
            b'@' => Mark::At,
            b'#' => Mark::Hash,
            b'.' if rest().first().is_some_and(u8::is_ascii_alphanumeric) => Mark::Dot,
            b':' if rest().starts_with(b"//") => Mark::Scheme,
            // the first byte of `＃`
            0xef if rest().starts_with(&[0xbc, 0x83]) => Mark::Hash,
            _ => continue,
        };
        match out.last_mut().filter(|run| at < run.span.end) {
            Some(run) if run.has(mark) => {}
            Some(run) => run.marks.push(mark),
            None => {
                let (before, after) = (
                    Span::new(0, at).of(text),
                    Span::new(at, text.len()).of(text),
                );
                let is_gap = |(_, c): &(usize, char)| c.is_whitespace();
                let start = before.char_indices().rev().find(is_gap);
                let end = after.char_indices().find(is_gap);
                let start = start.map_or(0, |(at, c)| at + c.len_utf8());
                let end = end.map_or(text.len(), |(n, _)| at + n);
                out.push(Run {
                    span: Span::new(start, end),
                    marks: vec![mark],
                });
            }
        }
    }
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
    // the marks are these two characters and others that begin with one of three bytes
    let is_near = |byte: &u8| matches!(byte, b'\n' | b'"' | 0xc2 | 0xe2 | 0xe3);
    let near = text
        .bytes()
        .enumerate()
        .filter(|(_, byte)| is_near(byte))
        .filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)));
    for (at, c) in near {
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

    /// The stretches as they are found with every pattern over the whole text.
    fn plainly(text: &str) -> Vec<Entity> {
        let mut out: Vec<Entity> = CODE
            .as_ref()
            .unwrap()
            .find_iter(text)
            .map(|found| Entity {
                kind: EntityKind::Code,
                span: Span::new(found.start(), found.end()),
            })
            .collect();
        for shape in SHAPES.iter() {
            let known = out.clone();
            for found in shape.regex.find_iter(text) {
                let span = Span::new(found.start(), found.end());
                let span = without_trailing_marks(shape.kind, text, span);
                let is_free = known.iter().all(|other| !other.span.overlaps(span));
                if is_free && stands_alone(shape.kind, text, span) {
                    out.push(Entity {
                        kind: shape.kind,
                        span,
                    });
                }
            }
        }
        out.retain(|entity| entity.kind != EntityKind::Quote);
        out.sort_by_key(|entity| (entity.span.start, entity.span.end));
        out
    }

    proptest::proptest! {
        #[test]
        fn runs_with_marks_hold_every_stretch(
            text in "((https?://|www\\.|shop\\.example|@|#|＃|`|jo@|a\\.b|\\.com|/)?(\\PC|[ a-z\\.\n\u{a0}\u{3000}é“”\"])){0,24}"
        ) {
            let mut found = entities(&text);
            found.retain(|entity| entity.kind != EntityKind::Quote);
            proptest::prop_assert_eq!(found, plainly(&text));
        }
    }
}
