//! What every character of a text costs, added up from its head.
//!
//! Never: decides where to cut.

use crate::platform::count::What;
use crate::platform::{Count, Platform};
use crate::text::{Span, graphemes};

/// What something uses of the limits of a platform, or how much they leave.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Amount {
    /// In the unit of the platform.
    used: u32,
    /// In bytes, where they are limited beside it.
    n_bytes: u32,
}

impl Amount {
    /// All that fits into a post.
    pub(super) fn room_of(platform: &Platform) -> Self {
        let also = platform.count("").also;
        Self {
            used: platform.limit.unwrap_or(u32::MAX),
            n_bytes: also.map_or(u32::MAX, |also| also.limit),
        }
    }

    /// What a count says.
    pub(super) fn used_by(count: &Count) -> Self {
        Self {
            used: count.used,
            n_bytes: count.also.map_or(0, |also| also.used),
        }
    }

    /// What is left of it when `dressed` is added to `bare`, less `slack`; nothing when that is 0.
    pub(super) fn without(self, dressed: Self, bare: Self, slack: u32) -> Option<Self> {
        let left = |of: u32, dressed: u32, bare: u32| {
            of.checked_sub(dressed.saturating_sub(bare))?
                .checked_sub(slack)
                .filter(|left| *left > 0)
        };
        Some(Self {
            used: left(self.used, dressed.used, bare.used)?,
            n_bytes: left(self.n_bytes, dressed.n_bytes, bare.n_bytes)?,
        })
    }

    /// The smaller of both, limit by limit.
    #[must_use]
    pub(super) fn least(self, other: Self) -> Self {
        Self {
            used: self.used.min(other.used),
            n_bytes: self.n_bytes.min(other.n_bytes),
        }
    }

    /// One of so many equal shares of it.
    pub(super) const fn share(self, of: u32) -> u32 {
        self.used / of
    }

    /// Whether it fits into `room`.
    pub(super) const fn fits(self, room: Self) -> bool {
        self.used <= room.used && self.n_bytes <= room.n_bytes
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            used: self.used.saturating_add(other.used),
            n_bytes: self.n_bytes.saturating_add(other.n_bytes),
        }
    }

    const fn minus(self, other: Self) -> Self {
        Self {
            used: self.used.saturating_sub(other.used),
            n_bytes: self.n_bytes.saturating_sub(other.n_bytes),
        }
    }
}

/// The sums before every grapheme of a text, and before its end.
pub(super) struct Table {
    sums: Vec<Amount>,
}

impl Table {
    /// Counts `text` once. A link that is longer than `least` will be cut, and costs what its
    /// characters do.
    pub(super) fn new(text: &str, platform: &Platform, least: Amount) -> Self {
        let tally = platform.tally(text);
        let has_bytes = tally.also.is_some();
        let costs = tally.parts.into_iter().map(|part| {
            let n_bytes = part.span.n_bytes() as u32;
            // what a link is shortened to is ASCII when the link is, and not longer in characters
            let is_short = part.what == What::Link && part.span.of(text).is_ascii();
            let cost = Amount {
                used: part.used,
                n_bytes: match (has_bytes, is_short) {
                    (false, _) => 0,
                    (true, true) => part.used,
                    (true, false) => n_bytes.max(part.used),
                },
            };
            (part.span, cost)
        });
        let mut costs = costs.peekable();
        let mut sums = vec![Amount::default()];
        let mut sum = Amount::default();
        // up to where characters cost what they cost alone
        let mut alone_until = 0;
        for (at, grapheme) in graphemes(text) {
            let end = at + grapheme.len();
            while let Some((span, cost)) = costs.next_if(|(span, _)| span.start < end) {
                if !cost.fits(least) && span.end > end {
                    alone_until = span.end;
                } else {
                    sum = sum.plus(cost);
                }
            }
            if at < alone_until {
                sum = sum.plus(Amount::used_by(&platform.count(grapheme)));
            }
            sums.push(sum);
        }
        Self { sums }
    }

    /// What stands between two graphemes, given by their numbers.
    pub(super) fn between(&self, start: usize, end: usize) -> Amount {
        let sum = |at: usize| self.sums.get(at).copied().unwrap_or_default();
        sum(end).minus(sum(start))
    }
}

/// Where the graphemes of a text start, and where the text ends.
pub(super) struct Marks<'t> {
    text: &'t str,
    places: Vec<usize>,
}

impl<'t> Marks<'t> {
    /// Finds them.
    pub(super) fn new(text: &'t str) -> Self {
        let starts = graphemes(text).map(|(at, _)| at);
        Self {
            text,
            places: starts.chain([text.len()]).collect(),
        }
    }

    /// How many graphemes there are.
    pub(super) fn n(&self) -> usize {
        self.places.len() - 1
    }

    /// The grapheme of that number; nothing behind the last.
    pub(super) fn grapheme(&self, number: usize) -> &'t str {
        self.span(number, number + 1).of(self.text)
    }

    /// The bytes from one grapheme to another.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let place = |number: usize| self.places.get(number).copied();
        let place = |number| place(number).unwrap_or(self.text.len());
        Span::new(place(start), place(end))
    }

    /// The number of the grapheme that starts at a byte.
    pub(super) fn number(&self, place: usize) -> Option<usize> {
        self.places.binary_search(&place).ok()
    }

    /// The numbers of the graphemes that a span touches.
    pub(super) fn around(&self, span: Span) -> (usize, usize) {
        let start = self.places.partition_point(|place| *place <= span.start);
        let end = self.places.partition_point(|place| *place < span.end);
        (start.saturating_sub(1), end)
    }
}
