//! Sets, people and platforms: the user's own win, and a broken file stops nobody.

use std::fs;

use postwright::store::{Library, OpenFault};

use super::{Place, faults};

fn set(id: &str, words: &str) -> String {
    format!("(format: 1, id: {id:?}, name: \"A set\", values: [(id: \"v\", words: {words:?})])")
}

fn open(library: &Library, names: &[&str]) -> Result<postwright::store::Opened, OpenFault> {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    library.open(&names)
}

#[test]
fn what_is_built_in_has_no_faults() {
    let place = Place::new();
    let library = place.library();
    assert_eq!(faults(&place, &library), [""; 0]);
    assert!(library.platforms().get("x").is_some());
    let shelved = library.set("smart-start").unwrap();
    assert!(shelved.path.is_none());
    assert_eq!(open(&library, &["smart-start"]).unwrap().hash.len(), 64);
}

#[test]
fn a_users_copy_wins_and_says_where_it_is() {
    let place = Place::new();
    place.write("guidelines/smart-start.ron", set("smart-start", "Be ours"));
    let library = place.library();
    let opened = open(&library, &["smart-start"]).unwrap();
    assert_eq!(opened.active.head.values[0].words, "Be ours");
    assert_eq!(
        opened.path,
        Some(place.home.guidelines().join("smart-start.ron"))
    );
    assert_ne!(
        opened.hash,
        open(
            &Library::default().reloaded(&Place::new().home),
            &["smart-start"]
        )
        .unwrap()
        .hash
    );
}

#[test]
fn a_team_folder_wins_over_what_is_built_in_and_yields_to_the_user() {
    let place = Place::new();
    place.write(
        "team/guidelines/smart-start.ron",
        set("smart-start", "Be a team"),
    );
    place.write("team/guidelines/house.ron", set("house", "Be a house"));
    place.write("guidelines/house.ron", set("house", "Be mine"));
    place.write(
        "team/people.ron",
        "[(id: \"asha\", name: \"Asha\"), (id: \"ben\", name: \"Ben\")]",
    );
    place.write("people.ron", "[(id: \"asha\", name: \"Asha Rao\")]");
    let library = Library::load_from(&place.home, &[place.home.data.join("team")]);
    let words = |id: &str| library.set(id).unwrap().set.values[0].words.clone();
    assert_eq!(words("smart-start"), "Be a team");
    assert_eq!(words("house"), "Be mine");
    let names: Vec<&str> = library
        .people()
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["Asha Rao", "Ben"]);
}

#[test]
fn a_broken_file_keeps_the_last_good_one_and_names_the_place() {
    let place = Place::new();
    place.write("guidelines/house.ron", set("house", "Be good"));
    place.write("people.ron", "[(id: \"asha\", name: \"Asha\")]");
    let good = place.library();
    place.write(
        "guidelines/house.ron",
        "(format: 1,\n id: \"house\", nam: \"x\")",
    );
    place.write("people.ron", "[(id: \"asha\", name: \"Asha\"");
    let library = good.reloaded(&place.home).reloaded(&place.home);
    assert_eq!(library.set("house").unwrap().set.values[0].words, "Be good");
    assert_eq!(library.people().len(), 1);
    let faults = faults(&place, &library);
    assert_eq!(
        faults[0],
        "line 2, column 15: there is no field `nam`; did you mean `name`?, in \"guidelines/house.ron\""
    );
    assert!(
        faults[1].contains("line 1") && faults[1].ends_with("in \"people.ron\""),
        "{faults:?}"
    );
    place.write("guidelines/house.ron", set("house", "Be better"));
    place.write("people.ron", "[]");
    let library = library.reloaded(&place.home);
    assert_eq!(
        library.set("house").unwrap().set.values[0].words,
        "Be better"
    );
    assert!(library.faults().is_empty() && library.people().is_empty());
}

#[test]
fn a_file_that_is_gone_for_a_moment_is_missed_but_stays_in_use() {
    let place = Place::new();
    place.write("guidelines/house.ron", set("house", "Be good"));
    place.write("platforms.ron", "[(id: \"allotment\", limit: 99)]");
    let good = place.library();
    fs::remove_file(place.home.guidelines().join("house.ron")).unwrap();
    fs::remove_file(place.home.platforms()).unwrap();
    let library = good.reloaded(&place.home);
    assert!(library.set("house").is_some());
    assert!(library.platforms().get("allotment").is_some());
    assert_eq!(library.faults().len(), 2);
    assert!(place.library().set("house").is_none());
}

