//! Discarded drafts, kept for 30 days.
//!
//! Never: removes anything younger.

use std::io;
use std::path::Path;

use jiff::{SignedDuration, Timestamp, civil, tz::TimeZone};

use crate::store::atomic::{make_private_dir, sync_dir};
use crate::store::stumble::step;

/// How long a discarded draft is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// The time in the name of a discarded draft, in UTC.
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// Moves a draft's folder into the bin.
pub(super) fn put(dir: &Path, bin: &Path, now: Timestamp) -> io::Result<()> {
    make_private_dir(bin)?;
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let named = |n: u32| bin.join(format!("{name}~{n}@{}", now.strftime(TIME)));
    let to = (0..1000)
        .map(named)
        .find(|to| fs_err::symlink_metadata(to).is_err())
        .unwrap_or_else(|| named(u32::MAX));
    step()?;
    fs_err::rename(dir, to)?;
    sync_dir(bin)?;
    dir.parent().map_or(Ok(()), sync_dir)
}

/// Removes what has been in the bin for more than 30 days.
pub(super) fn empty(bin: &Path, now: Timestamp) {
    let Ok(entries) = fs_err::read_dir(bin) else {
        return;
    };
    let is_old = |name: &str| {
        let time = name.rsplit_once('@').map(|(_, time)| time);
        time.and_then(|time| civil::DateTime::strptime(TIME, time).ok())
            .and_then(|time| time.to_zoned(TimeZone::UTC).ok())
            .is_some_and(|time| now.duration_since(time.timestamp()) > KEPT)
    };
    for entry in entries.flatten() {
        if is_old(&entry.file_name().to_string_lossy())
            && let Err(error) = fs_err::remove_dir_all(entry.path())
        {
            log::warn!("the bin is not emptied: {error}");
        }
    }
}
