//! A text taken apart into sentences and clauses, fast and roughly, so that each can be judged on its own.
//!
//! Never: parts a word, or code from its marks.

use crate::text::Span;

/// How many bytes a sentence without an end may have before it is cut at the next space.
const LONG: usize = 1000;

/// The sentences and clauses of a text, with the white space behind them; blocks of code are left out.
pub(super) fn pieces(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut is_fenced = false;
    for line in text.split_inclusive('\n') {
        let n_fences = line.matches("```").count();
        if n_fences % 2 == 1 {
            is_fenced = !is_fenced;
        } else if line.contains('`') && !is_fenced {
            // a stop inside of code is no end
            out.push(Span::new(start, start + line.len()));
        } else if !is_fenced {
            split(line, start, &mut out);
        }
        start += line.len();
    }
    out
}

/// Splits a line behind stops, colons and dashes that white space follows.
fn split(line: &str, offset: usize, out: &mut Vec<Span>) {
    let mut start = 0;
    let mut is_at_end = false;
    for (at, c) in line.char_indices() {
        if c.is_whitespace() {
            if is_at_end || at - start > LONG {
                let end = at + c.len_utf8();
                out.push(Span::new(offset + start, offset + end));
                start = end;
            }
            is_at_end = false;
        } else if !matches!(c, '"' | '”' | '’' | '\'' | ')' | '»') {
            is_at_end = matches!(
                c,
                '.' | '!' | '?' | '…' | ':' | ';' | '–' | '—' | '。' | '！' | '？' | '؟' | '।'
            );
        }
    }
    if start < line.len() {
        out.push(Span::new(offset + start, offset + line.len()));
    }
}
