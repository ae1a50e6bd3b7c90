//! What the store does in the background, and what comes of it.
//!
//! Never: holds the window up.

use std::path::PathBuf;

use super::action::Event;
use super::effect::told;
use crate::approval::{SecondAnswer, SecondAsk};
use crate::draft::{Learning, Version};
use crate::guideline::Suggestion;
use crate::store::{
    Home, Library, StoreFault, answer_second, ask_second, keep_version, note_learning,
    note_suggestion, put_away, versions,
};

/// What the store is asked to do.
#[derive(Clone, Debug)]
pub(super) enum Background {
    /// Ask a second person, in the folder of the team or one's own.
    AskSecond(Option<PathBuf>, Box<SecondAsk>),
    /// Answer what somebody asks, in the folder it lies in.
    AnswerSecond(PathBuf, Box<SecondAnswer>),
    /// Write down what was learned from an experiment.
    Learn(Box<Learning>),
    /// Keep a version of a draft.
    KeepVersion(Box<Version>),
    /// Read the earlier versions of the draft with this id.
    ReadVersions(String),
    /// Keep the last good text of all guidelines over a restart.
    KeepGood(Box<Library>),
    /// Compare a set of the library with its other version in this file.
    Compare(Box<Library>, PathBuf),
    /// Keep a proposal to change a guideline, in the team's folder or one's own.
    Suggest(Option<PathBuf>, Box<Suggestion>),
    /// Put the file of another version of a set away.
    PutAway(PathBuf),
}

impl Background {
    /// Does it; what comes back is told.
    pub(super) fn done(self, home: &Home) -> Option<Event> {
        match self {
            Self::AskSecond(folder, ask) => {
                let folder = folder.unwrap_or_else(|| home.data.clone());
                Some(second(ask_second(home, &folder, &ask)))
            }
            Self::AnswerSecond(folder, answer) => {
                Some(second(answer_second(home, &folder, &answer)))
            }
            Self::Learn(learning) => Some(learn(home, &learning)),
            Self::KeepVersion(version) => {
                let fault = keep_version(home, &version).err()?;
                log::warn!("no version is kept: {fault}");
                None
            }
            Self::ReadVersions(id) => {
                let read = versions(home, &id);
                Some(Event::Versions(id, read))
            }
            Self::KeepGood(library) => {
                if let Err(error) = library.keep_good(home) {
                    log::warn!("the guidelines are not kept for a day without them: {error}");
                }
                None
            }
            Self::Compare(library, path) => {
                let compared = library.compare(&path).map(Box::new);
                Some(Event::Compared(compared))
            }
            Self::Suggest(folder, suggestion) => {
                match note_suggestion(home, folder.as_deref(), &suggestion) {
                    Ok(path) => Some(Event::Suggestion(path)),
                    Err(fault) => Some(told("The suggestion is not kept.", &fault)),
                }
            }
            Self::PutAway(path) => Some(match put_away(home, &path) {
                Ok(to) => Event::PutAway(to),
                Err(fault) => told("It was not put away.", &fault),
            }),
        }
    }
}

/// What came of asking or answering; the folder is read again, because some give no hints.
fn second(written: Result<PathBuf, StoreFault>) -> Event {
    match written {
        Ok(_) => Event::FilesChanged,
        Err(fault) => told("The second approver does not hear of it.", &fault),
    }
}

fn learn(home: &Home, learning: &Learning) -> Event {
    let id = learning.experiment.id.clone();
    match note_learning(home, learning) {
        Ok(path) => {
            let file = path.strip_prefix(&home.data).unwrap_or(&path);
            Event::Learned(id, file.display().to_string())
        }
        Err(fault) => Event::NotLearned(id, fault.to_string()),
    }
}
