//! Private keys as files hold them, from their first line to their last.
//!
//! Never: takes the mention of a first line for a key.

use super::digits::entropy;
use crate::text::Span;

/// What names a key, between the dashes of its first and its last line.
const NAMES: [&str; 3] = ["PRIVATE KEY", "private key", "PuTTY-User-Key-File-"];
/// The longest private key that is looked for, in bytes.
const LONGEST: usize = 16_384;
/// The longest line in front of a name: dashes, BEGIN, the sort of key.
const LEAD: usize = 48;

/// Where private keys stand, in order of the text for each name.
pub(super) fn keys(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for name in NAMES {
        for (at, _) in text.match_indices(name) {
            let is_new = out
                .last()
                .is_none_or(|last| last.end <= at || at < last.start);
            if is_new {
                out.extend(key_around(text, Span::new(at, at + name.len())));
            }
        }
    }
    out
}

fn key_around(text: &str, name: Span) -> Option<Span> {
    let end = text.floor_char_boundary(text.len().min(name.end + LONGEST));
    let behind = Span::new(name.end, end).of(text);
    let is_putty = name.of(text).starts_with("PuTTY");
    let first = if is_putty {
        name.start
    } else {
        let near = text.floor_char_boundary(name.start.saturating_sub(LEAD));
        let lead = Span::new(near, name.start).of(text);
        let line = lead.rsplit('\n').next().unwrap_or(lead);
        let small = line.to_ascii_lowercase();
        let opens = small.rfind("begin ");
        let word = opens.or_else(|| small.rfind("end "))?;
        let head = line.get(..word)?;
        let bare = head.trim_end_matches(is_dash);
        if bare.len() == head.len() {
            return None;
        }
        let dashes = line.get(bare.len()..)?.trim_start();
        let start = name.start - dashes.len();
        if opens.is_none() {
            return key_before(text, start, name.end);
        }
        start
    };
    // a mention of the first line is no key
    let body = Span::new(0, end_of_body(behind)).of(behind);
    let rows = end_of_last_row(body)?;
    let rest = body.get(rows..)?;
    let n_last = last_line(rest).unwrap_or(0);
    Some(Span::new(first, name.end + rows + n_last))
}

/// Typed, or what a telephone makes of it.
const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | ' ')
}

/// How far the last line of a key reaches, where it stands in front.
fn last_line(rest: &str) -> Option<usize> {
    let dashes = rest.find(['-', '—', '–'])?;
    let gap = rest.get(..dashes)?;
    let line = rest.get(dashes..)?.lines().next()?;
    let name = line.to_ascii_lowercase().find("end ")? + 4;
    let behind = line.get(name..)?;
    let closing = behind.find(['-', '—', '–']).unwrap_or(behind.len());
    let last = behind.get(closing..)?;
    let last = last.len() - last.trim_start_matches(['-', '—', '–']).len();
    let n = name + closing.min(LEAD) + last;
    (gap.len() < 16).then(|| dashes + line.floor_char_boundary(n))
}

/// A key whose first line is not there: the rows before its last line.
fn key_before(text: &str, line: usize, name_end: usize) -> Option<Span> {
    let before = text.get(..line)?;
    let rows = before.trim_end_matches(|c: char| is_base64(c) || c.is_ascii_whitespace());
    let body = before.get(rows.len()..)?;
    let at = end_of_last_row(body).map(|_| first_row(body))?;
    let near = text.ceil_char_boundary(text.len().min(name_end + 16));
    let behind = Span::new(name_end, near).of(text);
    let bare = behind.trim_start_matches(is_dash);
    let dashes = behind.strip_suffix(bare)?.trim_end();
    let n_dashes = dashes.len();
    (n_dashes > 0).then(|| Span::new(rows.len() + at, name_end + n_dashes))
}

