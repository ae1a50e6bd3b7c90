//! Folders with rules of other tools, read whole, and the new file that comes of them.
//!
//! Never: follows a folder without end, or knows what the rules mean.

use std::path::{Path, PathBuf};

use super::atomic::{atomic_create, atomic_write};
use super::fault::words;
use super::fs::{Fs as _, Real, is_folder, is_ordinary};
use super::reading::read_text;
use super::{LoadFault, StoreFault};
use crate::import::{Bundle, RuleFile, Style, WordFile};

/// How large one file may be, in bytes.
const MOST: u64 = 1024 * 1024;
/// How many files are read.
const MOST_FILES: usize = 5000;
/// How many lists of words are read.
const MOST_LISTS: usize = 500;
/// How deep folders may lie in the one that was named.
const MAX_DEPTH: usize = 6;

/// Reads the styles of a folder: its own rules, or those of the folders in it, with the lists of
/// words under `config/vocabularies`. A file that cannot be read is named, the others are read.
pub fn read_styles(dir: &Path) -> Result<(Bundle, Vec<LoadFault>), LoadFault> {
    // the folder that a configuration of Vale names
    let inner = dir.join("styles");
    let is_packed = is_folder(&Real, &inner) && !entries(dir)?.iter().any(|path| is_rule(path));
    let dir = if is_packed { &inner } else { dir };
    let mut faults = Vec::new();
    let mut bundle = Bundle::default();
    let own = entries(dir)?;
    if own
        .iter()
        .any(|path| is_ordinary(&Real, path) && is_rule(path))
    {
        let name = Real.canonical(dir).unwrap_or_else(|_| dir.to_owned());
        bundle.styles.push(style(dir, &name_of(&name), &mut faults));
    } else {
        let folders = own
            .iter()
            .filter(|path| is_folder(&Real, path) && !is_apart(path));
        for path in folders {
            let style = style(path, &name_of(path), &mut faults);
            if !style.files.is_empty() {
                bundle.styles.push(style);
            }
        }
    }
    for folder in ["config/vocabularies", "config/Vocab", "Vocab"] {
        lists(&dir.join(folder), &mut bundle, &mut faults);
    }
    word_files(dir, "", 0, &mut bundle.words);
    Ok((bundle, faults))
}

/// Writes a file as a whole; one that is there already is written over only when `over` says so.
pub fn write_new(path: &Path, bytes: &[u8], over: bool) -> Result<(), StoreFault> {
    if over {
        return atomic_write(path, bytes);
    }
    atomic_create(&Real, path, bytes).map_err(|source| {
        let path = path.to_owned();
        if source.kind() == std::io::ErrorKind::AlreadyExists {
            StoreFault::Taken { path }
        } else {
            StoreFault::Write { path, source }
        }
    })
}

/// What lies in a folder, by name; hidden things are left out.
fn entries(dir: &Path) -> Result<Vec<PathBuf>, LoadFault> {
    let entries = Real.list(dir).map_err(|error| {
        let reason = format!("the folder can't be read: {}", words(&error));
        LoadFault::of_file(dir, reason)
    })?;
    let mut paths: Vec<PathBuf> = entries
        .into_iter()
        .map(|entry| entry.path)
        .filter(|path| !name_of(path).starts_with('.'))
        .collect();
    paths.sort();
    Ok(paths)
}

/// The name of a folder, or of a file without its ending.
fn name_of(path: &Path) -> String {
    let name = if is_folder(&Real, path) {
        path.file_name()
    } else {
        path.file_stem()
    };
    name.unwrap_or_default().to_string_lossy().into_owned()
}

/// A rule file; the files with its tests are none.
fn is_rule(path: &Path) -> bool {
    let is_yaml = path
        .extension()
        .is_some_and(|ending| ending == "yml" || ending == "yaml");
    let name = name_of(path);
    is_yaml && ![".test", "_test"].iter().any(|end| name.ends_with(end))
}

/// A folder that holds no rules by custom.
fn is_apart(path: &Path) -> bool {
    let name = name_of(path);
    name.starts_with('_') || ["config", "Vocab"].contains(&name.as_str())
}

fn style(dir: &Path, name: &str, faults: &mut Vec<LoadFault>) -> Style {
    let mut style = Style {
        name: name.to_owned(),
        ..Style::default()
    };
    collect(dir, "", 0, &mut style.files, faults);
    let meta = dir.join("meta.json");
    if is_ordinary(&Real, &meta) {
        style.meta = text(&meta, faults).map(|source| (meta, source));
    }
    style
}

/// Reads the rule files of a folder and of those in it, whose names join theirs.
fn collect(
    dir: &Path,
    before: &str,
    depth: usize,
    files: &mut Vec<RuleFile>,
    faults: &mut Vec<LoadFault>,
) {
    let paths = match entries(dir) {
        Ok(paths) => paths,
        Err(fault) => return faults.push(fault),
    };
    for path in paths {
        if files.len() + faults.len() >= MOST_FILES {
            return;
        }
        let name = format!("{before}{}", name_of(&path));
        if is_folder(&Real, &path) && depth < MAX_DEPTH && !is_apart(&path) {
            collect(&path, &format!("{name}."), depth + 1, files, faults);
        } else if is_ordinary(&Real, &path) && is_rule(&path) {
            let source = text(&path, faults);
            files.extend(source.map(|source| RuleFile { name, path, source }));
        }
    }
}

/// Adds the lists of words of a folder of vocabularies.
fn lists(dir: &Path, bundle: &mut Bundle, faults: &mut Vec<LoadFault>) {
    let Ok(folders) = entries(dir) else { return };
    for folder in folders.iter().filter(|path| is_folder(&Real, path)) {
        for (name, lists) in [
            ("accept.txt", &mut bundle.accept),
            ("reject.txt", &mut bundle.reject),
        ] {
            let path = folder.join(name);
            if is_ordinary(&Real, &path) {
                lists.extend(text(&path, faults));
            }
        }
    }
}

/// Reads the lists of words and the small dictionaries of a folder and of those in it. One that cannot
/// be read is left out: the rule that names it says so.
fn word_files(dir: &Path, before: &str, depth: usize, files: &mut Vec<WordFile>) {
    for path in entries(dir).unwrap_or_default() {
        if files.len() >= MOST_LISTS {
            return;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{before}{name}");
        let is_list = path
            .extension()
            .is_some_and(|ending| ["txt", "dic", "aff"].iter().any(|known| ending == *known));
        if is_folder(&Real, &path) && depth < MAX_DEPTH {
            word_files(&path, &format!("{name}/"), depth + 1, files);
        } else if is_ordinary(&Real, &path) && is_list {
            let source = read_text(&Real, &path, MOST).ok();
            files.extend(source.map(|source| WordFile { name, source }));
        }
    }
}

fn text(path: &Path, faults: &mut Vec<LoadFault>) -> Option<String> {
    match read_text(&Real, path, MOST) {
        Ok(text) => Some(text),
        Err(fault) => {
            faults.push(LoadFault::of_file(path, format!("the file {fault}")));
            None
        }
    }
}
