//! Earlier versions of drafts: `history/`, a folder for each draft, beside the drafts so that the
//! loss of one does not take the other along.
//!
//! Never: changes a version; of very many the oldest go.

use std::path::{Path, PathBuf};

use super::atomic::{create_named, make_private_dir};
use super::edit::spacious;
use super::fs::Fs;
use super::library::ron_files;
use super::reading::read_text;
use super::shelf::MOST;
use super::{Home, StoreFault};
use crate::draft::Version;
use crate::guideline::from_ron;

/// How many versions of one draft are kept.
const KEPT: usize = 200;

/// Keeps a version of a draft.
pub fn keep_version(home: &Home, version: &Version) -> Result<PathBuf, StoreFault> {
    let dir = folder(home, &version.draft.id);
    let fault = |source| StoreFault::Write {
        path: dir.clone(),
        source,
    };
    let text = [false, true].into_iter().find_map(|is_escaped| {
        let text = spacious(version, is_escaped)? + "\n";
        let is_same = from_ron::<Version>(&text).is_ok_and(|read| read == *version);
        is_same.then_some(text)
    });
    let text = text.ok_or_else(|| StoreFault::Unfit { path: dir.clone() })?;
    make_private_dir(home.fs(), &dir).map_err(fault)?;
    let time: String = version
        .at
        .chars()
        .filter(|c| !matches!(c, '-' | ':'))
        .collect();
    let name = format!("{time}-{}", version.occasion.id());
    let path = create_named(home.fs(), &dir, (&name, "ron"), text.as_bytes()).map_err(fault)?;
    thin_out(home.fs(), &dir);
    Ok(path)
}

/// The versions of a draft, newest first; one that cannot be read is passed over.
pub fn versions(home: &Home, draft: &str) -> Vec<Version> {
    let files = ron_files(home.fs(), &folder(home, draft)).unwrap_or_default();
    let read = |path: PathBuf| from_ron::<Version>(&read_text(home.fs(), &path, MOST).ok()?).ok();
    let mut all: Vec<Version> = files.into_iter().filter_map(read).collect();
    all.sort_by(|a, b| b.at.cmp(&a.at));
    all
}

fn folder(home: &Home, draft: &str) -> PathBuf {
    home.history().join(draft)
}

/// Removes the oldest of very many; their names begin with the time.
fn thin_out(fs: &dyn Fs, dir: &Path) {
    let mut files = ron_files(fs, dir).unwrap_or_default();
    files.sort();
    let n_over = files.len().saturating_sub(KEPT);
    for path in files.into_iter().take(n_over) {
        if let Err(error) = fs.remove_file(&path) {
            log::warn!("an old version stays: {error}");
        }
    }
}
