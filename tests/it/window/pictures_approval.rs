//! Pictures of what becomes of a seal: lifted, asked about, answered; and of earlier versions.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use postwright::app::Desk;

use super::open;
use super::pictures::save;

const PEOPLE: &str = "[
    (id: \"asha\", name: \"Asha Rao\", title: \"Customer care\", company: \"Brightside\", handles: {\"x\": \"@asha_b\"}),
    (id: \"priya\", name: \"Priya Nair\", company: \"Brightside\", role: Approver),
    (id: \"dana\", name: \"Dana Reyes\", company: \"Brightside\", role: Hub),
]\n";

const POST: &str = "The desk at the front door opens on Monday at 9, next to the bakery. Bring the thing and the order mail on your phone.\n\nWhat should we fix next?";

fn home(theme: &str, team: &Path, second: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(team.join("guidelines")).unwrap();
    let set = format!(
        "(format: 1, id: \"brightside\", name: \"Brightside\", version: 14, extends: [\"smart-start\"], core_message: \"We help people run small shops without losing their evenings.\", own: (names: [\"Brightside\"]), {second})\n"
    );
    fs::write(team.join("guidelines/brightside.ron"), set).unwrap();
    fs::write(team.join("people.ron"), PEOPLE).unwrap();
    let settings = format!(
        "(format: 1, theme: {theme}, set: \"brightside\", language: \"en_US\", platforms: [\"x\", \"mastodon\", \"linkedin\"], speaker: ForBrand(\"asha\"), folders: [\"{}\"])\n",
        team.display()
    );
    fs::write(home.path().join("settings.ron"), settings).unwrap();
    home
}

fn press(h: &mut Harness<'static, Desk>, modifiers: Modifiers, key: Key) {
    h.key_press_modifiers(modifiers, key);
    h.run_steps(4);
}

fn click(h: &mut Harness<'static, Desk>, label: &str) {
    h.get_by_label(label).click();
    h.run_steps(4);
}

/// Steps until a file is there.
fn waits(h: &mut Harness<'static, Desk>, is_there: impl Fn() -> bool) {
    for _ in 0..2_000 {
        if is_there() {
            break;
        }
        h.run_steps(1);
        std::thread::yield_now();
    }
    h.run_steps(8);
}

fn n_files(folder: &Path) -> usize {
    super::run::files_below(folder).len()
}

#[test]
fn seals_second_approvers_and_versions_are_drawn() {
    let folder = std::env::var_os("POSTWRIGHT_PICTURES").map(PathBuf::from);
    let folder = folder.as_deref();
    for (theme, choice) in [(Theme::Light, "Light"), (Theme::Dark, "Dark")] {
        for (size, suffix) in [([1200.0, 760.0], ""), ([900.0, 600.0], "-900x600")] {
            let name = |screen: &str| format!("{screen}{suffix}-{}", choice.to_lowercase());
            let team = tempfile::tempdir().unwrap();
            let own = home(choice, team.path(), "");
            let mut h = open(own.path(), size, theme);
            h.event(Event::Text(POST.to_owned()));
            h.run_steps(8);
            press(&mut h, Modifiers::COMMAND, Key::Enter);
            press(&mut h, Modifiers::COMMAND, Key::Enter);
            waits(&mut h, || n_files(&own.path().join("approved")) == 1);
            h.event(Event::Text(" Come along.".to_owned()));
            h.run_steps(8);
            save(&mut h, folder, &name("15-lifted"));
            press(&mut h, Modifiers::COMMAND, Key::A);
            press(&mut h, Modifiers::NONE, Key::Backspace);
            waits(&mut h, || n_files(&own.path().join("history")) > 1);
            press(&mut h, Modifiers::ALT, Key::H);
            h.run_steps(12);
            save(&mut h, folder, &name("16-versions"));
            let team = tempfile::tempdir().unwrap();
            let wanted = "second_approver: (platforms: [\"x\"])";
            let (author, approver) = (
                home(choice, team.path(), wanted),
                home(choice, team.path(), wanted),
            );
            let mut h = open(author.path(), size, theme);
            h.event(Event::Text(POST.to_owned()));
            h.run_steps(8);
            press(&mut h, Modifiers::COMMAND, Key::Enter);
            click(&mut h, "Somebody else says yes on X. A word to them");
            h.event(Event::Text(
                "Is nine right, or does the bakery open at ten?".to_owned(),
            ));
            h.run_steps(4);
            save(&mut h, folder, &name("17-ask-second"));
            press(&mut h, Modifiers::COMMAND, Key::Enter);
            waits(&mut h, || n_files(&team.path().join("requests")) == 1);
            h.run_steps(12);
            save(&mut h, folder, &name("17-asked"));
            let mut h = open(approver.path(), size, theme);
            click(&mut h, "Drafts");
            save(&mut h, folder, &name("18-waiting-for-your-yes"));
            h.get_by_label_contains("Look at what Asha Rao asks")
                .click();
            h.run_steps(8);
            click(&mut h, "I am Priya Nair");
            save(&mut h, folder, &name("18-second-look"));
        }
    }
}

/// The same set as somebody else saved it at the same time.
fn other_version(team: &Path) {
    let set = fs::read_to_string(team.join("guidelines/brightside.ron")).unwrap();
    let rule = "rules: [(id: \"no-promise\", level: Check, find: AnyOf([\"we promise\"]), says: \"Say what you do.\", instead: \"Say what is done.\")]";
    let theirs = set
        .replace("We help people", "We help busy people")
        .replace("own: (", &format!("{rule}, own: ("));
    let copy = "guidelines/brightside (Priya's conflicted copy 2026-11-20).ron";
    fs::write(team.join(copy), theirs).unwrap();
}

#[test]
fn two_versions_of_a_set_are_drawn() {
    let folder = std::env::var_os("POSTWRIGHT_PICTURES").map(PathBuf::from);
    for (theme, choice) in [(Theme::Light, "Light"), (Theme::Dark, "Dark")] {
        for (size, suffix) in [([1200.0, 760.0], ""), ([900.0, 600.0], "-900x600")] {
            let team = tempfile::tempdir().unwrap();
            let own = home(choice, team.path(), "");
            other_version(team.path());
            let mut h = open(own.path(), size, theme);
            click(&mut h, "Compare");
            let title = "There are two versions of Brightside";
            for _ in 0..2_000 {
                if h.query_by_label(title).is_some() {
                    break;
                }
                h.run_steps(1);
                std::thread::yield_now();
            }
            h.run_steps(4);
            let name = format!("19-two-versions{suffix}-{}", choice.to_lowercase());
            save(&mut h, folder.as_deref(), &name);
        }
    }
}
