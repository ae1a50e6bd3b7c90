//! The people's screen: every field by keyboard, kept at once, with the file's comments; and a text
//! that is handed on.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::run::{Run, labels};
use super::speaker::{home, people_file};

const NONE: Modifiers = Modifiers::NONE;

/// Clicks something that may have to be scrolled to.
fn reaches(run: &mut Run, label: &str) {
    run.window.get_by_label(label).scroll_to_me();
    run.wait();
    run.clicks(label);
}

fn people(run: &mut Run) {
    run.clicks("People");
    run.wait();
}

#[test]
fn a_card_is_filled_in_and_kept_without_touching_anything_else() {
    let home = home("x", "ForBrand(\"asha\")");
    let mut run = Run::new(home.path());
    people(&mut run);
    assert!(run.shows("Speaks for Brightside, and personally"));
    assert!(run.shows("X takes it"), "{:#?}", labels(&run.window));
    assert!(run.shows("Whose account is it when somebody leaves?"));

    // the pattern of the set is too long for X, and its place says so
    run.clicks("Title");
    run.presses(NONE, Key::End);
    run.types(" lead");
    run.presses(NONE, Key::Tab);
    run.until("the title in the file", |_| {
        people_file(home.path()).contains("Customer care lead")
    });
    assert!(people_file(home.path()).starts_with("// our voices\n[\n    // care\n"));
    assert!(people_file(home.path()).contains("}), // mornings\n"));

    // one click says whose account it is, and the hint is gone
    reaches(&mut run, "Account on X: Theirs");
    run.until("the owner in the file", |_| {
        people_file(home.path()).contains("Mine")
    });
    run.until("the hint to go", |run| {
        !run.shows("Whose account is it when somebody leaves?")
    });

    // a handle that X refuses is told at once, and the old one stays in the file
    reaches(&mut run, "Handle on X");
    run.presses(NONE, Key::End);
    run.types("-of-brightside");
    run.wait();
    assert!(
        run.shows("X does not take it: '-' is not allowed in it, as in @asha_b"),
        "{:#?}",
        labels(&run.window)
    );
    run.presses(NONE, Key::Tab);
    run.wait();
    run.wait();
    assert!(people_file(home.path()).contains("\"@asha_b\""));
    assert!(run.shows("X does not take it"), "what was typed stays");
}

#[test]
fn the_handle_of_the_pattern_is_offered() {
    let home = home("x", "ForBrand(\"asha\")");
    let mut run = Run::new(home.path());
    people(&mut run);
    run.clicks("Ben Ito");
    run.wait();
    run.clicks("Company");
    run.types("Mill");
    run.clicks("Add a handle");
    run.wait();
    run.clicks("X");
    run.wait();
    run.clicks("Use @BenAtMill");
    run.until("the handle in the file", |_| {
        people_file(home.path()).contains("@BenAtMill")
    });
    run.until("the word about it", |run| run.shows("X takes it"));
}

#[test]
fn a_way_of_their_own_to_sign_is_written_and_taken_back() {
    let home = home("x", "ForBrand(\"asha\")");
    let mut run = Run::new(home.path());
    people(&mut run);
    assert!(run.shows("X: – Asha Rao, Brightside"));
    reaches(&mut run, "Sign differently somewhere");
    run.clicks("X");
    run.wait();
    assert!(
        run.shows("Reads – Asha Rao, Brightside"),
        "{:#?}",
        labels(&run.window)
    );
    // the platform's own way is not worth a line in the file
    run.presses(NONE, Key::Tab);
    run.wait();
    assert!(!people_file(home.path()).contains("signatures"));
    reaches(&mut run, "Signature on X");
    run.presses(Modifiers::COMMAND, Key::A);
    run.types("{first}");
    run.presses(NONE, Key::Enter);
    run.types("{title}");
    run.until("the template in the file", |_| {
        people_file(home.path()).contains("\"{first}\\n{title}\"")
    });
    run.until("the preview", |run| run.shows("X: Asha, Customer care"));
    assert!(run.shows("Reads Asha / Customer care"));
    assert!(people_file(home.path()).starts_with("// our voices\n[\n    // care\n"));

    // an unknown piece is told in a sentence, and what was stays
    run.types(" {nam}");
    run.wait();
    run.wait();
    assert!(
        run.shows("Not kept: there is no {nam} in a signature; did you mean {name}?"),
        "{:#?}",
        labels(&run.window)
    );
    assert!(!people_file(home.path()).contains("{nam}"));
    assert!(run.shows("X: Asha, Customer care"));

    reaches(&mut run, "Sign as usual on X");
    run.until("the platform's own way", |_| {
        !people_file(home.path()).contains("{first}")
    });
    run.until("the preview", |run| run.shows("X: – Asha Rao, Brightside"));
}

