//! A regular expression and its twin for plain ASCII: most lines of most posts are ASCII, where the
//! twin finds the same, is compiled in a tenth of the time, and knows word boundaries without a look
//! at Unicode tables.
//!
//! Never: finds anything else than the expression itself; a test holds the two against each other.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{
    Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition,
};

/// The most memory that one pattern may take, in bytes.
const MAX_SIZE: usize = 1 << 20;
/// How deep brackets may stand in brackets.
const MAX_DEPTH: u32 = 50;
/// The number of states, reckoned generously, from which a pattern is compiled at once, to see whether
/// it is too large: a state takes up to 40 bytes.
const SUSPICIOUS: usize = MAX_SIZE / 40;
/// The states that even a small set of characters is taken for.
const SMALLEST: usize = 6;

/// Edges of words, in Unicode and in ASCII.
const WORD_EDGES: [(Look, Look); 6] = [
    (Look::WordUnicode, Look::WordAscii),
    (Look::WordUnicodeNegate, Look::WordAsciiNegate),
    (Look::WordStartUnicode, Look::WordStartAscii),
    (Look::WordEndUnicode, Look::WordEndAscii),
    (Look::WordStartHalfUnicode, Look::WordStartHalfAscii),
    (Look::WordEndHalfUnicode, Look::WordEndHalfAscii),
];

/// Something that is compiled when it is first needed.
type Later = LazyLock<Option<Regex>, Box<dyn FnOnce() -> Option<Regex> + Send>>;

/// A regular expression, ready for ASCII, and for other texts as soon as there is one.
pub(super) struct Regular {
    ascii: Regex,
    full: Later,
    loose: Later,
}

impl Regular {
    /// Reads a pattern; the reason says what to change in the file.
    pub(super) fn new(pattern: &str) -> Result<Self, String> {
        let mut parser = ParserBuilder::new().nest_limit(MAX_DEPTH).build();
        let read = parser.parse(pattern);
        let hir = read.map_err(|fault| reason(&fault.to_string()))?;
        if size(&hir) > SUSPICIOUS {
            built(pattern).map_err(too_large)?;
        }
        let ascii = built(&in_ascii(hir).to_string()).map_err(too_large)?;
        let (whole, loose) = (pattern.to_owned(), without_boundaries(pattern));
        Ok(Self {
            ascii,
            full: later(whole),
            loose: later(loose),
        })
    }

    /// The expression, for any text; its groups are those of every twin.
    pub(super) const fn ascii(&self) -> &Regex {
        &self.ascii
    }

    /// The expression for searching `hay`.
    pub(super) fn of(&self, hay: &str) -> Option<&Regex> {
        if hay.is_ascii() {
            Some(&self.ascii)
        } else {
            self.full.as_ref()
        }
    }

    /// Where the first match from `from` on cannot begin before; nothing where none is.
    pub(super) fn near(&self, hay: &str, from: usize) -> Option<usize> {
        let loose = (!hay.is_ascii()).then(|| self.loose.as_ref()).flatten();
        match loose {
            Some(loose) => loose.find_at(hay, from).map(|near| near.start()),
            None => Some(from),
        }
    }
}

fn later(pattern: String) -> Later {
    LazyLock::new(Box::new(move || built(&pattern).ok()))
}

/// The pattern without `\b` and `\B`. What the pattern matches, its twin matches, too, and begins no
/// later; and unlike the pattern it keeps to the fast lane of `regex` in a text with an emoji or an
/// accent. So it says quickly where the pattern need not look.
fn without_boundaries(pattern: &str) -> String {
    let mut loose = String::with_capacity(pattern.len() + 16);
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().filter(|_| c == '\\');
        match next {
            Some('b' | 'B') => {
                chars.next();
                let is_other = chars.peek() == Some(&'{');
                loose.push_str(if is_other { r"\b" } else { "(?:)" });
            }
            Some(next) => {
                chars.next();
                loose.extend([c, next]);
            }
            None => loose.push(c),
        }
    }
    loose
}

fn built(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern)
        .size_limit(MAX_SIZE)
        .dfa_size_limit(MAX_SIZE)
        .nest_limit(MAX_DEPTH + 2)
        .build()
}

/// What to tell the person who wrote the pattern.
fn too_large(fault: regex::Error) -> String {
    if matches!(fault, regex::Error::CompiledTooBig(_)) {
        return "the pattern grows too large; use smaller repeat counts, or split it into several \
                rules"
            .to_owned();
    }
    reason(&fault.to_string())
}

fn reason(words: &str) -> String {
    let last = words.lines().last().unwrap_or_default();
    let what = last.trim().trim_start_matches("error: ");
    format!("the pattern cannot be read: {what}")
}

