//! How far a long reading is, for people who watch it at a terminal.
//!
//! Never: shows anything where standard error is no terminal, or where the answers scroll over it.

use std::io::{IsTerminal as _, Read, stdout};

use indicatif::{ProgressBar, ProgressBarIter, ProgressStyle};

/// A bar that has its length, and one for a stream without end.
const KNOWN: &str = "{bar:32} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
const UNKNOWN: &str = "{spinner} {bytes} read, {bytes_per_sec}";

/// Reads on while a bar says how far it is; `n_bytes` is how much there is, where that is known.
pub(super) fn watched<R: Read>(from: R, n_bytes: Option<u64>) -> ProgressBarIter<R> {
    let bar = match n_bytes {
        _ if stdout().is_terminal() => ProgressBar::hidden(),
        Some(n_bytes) => styled(ProgressBar::new(n_bytes), KNOWN),
        None => styled(ProgressBar::new_spinner(), UNKNOWN),
    };
    bar.wrap_read(from)
}

fn styled(bar: ProgressBar, template: &str) -> ProgressBar {
    // both templates are ours; should one be unreadable, the plain bar does as well
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
