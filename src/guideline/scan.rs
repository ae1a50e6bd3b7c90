//! A small reader of RON's outer shape: where the entries of a list and the fields of a struct
//! stand, in bytes. `ron` itself says what they mean; this says where they are.
//!
//! Never: judges a file; a source that `ron` refuses yields fewer places, not a fault.

use crate::text::Span;

/// What the scanner meets between words.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Piece {
    /// A bracket that opens.
    Open,
    /// A bracket that closes.
    Close,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A word: a name, a number, a string, a character.
    Word,
}

/// Returns the pieces of `source` with their places; white space and comments are skipped.
fn pieces(source: &str) -> Vec<(Piece, Span)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        let (piece, n_bytes) = next_piece(rest);
        if let Some(piece) = piece {
            out.push((piece, Span::new(at, at + n_bytes)));
        }
        at += n_bytes;
    }
    out
}

fn next_piece(rest: &str) -> (Option<Piece>, usize) {
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        '(' | '[' | '{' => (Some(Piece::Open), 1),
        ')' | ']' | '}' => (Some(Piece::Close), 1),
        ',' => (Some(Piece::Comma), 1),
        ':' => (Some(Piece::Colon), 1),
        '"' => (Some(Piece::Word), string_end(rest)),
        '\'' => (Some(Piece::Word), char_end(rest)),
        '/' if rest.starts_with("//") => (None, rest.find('\n').unwrap_or(rest.len())),
        '/' if rest.starts_with("/*") => (None, block_comment_end(rest)),
        'r' if is_raw_string(rest) => (Some(Piece::Word), raw_string_end(rest)),
        c if c.is_whitespace() || c == '\u{feff}' => (None, c.len_utf8()),
        _ => {
            let ends = |c: char| c.is_whitespace() || "()[]{},:\"/".contains(c);
            let n_first = first.len_utf8();
            let tail = rest.get(n_first..).unwrap_or_default();
            (
                Some(Piece::Word),
                n_first + tail.find(ends).unwrap_or(tail.len()),
            )
        }
    }
}

fn string_end(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn char_end(rest: &str) -> usize {
    let body = rest.get(1..).unwrap_or_default();
    let skip = if body.starts_with('\\') {
        2
    } else {
        body.chars().next().map_or(0, char::len_utf8)
    };
    body.get(skip..)
        .and_then(|tail| tail.find('\''))
        .map_or(1, |n| 1 + skip + n + 1)
}

fn is_raw_string(rest: &str) -> bool {
    rest.get(1..)
        .is_some_and(|tail| tail.trim_start_matches('#').starts_with('"'))
}

fn raw_string_end(rest: &str) -> usize {
    let n_marks = rest
        .get(1..)
        .map_or(0, |tail| tail.len() - tail.trim_start_matches('#').len());
    let close = format!("\"{}", "#".repeat(n_marks));
    let start = 2 + n_marks;
    rest.get(start..)
        .and_then(|tail| tail.find(&close))
        .map_or(rest.len(), |n| start + n + close.len())
}

fn block_comment_end(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(tail) = rest.get(at..).filter(|tail| !tail.is_empty()) {
        if tail.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if tail.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += tail.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// Returns where the value of `field` stands in the struct that `source` is.
pub fn field_span(source: &str, field: &str) -> Option<Span> {
    let pieces = pieces(source);
    let mut depth = 0;
    for (n, (piece, span)) in pieces.iter().enumerate() {
        match piece {
            Piece::Open => depth += 1,
            Piece::Close => depth -= 1,
            Piece::Word if depth == 1 && span.of(source) == field => {
                if pieces
                    .get(n + 1)
                    .is_some_and(|(next, _)| *next == Piece::Colon)
                {
                    return value_span(pieces.get(n + 2..)?);
                }
            }
            Piece::Word | Piece::Comma | Piece::Colon => {}
        }
    }
    None
}

/// The span from the first piece to the comma or bracket that ends the value.
fn value_span(pieces: &[(Piece, Span)]) -> Option<Span> {
    let start = pieces.first()?.1.start;
    let mut end = start;
    let mut depth = 0;
    for (piece, span) in pieces {
        match piece {
            Piece::Open => depth += 1,
            Piece::Close | Piece::Comma if depth == 0 => break,
            Piece::Close => depth -= 1,
            Piece::Word | Piece::Comma | Piece::Colon => {}
        }
        end = span.end;
    }
    Some(Span::new(start, end))
}

/// Returns where the entries stand of the list `field`, or of the list that `source` itself is.
pub fn list_items(source: &str, field: Option<&str>) -> Vec<Span> {
    let list = match field {
        Some(field) => field_span(source, field),
        None => Some(Span::all(source)),
    };
    let Some(list) = list else { return Vec::new() };
    let mut pieces = pieces(list.of(source)).into_iter().peekable();
    if pieces.next_if(|(piece, _)| *piece == Piece::Open).is_none() {
        return Vec::new();
    }
    let rest: Vec<(Piece, Span)> = pieces.collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(value) = rest
        .get(at..)
        .and_then(value_span)
        .filter(|value| !value.is_empty())
    {
        out.push(value.shifted(list.start));
        at = rest
            .iter()
            .position(|(_, span)| span.start >= value.end)
            .unwrap_or(rest.len());
        if rest.get(at).is_none_or(|(piece, _)| *piece != Piece::Comma) {
            break;
        }
        at += 1;
    }
    out
}

/// Returns `source` with `()` behind each bare word of `names`, so that a rule kind without options
/// may be written either way, and the places (in the result) where the brackets were put.
pub(super) fn with_brackets(source: &str, names: &[&str]) -> (String, Vec<usize>) {
    let pieces = pieces(source);
    let mut out = String::with_capacity(source.len() + 8);
    let mut added = Vec::new();
    let mut from = 0;
    for (n, (piece, span)) in pieces.iter().enumerate() {
        let is_bare = *piece == Piece::Word
            && names.contains(&span.of(source))
            && pieces
                .get(n + 1)
                .is_none_or(|(next, _)| !matches!(next, Piece::Open | Piece::Colon));
        if is_bare {
            out.push_str(source.get(from..span.end).unwrap_or_default());
            added.push(out.len());
            out.push_str("()");
            from = span.end;
        }
    }
    out.push_str(source.get(from..).unwrap_or_default());
    (out, added)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_a_list_are_found_between_comments_and_strings() {
        let source = "(id: \"a\", // rules: [\n rules: [(a: \"]\", b: r#\")\"#), /* x, */ (c: ['\\''])], z: 1)";
        let found: Vec<&str> = list_items(source, Some("rules"))
            .into_iter()
            .map(|s| s.of(source))
            .collect();
        assert_eq!(found, ["(a: \"]\", b: r#\")\"#)", "(c: ['\\''])"]);
    }

    #[test]
    fn a_bare_kind_gets_brackets() {
        let (text, added) = with_brackets(
            "(find: Blank, of: AnyOf([\"Blank\"]), find: Blank())",
            &["Blank", "AnyOf"],
        );
        assert_eq!(
            text,
            "(find: Blank(), of: AnyOf([\"Blank\"]), find: Blank())"
        );
        assert_eq!(added, [12]);
    }
}
