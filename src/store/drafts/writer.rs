//! The thread that writes drafts: at once, with a sync at most a quarter of a second later.
//!
//! Never: gives a text up; what cannot be written stays in memory and is tried again.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::bin;
use super::journal::Journal;
use super::tray::{Desk, Discard, Job, Outcome};
use crate::draft::Draft;
use crate::store::fault::words;
use crate::store::{Home, clock};

/// The longest time between the first write that is not synced and the sync: a throttle, so that
/// typing without a break does not put it off. A bit under 250 ms, because the sync takes time.
const SYNC_WITHIN: Duration = Duration::from_millis(200);
/// When a failed write is tried again.
const RETRY_AFTER: Duration = Duration::from_secs(1);

/// How many journals stay open; each takes two of the files that the system lets a program open.
const MOST_OPEN: usize = 16;

/// Rings once more when the writer leaves, whatever the reason.
struct Leaving<'a>(&'a Desk);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.0.leave();
    }
}

/// Works until the desk closes.
pub(super) fn run(desk: &Desk, mut writer: Writer, on_change: &dyn Fn()) {
    let _leaving = Leaving(desk);
    let mut retry_at = None;
    loop {
        let due = retry_at.or_else(|| writer.sync_due());
        let mut job = desk.next(due, retry_at.is_some());
        let outcome = writer.work(&mut job);
        retry_at = outcome
            .failure
            .is_some()
            .then(|| clock::tick() + RETRY_AFTER);
        let is_last = job.is_last;
        if desk.report(job, &outcome) {
            on_change();
        }
        if is_last {
            return;
        }
    }
}

/// The journals of all drafts that this window has written.
#[derive(Debug)]
pub(super) struct Writer {
    home: Home,
    journals: BTreeMap<String, Journal>,
    /// The folder of a draft whose own is not ours to write.
    folders: BTreeMap<String, String>,
    /// The numbers up to which drafts were read or written.
    known: BTreeMap<String, u64>,
    /// Drafts with writes that are not synced.
    unsynced: BTreeSet<String>,
    /// When the first of those writes was.
    since: Option<Instant>,
}

impl Writer {
    pub(super) fn new(home: Home, known: BTreeMap<String, u64>) -> Self {
        Self {
            home,
            journals: BTreeMap::new(),
            folders: BTreeMap::new(),
            known,
            unsynced: BTreeSet::new(),
            since: None,
        }
    }

    fn sync_due(&self) -> Option<Instant> {
        self.since.map(|since| since + SYNC_WITHIN)
    }

    /// Does what can be done of a job.
    fn work(&mut self, job: &mut Job) -> Outcome {
        let mut failure = None;
        job.discards.retain_mut(|discard| {
            let result = self.discard(discard);
            failed(&mut failure, &result)
        });
        job.drafts.retain(|id, draft| {
            let result = self.write(id, draft);
            failed(&mut failure, &result)
        });
        let is_due = self.sync_due().is_some_and(|due| due <= clock::tick());
        let must_sync = job.must_sync || is_due;
        if must_sync {
            self.sync(&mut failure);
        }
        Outcome {
            is_synced: must_sync && failure.is_none(),
            failure,
        }
    }

    fn write(&mut self, id: &str, draft: &Draft) -> io::Result<()> {
        let journal = match self.journals.entry(id.to_owned()) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                let known = self.known.get(id).copied();
                let before = self.folders.get(id).map(String::as_str);
                let (folder, journal) = ours(&self.home, (id, before), known, draft)?;
                self.folders.insert(id.to_owned(), folder);
                entry.insert(journal)
            }
        };
        // a write that fails may still have left bytes, so the draft counts as touched
        self.unsynced.insert(id.to_owned());
        self.since.get_or_insert_with(clock::tick);
        journal.write(draft)?;
        self.known.insert(id.to_owned(), journal.seq());
        Ok(())
    }

    /// Syncs every journal that needs it; those that fail stay due.
    fn sync(&mut self, failure: &mut Option<String>) {
        let journals = &mut self.journals;
        self.unsynced.retain(|id| {
            let result = journals.get_mut(id).map_or(Ok(()), Journal::sync);
            failed(failure, &result)
        });
        self.since = (!self.unsynced.is_empty()).then(clock::tick);
        self.close_some();
    }

    /// Closes journals where very many are open; whichever is written again is opened again.
    fn close_some(&mut self) {
        let n_over = self.journals.len().saturating_sub(MOST_OPEN);
        let unsynced = &self.unsynced;
        let idle = self.journals.keys().filter(|id| !unsynced.contains(*id));
        let closed: Vec<String> = idle.take(n_over).cloned().collect();
        for id in closed {
            if let Some(journal) = self.journals.remove(&id) {
                // a sync may have written it anew
                self.known.insert(id, journal.seq());
            }
        }
    }

    fn discard(&mut self, discard: &mut Discard) -> io::Result<()> {
        let id = discard.id.as_str();
        if let Some(draft) = &discard.unwritten {
            self.write(id, draft)?;
            discard.unwritten = None;
        }
        if let Some(journal) = self.journals.get_mut(id)
            && self.unsynced.contains(id)
        {
            journal.sync()?;
        }
        // dropped first, because an open file cannot be moved everywhere
        self.journals.remove(id);
        self.unsynced.remove(id);
        let folder = self.folders.get(id).cloned();
        let folder = folder.unwrap_or_else(|| folder_name(id));
        let fs = self.home.fs();
        let dir = self.home.drafts().join(folder);
        bin::put(fs, &dir, &self.home.bin(), clock::now().timestamp())?;
        // forgotten only when it is done, because it may be tried again
        self.folders.remove(id);
        self.known.remove(id);
        Ok(())
    }
}

/// Whether a result is a failure; the first one is noted.
fn failed(failure: &mut Option<String>, result: &io::Result<()>) -> bool {
    if let Err(error) = result {
        log::warn!("a draft is not saved yet: {error}");
        failure.get_or_insert_with(|| words(error));
    }
    result.is_err()
}

/// Opens the folder of a draft, or one beside it when another window writes that one: two windows
/// give two drafts, and no text is lost. `before` is the folder that it had until it was closed.
fn ours(
    home: &Home,
    (id, before): (&str, Option<&str>),
    known: Option<u64>,
    draft: &Draft,
) -> io::Result<(String, Journal)> {
    let name = folder_name(id);
    let dir = |folder: &str| -> PathBuf { home.drafts().join(folder) };
    // the number is that of one folder; of another it says nothing
    let first = before.unwrap_or(&name);
    if let Some(journal) = Journal::open(home.disk(), &dir(first), known, draft)? {
        return Ok((first.to_owned(), journal));
    }
    for n in 2..1000 {
        let folder = format!("{name}-{n}");
        if let Some(journal) = Journal::open(home.disk(), &dir(&folder), None, draft)? {
            return Ok((folder, journal));
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// An id as the name of a folder, whatever is in it.
fn folder_name(id: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || c == '-' || c == '_' {
            c
        } else {
            '-'
        }
    };
    let name: String = id.chars().map(plain).collect();
    if name.is_empty() {
        "draft".to_owned()
    } else {
        name
    }
}
