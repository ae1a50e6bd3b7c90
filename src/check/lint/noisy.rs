//! Rules that fire on so many posts that nobody reads them.
//!
//! Never: minds a Strength; what works may work in every post.

use super::RunCheck;
use crate::guideline::Level;
use crate::guideline::lint::Noticed;

/// On which share of the posts a rule may fire, in percent.
const MOST: usize = 30;

/// A rule that fires on every third post.
pub(super) const NOISY_RULE: RunCheck = RunCheck {
    id: "noisy-rule",
    why: "A note that stands beside every third post is no longer read, and takes the others along.",
    look: |bench| {
        let Some(tally) = bench.tally else {
            return Vec::new();
        };
        let n_posts = tally.n_posts();
        let noisy = bench.own().filter(|rule| {
            rule.level > Level::Strength && tally.n_of(&rule.id) * 100 > n_posts * MOST
        });
        noisy
            .map(|rule| {
                let n = tally.n_of(&rule.id);
                Noticed::of_rule(
                    rule,
                    format!("It fired on {n} of {n_posts} posts."),
                    "Narrow it with `within`, `when` or `except`, or ask whether the posts are fine as they are.",
                )
            })
            .collect()
    },
};
