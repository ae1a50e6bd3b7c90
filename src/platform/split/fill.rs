//! Fills parts: of all ways to cut, the one that disturbs a reader least.
//!
//! Every cut and every part has a price; the cheapest way through the text wins, and of two that cost
//! the same the one whose earlier parts are fuller, so that a thread does not move at its head while
//! its tail is written. Prices are so far apart that a lower rank is used only where no way of higher
//! ranks fits. Going from the end to the start with a sliding window keeps it linear.
//!
//! Never: knows what a cut stands for; a rank is a price here.

use std::collections::VecDeque;

use super::look::{Cut, Rank};
use super::table::{Amount, Table};

/// One more part.
const PART: u64 = 10;
/// A tiny part at the end of a stretch, and anywhere else.
const TINY_END: u64 = 65;
const TINY_PART: u64 = 25;
/// A part that does not fit, because it cannot be cut.
const OVER: u64 = 1_000_000;

/// What a cut costs. Two parts that follow each other hold more than one full part does, so a way
/// through cuts of one rank has at most twice the parts of any other: from sentences on, twice the
/// price of a rank and its part is less than the price of the next.
const fn price(rank: Rank) -> u64 {
    match rank {
        Rank::Paragraph => 0,
        Rank::Line => 4,
        Rank::Sentence => 20,
        Rank::Clause => 60,
        Rank::Word => 150,
        Rank::Seam => 170,
        Rank::Grapheme => 1_000,
    }
}

/// A stretch that is being filled.
pub(super) struct Fill<'a> {
    /// What its characters cost.
    pub table: &'a Table,
    /// Its first grapheme and one past its last.
    pub stretch: (usize, usize),
    /// Where it may be cut, in order.
    pub cuts: &'a [Cut],
    /// A part with fewer characters is tiny.
    pub tiny: usize,
    /// The room of a part, when it is the first of the stretch and when it is the last.
    pub room: &'a dyn Fn(bool, bool) -> Amount,
}

/// The cheapest way on from a place.
#[derive(Clone, Copy, Default)]
struct Way {
    cost: u64,
    /// The place where the next part ends.
    to: usize,
}

impl Fill<'_> {
    /// The parts, each from one grapheme to another.
    pub(super) fn parts(&self) -> Vec<(usize, usize)> {
        let ways = self.ways();
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(way) = ways.get(at) {
            out.push((self.head(at), self.tail(way.to)));
            at = way.to;
        }
        out
    }

    /// The cheapest way from every place: the head of the stretch, then every cut.
    fn ways(&self) -> Vec<Way> {
        let n = self.cuts.len();
        let mut ways = vec![Way::default(); n + 1];
        // places at which a part may end that is not tiny, the cheapest in front
        let mut window: VecDeque<(u64, usize)> = VecDeque::new();
        let mut entering = n;
        for at in (0..=n).rev() {
            let end_of = |to: usize| (self.cost_at(to, &ways), to);
            while entering > at && self.n_between(at, entering) >= self.tiny {
                let new = end_of(entering);
                while window.pop_back_if(|last| last.0 > new.0).is_some() {}
                window.push_back(new);
                entering -= 1;
            }
            let room = (self.room)(at == 0, false);
            let best_of_window = if at == 0 {
                // the first part may have less room than all others
                let fitting = window.iter().filter(|(_, to)| self.fits(0, *to, room));
                fitting.min_by_key(|(cost, _)| *cost).copied()
            } else {
                while window
                    .pop_front_if(|(_, to)| !self.fits(at, *to, room))
                    .is_some()
                {}
                window.front().copied()
            };
            let tiny = (at + 1..=entering)
                .rev()
                .filter(|to| self.fits(at, *to, room))
                .map(|to| (self.cost_at(to, &ways) + TINY_PART, to));
            let best = self
                .to_the_end(at)
                .into_iter()
                .chain(best_of_window)
                .chain(tiny)
                .min_by_key(|(cost, _)| *cost);
            let (cost, to) = best.unwrap_or_else(|| self.forced(at, &ways));
            if let Some(way) = ways.get_mut(at) {
                *way = Way { cost, to };
            }
        }
        ways
    }

    /// The cost of a part to the end of the stretch, if it fits.
    fn to_the_end(&self, at: usize) -> Option<(u64, usize)> {
        let end = self.cuts.len() + 1;
        let is_tiny = at > 0 && self.n_between(at, end) < self.tiny;
        let cost = PART + if is_tiny { TINY_END } else { 0 };
        self.fits(at, end, (self.room)(at == 0, true))
            .then_some((cost, end))
    }

    /// The shortest part, though it does not fit.
    fn forced(&self, at: usize, ways: &[Way]) -> (u64, usize) {
        let to = at + 1;
        if to > self.cuts.len() {
            return (OVER + PART, to);
        }
        (OVER + self.cost_at(to, ways), to)
    }

    /// What it costs to end a part there, and all that follows.
    fn cost_at(&self, to: usize, ways: &[Way]) -> u64 {
        let rank = self.cuts.get(to - 1).map_or(0, |cut| price(cut.rank));
        PART + rank + ways.get(to).map_or(0, |way| way.cost)
    }

    fn fits(&self, at: usize, to: usize, room: Amount) -> bool {
        self.table.between(self.head(at), self.tail(to)).fits(room)
    }

    fn n_between(&self, at: usize, to: usize) -> usize {
        self.tail(to).saturating_sub(self.head(at))
    }

    /// Where a part starts that starts at a place.
    fn head(&self, at: usize) -> usize {
        let cut = at.checked_sub(1).and_then(|at| self.cuts.get(at));
        cut.map_or(self.stretch.0, |cut| cut.next)
    }

    /// Where a part ends that ends at a place.
    fn tail(&self, to: usize) -> usize {
        let cut = to.checked_sub(1).and_then(|to| self.cuts.get(to));
        cut.map_or(self.stretch.1, |cut| cut.end)
    }
}
