//! What each room must never mention, and the sentence that says so.

use crate::source::{Name, Source, names};

/// The rooms, from the ground up; a room may name those below it and itself.
const LEVELS: &[&[&str]] = &[
    &["text"],
    &["platform"],
    &["guideline"],
    &["signature"],
    &["draft"],
    &["check"],
    &["approval", "import", "paper"],
    &["store"],
    &["cli", "app"],
];

/// What no room below `store` mentions, and why.
const OUTSIDE_WORLD: &[(&str, &str)] = &[
    ("egui", "the core has no window"),
    ("eframe", "the core has no window"),
    ("rfd", "the core has no window"),
    ("directories", "folders are known in `store` only"),
    ("std::env", "what the environment says is an argument"),
    ("std::process", "the core starts nothing"),
    ("std::thread", "the core works where it is called"),
    ("rayon", "the core works where it is called"),
    ("notify", "files are watched in `store` only"),
];

/// The plain data of `store` that a panel may name. A panel shows how saving went, what happened to
/// a file, and which choices the settings have; wrapping these in a second type would say nothing
/// more. Whatever opens, reads or writes stays out.
const STORE_DATA_FOR_PANELS: &[&str] = &["Notice", "Saved", "ThemeChoice", "Wait"];

/// The one file that touches the disk of the machine.
const REAL_DISK: &str = "src/store/fs/real.rs";

/// The most lines of a file, tests included.
const MOST_LINES: usize = 400;

/// One place that breaks a rule.
pub struct Breach {
    path: String,
    line: usize,
    says: String,
}

impl std::fmt::Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.says)
    }
}

/// Where a file stands.
struct Place<'s> {
    room: &'s str,
    path: &'s str,
}

impl Place<'_> {
    fn is_under(&self, folder: &str) -> bool {
        let rest = self.path.strip_prefix(folder);
        rest.is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
    }

    fn is_core(&self) -> bool {
        level(self.room).is_some_and(|level| Some(level) < self::level("store"))
    }

    fn is_view(&self) -> bool {
        self.is_under("src/app/panel") || self.is_under("src/app/widget")
    }
}

fn level(room: &str) -> Option<usize> {
    LEVELS.iter().position(|rooms| rooms.contains(&room))
}

/// Everything in a file that breaks a rule, in order of its lines.
pub fn breaches(source: &Source) -> Vec<Breach> {
    let inside = source.path.strip_prefix("src/").unwrap_or(&source.path);
    let place = Place {
        room: inside.split(['/', '.']).next().unwrap_or_default(),
        path: &source.path,
    };
    let mut found: Vec<(usize, String)> = Vec::new();
    shape(source, &place, &mut found);
    for name in names(&source.production) {
        let mut says = |sentence: Option<String>| {
            found.extend(sentence.map(|sentence| (source.line(name.at), sentence)));
        };
        says(arrow(&place, &name));
        says(outside_world(&place, &name));
        says(view(&place, &name));
        says(plainly(&name));
    }
    for name in names(&source.code) {
        if name.has(&["super", "super"]) {
            let says = "`super::super` hides the room; write `crate::…`".to_owned();
            found.push((source.line(name.at), says));
        }
    }
    calls(source, &place, &mut found);
    found.sort();
    found.dedup();
    found
        .into_iter()
        .map(|(line, says)| Breach {
            path: source.path.clone(),
            line,
            says,
        })
        .collect()
}

/// Size, first lines, and a room that is on the map.
fn shape(source: &Source, place: &Place<'_>, found: &mut Vec<(usize, String)>) {
    let n_lines = source.text.lines().count();
    if n_lines > MOST_LINES {
        let says = format!("{n_lines} lines, and {MOST_LINES} are the most: split the file");
        found.push((n_lines, says));
    }
    let doc: Vec<&str> = source
        .text
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .collect();
    if doc.is_empty() {
        found.push((1, "no `//!` line says what this file is".to_owned()));
    } else if !doc.iter().any(|line| line.contains("Never:")) {
        let says = "no `Never:` line says what this file must not do";
        found.push((doc.len(), says.to_owned()));
    }
    if level(place.room).is_none() && !["main", "lib"].contains(&place.room) {
        found.push((1, format!("`{}` is no room of the map", place.room)));
    }
}

/// A room that names one above it or beside it.
fn arrow(place: &Place<'_>, name: &Name<'_>) -> Option<String> {
    let room = place.room;
    let own = level(room)?;
    let is_front =
        place.path == format!("src/{room}/mod.rs") || place.path == format!("src/{room}.rs");
    if is_front && name.parts.first() == Some(&"super") {
        return Some(format!("`super` leaves `{room}`; write `crate::…`"));
    }
    let ("crate", named) = (*name.parts.first()?, *name.parts.get(1)?) else {
        return None;
    };
    let is_rule_kind = room == "guideline" && name.has(&["crate", "check", "RuleKind"]);
    let is_below = level(named).is_some_and(|named| named < own) || named == room;
    let is_held = room == "store" && named == "check";
    (!is_rule_kind && (!is_below || is_held)).then(|| {
        format!(
            "`{room}` must not name `{}`: the arrow points the wrong way",
            name.words()
        )
    })
}

