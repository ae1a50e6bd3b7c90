//! Two versions of a set that were made at the same time: what differs, and where the other one goes.
//!
//! Never: picks one; both stay until a person has looked.

use std::path::{Path, PathBuf};

use super::atomic::set_aside;
use super::fs::Fs;
use super::library::ron_files;
use super::reading::read_text;
use super::shelf::{MOST, Shelved, is_conflict_copy, torn_by_merge};
use super::{Home, Library, LoadFault, StoreFault};
use crate::guideline::{ActiveRule, ActiveSet, Difference, Rule, Set, read_set};

/// What two versions of a set differ in.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The file that has the other version, or both.
    pub path: PathBuf,
    /// The name of the set.
    pub name: String,
    /// From the version in use to the other one; in a file of git, from the one above to the one
    /// below. None of what they build on.
    pub difference: Difference,
    /// Whether both stand in the file, so that it cannot be put away.
    pub is_torn: bool,
}

impl Library {
    /// Compares the version of a set in use with the other one in this file, which is one of
    /// [`Library::twice`]; the reason where that cannot be done.
    pub fn compare(&self, path: &Path) -> Result<Compared, String> {
        let source =
            read_text(self.fs(), path, MOST).map_err(|fault| format!("the file {fault}"))?;
        let is_torn = torn_by_merge(&source).is_some();
        let read = |source: &str| read_set(source).map(|read| read.set);
        let (here, there) = if is_torn {
            let sides = sides(&source).map(|side| read(&side));
            let [Ok(here), Ok(there)] = sides else {
                return Err("one of the two versions is no set by itself".to_owned());
            };
            (here, there)
        } else {
            let there = read(&source).map_err(|fault| fault.to_string())?;
            let here = self.beside(path, &there.id).map(|one| one.set.clone());
            (
                here.ok_or("the other version is not there any more")?,
                there,
            )
        };
        Ok(Compared {
            path: path.to_owned(),
            difference: Difference::of(&alone(&here), &alone(&there)),
            name: here.name,
            is_torn,
        })
    }
}

impl Library {
    /// The set of that id in the folder of a file, whatever copy of it is in use.
    fn beside(&self, path: &Path, id: &str) -> Option<&Shelved> {
        let is_beside = |one: &&Shelved| {
            let theirs = one.path.as_deref();
            one.set.id == id && theirs.is_some_and(|theirs| theirs.parent() == path.parent())
        };
        let mut all = self.sets().iter().chain(self.hidden());
        all.find(is_beside).or_else(|| self.set(id))
    }
}

/// A set with nothing that it builds on: only what its own file says is compared.
fn alone(set: &Set) -> ActiveSet {
    let own = |rule: &Rule| ActiveRule {
        rule: rule.clone(),
        set: set.id.clone(),
    };
    ActiveSet {
        rules: set.rules.iter().map(own).collect(),
        head: set.clone(),
        ..ActiveSet::default()
    }
}

/// Other versions of a folder's people and platforms, which nobody reads.
pub(super) fn other_versions(fs: &dyn Fs, folder: &Path) -> Vec<LoadFault> {
    let files = ron_files(fs, folder).unwrap_or_default();
    let fault = |path: &PathBuf| {
        let stem = path.file_stem()?.to_str()?;
        let of = ["people", "platforms"];
        let of = of.into_iter().find(|name| stem.starts_with(name))?;
        let reason = format!(
            "two versions of {of}.ron were made at the same time and this one is not used; take over what you need, then delete this file"
        );
        is_conflict_copy(stem).then(|| LoadFault::of_file(path.clone(), reason))
    };
    files.iter().filter_map(fault).collect()
}

/// The two versions that git left in a file: what stands above and what stands below each `=======`.
fn sides(source: &str) -> [String; 2] {
    let (mut above, mut below) = (String::new(), String::new());
    let (mut is_above, mut is_below) = (true, true);
    for line in source.split_inclusive('\n') {
        let mark = line.get(..7).unwrap_or_default();
        let is_alone = line.trim_end() == mark;
        match mark {
            "<<<<<<<" => (is_above, is_below) = (true, false),
            // the version before both, where git was asked to show it
            "|||||||" => (is_above, is_below) = (false, false),
            "=======" if is_alone => (is_above, is_below) = (false, true),
            ">>>>>>>" => (is_above, is_below) = (true, true),
            _ => {
                if is_above {
                    above.push_str(line);
                }
                if is_below {
                    below.push_str(line);
                }
            }
        }
    }
    [above, below]
}

/// Moves the file of another version into the quarantine, and says where it is.
pub fn put_away(home: &Home, path: &Path) -> Result<PathBuf, StoreFault> {
    set_aside(home.fs(), path, &home.quarantine()).map_err(|source| StoreFault::Write {
        path: path.to_owned(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::sides;

    #[test]
    fn a_torn_file_has_two_versions() {
        let torn = "a\n<<<<<<< HEAD\nours\n||||||| base\nold\n=======\ntheirs\n>>>>>>> other\nb\n\
                    <<<<<<< HEAD\n=======\nmore\n>>>>>>> other\n======= no mark\n";
        let above = "a\nours\nb\n======= no mark\n";
        let below = "a\ntheirs\nb\nmore\n======= no mark\n";
        assert_eq!(sides(torn), [above, below]);
    }
}
