//! Guidelines outlive a file that somebody broke, and a folder that is not there, over a restart.

use std::fs;

use postwright::guideline::Suggestion;
use postwright::store::{Library, note_suggestion, suggestions};

use super::Place;

const SET: &str = "(format: 1, id: \"house\", name: \"House\", core_message: \"Be good.\")\n";

/// A team folder with a set and people, beside the data.
fn team() -> (Place, tempfile::TempDir, Vec<std::path::PathBuf>) {
    let (place, team) = (Place::new(), tempfile::tempdir().unwrap());
    let folder = team.path().join("brightside");
    fs::create_dir_all(folder.join("guidelines")).unwrap();
    fs::write(folder.join("guidelines/house.ron"), SET).unwrap();
    fs::write(
        folder.join("people.ron"),
        "[(id: \"asha\", name: \"Asha\")]",
    )
    .unwrap();
    (place, team, vec![folder])
}

fn told(library: &Library) -> Vec<String> {
    library.faults().iter().map(ToString::to_string).collect()
}

#[test]
fn a_broken_set_is_as_it_was_last_read_after_a_restart_too() {
    let place = Place::new();
    place.write("guidelines/house.ron", SET);
    place.write("people.ron", "[(id: \"asha\", name: \"Asha\")]");
    Library::load(&place.home).keep_good(&place.home).unwrap();
    place.write("guidelines/house.ron", SET.replace(")\n", ""));
    place.write("people.ron", "[(id: \"asha\", name: ");
    let library = Library::load(&place.home);
    assert_eq!(library.set("house").unwrap().set.core_message, "Be good.");
    assert_eq!(library.people()[0].name, "Asha");
    assert_eq!(told(&library).len(), 2, "{:?}", told(&library));
    assert!(told(&library).iter().all(|one| one.starts_with("line 1, ")));
    // and it is still there when the window kept what it could
    library.keep_good(&place.home).unwrap();
    assert!(Library::load(&place.home).set("house").is_some());
    assert_eq!(place.read("guidelines/house.ron"), SET.replace(")\n", ""));
}

#[test]
fn a_set_that_was_taken_out_stays_out() {
    let place = Place::new();
    place.write("guidelines/house.ron", SET);
    place.write("guidelines/other.ron", SET.replace("house", "other"));
    Library::load(&place.home).keep_good(&place.home).unwrap();
    fs::remove_file(place.home.guidelines().join("house.ron")).unwrap();
    let library = Library::load(&place.home);
    assert!(library.set("house").is_none());
    library.keep_good(&place.home).unwrap();
    // a broken file of that name is not the set of then
    place.write("guidelines/house.ron", "(");
    assert!(Library::load(&place.home).set("house").is_none());
    assert!(Library::load(&place.home).set("other").is_some());
}

#[test]
fn a_team_folder_that_is_not_there_leaves_its_guidelines_behind() {
    let (place, team, folders) = team();
    let library = Library::load_from(&place.home, &folders);
    library.keep_good(&place.home).unwrap();
    let away = team.path().join("away");
    fs::rename(&folders[0], &away).unwrap();
    for _ in 0..2 {
        let library = Library::load_from(&place.home, &folders);
        assert_eq!(library.set("house").unwrap().set.name, "House");
        assert_eq!(library.people()[0].name, "Asha");
        let told = told(&library);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("the folder is not there"));
        library.keep_good(&place.home).unwrap();
    }
    // in a window that is open it is said once for each file
    assert!(library.reloaded(&place.home).set("house").is_some());
    fs::rename(&away, &folders[0]).unwrap();
    let library = Library::load_from(&place.home, &folders);
    assert_eq!(told(&library), [""; 0]);
    assert!(library.open(&["house".to_owned()]).is_ok());
}

#[test]
fn a_team_folder_of_which_nothing_can_be_read_is_as_one_that_is_gone() {
    let (place, _team, folders) = team();
    Library::load_from(&place.home, &folders)
        .keep_good(&place.home)
        .unwrap();
    // a share that is not mounted leaves an empty folder
    fs::remove_dir_all(&folders[0]).unwrap();
    fs::create_dir(&folders[0]).unwrap();
    let library = Library::load_from(&place.home, &folders);
    assert!(library.set("house").is_some());
    assert!(told(&library)[0].starts_with("the folder has no guidelines any more"));
    library.keep_good(&place.home).unwrap();
    // something else is in its place
    fs::remove_dir(&folders[0]).unwrap();
    fs::write(&folders[0], "a file").unwrap();
    let library = Library::load_from(&place.home, &folders);
    assert!(library.set("house").is_some());
    assert!(told(&library)[0].starts_with("the folder can't be read"));
    // a page for it is not lost, and does not stand in the way of what comes back
    fs::remove_file(&folders[0]).unwrap();
    let suggestion = Suggestion {
        rule: "a/b".to_owned(),
        on: "2026-11-22".to_owned(),
        wish: "Let it pass".to_owned(),
        ..Suggestion::default()
    };
    let path = note_suggestion(&place.home, Some(&folders[0]), &suggestion).unwrap();
    assert_eq!(path, place.home.data.join("suggestions/2026-11-22-a-b.md"));
    assert!(!folders[0].exists());
    assert_eq!(suggestions(&place.home, &folders), [suggestion]);
    // nothing stays of a team that somebody left
    Library::load(&place.home).keep_good(&place.home).unwrap();
    let library = Library::load_from(&place.home, &folders);
    assert!(library.set("house").is_none());
}
