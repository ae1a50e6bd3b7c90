//! `PrivateProfile`: a link to somebody's own profile, where a contact would do.
//!
//! Never: opens a link; what it leads to is read from its address.

use serde::Deserialize;
use unicode_normalization::char::is_combining_mark;

use super::{Finder, Looking, Match, Plain};
use crate::check::person::bare_handle;
use crate::check::{Applicability, Edit, Fix};
use crate::guideline::{Person, Set};
use crate::platform::Presence;
use crate::text::{EntityKind, Span, fold};

/// Finds links to personal profiles: on Facebook (and VK) everywhere; on LinkedIn, XING and Instagram
/// where the post goes to a page of the brand (presence `Logo`).
///
/// Pages, groups and events pass, and so do the set's own links, domains and handles and what
/// carries one of its names. The fixes put a contact in the link's place: e-mail, X or Mastodon of
/// the person whose name is in the address, else of the person who speaks. It has no options; hosts
/// that are fine go into `except`.
///
/// ```ron
/// find: PrivateProfile
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct PrivateProfile {}

impl Plain for PrivateProfile {}

impl Finder for PrivateProfile {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let is_page = looking.post.platform.presence == Presence::Logo;
        let links = looking.entities.iter();
        let links = links.filter(|entity| entity.kind == EntityKind::Link);
        let found = links.filter_map(|entity| {
            let profile = Profile::of(entity.span.of(text))?;
            let is_meant = is_page || profile.is_everywhere;
            let is_excepted = looking
                .excepted
                .iter()
                .any(|other| other.overlaps(entity.span));
            let passes =
                !is_meant || is_excepted || profile.is_own(looking.head, entity.span.of(text));
            (!passes).then(|| Match {
                span: entity.span,
                fixes: fixes(looking, &profile, entity.span),
                ..Match::default()
            })
        });
        found.collect()
    }
}

/// The contacts that can stand in the place of the link.
fn fixes(looking: &Looking<'_>, profile: &Profile, span: Span) -> Vec<Fix> {
    let voice = &looking.post.voice;
    let named = voice.people.iter().find(|person| profile.is_of(person));
    let contacts = named.or(voice.person).map(Person::contacts);
    let contacts = contacts.unwrap_or_default().into_iter();
    contacts
        .map(|contact| Fix {
            label: contact.clone(),
            edits: vec![Edit {
                span,
                insert: contact,
            }],
            applicability: Applicability::Ask,
        })
        .collect()
}

/// A personal profile as its address names it.
struct Profile {
    /// Its name in the address; empty for a number.
    slug: String,
    /// Whether it is private wherever it stands, not only on a page of the brand.
    is_everywhere: bool,
}

impl Profile {
    /// Reads an address; none for whatever is no personal profile.
    fn of(link: &str) -> Option<Self> {
        let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
        let rest = rest.trim_end_matches(['.', ',', ')', '!', '?', ';', ':', '…']);
        let (host, path) = rest.split_once('/')?;
        let host = host.to_lowercase();
        let host = ["www.", "m.", "mobile.", "web.", "mbasic."]
            .iter()
            .find_map(|prefix| host.strip_prefix(prefix))
            .unwrap_or(&host);
        let (path, query) = path.split_once(['?', '#']).unwrap_or((path, ""));
        let path = path.to_lowercase();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let is_country = |domain: &str| host.ends_with(&format!(".{domain}"));
        match host {
            "facebook.com" | "fb.com" => of_facebook(&parts, query),
            "vk.com" | "vk.ru" => of_vk(&parts),
            "instagram.com" => of_instagram(&parts),
            "xing.com" => of_folder(&parts, "profile"),
            "linkedin.com" => of_folder(&parts, "in"),
            _ if is_country("linkedin.com") => of_folder(&parts, "in"),
            _ if is_country("facebook.com") => of_facebook(&parts, query),
            _ => None,
        }
    }

