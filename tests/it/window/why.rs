//! Why it is written and how to begin: intent and goal in one click, starters with blanks, links that
//! lead home.

use std::path::Path;

use egui::{Key, Modifiers};

use super::run::{Run, files_below, labels};

const SET: &str = "(format: 1, id: \"ours\", name: \"Ours\", focus: Community,
    core_message: \"One thing at a time.\",
    goals: [(id: \"fewer-calls\", business: \"Fewer repeat calls\", how_social_helps: \"Answer once, in public\")],
    ways: [\"A tip: If {what}, {do this}. Ask {who}?\", \"Show somebody at work.\", \"A question: {The answer}.\"],
    home_base: [(url: \"https://shop.example/returns\", reason: \"see how returns work\", offers: Do),
        (url: \"https://shop.example/ask\", reason: \"ask other owners\", offers: Join)],
    rules: [])\n";

fn home(settings: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("guidelines")).unwrap();
    std::fs::write(home.path().join("guidelines/ours.ron"), SET).unwrap();
    let people = "[(id: \"asha\", name: \"Asha Rao\", company: \"Brightside\")]\n";
    std::fs::write(home.path().join("people.ron"), people).unwrap();
    let settings =
        format!("(format: 1, {settings} platforms: [\"x\"], speaker: ForBrand(\"asha\"))\n");
    std::fs::write(home.path().join("settings.ron"), settings).unwrap();
    home
}

const OURS: &str = "set: \"ours\",";

fn approved(home: &Path) -> String {
    let files = files_below(&home.join("approved"));
    let read = |path| std::fs::read_to_string(path).unwrap_or_default();
    files.into_iter().map(read).collect()
}

#[test]
fn intent_and_goal_take_one_click_each_and_go_with_the_approval() {
    let home = home(OURS);
    let mut run = Run::new(home.path());
    run.clicks("For: Thank");
    run.clicks("Goal: Just being human");
    run.types("Thank you, Leeds, for forty umbrellas.");
    run.wait();
    assert!(!run.shows("Goal: "), "the offers go with the first word");
    // another one by key, and two lines that nobody else sees
    run.presses(Modifiers::ALT, Key::G);
    assert!(run.shows("Which goal does it serve? A digit chooses"));
    run.types("1");
    run.wait();
    assert_eq!(run.text(), "Thank you, Leeds, for forty umbrellas.");
    run.presses(Modifiers::ALT, Key::G);
    run.clicks("Why they care");
    run.types("They were wet 1 hour");
    run.clicks("Why we care");
    run.types("They come back");
    run.presses(Modifiers::NONE, Key::Escape);
    run.presses(Modifiers::ALT, Key::I);
    run.types("1");
    run.wait();
    while run.copied.is_none() && run.n_events < 30 {
        run.presses(Modifiers::COMMAND, Key::Enter);
        run.wait();
    }
    let copied = run.copied.clone().unwrap();
    assert!(
        !copied.contains("wet") && !copied.contains("come back"),
        "{copied}"
    );
    run.until("the approval", |_| !approved(home.path()).is_empty());
    let record = approved(home.path());
    assert!(record.contains("goal: \"fewer-calls\""), "{record}");
    assert!(record.contains("intent: Ask"), "{record}");
    assert!(!record.contains("wet"), "{record}");
    drop(run);
    // all of it is there after a restart
    let mut run = Run::new(home.path());
    run.presses(Modifiers::ALT, Key::G);
    let shown = labels(&run.window);
    assert!(
        shown.iter().any(|label| label == "Fewer repeat calls"),
        "{shown:#?}"
    );
    let drafts: String = files_below(&home.path().join("drafts"))
        .into_iter()
        .map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned())
        .collect();
    assert!(drafts.contains("They were wet 1 hour") && drafts.contains("They come back"));
}

#[test]
fn being_human_is_a_goal_of_every_set() {
    let home = home(OURS);
    let mut run = Run::new(home.path());
    run.clicks("Goal: Just being human");
    run.types("Rain again.");
    run.wait();
    while run.copied.is_none() && run.n_events < 20 {
        run.presses(Modifiers::COMMAND, Key::Enter);
        run.wait();
    }
    run.until("the approval", |_| !approved(home.path()).is_empty());
    assert!(approved(home.path()).contains("goal: \"just-human\""));
}

#[test]
fn a_starter_comes_from_the_file_and_tab_goes_from_blank_to_blank() {
    let home = home(OURS);
    let mut run = Run::new(home.path());
    assert!(
        run.shows("Begin: Who should meet"),
        "{:#?}",
        labels(&run.window)
    );
    assert!(!run.shows("Begin: A question"), "that is for an answer");
    run.clicks("Begin: Show somebody at work.");
    run.wait();
    assert_eq!(run.text(), "", "a way without blanks is a hint");
    run.clicks("Begin: A tip");
    run.wait();
    assert_eq!(run.text(), "If {what}, {do this}. Ask {who}?");
    // the first blank is chosen: typing fills it
    run.types("it jams");
    run.presses(Modifiers::NONE, Key::Tab);
    run.types("open the lid");
    run.presses(Modifiers::ALT, Key::B);
    run.types("Ben");
    assert_eq!(run.text(), "If it jams, open the lid. Ask Ben?");
    // no blank is left, so Tab leaves the text as everywhere
    run.presses(Modifiers::NONE, Key::Tab);
    run.types("x");
    assert_eq!(run.text(), "If it jams, open the lid. Ask Ben?");
}

#[test]
fn one_undo_takes_a_starter_back() {
    let home = home(OURS);
    let mut run = Run::new(home.path());
    run.clicks("Begin: A tip");
    run.wait();
    run.presses(Modifiers::COMMAND, Key::Z);
    run.wait();
    assert_eq!(run.text(), "");
    assert!(run.shows("Begin: A tip"), "and it is offered again");
}

#[test]
fn an_answer_is_offered_a_skeleton_that_fits_what_they_said() {
    let home = home("");
    let mut run = Run::new(home.path());
    run.presses(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    run.window.event(egui::Event::Paste(
        "My parcel is lost again!! This is the third time.".to_owned(),
    ));
    run.step();
    run.step();
    assert!(
        run.shows("Begin: An unhappy customer"),
        "{:#?}",
        labels(&run.window)
    );
    assert!(!run.shows("Begin: Praise") && !run.shows("Begin: A tip"));
    run.clicks("Begin: An unhappy customer");
    run.wait();
    assert!(run.text().contains("{What went wrong} is on us, {name}"));
    assert!(
        run.shows("on hold"),
        "a blank must not go out: {:#?}",
        labels(&run.window)
    );
}

#[test]
fn a_page_of_ours_comes_with_its_reason() {
    let home = home(OURS);
    let mut run = Run::new(home.path());
    run.types("The label printer is back.");
    run.wait();
    run.presses(Modifiers::COMMAND, Key::L);
    assert!(
        run.shows("See how returns work"),
        "{:#?}",
        labels(&run.window)
    );
    run.types("own");
    run.presses(Modifiers::NONE, Key::Enter);
    run.wait();
    let linked = "The label printer is back. Ask other owners: https://shop.example/ask";
    assert_eq!(run.text(), linked);
    assert!(!run.shows("a reason to follow"), "the link says why");
    // one undo, and the caret is in the text
    run.presses(Modifiers::COMMAND, Key::Z);
    run.wait();
    assert_eq!(run.text(), "The label printer is back.");
    // Escape leaves the text as it is
    run.presses(Modifiers::COMMAND, Key::L);
    run.presses(Modifiers::NONE, Key::Escape);
    run.types("!");
    assert_eq!(run.text(), "The label printer is back.!");
}

#[test]
fn without_pages_the_picker_says_where_they_are_named() {
    let home = home("");
    let mut run = Run::new(home.path());
    run.presses(Modifiers::COMMAND, Key::L);
    assert!(
        run.shows("Name your pages in the guidelines"),
        "{:#?}",
        labels(&run.window)
    );
}
