//! Whole files or none: written beside, synced, moved into place.
//!
//! Never: leaves half a file behind, or makes one that others may read.

use std::io;
use std::path::{Path, PathBuf};

use super::StoreFault;
use super::fs::{Fs, NewFile, Put, Real, is_nothing};

/// Writes a file as a whole: after a crash at any point there is the old one or the new one.
///
/// A symlink stays, and what it points to is written. An existing file keeps its mode; a new one
/// is for its owner alone.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<(), StoreFault> {
    write_over(&Real, path, bytes)
}

/// Does what [`atomic_write`] does, on any disk.
pub(super) fn write_over(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> Result<(), StoreFault> {
    written_over(fs, path, bytes).map_err(|source| StoreFault::Write {
        path: path.to_owned(),
        source,
    })
}

fn written_over(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = match fs.canonical(path) {
        Err(error) if is_nothing(&error) => None,
        target => Some(target?),
    };
    let path = target.as_deref().unwrap_or(path);
    let mut file = written_beside(fs, path, bytes)?;
    if target.is_some() {
        file.mode_of(path)?;
    }
    put(fs, file, path, Put::Over)
}

/// Writes a new file as a whole; one that is there already stays, and is a fault.
pub(super) fn atomic_create(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(fs, written_beside(fs, path, bytes)?, path, Put::New)
}

/// Writes a new file as a whole under a free name: `name.ending`, else `name-2.ending` and so on.
pub(super) fn create_named(
    fs: &dyn Fs,
    dir: &Path,
    names: (&str, &str),
    bytes: &[u8],
) -> io::Result<PathBuf> {
    under_a_free_name(dir, names, |path| atomic_create(fs, path, bytes))
}

/// Does what [`create_named`] does in a folder of a team, for whoever may use the team's folder; the
/// folder itself is made where it is not there.
pub(super) fn create_shared(
    fs: &dyn Fs,
    (team, dir): (&Path, &Path),
    names: (&str, &str),
    bytes: &[u8],
) -> io::Result<PathBuf> {
    // a team's folder that is not there today is not made anew: what comes back would find it taken
    fs.list(team)?;
    if !super::fs::is_folder(fs, dir) {
        make_private_dir(fs, dir)?;
        minded(fs.share_dir(dir, team));
    }
    under_a_free_name(dir, names, |path| {
        let mut file = written_beside(fs, path, bytes)?;
        minded(file.mode_of(team));
        put(fs, file, path, Put::New)
    })
}

/// Some disks know no modes; what was to be written is written there all the same.
fn minded(shared: io::Result<()>) {
    if let Err(error) = shared {
        log::warn!("others may not be able to read what was written: {error}");
    }
}

fn under_a_free_name(
    dir: &Path,
    (name, ending): (&str, &str),
    create: impl Fn(&Path) -> io::Result<()>,
) -> io::Result<PathBuf> {
    let mut n = 1;
    loop {
        let path = match n {
            1 => dir.join(format!("{name}.{ending}")),
            n => dir.join(format!("{name}-{n}.{ending}")),
        };
        match create(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && n < 100 => n += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Writes or replaces a file as a whole, whatever stands at its name.
pub(super) fn write_whole(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(fs, written_beside(fs, path, bytes)?, path, Put::Over)
}

/// The file says what it should already. Its name is made durable all the same: the last save may
/// have failed at just that.
pub(super) fn unchanged(fs: &dyn Fs, path: &Path) -> Result<(), StoreFault> {
    let target = fs.canonical(path).unwrap_or_else(|_| path.to_owned());
    fs.sync_dir(dir_of(&target))
        .map_err(|source| StoreFault::Write {
            path: path.to_owned(),
            source,
        })
}

/// Moves a file that was written into its place, once it is on the disk.
fn put(fs: &dyn Fs, mut file: Box<dyn NewFile>, path: &Path, put: Put) -> io::Result<()> {
    file.sync()?;
    file.put(path, put)?;
    fs.sync_dir(dir_of(path))
}

fn written_beside(fs: &dyn Fs, path: &Path, bytes: &[u8]) -> io::Result<Box<dyn NewFile>> {
    let mut file = fs.new_beside(path)?;
    file.write(bytes)?;
    Ok(file)
}

/// The folder that a file lies in.
pub(super) fn dir_of(path: &Path) -> &Path {
    match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    }
}

/// Makes a folder and those above it, for its owner alone. Their names are on the disk when this
/// returns.
pub(super) fn make_private_dir(fs: &dyn Fs, dir: &Path) -> io::Result<()> {
    match fs.make_dir(dir) {
        Err(_) if super::fs::is_folder(fs, dir) => Ok(()),
        Err(error) if is_nothing(&error) && dir_of(dir) != dir => {
            make_private_dir(fs, dir_of(dir))?;
            match fs.make_dir(dir) {
                Err(_) if super::fs::is_folder(fs, dir) => Ok(()),
                made => made.and_then(|()| kept(fs, dir)),
            }
        }
        made => made.and_then(|()| kept(fs, dir)),
    }
}

/// Makes the name of a new folder durable. Where that fails the folder goes again: next time nobody
/// could tell that its name is not on the disk.
fn kept(fs: &dyn Fs, dir: &Path) -> io::Result<()> {
    fs.sync_dir(dir_of(dir)).inspect_err(|_| take_back(fs, dir))
}

fn take_back(fs: &dyn Fs, dir: &Path) {
    if let Err(error) = fs.remove_empty_dir(dir) {
        log::warn!("a folder that was begun is still there: {error}");
    }
}

/// Sets a damaged file aside, with the time in its name, and says where it went.
pub(super) fn set_aside(fs: &dyn Fs, path: &Path, quarantine: &Path) -> io::Result<PathBuf> {
    let to = free_name(fs, path, quarantine)?;
    if fs.rename(path, &to).is_err() {
        // settings may lie on another disk than the data
        fs.copy(path, &to)?;
        fs.append_to(&to)?.sync()?;
        fs.sync_dir(quarantine)?;
        fs.remove_file(path)?;
    }
    fs.sync_dir(quarantine)?;
    Ok(to)
}

/// A free name in the quarantine for what comes from `path`.
pub(super) fn free_name(fs: &dyn Fs, path: &Path, quarantine: &Path) -> io::Result<PathBuf> {
    make_private_dir(fs, quarantine)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or(String::new(), |ending| {
        format!(".{}", ending.to_string_lossy())
    });
    let time = super::clock::now().strftime("%Y%m%dT%H%M%S").to_string();
    first_free(fs, |n| match n {
        0 => quarantine.join(format!("{stem}-{time}{ending}")),
        n => quarantine.join(format!("{stem}-{time}-{n}{ending}")),
    })
}

/// The first of many names that nothing has.
pub(super) fn first_free(fs: &dyn Fs, named: impl Fn(u32) -> PathBuf) -> io::Result<PathBuf> {
    for n in 0..10_000 {
        match fs.about_name(&named(n)) {
            Err(error) if is_nothing(&error) => return Ok(named(n)),
            // whatever has the name must not make room
            about => about.map(|_| ())?,
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
