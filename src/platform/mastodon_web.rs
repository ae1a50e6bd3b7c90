//! What Mastodon's own page shows while one writes; the server may count less.
//!
//! The page (`features/compose/util` of <https://github.com/mastodon/mastodon>) puts 23 characters
//! where a link with `https` or `http` stands by the rules of twitter-text 3.1, takes the host off
//! `@user@host` in ASCII letters, and then counts symbols as stringz 2.1 does: in UTF-16, with a few
//! marks, skin tones and joined emoji taken together, but no cluster of Thai, Indic or Hangul. A
//! content warning is counted with the text there; here there is none.
//!
//! Never: decides whether a post fits; the server does.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::link::links;
use super::x;
use crate::text::Span;

/// What a link is counted for.
const LINK: &str = "xxxxxxxxxxxxxxxxxxxxxxx";
const JOINER: char = '\u{200d}';

/// `@user@host`, of which only `@user` is counted.
static MENTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(^|[^/A-Za-z0-9_])@([A-Za-z0-9_]+)@[A-Za-z0-9.-]+[A-Za-z0-9]+").ok()
});

/// Returns what the page shows for `text`.
pub(super) fn shows(text: &str) -> u32 {
    let has_mention = text.contains('@');
    let shorter = if text.contains("://") {
        Cow::Owned(without_links(text))
    } else {
        Cow::Borrowed(text)
    };
    let shorter = match MENTION.as_ref().filter(|_| has_mention) {
        Some(mention) => mention.replace_all(&shorter, "${1}@${2}"),
        None => Cow::Borrowed(shorter.as_ref()),
    };
    let n: usize = lines(&shorter)
        .map(|line| {
            if line.is_ascii() {
                line.len()
            } else {
                n_symbols(&line.chars().collect::<Vec<char>>())
            }
        })
        .sum();
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The lines with their breaks, so that a long text is taken apart a little at a time; a break that
/// makes one symbol with what follows it ends no line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let joins = |c: char| is_mark(c) || is_variation(c) || is_skin_tone(c) || c == JOINER;
    let mut rest = text;
    std::iter::from_fn(move || {
        let ends = rest.match_indices('\n').map(|(at, _)| at + 1);
        let is_end = |end: &usize| !rest.get(*end..).unwrap_or_default().starts_with(joins);
        let end = ends.into_iter().find(is_end).unwrap_or(rest.len());
        let (line, behind) = rest.split_at_checked(end)?;
        rest = behind;
        (!line.is_empty()).then_some(line)
    })
}

/// The text with 23 characters for each link; no link goes over a line break.
fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if line.contains("://") {
            out.push_str(&line_without_links(line));
        } else {
            out.push_str(line);
        }
    }
    out
}

fn line_without_links(text: &str) -> String {
    // in UTF-16, as the page reads it: what lies outside the Basic Multilingual Plane stands twice
    let twice = |(at, c): (usize, char)| std::iter::repeat_n((at, c), c.len_utf16());
    let (places, chars): (Vec<usize>, Vec<char>) = text.char_indices().flat_map(twice).unzip();
    let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for link in links(&chars, &x::WITH_SCHEME) {
        out.push_str(Span::new(at, place(link.start)).of(text));
        out.push_str(LINK);
        at = place(link.end);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// How many symbols there are.
fn n_symbols(chars: &[char]) -> usize {
    let (mut n, mut at) = (0, 0);
    while at < chars.len() {
        at = symbol_end(chars, at);
        n += 1;
    }
    n
}

/// Where the symbol ends that starts at `at`.
fn symbol_end(chars: &[char], at: usize) -> usize {
    let is = |at: usize, kind: fn(char) -> bool| chars.get(at).copied().is_some_and(kind);
    if is_flag_of_britain(chars, at) {
        return at + 7;
    }
    if is(at, is_skin_tone) && is(at + 1, is_skin_tone) {
        return at + 1;
    }
    let with_marks = |end: usize| {
        let end = end + usize::from(is(end, is_variation));
        end + usize::from(is(end, is_mark) || is(end, is_skin_tone))
    };
    let mut end = letter_end(chars, at);
    if is(at, is_basic) {
        end += usize::from(is(end, is_mark));
    }
    end = with_marks(end);
    while is(end, |c| c == JOINER) && end + 1 < chars.len() {
        end = with_marks(letter_end(chars, end + 1));
    }
    end
}

/// Where one letter or one flag ends.
fn letter_end(chars: &[char], at: usize) -> usize {
    let is_region = |at: usize| {
        let c = chars.get(at).copied().unwrap_or_default();
        matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
    };
    at + 1 + usize::from(is_region(at) && is_region(at + 1))
}

/// England, Scotland or Wales as the page knows them: a black flag with tags.
fn is_flag_of_britain(chars: &[char], at: usize) -> bool {
    let Some([flag, g, b, one, two, three, end]) = chars.get(at..at + 7) else {
        return false;
    };
    (*flag, *g, *b, *end) == ('\u{1f3f4}', '\u{e0067}', '\u{e0062}', '\u{e007f}')
        && matches!(one, '\u{e0065}' | '\u{e0073}' | '\u{e0077}')
        && matches!(two, '\u{e006e}' | '\u{e0063}' | '\u{e006c}')
        && matches!(three, '\u{e0067}' | '\u{e0074}' | '\u{e0073}')
}

const fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

const fn is_variation(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}')
}

/// Within the Basic Multilingual Plane.
const fn is_basic(c: char) -> bool {
    c.len_utf16() == 1
}

/// The marks that go with the letter before them; those of most scripts are not among them.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: u32) {
        assert_eq!(shows(text), expect, "{text:?}");
    }

    #[test]
    fn scripts_and_links_are_counted_as_on_the_page() {
        check("ที่นี่มีน้ำ", 11);
        check("https://example.com/日本語", 26);
        check("gemini://example.com/", 21);
        check("(https://example.com/a_(b)).", 26);
        check("example.com/a", 13);
        check("\u{1100}\u{1161}", 2);
        check("   ", 3);
    }

    #[test]
    fn a_mention_loses_its_host_in_ascii_letters_only() {
        check("@user@例え.jp", 11);
        check("@user.name@host.tld", 19);
        check("=@user@example.com", 6);
        check("/@user@example.com", 18);
        check("@a@b.c, @d@e.f!", 7);
    }

    #[test]
    fn emoji_and_marks_go_together_as_on_the_page() {
        check("👩‍👩‍👧 👍🏽 🇫🇷 1️⃣ é e\u{301}", 11);
        check("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 1);
        check("🏴󠁵󠁳󠁴󠁸󠁿", 6);
        check("🏽🏽", 2);
        check("a\u{200d}", 2);
        check("🇫🇷🇫", 2);
        check("a\n\u{301}b\nc", 5);
        check("日\nhttps://example.com/a\n日 https://example.com/日", 52);
    }

    proptest::proptest! {
        #[test]
        fn lines_are_counted_as_the_whole(
            text in proptest::collection::vec(proptest::sample::select(&[
                "\n", "a", "日", "\u{301}", "\u{fe0f}", "\u{200d}", "👍", "🏽", "🇫", "é", "\r",
            ][..]), 0..40)
        ) {
            let text = text.concat();
            let whole = n_symbols(&text.chars().collect::<Vec<char>>());
            proptest::prop_assert_eq!(shows(&text) as usize, whole, "{:?}", text);
        }
    }
}
