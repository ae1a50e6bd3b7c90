//! The commands, as the command line names them; each has its file.
//!
//! Never: works; it hands over.

use clap::{Parser, Subcommand};

use super::fault::CliFault;
use super::streams::Streams;
use super::{approve, check, count, folders, guidelines, sign, split, verify};
use crate::store::{Home, HomeFault};

/// Posts an organisation can stand behind. Without a command the window opens.
#[derive(Parser)]
#[command(name = "postwright", version, arg_required_else_help = false)]
#[command(
    after_help = "Example:\n  echo \"Hello\" | postwright check --platform x\n\nExit codes: 0 all well, 1 something stands, 2 the input or the call was unusable."
)]
pub(super) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// One command.
#[derive(Subcommand)]
pub(super) enum Command {
    /// Count a text the way a platform does
    Count(count::Args),
    /// Check a text against the guidelines
    Check(check::Args),
    /// Split a long text into a thread
    Split(split::Args),
    /// Show how somebody signs on a platform
    Sign(sign::Args),
    /// Approve a text: record it, then give the final text
    Approve(approve::Args),
    /// Ask who approved a text
    Verify(verify::Args),
    /// List, show and test guideline sets
    Guidelines(guidelines::Args),
    /// Show the folders and files in use
    Where(folders::Args),
}

impl Command {
    /// Runs it.
    pub(super) fn run(
        self,
        home: Result<Home, HomeFault>,
        io: &mut Streams<'_>,
    ) -> Result<u8, CliFault> {
        let home = home?;
        match self {
            Self::Count(args) => count::run(&args, &home, io),
            Self::Check(args) => check::run(&args, &home, io),
            Self::Split(args) => split::run(&args, &home, io),
            Self::Sign(args) => sign::run(&args, &home, io),
            Self::Approve(args) => approve::run(&args, &home, io),
            Self::Verify(args) => verify::run(&args, &home, io),
            Self::Guidelines(args) => guidelines::run(&args, &home, io),
            Self::Where(args) => folders::run(&args, &home, io),
        }
    }
}
