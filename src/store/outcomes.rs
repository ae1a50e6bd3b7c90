//! What came of posts: one small file for each, beside the approvals.
//!
//! Never: touches an approval's own file, or loses a field that it does not know.

use std::path::{Path, PathBuf};

use super::atomic::{make_private_dir, write_over};
use super::edit::{fields_of, pretty, set_fields};
use super::fs::Fs;
use super::library::ron_files;
use super::reading::{is_missing, read_text};
use super::shelf::{MOST, unreadable};
use super::{Home, LoadFault, StoreFault};
use crate::approval::{OUTCOME_FORMAT, Outcome, Outcomes};
use crate::guideline::from_ron;

/// How large a table may be.
const MOST_OF_TABLE: u64 = 64 * 1024 * 1024;

/// What came of every post, and the files that cannot be read.
pub fn outcomes(home: &Home) -> (Outcomes, Vec<LoadFault>) {
    let mut faults = Vec::new();
    let files = ron_files(home.fs(), &home.outcomes()).unwrap_or_else(|fault| {
        faults.push(fault);
        Vec::new()
    });
    let mut out = Outcomes::new();
    for path in files {
        match read(home.fs(), &path) {
            Ok(outcome) => {
                out.insert(outcome.seal.clone(), outcome);
            }
            Err(fault) => faults.push(fault),
        }
    }
    (out, faults)
}

/// Keeps what came of a post; of a file that is there already the other fields stay.
pub fn put_outcome(home: &Home, outcome: &Outcome) -> Result<PathBuf, StoreFault> {
    let dir = home.outcomes();
    let path = dir.join(format!("{}.ron", outcome.seal));
    let unfit = || StoreFault::Unfit { path: path.clone() };
    if !outcome.has_seal() {
        return Err(unfit());
    }
    let write = |source| StoreFault::Write {
        path: dir.clone(),
        source,
    };
    make_private_dir(home.fs(), &dir).map_err(write)?;
    let text = match read_text(home.fs(), &path, MOST) {
        Ok(source) => {
            let was = parsed(&path, &source).map_err(StoreFault::Broken)?;
            if was.format > OUTCOME_FORMAT {
                return Err(StoreFault::Newer { path });
            }
            let fields = fields_of(outcome).ok_or_else(unfit)?;
            set_fields(&source, &fields).ok_or_else(unfit)?
        }
        Err(fault) if is_missing(&fault) => pretty(outcome).ok_or_else(unfit)? + "\n",
        Err(source) => return Err(StoreFault::Read { path, source }),
    };
    let is_same = from_ron::<Outcome>(&text).is_ok_and(|read| read == *outcome);
    if !is_same {
        return Err(unfit());
    }
    write_over(home.fs(), &path, text.as_bytes())?;
    Ok(path)
}

/// Reads a table that somebody chose, of at most 64 MiB.
pub fn read_table(home: &Home, path: &Path) -> Result<String, LoadFault> {
    read_text(home.fs(), path, MOST_OF_TABLE).map_err(|fault| unreadable(path, &fault))
}

fn read(fs: &dyn Fs, path: &Path) -> Result<Outcome, LoadFault> {
    let text = read_text(fs, path, MOST).map_err(|fault| unreadable(path, &fault))?;
    let outcome = parsed(path, &text)?;
    let is_named = path
        .file_stem()
        .is_some_and(|stem| stem == outcome.seal.as_str());
    if !(is_named && outcome.has_seal()) {
        let reason = "the file's name is not the seal that it says; make them the same";
        return Err(LoadFault::of_file(path, reason));
    }
    Ok(outcome)
}

fn parsed(path: &Path, text: &str) -> Result<Outcome, LoadFault> {
    from_ron(text).map_err(|fault| LoadFault {
        path: path.to_owned(),
        fault,
    })
}
