//! Changes of `people.ron`.
//!
//! Never: touches a byte of anybody else's entry.

use std::path::Path;

use super::atomic::{unchanged, write_over};
use super::edit::{appended, changes, fields_of, set_fields, spliced};
use super::fs::is_ordinary;
use super::reading::{is_missing, read_text};
use super::shelf::MOST;
use super::turn::turn;
use super::{Home, LoadFault, StoreFault, shipped};
use crate::draft::YOURSELF;
use crate::guideline::{Fault, People, Person, field_span, from_ron, list_items, read_people};
use crate::platform::{Platform, Platforms, template_fault};
use crate::text::{Span, kebab};

/// Writes somebody into `people.ron`: the fields of their entry that differ are changed, or a new
/// entry is added at the end. The result is read back before it is kept.
pub fn put_person(home: &Home, person: &Person) -> Result<(), StoreFault> {
    if person.id.trim().is_empty() || person.name.trim().is_empty() {
        return Err(StoreFault::Nameless);
    }
    let _turn = turn(home)?;
    put(home, person)
}

/// Does what [`put_person`] does, for whoever has the turn.
pub(super) fn put(home: &Home, person: &Person) -> Result<(), StoreFault> {
    let path = home.people();
    let source = match read_text(home.fs(), &path, MOST) {
        Ok(source) => source,
        Err(fault) if is_missing(&fault) => "[\n]\n".to_owned(),
        Err(source) => return Err(StoreFault::Read { path, source }),
    };
    if let Err(fault) = from_ron::<Vec<ron::Value>>(&source) {
        return Err(StoreFault::Broken(LoadFault { path, fault }));
    }
    let text = with_person(&source, person, &path)?;
    if text == source {
        return unchanged(home.fs(), &path);
    }
    write_over(home.fs(), &path, text.as_bytes())
}

fn with_person(source: &str, person: &Person, path: &Path) -> Result<String, StoreFault> {
    let unfit = || StoreFault::Unfit {
        path: path.to_owned(),
    };
    // without a table no handle is refused: all that stands in the file is known here
    let (mut people, faults) = read_people(source, &Platforms::default());
    let person = &with_refused(person, &people);
    let mut n_mended = 0;
    let text = if let Some(known) = people.iter_mut().find(|other| other.id == person.id) {
        let span = entry(source, &person.id).ok_or_else(unfit)?;
        let mut written = person.clone();
        if known.signatures != person.signatures {
            let unusable = unusable(span.of(source));
            let n = unusable.len();
            let is_shown = |id: &str| person.signatures.iter().any(|(other, _)| other == id);
            let kept = unusable.into_iter().filter(|(id, _)| !is_shown(id));
            let n_others = person.signatures.len();
            written.signatures.extend(kept);
            n_mended = n + n_others - written.signatures.len();
        }
        let fields = changes(known, &written).ok_or_else(unfit)?;
        let edited = set_fields(span.of(source), &fields).ok_or_else(unfit)?;
        *known = person.clone();
        spliced(source, span, &edited)
    } else {
        if let Some(fault) = faulty_entry(source, &person.id, &faults) {
            let path = path.to_owned();
            return Err(StoreFault::Broken(LoadFault { path, fault }));
        }
        people.push(person.clone());
        written(person).and_then(|entry| appended(source, &entry))
    };
    let text = text.ok_or_else(unfit)?;
    let (found, left) = read_people(&text, &Platforms::default());
    if found == people && left.len() + n_mended == faults.len() {
        Ok(text)
    } else {
        Err(unfit())
    }
}

/// The person with the handles of their entry that a platform refuses: nobody was shown them, so
/// nobody took them out.
fn with_refused(person: &Person, people: &People) -> Person {
    let mut whole = person.clone();
    let entries = from_ron::<Vec<Platform>>(shipped::PLATFORMS).unwrap_or_default();
    let table = Platforms::new(entries);
    let known = people.iter().find(|other| other.id == person.id);
    for (platform, handle) in known.into_iter().flat_map(|known| &known.handles) {
        let is_refused = || table.handle_rule(platform)?.fault(handle);
        let is_shown = person.handles.iter().any(|(id, _)| id == platform);
        if !is_shown && is_refused().is_some() {
            whole.handles.push((platform.clone(), handle.clone()));
        }
    }
    whole
}

/// The signatures of an entry that cannot be used. Nobody was shown them, so they stay until there
/// are others for their platforms.
fn unusable(entry: &str) -> Vec<(String, String)> {
    let mut said = from_ron::<Person>(entry).unwrap_or_default().signatures;
    said.retain(|(_, template)| template_fault(template).is_some());
    said
}

/// Where the first entry with that id stands.
pub(super) fn entry(source: &str, id: &str) -> Option<Span> {
    list_items(source, None)
        .into_iter()
        .find(|span| from_ron::<Person>(span.of(source)).is_ok_and(|person| person.id == id))
}

/// An entry that says this id but could not be used: adding another would hide it.
fn faulty_entry(source: &str, id: &str, faults: &[Fault]) -> Option<Fault> {
    let quoted = format!("{id:?}");
    let is_theirs = |span: &Span| {
        field_span(span.of(source), "id").is_some_and(|value| value.of(span.of(source)) == quoted)
    };
    list_items(source, None)
        .iter()
        .find(|span| is_theirs(span))?;
    faults.first().cloned()
}

/// An entry with the fields that say something, on one line.
fn written(person: &Person) -> Option<String> {
    let empty = fields_of(&Person::default())?;
    let fields: Vec<String> = fields_of(person)?
        .into_iter()
        .filter(|field| !empty.contains(field))
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    Some(format!("({})", fields.join(", ")))
}

/// Whether the picture of somebody is there: beside `people.ron`, unless it is said where.
pub fn has_photo(home: &Home, photo: &str) -> bool {
    is_ordinary(home.fs(), &home.data.join(photo.trim()))
}

/// Makes an id from a name: the first name in small ASCII letters, unique among `people`; `me` when
/// no letter is left.
pub fn new_person_id(name: &str, people: &People) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    let kebab = kebab(first);
    let base = if kebab.is_empty() { YOURSELF } else { &kebab };
    // the command line says `brand` for the brand
    let is_free = |id: &str| id != "brand" && people.iter().all(|person| person.id != id);
    let mut id = base.to_owned();
    let mut n = 1;
    while !is_free(&id) {
        n += 1;
        id = format!("{base}-{n}");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_first_name_in_plain_letters() {
        let mut people = People::new();
        let id = |name: &str, people: &People| new_person_id(name, people);
        assert_eq!(id("Zoë Brandão", &people), "zoe");
        assert_eq!(id("Łukasz", &people), "lukasz");
        assert_eq!(id("Anne-Marie O'Neil", &people), "anne-marie");
        assert_eq!(id("  ", &people), "me");
        assert_eq!(id("明日香", &people), "me");
        assert_eq!(id("Brand", &people), "brand-2");
        people.push(Person {
            id: "zoe".to_owned(),
            ..Person::default()
        });
        assert_eq!(id("Zoe", &people), "zoe-2");
    }
}
