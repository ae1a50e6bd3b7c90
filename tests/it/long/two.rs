//! Two windows on one folder: the same drafts, settings, people, words and set, and approvals at the
//! same moment. What either was told is saved must be there in the end.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use jiff::Zoned;
use postwright::approval::{Approval, Request, approve};
use postwright::check::Report;
use postwright::draft::{Draft, Speaker};
use postwright::guideline::{ActiveSet, Person};
use postwright::store::{
    Drafts, Home, Ledger, Library, Saved, Settings, StoreFault, add_word, put_person, save_set,
};
use tempfile::TempDir;

use super::chance::Chance;
use super::child::{play, report, told, words};

/// The part of a child, and what it is told.
pub const PART: &str = "two";
const HOME: &str = "POSTWRIGHT_LONG_HOME";
const WHO: &str = "POSTWRIGHT_LONG_WHO";
const SECONDS: &str = "POSTWRIGHT_LONG_SECONDS";

const SET: &str = "(\n    format: 1,\n    id: \"house\",\n    name: \"House\",\n    core_message: \"One thing at a time.\",\n)\n";

/// A window, and what it was told.
struct Window {
    home: Home,
    who: String,
    chance: Chance,
    drafts: Drafts,
    bodies: BTreeMap<String, String>,
    settings: Settings,
    /// The settings as they were saved last.
    before: Settings,
    /// Words that were typed and are not yet known to be saved.
    unsaved: Vec<String>,
    n: u64,
}

impl Window {
    fn open(home: Home, who: String) -> Self {
        let (drafts, there, notices) = Drafts::open(&home, Box::new(|| {})).unwrap();
        assert!(notices.is_empty(), "{notices:?}");
        let (settings, notice) = Settings::load(&home);
        assert_eq!(notice, None);
        let bodies = there.into_iter().map(|draft| (draft.id, draft.body));
        Self {
            chance: Chance(who.len() as u64 + u64::from(std::process::id())),
            bodies: bodies.collect(),
            before: settings.clone(),
            settings,
            unsaved: Vec::new(),
            n: 0,
            home,
            who,
            drafts,
        }
    }

    /// Starts again; what is saved by then is reported.
    fn reopen(&mut self) {
        self.flush();
        let (drafts, there, notices) = Drafts::open(&self.home, Box::new(|| {})).unwrap();
        assert!(notices.is_empty(), "{notices:?}");
        // the old handle writes what it has, and frees its drafts
        drop(std::mem::replace(&mut self.drafts, drafts));
        let there: BTreeMap<String, String> = there
            .into_iter()
            .map(|draft| (draft.id, draft.body))
            .collect();
        self.bodies = there.into_iter().take(4).collect();
    }

    fn name(&mut self) -> String {
        self.n += 1;
        format!("{}{}", self.who, self.n)
    }

    fn act(&mut self) {
        match self.chance.below(100) {
            0..60 => self.type_a_word(),
            60..70 => self.flush(),
            70..76 => self.change_settings(),
            76..83 => self.change_a_person(),
            83..88 => self.add_a_word(),
            88..94 => self.change_the_set(),
            94..99 => self.approve(),
            _ if self.chance.below(4) == 0 => self.reopen(),
            _ => {}
        }
    }

    fn type_a_word(&mut self) {
        let word = self.name();
        let known: Vec<String> = self.bodies.keys().cloned().collect();
        let n = self.chance.below(known.len().max(3));
        let id = known.get(n).cloned().unwrap_or_else(|| format!("draft{n}"));
        let body = self.bodies.entry(id.clone()).or_default();
        body.push_str(&word);
        body.push(' ');
        let body = body.clone();
        self.unsaved.push(word);
        self.drafts.keep(&Draft {
            id,
            body,
            ..Draft::default()
        });
    }

    fn flush(&mut self) {
        if let Saved::AllSaved { .. } = self.drafts.flush() {
            for word in self.unsaved.drain(..) {
                report(&format!("word {word}"));
            }
        }
    }

