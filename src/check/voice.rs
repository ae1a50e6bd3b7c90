//! Who speaks, as a check sees it: the person, everybody else, and how they sign.
//!
//! Never: owns anybody, or decides who may speak.

use crate::guideline::{Person, SpeakerKind};
use crate::platform::Platform;
use crate::signature::{Signature, Signer, sign};

/// Who speaks. The default is a brand that has no name, among nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Voice<'a> {
    /// The person; none for the brand, and for somebody who has not filled in a name yet.
    pub person: Option<&'a Person>,
    /// Everybody who can speak.
    pub people: &'a [Person],
    /// The name that the brand signs with; empty when it signs nothing.
    pub brand: &'a str,
    /// Whether a signature is put below the text on its way out.
    pub is_signed: bool,
}

impl<'a> Voice<'a> {
    /// Whether nothing is known of who speaks: a person without a name.
    pub fn is_unknown(&self, speaker: SpeakerKind) -> bool {
        speaker != SpeakerKind::Brand && self.person.is_none()
    }

    /// How they sign on `platform`, whether it is put there or not.
    pub fn signature(&self, platform: &Platform) -> Signature {
        let brand = Signer::Brand(self.brand);
        sign(self.person.map_or(brand, Signer::Person), platform)
    }

    /// The company that a person works for: their own, else the brand.
    pub fn company(&self) -> &'a str {
        let own = self.person.map_or("", |person| person.company.trim());
        if own.is_empty() { self.brand } else { own }
    }

    /// The person with that id.
    pub fn other(&self, id: &str) -> Option<&'a Person> {
        self.people.iter().find(|person| person.id == id)
    }
}
