//! `platforms.ron` changes entry by entry, and every change can be taken back.

use std::fs;

use postwright::platform::{PlatformAnswers, Shape, Topic};
use postwright::store::{Origin, put_platform, remove_platform, undo_platform};

use super::Place;

const FILE: &str = "// our places\n[\n    // the big one\n    (id: \"mastodon\", limit: 1000, /* ours */ source: \"our server\"), // since May\n    (\n        id: \"allotment\", // the club\n        name: \"Allotment forum\",\n    ),\n]\n// end\n";

fn answers(id: &str) -> PlatformAnswers {
    PlatformAnswers {
        id: id.to_owned(),
        goal: "just-human".to_owned(),
        voices: vec!["asha".to_owned(), "brand".to_owned()],
        here_for: "So that \"nobody\" waits".to_owned(),
        ..PlatformAnswers::default()
    }
}

#[test]
fn answers_become_one_entry_at_the_end() {
    let place = Place::new();
    let new = PlatformAnswers {
        name: "Our wiki".to_owned(),
        limit: Some(500),
        internal: true,
        ..answers("our-wiki")
    };
    let edit = put_platform(&place.home, &new).unwrap();
    assert_eq!(
        place.read("platforms.ron"),
        "[\n    (id: \"our-wiki\", name: \"Our wiki\", limit: 500, internal: true, goal: \"just-human\", voices: [\"asha\", \"brand\"], here_for: \"So that \\\"nobody\\\" waits\"),\n]\n"
    );
    let library = place.library();
    let wiki = library.platforms().get("our-wiki").unwrap();
    assert_eq!((wiki.name.as_str(), wiki.limit), ("Our wiki", Some(500)));
    assert_eq!(wiki.here_for, "So that \"nobody\" waits");
    assert_eq!(wiki.voices, ["asha", "brand"]);
    assert!(wiki.internal);
    assert_eq!(wiki.signature, Shape::None);
    assert!(library.faults().is_empty());

    undo_platform(&place.home, &edit).unwrap();
    assert_eq!(place.read("platforms.ron"), "[\n]\n");
}

#[test]
fn every_other_byte_stays_and_undo_brings_all_back() {
    for newline in ["\n", "\r\n"] {
        let place = Place::new();
        let file = FILE.replace('\n', newline);
        place.write("platforms.ron", &file);
        let edit = put_platform(&place.home, &answers("lemmy")).unwrap();
        let entry = "(id: \"lemmy\", goal: \"just-human\", voices: [\"asha\", \"brand\"], here_for: \"So that \\\"nobody\\\" waits\")";
        let wanted = file.replace(
            &format!("    ),{newline}]"),
            &format!("    ),{newline}    {entry},{newline}]"),
        );
        assert_eq!(place.read("platforms.ron"), wanted);
        let redo = undo_platform(&place.home, &edit).unwrap();
        assert_eq!(place.read("platforms.ron"), file);
        undo_platform(&place.home, &redo).unwrap();
        assert_eq!(place.read("platforms.ron"), wanted);
    }
}

#[test]
fn an_entry_that_is_there_keeps_what_it_says() {
    let place = Place::new();
    place.write("platforms.ron", FILE);
    let edit = put_platform(&place.home, &answers("mastodon")).unwrap();
    let file = place.read("platforms.ron");
    let wanted = FILE.replace(
        "source: \"our server\")",
        "source: \"our server\", goal: \"just-human\", voices: [\"asha\", \"brand\"], here_for: \"So that \\\"nobody\\\" waits\")",
    );
    assert_eq!(file, wanted);
    assert_eq!(
        place.library().platforms().get("mastodon").unwrap().limit,
        Some(1000)
    );

    // somebody has written something else since: only the entry goes back
    let longer = file.replace("// end", "// the end");
    place.write("platforms.ron", &longer);
    undo_platform(&place.home, &edit).unwrap();
    assert_eq!(
        place.read("platforms.ron"),
        FILE.replace("// end", "// the end")
    );

    // and where the entry itself was changed, it stays
    let edit = put_platform(&place.home, &answers("mastodon")).unwrap();
    let other = place.read("platforms.ron").replace("1000", "1001");
    place.write("platforms.ron", &other);
    let words = undo_platform(&place.home, &edit).unwrap_err().to_string();
    assert!(words.contains("changed by somebody else"), "{words}");
    assert_eq!(place.read("platforms.ron"), other);
}

#[test]
fn an_entry_goes_with_its_lines_and_comes_back() {
    let place = Place::new();
    place.write("platforms.ron", FILE);
    let edit = remove_platform(&place.home, "mastodon").unwrap();
    assert!(edit.is_removal());
    let without = FILE.replace(
        "    (id: \"mastodon\", limit: 1000, /* ours */ source: \"our server\"), // since May\n",
        "",
    );
    assert_eq!(place.read("platforms.ron"), without);
    undo_platform(&place.home, &edit).unwrap();
    assert_eq!(place.read("platforms.ron"), FILE);
    let words = remove_platform(&place.home, "x").unwrap_err().to_string();
    assert!(words.contains("is not in your own file"), "{words}");
}

#[test]
fn a_broken_file_is_never_overwritten() {
    let place = Place::new();
    for broken in [
        "",
        "[(id: \"a\", limit: 5",
        "(not: \"a list\")",
        "[(id: \"lemmy\", limmit: 5)]",
        "<<<<<<< ours\n[]\n=======\n[(id: \"a\")]\n>>>>>>> theirs\n",
    ] {
        place.write("platforms.ron", broken);
        let words = put_platform(&place.home, &answers("lemmy")).unwrap_err();
        assert!(words.to_string().contains("has a fault; line 1"), "{words}");
        assert!(remove_platform(&place.home, "lemmy").is_err());
        assert_eq!(place.read("platforms.ron"), broken);
    }
    fs::write(place.home.platforms(), b"[(id: \"\xff\")]").unwrap();
    assert!(put_platform(&place.home, &answers("lemmy")).is_err());
    assert_eq!(
        fs::read(place.home.platforms()).unwrap(),
        b"[(id: \"\xff\")]"
    );
}

#[test]
fn what_a_file_says_about_a_platform_is_known_as_its_own() {
    let place = Place::new();
    place.write("platforms.ron", FILE);
    let library = place.library();
    let of = |id: &str, topic| library.platform_origin(id, topic);
    assert_eq!(of("mastodon", Topic::Counting), Origin::Own);
    assert_eq!(of("mastodon", Topic::Source), Origin::Own);
    assert_eq!(of("mastodon", Topic::Culture), Origin::Shipped);
    assert_eq!(of("allotment", Topic::Purpose), Origin::Shipped);
    assert_eq!(library.own_platforms(), ["mastodon", "allotment"]);
}
