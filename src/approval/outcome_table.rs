//! What came of posts as a table for spreadsheets, and back.
//!
//! Never: guesses; a row that cannot be used is named with its line, and the others are taken.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::{Approval, Outcome, count_of};
use crate::text::one_line;

/// The columns, in their order. Only the last four are read back, and the seal.
pub const COLUMNS: [&str; 9] = [
    "seal",
    "at",
    "platform",
    "speaker",
    "goal",
    "replies",
    "visits",
    "line",
    "unexpected",
];

/// What was noted of each post, by the whole hash of its seal.
pub type Outcomes = BTreeMap<String, Outcome>;

/// What came out of a table.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Imported {
    /// How many rows were used.
    pub n_taken: usize,
    /// What of that is new, ready to be kept.
    pub changed: Vec<Outcome>,
    /// Rows with a seal that is not on record: the line in the file, and the seal.
    pub unknown: Vec<(u64, String)>,
    /// Rows that cannot be used: the line in the file, and why.
    pub unusable: Vec<(u64, String)>,
}

impl Imported {
    /// What happened, in a sentence: `12 taken, 3 of them new, 1 unknown`.
    pub fn words(&self) -> String {
        let mut parts = vec![
            format!("{} taken", self.n_taken),
            format!("{} changed", self.changed.len()),
            format!("{} unknown", self.unknown.len()),
        ];
        if !self.unusable.is_empty() {
            parts.push(format!("{} unusable", self.unusable.len()));
        }
        parts.join(", ")
    }

    /// The rows that were not taken, each with its line, in the order of the file.
    pub fn left(&self) -> Vec<String> {
        let unknown = self.unknown.iter();
        let unknown = unknown.map(|(line, seal)| (*line, format!("no approval has {seal:?}")));
        let mut rows: Vec<(u64, String)> = self.unusable.iter().cloned().chain(unknown).collect();
        rows.sort();
        let words = rows.into_iter();
        words
            .map(|(line, why)| format!("line {line}: {why}"))
            .collect()
    }
}

/// The table of all approvals with what came of them, the oldest first.
pub fn outcome_table(approvals: &[Approval], outcomes: &Outcomes) -> Result<String, String> {
    let mut table = WriterBuilder::new().from_writer(Vec::new());
    let said = |fault: csv::Error| fault.to_string();
    table.write_record(COLUMNS).map_err(said)?;
    let count = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
    for approval in approvals {
        let seal = approval.seal().hash();
        let outcome = outcomes.get(seal).cloned().unwrap_or_default();
        let row = [
            seal.to_owned(),
            approval.at().to_owned(),
            approval.platform().to_owned(),
            approval.speaker().to_owned(),
            approval.goal().unwrap_or_default().to_owned(),
            count(outcome.replies),
            count(outcome.visits),
            outcome.line,
            if outcome.unexpected { "yes" } else { "" }.to_owned(),
        ];
        table
            .write_record(row.iter().map(|cell| guarded(cell)))
            .map_err(said)?;
    }
    let bytes = table.into_inner().map_err(|fault| fault.to_string())?;
    String::from_utf8(bytes).map_err(|fault| fault.to_string())
}

/// Reads a table back: the columns `seal` and any of `replies`, `visits`, `line`, `unexpected`, in any
/// order, with commas, semicolons or tabs between. A column that is not there leaves what was noted.
pub fn read_outcomes(
    table: &str,
    approvals: &[Approval],
    outcomes: &Outcomes,
) -> Result<Imported, String> {
    let table = table.strip_prefix('\u{feff}').unwrap_or(table);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(table))
        .flexible(true)
        .from_reader(table.as_bytes());
    let head = reader.headers().map_err(|fault| fault.to_string())?;
    let columns = Columns::of(head)?;
    let known = Seals::of(approvals);
    let mut out = Imported::default();
    let mut lines = Lines::of_table(table);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(fault) => {
                let line = lines.of(fault.position());
                out.unusable
                    .push((line, "the row cannot be read".to_owned()));
                continue;
            }
        };
        let line = lines.of(row.position());
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let seal = cell(&row, columns.seal).trim().to_owned();
        let hash = match known.find(&seal) {
            Ok(Some(hash)) => hash,
            Ok(None) => {
                out.unknown.push((line, seal));
                continue;
            }
            Err(why) => {
                out.unusable.push((line, why));
                continue;
            }
        };
        if !seen.insert(hash.to_owned()) {
            let why = "this seal stands further up already".to_owned();
            out.unusable.push((line, why));
            continue;
        }
        let was = outcomes.get(hash).cloned();
        let was = was.unwrap_or_else(|| Outcome::of(hash));
        match columns.read(&row, was.clone()) {
            Ok(outcome) => {
                out.n_taken += 1;
                if outcome != was {
                    out.changed.push(outcome);
                }
            }
            Err(why) => out.unusable.push((line, why)),
        }
    }
    Ok(out)
}

