//! A second process of the same program, told by variables what to do, that reports on its standard
//! error while it lives.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

/// Says which part a process plays; a process without it is the parent.
pub const PART: &str = "POSTWRIGHT_LONG_RUN";
/// Begins a line of a report; other lines are what went wrong.
const REPORT: &str = "% ";

/// A child at work, and its reports as they come.
pub struct Played {
    pub child: Child,
    pub reports: Receiver<String>,
}

/// Starts a part. `start` says how this program is started as a child.
pub fn play(start: &dyn Fn() -> Command, part: &str, told: &[(&str, String)]) -> Played {
    let mut command = start();
    command.env(PART, part);
    for (name, value) in told {
        command.env(name, value);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let (send, reports) = channel();
    std::thread::spawn(move || {
        let mut other = Vec::new();
        for line in lines.map_while(Result::ok) {
            if !line.starts_with(REPORT) {
                other.push(line);
            } else if send.send(line).is_err() {
                return;
            }
        }
        if !other.is_empty() {
            // whoever listens no more has failed already
            drop(send.send(other.join("\n")));
        }
    });
    Played { child, reports }
}

/// The words of a report.
#[track_caller]
pub fn words(line: &str) -> Vec<&str> {
    let Some(report) = line.strip_prefix(REPORT) else {
        panic!("the child says: {line}");
    };
    report.split(' ').collect()
}

/// Reports to the parent, in one write, so that a kill leaves all of it or none.
pub fn report(what: &str) {
    let line = format!("{REPORT}{what}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// What a child was told.
pub fn told(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}
