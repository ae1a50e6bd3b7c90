//! What a person does that touches files, each on a disk in memory.
//!
//! Never: a real disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use postwright::approval::{Approval, SecondAsk};
use postwright::draft::{Draft, Experiment, Learning, Speaker};
use postwright::guideline::{Embargo, Person, Suggestion, from_ron};
use postwright::platform::PlatformAnswers;
use postwright::store::fs::Sim;
use postwright::store::{
    Drafts, Home, Ledger, Library, Notice, Saved, Settings, add_word, ask_second, note_learning,
    note_suggestion, put_embargo, put_person, put_platform, remove_person, remove_platform,
    save_set,
};

use super::ledger::approved;

/// The folder of everything.
pub const HOME: &str = "/home/kim/postwright";

/// A set of somebody's own.
pub const SET: &str = "// ours\n(\n    format: 1,\n    id: \"house\",\n    name: \"House\",\n    extends: [\"smart-start\"],\n    rules: [\n        (id: \"promise\", level: Check, find: AnyOf([\"promise\"]), says: \"Can we keep it?\"), // ask\n    ],\n)\n";
pub const PEOPLE: &str = "// our voices\n[\n    (id: \"asha\", name: \"Asha Rao\", title: \"Care\"), // mornings\n    (id: \"ben\", name: \"Ben Ito\"),\n]\n";
pub const PLATFORMS: &str =
    "// our places\n[\n    (id: \"mastodon\", limit: 1000, source: \"our server\"),\n]\n";
pub const SETTINGS: &str = "(\n    format: 1,\n    zoom: 1.5, // for the beamer\n    set: \"house\",\n    speaker: Personally(\"asha\"),\n)\n";
pub const WORDS: &str = "# ours\nPostwright\nBrightside\n";

/// One thing that a person does.
pub struct Deed {
    pub name: &'static str,
    /// A file that is other than in [`furnished`].
    pub before: Option<(&'static str, &'static str)>,
    /// Does it; an answer other than `Ok` is what the person is told.
    pub act: fn(&Home) -> Result<(), String>,
}

/// All that changes files, but for what is typed.
pub const DEEDS: &[Deed] = &[
    Deed {
        name: "approve",
        before: None,
        act: |home| told(Ledger::at(home).record(approval(3))),
    },
    Deed {
        name: "save settings",
        before: None,
        act: |home| told(changed_settings(home).save(home)),
    },
    Deed {
        name: "save settings of an older format",
        // the oldest one does not say its format
        before: Some((
            "settings.ron",
            "(zoom: 1.5, set: \"house\", speaker: Brand)\n",
        )),
        act: |home| told(changed_settings(home).save(home)),
    },
    Deed {
        name: "edit a set",
        before: None,
        act: |home| {
            let library = Library::load(home);
            let set = library.set("house").ok_or("the set can't be read")?;
            told(save_set(home, set, &SET.replace("keep it", "hold to it")))
        },
    },
    Deed {
        name: "make a set one's own",
        before: None,
        act: |home| {
            let library = Library::load(home);
            let set = library.set("plain-words").or(library.set("smart-start"));
            let set = set.ok_or("it is built in")?;
            told(save_set(home, set, &format!("// ours\n{}", set.source)))
        },
    },
    Deed {
        name: "add an embargo",
        before: None,
        act: |home| {
            let library = Library::load(home);
            let set = library.set("house").ok_or("the set can't be read")?;
            told(put_embargo(home, set, &embargo()))
        },
    },
    Deed {
        name: "change a person",
        before: None,
        act: |home| {
            told(put_person(
                home,
                &person("asha", "Asha Rao", "Customer care"),
            ))
        },
    },
    Deed {
        name: "add a person",
        before: None,
        act: |home| told(put_person(home, &person("kim", "Kim Li", ""))),
    },
    Deed {
        name: "remove a person",
        before: None,
        act: |home| told(remove_person(home, "ben")),
    },
    Deed {
        name: "change a platform",
        before: None,
        act: |home| told(put_platform(home, &answers())),
    },
    Deed {
        name: "remove a platform",
        before: None,
        act: |home| told(remove_platform(home, "mastodon")),
    },
    Deed {
        name: "add a word",
        before: None,
        act: |home| told(add_word(home, "kilowattish")),
    },
    Deed {
        name: "note what was learned",
        before: None,
        act: |home| told(note_learning(home, &learning())),
    },
    Deed {
        name: "suggest a change",
        before: None,
        act: |home| {
            told(note_suggestion(
                home,
                None,
                &Suggestion {
                    rule: "promise".to_owned(),
                    ..Suggestion::default()
                },
            ))
        },
    },
    Deed {
        name: "ask a second person",
        before: None,
        act: |home| {
            let ask = SecondAsk {
                format: 1,
                id: "a1".to_owned(),
                ..SecondAsk::default()
            };
            told(ask_second(home, &home.data, &ask))
        },
    },
    Deed {
        name: "discard a draft",
        before: None,
        act: |home| {
            let (drafts, _, _) = told_with(Drafts::open(home, Box::new(|| {})))?;
            drafts.discard("a");
            saved(drafts.flush())
        },
    },
];

