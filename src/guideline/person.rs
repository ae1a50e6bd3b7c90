//! The people who speak: `people.ron`.
//!
//! Never: decides whether somebody may speak somewhere; it is what the file says.

use crate::text::one_line;
use serde::{Deserialize, Serialize};

/// What somebody does for the organisation's posts.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Role {
    /// Writes and speaks.
    #[default]
    Voice,
    /// Approves as a second person.
    Approver,
    /// Keeps things together; the first to ask.
    Hub,
    /// Listens and passes on.
    Listener,
}

/// Whose account a handle names, when somebody leaves.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Ownership {
    /// Nobody has talked about it yet.
    #[default]
    NotDiscussed,
    /// The person's own.
    Mine,
    /// The company's.
    Company,
    /// Both have agreed what becomes of it, on a day as in `2026-11-21`.
    Agreed(String),
}

/// One person of `people.ron`.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// Kebab-case, used on the command line and in the ledger.
    pub id: String,
    /// As they sign.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Their company.
    pub company: String,
    /// Their e-mail address.
    pub email: String,
    /// Platform id and handle, in the file's order.
    #[serde(with = "super::pairs")]
    pub handles: Vec<(String, String)>,
    /// Platform id and whose account the handle names.
    #[serde(with = "super::pairs")]
    pub ownership: Vec<(String, Ownership)>,
    /// Platform id and how they sign there instead of the platform's own way, as in
    /// `{"x": "– {first}"}`.
    #[serde(with = "super::pairs")]
    pub signatures: Vec<(String, String)>,
    /// What they do.
    pub role: Role,
    /// Topics they can answer for.
    pub expertise: Vec<String>,
    /// Topics they care about.
    pub interests: Vec<String>,
    /// Platforms they are learning.
    pub learning: Vec<String>,
    /// Hours a week for posts.
    pub hours_a_week: Option<f32>,
    /// A picture, beside the file.
    pub photo: String,
}

impl Person {
    /// The handle on `platform`; a field of it (`x/reply`) shares its handle.
    pub fn handle(&self, platform: &str) -> Option<&str> {
        of_platform(&self.handles, platform).map(String::as_str)
    }

    /// Whose account the handle on `platform` names; none without a handle there.
    pub fn ownership(&self, platform: &str) -> Option<Ownership> {
        self.handle(platform)?;
        let known = of_platform(&self.ownership, platform).cloned();
        Some(known.unwrap_or_default())
    }

    /// How they sign on `platform`, where they do it in a way of their own.
    pub fn template(&self, platform: &str) -> Option<&str> {
        of_platform(&self.signatures, platform).map(String::as_str)
    }

    /// How to reach them: the e-mail address, else the handle on X, else the one on Mastodon.
    pub fn contact(&self) -> Option<String> {
        self.contacts().into_iter().next()
    }

    /// All ways to reach them in public, the best one first.
    pub fn contacts(&self) -> Vec<String> {
        let with_at = |handle: &str| format!("@{}", handle.trim().trim_start_matches('@'));
        let email = Some(one_line(&self.email)).filter(|email| !email.is_empty());
        let handles = ["x", "mastodon"].into_iter();
        let handles = handles.filter_map(|id| self.handle(id).map(with_at));
        email.into_iter().chain(handles).collect()
    }

    /// Whether they are still learning `platform`; a field of it is learned with it.
    pub fn is_learning(&self, platform: &str) -> bool {
        let family = platform.split('/').next().unwrap_or(platform);
        self.learning.iter().any(|id| {
            let id = id.trim();
            id == platform || id == family
        })
    }

    /// Somebody who is at home on a platform that this person is learning: they have a handle there
    /// and are not learning it themselves.
    pub fn buddy<'p>(&self, people: &'p [Self], platform: &str) -> Option<&'p Self> {
        let is_home = |other: &&Self| {
            other.id != self.id && other.handle(platform).is_some() && !other.is_learning(platform)
        };
        let mut others = people.iter().filter(is_home);
        others.next().filter(|_| self.is_learning(platform))
    }

    /// The first name, as people say it.
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or_default()
    }
}

/// What is said for a platform, or for the one that it is a field of.
fn of_platform<'p, T>(pairs: &'p [(String, T)], platform: &str) -> Option<&'p T> {
    let family = platform.split('/').next().unwrap_or(platform);
    let of = |id: &str| pairs.iter().find(|(one, _)| one == id);
    of(platform).or_else(|| of(family)).map(|(_, value)| value)
}

/// Platforms whose handles a person can be known by.
const WITH_HANDLES: [&str; 8] = [
    "x",
    "mastodon",
    "bluesky",
    "threads",
    "instagram",
    "tiktok",
    "youtube",
    "telegram",
];

impl Person {
    /// Puts a handle where it belongs: to `platform`, if that has handles, or to the one that the
    /// handle looks like (`@name@host` Mastodon, a domain Bluesky, else X). An empty one is removed.
    pub fn put_handle(&mut self, handle: &str, platform: Option<&str>) {
        let handle = handle.trim();
        let bare = handle.trim_start_matches('@');
        let by_look = match (bare.contains('@'), bare.contains('.')) {
            (true, _) => "mastodon",
            (false, true) => "bluesky",
            (false, false) => "x",
        };
        let family = platform.and_then(|id| id.split('/').next());
        let family = family
            .filter(|id| WITH_HANDLES.contains(id))
            .unwrap_or(by_look);
        self.handles.retain(|(id, _)| id != family);
        if !bare.is_empty() {
            self.handles
                .insert(0, (family.to_owned(), handle.to_owned()));
        }
    }
}

/// Everybody of the file, in its order.
pub type People = Vec<Person>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_learns_a_platform_has_a_buddy_who_is_at_home_there() {
        let person = |id: &str, learning: &[&str]| Person {
            id: id.into(),
            handles: vec![("bluesky".into(), "a.example".into())],
            learning: learning.iter().map(|id| (*id).to_owned()).collect(),
            ..Person::default()
        };
        let people = [
            person("asha", &["bluesky"]),
            person("ben", &["bluesky"]),
            person("ravi", &["x"]),
        ];
        let buddy = |of: usize, platform: &str| {
            let buddy = people.get(of)?.buddy(&people, platform)?;
            Some(buddy.id.as_str())
        };
        assert_eq!(buddy(0, "bluesky"), Some("ravi"));
        assert_eq!(buddy(0, "bluesky/api"), Some("ravi"));
        assert_eq!(buddy(0, "x"), None, "she is at home there");
        assert_eq!(buddy(2, "x"), None, "nobody else is there");
    }

    #[test]
    fn a_handle_goes_where_it_looks_like_it_belongs() {
        let mut person = Person::default();
        person.put_handle("@asha", None);
        person.put_handle(" @asha@social.example ", None);
        person.put_handle("@asha.shop.example", Some("linkedin"));
        let ids: Vec<&str> = person.handles.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["bluesky", "mastodon", "x"]);
        person.put_handle("", Some("x"));
        assert_eq!(person.handles.len(), 2);
    }
}
