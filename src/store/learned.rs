//! What came of experiments: a folder of Markdown pages, one for each.
//!
//! The folder itself says which experiments are answered. Whoever takes a page out of it is asked
//! again.
//!
//! Never: writes over a page; people write more into them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::atomic::{create_named, make_private_dir};
use super::reading::read_text;
use super::shelf::MOST;
use super::{Home, StoreFault};
use crate::draft::Learning;

/// Puts a page into the folder, under a name that is free.
pub fn note_learning(home: &Home, learning: &Learning) -> Result<PathBuf, StoreFault> {
    let dir = home.learned();
    let fault = |source| StoreFault::Write {
        path: dir.clone(),
        source,
    };
    make_private_dir(home.fs(), &dir).map_err(fault)?;
    let page = learning.markdown();
    let stem = learning.file_stem();
    create_named(home.fs(), &dir, (&stem, "md"), page.as_bytes()).map_err(fault)
}

/// The ids of the experiments that a page in the folder is about; a page that cannot be read is
/// passed over.
pub fn learned(home: &Home) -> BTreeSet<String> {
    let Ok(entries) = home.fs().list(&home.learned()) else {
        return BTreeSet::new();
    };
    let paths = entries.into_iter().map(|entry| entry.path);
    let pages = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages
        .filter_map(|path| read_text(home.fs(), &path, MOST).ok())
        .filter_map(|page| Learning::experiment_of(&page).map(str::to_owned))
        .collect()
}
