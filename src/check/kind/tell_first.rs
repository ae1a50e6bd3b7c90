//! `TellFirst`: news that is out, but not yet told to those who were to hear it first.
//!
//! Never: says what the news is; a finding has its label.

use serde::Deserialize;

use super::embargo::found;
use super::{Finder, Kind, Lists, Looking, Match};
use crate::check::waiting::{Waiting, has_sealed};
use crate::guideline::{Embargo, Set};

/// Finds the terms of an embargo that is over while somebody of its `tell_first` is not ticked as
/// told. The words it finds and the names in what it says are those of [`Embargo`](super::Embargo),
/// and `{tell}` for who is still to be told. It has no options.
///
/// ```ron
/// find: TellFirst
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct TellFirst {}

impl Kind for TellFirst {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready(Waiting::default())))
    }

    fn ready_for(&self, head: &Set, _lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready(Waiting::of(&head.embargoes))))
    }

    fn is_slow_for(&self, head: &Set) -> bool {
        has_sealed(&head.embargoes)
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready(Waiting);

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let now = looking.post.now;
        let is_early = |news: &Embargo| !news.holds(now) && !news.to_tell().is_empty();
        found(&self.0, looking, &is_early)
    }
}
