//! The last good text of every file of guidelines that was in use, over a restart: a file that
//! somebody broke, or a team folder that is not there, does not take the guidelines along.
//!
//! Never: stands in for a file that was taken out on purpose.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic::{dir_of, make_private_dir, write_whole};
use super::fault::words;
use super::fs::{Fs, is_nothing};
use super::library::ron_files;
use super::reading::read_text;
use super::shelf::{MOST, Shelved};
use super::{Home, Library, LoadFault};
use crate::approval::sha256;

/// How many digits of the hash of a folder's path name its copies.
const DIGITS: usize = 16;

/// The folder of copies in the data folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept(PathBuf);

impl Kept {
    /// The copies of these folders.
    pub(super) fn of(home: &Home) -> Self {
        Self(home.data.join("kept"))
    }

    /// Where copies of what lies in `dir` are.
    fn of_dir(&self, dir: &Path) -> PathBuf {
        let hash = sha256(dir.to_string_lossy().as_bytes());
        self.0.join(hash.get(..DIGITS).unwrap_or(&hash))
    }

    fn of_file(&self, path: &Path) -> PathBuf {
        let name = path.file_name().unwrap_or_default();
        self.of_dir(dir_of(path)).join(name)
    }

    /// The text of a file as it was last read, where that is known.
    pub(super) fn text(&self, fs: &dyn Fs, path: &Path) -> Option<String> {
        read_text(fs, &self.of_file(path), MOST).ok()
    }

    /// The set of a file as it was last read, where that is known.
    pub(super) fn set(&self, fs: &dyn Fs, path: &Path) -> Option<Shelved> {
        Shelved::of_text(self.text(fs, path)?, path).ok()
    }

    /// The sets of a folder as they were last read.
    pub(super) fn sets(&self, fs: &dyn Fs, dir: &Path) -> Vec<Shelved> {
        let copies = ron_files(fs, &self.of_dir(dir)).unwrap_or_default();
        let set = |copy: PathBuf| self.set(fs, &dir.join(copy.file_name()?));
        copies.into_iter().filter_map(set).collect()
    }

    /// Writes a copy, if it is not there already.
    fn put(&self, fs: &dyn Fs, path: &Path, text: &str) -> io::Result<()> {
        if self.text(fs, path).is_some_and(|kept| kept == text) {
            return Ok(());
        }
        let to = self.of_file(path);
        make_private_dir(fs, dir_of(&to))?;
        write_whole(fs, &to, text.as_bytes())
    }
}

impl Library {
    /// Keeps the text of every set, and of people, platforms and words, that was read from a file, for
    /// the day on which the file cannot be read. A copy whose file was taken out of its folder goes.
    pub fn keep_good(&self, home: &Home) -> io::Result<()> {
        let (fs, kept) = (home.fs(), Kept::of(home));
        let sets = self.sets().iter().chain(self.hidden());
        let sets = sets.filter_map(|one| Some((one.path.as_deref()?, one.source.as_str())));
        let all: Vec<(&Path, &str)> = sets.chain(self.good()).collect();
        for (path, text) in &all {
            kept.put(fs, path, text)?;
        }
        let known: BTreeSet<&Path> = all.iter().map(|(path, _)| *path).collect();
        self.drop_left(home)?;
        let dirs: BTreeSet<&Path> = known.iter().map(|path| dir_of(path)).collect();
        for dir in dirs.into_iter().filter(|dir| fs.list(dir).is_ok()) {
            for copy in fs.list(&kept.of_dir(dir)).unwrap_or_default() {
                let file = dir.join(copy.path.file_name().unwrap_or_default());
                let is_gone = fs.about_name(&file).is_err_and(|error| is_nothing(&error));
                if is_gone && !known.contains(file.as_path()) {
                    fs.remove_file(&copy.path)?;
                }
            }
        }
        Ok(())
    }

    /// Removes what is kept of folders that are not in use any more: a team that somebody left.
    fn drop_left(&self, home: &Home) -> io::Result<()> {
        let (fs, kept) = (home.fs(), Kept::of(home));
        let folders = self.folders().iter().chain([&home.data]);
        let wanted: BTreeSet<PathBuf> = folders
            .flat_map(|folder| [kept.of_dir(folder), kept.of_dir(&folder.join("guidelines"))])
            .collect();
        for copies in fs.list(&kept.0).unwrap_or_default() {
            if !wanted.contains(&copies.path) {
                fs.remove_dir(&copies.path)?;
            }
        }
        Ok(())
    }
}

/// Why nothing can be read of a team folder, where nothing can.
pub(super) fn folder_fault(fs: &dyn Fs, folder: &Path) -> Option<LoadFault> {
    let reason = match fs.list(folder) {
        Ok(_) => return None,
        Err(error) if is_nothing(&error) => "the folder is not there".to_owned(),
        Err(error) => format!("the folder can't be read: {}", words(&error)),
    };
    Some(LoadFault::of_file(folder, reason))
}

/// That the guidelines of a team folder are gone although the folder is there, as where a share is not
/// mounted.
pub(super) fn emptied_fault(fs: &dyn Fs, folder: &Path) -> Option<LoadFault> {
    let guidelines = fs.list(&folder.join("guidelines"));
    let reason = "the folder has no guidelines any more";
    guidelines
        .is_err()
        .then(|| LoadFault::of_file(folder, reason))
}
