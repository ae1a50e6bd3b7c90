//! A clock that stands before something that was already done.
//!
//! Never: reads a clock; it is told what time it is.

use jiff::{Timestamp, ToSpan as _, Zoned};

/// So many minutes apart are two clocks that are both right.
const MINUTES: i64 = 5;

/// What to say where the clock stands before the newest of these moments (RFC 3339); none where it
/// does not. News that waits goes by the clock, so a wrong one matters.
pub fn set_back<'a>(moments: impl IntoIterator<Item = &'a str>, now: &Zoned) -> Option<String> {
    let read = |at: &str| at.parse::<Timestamp>().ok();
    let newest = moments.into_iter().filter_map(read).max()?;
    let is_back = now.timestamp().checked_add(MINUTES.minutes()).ok()? < newest;
    let newest = newest.to_zoned(now.time_zone().clone());
    is_back.then(|| {
        format!(
            "the clock stands at {}, and something here is from {}: news that waits goes by the clock",
            now.strftime("%Y-%m-%d %H:%M"),
            newest.strftime("%Y-%m-%d %H:%M")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_was_put_back_is_noticed() {
        let now: Zoned = "2026-11-22T07:00:00+01:00[Europe/Berlin]"
            .parse()
            .expect("a time");
        let words = set_back(["2026-11-22T05:00:00Z", "2026-12-01T09:30:00Z", "?"], &now);
        assert_eq!(
            words.expect("it is noticed"),
            "the clock stands at 2026-11-22 07:00, and something here is from 2026-12-01 10:30: news that waits goes by the clock"
        );
        assert_eq!(set_back(["2026-11-22T06:04:00Z"], &now), None);
        assert!(set_back(["2026-11-22T06:06:00Z"], &now).is_some());
        assert_eq!(set_back([], &now), None);
    }
}
