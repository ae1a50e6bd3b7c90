//! What lies between the window and the thread that writes drafts.
//!
//! Never: touches a file, or makes the window wait for one, except in `flush`.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::Saved;
use crate::draft::Draft;
use crate::store::clock;

/// Where the window leaves drafts and the writer takes them.
#[derive(Debug, Default)]
pub(super) struct Desk {
    tray: Mutex<Tray>,
    /// Rings for the writer.
    work: Condvar,
    /// Rings for whoever waits for the writer.
    done: Condvar,
}

#[derive(Debug, Default)]
struct Tray {
    drafts: BTreeMap<String, Draft>,
    discards: Vec<Discard>,
    saved: Saved,
    n_kept: u64,
    n_synced: u64,
    n_failures: u64,
    is_urgent: bool,
    is_closing: bool,
}

/// A draft to be moved to the bin, with what was not yet written of it.
#[derive(Debug)]
pub(super) struct Discard {
    pub(super) id: String,
    pub(super) unwritten: Option<Draft>,
}

impl Desk {
    pub(super) fn keep(&self, draft: Draft) {
        let mut tray = self.tray();
        tray.drafts.insert(draft.id.clone(), draft);
        self.called(&mut tray);
    }

    pub(super) fn discard(&self, id: &str) {
        let mut tray = self.tray();
        let unwritten = tray.drafts.remove(id);
        tray.discards.push(Discard {
            id: id.to_owned(),
            unwritten,
        });
        self.called(&mut tray);
    }

    fn called(&self, tray: &mut Tray) {
        tray.n_kept += 1;
        if !matches!(tray.saved, Saved::Failed { .. }) {
            tray.saved = Saved::Waiting;
        }
        self.work.notify_one();
    }

    pub(super) fn saved(&self) -> Saved {
        self.tray().saved.clone()
    }

    pub(super) fn flush(&self) -> Saved {
        let mut tray = self.tray();
        let (n_kept, n_failures) = (tray.n_kept, tray.n_failures);
        while tray.n_synced < n_kept && tray.n_failures == n_failures && !tray.is_closing {
            tray.is_urgent = true;
            self.work.notify_one();
            tray = self.done.wait(tray).unwrap_or_else(PoisonError::into_inner);
        }
        tray.saved.clone()
    }

    pub(super) fn close(&self) {
        self.tray().is_closing = true;
        self.work.notify_one();
    }

    fn tray(&self) -> MutexGuard<'_, Tray> {
        self.tray.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for work. `due` is when something must be done in any case; while `is_failing`, new
    /// work waits until then too.
    pub(super) fn next(&self, due: Option<Instant>, is_failing: bool) -> Job {
        let mut tray = self.tray();
        loop {
            let now = clock::tick();
            let is_due = due.is_some_and(|due| due <= now);
            let has_work = !(tray.drafts.is_empty() && tray.discards.is_empty());
            if tray.is_urgent || tray.is_closing || is_due || (has_work && !is_failing) {
                return Job {
                    drafts: std::mem::take(&mut tray.drafts),
                    discards: std::mem::take(&mut tray.discards),
                    n_kept: tray.n_kept,
                    must_sync: std::mem::take(&mut tray.is_urgent) || tray.is_closing || is_due,
                    is_last: tray.is_closing,
                };
            }
            tray = match due {
                None => self.work.wait(tray).unwrap_or_else(PoisonError::into_inner),
                Some(due) => {
                    let waited = self.work.wait_timeout(tray, due - now);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    /// Lets nobody wait for a writer that is gone.
    pub(super) fn leave(&self) {
        let mut tray = self.tray();
        tray.is_closing = true;
        if std::thread::panicking() {
            tray.saved = Saved::Failed {
                reason: "saving has stopped; copy your text and start Postwright again".to_owned(),
            };
        }
        self.done.notify_all();
    }

    /// Takes back what could not be done and says how it went; returns whether there is
    /// something to tell the window.
    pub(super) fn report(&self, job: Job, outcome: &Outcome) -> bool {
        let mut tray = self.tray();
        for (id, draft) in job.drafts {
            // something newer may have come in the meantime
            tray.drafts.entry(id).or_insert(draft);
        }
        tray.discards.splice(0..0, job.discards);
        if outcome.is_synced {
            tray.n_synced = tray.n_synced.max(job.n_kept);
        }
        let saved = match &outcome.failure {
            Some(reason) => {
                tray.n_failures += 1;
                Saved::Failed {
                    reason: reason.clone(),
                }
            }
            None if tray.n_synced < tray.n_kept => Saved::Waiting,
            None if outcome.is_synced => Saved::AllSaved {
                at: clock::now().timestamp(),
            },
            None => tray.saved.clone(),
        };
        let is_news = outcome.is_synced || tray.saved != saved;
        tray.saved = saved;
        self.done.notify_all();
        is_news
    }
}

/// What the writer took from the tray; what is left in it afterwards could not be done.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) drafts: BTreeMap<String, Draft>,
    pub(super) discards: Vec<Discard>,
    pub(super) n_kept: u64,
    pub(super) must_sync: bool,
    pub(super) is_last: bool,
}

/// How a job went.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) is_synced: bool,
    pub(super) failure: Option<String>,
}
