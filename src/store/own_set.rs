//! A set of the user's own, made from a built-in one.
//!
//! Never: writes over a file that is there.

use std::path::PathBuf;

use super::atomic::{atomic_write, make_private_dir};
use super::{Home, StoreFault};

/// Writes `source` to the user's guidelines as `<id>.ron`, unless there is such a file already.
/// Returns its path.
pub fn put_set(home: &Home, id: &str, source: &str) -> Result<PathBuf, StoreFault> {
    let path = home.guidelines().join(format!("{id}.ron"));
    if path.exists() {
        return Ok(path);
    }
    make_private_dir(&home.guidelines()).map_err(|source| StoreFault::Write {
        path: home.guidelines(),
        source,
    })?;
    atomic_write(&path, source.as_bytes())?;
    Ok(path)
}
