//! Who is writing.
//!
//! Never: holds a person; it names one of `people.ron`.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::guideline::{People, Person, SpeakerKind};
use crate::signature::Signer;

/// The brand, a person for the brand, or a person personally; people by their id.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Speaker {
    /// The brand.
    #[default]
    Brand,
    /// A person for the brand.
    ForBrand(String),
    /// A person personally.
    Personally(String),
}

/// The id of the person who has not filled in a name yet.
pub const YOURSELF: &str = "me";

impl Speaker {
    /// Reads it as the command line writes it: `brand`, `asha`, `asha:personally`.
    pub fn from_id(id: &str) -> Self {
        match id.split_once(':') {
            _ if id == "brand" => Self::Brand,
            Some((person, "personally")) => Self::Personally(person.to_owned()),
            _ => Self::ForBrand(id.to_owned()),
        }
    }

    /// The person's id, if a person speaks.
    pub fn person_id(&self) -> Option<&str> {
        match self {
            Self::Brand => None,
            Self::ForBrand(id) | Self::Personally(id) => Some(id),
        }
    }

    /// The person, if one speaks and is known.
    pub fn person<'p>(&self, people: &'p People) -> Option<&'p Person> {
        let id = self.person_id()?;
        people.iter().find(|person| person.id == id)
    }

    /// The person, once they have a name.
    pub fn named<'p>(&self, people: &'p People) -> Option<&'p Person> {
        let person = self.person(people);
        person.filter(|person| !person.name.trim().is_empty())
    }

    /// Who speaks, without the name.
    pub const fn kind(&self) -> SpeakerKind {
        match self {
            Self::Brand => SpeakerKind::Brand,
            Self::ForBrand(_) => SpeakerKind::ForBrand,
            Self::Personally(_) => SpeakerKind::Personally,
        }
    }

    /// Who signs; nobody while the person has no entry.
    pub fn signer<'p>(&self, brand: &'p str, people: &'p People) -> Option<Signer<'p>> {
        match self {
            Self::Brand => Some(Signer::Brand(brand)),
            Self::ForBrand(_) | Self::Personally(_) => self.person(people).map(Signer::Person),
        }
    }
}

impl fmt::Display for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Brand => f.write_str("brand"),
            Self::ForBrand(id) => f.write_str(id),
            Self::Personally(id) => write!(f, "{id}:personally"),
        }
    }
}
