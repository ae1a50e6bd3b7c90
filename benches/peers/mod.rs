//! Our part of the comparison: writes the texts that all tools look at, and checks them.
//!
//! Never: knows how the others are started; `benches/peers/run` does.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Zoned;
use postwright::check::Checker;
use postwright::platform::Platform;

use crate::sets::{Case, cases, checker, laid, look, roomy, sources};

/// Lengths in characters, and how many texts of each; a third of them is one round.
const SIZES: [(usize, usize); 3] = [(280, 900), (3_000, 180), (100_000, 24)];
/// How many rounds there are, each with texts of its own.
const ROUNDS: usize = 3;

/// Writes `texts/LENGTH/NUMBER.txt` and `postwright.tsv` into a folder.
///
/// A line of the table is: tool, version, length, the median of the best round in nanoseconds, notes
/// per text. Every tool of `run` measures in this manner, so that the lines compare.
pub(crate) fn measure(folder: &Path) {
    let (platform, now) = (roomy(), Zoned::default());
    let checker = checker(&laid(&sources(0)));
    let mut lines = String::new();
    for size in SIZES {
        let cases = cases(size, &platform);
        write_texts(&folder.join("texts").join(size.0.to_string()), &cases);
        let (time, notes) = best_median(&checker, &cases, &platform, &now);
        let (version, n_chars, nanos) = (env!("CARGO_PKG_VERSION"), size.0, time.as_nanos());
        writeln!(
            lines,
            "postwright\t{version}\t{n_chars}\t{nanos}\t{notes:.2}"
        )
        .unwrap();
    }
    fs::write(folder.join("postwright.tsv"), lines).unwrap();
}

fn write_texts(folder: &Path, cases: &[Case]) {
    fs::create_dir_all(folder).unwrap();
    for (n, case) in cases.iter().enumerate() {
        fs::write(folder.join(format!("{n:04}.txt")), &case.text).unwrap();
    }
}

/// Every text is looked at once. Returns the median of the best round, and the notes per text.
fn best_median(
    checker: &Checker,
    cases: &[Case],
    platform: &Platform,
    now: &Zoned,
) -> (Duration, f64) {
    let mut n_notes = 0;
    let medians = cases.chunks(cases.len() / ROUNDS).map(|round| {
        let mut times: Vec<Duration> = round
            .iter()
            .map(|case| {
                let start = Instant::now();
                n_notes += look(checker, case, platform, now);
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        times[times.len() / 2]
    });
    let best = medians.min().unwrap();
    (best, n_notes as f64 / cases.len() as f64)
}
