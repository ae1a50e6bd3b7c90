//! The disk in memory forgets what a real one may forget, and nothing else.

use std::collections::BTreeSet;
use std::path::Path;

use postwright::store::fs::{Failure, Fs as _, Put, Sim};

/// What is synced.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Synced {
    Nothing,
    File,
    Folder,
    Both,
}

/// The disk after a file was written beside and moved over another.
fn replaced(synced: Synced) -> Sim {
    let disk = Sim::default();
    disk.put("/a/file", "old words");
    let mut file = disk.new_beside(Path::new("/a/file")).unwrap();
    file.write(b"new words").unwrap();
    if matches!(synced, Synced::File | Synced::Both) {
        file.sync().unwrap();
    }
    file.put(Path::new("/a/file"), Put::Over).unwrap();
    if matches!(synced, Synced::Folder | Synced::Both) {
        disk.sync_dir(Path::new("/a")).unwrap();
    }
    disk
}

/// What a power cut may leave of the file.
fn left(disk: &Sim) -> BTreeSet<String> {
    disk.crashed()
        .map(|disk| String::from_utf8(disk.get("/a/file").unwrap_or_default()).unwrap())
        .collect()
}

#[test]
fn what_was_not_synced_may_be_lost_torn_or_there() {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let torn: BTreeSet<String> = words(&["", "n", "new ", "new word", "new words"]);
    assert_eq!(left(&replaced(Synced::Both)), words(&["new words"]));
    assert_eq!(
        left(&replaced(Synced::File)),
        words(&["new words", "old words"])
    );
    assert_eq!(left(&replaced(Synced::Folder)), torn);
    let mut all = torn;
    all.insert("old words".to_owned());
    assert_eq!(left(&replaced(Synced::Nothing)), all);
}

#[test]
fn a_call_that_fails_does_nothing_but_a_short_write() {
    for failure in Failure::ALL {
        let disk = Sim::default();
        disk.put("/a/file", "old");
        let mut file = disk.append_to(Path::new("/a/file")).unwrap();
        disk.fail(1, failure);
        assert!(file.append(b" and new").is_err());
        let wanted = if failure == Failure::Short {
            "old and"
        } else {
            "old"
        };
        assert_eq!(disk.get("/a/file").unwrap(), wanted.as_bytes());
        disk.fail(1, failure);
        assert!(
            disk.rename(Path::new("/a/file"), Path::new("/a/other"))
                .is_err()
        );
        assert!(disk.get("/a/other").is_none());
        assert_eq!((disk.n_calls(), disk.n_failed()), (3, 2));
    }
}

#[test]
fn bytes_that_could_not_be_synced_never_reach_the_disk() {
    let disk = Sim::default();
    disk.put("/a/file", "old");
    let mut file = disk.append_to(Path::new("/a/file")).unwrap();
    file.append(b", new").unwrap();
    disk.fail(1, Failure::Io);
    assert!(file.sync().is_err());
    assert!(
        file.sync().is_ok(),
        "the second time the system says all is well"
    );
    assert_eq!(disk.get("/a/file").unwrap(), b"old, new");
    assert_eq!(left(&disk), ["old".to_owned()].into());
}

#[test]
fn one_holds_a_lock_and_a_power_cut_frees_it() {
    let disk = Sim::default();
    disk.put("/a/file", "");
    let path = Path::new("/a/lock");
    let held = disk.lock(path).unwrap().unwrap();
    assert!(disk.lock(path).unwrap().is_none());
    assert!(disk.fork().lock(path).unwrap().is_some());
    drop(held);
    assert!(disk.lock(path).unwrap().is_some());
    disk.put_pipe("/a/pipe");
    assert!(disk.open(Path::new("/a/pipe")).is_err());
}
