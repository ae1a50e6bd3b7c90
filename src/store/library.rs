//! All sets, people and platforms that are in reach: shipped ones, team folders, the user's own.
//!
//! Never: lets one broken file take the others along; its last good version stays in use.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::atomic::dir_of;
use super::fs::{Disk, Fs, is_nothing};
use super::kept::{Kept, emptied_fault, folder_fault};
use super::requests::requests;
use super::shelf::{ShelfFault, Shelved};
use super::twice::other_versions;
use super::{Home, LoadFault, shipped};
use crate::approval::Asked;
use crate::guideline::{People, Person};
use crate::platform::{PlatformChange as Laid, Platforms, Topic};

/// Whose words something about a platform is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Origin {
    /// It ships with the program.
    Shipped,
    /// It stands in the `platforms.ron` of a team folder.
    Team,
    /// It stands in the user's own `platforms.ron`.
    Own,
}

/// Everything that files say about posts: sets, people, platforms, and what of it has a fault.
#[derive(Clone, Debug, Default)]
pub struct Library {
    sets: Vec<Shelved>,
    /// Sets of team folders that the user has an own copy of.
    hidden: Vec<Shelved>,
    /// Files that came of two people changing a set at the same time.
    twice: Vec<PathBuf>,
    pub(super) people: People,
    pub(super) platforms: Platforms,
    /// What files changed of the platforms, in order; later ones win.
    pub(super) laid: Vec<(Origin, Laid)>,
    /// The words that are right whatever a dictionary says.
    pub(super) words: Vec<String>,
    /// The texts that wait for a second person, each with the folder it lies in.
    requests: Vec<(PathBuf, Asked)>,
    pub(super) faults: Vec<LoadFault>,
    folders: Vec<PathBuf>,
    /// The last good text of `people.ron`, `platforms.ron` and `words.txt` files.
    pub(super) good: BTreeMap<PathBuf, String>,
    /// Where last good texts are kept over a restart.
    pub(super) kept: Kept,
    /// The disk that it was loaded from.
    disk: Disk,
}

/// What is built in, read once.
static SHIPPED: LazyLock<Library> = LazyLock::new(|| {
    let mut library = Library::default();
    library.add_shipped();
    library
});

impl Library {
    /// Loads what is built in and what lies in the user's own folder.
    pub fn load(home: &Home) -> Self {
        Self::load_from(home, &[])
    }

    /// Loads from team folders too; the user's own files win over theirs, theirs over shipped ones,
    /// earlier folders over later ones.
    pub fn load_from(home: &Home, folders: &[PathBuf]) -> Self {
        let mut all: Vec<PathBuf> = Vec::new();
        for folder in folders {
            // named twice, or one's own, it is there already
            if !all.contains(folder) && *folder != home.data {
                all.push(folder.clone());
            }
        }
        let before = Self {
            folders: all,
            ..Self::default()
        };
        before.reloaded(home)
    }

    /// Loads everything again. A file that does not parse, or is gone in the middle of being
    /// written, keeps its last good version and is named among the faults.
    #[must_use]
    pub fn reloaded(&self, home: &Home) -> Self {
        let mut library = Self {
            folders: self.folders.clone(),
            kept: Kept::of(home),
            disk: home.disk(),
            ..SHIPPED.clone()
        };
        // the last one to be laid wins
        for folder in self.folders.iter().rev().chain([&home.data]) {
            library.add_gone(folder, self);
            library.add_sets(&folder.join("guidelines"), self);
            // people's handles are read by the rules of the platforms
            let origin = if *folder == home.data {
                Origin::Own
            } else {
                Origin::Team
            };
            library.add_platforms(&folder.join("platforms.ron"), origin, self);
            library.add_people(&folder.join("people.ron"), self);
            library.add_words(&folder.join("words.txt"), self);
            library.faults.extend(other_versions(home.fs(), folder));
            let (asked, faults) = requests(home.fs(), folder);
            let asked = asked.into_iter().map(|one| (folder.clone(), one));
            library.requests.extend(asked);
            library.faults.extend(faults);
        }
        library.sets.sort_by(|a, b| a.set.id.cmp(&b.set.id));
        library
    }

