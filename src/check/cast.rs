//! Who is on the stage of an example, and on which: the speaker, colleagues, topics, the platform.
//!
//! Never: reads a file; each line of a scene stands for an entry of one.

use super::Voice;
use crate::guideline::{Client, Person, Role, Set, SpeakerKind, Topic, from_ron};
use crate::platform::{HandleRule, Platform, Presence, Shape};

/// The lines of a scene about people and places, beside those of [`Scene`](super::Scene).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cast {
    brand: String,
    /// Who speaks; without a name while nobody has said it.
    speaker: Option<(Person, bool)>,
    /// The speaker, if one has a name, and the colleagues.
    people: Vec<Person>,
    topics: Vec<Topic>,
    industry: Vec<String>,
    region: Option<String>,
    /// What the set keeps to itself: code names, clients, prefixes of tickets, quiet periods.
    guarded: Guarded,
    platform: Option<String>,
    presence: Option<Presence>,
    signature: Option<Shape>,
    fold: Option<u32>,
    is_signed: bool,
}

/// The fields that are read here.
pub(super) const FIELDS: [&str; 16] = [
    "code_name",
    "client",
    "ticket",
    "quiet",
    "speaker",
    "expertise",
    "handle",
    "colleague",
    "topic",
    "industry",
    "region",
    "platform",
    "presence",
    "signature",
    "fold",
    "signed",
];

impl Cast {
    /// Reads a line; the reason says what to change.
    pub(super) fn read(&mut self, field: &str, value: &str) -> Result<(), String> {
        match field {
            "speaker" => self.speak(value),
            "expertise" => self.of_speaker(field, |person| person.expertise.push(value.into()))?,
            "handle" => {
                let (platform, handle) = value.split_once(' ').unwrap_or((value, ""));
                let handle = handle.trim().to_owned();
                self.of_speaker(field, |person| match platform {
                    "email" => person.email = handle,
                    _ => person.handles.push((platform.to_owned(), handle)),
                })?;
            }
            "colleague" => self.people.push(colleague(value)),
            "topic" => self.topics.push(topic(value)?),
            "industry" => self.industry.push(value.to_owned()),
            "region" => self.region = Some(value.to_owned()),
            "code_name" | "client" | "ticket" | "quiet" => self.guarded.read(field, value)?,
            "platform" => self.platform = Some(value.to_owned()),
            "presence" => self.presence = Some(named(field, value)?),
            "signature" => self.signature = Some(named(field, value)?),
            "fold" => self.fold = Some(named(field, value)?),
            "signed" => self.is_signed = value == "yes",
            _ => return Err(format!("an example has no field {field:?}")),
        }
        Ok(())
    }

    fn speak(&mut self, value: &str) {
        let mut parts: Vec<&str> = value.split(',').map(str::trim).collect();
        if parts.first() == Some(&"brand") {
            let name = parts.get(1).copied().unwrap_or_default();
            name.clone_into(&mut self.brand);
            return;
        }
        let is_personal = parts.pop_if(|last| *last == "personally").is_some();
        let part = |n: usize| parts.get(n).copied().unwrap_or_default().to_owned();
        let person = Person {
            id: id_of(&part(0)),
            name: part(0),
            company: part(1),
            ..Person::default()
        };
        self.speaker = Some((person, is_personal));
        self.set_people();
    }

    /// Changes the speaker, who must have been named before.
    fn of_speaker(&mut self, field: &str, change: impl FnOnce(&mut Person)) -> Result<(), String> {
        let Some((person, _)) = &mut self.speaker else {
            return Err(format!("an example names its speaker before `{field}`"));
        };
        change(person);
        self.set_people();
        Ok(())
    }

    /// Puts the speaker first among the people.
    fn set_people(&mut self) {
        let speaker = self.speaker.iter().map(|(person, _)| person.clone());
        let id = self.speaker.as_ref().map(|(person, _)| person.id.clone());
        let others = self
            .people
            .drain(..)
            .filter(|one| Some(&one.id) != id.as_ref());
        self.people = speaker.chain(others).collect();
    }

    /// Which kind of speaker it is; the brand when nobody is named.
    pub(super) fn speaker(&self) -> SpeakerKind {
        match self.speaker {
            None => SpeakerKind::Brand,
            Some((_, false)) => SpeakerKind::ForBrand,
            Some((_, true)) => SpeakerKind::Personally,
        }
    }

