//! How a value is tied to the word that announces it: by a sign, by "is", by standing behind it.
//!
//! Never: judges the value.

use crate::text::Span;

/// How a value is tied to its word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Tie {
    /// By a sign: `=`, `:`, `=>`.
    Sign,
    /// By a word: `is`, `was`, `to`.
    Word,
    /// It just follows.
    Nothing,
}

/// Words that tie.
const TYING: &[&str] = &[
    "is",
    "was",
    "will be",
    "to",
    "now",
    "ist",
    "lautet",
    "war",
    "est",
    "es",
    "é",
    "è",
    "e",
    "är",
    "er",
    "jest",
    "je",
    "este",
    "είναι",
    "это",
    "adalah",
    "là",
    "are",
    "becomes",
    "heißt",
    "still",
    "again",
    "from",
    "sigue siendo",
    "هي",
    "هو",
    "הוא",
    "היא",
];

/// What ties in scripts without spaces.
const JOINED: &[&str] = &["は", "が", "是", "为", "為", "는", "은", "는요"];

/// Words that begin an aside: "for the guest wifi".
const ASIDE: &[&str] = &[
    "for ", "to ", "of ", "on ", "in ", "at ", "für ", "zum ", "zur ", "fürs ", "im ", "vom ",
    "pour ", "du ", "de ", "para ", "del ", "per ", "della ", "do ", "da ", "voor ", "till ",
    "til ", "av ", "от ", "для ", "на ", "до ", "k ", "ke ", "na ", "pentru ", "la ", "(",
];

/// What ties a value to the word that it follows, and the text behind it; with `is_open` also what needs
/// no sign.
pub(super) fn tied<'t>(rest: &'t str, word: &str, is_open: bool) -> Option<(Tie, &'t str)> {
    let near = rest.trim_start_matches([' ', '\t']);
    let gap = rest.len() - near.len();
    for sign in [":=", "=>", "->", "==", "=", ":", "：", "→"] {
        if let Some(behind) = near.strip_prefix(sign) {
            // what stands on the next line belongs to it as well
            let behind = behind.trim_start_matches([' ', '\t']);
            return Some((Tie::Sign, behind.strip_prefix('\n').unwrap_or(behind)));
        }
    }
    if let Some(behind) = tying_word(near, word) {
        return Some((Tie::Word, behind));
    }
    if !is_open {
        return None;
    }
    let looser = ["- ", "| ", "/ ", "– ", "— "].iter();
    let looser = looser
        .filter(|_| gap > 0)
        .find_map(|sign| near.strip_prefix(sign));
    if let Some(behind) = looser.or_else(|| behind_picture(near)) {
        return Some((Tie::Word, behind));
    }
    if let Some(clause) = aside(near) {
        let found = behind_aside(near, clause, word);
        if found.is_some() || !clause.starts_with('(') {
            return found;
        }
    }
    if let Some(behind) = near.strip_prefix('(') {
        return Some((Tie::Word, behind));
    }
    Some((Tie::Nothing, near))
}

/// The clause of an aside that a text begins with: "for the guest wifi".
fn aside(near: &str) -> Option<&str> {
    let clause = near.split(['.', '\n', '!', '?', ';', ',']).next()?;
    let clause = Span::new(0, clause.floor_char_boundary(48)).of(clause);
    let is_aside = ASIDE.iter().any(|word| clause.starts_with(word));
    is_aside.then_some(clause)
}

/// "the password for the guest wifi is", "password (guests):"
fn behind_aside<'t>(near: &'t str, clause: &str, word: &str) -> Option<(Tie, &'t str)> {
    let places = clause
        .char_indices()
        .filter(|(_, c)| matches!(c, ' ' | ':'));
    for (at, c) in places {
        let behind = near.get(at..)?;
        if c == ':' {
            return behind.get(1..).map(|behind| (Tie::Sign, behind));
        }
        let next = behind.trim_start();
        if let Some(behind) = next.strip_prefix("- ").or_else(|| tying_word(next, word)) {
            return Some((Tie::Word, behind));
        }
    }
    None
}

/// The text behind a picture that points at something: a key, a finger, an arrow.
fn behind_picture(near: &str) -> Option<&str> {
    let is_picture = |c: char| !c.is_ascii() && !c.is_alphanumeric() && closing(c).is_none();
    let behind = near.trim_start_matches(is_picture);
    (behind.len() < near.len()).then(|| behind.trim_start_matches(' '))
}

/// The text behind a word that says what something is.
fn tying_word<'t>(text: &'t str, named: &str) -> Option<&'t str> {
    if let Some(behind) = JOINED.iter().find_map(|word| text.strip_prefix(word)) {
        return Some(behind.trim_start_matches([' ', ':']));
    }
    let is_finnish = named.eq_ignore_ascii_case("salasana");
    let mut text = text;
    let mut found = None;
    // "is now"
    for _ in 0..2 {
        let word = TYING
            .iter()
            .chain(is_finnish.then_some(&"on"))
            .find_map(|word| {
                let head = text.get(..word.len())?;
                let behind = text.get(word.len()..)?;
                (head.eq_ignore_ascii_case(word) && behind.starts_with([' ', ':', '\n', ',']))
                    .then_some(behind)
            });
        let Some(behind) = word else { break };
        text = behind_comment(behind).trim_start_matches([' ', ':', '\n']);
        found = Some(text);
    }
    found
}

/// The text behind what stands between two commas: ", as ever,".
fn behind_comment(text: &str) -> &str {
    const MOST: usize = 32;
    let Some(rest) = text.strip_prefix(',') else {
        return text;
    };
    let near = Span::new(0, rest.floor_char_boundary(MOST)).of(rest);
    near.find(',')
        .and_then(|at| rest.get(at + 1..))
        .unwrap_or(rest)
}

/// What closes a quotation that is opened by `c`.
pub(super) const fn closing(c: char) -> Option<char> {
    Some(match c {
        '"' => '"',
        '\'' => '\'',
        '`' => '`',
        '“' | '„' | '”' => '”',
        '‘' | '’' => '’',
        '«' => '»',
        '「' => '」',
        _ => return None,
    })
}

/// The value at the start of `rest`, up to its closing quote or a space, without the marks of the
/// sentence.
pub(super) fn cut(rest: &str, quote: Option<char>, is_link: bool) -> &str {
    const MOST: usize = 500;
    let rest = Span::new(0, rest.floor_char_boundary(MOST)).of(rest);
    let ends = |c: char| {
        quote == Some(c) || quote.is_none() && c.is_whitespace() || c == '\n' || is_link && c == '&'
    };
    let value = rest.split(ends).next().unwrap_or_default();
    if quote.is_some() {
        return value;
    }
    let is_mark =
        |c: char| ".,;:!?)]}\"'`”’»。、！？".contains(c) || !c.is_ascii() && !c.is_alphanumeric();
    value.trim_end_matches(is_mark)
}
