//! Whether the approvals that are there are the chain that was recorded.
//!
//! Never: is more than it can be. It shows every change by somebody who does not redo the chain from
//! there on and both notes of its end; somebody who does that, or puts all of an earlier day back,
//! is seen only by who has noted the newest approval elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::LoadFault;
use crate::approval::Approval;

/// An approval as it was read.
pub(super) struct Entry {
    pub(super) approval: Approval,
    pub(super) hash: String,
    pub(super) path: PathBuf,
}

/// The newest approval: the hash of its file, and the file, from the data folder on.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Head {
    pub(super) hash: String,
    pub(super) file: String,
    /// Whether the same stands in a second file. The first versions of the program noted it once;
    /// where they did, nobody misses the second until the next approval writes it.
    pub(super) is_twice: bool,
}

/// What follows the file where the newest approval is noted twice.
const TWICE: &str = "  twice";

impl Head {
    /// As a file says it.
    pub(super) fn line(&self) -> String {
        let twice = if self.is_twice { TWICE } else { "" };
        format!("{}  {}{twice}\n", self.hash, self.file)
    }

    /// Read back; none when it was not written so.
    pub(super) fn of_line(text: &str) -> Option<Self> {
        let line = text.trim_end();
        let once = line.strip_suffix(TWICE);
        let (hash, file) = once.unwrap_or(line).split_once("  ")?;
        let head = Self {
            hash: hash.to_owned(),
            file: file.to_owned(),
            is_twice: once.is_some(),
        };
        (!hash.is_empty() && head.line() == text).then_some(head)
    }
}

/// What is wrong between approvals: gaps, a second beginning, two that follow the same one, names
/// that were not given. `place` says the folder of an approval, and its name without the ending.
pub(super) fn breaks(
    entries: &[Entry],
    place: &dyn Fn(&Approval) -> (PathBuf, String),
) -> Vec<LoadFault> {
    let hashes: BTreeSet<&str> = entries.iter().map(|entry| entry.hash.as_str()).collect();
    let mut followed = BTreeSet::new();
    let mut faults = Vec::new();
    for entry in entries {
        let prev = entry.approval.prev();
        let is_first_of_its_kind = followed.insert(prev);
        let reason = if !(prev.is_empty() || hashes.contains(prev)) {
            "the approval before this one is gone or was changed"
        } else if is_first_of_its_kind {
            continue;
        } else if prev.is_empty() {
            "it says that no approval was before it, and another one says so too"
        } else {
            "it follows the same approval as another one does; one of them was put in"
        };
        faults.push(LoadFault::of_file(&entry.path, reason));
    }
    faults.extend(renamed(in_order(entries), place));
    faults
}

/// The approvals in the order of the chain; a part whose beginning is gone stands where its time is.
fn in_order(entries: &[Entry]) -> Vec<&Entry> {
    let mut after: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    let hashes: BTreeSet<&str> = entries.iter().map(|entry| entry.hash.as_str()).collect();
    let mut open = Vec::new();
    for entry in entries {
        let prev = entry.approval.prev();
        if hashes.contains(prev) {
            after.entry(prev).or_default().push(entry);
        } else {
            open.push(entry);
        }
    }
    open.reverse();
    let mut order = Vec::new();
    while let Some(entry) = open.pop() {
        order.push(entry);
        // taken out, so that copies of one file are not gone after twice
        open.extend(after.remove(entry.hash.as_str()).into_iter().flatten());
    }
    order
}

/// The files that do not have the name that was given to them. Two of the same second with the same
/// seal are told apart by a number, in the order of the chain.
fn renamed(
    order: Vec<&Entry>,
    place: &dyn Fn(&Approval) -> (PathBuf, String),
) -> impl Iterator<Item = LoadFault> {
    let mut n_named: BTreeMap<PathBuf, u32> = BTreeMap::new();
    order.into_iter().filter_map(move |entry| {
        let (dir, name) = place(&entry.approval);
        let n = n_named.entry(dir.join(&name)).or_default();
        *n += 1;
        let given = match n {
            1 => dir.join(format!("{name}.ron")),
            n => dir.join(format!("{name}-{n}.ron")),
        };
        let reason = "the file does not have the name that it was given; it was moved or put in";
        (given != entry.path).then(|| LoadFault::of_file(&entry.path, reason))
    })
}

/// The newest approval after the one of a hash: the end of the chain.
pub(super) fn newest<'e>(entries: &'e [Entry], hash: &str) -> Option<&'e Entry> {
    let mut newest = entries.iter().find(|entry| entry.hash == hash)?;
    for _ in entries {
        let follows = |entry: &&Entry| entry.approval.prev() == newest.hash;
        match entries.iter().find(follows) {
            Some(next) => newest = next,
            None => break,
        }
    }
    Some(newest)
}

/// What is wrong with a note of the newest approval, which lies at `path`.
pub(super) fn head_fault(
    head: Option<&Head>,
    (path, data): (&Path, &Path),
    entries: &[Entry],
) -> Option<LoadFault> {
    let Some(head) = head else {
        let reason = "the note of the newest approval is gone";
        return (!entries.is_empty()).then(|| LoadFault::of_file(path, reason));
    };
    let is_it = |entry: &&Entry| {
        let file = entry.path.strip_prefix(data);
        entry.hash == head.hash && file.is_ok_and(|file| file == Path::new(&head.file))
    };
    let Some(noted) = entries.iter().find(is_it) else {
        let reason = format!(
            "the newest approval, {:?}, is gone or was changed",
            head.file
        );
        return Some(LoadFault::of_file(path, reason));
    };
    let is_last = !entries.iter().any(|one| one.approval.prev() == noted.hash);
    let reason = "it notes an approval that is not the newest: the program ended while it recorded \
                  one, or an older note was put back";
    (!is_last).then(|| LoadFault::of_file(path, reason))
}
