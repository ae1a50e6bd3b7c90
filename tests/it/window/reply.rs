//! Journey B: from a complaint on the clipboard to an answer, with keys, text and clicks alone.

use std::path::Path;

use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::run::{Run, files_below, labels};

const SAID: &str =
    "Third time my parcel is NOT where you say it is!! Does anybody over there read these? – Jo";
const ANSWER: &str =
    "I’m sorry, Jo, that is twice too often. I have found your parcel, and I’ll call you by 3pm.";
const SHARP: &str = "Obviously the parcel is at the kiosk, as I said. I’ll call you by 3pm.";

const SERVICE: &str = "(format: 1, set: \"retail-service\")\n";

/// The window on a home with the person who answers.
fn begun(home: &Path, settings: &str) -> Run {
    let people = "[(id: \"asha\", name: \"Asha Rao\", company: \"Brightside\")]\n";
    std::fs::write(home.join("people.ron"), people).unwrap();
    std::fs::write(home.join("settings.ron"), settings).unwrap();
    Run::new(home)
}

/// Ctrl Shift R, and what the system then sends: what is on the clipboard.
fn hear(run: &mut Run, said: &str) {
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    run.n_events += 1;
    run.window.event(Event::Paste(said.to_owned()));
    run.step();
    run.step();
}

fn theirs(run: &Run) -> Option<String> {
    run.window.query_by_label("What they said")?.value()
}

