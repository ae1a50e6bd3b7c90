//! Nobody else may read what is kept, even where the system would let everybody.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use postwright::approval::{SecondAnswer, SecondAsk};
use postwright::draft::{Draft, Occasion, Version};
use postwright::guideline::Suggestion;
use postwright::store::{
    Drafts, Home, Library, Saved, Settings, answer_second, ask_second, atomic_write, keep_version,
    note_suggestion, save_set, write_new,
};
use tempfile::TempDir;

use super::child::{PART as NAME, told};
use super::start;
use crate::store::deeds::{DEEDS, PEOPLE, PLATFORMS, SET};

/// The part of the child, and where it works.
pub const PART: &str = "modes";
const HOME: &str = "POSTWRIGHT_LONG_HOME";

/// Does all that makes files, with damaged ones among them.
pub fn child() {
    let home = Home::at(told(HOME));
    let (drafts, _, _) = Drafts::open(&home, Box::new(|| {})).unwrap();
    let draft = |n: usize| Draft {
        id: "a".to_owned(),
        body: format!("{} {n}", "word ".repeat(4_000)),
        they_said: Some(n.to_string()),
        ..Draft::default()
    };
    for n in 0..12 {
        drafts.keep(&draft(n));
        assert!(matches!(drafts.flush(), Saved::AllSaved { .. }));
    }
    assert!(home.drafts().join("a/checkpoint.ron").exists());
    drafts.keep(&Draft {
        id: "kept".to_owned(),
        body: "word ".repeat(3_000),
        ..Draft::default()
    });
    drop(drafts);
    let version = Version {
        format: 1,
        draft: draft(0),
        occasion: Occasion::Copied,
        at: "2026-11-21T09:30:00Z".to_owned(),
    };
    keep_version(&home, &version).unwrap();
    for deed in DEEDS {
        (deed.act)(&home).unwrap_or_else(|fault| panic!("{}: {fault}", deed.name));
    }
    let library = Library::load(&home);
    let house = library.set("house").unwrap();
    save_set(&home, house, &format!("{}// more\n", house.source)).unwrap();
    write_new(&home.data.join("new.txt"), b"()", false).unwrap();
    // settings that cannot be read are set aside
    atomic_write(&home.settings(), b"(torn").unwrap();
    let (_, notice) = Settings::load(&home);
    assert!(notice.is_some());
}

/// All folders and files below a folder, and itself.
fn all_below(dir: &Path) -> Vec<PathBuf> {
    let mut all = vec![dir.to_owned()];
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            all.extend(all_below(&entry.path()));
        } else {
            all.push(entry.path());
        }
    }
    all
}

#[test]
fn with_no_umask_at_all_everything_is_for_its_owner_alone() {
    let dir = TempDir::new().unwrap();
    let home = Home::at(dir.path().join("home"));
    home.prepare().unwrap();
    let put = |name: &str, text: &str, mode: u32| {
        let path = home.data.join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    };
    // what is there already keeps its mode: teams share their sets
    put("guidelines/house.ron", SET, 0o664);
    put("people.ron", PEOPLE, 0o640);
    put("platforms.ron", PLATFORMS, 0o600);

    let itself = start();
    let mut shell = Command::new("sh");
    shell.args(["-c", "umask 0; exec \"$@\"", "sh"]);
    shell.arg(itself.get_program()).args(itself.get_args());
    shell.env(NAME, PART).env(HOME, &home.data);
    let done = shell.output().unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );

    let mut kinds = [0, 0];
    for path in all_below(&home.data) {
        let about = fs::metadata(&path).unwrap();
        let name = path.strip_prefix(&home.data).unwrap().to_str().unwrap();
        let wanted = match name {
            "guidelines/house.ron" => 0o664,
            "people.ron" => 0o640,
            _ if about.is_dir() => 0o700,
            _ => 0o600,
        };
        let mode = about.permissions().mode() & 0o777;
        assert_eq!(format!("{mode:o}"), format!("{wanted:o}"), "{name}");
        kinds[usize::from(about.is_dir())] += 1;
    }
    println!(
        "with umask 0: {} files, all 0600 but two that were shared; {} folders, all 0700",
        kinds[0], kinds[1]
    );
    assert!(kinds[0] > 15 && kinds[1] > 10, "{kinds:?}");
}

#[test]
fn what_is_written_into_a_folder_of_a_team_is_for_whoever_may_use_the_folder() {
    for (mode, dirs, files) in [(0o2775, 0o2775, 0o664), (0o700, 0o700, 0o600)] {
        let dir = TempDir::new().unwrap();
        let home = Home::at(dir.path().join("home"));
        home.prepare().unwrap();
        let team = dir.path().join("team");
        fs::create_dir(&team).unwrap();
        fs::set_permissions(&team, fs::Permissions::from_mode(mode)).unwrap();
        let ask = SecondAsk {
            format: 1,
            id: "a1".to_owned(),
            ..SecondAsk::default()
        };
        let answer = SecondAnswer {
            format: 1,
            ask: "a1".to_owned(),
            by: "Priya".to_owned(),
            ..SecondAnswer::default()
        };
        let suggestion = Suggestion {
            rule: "promise".to_owned(),
            ..Suggestion::default()
        };
        ask_second(&home, &team, &ask).unwrap();
        answer_second(&home, &team, &answer).unwrap();
        note_suggestion(&home, Some(&team), &suggestion).unwrap();
        let all = all_below(&team);
        assert_eq!(all.len(), 6);
        for path in all {
            let about = fs::metadata(&path).unwrap();
            let wanted = if about.is_dir() { dirs } else { files };
            let mode = about.permissions().mode() & 0o7777;
            assert_eq!(mode, wanted, "{mode:o}, {}", path.display());
        }
    }
}
