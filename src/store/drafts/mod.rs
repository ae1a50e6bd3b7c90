//! Drafts that outlive everything: every change is written at once, on a thread of its own.
//!
//! Never: makes the window wait, except in `flush`; never lets two windows write one journal.

mod bin;
mod desk;
mod frame;
mod id;
mod journal;
mod recover;
mod tray;
mod writer;

pub use desk::{Drafts, Saved};
pub use id::new_draft_id;