/// Where the first row of a key begins among words that look like one.
fn first_row(body: &str) -> usize {
    let mut at = 0;
    for piece in body.split_inclusive(|c: char| c.is_ascii_whitespace()) {
        if piece.trim().len() >= 24 {
            break;
        }
        at += piece.len();
    }
    at
}

/// Where the last row of a key ends, if there is one.
fn end_of_last_row(block: &str) -> Option<usize> {
    let (mut at, mut last) = (0, None);
    for piece in block.split_inclusive(|c: char| !is_base64(c)) {
        let row = piece.trim_end_matches(|c: char| !is_base64(c));
        let is_rest = last.is_some() && !row.is_empty() && row.ends_with('=');
        if is_rest || row.len() >= 24 && entropy(row) >= 3.0 {
            last = Some(at + row.len());
        }
        at += piece.len();
    }
    last
}

/// Where what may be a key ends: at the first paragraph that holds no row, no header of a key and no
/// last line.
fn end_of_body(text: &str) -> usize {
    let mut at = 0;
    let mut is_after_blank = false;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let words = line.trim();
        if n > 0 && is_after_blank && !words.is_empty() && !is_of_key(words) {
            break;
        }
        is_after_blank = n > 0 && words.is_empty() || is_after_blank && is_of_key(words);
        at += line.len();
    }
    at
}

/// Whether a line is a row of a key, its check sum, a header such as `Version: 2`, or its last line.
fn is_of_key(line: &str) -> bool {
    let is_row = line.chars().all(is_base64) && (line.len() >= 24 || line.ends_with('='));
    let is_last = line.starts_with(is_dash) && line.to_ascii_lowercase().contains("end ");
    let is_header = line.split_once(": ").is_some_and(|(name, _)| {
        name.len() < 24 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    is_row || is_last || is_header || line.starts_with('=')
}

const fn is_base64(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::with_specimens;

    /// Rows as a key has them; made up at run time.
    fn rows(n: usize) -> String {
        let row = with_specimens("«secret:github:row»").into_owned();
        let row: String = row.chars().filter(char::is_ascii_alphanumeric).collect();
        let mut out: Vec<String> = Vec::new();
        for at in 0..n {
            out.push(format!("{row}{at}{row}"));
        }
        out.join("\n")
    }

    fn whole(text: &str) -> Vec<&str> {
        keys(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn a_key_is_one_from_its_first_line_to_its_last() {
        let name = "RSA PRIVATE KEY";
        let key = |open: &str, close: &str, gap: &str| {
            format!(
                "{open}BEGIN {name}{close}\n{gap}{}\nAbc=\n{open}END {name}{close}",
                rows(3)
            )
        };
        for key in [
            key("-----", "-----", ""),
            key("-----", "-----", "\n"),
            key("—-", "—-", ""),
            key("----- ", "-----", "Proc-Type: 4\n\n"),
        ] {
            let text = format!("Look:\n{key}\n\nWhat a day it was.");
            assert_eq!(whole(&text), [key.as_str()], "{text}");
            let in_small_letters = text.replace(name, &name.to_lowercase());
            assert_eq!(keys(&in_small_letters).len(), 1, "{in_small_letters}");
        }
    }

    #[test]
    fn a_piece_of_a_key_is_found_and_a_mention_is_none() {
        let cut = format!(
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 2\n\n{}",
            rows(2)
        );
        assert_eq!(whole(&format!("{cut}\n\nMore to come.")), [cut.as_str()]);
        let tail = format!("{}\n-----END EC PRIVATE KEY-----", rows(2));
        assert_eq!(whole(&format!("and so on\n\n{tail} ok")), [tail.as_str()]);
        for text in [
            "A file that starts with -----BEGIN RSA PRIVATE KEY----- is a key.",
            "Never post what stands between BEGIN PRIVATE KEY and END PRIVATE KEY",
            "-----END PRIVATE KEY----- is its last line",
            "the end of a private key",
        ] {
            assert_eq!(whole(text), Vec::<&str>::new(), "{text}");
        }
    }
}
