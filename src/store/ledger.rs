//! The record of approvals: one file each, chained, never rewritten.
//!
//! Never: changes or removes an approval. The chain shows edits by anybody who does not redo all of
//! it; it is no proof against somebody who does.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::Date;

use super::atomic::{create_named, make_private_dir, write_whole};
use super::edit::spacious;
use super::fault::words;
use super::fs::{Fs, Held, folders, is_nothing};
use super::reading::{is_missing, read_text};
use super::shelf::{MOST, unreadable};
use super::{Home, LoadFault, StoreFault, clock};
use crate::approval::{Approval, record_name, sha256};
use crate::guideline::from_ron;

/// How long another window or command may hold the lock.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often the lock is asked for.
const PAUSE: Duration = Duration::from_millis(20);

/// All approvals of this machine.
#[derive(Clone, Debug)]
pub struct Ledger {
    home: Home,
}

/// The newest approval: the hash of its file, and the file, from the data folder on.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Head {
    hash: String,
    file: String,
}

/// An approval as it was read.
struct Entry {
    approval: Approval,
    hash: String,
    path: PathBuf,
}

impl Ledger {
    /// The ledger of these folders.
    pub fn at(home: &Home) -> Self {
        Self { home: home.clone() }
    }

    /// Records an approval; it is on the disk when this returns. Gives it back with its place in
    /// the chain, and its file.
    pub fn record(&self, approval: Approval) -> Result<(Approval, PathBuf), StoreFault> {
        let fs = self.home.fs();
        let fault = |path: &Path| {
            let path = path.to_owned();
            move |source| StoreFault::Write { path, source }
        };
        make_private_dir(fs, &self.home.data).map_err(fault(&self.home.data))?;
        let _lock = self.lock()?;
        let approval = approval.chained(self.head().hash);
        let text = written(&approval).ok_or_else(|| StoreFault::Unfit {
            path: self.home.approved(),
        })?;
        let (folder, name) = record_name(&approval);
        let dir = self.home.approved().join(folder);
        make_private_dir(fs, &dir).map_err(fault(&dir))?;
        let path = create_named(fs, &dir, (&name, "ron"), text.as_bytes()).map_err(fault(&dir))?;
        for above in dir
            .ancestors()
            .take_while(|above| above.starts_with(&self.home.data))
        {
            fs.sync_dir(above).map_err(fault(above))?;
        }
        let file = path.strip_prefix(&self.home.data).unwrap_or(&path);
        let head = format!("{}  {}\n", sha256(text.as_bytes()), file.display());
        // the approval is recorded by now, and the next one finds a head that is behind
        if let Err(error) = write_whole(fs, &self.home.head(), head.as_bytes()) {
            log::warn!("the head of the ledger is behind: {error}");
        }
        Ok((approval, path))
    }

    /// All approvals, oldest first, and what cannot be trusted: files that cannot be read, seals
    /// that do not fit, gaps in the chain.
    pub fn all(&self) -> (Vec<Approval>, Vec<LoadFault>) {
        let mut faults = Vec::new();
        let entries = self.entries(None, &mut faults);
        let hashes: BTreeSet<&str> = entries.iter().map(|entry| entry.hash.as_str()).collect();
        for entry in &entries {
            let prev = entry.approval.prev();
            if !(prev.is_empty() || hashes.contains(prev)) {
                let reason = "the approval before this one is gone or was changed";
                faults.push(LoadFault::of_file(&entry.path, reason));
            }
        }
        match self.recorded_head() {
            Ok(head) => faults.extend(self.head_fault(&head, &entries)),
            Err(fault) => faults.push(fault),
        }
        let approvals = entries.into_iter().map(|entry| entry.approval);
        (approvals.collect(), faults)
    }

    /// The approvals from the month of `day` on, oldest first; what cannot be read is left out here,
    /// [`Self::all`] names it.
    pub fn since(&self, day: Date) -> Vec<Approval> {
        // the folders go by UTC, where it may still be the day before
        let day = day.yesterday().unwrap_or(day);
        let year = self.home.approved().join(format!("{:04}", day.year()));
        let from = year.join(format!("{:02}", day.month()));
        let entries = self.entries(Some(&from), &mut Vec::new());
        entries.into_iter().map(|entry| entry.approval).collect()
    }

    /// Every approval that can be read, oldest first; from the month of a folder on.
    fn entries(&self, from: Option<&Path>, faults: &mut Vec<LoadFault>) -> Vec<Entry> {
        let mut entries = Vec::new();
        for path in self.files(from, faults) {
            match read(self.home.fs(), &path) {
                Ok(entry) => {
                    if !entry.approval.is_whole() {
                        let reason = "the seal does not fit what the file says; it was changed after it was approved";
                        faults.push(LoadFault::of_file(&path, reason));
                    }
                    entries.push(entry);
                }
                Err(fault) => faults.push(fault),
            }
        }
        entries.sort_by(|a, b| (a.approval.at(), &a.path).cmp(&(b.approval.at(), &b.path)));
        entries
    }

