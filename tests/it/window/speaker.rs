//! The wrong-account guard: who speaks stands above the text, at the pause and at copy time, and
//! another speaker lifts the seal.

use std::fs;
use std::path::Path;

use egui::{Key, Modifiers};

use super::run::{Run, labels};

const SET: &str =
    "(format: 1, id: \"brightside\", name: \"Brightside\", extends: [\"smart-start\"],
    core_message: \"One thing at a time.\", own: (names: [\"Brightside\"]), logo_purposes: [\"help\", \"how-to\"], handle_pattern: \"{First}At{Company}\",
    topics: [(id: \"returns\", words: [\"refund\"], owner: \"ravi\", facts: \"returns.md\")])\n";

const PEOPLE: &str = "// our voices
[
    // care
    (id: \"asha\", name: \"Asha Rao\", title: \"Customer care\", company: \"Brightside\", handles: {\"x\": \"@asha_b\"}, learning: [\"bluesky\"]),
    (id: \"ravi\", name: \"Ravi Menon\", company: \"Brightside\", email: \"ravi@shop.example\", expertise: [\"returns\"],
     handles: {\"bluesky\": \"@ravi.shop.example\"}), // mornings
    (id: \"ben\", name: \"Ben Ito\", role: Hub, email: \"ben@shop.example\"),
]
";

/// A home with a set, three people, one platform and a speaker.
pub(super) fn home(platform: &str, speaker: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(home.path().join(name), text).unwrap();
    fs::create_dir(home.path().join("guidelines")).unwrap();
    put("guidelines/brightside.ron", SET);
    put("people.ron", PEOPLE);
    let settings = format!(
        "(format: 1, set: \"brightside\", platforms: [\"{platform}\"], speaker: {speaker})\n"
    );
    put("settings.ron", &settings);
    home
}

pub(super) fn people_file(home: &Path) -> String {
    fs::read_to_string(home.join("people.ron")).unwrap()
}

const POST: &str = "I mended my label printer on Sunday with a paper clip. It took me two tries. What would you have used?";

#[test]
fn the_wrong_account_is_noticed_and_another_speaker_lifts_the_seal() {
    let home = home("forum", "Brand");
    let mut run = Run::new(home.path());
    run.types(POST);
    run.wait();
    assert!(run.shows("Writing as Brightside"));
    assert!(
        run.shows("is for people, and the brand is speaking"),
        "{:#?}",
        labels(&run.window)
    );
    assert!(run.shows("1 to settle for Forum"));

    // the brand's account has its purposes, and one click names the one that is served
    assert!(run.shows("The brand speaks. For which of its purposes?"));
    run.clicks("Purpose: how-to");
    assert!(!run.shows("For which of its purposes?"));

    // one key opens the choice, which says how each fits, and one more chooses
    let command_shift = Modifiers::COMMAND | Modifiers::SHIFT;
    run.presses(command_shift, Key::P);
    assert!(run.shows("as Brightside, Forum is for people"));
    assert!(run.shows("as Asha Rao, personally, Welcome on Forum"));
    run.types("3");
    run.wait();
    assert!(run.shows("Writing as Asha Rao, personally"));
    assert!(!run.shows("the brand is speaking"));
    assert!(!run.shows("Purpose: "), "a person is not asked");
    assert_eq!(run.text(), POST, "the digit went into the choice");

    // who speaks is said again before it goes out, and when it is copied
    run.presses(Modifiers::COMMAND, Key::Enter);
    assert!(run.shows("Goes out as Asha Rao, personally"));
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.until("the clipboard", |run| run.copied.is_some());
    run.until("the toast", |run| run.shows("as Asha Rao personally"));
    assert!(run.shows("Approved for Forum"));

    // somebody else speaks: the seal is gone; the same one again: it is back
    run.presses(command_shift, Key::P);
    run.types("2");
    run.wait();
    assert!(run.shows("Writing as Asha Rao, for Brightside"));
    assert!(
        !run.shows("Approved for Forum"),
        "{:#?}",
        labels(&run.window)
    );
    assert!(run.shows("is lifted"));
    run.presses(command_shift, Key::P);
    run.types("3");
    run.wait();
    assert!(run.shows("Approved for Forum"));

    // the keyboard is back in the text
    run.presses(Modifiers::NONE, Key::End);
    run.types("!");
    assert_eq!(run.text(), format!("{POST}!"));
}

#[test]
fn escape_leaves_the_speaker_as_it_was() {
    let home = home("x", "ForBrand(\"asha\")");
    let mut run = Run::new(home.path());
    run.types("A post");
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert!(run.shows("as Ravi Menon, personally, No profile on X yet"));
    run.presses(Modifiers::NONE, Key::Escape);
    run.types(" 2");
    assert!(run.shows("Writing as Asha Rao, for Brightside"));
    run.wait();
    assert!(!run.shows("Who speaks? A digit chooses"));
}

#[test]
fn whoever_learns_a_platform_is_offered_a_buddy() {
    let home = home("bluesky", "ForBrand(\"asha\")");
    let mut run = Run::new(home.path());
    run.types("The label printer likes paper clips. What does yours like?");
    run.wait();
    let words = "Still learning Bluesky? Ask Ravi Menon, who is at home there.";
    assert!(run.shows(words), "{:#?}", labels(&run.window));
}
