//! Where the bytes of a text stand in its galley.
//!
//! Never: paints.

use egui::text::CharIndex;
use egui::{Galley, Pos2, Rect};

use crate::text::Span;

/// The rows of a galley, and the text they came from.
pub(super) struct Rows<'a> {
    pub(super) galley: &'a Galley,
    pub(super) at: Pos2,
    pub(super) text: &'a str,
    pub(super) clip: Rect,
}

impl Rows<'_> {
    /// The byte of the character under a point; none beside the words.
    pub(super) fn byte_at(&self, at: Pos2) -> Option<usize> {
        let mut first = 0;
        for row in &self.galley.rows {
            let n = row.char_count_excluding_newline().0;
            if row.rect().translate(self.at.to_vec2()).contains(at) {
                let x = at.x - self.at.x - row.pos.x;
                let edge = |n: usize| row.x_offset(CharIndex(n));
                let under = (0..n).find(|n| edge(*n) <= x && x < edge(n + 1));
                return under.map(|n| byte_of(self.text, first + n));
            }
            first += n + usize::from(row.ends_with_newline);
        }
        None
    }

    /// For each span, the rows that it covers, each with its baseline; rows out of sight are left out.
    pub(super) fn of(&self, spans: &[Span]) -> Vec<Vec<(Rect, f32)>> {
        let ends: Vec<usize> = spans
            .iter()
            .flat_map(|span| [span.start, span.end])
            .collect();
        let chars = chars_of(self.text, &ends);
        let mut out = vec![Vec::new(); spans.len()];
        let mut first = 0;
        for row in &self.galley.rows {
            let n = row.char_count_excluding_newline().0;
            let last = first + n;
            let rect = row.rect().translate(self.at.to_vec2());
            if rect.intersects(self.clip) {
                let base =
                    self.at.y + row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y);
                for (stretches, ends) in out.iter_mut().zip(chars.chunks_exact(2)) {
                    let &[start, end] = ends else { continue };
                    let (a, b) = (start.max(first), end.min(last));
                    if a < b {
                        let x =
                            |at: usize| self.at.x + row.pos.x + row.x_offset(CharIndex(at - first));
                        stretches.push((Rect::from_x_y_ranges(x(a)..=x(b), rect.y_range()), base));
                    }
                }
            }
            first = last + usize::from(row.ends_with_newline);
        }
        out
    }
}

/// Turns byte offsets into numbers of `char`s, in one walk over the text.
fn chars_of(text: &str, bytes: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bytes.len()).collect();
    order.sort_by_key(|n| bytes.get(*n));
    let mut out = vec![0; bytes.len()];
    let mut walked = text.char_indices().enumerate().peekable();
    let n_all = text.chars().count();
    for n in order {
        let byte = bytes.get(n).copied().unwrap_or_default();
        while walked.next_if(|(_, (at, _))| *at < byte).is_some() {}
        if let Some(slot) = out.get_mut(n) {
            *slot = walked.peek().map_or(n_all, |(count, _)| *count);
        }
    }
    out
}

/// The byte at which the `n`th `char` starts.
pub(super) fn byte_of(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
}

/// How many `char`s stand before a byte.
pub(super) fn char_of(text: &str, byte: usize) -> usize {
    text.char_indices().take_while(|(at, _)| *at < byte).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_chars_in_one_walk() {
        let text = "añ👍b";
        assert_eq!(chars_of(text, &[0, text.len(), 3, 1, 7]), [0, 4, 2, 1, 3]);
        assert_eq!(byte_of(text, 3), 7);
        assert_eq!(char_of(text, 7), 3);
    }
}
