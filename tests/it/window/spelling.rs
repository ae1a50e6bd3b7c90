//! A misspelt word: its menu by key and by pointer, the change and its undo, words of one's own.

use std::path::Path;
use std::time::Instant;

use egui::{Event, Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::Queryable as _;

use super::run::{Run, labels};

/// A window whose language does not hang on the machine of the test.
fn run(home: &Path) -> Run {
    std::fs::write(
        home.join("settings.ron"),
        "(format: 1, language: \"en_US\")\n",
    )
    .unwrap();
    Run::new(home)
}

/// Shift F10 as soon as the dictionary is there.
fn ask(run: &mut Run) {
    let began = Instant::now();
    loop {
        run.presses(Modifiers::SHIFT, Key::F10);
        if !run.shows("The dictionary is on its way") {
            return;
        }
        assert!(began.elapsed().as_secs() < 20, "no dictionary came");
    }
}

fn right_clicks(run: &mut Run, offset: egui::Vec2) {
    let at = run.window.get_by_label("Post text").rect().min + offset;
    run.window.event(Event::PointerMoved(at));
    run.step();
    for pressed in [true, false] {
        run.window.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        run.step();
    }
    run.step();
}

#[test]
fn a_suggestion_replaces_the_word_and_one_undo_brings_it_back() {
    let home = tempfile::tempdir().unwrap();
    let mut run = run(home.path());
    run.types("We recieve parcels 👍 and don’t ask teh time.");
    ask(&mut run);
    run.until("the suggestion", |run| run.shows("receive"));
    run.clicks("receive");
    assert_eq!(run.text(), "We receive parcels 👍 and don’t ask teh time.");
    run.presses(Modifiers::COMMAND, Key::Z);
    assert_eq!(run.text(), "We recieve parcels 👍 and don’t ask teh time.");
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    // by keys alone: the first row has the keyboard, Enter takes it, and the next word is asked about
    ask(&mut run);
    run.until("the suggestion", |run| {
        labels(&run.window).iter().any(|label| label == "the")
    });
    run.wait();
    run.presses(Modifiers::NONE, Key::Enter);
    assert_eq!(run.text(), "We receive parcels 👍 and don’t ask the time.");
    run.types("!");
    assert_eq!(
        run.text(),
        "We receive parcels 👍 and don’t ask the! time.",
        "the caret stands behind the word, and the keyboard is in the text"
    );
    ask(&mut run);
    assert!(
        run.shows("No word looks misspelt"),
        "{:#?}",
        labels(&run.window)
    );
}

#[test]
fn a_right_click_on_the_word_opens_its_menu_and_escape_closes_it() {
    let home = tempfile::tempdir().unwrap();
    let mut run = run(home.path());
    run.types("definately a word, and more words. ");
    ask(&mut run);
    run.until("the menu", |run| run.shows("Add to my words"));
    run.presses(Modifiers::NONE, Key::Escape);
    run.wait();
    assert!(!run.shows("Add to my words"), "{:#?}", labels(&run.window));
    run.presses(Modifiers::NONE, Key::End);
    right_clicks(&mut run, vec2(180.0, 16.0));
    assert!(!run.shows("Add to my words"), "that word is right");
    right_clicks(&mut run, vec2(30.0, 16.0));
    run.until("the suggestion", |run| run.shows("definitely"));
    run.clicks("definitely");
    assert_eq!(run.text(), "definitely a word, and more words. ");
}

#[test]
fn a_word_of_ones_own_is_silent_from_now_on() {
    let home = tempfile::tempdir().unwrap();
    let mut run = run(home.path());
    run.types("Our shelfie is here. ");
    ask(&mut run);
    run.until("the menu", |run| run.shows("Add to my words"));
    run.clicks("Add to my words");
    run.wait();
    run.types("It");
    assert_eq!(
        run.text(),
        "Our shelfieIt is here. ",
        "the keyboard is back"
    );
    run.presses(Modifiers::COMMAND, Key::Z);
    ask(&mut run);
    assert!(
        run.shows("No word looks misspelt"),
        "{:#?}",
        labels(&run.window)
    );
    let words = home.path().join("words.txt");
    let file = words.clone();
    run.until("the list", |_| {
        std::fs::read_to_string(&file).is_ok_and(|list| list == "shelfie\n")
    });
    run.wait();
    drop(run);
    let mut again = Run::new(home.path());
    assert_eq!(again.text(), "Our shelfie is here. ");
    ask(&mut again);
    assert!(
        again.shows("No word looks misspelt"),
        "{:#?}",
        labels(&again.window)
    );
    // taken off the list by hand, it is asked about again
    std::fs::write(&words, "other\n").unwrap();
    let began = Instant::now();
    while !again.shows("Add to my words") {
        assert!(began.elapsed().as_secs() < 20, "never asked about again");
        again.wait();
        ask(&mut again);
    }
}

#[test]
fn a_broken_dictionary_is_named_once_and_english_stands_in() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("dictionaries");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("en_US.aff"), "SET UTF-8\n").unwrap();
    std::fs::write(folder.join("en_US.dic"), "no number\n<html>\n").unwrap();
    let mut run = run(home.path());
    run.until("the banner", |run| {
        run.shows("A dictionary cannot be used.")
    });
    run.types("We recieve parcels. ");
    ask(&mut run);
    run.until("the suggestion", |run| run.shows("receive"));
}

#[test]
fn spelling_can_be_switched_off_and_on() {
    let home = tempfile::tempdir().unwrap();
    let mut run = run(home.path());
    run.types("We recieve parcels. ");
    for (says, kept) in [("Spelling is off", "spelling: Off"), ("Spelling is on", "")] {
        run.presses(Modifiers::COMMAND, Key::K);
        run.types("spelling on or off");
        run.presses(Modifiers::NONE, Key::Enter);
        run.until("the toast", |run| run.shows(says));
        let settings = home.path().join("settings.ron");
        run.until("the settings", |_| {
            std::fs::read_to_string(&settings).is_ok_and(|text| text.contains(kept))
        });
    }
    ask(&mut run);
    run.until("the suggestion", |run| run.shows("receive"));
}
