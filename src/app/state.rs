//! Everything that the window shows, as plain data.
//!
//! Never: changes itself; only `update` does.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Zoned;

use super::afterwards::Afterwards;
use super::errand::Errands;
use super::experiment::Experiments;
use super::pace::{FindingKey, Pace};
use super::pause::{Lifted, Pause};
use super::platforms::PlatformChanges;
use super::reply::Reply;
use super::side::Page;
use super::spelling::Proof;
use super::update::versions::Versions;
use crate::approval::Approval;
use crate::check::lint::Linted;
use crate::check::{Checker, Finding, Memory, Recent, Report, Review, Rules, Standing, Turn};
use crate::draft::{Changes, Draft, How};
use crate::guideline::{Level, Person};
use crate::platform::Platform;
use crate::store::{Compared, Library, LoadFault, Notice, Opened, Removed, Saved, Settings, clock};

/// The screens of the rail.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Screen {
    /// The page.
    #[default]
    Write,
    /// Everything that was begun.
    Drafts,
    /// What went out.
    Approved,
    /// The set in use.
    Guidelines,
    /// Who speaks.
    People,
    /// Where one speaks.
    Platforms,
}

/// A short message that goes by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Toast {
    /// The fact.
    pub title: String,
    /// The rest.
    pub rest: String,
    /// Whether something approved was copied.
    pub is_sealed: bool,
    /// When it goes, in seconds of the window's clock.
    pub until: f64,
}

/// The set in use, ready.
#[derive(Default)]
pub(super) struct InUse {
    /// The set, its hash, its platforms.
    pub opened: Opened,
    /// Its rules, ready.
    pub checker: Arc<Checker>,
    /// What was set aside.
    pub faults: Vec<LoadFault>,
    /// What there is to note on it for whoever keeps it; none until it was looked at.
    pub linted: Option<Linted>,
    /// What is remembered of the text of all, and of each platform's own.
    pub(super) memories: BTreeMap<Option<String>, Memory>,
    /// Whether a change of its news that waits is on its way to the file.
    pub(super) is_news_asked: bool,
    /// What its own patterns found, which are looked for off the drawing thread.
    pub errands: Errands,
}

/// The time, as the window knows it.
#[derive(Clone, Debug, Default)]
pub(super) struct Now {
    /// With its zone.
    pub zoned: Zoned,
    /// Seconds of the window's own clock.
    pub seconds: f64,
}

/// Everything that the window shows.
#[derive(Default)]
pub(super) struct State {
    /// What is being written.
    pub draft: Draft,
    /// Everything else that was begun, the newest first.
    pub drafts: Vec<Draft>,
    /// Whether it is safe.
    pub saved: Saved,
    /// The sets, the people, the platforms.
    pub library: Library,
    /// The set in use.
    pub in_use: InUse,
    /// A set and its other version, once they were compared.
    pub(super) compared: Option<Compared>,
    /// What a person chose for themselves.
    pub settings: Settings,
    /// What was approved, the oldest first.
    pub approvals: Vec<Approval>,
    /// What is known of that beside.
    pub afterwards: Afterwards,
    /// What was approved lately, before the open draft was begun.
    pub recent: Vec<Recent>,
    /// The draft for which that was gathered.
    pub(super) recent_for: Option<String>,
    /// The draft on each of its platforms.
    pub standings: Vec<Standing>,
    /// The platforms whose text was approved and is another now.
    pub lifted: BTreeMap<String, Lifted>,
    /// The earlier versions of the open draft.
    pub(super) versions: Versions,
    /// Who answers what somebody asks, by id, and a word back.
    pub second_as: String,
    /// See `second_as`.
    pub second_note: String,
    /// What was sealed again in one step, until its copy is told.
    pub(super) resealed: Option<String>,
    /// What was found in the open text, on the platforms that share it.
    pub report: Report,
    /// The rules of the set in use that took too long on this draft, and rest until another one is
    /// opened or the set changes.
    pub resting: Vec<String>,
    /// What the open platform's own text has that the text of all has not.
    pub changes: Changes,
    /// Whom it answers.
    pub reply: Reply,
    /// Something that nobody can guess, for the seals over secrets.
    pub(super) chance: String,
    /// Which experiments are answered, and which wait.
    pub experiments: Experiments,
    /// What of the report has been shown.
    pub pace: Pace,
    /// The spelling of the open text.
    pub proof: Proof,
    /// When the last key was typed, in seconds of the window's clock.
    pub last_edit: f64,
    /// Where the caret is while the keyboard is in the text.
    pub caret: Option<usize>,
    /// The finding whose card is open.
    pub open: Option<FindingKey>,
    /// Whether the open card says why.
    pub is_deep: bool,
    /// What an empty page says, where a way to begin was chosen that is no text.
    pub hint: String,
    /// Whether a digit picks a fix.
    pub is_picking: bool,
    /// The screen.
    pub screen: Screen,
    /// What the sheet was asked to show; see [`State::page`].
    pub page: Page,
    /// The questions, while they are asked.
    pub pause: Option<Pause>,
    /// The photos of people that were looked for since the screen was opened, and whether they are there.
    pub photos: BTreeMap<String, bool>,
    /// How many changes of people were asked for, and how many of these are done.
    pub(super) people_asked: u64,
    pub(super) people_written: u64,
    /// A message that goes by itself.
    pub toast: Option<Toast>,
    /// Messages that stay until they are closed.
    pub notices: Vec<Notice>,
    /// Whoever was taken out of `people.ron` last, until they are put back.
    pub removed: Option<Removed>,
    /// How far changes of platforms have come.
    pub platform_changes: PlatformChanges,
    /// The person who was filled in last.
    pub(super) last_person: Option<String>,
    /// Since when the settings wait to be saved, in seconds of the window's clock.
    pub(super) unsaved_since: Option<f64>,
    /// The time of the last pass.
    pub now: Now,
}

