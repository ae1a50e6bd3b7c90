//! `split`: a long text as a thread.
//!
//! Never: checks the text, or signs it unasked.

use clap::ValueEnum;
use serde::Serialize;

use super::fault::CliFault;
use super::session::Session;
use super::shapes::json;
use super::streams::Streams;
use crate::draft::signed_thread;
use crate::platform::{Numbering, Signed, Thread, ThreadPart};
use crate::signature::{Signature, sign};
use crate::store::Home;
use crate::text::for_clipboard;

/// The options of `split`.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  postwright split thoughts.txt --platform x --numbering end --speaker asha\n\nA line with only --- and two blank lines in a row always start a new part."
)]
pub(super) struct Args {
    /// The file with the text; - or nothing for standard input
    file: Option<String>,
    /// The platform, or one field of it
    #[arg(long, value_name = "ID[/FIELD]")]
    platform: String,
    /// Where the numbers of the parts stand
    #[arg(long, value_enum, default_value_t = Numbers::None)]
    numbering: Numbers,
    /// Who signs the last part: brand, PERSON or PERSON:personally; nobody when left out
    #[arg(long, value_name = "SPEAKER")]
    speaker: Option<String>,
    /// The guideline set whose brand and platforms are meant
    #[arg(long, value_name = "ID|PATH")]
    guidelines: Vec<String>,
    /// Give the parts as JSON
    #[arg(long)]
    json: bool,
}

/// Where the numbers stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
enum Numbers {
    /// Nowhere
    None,
    /// Behind the words, as in "… next door. 1/3"
    End,
    /// Before them, as in "1/3 We moved …"
    Start,
}

impl From<Numbers> for Numbering {
    fn from(numbers: Numbers) -> Self {
        match numbers {
            Numbers::None => Self::None,
            Numbers::End => Self::End,
            Numbers::Start => Self::Start,
        }
    }
}

/// The thread as JSON.
#[derive(Serialize)]
struct ThreadShape<'a> {
    parts: Vec<PartShape<'a>>,
}

/// One part of it.
#[derive(Serialize)]
struct PartShape<'a> {
    text: &'a str,
    used: u32,
    limit: Option<u32>,
}

/// Splits; 1 when a part does not fit.
pub(super) fn run(args: &Args, home: &Home, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let session = Session::load(home, io);
    let text = io.text(args.file.as_deref());
    let how = (args.numbering.into(), Signed::Last);
    let thread = match &args.speaker {
        None => {
            let platforms = session.platforms(&args.guidelines)?;
            let platform = session.platform(&args.platform, &platforms)?;
            let signature = Signature::default();
            signed_thread(&text?, &signature, platform, how)
        }
        Some(speaker) => {
            let opened = session.open(&session.names(&args.guidelines))?;
            let platform = session.platform(&args.platform, &opened.platforms)?;
            let speaker = session.speaker(speaker)?;
            let signer = speaker.signer(opened.brand(), session.people());
            let signature = signer.map_or_else(Signature::default, |signer| sign(signer, platform));
            let text = for_clipboard(&text?).text;
            signed_thread(&text, &signature, platform, how)
        }
    };
    session.say_table_faults(io);
    if args.json {
        io.line(json(&shape(&thread)))?;
    } else {
        let n = thread.parts.len();
        for (at, part) in thread.parts.iter().enumerate() {
            let blank = if at == 0 { "" } else { "\n" };
            let heading = heading(part, at + 1, n);
            io.line(format_args!("{blank}{heading}\n{}", part.text))?;
        }
    }
    if let Some(fault) = &thread.fault {
        io.say(fault);
    }
    Ok(u8::from(thread.fault.is_some()))
}

/// Which part it is, and how much of its limit it uses: `1/3 (278 of 280)`.
fn heading(part: &ThreadPart, number: usize, n: usize) -> String {
    let limit = part
        .limit
        .map_or_else(String::new, |it| format!(" of {it}"));
    format!("{number}/{n} ({}{limit})", part.used)
}

fn shape(thread: &Thread) -> ThreadShape<'_> {
    let parts = thread.parts.iter().map(|part| PartShape {
        text: &part.text,
        used: part.used,
        limit: part.limit,
    });
    ThreadShape {
        parts: parts.collect(),
    }
}
