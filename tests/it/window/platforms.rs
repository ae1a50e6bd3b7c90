//! What a platform is like, beside its tab and on a page; and the three questions that add one.

use std::fs;
use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::run::{Run, labels};
use super::speaker::home;

const NONE: Modifiers = Modifiers::NONE;
const FILE: &str = "// our places\n[\n    (id: \"forum\", limit: 900), // the club's\n]\n";

fn platforms_file(home: &Path) -> String {
    fs::read_to_string(home.join("platforms.ron")).unwrap_or_default()
}

/// Clicks something that may have to be scrolled to.
fn reaches(run: &mut Run, label: &str) {
    run.window.get_by_label(label).scroll_to_me();
    run.wait();
    run.clicks(label);
}

/// Moves the keyboard to something with Tab, and presses a key there.
fn tabs_to(run: &mut Run, label: &str, key: Key) {
    for _ in 0..120 {
        run.presses(NONE, Key::Tab);
        let node = run.window.query_by_label(label);
        if node.is_some_and(|node| node.is_focused()) {
            run.presses(NONE, key);
            return;
        }
    }
    panic!("Tab never comes to {label}: {:#?}", labels(&run.window));
}

#[test]
fn the_card_opens_beside_the_tab_and_esc_closes_it() {
    let home = home("x", "ForBrand(\"asha\")");
    let mut run = Run::new(home.path());
    run.types("A post");
    run.presses(Modifiers::COMMAND | Modifiers::ALT, Key::Num1);
    run.clicks("About X");
    run.wait();
    for words in [
        "Good for",
        "Quick answers that others can find too",
        "Not good for",
        "Limit: 280 characters",
        "Links: Each costs 23",
        "Emoji: Each costs 2, whatever it is made of",
        "Line breaks: They stay; each counts 1",
        "Fast and public.",
        "The brand and people alike",
        "Nobody has said so yet",
        "Limit read on 21 November 2026, the platform itself says so: https://docs.x.com",
    ] {
        assert!(run.shows(words), "{words}: {:#?}", labels(&run.window));
    }
    run.presses(NONE, Key::Escape);
    run.wait();
    assert!(!run.shows("Not good for"));
    run.types("!");
    assert_eq!(run.text(), "A post!", "the keyboard is back in the text");

    // by key too, also while the text of all is open
    run.presses(Modifiers::COMMAND | Modifiers::ALT, Key::Num0);
    run.presses(Modifiers::SHIFT, Key::F1);
    run.wait();
    assert!(run.shows("Not good for"));
    run.presses(NONE, Key::Enter);
    run.wait();
    assert!(run.shows("Why are we on X?"), "{:#?}", labels(&run.window));
}

#[test]
fn three_answers_add_a_platform_as_a_tab_and_undo_takes_it_out() {
    let home = home("x", "ForBrand(\"asha\")");
    fs::write(home.path().join("platforms.ron"), FILE).unwrap();
    let mut run = Run::new(home.path());
    run.types("A post");
    run.clicks("Platforms");
    run.wait();
    run.clicks("Add a platform");
    run.wait();
    reaches(&mut run, "Add it");
    assert!(run.shows("Choose a platform, or name a new one"));
    run.clicks("Platform: Lemmy");
    run.wait();
    reaches(&mut run, "Add it");
    assert!(run.shows("Choose the goal that it serves"));
    run.clicks("Goal: Just being human");
    run.wait();
    // how each would fit is said with the choice
    run.clicks("Voice: Brightside. Lemmy is for people");
    run.wait();
    assert!(run.shows("Brightside: Lemmy is for people"));
    run.clicks("Voice: Brightside. Lemmy is for people");
    run.clicks("Voice: Ben Ito. Welcome on Lemmy");
    reaches(&mut run, "Add it");
    assert!(run.shows("Say in one line what for"));
    run.clicks("What for, in one line");
    run.types("So that gardeners find us");
    run.presses(NONE, Key::Enter);
    let entry = "    (id: \"lemmy\", goal: \"just-human\", voices: [\"ben\"], here_for: \"So that gardeners find us\"),\n]";
    run.until("the entry in the file", |_| {
        platforms_file(home.path()) == FILE.replace(']', entry)
    });
    run.until("the page", |run| run.shows("So that gardeners find us"));
    assert!(
        run.shows("Why we are here, yours"),
        "{:#?}",
        labels(&run.window)
    );
    assert!(run.shows("Who speaks: Ben Ito"));
    run.until("the news", |run| run.shows("Lemmy is added"));
    run.clicks("Write");
    run.wait();
    assert!(
        run.shows("Lemmy, 29 of 50000"),
        "{:#?}",
        labels(&run.window)
    );

    run.clicks("Platforms");
    run.wait();
    run.clicks("Undo: Lemmy is yours now");
    run.until("the file as it was", |_| {
        platforms_file(home.path()) == FILE
    });
    run.clicks("Write");
    run.until("the tab to go", |run| !run.shows("Lemmy, 29 of"));
    assert_eq!(run.text(), "A post");
}

