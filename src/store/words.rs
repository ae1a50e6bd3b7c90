//! The writer's own words for spelling: `words.txt`, one on each line; `#` begins a comment.
//!
//! Never: changes a line that is there.

use super::atomic::{unchanged, write_over};
use super::reading::{is_missing, read_text};
use super::shelf::MOST;
use super::turn::turn;
use super::{Home, StoreFault};

/// Adds a word at the end of the writer's list, unless it is there.
pub fn add_word(home: &Home, word: &str) -> Result<(), StoreFault> {
    let path = home.words();
    let word = word.trim();
    let _turn = turn(home)?;
    let mut text = match read_text(home.fs(), &path, MOST) {
        Ok(text) => text,
        Err(fault) if is_missing(&fault) => String::new(),
        Err(source) => return Err(StoreFault::Read { path, source }),
    };
    if word.is_empty() {
        return Ok(());
    }
    if words_of(&text).any(|known| known == word) {
        return unchanged(home.fs(), &path);
    }
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(line_break);
    }
    text.push_str(word);
    text.push_str(line_break);
    write_over(home.fs(), &path, text.as_bytes())
}

/// The words of such a list.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter_map(|line| line.split('#').next())
        .map(|line| line.trim().trim_start_matches('\u{feff}'))
        .filter(|word| !word.is_empty())
}
