//! A disk in memory that fails when it is told to, and knows what a power cut would leave of it.
//!
//! Never: kinder than a real disk. Bytes are durable after a sync of their file, names after a sync
//! of their folder, and bytes that could not be synced are lost. It has no links.

mod crash;
mod files;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tree::{Change, Id, Node, Tree};

/// How a call fails.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Failure {
    /// The disk is full.
    NoSpace,
    /// The disk is broken.
    Io,
    /// It is not allowed.
    Refused,
    /// A signal came.
    Interrupted,
    /// The disk is full, after half of the bytes were written.
    Short,
}

impl Failure {
    /// Every way to fail.
    pub const ALL: [Self; 5] = [
        Self::NoSpace,
        Self::Io,
        Self::Refused,
        Self::Interrupted,
        Self::Short,
    ];

    fn error(self) -> io::Error {
        match self {
            Self::NoSpace | Self::Short => io::ErrorKind::StorageFull.into(),
            Self::Io => io::Error::other("input/output failed"),
            Self::Refused => io::ErrorKind::PermissionDenied.into(),
            Self::Interrupted => io::ErrorKind::Interrupted.into(),
        }
    }
}

/// A disk in memory. A copy of the handle is the same disk; see [`Sim::fork`] for another one.
#[derive(Clone, Debug, Default)]
pub struct Sim(Arc<Mutex<Drive>>);

/// A disk, and what is to happen to it.
#[derive(Clone, Debug, Default)]
struct Drive {
    /// What the program sees.
    now: Tree,
    /// What a power cut cannot take.
    durable: Tree,
    /// What lies between the two, in order.
    pending: Vec<Change>,
    locks: BTreeSet<Id>,
    n_calls: u64,
    /// Which calls fail, counted from 1, and how.
    trouble: Option<(std::ops::RangeInclusive<u64>, Failure)>,
    n_failed: u64,
    /// How many temporary files there were.
    n_temporary: u64,
    /// The disk after each call, once that is wanted.
    history: Option<Vec<Self>>,
}

impl Sim {
    /// Another disk that says the same. Nothing fails on it, and its calls are counted anew.
    #[must_use]
    pub fn fork(&self) -> Self {
        self.drive().clone().rested()
    }

    /// Puts a durable file there, with the folders above it; no call is counted.
    pub fn put(&self, path: impl AsRef<Path>, bytes: impl Into<Vec<u8>>) {
        self.put_node(path.as_ref(), Node::File(Arc::new(bytes.into())));
    }

    /// Puts something there that waits for ever when it is opened.
    pub fn put_pipe(&self, path: impl AsRef<Path>) {
        self.put_node(path.as_ref(), Node::Pipe);
    }

    fn put_node(&self, path: &Path, node: Node) {
        let mut drive = self.drive();
        let mut above: Vec<&Path> = path.ancestors().skip(1).collect();
        above.reverse();
        for dir in above {
            if drive.now.find(dir).is_err() {
                drive.name_new(dir, Node::Folder(BTreeMap::new()));
            }
        }
        drive.name_new(path, node);
        drive.settle();
    }

    /// The bytes of a file; no call is counted.
    pub fn get(&self, path: impl AsRef<Path>) -> Option<Vec<u8>> {
        let drive = self.drive();
        let id = drive.now.find(path.as_ref()).ok()?;
        match drive.now.node(id)? {
            Node::File(bytes) => Some(bytes.to_vec()),
            Node::Folder(_) | Node::Pipe => None,
        }
    }

    /// All files, with their bytes; no call is counted.
    pub fn files(&self) -> BTreeMap<PathBuf, Arc<Vec<u8>>> {
        self.drive().now.files()
    }

    /// How many calls there were.
    pub fn n_calls(&self) -> u64 {
        self.drive().n_calls
    }

    /// How many calls failed because they were told to.
    pub fn n_failed(&self) -> u64 {
        self.drive().n_failed
    }

    /// Lets the n-th call fail, counted from 1 from here on, and no other.
    pub fn fail(&self, n: u64, failure: Failure) {
        let mut drive = self.drive();
        let n = drive.n_calls + n;
        drive.trouble = Some((n..=n, failure));
    }