#[test]
fn a_new_platform_is_added_by_keyboard_alone() {
    let home = home("x", "Brand");
    let mut run = Run::new(home.path());
    run.types("A post 👩‍👩‍👧");
    run.presses(Modifiers::COMMAND, Key::K);
    run.types("add a platform");
    run.presses(NONE, Key::Enter);
    run.wait();
    tabs_to(&mut run, "Platform: another one", Key::Space);
    run.wait();
    run.types("x");
    run.presses(NONE, Key::Tab);
    run.types("0");
    run.wait();
    assert!(run.shows("X is there already; choose it from the list"));
    run.presses(Modifiers::SHIFT, Key::Tab);
    run.types(" Ältere Gärten 👩‍👩‍👧");
    run.wait();
    assert!(
        run.shows("A limit of 0 fits nothing"),
        "{:#?}",
        labels(&run.window)
    );
    run.presses(NONE, Key::Tab);
    run.types("500");
    run.wait();
    tabs_to(&mut run, "Goal: Just being human", Key::Space);
    tabs_to(&mut run, "Voice: Brightside", Key::Space);
    for _ in 0..30 {
        run.presses(NONE, Key::Tab);
        let node = run.window.query_by_label("What for, in one line");
        if node.is_some_and(|node| node.is_focused()) {
            break;
        }
    }
    run.types("For old gardens");
    run.presses(NONE, Key::Enter);
    run.until("the entry in the file", |_| {
        platforms_file(home.path()).contains("(id: \"x-altere-garten\", name: \"x Ältere Gärten")
    });
    run.until("the tab", |run| run.shows("is added"));
    run.clicks("Write");
    run.wait();
    assert!(
        run.shows("x Ältere Gärten 👩‍👩‍👧, 28 of 500"),
        "{:#?}",
        labels(&run.window)
    );

    // it goes again, and what was typed stays
    run.clicks("Platforms");
    run.wait();
    reaches(
        &mut run,
        "Take x Ältere Gärten 👩‍👩‍👧 out of your own platforms",
    );
    run.until("the file", |_| platforms_file(home.path()) == "[\n]\n");
    run.clicks("Write");
    run.until("the tab to go", |run| !run.shows("Ältere Gärten"));
    assert_eq!(run.text(), "A post 👩‍👩‍👧");
}

#[test]
fn a_broken_file_stays_and_so_do_the_answers() {
    let home = home("x", "Brand");
    let broken = "[(id: \"forum\", limmit: 900), // ours\n";
    fs::write(home.path().join("platforms.ron"), broken).unwrap();
    let mut run = Run::new(home.path());
    run.clicks("Platforms");
    run.wait();
    run.clicks("Add a platform");
    run.wait();
    run.clicks("Platform: Lemmy");
    run.clicks("Goal: Just being human");
    run.clicks("Voice: Ben Ito. Welcome on Lemmy");
    run.clicks("What for, in one line");
    run.types("To be found");
    run.presses(NONE, Key::Enter);
    run.until("the sentence", |run| {
        run.shows("The platform is not added.")
    });
    assert_eq!(platforms_file(home.path()), broken);
    assert!(run.shows("Why are we on Lemmy?"), "the answers stay");
}
