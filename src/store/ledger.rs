//! The record of approvals: one file each, chained, never rewritten.
//!
//! Never: changes or removes an approval. The chain shows edits by anybody who does not redo all of
//! it; it is no proof against somebody who does.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::Date;

use super::atomic::{create_named, make_private_dir, sync_dir, write_whole};
use super::edit::spacious;
use super::lock::Lock;
use super::reading::read_text;
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
        let fault = |path: &Path| {
            let path = path.to_owned();
            move |source| StoreFault::Write { path, source }
        };
        make_private_dir(&self.home.data).map_err(fault(&self.home.data))?;
        let _lock = self.lock()?;
        let approval = approval.chained(self.head().hash);
        let text = written(&approval).ok_or_else(|| StoreFault::Unfit {
            path: self.home.approved(),
        })?;
        let (folder, name) = record_name(&approval);
        let dir = self.home.approved().join(folder);
        make_private_dir(&dir).map_err(fault(&dir))?;
        let path = create_named(&dir, &name, "ron", text.as_bytes()).map_err(fault(&dir))?;
        for above in dir
            .ancestors()
            .take_while(|above| above.starts_with(&self.home.data))
        {
            sync_dir(above).map_err(fault(above))?;
        }
        let file = path.strip_prefix(&self.home.data).unwrap_or(&path);
        let head = format!("{}  {}\n", sha256(text.as_bytes()), file.display());
        // the approval is recorded by now, and the next one finds a head that is behind
        if let Err(error) = write_whole(&self.home.head(), head.as_bytes()) {
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
        let head = self.recorded_head();
        if !(head.hash.is_empty() || hashes.contains(head.hash.as_str())) {
            let reason = format!(
                "the newest approval, {:?}, is gone or was changed",
                head.file
            );
            faults.push(LoadFault::of_file(self.home.head(), reason));
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
            match read(&path) {
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
        for year in folders_in(&self.home.approved()) {
            for month in folders_in(&year) {
                if from.is_some_and(|from| month.as_path() < from) {
                    continue;
                }
                match super::library::ron_files(&month) {
                    Ok(found) => files.extend(found),
                    Err(fault) => faults.push(fault),
                }
            }
        }
        files
    }

    /// The approval that the next one follows.
    ///
    /// After a crash between an approval and the head, the head is one behind: then the approval
    /// that follows it is the newest.
    fn head(&self) -> Head {
        let mut head = self.recorded_head();
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
    fn recorded_head(&self) -> Head {
        let Ok(text) = read_text(&self.home.head(), MOST) else {
            return Head::default();
        };
        let Some((hash, file)) = text.trim_end().split_once("  ") else {
            return Head::default();
        };
        Head {
            hash: hash.to_owned(),
            file: file.to_owned(),
        }
    }

    /// Takes the lock, and waits for it for a while.
    fn lock(&self) -> Result<Lock, StoreFault> {
        let path = self.home.ledger_lock();
        let since = clock::tick();
        loop {
            match Lock::try_at(&path) {
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

fn read(path: &Path) -> Result<Entry, LoadFault> {
    let text = read_text(path, MOST).map_err(|fault| unreadable(path, &fault))?;
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

/// The folders in a folder, by name.
fn folders_in(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs_err::read_dir(dir) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}
