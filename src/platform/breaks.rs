//! Line breaks as a platform keeps them.
//!
//! Never: changes anything but white space at the ends of lines.

use std::sync::LazyLock;

use regex::Regex;

use super::LineBreaks;

/// Three line breaks or more, also with blanks on the lines between (`cleanNewlines` in
/// bluesky-social/social-app).
static MANY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\n(?:[\s\u{ad}\u{2060}\u{200b}-\u{200d}]*\n){2,}").ok());

/// The start of a line that Markdown keeps on a line of its own: an item, a quotation, a heading, a
/// row of a table, a rule.
static OWN_LINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^ {0,3}(?:[-*+] |[0-9]{1,9}[.)] |>|#{1,6} |\||(?:[-*_] *){3,}$)|^(?: {4}|\t)").ok()
});

/// Returns `text`, whose line breaks are LF, with the breaks that readers see.
pub(super) fn shown(text: &str, breaks: LineBreaks) -> String {
    match breaks {
        LineBreaks::Kept => text.to_owned(),
        LineBreaks::AtMostTwo => MANY.as_ref().map_or_else(
            || text.to_owned(),
            |many| many.replace_all(text, "\n\n").into_owned(),
        ),
        LineBreaks::Paragraphs => paragraphs(text),
        LineBreaks::OneLine => {
            let lines = text.split('\n').map(str::trim);
            let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
            lines.join(" ")
        }
    }
}

/// Joins lines that have no blank line between them, unless Markdown keeps them apart.
fn paragraphs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before: Option<&str> = None;
    let mut is_code = false;
    for line in text.trim_end().split('\n') {
        let is_fence = line.trim_start().starts_with("```");
        if line.trim().is_empty() && !is_code {
            before = None;
            continue;
        }
        let is_apart = is_code || is_fence || stands_alone(line);
        out.push_str(match before {
            _ if out.is_empty() => "",
            None => "\n\n",
            Some(before) if is_apart || ends_its_line(before) => "\n",
            Some(_) => " ",
        });
        let is_joined = out.ends_with(' ');
        let words = if is_joined { line.trim_start() } else { line };
        out.push_str(if is_code {
            words
        } else {
            words.trim_end().trim_end_matches('\\')
        });
        before = Some(line);
        is_code ^= is_fence;
    }
    out
}

/// Whether Markdown starts a new line with `line`.
fn stands_alone(line: &str) -> bool {
    OWN_LINE.as_ref().is_some_and(|own| own.is_match(line))
}

/// Whether what follows `line` stands on a new one.
fn ends_its_line(line: &str) -> bool {
    let is_heading = line.starts_with('#');
    let is_fence = line.trim_start().starts_with("```");
    is_heading || is_fence || line.ends_with("  ") || line.ends_with('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(breaks: LineBreaks, text: &str, expect: &str) {
        assert_eq!(shown(text, breaks), expect, "{breaks:?} of {text:?}");
    }

    #[test]
    fn each_way_keeps_what_it_says() {
        check(LineBreaks::Kept, "a\n\n\n\nb\n", "a\n\n\n\nb\n");
        check(
            LineBreaks::AtMostTwo,
            "a\n\n\n \n\n\nb\nc\n\nd",
            "a\n\nb\nc\n\nd",
        );
        check(LineBreaks::OneLine, "a\n\nb \n c\n", "a b c");
    }

    #[test]
    fn markdown_joins_lines_and_keeps_paragraphs() {
        check(LineBreaks::Paragraphs, "a\nb\n\n\n\nc\n", "a b\n\nc");
        check(LineBreaks::Paragraphs, "日本\n語 👩‍👩‍👧\nx", "日本 語 👩‍👩‍👧 x");
        check(
            LineBreaks::Paragraphs,
            "hard  \nbreak\\\nhere",
            "hard\nbreak\nhere",
        );
        check(
            LineBreaks::Paragraphs,
            "We:\n- one\n- two\n1. three",
            "We:\n- one\n- two\n1. three",
        );
        check(
            LineBreaks::Paragraphs,
            "# Head\ntext\n> said",
            "# Head\ntext\n> said",
        );
        check(
            LineBreaks::Paragraphs,
            "a\n```\nb\n\nc\n```\nd\ne",
            "a\n```\nb\n\nc\n```\nd e",
        );
    }
}