#[test]
fn a_photo_that_is_not_there_is_said_once_it_is_kept() {
    let home = home("x", "ForBrand(\"asha\")");
    let missing = "There is no file asha.png beside people.ron";
    let mut run = Run::new(home.path());
    people(&mut run);
    reaches(&mut run, "Photo");
    run.types("asha.png");
    assert!(!run.shows(missing), "it is still being typed");
    run.presses(NONE, Key::Tab);
    run.until("the hint", |run| run.shows(missing));
    std::fs::write(home.path().join("asha.png"), "a picture").unwrap();
    run.clicks("Drafts");
    run.wait();
    people(&mut run);
    run.until("the hint to go", |run| !run.shows(missing));
    run.wait();
    assert!(!run.shows(missing));
}

#[test]
fn somebody_is_added_taken_out_and_put_back() {
    let home = home("x", "ForBrand(\"asha\")");
    let mut run = Run::new(home.path());
    people(&mut run);
    run.clicks("Add a person");
    run.wait();
    assert!(run.shows("Somebody new"));
    run.types("Zoë Brandão");
    run.presses(NONE, Key::Tab);
    run.types("Workshop");
    run.presses(NONE, Key::Tab);
    run.until("somebody new in the file", |_| {
        let file = people_file(home.path());
        file.contains("id: \"zoe\", name: \"Zoë Brandão\"") && file.contains("Workshop")
    });
    let full = people_file(home.path());
    assert!(run.window.query_by_label("Remove Zoë").is_some());
    assert!(run.shows("Zoë Brandão"));

    // the screen is left while a field has the keyboard: what was typed is kept
    reaches(&mut run, "Photo");
    run.types("zoe.png");
    run.clicks("Drafts");
    run.until("the photo in the file", |_| {
        people_file(home.path()).contains("zoe.png")
    });
    people(&mut run);
    run.clicks("Asha Rao");
    run.wait();
    let with_photo = people_file(home.path());
    assert!(with_photo.len() > full.len());
    reaches(&mut run, "Remove Asha");
    run.until("the way back", |run| run.shows("Undo: Asha Rao is removed"));
    // the rows above it go when the file is read again
    run.wait();
    assert!(!people_file(home.path()).contains("Asha Rao"));
    run.clicks("Undo: Asha Rao is removed");
    run.until("Asha", |_| people_file(home.path()) == with_photo);

    run.clicks("Write");
    run.wait();
    run.types("A post");
    // nobody else speaks because a card was changed
    run.until("Asha in the window", |run| {
        run.shows("Writing as Asha Rao, for Brightside")
    });
}

#[test]
fn a_text_of_another_field_is_handed_on_and_listed_after_a_restart() {
    let home = home("x", "ForBrand(\"asha\")");
    let text = "Your refund is on its way, Sam. It takes three days. What else can I mend?";
    let mut run = Run::new(home.path());
    run.types(text);
    run.wait();
    assert!(
        run.shows("Ravi Menon"),
        "whose field it is: {:#?}",
        labels(&run.window)
    );
    run.presses(NONE, Key::F8);
    for _ in 0..4 {
        if run.window.query_by_label("Copy a hand-off note").is_some() {
            break;
        }
        run.presses(NONE, Key::F8);
    }
    run.clicks("Copy a hand-off note");
    run.until("the note", |run| run.copied.is_some());
    let note = format!(
        "For: Ravi Menon (ravi@shop.example)\nTopic: returns\nFacts: returns.md\nFrom: Asha Rao\n\n{text}\n"
    );
    assert_eq!(run.copied.as_deref(), Some(note.as_str()));
    assert!(run.shows("Hand-off note copied  ·  for Ravi Menon"));
    run.wait();
    run.until("the disk", |run| !run.shows("Saving"));
    drop(run);

    let mut again = Run::new(home.path());
    again.clicks("Drafts");
    again.wait();
    assert!(again.shows("Handed on"), "{:#?}", labels(&again.window));
    again.clicks("Take back");
    again.wait();
    assert!(!again.shows("Handed on"));
}

#[test]
fn what_nobody_covers_is_asked_of_the_hub() {
    let home = home("x", "ForBrand(\"asha\")");
    let mut run = Run::new(home.path());
    run.types("Is the window in the shed open, Sam? I will look at 3 today.");
    run.wait();
    run.clicks("Copy a hand-off note for the hub");
    run.until("the note", |run| run.copied.is_some());
    let note = run.copied.clone().unwrap_or_default();
    assert!(
        note.starts_with("For: Ben Ito (ben@shop.example)\nFrom: Asha Rao\n"),
        "{note}"
    );
}
