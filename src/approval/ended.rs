//! Experiments that are over and wait for what was learned.
//!
//! An experiment is asked about once, however many approvals and drafts carry it: they share its id.
//!
//! Never: asks; it says what there is to ask.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Approval;
use crate::draft::{Draft, Experiment};

/// An experiment that is over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ended {
    /// The experiment, as the draft says it where there still is one.
    pub experiment: Experiment,
    /// The ids of the platforms that it was approved for; those of the draft while it never was.
    pub platforms: Vec<String>,
    /// Whether any of it was approved.
    pub is_approved: bool,
}

/// The experiments that are over on `today` and are not among those answered, the oldest first.
pub fn ended<'a>(
    approvals: impl IntoIterator<Item = &'a Approval>,
    drafts: impl IntoIterator<Item = &'a Draft>,
    answered: &BTreeSet<String>,
    today: Date,
) -> Vec<Ended> {
    let mut out: BTreeMap<String, Ended> = BTreeMap::new();
    for approval in approvals {
        let Some(experiment) = approval.experiment() else {
            continue;
        };
        let one = out.entry(experiment.id.clone()).or_default();
        one.experiment.clone_from(experiment);
        one.is_approved = true;
        let platform = approval.platform();
        if !one.platforms.iter().any(|known| known == platform) {
            one.platforms.push(platform.to_owned());
        }
    }
    for draft in drafts {
        let Some(experiment) = &draft.experiment else {
            continue;
        };
        let one = out.entry(experiment.id.clone()).or_default();
        // it may have got another end since it was approved
        one.experiment.clone_from(experiment);
        if !one.is_approved {
            one.platforms.clone_from(&draft.platforms);
        }
    }
    let is_due =
        |one: &Ended| !one.experiment.is_running(today) && !answered.contains(&one.experiment.id);
    let mut out: Vec<Ended> = out.into_values().filter(is_due).collect();
    out.sort_by_key(|one| one.experiment.last());
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn draft(id: &str, until: Date) -> Draft {
        Draft {
            platforms: vec!["x".into()],
            experiment: Some(Experiment {
                id: id.into(),
                until: Some(until),
                ..Experiment::default()
            }),
            ..Draft::default()
        }
    }

    #[test]
    fn what_is_over_and_not_answered_is_asked_about_once() {
        let drafts = [
            draft("b", date(2026, 11, 21)),
            draft("b", date(2026, 11, 21)),
            draft("a", date(2026, 11, 20)),
            draft("runs", date(2026, 11, 22)),
            draft("answered", date(2026, 11, 1)),
            Draft::default(),
        ];
        let answered = BTreeSet::from(["answered".to_owned()]);
        let due = ended([], &drafts, &answered, date(2026, 11, 22));
        let ids: Vec<&str> = due.iter().map(|one| one.experiment.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert!(
            due.iter()
                .all(|one| !one.is_approved && one.platforms == ["x"])
        );
    }
}
