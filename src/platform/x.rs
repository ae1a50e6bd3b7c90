//! X: weighted characters.
//!
//! The text is composed (NFC); a link costs 23, an emoji 2, a code point of Latin and its neighbours
//! 1, any other 2 (<https://docs.x.com/fundamentals/counting-characters>, `config/v3.json` of
//! <https://github.com/twitter/twitter-text>).
//!
//! Never: asks whether a link leads anywhere; `main.rs` is one, because `.rs` is a domain.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc, is_nfc_quick};

use super::count::{Part, Tally, What};
use super::emoji;
use super::host::{is_latin_accent, is_refused, is_space, turns_direction};
use super::link::{Rules, links};
use super::tld::Version;
use crate::text::Span;

/// What a link costs.
const LINK: u32 = 23;
/// What an emoji, or a code point outside [`is_light`], costs.
const HEAVY: u32 = 2;

/// The rules of `js/src/regexp` in twitter-text 3.1.0.
const RULES: Rules = Rules {
    version: Version::JavaScript,
    schemes: &["https://", "http://"],
    bare: true,
    is_plain: false,
    is_host,
    is_path,
    ends_path,
    in_last_brackets: is_path,
    is_query,
    ends_query,
};

/// The same pattern where a scheme is a must, as Mastodon's page has it.
pub(super) const WITH_SCHEME: Rules = Rules {
    bare: false,
    is_plain: true,
    ..RULES
};

/// Counts `text` as X does.
pub(super) fn tally(text: &str) -> Tally {
    let composed = Composed::new(text);
    let mut links = links(&composed.chars, &RULES).into_iter().peekable();
    let mut parts = Vec::with_capacity(composed.chars.len());
    let mut at = 0;
    while let Some(&c) = composed.chars.get(at) {
        while links.next_if(|link| link.start < at).is_some() {}
        let (what, used, end) = if let Some(link) = links.next_if(|link| link.start == at) {
            (What::Link, LINK, link.end)
        } else if let Some(end) = composed.emoji_end(at) {
            (What::Text, HEAVY, end)
        } else {
            let used = if is_light(c) { 1 } else { HEAVY };
            (What::Text, used, at + c.len_utf16())
        };
        parts.push(Part {
            what,
            used,
            span: Span::new(composed.origin(at), composed.origin(end)),
        });
        at = end;
    }
    Tally { parts, also: None }
}

/// Finds what X makes a link of.
pub(super) fn link_spans(text: &str) -> Vec<Span> {
    if !text.contains('.') {
        return Vec::new();
    }
    let composed = Composed::new(text);
    links(&composed.chars, &RULES)
        .into_iter()
        .map(|link| Span::new(composed.origin(link.start), composed.origin(link.end)))
        .collect()
}

/// An offset, stored small: a post of 4 GiB is none.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The ranges that weigh 1.
const fn is_light(c: char) -> bool {
    matches!(c, '\0'..='\u{10ff}' | '\u{2000}'..='\u{200d}' | '\u{2010}'..='\u{201f}'
        | '\u{2032}'..='\u{2037}')
}

/// A text in NFC, with the way back to the text as it was given.
struct Composed {
    text: String,
    /// The code points; one outside the Basic Multilingual Plane stands here twice.
    chars: Vec<char>,
    /// Where each starts in `text`, and the end.
    places: Vec<u32>,
    /// Where each starts in the text as given, and the end.
    origins: Vec<u32>,
}

impl Composed {
    /// Composes `text`.
    fn new(text: &str) -> Self {
        let mut composed = Self {
            text: String::with_capacity(text.len()),
            chars: Vec::with_capacity(text.len()),
            places: Vec::with_capacity(text.len() + 1),
            origins: Vec::with_capacity(text.len() + 1),
        };
        if is_nfc(text) {
            for (at, c) in text.char_indices() {
                composed.push(c, at);
            }
        } else {
            composed.push_stretches(text);
        }
        composed.places.push(offset(composed.text.len()));
        composed.origins.push(offset(text.len()));
        composed
    }

    /// Adds a text that is not composed, stretch by stretch; none composes with what is around it.
    fn push_stretches(&mut self, text: &str) {
        let mut start = 0;
        let starts = text.char_indices().filter(|(_, c)| never_joins(*c));
        for end in starts.map(|(at, _)| at).chain([text.len()]) {
            let words = Span::new(start, end).of(text);
            let is_same = words.nfc().eq(words.chars());
            let place = self.text.len();
            for c in words.nfc() {
                let moved = if is_same { self.text.len() - place } else { 0 };
                self.push(c, start + moved);
            }
            start = end;
        }
    }

