//! The only clock.
//!
//! Never: decides anything by the time it tells; the time is an argument everywhere else.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use jiff::Zoned;

/// The time, in the machine's zone.
pub fn now() -> Zoned {
    Zoned::now()
}

/// A point in time that only moves forward, for waiting.
#[expect(clippy::disallowed_methods, reason = "this is the clock")]
pub(super) fn tick() -> Instant {
    Instant::now()
}

/// How long the program has run, for patience.
pub fn elapsed() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(tick);
    START.elapsed()
}
