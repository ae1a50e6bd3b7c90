//! Kills a process that types, at any moment, and looks at what a start finds.
//!
//! The child keeps drafts as the window does. It says what it is about to type, and what it was told
//! is saved; this process writes that down, with the times, and knows the script.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use postwright::draft::Draft;
use postwright::store::{Drafts, Home, Saved};
use tempfile::TempDir;

use super::chance::Chance;
use super::child::{Played, play, report, told, words};

/// The part of the child, and what it is told.
pub const PART: &str = "kills";
const HOME: &str = "POSTWRIGHT_LONG_HOME";
const SEED: &str = "POSTWRIGHT_LONG_SEED";

/// The drafts, with the size at which each is cut down, in bytes.
const DRAFTS: [(&str, usize); 3] = [("short", 300), ("long", 5_000), ("longer", 20_000)];
/// What is typed.
const WORDS: [&str; 8] = [
    "kettle ",
    "a",
    "\n\n",
    "“Brightside” ",
    "👩‍👩‍👧",
    "é",
    "the one that nobody throws away ",
    ".",
];
/// Older than this, nothing may be lost, in microseconds.
const OLD: u64 = 1_000_000;

/// The bodies of the drafts that are there.
type Bodies = BTreeMap<String, String>;

/// What somebody does: the same for the same seed and beginning.
struct Script {
    chance: Chance,
    seed: u64,
    bodies: Bodies,
    n: u64,
}

impl Script {
    fn new(seed: u64, bodies: Bodies) -> Self {
        Self {
            chance: Chance(seed),
            seed,
            bodies,
            n: 0,
        }
    }

    /// Changes a draft, or discards it. Every text there ever is differs from all others, because
    /// it ends with its number.
    fn next(&mut self) -> (&'static str, Option<String>) {
        self.n += 1;
        let (id, most) = DRAFTS[self.chance.below(DRAFTS.len())];
        if self.chance.below(70) == 0 && self.bodies.remove(id).is_some() {
            return (id, None);
        }
        let old = self.bodies.get(id).map_or("", String::as_str);
        let mut text = old.rsplit_once('#').map_or("", |(text, _)| text).to_owned();
        let word = WORDS[self.chance.below(WORDS.len())];
        if text.len() < most / 2 {
            // what is pasted
            text.push_str(&word.repeat(most / 2 / word.len()));
        }
        let at = text.floor_char_boundary(self.chance.below(text.len() + 1));
        match self.chance.below(4) {
            0 => {
                let end = text.floor_char_boundary(at + self.chance.below(30));
                text.replace_range(at..end.max(at), "");
            }
            1 => text.push_str(word),
            _ => text.insert_str(at, word),
        }
        if text.len() > most {
            text.truncate(text.floor_char_boundary(most / 2));
        }
        let text = format!("{text}#{}.{}", self.seed, self.n);
        self.bodies.insert(id.to_owned(), text.clone());
        (id, Some(text))
    }
}

/// Types until it is killed.
pub fn child() {
    let seed: u64 = told(SEED).parse().unwrap();
    let home = Home::at(told(HOME));
    let (drafts, there, _) = Drafts::open(&home, Box::new(|| {})).unwrap();
    let bodies = there.into_iter().map(|draft| (draft.id, draft.body));
    let mut script = Script::new(seed, bodies.collect());
    let mut pace = Chance(!seed);
    loop {
        let (id, body) = script.next();
        report(&format!("typed {} {}", script.n, micros()));
        match body {
            Some(body) => drafts.keep(&Draft {
                id: id.to_owned(),
                body,
                ..Draft::default()
            }),
            None => drafts.discard(id),
        }
        let saved = match pace.below(30) {
            0 => drafts.flush(),
            _ => drafts.state(),
        };
        if matches!(saved, Saved::AllSaved { .. }) {
            report(&format!("saved {}", script.n));
        }
        if pace.below(3) > 0 {
            // people pause between keys, and the sync must fall into pauses too
            std::thread::sleep(Duration::from_micros(pace.below(4_000) as u64));
        }
    }
}

/// What came of all loops.
#[derive(Debug, Default)]
pub struct Figures {
    pub n_loops: u32,
    pub n_typed: u64,
    /// Changes that the child was told are saved.
    pub n_saved: u64,
    /// Kills before the child had typed anything.
    pub n_early: u32,
    /// Children that lived for more than a second.
    pub n_long: u32,
    /// Changes that were typed and are not there, none of them acknowledged.
    pub n_gone: u64,
    /// The age of the oldest of them when the kill came, in microseconds.
    pub oldest_gone: u64,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "kill -9 while typing: {} loops ({} while starting, {} after more than a second), {} \
             changes typed, {} of them acknowledged: 0 acknowledged lost, 0 older than a second \
             lost, 0 steps back; {} that were under way did not arrive, the oldest typed {} ms \
             before",
            self.n_loops,
            self.n_early,
            self.n_long,
            self.n_typed,
            self.n_saved,
            self.n_gone,
            self.oldest_gone / 1000
        )
    }
}

/// What the parent wrote down of one child.
#[derive(Default)]
struct Notes {
    /// When each change was typed; the first has number 1.
    typed: Vec<u64>,
    /// The last change that was acknowledged.
    saved: u64,
    killed: u64,
}

