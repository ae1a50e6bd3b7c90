//! Names for drafts.
//!
//! Never: reads the clock.

use std::sync::atomic::{AtomicU16, Ordering};

use jiff::Zoned;

/// How many ids this process has made.
static N_MADE: AtomicU16 = AtomicU16::new(0);

/// Makes an id that sorts by time and is unique on this machine: `20261121T093012123Z-0000-1a2b3c`.
pub fn new_draft_id(now: &Zoned) -> String {
    let at = now.timestamp();
    let n = N_MADE.fetch_add(1, Ordering::Relaxed);
    format!(
        "{}{:03}Z-{n:04x}-{:x}",
        at.strftime("%Y%m%dT%H%M%S"),
        at.subsec_millisecond(),
        std::process::id()
    )
}
