//! A seal and what becomes of it: lifted by an edit, told, put back, or made anew in one step.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::run::{Run, files_below};

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(home.path().join(name), text).unwrap();
    put(
        "people.ron",
        "[(id: \"asha\", name: \"Asha Rao\", company: \"Brightside\"), (id: \"ravi\", name: \"Ravi Iyer\", company: \"Brightside\")]\n",
    );
    put(
        "settings.ron",
        "(format: 1, platforms: [\"x\"], speaker: ForBrand(\"asha\"))\n",
    );
    home
}

fn approvals(home: &Path) -> usize {
    files_below(&home.join("approved")).len()
}

/// A window with an approved text.
fn approved(home: &Path) -> Run {
    let mut run = Run::new(home);
    run.types("The desk opens on Monday at 9. What should we fix next?");
    run.wait();
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.until("the record", |_| approvals(home) == 1);
    run.until("the seal", |run| run.shows("Approved for X"));
    run
}

/// Puts the caret behind "Monday" and takes it away.
fn takes_monday_away(run: &mut Run) {
    run.presses(Modifiers::COMMAND, Key::Home);
    for _ in 0..4 {
        run.presses(Modifiers::CTRL, Key::ArrowRight);
    }
    run.presses(Modifiers::CTRL | Modifiers::SHIFT, Key::ArrowRight);
    run.types(" Friday");
    run.wait();
}

#[test]
fn one_changed_word_lifts_the_seal_says_so_and_can_be_taken_back() {
    let home = home();
    let mut run = approved(home.path());
    let sealed = run.text();
    takes_monday_away(&mut run);
    assert_ne!(run.text(), sealed);
    assert!(run.shows("is lifted"));
    assert!(
        run.shows("became “Friday"),
        "{:#?}",
        super::run::labels(&run.window)
    );
    run.clicks("Back to the sealed text");
    run.wait();
    assert_eq!(run.text(), sealed);
    assert!(run.shows("Approved for X"), "the seal holds again");
    run.presses(Modifiers::COMMAND, Key::Z);
    run.wait();
    assert!(run.text().contains("Friday"), "one undo has the edit back");
    assert_eq!(approvals(home.path()), 1);
}

#[test]
fn whoever_sealed_it_seals_the_edit_in_one_step() {
    let home = home();
    let mut run = approved(home.path());
    run.copied = None;
    takes_monday_away(&mut run);
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.until("the second record", |_| approvals(home.path()) == 2);
    run.until("the copy", |run| run.copied.is_some());
    assert!(run.shows("became “Friday"), "the toast says what changed");
    let copied = run.copied.clone().unwrap_or_default();
    assert!(copied.contains("on Friday"), "{copied}");
    assert!(run.shows("Approved for X"));
}

#[test]
fn another_post_in_its_place_or_another_speaker_is_asked_again() {
    let home = home();
    let mut run = approved(home.path());
    run.presses(Modifiers::COMMAND, Key::A);
    run.types("Something else entirely, about the bakery. Who has been there?");
    run.wait();
    run.presses(Modifiers::COMMAND, Key::Enter);
    assert!(run.shows("Is it true, and can I point to it?"));
    run.presses(Modifiers::NONE, Key::Escape);
    run.presses(Modifiers::ALT, Key::Z);
    run.until("the old text", |run| run.shows("Approved for X"));
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    run.wait();
    run.window.get_by_label_contains("Ravi Iyer, for").click();
    run.wait();
    assert!(run.shows("somebody else speaks now"));
    run.presses(Modifiers::COMMAND, Key::Enter);
    assert!(run.shows("Is it true, and can I point to it?"));
    assert_eq!(approvals(home.path()), 1);
}

#[test]
fn a_lifted_seal_is_still_known_after_a_restart() {
    let home = home();
    let mut run = approved(home.path());
    takes_monday_away(&mut run);
    drop(run);
    let mut run = Run::new(home.path());
    run.wait();
    assert!(run.shows("is lifted"));
    run.presses(Modifiers::ALT, Key::Z);
    run.until("the seal", |run| run.shows("Approved for X"));
}
