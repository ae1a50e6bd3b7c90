//! `NearDuplicate(percent: 85)`: much the same went out lately.
//!
//! Never: compares with another platform; the same news may go to several.

use std::collections::HashSet;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::check::Recent;
use crate::check::recent::pairs;
use crate::text::Span;

/// Finds a text that is at least `percent` the same as one that was approved lately for the same
/// platform; it points at the longest stretch that both share.
///
/// What is compared are pairs of neighbouring words: the share of pairs that both texts have, of all
/// their pairs. Case, marks, a greeting at the start and a signature at the end make no difference.
/// Texts of fewer than six words are never compared.
///
/// ```ron
/// find: NearDuplicate(percent: 85)
/// ```
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct NearDuplicate {
    /// From which similarity on, 1 to 100.
    pub percent: u8,
}

impl Default for NearDuplicate {
    fn default() -> Self {
        Self { percent: 85 }
    }
}

impl Kind for NearDuplicate {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if !(1..=100).contains(&self.percent) {
            return Err("NearDuplicate takes 1 to 100 percent".to_owned());
        }
        Ok(Box::new(*self))
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

/// A text of so many pairs is long enough to be compared.
const FEWEST_PAIRS: usize = 5;

impl Finder for NearDuplicate {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let post = looking.post;
        let mut here = post
            .recent
            .iter()
            .filter(|one| one.platform == post.platform.id)
            .peekable();
        if here.peek().is_none() {
            return Vec::new();
        }
        let placed = pairs(post.text);
        if placed.len() < FEWEST_PAIRS {
            return Vec::new();
        }
        let mut sorted: Vec<u64> = placed.iter().map(|(pair, _)| *pair).collect();
        sorted.sort_unstable();
        let close = here
            .filter(|_| !(looking.out_of_time)())
            .filter(|one| self.is_close(&sorted, one.pairs()))
            .last();
        let found = close.map(|one| Match {
            span: longest_shared(&placed, one),
            ..Match::default()
        });
        found.into_iter().collect()
    }
}

impl NearDuplicate {
    /// Whether two sorted lists share enough of all their pairs.
    fn is_close(self, one: &[u64], other: &[u64]) -> bool {
        let n_all = one.len() + other.len();
        let enough = |n_shared: usize| 200 * n_shared >= usize::from(self.percent) * n_all;
        enough(one.len().min(other.len())) && enough(n_shared(one, other))
    }
}

/// How many members two sorted lists share, each as often as both have it.
fn n_shared(one: &[u64], other: &[u64]) -> usize {
    let (mut at, mut n) = (0, 0);
    for pair in one {
        while other.get(at).is_some_and(|next| next < pair) {
            at += 1;
        }
        if other.get(at) == Some(pair) {
            at += 1;
            n += 1;
        }
    }
    n
}

/// The longest run of pairs that the other text has, too.
fn longest_shared(placed: &[(u64, Span)], other: &Recent) -> Span {
    let theirs: HashSet<u64> = other.pairs().iter().copied().collect();
    let mut best = Span::default();
    let mut run: Option<Span> = None;
    for (pair, span) in placed {
        run = theirs
            .contains(pair)
            .then(|| run.map_or(*span, |run| run.join(*span)));
        best = run
            .filter(|run| run.n_bytes() > best.n_bytes())
            .unwrap_or(best);
    }
    best
}
