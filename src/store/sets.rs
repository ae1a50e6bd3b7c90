//! Changes of a set's file.
//!
//! Never: writes a text that does not parse, or over a version that nobody has seen.

use std::path::PathBuf;

use super::atomic::{make_private_dir, write_over};
use super::reading::{is_missing, read_text};
use super::shelf::{MOST, Shelved};
use super::turn::turn;
use super::{Home, LoadFault, StoreFault};
use crate::guideline::{Fault, Place, read_set};

/// Saves a new text for a set, and says where; a built-in set becomes a copy of the user's own.
///
/// The file on disk must still say what was loaded, so that an edit by somebody else is never
/// written over, and the text must be a set of the same id.
pub fn save_set(home: &Home, loaded: &Shelved, text: &str) -> Result<PathBuf, StoreFault> {
    let id = &loaded.set.id;
    let own = home.guidelines().join(format!("{id}.ron"));
    let path = loaded.path.clone().unwrap_or(own);
    if loaded.is_newer {
        return Err(StoreFault::Newer { path });
    }
    let broken = |fault| {
        StoreFault::Broken(LoadFault {
            path: path.clone(),
            fault,
        })
    };
    let read = read_set(text).map_err(broken)?;
    if read.set.id != *id {
        let reason = format!("the id was {id:?} and cannot change with the file in place");
        return Err(broken(Fault::new(Place::default(), reason)));
    }
    let _turn = turn(home)?;
    let there = match read_text(home.fs(), &path, MOST) {
        Ok(source) => Some(source),
        Err(fault) if is_missing(&fault) => None,
        Err(source) => return Err(StoreFault::Read { path, source }),
    };
    let wanted = loaded.path.is_some().then_some(&loaded.source);
    // a file that is gone is nobody's other version
    if there.is_some() && there.as_ref() != wanted {
        return Err(StoreFault::Changed { path });
    }
    if let Some(dir) = path.parent() {
        make_private_dir(home.fs(), dir).map_err(|source| StoreFault::Write {
            path: dir.to_owned(),
            source,
        })?;
    }
    write_over(home.fs(), &path, text.as_bytes())?;
    Ok(path)
}
