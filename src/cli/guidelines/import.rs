//! `guidelines import`: rules of another tool become a set.
//!
//! Never: drops a rule in silence, or writes over a file unasked.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use crate::cli::fault::CliFault;
use crate::cli::streams::Streams;
use crate::guideline::Fault;
use crate::import::{Imported, Left, import_vale};
use crate::store::{LoadFault, StoreFault, read_styles, write_new};

/// The options of `guidelines import`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// From which tool.
    #[command(subcommand)]
    from: From,
}

/// The tools whose rules can be read.
#[derive(Subcommand)]
enum From {
    /// Read styles of Vale: a folder of YAML rules, or a folder of such folders
    #[command(
        after_help = "Example:\n  postwright guidelines import vale styles/Microsoft --out microsoft.ron\n\nWhat cannot be carried over is listed with its reason, here and at the head of the file."
    )]
    Vale {
        /// The folder
        dir: PathBuf,
        /// The file to write; its name is the id of the set
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Write over a file that is there
        #[arg(long)]
        force: bool,
    },
}

/// Writes the set; 2 when a file of the folder could not be read, while the others went on.
pub(super) fn run(args: &Args, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let From::Vale { dir, out, force } = &args.from;
    let (bundle, faults) = read_styles(dir).map_err(CliFault::Folder)?;
    let (id, name) = names(out);
    let imported = import_vale(&bundle, &id, &name);
    for fault in &faults {
        io.say(fault);
    }
    for left in &imported.left {
        io.say(sentence(left, "is not carried over"));
    }
    for absent in &imported.absent {
        io.say(sentence(absent, "has nothing to look at in a post"));
    }
    for note in &imported.notes {
        io.say(sentence(note, "is carried over in part"));
    }
    if imported.n_rules + imported.n_spelling == 0 {
        let reason = "there is no rule of Vale here that can be carried over; nothing is written";
        return Err(CliFault::Folder(LoadFault::of_file(dir, reason)));
    }
    write_new(out, imported.text.as_bytes(), *force).map_err(|fault| {
        if let StoreFault::Taken { path } = fault {
            CliFault::Taken { path }
        } else {
            CliFault::Store(fault)
        }
    })?;
    said(&imported, out, io);
    let is_broken = !faults.is_empty() || imported.left.iter().any(|left| left.is_broken);
    Ok(if is_broken { 2 } else { 0 })
}

fn said(imported: &Imported, out: &Path, io: &mut Streams<'_>) {
    let n = imported.n_rules;
    let noun = if n == 1 { "rule" } else { "rules" };
    let words = match imported.words.len() {
        0 => String::new(),
        1 => " and a word for spelling".to_owned(),
        n => format!(" and {n} words for spelling"),
    };
    io.say(format_args!(
        "{n} {noun}{words} written to {}",
        out.display()
    ));
    io.say(imported.share());
}

/// One sentence about a rule: which, why, and where.
fn sentence(left: &Left, what: &str) -> String {
    let Fault {
        place,
        reason,
        rule,
    } = &left.fault;
    let reason: Vec<&str> = reason.split_whitespace().collect();
    let fault = LoadFault {
        path: left.path.clone(),
        fault: Fault::new(*place, reason.join(" ")),
    };
    let is_whole = left.path.as_os_str().is_empty();
    let why = if is_whole {
        fault.fault.reason
    } else {
        fault.to_string()
    };
    match rule {
        Some(rule) => format!("{rule} {what}: {why}"),
        None => why,
    }
}

/// The id and the name of the set, after its file.
fn names(out: &Path) -> (String, String) {
    let stem = out.file_stem().unwrap_or_default().to_string_lossy();
    let kebab: String = stem
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let id = kebab.trim_matches('-');
    if id.is_empty() {
        return ("imported".to_owned(), "Imported".to_owned());
    }
    (id.to_owned(), stem.into_owned())
}
