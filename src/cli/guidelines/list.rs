//! `guidelines list`: the sets that are there.
//!
//! Never: hides a file that could not be read; it is said on `err`.

use crate::cli::fault::CliFault;
use crate::cli::session::Session;
use crate::cli::streams::Streams;
use crate::store::Shelved;

/// One set in a line: id, name, version, rules, where from.
pub(super) fn run(session: &Session, io: &mut Streams<'_>) -> Result<u8, CliFault> {
    for fault in session.library().faults() {
        io.say(fault);
    }
    let sets = session.library().sets();
    let wide = |words: &dyn Fn(&Shelved) -> &str| {
        let n = |shelved| words(shelved).chars().count();
        sets.iter().map(n).max().unwrap_or_default()
    };
    let id = wide(&|shelved| &shelved.set.id);
    let name = wide(&|shelved| &shelved.set.name);
    for shelved in sets {
        let set = &shelved.set;
        let from = shelved
            .path
            .as_ref()
            .map_or_else(|| "built in".to_owned(), |path| path.display().to_string());
        let rules = set.rules.len();
        let noun = if rules == 1 { "rule " } else { "rules" };
        io.line(format_args!(
            "{:id$}  {:name$}  version {:<3}  {rules:>3} {noun}  {from}",
            set.id, set.name, set.version
        ))?;
    }
    Ok(0)
}
