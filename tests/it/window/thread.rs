//! Journey C: one thought, a thread on one platform and one post on another.

use std::collections::BTreeSet;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::run::{Run, files_below, labels};

const THOUGHT: &str = "We moved our returns desk to the front door this week. You hand the parcel over, we scan it, and the refund is on its way before you are back on the street. It took us three tries to get the queue right, and the third idea came from Sam at the bakery next door.\n\nWhat changed for you: no form, no printer, no box needed. Bring the thing and the order mail on your phone. If the phone is flat, your name and postcode do the job too.\n\nWhat would you fix next? We read every answer, and the best one gets built in January: https://shop.example/returns";

const APPROVE: (Modifiers, Key) = (Modifiers::COMMAND, Key::Enter);
const PARTS: (Modifiers, Key) = (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::T);

fn press(run: &mut Run, (modifiers, key): (Modifiers, Key)) {
    run.presses(modifiers, key);
}

/// Copies what Ctrl Enter copies next.
fn next(run: &mut Run) -> String {
    run.copied = None;
    press(run, APPROVE);
    run.until("the clipboard", |run| run.copied.is_some());
    run.copied.clone().unwrap_or_default()
}

#[test]
fn a_thread_is_approved_once_and_copied_part_by_part_over_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types(THOUGHT);
    run.wait();
    assert!(run.shows("X, 3 parts"), "{:#?}", labels(&run.window));
    assert!(run.shows("LinkedIn, 548 of 3000"));

    press(&mut run, PARTS);
    assert!(run.shows("Part 1 of 3: We moved"));
    assert!(run.shows("Copy 3: What would you fix next?"));
    press(&mut run, APPROVE);
    let first = next(&mut run);
    assert!(first.starts_with("We moved our returns desk") && first.ends_with(" 1/3"));
    run.until("the toast", |run| {
        run.shows("Copied 1 of 3 for X  ·  seal ")
    });
    assert_eq!(files_below(&home.path().join("approved")).len(), 1);
    run.until("the tick", |run| {
        run.shows("Copy 1: ") && run.shows(", copied")
    });
    run.wait();
    // the window goes away without a farewell, and comes back where it was
    std::mem::forget(run);
    let mut run = Run::new(home.path());
    run.until("the next part", |run| run.shows("Copy 2 of 3"));
    let second = next(&mut run);
    assert!(second.starts_with("What changed for you") && second.ends_with(" 2/3"));
    let third = next(&mut run);
    assert!(third.starts_with("What would you fix next?") && third.contains("3/3"));
    assert_eq!(
        files_below(&home.path().join("approved")).len(),
        1,
        "one approval stands for all parts"
    );
    assert!(run.shows("Approved for X"), "{:#?}", labels(&run.window));

    // then on to the next platform, as the button says
    assert!(run.shows("Next: Mastodon"));
    press(&mut run, APPROVE);
    run.wait();
    assert!(
        run.shows("48 on hold") || run.shows("on hold for Mastodon"),
        "{:#?}",
        labels(&run.window)
    );
    run.presses(Modifiers::COMMAND | Modifiers::ALT, Key::Num1);

    // one changed character, in any part, lifts the seal
    press(&mut run, PARTS);
    run.types("!");
    run.wait();
    assert!(!run.shows("Approved for X"));
    assert!(!run.shows(", copied"), "the copying begins anew");
}

#[test]
fn a_text_that_is_over_by_little_is_the_writers_to_shorten_or_split() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types(&"What would you fix next? ".repeat(12));
    run.wait();
    assert!(run.shows("X, 19 over 280"), "{:#?}", labels(&run.window));
    press(&mut run, PARTS);
    run.wait();
    assert!(run.shows("X, 2 parts"), "{:#?}", labels(&run.window));
    run.clicks("Numbering 1/3 at the end, counted");
    run.clicks("None");
    assert!(run.shows("No numbering"));
    assert!(!run.shows(" 1/2"), "{:#?}", labels(&run.window));
    run.clicks("No numbering");
    run.clicks("Keep it one post");
    run.wait();
    assert!(run.shows("X, 19 over 280"), "{:#?}", labels(&run.window));
}

#[test]
fn a_break_by_hand_always_wins() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("One thought. Another one.");
    for _ in 0..12 {
        run.presses(Modifiers::NONE, Key::ArrowLeft);
    }
    run.presses(Modifiers::COMMAND, Key::T);
    run.wait();
    // LinkedIn shares the text and takes no threads, so the break is one that does no harm there
    assert_eq!(run.text(), "One thought.\n\n\nAnother one.");
    assert!(run.shows("X, 2 parts"), "{:#?}", labels(&run.window));
    run.presses(Modifiers::COMMAND, Key::Z);
    assert_eq!(run.text(), "One thought. Another one.");
    let x = |run: &Run| run.window.query_by_label_contains("X, 25 of 280").is_some();
    run.until("one post again", x);
}

#[test]
fn a_platform_leaves_the_text_of_all_alone_and_comes_back() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("One line for all.");
    run.presses(Modifiers::COMMAND | Modifiers::ALT, Key::Num3);
    run.types(" And one more here.");
    run.wait();
    assert!(
        run.shows("differs from All (1 line)"),
        "{:#?}",
        labels(&run.window)
    );
    assert!(run.shows("X, 17 of 280"), "the others follow");
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    assert!(run.shows("new:  And one more here") || run.shows("new: And one more here"));
    run.clicks("Follow the text of all again");
    run.wait();
    assert_eq!(run.text(), "One line for all.");
    assert!(!run.shows("differs from All"));
}

#[test]
fn the_reading_view_says_where_it_folds() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types(THOUGHT);
    run.presses(Modifiers::COMMAND | Modifiers::ALT, Key::Num3);
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    let shown: BTreeSet<String> = labels(&run.window).into_iter().collect();
    assert!(
        shown
            .iter()
            .any(|label| label.starts_with("As it reads on LinkedIn: We moved")),
        "{shown:#?}"
    );
    assert!(run.shows("Folds after about"), "{shown:#?}");
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    assert_eq!(run.text(), THOUGHT);
}

#[test]
fn the_tightest_platform_stands_first() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("A line.");
    run.clicks("More platforms");
    run.clicks("Bluesky");
    run.wait();
    let tabs: Vec<String> = labels(&run.window)
        .into_iter()
        .filter(|label| label.contains(" of "))
        .collect();
    let places: Vec<usize> = ["X, ", "Bluesky, ", "Mastodon, ", "LinkedIn, "]
        .iter()
        .filter_map(|name| tabs.iter().position(|tab| tab.starts_with(name)))
        .collect();
    assert!(places.len() == 4 && places.is_sorted(), "{tabs:#?}");
}
