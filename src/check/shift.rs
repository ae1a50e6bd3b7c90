//! What a change of the guidelines does to one post: the findings that it gets and loses.
//!
//! Never: says whether that is better.

use std::collections::BTreeSet;

use super::Report;
use crate::guideline::Level;
use crate::text::Span;

/// The findings that a post gets and loses, by the ids of their rules.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Shift {
    /// Rules with a finding that was not there, or not at this level.
    pub gets: Vec<String>,
    /// Rules with a finding that is gone.
    pub loses: Vec<String>,
}

impl Shift {
    /// From the report under one set to the report under another, on the same text.
    pub fn between(old: &Report, new: &Report) -> Self {
        let (before, after) = (findings(old), findings(new));
        let only = |here: &Findings<'_>, there: &Findings<'_>| {
            let rules: BTreeSet<&str> = here.difference(there).map(|(rule, ..)| *rule).collect();
            rules.into_iter().map(str::to_owned).collect()
        };
        Self {
            gets: only(&after, &before),
            loses: only(&before, &after),
        }
    }

    /// Whether nothing changes for the post.
    pub const fn is_empty(&self) -> bool {
        self.gets.is_empty() && self.loses.is_empty()
    }
}

type Findings<'r> = BTreeSet<(&'r str, Level, Span)>;

fn findings(report: &Report) -> Findings<'_> {
    let findings = report.findings.iter();
    findings
        .map(|one| (one.rule.as_str(), one.level, one.span))
        .collect()
}
