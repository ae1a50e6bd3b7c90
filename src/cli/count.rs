//! `count`: what a platform counts for a text.
//!
//! Never: checks the text, or adds a signature to it.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Deserialize;

use super::fault::CliFault;
use super::lines::{Answer, Line, answer_all};
use super::report_words::count_words;
use super::session::{Session, platform};
use super::shapes::{CountShape, json};
use super::streams::{self, Streams, too_large};
use crate::platform::{Count, Platform, Platforms};
use crate::store::Home;
use crate::text::{Span, with_lf};

/// The options of `count`.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  echo \"Hello https://example.org\" | postwright count --platform x"
)]
pub(super) struct Args {
    /// The file with the text; - or nothing for standard input
    file: Option<String>,
    /// The platform, or one field of it, as in reddit/title
    #[arg(long, value_name = "ID[/FIELD]", required_unless_present = "jsonl")]
    platform: Option<String>,
    /// A guideline set whose changes of platforms count
    #[arg(long, value_name = "ID|PATH")]
    guidelines: Vec<String>,
    /// Give the receipt as JSON
    #[arg(long)]
    json: bool,
    /// Read one {"platform","text"} per line, give one receipt per line
    #[arg(long, conflicts_with = "json")]
    jsonl: bool,
}

/// One line of `--jsonl`.
#[derive(Deserialize)]
struct CountLine {
    text: String,
    platform: Option<String>,
}

/// Counts; 1 when it does not fit.
pub(super) fn run(args: &Args, home: &Home, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let session = Session::load(home, io);
    let platforms = session.platforms(&args.guidelines)?;
    if args.jsonl {
        return each_line(args, &session, &platforms, io);
    }
    let id = args.platform.as_deref().unwrap_or_default();
    let platform = session.platform(id, &platforms)?;
    let count = with_plain_breaks(&io.text(args.file.as_deref())?, platform);
    session.say_table_faults(io);
    if args.json {
        io.line(json(&CountShape::of(&count)))?;
    } else {
        io.line(count_words(&count))?;
    }
    Ok(u8::from(!count.fits()))
}

/// Counts a text whose line breaks may be those of Windows: each counts as one, as it will once the
/// text is copied. Places are in the text as it came.
fn with_plain_breaks(text: &str, platform: &Platform) -> Count {
    let mut count = platform.count(&with_lf(text));
    let breaks: Vec<usize> = text.match_indices("\r\n").map(|(at, _)| at).collect();
    // a place behind n breaks stands n bytes further on in the text as it came
    let came = |at: usize| {
        let behind = breaks
            .iter()
            .enumerate()
            .take_while(|(n, found)| **found - n < at);
        at + behind.count()
    };
    for part in &mut count.receipt {
        part.span = Span::new(came(part.span.start), came(part.span.end));
    }
    count
}

fn each_line(
    args: &Args,
    session: &Session,
    platforms: &Platforms,
    io: &mut Streams<'_>,
) -> Result<u8, CliFault> {
    if let Some(id) = &args.platform {
        session.platform(id, platforms)?;
    }
    session.say_table_faults(io);
    let mut from = streams::lines(io.input, args.file.as_deref())?;
    let answer = |line: &Line| {
        counted_line(line, args.platform.as_deref(), platforms).map_or_else(
            |problem| Answer::problem(line, &problem),
            |count| Answer::new(json(&CountShape::of(&count)), u8::from(!count.fits())),
        )
    };
    answer_all(&mut from, io.out, &mut |lines| {
        lines.par_iter().map(answer).collect()
    })
}

fn counted_line(
    line: &Line,
    default: Option<&str>,
    platforms: &Platforms,
) -> Result<Count, String> {
    let line: CountLine = line.read()?;
    let id = line.platform.as_deref().or(default);
    let id = id.ok_or_else(|| "the field `platform` is missing".to_owned())?;
    let platform = platform(id, platforms).map_err(|fault| fault.to_string())?;
    too_large(&line.text)?;
    Ok(platform.count(&line.text))
}