#[test]
fn files_that_are_no_sets_are_named_with_what_to_do() {
    let place = Place::new();
    place.write("guidelines/other.ron", set("house", "x"));
    place.write("guidelines/latin.ron", b"(format: 1,\n id: \"caf\xe9\")");
    place.write("guidelines/wide.ron", b"\xff\xfe(\0");
    place.write("guidelines/big.ron", vec![b' '; 4 * 1024 * 1024 + 1]);
    place.write("guidelines/folder.ron/x", "x");
    place.write("guidelines/git.ron", "(\n<<<<<<< HEAD\n format: 1,\n");
    place.write("guidelines/a (Ann's conflicted copy).ron", set("a", "x"));
    place.write("guidelines/notes.txt", "not looked at");
    let found = faults(&place, &place.library()).join("\n");
    for words in [
        "two versions of the set \"a\"",
        "larger than 4 MiB, in \"guidelines/big.ron\"",
        "is a folder, or no ordinary file, in \"guidelines/folder.ron\"",
        "line 2, column 1: git has left two versions here",
        "line 2, column 10: byte 21 fits no character",
        "column 17: the set's id is \"house\" but its file is called \"other\"",
        "UTF-16; save it as UTF-8, in \"guidelines/wide.ron\"",
    ] {
        assert!(found.contains(words), "{words}\n---\n{found}");
    }
    assert_eq!(found.lines().count(), 7, "{found}");
}

#[test]
fn a_rule_that_cannot_be_read_is_set_aside_alone() {
    let place = Place::new();
    place.write(
        "guidelines/house.ron",
        "(format: 1, id: \"house\", name: \"H\", rules: [\n  (id: \"a\", levl: Nudge, find: Blank, says: \"x\"),\n  (id: \"b\", level: Nudge, find: Blank, says: \"x\"),\n])",
    );
    let opened = open(&place.library(), &["house"]).unwrap();
    assert_eq!(opened.active.rules.len(), 1);
    assert_eq!(opened.faults.len(), 1);
    assert!(
        opened.faults[0]
            .to_string()
            .starts_with("line 2, column 13: there is no field `levl`")
    );
}

#[test]
fn a_name_that_is_not_there_is_answered_with_the_one_that_was_meant() {
    let library = Place::new().library();
    let words = open(&library, &["smart-strat"]).unwrap_err().to_string();
    assert_eq!(
        words,
        "there is no set \"smart-strat\"; did you mean \"smart-start\"?"
    );
    let words = open(&library, &["zzz"]).unwrap_err().to_string();
    assert!(
        words.starts_with("there is no set \"zzz\"; there is "),
        "{words}"
    );
    let words = open(&library, &["no/such.ron"]).unwrap_err().to_string();
    assert!(
        words.contains("there is nothing there, at \"no/such.ron\""),
        "{words}"
    );
    assert!(matches!(open(&library, &[]), Err(OpenFault::NoName)));
}

#[test]
fn a_path_is_opened_with_its_overlays_and_its_neighbours() {
    let place = Place::new();
    let head = "(format: 1, name: \"A\", values: [(id: \"v\", words: \"x\")], ";
    place.write(
        "clone/mine.ron",
        format!("{head} id: \"house\", extends: [\"base\"])"),
    );
    place.write(
        "clone/base.ron",
        format!("{head} id: \"base\", platforms: [(id: \"x\", limit: 25000)])"),
    );
    place.write(
        "clone/over.ron",
        format!("{head} id: \"over\", kind: Overlay)"),
    );
    let path = |name: &str| {
        place
            .home
            .data
            .join("clone")
            .join(name)
            .display()
            .to_string()
    };
    let library = place.library();
    let opened = open(&library, &[&path("mine.ron"), &path("over.ron")]).unwrap();
    assert_eq!(opened.active.family, ["base", "house", "over"]);
    assert_eq!(opened.platforms.get("x").unwrap().limit, Some(25000));
    assert_eq!(library.platforms().get("x").unwrap().limit, Some(280));
    let alone = open(&library, &[&path("mine.ron")]).unwrap();
    assert_ne!(alone.hash, opened.hash);
}

#[test]
fn a_set_that_builds_on_itself_is_refused() {
    let place = Place::new();
    let head = "(format: 1, name: \"A\", values: [(id: \"v\", words: \"x\")], ";
    place.write(
        "guidelines/a.ron",
        format!("{head} id: \"a\", extends: [\"b\"])"),
    );
    place.write(
        "guidelines/b.ron",
        format!("{head} id: \"b\", extends: [\"a\"])"),
    );
    let words = open(&place.library(), &["a"]).unwrap_err().to_string();
    assert_eq!(words, "set \"a\" builds on itself: a > b > a");
}

