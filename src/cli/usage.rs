//! What is said when the arguments do not name a command: help, or one sentence.
//!
//! Never: more than one sentence for a call that was not understood.

use std::io::Write as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::streams::Streams;

/// Writes the help that was asked for (exit code 0), or says what was not understood (2).
pub(super) fn answer(said: &clap::Error, io: &mut Streams<'_>) -> u8 {
    if said.kind() == ErrorKind::DisplayHelp || said.kind() == ErrorKind::DisplayVersion {
        // a reader of the help that has gone away needs no more of it
        _ = write!(io.out, "{}", said.render()).and_then(|()| io.out.flush());
        return 0;
    }
    io.say(sentence(said));
    2
}

/// The first paragraph of what clap says, in one line, without its heading.
fn sentence(said: &clap::Error) -> String {
    if said.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return "a command is missing here; --help lists them".to_owned();
    }
    let rendered = said.render().to_string();
    let first = rendered.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = first.split_whitespace().collect();
    let words = words.join(" ");
    let words = words.strip_prefix("error: ").unwrap_or(&words);
    let meant = match said
        .get(ContextKind::SuggestedSubcommand)
        .or_else(|| said.get(ContextKind::SuggestedArg))
        .or_else(|| said.get(ContextKind::SuggestedValue))
    {
        Some(ContextValue::String(meant)) => Some(meant.as_str()),
        Some(ContextValue::Strings(meant)) => meant.first().map(String::as_str),
        _ => None,
    };
    match meant {
        Some(meant) => format!("{words}; did you mean {meant:?}?"),
        None => format!("{words}; --help shows an example"),
    }
}
