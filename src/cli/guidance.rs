//! A set that is open and ready to check texts.
//!
//! Never: opens a file or prints; the same text gives the same report wherever it is asked for.

use std::path::PathBuf;

use jiff::Zoned;

use super::fault::CliFault;
use super::session::Session;
use super::streams::Streams;
use crate::approval::{Approval, recent, recent_from, set_back};
use crate::check::{Checker, Recent, Report, Review, Rules, compile};
use crate::draft::Written;
use crate::guideline::Fault;
use crate::platform::Platform;
use crate::store::{Home, Ledger, LoadFault, Opened, Shelved, clock};

/// An open set and its rules at work.
pub(super) struct Guidance<'s> {
    session: &'s Session,
    /// The set.
    pub(super) opened: Opened,
    checker: Checker,
    /// What was approved lately.
    recent: Vec<Recent>,
    /// Where the clock stands before what was approved.
    clock: Option<String>,
    /// What of it is set aside.
    pub(super) faults: Vec<LoadFault>,
}

impl<'s> Guidance<'s> {
    /// Opens the sets of these names and gets their rules ready.
    pub(super) fn open(session: &'s Session, names: &[String]) -> Result<Self, CliFault> {
        let mut opened = session.open(names)?;
        let (checker, set_aside) = compile(&opened.active);
        let resting = set_aside.iter().filter_map(|fault| fault.rule.clone());
        opened.rest(&resting.collect::<Vec<String>>());
        let mut faults = opened.faults.clone();
        let of_rules = set_aside.into_iter().map(|fault| LoadFault {
            path: session.path_of(&fault, &opened, names),
            fault,
        });
        faults.extend(of_rules);
        Ok(Self {
            session,
            opened,
            checker,
            recent: Vec::new(),
            clock: None,
            faults,
        })
    }

    /// Its rules at work.
    pub(super) const fn checker(&self) -> &Checker {
        &self.checker
    }

    /// The file of the set itself, or its name among the built-in ones.
    pub(super) fn file(&self) -> PathBuf {
        let id = &self.opened.active.head.id;
        let shelved = || self.session.library().set(id).map(Shelved::origin);
        let path = self.opened.path.clone().or_else(shelved);
        path.unwrap_or_else(|| format!("{id}.ron").into())
    }

    /// Holds posts against what the ledger says was approved lately.
    pub(super) fn remember(&mut self, home: &Home, now: &Zoned) {
        let approvals = Ledger::at(home).since(recent_from(now));
        self.recent = recent(&approvals, now);
        self.clock = set_back(approvals.iter().map(Approval::at), &clock::now());
    }

    /// Says where the clock is off, what is set aside, and what else of the files in use cannot be read, one sentence each.
    pub(super) fn say_faults(&self, io: &mut Streams<'_>) {
        if let Some(words) = &self.clock {
            io.say(words);
        }
        let of_files = self.session.faults(&self.opened.active.family);
        let more = of_files.iter().filter(|fault| !self.faults.contains(fault));
        for fault in self.faults.iter().chain(more) {
            match &fault.fault.rule {
                Some(rule) => io.say(format_args!("the rule {rule:?} is set aside: {fault}")),
                None => io.say(fault),
            }
        }
    }

    /// The questions of the pause that a text asks.
    pub(super) fn questions(
        &self,
        written: &Written<'_>,
        platform: &Platform,
        now: &Zoned,
    ) -> Vec<String> {
        self.review(now).questions(written, platform, &|| false)
    }

    /// The platforms of these ids, each once.
    pub(super) fn platforms(&self, ids: &[String]) -> Result<Vec<&Platform>, CliFault> {
        let mut platforms: Vec<&Platform> = Vec::new();
        for id in ids {
            let found = self.session.platform(id, &self.opened.platforms)?;
            if platforms.iter().all(|other| other.id != found.id) {
                platforms.push(found);
            }
        }
        Ok(platforms)
    }

    /// The rules and everybody who speaks, for a moment.
    pub(super) fn review<'r>(&'r self, now: &'r Zoned) -> Review<'r> {
        Review {
            checker: &self.checker,
            brand: self.opened.brand(),
            people: self.session.people(),
            recent: &self.recent,
            rules: Rules::default(),
            now,
            elapsed: &clock::elapsed,
        }
    }

    /// Checks a text on all its platforms.
    pub(super) fn report(
        &self,
        written: &Written<'_>,
        platforms: &[&Platform],
        now: &Zoned,
    ) -> Report {
        let review = self.review(now);
        let on = |platform: &&Platform| {
            (
                platform.id.clone(),
                review.standing(written, platform, &|| false).report,
            )
        };
        Report::merged(platforms.iter().map(on).collect())
    }
}

impl Session {
    /// The file of the set whose rule is set aside.
    fn path_of(&self, fault: &Fault, opened: &Opened, names: &[String]) -> PathBuf {
        let rule = fault.rule.as_deref().unwrap_or_default();
        let active = opened.active.rules.iter().find(|one| one.rule.id == rule);
        let set = active.map_or("", |one| one.set.as_str());
        if let (true, Some(path)) = (set == opened.active.head.id, &opened.path) {
            return path.clone();
        }
        let is_of_call = |path: &PathBuf| {
            path.extension().is_some() && path.file_stem().is_some_and(|stem| stem == set)
        };
        let mut of_call = names.iter().map(PathBuf::from).filter(is_of_call);
        of_call
            .next()
            .or_else(|| self.library().set(set).map(Shelved::origin))
            .unwrap_or_else(|| format!("{set}.ron").into())
    }
}
