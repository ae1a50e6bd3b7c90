//! Whole files or none: written beside, synced, moved into place.
//!
//! Never: leaves half a file behind, or makes one that others may read.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::StoreFault;
use super::stumble::step;

/// Writes a file as a whole: after a crash at any point there is the old one or the new one.
///
/// A symlink stays, and what it points to is written. An existing file keeps its mode; a new one
/// is for its owner alone.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<(), StoreFault> {
    let fault = |source| StoreFault::Write {
        path: path.to_owned(),
        source,
    };
    let target = fs_err::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let file = written_beside(&target, bytes).map_err(fault)?;
    if let Ok(old) = fs_err::metadata(&target) {
        file.as_file()
            .set_permissions(old.permissions())
            .map_err(fault)?;
    }
    put(file, &target).map_err(fault)
}

/// Writes a new file as a whole; one that is there already stays, and is a fault.
pub(super) fn atomic_create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = written_beside(path, bytes)?;
    step()?;
    file.as_file().sync_all()?;
    step()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    sync_dir_of(path)
}

/// Writes a new file as a whole under a free name: `name.ending`, else `name-2.ending` and so on.
pub(super) fn create_named(
    dir: &Path,
    name: &str,
    ending: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    let mut n = 1;
    loop {
        let path = match n {
            1 => dir.join(format!("{name}.{ending}")),
            n => dir.join(format!("{name}-{n}.{ending}")),
        };
        match atomic_create(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && n < 100 => n += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Writes or replaces a file as a whole, whatever stands at its name.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(written_beside(path, bytes)?, path)
}

/// Moves a file that was written into its place, once it is on the disk.
fn put(file: NamedTempFile, path: &Path) -> io::Result<()> {
    step()?;
    file.as_file().sync_all()?;
    step()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_dir_of(path)
}

/// Opens a file for locking, and makes it, for its owner alone, when it is not there.
pub(super) fn open_private(path: &Path) -> io::Result<fs_err::File> {
    step()?;
    let mut options = fs_err::OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use fs_err::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// Opens a file that is there to add to its end.
pub(super) fn append_to(path: &Path) -> io::Result<fs_err::File> {
    step()?;
    fs_err::OpenOptions::new().append(true).open(path)
}

fn written_beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    step()?;
    let mut file = NamedTempFile::new_in(dir_of(path))?;
    step()?;
    file.write_all(bytes)?;
    Ok(file)
}

/// The folder that a file lies in.
pub(super) fn dir_of(path: &Path) -> &Path {
    match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    }
}

/// Makes a folder and those above it, for its owner alone.
pub(super) fn make_private_dir(dir: &Path) -> io::Result<()> {
    step()?;
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(dir)
}

/// Makes the names in the folder of `path` durable; systems that cannot do so do it by themselves.
pub(super) fn sync_dir_of(path: &Path) -> io::Result<()> {
    sync_dir(dir_of(path))
}

/// Makes the names in a folder durable.
pub(super) fn sync_dir(dir: &Path) -> io::Result<()> {
    step()?;
    if cfg!(unix) {
        fs_err::File::open(dir)?.sync_all()?;
    }
    Ok(())
}

/// Sets a damaged file aside, with the time in its name, and says where it went.
pub(super) fn set_aside(path: &Path, quarantine: &Path) -> io::Result<PathBuf> {
    let to = free_name(path, quarantine)?;
    step()?;
    // settings may lie on another disk than the data
    fs_err::rename(path, &to)
        .or_else(|_| fs_err::copy(path, &to).and_then(|_| fs_err::remove_file(path)))?;
    Ok(to)
}

/// A free name in the quarantine for what comes from `path`.
pub(super) fn free_name(path: &Path, quarantine: &Path) -> io::Result<PathBuf> {
    make_private_dir(quarantine)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or(String::new(), |ending| {
        format!(".{}", ending.to_string_lossy())
    });
    let time = super::clock::now().strftime("%Y%m%dT%H%M%S").to_string();
    let named = |n: u32| match n {
        0 => quarantine.join(format!("{stem}-{time}{ending}")),
        n => quarantine.join(format!("{stem}-{time}-{n}{ending}")),
    };
    Ok((0..10_000)
        .map(named)
        .find(|to| fs_err::symlink_metadata(to).is_err())
        .unwrap_or_else(|| named(u32::MAX)))
}