    /// One window changes the zoom, the other the width of the report; both the set.
    fn change_settings(&mut self) {
        let n = self.chance.below(100);
        if self.who == "a" {
            self.settings.zoom = 0.5 + n as f32 / 50.0;
        } else {
            self.settings.report_width = Some(200.0 + n as f32);
        }
        self.settings.set = format!("{}{n}", self.who);
        if self.told(self.settings.save_since(&self.before, &self.home)) {
            self.before = self.settings.clone();
            report(&format!("zoom {}", self.settings.zoom));
            report(&format!(
                "width {}",
                self.settings.report_width.unwrap_or_default()
            ));
        }
    }

    fn change_a_person(&mut self) {
        let title = self.name();
        let id = format!("{}-{}", self.who, self.chance.below(5));
        let person = Person {
            name: format!("Name of {id}"),
            id: id.clone(),
            title: title.clone(),
            ..Person::default()
        };
        if self.told(put_person(&self.home, &person)) {
            report(&format!("title {id} {title}"));
        }
    }

    fn add_a_word(&mut self) {
        let word = self.name();
        if self.told(add_word(&self.home, &word)) {
            report(&format!("known {word}"));
        }
    }

    fn change_the_set(&mut self) {
        let library = Library::load(&self.home);
        let Some(set) = library.set("house") else {
            panic!("the set is gone: {:?}", library.faults());
        };
        let line = self.name();
        // a person takes a moment
        std::thread::sleep(Duration::from_millis(self.chance.below(20) as u64));
        let text = format!("{}// {line}\n", set.source);
        if self.told(save_set(&self.home, set, &text).map(|_| ())) {
            report(&format!("line {line}"));
        }
    }

    fn approve(&mut self) {
        let text = self.name();
        let approval = approval(&text);
        if self.told(Ledger::at(&self.home).record(approval).map(|_| ())) {
            report(&format!("approved {text}"));
        }
    }

    /// Whether something was done; what it was not is told to the person, and counted.
    fn told(&self, done: Result<(), StoreFault>) -> bool {
        match done {
            Ok(()) => true,
            Err(StoreFault::Changed { .. } | StoreFault::Busy { .. }) => {
                report("clash");
                false
            }
            Err(fault) => panic!("{}: {fault}", self.who),
        }
    }
}

fn approval(text: &str) -> Approval {
    approve(&Request {
        parts: &[text.to_owned()],
        body: text,
        platform: "x",
        speaker: &Speaker::Brand,
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
        now: &Zoned::now(),
    })
    .unwrap()
}

/// Works as one window for a while.
pub fn child() {
    let seconds: u64 = told(SECONDS).parse().unwrap();
    let mut window = Window::open(Home::at(told(HOME)), told(WHO));
    let since = Instant::now();
    while since.elapsed() < Duration::from_secs(seconds) {
        window.act();
        // so that the two do not take turns by chance
        std::thread::sleep(Duration::from_millis(window.chance.below(6) as u64));
    }
    window.flush();
    drop(window);
    report("done");
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Figures {
    pub seconds: u64,
    pub n_words: usize,
    pub n_copies: usize,
    pub n_edits: usize,
    pub n_approvals: usize,
    pub n_clashes: usize,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "two windows on one folder for {} s: {} words saved in {} drafts and copies, {} edits \
             of settings, people, words and a set, {} approvals in one chain, {} clashes told; 0 \
             lost, 0 files unreadable",
            self.seconds,
            self.n_words,
            self.n_copies,
            self.n_edits,
            self.n_approvals,
            self.n_clashes
        )
    }
}

/// What both windows were told is saved.
#[derive(Default)]
struct Told {
    words: BTreeSet<String>,
    known: BTreeSet<String>,
    lines: BTreeSet<String>,
    approved: BTreeSet<String>,
    titles: BTreeMap<String, String>,
    zoom: Option<String>,
    width: Option<String>,
    n_edits: usize,
    n_clashes: usize,
    n_done: usize,
}

