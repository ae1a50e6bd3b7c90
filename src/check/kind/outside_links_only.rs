//! `OutsideLinksOnly`: every link leads away from home.
//!
//! Never: speaks up in a reply or on a forum, where a link to oneself is out of place.

use serde::Deserialize;

use super::{Finder, Looking, Match, Plain};
use crate::guideline::Set;
use crate::text::{EntityKind, Span};

/// Finds the first link of a text whose links all lead outside.
///
/// Inside are the hosts of the set's `home_base` and its own domains, with all below them; of a host
/// that many share (`github.com`) only the pages that begin like the home page do. Silent in a set
/// without a home base, in replies and comments, and on forums. It looks at the whole text, whatever
/// the rule's `within`; `except` names hosts that are as good as home.
///
/// ```ron
/// find: OutsideLinksOnly
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct OutsideLinksOnly {}

impl Plain for OutsideLinksOnly {}

impl Finder for OutsideLinksOnly {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let is_apart = looking.head.home_base.is_empty()
            || looking.post.replying_to.is_some()
            || is_among_others(&looking.post.platform.id);
        if is_apart {
            return Vec::new();
        }
        let text = looking.text();
        let links = looking
            .entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::Link);
        let links: Vec<Span> = links.map(|entity| entity.span).collect();
        let is_home = |link: &Span| {
            leads_home(looking.head, link.of(text))
                || looking.excepted.iter().any(|other| other.overlaps(*link))
        };
        if links.iter().any(is_home) {
            return Vec::new();
        }
        let first = links.first().map(|span| Match {
            span: *span,
            ..Match::default()
        });
        first.into_iter().collect()
    }
}

/// Whether the platform is a forum, or a comment under what somebody else wrote.
fn is_among_others(platform: &str) -> bool {
    let (id, field) = platform.split_once('/').unwrap_or((platform, ""));
    let is_forum = matches!(
        id,
        "forum" | "reddit" | "lemmy" | "hacker-news" | "stack-overflow" | "blog-comment"
    );
    is_forum || field == "comment"
}

fn leads_home(head: &Set, link: &str) -> bool {
    let (host, path) = address(link);
    let domains = head.own.domains.iter().map(|domain| address(domain));
    let pages = head.home_base.iter().map(|page| address(&page.url));
    domains.chain(pages).any(|(home, home_path)| {
        if home.is_empty() {
            return false;
        }
        let is_below = host
            .strip_suffix(home.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        let first = |path: &str| {
            path.split('/')
                .find(|part| !part.is_empty())
                .map(str::to_lowercase)
        };
        let is_ours = !SHARED.contains(&home.as_str()) || first(&path) == first(&home_path);
        is_below && is_ours
    })
}

/// The host of an address in small letters, without `www.`, user and port; and its path.
fn address(link: &str) -> (String, String) {
    let rest = link.trim();
    let rest = rest.split_once("://").map_or(rest, |(_, rest)| rest);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let host = host.rsplit('@').next().unwrap_or_default().to_lowercase();
    let host = host
        .split(':')
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    (host.to_owned(), path.to_owned())
}

/// Hosts on which many are at home; the first part of the path says who.
const SHARED: [&str; 25] = [
    "bsky.app",
    "codeberg.org",
    "docs.google.com",
    "eventbrite.com",
    "facebook.com",
    "github.com",
    "gitlab.com",
    "instagram.com",
    "linkedin.com",
    "linktr.ee",
    "mastodon.social",
    "medium.com",
    "meetup.com",
    "notion.site",
    "pinterest.com",
    "reddit.com",
    "sites.google.com",
    "substack.com",
    "t.me",
    "threads.net",
    "tiktok.com",
    "tumblr.com",
    "twitter.com",
    "x.com",
    "youtube.com",
];
