//! The last part of a host: is it a top-level domain?
//!
//! Never: asks the network; the list is `assets/tlds.txt`, that of twitter-text 3.1.0
//! (<https://github.com/twitter/twitter-text/blob/master/conformance/tld_lib.yml>).

use std::collections::HashSet;
use std::sync::LazyLock;

/// Which version of twitter-text is followed; the two differ in small things.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Version {
    /// X's own, in JavaScript: works on UTF-16, so a character outside the Basic Multilingual Plane
    /// stands twice in what it reads.
    JavaScript,
    /// The one in Ruby, on which Mastodon builds.
    Ruby,
}

/// The list.
static NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../assets/tlds.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
});

/// The longest name of the list has 18 letters.
const LONGEST: usize = 18;

/// Whether `name` is one, in whatever case.
pub(crate) fn is_tld(name: &str) -> bool {
    NAMES.contains(name.to_lowercase().as_str())
}

/// Returns where a top-level domain that starts at `at` ends.
///
/// A name ends where no ASCII letter, digit, `@`, `+` or `-` follows, so `com` ends before a
/// Japanese letter. In JavaScript's version a punycode name (`xn--…`) may hold more dashes.
pub(super) fn tld_end(chars: &[char], at: usize, version: Version) -> Option<usize> {
    let mut name = String::new();
    let mut end = None;
    for (n, &c) in chars.get(at..)?.iter().take(LONGEST).enumerate() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && c != '-' {
            break;
        }
        name.extend(c.to_lowercase());
        let goes_on = chars
            .get(at + n + 1)
            .is_some_and(|&c| c.is_ascii_alphanumeric() || matches!(c, '@' | '+' | '-'));
        if !goes_on && NAMES.contains(name.as_str()) {
            end = Some(at + n + 1);
        }
    }
    end.or_else(|| punycode_end(chars, at, version))
}

/// Returns where a name in punycode ends.
fn punycode_end(chars: &[char], at: usize, version: Version) -> Option<usize> {
    let (prefix, rest) = chars.get(at..)?.split_at_checked(4)?;
    let is_prefix = prefix
        .iter()
        .zip("xn--".chars())
        .all(|(a, b)| a.eq_ignore_ascii_case(&b));
    let n = rest
        .iter()
        .take_while(|c| c.is_ascii_alphanumeric() || (version == Version::JavaScript && **c == '-'))
        .count();
    (is_prefix && n > 0).then_some(at + 4 + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<usize>) {
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(tld_end(&chars, 0, Version::Ruby), expect, "{text:?}");
    }

    #[test]
    fn a_name_ends_before_what_cannot_go_on() {
        check("com", Some(3));
        check("COM/a", Some(3));
        check("comテ", Some(3));
        check("comma", None);
        check("com-", None);
        check("рф", Some(2));
        check("xn--p1ai", Some(8));
        check("js", None);
    }
}