    /// All sets, by id.
    pub fn sets(&self) -> &[Shelved] {
        &self.sets
    }

    /// The set with that id.
    pub fn set(&self, id: &str) -> Option<&Shelved> {
        self.sets.iter().find(|shelved| shelved.set.id == id)
    }

    /// Everybody who speaks.
    pub const fn people(&self) -> &People {
        &self.people
    }

    /// Takes in what was just asked to be kept of somebody, before their file is read again.
    pub fn know(&mut self, person: Person) {
        match self.people.iter_mut().find(|other| other.id == person.id) {
            Some(other) => *other = person,
            None => self.people.push(person),
        }
    }

    /// Leaves out who was just taken out, before their file is read again: the list does not move
    /// a second time.
    pub fn forget(&mut self, id: &str) {
        self.people.retain(|person| person.id != id);
    }

    /// The table of platforms, without what a set changes.
    pub const fn platforms(&self) -> &Platforms {
        &self.platforms
    }

    /// Whose words those about a topic of a platform are, before a set says otherwise.
    pub fn platform_origin(&self, id: &str, topic: Topic) -> Origin {
        let mut laid = self.laid.iter().rev();
        let found = laid.find(|(_, change)| change.id == id && change.touches(topic));
        found.map_or(Origin::Shipped, |(origin, _)| *origin)
    }

    /// The platforms that the user's own file says something about, in its order.
    pub fn own_platforms(&self) -> Vec<&str> {
        let own = self.laid.iter();
        let own = own.filter(|(origin, _)| *origin == Origin::Own);
        own.map(|(_, change)| change.id.as_str()).collect()
    }

    /// The texts that wait for a second person, or did, each with the folder it lies in.
    pub fn requests(&self) -> &[(PathBuf, Asked)] {
        &self.requests
    }

    /// The words that the writer and the team call right, for spelling.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether it lies in a team folder, so that others go by it too.
    pub fn is_shared(&self, shelved: &Shelved) -> bool {
        self.folder_of(shelved).is_some()
    }

    /// The team folder in whose `guidelines/` a set lies, however either is written.
    pub(super) fn folder_of(&self, shelved: &Shelved) -> Option<&PathBuf> {
        let dir = dir_of(shelved.path.as_deref()?);
        let real = self.fs().canonical(dir).ok();
        let is_it = |folder: &&PathBuf| {
            let guidelines = folder.join("guidelines");
            guidelines == dir || real.is_some() && self.fs().canonical(&guidelines).ok() == real
        };
        self.folders.iter().find(is_it)
    }

    /// Sets of team folders that the user has an own copy of.
    pub(super) fn hidden(&self) -> &[Shelved] {
        &self.hidden
    }

    /// Files that came of two people changing a set at the same time; none of them is used. See
    /// [`Library::compare`].
    pub fn twice(&self) -> &[PathBuf] {
        &self.twice
    }

    /// What could not be used: files, rules, people, platforms.
    pub fn faults(&self) -> &[LoadFault] {
        &self.faults
    }

    /// The disk that it was loaded from.
    pub(super) fn fs(&self) -> &dyn Fs {
        &*self.disk
    }

    /// The last good text of each file of people, platforms and words.
    pub(super) fn good(&self) -> impl Iterator<Item = (&Path, &str)> {
        let good = self.good.iter();
        good.map(|(path, text)| (path.as_path(), text.as_str()))
    }

