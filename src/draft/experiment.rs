//! A draft that tries something out: what its writer expects, for which goal, until when.
//!
//! The last day counts in full, so an experiment has ended on the day after it, or when its writer
//! ended it. One that was approved is carried by its approvals; all copies share their id, so that
//! what was learned is asked for once.
//!
//! Never: knows what day it is; it is told.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Draft;
use crate::guideline::Level;

/// For how many days an experiment runs when nothing else is said.
const USUAL_DAYS: i64 = 14;

/// Something tried out in the right direction. A file of an older version has none of it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Experiment {
    /// Made when it begins; what was learned is filed under it.
    pub id: String,
    /// What is expected to happen, in a line.
    pub hypothesis: String,
    /// The id of the goal of the set that it is for.
    pub goal: Option<String>,
    /// Its first day.
    #[serde(with = "day")]
    pub from: Option<Date>,
    /// Its last day; one that cannot be read is over.
    #[serde(with = "day")]
    pub until: Option<Date>,
    /// The day on which its writer ended it before its time.
    #[serde(with = "day")]
    pub ended: Option<Date>,
}

/// Why a last day cannot be used.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DayFault {
    /// It is no day.
    #[error("A day as in {0}")]
    Unreadable(Date),
    /// It lies before today.
    #[error("That day has passed; today or later")]
    Past,
}

impl Experiment {
    /// The last day that is offered on `today`.
    pub fn usual_end(today: Date) -> Date {
        today.checked_add(USUAL_DAYS.days()).unwrap_or(today)
    }

    /// Reads a last day, as in `2026-12-05`.
    pub fn last_day(words: &str, today: Date) -> Result<Date, DayFault> {
        let words = words.trim();
        // `20261205` and a time behind the day are slips more often than they are meant
        let is_plain = words.split('-').filter(|part| !part.is_empty()).count() == 3;
        let is_day = is_plain && words.chars().all(|c| c.is_ascii_digit() || c == '-');
        let unreadable = DayFault::Unreadable(Self::usual_end(today));
        let day = with_zeros(words).parse::<Date>().ok();
        let day = day.filter(|_| is_day).ok_or(unreadable)?;
        if day < today {
            return Err(DayFault::Past);
        }
        Ok(day)
    }

    /// Whether it is under way on `today`.
    pub fn is_running(&self, today: Date) -> bool {
        self.ended.is_none() && self.until.is_some_and(|until| today <= until)
    }

    /// The last day on which it ran.
    pub fn last(&self) -> Option<Date> {
        self.ended.or(self.until)
    }
}

impl Draft {
    /// The experiment that it is on `today`, if it is one.
    pub fn trying(&self, today: Date) -> Option<&Experiment> {
        let experiment = self.experiment.as_ref();
        experiment.filter(|experiment| experiment.is_running(today))
    }

    /// Whether findings of `level` rest on `today`: Nudges do while something is tried out. What
    /// asks to be settled or stops approval never rests.
    pub fn rests(&self, level: Level, today: Date) -> bool {
        level == Level::Nudge && self.trying(today).is_some()
    }
}

/// `2026-12-5` as `2026-12-05`.
fn with_zeros(words: &str) -> String {
    let parts = words.split('-').map(|part| format!("{part:0>2}"));
    parts.collect::<Vec<_>>().join("-")
}

/// A day as a text; what cannot be read is none, so that it takes nothing else with it.
mod day {
    use jiff::civil::Date;
    use serde::{Deserialize as _, Deserializer, Serializer};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde lends the field"
    )]
    pub(super) fn serialize<S: Serializer>(
        day: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let words = day.map_or_else(String::new, |day| day.to_string());
        serializer.serialize_str(&words)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        Ok(String::deserialize(deserializer)?.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn trial() -> Experiment {
        Experiment {
            id: "1".into(),
            hypothesis: "Questions bring answers".into(),
            from: Some(date(2026, 11, 21)),
            until: Some(date(2026, 12, 5)),
            ..Experiment::default()
        }
    }

    #[test]
    fn its_last_day_counts_in_full() {
        let running = |month: i8, day: i8| trial().is_running(date(2026, month, day));
        assert!(running(11, 21) && running(12, 5));
        assert!(!running(12, 6));
        let ended = Experiment {
            ended: Some(date(2026, 11, 23)),
            ..trial()
        };
        assert!(!ended.is_running(date(2026, 11, 23)));
        assert_eq!(ended.last(), Some(date(2026, 11, 23)));
        let endless = Experiment {
            until: None,
            ..trial()
        };
        assert!(!endless.is_running(date(2026, 11, 21)));
    }

    #[test]
    fn nudges_rest_while_it_runs_and_nothing_else_does() {
        let draft = Draft {
            experiment: Some(trial()),
            ..Draft::default()
        };
        let today = date(2026, 12, 5);
        for level in [Level::Strength, Level::Check, Level::Hold] {
            assert!(!draft.rests(level, today), "{level:?}");
        }
        assert!(draft.rests(Level::Nudge, today));
        assert!(!draft.rests(Level::Nudge, date(2026, 12, 6)));
        assert!(!Draft::default().rests(Level::Nudge, today));
    }

    #[test]
    fn a_last_day_is_a_day_from_today_on() {
        let today = date(2026, 11, 21);
        let read = |words: &str| Experiment::last_day(words, today);
        assert_eq!(read(" 2026-12-05 "), Ok(date(2026, 12, 5)));
        assert_eq!(read("2026-12-5"), Ok(date(2026, 12, 5)));
        assert_eq!(read("2026-11-21"), Ok(today));
        assert_eq!(read("2026-11-20"), Err(DayFault::Past));
        let words = [
            "",
            "soon",
            "5 December",
            "2026-13-01",
            "2026-02-30",
            "20261205",
        ];
        for words in words
            .into_iter()
            .chain(["2026-12-05T10:00", "2026-12", "１２-１-１"])
        {
            let fault = DayFault::Unreadable(date(2026, 12, 5));
            assert_eq!(read(words), Err(fault), "{words}");
        }
        assert_eq!(
            read("soon").map_err(|fault| fault.to_string()),
            Err("A day as in 2026-12-05".into())
        );
    }

    #[test]
    fn a_draft_of_another_version_is_read_with_and_without_it() {
        let read = |text: &str| ron::from_str::<Draft>(text).expect("it reads");
        assert_eq!(read("(body: \"a\")").experiment, None);
        let draft = Draft {
            experiment: Some(trial()),
            ..Draft::default()
        };
        assert_eq!(read(&ron::to_string(&draft).expect("it writes")), draft);
        let odd =
            read("(body: \"a\", experiment: Some((hypothesis: \"b\", until: \"soon\", mood: 3)))");
        let experiment = odd.experiment.expect("it is there");
        assert_eq!(
            (experiment.hypothesis.as_str(), experiment.until),
            ("b", None)
        );
    }
}
