//! A second approver: asked through a file, answered through a file, never the same person twice.

use std::fs;
use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::run::{Run, files_below, labels};

const PEOPLE: &str = "[
    (id: \"asha\", name: \"Asha Rao\", company: \"Brightside\"),
    (id: \"priya\", name: \"Priya Nair\", company: \"Brightside\", role: Approver),
]\n";

/// The home of one person, with the folder that both share.
fn home(team: &Path, second: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let set = format!(
        "(format: 1, id: \"ours\", name: \"Ours\", core_message: \"Hi.\", pause: [\"Is it true?\"], second_approver: ({second}))\n"
    );
    fs::create_dir_all(team.join("guidelines")).unwrap();
    fs::write(team.join("guidelines/ours.ron"), set).unwrap();
    fs::write(team.join("people.ron"), PEOPLE).unwrap();
    let settings = format!(
        "(format: 1, set: \"ours\", platforms: [\"x\"], speaker: ForBrand(\"asha\"), folders: [\"{}\"])\n",
        team.display()
    );
    fs::write(home.path().join("settings.ron"), settings).unwrap();
    home
}

fn requests(team: &Path) -> Vec<String> {
    let files = files_below(&team.join("requests"));
    files
        .iter()
        // a file that is just being written has another name still
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

fn approvals(home: &Path) -> usize {
    files_below(&home.join("approved")).len()
}

const POST: &str = "The desk opens on Monday at 9.";

/// Asha asks, with a note.
fn asks(home: &Path, team: &Path) -> Run {
    let mut asha = Run::new(home);
    asha.types(POST);
    asha.wait();
    assert!(
        asha.shows("Ask for a second yes"),
        "{:#?}",
        labels(&asha.window)
    );
    asha.presses(Modifiers::COMMAND, Key::Enter);
    asha.clicks("Somebody else says yes on X. A word to them");
    asha.types("Is nine right?");
    asha.presses(Modifiers::COMMAND, Key::Enter);
    asha.until("the request", |_| requests(team).len() == 1);
    assert_eq!(approvals(home), 0, "nothing is on record yet");
    assert!(asha.copied.is_none(), "and nothing was copied");
    let request = requests(team).remove(0);
    assert!(
        request.contains(POST) && request.contains("Is nine right?"),
        "{request}"
    );
    asha
}

/// Priya opens what is asked.
fn opens(home: &Path) -> Run {
    let mut priya = Run::new(home);
    priya.clicks("Drafts");
    priya.wait();
    priya.clicks(&format!("Look at what Asha Rao asks: {POST}"));
    priya.wait();
    assert_eq!(priya.text(), POST);
    assert!(priya.shows("Asha Rao asks for your yes, on X"));
    assert!(priya.shows("Is nine right?"));
    priya
}

#[test]
fn a_second_yes_travels_through_two_files_and_lets_the_text_out() {
    let team = tempfile::tempdir().unwrap();
    let (one, two) = (
        home(team.path(), "platforms: [\"x\"]"),
        home(team.path(), "platforms: [\"x\"]"),
    );
    let mut asha = asks(one.path(), team.path());
    let mut priya = opens(two.path());
    assert!(
        priya.window.query_by_label("I am Asha Rao").is_none(),
        "who speaks cannot be the second one"
    );
    // nobody was chosen yet
    priya.presses(Modifiers::COMMAND, Key::Enter);
    priya.presses(Modifiers::COMMAND, Key::Enter);
    assert!(priya.shows("Say above the text who you are"));
    priya.presses(Modifiers::NONE, Key::Escape);
    priya.clicks("I am Priya Nair");
    priya.presses(Modifiers::COMMAND, Key::Enter);
    priya.presses(Modifiers::COMMAND, Key::Enter);
    priya.until("the answer", |_| requests(team.path()).len() == 2);
    assert!(priya.copied.is_none(), "who asked will post it");
    assert_eq!(approvals(two.path()), 1);

    asha.until("the yes", |run| run.shows("Priya Nair approved it"));
    asha.presses(Modifiers::COMMAND, Key::Enter);
    asha.until("the copy", |run| run.copied.is_some());
    assert_eq!(approvals(one.path()), 1);
    let copied = asha.copied.clone().unwrap_or_default();
    assert!(
        copied.starts_with(POST) && !copied.contains("nine right"),
        "{copied}"
    );
    let record = files_below(&one.path().join("approved")).remove(0);
    let record = fs::read_to_string(record).unwrap();
    assert!(record.contains("approver: \"Priya Nair\""), "{record}");
    // one changed character, and it is asked anew
    asha.types("!");
    asha.wait();
    assert!(asha.shows("is lifted") || asha.shows("Ask for a second yes"));
    asha.presses(Modifiers::COMMAND, Key::Enter);
    assert!(asha.shows("Somebody else says yes on X"));
}

#[test]
fn an_approver_may_change_the_words_and_the_author_sees_what() {
    let team = tempfile::tempdir().unwrap();
    let (one, two) = (
        home(team.path(), "platforms: [\"x\"]"),
        home(team.path(), "platforms: [\"x\"]"),
    );
    let mut asha = asks(one.path(), team.path());
    let mut priya = opens(two.path());
    priya.clicks("I am Priya Nair");
    priya.clicks("Post text");
    priya.presses(Modifiers::COMMAND, Key::End);
    priya.types(" Come along?");
    priya.wait();
    priya.presses(Modifiers::COMMAND, Key::Enter);
    priya.presses(Modifiers::COMMAND, Key::Enter);
    priya.until("the answer", |_| requests(team.path()).len() == 2);
    asha.until("the yes", |run| run.shows("“Come along?” came in"));
    asha.clicks("Take these words");
    asha.wait();
    assert_eq!(asha.text(), format!("{POST} Come along?"));
    asha.presses(Modifiers::COMMAND, Key::Enter);
    asha.until("the copy", |run| run.copied.is_some());
    assert_eq!(approvals(one.path()), 1);
}

#[test]
fn it_may_come_back_with_a_word_and_alone_one_person_may_stand_for_two() {
    let team = tempfile::tempdir().unwrap();
    let (one, two) = (
        home(team.path(), "platforms: [\"x\"]"),
        home(team.path(), "platforms: [\"x\"]"),
    );
    let mut asha = asks(one.path(), team.path());
    let mut priya = opens(two.path());
    priya.clicks("I am Priya Nair");
    priya.clicks("A word back");
    priya.types("It is ten.");
    priya.clicks("Send it back");
    priya.until("the answer", |_| requests(team.path()).len() == 2);
    asha.until("the word", |run| {
        run.shows("Priya Nair sent it back. It is ten.")
    });
    assert_eq!(approvals(one.path()) + approvals(two.path()), 0);

    let team = tempfile::tempdir().unwrap();
    let alone = home(team.path(), "platforms: [\"x\"], may_speak_too: true");
    drop(asks(alone.path(), team.path()));
    let mut again = Run::new(alone.path());
    again.clicks("Drafts");
    again.wait();
    // what was asked from here is no news here: another home of the same person sees it
    assert!(!again.shows("Look at what Asha Rao asks"));
    let other = home(team.path(), "platforms: [\"x\"], may_speak_too: true");
    let run = opens(other.path());
    assert!(run.window.query_by_label("I am Asha Rao").is_some());
}
