//! One draft's folder, open for writing.
//!
//! Never: takes a failed write or sync for a success; after one, the next is a whole new file.

use std::io;
use std::path::{Path, PathBuf};

use super::frame;
use super::recover::{JOURNAL, peek, try_lock, write_checkpoint};
use crate::draft::Draft;
use crate::store::atomic::{dir_of, make_private_dir, write_whole};
use crate::store::fs::{Appending, Disk, Held};

/// Bodies from this size are journaled as edits.
const LARGE: usize = 2048;
/// After this many edits a whole draft follows, so that damage does not reach far.
const MOST_EDITS: u32 = 64;
/// A journal of this size starts again, after a checkpoint.
const MOST_BYTES: u64 = 64 * 1024;

/// A draft's journal.
#[derive(Debug)]
pub(super) struct Journal {
    disk: Disk,
    dir: PathBuf,
    /// None when the file must be written anew.
    file: Option<Box<dyn Appending>>,
    /// Kept for as long as this window writes the draft.
    _lock: Box<dyn Held>,
    /// Up to here the file is whole frames.
    n_good: u64,
    n_edits: u32,
    /// The size of the last whole draft.
    n_full: u64,
    /// A checkpoint that failed is tried again from this size on.
    checkpoint_at: u64,
    seq: u64,
    last: Draft,
}

impl Journal {
    /// Opens a draft's folder for writing. None when it is not ours to write: another window holds
    /// it, or has written since this one read it (`known` is the number that was read).
    pub(super) fn open(
        disk: Disk,
        dir: &Path,
        known: Option<u64>,
        draft: &Draft,
    ) -> io::Result<Option<Self>> {
        make_private_dir(&*disk, dir)?;
        disk.sync_dir(dir_of(dir))?;
        let Some(lock) = try_lock(&*disk, dir)? else {
            return Ok(None);
        };
        let there = peek(&*disk, dir)?.map(|(seq, _)| seq);
        if there.is_some() && there != known {
            return Ok(None);
        }
        Ok(Some(Self {
            disk,
            dir: dir.to_owned(),
            file: None,
            _lock: lock,
            n_good: 0,
            n_edits: 0,
            n_full: 0,
            checkpoint_at: 0,
            seq: known.unwrap_or(0),
            last: draft.clone(),
        }))
    }

    /// The number of the newest state.
    pub(super) const fn seq(&self) -> u64 {
        self.seq
    }

    /// Writes a state of the draft; it survives a crash of the program from here on.
    pub(super) fn write(&mut self, draft: &Draft) -> io::Result<()> {
        if self.file.is_none() {
            self.last = draft.clone();
            return self.start_anew();
        }
        let edit = (draft.body.len() >= LARGE && self.n_edits < MOST_EDITS)
            .then(|| frame::edit(self.seq + 1, &self.last, draft))
            .flatten();
        self.n_edits = if edit.is_some() { self.n_edits + 1 } else { 0 };
        let frame = match edit {
            Some(frame) => frame,
            None => self.full(self.seq + 1, draft)?,
        };
        self.last = draft.clone();
        self.append(&frame)?;
        if self.n_good > MOST_BYTES.max(4 * self.n_full) && self.n_good > self.checkpoint_at {
            self.checkpoint();
        }
        Ok(())
    }

