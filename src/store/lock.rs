//! Locks between windows and commands.
//!
//! Never: outlives its holder; the system releases a lock when a program ends, however it ends.

use std::fs::TryLockError;
use std::io;
use std::path::Path;

use super::atomic::open_private;

/// A file that is locked for as long as this is there.
#[derive(Debug)]
pub(super) struct Lock(fs_err::File);

impl Lock {
    /// Locks a file, which is made when it is not there; none when somebody else holds it.
    ///
    /// Some network folders know no locks; there it is as if nobody else were around.
    pub(super) fn try_at(path: &Path) -> io::Result<Option<Self>> {
        let file = open_private(path)?;
        match file.file().try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(Self(file))),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // said aloud, because a program that is just being started may hold a copy of the handle
        if let Err(error) = self.0.file().unlock() {
            log::debug!("a lock stays until the program ends: {error}");
        }
    }
}
