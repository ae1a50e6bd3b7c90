//! What an imported rule does to the words it found, written as data.
//!
//! Never: changes a text; it says how the words would read.

use crate::text::one_line;
use regex::Regex;
use serde::Deserialize;
use unicode_normalization::char::is_combining_mark;

/// One way to change words; blanks around the result are taken off.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub enum Change {
    /// What a pattern matches becomes something else; `${1}` is what its first group caught.
    Replace(String, String),
    /// Takes any of these characters off both ends.
    Trim(String),
    /// Takes any of these characters off the start.
    TrimStart(String),
    /// Takes any of these characters off the end.
    TrimEnd(String),
    /// Keeps what stands before this.
    CutAt(String),
    /// Keeps the piece of this number (from 0) between these.
    Piece(String, usize),
    /// Words in small letters with spaces between them: `DataCenter` and `data-center` become
    /// `data center`.
    SmallWords,
}

impl Change {
    /// The reason why it cannot be used, if there is one.
    pub(super) fn check(&self) -> Result<(), String> {
        match self {
            Self::Replace(pattern, _) => regex_of(pattern).map(|_| ()),
            Self::CutAt(mark) | Self::Piece(mark, _) if mark.is_empty() => {
                Err("the change needs the text at which it cuts".to_owned())
            }
            Self::Trim(_)
            | Self::TrimStart(_)
            | Self::TrimEnd(_)
            | Self::CutAt(_)
            | Self::Piece(..)
            | Self::SmallWords => Ok(()),
        }
    }

    /// The words changed; nothing when that leaves them as they are.
    pub(super) fn of(&self, words: &str) -> Option<String> {
        let changed = match self {
            Self::Replace(pattern, with) => {
                let regex = regex_of(pattern).ok()?;
                regex.replace_all(words, with.as_str()).into_owned()
            }
            Self::Trim(marks) => words.trim_matches(|c| marks.contains(c)).to_owned(),
            Self::TrimStart(marks) => words.trim_start_matches(|c| marks.contains(c)).to_owned(),
            Self::TrimEnd(marks) => words.trim_end_matches(|c| marks.contains(c)).to_owned(),
            Self::CutAt(mark) => words.split(mark.as_str()).next()?.to_owned(),
            Self::Piece(mark, n) => words.split(mark.as_str()).nth(*n)?.to_owned(),
            Self::SmallWords => small_words(words),
        };
        let changed = changed.trim();
        (changed != words).then(|| changed.to_owned())
    }
}

/// The words in small letters; a capital behind a small letter begins one, unless that is the first
/// letter as in `iPhone`; other signs part them.
fn small_words(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 4);
    let mut before = ' ';
    for (at, c) in words.char_indices() {
        let is_of_word = c.is_alphanumeric() || is_combining_mark(c);
        if !is_of_word || (at > 1 && before.is_lowercase() && c.is_uppercase()) {
            out.push(' ');
        }
        if is_of_word {
            out.extend(c.to_lowercase());
        }
        before = c;
    }
    one_line(&out)
}

fn regex_of(pattern: &str) -> Result<Regex, String> {
    let built = regex::RegexBuilder::new(pattern)
        .size_limit(1 << 20)
        .build();
    built.map_err(|_fault| format!("the pattern of the change cannot be read: {pattern:?}"))
}
