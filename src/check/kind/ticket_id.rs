//! `TicketId`: the number of a ticket in a system that only colleagues can open.
//!
//! Never: takes a standard, a model or a status code for one.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach};
use crate::check::cues::{Cue, Cues};
use crate::text::Span;

/// Finds ids of tickets: any with a prefix of the set (`ticket_prefixes`: `BRS-1432`, `brs#1432`), ids
/// of help desks (`INC0098123`), and others behind a word for tickets ("see ticket OPS-1432",
/// "incident #48213").
///
/// Left alone: ids without such a word when the set lists no prefix (HTTP-404, ISO-9001, GPT-4),
/// names and products of the set, standards and advisories behind any word (`CVE-2026-1234`), public
/// issues (`#1432`). The words are English with a few of German, French and Spanish. It has no
/// options.
///
/// ```ron
/// find: TicketId
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct TicketId {}

const WORDS: &str = "ticket|tickets|jira|incident|incidents|change request|support case|bug ticket
    service request|problem record|story|epic|task|backlog item|vorgang|störung|incidencia
    demande|anomalie";

impl Kind for TicketId {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready {
            cues: Cues::new(&[((), WORDS)], None),
        }))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready {
            cues: Cues::new(&[((), WORDS)], Some(lists)),
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

struct Ready {
    cues: Cues<()>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.bare.text(looking.text());
        let ids = ids(text);
        if ids.is_empty() {
            return Vec::new();
        }
        let prefixes = &looking.head.ticket_prefixes;
        let cues = self.cues.find(looking);
        let found = ids.into_iter().filter_map(|id| {
            let span = looking.bare.source(id.span);
            let is_listed = prefixes.iter().any(|prefix| id.has_prefix(prefix));
            let is_named =
                || id.is_of_desk() || id.is_like_one() && is_called(looking, &cues, span);
            let is_ours = looking.own_names.iter().any(|own| own.overlaps(span));
            (!is_ours && (is_listed || is_named())).then(|| Match {
                span,
                ..Match::default()
            })
        });
        found.collect()
    }
}

/// Whether a word for tickets stands close before an id, in the same sentence.
fn is_called(looking: &Looking<'_>, cues: &[Cue<()>], id: Span) -> bool {
    const N_WORDS: usize = 2;
    let next = cues.partition_point(|cue| cue.span.end <= id.start);
    let Some(cue) = next.checked_sub(1).and_then(|at| cues.get(at)) else {
        return false;
    };
    let between = Span::new(cue.span.end, id.start);
    let gap = between.of(looking.text());
    gap.len() <= 24
        && !gap.contains(['.', '!', '?', '\n', ';'])
        && looking.tokens_in(between).len() <= N_WORDS
}

/// Something with the shape of an id, in the text without disguise.
struct Id<'t> {
    span: Span,
    prefix: &'t str,
    mark: &'t str,
    number: &'t str,
}

impl Id<'_> {
    fn has_prefix(&self, prefix: &str) -> bool {
        let prefix = prefix.trim().trim_end_matches(['-', '#', '_', ' ']);
        let is_written_small = self.prefix.bytes().any(|byte| byte.is_ascii_lowercase());
        let is_clear = !self.mark.trim().is_empty() || !is_written_small;
        !prefix.is_empty() && is_clear && self.prefix.eq_ignore_ascii_case(prefix)
    }

    /// The ids of a well-known help desk say what they are.
    fn is_of_desk(&self) -> bool {
        const DESKS: [&str; 8] = ["INC", "RITM", "REQ", "CHG", "PRB", "SCTASK", "TASK", "WO"];
        self.mark.is_empty() && self.number.len() >= 6 && DESKS.contains(&self.prefix)
    }

    /// "OPS-1432", "#48213"; not "CVE-2026" and "ISO-9001".
    fn is_like_one(&self) -> bool {
        let is_capital = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        let is_code = self.prefix.len() >= 2 && self.prefix.bytes().all(is_capital);
        let is_joined = matches!(self.mark, "-" | "#" | "_");
        let is_known = PUBLIC.contains(&self.prefix);
        let is_number = self.prefix.is_empty() && self.mark == "#" && self.number.len() >= 4;
        is_code && is_joined && !is_known || is_number
    }
}

/// Prefixes of standards, models, advisories and codes that everybody may know.
const PUBLIC: [&str; 52] = [
    "HTTP", "HTTPS", "ISO", "IEC", "DIN", "EN", "BS", "ANSI", "IEEE", "RFC", "CVE", "CWE", "GHSA",
    "OWASP", "COVID", "GPT", "UTF", "SHA", "MD", "AES", "RSA", "TLS", "USB", "PEP", "JEP", "JSR",
    "BIP", "EIP", "ERC", "RTX", "GTX", "RX", "PS", "MP", "WD", "IP", "H", "FIPS", "NIST", "PCI",
    "SOC", "SOLAS", "MI", "UN", "EU", "COP", "SARS", "SDG", "QR", "WO2", "KB", "RHSA",
];

/// What has the shape of an id: letters, perhaps a mark, digits.
fn ids(text: &str) -> Vec<Id<'_>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(ahead) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(u8::is_ascii_digit))
    {
        let start = at + ahead;
        let rest = bytes.get(start..).unwrap_or_default();
        let n = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + n;
        out.extend(id_at(text, start, at));
        // what follows a word of digits and letters belongs to it
        let rest = bytes.get(at..).unwrap_or_default();
        at += rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
    }
    out
}

/// The id whose digits stand there.
fn id_at(text: &str, start: usize, end: usize) -> Option<Id<'_>> {
    let number = text.get(start..end)?;
    let before = text.get(..start)?;
    let after = text.get(end..)?;
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        || after.starts_with(['-', '.', ':'])
            && after.chars().nth(1).is_some_and(char::is_alphanumeric);
    let marks = ["-", "#", "_", " ", " #"];
    let mark = marks
        .iter()
        .rev()
        .find(|mark| before.ends_with(**mark))
        .unwrap_or(&"");
    let before = before.strip_suffix(mark)?;
    let bytes = before.bytes().rev();
    let n = bytes.take(12).take_while(u8::is_ascii_alphanumeric).count();
    let prefix = before.get(before.len() - n..)?;
    let lead = before.get(..before.len() - n)?;
    let is_inside = n > 0
        && lead.ends_with(|c: char| c.is_alphanumeric() || "-_.@/".contains(c))
        && !lead.ends_with("/browse/");
    let is_word = prefix.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_bare = *mark == " #" || n == 0 && *mark == "#";
    if goes_on || number.len() > 10 || is_inside || !is_word && !is_bare {
        return None;
    }
    if is_bare {
        let span = Span::new(start - 1, end);
        return Some(Id {
            span,
            prefix: "",
            mark: "#",
            number,
        });
    }
    let span = Span::new(before.len() - n, end);
    Some(Id {
        span,
        prefix,
        mark,
        number,
    })
}
