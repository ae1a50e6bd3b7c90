//! Characters that nobody sees: which ones, what they are called, where they are needed.
//!
//! Never: judges a text; it looks at one character and its neighbours.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The most that is told of what tags spell, in letters.
const MOST_SPELT: usize = 60;

/// Whether the character at `at` is hidden there: it has no shape, and nothing beside it needs it.
pub fn is_hidden(text: &str, at: usize, c: char) -> bool {
    let before = || {
        let before = text.get(..at).unwrap_or_default();
        before.chars().next_back()
    };
    let after = || {
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        after.chars().next()
    };
    match c {
        '\n' | '\t' => false,
        // a line may end in two characters
        '\r' => after() != Some('\n'),
        c if c.is_control() => true,
        c if c.is_ascii() => false,
        '\u{200d}' => !is_joined(before(), after()),
        '\u{200c}' => !before().is_some_and(is_of_joining_script),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202c}' => {
            !line_at(text, at).contains(is_right_to_left)
        }
        '\u{fe00}'..='\u{fe0f}' => !before().is_some_and(has_variants),
        '\u{e0020}'..='\u{e007f}' => !is_of_flag(text, at),
        '\u{e0100}'..='\u{e01ef}' => !before().is_some_and(is_ideograph),
        '\u{115f}' | '\u{1160}' => {
            !after().is_some_and(is_hangul) && !before().is_some_and(is_hangul)
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'
        | '\u{202d}'
        | '\u{202e}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e001f}' => true,
        _ => false,
    }
}

/// A text with its hidden characters written out, as in `[U+202E]`, so that whoever reads it sees
/// what is there.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii() && (!byte.is_ascii_control() || byte == b'\n');
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if is_hidden(text, at, c) {
            // writing to a string does not fail
            _ = write!(out, "[U+{:04X}]", u32::from(c));
        } else {
            out.push(c);
        }
    }
    if out == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(out)
    }
}

/// What a hidden character is called, with its number.
pub fn hidden_name(c: char) -> String {
    let words = match c {
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero-width space",
        '\u{200c}' | '\u{200d}' => "zero-width joiner",
        '\u{200e}' | '\u{200f}' | '\u{61c}' => "mark of direction",
        '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => "change of direction",
        '\u{202d}' | '\u{202e}' => "override of direction",
        '\u{2060}' => "word joiner",
        '\u{feff}' => "byte order mark",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "variation selector",
        '\u{e0000}'..='\u{e007f}' => return "tag characters".to_owned(),
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "filler",
        c if c.is_control() => "control character",
        _ => "hidden character",
    };
    format!("{words} (U+{:04X})", u32::from(c))
}

/// What tag characters spell, as far as they do.
pub fn decoded(run: &str) -> String {
    let letters = run.chars().filter_map(|c| {
        let number = u32::from(c).checked_sub(0xe0000)?;
        char::from_u32(number).filter(|c| c.is_ascii_graphic() || *c == ' ')
    });
    letters.take(MOST_SPELT).collect()
}

/// Whether a joiner makes one sign of what stands beside it.
fn is_joined(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        // a script may ask for the joined form of a last letter
        return before.is_some_and(is_of_joining_script);
    };
    let is_sign = |c: char| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{e007f}');
    is_sign(before) && is_sign(after) || is_of_joining_script(before)
}

/// Arabic and Syriac, the scripts of India and around, Mongolian.
fn is_of_joining_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{7bf}' | '\u{840}'..='\u{8ff}' | '\u{900}'..='\u{dff}'
        | '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1800}'..='\u{18af}'
        | '\u{a840}'..='\u{a87f}' | '\u{a8e0}'..='\u{a8ff}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{11000}'..='\u{11fff}'
        | '\u{1e900}'..='\u{1e95f}')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{60b}' | '\u{60d}'..='\u{61b}' | '\u{61d}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// Whether a variation selector may follow: signs, digits of keycaps, ideographs, Mongolian.
