//! Counts and reports in words, for people at a terminal.
//!
//! Never: holds anything back that the JSON says.

use std::fmt::Write as _;

use super::places::Places;
use crate::check::{Finding, Report};
use crate::guideline::{Level, Place};
use crate::platform::Count;

/// A count in one line: `text 69 + link 23 = 92 of 280`.
pub(super) fn count_words(count: &Count) -> String {
    let mut words = count.sum();
    if let Some(limit) = count.limit {
        put(&mut words, format_args!(" of {limit}"));
    }
    if count.over() > 0 {
        put(&mut words, format_args!(", {} over", count.over()));
    }
    if let Some(also) = count.also {
        let (used, limit, unit) = (also.used, also.limit, also.unit);
        put(&mut words, format_args!("; {used} of {limit} {unit}"));
    }
    if let Some(composer) = count.composer_words() {
        put(&mut words, format_args!("; {composer}"));
    }
    words
}

/// A report: whether it is ready, the counts, then the findings level by level.
pub(super) fn report_words(text: &str, report: &Report) -> String {
    let n_open = report.of_level(Level::Check).count() + report.of_level(Level::Hold).count();
    let mut words = if n_open == 0 {
        "Ready".to_owned()
    } else {
        format!("{n_open} to settle")
    };
    for count in &report.counts {
        let (platform, counted) = (&count.platform, count_words(count));
        put(&mut words, format_args!("\n{platform}: {counted}"));
    }
    let mut places = Places::of(text);
    for level in Level::ALL {
        if report.of_level(level).next().is_some() {
            put(&mut words, format_args!("\n\n{}", level.heading()));
        }
        for finding in report.of_level(level) {
            finding_words(text, finding, places.at(finding.span.start), &mut words);
        }
    }
    words
}

fn finding_words(text: &str, finding: &Finding, place: Place, words: &mut String) {
    let about = finding.shown(text);
    put(words, format_args!("\n  {}:{} ", place.line, place.column));
    if !about.is_empty() {
        put(words, format_args!("{about:?} "));
    }
    put(words, format_args!("{} ({})", finding.says, finding.rule));
    for line in [&finding.why, &finding.instead] {
        if !line.is_empty() {
            put(words, format_args!("\n      {line}"));
        }
    }
    if !finding.fixes.is_empty() {
        let labels: Vec<String> = finding
            .fixes
            .iter()
            .map(|fix| format!("{:?}", fix.label))
            .collect();
        put(words, format_args!("\n      Fix: {}", labels.join(" or ")));
    }
    if !finding.platforms.is_empty() {
        let platforms = finding.platforms.join(", ");
        put(words, format_args!("\n      Only on {platforms}"));
    }
}

/// Writing to a String cannot fail.
fn put(to: &mut String, words: std::fmt::Arguments<'_>) {
    _ = to.write_fmt(words);
}