/// Files, environment, threads, clock and window where they do not belong.
fn outside_world(place: &Place<'_>, name: &Name<'_>) -> Option<String> {
    let words = name.words();
    if place.is_core()
        && let Some((_, why)) = OUTSIDE_WORLD.iter().find(|(path, _)| name.is_in(path))
    {
        return Some(format!("`{}` must not name `{words}`: {why}", place.room));
    }
    let is_clock = ["Instant", "SystemTime", "Timestamp", "Zoned"]
        .iter()
        .any(|clock| name.has(&[clock, "now"]));
    if is_clock && place.path != "src/store/clock.rs" {
        return Some(format!("`{words}`: `store/clock.rs` is the only clock"));
    }
    let is_disk = ["std::fs", "fs_err", "tempfile"]
        .iter()
        .any(|path| name.is_in(path));
    if is_disk && place.path != REAL_DISK {
        let who = if place.room == "store" {
            "`store/fs/real.rs` is the only one that knows a real disk"
        } else {
            "`store` is the only file system"
        };
        return Some(format!("`{words}`: {who}"));
    }
    if name.is_in("std::net") {
        return Some(format!("`{words}`: nothing leaves this machine"));
    }
    let is_window = ["egui", "eframe", "rfd"]
        .iter()
        .any(|path| name.is_in(path));
    if is_window && !["app", "main"].contains(&place.room) {
        return Some(format!(
            "`{}` must not name `{words}`: it has no window",
            place.room
        ));
    }
    if name.is_in("rfd") && place.path != "src/app/dialogs.rs" {
        return Some(format!("`{words}`: dialogs are opened in `app/dialogs.rs`"));
    }
    None
}

/// What panels and widgets, and all who draw, leave to others.
fn view(place: &Place<'_>, name: &Name<'_>) -> Option<String> {
    let words = name.words();
    let color = name.parts.iter().position(|part| *part == "Color32");
    let shade = color.and_then(|at| name.parts.get(at + 1)).unwrap_or(&"");
    let is_made = shade.starts_with("from_") || shade.starts_with(char::is_uppercase);
    let is_plain = ["", "TRANSPARENT", "PLACEHOLDER"].contains(shade);
    if place.room == "app" && !place.is_under("src/app/theme") && is_made && !is_plain {
        return Some(format!(
            "`{words}`: a colour is named in `assets/theme` and read from `Tokens`"
        ));
    }
    if !place.is_view() {
        return None;
    }
    if ["ron", "std::thread"].iter().any(|path| name.is_in(path)) {
        return Some(format!(
            "`{words}`: a view shows, it neither parses nor starts threads"
        ));
    }
    let is_widget = place.is_under("src/app/widget");
    if name.is_in("crate::store") {
        let is_data = |part: &&str| STORE_DATA_FOR_PANELS.contains(part);
        let may = !is_widget && name.parts.get(2).is_some_and(is_data);
        return (!may).then(|| format!("`{words}`: a view shows, it does not reach into `store`"));
    }
    let rooms = [
        "crate::app::state",
        "crate::app::action",
        "crate::app::command",
    ];
    let is_known = rooms.iter().any(|path| name.is_in(path))
        || ["Action", "Command"]
            .iter()
            .any(|part| name.parts.contains(part));
    (is_widget && is_known)
        .then(|| format!("`{words}`: a widget takes data and gives back a response"))
}

/// A `use` that hides what it names.
fn plainly(name: &Name<'_>) -> Option<String> {
    if !name.is_use {
        return None;
    }
    if name.parts.last() == Some(&"*") {
        return Some(format!("`use {}` hides what it names", name.words()));
    }
    let is_root = matches!(name.parts[..], ["std" | "core" | "crate"]);
    is_root.then(|| format!("`use {}` hides what is named later", name.words()))
}

/// What is told by its shape alone: a borrow, a method.
fn calls(source: &Source, place: &Place<'_>, found: &mut Vec<(usize, String)>) {
    let mut look = |pattern: &str, says: &str| {
        let pattern = regex::Regex::new(pattern).unwrap();
        for hit in pattern.find_iter(&source.production) {
            found.push((source.line(hit.start()), says.to_owned()));
        }
    };
    if !place.is_under("src/app/update") {
        look(
            r"&\s*('\w+\s+)?mut\s+(\w+::)*State\b",
            "`&mut State`: only `app/update` changes the state",
        );
    }
    if place.path != REAL_DISK {
        look(
            r"\.\s*(try_exists|exists|is_file|is_dir|is_symlink|canonicalize|read_dir|read_link|(symlink_)?metadata)\s*\(\s*\)",
            "a look at the disk: `store/fs/real.rs` is the only one that knows a real one",
        );
    }
    if place.is_core() {
        look(
            r"\.\s*elapsed\s*\(\s*\)",
            "a look at the clock: the time is an argument",
        );
    }
}
