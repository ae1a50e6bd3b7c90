//! Lists in plain text: lines that begin with a mark, a number or an emoji.
//!
//! Never: takes one such line alone for a list; it may be a signature behind its dash.

use super::Span;
use super::segment::graphemes;

/// Marks that stand before an item with a space behind them.
const SPACED: [char; 7] = ['-', '*', '+', '–', '—', '·', '→'];
/// Marks that are nothing else, so that no space is needed.
const PLAIN: [char; 11] = ['•', '◦', '‣', '▪', '▫', '●', '○', '■', '□', '✓', '✔'];
/// The most digits of a number before an item; a year is none.
const MOST_DIGITS: usize = 3;

/// What stands before an item. Items of different kinds do not make a list together.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Mark {
    Sign(char),
    Number,
    Letter,
    Emoji,
}

/// Returns the items of the lists, each without its mark and the white space around it.
///
/// A list is two or more items with marks of one kind, with no more than one blank line between
/// them; items that stand further in than the one before may have a mark of their own. A line that
/// is indented and has no mark goes on with the item before it.
///
/// ```
/// let text = "We have:\n- tea\n- cake\n\n– Asha";
/// let items = postwright::text::items(text);
/// assert_eq!(items.iter().map(|item| item.of(text)).collect::<Vec<_>>(), ["tea", "cake"]);
/// ```
pub fn items(text: &str) -> Vec<Span> {
    let mut lists = Lists::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lists.read(line, start);
        start += line.len();
    }
    lists.close();
    lists.items
}

/// A list that may still go on.
#[derive(Default)]
struct Lists {
    /// The items of the lists that have ended.
    items: Vec<Span>,
    /// The items of the one that goes on.
    open: Vec<Span>,
    /// How far in the items of each depth stand, and their marks.
    depths: Vec<(usize, Mark)>,
    n_blank: usize,
}

impl Lists {
    fn read(&mut self, line: &str, start: usize) {
        let words = line.trim_end();
        let bare = words.trim_start();
        let indent = words.len() - bare.len();
        if bare.is_empty() {
            self.n_blank += 1;
            return;
        }
        let span = |skipped: usize| Span::new(start + indent + skipped, start + words.len());
        match mark(bare) {
            Some((mark, skipped)) => {
                self.depths.retain(|(depth, _)| *depth <= indent);
                let before = self.depths.iter().rfind(|(depth, _)| *depth <= indent);
                let goes_on =
                    before.is_some_and(|(depth, other)| *depth < indent || *other == mark);
                if !goes_on || self.n_blank > 1 {
                    self.close();
                }
                if !self.depths.iter().any(|(depth, _)| *depth == indent) {
                    self.depths.push((indent, mark));
                }
                self.open.push(span(skipped));
            }
            None if indent > 0 && self.n_blank == 0 => {
                if let Some(last) = self.open.last_mut() {
                    last.end = start + words.len();
                }
            }
            None => self.close(),
        }
        self.n_blank = 0;
    }

    fn close(&mut self) {
        if self.open.len() > 1 {
            self.items.append(&mut self.open);
        }
        self.open.clear();
        self.depths.clear();
    }
}

/// The mark that a line begins with, and how many bytes it takes with the space behind it; nothing
/// when no word follows.
fn mark(line: &str) -> Option<(Mark, usize)> {
    let first = line.chars().next()?;
    let (mark, n, needs_space) = if PLAIN.contains(&first) {
        (Mark::Sign(first), first.len_utf8(), false)
    } else if SPACED.contains(&first) {
        (Mark::Sign(first), first.len_utf8(), true)
    } else if first.is_ascii_alphanumeric() && !is_keycap(line) {
        numbered(line)?
    } else {
        let (_, cluster) = graphemes(line).next()?;
        emojis::get(cluster)?;
        (Mark::Emoji, cluster.len(), false)
    };
    let rest = line.get(n..)?;
    let words = rest.trim_start();
    let has_space = words.len() < rest.len();
    let has_words = words.contains(char::is_alphanumeric);
    (has_words && (has_space || !needs_space)).then_some((mark, line.len() - words.len()))
}

fn is_keycap(line: &str) -> bool {
    line.chars().take(3).any(|c| c == '\u{20e3}')
}

/// `12.`, `3)` or `b)`.
fn numbered(line: &str) -> Option<(Mark, usize, bool)> {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let (mark, n) = if digits > 0 {
        (Mark::Number, digits)
    } else {
        (Mark::Letter, 1)
    };
    let sign = line.get(n..)?.chars().next()?;
    let is_end = sign == ')' || (sign == '.' && mark == Mark::Number);
    (is_end && digits <= MOST_DIGITS).then_some((mark, n + 1, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = items(text).iter().map(|item| item.of(text)).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn marks_numbers_and_emoji_make_a_list() {
        check("- a\n- b", &["a", "b"]);
        check("Tea:\r\n•a \r\n\r\n• b\r\nbye", &["a", "b"]);
        check("1. Ask\n2) Tell\n10. Go", &["Ask", "Tell", "Go"]);
        check("a) Ask\nb) Tell", &["Ask", "Tell"]);
        check("👩‍👩‍👧 We\n🎉 You", &["We", "You"]);
        check("1️⃣ One\n2️⃣ Two", &["One", "Two"]);
        check("– café ☕\n– thé", &["café ☕", "thé"]);
    }

    #[test]
    fn a_line_alone_is_no_list() {
        check("- a", &[]);
        check("Thanks for the cake\n– Asha, Brightside", &[]);
        check("2026. A year\n2027. Another", &[]);
        check("- a\n\n\n- b", &[]);
        check("-5 degrees\n-6 degrees", &[]);
        check("---\n---", &[]);
        check("E. Rao\nD. Reyes", &[]);
        check("🎉\n🎉", &[]);
        check("", &[]);
    }

    #[test]
    fn a_signature_behind_a_list_is_no_item() {
        check("- a\n- b\n\n– Asha", &["a", "b"]);
        check("- a\n- b\nAsha", &["a", "b"]);
    }

    #[test]
    fn items_go_on_and_lie_in_each_other() {
        check("- a\n  more\n- b", &["a\n  more", "b"]);
        check("1. a\n   - b\n   - c\n2. d", &["a", "b", "c", "d"]);
        check("- a\n  * b\nc\n- d", &["a", "b"]);
    }
}