#[test]
fn platforms_are_changed_entry_by_entry() {
    let place = Place::new();
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/platforms.ron");
    place.write("platforms.ron", fs::read(table).unwrap());
    assert_eq!(faults(&place, &place.library()), [""; 0], "a copy is fine");
    place.write(
        "platforms.ron",
        "[\n  (id: \"x\", limit: 4000),\n  (id: \"mastodon\", limits: 1),\n  (id: \"linkedin\", limit: 0),\n]",
    );
    let library = place.library();
    assert_eq!(library.platforms().get("x").unwrap().limit, Some(4000));
    assert_eq!(
        library.platforms().get("mastodon").unwrap().limit,
        Some(500)
    );
    let faults = faults(&place, &library);
    assert!(
        faults[0].starts_with("line 3, column 20: there is no field `limits`"),
        "{faults:?}"
    );
    assert!(
        faults[1].starts_with("line 4, column 27: platform \"linkedin\" has a limit of 0"),
        "{faults:?}"
    );
}

#[test]
fn a_set_is_saved_whole_and_never_over_somebody_elses_edit() {
    use postwright::store::{StoreFault, save_set};
    let place = Place::new();
    let library = place.library();
    let built_in = library.set("smart-start").unwrap();
    let text = format!("// ours\n{}", set("smart-start", "Be ours"));
    let path = save_set(&place.home, built_in, &text).unwrap();
    assert_eq!(path, place.home.guidelines().join("smart-start.ron"));
    let again = save_set(&place.home, built_in, &text);
    assert!(matches!(again, Err(StoreFault::Changed { .. })));
    let library = library.reloaded(&place.home);
    let loaded = library.set("smart-start").unwrap();
    for (broken, words) in [
        ("(format: 1", "line 1"),
        (&set("other", "x"), "cannot change"),
    ] {
        let fault = save_set(&place.home, loaded, broken)
            .unwrap_err()
            .to_string();
        assert!(fault.contains(words), "{fault}");
    }
    save_set(&place.home, loaded, &set("smart-start", "Be quick")).unwrap();
    assert!(matches!(
        save_set(&place.home, loaded, &text),
        Err(StoreFault::Changed { .. })
    ));
    place.write(
        "guidelines/new.ron",
        "(format: 2, id: \"new\", name: \"N\", core_message: \"x\")",
    );
    let library = library.reloaded(&place.home);
    let newer = library.set("new").unwrap();
    assert!(newer.is_newer);
    let refused = save_set(&place.home, newer, &set("new", "x"));
    assert!(matches!(refused, Err(StoreFault::Newer { .. })));
}

#[test]
fn every_set_of_the_repository_is_built_in() {
    let library = Place::new().library();
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("guidelines");
    for entry in fs::read_dir(dir).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let id = name.strip_suffix(".ron").unwrap();
        assert!(
            library.set(id).is_some(),
            "add {name} to src/store/shipped.rs"
        );
    }
}

#[test]
fn other_versions_of_people_and_platforms_are_named_and_not_read() {
    let place = Place::new();
    place.write("people.ron", "[(id: \"asha\", name: \"Asha\")]");
    let copy = "people (Ravi's conflicted copy 2026-11-22).ron";
    place.write(copy, "[(id: \"ravi\", name: \"Ravi\")]");
    place.write("platforms.sync-conflict-20261122.ron", "[]");
    let library = Library::load(&place.home);
    assert_eq!(library.people().len(), 1);
    let told: Vec<String> = library.faults().iter().map(ToString::to_string).collect();
    for name in ["people.ron", "platforms.ron"] {
        let words = format!("two versions of {name}");
        assert!(told.iter().any(|one| one.contains(&words)), "{told:?}");
    }
    place.write(
        "people.ron",
        "[\n<<<<<<< HEAD\n(id: \"asha\", name: \"Asha\"),\n=======\n>>>>>>> theirs\n]",
    );
    let after = library.reloaded(&place.home);
    assert_eq!(after.people().len(), 1, "the last good one stays");
    let told: Vec<String> = after.faults().iter().map(ToString::to_string).collect();
    assert!(
        told.iter()
            .any(|one| one.contains("line 2, column 1: git has left two versions")),
        "{told:?}"
    );
}
