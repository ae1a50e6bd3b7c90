//! What can go wrong with files, in words a person can act on.
//!
//! Never: handles a fault; it is shown once by whoever asked.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::guideline::{ExtendFault, Fault, Place};

/// Something a person should be told once.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Notice {
    /// A few words.
    pub title: String,
    /// What happened, and what that means.
    pub detail: String,
    /// The file to look at.
    pub path: Option<PathBuf>,
}

/// Why the folders of the program cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum HomeFault {
    /// The system names no home folder.
    #[error("there is no home folder; set POSTWRIGHT_HOME to a folder of your choice")]
    NoHome,
    /// A folder cannot be made.
    #[error("can't make a folder: {}, at {path:?}", words(source))]
    Folder {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// Why a file could not be read as text.
#[derive(Debug, thiserror::Error)]
pub enum ReadFault {
    /// The system refuses.
    #[error("can't be read: {}", words(.0))]
    Io(io::Error),
    /// A folder, a device or a pipe.
    #[error("is a folder, or no ordinary file")]
    NotAFile,
    /// Too large to be what it should be.
    #[error("is larger than {} MiB", .most / 1024 / 1024)]
    TooLarge {
        /// How many bytes are read at most.
        most: u64,
    },
    /// Not text in UTF-8.
    #[error("is not UTF-8: byte {at} (on {place}) fits no character; save it as UTF-8")]
    NotUtf8 {
        /// How many bytes before it are fine.
        at: usize,
        /// The place of it.
        place: Place,
    },
    /// Text in UTF-16, as some editors save it.
    #[error("is UTF-16; save it as UTF-8")]
    Utf16,
}

/// One thing that keeps a file, or an entry of it, from being used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LoadFault {
    /// The file.
    pub path: PathBuf,
    /// Where in it, and what; line 0 for the file as a whole.
    pub fault: Fault,
}

impl LoadFault {
    /// A fault of a file as a whole.
    pub fn of_file(path: impl Into<PathBuf>, reason: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            fault: Fault::new(Place::default(), reason),
        }
    }
}

impl fmt::Display for LoadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fault.place.line > 0 {
            write!(f, "{}: ", self.fault.place)?;
        }
        write!(
            f,
            "{}, in {:?}",
            self.fault.reason,
            self.path.to_string_lossy()
        )
    }
}

impl std::error::Error for LoadFault {}

/// Why something could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    /// The system refuses to write.
    #[error("can't save: {}, at {path:?}", words(source))]
    Write {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file that was to be changed cannot be read.
    #[error("can't save, because the file {source}, at {path:?}")]
    Read {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: ReadFault,
    },
    /// A file that was to be changed does not parse, so nothing in it is touched.
    #[error("can't save, because the file has a fault; {0}")]
    Broken(LoadFault),
    /// A newer version of the program wrote the file; this one would lose what it does not know.
    #[error("can't save: a newer version of Postwright wrote this file, {path:?}")]
    Newer {
        /// Which one.
        path: PathBuf,
    },
    /// The file could not be read when it was wanted, so what a change would write over is not known.
    #[error(
        "can't save: the file could not be read at the start; start Postwright again, {path:?}"
    )]
    Unread {
        /// Which one.
        path: PathBuf,
    },
    /// Somebody else changed the file after it was loaded.
    #[error("can't save: the file was changed by somebody else in the meantime, {path:?}")]
    Changed {
        /// Which one.
        path: PathBuf,
    },
    /// The change would not read back as it was meant, so it was not made.
    #[error("can't save: the file would not read back as intended, {path:?}")]
    Unfit {
        /// Which one.
        path: PathBuf,
    },
    /// A file that was to be new is there already.
    #[error("can't save: a file is there already, {path:?}")]
    Taken {
        /// Which one.
        path: PathBuf,
    },
    /// Somebody without an id or a name cannot be told from others.
    #[error("can't save somebody without an id and a name")]
    Nameless,
    /// Somebody who is to go is in another file, of a team.
    #[error("{id:?} is not in your own file, {path:?}; change the team's file instead")]
    NotHere {
        /// Who.
        id: String,
        /// Your own file.
        path: PathBuf,
    },
    /// Another window or command holds the file.
    #[error("can't save: another Postwright is busy with it, {path:?}")]
    Busy {
        /// Which one.
        path: PathBuf,
    },
    /// The system gives no thread.
    #[error("can't start to watch or save in the background: {0}")]
    Thread(io::Error),
}

/// Why a guideline set could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// No name was given.
    #[error("no guideline set was named")]
    NoName,
    /// There is no such set.
    #[error("there is no set {name:?}; {}", hint(.nearest.as_deref(), .known))]
    Unknown {
        /// As it was typed.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
        /// What there is.
        known: Vec<String>,
    },
    /// The file cannot be read.
    #[error("the guideline file {source}, at {path:?}")]
    Read {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: ReadFault,
    },
    /// The file does not parse.
    #[error("{0}")]
    Broken(LoadFault),
    /// It builds on what is not there, or on itself.
    #[error("{0}")]
    Extend(#[from] ExtendFault),
}

fn hint(nearest: Option<&str>, known: &[String]) -> String {
    match nearest {
        Some(id) => format!("did you mean {id:?}?"),
        None => format!("there is {}", known.join(", ")),
    }
}

/// Why a text could not be taken in.
#[derive(Debug, thiserror::Error)]
pub enum InputFault {
    /// Standard input.
    #[error("standard input {0}")]
    Stdin(ReadFault),
    /// A file.
    #[error("the file {source}, at {path:?}")]
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: ReadFault,
    },
}

/// What the system said, in a person's words where there are some.
pub(super) fn words(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let known = [
        (Kind::NotFound, "there is nothing there"),
        (Kind::PermissionDenied, "you may not use it"),
        (Kind::StorageFull, "the disk is full"),
        (Kind::QuotaExceeded, "the disk is full"),
        (Kind::ReadOnlyFilesystem, "the disk is read-only"),
        (
            Kind::NotADirectory,
            "a file stands where a folder should be",
        ),
        (
            Kind::AlreadyExists,
            "something of that name is there already",
        ),
    ];
    if let Some((_, words)) = known.iter().find(|(kind, _)| *kind == error.kind()) {
        return (*words).to_owned();
    }
    // what lies inside, because the outer one says the path, and so does whoever asks
    let inner = error.get_ref().and_then(std::error::Error::source);
    inner.map_or_else(|| error.to_string(), ToString::to_string)
}
