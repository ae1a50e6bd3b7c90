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
