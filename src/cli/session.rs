//! What a command finds in the folders: settings, sets, people, platforms.
//!
//! Never: checks a text; it opens what a check needs.

use super::fault::CliFault;
use super::streams::Streams;
use crate::draft::Speaker;
use crate::guideline::{People, Person};
use crate::platform::{Platform, Platforms};
use crate::signature::{Signature, sign};
use crate::store::{Home, Library, LoadFault, OpenFault, Opened, Settings};

/// The folders as one command sees them.
pub(super) struct Session {
    settings: Settings,
    library: Library,
}

impl Session {
    /// Loads them. A settings file that cannot be used is said, and the defaults stand in.
    pub(super) fn load(home: &Home, io: &mut Streams<'_>) -> Self {
        let (settings, notice) = Settings::load(home);
        if let Some(notice) = notice {
            io.say(format_args!("{}; {}", notice.title, notice.detail));
        }
        let library = Library::load_from(home, &settings.folders);
        Self { settings, library }
    }

    /// All sets, people and platforms.
    pub(super) const fn library(&self) -> &Library {
        &self.library
    }

    /// Everybody who speaks.
    pub(super) const fn people(&self) -> &People {
        self.library.people()
    }

    /// The names of the sets to use: those of the call, else the one of the settings.
    pub(super) fn names(&self, asked: &[String]) -> Vec<String> {
        if asked.is_empty() {
            vec![self.settings.set.clone()]
        } else {
            asked.to_vec()
        }
    }

    /// Opens a set with overlays. A name whose file has a fault is answered with that fault.
    pub(super) fn open(&self, names: &[String]) -> Result<Opened, CliFault> {
        self.library.open(names).map_err(|fault| match fault {
            OpenFault::Unknown { ref name, .. } => self
                .fault_of_file(name)
                .map_or(CliFault::Open(fault), CliFault::Broken),
            fault => CliFault::Open(fault),
        })
    }

    /// The platforms, with the changes of the set in use. Without a call for a set, one that cannot
    /// be opened does not keep anybody from counting.
    pub(super) fn platforms(&self, asked: &[String]) -> Result<Platforms, CliFault> {
        match self.open(&self.names(asked)) {
            Ok(opened) => Ok(opened.platforms),
            Err(_) if asked.is_empty() => Ok(self.library.platforms().clone()),
            Err(fault) => Err(fault),
        }
    }

    /// The speaker that the command line names; a person must be known.
    pub(super) fn speaker(&self, id: &str) -> Result<Speaker, CliFault> {
        let speaker = Speaker::from_id(id);
        if let Some(person) = speaker.person_id() {
            self.person(person)?;
        }
        Ok(speaker)
    }

    /// The person with that id.
    pub(super) fn person(&self, id: &str) -> Result<&Person, CliFault> {
        self.people()
            .iter()
            .find(|person| person.id == id)
            .ok_or_else(|| CliFault::person(id, self.people()))
    }

    /// The signature of `speaker` under a set.
    pub(super) fn signature(
        &self,
        speaker: &Speaker,
        platform: &Platform,
        opened: &Opened,
    ) -> Signature {
        speaker
            .signer(brand(opened), self.people())
            .map_or_else(Signature::default, |signer| sign(signer, platform))
    }

    /// What of the files cannot be used and may matter to somebody who uses these sets.
    pub(super) fn faults(&self, family: &[String]) -> Vec<LoadFault> {
        let matters = |fault: &&LoadFault| {
            let stem = fault.path.file_stem().unwrap_or_default();
            let is_of_all = ["people", "platforms", "guidelines"]
                .iter()
                .any(|one| stem == *one);
            is_of_all || family.iter().any(|id| stem == id.as_str())
        };
        self.library
            .faults()
            .iter()
            .filter(matters)
            .cloned()
            .collect()
    }

    fn fault_of_file(&self, id: &str) -> Option<LoadFault> {
        self.library
            .faults()
            .iter()
            .find(|fault| fault.path.file_stem().is_some_and(|stem| stem == id))
            .cloned()
    }
}

/// The brand's name: the first of the set's own names, else the name of a set that somebody wrote.
/// A set that ships with the program is nobody's brand.
fn brand(opened: &Opened) -> &str {
    let head = &opened.active.head;
    match (head.own.names.first(), &opened.path) {
        (Some(name), _) => name,
        (None, Some(_)) => &head.name,
        (None, None) => "",
    }
}

/// The platform with that id.
pub(super) fn platform<'p>(id: &str, platforms: &'p Platforms) -> Result<&'p Platform, CliFault> {
    platforms
        .get(id)
        .ok_or_else(|| CliFault::platform(id, platforms))
}
