//! A draft that tries something out: its nudges rest, what holds it stays, and what was learned is
//! asked for once.

use std::fs;
use std::path::Path;

use egui::{Key, Modifiers};
use postwright::approval::{Request, approve};
use postwright::check::Report;
use postwright::draft::{Draft, Experiment, Speaker};
use postwright::guideline::ActiveSet;
use postwright::store::{Drafts, Home, Ledger};

use super::run::{Run, files_below, labels};

const NONE: Modifiers = Modifiers::NONE;
const HYPOTHESIS: &str = "What do you expect to happen?";
const RESTS: &str = "One nudge rests in this experiment";

const SET: &str = "(format: 1, id: \"try\", name: \"Try\", version: 1, pause: [],
    goals: [(id: \"fewer-calls\", business: \"Fewer repeat calls\"), (id: \"trust\", business: \"People come back\")],
    rules: [
    (id: \"warm-up\", level: Nudge, find: AnyOf([\"excited to\"]), says: \"The news starts later.\", why: \"First lines count.\", instead: \"Begin with the news.\"),
    (id: \"pay\", level: Check, find: AnyOf([\"salary\"]), says: \"Pay comes up here.\", why: \"Figures are compared.\", instead: \"Leave it out.\"),
    (id: \"merger\", level: Hold, find: AnyOf([\"merger\"]), says: \"That is not out yet.\", why: \"It moves prices.\", instead: \"Wait for the day.\"),
])\n";

const TEXT: &str =
    "We are excited to say that the merger changes every salary. What would you ask?";

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(home.path().join(name), text).unwrap();
    fs::create_dir(home.path().join("guidelines")).unwrap();
    put("guidelines/try.ron", SET);
    put("people.ron", "[(id: \"asha\", name: \"Asha Rao\")]\n");
    put(
        "settings.ron",
        "(format: 1, set: \"try\", platforms: [\"x\", \"mastodon\"], speaker: Personally(\"asha\"))\n",
    );
    home
}

/// An experiment that ended long ago.
fn over(id: &str, hypothesis: &str) -> Experiment {
    Experiment {
        id: id.to_owned(),
        hypothesis: hypothesis.to_owned(),
        goal: Some("fewer-calls".to_owned()),
        from: Some("2025-11-21".parse().unwrap()),
        until: Some("2025-12-05".parse().unwrap()),
        ended: None,
    }
}

/// Puts drafts where the window finds them.
fn keep(home: &Path, drafts: &[Draft]) {
    let home = Home::at(home);
    home.prepare().unwrap();
    let (store, _, _) = Drafts::open(&home, Box::new(|| {})).unwrap();
    for draft in drafts {
        store.keep(draft);
    }
    store.flush();
}

fn draft(id: &str, body: &str, experiment: Option<Experiment>) -> Draft {
    Draft {
        id: id.to_owned(),
        body: body.to_owned(),
        platforms: vec!["x".to_owned()],
        speaker: Speaker::Personally("asha".to_owned()),
        experiment,
        caret: (body.len(), body.len()),
        begun: "2025-11-21T10:00:00Z".to_owned(),
        changed: "2025-11-21T10:00:00Z".to_owned(),
        ..Draft::default()
    }
}

/// Records an approval of an experiment on a platform.
fn record(home: &Path, platform: &str, experiment: &Experiment, at: &str) {
    let approval = approve(&Request {
        parts: &["Which box would you keep?".to_owned()],
        body: "Which box would you keep?",
        platform,
        speaker: &Speaker::Brand,
        intent: None,
        experiment: Some(experiment),
        goal: None,
        they_said: None,
        set: &ActiveSet::default(),
        set_hash: "abc",
        report: &Report::default(),
        exceptions: &[],
        asked: &[],
        answered: &[],
        approver: "asha",
        now: &at.parse().unwrap(),
    });
    let home = Home::at(home);
    let (kept, path) = Ledger::at(&home).record(approval.unwrap()).unwrap();
    assert!(kept.is_whole());
    // the seal does not bind the experiment, and the file says it
    let file = fs::read_to_string(&path).unwrap();
    assert!(file.contains(&experiment.hypothesis));
    let (all, faults) = Ledger::at(&home).all();
    assert_eq!(faults, []);
    assert_eq!(all.last().unwrap().experiment(), Some(experiment));
}

fn pages(home: &Path) -> Vec<String> {
    let files = files_below(&home.join("learned"));
    let read = |path: &std::path::PathBuf| fs::read_to_string(path).unwrap();
    files.iter().map(read).collect()
}

#[track_caller]
fn shows(run: &Run, words: &str) {
    assert!(run.shows(words), "{words}: {:#?}", labels(&run.window));
}

#[test]
fn nudges_rest_and_what_holds_a_post_stays() {
    let home = home();
    let mut run = Run::new(home.path());
    run.types(TEXT);
    run.wait();
    for head in ["Worth a look, 1", "Please settle, 1", "On hold, 1"] {
        shows(&run, head);
    }
    run.presses(Modifiers::ALT, Key::X);
    run.types("A question brings answers");
    run.presses(NONE, Key::Enter);
    run.wait();
    assert_eq!(run.text(), TEXT, "the keyboard was in the card");
    assert!(!run.shows(HYPOTHESIS), "Enter closes it");
    shows(&run, ": A question brings answers");
    shows(&run, RESTS);
    assert!(!run.shows("Worth a look, 1"));
    assert!(!run.shows("The news starts later"));
    for head in ["Please settle, 1", "On hold, 1"] {
        shows(&run, head);
    }
    run.clicks("Show it");
    run.wait();
    shows(&run, "Worth a look, 1");
    run.clicks("Let them rest");
    run.wait();
    assert!(!run.shows("Worth a look, 1"));
    run.until("the disk", |run| !run.shows("Saving"));
    drop(run);

    let mut again = Run::new(home.path());
    again.wait();
    shows(&again, ": A question brings answers");
    shows(&again, RESTS);
    again.clicks("Change the experiment");
    again.clicks("No experiment after all");
    again.wait();
    shows(&again, "Worth a look, 1");
    assert!(!again.shows("A question brings answers"));
}

#[test]
fn a_day_is_read_or_asked_for_again_and_a_goal_is_chosen() {
    let home = home();
    let mut run = Run::new(home.path());
    run.types(TEXT);
    run.presses(Modifiers::ALT, Key::X);
    run.types("A question brings answers");
    run.presses(NONE, Key::Tab);
    run.presses(Modifiers::COMMAND, Key::A);
    run.types("next week");
    run.wait();
    shows(&run, "A day as in 20");
    shows(&run, RESTS);
    run.presses(Modifiers::COMMAND, Key::A);
    run.types("2020-01-31");
    shows(&run, "That day has passed; today or later");
    run.presses(Modifiers::COMMAND, Key::A);
    run.types("2199-12-31");
    shows(&run, "Nudges rest until then");
    run.clicks("For which goal?");
    run.clicks("Fewer repeat calls");
    run.presses(NONE, Key::Escape);
    shows(
        &run,
        "Experiment until 31 December 2199: A question brings answers",
    );
    run.types(" Yes?");
    assert!(
        run.text().ends_with("Yes?"),
        "the keyboard is in the text again"
    );
    run.until("the disk", |run| !run.shows("Saving"));
    drop(run);
    let (_, kept, _) = Drafts::open(&Home::at(home.path()), Box::new(|| {})).unwrap();
    let experiment = kept[0].experiment.clone().unwrap();
    assert_eq!(experiment.goal.as_deref(), Some("fewer-calls"));
    assert_eq!(experiment.until, "2199-12-31".parse().ok());
    assert!(experiment.from.is_some() && !experiment.id.is_empty());
}

#[test]
fn what_was_learned_is_asked_once_and_kept() {
    let home = home();
    let experiment = over("one", "Questions / bring answers");
    for (platform, at) in [("x", "10:30"), ("mastodon", "10:31")] {
        let at = format!("2025-11-22T{at}:00+01:00[Europe/Berlin]");
        record(home.path(), platform, &experiment, &at);
    }
    let own = draft("d1", TEXT, Some(experiment));
    keep(home.path(), &[own]);
    let mut run = Run::new(home.path());
    run.wait();
    shows(
        &run,
        "Your experiment ended: Questions / bring answers. What did you learn?",
    );
    shows(&run, "Worth a look, 1");
    run.clicks("Ask me later");
    run.wait();
    assert!(!run.shows("Your experiment ended"));
    shows(&run, "Experiment, ended 5 December 2025");
    drop(run);

    let mut again = Run::new(home.path());
    again.clicks("What did you learn?");
    again.types("Twice as many.");
    again.presses(NONE, Key::Enter);
    again.until("the page", |run| run.shows("Noted  ·  learned"));
    assert!(!again.shows("Your experiment ended"));
    assert!(!again.shows("Questions / bring"));
    let [page] = pages(home.path()).try_into().expect("one page");
    for words in [
        "# Questions / bring answers\n",
        "- Goal: Fewer repeat calls\n",
        "- Platforms: X, Mastodon\n",
        "- From: 2025-11-21\n- Until: 2025-12-05\n",
        "\n\nTwice as many.\n\n",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let file = &files_below(&home.path().join("learned"))[0];
    let name = file.file_name().unwrap().to_string_lossy();
    assert!(name.ends_with("-questions-bring-answers.md"), "{name}");
    again.until("the disk", |run| !run.shows("Saving"));
    drop(again);

    let mut last = Run::new(home.path());
    last.wait();
    assert!(
        !last.shows("Your experiment ended"),
        "{:#?}",
        labels(&last.window)
    );
    last.clicks("Approved");
    last.wait();
    assert!(!last.shows("Your experiment ended"));
}

#[test]
fn a_draft_that_was_never_approved_is_asked_about_where_it_is_seen() {
    let home = home();
    let trial = draft("d1", "Which box?", Some(over("two", "Boxes")));
    let mut other = draft("d2", "Something else.", None);
    other.changed = "2025-11-22T10:00:00Z".to_owned();
    keep(home.path(), &[trial]);
    keep(home.path(), &[other]);
    let mut run = Run::new(home.path());
    run.wait();
    assert_eq!(run.text(), "Something else.");
    assert!(
        !run.shows("Your experiment ended"),
        "not over another draft"
    );
    run.clicks("Drafts");
    run.wait();
    shows(&run, "Your experiment ended: Boxes");
    run.clicks("Nothing to note");
    run.until("the page", |_| !pages(home.path()).is_empty());
    let [page] = pages(home.path()).try_into().expect("one page");
    assert!(page.contains("- Platforms: written for X, not approved\n"));
    assert!(page.contains("\n\nNothing to note.\n\n"));
    run.until("the answer", |run| run.shows("Noted  ·  learned"));
    assert!(!run.shows("Your experiment ended"));
}

#[test]
fn an_experiment_that_is_ended_asks_at_once() {
    let home = home();
    let mut run = Run::new(home.path());
    run.types(TEXT);
    run.presses(Modifiers::ALT, Key::X);
    run.types("Boxes");
    run.presses(NONE, Key::Enter);
    run.presses(Modifiers::ALT, Key::X);
    run.clicks("End the experiment");
    run.wait();
    shows(&run, "Your experiment ended: Boxes");
    shows(&run, "Worth a look, 1");
    run.types("Few.");
    run.presses(NONE, Key::Enter);
    run.until("the page", |run| run.shows("Noted  ·  learned"));
    assert!(pages(home.path())[0].contains("\n\nFew.\n\n"));
    // the draft may try something else
    run.presses(Modifiers::ALT, Key::X);
    shows(&run, HYPOTHESIS);
}