    /// Lets every call fail from here on, until [`Sim::heal`].
    pub fn fail_always(&self, failure: Failure) {
        self.drive().trouble = Some((0..=u64::MAX, failure));
    }

    /// Lets every call work again.
    pub fn heal(&self) {
        self.drive().trouble = None;
    }

    /// Keeps the disk after each call from here on.
    pub fn record(&self) {
        self.drive().history = Some(Vec::new());
    }

    /// The disk after each call since [`Sim::record`].
    pub fn history(&self) -> Vec<Self> {
        let history = self.drive().history.clone().unwrap_or_default();
        history.into_iter().map(Drive::rested).collect()
    }

    /// The disks that a power cut in this moment may leave: every choice of what was not synced, and
    /// each write of it cut short. Where that is more than seven things: every prefix of them, all
    /// but one, names or bytes alone, and 64 choices that are drawn.
    pub fn crashed(&self) -> impl Iterator<Item = Self> + use<> {
        crash::trees(&self.drive()).map(|tree| {
            let drive = Drive {
                durable: tree.clone(),
                now: tree,
                ..Drive::default()
            };
            drive.rested()
        })
    }

    fn drive(&self) -> MutexGuard<'_, Drive> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does one call: counts it, lets it fail if it must, and notes what came of it. What is done
    /// is told how to fail where that leaves half of it done.
    fn call<T>(
        &self,
        what: impl FnOnce(&mut Drive, Option<Failure>) -> io::Result<T>,
    ) -> io::Result<T> {
        let mut drive = self.drive();
        drive.n_calls += 1;
        let n = drive.n_calls;
        let failure = drive
            .trouble
            .as_ref()
            .filter(|(calls, _)| calls.contains(&n))
            .map(|(_, failure)| *failure);
        drive.n_failed += u64::from(failure.is_some());
        let done = what(&mut drive, failure);
        let done = failure.map_or(done, |failure| Err(failure.error()));
        if let Some(mut history) = drive.history.take() {
            history.push(drive.clone());
            drive.history = Some(history);
        }
        done
    }

    /// A call that does nothing when it fails.
    fn all_or_none<T>(&self, what: impl FnOnce(&mut Drive) -> io::Result<T>) -> io::Result<T> {
        self.call(|drive, failure| match failure {
            Some(failure) => Err(failure.error()),
            None => what(drive),
        })
    }
}

impl Drive {
    /// The disk after a start: nobody holds a lock, nothing fails.
    fn rested(self) -> Sim {
        Sim(Arc::new(Mutex::new(Self {
            locks: BTreeSet::new(),
            n_calls: 0,
            trouble: None,
            n_failed: 0,
            history: None,
            ..self
        })))
    }

    fn change(&mut self, change: Change) {
        self.now.apply(&change);
        self.pending.push(change);
    }

    /// Takes in something new, and gives it a name where it can.
    fn name_new(&mut self, path: &Path, node: Node) -> Option<Id> {
        let (dir, name) = self.now.place(path).ok()?;
        let id = self.now.add(node.clone());
        self.durable.know(id, node);
        self.change(Change::Name { dir, name, id });
        Some(id)
    }

    /// Makes everything durable.
    fn settle(&mut self) {
        for change in std::mem::take(&mut self.pending) {
            self.durable.apply(&change);
        }
    }

    /// Makes durable what a sync of this file or folder does.
    fn sync(&mut self, id: Id) {
        for change in self.pending.extract_if(.., |change| change.is_of(id)) {
            self.durable.apply(&change);
        }
    }

    /// Gives up the bytes of a file that could not be synced, as systems do: the program still sees
    /// them, and no later sync brings them to the disk.
    fn forget(&mut self, id: Id) {
        self.pending
            .retain(|change| !(change.is_data() && change.is_of(id)));
    }

    fn write(&mut self, id: Id, bytes: &[u8]) {
        let at = match self.now.node(id) {
            Some(Node::File(old)) => old.len(),
            Some(Node::Folder(_) | Node::Pipe) | None => 0,
        };
        let bytes = Arc::new(bytes.to_vec());
        self.change(Change::Write { id, at, bytes });
    }
}
