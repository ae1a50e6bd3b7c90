//! `check`: a text against the guidelines, on one platform or several.
//!
//! Never: changes the text, or asks for an approver; it reports.

use clap::ValueEnum;

use super::check_lines;
use super::circumstances::{Circumstances, moment};
use super::fault::CliFault;
use super::guidance::Guidance;
use super::report_words::report_words;
use super::sarif::Log;
use super::session::Session;
use super::shapes::{ReportShape, json};
use super::streams::Streams;
use crate::check::Report;
use crate::draft::Written;
use crate::guideline::Level;
use crate::store::{Home, clock};

/// The options of `check`.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  postwright check post.txt --platform x --speaker asha --format json"
)]
pub(super) struct Args {
    /// The file with the text; - or nothing for standard input
    pub(super) file: Option<String>,
    /// A platform, or one field of it; may be given several times
    #[arg(long, value_name = "ID[/FIELD]", required_unless_present = "jsonl")]
    pub(super) platform: Vec<String>,
    #[command(flatten)]
    pub(super) circumstances: Circumstances,
    /// Take the text as it stands: no signature is put below it
    #[arg(long)]
    pub(super) unsigned: bool,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Exit with 1 for a Check too, not only for a Hold
    #[arg(long)]
    pub(super) strict: bool,
    /// Read one {"id","text"} per line, give one report per line
    #[arg(long, conflicts_with = "format")]
    jsonl: bool,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
enum Format {
    /// In words.
    Human,
    /// In JSON.
    Json,
    /// In SARIF 2.1.0.
    Sarif,
}

/// Checks; 1 when a Hold stands.
pub(super) fn run(args: &Args, home: &Home, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let session = Session::load(home, io);
    if args.jsonl {
        return check_lines::run(args, &session, io);
    }
    let circumstances = &args.circumstances;
    let mut guidance = Guidance::open(&session, &session.names(&circumstances.guidelines))?;
    let now = moment(circumstances.today, &clock::now());
    guidance.remember(home, &now);
    let platforms = guidance.platforms(&args.platform)?;
    let speaker = session.speaker(&circumstances.speaker)?;
    let they_said = circumstances.they_said(io)?;
    let text = io.text(args.file.as_deref())?;
    guidance.say_faults(io);
    let written = Written {
        text: &text,
        speaker: &speaker,
        intent: circumstances.intent,
        replying_to: they_said.as_deref(),
        is_signed: !args.unsigned,
        threading: None,
    };
    let report = guidance.report(&written, &platforms, &now);
    for rule in &report.paused {
        io.say(said_of_paused(rule, "this text"));
    }
    match args.format {
        Format::Human => io.line(report_words(&text, &report))?,
        Format::Json => io.line(json(&ReportShape::of(&report)))?,
        Format::Sarif => io.line(json(&Log::of(&text, args.file.as_deref(), &report)))?,
    }
    Ok(code(&report, args.strict))
}

/// 1 for a Hold; when strict, for a Check too.
pub(super) fn code(report: &Report, strict: bool) -> u8 {
    let stands = report.holds() || strict && report.of_level(Level::Check).next().is_some();
    u8::from(stands)
}

/// What to say of a rule that took too long on `what`.
pub(super) fn said_of_paused(rule: &str, what: &str) -> String {
    format!("the rule {rule:?} took too long on {what} and was stopped; the others went on")
}
