//! Headless commands over the same core as the window; scripts rely on their names and fields.
//!
//! Never: draws, or touches a file but through `store`; words go to `err`, data to `out`.

mod approve;
mod args;
mod check;
mod check_lines;
mod circumstances;
mod count;
mod fault;
mod folders;
mod guidance;
mod guidelines;
mod lines;
mod outcome;
mod places;
mod posts;
mod progress;
mod report_words;
mod sarif;
mod session;
mod shapes;
mod sign;
mod split;
mod streams;
mod usage;
mod verify;

pub use outcome::Outcome;

use std::ffi::OsString;
use std::io::{Read, Write};

use clap::Parser as _;

use crate::store::{Home, HomeFault};
use args::Cli;
use streams::Streams;

/// Runs the command that the arguments name (the program's own name comes first).
///
/// Exit codes: 0 all well, 1 something stands, 2 the input or the call was unusable. A reader that
/// goes away before the end ends the command quietly.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    input: &mut dyn Read,
    out: &mut dyn Write,
    err: &mut dyn Write,
    home: Result<Home, HomeFault>,
) -> Outcome {
    let args: Vec<OsString> = args.into_iter().collect();
    if args.len() <= 1 {
        return Outcome::Window;
    }
    let mut io = Streams { input, out, err };
    let code = match Cli::try_parse_from(args) {
        Ok(cli) => {
            let done = cli.command.run(home, &mut io);
            fault::exit_code(done, &mut io)
        }
        Err(said) => usage::answer(&said, &mut io),
    };
    Outcome::Done(code)
}
