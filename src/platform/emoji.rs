//! Emoji, as Unicode lists them: the longest sequence that is one.
//!
//! Never: decides what an emoji costs.

use std::collections::HashSet;
use std::sync::LazyLock;

/// No sequence of the list has more code points.
const LONGEST: usize = 10;

/// What an emoji can start with.
static STARTS: LazyLock<HashSet<char>> = LazyLock::new(|| {
    emojis::iter()
        .filter_map(|emoji| emoji.as_str().chars().next())
        .collect()
});

/// Returns how many bytes the emoji at the start of `text` takes, if one stands there.
///
/// Emoji are the sequences recommended for general interchange
/// (<https://unicode.org/reports/tr51/#def_rgi_set>), and a single one that asks for its picture with
/// U+FE0F or is a keycap. So `®️` is one, a lone `®` is a letter, and a longer sequence without its
/// selectors falls into what it is made of.
pub fn n_bytes(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let is_plain = first.is_ascii() && !matches!(first, '0'..='9' | '#' | '*');
    if is_plain || !STARTS.contains(&first) {
        return None;
    }
    let mut ends = Vec::with_capacity(LONGEST);
    let mut after_joiner = true;
    for (at, c) in text.char_indices().take(LONGEST) {
        if !after_joiner && !goes_on(c) {
            break;
        }
        after_joiner = c == '\u{200d}';
        ends.push(at + c.len_utf8());
    }
    // a lone digit with U+FE0F is no picture; both marks take three bytes
    let mark = if first.is_ascii() {
        '\u{20e3}'
    } else {
        '\u{fe0f}'
    };
    let pair_end = first.len_utf8() + mark.len_utf8();
    let is_emoji = |end: usize| {
        let Some(words) = text.get(..end) else {
            return false;
        };
        let is_pair = end == pair_end && words.ends_with(mark);
        emojis::get(words).is_some_and(|emoji| is_pair || emoji.as_str() == words)
    };
    ends.into_iter().rev().find(|end| is_emoji(*end))
}

/// Whether `c` can only go on with an emoji: a selector, a skin tone, a keycap, the second half of a
/// flag, a tag.
const fn goes_on(c: char) -> bool {
    matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{1f1e6}'..='\u{1f1ff}' | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let found = n_bytes(text).and_then(|end| text.get(..end));
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn the_longest_sequence_is_one_emoji() {
        check("👏🏿👏", Some("👏🏿"));
        check("🇬🇧🇺🇸", Some("🇬🇧"));
        check("👨‍👩‍👧‍👦!", Some("👨‍👩‍👧‍👦"));
        check("7️⃣2", Some("7️⃣"));
        check("7\u{20e3}", Some("7\u{20e3}"));
        check("12", None);
        check("7\u{fe0f}", None);
        check("®", None);
        check("®️", Some("®️"));
        check("🙆\u{200d}♂", Some("🙆"));
        check("⚡\u{fe0f}", Some("⚡\u{fe0f}"));
        check("字", None);
        check("", None);
    }

    #[test]
    fn no_listed_sequence_is_longer_than_the_longest() {
        for emoji in emojis::iter() {
            let tones = emoji.skin_tones().into_iter().flatten();
            for emoji in std::iter::once(emoji).chain(tones) {
                check(emoji.as_str(), Some(emoji.as_str()));
            }
        }
    }
}
