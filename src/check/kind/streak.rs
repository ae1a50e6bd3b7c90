//! `Streak(intent: Announce, n: 5)`: one more of the same after a run of them.
//!
//! Never: counts a post once for each platform that it went to.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::check::Recent;
use crate::guideline::Intent;
use crate::text::Span;

/// Finds a post of an intent when the last `n` posts were all of that intent, too.
///
/// A text that went to several platforms is one post. It points at the end of the text, where
/// something else could stand: a question, say. Posts whose intent is not known end a run.
///
/// ```ron
/// find: Streak(intent: Announce, n: 5)
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Streak {
    /// The intent.
    pub intent: Intent,
    /// After how many, at least 1.
    #[serde(default = "five")]
    pub n: usize,
}

const fn five() -> usize {
    5
}

impl Kind for Streak {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.n == 0 {
            return Err("a streak needs at least one post before it, as in `n: 5`".to_owned());
        }
        Ok(Box::new(self.clone()))
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

impl Finder for Streak {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let is_same = looking.post.intent == Some(self.intent);
        if !is_same || n_in_a_row(looking.post.recent, self.intent) < self.n {
            return Vec::new();
        }
        vec![Match {
            span: Span::at(looking.text().len()),
            ..Match::default()
        }]
    }
}

/// How many different posts of the intent come last.
fn n_in_a_row(recent: &[Recent], intent: Intent) -> usize {
    let mut last: Option<&Recent> = None;
    let mut n = 0;
    for one in recent.iter().rev() {
        if one.intent != Some(intent) {
            break;
        }
        if last.is_none_or(|last| last.pairs() != one.pairs()) {
            n += 1;
        }
        last = Some(one);
    }
    n
}
