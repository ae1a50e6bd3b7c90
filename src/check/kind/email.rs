//! `Email`: an e-mail address that may be somebody's own.
//!
//! Never: takes the address of a desk, or a handle, for a person's.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::Fix;
use crate::check::tongue::{Words, set};
use crate::text::Span;

/// Finds e-mail addresses of people, also when they are spelled out: `jane (at) mail (dot) example`.
///
/// Left alone: the set's own domains, addresses of a desk whatever the domain (`press@`, `hello@`,
/// `support.uk@`), the published addresses of `people.ron`, blanks to fill in (`you@…`), handles
/// (`@asha@social.example`), and what stands in a link. The first fix masks the name. It has no
/// options; the names of further desks go into `except`.
///
/// ```ron
/// find: Email
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Email {}

impl Kind for Email {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.clone()))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

impl Finder for Email {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.bare.text(looking.text());
        let mut out: Vec<Match> = Vec::new();
        for (at, mark) in marks(text) {
            let Some(address) = Address::around(text, at, mark) else {
                continue;
            };
            if address.is_public(looking) {
                continue;
            }
            let span = looking.bare.source(address.span);
            if out.last().is_some_and(|last| last.span.overlaps(span)) {
                continue;
            }
            out.push(Match {
                span,
                fixes: vec![Fix::replace(looking.text(), span, &address.masked())],
                ..Match::default()
            });
        }
        out
    }
}

/// How a sign that parts name and host is written, without the spaces around it.
const SPELLED: [&str; 6] = ["(at)", "[at]", "{at}", "<at>", "(@)", "[@]"];
/// The same for a dot.
const DOTS: [&str; 4] = ["(dot)", "[dot]", "{dot}", "<dot>"];

/// Where such signs stand, each with its length.
fn marks(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.bytes().enumerate();
    let found = bytes.filter_map(|(at, byte)| match byte {
        b'@' => Some((at, 1)),
        b'(' | b'[' | b'{' | b'<' => {
            let rest = text.get(at..)?;
            let spelled = SPELLED.iter().find(|mark| starts_with(rest, mark))?;
            Some((at, spelled.len()))
        }
        _ => None,
    });
    found.collect()
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// An address in the text without disguise.
struct Address<'t> {
    span: Span,
    name: &'t str,
    host: String,
}

impl<'t> Address<'t> {
    fn around(text: &'t str, at: usize, n_mark: usize) -> Option<Self> {
        let is_spelled = n_mark > 1;
        let before = text.get(..at)?;
        let trimmed = if is_spelled {
            before.trim_end_matches(' ')
        } else {
            before
        };
        let is_of_name = |c: char| c.is_alphanumeric() && !is_unspaced(c) || "._%+'-".contains(c);
        let name = trimmed.rsplit(|c: char| !is_of_name(c)).next()?;
        let name = name.trim_start_matches(['.', '-', '\'']);
        let start = trimmed.len() - name.len();
        let lead = text.get(..start)?;
        // a handle of Mastodon, or a password before a host
        if name.is_empty()
            || lead.ends_with(['@', '/', ':']) && !lead.ends_with("mailto:") && in_address(lead)
        {
            return None;
        }
        let after = text.get(at + n_mark..)?;
        let (host, n_bytes) = host_in(after, is_spelled)?;
        let end = at + n_mark + n_bytes;
        Some(Self {
            span: Span::new(start, end),
            name,
            host,
        })
    }

