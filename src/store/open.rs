//! Opening a set by its id or its file, with overlays, ready for checking.
//!
//! Never: guesses; a name that is not there is answered with the one that was probably meant.

use std::path::{Path, PathBuf};

use super::shelf::{ShelfFault, Shelved};
use super::{Library, LoadFault, OpenFault};
use crate::approval::{Exception, Seal};
use crate::guideline::{ActiveSet, Fault, Place, Set, activate, field_span, list_items};
use crate::platform::Platforms;

/// A set in use: put together, with its hash and its platforms.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// The set with everything it builds on.
    pub active: ActiveSet,
    /// SHA-256 over the ids and texts of all sets that take part, in hex.
    pub hash: String,
    /// The file of the set itself; none for a built-in one.
    pub path: Option<PathBuf>,
    /// What holds for the team and not here, because a set of this machine alone says otherwise.
    pub local: Vec<Exception>,
    /// What the team's sets ask together, where one of this machine alone is laid over them.
    pub(super) shared: Option<ActiveSet>,
    /// The rules and platforms that are set aside, with their places.
    pub faults: Vec<LoadFault>,
    /// The platforms, with the set's own changes laid over.
    pub platforms: Platforms,
}

impl Opened {
    /// The name that the brand signs with: the first of the set's own names, else the name of a set
    /// that somebody wrote. A set that ships with the program is nobody's brand.
    pub fn brand(&self) -> &str {
        let head = &self.active.head;
        match (head.own.names.first(), &self.path) {
            (Some(name), _) => name,
            (None, Some(_)) => &head.name,
            (None, None) => "",
        }
    }
}

impl Library {
    /// Opens a set, and lays overlays over it: the first name is the set, the others are overlays;
    /// each is an id, or the path of a `.ron` file.
    pub fn open(&self, names: &[String]) -> Result<Opened, OpenFault> {
        let wanted = names
            .iter()
            .map(|name| self.named(name))
            .collect::<Result<Vec<Shelved>, OpenFault>>()?;
        let Some((first, overlays)) = wanted.split_first() else {
            return Err(OpenFault::NoName);
        };
        let siblings = self.siblings(&wanted);
        let all = || wanted.iter().chain(self.sets()).chain(&siblings);
        let find = |id: &str| -> Option<&Set> {
            all().map(|shelved| &shelved.set).find(|set| set.id == id)
        };
        let over: Vec<&Set> = overlays.iter().map(|shelved| &shelved.set).collect();
        let active = activate(&first.set, &over, &find)?;
        let family: Vec<&Shelved> = active
            .family
            .iter()
            .filter_map(|id| all().find(|shelved| shelved.set.id == *id))
            .collect();
        let mut opened = Opened {
            hash: hash_of(&family),
            path: first.path.clone(),
            faults: family.iter().flat_map(|one| one.faults.clone()).collect(),
            platforms: self.platforms().clone(),
            shared: self.shared_in(&family),
            local: Vec::new(),
            active,
        };
        opened.lay_platforms(&family);
        opened.rest(&[]);
        Ok(opened)
    }

    fn named(&self, name: &str) -> Result<Shelved, OpenFault> {
        if let Some(shelved) = self.set(name) {
            return Ok(shelved.clone());
        }
        let path = Path::new(name);
        if !is_path(path) {
            return Err(self.unknown(name));
        }
        Shelved::of_file(self.fs(), path).map_err(|fault| match fault {
            ShelfFault::Read(source) => OpenFault::Read {
                path: path.to_owned(),
                source,
            },
            ShelfFault::Broken(fault) | ShelfFault::Twice(fault) => OpenFault::Broken(fault),
        })
    }

    fn unknown(&self, name: &str) -> OpenFault {
        let nearest = self
            .sets()
            .iter()
            .map(|shelved| &shelved.set.id)
            .map(|id| (strsim::damerau_levenshtein(name, id), id))
            .filter(|(distance, id)| *distance <= 1 + id.len() / 4)
            .min();
        OpenFault::Unknown {
            name: name.to_owned(),
            nearest: nearest.map(|(_, id)| id.clone()),
            known: self
                .sets()
                .iter()
                .map(|shelved| shelved.set.id.clone())
                .collect(),
        }
    }

    /// Sets beside a file that was named by its path: it may build on them.
    fn siblings(&self, named: &[Shelved]) -> Vec<Shelved> {
        let mut found: Vec<Shelved> = Vec::new();
        let mut wanted: Vec<(String, PathBuf)> = named.iter().flat_map(bases).collect();
        while let Some((id, dir)) = wanted.pop() {
            let is_known = found.iter().chain(named).any(|one| one.set.id == id);
            if is_known || self.set(&id).is_some() {
                continue;
            }
            if let Ok(shelved) = Shelved::of_named_file(self.fs(), &dir.join(format!("{id}.ron"))) {
                wanted.extend(bases(&shelved));
                found.push(shelved);
            }
        }
        found
    }
}

/// What a set of a file builds on, and the folder it lies in.
fn bases(shelved: &Shelved) -> Vec<(String, PathBuf)> {
    let dir = shelved.path.as_deref().and_then(Path::parent);
    dir.map(|dir| {
        let with_dir = |id: &String| (id.clone(), dir.to_owned());
        shelved.set.extends.iter().map(with_dir).collect()
    })
    .unwrap_or_default()
}

fn is_path(name: &Path) -> bool {
    name.extension().is_some_and(|ending| ending == "ron") || name.components().count() > 1
}

fn hash_of(family: &[&Shelved]) -> String {
    let pieces = family
        .iter()
        .flat_map(|one| [one.set.id.as_str(), one.source.as_str()]);
    Seal::of(pieces).hash().to_owned()
}

impl Opened {
    /// Lays the platforms of all sets over the table, those of the set itself last.
    fn lay_platforms(&mut self, family: &[&Shelved]) {
        for one in family {
            let places = list_items(&one.source, Some("platforms"));
            for (n, change) in one.set.platforms.iter().enumerate() {
                if let Err(fault) = self.platforms.lay(change.0.clone()) {
                    let place = places
                        .get(n)
                        .or(field_span(&one.source, "platforms").as_ref())
                        .map_or(Place::default(), |span| {
                            Place::of_byte(&one.source, span.start)
                        });
                    self.faults.push(LoadFault {
                        path: one.origin(),
                        fault: Fault::new(place, fault.to_string()),
                    });
                }
            }
        }
    }
}
