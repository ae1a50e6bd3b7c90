//! A draft's folder read back: the newest state of checkpoint and journal.
//!
//! Never: throws bytes away; what cannot be used goes into the quarantine.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::frame::{self, Replayed, checksum, replay};
use crate::draft::Draft;
use crate::store::atomic::{atomic_create, free_name, set_aside, write_whole};
use crate::store::fault::words;
use crate::store::fs::{Fs, Held, is_nothing};
use crate::store::reading::read_bytes;
use crate::store::{Notice, ReadFault};

/// How large a file with a draft may be, in bytes; what is typed is far smaller.
const MOST: u64 = 1 << 30;

/// The file of frames in a draft's folder.
pub(super) const JOURNAL: &str = "journal";
/// The whole draft, now and then.
pub(super) const CHECKPOINT: &str = "checkpoint.ron";
/// Held by the window that writes the draft.
const LOCK: &str = "lock";
/// What a checkpoint starts with, before the checksum of the rest.
const SEAL: &str = "// a draft of Postwright, as of its checkpoint; sum ";

/// The content of a checkpoint.
#[derive(Debug, Deserialize, Serialize)]
struct Checkpoint {
    format: u32,
    seq: u64,
    draft: Draft,
}

/// What a folder gave back.
#[derive(Debug, Default)]
pub(super) struct Recovered {
    /// The newest state, with its number.
    pub(super) state: Option<(u64, Draft)>,
    /// What a person should know.
    pub(super) notices: Vec<Notice>,
}

/// Reads a draft's folder, and mends it unless another window is writing it.
pub(super) fn recover(fs: &dyn Fs, dir: &Path, quarantine: &Path) -> Recovered {
    let lock = try_lock(fs, dir);
    let may_mend = matches!(lock, Ok(Some(_)));
    let mut notices = Vec::new();
    let path = dir.join(CHECKPOINT);
    let checkpoint = match read_checkpoint(fs, &path) {
        Ok(checkpoint) => checkpoint,
        Err(CheckpointFault::Unread(error)) => {
            notices.push(unreadable(&path, &error));
            None
        }
        Err(CheckpointFault::Unsound) => {
            notices.extend(may_mend.then(|| aside(fs, &path, quarantine)));
            None
        }
    };
    let journal = read_journal(fs, dir).unwrap_or_else(|error| {
        notices.push(unreadable(&dir.join(JOURNAL), &error));
        None
    });
    let is_empty = journal.as_ref().is_some_and(Vec::is_empty);
    let bytes = journal.unwrap_or_default();
    let mut found = replay(checkpoint, &bytes);
    if let Some((_, draft)) = &mut found.state {
        draft.id = name_of(dir);
    }
    // a journal begins with a whole draft, always
    found.is_damaged |= is_empty || found.end == 0 && !bytes.is_empty();
    if may_mend && (found.is_damaged || found.end < bytes.len()) {
        notices.push(mend(fs, dir, quarantine, (&bytes, &found)));
    }
    Recovered {
        state: found.state,
        notices,
    }
}

/// The newest state of a folder, without mending anything.
pub(super) fn peek(fs: &dyn Fs, dir: &Path) -> io::Result<Option<(u64, Draft)>> {
    let checkpoint = match read_checkpoint(fs, &dir.join(CHECKPOINT)) {
        Err(CheckpointFault::Unread(error)) => return Err(error),
        Err(CheckpointFault::Unsound) => None,
        Ok(checkpoint) => checkpoint,
    };
    let journal = read_journal(fs, dir)?;
    Ok(replay(checkpoint, &journal.unwrap_or_default()).state)
}

/// The bytes of a journal; none when there is no such file yet.
fn read_journal(fs: &dyn Fs, dir: &Path) -> io::Result<Option<Vec<u8>>> {
    match read_all(fs, &dir.join(JOURNAL)) {
        Err(error) if is_nothing(&error) => Ok(None),
        result => result.map(Some),
    }
}

