//! What a command finds in the folders: settings, sets, people, platforms.
//!
//! Never: checks a text; it opens what a check needs.

use std::path::Path;

use super::fault::CliFault;
use super::streams::Streams;
use crate::draft::Speaker;
use crate::guideline::{ExtendFault, People, Person};
use crate::platform::{Platform, Platforms};
use crate::store::{Home, Library, LoadFault, OpenFault, Opened, Settings};

/// The folders as one command sees them.
pub(super) struct Session {
    home: Home,
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
        Self {
            home: home.clone(),
            settings,
            library,
        }
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

    /// Opens a set with overlays. When a file that would be used has a fault, the fault is the
    /// answer: no other copy of the set steps in unseen.
    pub(super) fn open(&self, names: &[String]) -> Result<Opened, CliFault> {
        let opened = self.library.open(names).map_err(|fault| {
            let missing = match &fault {
                OpenFault::Unknown { name, .. } => Some(name),
                OpenFault::Extend(ExtendFault::Missing { missing, .. }) => Some(missing),
                OpenFault::Extend(ExtendFault::Cycle { .. } | ExtendFault::TooMany { .. })
                | OpenFault::NoName
                | OpenFault::Read { .. }
                | OpenFault::Broken(_) => None,
            };
            let of_file = missing.and_then(|id| self.broken(id, None));
            of_file.map_or(CliFault::Open(fault), CliFault::Broken)
        })?;
        let head = &opened.active.head.id;
        let shelved = opened
            .active
            .family
            .iter()
            .filter_map(|id| self.library.set(id));
        let broken = shelved
            .filter(|shelved| shelved.set.id != *head || shelved.path == opened.path)
            .find_map(|shelved| self.broken(&shelved.set.id, shelved.path.as_deref()));
        broken.map_or(Ok(opened), |fault| Err(CliFault::Broken(fault)))
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

    /// The person with that id. While `people.ron` has a fault, that is why somebody is missing.
    pub(super) fn person(&self, id: &str) -> Result<&Person, CliFault> {
        let of_people = |fault: &&LoadFault| fault.path.ends_with("people.ron");
        let mut faults = self.library.faults().iter();
        self.people()
            .iter()
            .find(|person| person.id == id)
            .ok_or_else(|| match faults.find(of_people) {
                Some(fault) => CliFault::Broken(fault.clone()),
                None => CliFault::person(id, self.people()),
            })
    }

    /// The platform with that id. While `platforms.ron` has a fault, that is why a new one is missing.
    pub(super) fn platform<'p>(
        &self,
        id: &str,
        platforms: &'p Platforms,
    ) -> Result<&'p Platform, CliFault> {
        let is_likely = platforms.nearest(id).is_none();
        platform(id, platforms).map_err(|unknown| {
            let fault = self.table_faults().find(|_| is_likely);
            fault.map_or(unknown, |fault| CliFault::Broken(fault.clone()))
        })
    }

    /// Says which entries of `platforms.ron` cannot be used, one sentence each.
    pub(super) fn say_table_faults(&self, io: &mut Streams<'_>) {
        for fault in self.table_faults() {
            io.say(fault);
        }
    }

    fn table_faults(&self) -> impl Iterator<Item = &LoadFault> {
        let of_table = |fault: &&LoadFault| fault.path.ends_with("platforms.ron");
        self.library.faults().iter().filter(of_table)
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

    /// The fault of a file that would have been the set of this id, had it been readable, in place
    /// of the one at `used`.
    fn broken(&self, id: &str, used: Option<&Path>) -> Option<LoadFault> {
        let used = used.and_then(|path| self.rank(path));
        let is_it = |fault: &&LoadFault| {
            let rank = self.rank(&fault.path);
            fault.fault.rule.is_none()
                && fault.path.file_stem().is_some_and(|stem| stem == id)
                && rank > used
        };
        self.library.faults().iter().find(is_it).cloned()
    }

    /// The place of a file among the folders with sets; a higher one wins.
    fn rank(&self, path: &Path) -> Option<usize> {
        let team = self.library.folders().iter().rev();
        let mut folders = team
            .map(|folder| folder.join("guidelines"))
            .chain([self.home.guidelines()]);
        folders.position(|folder| path.parent() == Some(&folder))
    }
}

/// The platform with that id.
pub(super) fn platform<'p>(id: &str, platforms: &'p Platforms) -> Result<&'p Platform, CliFault> {
    platforms
        .get(id)
        .ok_or_else(|| CliFault::platform(id, platforms))
}
