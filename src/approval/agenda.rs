//! What the next review of the guidelines has to look at: rules that people often decided otherwise,
//! and what nobody expected.
//!
//! Never: names who decided; a review is about the guidelines.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};

use super::{ANOTHER_DAY, Approval, KEPT, Outcomes, Range};

/// How many of the reasons are kept.
const MOST_REASONS: usize = 3;

/// What there is to look at.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Agenda {
    /// The rules that people decided otherwise, the one with most decisions first.
    pub overridden: Vec<Overridden>,
    /// What nobody expected, with the day of the post, the newest first.
    pub unexpected: Vec<(Date, String)>,
}

/// A rule, and how often words stood that it was about.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Overridden {
    /// The rule's id.
    pub rule: String,
    /// How many approvals have such words.
    pub n: u64,
    /// Reasons, the newest first, each once.
    pub reasons: Vec<String>,
}

/// Gathers it from what was approved in the days of `range`, today included, on the calendar of `now`.
pub fn agenda(approvals: &[Approval], outcomes: &Outcomes, range: Range, now: &Zoned) -> Agenda {
    let mut rules: BTreeMap<&str, Overridden> = BTreeMap::new();
    let mut unexpected: Vec<(Date, String)> = Vec::new();
    // the newest first
    for approval in approvals.iter().rev() {
        let Ok(at) = approval.at().parse::<Timestamp>() else {
            continue;
        };
        let day = at.to_zoned(now.time_zone().clone()).date();
        if !(0..range.days()).contains(&(now.date() - day).get_days()) {
            continue;
        }
        if let Some(outcome) = outcomes
            .get(approval.seal().hash())
            .filter(|one| one.unexpected)
        {
            let words = match outcome.line.as_str() {
                "" => first_line(&approval.text()),
                line => line.to_owned(),
            };
            unexpected.push((day, words));
        }
        for (rule, reasons) in decided(approval) {
            let known = rules.entry(rule).or_default();
            known.n += 1;
            for reason in reasons {
                if known.reasons.len() < MOST_REASONS
                    && !known.reasons.iter().any(|one| one == reason)
                {
                    known.reasons.push(reason.to_owned());
                }
            }
        }
    }
    let named = |(rule, one): (&str, Overridden)| Overridden {
        rule: rule.to_owned(),
        ..one
    };
    let mut overridden: Vec<Overridden> = rules.into_iter().map(named).collect();
    overridden.sort_by_key(|one| std::cmp::Reverse(one.n));
    unexpected.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    Agenda {
        overridden,
        unexpected,
    }
}

/// The rules that were decided otherwise in an approval, each once, with the reasons somebody gave.
fn decided(approval: &Approval) -> BTreeMap<&str, Vec<&str>> {
    let mut out: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    // a set of one machine, or another day, is no decision about a rule
    let exceptions = approval.exceptions().iter();
    for one in exceptions.filter(|one| !one.is_local() && one.rule != ANOTHER_DAY) {
        let reasons = out.entry(one.rule.as_str()).or_default();
        if one.reason != KEPT {
            reasons.push(&one.reason);
        }
    }
    out
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