    /// Whether anybody may read it: a desk, a blank, the set's own domain.
    fn is_public(&self, looking: &Looking<'_>) -> bool {
        let is_own = |own: &String| {
            let rest = self.host.strip_suffix(own.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let name = self.name.to_lowercase();
        let first = name.split(['.', '-', '_', '+']).next().unwrap_or_default();
        let plain = first.trim_end_matches(|c: char| c.is_ascii_digit());
        let joined: String = name.chars().filter(char::is_ascii_alphabetic).collect();
        looking.own_domains.iter().any(is_own)
            || DESKS.contains(plain)
            || DESKS.contains(joined.as_str())
            || BLANKS.contains(first)
    }

    /// `j…@mail.example`
    fn masked(&self) -> String {
        let first = self.name.chars().next().unwrap_or_default();
        format!("{first}…@{}", self.host)
    }
}

/// How far back a link may begin, in bytes.
const LONGEST_LINK: usize = 2_000;

/// Whether what stands before a name makes it a part of a link or a handle.
fn in_address(lead: &str) -> bool {
    lead.ends_with('@') || lead.ends_with('/') || {
        let near = lead.ceil_char_boundary(lead.len().saturating_sub(LONGEST_LINK));
        let near = lead.get(near..).unwrap_or_default();
        let word = near.rsplit(char::is_whitespace).next().unwrap_or_default();
        word.contains("://")
    }
}

/// The host that a text begins with, written with plain dots, and how many bytes it takes.
fn host_in(text: &str, is_spelled: bool) -> Option<(String, usize)> {
    let (mut host, mut at, mut n_bytes) = (String::new(), 0, 0);
    loop {
        let rest = text.get(at..)?;
        let n_blank = if is_spelled {
            rest.len() - rest.trim_start_matches(' ').len()
        } else {
            0
        };
        let label = rest.get(n_blank..)?;
        let n = label
            .find(|c: char| !c.is_alphanumeric() && c != '-')
            .unwrap_or(label.len());
        // in Japanese the sentence goes on right behind an address
        let is_latin = label.starts_with(|c: char| c.is_ascii());
        let n = label
            .find(|c: char| is_latin && is_unspaced(c))
            .map_or(n, |end| end.min(n));
        let label = label.get(..n)?.trim_end_matches('-');
        if label.is_empty() {
            break;
        }
        host.push_str(&label.to_lowercase());
        n_bytes = at + n_blank + label.len();
        let rest = text.get(n_bytes..)?;
        let Some(n_dot) = dot(rest) else {
            break;
        };
        host.push('.');
        at = n_bytes + n_dot;
    }
    let host = host.trim_end_matches('.');
    let (_, last) = host.rsplit_once('.')?;
    let is_word = last.len() > 1 && last.chars().all(char::is_alphabetic);
    is_word.then(|| (host.to_owned(), n_bytes))
}

/// Whether a letter is of a script that puts no space between words.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// How long the dot is that a text begins with, plain or spelled out.
fn dot(rest: &str) -> Option<usize> {
    if rest.starts_with('.') {
        return Some(1);
    }
    let bare = rest.trim_start_matches(' ');
    let mark = DOTS.iter().find(|mark| starts_with(bare, mark))?;
    Some(rest.len() - bare.len() + mark.len())
}

/// Names of desks, as addresses begin with them.
static DESKS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "info hello hi hey contact contacts press media presse prensa support help helpdesk sales
        marketing service services customercare customerservice customersupport care team office
        admin administration jobs career careers recruiting recruitment hiring hr billing invoice
        invoices account accounts accounting order orders return returns refunds shop store
        booking bookings reservation reservations ticket tickets event events news newsletter
        editor editorial legal privacy dpo gdpr compliance security abuse postmaster webmaster
        hostmaster noc noreply no-reply donotreply feedback enquiry enquiries inquiry inquiries
        question questions volunteer volunteers volunteering donate donations giving membership
        members community partner partners partnership partnerships ir investor investors
        investorrelations pr comms communications opensource oss conduct coc git hg bot list lists
        mail post welcome reception library ideas kontakt buchhaltung bewerbung bewerbungen
        karriere datenschutz verkauf vertrieb redaktion verein verwaltung contacto ventas ayuda
        soporte redaccion bonjour accueil rh recrutement emploi commercial hola bestellung
        tech it api dev developers webteam web digital social education school schools outreach
        visit tours workshop workshops training academy program programme secretary
        treasurer chair board grants research fundraising repairs parking lostproperty",
    )
});

/// Names that stand for whoever reads it.
static BLANKS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "you your yourname yours name user username email firstname first vorname nombre prenom
        someone somebody anyone example test xyz abc foo bar address",
    )
});