/// How many states a pattern takes when its repeats are written out.
fn size(hir: &Hir) -> usize {
    let all = |subs: &[Hir]| subs.iter().map(size).fold(0, usize::saturating_add);
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class
            .iter()
            .copied()
            .map(states)
            .sum::<usize>()
            .max(SMALLEST),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len().max(SMALLEST),
        HirKind::Repetition(repeat) => {
            let n = repeat.max.unwrap_or(repeat.min).max(1) as usize;
            size(&repeat.sub).saturating_mul(n)
        }
        HirKind::Capture(capture) => size(&capture.sub),
        HirKind::Concat(subs) | HirKind::Alternation(subs) => all(subs),
    }
}

/// How many states of a machine over bytes a stretch of characters takes, and some to spare.
fn states(range: ClassUnicodeRange) -> usize {
    let (start, end) = (range.start(), range.end());
    let is_one = start as u32 == end as u32;
    match (is_one, start.len_utf8(), end.len_utf8()) {
        (true, ..) => 1,
        (false, 1, 1) => 2,
        (false, first, last) if first == last => 3,
        // it crosses lengths of UTF-8
        (false, ..) => 24,
    }
}

/// What of a pattern can match in ASCII.
fn in_ascii(hir: Hir) -> Hir {
    let all = |subs: Vec<Hir>| subs.into_iter().map(in_ascii).collect();
    match hir.into_kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) if literal.0.is_ascii() => Hir::literal(literal.0),
        HirKind::Literal(_) => Hir::fail(),
        HirKind::Class(Class::Unicode(mut class)) => {
            class.intersect(&ClassUnicode::new([ClassUnicodeRange::new('\0', '\x7f')]));
            Hir::class(Class::Unicode(class))
        }
        HirKind::Class(class) => Hir::class(class),
        HirKind::Look(look) => {
            let twin = WORD_EDGES.iter().find(|(unicode, _)| *unicode == look);
            Hir::look(twin.map_or(look, |(_, ascii)| *ascii))
        }
        HirKind::Repetition(repeat) => Hir::repetition(Repetition {
            sub: Box::new(in_ascii(*repeat.sub)),
            ..repeat
        }),
        HirKind::Capture(capture) => Hir::capture(Capture {
            sub: Box::new(in_ascii(*capture.sub)),
            ..capture
        }),
        HirKind::Concat(subs) => Hir::concat(all(subs)),
        HirKind::Alternation(subs) => Hir::alternation(all(subs)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATTERNS: [&str; 12] = [
        r"\b\p{Lu}{3,6}\b",
        r"(?i)\bk(?:ä|a)s[se]\w*",
        r"(?x) (?<apart> \d{1,3} [\s,/&+-]+ ) | \b [a-z.]+ @ \w+",
        r"(?m)^\s*[-•]\s|$",
        r"[^a-z\n]{2,}?(ü|b)?",
        r"(?s).+?x|\B.",
        r"\x{e9}+|(?:é)*a",
        r"\b{start}\w|\w\b{end}",
        r"[[:punct:]]\W",
        r"(a|(b)|(ö))(?<name>c)?",
        r"ö",
        r"(?-u:\b)\S+(?i:ſ)",
    ];

    proptest::proptest! {
        #[test]
        fn the_twin_finds_what_the_pattern_finds(text in "[a-cKkSsxXA-C0-2 .,@\\-/•\n_&!é]{0,24}") {
            for pattern in PATTERNS {
                let regular = Regular::new(pattern).unwrap();
                let plain = Regex::new(pattern).unwrap();
                let found = |regex: &Regex| {
                    let all = regex.captures_iter(&text);
                    all.map(|one| one.iter().map(|group| group.map(|one| one.range())).collect())
                        .collect::<Vec<Vec<_>>>()
                };
                let names = |regex: &Regex| {
                    let names = regex.capture_names().map(|name| name.map(str::to_owned));
                    names.collect::<Vec<_>>()
                };
                proptest::prop_assert_eq!(found(regular.of(&text).unwrap()), found(&plain), "{}", pattern);
                proptest::prop_assert_eq!(names(regular.ascii()), names(&plain));
            }
        }
    }

    #[test]
    fn what_grows_too_large_is_told_at_once() {
        for pattern in [
            r"\w{500}",
            r"(?:\pL{20}){20}",
            r"[a-z]{60000}",
            r"((a{100}){100}){100}",
        ] {
            let told = Regular::new(pattern).err().unwrap_or_default();
            assert!(told.contains("grows too large"), "{pattern}: {told}");
        }
        assert!(Regular::new(r"\w{8}\d{1,20}").is_ok());
    }
}
