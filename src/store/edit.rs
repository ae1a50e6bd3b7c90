//! Edits of RON files that keep every byte they are not about, comments included.
//!
//! Never: writes; whoever calls reads the result back before it is kept.

use std::sync::LazyLock;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;

use crate::guideline::{field_span, list_items};
use crate::text::Span;

/// The way every file of ours is read, and so is written: options without `Some`.
static RON: LazyLock<ron::Options> = LazyLock::new(|| {
    ron::Options::default()
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES | Extensions::IMPLICIT_SOME)
});

/// Writes a value the way a person would: one field a line, lists on one line.
pub(super) fn pretty<T: Serialize>(value: &T) -> Option<String> {
    let style = PrettyConfig::new()
        .new_line("\n")
        .depth_limit(1)
        .compact_arrays(true)
        .compact_maps(true);
    RON.to_string_pretty(value, style).ok()
}

/// Writes a value with every list and struct on lines of its own; texts stand as they are, line
/// breaks included, unless `is_escaped`.
pub(super) fn spacious<T: Serialize>(value: &T, is_escaped: bool) -> Option<String> {
    let style = PrettyConfig::new()
        .new_line("\n")
        .escape_strings(is_escaped);
    RON.to_string_pretty(value, style).ok()
}

/// The fields of a struct, as a file would say them: name and value, in order.
pub(super) fn fields_of<T: Serialize>(value: &T) -> Option<Vec<(String, String)>> {
    let text = pretty(value)?;
    list_items(&text, None)
        .into_iter()
        .map(|span| {
            let (name, value) = span.of(&text).split_once(':')?;
            Some((name.trim().to_owned(), value.trim().to_owned()))
        })
        .collect()
}

/// The fields of `new` that `old` says otherwise.
pub(super) fn changes<T: Serialize>(old: &T, new: &T) -> Option<Vec<(String, String)>> {
    let old = fields_of(old)?;
    let mut fields = fields_of(new)?;
    fields.retain(|field| !old.contains(field));
    Some(fields)
}

/// Replaces the values of fields in the struct that `source` is; a field that it does not have is
/// added at its end.
pub(super) fn set_fields(source: &str, fields: &[(String, String)]) -> Option<String> {
    let mut text = source.to_owned();
    for (name, value) in fields {
        text = match field_span(&text, name) {
            Some(span) => spliced(&text, span, value)?,
            None => appended(&text, &format!("{name}: {value}"))?,
        };
    }
    Some(text)
}

/// Adds an entry at the end of the list, or a field at the end of the struct, that `source` is.
pub(super) fn appended(source: &str, entry: &str) -> Option<String> {
    let all = whole(source)?;
    let close = all.end.checked_sub(1)?;
    let last = list_items(source, None).last().copied();
    let Some(last) = last else {
        return put_before(source, close, entry);
    };
    let is_closed = has_comma(source, Span::new(last.end, close));
    let with = put_before(source, close, entry)?;
    if is_closed {
        return Some(with);
    }
    spliced(&with, Span::at(last.end), ",")
}

/// Takes an entry out of a list, with its comma; lines that it had to itself go with what is said
/// about it behind it.
pub(super) fn without(source: &str, entry: Span) -> Option<String> {
    let rest = source.get(entry.end..)?;
    let blank = rest.len() - rest.trim_start().len();
    let comma = rest.get(blank..)?.starts_with(',');
    let end = entry.end + if comma { blank + 1 } else { 0 };
    let tail = source.get(end..)?;
    let line = tail
        .find('\n')
        .map_or(tail, |at| tail.get(..=at).unwrap_or(tail));
    let start = source
        .get(..entry.start)?
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let is_alone_before = source.get(start..entry.start)?.trim().is_empty();
    let is_alone_after = line.trim().is_empty() || line.trim_start().starts_with("//");
    let span = if is_alone_before && is_alone_after && start > 0 {
        Span::new(start, end + line.len())
    } else {
        let gap = tail.len() - tail.trim_start_matches(' ').len();
        Span::new(entry.start, end + gap)
    };
    spliced(source, span, "")
}