fn told<T, E: ToString>(done: Result<T, E>) -> Result<(), String> {
    told_with(done).map(|_| ())
}

fn told_with<T, E: ToString>(done: Result<T, E>) -> Result<T, String> {
    done.map_err(|fault| fault.to_string())
}

fn saved(state: Saved) -> Result<(), String> {
    match state {
        Saved::Failed { reason } => Err(reason),
        Saved::Idle | Saved::AllSaved { .. } | Saved::Waiting => Ok(()),
    }
}

fn changed_settings(home: &Home) -> Settings {
    let (settings, _) = Settings::load(home);
    Settings {
        zoom: 2.0,
        ..settings
    }
}

pub fn person(id: &str, name: &str, title: &str) -> Person {
    Person {
        id: id.to_owned(),
        name: name.to_owned(),
        title: title.to_owned(),
        ..Person::default()
    }
}

fn answers() -> PlatformAnswers {
    PlatformAnswers {
        id: "mastodon".to_owned(),
        here_for: "So that nobody waits".to_owned(),
        ..PlatformAnswers::default()
    }
}

fn embargo() -> Embargo {
    from_ron("(label: \"the orchard\", until: Date(\"2026-12-01\"), terms: Plain([\"orchard\"]))")
        .unwrap()
}

fn learning() -> Learning {
    Learning {
        experiment: Experiment {
            id: "tea".to_owned(),
            hypothesis: "Questions are answered".to_owned(),
            ..Experiment::default()
        },
        goal: String::new(),
        platforms: vec!["X".to_owned()],
        is_approved: true,
        learned: "They are".to_owned(),
        noted: "2026-11-21".parse().unwrap(),
    }
}

/// The approval of a second.
pub fn approval(second: u32) -> Approval {
    let at = format!("2026-11-21T09:30:{second:02}Z[UTC]");
    approved("Hello", &at, &Speaker::Brand)
}

/// A home in use, on a disk in memory: two approvals, a set, people, platforms, words, settings,
/// and a draft.
pub fn furnished() -> Sim {
    let disk = Sim::default();
    let home = Home::on(disk.clone(), HOME);
    for (name, text) in [
        ("guidelines/house.ron", SET),
        ("people.ron", PEOPLE),
        ("platforms.ron", PLATFORMS),
        ("settings.ron", SETTINGS),
        ("words.txt", WORDS),
    ] {
        disk.put(home.data.join(name), text);
    }
    home.prepare().unwrap();
    for second in [1, 2] {
        Ledger::at(&home).record(approval(second)).unwrap();
    }
    let (drafts, _, _) = Drafts::open(&home, Box::new(|| {})).unwrap();
    drafts.keep(&Draft {
        id: "a".to_owned(),
        body: "Thank you for the kettle".to_owned(),
        ..Draft::default()
    });
    assert!(matches!(drafts.flush(), Saved::AllSaved { .. }));
    drop(drafts);
    disk
}

