//! A text without disguise, as somebody reads it who looks for what must not get out.
//!
//! Never: changes what is written; it keeps the way back to every byte of it.

use unicode_normalization::UnicodeNormalization as _;

use super::Span;
use super::token::is_unseen;

/// A text without what nobody sees, with plain digits, letters, spaces and hyphens in the place of
/// those that only look like them.
///
/// `ｇhp_…`, `g\u{200b}hp_…` and `ghр_…` with a Cyrillic `р` all read `ghp_…`. Cyrillic and Greek
/// letters count as what they look like only in a word that has Latin letters or digits, too.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Bare {
    /// The text, and for each of its characters where it begins, and what of the source it stands
    /// for. None where it reads as it was written.
    read: Option<(String, Vec<(usize, Span)>)>,
    is_disguised: bool,
}

impl Bare {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut out = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len());
        let mut is_disguised = false;
        for (at, word) in words(text) {
            let is_mixed = word.contains(|c: char| c.is_ascii_alphanumeric());
            for (n, c) in word.char_indices() {
                let source = Span::new(at + n, at + n + c.len_utf8());
                let n_before = out.len();
                push(&mut out, c, is_mixed);
                let added = out.get(n_before..).unwrap_or_default();
                is_disguised |= hides_a_word(c, added);
                places.extend(added.char_indices().map(|(n, _)| (n_before + n, source)));
            }
        }
        if out == text {
            return Self::default();
        }
        Self {
            read: Some((out, places)),
            is_disguised,
        }
    }

    /// Whether words of it are other words than those of the source: letters or digits that only look
    /// like them, or something unseen that parts a word in two.
    pub const fn is_disguised(&self) -> bool {
        self.is_disguised
    }

    /// The text as it reads; `source` is what was read.
    pub fn text<'t>(&'t self, source: &'t str) -> &'t str {
        self.read.as_ref().map_or(source, |(text, _)| text)
    }

    /// Where a stretch of it stands in the source, with what is hidden inside it.
    pub fn source(&self, span: Span) -> Span {
        let Some((_, places)) = &self.read else {
            return span;
        };
        let first = places.partition_point(|(here, _)| *here < span.start);
        let end = places.partition_point(|(here, _)| *here < span.end);
        let source = |n: usize| places.get(n).map(|(_, source)| *source);
        let last = end.checked_sub(1).and_then(source);
        match (source(first), last) {
            (Some(first), Some(last)) if last.end > first.start => Span::new(first.start, last.end),
            (Some(first), _) => Span::at(first.start),
            (None, last) => Span::at(last.map_or(0, |last| last.end)),
        }
    }
}

/// Whether a character that reads as `read` makes another word of the one it stands in.
fn hides_a_word(c: char, read: &str) -> bool {
    let parts_words = matches!(c, '\u{200b}' | '\u{e0000}'..='\u{e007f}');
    parts_words || (!c.is_ascii() && read.contains(|c: char| c.is_ascii_alphanumeric()))
}

/// The text in stretches without white space, and the white space between them.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let is_space = rest.starts_with(char::is_whitespace);
        let end = rest.find(|c: char| c.is_whitespace() != is_space);
        let word = rest.get(..end.unwrap_or(rest.len()))?;
        let at = from;
        from += word.len();
        Some((at, word))
    })
}

fn push(out: &mut String, c: char, is_mixed: bool) {
    if c.is_ascii() {
        out.push(c);
    } else if is_unseen(c)
        || matches!(c, '\u{e0000}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
        || matches!(c, '\u{334}'..='\u{338}' | '\u{20e3}')
    {
        // nobody sees it, or it lies across or around what is read
    } else if is_mixed && matches!(c, '。' | '｡') {
        out.push('.');
    } else if let Some(digit) = digit(c) {
        out.push(digit);
    } else if c == '\u{2800}'
        || c.is_whitespace() && c != '\u{85}' && c != '\u{2028}' && c != '\u{2029}'
    {
        out.push(' ');
    } else if matches!(
        c,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    ) {
        out.push('-');
    } else if let Some(twin) = twin(c).filter(|_| is_mixed) {
        out.push(twin);
    } else {
        let plain: String = c.nfkc().collect();
        if plain.is_ascii() {
            out.push_str(&plain);
        } else {
            out.push(c);
        }
    }
}

/// The digit of another script as it is counted. Source: the General Category Nd of
/// <https://www.unicode.org/Public/UCD/latest/ucd/UnicodeData.txt>.
fn digit(c: char) -> Option<char> {
    /// Where the digits of each script begin.
    const ZEROS: [u32; 19] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
        0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
    ];
    let code = u32::from(c);
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10)
}

