//! Homes that earlier versions left behind, in `tests/homes`: read whole, changed without a loss, and
//! carried over to today's form however the disk fails on the way.
//!
//! Each folder is named after the day of its version and was written by it: settings, people, a set,
//! approvals, and drafts of a program that was killed.

use std::path::{Path, PathBuf};

use postwright::draft::{Draft, How, Speaker};
use postwright::store::fs::{Failure, Fs as _, Sim};
use postwright::store::{Drafts, Home, Ledger, Library, Saved, Settings, put_person, save_set};

use super::deeds::{Deed, HOME, approval, files, person, start};
use super::swept::swept;
use crate::source::root;

/// The text of the draft that was open.
const REPLY: &str = "That's a wasted morning, Sam, and it is on us. 👩‍👩‍👧 I've asked the depot to hold it;\n\
                     I'll ring you by 3 today.\n\nWhat time suits you?";

/// The home of a version, on a disk in memory.
fn home_of(day: &str) -> Sim {
    fn put(disk: &Sim, from: &Path, to: &Path) {
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let to = to.join(entry.file_name());
            if entry.path().is_dir() {
                put(disk, &entry.path(), &to);
            } else {
                disk.put(to, std::fs::read(entry.path()).unwrap().as_slice());
            }
        }
    }
    let disk = Sim::default();
    put(
        &disk,
        &root().join("tests/homes").join(day),
        Path::new(HOME),
    );
    disk
}

fn at(disk: &Sim) -> Home {
    Home::on(disk.clone(), HOME)
}

fn drafts(disk: &Sim) -> (Drafts, Vec<Draft>, usize) {
    let (drafts, found, notices) = Drafts::open(&at(disk), Box::new(|| {})).unwrap();
    (drafts, found, notices.len())
}

#[test]
fn the_home_of_the_first_version_is_read_whole() {
    let disk = home_of("2026-11-21");
    let before = files(&disk);
    let (settings, notice) = Settings::load(&at(&disk));
    assert_eq!(notice, None);
    assert_eq!((settings.zoom, settings.set.as_str()), (1.2, "brightside"));
    assert_eq!(settings.speaker, Some(Speaker::ForBrand("asha".to_owned())));
    assert_eq!(settings.platforms, ["x", "mastodon"]);
    assert_eq!(settings.keys["NewPost"], "Ctrl+M");
    let library = Library::load(&at(&disk));
    assert_eq!(library.faults(), []);
    assert_eq!(library.people()[0].name, "Asha Rao");
    let set = library.open(&["brightside".to_owned()]).unwrap();
    assert_eq!((set.active.head.version, set.brand()), (3, "Brightside"));
    let (approvals, faults) = Ledger::at(&at(&disk)).all();
    assert_eq!(faults, []);
    let texts: Vec<String> = approvals
        .iter()
        .map(postwright::approval::Approval::text)
        .collect();
    assert_eq!(
        texts,
        [
            "Returns take two minutes now. What should we fix next?\n– Asha Rao, Brightside",
            "The desk opens on Monday at nine.\n– Asha Rao, Brightside",
        ]
    );
    assert!(
        approvals
            .iter()
            .all(postwright::approval::Approval::is_whole)
    );
    let (_, found, n_told) = drafts(&disk);
    let [reply, older] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((reply.body.as_str(), n_told), (REPLY, 0));
    assert_eq!(
        reply.variants["mastodon"],
        "A wasted morning, Sam, and it is on us."
    );
    assert_eq!(reply.platforms, ["x", "mastodon", "linkedin/comment"]);
    assert_eq!(reply.tab.as_deref(), Some("mastodon"));
    assert_eq!(reply.caret, (REPLY.len(), REPLY.len()));
    assert_eq!(
        reply.they_said.as_deref(),
        Some("Third time my parcel went to the wrong shop!!")
    );
    assert!(reply.unsigned.contains("linkedin/comment"));
    assert_eq!(
        reply.settled[0].how,
        How::Judgement("it is ours".to_owned())
    );
    assert_eq!(older.body, "An older thought");
    assert_eq!(files(&disk), before, "reading changes nothing");
}

