//! Texts that wait for a second person: `requests/` in the team's folder, one file for each, and one
//! beside it for each answer.
//!
//! Never: changes a file; whoever asks or answers writes one of their own.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::atomic::create_shared;
use super::edit::spacious;
use super::fs::Fs;
use super::library::ron_files;
use super::reading::read_text;
use super::shelf::{MOST, unreadable};
use super::{Home, LoadFault, StoreFault};
use crate::approval::{Asked, SecondAnswer, SecondAsk};
use crate::guideline::from_ron;

/// The folder in a team's folder, or in the data folder of whoever works alone.
pub(super) const REQUESTS: &str = "requests";
/// Between what was asked and who answered, in the name of an answer's file.
const BY: char = '~';
/// The newest format of these files that this version reads.
const FORMAT: u32 = 1;

/// Writes down what is asked, in the folder of the team.
pub fn ask_second(home: &Home, folder: &Path, ask: &SecondAsk) -> Result<PathBuf, StoreFault> {
    put(home.fs(), folder, &ask.id, ask)
}

/// Writes down an answer, beside what was asked.
pub fn answer_second(
    home: &Home,
    folder: &Path,
    answer: &SecondAnswer,
) -> Result<PathBuf, StoreFault> {
    let by: String = answer.by.chars().filter(|c| c.is_alphanumeric()).collect();
    let name = format!("{}{BY}{}", answer.ask, by.to_lowercase());
    put(home.fs(), folder, &name, answer)
}

fn put<T: Serialize + DeserializeOwned + PartialEq>(
    fs: &dyn Fs,
    folder: &Path,
    name: &str,
    what: &T,
) -> Result<PathBuf, StoreFault> {
    let dir = folder.join(REQUESTS);
    let fault = |source| StoreFault::Write {
        path: dir.clone(),
        source,
    };
    let text = [false, true].into_iter().find_map(|is_escaped| {
        let text = spacious(what, is_escaped)? + "\n";
        from_ron::<T>(&text)
            .is_ok_and(|read| read == *what)
            .then_some(text)
    });
    let text = text.ok_or_else(|| StoreFault::Unfit { path: dir.clone() })?;
    create_shared(fs, (folder, &dir), (name, "ron"), text.as_bytes()).map_err(fault)
}

/// What waits in a team's folder, oldest first, and which files cannot be read.
pub(super) fn requests(fs: &dyn Fs, folder: &Path) -> (Vec<Asked>, Vec<LoadFault>) {
    let mut faults = Vec::new();
    let files = ron_files(fs, &folder.join(REQUESTS)).unwrap_or_else(|fault| {
        faults.push(fault);
        Vec::new()
    });
    let (answers, asks): (Vec<PathBuf>, Vec<PathBuf>) =
        files.into_iter().partition(|path| stem(path).contains(BY));
    let mut out: Vec<Asked> = Vec::new();
    for path in asks {
        match read::<SecondAsk>(fs, &path).and_then(|ask| known(ask, &path)) {
            Ok(ask) => out.push(Asked {
                ask,
                answers: Vec::new(),
            }),
            Err(fault) => faults.push(fault),
        }
    }
    for path in answers {
        match read::<SecondAnswer>(fs, &path) {
            Ok(answer) => {
                let asked = out.iter_mut().find(|one| one.ask.id == answer.ask);
                if let Some(asked) = asked {
                    asked.answers.push(answer);
                }
            }
            Err(fault) => faults.push(fault),
        }
    }
    out.sort_by(|a, b| (&a.ask.at, &a.ask.id).cmp(&(&b.ask.at, &b.ask.id)));
    (out, faults)
}

fn read<T: DeserializeOwned>(fs: &dyn Fs, path: &Path) -> Result<T, LoadFault> {
    let text = read_text(fs, path, MOST).map_err(|fault| unreadable(path, &fault))?;
    from_ron(&text).map_err(|fault| LoadFault {
        path: path.to_owned(),
        fault,
    })
}

/// A request of a newer version may ask for what this one does not know.
fn known(ask: SecondAsk, path: &Path) -> Result<SecondAsk, LoadFault> {
    if ask.format <= FORMAT {
        return Ok(ask);
    }
    let reason = "a newer version of Postwright asks here; it is left alone";
    Err(LoadFault::of_file(path, reason))
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