/// The Latin letter that a Cyrillic or Greek one looks like.
/// Source: <https://www.unicode.org/Public/security/latest/confusables.txt>
const fn twin(c: char) -> Option<char> {
    Some(match c {
        'а' | 'α' => 'a',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'с' | 'ϲ' => 'c',
        'С' | 'Ϲ' => 'C',
        'ԁ' => 'd',
        'е' => 'e',
        'Е' | 'Ε' => 'E',
        'Ԍ' => 'G',
        'һ' => 'h',
        'Н' | 'Η' => 'H',
        'і' | 'ι' | 'ı' => 'i',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'ј' | 'ϳ' => 'j',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'к' | 'κ' => 'k',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'о' | 'ο' => 'o',
        'О' | 'Ο' => 'O',
        'р' | 'ρ' => 'p',
        'Р' | 'Ρ' => 'P',
        'ԛ' => 'q',
        'ѕ' => 's',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'υ' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' => 'w',
        'Ԝ' => 'W',
        'х' | 'χ' => 'x',
        'Х' | 'Χ' => 'X',
        'у' | 'γ' => 'y',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'ɡ' => 'g',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, read: &str, found: &str, source: &str) {
        let bare = Bare::of(text);
        assert_eq!(bare.text(text), read);
        let at = read.find(found).expect("it is found");
        let span = bare.source(Span::new(at, at + found.len()));
        assert_eq!(span.of(text), source, "{text:?}");
    }

    #[test]
    fn a_disguise_is_read_through_and_found_again() {
        check("ghp_ab", "ghp_ab", "ghp_", "ghp_");
        check("é ghp_ab.", "é ghp_ab.", "ghp_ab", "ghp_ab");
        check(
            "a g\u{200b}hp_\u{ad}ab b",
            "a ghp_ab b",
            "ghp_ab",
            "g\u{200b}hp_\u{ad}ab",
        );
        check("＋４４ ２０", "+44 20", "44", "４４");
        check("x\u{2011}y\u{a0}z", "x-y z", "y z", "y\u{a0}z");
        check("ghр_аb1 слово", "ghp_ab1 слово", "ghp_ab1", "ghр_аb1");
        check("𝟒𝟎 ﬁ", "40 fi", "40", "𝟒𝟎");
        check("\u{200b}a\u{200b}", "a", "a", "a");
        check("", "", "", "");
    }

    #[test]
    fn a_disguise_is_told_from_plain_marks() {
        for text in ["ｇhp", "g\u{200b}hp", "ghр1"] {
            assert!(Bare::of(text).is_disguised(), "{text:?}");
        }
        for text in ["plain", "a – b", "❤️ you", "Zoë’s", "Москва", "so\u{ad}ft"] {
            assert!(!Bare::of(text).is_disguised(), "{text:?}");
        }
    }

    #[test]
    fn words_of_another_script_are_what_they_are() {
        let text = "Москва и ρόδα";
        assert_eq!(Bare::of(text).text(text), text);
    }

    proptest::proptest! {
        #[test]
        fn every_stretch_has_a_place_in_the_source(text in "\\PC*", a in 0usize..60, b in 0usize..60) {
            let bare = Bare::of(&text);
            let read = bare.text(&text);
            let cut = |at: usize| read.char_indices().nth(at).map_or(read.len(), |(at, _)| at);
            let (a, b) = (cut(a.min(b)), cut(a.max(b)));
            let span = bare.source(Span::new(a, b));
            proptest::prop_assert!(text.get(span.start..span.end).is_some());
            proptest::prop_assert_eq!(span.is_empty(), a == b);
        }
    }
}
