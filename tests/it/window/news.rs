//! News that waits: entered in the window, sealed, on hold while it waits, ticked off and lifted by
//! name; and nothing on the disk that gives it away.

use std::path::Path;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::run::{Run, files_below, labels};

const SET: &str = "// ours
(format: 1, id: \"ours\", name: \"Ours\", extends: [\"smart-start\"],
    core_message: \"One thing at a time.\", // kept
)\n";

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(home.path().join(name), text).unwrap();
    std::fs::create_dir(home.path().join("guidelines")).unwrap();
    put("guidelines/ours.ron", SET);
    put(
        "people.ron",
        "[(id: \"asha\", name: \"Asha Rao\", company: \"Brightside\")]\n",
    );
    put(
        "settings.ron",
        "(format: 1, set: \"ours\", platforms: [\"x\"], speaker: ForBrand(\"asha\"))\n",
    );
    home
}

fn set_file(home: &Path) -> String {
    std::fs::read_to_string(home.join("guidelines/ours.ron")).unwrap()
}

fn fills(run: &mut Run, label: &str, text: &str) {
    run.window.get_by_label(label).scroll_to_me();
    run.wait();
    run.clicks(label);
    run.types(text);
}

fn goes(run: &mut Run, screen: &str) {
    run.window
        .get_by_role_and_label(Role::Button, screen)
        .click();
    run.wait();
}

#[test]
fn sealed_news_is_on_hold_until_somebody_lifts_it_by_name() {
    let home = home();
    let mut run = Run::new(home.path());
    goes(&mut run, "Guidelines");
    run.window
        .get_by_label("Add news that waits")
        .scroll_to_me();
    run.wait();
    run.clicks("Add news that waits");
    run.wait();
    run.window.get_by_label("Keep it").scroll_to_me();
    run.wait();
    run.clicks("Keep it");
    assert!(
        run.shows("A harmless name first"),
        "{:#?}",
        labels(&run.window)
    );
    fills(&mut run, "A harmless name", "Hold 12");
    fills(&mut run, "Until", "The board has met");
    fills(
        &mut run,
        "Its words, and how else people say them",
        "Blue Finch",
    );
    fills(&mut run, "To settle first", "Team told, profiles agreed");
    run.window.get_by_label("Keep it").scroll_to_me();
    run.wait();
    run.clicks("Keep it");
    run.until("the entry", |run| run.shows("Waits: The board has met"));
    assert!(
        !run.shows("Keep it"),
        "the form is gone, and its words with it"
    );

    // the file got an entry, and kept every other byte
    let file = set_file(home.path());
    assert!(file.starts_with(SET.split("\n)").next().unwrap()), "{file}");
    assert!(
        file.contains("rounds: 10000") && file.contains("// kept"),
        "{file}"
    );
    for path in files_below(home.path()) {
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("finch"), "{}", path.display());
    }

    // a draft that says it is on hold, in another spelling, and can not be reasoned away
    goes(&mut run, "Write");
    run.types("Meet our new #BlueFinch on Monday. What would you ask it?");
    run.until("the hold", |run| run.shows("Hold 12 is not out yet"));
    assert!(
        run.shows("On hold for X") || run.shows("on hold"),
        "{:#?}",
        labels(&run.window)
    );
    for _ in 0..3 {
        run.presses(Modifiers::COMMAND, Key::Enter);
        run.wait();
    }
    assert!(run.copied.is_none(), "{:?}", run.copied);

    // ticked off, then lifted by name
    goes(&mut run, "Guidelines");
    run.window.get_by_label("Hold 12: Team told").scroll_to_me();
    run.wait();
    run.clicks("Hold 12: Team told");
    run.until("the tick", |_| {
        set_file(home.path()).contains("settled: [\"Team told\"]")
    });
    run.until("the page", |run| {
        let tick = run.window.get_by_label("Hold 12: Team told");
        tick.accesskit_node().toggled() == Some(Toggled::True)
    });
    run.wait();
    run.window.get_by_label("Lift it: Hold 12").scroll_to_me();
    run.wait();
    run.clicks("Lift it: Hold 12");
    run.until("the lifting", |run| run.shows("Lifted by Asha Rao on "));
    goes(&mut run, "Write");
    run.until("the way free", |run| !run.shows("Hold 12 is not out yet"));
}