/// What carries a part of it over: the first change in it.
const CARRIED: &[Deed] = &[
    Deed {
        name: "approve in an earlier home",
        before: None,
        act: |home| match Ledger::at(home).record(approval(3)) {
            Ok(_) => Ok(()),
            Err(fault) => Err(fault.to_string()),
        },
    },
    Deed {
        name: "save earlier settings",
        before: None,
        act: |home| {
            let (settings, _) = Settings::load(home);
            let settings = Settings {
                zoom: 2.0,
                ..settings
            };
            settings.save(home).map_err(|fault| fault.to_string())
        },
    },
    Deed {
        name: "edit an earlier set",
        before: None,
        act: |home| {
            let library = Library::load(home);
            let set = library.set("brightside").ok_or("the set can't be read")?;
            let text = set.source.replace("version: 3", "version: 4");
            save_set(home, set, &text)
                .map(|_| ())
                .map_err(|fault| fault.to_string())
        },
    },
    Deed {
        name: "change an earlier person",
        before: None,
        act: |home| {
            put_person(home, &person("asha", "Asha Rao", "Care")).map_err(|fault| fault.to_string())
        },
    },
];

#[test]
fn whatever_fails_while_it_is_carried_over_there_is_the_old_or_the_new() {
    let earlier = home_of("2026-11-21");
    assert_eq!(
        start(&earlier.fork()).1,
        [""; 0],
        "nothing to say at the start"
    );
    for deed in CARRIED {
        swept(&earlier, deed);
    }
}

#[test]
fn what_was_approved_keeps_every_byte_and_the_chain_goes_on() {
    let disk = home_of("2026-11-21");
    let records = |disk: &Sim| -> Vec<(PathBuf, Vec<u8>)> {
        let all = disk.files().into_iter();
        let records = all.filter(|(path, _)| path.starts_with(Path::new(HOME).join("approved")));
        records
            .map(|(path, bytes)| (path, bytes.to_vec()))
            .collect()
    };
    let before = records(&disk);
    Ledger::at(&at(&disk)).record(approval(3)).unwrap();
    let after = records(&disk);
    assert!(before.iter().all(|one| after.contains(one)));
    let (approvals, faults) = Ledger::at(&at(&disk)).all();
    assert_eq!((approvals.len(), faults), (3, Vec::new()));
    // a record that is taken out is missed
    disk.remove_file(&before[0].0).unwrap();
    assert_ne!(Ledger::at(&at(&disk)).all().1, []);
}

#[test]
fn a_draft_of_the_first_version_is_written_on_however_the_disk_fails() {
    let earlier = home_of("2026-11-21");
    let longer = |n: usize| format!("{REPLY}{}", " and more".repeat(n * 300));
    let mut n_runs = 0;
    for failure in Failure::ALL {
        for n in 1.. {
            let disk = earlier.fork();
            disk.fail(n, failure);
            let mut safe = REPLY.to_owned();
            let mut is_told = false;
            if let Ok((drafts, found, notices)) = Drafts::open(&at(&disk), Box::new(|| {})) {
                is_told |= !notices.is_empty();
                // enough for a checkpoint
                for n in 1..12 {
                    let Some(mut draft) = found.iter().find(|one| one.body == REPLY).cloned()
                    else {
                        break;
                    };
                    draft.body = longer(n);
                    drafts.keep(&draft);
                    match drafts.flush() {
                        Saved::AllSaved { .. } => safe.clone_from(&draft.body),
                        Saved::Failed { .. } => is_told = true,
                        Saved::Idle | Saved::Waiting => {}
                    }
                }
            } else {
                is_told = true;
            }
            if disk.n_failed() == 0 {
                break;
            }
            n_runs += 1;
            let at = format!("{failure:?} of call {n}");
            disk.heal();
            let (_, found, _) = drafts(&disk);
            let bodies: Vec<&str> = found.iter().map(|one| one.body.as_str()).collect();
            assert!(
                bodies.iter().any(|body| body.starts_with(&safe)),
                "{at}: {is_told}"
            );
            assert!(bodies.contains(&"An older thought"), "{at}");
        }
    }
    println!("a draft of the first version, each call failing: {n_runs} runs, 0 lost");
}