    /// Who speaks.
    pub(super) fn voice(&self) -> Voice<'_> {
        let person = self.speaker.as_ref().map(|(person, _)| person);
        Voice {
            person: person.filter(|person| !person.name.is_empty()),
            people: &self.people,
            brand: &self.brand,
            is_signed: self.is_signed,
        }
    }

    /// The platform with what the scene says of it. One that is named has handles.
    pub(super) fn platform(&self, mut platform: Platform) -> Platform {
        if let Some(id) = &self.platform {
            platform.id.clone_from(id);
            platform.handle = Some(HandleRule::default());
        }
        platform.presence = self.presence.unwrap_or(platform.presence);
        platform.signature = self.signature.unwrap_or(platform.signature);
        platform.fold = self.fold.or(platform.fold);
        platform
    }

    /// Whether it names topics or a trade of its own.
    pub(super) const fn has_subjects(&self) -> bool {
        !self.topics.is_empty() || !self.industry.is_empty()
    }

    /// Whether it puts anything in the place of a set's head.
    pub(super) fn changes_head(&self) -> bool {
        self.has_subjects() || self.region.is_some() || self.guarded != Guarded::default()
    }

    /// Puts it there.
    pub(super) fn change(&self, head: &mut Set) {
        if !self.topics.is_empty() {
            head.topics.clone_from(&self.topics);
        }
        if !self.industry.is_empty() {
            head.own.industry.clone_from(&self.industry);
        }
        self.guarded.change(head);
        if let Some(region) = &self.region {
            head.region.clone_from(region);
        }
    }
}

/// What a set keeps to itself.
#[derive(Clone, Debug, Default, PartialEq)]
struct Guarded {
    code_names: Vec<String>,
    clients: Vec<Client>,
    ticket_prefixes: Vec<String>,
    quiet_periods: Vec<(String, String)>,
}

impl Guarded {
    fn read(&mut self, field: &str, value: &str) -> Result<(), String> {
        match field {
            "code_name" => self.code_names.push(value.to_owned()),
            "ticket" => self.ticket_prefixes.push(value.to_owned()),
            "client" => {
                let name = value.strip_suffix("(agreed)");
                self.clients.push(Client {
                    name: name.unwrap_or(value).trim().to_owned(),
                    consent: name.is_some(),
                });
            }
            _ => {
                let (from, to) = value.split_once(',').ok_or_else(|| {
                    format!("{value:?} is no period, as in `quiet: 2026-01-01, 2026-01-31`")
                })?;
                let day = |day: &str| day.trim().to_owned();
                self.quiet_periods.push((day(from), day(to)));
            }
        }
        Ok(())
    }

    /// Puts what there is in the place of what the set has.
    fn change(&self, head: &mut Set) {
        if !self.code_names.is_empty() {
            head.code_names.clone_from(&self.code_names);
        }
        if !self.clients.is_empty() {
            head.clients.clone_from(&self.clients);
        }
        if !self.ticket_prefixes.is_empty() {
            head.ticket_prefixes.clone_from(&self.ticket_prefixes);
        }
        if !self.quiet_periods.is_empty() {
            head.quiet_periods.clone_from(&self.quiet_periods);
        }
    }
}

fn id_of(name: &str) -> String {
    let first = name.split_whitespace().next();
    first.unwrap_or_default().to_lowercase()
}

/// `Ravi Menon (returns), ravi@shop.example`, or `Ben Ito (hub)`.
fn colleague(value: &str) -> Person {
    let (name, rest) = value.split_once('(').unwrap_or((value, ""));
    let (knows, email) = rest.split_once(')').unwrap_or((rest, ""));
    let is_hub = knows.trim() == "hub";
    let knows = knows.split(',').map(str::trim);
    let knows = knows.filter(|topic| !topic.is_empty() && !is_hub);
    Person {
        id: id_of(name),
        name: name.trim().to_owned(),
        email: email.trim_matches([',', ' ']).to_owned(),
        role: if is_hub { Role::Hub } else { Role::Voice },
        expertise: knows.map(str::to_owned).collect(),
        ..Person::default()
    }
}

/// `returns: return, refund`, or `returns (ravi; returns.md): return, refund`.
fn topic(value: &str) -> Result<Topic, String> {
    let Some((head, words)) = value.split_once(':') else {
        return Err(format!(
            "{value:?} is no topic, as in `topic: returns: return, refund`"
        ));
    };
    let (id, rest) = head.split_once('(').unwrap_or((head, ""));
    let mut more = rest.trim_end_matches([')', ' ']).split(';').map(str::trim);
    Ok(Topic {
        id: id.trim().to_owned(),
        words: words
            .split(',')
            .map(|word| word.trim().to_owned())
            .collect(),
        owner: more.next().unwrap_or_default().to_owned(),
        facts: more.next().unwrap_or_default().to_owned(),
        ..Topic::default()
    })
}

fn named<T: serde::de::DeserializeOwned>(field: &str, value: &str) -> Result<T, String> {
    from_ron(value).map_err(|fault| format!("{value:?} is no {field}: {}", fault.reason))
}
