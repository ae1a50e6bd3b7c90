//! The JSON of counts and reports: field names that scripts rely on.
//!
//! Never: changes a name or an order without a reason that outlives the change.

use serde::Serialize;

use crate::check::{Finding, Fix, Report};
use crate::platform::{Also, Count, Part};

/// A count.
#[derive(Serialize)]
pub(super) struct CountShape<'a> {
    platform: &'a str,
    used: u32,
    limit: Option<u32>,
    fits: bool,
    unit: &'static str,
    receipt: &'a [Part],
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<[Also; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    composer: Option<u32>,
}

impl<'a> CountShape<'a> {
    /// The shape of `count`.
    pub(super) fn of(count: &'a Count) -> Self {
        Self {
            platform: &count.platform,
            used: count.used,
            limit: count.limit,
            fits: count.fits(),
            unit: count.unit,
            receipt: &count.receipt,
            also: count.also.map(|also| [also]),
            composer: count.composer,
        }
    }
}

/// One finding.
#[derive(Serialize)]
pub(super) struct FindingShape<'a> {
    rule: &'a str,
    level: &'static str,
    start: usize,
    end: usize,
    says: &'a str,
    why: &'a str,
    fixes: &'a [Fix],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    platforms: &'a [String],
    /// The topic of the set that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<&'a str>,
}

impl<'a> FindingShape<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            rule: &finding.rule,
            level: finding.level.id(),
            start: finding.span.start,
            end: finding.span.end,
            says: &finding.says,
            why: &finding.why,
            fixes: &finding.fixes,
            platforms: &finding.platforms,
            topic: finding.topic.as_deref(),
        }
    }
}

/// A report.
#[derive(Serialize)]
pub(super) struct ReportShape<'a> {
    ready: bool,
    counts: Vec<CountShape<'a>>,
    findings: Vec<FindingShape<'a>>,
}

impl<'a> ReportShape<'a> {
    /// The shape of `report`.
    pub(super) fn of(report: &'a Report) -> Self {
        Self {
            ready: report.is_ready(),
            counts: report.counts.iter().map(CountShape::of).collect(),
            findings: report.findings.iter().map(FindingShape::of).collect(),
        }
    }
}

/// The report on one line of JSON lines.
#[derive(Serialize)]
pub(super) struct LineShape<'a> {
    id: &'a serde_json::Value,
    ready: bool,
    findings: Vec<FindingShape<'a>>,
    counts: Vec<CountShape<'a>>,
}

impl<'a> LineShape<'a> {
    /// The shape of the `report` on the text with this `id`.
    pub(super) fn of(id: &'a serde_json::Value, report: &'a Report) -> Self {
        let ReportShape {
            ready,
            counts,
            findings,
        } = ReportShape::of(report);
        Self {
            id,
            ready,
            findings,
            counts,
        }
    }
}

/// The answer to a line that cannot be read.
#[derive(Serialize)]
pub(super) struct ProblemShape<'a> {
    /// Which line, counted from 1.
    pub(super) line: usize,
    /// Why, in one sentence.
    pub(super) problem: &'a str,
}

/// `shape` as one line of JSON. The shapes have neither maps with odd keys nor numbers that JSON
/// cannot write, so there is nothing to fail.
pub(super) fn json(shape: &impl Serialize) -> String {
    serde_json::to_string(shape).unwrap_or_default()
}