/// `source` with `text` in the place of `span`.
pub(super) fn spliced(source: &str, span: Span, text: &str) -> Option<String> {
    let before = source.get(..span.start)?;
    let after = source.get(span.end..)?;
    Some(format!("{before}{text}{after}"))
}

/// Where the value stands that `source` is, without comments around it.
fn whole(source: &str) -> Option<Span> {
    let wrapped = format!("[{source}\n]");
    let item = list_items(&wrapped, None).first().copied()?;
    Some(Span::new(
        item.start.checked_sub(1)?,
        item.end.checked_sub(1)?,
    ))
}

/// Whether a comma stands in the stretch after the last entry, outside comments: then a list of a
/// word, the stretch and another word has two entries.
fn has_comma(source: &str, rest: Span) -> bool {
    let probe = format!("[a{}b]", rest.of(source));
    list_items(&probe, None).len() > 1
}

/// Puts an entry before a closing bracket: on a line of its own when the bracket has one.
fn put_before(source: &str, close: usize, entry: &str) -> Option<String> {
    let head = source.get(..close)?;
    let (line, newline) = match head.rfind('\n') {
        Some(at) if head.get(..at)?.ends_with('\r') => (at + 1, "\r\n"),
        Some(at) => (at + 1, "\n"),
        None => (0, "\n"),
    };
    let margin = head.get(line..)?;
    if line > 0 && margin.trim().is_empty() {
        let text = format!("{margin}    {entry},{newline}");
        return spliced(source, Span::at(line), &text);
    }
    let gap = if head.ends_with(['[', '(', '{']) {
        ""
    } else {
        " "
    };
    spliced(source, Span::at(close), &format!("{gap}{entry}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(source: &str) -> String {
        appended(source, "z").expect("a list")
    }

    #[test]
    fn an_entry_goes_to_the_end_and_the_rest_stays() {
        assert_eq!(add("[]"), "[z]");
        assert_eq!(add("[a]"), "[a, z]");
        assert_eq!(add("[a, // ]\n]"), "[a, // ]\n    z,\n]");
        assert_eq!(
            add("[\n    a // ,\n]\n// end"),
            "[\n    a, // ,\n    z,\n]\n// end"
        );
        assert_eq!(
            add("// top [\n[\r\n    a,\r\n]\r\n"),
            "// top [\n[\r\n    a,\r\n    z,\r\n]\r\n"
        );
        assert_eq!(add("[a, /* , */ ]"), "[a, /* , */  z]");
    }

    #[test]
    fn an_entry_goes_and_the_rest_stays() {
        let without_b = |source: &str| {
            let items = list_items(source, None);
            let entry = items.into_iter().find(|span| span.of(source) == "b");
            without(source, entry.expect("there is one")).expect("it goes")
        };
        assert_eq!(without_b("[b]"), "[]");
        assert_eq!(without_b("[a, b, c]"), "[a, c]");
        assert_eq!(without_b("[a, b]"), "[a, ]");
        assert_eq!(
            without_b("// b\n[\n    // a\n    a, // one\n    b, // two\n    c,\n]\n"),
            "// b\n[\n    // a\n    a, // one\n    c,\n]\n"
        );
        assert_eq!(without_b("[\r\n    b\r\n]"), "[\r\n]");
        assert_eq!(without_b("[\n    a, b,\n]"), "[\n    a, \n]");
    }

    #[test]
    fn a_field_changes_alone() {
        let fields = [
            ("b".to_owned(), "7".to_owned()),
            ("d".to_owned(), "4".to_owned()),
        ];
        let text = set_fields("(a: 1, /* b: 2 */ b: 3, // b\n c: 4)", &fields);
        assert_eq!(
            text.as_deref(),
            Some("(a: 1, /* b: 2 */ b: 7, // b\n c: 4, d: 4)")
        );
    }
}
