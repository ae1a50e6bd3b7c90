//! What the store needs of a disk, behind one small trait, so that a disk that fails can be played.
//!
//! Never: decides what is written or what a failure means; that is for whoever asks.

mod real;
mod sim;

use std::fmt::Debug;
use std::io::{self, Read};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

pub use real::Real;
pub use sim::{Failure, Sim};

/// What stands under a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A link to something else.
    Link,
    /// A pipe, a device, or what else there is; opening one may wait for ever.
    Other,
}

/// What is known of a file or a folder without opening it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct About {
    /// What it is.
    pub kind: Kind,
    /// Its size, in bytes.
    pub n_bytes: u64,
    /// When it was changed, where the system says so.
    pub modified: Option<SystemTime>,
    /// The disk and the number of the file on it, where the system has such: two names with the
    /// same one are the same file.
    pub identity: Option<(u64, u64)>,
}

/// One thing in a folder.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// The folder and its name.
    pub path: PathBuf,
    /// What it is; a link is a link, whatever it points to.
    pub kind: Kind,
}

/// What may become of something that stands at a name already.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Put {
    /// It is replaced.
    Over,
    /// It stays, and that is a failure of the kind [`io::ErrorKind::AlreadyExists`].
    New,
}

/// A disk. What a method has written survives a crash of the program; a power cut it survives after
/// a sync: of the file for its bytes, of the folder for its name.
pub trait Fs: Debug + Send + Sync {
    /// What stands at a path; a link is followed.
    fn about(&self, path: &Path) -> io::Result<About>;

    /// What stands at a path; a link is a link.
    fn about_name(&self, path: &Path) -> io::Result<About>;

    /// Opens a file to be read. A pipe would wait for a writer, so look at it first.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>>;

    /// What lies in a folder, in no order. Fails rather than leave something out.
    fn list(&self, dir: &Path) -> io::Result<Vec<Entry>>;

    /// The path without links.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;

    /// Makes one folder, for its owner alone.
    fn make_dir(&self, dir: &Path) -> io::Result<()>;

    /// Lets those use a folder who may use another one.
    fn share_dir(&self, dir: &Path, other: &Path) -> io::Result<()>;

    /// Makes a file for its owner alone, beside the one whose place it is to take.
    fn new_beside(&self, target: &Path) -> io::Result<Box<dyn NewFile>>;

    /// Opens a file that is there to add to its end.
    fn append_to(&self, path: &Path) -> io::Result<Box<dyn Appending>>;

    /// Gives a file or a folder another name; a file that has it makes room.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Copies a file.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder with all that lies in it.
    fn remove_dir(&self, dir: &Path) -> io::Result<()>;

    /// Removes a folder with nothing in it.
    fn remove_empty_dir(&self, dir: &Path) -> io::Result<()>;

    /// Makes the names in a folder durable; systems that cannot do so do it by themselves.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;

    /// Locks a file, which is made when it is not there; none when somebody else holds it. It is
    /// free again when what is given back is dropped, or the program ends.
    ///
    /// Some network folders know no locks; there it is as if nobody else were around.
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>>;
}

/// A file without a name of its own yet. It is gone when it is dropped before it was put.
pub trait NewFile: Debug + Send {
    /// Adds bytes to its end.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Lets those use it who may use another file, or folder.
    fn mode_of(&mut self, other: &Path) -> io::Result<()>;

    /// Makes its bytes durable.
    fn sync(&mut self) -> io::Result<()>;

    /// Moves it into its place.
    fn put(self: Box<Self>, target: &Path, put: Put) -> io::Result<()>;
}

/// A file that is open to be added to.
pub trait Appending: Debug + Send {
    /// Adds bytes to its end. A failure may leave some of them there.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Cuts it to a size, in bytes.
    fn cut(&mut self, n_bytes: u64) -> io::Result<()>;

    /// Makes its bytes durable.
    fn sync(&mut self) -> io::Result<()>;

    /// What is known of it, whatever its name is by now.
    fn about(&self) -> io::Result<About>;
}

/// A lock, for as long as this is there.
pub trait Held: Debug + Send {}

/// A disk that whoever needs one can have a handle of; the real one unless another is named.
#[derive(Clone, Debug)]
pub(super) struct Disk(Arc<dyn Fs>);

impl Disk {
    /// A handle of this disk.
    pub(super) fn new(fs: impl Fs + 'static) -> Self {
        Self(Arc::new(fs))
    }
}

impl Default for Disk {
    fn default() -> Self {
        Self::new(Real)
    }
}

impl Deref for Disk {
    type Target = dyn Fs;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// Whether a folder stands at a path, or a link to one.
pub(super) fn is_folder(fs: &dyn Fs, path: &Path) -> bool {
    fs.about(path).is_ok_and(|about| about.kind == Kind::Folder)
}

/// Whether an ordinary file stands at a path, or a link to one.
pub(super) fn is_ordinary(fs: &dyn Fs, path: &Path) -> bool {
    fs.about(path).is_ok_and(|about| about.kind == Kind::File)
}

/// The folders in a folder, and the links to folders, by name.
pub(super) fn folders(fs: &dyn Fs, dir: &Path) -> io::Result<Vec<PathBuf>> {
    let is_one = |entry: &Entry| match entry.kind {
        Kind::Folder => true,
        Kind::Link => is_folder(fs, &entry.path),
        Kind::File | Kind::Other => false,
    };
    let found = fs.list(dir)?.into_iter().filter(is_one);
    let mut paths: Vec<PathBuf> = found.map(|entry| entry.path).collect();
    paths.sort();
    Ok(paths)
}

/// Whether a failure only says that there is nothing of that name.
pub(super) fn is_nothing(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}