/// All bytes of an ordinary file.
fn read_all(fs: &dyn Fs, path: &Path) -> io::Result<Vec<u8>> {
    read_bytes(fs, path, MOST).map_err(|fault| match fault {
        ReadFault::Io(error) => error,
        ReadFault::NotAFile
        | ReadFault::TooLarge { .. }
        | ReadFault::NotUtf8 { .. }
        | ReadFault::Utf16 => io::Error::other(fault.to_string()),
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Notice {
    Notice {
        title: "A draft can't be read".to_owned(),
        detail: words(error),
        path: Some(path.to_owned()),
    }
}

/// Takes the lock of a draft's folder: none when another window holds it.
pub(super) fn try_lock(fs: &dyn Fs, dir: &Path) -> io::Result<Option<Box<dyn Held>>> {
    fs.lock(&dir.join(LOCK))
}

/// Writes a checkpoint as a whole.
pub(super) fn write_checkpoint(fs: &dyn Fs, dir: &Path, seq: u64, draft: &Draft) -> io::Result<()> {
    let checkpoint = Checkpoint {
        format: 1,
        seq,
        draft: draft.clone(),
    };
    let style = ron::ser::PrettyConfig::new().new_line("\n");
    let body = ron::ser::to_string_pretty(&checkpoint, style).map_err(io::Error::other)?;
    let text = format!("{SEAL}{}\n{body}\n", sum_of(&body));
    write_whole(fs, &dir.join(CHECKPOINT), text.as_bytes())
}

/// Why a checkpoint gives no state.
enum CheckpointFault {
    /// It could not be read; the next time it may be.
    Unread(io::Error),
    /// It is there but cannot be trusted.
    Unsound,
}

fn read_checkpoint(fs: &dyn Fs, path: &Path) -> Result<Option<(u64, Draft)>, CheckpointFault> {
    let bytes = match read_all(fs, path) {
        Ok(bytes) => bytes,
        Err(error) if is_nothing(&error) => return Ok(None),
        Err(error) => return Err(CheckpointFault::Unread(error)),
    };
    let read = || {
        let text = std::str::from_utf8(&bytes).ok()?;
        let (first, body) = text.split_once('\n')?;
        let body = body.strip_suffix('\n')?;
        (first.strip_prefix(SEAL)? == sum_of(body)).then_some(())?;
        let checkpoint: Checkpoint = ron::from_str(body).ok()?;
        Some((checkpoint.seq, checkpoint.draft))
    };
    read().map(Some).ok_or(CheckpointFault::Unsound)
}

fn sum_of(body: &str) -> String {
    format!("{:016x}", u64::from_be_bytes(checksum(body.as_bytes())))
}

/// Cuts off what is torn, or writes a damaged journal anew, after a copy has gone into the
/// quarantine.
fn mend(fs: &dyn Fs, dir: &Path, quarantine: &Path, (bytes, found): (&[u8], &Replayed)) -> Notice {
    let path = dir.join(JOURNAL);
    let torn = bytes.get(found.end..).unwrap_or_default();
    let rest = if found.is_damaged { bytes } else { torn };
    let name = dir.join(format!("{}-{JOURNAL}", name_of(dir)));
    let copied =
        free_name(fs, &name, quarantine).and_then(|to| atomic_create(fs, &to, rest).map(|()| to));
    let kept = match &copied {
        Ok(_) => {
            if let Err(error) = mended(fs, &path, (bytes, found)) {
                log::warn!("a journal could not be mended: {error}");
            }
            "a copy of the damaged file is kept"
        }
        Err(error) => {
            log::warn!("a damaged journal stays as it is: {error}");
            "the damaged file could not be copied"
        }
    };
    let title = if found.is_damaged {
        "A draft was damaged on the disk"
    } else {
        "The last change of a draft was cut off on the disk"
    };
    let said = match &found.state {
        Some((_, draft)) => format!("{:?} is back as far as it could be read", draft.title()),
        None => "Nothing of it could be read".to_owned(),
    };
    Notice {
        title: title.to_owned(),
        detail: format!("{said}; {kept}"),
        path: copied.ok().or(Some(path)),
    }
}

/// Writes a journal as far as it could be read.
fn mended(fs: &dyn Fs, path: &Path, (bytes, found): (&[u8], &Replayed)) -> io::Result<()> {
    match &found.state {
        Some((seq, draft)) if found.is_damaged => {
            frame::full(*seq, draft).map_or(Ok(()), |frame| write_whole(fs, path, &frame))
        }
        // the copy is all that is left of it
        None => fs.remove_file(path),
        Some(_) => write_whole(fs, path, bytes.get(..found.end).unwrap_or_default()),
    }
}

fn aside(fs: &dyn Fs, path: &Path, quarantine: &Path) -> Notice {
    let moved = set_aside(fs, path, quarantine);
    if let Err(error) = &moved {
        log::warn!("a damaged checkpoint stays where it is: {error}");
    }
    Notice {
        title: "A checkpoint of a draft was damaged on the disk".to_owned(),
        detail: "The draft is back as far as its journal goes; the damaged file is kept".to_owned(),
        path: moved.ok().or_else(|| Some(path.to_owned())),
    }
}

fn name_of(dir: &Path) -> String {
    dir.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
