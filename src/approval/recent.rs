//! What was approved lately, as the next post is held against it.
//!
//! Never: reads the ledger; it is handed the approvals.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _, Zoned};

use super::Approval;
use crate::check::Recent;

/// For how many days a post counts as recent.
const DAYS: i64 = 90;

/// The first day that is recent as seen from `now`.
pub fn recent_from(now: &Zoned) -> Date {
    let today = now.date();
    today.checked_sub(DAYS.days()).unwrap_or(today)
}

/// The approvals of the last 90 days, in their order.
pub fn recent<'a>(approvals: impl IntoIterator<Item = &'a Approval>, now: &Zoned) -> Vec<Recent> {
    let days = recent_from(now)..=now.date();
    approvals
        .into_iter()
        .filter_map(|approval| {
            let at: Timestamp = approval.at().parse().ok()?;
            let day = at.to_zoned(now.time_zone().clone()).date();
            let post = || {
                Recent::new(
                    &approval.text(),
                    approval.intent(),
                    approval.platform(),
                    day,
                )
            };
            days.contains(&day).then(post)
        })
        .collect()
}
