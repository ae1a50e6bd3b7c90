//! `people.ron` out of the text of its file: who can be read is there, what cannot be used is named
//! with its place.
//!
//! Never: gives up a person because of one handle, or the file because of one person.

use jiff::civil::Date;

use super::person::{Ownership, People, Person};
use super::{Fault, Place, field_span, from_ron, list_items};
use crate::platform::{Platforms, template_fault};
use crate::text::Span;

/// Reads `people.ron`. An entry that cannot be read is named and left out; of one that can, so is a
/// handle that its platform refuses by the rule in `platforms`, a template that cannot be filled in,
/// and a date that is none.
pub fn read_people(source: &str, platforms: &Platforms) -> (People, Vec<Fault>) {
    let mut people: People = Vec::new();
    let mut faults = Vec::new();
    if let Err(fault) = from_ron::<Vec<ron::Value>>(source) {
        return (people, vec![fault]);
    }
    for span in list_items(source, None) {
        let place = Place::of_byte(source, span.start);
        match from_ron::<Person>(span.of(source)) {
            Err(fault) => faults.push(Fault::new(place.plus(fault.place), fault.reason)),
            Ok(person) => {
                if let Some(reason) = unusable(&person, &people) {
                    faults.push(Fault::new(place, reason));
                    continue;
                }
                let entry = Entry {
                    source,
                    span,
                    platforms,
                };
                people.push(entry.tidied(person, &mut faults));
            }
        }
    }
    (people, faults)
}

/// Why nobody can speak as this person, beside those before.
fn unusable(person: &Person, before: &People) -> Option<String> {
    let id = &person.id;
    if id.trim().is_empty() {
        return Some("a person needs an id and a name, as in `id: \"asha\"`".to_owned());
    }
    if person.name.trim().is_empty() {
        return Some(format!(
            "a person needs an id and a name; {id:?} needs one, as in `name: \"Asha Rao\"`"
        ));
    }
    if id == "brand" || id.contains([':', '/', '\\']) || id.chars().any(char::is_whitespace) {
        return Some(format!(
            "{id:?} cannot be a person's id; small letters and digits do, as in `id: \"asha\"`"
        ));
    }
    let is_known = before.iter().any(|other| other.id == *id);
    is_known.then(|| format!("two people have the id {id:?}; the first one is used"))
}

/// One entry of the file.
struct Entry<'a> {
    source: &'a str,
    span: Span,
    platforms: &'a Platforms,
}

impl Entry<'_> {
    /// The person without what cannot be used of them.
    fn tidied(&self, mut person: Person, faults: &mut Vec<Fault>) -> Person {
        let id = person.id.clone();
        let mut say = |field: &str, key: &str, reason: String| {
            faults.push(Fault::new(self.place(field, key), reason));
        };
        person.handles.retain(|(platform, handle)| {
            let Some(reason) = self.refused(&id, platform, handle) else {
                return true;
            };
            say("handles", platform, reason);
            false
        });
        person.signatures.retain(|(platform, template)| {
            let fault = template_fault(template);
            if let Some(fault) = &fault {
                let reason = format!("the signature of {id:?} for {platform} is left out: {fault}");
                say("signatures", platform, reason);
            }
            fault.is_none()
        });
        person.ownership.retain(|(platform, ownership)| {
            let is_day = match ownership {
                Ownership::Agreed(on) => on.parse::<Date>().is_ok(),
                Ownership::Mine | Ownership::Company | Ownership::NotDiscussed => true,
            };
            if !is_day {
                let reason = format!(
                    "it is not clear since when {id:?} and the company agree about {platform}; a day is written as in `Agreed(\"2026-11-21\")`"
                );
                say("ownership", platform, reason);
            }
            is_day
        });
        person
    }

    /// Why a handle is left out, if it is.
    fn refused(&self, id: &str, platform: &str, handle: &str) -> Option<String> {
        let rule = self.platforms.handle_rule(platform)?;
        let fault = rule.fault(handle)?;
        let known = self.platforms.get(platform);
        let name = known.map_or(platform, |known| known.name.as_str());
        let hint = match rule.like.as_str() {
            "" => String::new(),
            like => format!(", as in {like:?}"),
        };
        Some(format!(
            "{name} does not take the handle {handle:?} of {id:?}: {fault}{hint}"
        ))
    }

    /// Where the pair of a field stands; the entry itself when it cannot be found.
    fn place(&self, field: &str, key: &str) -> Place {
        let entry = self.span.of(self.source);
        let quoted = format!("{key:?}");
        let list = field_span(entry, field);
        let pairs = list_items(entry, Some(field)).into_iter();
        let at = pairs
            .filter(|pair| pair.of(entry).starts_with(&quoted))
            .map(|pair| pair.start)
            .next()
            .or(list.map(|list| list.start))
            .unwrap_or_default();
        Place::of_byte(self.source, self.span.start + at)
    }
}
