//! The disk of the machine.
//!
//! Never: makes a file or a folder that others may look into.

use std::fs::{DirBuilder, FileType, Metadata, TryLockError};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{About, Appending, Entry, Fs, Held, Kind, NewFile, Put};

/// The disk of the machine; failures say the path.
#[derive(Clone, Copy, Debug)]
pub struct Real;

impl Fs for Real {
    fn about(&self, path: &Path) -> io::Result<About> {
        fs_err::metadata(path).map(|found| about(&found))
    }

    fn about_name(&self, path: &Path) -> io::Result<About> {
        fs_err::symlink_metadata(path).map(|found| about(&found))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(fs_err::File::open(path)?))
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Entry>> {
        let entry = |entry: io::Result<fs_err::DirEntry>| {
            let entry = entry?;
            // what is gone in the meantime has no kind
            let kind = entry.file_type().map_or(Kind::Other, kind);
            let path = entry.path();
            Ok(Entry { path, kind })
        };
        fs_err::read_dir(dir)?.map(entry).collect()
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        fs_err::canonicalize(path)
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        builder.create(dir)
    }

    fn share_dir(&self, dir: &Path, other: &Path) -> io::Result<()> {
        fs_err::set_permissions(dir, fs_err::metadata(other)?.permissions())
    }

    fn new_beside(&self, target: &Path) -> io::Result<Box<dyn NewFile>> {
        let dir = crate::store::atomic::dir_of(target);
        Ok(Box::new(Temporary(NamedTempFile::new_in(dir)?)))
    }

    fn append_to(&self, path: &Path) -> io::Result<Box<dyn Appending>> {
        let file = fs_err::OpenOptions::new().append(true).open(path)?;
        Ok(Box::new(Open(file)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs_err::rename(from, to)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs_err::copy(from, to).map(|_| ())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs_err::remove_file(path)
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        fs_err::remove_dir_all(dir)
    }

    fn remove_empty_dir(&self, dir: &Path) -> io::Result<()> {
        fs_err::remove_dir(dir)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        if cfg!(unix) {
            fs_err::File::open(dir)?.sync_all()?;
        }
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        // opening a pipe would wait for somebody to read from it
        if self
            .about(path)
            .is_ok_and(|found| found.kind == Kind::Other)
        {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut options = fs_err::OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        {
            use fs_err::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let file = options.open(path)?;
        match file.file().try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(Box::new(Locked(file)))),
        }
    }
}

fn about(found: &Metadata) -> About {
    #[cfg(unix)]
    let identity = {
        use std::os::unix::fs::MetadataExt as _;
        Some((found.dev(), found.ino()))
    };
    #[cfg(not(unix))]
    let identity = None;
    About {
        kind: kind(found.file_type()),
        n_bytes: found.len(),
        modified: found.modified().ok(),
        identity,
    }
}

fn kind(found: FileType) -> Kind {
    if found.is_file() {
        Kind::File
    } else if found.is_dir() {
        Kind::Folder
    } else if found.is_symlink() {
        Kind::Link
    } else {
        Kind::Other
    }
}

/// A file with a name that nobody else has.
#[derive(Debug)]
struct Temporary(NamedTempFile);

impl NewFile for Temporary {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn mode_of(&mut self, other: &Path) -> io::Result<()> {
        let found = fs_err::metadata(other)?;
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
        let mut mode = found.permissions();
        #[cfg(unix)]
        if found.is_dir() {
            use std::os::unix::fs::PermissionsExt as _;
            // a folder is entered, a file is not
            mode.set_mode(mode.mode() & 0o666);
        }
        self.0.as_file().set_permissions(mode)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.as_file().sync_all()
    }

    fn put(self: Box<Self>, target: &Path, put: Put) -> io::Result<()> {
        let done = match put {
            Put::Over => self.0.persist(target),
            Put::New => self.0.persist_noclobber(target),
        };
        done.map(|_| ()).map_err(|error| error.error)
    }
}

/// A file that is added to.
#[derive(Debug)]
struct Open(fs_err::File);

impl Appending for Open {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn cut(&mut self, n_bytes: u64) -> io::Result<()> {
        self.0.set_len(n_bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn about(&self) -> io::Result<About> {
        self.0.metadata().map(|found| about(&found))
    }
}

/// A file that is locked.
#[derive(Debug)]
struct Locked(fs_err::File);

impl Held for Locked {}

impl Drop for Locked {
    fn drop(&mut self) {
        // said aloud, because a program that is just being started may hold a copy of the handle
        if let Err(error) = self.0.file().unlock() {
            log::debug!("a lock stays until the program ends: {error}");
        }
    }
}
