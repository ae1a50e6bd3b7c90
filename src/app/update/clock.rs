//! The time as it passes: a clock that was put back is named, for news that waits goes by it.
//!
//! Never: reads a clock; it is told what time it is.

use jiff::Zoned;

use crate::app::state::{Now, State};
use crate::approval::set_back;
use crate::store::Notice;

/// Takes the time over.
pub(super) fn keep_time(state: &mut State, now: &Now) {
    let before = &state.now.zoned;
    if now.zoned < *before {
        let before = before.timestamp().to_string();
        let notice = clock_notice([before.as_str()], &now.zoned);
        state.notices.extend(notice);
    }
    state.now = now.clone();
}

/// What to say of a clock that stands before something that was already done.
pub(in crate::app) fn clock_notice<'a>(
    moments: impl IntoIterator<Item = &'a str>,
    now: &Zoned,
) -> Option<Notice> {
    let detail = set_back(moments, now)?;
    Some(Notice {
        title: "Is the clock right?".to_owned(),
        detail,
        path: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_goes_back_is_named_once() {
        let at = |time: &str| Now {
            zoned: format!("2026-11-22T{time}+00:00[UTC]")
                .parse()
                .expect("a time"),
            seconds: 0.0,
        };
        let mut state = State::default();
        for (time, n_notices) in [
            ("09:00:00", 0),
            ("09:01:00", 0),
            // summer time ends elsewhere; a few minutes are a clock that was set right
            ("08:58:00", 0),
            ("07:00:00", 1),
            ("07:00:05", 1),
        ] {
            keep_time(&mut state, &at(time));
            assert_eq!(state.notices.len(), n_notices, "{time}");
        }
    }
}
