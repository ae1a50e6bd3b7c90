//! How often each rule fired on a folder of posts.
//!
//! Never: keeps a word of a post.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Report;

/// How many posts there were, and on how many of them each rule found something.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    n_posts: usize,
    fired: BTreeMap<String, usize>,
}

impl Tally {
    /// Takes the report on one post.
    pub fn add(&mut self, report: &Report) {
        self.n_posts += 1;
        let rules: BTreeSet<&String> = report.findings.iter().map(|one| &one.rule).collect();
        for rule in rules {
            *self.fired.entry(rule.clone()).or_default() += 1;
        }
    }

    /// Puts the tallies of two folders together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.n_posts += other.n_posts;
        for (rule, n) in other.fired {
            *self.fired.entry(rule).or_default() += n;
        }
        self
    }

    /// How many posts there were.
    pub const fn n_posts(&self) -> usize {
        self.n_posts
    }

    /// On how many of them a rule fired.
    pub fn n_of(&self, rule: &str) -> usize {
        self.fired.get(rule).copied().unwrap_or_default()
    }
}
