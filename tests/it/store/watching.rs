//! A change on disk is seen within a second.

use std::fs;
use std::sync::mpsc::channel;
use std::time::Duration;

use postwright::store::watch;

use super::Place;

#[test]
fn a_saved_set_is_seen_once_and_other_files_are_not() {
    let place = Place::new();
    let (seen, changes) = channel();
    let watching = watch(&place.home, &[], move || seen.send(()).unwrap()).unwrap();
    let within = |time: u64| changes.recv_timeout(Duration::from_millis(time));
    let path = place.home.guidelines().join("a.ron");
    fs::write(&path, "one").unwrap();
    within(1500).unwrap();
    // an editor's way: write beside, then rename
    let beside = place.home.guidelines().join("a.ron~");
    fs::write(&beside, "two!").unwrap();
    fs::rename(&beside, &path).unwrap();
    within(1500).unwrap();
    fs::write(place.home.people(), "[]").unwrap();
    within(1500).unwrap();
    fs::write(place.home.words(), "grüezi").unwrap();
    within(1500).unwrap();
    fs::read_to_string(&path).unwrap();
    fs::write(place.home.data.join("notes.txt"), "x").unwrap();
    fs::write(place.home.settings(), "(format: 1)").unwrap();
    assert!(within(1000).is_err(), "reading is no change");
    drop(watching);
    assert!(changes.try_recv().is_err());
}

#[test]
fn a_folder_that_appears_later_is_seen_too() {
    let place = Place::new();
    let team = place.home.data.join("far/team");
    let (seen, changes) = channel();
    let _watching = watch(&place.home, &[team], move || seen.send(()).unwrap()).unwrap();
    place.write("far/team/guidelines/a.ron", "one");
    changes.recv_timeout(Duration::from_millis(1500)).unwrap();
}
