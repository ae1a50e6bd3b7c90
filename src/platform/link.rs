//! Links as twitter-text finds them; X and Mastodon both build on it.
//!
//! The rules are those published in `js/src/regexp` and `rb/lib/twitter-text/regex.rb` of
//! <https://github.com/twitter/twitter-text> (Apache-2.0, see `assets/NOTICE.md`), read from right to
//! left once and then from left to right once, so that a long text without a space stays linear.
//!
//! Never: knows what a link costs.

use super::host::{Hosts, is_latin_accent, is_refused, labels_fit};
use super::tld::Version;

/// Where one platform's rules differ from another's.
pub(super) struct Rules {
    /// Which version's small things to follow.
    pub version: Version,
    /// What may stand before a host, as in `https://`, in lower case.
    pub schemes: &'static [&'static str],
    /// Whether a name without a scheme is a link too.
    pub bare: bool,
    /// Whether the pattern alone decides: no name without a scheme is read, nothing that has one is
    /// looked at twice.
    pub is_plain: bool,
    /// What may stand in the name of a host.
    pub is_host: fn(char) -> bool,
    /// What may stand in a path.
    pub is_path: fn(char) -> bool,
    /// What may end a path.
    pub ends_path: fn(char) -> bool,
    /// What may stand in the brackets that end a path.
    pub in_last_brackets: fn(char) -> bool,
    /// What may stand in a query.
    pub is_query: fn(char) -> bool,
    /// What may end a query.
    pub ends_query: fn(char) -> bool,
}

/// A link: from the first character to one behind the last.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Link {
    /// The first character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// Longer ones are no links.
const LONGEST: usize = 4096;
/// What a `t.co` link may have behind its slash.
const LONGEST_SLUG: usize = 40;

/// Finds the links of `chars`, in order.
pub(super) fn links(chars: &[char], rules: &Rules) -> Vec<Link> {
    if !chars.contains(&if rules.bare { '.' } else { ':' }) {
        return Vec::new();
    }
    let hosts = Hosts::new(chars, rules.is_host, true, rules.version);
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let shape = may_precede(chars, at)
            .and_then(|()| shape(chars, at + 1, &hosts, rules))
            .or_else(|| (at == 0).then(|| shape(chars, 0, &hosts, rules)).flatten());
        match shape {
            Some(shape) => {
                at = shape.end;
                accept(chars, &shape, rules, &mut out);
            }
            None => at += 1,
        }
    }
    out
}

/// What looks like a link.
struct Shape {
    /// Its first character.
    start: usize,
    /// The first of its host; behind `start` when there is a scheme.
    host: usize,
    /// One past the host.
    host_end: usize,
    /// Whether a `/` follows the host.
    has_path: bool,
    /// One past its last character.
    end: usize,
}

impl Shape {
    const fn has_scheme(&self) -> bool {
        self.host > self.start
    }
}

/// A letter, a digit, `@`, `$` or `#` right before it means that it is no link.
fn may_precede(chars: &[char], at: usize) -> Option<()> {
    let c = *chars.get(at)?;
    let is_bar = c.is_ascii_alphanumeric() || matches!(c, '@' | '＠' | '$' | '#' | '＃');
    (!is_bar && !is_refused(c)).then_some(())
}

/// Reads what may be a link from `start` on: scheme, host, port, path, query.
fn shape(chars: &[char], start: usize, hosts: &Hosts, rules: &Rules) -> Option<Shape> {
    let with_scheme = scheme_end(chars, start, rules.schemes)
        .and_then(|host| Some((host, hosts.end_from(host)?)));
    let without = || Some((start, hosts.end_from(start).filter(|_| !rules.is_plain)?));
    let (host, host_end) = with_scheme.or_else(without)?;
    let mut end = port_end(chars, host_end);
    let path = path_end(chars, end, rules);
    end = path.unwrap_or(end);
    end = query_end(chars, end, rules).unwrap_or(end);
    Some(Shape {
        start,
        host,
        host_end,
        has_path: path.is_some(),
        end,
    })
}

/// Takes over what is a link of a shape: all of it, a part, or nothing.
fn accept(chars: &[char], shape: &Shape, rules: &Rules, out: &mut Vec<Link>) {
    if rules.is_plain {
        out.push(Link {
            start: shape.start,
            end: shape.end,
        });
        return;
    }
    let host = chars.get(shape.host..shape.host_end).unwrap_or_default();
    // JavaScript's version adds the scheme once more
    let scheme = match (shape.has_scheme(), rules.version) {
        (true, Version::JavaScript) => shape.host - shape.start,
        (true, Version::Ruby) => 0,
        (false, _) => "https://".len(),
    };
    let is_too_long = scheme + (shape.end - shape.start) > LONGEST;
    if is_too_long || !labels_fit(host, rules.version) || is_broken_punycode(host, rules) {
        return;
    }
    if shape.has_scheme() {
        if let Some(end) = short_link_end(chars, shape, rules) {
            out.push(Link {
                start: shape.start,
                end,
            });
        }
        return;
    }
    let before = shape.start.checked_sub(1).and_then(|at| chars.get(at));
    if rules.bare && !before.is_some_and(|c| matches!(c, '-' | '_' | '.' | '/')) {
        accept_bare(host, shape, rules, out);
    }
}

