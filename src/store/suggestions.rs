//! Proposals to change the guidelines: a folder of Markdown pages, beside the guidelines they are about.
//!
//! Never: writes over a page; people answer in them.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic::create_shared;
use super::reading::read_text;
use super::shelf::MOST;
use super::{Home, Library, StoreFault};
use crate::guideline::Suggestion;

/// The folder of pages inside a folder of guidelines.
const FOLDER: &str = "suggestions";
/// How much of a rule's name stands in the name of a page.
const MOST_LETTERS: usize = 60;

impl Library {
    /// The folder that a proposal about this set goes to: the team folder it stands in, or none, so
    /// that it stays in the user's own.
    pub fn team_of(&self, set: &str) -> Option<PathBuf> {
        self.folder_of(self.set(set)?).cloned()
    }
}

/// Puts a page into this folder, under a name that is free: the day and the rule. Where that cannot be
/// done, and without a folder, it goes into the user's own.
pub fn note_suggestion(
    home: &Home,
    folder: Option<&Path>,
    suggestion: &Suggestion,
) -> Result<PathBuf, StoreFault> {
    if let Some(team) = folder {
        match put(home, team, suggestion) {
            Ok(path) => return Ok(path),
            Err(error) => log::warn!("a suggestion stays on this machine: {error}"),
        }
    }
    put(home, &home.data, suggestion).map_err(|source| StoreFault::Write {
        path: home.data.join(FOLDER),
        source,
    })
}

fn put(home: &Home, folder: &Path, suggestion: &Suggestion) -> io::Result<PathBuf> {
    // a rule is called what somebody likes, a file is not
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let rule: String = suggestion
        .rule
        .chars()
        .take(MOST_LETTERS)
        .map(plain)
        .collect();
    let stem = format!("{}-{rule}", suggestion.on);
    let page = suggestion.markdown();
    let dir = folder.join(FOLDER);
    create_shared(home.fs(), (folder, &dir), (&stem, "md"), page.as_bytes())
}

/// Every proposal in the user's own folder and in these, the newest first; a page that cannot be read
/// is passed over.
pub fn suggestions(home: &Home, folders: &[PathBuf]) -> Vec<Suggestion> {
    let mut out: Vec<Suggestion> = Vec::new();
    for folder in folders.iter().chain([&home.data]) {
        let Ok(entries) = home.fs().list(&folder.join(FOLDER)) else {
            continue;
        };
        let paths = entries.into_iter().map(|entry| entry.path);
        let pages = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
        let read = |path: PathBuf| read_text(home.fs(), &path, MOST).ok();
        out.extend(
            pages
                .filter_map(read)
                .filter_map(|page| Suggestion::of_markdown(&page)),
        );
    }
    out.sort_by(|a, b| b.on.cmp(&a.on));
    out
}