    /// The team folders it was loaded from.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    fn add_shipped(&mut self) {
        for (id, source) in shipped::SETS {
            match Shelved::shipped(id, source) {
                Ok(shelved) => self.put(shelved),
                Err(fault) => self.faults.push(fault),
            }
        }
        let path = Path::new("built-in/platforms.ron");
        self.lay_platforms(shipped::PLATFORMS, path, Origin::Shipped);
    }

    /// Takes a set in; one of the same id makes room, with its faults.
    fn put(&mut self, shelved: Shelved) {
        if let Some(at) = self
            .sets
            .iter()
            .position(|other| other.set.id == shelved.set.id)
        {
            let old = self.sets.remove(at);
            let path = old.origin();
            self.faults.retain(|fault| fault.path != path);
            if self.is_shared(&old) {
                self.hidden.push(old);
            }
        }
        self.faults.extend(shelved.faults.iter().cloned());
        self.sets.push(shelved);
    }

    fn add_sets(&mut self, dir: &Path, before: &Self) {
        let files = match ron_files(self.fs(), dir) {
            Ok(files) => files,
            Err(fault) => {
                self.faults.push(fault);
                Vec::new()
            }
        };
        for path in &files {
            match Shelved::of_named_file(self.fs(), path) {
                Ok(shelved) => self.put(shelved),
                Err(fault) => {
                    if matches!(fault, ShelfFault::Twice(_)) {
                        self.twice.push(path.clone());
                    }
                    let fault = fault.at(path);
                    let good = before.of_path(path).cloned();
                    if let Some(good) = good.or_else(|| self.kept.set(self.fs(), path)) {
                        self.put(good);
                    }
                    self.faults.push(fault);
                }
            }
        }
        let is_gone = |shelved: &&Shelved| {
            shelved.path.as_deref().is_some_and(|path| {
                path.parent() == Some(dir) && !files.iter().any(|file| file == path)
            })
        };
        for shelved in before.sets.iter().filter(is_gone) {
            self.faults.push(LoadFault::of_file(
                shelved.origin(),
                "the file is gone; the set as it was last read stays in use until Postwright closes",
            ));
            self.put_gone(shelved);
        }
    }

    /// Keeps a set whose file is gone, in place of one that it had replaced.
    fn put_gone(&mut self, shelved: &Shelved) {
        let id = &shelved.set.id;
        let replaced = self.sets.iter().position(|other| other.set.id == *id);
        if let Some(old) = replaced.map(|at| self.sets.remove(at))
            && self.is_shared(&old)
        {
            self.hidden.push(old);
        }
        self.sets.push(shelved.clone());
    }

    /// Takes in the sets of a team folder of which nothing can be read, as they were last read; those
    /// that are in use already stay.
    fn add_gone(&mut self, folder: &Path, before: &Self) {
        if !self.folders.iter().any(|one| one == folder) {
            return;
        }
        let kept = self.kept.sets(self.fs(), &folder.join("guidelines"));
        let emptied = || emptied_fault(self.fs(), folder).filter(|_| !kept.is_empty());
        let Some(fault) = folder_fault(self.fs(), folder).or_else(emptied) else {
            return;
        };
        self.faults.push(fault);
        let is_known = |one: &Shelved| {
            one.path
                .as_deref()
                .is_some_and(|path| before.of_path(path).is_some())
        };
        for good in kept.into_iter().filter(|one| !is_known(one)) {
            self.put(good);
        }
    }

    fn of_path(&self, path: &Path) -> Option<&Shelved> {
        self.sets
            .iter()
            .find(|shelved| shelved.path.as_deref() == Some(path))
    }
}

/// The `.ron` files of a folder, by name; a folder that is not there has none.
pub(super) fn ron_files(fs: &dyn Fs, dir: &Path) -> Result<Vec<PathBuf>, LoadFault> {
    let entries = match fs.list(dir) {
        Ok(entries) => entries,
        Err(error) if is_nothing(&error) => return Ok(Vec::new()),
        Err(error) => {
            let reason = format!("the folder can't be read: {}", super::fault::words(&error));
            return Err(LoadFault::of_file(dir, reason));
        }
    };
    let mut files: Vec<PathBuf> = entries
        .into_iter()
        .map(|entry| entry.path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    files.sort();
    Ok(files)
}
