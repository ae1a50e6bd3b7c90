//! `guidelines`: the sets that are there, one set in words, the examples of every rule, notes for
//! whoever keeps a set, what a change changes, and rules of other tools as a set.
//!
//! Never: changes a set that is there.

mod diff;
mod examples;
mod import;
mod lint;
mod list;
mod show;

use clap::Subcommand;

use super::fault::CliFault;
use super::session::Session;
use super::streams::Streams;
use crate::store::Home;

/// The options of `guidelines`.
#[derive(clap::Args)]
pub(super) struct Args {
    /// What to do with them.
    #[command(subcommand)]
    what: What,
}

/// What to do with the sets.
#[derive(Subcommand)]
enum What {
    /// List the sets: id, name, version, rules, where from
    #[command(after_help = "Example:\n  postwright guidelines list")]
    List,
    /// Show a set: its head, and its rules in words
    #[command(after_help = "Example:\n  postwright guidelines show smart-start")]
    Show {
        /// A set: its id, or the path of its file; the one in use when left out
        set: Option<String>,
    },
    /// Run the examples of every rule; one line for each fault
    #[command(after_help = "Example:\n  postwright guidelines test guidelines/brightside.ron")]
    Test {
        /// Sets: their ids, or the paths of their files; all when left out
        sets: Vec<String>,
    },
    /// Note what a set lacks or could do without: the guideline for guidelines
    #[command(after_help = "Example:\n  postwright guidelines lint brightside --posts approved/")]
    Lint(lint::Args),
    /// Say what changes from one version of a set to another, and for which posts
    #[command(
        after_help = "Example:\n  postwright guidelines diff old/brightside.ron brightside --posts posts.jsonl"
    )]
    Diff(diff::Args),
    /// Turn rules of another tool into a set
    #[command(
        after_help = "Example:\n  postwright guidelines import vale styles/Microsoft --out microsoft.ron"
    )]
    Import(import::Args),
}

/// Runs the one that was asked for.
pub(super) fn run(args: &Args, home: &Home, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    let session = Session::load(home, io);
    match &args.what {
        What::Import(args) => import::run(args, io),
        What::List => list::run(&session, io),
        What::Show { set } => show::run(set.as_deref(), &session, io),
        What::Test { sets } => examples::run(sets, &session, io),
        What::Lint(args) => lint::run(args, &session, io),
        What::Diff(args) => diff::run(args, &session, io),
    }
}
