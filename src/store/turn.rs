//! Whose turn it is: one window or command at a time reads a file, changes it and writes it.
//!
//! Never: is held while a person thinks; what another one changed in the meantime is read first.

use std::path::Path;
use std::time::Duration;

use super::atomic::make_private_dir;
use super::fs::{Fs, Held};
use super::{Home, StoreFault, clock};

/// How long another window or command may hold the lock.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often the lock is asked for.
const PAUSE: Duration = Duration::from_millis(20);

/// Waits for the turn to change a file of the home; it ends when what is given back is dropped.
pub(super) fn turn(home: &Home) -> Result<Box<dyn Held>, StoreFault> {
    make_private_dir(home.fs(), &home.data).map_err(|source| StoreFault::Write {
        path: home.data.clone(),
        source,
    })?;
    locked(home.fs(), &home.edit_lock())
}

/// Takes a lock, and waits for it for a while.
pub(super) fn locked(fs: &dyn Fs, path: &Path) -> Result<Box<dyn Held>, StoreFault> {
    let path = path.to_owned();
    let since = clock::tick();
    loop {
        match fs.lock(&path) {
            Ok(Some(lock)) => return Ok(lock),
            // no lock of the system can be waited for with an end, so it is asked again and again;
            // the window saves and records on threads of their own and goes on drawing
            Ok(None) if clock::tick() - since < PATIENCE => std::thread::sleep(PAUSE),
            Ok(None) => return Err(StoreFault::Busy { path }),
            Err(source) => return Err(StoreFault::Write { path, source }),
        }
    }
}