/// How the draft stands on a platform, for the bar.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Readiness {
    /// There is nothing for it yet.
    Empty,
    /// It was approved exactly as it is.
    Approved,
    /// Nothing stands.
    Ready,
    /// So many are to settle, and none holds it.
    ToSettle(usize),
    /// It is on hold.
    OnHold(usize),
}

impl State {
    /// The platform whose text is open, or the first that is not approved yet when all are.
    pub(super) fn current_platform(&self) -> Option<&str> {
        let first_open = || {
            let waits = |standing: &&Standing| {
                let has_more = match self.readiness(standing) {
                    Readiness::Empty => false,
                    Readiness::Approved => self.has_parts_left(standing),
                    Readiness::Ready | Readiness::ToSettle(_) | Readiness::OnHold(_) => true,
                };
                has_more && !self.draft.has_own(&standing.platform)
            };
            self.standings
                .iter()
                .find(waits)
                .or_else(|| self.standings.first())
                .map(|standing| standing.platform.as_str())
        };
        self.draft.tab.as_deref().or_else(first_open)
    }

    /// How the draft stands on one of its platforms.
    pub(super) fn standing(&self, platform: &str) -> Option<&Standing> {
        self.standings
            .iter()
            .find(|standing| standing.platform == platform)
    }

    /// The entry of a platform.
    pub(super) fn platform(&self, id: &str) -> Option<&Platform> {
        self.in_use.opened.platforms.get(id)
    }

    /// The name of a platform, or its id.
    pub(super) fn platform_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.platform(id)
            .map_or(id, |platform| platform.name.as_str())
    }

    /// The open text.
    pub(super) fn text(&self) -> &str {
        self.draft.text(self.draft.tab.as_deref())
    }

    /// The person who speaks, if one is known.
    pub(super) fn person(&self) -> Option<&Person> {
        self.draft.speaker.person(self.library.people())
    }

    /// What a draft is looked at with.
    pub(super) fn review<'a>(&'a self, now: &'a Zoned) -> Review<'a> {
        Review {
            checker: &self.in_use.checker,
            brand: self.in_use.opened.brand(),
            people: self.library.people(),
            recent: &self.recent,
            rules: Rules {
                resting: &self.resting,
                turn: Turn::But(&self.in_use.errands.slow),
            },
            now,
            elapsed: &clock::elapsed,
        }
    }

    /// The approval of exactly this text on this platform by this speaker, if there is one.
    pub(super) fn approval(&self, standing: &Standing) -> Option<&Approval> {
        let speaker = self.draft.speaker.to_string();
        self.approvals.iter().rev().find(|approval| {
            approval.platform() == standing.platform
                && approval.speaker() == speaker
                && approval.binds(&standing.parts())
        })
    }

    /// How a finding was settled on the platforms that it concerns, if it was.
    pub(super) fn settled(
        &self,
        finding: &Finding,
        text: &str,
        platforms: &[&str],
    ) -> Option<&How> {
        let words = finding.words(text);
        let how = |platform: &&str| {
            self.draft
                .settled
                .iter()
                .find(|one| one.covers(&finding.rule, words, platform))
                .map(|one| &one.how)
        };
        let all = platforms.iter().all(|platform| how(platform).is_some());
        if all {
            platforms.first().and_then(how)
        } else {
            None
        }
    }

    /// The findings of a platform that still stand at a level.
    pub(super) fn open_findings<'a>(
        &'a self,
        standing: &'a Standing,
        level: Level,
    ) -> impl Iterator<Item = &'a Finding> {
        let text = self.draft.text(Some(&standing.platform));
        standing
            .report
            .of_level(level)
            .filter(move |finding| self.settled(finding, text, &[&standing.platform]).is_none())
    }

    /// How the draft stands on a platform.
    pub(super) fn readiness(&self, standing: &Standing) -> Readiness {
        if standing.final_text.text.is_empty() {
            return Readiness::Empty;
        }
        if self.approval(standing).is_some() {
            return Readiness::Approved;
        }
        let holds = self.open_findings(standing, Level::Hold).count();
        let checks = self.open_findings(standing, Level::Check).count();
        match (holds, checks) {
            (0, 0) => Readiness::Ready,
            (0, n) => Readiness::ToSettle(n),
            (n, _) => Readiness::OnHold(n),
        }
    }

    /// The platforms that share the open text.
    pub(super) fn sharing(&self) -> Vec<&str> {
        match &self.draft.tab {
            Some(platform) => vec![platform],
            None => self
                .draft
                .platforms
                .iter()
                .map(String::as_str)
                .filter(|id| !self.draft.has_own(id))
                .collect(),
        }
    }

    /// The platforms of a finding of the open text.
    pub(super) fn concerned<'a>(&'a self, finding: &'a Finding) -> Vec<&'a str> {
        if finding.platforms.is_empty() {
            self.sharing()
        } else {
            finding.platforms.iter().map(String::as_str).collect()
        }
    }

    /// The findings of the open text that are shown and stand, strengths first.
    pub(super) fn shown(&self) -> Vec<&Finding> {
        let text = self.text();
        let stands = |finding: &&Finding| {
            self.pace.shows(finding, text)
                && self
                    .settled(finding, text, &self.concerned(finding))
                    .is_none()
        };
        self.report.findings.iter().filter(stands).collect()
    }

    /// The finding whose card is open.
    pub(super) fn open_finding(&self) -> Option<&Finding> {
        let open = self.open.as_ref()?;
        let text = self.text();
        self.shown()
            .into_iter()
            .find(|finding| FindingKey::of(finding, text) == *open)
    }
}
