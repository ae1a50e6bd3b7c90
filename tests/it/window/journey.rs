//! Journey A: from the first start to the first approved copy, with keys, text and clicks alone.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::run::{Run, files_below, labels};

const POST: &str = "We are excited to announce our new returns desk. It opens on Monday at 9, next to the bakery. What should we fix next?";
const FIXED: &str = "Here is our new returns desk. It opens on Monday at 9, next to the bakery. What should we fix next?";

#[test]
fn first_start_to_first_approved_copy() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    assert!(run.shows("What is it for"), "the window opens on the page");

    // the cursor is in the text already
    run.types(POST);
    run.wait();
    assert_eq!(run.text(), POST);
    assert!(run.shows("Going for you, "), "what works comes first");
    assert!(run.shows("excited to announce: "), "one nudge has its card");

    // the signature is filled in where it stands: name, Tab, company, Tab, handle
    run.clicks("Fill in your signature");
    run.types("Asha Rao");
    run.presses(Modifiers::NONE, Key::Tab);
    run.types("Brightside");
    run.presses(Modifiers::NONE, Key::Tab);
    run.types("@asha_b");
    run.presses(Modifiers::NONE, Key::Enter);
    run.until("the signature", |run| {
        run.shows("Signature: Asha Rao, Brightside, @asha_b")
    });
    let file = home.path().join("people.ron");
    run.until("the file", |_| file.exists());
    let people = std::fs::read_to_string(file).unwrap();
    assert!(
        people.contains("Asha Rao") && people.contains("@asha_b"),
        "{people}"
    );

    // a fix by two keys; undo takes it back exactly; the fix once more
    run.presses(Modifiers::COMMAND, Key::Period);
    run.types("1");
    assert_eq!(run.text(), FIXED);
    run.presses(Modifiers::COMMAND, Key::Z);
    assert_eq!(run.text(), POST);
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(run.text(), FIXED);
    run.wait();

    // the pause, and out
    assert!(files_below(&home.path().join("approved")).is_empty());
    run.presses(Modifiers::COMMAND, Key::Enter);
    assert!(
        run.shows("Is it true, and can I point to it?"),
        "the pause asks"
    );
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.until("the clipboard", |run| run.copied.is_some());
    let expect = format!("{FIXED}\n– Asha Rao, Brightside");
    assert_eq!(
        run.copied.as_deref(),
        Some(expect.as_str()),
        "the clipboard has the shown text, byte for byte"
    );
    run.until("the toast", |run| run.shows("Copied for X  ·  seal "));
    assert!(
        run.shows("Next: Mastodon"),
        "the bar offers the next platform"
    );
    let approved = files_below(&home.path().join("approved"));
    assert_eq!(approved.len(), 1, "{approved:?}");
    assert!(run.n_events <= 25, "{} events", run.n_events);
    println!("journey A: {} input events", run.n_events);
}

#[test]
fn a_window_that_goes_away_comes_back_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("Half a thought 👩‍👩‍👧 and");
    run.clicks("Mastodon, 20 of 500");
    run.presses(Modifiers::NONE, Key::ArrowLeft);
    run.wait();
    // no farewell: the window is never dropped, as if the process were gone
    std::mem::forget(run);
    let began = std::time::Instant::now();
    loop {
        let again = Run::new(home.path());
        let tab = again
            .window
            .query_by_role_and_label(Role::Tab, "Mastodon, 20 of 500");
        let tab = tab.and_then(|tab| tab.accesskit_node().toggled());
        let state = egui::TextEdit::load_state(&again.window.ctx, egui::Id::unique("post text"));
        let caret = state
            .and_then(|state| state.cursor.char_range())
            .map(|range| range.primary.index.0);
        let wanted = (
            "Half a thought 👩‍👩‍👧 and",
            Some(Toggled::True),
            Some("Half a thought 👩‍👩‍👧 an".chars().count()),
        );
        if (again.text().as_str(), tab, caret) == wanted {
            return;
        }
        // the disk may be slow on a busy machine
        assert!(
            began.elapsed().as_secs() < 20,
            "still {:?}, {tab:?}, {caret:?}",
            again.text()
        );
    }
}