/// The choice that holds.
fn chosen(run: &Run) -> Vec<String> {
    let all = run.window.query_all_by_role(Role::RadioButton);
    let on = all.filter(|node| node.accesskit_node().toggled() == Some(Toggled::True));
    on.filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn read_all(folder: &Path) -> String {
    let files = files_below(folder).into_iter();
    files
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn a_complaint_is_answered_and_stays_with_the_draft() {
    let home = tempfile::tempdir().unwrap();
    let mut run = begun(home.path(), "(format: 1)\n");
    hear(&mut run, SAID);
    assert_eq!(theirs(&run).as_deref(), Some(SAID));
    assert_eq!(chosen(&run), ["Unhappy"], "sorted by its words");
    assert!(run.shows("Heard just now"));
    // the keyboard is in the answer
    run.types(ANSWER);
    run.wait();
    assert_eq!(run.text(), ANSWER);
    assert!(run.shows("You say what happens next, and when"));
    assert!(run.shows("You used their name"));
    assert!(
        run.shows("their words are not kept with it"),
        "{:#?}",
        labels(&run.window)
    );
    for word in ["Worth a look, ", "Please settle, "] {
        assert!(!run.shows(word) || run.shows(&format!("{word}0")), "{word}");
    }
    run.presses(Modifiers::COMMAND, Key::Enter);
    assert!(run.shows("Is it true, and can I point to it?"));
    assert!(!run.shows("Send it cool"), "nothing here stings");
    while run.copied.is_none() && run.n_events < 20 {
        run.presses(Modifiers::NONE, Key::Enter);
    }
    run.until("the clipboard", |run| run.copied.is_some());
    let copied = run.copied.clone().unwrap();
    assert!(copied.starts_with(ANSWER) && !copied.contains("Third time"));
    let approved = read_all(&home.path().join("approved"));
    assert!(approved.contains("twice too often"));
    for word in ["Third time", "anybody over there", "NOT where"] {
        assert!(!approved.contains(word), "{word} is in the ledger");
    }
}

#[test]
fn a_set_may_keep_their_words() {
    let home = tempfile::tempdir().unwrap();
    let mut run = begun(home.path(), SERVICE);
    hear(&mut run, SAID);
    assert!(run.shows("Heard just now, you aim for 4 h"));
    run.types(ANSWER);
    run.wait();
    assert!(
        run.shows("their words are kept with it"),
        "{:#?}",
        labels(&run.window)
    );
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.until("the clipboard", |run| run.copied.is_some());
    assert!(!run.copied.clone().unwrap().contains("Third time"));
    assert!(read_all(&home.path().join("approved")).contains("Third time"));
}

#[test]
fn an_order_number_is_one_check_and_its_fix_takes_it_out() {
    let home = tempfile::tempdir().unwrap();
    let mut run = begun(home.path(), SERVICE);
    hear(&mut run, SAID);
    run.types("Sorry, Jo. Your order 20261121-77 is at the kiosk. I’ll call you by 3pm.");
    run.wait();
    assert!(run.shows("1 to settle"), "{:#?}", labels(&run.window));
    run.presses(Modifiers::NONE, Key::F8);
    while !run.shows("Close order 20261121-77") && run.n_events < 20 {
        run.presses(Modifiers::NONE, Key::F8);
    }
    run.presses(Modifiers::COMMAND, Key::Period);
    run.types("1");
    assert_eq!(
        run.text(),
        "Sorry, Jo. Your order is at the kiosk. I’ll call you by 3pm."
    );
    run.wait();
    assert!(run.shows("Ready for"), "{:#?}", labels(&run.window));
}

#[test]
fn what_needs_no_reply_is_kept_and_makes_no_post() {
    let home = tempfile::tempdir().unwrap();
    let mut run = begun(home.path(), "(format: 1)\n");
    hear(
        &mut run,
        "Your parcels travel so much they should write a blog 😂😂",
    );
    assert_eq!(chosen(&run), ["Rant, joke"]);
    run.clicks("No reply needed");
    assert!(run.shows("No reply needed  ·  listed under Drafts") || run.shows("No reply needed"));
    assert_eq!(theirs(&run), None, "the page is blank again");
    run.wait();
    drop(run);
    let mut run = Run::new(home.path());
    assert_eq!(theirs(&run), None, "it does not come back by itself");
    run.clicks("Drafts");
    assert!(run.shows("No reply needed"), "{:#?}", labels(&run.window));
    assert!(run.shows("Nothing is waiting") || !run.shows("One post is being written"));
    assert!(files_below(&home.path().join("approved")).is_empty());
    // second thoughts
    run.clicks("Open the draft: Your parcels travel so much they should write a blog 😂😂");
    run.clicks("Reply after all");
    assert!(run.shows("No reply needed"));
    assert_eq!(chosen(&run), ["Rant, joke"]);
}

#[test]
fn it_is_sorted_and_dated_by_hand_and_closed_with_a_way_back() {
    let home = tempfile::tempdir().unwrap();
    let mut run = begun(home.path(), SERVICE);
    hear(&mut run, SAID);
    run.types("Hello Jo.");
    run.clicks("Wrong fact");
    assert_eq!(chosen(&run), ["Wrong fact"]);
    run.presses(Modifiers::ALT, Key::R);
    assert_eq!(chosen(&run), ["Praise"]);
    run.clicks("Heard just now, you aim for 4 h. Change when");
    run.clicks("An hour ago");
    assert!(
        run.shows("Heard 1 h ago, you aim for 4 h"),
        "{:#?}",
        labels(&run.window)
    );
    run.clicks("Close what they said");
    assert_eq!(theirs(&run), None);
    assert_eq!(run.text(), "Hello Jo.", "the draft stays");
    run.clicks("Put back what they said");
    assert_eq!(theirs(&run).as_deref(), Some(SAID));
    assert_eq!(chosen(&run), ["Praise"]);
    assert!(run.shows("Heard 1 h ago"));
}

#[test]
fn an_empty_clipboard_leaves_a_field_to_type_into() {
    let home = tempfile::tempdir().unwrap();
    let mut run = begun(home.path(), "(format: 1)\n");
    run.clicks("Reply to somebody");
    run.types("When do you open? 👩‍👩‍👧");
    assert_eq!(theirs(&run).as_deref(), Some("When do you open? 👩‍👩‍👧"));
    assert_eq!(run.text(), "");
    assert_eq!(chosen(&run), ["Question"]);
    // Esc goes to the answer
    run.presses(Modifiers::NONE, Key::Escape);
    run.types("Thank you for your interest in our shop!");
    run.wait();
    assert_eq!(run.text(), "Thank you for your interest in our shop!");
    run.until("the nudge", |run| run.shows("waits for an answer"));
    // what is pasted later is ours
    run.window.event(Event::Paste(" See you.".to_owned()));
    run.wait();
    assert!(run.text().ends_with("See you."));
    // another reply puts this one aside
    hear(&mut run, "Merci beaucoup !");
    assert_eq!(
        (run.text().as_str(), chosen(&run)),
        ("", vec!["Praise".to_owned()])
    );
    run.clicks("Drafts");
    assert!(run.shows("Open the draft: Thank you for your interest"));
}

#[test]
fn a_sharp_answer_gets_a_breath_that_can_be_skipped() {
    let home = tempfile::tempdir().unwrap();
    let mut run = begun(home.path(), "(format: 1)\n");
    hear(&mut run, SAID);
    run.types(SHARP);
    run.wait();
    run.presses(Modifiers::COMMAND, Key::Enter);
    assert!(run.shows("Send it cool"), "{:#?}", labels(&run.window));
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.wait();
    assert!(run.copied.is_none(), "a breath first");
    // it passes by itself
    for _ in 0..10 {
        run.wait();
    }
    assert!(!run.shows("Send it cool"), "{:#?}", labels(&run.window));
    run.presses(Modifiers::NONE, Key::Escape);
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.clicks("Send it cool");
    run.until("the clipboard", |run| run.copied.is_some());
    assert_eq!(files_below(&home.path().join("approved")).len(), 1);
}

#[test]
fn a_sharp_post_that_answers_nobody_gets_none() {
    let home = tempfile::tempdir().unwrap();
    let mut run = begun(home.path(), "(format: 1)\n");
    run.types(SHARP);
    run.wait();
    run.presses(Modifiers::COMMAND, Key::Enter);
    assert!(!run.shows("Send it cool"));
}