    /// Makes what was written survive a power cut.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        let is_there = self.file.as_deref().is_some_and(|file| self.is_there(file));
        let Some(file) = self.file.as_mut().filter(|_| is_there) else {
            return self.start_anew();
        };
        let synced = file.sync();
        if synced.is_err() {
            // the system may have dropped what it could not write, so the file is not trusted
            self.file = None;
        }
        synced
    }

    fn full(&mut self, seq: u64, draft: &Draft) -> io::Result<Vec<u8>> {
        let frame = frame::full(seq, draft)
            .ok_or_else(|| io::Error::other("the draft can't be put into words"))?;
        self.n_full = frame.len() as u64;
        Ok(frame)
    }

    fn append(&mut self, frame: &[u8]) -> io::Result<()> {
        let Some(file) = &mut self.file else {
            return self.start_anew();
        };
        let written = file.append(frame);
        if written.is_ok() {
            self.n_good += frame.len() as u64;
            self.seq += 1;
        } else {
            // a torn frame would hide the good ones after it
            if let Err(error) = file.cut(self.n_good) {
                log::warn!("a torn frame stays: {error}");
            }
            self.file = None;
        }
        written
    }

    /// Replaces the file by one that holds the newest state, on the disk when this returns.
    fn start_anew(&mut self) -> io::Result<()> {
        make_private_dir(&*self.disk, &self.dir)?;
        let frame = self.full(self.seq + 1, &self.last.clone())?;
        let path = self.dir.join(JOURNAL);
        write_whole(&*self.disk, &path, &frame)?;
        self.seq += 1;
        self.n_good = frame.len() as u64;
        self.n_edits = 0;
        self.checkpoint_at = 0;
        self.file = Some(self.disk.append_to(&path)?);
        Ok(())
    }

    /// Writes a checkpoint and starts the journal again. The text is safe in the journal already,
    /// so a failure is only put off.
    fn checkpoint(&mut self) {
        let kept = write_checkpoint(&*self.disk, &self.dir, self.seq, &self.last);
        let result = kept.and_then(|()| self.start_anew());
        if let Err(error) = result {
            log::warn!("no checkpoint yet: {error}");
            self.checkpoint_at = self.n_good + MOST_BYTES;
        }
    }

    /// Whether the open file is the one that a next start would read.
    fn is_there(&self, file: &dyn Appending) -> bool {
        let there = self.disk.about(&self.dir.join(JOURNAL));
        match (there, file.about()) {
            (Ok(there), Ok(ours)) => there.identity == ours.identity,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::drafts::recover::recover;
    use crate::store::fs::{Failure, Sim};

    /// The folder of the draft.
    const DIR: &str = "/home/drafts/a";

    /// Every second state differs in more than the body, so that frames of both kinds are written.
    fn draft(n: usize) -> Draft {
        Draft {
            body: format!("{}{}", "word ".repeat(2000), "k".repeat(n)),
            they_said: Some((n / 2).to_string()),
            ..Draft::default()
        }
    }

    /// Types until a checkpoint was made; returns what must be there.
    fn type_into(disk: &Sim) -> String {
        let mut journal: Option<Journal> = None;
        let mut safe = String::new();
        for n in 0..18 {
            let new = draft(n);
            if journal.is_none() {
                let opened = Journal::open(Disk::new(disk.clone()), Path::new(DIR), None, &new);
                journal = opened.ok().flatten();
            }
            let Some(journal) = &mut journal else {
                continue;
            };
            if journal.write(&new).and_then(|()| journal.sync()).is_ok() {
                safe = new.body;
            }
        }
        safe
    }

    /// What a start finds.
    #[track_caller]
    fn found(disk: &Sim) -> String {
        let found = recover(disk, Path::new(DIR), Path::new("/home/quarantine"));
        found.state.expect("a draft").1.body
    }

    #[test]
    #[expect(clippy::print_stdout, reason = "the figures of the README")]
    fn whichever_call_fails_nothing_that_was_synced_is_lost() {
        let (mut n_runs, mut n_states) = (0, 0);
        for failure in Failure::ALL {
            for n in 1.. {
                let disk = Sim::default();
                disk.fail(n, failure);
                let safe = type_into(&disk);
                if disk.n_failed() == 0 {
                    assert!(disk.get(format!("{DIR}/checkpoint.ron")).is_some());
                    break;
                }
                n_runs += 1;
                for left in disk.crashed().chain([disk.fork()]) {
                    n_states += 1;
                    let found = found(&left);
                    assert!(found.len() >= safe.len(), "{failure:?} of call {n}");
                    assert!(safe.is_empty() || found.starts_with(&safe));
                }
            }
        }
        println!("a journal with each call failing: {n_runs} runs, {n_states} states, none lost");
        assert!(n_runs > 300, "{n_runs} runs");
    }

    #[test]
    #[expect(clippy::print_stdout, reason = "the figures of the README")]
    fn a_power_cut_after_any_call_leaves_what_was_synced() {
        let disk = Sim::default();
        disk.record();
        let mut safe = Vec::new();
        let first = draft(0);
        let opened = Journal::open(Disk::new(disk.clone()), Path::new(DIR), None, &first);
        let mut journal = opened.expect("a folder").expect("it is ours");
        for n in 0..18 {
            journal.write(&draft(n)).expect("it is written");
            // a sync comes after every second state
            if n % 2 == 1 {
                journal.sync().expect("it is synced");
                safe.push((disk.n_calls(), draft(n).body.len()));
            }
        }
        let mut n_states = 0;
        for (at, disk) in (1..).zip(disk.history()) {
            let safe = safe.iter().rev().find(|(n_calls, _)| *n_calls <= at);
            for left in disk.crashed() {
                n_states += 1;
                let found = recover(&left, Path::new(DIR), Path::new("/home/quarantine"));
                let n_found = found.state.map_or(0, |(_, draft)| draft.body.len());
                let n_safe = safe.map_or(0, |(_, n)| *n);
                assert!(n_found >= n_safe, "{n_found} of {n_safe} after call {at}");
            }
        }
        println!("a journal cut from power after each call: {n_states} states, none lost");
        assert!(n_states > 150, "{n_states} states");
    }
}