    /// Adds one code point that comes from `origin`.
    fn push(&mut self, c: char, origin: usize) {
        for _ in 0..c.len_utf16() {
            self.chars.push(c);
            self.places.push(offset(self.text.len()));
            self.origins.push(offset(origin));
        }
        self.text.push(c);
    }

    /// Where the code point at `at` starts in the text as given.
    fn origin(&self, at: usize) -> usize {
        let origin = self.origins.get(at).or(self.origins.last());
        origin.copied().unwrap_or_default() as usize
    }

    /// Where the emoji ends that starts at `at`.
    fn emoji_end(&self, at: usize) -> Option<usize> {
        let start = *self.places.get(at)? as usize;
        let end = start + emoji::n_bytes(self.text.get(start..)?)?;
        let rest = self.places.get(at..)?;
        rest.iter()
            .position(|place| *place as usize >= end)
            .map(|n| at + n)
    }
}

/// Whether `c` stays as it is, whatever stands before it.
fn never_joins(c: char) -> bool {
    c.is_ascii()
        || (canonical_combining_class(c) == 0
            && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

/// `validDomainChars`.
const fn is_host(c: char) -> bool {
    let is_mark = c.is_ascii_punctuation() && !matches!(c, '"' | '`');
    !is_mark && !is_space(c) && !is_refused(c) && !turns_direction(c)
}

/// Latin and Cyrillic, and iota: in capitals a mark of the accents' range (U+0345) is one, and X
/// matches in whatever case.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || is_latin_accent(c)
        || matches!(c, '\u{400}'..='\u{4ff}' | 'ι' | 'Ι' | '\u{1fbe}')
}

/// `validGeneralUrlPathChars`.
const fn is_path(c: char) -> bool {
    is_letter(c)
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
                | '\u{2013}'
                | '_'
                | '~'
                | '@'
                | '|'
                | '&'
        )
}

/// `validUrlPathEndingChars`, without the brackets.
const fn ends_path(c: char) -> bool {
    is_letter(c) || matches!(c, '+' | '-' | '=' | '_' | '#' | '/')
}

/// `validUrlQueryChars`.
const fn is_query(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(
            c,
            '!' | '?'
                | '*'
                | '\''
                | '@'
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
        )
}

/// `validUrlQueryEndingChars`.
const fn ends_query(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '&' | '=' | '#' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The links of `text`, as X sees them.
    fn check(text: &str, expect: &[&str]) {
        let parts = tally(text).parts.into_iter();
        let links = parts.filter(|part| part.what == What::Link);
        let found: Vec<&str> = links.map(|part| part.span.of(text)).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn a_link_needs_a_domain_but_no_scheme() {
        check("see lib.rs, shop.coffee.", &["lib.rs", "shop.coffee"]);
        check("http://localhost and vue.js", &[]);
        check("jo@shop.coffee @shop.coffee $a.io", &[]);
        check("under_score.shop.coffee", &["score.shop.coffee"]);
        check(
            "https://under_score.shop.coffee",
            &["https://under_score.shop.coffee"],
        );
        check("кафе.com https://кафе.com", &["https://кафе.com"]);
    }

    #[test]
    fn marks_behind_a_link_are_not_part_of_it() {
        check("(shop.coffee/a).", &["shop.coffee/a"]);
        check("shop.coffee/a_(b)!", &["shop.coffee/a_(b)"]);
        check("shop.coffee/a_(b_(c))!", &["shop.coffee/a_(b_(c))"]);
        check("shop.coffee/a,(b)", &["shop.coffee/a"]);
        check(
            "https://shop.coffee/?a=1&b=2?!",
            &["https://shop.coffee/?a=1&b=2"],
        );
        check("https://shop.coffee/珈琲", &["https://shop.coffee/"]);
    }

    #[test]
    fn a_short_link_ends_behind_its_slug() {
        check("https://t.co/AbC123/more", &["https://t.co/AbC123"]);
        check(&format!("https://t.co/{}", "a".repeat(41)), &[]);
    }

    #[test]
    fn spans_point_into_the_text_as_it_was_given() {
        let text = "Cafe\u{301} shop.coffee";
        check(text, &["shop.coffee"]);
        let first_four: u32 = tally(text).parts.iter().take(4).map(|part| part.used).sum();
        assert_eq!(first_four, 4);
    }
}