impl Notes {
    fn take(&mut self, line: &str) {
        match words(line).as_slice() {
            ["typed", n, at] => {
                assert_eq!(n.parse(), Ok(self.typed.len() + 1));
                self.typed.push(at.parse().unwrap());
            }
            ["saved", n] => self.saved = n.parse().unwrap(),
            other => panic!("{other:?}"),
        }
    }

    /// The last change that must be there.
    fn safe(&self) -> u64 {
        let old = |at: &&u64| **at + OLD < self.killed;
        self.saved.max(self.typed.iter().filter(old).count() as u64)
    }
}

/// Kills so many children one after the other, all in one folder.
pub fn run(n_loops: u32, start: &dyn Fn() -> Command) -> Figures {
    let dir = TempDir::new().unwrap();
    let mut figures = Figures::default();
    let mut there = Bodies::new();
    let mut chance = Chance(7);
    for seed in 0..u64::from(n_loops) {
        let notes = killed(start, dir.path(), (seed, &mut chance));
        let found = recovered(dir.path());
        let binned = binned(dir.path());
        judge(&notes, (seed, there), (&found, &binned), &mut figures);
        there = found;
    }
    figures
}

/// Lets a child type, and kills it.
fn killed(start: &dyn Fn() -> Command, home: &Path, (seed, chance): (u64, &mut Chance)) -> Notes {
    let told = [
        (HOME, home.to_str().unwrap().to_owned()),
        (SEED, seed.to_string()),
    ];
    let Played { mut child, reports } = play(start, PART, &told);
    let mut notes = Notes::default();
    let wait = match chance.below(24) {
        0 | 1 => {
            // while it starts
            std::thread::sleep(Duration::from_micros(chance.below(25_000) as u64));
            0
        }
        long => {
            let first = reports.recv_timeout(Duration::from_mins(1));
            notes.take(&first.expect("the child types"));
            if long == 2 {
                1_200
            } else {
                5 + chance.below(76)
            }
        }
    };
    // the kill falls at a moment that nobody chose
    std::thread::sleep(Duration::from_millis(wait as u64));
    notes.killed = micros();
    child.kill().unwrap();
    child.wait().unwrap();
    for line in reports {
        notes.take(&line);
    }
    notes
}

/// What a start finds.
fn recovered(home: &Path) -> Bodies {
    let (drafts, there, _) = Drafts::open(&Home::at(home), Box::new(|| {})).unwrap();
    drop(drafts);
    there
        .into_iter()
        .map(|draft| (draft.id, draft.body))
        .collect()
}

/// The texts in the bin, which is empty after that.
fn binned(home: &Path) -> Vec<String> {
    let bin = Home::at(home).bin();
    if !bin.exists() {
        return Vec::new();
    }
    let dir = TempDir::new().unwrap();
    std::fs::rename(&bin, Home::at(dir.path()).drafts()).unwrap();
    recovered(dir.path()).into_values().collect()
}

/// Compares what was found with what was typed.
fn judge(
    notes: &Notes,
    (seed, there): (u64, Bodies),
    (found, binned): (&Bodies, &[String]),
    figures: &mut Figures,
) {
    // each draft through all its states, with the number of the change that made it
    let mut states: BTreeMap<&str, Vec<(u64, Option<String>)>> = BTreeMap::new();
    for (id, _) in DRAFTS {
        states.insert(id, vec![(0, there.get(id).cloned())]);
    }
    let mut script = Script::new(seed, there);
    for _ in &notes.typed {
        let (id, body) = script.next();
        states.entry(id).or_default().push((script.n, body));
    }
    let safe = notes.safe();
    for id in found.keys() {
        assert!(
            states.contains_key(id.as_str()),
            "loop {seed}: {id:?} came from nowhere"
        );
    }
    for (id, states) in &states {
        let body = found.get(*id);
        let place = states.iter().rposition(|(_, state)| state.as_ref() == body);
        let Some(place) = place else {
            panic!("loop {seed}: nobody ever wrote this {id}: {body:?}");
        };
        let wanted = states.iter().rposition(|(n, _)| *n <= safe).unwrap();
        assert!(
            place >= wanted,
            "loop {seed}: {id} is as after change {}, but {} is safe",
            states[place].0,
            states[wanted].0
        );
        for [(_, before), (n, state)] in states.array_windows() {
            if let (Some(before), None) = (before, state)
                && *n <= safe
            {
                assert!(
                    binned.contains(before),
                    "loop {seed}: {id} is not in the bin"
                );
            }
        }
        for (n, _) in &states[place + 1..] {
            figures.n_gone += 1;
            let typed = notes.typed[*n as usize - 1];
            figures.oldest_gone = figures.oldest_gone.max(notes.killed.saturating_sub(typed));
        }
    }
    figures.n_loops += 1;
    figures.n_typed += notes.typed.len() as u64;
    figures.n_saved += notes.saved;
    figures.n_early += u32::from(notes.typed.is_empty());
    let first = notes.typed.first().copied().unwrap_or(notes.killed);
    figures.n_long += u32::from(first + OLD < notes.killed);
}

/// The time that all processes share, in microseconds.
fn micros() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    u64::try_from(since.as_micros()).unwrap()
}
