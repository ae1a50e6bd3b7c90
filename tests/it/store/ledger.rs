//! Approvals: one file each, chained, and every change of one is noticed.

use std::fs;

use postwright::approval::{Approval, Request, approve, sha256};
use postwright::check::Report;
use postwright::draft::Speaker;
use postwright::guideline::ActiveSet;
use postwright::store::{Ledger, StoreFault};

use super::Place;

pub fn approved(text: &str, at: &str, speaker: &Speaker) -> Approval {
    approve(&Request {
        parts: &[text.to_owned()],
        body: text,
        platform: "x",
        speaker,
        intent: None,
        experiment: None,
        goal: None,
        they_said: None,
        set: &ActiveSet::default(),
        set_hash: "abc",
        report: &Report::default(),
        exceptions: &[],
        asked: &[],
        answered: &[],
        chance: "",
        approver: "asha",
        now: &at.parse().unwrap(),
    })
    .unwrap()
}

fn three(place: &Place) -> Vec<std::path::PathBuf> {
    let ledger = Ledger::at(&place.home);
    let asha = Speaker::Personally("asha".to_owned());
    [
        (
            "One \"quoted\"\nline",
            "2026-10-31T23:59:59+00:00[UTC]",
            &Speaker::Brand,
        ),
        ("Two", "2026-11-21T10:30:12.7+01:00[Europe/Berlin]", &asha),
        ("Three", "2026-11-21T10:31:00+01:00[Europe/Berlin]", &asha),
    ]
    .map(|(text, at, speaker)| ledger.record(approved(text, at, speaker)).unwrap().1)
    .to_vec()
}

#[test]
fn each_file_names_the_one_before_it() {
    let place = Place::new();
    let files = three(&place);
    let (all, faults) = Ledger::at(&place.home).all();
    assert_eq!(faults, []);
    let texts: Vec<String> = all.iter().map(Approval::text).collect();
    assert_eq!(texts, ["One \"quoted\"\nline", "Two", "Three"]);
    let hash = |n: usize| sha256(&fs::read(&files[n]).unwrap());
    assert_eq!(all[0].prev(), "");
    assert_eq!(all[1].prev(), hash(0));
    assert_eq!(all[2].prev(), hash(1));
    let file = files[2].strip_prefix(&place.home.data).unwrap();
    assert_eq!(
        place.read("ledger.head"),
        format!("{}  {}  twice\n", hash(2), file.display())
    );
    let name = format!(
        "approved/2026/11/20261121T093012Z-asha.personally-{}.ron",
        all[1].seal().short()
    );
    assert!(files[1].ends_with(&name), "{files:?}");
    assert!(
        place.read(&name).contains("parts: ["),
        "a person can read it"
    );
    assert!(
        fs::read_to_string(&files[0])
            .unwrap()
            .contains("One \"quoted\"\nline")
    );
}

#[test]
fn a_changed_removed_or_unreadable_file_is_named() {
    let place = Place::new();
    let files = three(&place);
    let text = fs::read_to_string(&files[1]).unwrap();
    fs::write(
        &files[1],
        text.replace("\"Two\"", "\"Too\"").replace("Two", "Too"),
    )
    .unwrap();
    let (all, faults) = Ledger::at(&place.home).all();
    let words: Vec<&str> = faults
        .iter()
        .map(|fault| fault.fault.reason.as_str())
        .collect();
    assert_eq!(all.len(), 3);
    assert!(words[0].starts_with("the seal does not fit"), "{words:?}");
    assert!(
        words[1].starts_with("the approval before this one is gone or was changed"),
        "{words:?}"
    );
    fs::write(&files[1], "(torn").unwrap();
    fs::remove_file(&files[2]).unwrap();
    let (all, faults) = Ledger::at(&place.home).all();
    assert_eq!(all.len(), 1);
    assert!(
        faults[0].to_string().starts_with("line 1, column"),
        "{faults:?}"
    );
    assert!(
        faults[1].fault.reason.starts_with("the newest approval"),
        "{faults:?}"
    );
}

#[test]
fn a_head_that_is_behind_or_gone_does_not_split_the_chain() {
    let place = Place::new();
    let ledger = Ledger::at(&place.home);
    let next = |n: u32| {
        let at = format!("2026-11-21T09:30:0{n}Z[UTC]");
        ledger
            .record(approved("x", &at, &Speaker::Brand))
            .unwrap()
            .1
    };
    next(1);
    let behind = place.read("ledger.head");
    next(2);
    place.write("ledger.head", behind);
    next(3);
    fs::remove_file(place.home.head()).unwrap();
    next(4);
    let (all, faults) = ledger.all();
    assert_eq!((all.len(), faults), (4, Vec::new()));
    let mut before: Vec<&str> = all.iter().map(Approval::prev).collect();
    before.dedup();
    assert_eq!(before.len(), 4, "no two follow the same one");
}

#[test]
fn two_windows_record_one_after_the_other() {
    let place = Place::new();
    std::thread::scope(|scope| {
        for n in 0..4 {
            let home = &place.home;
            scope.spawn(move || {
                let at = format!("2026-11-21T09:30:0{n}Z[UTC]");
                let approval = approved("same text", &at, &Speaker::Brand);
                Ledger::at(home).record(approval).unwrap();
            });
        }
    });
    let twice = approved("twice", "2026-11-21T09:31:00Z[UTC]", &Speaker::Brand);
    Ledger::at(&place.home).record(twice.clone()).unwrap();
    Ledger::at(&place.home).record(twice).unwrap();
    let (all, faults) = Ledger::at(&place.home).all();
    assert_eq!((all.len(), faults), (6, Vec::new()));
}

#[test]
fn a_held_lock_and_a_full_folder_are_said() {
    let place = Place::new();
    let lock = fs::File::create(place.home.data.join("ledger.lock")).unwrap();
    lock.lock().unwrap();
    let one = || approved("x", "2026-11-21T09:30:00Z[UTC]", &Speaker::Brand);
    let busy = Ledger::at(&place.home).record(one());
    assert!(matches!(busy, Err(StoreFault::Busy { .. })), "{busy:?}");
    drop(lock);
    fs::remove_dir(place.home.approved()).unwrap();
    place.write("approved", "a file in the way");
    let words = Ledger::at(&place.home)
        .record(one())
        .unwrap_err()
        .to_string();
    assert!(words.starts_with("can't save: "), "{words}");
    assert!(!place.home.head().exists(), "nothing counts as recorded");
}