/// A copy of the disk, with what a deed needs on it.
pub fn ready(disk: &Sim, deed: &Deed) -> (Sim, Home) {
    let disk = disk.fork();
    if let Some((name, text)) = deed.before {
        disk.put(Path::new(HOME).join(name), text);
    }
    let home = Home::on(disk.clone(), HOME);
    (disk, home)
}

/// The files that matter, by names without times: not locks, nor what is on its way, nor the head of
/// the ledger, which may be behind.
pub fn files(disk: &Sim) -> BTreeMap<PathBuf, Arc<Vec<u8>>> {
    let is_apart = |path: &Path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_set_aside = path.starts_with(Path::new(HOME).join("quarantine"));
        is_set_aside
            || name.starts_with(".tmp")
            || [
                "lock",
                "edit.lock",
                "ledger.lock",
                "ledger.head",
                "ledger.copy",
            ]
            .contains(&name)
    };
    let without_time = |path: PathBuf| {
        let text = path.to_str().unwrap();
        match text.split_once('@') {
            Some((before, after)) => PathBuf::from(format!("{before}{}", &after[16..])),
            None => path,
        }
    };
    let files = disk.files().into_iter();
    files
        .filter(|(path, _)| !is_apart(path))
        .map(|(path, bytes)| (without_time(path), bytes))
        .collect()
}

/// What is found, in words, and what the person is told.
pub type Found = (Vec<String>, Vec<String>);

/// Whether a start says that an approval was recorded and not yet noted as the newest: true after a
/// failure or a power cut between the two, and over with the next approval.
pub fn is_note_behind(line: &str) -> bool {
    line.starts_with("it notes an approval that is not the newest")
}

/// What a start finds of everything.
pub fn start(disk: &Sim) -> Found {
    let parts = [settings, library, ledger, drafts].map(|look| look(disk));
    let (found, told): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    (found.concat(), told.concat())
}

/// What a start finds of the settings.
pub fn settings(disk: &Sim) -> Found {
    let (settings, notice) = Settings::load(&Home::on(disk.clone(), HOME));
    let told = notice.iter().map(in_words).collect();
    (vec![format!("{settings:?}")], told)
}

/// What a start finds of sets, people, platforms and words.
pub fn library(disk: &Sim) -> Found {
    let library = Library::load(&Home::on(disk.clone(), HOME));
    let sets = library.sets().iter().filter(|set| set.path.is_some());
    let found = vec![
        format!("{:?}", sets.map(|set| &set.set).collect::<Vec<_>>()),
        format!("{:?}", library.people()),
        format!("{:?} {:?}", library.own_platforms(), library.words()),
    ];
    (
        found,
        library.faults().iter().map(ToString::to_string).collect(),
    )
}

/// What a start finds of the approvals.
pub fn ledger(disk: &Sim) -> Found {
    let (approvals, faults) = Ledger::at(&Home::on(disk.clone(), HOME)).all();
    let found = approvals
        .iter()
        .map(|one| format!("{} {}", one.at(), one.text()));
    (
        found.collect(),
        faults.iter().map(ToString::to_string).collect(),
    )
}

/// What a start finds of the drafts.
pub fn drafts(disk: &Sim) -> Found {
    let opened = Drafts::open(&Home::on(disk.clone(), HOME), Box::new(|| {}));
    let (_, drafts, notices) = opened.unwrap();
    let bodies = drafts.into_iter().map(|draft| draft.body);
    (bodies.collect(), notices.iter().map(in_words).collect())
}

fn in_words(notice: &Notice) -> String {
    format!("{}: {}", notice.title, notice.detail)
}

/// The same with a draft that has a checkpoint, and edits after it.
pub fn checkpointed() -> Sim {
    let disk = furnished();
    let home = Home::on(disk.clone(), HOME);
    let (drafts, _, _) = Drafts::open(&home, Box::new(|| {})).unwrap();
    for n in 0..36 {
        drafts.keep(&Draft {
            id: "long".to_owned(),
            body: format!("{} {n}", "word ".repeat(450)),
            they_said: Some(n.min(32).to_string()),
            ..Draft::default()
        });
        drafts.flush();
    }
    drop(drafts);
    disk
}
