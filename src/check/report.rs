//! All findings of a text on the platforms it goes to, with the counts.
//!
//! Never: knows what the writer settled; that is the draft's.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Finding;
use super::veil::veil;
use crate::draft::Draft;
use crate::guideline::Level;
use crate::platform::Count;
use crate::text::{Patch, Span};

/// All findings and counts of one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// One count for each platform that was asked for, in that order.
    pub counts: Vec<Count>,
    /// Strengths first, then what asks least; inside a level in order of the text.
    pub findings: Vec<Finding>,
    /// The ids of the rules that took too long on this text and were stopped; they found nothing.
    pub paused: Vec<String>,
    /// The findings that rest while the draft tries something out; see [`Self::mute`].
    pub muted: Vec<Finding>,
}

impl Report {
    /// Puts the reports of several platforms together: a finding that all of them have is one, a
    /// finding of some of them names those.
    pub fn merged(reports: Vec<(String, Self)>) -> Self {
        let n = reports.len();
        let mut out = Self::default();
        let mut known_at: HashMap<(String, Span), Vec<usize>> = HashMap::new();
        for (platform, report) in reports {
            out.counts.extend(report.counts);
            let known = std::mem::take(&mut out.paused);
            let is_other = |rule: &String| !known.contains(rule);
            let more: Vec<String> = report.paused.into_iter().filter(is_other).collect();
            out.paused = [known, more].concat();
            for mut finding in report.findings {
                let same =
                    |other: &Finding| other.says == finding.says && other.fixes == finding.fixes;
                let key = (finding.rule.clone(), finding.span);
                let places = known_at.entry(key).or_default();
                let mut known = places.iter().copied();
                let known = known.find(|at| out.findings.get(*at).is_some_and(same));
                if let Some(known) = known.and_then(|at| out.findings.get_mut(at)) {
                    known.platforms.push(platform.clone());
                } else {
                    places.push(out.findings.len());
                    finding.platforms = vec![platform.clone()];
                    places.push(out.findings.len());
                    out.findings.push(finding);
                }
            }
        }
        for finding in out
            .findings
            .iter_mut()
            .filter(|finding| finding.platforms.len() == n)
        {
            finding.platforms.clear();
        }
        out.sort();
        out
    }

    /// Puts the findings in their order.
    pub(super) fn sort(&mut self) {
        self.findings.sort_by(|a, b| {
            (a.level, a.span.start, a.span.end, &a.rule).cmp(&(
                b.level,
                b.span.start,
                b.span.end,
                &b.rule,
            ))
        });
    }

    /// Numbers the findings of one rule about the same words.
    ///
    /// Before that, what one of them keeps back is kept back by the others.
    pub(super) fn number(&mut self, text: &str) {
        veil(&mut self.findings, text);
        let mut seen: HashMap<(&str, &str), usize> = HashMap::new();
        let numbers: Vec<usize> = self
            .findings
            .iter()
            .map(|finding| {
                let n = seen
                    .entry((&finding.rule, finding.words(text)))
                    .or_default();
                std::mem::replace(n, *n + 1)
            })
            .collect();
        for (finding, nth) in self.findings.iter_mut().zip(numbers) {
            finding.nth = nth;
        }
    }

    /// The findings as they probably stand after an edit: those that it touches are gone, those
    /// behind it have moved.
    pub fn carried(&self, edit: Patch) -> Vec<Finding> {
        let is_apart = |span: Span| span.end < edit.old.start || span.start > edit.old.end;
        let kept = self.findings.iter().filter(|one| is_apart(one.span));
        let moved = |span: Span| {
            if span.start > edit.old.end {
                edit.moved(span)
            } else {
                span
            }
        };
        let carried = kept.cloned().map(|mut finding| {
            finding.span = moved(finding.span);
            for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
                edit.span = moved(edit.span);
            }
            finding
        });
        carried.collect()
    }

    /// Takes findings of other rules on the same text.
    pub fn add(&mut self, findings: Vec<Finding>, text: &str) {
        self.findings.extend(findings);
        self.sort();
        self.number(text);
    }

    /// Lets the findings rest that do so in `draft` on `today`.
    pub fn mute(&mut self, draft: &Draft, today: Date) {
        let (muted, rest) = std::mem::take(&mut self.findings)
            .into_iter()
            .partition(|finding| draft.rests(finding.level, today));
        self.findings = rest;
        self.muted = muted;
    }

    /// The findings of one level.
    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.level == level)
    }

    /// Whether nothing stands: no Hold, and no Check left to settle.
    pub fn is_ready(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.level < Level::Check)
    }

    /// Whether something stops approval.
    pub fn holds(&self) -> bool {
        self.of_level(Level::Hold).next().is_some()
    }

    /// The findings that concern `platform`.
    #[must_use]
    pub fn on(&self, platform: &str) -> Self {
        Self {
            counts: self
                .counts
                .iter()
                .filter(|count| count.platform == platform)
                .cloned()
                .collect(),
            findings: self
                .findings
                .iter()
                .filter(|finding| {
                    finding.platforms.is_empty()
                        || finding.platforms.iter().any(|id| id == platform)
                })
                .cloned()
                .collect(),
            paused: self.paused.clone(),
            muted: Vec::new(),
        }
    }
}