/// Without a scheme only names in Latin letters are links; the last takes the path with it.
fn accept_bare(host: &[char], shape: &Shape, rules: &Rules, out: &mut Vec<Link>) {
    let names = latin_names(host, rules);
    let first = out.len();
    let mut at = 0;
    while at < host.len() {
        match names.end_from(at) {
            Some(end) => {
                out.push(Link {
                    start: shape.start + at,
                    end: shape.start + end,
                });
                at = end;
            }
            None => at += 1,
        }
    }
    if shape.has_path
        && out.len() > first
        && let Some(last) = out.last_mut()
    {
        last.end += shape.end - shape.host_end;
    }
}

/// The names in Latin letters that stand in a host.
fn latin_names(host: &[char], rules: &Rules) -> Hosts {
    let is_latin = |c: char| c.is_ascii_alphanumeric() || c == '-' || is_latin_accent(c);
    Hosts::new(host, is_latin, false, rules.version)
}

/// A host that says it is punycode holds at least one name in Latin letters.
fn is_broken_punycode(host: &[char], rules: &Rules) -> bool {
    if !host.starts_with(&['x', 'n', '-', '-']) {
        return false;
    }
    let names = latin_names(host, rules);
    (0..host.len()).all(|at| names.end_from(at).is_none())
}

/// Returns where a link with a scheme ends: at its shape's end, unless it is one of `t.co`, which
/// end behind their slug; one with a slug that is too long is none.
fn short_link_end(chars: &[char], shape: &Shape, rules: &Rules) -> Option<usize> {
    let link = chars.get(shape.host..shape.end)?;
    let is_short = link.len() > 5
        && link
            .iter()
            .zip("t.co/".chars())
            .all(|(a, b)| a.eq_ignore_ascii_case(&b))
        && scheme_end(chars, shape.start, &["https://", "http://"]).is_some();
    let slug = link
        .iter()
        .skip(5)
        .take_while(|c| c.is_ascii_alphanumeric())
        .count();
    if !is_short || slug == 0 {
        return Some(shape.end);
    }
    let end = shape.host + 5 + slug;
    if slug > LONGEST_SLUG {
        None
    } else if rules.version == Version::JavaScript {
        Some(query_end(chars, end, rules).unwrap_or(end))
    } else {
        Some(end)
    }
}

/// Returns where one of `schemes` ends that stands at `at`.
fn scheme_end(chars: &[char], at: usize, schemes: &[&str]) -> Option<usize> {
    let rest = chars.get(at..)?;
    schemes.iter().find_map(|scheme| {
        let same = rest.len() >= scheme.len()
            && rest
                .iter()
                .zip(scheme.chars())
                .all(|(a, b)| a.eq_ignore_ascii_case(&b));
        same.then(|| at + scheme.len())
    })
}

/// Returns the end of a port, or `at` when there is none.
fn port_end(chars: &[char], at: usize) -> usize {
    let n = chars
        .iter()
        .skip(at + 1)
        .take_while(|c| c.is_ascii_digit())
        .count();
    if chars.get(at) == Some(&':') && n > 0 {
        at + 1 + n
    } else {
        at
    }
}

/// Returns the end of the path: behind the last character that may end one, or behind brackets.
fn path_end(chars: &[char], at: usize, rules: &Rules) -> Option<usize> {
    if chars.get(at) != Some(&'/') {
        return None;
    }
    let mut at = at + 1;
    let mut end = at;
    loop {
        match chars.get(at) {
            Some(&c) if (rules.is_path)(c) => {
                at += 1;
                if (rules.ends_path)(c) {
                    end = at;
                }
            }
            // what ends a path need not stand in one
            Some('(') => {
                let last = brackets_end(chars, at, rules.in_last_brackets);
                let Some(next) = brackets_end(chars, at, rules.is_path).or(last) else {
                    return Some(end);
                };
                // JavaScript's version takes brackets for an end only where the path could end before
                if last.is_some() && (rules.version == Version::Ruby || end == at) {
                    end = next;
                }
                at = next;
            }
            _ => return Some(end),
        }
    }
}

/// Returns the end of a pair of brackets with something in it; one more pair may stand inside.
fn brackets_end(chars: &[char], at: usize, is_inside: fn(char) -> bool) -> Option<usize> {
    let run = |from: usize| {
        let n = chars.iter().skip(from).take_while(|c| is_inside(**c));
        from + n.count()
    };
    let first = run(at + 1);
    match chars.get(first) {
        Some(')') => (first > at + 1).then_some(first + 1),
        Some('(') => {
            let second = run(first + 1);
            if second == first + 1 || chars.get(second) != Some(&')') {
                return None;
            }
            let third = run(second + 1);
            (chars.get(third) == Some(&')')).then_some(third + 1)
        }
        _ => None,
    }
}

/// Returns the end of a query: behind the last character that may end one.
fn query_end(chars: &[char], at: usize, rules: &Rules) -> Option<usize> {
    if chars.get(at) != Some(&'?') {
        return None;
    }
    let mut end = None;
    for (n, &c) in chars.get(at + 1..)?.iter().enumerate() {
        if !(rules.is_query)(c) {
            break;
        }
        if (rules.ends_query)(c) {
            end = Some(at + n + 2);
        }
    }
    end
}
