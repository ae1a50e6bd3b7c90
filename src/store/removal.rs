//! Taking somebody out of `people.ron`, and putting them back as they were.
//!
//! Never: takes out more than the one entry.

use super::atomic::write_over;
use super::edit::without;
use super::people::{entry, put};
use super::reading::read_text;
use super::shelf::MOST;
use super::turn::turn;
use super::{Home, StoreFault};
use crate::guideline::{Person, read_people};
use crate::platform::Platforms;

/// Somebody who was taken out of `people.ron`.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// Who.
    pub person: Person,
    /// The file as it was, and as it was left.
    before: String,
    after: String,
}

/// Takes somebody out of the user's own `people.ron`; every byte about others stays.
pub fn remove_person(home: &Home, id: &str) -> Result<Removed, StoreFault> {
    let path = home.people();
    let unfit = || StoreFault::Unfit { path: path.clone() };
    let _turn = turn(home)?;
    let before = read(home)?;
    // without a table no handle is refused: all that stands in the file is known here
    let (mut people, faults) = read_people(&before, &Platforms::default());
    let at = people.iter().position(|person| person.id == id);
    let (Some(at), Some(span)) = (at, entry(&before, id)) else {
        let id = id.to_owned();
        return Err(StoreFault::NotHere { id, path });
    };
    let after = without(&before, span).ok_or_else(unfit)?;
    let person = people.remove(at);
    let (left, other_faults) = read_people(&after, &Platforms::default());
    if left != people || other_faults.len() != faults.len() {
        return Err(unfit());
    }
    write_over(home.fs(), &path, after.as_bytes())?;
    Ok(Removed {
        person,
        before,
        after,
    })
}

/// Puts somebody back: with every comment where nothing else has changed since, else at the end.
pub fn put_back(home: &Home, removed: &Removed) -> Result<(), StoreFault> {
    let _turn = turn(home)?;
    if read(home)? == removed.after {
        return write_over(home.fs(), &home.people(), removed.before.as_bytes());
    }
    put(home, &removed.person)
}

fn read(home: &Home) -> Result<String, StoreFault> {
    let path = home.people();
    read_text(home.fs(), &path, MOST).map_err(|source| StoreFault::Read { path, source })
}
