//! The handle to all drafts: what the window holds.
//!
//! Never: touches a file itself; the writer thread does.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread::JoinHandle;

use jiff::Timestamp;

use super::bin;
use super::recover::{Recovered, recover};
use super::tray::Desk;
use super::writer::{Writer, run};
use crate::draft::Draft;
use crate::store::fs::{folders, is_nothing};
use crate::store::{Home, Notice, StoreFault, clock};

/// Whether what was typed is safe.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Saved {
    /// Nothing was typed yet.
    #[default]
    Idle,
    /// Everything is on the disk.
    AllSaved {
        /// Since when.
        at: Timestamp,
    },
    /// Something is on its way to the disk.
    Waiting,
    /// Something cannot be written; it stays in memory and is tried again every second.
    Failed {
        /// Why, in a few words.
        reason: String,
    },
}

/// All drafts of this machine. Dropping it writes what is still in memory.
#[derive(Debug)]
pub struct Drafts {
    desk: Arc<Desk>,
    writer: Option<JoinHandle<()>>,
}

impl Drafts {
    /// Recovers all drafts, the one that was changed last first, and gets ready to keep them.
    /// `on_change` is called, from another thread, whenever something has reached the disk or
    /// could not, so that the window can show [`Drafts::state`] again.
    pub fn open(
        home: &Home,
        on_change: Box<dyn Fn() + Send>,
    ) -> Result<(Self, Vec<Draft>, Vec<Notice>), StoreFault> {
        bin::empty(home.fs(), &home.bin(), clock::now().timestamp());
        let (drafts, known, notices) = recovered(home);
        let desk = Arc::new(Desk::default());
        let writer = Writer::new(home.clone(), known);
        let theirs = Arc::clone(&desk);
        let thread = std::thread::Builder::new()
            .name("drafts".to_owned())
            .spawn(move || run(&theirs, writer, &*on_change))
            .map_err(StoreFault::Thread)?;
        let open = Self {
            desk,
            writer: Some(thread),
        };
        Ok((open, drafts, notices))
    }

    /// Keeps a draft as it stands. Never waits: the newest state of each draft is written at once
    /// and is safe from a power cut within a quarter of a second.
    pub fn keep(&self, draft: &Draft) {
        self.desk.keep(draft.clone());
    }

    /// Whether what was typed is safe.
    pub fn state(&self) -> Saved {
        self.desk.saved()
    }

    /// Waits until everything is on the disk, or until it turns out that it cannot be.
    pub fn flush(&self) -> Saved {
        self.desk.flush()
    }

    /// Moves a draft to the bin, where it stays for 30 days. Keeping it again begins it anew.
    pub fn discard(&self, id: &str) {
        self.desk.discard(id);
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        self.desk.close();
        if let Some(writer) = self.writer.take()
            && writer.join().is_err()
        {
            log::error!("the thread that keeps drafts has stopped early");
        }
    }
}

type Known = BTreeMap<String, u64>;

fn recovered(home: &Home) -> (Vec<Draft>, Known, Vec<Notice>) {
    let mut drafts = Vec::new();
    let mut known = Known::new();
    let mut notices = Vec::new();
    let folders = match folders(home.fs(), &home.drafts()) {
        Ok(folders) => folders,
        Err(error) if is_nothing(&error) => Vec::new(),
        Err(error) => {
            notices.push(Notice {
                title: "The drafts can't be read".to_owned(),
                detail: crate::store::fault::words(&error),
                path: Some(home.drafts()),
            });
            Vec::new()
        }
    };
    for dir in folders {
        let Recovered {
            state,
            notices: more,
        } = recover(home.fs(), &dir, &home.quarantine());
        notices.extend(more);
        if let Some((seq, draft)) = state {
            known.insert(draft.id.clone(), seq);
            drafts.push(draft);
        }
    }
    let age = |draft: &Draft| (draft.changed.parse::<Timestamp>().ok(), draft.id.clone());
    drafts.sort_by_key(|draft| std::cmp::Reverse(age(draft)));
    (drafts, known, notices)
}
