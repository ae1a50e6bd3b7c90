//! What the store asks of a disk, done in memory.
//!
//! Never: does half of a call that fails, but for bytes that are added.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::tree::{Change, Id, Node};
use super::{Drive, Failure, Sim};
use crate::store::fs::{About, Appending, Entry, Fs, Held, Kind, NewFile, Put};

impl Fs for Sim {
    fn about(&self, path: &Path) -> io::Result<About> {
        self.all_or_none(|drive| drive.about(drive.now.find(path)?))
    }

    fn about_name(&self, path: &Path) -> io::Result<About> {
        self.about(path)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        self.all_or_none(|drive| {
            let bytes = drive.bytes(drive.now.find(path)?)?;
            Ok(Box::new(Cursor::new(bytes.to_vec())) as Box<dyn Read + Send>)
        })
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Entry>> {
        self.all_or_none(|drive| {
            let names = drive.now.names(drive.now.find(dir)?)?;
            let entry = |(name, id): (_, &Id)| {
                let path = dir.join(name);
                let kind = drive.about(*id)?.kind;
                Ok(Entry { path, kind })
            };
            names.iter().map(entry).collect()
        })
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.all_or_none(|drive| drive.now.find(path).map(|_| path.to_owned()))
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        self.all_or_none(|drive| {
            drive.must_be_free(dir)?;
            drive.now.place(dir)?;
            drive.name_new(dir, Node::Folder(BTreeMap::new()));
            Ok(())
        })
    }

    fn share_dir(&self, dir: &Path, other: &Path) -> io::Result<()> {
        self.all_or_none(|drive| {
            drive.now.find(other)?;
            drive.now.find(dir).map(|_| ())
        })
    }

    fn new_beside(&self, target: &Path) -> io::Result<Box<dyn NewFile>> {
        let (id, path) = self.all_or_none(|drive| {
            drive.now.place(target)?;
            drive.n_temporary += 1;
            let path = target.with_file_name(format!(".tmp{}", drive.n_temporary));
            let id = drive.name_new(&path, Node::File(Arc::default()));
            Ok((id.ok_or(io::ErrorKind::NotFound)?, path))
        })?;
        let disk = self.clone();
        Ok(Box::new(Temporary { disk, id, path }))
    }

    fn append_to(&self, path: &Path) -> io::Result<Box<dyn Appending>> {
        let id = self.all_or_none(|drive| {
            let id = drive.now.find(path)?;
            drive.bytes(id)?;
            Ok(id)
        })?;
        let disk = self.clone();
        Ok(Box::new(Open { disk, id }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.all_or_none(|drive| {
            let id = drive.now.find(from)?;
            let (from, to) = (drive.now.place(from)?, drive.now.place(to)?);
            drive.change(Change::Rename { from, to, id });
            Ok(())
        })
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.all_or_none(|drive| {
            let bytes = drive.bytes(drive.now.find(from)?)?.to_vec();
            drive.now.place(to)?;
            if let Some(id) = drive.name_new(to, Node::File(Arc::default())) {
                drive.write(id, &bytes);
            }
            Ok(())
        })
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.all_or_none(|drive| {
            drive.bytes(drive.now.find(path)?)?;
            drive.unname(path)
        })
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        self.all_or_none(|drive| {
            drive.now.names(drive.now.find(dir)?)?;
            drive.unname(dir)
        })
    }

    fn remove_empty_dir(&self, dir: &Path) -> io::Result<()> {
        self.all_or_none(|drive| {
            if drive.now.names(drive.now.find(dir)?)?.is_empty() {
                drive.unname(dir)
            } else {
                Err(io::ErrorKind::DirectoryNotEmpty.into())
            }
        })
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.all_or_none(|drive| {
            let id = drive.now.find(dir)?;
            drive.now.names(id)?;
            drive.sync(id);
            Ok(())
        })
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        let id = self.all_or_none(|drive| {
            let id = match drive.now.find(path) {
                Err(_) => {
                    drive.now.place(path)?;
                    drive.name_new(path, Node::File(Arc::default()))
                }
                found => Some(found?),
            };
            let id = id.ok_or(io::ErrorKind::NotFound)?;
            drive.bytes(id)?;
            Ok(drive.locks.insert(id).then_some(id))
        })?;
        let disk = self.clone();
        Ok(id.map(|id| Box::new(Locked { disk, id }) as Box<dyn Held>))
    }
}

impl Drive {
    fn about(&self, id: Id) -> io::Result<About> {
        let (kind, n_bytes) = match self.now.node(id) {
            Some(Node::Folder(_)) => (Kind::Folder, 0),
            Some(Node::File(bytes)) => (Kind::File, bytes.len() as u64),
            Some(Node::Pipe) => (Kind::Other, 0),
            None => return Err(io::ErrorKind::NotFound.into()),
        };
        Ok(About {
            kind,
            n_bytes,
            modified: None,
            identity: Some((0, id)),
        })
    }

    fn bytes(&self, id: Id) -> io::Result<&Arc<Vec<u8>>> {
        match self.now.node(id) {
            Some(Node::File(bytes)) => Ok(bytes),
            Some(Node::Folder(_)) => Err(io::ErrorKind::IsADirectory.into()),
            Some(Node::Pipe) => Err(io::Error::other("a real one would wait for ever")),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn must_be_free(&self, path: &Path) -> io::Result<()> {
        match self.now.find(path) {
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => Ok(()),
        }
    }

    fn unname(&mut self, path: &Path) -> io::Result<()> {
        let (dir, name) = self.now.place(path)?;
        self.change(Change::Unname { dir, name });
        Ok(())
    }

    /// Adds bytes: half of them where the failure is of that kind.
    fn add(&mut self, id: Id, bytes: &[u8], failure: Option<Failure>) {
        match failure {
            None => self.write(id, bytes),
            Some(Failure::Short) => {
                self.write(id, bytes.get(..bytes.len() / 2).unwrap_or_default());
            }
            Some(_) => {}
        }
    }

    fn sync_file(&mut self, id: Id, failure: Option<Failure>) {
        match failure {
            None => self.sync(id),
            Some(_) => self.forget(id),
        }
    }
}

/// A file with a name that nobody asks for.
#[derive(Debug)]
struct Temporary {
    disk: Sim,
    id: Id,
    path: PathBuf,
}

impl NewFile for Temporary {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.call(|drive, failure| {
            drive.add(self.id, bytes, failure);
            Ok(())
        })
    }

    fn mode_of(&mut self, other: &Path) -> io::Result<()> {
        self.disk
            .all_or_none(|drive| drive.now.find(other).map(|_| ()))
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.call(|drive, failure| {
            drive.sync_file(self.id, failure);
            Ok(())
        })
    }

    fn put(self: Box<Self>, target: &Path, put: Put) -> io::Result<()> {
        self.disk.all_or_none(|drive| {
            if put == Put::New {
                drive.must_be_free(target)?;
            }
            let (from, to) = (drive.now.place(&self.path)?, drive.now.place(target)?);
            let id = self.id;
            drive.change(Change::Rename { from, to, id });
            Ok(())
        })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let mut drive = self.disk.drive();
        if drive.now.find(&self.path).is_ok_and(|id| id == self.id)
            && drive.unname(&self.path).is_err()
        {
            log::debug!("a temporary file stays");
        }
    }
}

/// A file that is added to.
#[derive(Debug)]
struct Open {
    disk: Sim,
    id: Id,
}

impl Appending for Open {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.call(|drive, failure| {
            drive.add(self.id, bytes, failure);
            Ok(())
        })
    }

    fn cut(&mut self, n_bytes: u64) -> io::Result<()> {
        self.disk.all_or_none(|drive| {
            drive.change(Change::Cut {
                id: self.id,
                n_bytes: usize::try_from(n_bytes).map_err(io::Error::other)?,
            });
            Ok(())
        })
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.call(|drive, failure| {
            drive.sync_file(self.id, failure);
            Ok(())
        })
    }

    fn about(&self) -> io::Result<About> {
        self.disk.all_or_none(|drive| drive.about(self.id))
    }
}

/// A file that is locked.
#[derive(Debug)]
struct Locked {
    disk: Sim,
    id: Id,
}

impl Held for Locked {}

impl Drop for Locked {
    fn drop(&mut self) {
        self.disk.drive().locks.remove(&self.id);
    }
}
