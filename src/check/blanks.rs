//! Blanks of a template, `{like this}`.
//!
//! Never: knows whether one may stay; the rule kind `Blank` does.

use crate::text::Span;

/// The longest blank, in bytes; more is a paragraph between brackets.
const MAX: usize = 200;

/// The blanks of a text with their brackets, in order. What stands between the brackets is a few
/// words, dots or nothing. Numbers (`{1, 2}`) and what looks like program text (`{"a": 1}`) are no
/// blanks; `{{blank}}` is one.
pub fn blanks(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, mark) in text.match_indices(['{', '\n', '}']) {
        match mark {
            "{" => open = Some(at),
            "}" => {
                let span = open.take().map(|start| Span::new(start, at + 1));
                let is_found = |span: &Span| is_blank(span.of(text));
                out.extend(span.filter(is_found).map(|span| with_doubled(text, span)));
            }
            _ => open = None,
        }
    }
    out
}

fn is_blank(words: &str) -> bool {
    let inner = words
        .strip_prefix('{')
        .and_then(|words| words.strip_suffix('}'))
        .unwrap_or_default()
        .trim();
    let is_program = inner.contains(['"', ';', '=', '\\', '$']);
    let is_dots = inner.chars().all(|c| "._…-–?".contains(c));
    inner.len() <= MAX && !is_program && (is_dots || inner.chars().any(char::is_alphabetic))
}

/// `{{blank}}` is one blank.
fn with_doubled(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    if before.ends_with('{') && after.starts_with('}') {
        Span::new(span.start - 1, span.end + 1)
    } else {
        span
    }
}
