//! One set on the shelf: its file, its text, and what of it could not be used.
//!
//! Never: puts sets together.

use std::path::{Path, PathBuf};

use super::fs::Fs;
use super::reading::read_text;
use super::{LoadFault, ReadFault};
use crate::guideline::{Fault, Place, ReadSet, Set, field_span, read_set};

/// How large a file of ours may be.
pub(super) const MOST: u64 = 4 * 1024 * 1024;

/// A set, where it came from, and its text.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// The set, with the rules that could be read.
    pub set: Set,
    /// Its file; none for a set that is built in.
    pub path: Option<PathBuf>,
    /// The text of the file, for edits and hashes.
    pub source: String,
    /// Whether the file is of a newer format and must not be written.
    pub is_newer: bool,
    /// The rules that are set aside, with their places.
    pub faults: Vec<LoadFault>,
}

impl Shelved {
    /// Where its text can be read, for messages: the file, or its name among the built-in ones.
    pub fn origin(&self) -> PathBuf {
        self.path.clone().unwrap_or_else(|| built_in(&self.set.id))
    }

    /// Reads the set of a built-in file.
    pub(super) fn shipped(id: &str, source: &str) -> Result<Self, LoadFault> {
        Self::of_source(source.to_owned(), None, &built_in(id))
    }

    /// Reads a set of any name from a file.
    pub(super) fn of_file(fs: &dyn Fs, path: &Path) -> Result<Self, ShelfFault> {
        let source = read_text(fs, path, MOST).map_err(ShelfFault::Read)?;
        if let Some(fault) = torn_by_merge(&source) {
            return Err(ShelfFault::Twice(LoadFault {
                path: path.to_owned(),
                fault,
            }));
        }
        Self::of_text(source, path).map_err(ShelfFault::Broken)
    }

    /// Reads a set from a file whose name must be the set's id.
    pub(super) fn of_named_file(fs: &dyn Fs, path: &Path) -> Result<Self, ShelfFault> {
        let shelved = Self::of_file(fs, path)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if stem == shelved.set.id {
            return Ok(shelved);
        }
        if is_conflict_copy(&stem) {
            let reason = format!(
                "two versions of the set {:?} were made at the same time and this one is not used; take over what you need, then put this file away",
                shelved.set.id
            );
            return Err(ShelfFault::Twice(LoadFault::of_file(path, reason)));
        }
        let place = field_span(&shelved.source, "id").map_or(Place::default(), |span| {
            Place::of_byte(&shelved.source, span.start)
        });
        let reason = format!(
            "the set's id is {:?} but its file is called {stem:?}; make them the same",
            shelved.set.id
        );
        Err(ShelfFault::Broken(LoadFault {
            path: path.to_owned(),
            fault: Fault::new(place, reason),
        }))
    }

    /// Reads the set of a file from a text of it.
    pub(super) fn of_text(source: String, path: &Path) -> Result<Self, LoadFault> {
        Self::of_source(source, Some(path.to_owned()), path)
    }

    fn of_source(source: String, path: Option<PathBuf>, origin: &Path) -> Result<Self, LoadFault> {
        let at = |fault| LoadFault {
            path: origin.to_owned(),
            fault,
        };
        let ReadSet {
            set,
            faults,
            is_newer,
        } = read_set(&source).map_err(at)?;
        Ok(Self {
            set,
            path,
            source,
            is_newer,
            faults: faults.into_iter().map(at).collect(),
        })
    }
}

/// Whether a tool that syncs folders made this file out of a conflict.
pub(super) fn is_conflict_copy(stem: &str) -> bool {
    stem.contains("conflicted copy")
        || stem.contains(".sync-conflict-")
        || stem.contains(".conflict-")
}

/// A fault when git has left both versions in the file.
pub(super) fn torn_by_merge(source: &str) -> Option<Fault> {
    let at = if source.starts_with("<<<<<<< ") {
        0
    } else {
        source.find("\n<<<<<<< ")? + 1
    };
    let reason = "git has left two versions here; keep one of them";
    Some(Fault::new(Place::of_byte(source, at), reason))
}

/// Why a file is no set.
pub(super) enum ShelfFault {
    /// It cannot be read.
    Read(ReadFault),
    /// It does not parse.
    Broken(LoadFault),
    /// Two people changed the set at the same time, and this is the other version, or both.
    Twice(LoadFault),
}

impl ShelfFault {
    /// The fault with the file's name.
    pub(super) fn at(self, path: &Path) -> LoadFault {
        match self {
            Self::Read(fault) => unreadable(path, &fault),
            Self::Broken(fault) | Self::Twice(fault) => fault,
        }
    }
}

/// A file that is no text, as a fault.
pub(super) fn unreadable(path: &Path, fault: &ReadFault) -> LoadFault {
    match fault {
        ReadFault::NotUtf8 { at, place } => LoadFault {
            path: path.to_owned(),
            fault: Fault::new(
                *place,
                format!("byte {at} fits no character of UTF-8; save the file as UTF-8"),
            ),
        },
        ReadFault::Io(_) | ReadFault::NotAFile | ReadFault::TooLarge { .. } | ReadFault::Utf16 => {
            LoadFault::of_file(path, format!("the file {fault}"))
        }
    }
}

/// The name under which messages speak of a built-in set.
fn built_in(id: &str) -> PathBuf {
    PathBuf::from(format!("built-in/{id}.ron"))
}
