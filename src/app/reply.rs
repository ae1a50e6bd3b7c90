//! A reply as the window knows it: what their words look like, when they were heard, a breath before
//! a sharp answer goes out.
//!
//! Never: changes the state; only `update` does.

use jiff::{Timestamp, Zoned};

use super::state::State;
use crate::check::Sorted;
use crate::draft::{Heard, Starter, Triage, starters};
use crate::guideline::Intent;

/// What the window keeps of the reply that is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Reply {
    /// Their words as they were sorted last, and what came of it.
    pub sorted: (String, Sorted),
    /// What was closed last, until it is put back or another draft is opened.
    pub dropped: Option<Dropped>,
}

/// Their words, taken out of a draft.
#[derive(Clone, Debug, Default)]
pub(super) struct Dropped {
    /// The draft's id.
    pub draft: String,
    /// Their words.
    pub said: String,
    /// What was known about them.
    pub heard: Heard,
    /// What the draft was for.
    pub intent: Option<Intent>,
}

/// A soft wait before a sharp answer goes out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Breath {
    /// The words and marks that made it sharp.
    pub marks: Vec<String>,
    /// When it is over, in seconds of the window's clock.
    pub until: f64,
}

impl State {
    /// What their words are: as the writer says, or as they look.
    pub(super) fn triage(&self) -> Option<Triage> {
        let heard = &self.draft.heard;
        heard.triage.or(self.reply.sorted.1.triage)
    }

    /// The breath before approving, while it lasts, with the whole seconds that are left.
    pub(super) fn breath(&self) -> Option<(&Breath, u32)> {
        let breath = self.pause.as_ref()?.breath.as_ref()?;
        let left = (breath.until - self.now.seconds).ceil();
        (left > 0.0).then_some((breath, left as u32))
    }

    /// The ways to begin that fit the page: a post, or an answer to what they said.
    pub(super) fn starters(&self) -> Vec<Starter> {
        let reply = self.draft.they_said.as_ref().map(|_| self.triage());
        starters(&self.in_use.opened.active.head, reply)
    }

    /// Their words that were closed in this draft, to be put back.
    pub(super) fn dropped(&self) -> Option<&Dropped> {
        let dropped = self.reply.dropped.as_ref();
        dropped.filter(|one| one.draft == self.draft.id && self.draft.they_said.is_none())
    }

    /// The drafts that wait to be written, with the open one, and those that need no reply.
    pub(super) fn n_waiting(&self) -> usize {
        let all = std::iter::once(&self.draft).chain(&self.drafts);
        all.filter(|draft| !draft.is_blank() && !draft.heard.needs_none)
            .count()
    }

    /// How long ago their words were heard, and what the set aims for.
    pub(super) fn heard_words(&self) -> String {
        let aim = self.in_use.opened.active.head.reply.aim_hours;
        heard_words(&self.draft.heard.at, aim, &self.now.zoned)
    }
}

fn heard_words(at: &str, aim: u32, now: &Zoned) -> String {
    let Ok(at) = at.parse::<Timestamp>() else {
        return String::new();
    };
    let ago = match now.timestamp().as_second() - at.as_second() {
        ..60 => "just now".to_owned(),
        seconds @ 60..3600 => format!("{} min ago", seconds / 60),
        seconds @ 3600..86_400 => format!("{} h ago", seconds / 3600),
        seconds @ 86_400..172_800 => format!("{} day ago", seconds / 86_400),
        seconds => format!("{} days ago", seconds / 86_400),
    };
    match aim {
        0 => format!("Heard {ago}"),
        aim => format!("Heard {ago}, you aim for {aim} h"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_is_said_calmly() {
        let now: Zoned = "2026-11-21T12:00:00+00:00[UTC]".parse().expect("a time");
        let check = |at: &str, aim: u32, expect: &str| {
            assert_eq!(heard_words(at, aim, &now), expect, "{at}");
        };
        check("2026-11-21T11:59:30Z", 0, "Heard just now");
        check(
            "2026-11-21T11:20:00Z",
            4,
            "Heard 40 min ago, you aim for 4 h",
        );
        check("2026-11-21T07:00:00Z", 4, "Heard 5 h ago, you aim for 4 h");
        check("2026-11-20T11:00:00Z", 0, "Heard 1 day ago");
        check("2026-11-18T11:00:00Z", 0, "Heard 3 days ago");
        // a clock that was put back
        check("2026-11-22T11:00:00Z", 0, "Heard just now");
        check("", 4, "");
    }
}
