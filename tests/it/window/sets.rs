//! Sets that come from somebody else: what they bring, and what they let through.

use std::fs;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::run::Run;

/// A home with a set in use that says so much about itself.
fn home(of_set: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("guidelines")).unwrap();
    let set =
        format!("(format: 1, id: \"theirs\", name: \"Theirs\", core_message: \"Hi.\", {of_set})\n");
    fs::write(home.path().join("guidelines/theirs.ron"), set).unwrap();
    home
}

/// The rule for keys as a Nudge, with the example that it needs.
const LOWERED: &str = "extends: [\"smart-start\"], rules: [(id: \"secret\", level: Nudge,
    find: Secret, says: \"A key.\", instead: \"Take it out.\",
    examples: (flags: [\"It is «secret:github».\"], passes: [\"Hi.\"]))]";

#[test]
fn a_set_that_lets_secrets_through_says_so_when_it_is_chosen_and_on_its_page() {
    let all = "keys and passwords, card numbers, bank accounts, national numbers";
    let cases = [
        ("", Some(all)),
        (LOWERED, Some("keys and passwords")),
        ("extends: [\"smart-start\"]", None),
    ];
    for (of_set, open) in cases {
        let home = home(of_set);
        let mut run = Run::new(home.path());
        run.clicks("Guidelines in use: Smart start");
        run.window.get_by_label_contains("Theirs").click();
        run.wait();
        let told = run.shows("This set holds less back than the built-in ones.");
        assert_eq!(told, open.is_some(), "{of_set}");
        let button = run.window.get_by_role_and_label(Role::Button, "Guidelines");
        button.click();
        run.wait();
        let marked = open.map(|open| run.shows(&format!("Lets through: {open}")));
        assert_ne!(marked, Some(false), "{of_set}");
    }
}

const OURS: &str = r#"(format: 1, id: "ours", name: "Ours", extends: ["smart-start"], core_message: "Hi.", rules: [
    (id: "no-hurry", level: Nudge, find: AnyOf(["hurry"]), says: "No need to hurry.", instead: "Say until when."),
])
"#;

/// A home with a set in use, and another version of it.
fn twice() -> (tempfile::TempDir, std::path::PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("guidelines");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("ours.ron"), OURS).unwrap();
    let theirs = OURS.replace("Nudge", "Check").replace("Hi.", "Hello.");
    let copy = folder.join("ours (Asha's conflicted copy).ron");
    fs::write(&copy, theirs).unwrap();
    fs::write(
        home.path().join("settings.ron"),
        "(format: 1, set: \"ours\")\n",
    )
    .unwrap();
    (home, copy)
}

#[test]
fn another_version_of_a_set_is_compared_and_put_away() {
    let (home, copy) = twice();
    let mut run = Run::new(home.path());
    assert!(run.shows("two versions of the set"));
    run.clicks("Compare");
    run.until("what differs", |run| {
        run.shows("There are two versions of Ours")
    });
    assert!(run.shows("core message: “Hi.” in use, “Hello.” in the other"));
    assert!(run.shows("level: “Nudge” in use, “Check” in the other"));
    let file = "ours (Asha's conflicted copy).ron";
    run.clicks(&format!("Put away: {file}"));
    run.until("it is gone", |run| !run.shows("two versions of"));
    assert!(!copy.exists());
    let kept: Vec<_> = fs::read_dir(home.path().join("quarantine"))
        .unwrap()
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(
        fs::read_to_string(home.path().join("guidelines/ours.ron")).unwrap(),
        OURS
    );
}

#[test]
fn two_versions_in_one_file_are_compared_and_the_last_good_one_stays() {
    let (home, copy) = twice();
    fs::remove_file(copy).unwrap();
    let mut run = Run::new(home.path());
    let path = home.path().join("guidelines/ours.ron");
    let torn = OURS.replace(
        "    (id: \"no-hurry\"",
        "<<<<<<< HEAD\n    (id: \"no-rush\", level: Nudge, find: AnyOf([\"rush\"]), says: \"Slow.\", instead: \"Slow.\"),\n=======\n>>>>>>> theirs\n    (id: \"no-hurry\"",
    );
    fs::write(&path, &torn).unwrap();
    run.until("the banner", |run| {
        run.shows("git has left two versions here")
    });
    run.types("Hurry! What would you ask?");
    run.until("the rule", |run| run.shows("No need to hurry"));
    run.clicks("Compare");
    run.until("what differs", |run| {
        run.shows("There are two versions of Ours")
    });
    assert!(run.shows("Only above (Nudge): Slow."));
    assert!(!run.shows("Put it away"), "the file is the set itself");
    assert_eq!(fs::read_to_string(&path).unwrap(), torn);
}
