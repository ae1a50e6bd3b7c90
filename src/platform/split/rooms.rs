//! How much room numbering and signature leave for the writer's words.
//!
//! Never: looks at these words.

use super::Job;
use super::table::Amount;

/// How much of the writer's words fits into the parts of a thread.
pub(super) struct Rooms {
    first: Amount,
    pub(super) middle: Amount,
    last: Amount,
    only: Amount,
    /// The smallest of them.
    pub(super) least: Amount,
}

impl Rooms {
    /// Takes what numbering (up to `n_parts`) and signature cost from the limits, and `slack`;
    /// nothing when that leaves no room.
    pub(super) fn new(job: &Job<'_>, n_parts: usize, slack: u32) -> Option<Self> {
        let full = Amount::room_of(job.platform);
        let left = |at: usize, n_parts: usize| {
            let dressed = job.dressed("x", at, n_parts);
            let (bare, dressed) = (job.platform.count("x"), job.platform.count(&dressed.text));
            full.without(Amount::used_by(&dressed), Amount::used_by(&bare), slack)
        };
        // two parts at least, as one is not numbered
        let n_parts = n_parts.max(3);
        let widest = n_parts - 2;
        let mut rooms = Self {
            first: left(0, n_parts)?,
            middle: left(widest, n_parts)?,
            last: left(n_parts - 1, n_parts)?,
            only: left(0, 1)?,
            least: full,
        };
        rooms.first = rooms.first.least(rooms.middle);
        for room in [rooms.first, rooms.middle, rooms.last, rooms.only] {
            rooms.least = rooms.least.least(room);
        }
        Some(rooms)
    }

    /// As much room as the smallest for every part.
    pub(super) const fn even(self) -> Self {
        Self {
            first: self.least,
            middle: self.least,
            last: self.least,
            only: self.least,
            least: self.least,
        }
    }

    /// The room of a part: whether it is the first, and whether it is the last.
    pub(super) const fn of(&self, is_first_and_last: (bool, bool)) -> Amount {
        match is_first_and_last {
            (true, true) => self.only,
            (true, false) => self.first,
            (false, true) => self.last,
            (false, false) => self.middle,
        }
    }
}
