//! What is said when the arguments do not name a command: help, or one sentence.
//!
//! Never: more than one sentence for a call that was not understood.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::streams::Streams;

/// Writes the help that was asked for (exit code 0), or says what was not understood (2).
pub(super) fn answer(said: &clap::Error, io: &mut Streams<'_>) -> u8 {
    if said.kind() == ErrorKind::DisplayHelp || said.kind() == ErrorKind::DisplayVersion {
        // a reader of the help that has gone away needs no more of it
        _ = writeln!(io.out, "{}", said.render().to_string().trim_end())
            .and_then(|()| io.out.flush());
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
    if let (ErrorKind::InvalidSubcommand, Some(ContextValue::String(typed))) =
        (said.kind(), said.get(ContextKind::InvalidSubcommand))
    {
        return format!("there is no command {typed:?}; {}", meant(said));
    }
    let rendered = said.render().to_string();
    let first = rendered.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = first.split_whitespace().collect();
    let words = words.join(" ");
    let words = words.strip_prefix("error: ").unwrap_or(&words);
    format!("{words}; {}", meant(said))
}

/// What was probably meant, else where to look.
fn meant(said: &clap::Error) -> String {
    let kinds = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let meant = match kinds.into_iter().find_map(|kind| said.get(kind)) {
        Some(ContextValue::String(meant)) => Some(meant),
        Some(ContextValue::Strings(meant)) => meant.first(),
        _ => None,
    };
    meant.map_or_else(
        || "--help shows an example".to_owned(),
        |meant| format!("did you mean {meant:?}?"),
    )
}
