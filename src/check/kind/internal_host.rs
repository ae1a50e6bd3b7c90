//! `InternalHost`: an address that only colleagues can open.
//!
//! Never: opens one; what it leads to is read from how it is written.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::hosts::{is_inner_address, is_inner_name, is_staging};
use crate::check::workplaces::is_workplace;
use crate::text::Span;

/// Finds private network addresses (`10.4.17.203`), names of the inner network (`wiki.corp`,
/// `db3.staging.internal`), staging hosts, shared folders (`\\server\share`, `file://`, `smb://`),
/// and links to documents, boards, chats, buckets and webhooks of a company's tools.
///
/// Left alone: versions (`v10.2.3.4`), `127.0.0.1`, the address of everybody's router, names that
/// every home has (`raspberrypi.local`), what such a tool publishes (forms, `…/pub`, community files),
/// and domains of the set. It has no options.
///
/// ```ron
/// find: InternalHost
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct InternalHost {}

impl Kind for InternalHost {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.clone()))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

impl Finder for InternalHost {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.bare.text(looking.text());
        let mut before = "";
        let mut out = Vec::new();
        for word in words(text) {
            let written = word.of(text);
            if may_be_address(written)
                && let Some(span) = inner_part(looking, before, written)
            {
                out.push(Match {
                    span: looking.bare.source(span.shifted(word.start)),
                    ..Match::default()
                });
            }
            before = written;
        }
        out
    }
}

/// The stretches between white space and brackets.
fn words(text: &str) -> impl Iterator<Item = Span> {
    let is_edge = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '"' | '`')
            || matches!(c, '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '|')
    };
    // "10.20.4[.]17" is one word
    let is_dot = move |at: usize| {
        let near = at.checked_sub(2).unwrap_or(at);
        let ends = text
            .get(near..=at)
            .is_some_and(|mark| matches!(mark, "[.]" | "(.)"));
        ends || text
            .get(at..at + 3)
            .is_some_and(|mark| matches!(mark, "[.]" | "(.)"))
    };
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(|c| !is_edge(c))?;
        let rest = text.get(start..)?;
        let edges = rest.char_indices().filter(|(_, c)| is_edge(*c));
        let mut ends = edges.map(|(at, _)| at).filter(|at| !is_dot(start + at));
        let end = start + ends.next().unwrap_or(rest.len());
        from = end;
        Some(Span::new(start, end))
    })
}

/// Whether a word has what every address has: a dot or a colon inside it, a backslash or a slash.
fn may_be_address(word: &str) -> bool {
    let bytes = word.as_bytes();
    let inner = bytes
        .get(1..bytes.len().saturating_sub(1))
        .unwrap_or_default();
    inner
        .iter()
        .any(|byte| matches!(byte, b'.' | b':' | b'\\' | b'/'))
        && bytes.len() > 5
}

/// The address of the inner network that a word is.
fn inner_part(looking: &Looking<'_>, before: &str, word: &str) -> Option<Span> {
    let trimmed = word.trim_end_matches(['.', ',', '!', '?', ';', ':', '…', '*']);
    let lead = trimmed.len() - trimmed.trim_start_matches(['*', '_', ',', ';', '=']).len();
    let address = trimmed.get(lead..)?;
    let span = Span::new(lead, trimmed.len());
    if is_share(address) {
        return Some(span);
    }
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let (host, port) = split_port(host);
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let host = host.replace("[.]", ".").replace("(.)", ".");
    if looking.own_domains.contains(&host) {
        return None;
    }
    let is_address = is_inner_address(&host, before, scheme, port, path);
    let is_inner = is_address
        || is_inner_name(&host, scheme, port)
        || is_staging(&host)
        || is_workplace(&host, path)
        || matches!(scheme, "s3" | "gs");
    // a name at the end of an e-mail address is that rule's
    let is_mail = scheme.is_empty()
        && authority.contains('@')
        && !is_address
        && !is_inner_name(&host, scheme, port);
    (is_inner && !is_mail).then_some(span)
}

/// `\\server\share`, `file://`, `smb://`, a drive of the network, a folder of somebody's own.
fn is_share(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let has_scheme = ["file://", "smb://", "nfs://", "afp://", "cifs://"];
    if has_scheme.iter().any(|scheme| lower.starts_with(scheme)) {
        return true;
    }
    if let Some(rest) = lower.strip_prefix(r"\\") {
        let rest = rest.trim_start_matches('\\');
        let (server, share) = rest.split_once('\\').unwrap_or((rest, ""));
        let share = share.trim_start_matches('\\');
        let is_name = |c: char| c.is_ascii_alphanumeric() || "-._$@".contains(c);
        return !server.is_empty()
            && server.chars().all(is_name)
            && share.starts_with(|c: char| c.is_alphanumeric());
    }
    let mut start = lower.chars();
    let (drive, colon, slash) = (start.next(), start.next(), start.next());
    let is_drive = colon == Some(':') && slash == Some('\\');
    let folder = lower.get(3..).unwrap_or_default();
    let is_of_somebody = folder.strip_prefix(r"users\").is_some_and(|name| {
        let name = name.split('\\').next().unwrap_or_default();
        is_somebody(name)
    });
    let is_of_network = matches!(drive, Some('h'..='z')) && !folder.is_empty();
    is_drive && (is_of_somebody || is_of_network) || is_folder(address)
}

/// Whether a folder of users is that of one of them.
fn is_somebody(name: &str) -> bool {
    const NOBODY: [&str; 16] = [
        "public", "default", "you", "name", "username", "user", "me", "pi", "ubuntu", "runner",
        "node", "vscode", "app", "shared", "ec2-user", "vagrant",
    ];
    !name.is_empty()
        && !NOBODY.contains(&name)
        && !name.starts_with(['%', '<', '$', '*'])
        && !name.contains("your")
}

/// `/home/anna/plans`, `/Users/anna/Documents`, `/mnt/share/hr`, `//server/share`
fn is_folder(address: &str) -> bool {
    let parts = |rest: &str| {
        let parts = rest.split('/').filter(|part| !part.is_empty());
        parts.count()
    };
    let of_users = ["/home/", "/Users/"].iter();
    let of_users = of_users.filter_map(|start| address.strip_prefix(start));
    let is_of_somebody = |rest: &str| {
        let name = rest.split('/').next().unwrap_or_default();
        is_somebody(name) && parts(rest) > 1
    };
    let of_network = ["/mnt/", "/Volumes/", "/media/"].iter();
    let mut of_network = of_network.filter_map(|start| address.strip_prefix(start));
    let server = address.strip_prefix("//").unwrap_or_default();
    let is_server = server.starts_with(|c: char| c.is_ascii_alphabetic())
        && !server
            .split('/')
            .next()
            .unwrap_or_default()
            .contains(['.', ':', '@'])
        && parts(server) > 2;
    of_users.into_iter().any(is_of_somebody) || of_network.any(|rest| parts(rest) > 1) || is_server
}

/// A host and its port.
fn split_port(host: &str) -> (&str, &str) {
    match host.rsplit_once(':') {
        Some((name, port))
            if !port.is_empty()
                && port.bytes().all(|byte| byte.is_ascii_digit())
                && !name.contains(':') =>
        {
            (name, port)
        }
        _ => (host, ""),
    }
}
