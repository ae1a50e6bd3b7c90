//! `ServesGoal`: words of the post that belong to one of the set's goals.
//!
//! Never: says that a post serves no goal; it shows evidence where there is some.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::tongue::{is_filler, stem};
use crate::guideline::Goal;
use crate::text::{Span, tokens};

/// Finds the words by which a post serves a goal of the set: those that the goal itself uses, in any
/// form ("returning" for "returns").
///
/// Two different words of one goal are evidence; one is enough for a goal of a word or two. The goal
/// with the most evidence is shown, each word once. A goal's words are those of `business`,
/// `how_social_helps` and `measure`. Where the set has no goals, there is nothing to find. It has no
/// options.
///
/// ```ron
/// find: ServesGoal
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct ServesGoal {}

impl Kind for ServesGoal {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Self {}))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

impl Finder for ServesGoal {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let goals = &looking.head.goals;
        if goals.is_empty() {
            return Vec::new();
        }
        let is_excepted = |span: Span| looking.excepted.iter().any(|one| one.contains(span));
        let mut places: HashMap<&str, Span> = HashMap::new();
        for token in looking.tokens {
            let is_mute = is_filler(&token.folded) || is_common(&token.folded);
            if !is_mute && !is_excepted(token.span) {
                places.entry(stem(&token.folded)).or_insert(token.span);
            }
        }
        // of equals, the goal that the set names first
        let best = goals
            .iter()
            .rev()
            .map(|goal| evidence(goal, &places))
            .max_by_key(Vec::len);
        let spans = best.unwrap_or_default().into_iter();
        spans
            .map(|span| Match {
                span,
                ..Match::default()
            })
            .collect()
    }

    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        !looking.head.goals.is_empty()
    }
}

/// Where the goal's own words stand in the post, in order of the post; nothing when they are too few.
fn evidence(goal: &Goal, places: &HashMap<&str, Span>) -> Vec<Span> {
    const ENOUGH: usize = 2;
    let texts = [&goal.business, &goal.how_social_helps, &goal.measure];
    let mut stems: Vec<String> = Vec::new();
    for text in texts {
        for word in tokens(text) {
            let word = word.folded;
            let stem = stem(&word).to_owned();
            if !is_filler(&word) && !is_common(&word) && !stems.contains(&stem) {
                stems.push(stem);
            }
        }
    }
    let found = stems.iter().filter_map(|stem| places.get(stem.as_str()));
    let mut spans: Vec<Span> = found.copied().collect();
    spans.sort_unstable();
    let n_needed = ENOUGH.min(stems.len().div_ceil(2));
    if spans.len() < n_needed {
        spans.clear();
    }
    spans
}

/// Words of goals and posts alike that show nothing.
fn is_common(word: &str) -> bool {
    matches!(
        word,
        "social"
            | "media"
            | "post"
            | "posts"
            | "business"
            | "goal"
            | "goals"
            | "new"
            | "better"
            | "best"
            | "next"
            | "first"
            | "day"
            | "days"
            | "time"
            | "times"
            | "week"
            | "year"
            | "use"
            | "help"
            | "helps"
            | "work"
            | "works"
            | "feel"
            | "somebody"
            | "back"
            | "public"
            | "show"
    )
}
