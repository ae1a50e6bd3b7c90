//! Why a command did not do what it was asked to, in one sentence each, and its exit code.
//!
//! Never: says more than one sentence, or says it on standard output.

use std::io;
use std::path::PathBuf;

use super::streams::Streams;
use crate::approval::Refusal;
use crate::guideline::{ActiveSet, Person};
use crate::platform::Platforms;
use crate::store::{HomeFault, InputFault, LoadFault, OpenFault, StoreFault};

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliFault {
    /// The folders of the program cannot be used.
    #[error(transparent)]
    Home(#[from] HomeFault),
    /// The text could not be taken in.
    #[error(transparent)]
    Input(#[from] InputFault),
    /// A guideline set could not be opened.
    #[error(transparent)]
    Open(#[from] OpenFault),
    /// The file of a set does not parse.
    #[error("{0}")]
    Broken(LoadFault),
    /// There is no such platform.
    #[error("there is no platform {id:?}; {hint}")]
    Platform {
        /// As it was typed.
        id: String,
        /// What was probably meant, or what there is.
        hint: String,
    },
    /// There is no such person.
    #[error("there is no person {id:?} in people.ron; {hint}")]
    Person {
        /// As it was typed.
        id: String,
        /// Who was probably meant, or who is there.
        hint: String,
    },
    /// The second approver is the speaker.
    #[error("the second approver is to be somebody else than {id:?}, who speaks")]
    SecondSpeaks {
        /// The person.
        id: String,
    },
    /// The set asks for a second approver.
    #[error("the set asks for a second approver {on}; name one with --second PERSON")]
    SecondWanted {
        /// On what.
        on: String,
    },
    /// A judgement names a rule that is not there.
    #[error("there is no rule {rule:?} to judge; {hint}")]
    Rule {
        /// As it was typed.
        rule: String,
        /// What was probably meant.
        hint: String,
    },
    /// The text was not approved.
    #[error("{refusal}{hint}")]
    Refused {
        /// Why.
        refusal: Refusal,
        /// What to do about it, where the refusal does not say it.
        hint: String,
    },
    /// The approval could not be recorded, so nothing was approved.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// A folder cannot be read, or holds nothing that is asked for.
    #[error("{0}")]
    Folder(LoadFault),
    /// A file would be written over.
    #[error("there is a file already at {path:?}; --force writes over it")]
    Taken {
        /// Which one.
        path: PathBuf,
    },
    /// Standard input or a file stopped in the middle.
    #[error("the lines could not be read to the end: {}", words(.0))]
    Lines(io::Error),
    /// What was written could not be taken.
    #[error("standard output could not be written: {}", words(.0))]
    Output(#[from] io::Error),
}

impl CliFault {
    /// A platform that is not there.
    pub(super) fn platform(id: &str, platforms: &Platforms) -> Self {
        let hint = hint(platforms.nearest(id), &platforms.ids());
        let id = id.to_owned();
        Self::Platform { id, hint }
    }

    /// A person who is not there.
    pub(super) fn person(id: &str, people: &[Person]) -> Self {
        let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
        let hint = hint(nearest(id, &ids), &ids);
        let id = id.to_owned();
        Self::Person { id, hint }
    }

    /// A rule that is not there.
    pub(super) fn rule(rule: &str, set: &ActiveSet) -> Self {
        let ids: Vec<&str> = set.rules.iter().map(|one| one.rule.id.as_str()).collect();
        let hint = nearest(rule, &ids).map_or_else(
            || format!("`postwright guidelines show {}` lists them", set.head.id),
            |id| format!("did you mean {id:?}?"),
        );
        let rule = rule.to_owned();
        Self::Rule { rule, hint }
    }

    /// A refusal; a Hold that may be reasoned says how.
    pub(super) fn refused(refusal: Refusal, may_be_reasoned: bool) -> Self {
        let hint = match &refusal {
            Refusal::Held { rule, .. } if may_be_reasoned => {
                format!("; answer with --judgement {rule}=REASON")
            }
            Refusal::NotPaused { .. } => "; say so with --pause-answered when it is".to_owned(),
            Refusal::Held { .. } | Refusal::Blank | Refusal::Unsettled { .. } => String::new(),
        };
        Self::Refused { refusal, hint }
    }

    /// 1 when something stands, 2 when the input or the call was unusable.
    const fn code(&self) -> u8 {
        match self {
            Self::SecondWanted { .. } => 1,
            Self::Refused { refusal, .. } => match refusal {
                Refusal::Blank => 2,
                Refusal::Held { .. } | Refusal::Unsettled { .. } | Refusal::NotPaused { .. } => 1,
            },
            Self::Home(_)
            | Self::Input(_)
            | Self::Open(_)
            | Self::Broken(_)
            | Self::Platform { .. }
            | Self::Person { .. }
            | Self::SecondSpeaks { .. }
            | Self::Rule { .. }
            | Self::Store(_)
            | Self::Folder(_)
            | Self::Taken { .. }
            | Self::Lines(_)
            | Self::Output(_) => 2,
        }
    }
}

/// Says the fault, if there is one, and returns the exit code.
pub(super) fn exit_code(done: Result<u8, CliFault>, io: &mut Streams<'_>) -> u8 {
    let done = done.and_then(|code| {
        io.out.flush()?;
        Ok(code)
    });
    match done {
        Ok(code) => code,
        // whoever read the output has seen enough
        Err(CliFault::Output(gone)) if gone.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(fault) => {
            io.say(&fault);
            fault.code()
        }
    }
}

/// What was probably meant, or what there is.
fn hint(nearest: Option<&str>, known: &[&str]) -> String {
    match nearest {
        Some(id) => format!("did you mean {id:?}?"),
        None if known.is_empty() => "nobody is there yet".to_owned(),
        None => format!("there is {}", known.join(", ")),
    }
}

/// The nearest of some ids, if it is near.
fn nearest<'a>(id: &str, known: &[&'a str]) -> Option<&'a str> {
    let far = |other: &str| strsim::damerau_levenshtein(id, other);
    known
        .iter()
        .map(|other| (far(other), *other))
        .filter(|(n, _)| *n <= 2)
        .min()
        .map(|(_, other)| other)
}

/// What the system said, without its number.
fn words(said: &io::Error) -> String {
    let said = said.to_string();
    said.split(" (os ").next().unwrap_or_default().to_owned()
}
