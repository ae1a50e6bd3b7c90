//! Lines and columns of bytes in a text.
//!
//! Never: reads a long text anew for each place.

use crate::guideline::Place;
use crate::text::Span;

/// Places of a text, each reckoned from the one before: a long line with many findings is read once.
pub(super) struct Places<'t> {
    text: &'t str,
    last: (usize, Place),
}

impl<'t> Places<'t> {
    /// At the start of `text`.
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            last: (0, Place::of_byte(text, 0)),
        }
    }

    /// The place of byte `at`.
    pub(super) fn at(&mut self, at: usize) -> Place {
        if at < self.last.0 {
            *self = Self::of(self.text);
        }
        let (from, place) = self.last;
        let between = Span::new(from, at).of(self.text);
        let place = place.plus(Place::of_byte(between, between.len()));
        self.last = (at, place);
        place
    }
}

/// The places of some bytes, reckoned in one walk over the text.
pub(super) struct KnownPlaces {
    known: Vec<(usize, Place)>,
}

impl KnownPlaces {
    /// Reckons the places of `bytes`.
    pub(super) fn of(text: &str, bytes: impl IntoIterator<Item = usize>) -> Self {
        let mut bytes: Vec<usize> = bytes.into_iter().collect();
        bytes.sort_unstable();
        bytes.dedup();
        let mut places = Places::of(text);
        Self {
            known: bytes.into_iter().map(|at| (at, places.at(at))).collect(),
        }
    }

    /// The place of one of these bytes; the start of the text for any other.
    pub(super) fn at(&self, byte: usize) -> Place {
        let found = self.known.binary_search_by_key(&byte, |(at, _)| *at);
        let place = found.ok().and_then(|n| self.known.get(n));
        place.map_or(Place { line: 1, column: 1 }, |(_, place)| *place)
    }
}
