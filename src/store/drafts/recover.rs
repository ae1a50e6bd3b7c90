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
    let checkpoint = read_checkpoint(fs, &dir.join(CHECKPOINT));
    if checkpoint.is_err() && may_mend {
        notices.push(aside(fs, &dir.join(CHECKPOINT), quarantine));
    }
    let bytes = read_journal(fs, dir).unwrap_or_else(|error| {
        notices.push(unreadable(dir, &error));
        Vec::new()
    });
    let mut found = replay(checkpoint.unwrap_or_default(), &bytes);
    if let Some((_, draft)) = &mut found.state {
        draft.id = name_of(dir);
    }
    if may_mend && (found.is_damaged || found.end < bytes.len()) {
        notices.extend(mend(fs, dir, quarantine, (&bytes, &found)));
    }
    Recovered {
        state: found.state,
        notices,
    }
}

/// The newest state of a folder, without mending anything.
pub(super) fn peek(fs: &dyn Fs, dir: &Path) -> io::Result<Option<(u64, Draft)>> {
    let checkpoint = read_checkpoint(fs, &dir.join(CHECKPOINT)).unwrap_or_default();
    Ok(replay(checkpoint, &read_journal(fs, dir)?).state)
}

/// The bytes of a journal; none when there is no such file yet.
fn read_journal(fs: &dyn Fs, dir: &Path) -> io::Result<Vec<u8>> {
    match read_all(fs, &dir.join(JOURNAL)) {
        Err(error) if is_nothing(&error) => Ok(Vec::new()),
        result => result,
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

fn unreadable(dir: &Path, error: &io::Error) -> Notice {
    Notice {
        title: "A draft can't be read".to_owned(),
        detail: words(error),
        path: Some(dir.join(JOURNAL)),
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

/// A checkpoint that is there but cannot be trusted.
struct Unsound;

fn read_checkpoint(fs: &dyn Fs, path: &Path) -> Result<Option<(u64, Draft)>, Unsound> {
    let bytes = match read_all(fs, path) {
        Ok(bytes) => bytes,
        Err(error) if is_nothing(&error) => return Ok(None),
        Err(_) => return Err(Unsound),
    };
    let read = || {
        let text = std::str::from_utf8(&bytes).ok()?;
        let (first, body) = text.split_once('\n')?;
        let body = body.strip_suffix('\n')?;
        (first.strip_prefix(SEAL)? == sum_of(body)).then_some(())?;
        let checkpoint: Checkpoint = ron::from_str(body).ok()?;
        Some((checkpoint.seq, checkpoint.draft))
    };
    read().map(Some).ok_or(Unsound)
}

fn sum_of(body: &str) -> String {
    format!("{:016x}", u64::from_be_bytes(checksum(body.as_bytes())))
}

/// Cuts off what is torn, or writes a damaged journal anew, after a copy has gone into the
/// quarantine. A torn end is what any crash leaves, so it is no news; damage is.
fn mend(
    fs: &dyn Fs,
    dir: &Path,
    quarantine: &Path,
    (bytes, found): (&[u8], &Replayed),
) -> Option<Notice> {
    let path = dir.join(JOURNAL);
    let torn = bytes.get(found.end..).unwrap_or_default();
    let rest = if found.is_damaged { bytes } else { torn };
    let name = dir.join(format!("{}-{JOURNAL}", name_of(dir)));
    let copied =
        free_name(fs, &name, quarantine).and_then(|to| atomic_create(fs, &to, rest).map(|()| to));
    let copy = match copied {
        Ok(copy) => copy,
        Err(error) => {
            log::warn!("a damaged journal stays as it is: {error}");
            return None;
        }
    };
    let mended = match &found.state {
        Some((seq, draft)) if found.is_damaged => {
            frame::full(*seq, draft).map_or(Ok(()), |frame| write_whole(fs, &path, &frame))
        }
        _ => write_whole(fs, &path, bytes.get(..found.end).unwrap_or_default()),
    };
    if let Err(error) = mended {
        log::warn!("a journal could not be mended: {error}");
    }
    found.is_damaged.then(|| Notice {
        title: "A draft was damaged on the disk".to_owned(),
        detail: format!(
            "{:?} is back as far as it could be read; a copy of the damaged file is kept",
            found.state.as_ref().map_or("", |(_, draft)| draft.title())
        ),
        path: Some(copy),
    })
}

fn aside(fs: &dyn Fs, path: &Path, quarantine: &Path) -> Notice {
    let moved = set_aside(fs, path, quarantine);
    if let Err(error) = &moved {
        log::warn!("a damaged checkpoint stays where it is: {error}");
    }
    Notice {
        title: "A checkpoint of a draft was damaged on the disk".to_owned(),
        detail: "The draft is back from its journal; the damaged file was set aside".to_owned(),
        path: moved.ok().or_else(|| Some(path.to_owned())),
    }
}

fn name_of(dir: &Path) -> String {
    dir.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