/// Counts the lines of a table up to a row. The reader's own count is one short behind CR and LF.
struct Lines<'t> {
    table: &'t [u8],
    at: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    const fn of_table(table: &'t str) -> Self {
        Self {
            table: table.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line on which the row begins that is read there; rows come in their order.
    fn of(&mut self, position: Option<&csv::Position>) -> u64 {
        let start = position.map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        while let Some(byte) = self.table.get(self.at) {
            if self.at >= start && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            self.line += u64::from(*byte == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// Which column is which.
struct Columns {
    seal: usize,
    replies: Option<usize>,
    visits: Option<usize>,
    line: Option<usize>,
    unexpected: Option<usize>,
}

impl Columns {
    fn of(head: &StringRecord) -> Result<Self, String> {
        let place = |name: &str| {
            head.iter()
                .position(|cell| cell.trim().eq_ignore_ascii_case(name))
        };
        let (replies, visits, line) = (place("replies"), place("visits"), place("line"));
        let Some(seal) = place("seal") else {
            return Err("no column of the table is called seal".to_owned());
        };
        let unexpected = place("unexpected");
        if [replies, visits, line, unexpected] == [None; 4] {
            let names = "replies, visits, line or unexpected";
            return Err(format!("no column of the table is called {names}"));
        }
        Ok(Self {
            seal,
            replies,
            visits,
            line,
            unexpected,
        })
    }

    fn read(&self, row: &StringRecord, mut outcome: Outcome) -> Result<Outcome, String> {
        let count = |name: &str, column: usize| {
            count_of(cell(row, column)).map_err(|why| format!("{name}: {why}"))
        };
        if let Some(column) = self.replies {
            outcome.replies = count("replies", column)?;
        }
        if let Some(column) = self.visits {
            outcome.visits = count("visits", column)?;
        }
        if let Some(column) = self.line {
            outcome.line = one_line(cell(row, column));
        }
        if let Some(column) = self.unexpected {
            outcome.unexpected = yes_or_no(cell(row, column))?;
        }
        Ok(outcome)
    }
}

fn yes_or_no(typed: &str) -> Result<bool, String> {
    match typed.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" => Ok(true),
        "" | "no" | "n" | "false" | "0" => Ok(false),
        _ => Err(format!("unexpected: {typed:?} is neither yes nor no")),
    }
}

/// The seals on record, by all their digits and by the eight that are shown.
struct Seals<'a> {
    whole: HashMap<&'a str, usize>,
    short: HashMap<String, Vec<&'a str>>,
}

impl<'a> Seals<'a> {
    fn of(approvals: &'a [Approval]) -> Self {
        let mut short: HashMap<String, Vec<&str>> = HashMap::new();
        let mut whole = HashMap::new();
        for approval in approvals {
            let seal = approval.seal();
            if whole.insert(seal.hash(), 0).is_none() {
                short.entry(seal.short()).or_default().push(seal.hash());
            }
        }
        Self { whole, short }
    }

    /// The whole seal that is meant; none where there is no such.
    fn find(&self, typed: &str) -> Result<Option<&'a str>, String> {
        let lower = typed.to_lowercase();
        if let Some((hash, _)) = self.whole.get_key_value(lower.as_str()) {
            return Ok(Some(hash));
        }
        let short = typed.replace('-', "").to_uppercase();
        match self.short.get(&short).map(Vec::as_slice) {
            Some([hash]) => Ok(Some(hash)),
            Some([_, _, ..]) => Err(format!("several approvals have {typed:?}")),
            Some([]) | None => Ok(None),
        }
    }
}

/// What stands between the cells: whatever the first line has most of.
fn delimiter(table: &str) -> u8 {
    let head = table.lines().next().unwrap_or_default();
    let n = |mark: char| head.matches(mark).count();
    let marks = [(',', b','), (';', b';'), ('\t', b'\t')];
    let most = marks.into_iter().rev().max_by_key(|(mark, _)| n(*mark));
    most.map_or(b',', |(_, byte)| byte)
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before what would be one.
fn guarded(cell: &str) -> String {
    let is_formula = |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula(cell.trim_start_matches('\'')) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// A cell of a row without that apostrophe; blank where the row is too short.
fn cell(row: &StringRecord, column: usize) -> &str {
    let cell = row.get(column).unwrap_or_default();
    let bare = cell.strip_prefix('\'');
    bare.filter(|bare| guarded(bare) == cell).unwrap_or(cell)
}