    fn files(&self, from: Option<&Path>, faults: &mut Vec<LoadFault>) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut folders_in = |dir: &Path| match folders(self.home.fs(), dir) {
            Err(error) if !is_nothing(&error) => {
                let reason = format!("the folder can't be read: {}", words(&error));
                faults.push(LoadFault::of_file(dir, reason));
                Vec::new()
            }
            found => found.unwrap_or_default(),
        };
        let years = folders_in(&self.home.approved());
        let months: Vec<PathBuf> = years.iter().flat_map(|year| folders_in(year)).collect();
        for month in months {
            if from.is_some_and(|from| month.as_path() < from) {
                continue;
            }
            match super::library::ron_files(self.home.fs(), &month) {
                Ok(found) => files.extend(found),
                Err(fault) => faults.push(fault),
            }
        }
        files
    }

    /// The approval that the next one follows.
    ///
    /// After a crash between an approval and the head, the head is one behind: then the approval
    /// that follows it is the newest.
    fn head(&self) -> Head {
        // what cannot be used of it is named by `all`
        let mut head = self.recorded_head().unwrap_or_default();
        let newest = self.home.data.join(&head.file);
        let from = newest.parent().filter(|_| !head.hash.is_empty());
        let entries = self.entries(from, &mut Vec::new());
        let head_of = |entry: &Entry| Head {
            hash: entry.hash.clone(),
            file: String::new(),
        };
        if head.hash.is_empty() {
            return entries.last().map(head_of).unwrap_or_default();
        }
        for _ in 0..entries.len() {
            let follows = |entry: &&Entry| entry.approval.prev() == head.hash;
            let Some(next) = entries.iter().find(follows) else {
                break;
            };
            head = head_of(next);
        }
        head
    }

    /// What `ledger.head` says; empty when there is none.
    fn recorded_head(&self) -> Result<Head, LoadFault> {
        let path = self.home.head();
        let text = match read_text(self.home.fs(), &path, MOST) {
            Ok(text) => text,
            Err(fault) if is_missing(&fault) => return Ok(Head::default()),
            Err(fault) => return Err(unreadable(&path, &fault)),
        };
        match text.trim_end().split_once("  ") {
            Some((hash, file)) if !hash.is_empty() => Ok(Head {
                hash: hash.to_owned(),
                file: file.to_owned(),
            }),
            Some(_) | None => {
                let reason = "it does not name the newest approval; it was changed";
                Err(LoadFault::of_file(path, reason))
            }
        }
    }

    /// Why the head names no approval that is there.
    fn head_fault(&self, head: &Head, entries: &[Entry]) -> Option<LoadFault> {
        let is_it = |entry: &Entry| {
            let file = entry.path.strip_prefix(&self.home.data);
            entry.hash == head.hash && file.is_ok_and(|file| file == Path::new(&head.file))
        };
        let is_there = head.hash.is_empty() || entries.iter().any(is_it);
        (!is_there).then(|| {
            let reason = format!(
                "the newest approval, {:?}, is gone or was changed",
                head.file
            );
            LoadFault::of_file(self.home.head(), reason)
        })
    }

    /// Takes the lock, and waits for it for a while.
    fn lock(&self) -> Result<Box<dyn Held>, StoreFault> {
        let path = self.home.ledger_lock();
        let since = clock::tick();
        loop {
            match self.home.fs().lock(&path) {
                Ok(Some(lock)) => return Ok(lock),
                // no lock of the system can be waited for with an end, so it is asked again and
                // again; the window records on a thread of its own and goes on drawing
                Ok(None) if clock::tick() - since < PATIENCE => std::thread::sleep(PAUSE),
                Ok(None) => return Err(StoreFault::Busy { path }),
                Err(source) => return Err(StoreFault::Write { path, source }),
            }
        }
    }
}

/// The approval in words that a person can read: line breaks of the text are line breaks, if that
/// reads back as the same.
fn written(approval: &Approval) -> Option<String> {
    let wanted = approval.as_written();
    [false, true].into_iter().find_map(|is_escaped| {
        let text = spacious(approval, is_escaped)? + "\n";
        let is_same = from_ron::<Approval>(&text).is_ok_and(|read| read == wanted);
        is_same.then_some(text)
    })
}

fn read(fs: &dyn Fs, path: &Path) -> Result<Entry, LoadFault> {
    let text = read_text(fs, path, MOST).map_err(|fault| unreadable(path, &fault))?;
    let approval = from_ron(&text).map_err(|fault| LoadFault {
        path: path.to_owned(),
        fault,
    })?;
    Ok(Entry {
        approval,
        hash: sha256(text.as_bytes()),
        path: path.to_owned(),
    })
}
