//! Folders and files in memory, and the single changes that make them.
//!
//! Never: knows what is durable; a tree is just what a disk says at one moment.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The number of a file or a folder.
pub(super) type Id = u64;

/// The folder that everything lies in.
pub(super) const ROOT: Id = 0;

/// A file or a folder.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// What lies in it.
    Folder(BTreeMap<OsString, Id>),
    /// Its bytes, shared by the trees that have the same ones.
    File(Arc<Vec<u8>>),
    /// What must not be opened.
    Pipe,
}

/// One change.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// A name is given, and taken from whatever had it.
    Name { dir: Id, name: OsString, id: Id },
    /// A name goes.
    Unname { dir: Id, name: OsString },
    /// A name becomes another, in one go.
    Rename {
        from: (Id, OsString),
        to: (Id, OsString),
        id: Id,
    },
    /// Bytes are written.
    Write {
        id: Id,
        at: usize,
        bytes: Arc<Vec<u8>>,
    },
    /// A file gets shorter, or longer with zeros.
    Cut { id: Id, n_bytes: usize },
}

impl Change {
    /// Whether a sync of this file or folder makes the change durable.
    pub(super) fn is_of(&self, synced: Id) -> bool {
        match self {
            Self::Name { dir, .. } | Self::Unname { dir, .. } => *dir == synced,
            Self::Rename { from, to, .. } => from.0 == synced || to.0 == synced,
            Self::Write { id, .. } | Self::Cut { id, .. } => *id == synced,
        }
    }

    /// Whether it is about bytes, not names.
    pub(super) const fn is_data(&self) -> bool {
        matches!(self, Self::Write { .. } | Self::Cut { .. })
    }
}

/// All that a disk says.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    nodes: BTreeMap<Id, Node>,
    next: Id,
}

impl Default for Tree {
    fn default() -> Self {
        Self {
            nodes: BTreeMap::from([(ROOT, Node::Folder(BTreeMap::new()))]),
            next: ROOT + 1,
        }
    }
}

impl Tree {
    /// Takes something in that has no name yet.
    pub(super) fn add(&mut self, node: Node) -> Id {
        let id = self.next;
        self.next += 1;
        self.nodes.insert(id, node);
        id
    }

    pub(super) fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(&id)
    }

    /// What stands at a path.
    pub(super) fn find(&self, path: &Path) -> io::Result<Id> {
        let mut id = ROOT;
        for part in path.components() {
            match part {
                Component::Normal(name) => id = self.inside(id, name)?,
                Component::RootDir | Component::CurDir => {}
                Component::Prefix(_) | Component::ParentDir => {
                    return Err(io::ErrorKind::Unsupported.into());
                }
            }
        }
        Ok(id)
    }

    fn inside(&self, dir: Id, name: &OsStr) -> io::Result<Id> {
        let names = self.names(dir)?;
        let id = names.get(name).copied();
        id.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// What lies in a folder.
    pub(super) fn names(&self, dir: Id) -> io::Result<&BTreeMap<OsString, Id>> {
        match self.nodes.get(&dir) {
            Some(Node::Folder(names)) => Ok(names),
            Some(Node::File(_) | Node::Pipe) => Err(io::ErrorKind::NotADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// The folder that a path lies in, and its name there.
    pub(super) fn place(&self, path: &Path) -> io::Result<(Id, OsString)> {
        let (Some(dir), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        let dir = self.find(dir)?;
        self.names(dir)?;
        Ok((dir, name.to_owned()))
    }

    /// Makes a change, as far as what it is about is there.
    pub(super) fn apply(&mut self, change: &Change) {
        match change {
            Change::Name { dir, name, id } => self.name(*dir, name, Some(*id)),
            Change::Unname { dir, name } => self.name(*dir, name, None),
            Change::Rename { from, to, id } => {
                self.name(from.0, &from.1, None);
                self.name(to.0, &to.1, Some(*id));
            }
            Change::Write { id, at, bytes } => {
                if let Some(Node::File(old)) = self.nodes.get_mut(id) {
                    let old = Arc::make_mut(old);
                    let end = at + bytes.len();
                    // what was to come before and did not is zeros
                    old.resize(old.len().max(end), 0);
                    if let Some(there) = old.get_mut(*at..end) {
                        there.copy_from_slice(bytes);
                    }
                }
            }
            Change::Cut { id, n_bytes } => {
                if let Some(Node::File(old)) = self.nodes.get_mut(id) {
                    Arc::make_mut(old).resize(*n_bytes, 0);
                }
            }
        }
    }

    fn name(&mut self, dir: Id, name: &OsStr, id: Option<Id>) {
        if let Some(Node::Folder(names)) = self.nodes.get_mut(&dir) {
            match id {
                Some(id) => names.insert(name.to_owned(), id),
                None => names.remove(name),
            };
        }
    }

    /// Takes in what another tree has and this one has not, without its names.
    pub(super) fn know(&mut self, id: Id, node: Node) {
        self.next = self.next.max(id + 1);
        self.nodes.entry(id).or_insert(node);
    }

    /// All files that have a name, with their bytes.
    pub(super) fn files(&self) -> BTreeMap<PathBuf, Arc<Vec<u8>>> {
        let mut files = BTreeMap::new();
        let mut dirs = vec![(PathBuf::from("/"), ROOT)];
        while let Some((path, dir)) = dirs.pop() {
            for (name, id) in self.names(dir).into_iter().flatten() {
                let path = path.join(name);
                match self.nodes.get(id) {
                    Some(Node::Folder(_)) => dirs.push((path, *id)),
                    Some(Node::File(bytes)) => {
                        files.insert(path, Arc::clone(bytes));
                    }
                    Some(Node::Pipe) | None => {}
                }
            }
        }
        files
    }
}
