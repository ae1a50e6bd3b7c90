//! A set that is open and ready to check texts.
//!
//! Never: opens a file or prints; the same text gives the same report wherever it is asked for.

use std::path::PathBuf;

use jiff::Zoned;

use super::fault::CliFault;
use super::offsets::as_it_came;
use super::session::{Session, platform};
use super::streams::Streams;
use crate::check::{Checker, Post, Report, compile};
use crate::draft::{FinalText, Speaker};
use crate::guideline::{Fault, Intent};
use crate::platform::Platform;
use crate::signature::Signature;
use crate::store::{LoadFault, Opened, Shelved};

/// An open set and its rules at work.
pub(super) struct Guidance<'s> {
    session: &'s Session,
    /// The set.
    pub(super) opened: Opened,
    checker: Checker,
    /// What of it is set aside.
    pub(super) faults: Vec<LoadFault>,
}

/// A text, and all that guidance depends on.
pub(super) struct Question<'a> {
    /// The text as it came in.
    pub(super) text: &'a str,
    /// Where it goes.
    pub(super) platforms: &'a [&'a Platform],
    /// Who speaks.
    pub(super) speaker: &'a Speaker,
    /// What it is for.
    pub(super) intent: Option<Intent>,
    /// What the other person said.
    pub(super) replying_to: Option<&'a str>,
    /// For when it is looked at.
    pub(super) now: &'a Zoned,
}

impl<'s> Guidance<'s> {
    /// Opens the sets of these names and gets their rules ready.
    pub(super) fn open(session: &'s Session, names: &[String]) -> Result<Self, CliFault> {
        let opened = session.open(names)?;
        let (checker, set_aside) = compile(&opened.active);
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
            faults,
        })
    }

    /// Says what is set aside, and what else of the files in use cannot be read, one sentence each.
    pub(super) fn say_faults(&self, io: &mut Streams<'_>) {
        let of_files = self.session.faults(&self.opened.active.family);
        let more = of_files.iter().filter(|fault| !self.faults.contains(fault));
        for fault in self.faults.iter().chain(more) {
            match &fault.fault.rule {
                Some(rule) => io.say(format_args!("the rule {rule:?} is set aside: {fault}")),
                None => io.say(fault),
            }
        }
    }

    /// The platforms of these ids, each once.
    pub(super) fn platforms(&self, ids: &[String]) -> Result<Vec<&Platform>, CliFault> {
        let mut platforms: Vec<&Platform> = Vec::new();
        for id in ids {
            let found = platform(id, &self.opened.platforms)?;
            if platforms.iter().all(|other| other.id != found.id) {
                platforms.push(found);
            }
        }
        Ok(platforms)
    }

    /// The text as it goes out on `platform`, signed unless it carries its signature already.
    pub(super) fn final_text(
        &self,
        text: &str,
        speaker: &Speaker,
        platform: &Platform,
    ) -> FinalText {
        FinalText::new(text, &self.signature(speaker, platform))
    }

    /// Checks a text on all its platforms.
    pub(super) fn report(&self, question: &Question<'_>) -> Report {
        let text = question.text;
        let on = |platform: &&Platform| {
            let signature = self.signature(question.speaker, platform);
            let final_text = FinalText::new(text, &signature);
            let count = final_text.count(platform);
            let post = Post {
                text: unsigned(text, &signature),
                platform,
                count: &as_it_came(text, &final_text.text, count),
                speaker: question.speaker.kind(),
                intent: question.intent,
                replying_to: question.replying_to,
                now: question.now,
            };
            (platform.id.clone(), self.checker.check(&post, &|| false))
        };
        Report::merged(question.platforms.iter().map(on).collect())
    }

    fn signature(&self, speaker: &Speaker, platform: &Platform) -> Signature {
        self.session.signature(speaker, platform, &self.opened)
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

/// The text without the signature that it may carry already.
fn unsigned<'t>(text: &'t str, signature: &Signature) -> &'t str {
    FinalText::without_signature(text.trim_end(), &signature.text).unwrap_or(text)
}