impl Told {
    fn take(&mut self, who: &str, line: &str) {
        let one = |word: &str| word.to_owned();
        match words(line).as_slice() {
            ["word", word] => _ = self.words.insert(one(word)),
            ["approved", text] => _ = self.approved.insert(one(text)),
            ["clash"] => self.n_clashes += 1,
            ["done"] => self.n_done += 1,
            // each window knows its own best
            ["zoom", zoom] if who == "a" => self.zoom = Some(one(zoom)),
            ["width", width] if who == "b" => self.width = Some(one(width)),
            ["zoom" | "width", _] => self.n_edits += 1,
            ["known", word] => {
                self.n_edits += 1;
                self.known.insert(one(word));
            }
            ["line", line] => {
                self.n_edits += 1;
                self.lines.insert(one(line));
            }
            ["title", id, title] => {
                self.n_edits += 1;
                self.titles.insert(one(id), one(title));
            }
            other => panic!("{other:?}"),
        }
    }
}

/// Lets two windows work for so many seconds.
pub fn run(seconds: u64, start: &dyn Fn() -> Command) -> Figures {
    let dir = TempDir::new().unwrap();
    let home = Home::at(dir.path());
    home.prepare().unwrap();
    std::fs::write(home.guidelines().join("house.ron"), SET).unwrap();
    let both = ["a", "b"].map(|who| {
        let told = [
            (HOME, dir.path().to_str().unwrap().to_owned()),
            (WHO, who.to_owned()),
            (SECONDS, seconds.to_string()),
        ];
        (who, play(start, PART, &told))
    });
    let mut told = Told::default();
    for (who, mut played) in both {
        for line in &played.reports {
            told.take(who, &line);
        }
        assert!(played.child.wait().unwrap().success());
    }
    assert_eq!(told.n_done, 2);
    compared(dir.path(), &told, seconds)
}

/// Compares what is there with what was told.
fn compared(dir: &Path, told: &Told, seconds: u64) -> Figures {
    let home = Home::at(dir);
    let (drafts, there, notices) = Drafts::open(&home, Box::new(|| {})).unwrap();
    drop(drafts);
    assert!(notices.is_empty(), "{notices:?}");
    let found: BTreeSet<&str> = there
        .iter()
        .flat_map(|draft| draft.body.split_whitespace())
        .collect();
    all_there("typed", &told.words, |word| found.contains(word));

    let library = Library::load(&home);
    assert_eq!(library.faults(), []);
    let set = &library.set("house").unwrap().source;
    let lines: BTreeSet<&str> = set
        .lines()
        .filter_map(|line| line.strip_prefix("// "))
        .collect();
    all_there("set", &told.lines, |line| lines.contains(line));
    all_there("words.txt", &told.known, |word| {
        library.words().iter().any(|one| one == word)
    });
    for (id, title) in &told.titles {
        let person = library.people().iter().find(|person| person.id == *id);
        assert_eq!(person.map(|person| &person.title), Some(title), "{id}");
    }

    let (settings, notice) = Settings::load(&home);
    assert_eq!(notice, None);
    let width = settings.report_width.map(|width| width.to_string());
    if let Some(zoom) = &told.zoom {
        assert_eq!(
            settings.zoom.to_string(),
            *zoom,
            "the zoom of the first window"
        );
    }
    assert_eq!(width, told.width, "the width of the second window");

    let (approvals, faults) = Ledger::at(&home).all();
    assert_eq!(faults, []);
    let approved: BTreeSet<String> = approvals.iter().map(Approval::text).collect();
    assert_eq!(approved, told.approved, "approvals");
    assert!(!home.quarantine().exists(), "nothing was unreadable");
    Figures {
        seconds,
        n_words: told.words.len(),
        n_copies: there.len(),
        n_edits: told.n_edits,
        n_approvals: approvals.len(),
        n_clashes: told.n_clashes,
    }
}

#[track_caller]
fn all_there(what: &str, wanted: &BTreeSet<String>, is_there: impl Fn(&str) -> bool) {
    let lost: Vec<&String> = wanted.iter().filter(|one| !is_there(one)).collect();
    assert!(
        lost.is_empty(),
        "{what}: {} of {} lost: {lost:?}",
        lost.len(),
        wanted.len()
    );
}
