//! `check --jsonl`: a folder of old posts, line by line, on all cores.
//!
//! Never: lets one line change the answer to another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use jiff::Zoned;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Deserialize;
use serde_json::Value;

use super::check::{Args, code, said_of_paused};
use super::circumstances::{day, intent, moment};
use super::fault::CliFault;
use super::guidance::Guidance;
use super::lines::{Answer, Line, OneOrMore, answer_all};
use super::progress::watched;
use super::session::Session;
use super::shapes::{LineShape, json};
use super::streams::{self, Streams, too_large};
use crate::draft::Written;
use crate::store::{clock, n_bytes};

/// How many sets stay open from chunk to chunk.
const MAX_OPEN: usize = 64;

/// One line; what it leaves out is as the call says.
#[derive(Deserialize)]
struct CheckLine {
    #[serde(default)]
    id: Value,
    text: String,
    platform: Option<OneOrMore>,
    guidelines: Option<OneOrMore>,
    speaker: Option<String>,
    intent: Option<String>,
    replying_to: Option<String>,
    today: Option<String>,
    /// Whether a signature is put below the text.
    signed: Option<bool>,
}

/// The sets that lines have asked for so far, open or not to be opened.
type Open<'s> = BTreeMap<Vec<String>, Result<Guidance<'s>, String>>;

/// What a line gets from the call.
struct Defaults<'a> {
    args: &'a Args,
    session: &'a Session,
    they_said: Option<String>,
    now: Zoned,
}

/// Answers every line; the exit code is the gravest of them.
pub(super) fn run(args: &Args, session: &Session, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let circumstances = &args.circumstances;
    let defaults = Defaults {
        args,
        session,
        they_said: circumstances.they_said(io)?,
        now: clock::now(),
    };
    session.speaker(&circumstances.speaker)?;
    let names = session.names(&circumstances.guidelines);
    let guidance = Guidance::open(session, &names)?;
    guidance.platforms(&args.platform)?;
    guidance.say_faults(io);
    let mut open: Open<'_> = BTreeMap::from([(names.clone(), Ok(guidance))]);
    let n_bytes = args.file.as_deref().and_then(n_bytes);
    let mut from = watched(streams::lines(io.input, args.file.as_deref())?, n_bytes);
    let paused = Mutex::new(BTreeSet::new());
    let code = answer_all(&mut from, io.out, &mut |lines| {
        if open.len() > MAX_OPEN {
            open.retain(|of, _| *of == names);
        }
        let read: Vec<(&Line, Result<CheckLine, String>)> =
            lines.par_iter().map(|line| (line, line.read())).collect();
        for line in read.iter().filter_map(|(_, line)| line.as_ref().ok()) {
            open_for(line, &defaults, &mut open);
        }
        read.par_iter()
            .map(|(line, read)| match read {
                Ok(read) => checked(read, &defaults, &open, &paused)
                    .unwrap_or_else(|problem| Answer::problem(line, &problem)),
                Err(problem) => Answer::problem(line, problem),
            })
            .collect()
    })?;
    from.progress.finish_and_clear();
    drop(from);
    for rule in paused.into_inner().unwrap_or_default() {
        io.say(said_of_paused(&rule, "a line"));
    }
    Ok(code)
}

/// The sets that a line asks for.
fn names_of(line: &CheckLine, defaults: &Defaults<'_>) -> Vec<String> {
    let asked = line.guidelines.as_ref().map(OneOrMore::list);
    let asked = asked.unwrap_or(&defaults.args.circumstances.guidelines);
    defaults.session.names(asked)
}

fn open_for<'s>(line: &CheckLine, defaults: &Defaults<'s>, open: &mut Open<'s>) {
    open.entry(names_of(line, defaults))
        .or_insert_with_key(|names| {
            Guidance::open(defaults.session, names).map_err(|fault| fault.to_string())
        });
}

fn checked(
    line: &CheckLine,
    defaults: &Defaults<'_>,
    open: &Open<'_>,
    paused: &Mutex<BTreeSet<String>>,
) -> Result<Answer, String> {
    let in_words = |fault: CliFault| fault.to_string();
    let circumstances = &defaults.args.circumstances;
    too_large(&line.text)?;
    let guidance = match open.get(&names_of(line, defaults)) {
        Some(Ok(guidance)) => guidance,
        Some(Err(problem)) => return Err(problem.clone()),
        None => return Err("its guidelines are not open".to_owned()),
    };
    let asked = line.platform.as_ref().map(OneOrMore::list);
    let platforms = guidance
        .platforms(asked.unwrap_or(&defaults.args.platform))
        .map_err(in_words)?;
    if platforms.is_empty() {
        return Err("the field `platform` is missing".to_owned());
    }
    let speaker = line.speaker.as_ref().unwrap_or(&circumstances.speaker);
    let speaker = defaults.session.speaker(speaker).map_err(in_words)?;
    let asked = line.intent.as_deref().map(intent).transpose()?;
    let today = line.today.as_deref().map(day).transpose()?;
    let they_said = line.replying_to.as_deref();
    let written = Written {
        text: &line.text,
        speaker: &speaker,
        intent: asked.or(circumstances.intent),
        replying_to: they_said.or(defaults.they_said.as_deref()),
        is_signed: line.signed.unwrap_or(!defaults.args.unsigned),
        threading: None,
    };
    let now = moment(today.or(circumstances.today), &defaults.now);
    let report = guidance.report(&written, &platforms, &now);
    if let (false, Ok(mut paused)) = (report.paused.is_empty(), paused.lock()) {
        paused.extend(report.paused.iter().cloned());
    }
    let json = json(&LineShape::of(&line.id, &report));
    Ok(Answer::new(json, code(&report, defaults.args.strict)))
}
