//! `guidelines lint`: the guideline for guidelines.
//!
//! Never: changes a set, or keeps it from being used; it notes what whoever keeps it may want to know.

use jiff::civil::Date;
use serde::Serialize;

use crate::check::lint::{Bench, Linted, Tally, lint};
use crate::cli::circumstances::day;
use crate::cli::fault::CliFault;
use crate::cli::guidance::Guidance;
use crate::cli::posts::{OldPost, each_post};
use crate::cli::session::Session;
use crate::cli::shapes::json;
use crate::cli::streams::Streams;
use crate::guideline::Fault;
use crate::guideline::lint::Note;
use crate::store::clock;

/// The options of `guidelines lint`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// A set: its id, or the path of its file; the one in use when left out
    set: Option<String>,
    /// Old posts, for rules that never fire or always do: a folder, or a file of JSON lines
    #[arg(long, value_name = "FOLDER|FILE.jsonl")]
    posts: Option<String>,
    /// Write JSON
    #[arg(long)]
    json: bool,
    /// The day of the look, as in 2026-11-21; the clock's when left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

/// Notes what there is; 1 when there is anything.
pub(super) fn run(args: &Args, session: &Session, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let asked: Vec<String> = args.set.iter().cloned().collect();
    let guidance = Guidance::open(session, &session.names(&asked))?;
    let file = guidance.file();
    let (own, others): (Vec<_>, Vec<_>) =
        guidance.faults.iter().partition(|fault| fault.path == file);
    for fault in others {
        io.say(fault);
    }
    let faults: Vec<Fault> = own.into_iter().map(|fault| fault.fault.clone()).collect();
    let now = clock::now();
    let mut n_unread = 0;
    let mut tally = None;
    if let Some(from) = &args.posts {
        let mut fired = Tally::default();
        let look = |post: &OldPost| post.report(&guidance, session, &now);
        n_unread = each_post(from, io, look, &mut |_, report| fired.add(&report))?;
        tally = Some(fired);
    }
    let linted = lint(&Bench {
        active: &guidance.opened.active,
        checker: guidance.checker(),
        faults: &faults,
        tally: tally.as_ref(),
        today: args.today.unwrap_or_else(|| now.date()),
        elapsed: &clock::elapsed,
    });
    let id = &guidance.opened.active.head.id;
    if args.json {
        io.line(json(&SetShape::of(id, &linted)))?;
    } else {
        for note in &linted.notes {
            io.line(note_words(&file.display().to_string(), note))?;
        }
        io.say(summary(id, &linted));
    }
    let noted = u8::from(!linted.notes.is_empty());
    Ok(if n_unread > 0 { 2 } else { noted })
}

/// A note as editors read places, then why it matters and what to do instead.
fn note_words(file: &str, note: &Note) -> String {
    let rule = note
        .rule
        .as_ref()
        .map_or_else(String::new, |rule| format!("rule {rule:?}: "));
    let (line, column) = (note.place.line, note.place.column);
    let (check, says) = (note.check, &note.says);
    let (why, instead) = (note.why, &note.instead);
    format!("{file}:{line}:{column}: {rule}{says} ({check})\n      {why}\n      {instead}")
}

fn summary(id: &str, linted: &Linted) -> String {
    let figures = &linted.figures;
    let counted = |n: usize, one: &str, more: &str| match n {
        1 => format!("1 {one}"),
        n => format!("{n} {more}"),
    };
    let notes = match linted.notes.len() {
        0 => "nothing to note".to_owned(),
        n => counted(n, "note", "notes"),
    };
    let share = figures
        .strengths_percent
        .map_or_else(String::new, |share| format!(", {share} % strengths"));
    format!(
        "{id}: {notes}; {}{share}, reads in {}",
        counted(figures.n_rules, "rule", "rules"),
        counted(figures.minutes, "minute", "minutes"),
    )
}

/// The notes and the figures of a set.
#[derive(Serialize)]
struct SetShape<'a> {
    set: &'a str,
    notes: Vec<NoteShape<'a>>,
    rules: usize,
    strengths: usize,
    holds: usize,
    minutes: usize,
}

/// One note.
#[derive(Serialize)]
struct NoteShape<'a> {
    check: &'a str,
    rule: Option<&'a str>,
    line: usize,
    column: usize,
    says: &'a str,
    why: &'a str,
    instead: &'a str,
}

impl<'a> SetShape<'a> {
    fn of(set: &'a str, linted: &'a Linted) -> Self {
        let figures = &linted.figures;
        let note = |note: &'a Note| NoteShape {
            check: note.check,
            rule: note.rule.as_deref(),
            line: note.place.line,
            column: note.place.column,
            says: &note.says,
            why: note.why,
            instead: &note.instead,
        };
        Self {
            set,
            notes: linted.notes.iter().map(note).collect(),
            rules: figures.n_rules,
            strengths: figures.n_strengths,
            holds: figures.n_holds,
            minutes: figures.minutes,
        }
    }
}
