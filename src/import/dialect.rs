//! Patterns as another engine reads them, written as ours does.
//!
//! Never: changes what a pattern matches.

/// Where in a pattern a sign stands.
#[derive(Clone, Copy, Eq, PartialEq)]
enum At {
    Outside,
    /// Behind the bracket that opens a class.
    ClassStart,
    Class,
}

/// Rewrites what only looks different: brackets and doubled signs inside a class, a curly bracket
/// that repeats nothing, escapes with another meaning here.
pub(super) fn ours(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 8);
    let mut rest = pattern.chars();
    let mut at = At::Outside;
    let mut before = ' ';
    while let Some(c) = rest.next() {
        let tail = rest.as_str();
        let next = if at == At::Outside { at } else { At::Class };
        match (c, at) {
            ('\\', _) => match rest.next() {
                Some('Z') => out.push_str(r"(?:\n?\z)"),
                Some(mark @ ('<' | '>')) => out.push(mark),
                Some(mark) => out.extend(['\\', mark]),
                None => out.push_str(r"\\"),
            },
            ('[', At::Outside) => {
                out.push('[');
                if tail.starts_with('^') {
                    out.extend(rest.next());
                }
                (at, before) = (At::ClassStart, ' ');
                continue;
            }
            (']', At::ClassStart) => out.push_str(r"\]"),
            (']', At::Class) => {
                out.push(']');
                (at, before) = (At::Outside, ' ');
                continue;
            }
            ('[', At::ClassStart | At::Class) => match named_class(tail) {
                Some(name) => {
                    out.push('[');
                    out.push_str(name);
                    rest = tail.get(name.len()..).unwrap_or_default().chars();
                }
                None => out.push_str(r"\["),
            },
            ('&' | '~' | '-', At::Class) if before == c => out.extend(['\\', c]),
            ('{', At::Outside) if !is_count(tail) => out.push_str(r"\{"),
            _ => out.push(c),
        }
        (at, before) = (next, c);
    }
    out
}

/// The rest of a class such as `[:alpha:]`.
fn named_class(tail: &str) -> Option<&str> {
    let end = tail.starts_with(':').then(|| tail.find(":]")).flatten()?;
    tail.get(..end + 2)
}

/// Whether a curly bracket goes on as `2}`, `2,}` or `2,3}`.
fn is_count(tail: &str) -> bool {
    let Some((count, _)) = tail.split_once('}') else {
        return false;
    };
    let (least, most) = count.split_once(',').unwrap_or((count, ""));
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    !least.is_empty() && is_number(least) && is_number(most)
}

/// `$1` as `${1}`, so that a letter behind it is no part of the name.
pub(super) fn places(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        if c == '$' && chars.peek() == Some(&'$') {
            out.extend(chars.next());
        } else if c == '$' && chars.peek().is_some_and(char::is_ascii_digit) {
            out.push('{');
            while let Some(digit) = chars.next_if(char::is_ascii_digit) {
                out.push(digit);
            }
            out.push('}');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_the_other_dialect_compile_here() {
        for (theirs, text) in [
            (r"^[^[]a", "ba"),
            ("[[:alpha:]]+", "ab"),
            (r"a\Z", "ba"),
            (r"\{\{x}}", "{{x}}"),
            ("{x}", "{x}"),
            ("^a{2}$", "aa"),
            ("[]a]", "]"),
            ("^[a&&b]$", "&"),
            ("^[+--]$", "-"),
            (r"\'s\/\-\!", "'s/-!"),
            (r"\<b\>", "<b>"),
            (r"(?<year>\d{4})", "2026"),
        ] {
            let regex = regex::Regex::new(&ours(theirs));
            assert!(regex.unwrap().is_match(text), "{theirs}");
        }
    }

    #[test]
    fn places_keep_to_their_digits() {
        assert_eq!(places("$1s and $12, $"), "${1}s and ${12}, $");
    }
}
