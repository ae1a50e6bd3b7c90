//! What the window says and does while a disk does not keep the text, and once it does again.

use std::time::Instant;

use egui::{Key, Modifiers};
use postwright::store::Home;
use postwright::store::fs::{Failure, Sim};

use super::run::{Run, files_below};

const NOT_SAVED: &str = "Your text is not being saved.";

#[test]
fn a_full_disk_is_told_within_a_second_keeps_every_word_and_mends_by_itself() {
    for failure in [Failure::NoSpace, Failure::Refused, Failure::Short] {
        let disk = Sim::default();
        let mut run = Run::on(Home::on(disk.clone(), "/home"));
        run.types("One. ");
        run.until("the first words are safe", |_| {
            kept(&disk).contains("One. ")
        });
        disk.fail_always(failure);
        let since = Instant::now();
        run.types("Two.");
        run.until("the banner", |run| run.shows(NOT_SAVED));
        println!("{failure:?}: told after {} ms", since.elapsed().as_millis());
        run.types(" Three.");
        run.wait();
        run.clicks("Copy all");
        assert_eq!(run.copied.as_deref(), Some("One. Two. Three."));
        assert_eq!(run.text(), "One. Two. Three.");
        disk.heal();
        run.until("the banner goes", |run| !run.shows(NOT_SAVED));
        assert!(kept(&disk).contains("Three."), "{failure:?}");
    }
}

/// All that lies on a disk in one text.
fn kept(disk: &Sim) -> String {
    let files = disk.files();
    let texts = files.values().map(|bytes| String::from_utf8_lossy(bytes));
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_is_copied_as_approved_that_could_not_be_recorded() {
    let disk = Sim::default();
    let mut run = Run::on(Home::on(disk.clone(), "/home"));
    run.types("The desk opens on Monday at 9. What should we fix next?");
    run.wait();
    disk.fail_always(Failure::NoSpace);
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.until("the reason", |run| run.shows("Nothing was copied"));
    assert_eq!(run.copied, None);
    disk.heal();
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.presses(Modifiers::COMMAND, Key::Enter);
    run.until("the copy", |run| run.copied.is_some());
    let approved = |disk: &Sim| {
        let files = disk.files();
        let paths = files.keys();
        paths
            .filter(|path| path.starts_with("/home/approved"))
            .count()
    };
    assert_eq!(approved(&disk), 1);
}

#[test]
fn earlier_versions_come_back_over_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let mut run = Run::new(home.path());
    run.types("A thought that took some time to find its words, and then some more of them.");
    run.wait();
    run.presses(Modifiers::COMMAND, Key::A);
    run.types("Gone");
    run.until("the version", |_| {
        files_below(&home.path().join("history")).len() == 1
    });
    drop(run);
    let mut run = Run::new(home.path());
    run.wait();
    assert_eq!(run.text(), "Gone");
    run.presses(Modifiers::ALT, Key::H);
    run.until("the versions", |run| run.shows("before much was deleted"));
    let label = super::run::labels(&run.window)
        .into_iter()
        .rfind(|label| label.starts_with("Bring back the version"));
    // the older of the two stands last
    let label = label.unwrap_or_default();
    let all: Vec<_> =
        egui_kittest::kittest::Queryable::query_all_by_label(&run.window, &label).collect();
    all.last().unwrap().click();
    run.wait();
    run.until("the words", |run| {
        run.text().starts_with("A thought that took")
    });
    run.presses(Modifiers::COMMAND, Key::Z);
    run.until("undo", |run| run.text() == "Gone");
}
