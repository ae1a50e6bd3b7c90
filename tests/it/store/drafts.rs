//! Drafts: no key that was written is lost, whatever happens to the program or the disk.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::time::Duration;

use postwright::draft::{Draft, Speaker, Triage};
use postwright::store::{Drafts, Saved, clock, new_draft_id};

use super::Place;

fn draft(id: &str, body: &str) -> Draft {
    Draft {
        id: id.to_owned(),
        body: body.to_owned(),
        ..Draft::default()
    }
}

fn open(place: &Place) -> (Drafts, Vec<Draft>) {
    let (drafts, found, notices) = Drafts::open(&place.home, Box::new(|| {})).unwrap();
    assert_eq!(notices, []);
    (drafts, found)
}

/// What a start after a crash would find; nothing that is found damaged may go unsaid.
fn bodies(place: &Place) -> Vec<String> {
    let (_, found, _) = Drafts::open(&place.home, Box::new(|| {})).unwrap();
    found.into_iter().map(|draft| draft.body).collect()
}

fn journal(place: &Place, id: &str) -> PathBuf {
    place.home.drafts().join(id).join("journal")
}

#[test]
fn every_field_comes_back_newest_change_first() {
    let place = Place::new();
    let mut whole = draft("a", "Bödy\r\n👩‍👩‍👧 \"#\u{0}");
    whole.variants.insert("x".to_owned(), "short".to_owned());
    whole.platforms = vec!["x".to_owned(), "linkedin/comment".to_owned()];
    whole.tab = Some("x".to_owned());
    whole.speaker = Speaker::ForBrand("asha".to_owned());
    whole.they_said = Some("Hi?".to_owned());
    whole.heard.at = "2026-11-21T09:00:00Z".to_owned();
    whole.heard.triage = Some(Triage::Question);
    whole.heard.needs_none = true;
    whole.unsigned.insert("x".to_owned());
    whole.caret = (3, 1);
    whole.changed = "2026-11-21T09:30:12Z".to_owned();
    let mut newer = draft("b", "newer");
    newer.changed = "2026-11-21T09:30:12.5Z".to_owned();
    let (drafts, found) = open(&place);
    assert_eq!((drafts.state(), found), (Saved::Idle, Vec::new()));
    drafts.keep(&newer);
    drafts.keep(&whole);
    assert!(matches!(drafts.flush(), Saved::AllSaved { .. }));
    drop(drafts);
    let (_, found) = open(&place);
    assert_eq!(found, [newer, whole]);
}

#[test]
fn a_program_that_never_ends_properly_loses_nothing_that_was_flushed() {
    let place = Place::new();
    let (drafts, _) = open(&place);
    for body in ["H", "He", "Hel", "Hello"] {
        drafts.keep(&draft("a", body));
        drafts.flush();
    }
    std::mem::forget(drafts);
    assert_eq!(bodies(&place), ["Hello"]);
}

#[test]
fn a_key_is_synced_soon_without_being_asked_and_the_window_is_told() {
    let place = Place::new();
    let (told, changes) = channel();
    let on_change = Box::new(move || told.send(()).unwrap_or_default());
    let (drafts, _, _) = Drafts::open(&place.home, on_change).unwrap();
    // typing without a break must not put the sync off
    let is_told = (0..1000).any(|n| {
        drafts.keep(&draft("a", &"x".repeat(n)));
        changes.recv_timeout(Duration::from_millis(5)).is_ok()
    });
    assert!(is_told, "a sync in the midst of typing");
    drafts.keep(&draft("a", "end"));
    while drafts.state() == Saved::Waiting {
        changes.recv_timeout(Duration::from_secs(2)).unwrap();
    }
    assert!(matches!(drafts.state(), Saved::AllSaved { .. }));
}

#[test]
fn a_journal_cut_at_any_byte_gives_the_last_whole_frame() {
    let place = Place::new();
    let base = "Some words. ".repeat(400);
    let texts: Vec<String> = (0..4)
        .map(|n| format!("{base}é{}", "à".repeat(n)))
        .collect();
    let mut ends = Vec::new();
    let (drafts, _) = open(&place);
    for text in &texts {
        drafts.keep(&draft("a", text));
        drafts.flush();
        ends.push(fs::metadata(journal(&place, "a")).unwrap().len() as usize);
    }
    drop(drafts);
    assert!(
        ends[1] - ends[0] < 200,
        "a large body is journaled as edits"
    );
    let bytes = fs::read(journal(&place, "a")).unwrap();
    for cut in (0..30).chain(ends[0] - 30..=bytes.len()) {
        fs::write(journal(&place, "a"), &bytes[..cut]).unwrap();
        let n_whole = ends.iter().filter(|end| **end <= cut).count();
        let wanted: Vec<&String> = n_whole
            .checked_sub(1)
            .map(|n| &texts[n])
            .into_iter()
            .collect();
        assert_eq!(
            bodies(&place).iter().collect::<Vec<_>>(),
            wanted,
            "cut at {cut}"
        );
        // where nothing is left of it there is none
        let left = fs::metadata(journal(&place, "a")).map_or(0, |about| about.len() as usize);
        assert!(left == 0 || ends.contains(&left), "the torn end is cut off");
    }
    assert!(!place.names("quarantine").is_empty());
}

