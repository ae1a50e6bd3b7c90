//! Discarded drafts, kept for 30 days.
//!
//! Never: removes anything younger.

use std::io;
use std::path::Path;

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};

use crate::store::atomic::{first_free, make_private_dir};
use crate::store::fs::{Entry, Fs};

/// How long a discarded draft is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// The time in the name of a discarded draft, in UTC.
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// Moves a draft's folder into the bin; one that is not there is in it already.
pub(super) fn put(fs: &dyn Fs, dir: &Path, bin: &Path, now: Timestamp) -> io::Result<()> {
    make_private_dir(fs, bin)?;
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let named = |n: u32| bin.join(format!("{name}~{n}@{}", now.strftime(TIME)));
    match fs.rename(dir, &first_free(fs, named)?) {
        // it went there before; that may not be on the disk yet
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        moved => moved?,
    }
    fs.sync_dir(bin)?;
    match dir.parent().map_or(Ok(()), |parent| fs.sync_dir(parent)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        synced => synced,
    }
}

/// Removes what has been in the bin for more than 30 days.
pub(super) fn empty(fs: &dyn Fs, bin: &Path, now: Timestamp) {
    let Ok(entries) = fs.list(bin) else {
        return;
    };
    let is_old = |name: &str| {
        let time = name.rsplit_once('@').map(|(_, time)| time);
        time.and_then(|time| civil::DateTime::strptime(TIME, time).ok())
            .and_then(|time| time.to_zoned(TimeZone::UTC).ok())
            .is_some_and(|time| now.duration_since(time.timestamp()) > KEPT)
    };
    for Entry { path, .. } in entries {
        let name = path.file_name().unwrap_or_default();
        if is_old(&name.to_string_lossy())
            && let Err(error) = fs.remove_dir(&path)
        {
            log::warn!("the bin is not emptied: {error}");
        }
    }
}
