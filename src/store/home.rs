//! Where everything lies.
//!
//! Never: reads or writes a file; it names them, knows the disk they are on, and makes the folders.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::HomeFault;
use super::atomic::make_private_dir;
use super::fs::{Disk, Fs};

/// The variable that puts data and settings into one folder of the user's choice.
const HOME_VARIABLE: &str = "POSTWRIGHT_HOME";

/// The folders of the program: data, and settings.
#[derive(Clone, Debug)]
pub struct Home {
    /// Sets, people, drafts, approvals.
    pub data: PathBuf,
    /// Settings.
    pub config: PathBuf,
    /// The disk that both are on.
    disk: Disk,
}

impl PartialEq for Home {
    fn eq(&self, other: &Self) -> bool {
        (&self.data, &self.config) == (&other.data, &other.config)
    }
}

impl Eq for Home {}

impl Home {
    /// Finds the folders: `$POSTWRIGHT_HOME` for both when it is set, else where the system keeps
    /// such things.
    pub fn find() -> Result<Self, HomeFault> {
        if let Some(dir) = std::env::var_os(HOME_VARIABLE).filter(|dir| !dir.is_empty()) {
            return Ok(Self::at(PathBuf::from(dir)));
        }
        let dirs = ProjectDirs::from("org", "postwright", "Postwright").ok_or(HomeFault::NoHome)?;
        Ok(Self {
            data: dirs.data_dir().to_owned(),
            config: dirs.config_dir().to_owned(),
            disk: Disk::default(),
        })
    }

    /// Data and settings in one folder.
    pub fn at(dir: impl Into<PathBuf>) -> Self {
        let data = dir.into();
        Self {
            config: data.clone(),
            data,
            disk: Disk::default(),
        }
    }

    /// Data and settings in one folder of another disk.
    pub fn on(fs: impl Fs + 'static, dir: impl Into<PathBuf>) -> Self {
        Self {
            disk: Disk::new(fs),
            ..Self::at(dir)
        }
    }

    /// The disk.
    pub(super) fn fs(&self) -> &dyn Fs {
        &*self.disk
    }

    /// A handle of the disk.
    pub(super) fn disk(&self) -> Disk {
        self.disk.clone()
    }

    /// The user's own sets.
    pub fn guidelines(&self) -> PathBuf {
        self.data.join("guidelines")
    }

    /// The people who speak.
    pub fn people(&self) -> PathBuf {
        self.data.join("people.ron")
    }

    /// Changes of the table of platforms.
    pub fn platforms(&self) -> PathBuf {
        self.data.join("platforms.ron")
    }

    /// The words that the writer calls right, one on each line.
    pub fn words(&self) -> PathBuf {
        self.data.join("words.txt")
    }

    /// The user's own dictionaries, in Hunspell's form.
    pub fn dictionaries(&self) -> PathBuf {
        self.data.join("dictionaries")
    }

    /// One folder for each draft.
    pub fn drafts(&self) -> PathBuf {
        self.data.join("drafts")
    }

    /// Discarded drafts, for 30 days.
    pub fn bin(&self) -> PathBuf {
        self.data.join("bin")
    }

    /// Earlier versions of drafts, a folder for each.
    pub fn history(&self) -> PathBuf {
        self.data.join("history")
    }

    /// One file for each approval, by year and month.
    pub fn approved(&self) -> PathBuf {
        self.data.join("approved")
    }

    /// What came of experiments, one file for each.
    pub fn learned(&self) -> PathBuf {
        self.data.join("learned")
    }

    /// What came of posts, one file for each.
    pub fn outcomes(&self) -> PathBuf {
        self.data.join("outcomes")
    }

    /// The newest approval: its hash and its file.
    pub fn head(&self) -> PathBuf {
        self.data.join("ledger.head")
    }

    /// The same once more, beside the settings.
    pub fn second_head(&self) -> PathBuf {
        self.config.join("ledger.copy")
    }

    /// Held while a file is read, changed and written.
    pub(super) fn edit_lock(&self) -> PathBuf {
        self.data.join("edit.lock")
    }

    /// Held while an approval is recorded.
    pub(super) fn ledger_lock(&self) -> PathBuf {
        self.data.join("ledger.lock")
    }

    /// The settings.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.ron")
    }

    /// Where damaged files are set aside.
    pub fn quarantine(&self) -> PathBuf {
        self.data.join("quarantine")
    }

    /// Makes the folders that are missing; nobody else may look into them.
    pub fn prepare(&self) -> Result<(), HomeFault> {
        let folders = [
            self.data.clone(),
            self.config.clone(),
            self.guidelines(),
            self.drafts(),
            self.approved(),
        ];
        folders.iter().try_for_each(|dir| self.folder(dir))
    }

    fn folder(&self, dir: &Path) -> Result<(), HomeFault> {
        make_private_dir(self.fs(), dir).map_err(|source| HomeFault::Folder {
            path: dir.to_owned(),
            source,
        })
    }
}