#[test]
fn a_flipped_byte_gives_an_older_text_and_a_copy_of_the_damage() {
    let place = Place::new();
    let (drafts, _) = open(&place);
    for text in ["one", "two", "three"] {
        drafts.keep(&draft("a", text));
        drafts.flush();
    }
    drop(drafts);
    let bytes = fs::read(journal(&place, "a")).unwrap();
    for at in (0..bytes.len()).step_by(5) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x10;
        fs::write(journal(&place, "a"), &flipped).unwrap();
        for body in bodies(&place) {
            assert!(["one", "two", "three"].contains(&body.as_str()), "{body}");
        }
    }
    let mut flipped = bytes.clone();
    *flipped.last_mut().unwrap() ^= 1;
    fs::write(journal(&place, "a"), &flipped).unwrap();
    let (_, found, notices) = Drafts::open(&place.home, Box::new(|| {})).unwrap();
    assert_eq!(found[0].body, "two");
    assert_eq!(notices.len(), 1);
    let copy = notices[0].path.clone().unwrap();
    assert_eq!(fs::read(copy).unwrap(), flipped);
    open(&place);
}

#[test]
fn a_long_journal_becomes_a_checkpoint_and_either_is_enough() {
    let place = Place::new();
    let (drafts, _) = open(&place);
    let text = |n: usize| format!("{} {n}", "word ".repeat(200));
    for n in 0..120 {
        drafts.keep(&draft("a", &text(n)));
        drafts.flush();
    }
    drop(drafts);
    let checkpoint = place.home.drafts().join("a/checkpoint.ron");
    assert!(fs::metadata(journal(&place, "a")).unwrap().len() < 70_000);
    assert!(checkpoint.exists());
    let good = fs::read_to_string(&checkpoint).unwrap();
    fs::write(&checkpoint, good.replacen("word", "ward", 1)).unwrap();
    let (_, found, notices) = Drafts::open(&place.home, Box::new(|| {})).unwrap();
    assert_eq!(found[0].body, text(119));
    assert!(notices[0].title.contains("checkpoint"), "{notices:?}");
    assert!(!checkpoint.exists() && place.names("quarantine")[0].starts_with("checkpoint-"));
    fs::write(&checkpoint, good).unwrap();
    fs::remove_file(journal(&place, "a")).unwrap();
    assert!(bodies(&place)[0].starts_with("word "));
}

#[test]
fn a_disk_that_refuses_is_said_and_is_tried_again_by_itself() {
    let place = Place::new();
    fs::remove_dir_all(place.home.drafts()).unwrap();
    place.write("drafts", "a file in the way");
    let (told, changes) = channel();
    let on_change = Box::new(move || told.send(()).unwrap_or_default());
    let (drafts, _, _) = Drafts::open(&place.home, on_change).unwrap();
    drafts.keep(&draft("a", "kept in memory"));
    let Saved::Failed { reason } = drafts.flush() else {
        panic!("it cannot be saved");
    };
    assert!(!reason.is_empty());
    drafts.keep(&draft("a", "kept in memory, too"));
    assert!(matches!(drafts.state(), Saved::Failed { .. }));
    fs::remove_file(place.home.drafts()).unwrap();
    while !matches!(drafts.state(), Saved::AllSaved { .. }) {
        changes.recv_timeout(Duration::from_secs(5)).unwrap();
    }
    std::mem::forget(drafts);
    assert_eq!(bodies(&place), ["kept in memory, too"]);
}

#[test]
fn a_folder_that_is_removed_under_the_program_comes_back() {
    let place = Place::new();
    let (drafts, _) = open(&place);
    drafts.keep(&draft("a", "one"));
    drafts.flush();
    fs::remove_dir_all(place.home.drafts()).unwrap();
    drafts.keep(&draft("a", "two"));
    assert!(matches!(drafts.flush(), Saved::AllSaved { .. }));
    std::mem::forget(drafts);
    assert_eq!(bodies(&place), ["two"]);
}

#[test]
fn two_windows_never_lose_a_draft_to_each_other() {
    let place = Place::new();
    let (first, _) = open(&place);
    first.keep(&draft("a", "start"));
    first.flush();
    let (second, found) = open(&place);
    assert_eq!(found[0].body, "start");
    first.keep(&draft("a", "start, first"));
    second.keep(&draft("a", "start, second"));
    first.flush();
    second.flush();
    first.keep(&draft("a", "start, first!"));
    second.keep(&draft("b", "another"));
    drop((first, second));
    let mut found = bodies(&place);
    found.sort();
    assert_eq!(found, ["another", "start, first!", "start, second"]);
}