#[test]
fn what_cannot_be_found_is_not_sealed() {
    let home = home();
    let mut run = Run::new(home.path());
    goes(&mut run, "Guidelines");
    run.window
        .get_by_label("Add news that waits")
        .scroll_to_me();
    run.wait();
    run.clicks("Add news that waits");
    run.wait();
    fills(&mut run, "A harmless name", "Hold 13");
    fills(&mut run, "Until", "2999-12-01");
    fills(
        &mut run,
        "Its words, and how else people say them",
        "one two three four five",
    );
    run.window.get_by_label("Keep it").scroll_to_me();
    run.wait();
    run.clicks("Keep it");
    run.until("the reason", |run| {
        run.shows("one to four can be found in a text")
    });
    assert_eq!(set_file(home.path()), SET);
    assert!(run.shows("Keep it"), "what was typed stays");
}

#[test]
fn news_of_a_set_that_ours_builds_on_is_lifted_where_it_stands() {
    let home = home();
    let base = r#"(format: 1, id: "base", name: "Base", core_message: "All of us.",
    embargoes: [(label: "Hold 12", until: Condition("The board has met"), terms: Plain(["blue finch"]))],
)"#;
    std::fs::write(home.path().join("guidelines/base.ron"), base).unwrap();
    let ours = SET.replace("[\"smart-start\"]", "[\"smart-start\", \"base\"]");
    std::fs::write(home.path().join("guidelines/ours.ron"), &ours).unwrap();
    let mut run = Run::new(home.path());
    run.types("Meet our new blue finch on Monday. What would you ask it?");
    run.until("the hold", |run| run.shows("Hold 12 is not out yet"));
    goes(&mut run, "Guidelines");
    run.window.get_by_label("Lift it: Hold 12").scroll_to_me();
    run.wait();
    run.clicks("Lift it: Hold 12");
    run.until("the file", |_| {
        let file = std::fs::read_to_string(home.path().join("guidelines/base.ron")).unwrap();
        file.contains("lifted")
    });
    assert_eq!(
        set_file(home.path()),
        ours,
        "the own set has nothing to do with it"
    );
    goes(&mut run, "Write");
    run.until("the hold is gone", |run| {
        !run.shows("Hold 12 is not out yet")
    });
}

#[test]
fn a_suggestion_does_not_carry_the_words_that_wait() {
    let home = home();
    let ours = SET.replace(
        "core_message",
        "embargoes: [(label: \"Hold 12\", until: Condition(\"The board has met\"), terms: Plain([\"blue finch\"]))],\n    core_message",
    );
    std::fs::write(home.path().join("guidelines/ours.ron"), ours).unwrap();
    let mut run = Run::new(home.path());
    run.types("Meet our new blue finch on Monday. What would you ask it?");
    run.until("the hold", |run| run.shows("Hold 12 is not out yet"));
    run.presses(Modifiers::NONE, Key::F8);
    run.presses(Modifiers::ALT, Key::S);
    run.types("The Blue Finch is out since Friday, so lift it");
    run.presses(Modifiers::NONE, Key::Enter);
    run.until("the page", |run| run.shows("Suggested"));
    let pages = files_below(&home.path().join("suggestions"));
    let page = std::fs::read_to_string(&pages[0]).unwrap();
    assert!(
        page.contains("The … is out since Friday, so lift it"),
        "{page}"
    );
    assert!(!page.to_lowercase().contains("finch"), "{page}");
    assert!(
        run.shows("Hold 12 is not out yet"),
        "a Hold waits all the same"
    );
}