#[test]
fn a_cluster_is_one_step_for_caret_and_backspace() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("a👨‍👩‍👧‍👦🇩🇪e\u{301}");
    run.presses(Modifiers::NONE, Key::Backspace);
    assert_eq!(run.text(), "a👨‍👩‍👧‍👦🇩🇪");
    run.presses(Modifiers::NONE, Key::ArrowLeft);
    run.presses(Modifiers::NONE, Key::Backspace);
    assert_eq!(run.text(), "a🇩🇪");
    run.presses(Modifiers::COMMAND, Key::Z);
    assert_eq!(run.text(), "a👨‍👩‍👧‍👦🇩🇪");
}

#[test]
fn findings_wait_and_are_settled_with_a_reason() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("We are excited to announce");
    run.wait();
    assert!(
        !run.shows("excited to announce: "),
        "the sentence being written is left alone"
    );
    run.types(" a desk. Write to sam.lee@mail.example for");
    run.wait();
    assert!(run.shows("excited to announce: "));
    assert!(
        run.shows("1 to settle for all 4 platforms"),
        "{:#?}",
        labels(&run.window)
    );
    // F8 goes from one to the next, Alt J answers
    run.presses(Modifiers::NONE, Key::F8);
    run.presses(Modifiers::NONE, Key::F8);
    if !run.shows("Close sam.lee@mail.example") {
        run.presses(Modifiers::NONE, Key::F8);
    }
    assert!(
        run.shows("Close sam.lee@mail.example"),
        "{:#?}",
        labels(&run.window)
    );
    run.presses(Modifiers::ALT, Key::J);
    run.types("Sam asked for it");
    run.presses(Modifiers::NONE, Key::Enter);
    run.wait();
    assert!(run.shows("Undo: sam.lee@mail.example, your call: Sam asked for it"));
    assert!(run.shows("Ready for all 4 platforms"));
    run.clicks("Undo: sam.lee@mail.example, your call: Sam asked for it");
    run.wait();
    assert!(run.shows("1 to settle for all 4 platforms"));
}

#[test]
fn a_set_saved_outside_is_reloaded_and_a_broken_one_is_named() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("guidelines");
    std::fs::create_dir_all(&folder).unwrap();
    let set = |core: &str| {
        format!("(format: 1, id: \"mine\", name: \"Mine\", core_message: \"{core}\")\n")
    };
    std::fs::write(folder.join("mine.ron"), set("One thing at a time.")).unwrap();
    std::fs::write(
        home.path().join("settings.ron"),
        "(format: 1, set: \"mine\")\n",
    )
    .unwrap();
    let mut run = Run::new(home.path());
    assert!(
        run.shows("Core message: One thing at a time."),
        "{:#?}",
        labels(&run.window)
    );
    std::fs::write(folder.join("mine.ron"), set("Two things, in order.")).unwrap();
    run.until("the change", |run| {
        run.shows("Core message: Two things, in order.")
    });
    std::fs::write(
        folder.join("mine.ron"),
        "(format: 1, id: \"mine\",\n name: \"Mine\"\n values: [])\n",
    )
    .unwrap();
    run.until("the banner", |run| run.shows("mine.ron, line 3"));
    assert!(
        run.shows("Core message: Two things, in order."),
        "the last good version stays"
    );
}

#[test]
fn the_palette_does_what_is_typed_into_it() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("A post");
    run.presses(Modifiers::COMMAND, Key::K);
    run.types("guidel");
    assert!(
        run.shows("Edit the guidelines"),
        "{:#?}",
        labels(&run.window)
    );
    assert!(!run.shows("Next finding"));
    assert_eq!(run.text(), "A post", "what is typed goes into the palette");
    run.presses(Modifiers::NONE, Key::Enter);
    run.wait();
    assert!(run.shows("Before approving"), "{:#?}", labels(&run.window));
}

#[test]
fn f6_goes_from_the_text_to_a_card_and_on() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("We are excited to announce a desk. It opens.");
    run.wait();
    run.presses(Modifiers::NONE, Key::F6);
    run.presses(Modifiers::NONE, Key::Enter);
    assert!(
        run.shows("Close We are excited to announce"),
        "{:#?}",
        labels(&run.window)
    );
    run.presses(Modifiers::NONE, Key::F6);
    run.presses(Modifiers::NONE, Key::Tab);
    run.presses(Modifiers::NONE, Key::Enter);
    let tab = run.window.get_by_label_contains("X, ");
    assert_eq!(
        tab.accesskit_node().toggled(),
        Some(Toggled::True),
        "the keyboard is in the tabs"
    );
    assert_eq!(run.text(), "We are excited to announce a desk. It opens.");
}
