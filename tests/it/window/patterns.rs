//! The patterns of a user's own set: looked for off the drawing thread, and still part of everything
//! that is approved.

use std::path::Path;

use egui::{Key, Modifiers};

use super::run::{Run, labels};
use crate::cli::put;

/// A set of the user's own, with one pattern and a home of its own.
fn with_set(home: &Path, pattern: &str) {
    put(
        home,
        "guidelines/own.ron",
        &format!(
            "(format: 1, id: \"own\", name: \"Own\", core_message: \"x\", rules: [\
             (id: \"ticket\", level: Check, find: Pattern(r\"{pattern}\"), says: \"A ticket number stands here.\")])"
        ),
    );
    put(home, "settings.ron", "(set: \"own\")");
}

#[test]
fn a_pattern_of_ones_own_is_found_and_follows_the_text() {
    let home = tempfile::tempdir().unwrap();
    with_set(home.path(), r"\bTIC-\d+");
    let mut run = Run::new(home.path());
    run.types("We looked at TIC-512 today. ");
    run.until("the finding", |run| {
        run.shows("A ticket number stands here.")
    });
    // an edit elsewhere leaves it where it is, without a gap until the next answer
    for word in ["And ", "there ", "is ", "more. "] {
        run.types(word);
        assert!(
            run.shows("A ticket number stands here."),
            "{:#?}",
            labels(&run.window)
        );
    }
    run.presses(Modifiers::NONE, Key::F8);
    assert!(run.shows("TIC-512"), "{:#?}", labels(&run.window));
}

#[test]
fn what_is_approved_was_looked_at_with_every_pattern() {
    let home = tempfile::tempdir().unwrap();
    with_set(home.path(), r"\bTIC-\d+");
    let mut run = Run::new(home.path());
    run.window
        .event(egui::Event::Text("It is TIC-9.".to_owned()));
    // no step between: the answer to the errand cannot be there yet
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.until("the pause", |run| run.shows("Still open: “TIC-9”"));
    assert!(run.shows("A ticket number stands here."));
}