#[test]
fn a_window_that_read_an_older_text_does_not_write_over_a_newer_one() {
    let place = Place::new();
    let (first, _) = open(&place);
    first.keep(&draft("a", "old"));
    drop(first);
    let (late, _) = open(&place);
    let (early, _) = open(&place);
    early.keep(&draft("a", "newer"));
    drop(early);
    late.keep(&draft("a", "older branch"));
    drop(late);
    let mut found = bodies(&place);
    found.sort();
    assert_eq!(found, ["newer", "older branch"]);
}

#[test]
fn a_discarded_draft_lies_in_the_bin_for_thirty_days() {
    let place = Place::new();
    place.write("bin/old~0@20200101T000000Z/journal", "x");
    let (drafts, _) = open(&place);
    assert_eq!(place.names("bin"), [""; 0]);
    drafts.keep(&draft("a", "to the bin"));
    drafts.discard("a");
    drafts.discard("never kept");
    assert!(matches!(drafts.flush(), Saved::AllSaved { .. }));
    let binned = place.names("bin");
    assert!(
        binned.len() == 1 && binned[0].starts_with("a~0@20"),
        "{binned:?}"
    );
    let bytes = fs::read(place.home.bin().join(&binned[0]).join("journal")).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("to the bin"));
    drafts.keep(&draft("a", "begun anew"));
    drop(drafts);
    assert_eq!(bodies(&place), ["begun anew"]);
    assert_eq!(place.names("bin"), binned);
}

#[test]
fn ids_sort_by_time_and_odd_ones_stay_inside_the_folder() {
    let now = clock::now();
    let ids: Vec<String> = (0..50).map(|_| new_draft_id(&now)).collect();
    assert!(ids.is_sorted() && ids.iter().all(|id| !id.contains(['/', ':'])));
    let place = Place::new();
    let (drafts, _) = open(&place);
    drafts.keep(&draft("../../x", "inside"));
    drafts.keep(&draft("", "no id"));
    drop(drafts);
    assert_eq!(place.names("drafts"), ["------x", "draft"]);
}

/// The folder in which the test below has this one type, as a program of its own.
const TYPIST: &str = "POSTWRIGHT_TEST_TYPIST";

#[test]
fn typist() {
    let Some(dir) = std::env::var_os(TYPIST) else {
        return;
    };
    let home = postwright::store::Home::at(dir);
    let (drafts, found, _) = Drafts::open(&home, Box::new(|| {})).unwrap();
    let mut body = found.first().map_or(String::new(), |one| one.body.clone());
    loop {
        body.push('k');
        drafts.keep(&draft("a", &body));
        if matches!(drafts.flush(), Saved::AllSaved { .. }) {
            println!("safe {}", body.len());
        }
    }
}

#[test]
fn a_program_that_is_killed_loses_no_key_that_was_safe() {
    use std::io::{BufRead as _, BufReader};
    let place = Place::new();
    let mut n_safe = 0;
    for n in 0..12 {
        let mut child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::drafts::typist", "--nocapture"])
            .env(TYPIST, &place.home.data)
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut safe =
            || lines.find_map(|line| line.ok()?.strip_prefix("safe ")?.parse::<usize>().ok());
        for _ in 0..=n {
            n_safe = safe().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        n_safe = std::iter::from_fn(safe).last().unwrap_or(n_safe);
        let found = bodies(&place);
        assert_eq!(found.len(), 1);
        assert!(found[0].len() >= n_safe, "{} of {n_safe}", found[0].len());
    }
    assert!(n_safe >= 12);
}

#[test]
#[cfg(target_os = "linux")]
fn very_many_drafts_in_one_sitting_do_not_use_up_the_files_of_the_system() {
    let place = Place::new();
    let (drafts, _) = open(&place);
    for round in 0..3 {
        for n in 0..40 {
            drafts.keep(&draft(&format!("d{n}"), &format!("round {round} of {n}")));
        }
        assert!(matches!(drafts.flush(), Saved::AllSaved { .. }));
    }
    let is_ours = |entry: &fs::DirEntry| {
        let target = fs::read_link(entry.path()).ok();
        target.is_some_and(|target| target.starts_with(place.home.drafts()))
    };
    let open = fs::read_dir("/proc/self/fd").unwrap().flatten();
    let n_open = open.filter(|entry| is_ours(entry)).count();
    assert!((1..=32).contains(&n_open), "{n_open} files are open");
    drop(drafts);
    // each in its own folder, and no copies
    assert_eq!(place.names("drafts").len(), 40);
    let mut found = bodies(&place);
    found.sort();
    let mut wanted: Vec<String> = (0..40).map(|n| format!("round 2 of {n}")).collect();
    wanted.sort();
    assert_eq!(found, wanted);
}
