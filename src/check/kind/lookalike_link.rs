//! `LookalikeLink`: a link that leads elsewhere than it looks.
//!
//! Never: opens a link; what it leads to is read from its address.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::check::Fix;
use crate::check::address::{Address, Trick, is_whole_number};
use crate::text::{EntityKind, Span};

/// Finds links that lead elsewhere than they look: a name before an `@`, a number instead of a
/// name, letters of several scripts in one name, a name in punycode, a host that looks like one of
/// the set's own domains or of a few that everybody knows, and `[words](address)` whose words name
/// another host.
///
/// A name in one script of its own (`münchen.de`, `пример.рф`) passes, and so do the set's own
/// domains. In what the rule says `{trick}` stands for what is odd, and `{host}` for where it really
/// leads. Source of what looks alike: <https://www.unicode.org/reports/tr39/>. It has no options.
///
/// ```ron
/// find: LookalikeLink
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct LookalikeLink {}

impl Kind for LookalikeLink {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Self {}))
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

impl Finder for LookalikeLink {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let mut out: Vec<Match> = Vec::new();
        for (span, label) in links(looking) {
            let is_excepted = looking.excepted.iter().any(|one| one.overlaps(span));
            let address = Address::read(span.of(text)).filter(|_| !is_excepted);
            let Some(address) = address.filter(|one| !one.is_of(looking.own_domains)) else {
                continue;
            };
            let odd = label
                .and_then(|words| address.differs_from(words.of(text), looking.own_domains))
                .or_else(|| address.trick(looking.own_domains));
            out.extend(odd.map(|trick| matched(text, (span, label), &address, &trick)));
        }
        out.sort_by_key(|one| one.span);
        out
    }
}

fn matched(
    text: &str,
    (span, label): (Span, Option<Span>),
    address: &Address,
    odd: &Trick,
) -> Match {
    let mut fixes = Vec::new();
    if let Some(meant) = odd.meant() {
        let link = span.of(text);
        fixes.extend(address.place.map(|place| {
            let whole = format!(
                "{}{meant}{}",
                link.get(..place.start).unwrap_or_default(),
                link.get(place.end..).unwrap_or_default()
            );
            Fix {
                applicability: crate::check::Applicability::Ask,
                ..Fix::replace(text, span, &whole)
            }
        }));
    }
    fixes.push(match label {
        // the words say where it leads
        Some(label) => Fix::replace(text, label, &address.host),
        None => Fix::replace(text, span, ""),
    });
    Match {
        span,
        fixes,
        told: vec![("trick", odd.words()), ("host", address.host.clone())],
        ..Match::default()
    }
}

/// The links of a text, each with the words that stand for it where it is `[words](address)`.
fn links(looking: &Looking<'_>) -> Vec<(Span, Option<Span>)> {
    let text = looking.text();
    let known = looking.entities.iter();
    let known = known.filter(|entity| entity.kind == EntityKind::Link);
    let mut out: Vec<(Span, Option<Span>)> = known
        .map(|entity| (entity.span, shown(text, entity.span)))
        .collect();
    // a host that is one number is no link to most platforms, and one to browsers
    for (at, _) in text.match_indices("://") {
        let lead = text.get(..at).unwrap_or_default();
        let scheme = ["https", "http"]
            .iter()
            .find(|scheme| lead.ends_with(*scheme));
        let start = at - scheme.map_or(0, |scheme| scheme.len());
        let rest = text.get(start..).unwrap_or_default();
        let near = Span::new(0, rest.floor_char_boundary(MOST)).of(rest);
        let link = near.split(char::is_whitespace).next().unwrap_or_default();
        let is_known = known_at(looking, start);
        if scheme.is_some() && is_whole_number(link) && !is_known {
            out.push((Span::new(start, start + link.len()), None));
        }
    }
    if text.is_ascii() {
        return out;
    }
    // a name with letters of other scripts is a link on many platforms, too
    let is_edge = |c: char| !c.is_alphanumeric();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(is_edge);
        let start = at + word.len() - word.trim_start_matches(is_edge).len();
        at += word.len();
        let span = Span::new(start, start + bare.len());
        let is_name = !bare.is_ascii() && bare.contains('.') && !bare.contains('@');
        if is_name && out.iter().all(|(other, _)| !other.overlaps(span)) {
            out.push((span, None));
        }
    }
    out
}

/// The longest address of which the host is read, in bytes.
const MOST: usize = 200;

/// Whether a link is known to begin there.
fn known_at(looking: &Looking<'_>, start: usize) -> bool {
    let next = looking
        .entities
        .partition_point(|one| one.span.start < start);
    let mut near = looking.entities.get(next..).unwrap_or_default().iter();
    near.next()
        .is_some_and(|one| one.span.start == start && one.kind == EntityKind::Link)
}

/// The words of `[words](address)`.
fn shown(text: &str, link: Span) -> Option<Span> {
    let before = text.get(..link.start)?.strip_suffix("](")?;
    let start = before.rfind(['[', ']', '\n'])?;
    let is_open = before.get(start..)?.starts_with('[');
    is_open.then(|| Span::new(start + 1, before.len()))
}