    /// Whether it is one of the set's own after all.
    fn is_own(&self, head: &Set, link: &str) -> bool {
        let bare = |link: &str| {
            let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
            let rest = rest.trim_start_matches("www.").trim_end_matches('/');
            rest.to_lowercase()
        };
        let link = bare(link);
        let homes = head.home_base.iter().map(|page| bare(&page.url));
        let domains = head.own.domains.iter().map(|domain| bare(domain));
        let is_below = |own: String| {
            let behind = link.strip_prefix(own.as_str());
            !own.is_empty() && behind.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let slug = letters(&self.slug);
        let names = head.own.names.iter().chain(&head.own.products);
        let carries = |name: &String| {
            let name = letters(name);
            name.chars().count() > 2 && slug.contains(&name)
        };
        let handles = head.own.handles.iter();
        homes.chain(domains).any(is_below)
            || names.clone().any(carries)
            || handles
                .map(|own| bare_handle(own))
                .any(|own| own == self.slug)
    }

    /// Whether the address has the name of this person, or their handle.
    fn is_of(&self, person: &Person) -> bool {
        let slug = letters(&self.slug);
        let slug = slug.trim_end_matches(|c: char| c.is_ascii_digit());
        let by_handle = |(_, handle): &(String, String)| {
            let handle = handle.trim_end_matches('/').rsplit('/').next();
            handle.is_some_and(|handle| bare_handle(handle) == self.slug)
        };
        let name = letters(&person.name);
        let has_name = name.chars().count() > 2 && slug == name;
        has_name || !self.slug.is_empty() && person.handles.iter().any(by_handle)
    }
}

/// `profile.php?id=1`, `people/jane-doe/1`, `jane.doe` and `jane.doe.7`; not `shelfieshop` or `groups/1`.
fn of_facebook(parts: &[&str], query: &str) -> Option<Profile> {
    let slug = match parts {
        ["profile.php", ..] if query.contains("id=") => "",
        ["people", name, ..] => name,
        ["friends", ..] => "",
        [name]
        | [
            name,
            "photos" | "about" | "posts" | "friends" | "videos",
            ..,
        ] if is_of_a_person(name) => name,
        _ => return None,
    };
    Some(Profile {
        slug: slug.to_owned(),
        is_everywhere: true,
    })
}

/// A first and a last name with a dot between them, as Facebook makes them; perhaps a number behind.
fn is_of_a_person(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_file = matches!(
        parts.last(),
        Some(
            &("php"
                | "html"
                | "htm"
                | "aspx"
                | "com"
                | "org"
                | "net"
                | "co"
                | "shop"
                | "official"
                | "page")
        )
    );
    let words = match parts.split_last() {
        Some((last, rest)) if is_number(last) => rest,
        _ => &parts,
    };
    let is_letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
    let is_word = |part: &&str| part.chars().count() > 1 && part.chars().all(is_letter);
    (2..=4).contains(&words.len()) && words.iter().all(is_word) && !is_file
}

/// `id12345` is a person, everything else may be anybody.
fn of_vk(parts: &[&str]) -> Option<Profile> {
    let [name] = parts else {
        return None;
    };
    let number = name.strip_prefix("id")?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Profile {
        slug: String::new(),
        is_everywhere: true,
    })
}

/// An account with a first and a last name; a post (`p/…`) is none.
fn of_instagram(parts: &[&str]) -> Option<Profile> {
    let [name] = parts else {
        return None;
    };
    is_of_a_person(name).then(|| Profile {
        slug: (*name).to_owned(),
        is_everywhere: false,
    })
}

/// `in/jane-doe` of LinkedIn, `profile/Jane_Doe` of XING.
fn of_folder(parts: &[&str], folder: &str) -> Option<Profile> {
    match parts {
        [first, name, ..] if *first == folder => Some(Profile {
            slug: (*name).to_owned(),
            is_everywhere: false,
        }),
        _ => None,
    }
}

/// The letters and digits of a name, as they are compared.
fn letters(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    fold(&kept.collect::<String>())
}