fn has_variants(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*' | '\u{a9}' | '\u{ae}')
        || matches!(c, '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{33ff}' | '\u{1f000}'..='\u{1faff}'
            | '\u{a840}'..='\u{a87f}' | '\u{1000}'..='\u{109f}')
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || is_ideograph(c)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{d7ff}')
}

/// The line that a byte stands in, as far as 300 bytes around it.
fn line_at(text: &str, at: usize) -> &str {
    const AROUND: usize = 300;
    let floor = text.floor_char_boundary(at.saturating_sub(AROUND));
    let ceil = text.ceil_char_boundary((at + AROUND).min(text.len()));
    let before = text.get(floor..at).unwrap_or_default();
    let start = before.rfind('\n').map_or(floor, |n| floor + n + 1);
    let after = text.get(at..ceil).unwrap_or_default();
    let end = after.find('\n').map_or(ceil, |n| at + n);
    text.get(start..end).unwrap_or_default()
}

/// Whether a tag stands in the flag of a region: a black flag, up to seven tags, a cancel tag.
/// Source: <https://www.unicode.org/reports/tr51/#def_emoji_tag_sequence>
fn is_of_flag(text: &str, at: usize) -> bool {
    const MOST: usize = 7;
    let is_tag = |c: &char| matches!(c, '\u{e0020}'..='\u{e007e}');
    let before = text.get(..at).unwrap_or_default();
    let n_before = before.chars().rev().take(MOST + 1);
    let n_before = n_before.take_while(is_tag).count();
    let base = before.chars().rev().nth(n_before);
    let rest = text.get(at..).unwrap_or_default();
    let n_after = rest.chars().take(MOST + 1).take_while(is_tag).count();
    let ends = rest.chars().nth(n_after) == Some('\u{e007f}');
    base == Some('\u{1f3f4}') && ends && (1..=MOST).contains(&(n_before + n_after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let hidden: String = text
            .char_indices()
            .filter(|(at, c)| is_hidden(text, *at, *c))
            .map(|(_, c)| c)
            .collect();
        assert_eq!(
            hidden.escape_unicode().to_string(),
            expect.escape_unicode().to_string(),
            "{text:?}"
        );
    }

    #[test]
    fn what_a_script_or_an_emoji_needs_stays() {
        check("👩‍👩‍👧 ❤️ 🏳️‍🌈 1️⃣ ©️ 👩🏽‍🚒", "");
        check("🏴󠁧󠁢󠁥󠁮󠁧󠁿 is a flag", "");
        check("می\u{200c}خواهم, क्\u{200d}ष", "");
        check("שלום\u{200f}! \u{2067}عربي\u{2069}", "");
        check("葛\u{e0100}", "");
        check("a\r\nb\tc", "");
    }

    #[test]
    fn what_nobody_needs_is_hidden() {
        check("a\u{200b}b\u{ad}c\u{2060}", "\u{200b}\u{ad}\u{2060}");
        check("pay\u{200d}pal a\u{200c}b", "\u{200d}\u{200c}");
        check("x \u{202e}cod.exe", "\u{202e}");
        check("שלום \u{202e}", "\u{202e}");
        check(
            "left \u{2066}only\u{2069}\u{200f}",
            "\u{2066}\u{2069}\u{200f}",
        );
        check("a\u{fe0f} \u{feff}b\u{3164}", "\u{fe0f}\u{feff}\u{3164}");
        check("\u{e0068}\u{e0069}", "\u{e0068}\u{e0069}");
        check("\u{1b}[0m\r.\u{0}", "\u{1b}\r\u{0}");
    }

    #[test]
    fn what_is_hidden_can_be_shown() {
        assert_eq!(visible("a\u{202e}b👩‍👧\n"), "a[U+202E]b👩‍👧\n");
        assert_eq!(visible("\u{1b}[0m\u{7}"), "[U+001B][0m[U+0007]");
        assert!(matches!(visible("plain ❤️ שלום"), Cow::Borrowed(_)));
    }

    #[test]
    fn tags_are_read() {
        assert_eq!(decoded("\u{e0068}\u{e0069}\u{e0020}\u{e0041}"), "hi A");
        assert_eq!(hidden_name('\u{202e}'), "override of direction (U+202E)");
    }
}
