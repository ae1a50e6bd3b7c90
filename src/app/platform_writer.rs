//! Changes of the user's own `platforms.ron`, one at a time.
//!
//! Never: reads the file for one change while another is being written.

use std::sync::{Mutex, PoisonError};

use super::action::Event;
use super::platforms::{PlatformAsk, PlatformStep};
use crate::store::{Home, Notice, put_platform, remove_platform, undo_platform};

/// Whose turn it is.
static TURN: Mutex<()> = Mutex::new(());

/// Does what is asked, and says what came of it.
pub(super) fn change_platform(home: &Home, ask: PlatformAsk) -> Event {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let (step, title, done) = match ask {
        PlatformAsk::Put(answers) => (
            PlatformStep::Added,
            "The platform is not added.",
            put_platform(home, &answers),
        ),
        PlatformAsk::Remove(id) => (
            PlatformStep::Removed,
            "The platform stays.",
            remove_platform(home, &id),
        ),
        PlatformAsk::Undo(edit) => (
            PlatformStep::Undone,
            "That stays as it is.",
            undo_platform(home, &edit),
        ),
    };
    match done {
        Ok(edit) => Event::PlatformEdited(step, Box::new(edit)),
        Err(fault) => Event::PlatformRefused(Notice {
            title: title.to_owned(),
            detail: fault.to_string(),
            path: Some(home.platforms()),
        }),
    }
}
