//! `guidelines test`: the examples of every rule.
//!
//! Never: stops at the first fault; each gets its line.

use crate::cli::fault::CliFault;
use crate::cli::guidance::Guidance;
use crate::cli::session::Session;
use crate::cli::streams::Streams;
use crate::guideline::Fault;
use crate::store::{LoadFault, Shelved};

/// Runs them; 1 when one does not come out, or a file cannot be read.
pub(super) fn run(
    sets: &[String],
    session: &Session,
    io: &mut Streams<'_>,
) -> Result<u8, CliFault> {
    let mut faults: Vec<LoadFault> = Vec::new();
    let mut names = sets.to_vec();
    if sets.is_empty() {
        faults.extend(session.library().faults().iter().cloned());
        names.extend(
            session
                .library()
                .sets()
                .iter()
                .map(|shelved| shelved.set.id.clone()),
        );
    }
    let mut n_rules = 0;
    for name in &names {
        match Guidance::open(session, std::slice::from_ref(name)) {
            Ok(guidance) => {
                n_rules += guidance.opened.active.rules.len();
                faults.extend(guidance.faults);
            }
            // of all sets, one that cannot be put together is a fault among others
            Err(CliFault::Open(fault)) if sets.is_empty() => {
                let shelved = session.library().set(name);
                let path = shelved.map_or_else(|| name.into(), Shelved::origin);
                faults.push(LoadFault::of_file(path, fault.to_string()));
            }
            Err(fault) => return Err(fault),
        }
    }
    let mut lines: Vec<String> = Vec::new();
    for line in faults.iter().map(line) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    for line in &lines {
        io.line(line)?;
    }
    if lines.is_empty() {
        io.say(format_args!("{n_rules} rules, all examples come out"));
    }
    Ok(u8::from(!lines.is_empty()))
}

/// A fault as editors read places: `file:line:column: reason`.
fn line(fault: &LoadFault) -> String {
    let Fault {
        place,
        reason,
        rule,
    } = &fault.fault;
    let path = fault.path.display();
    let rule = rule
        .as_ref()
        .map_or_else(String::new, |rule| format!("rule {rule:?}: "));
    if place.line == 0 {
        return format!("{path}: {rule}{reason}");
    }
    format!("{path}:{}:{}: {rule}{reason}", place.line, place.column)
}
