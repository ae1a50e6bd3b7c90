//! One draft's folder, open for writing.
//!
//! Never: takes a failed write or sync for a success; after one, the next is a whole new file.

use std::io;
use std::path::{Path, PathBuf};

use super::frame;
use super::recover::{JOURNAL, peek, try_lock, write_checkpoint};
use crate::draft::Draft;
use crate::store::atomic::{append_to, make_private_dir, sync_dir_of, write_whole};
use crate::store::lock::Lock;
use crate::store::stumble::{append, step};

/// Bodies from this size are journaled as edits.
const LARGE: usize = 2048;
/// After this many edits a whole draft follows, so that damage does not reach far.
const MOST_EDITS: u32 = 64;
/// A journal of this size starts again, after a checkpoint.
const MOST_BYTES: u64 = 64 * 1024;

/// A draft's journal.
#[derive(Debug)]
pub(super) struct Journal {
    dir: PathBuf,
    /// None when the file must be written anew.
    file: Option<fs_err::File>,
    /// Kept for as long as this window writes the draft.
    _lock: Lock,
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
    pub(super) fn open(dir: &Path, known: Option<u64>, draft: &Draft) -> io::Result<Option<Self>> {
        make_private_dir(dir)?;
        sync_dir_of(dir)?;
        let Some(lock) = try_lock(dir)? else {
            return Ok(None);
        };
        let there = peek(dir)?.map(|(seq, _)| seq);
        if there.is_some() && there != known {
            return Ok(None);
        }
        Ok(Some(Self {
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
        let Some(file) = self.file.as_ref().filter(|file| self.is_there(file)) else {
            return self.start_anew();
        };
        let synced = step().and_then(|()| file.sync_data());
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
        let written = append(file, frame);
        if written.is_ok() {
            self.n_good += frame.len() as u64;
            self.seq += 1;
        } else {
            // a torn frame would hide the good ones after it
            if let Err(error) = step().and_then(|()| file.set_len(self.n_good)) {
                log::warn!("a torn frame stays: {error}");
            }
            self.file = None;
        }
        written
    }

    /// Replaces the file by one that holds the newest state, on the disk when this returns.
    fn start_anew(&mut self) -> io::Result<()> {
        make_private_dir(&self.dir)?;
        let frame = self.full(self.seq + 1, &self.last.clone())?;
        let path = self.dir.join(JOURNAL);
        write_whole(&path, &frame)?;
        self.seq += 1;
        self.n_good = frame.len() as u64;
        self.n_edits = 0;
        self.checkpoint_at = 0;
        self.file = Some(append_to(&path)?);
        Ok(())
    }

    /// Writes a checkpoint and starts the journal again. The text is safe in the journal already,
    /// so a failure is only put off.
    fn checkpoint(&mut self) {
        let kept = write_checkpoint(&self.dir, self.seq, &self.last);
        let result = kept.and_then(|()| self.start_anew());
        if let Err(error) = result {
            log::warn!("no checkpoint yet: {error}");
            self.checkpoint_at = self.n_good + MOST_BYTES;
        }
    }

    /// Whether the open file is the one that a next start would read.
    #[cfg(unix)]
    fn is_there(&self, file: &fs_err::File) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        let there = fs_err::metadata(self.dir.join(JOURNAL));
        match (there, file.metadata()) {
            (Ok(there), Ok(ours)) => there.ino() == ours.ino() && there.dev() == ours.dev(),
            _ => false,
        }
    }

    /// Whether there is a file that a next start would read.
    #[cfg(not(unix))]
    fn is_there(&self, _file: &fs_err::File) -> bool {
        fs_err::metadata(self.dir.join(JOURNAL)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::drafts::recover::recover;
    use crate::store::stumble::sweep;

    /// Every second state differs in more than the body, so that frames of both kinds are written.
    fn draft(n: usize) -> Draft {
        Draft {
            body: format!("{}{}", "word ".repeat(2000), "k".repeat(n)),
            they_said: Some((n / 2).to_string()),
            ..Draft::default()
        }
    }

    /// Types until a checkpoint was made, with one operation failing; returns what must be there.
    fn type_into(dir: &Path) -> String {
        let mut journal: Option<Journal> = None;
        let mut safe = String::new();
        for n in 0..18 {
            let new = draft(n);
            if journal.is_none() {
                journal = Journal::open(dir, None, &new).ok().flatten();
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

    #[test]
    fn whichever_operation_fails_nothing_that_was_synced_is_lost() {
        let mut n_checkpoints = 0;
        let n = sweep(|| {
            let home = tempfile::TempDir::new().expect("a folder");
            let dir = home.path().join("drafts/a");
            let safe = type_into(&dir);
            let found = recover(&dir, &home.path().join("quarantine"));
            let (_, found) = found.state.expect("a draft");
            assert!(found.body.len() >= safe.len(), "older than what was safe");
            assert!(safe.is_empty() || found.body.starts_with(&safe));
            n_checkpoints += u32::from(dir.join("checkpoint.ron").exists());
        });
        assert!(n > 50, "{n} operations");
        assert!(n_checkpoints > 0, "the sweep must reach a checkpoint");
    }
}
