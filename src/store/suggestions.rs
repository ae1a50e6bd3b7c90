//! Proposals to change the guidelines: a folder of Markdown pages, beside the guidelines they are about.
//!
//! Never: writes over a page; people answer in them.

use std::path::{Path, PathBuf};

use super::atomic::create_shared;
use super::reading::read_text;
use super::shelf::MOST;
use super::{Home, Library, StoreFault};
use crate::guideline::Suggestion;

/// The folder of pages inside a folder of guidelines.
const FOLDER: &str = "suggestions";

impl Library {
    /// The folder that a proposal about this set goes to: the team folder it stands in, or none, so
    /// that it stays in the user's own.
    pub fn folder_of(&self, set: &str) -> Option<PathBuf> {
        let path = self.set(set)?.path.as_deref()?;
        let mut folders = self.folders().iter();
        folders.find(|folder| path.starts_with(folder)).cloned()
    }
}

/// Puts a page into this folder, or the user's own, under a name that is free: the day and the rule.
pub fn note_suggestion(
    home: &Home,
    folder: Option<&Path>,
    suggestion: &Suggestion,
) -> Result<PathBuf, StoreFault> {
    let team = folder.unwrap_or(&home.data);
    let dir = team.join(FOLDER);
    let fault = |source| StoreFault::Write {
        path: dir.clone(),
        source,
    };
    let stem = format!("{}-{}", suggestion.on, suggestion.rule);
    let page = suggestion.markdown();
    create_shared(home.fs(), (team, &dir), (&stem, "md"), page.as_bytes()).map_err(fault)
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
