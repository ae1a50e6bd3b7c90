//! Rules that never fire on the posts that were looked at.
//!
//! Never: calls a rule useless; what it guards against may be rare and grave.

use super::RunCheck;
use crate::guideline::lint::Noticed;
use crate::guideline::{Level, Rule};

/// A rule that found nothing in any post.
pub(super) const DEAD_RULE: RunCheck = RunCheck {
    id: "dead-rule",
    why: "A rule that never fires still has to be read, kept and explained.",
    look: |bench| {
        let Some(tally) = bench.tally.filter(|tally| tally.n_posts() > 0) else {
            return Vec::new();
        };
        let dead = bench.own().filter(|rule| tally.n_of(&rule.id) == 0);
        dead.map(|rule| note(rule, tally.n_posts())).collect()
    },
};

fn note(rule: &Rule, n_posts: usize) -> Noticed {
    let says = match n_posts {
        1 => "It found nothing in the one post that was looked at.".to_owned(),
        n => format!("It found nothing in any of {n} posts."),
    };
    let instead = if rule.level > Level::Nudge {
        "Keep it if what it guards against is rare and grave; else drop it."
    } else {
        "Add the words that people really use, or drop it."
    };
    Noticed::of_rule(rule, says, instead)
}
