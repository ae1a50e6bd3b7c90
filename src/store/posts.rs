//! Folders of posts that were written before.
//!
//! Never: follows a link out of the folder, or reads what is no text.

use std::path::{Path, PathBuf};

use super::fs::{Entry, Fs as _, Kind, Real};
use super::{InputFault, ReadFault};

/// How deep folders may stand in folders.
const MAX_DEPTH: usize = 8;
/// The endings of files that hold posts: one text each, a post in each line, an approval.
const ENDINGS: [&str; 5] = ["txt", "md", "post", "jsonl", "ron"];

/// The files with posts: `from` itself, or those of the folder and the folders in it, by name.
/// Hidden ones are left out.
pub fn post_files(from: &Path) -> Result<Vec<PathBuf>, InputFault> {
    let fault = |source| InputFault::File {
        path: from.to_owned(),
        source,
    };
    let about = Real
        .about(from)
        .map_err(|error| fault(ReadFault::Io(error)))?;
    if about.kind != Kind::Folder {
        return Ok(vec![from.to_owned()]);
    }
    let mut files = Vec::new();
    gather(from, 0, &mut files).map_err(|error| fault(ReadFault::Io(error)))?;
    files.sort();
    Ok(files)
}

fn gather(dir: &Path, depth: usize, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for Entry { path, kind } in Real.list(dir)? {
        let name = path.file_name().unwrap_or_default();
        let is_hidden = name.to_string_lossy().starts_with('.');
        let is_post = path
            .extension()
            .is_some_and(|ending| ENDINGS.iter().any(|one| ending == *one));
        if kind == Kind::Folder && !is_hidden && depth < MAX_DEPTH {
            gather(&path, depth + 1, files)?;
        } else if kind == Kind::File && !is_hidden && is_post {
            files.push(path);
        }
    }
    Ok(())
}
