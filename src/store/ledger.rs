//! The record of approvals: one file each, chained, never rewritten.
//!
//! Never: changes or removes an approval. The chain shows edits by anybody who does not redo all of
//! it; it is no proof against somebody who does.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::atomic::{create_named, dir_of, make_private_dir, write_whole};
use super::chain::{Entry, Head, breaks, head_fault, newest};
use super::edit::spacious;
use super::fault::words;
use super::fs::{Fs, folders, is_nothing};
use super::reading::{is_missing, read_text};
use super::shelf::{MOST, unreadable};
use super::turn::locked;
use super::{Home, LoadFault, StoreFault};
use crate::approval::{Approval, record_name, sha256};
use crate::guideline::from_ron;

/// All approvals of this machine.
#[derive(Clone, Debug)]
pub struct Ledger {
    home: Home,
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
        let _lock = locked(fs, &self.home.ledger_lock())?;
        let approval = approval.chained(self.head());
        let text = written(&approval).ok_or_else(|| StoreFault::Unfit {
            path: self.home.approved(),
        })?;
        let (dir, name) = self.place(&approval);
        make_private_dir(fs, &dir).map_err(fault(&dir))?;
        let path = create_named(fs, &dir, (&name, "ron"), text.as_bytes()).map_err(fault(&dir))?;
        for above in dir
            .ancestors()
            .take_while(|above| above.starts_with(&self.home.data))
        {
            fs.sync_dir(above).map_err(fault(above))?;
        }
        let file = path.strip_prefix(&self.home.data).unwrap_or(&path);
        let head = Head {
            hash: sha256(text.as_bytes()),
            file: file.display().to_string(),
            is_twice: false,
        };
        self.note(head);
        Ok((approval, path))
    }

    /// All approvals, oldest first, and what cannot be trusted: files that cannot be read, seals
    /// that do not fit, gaps in the chain.
    pub fn all(&self) -> (Vec<Approval>, Vec<LoadFault>) {
        let mut faults = Vec::new();
        let entries = self.entries(None, &mut faults);
        faults.extend(breaks(&entries, &|approval| self.place(approval)));
        let [first, second] = self.heads();
        let noted = [&first, &second].map(|path| self.noted(path));
        let is_once = matches!(&noted, [Ok(Some(head)), Ok(None)] if !head.is_twice);
        if let [Ok(Some(one)), Ok(Some(other))] = &noted
            && one.hash == other.hash
            && one.is_twice != other.is_twice
        {
            let reason = "the two notes of the newest approval differ; one of them was changed";
            faults.push(LoadFault::of_file(&first, reason));
        }
        for (path, noted) in [&first, &second].into_iter().zip(noted) {
            let place = (path.as_path(), self.home.data.as_path());
            match noted {
                // the first versions of the program knew no second note
                Ok(None) if is_once => {}
                Ok(head) => faults.extend(head_fault(head.as_ref(), place, &entries)),
                Err(fault) => faults.push(fault),
            }
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
        let approved = self.home.approved();
        let years = folders_in(&approved);
        let months: Vec<PathBuf> = years.iter().flat_map(|year| folders_in(year)).collect();
        for dir in years.iter().chain([&approved]) {
            let strays = super::library::ron_files(self.home.fs(), dir).unwrap_or_default();
            let reason = "no approval is recorded at this place; the file was moved or put in";
            faults.extend(
                strays
                    .into_iter()
                    .map(|path| LoadFault::of_file(path, reason)),
            );
        }
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

    /// The hash of the approval that the next one follows; empty for the first.
    ///
    /// After a crash between an approval and the notes of it they are one behind: then the approval
    /// that follows is the newest. Where a noted one is gone the next one follows it all the same, so
    /// that the gap stays to be seen.
    fn head(&self) -> String {
        // what cannot be used of the notes is named by `all`
        let noted = self.heads().map(|path| self.noted(&path).ok().flatten());
        let noted: Vec<Head> = noted.into_iter().flatten().collect();
        let month = |head: &Head| dir_of(&self.home.data.join(&head.file)).to_owned();
        let from = noted.iter().map(month).min();
        let entries = self.entries(from.as_deref(), &mut Vec::new());
        let is_gone = |head: &&Head| entries.iter().all(|entry| entry.hash != head.hash);
        if let Some(gone) = noted.iter().find(is_gone) {
            return gone.hash.clone();
        }
        let newest = match noted.first() {
            Some(head) => newest(&entries, &head.hash),
            None => entries
                .first()
                .and_then(|first| newest(&entries, &first.hash)),
        };
        newest.map_or_else(String::new, |newest| newest.hash.clone())
    }

    /// The folder and the name of an approval's file.
    fn place(&self, approval: &Approval) -> (PathBuf, String) {
        let (folder, name) = record_name(approval);
        (self.home.approved().join(folder), name)
    }

    /// The two files that note the newest approval, beside the approvals and beside the settings: so
    /// an older one that is put back does not hide that approvals are gone.
    fn heads(&self) -> [PathBuf; 2] {
        [self.home.head(), self.home.second_head()]
    }

    /// Notes the newest approval. It is recorded by now; where this fails the next one finds notes
    /// that are behind, and so does whoever looks. The first note says that there is a second only
    /// when there is.
    fn note(&self, mut head: Head) {
        let [first, second] = self.heads();
        head.is_twice = true;
        if !self.put_note(&second, &head) {
            // it may be there although its folder could not be synced
            let there = self.noted(&second).ok().flatten();
            head.is_twice = there.is_some_and(|there| there.hash == head.hash);
        }
        self.put_note(&first, &head);
    }

    /// Writes a note; whether that was done.
    fn put_note(&self, path: &Path, head: &Head) -> bool {
        let fs = self.home.fs();
        let noted = make_private_dir(fs, dir_of(path))
            .and_then(|()| write_whole(fs, path, head.line().as_bytes()));
        if let Err(error) = &noted {
            log::warn!("a note of the newest approval is behind: {error}");
        }
        noted.is_ok()
    }

    /// What a note of the newest approval says; none when there is no note.
    fn noted(&self, path: &Path) -> Result<Option<Head>, LoadFault> {
        let text = match read_text(self.home.fs(), path, MOST) {
            Ok(text) => text,
            Err(fault) if is_missing(&fault) => return Ok(None),
            Err(fault) => return Err(unreadable(path, &fault)),
        };
        let reason = "it does not name the newest approval; it was changed";
        let head = Head::of_line(&text).ok_or_else(|| LoadFault::of_file(path, reason))?;
        Ok(Some(head))
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
