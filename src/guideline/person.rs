//! The people who speak: `people.ron`.
//!
//! Never: decides whether somebody may speak somewhere; it is what the file says.

use serde::{Deserialize, Serialize};

use super::{Fault, Place, from_ron, list_items};

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
    #[serde(with = "handles")]
    pub handles: Vec<(String, String)>,
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
        let family = platform.split('/').next().unwrap_or(platform);
        self.handles
            .iter()
            .find(|(id, _)| id == platform || id == family)
            .map(|(_, handle)| handle.as_str())
    }

    /// The first name, as people say it.
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or_default()
    }
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

/// Reads `people.ron`; an entry that cannot be read is named and left out, the rest is used.
pub fn read_people(source: &str) -> (People, Vec<Fault>) {
    let mut people: People = Vec::new();
    let mut faults = Vec::new();
    if let Err(fault) = from_ron::<Vec<ron::Value>>(source) {
        return (people, vec![fault]);
    }
    for span in list_items(source, None) {
        let place = Place::of_byte(source, span.start);
        match from_ron::<Person>(span.of(source)) {
            Err(fault) => faults.push(Fault::new(place.plus(fault.place), fault.reason)),
            Ok(person) if person.id.trim().is_empty() || person.name.trim().is_empty() => {
                faults.push(Fault::new(place, "a person needs an id and a name"));
            }
            Ok(person) if people.iter().any(|other| other.id == person.id) => {
                faults.push(Fault::new(
                    place,
                    format!(
                        "two people have the id {:?}; the first one is used",
                        person.id
                    ),
                ));
            }
            Ok(person) => people.push(person),
        }
    }
    (people, faults)
}

/// Handles as a RON map that keeps its order.
mod handles {
    use std::fmt;

    use serde::de::{MapAccess, Visitor};
    use serde::ser::SerializeMap as _;
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(
        handles: &[(String, String)],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(handles.len()))?;
        for (platform, handle) in handles {
            map.serialize_entry(platform, handle)?;
        }
        map.end()
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<(String, String)>, D::Error> {
        struct Handles;
        impl<'de> Visitor<'de> for Handles {
            type Value = Vec<(String, String)>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from platform to handle")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut handles: Self::Value = Vec::new();
                while let Some((platform, handle)) = map.next_entry::<String, String>()? {
                    if handles.iter().any(|(other, _)| *other == platform) {
                        return Err(serde::de::Error::custom(format!(
                            "two handles for {platform:?}"
                        )));
                    }
                    handles.push((platform, handle));
                }
                Ok(handles)
            }
        }
        from.deserialize_map(Handles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
