//! Any bytes as files of the ledger: no panic, and whatever is not what was recorded is named.
#![no_main]

mod edits;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::Zoned;
use libfuzzer_sys::fuzz_target;
use postwright::approval::{Request, approve, verify};
use postwright::check::Report;
use postwright::draft::Speaker;
use postwright::guideline::ActiveSet;
use postwright::store::fs::Sim;
use postwright::store::{Home, Ledger};

use crate::edits::edited;

/// A ledger of three approvals, and its files.
static GOOD: LazyLock<(Sim, Vec<PathBuf>)> = LazyLock::new(|| {
    let disk = Sim::default();
    let ledger = Ledger::at(&Home::on(disk.clone(), "/home"));
    for n in 1..4 {
        let text = format!("Post {n}\nwith a “line” more");
        let now: Zoned = format!("2026-11-21T09:30:0{n}Z[UTC]").parse().unwrap();
        let request = Request {
            parts: &[text.clone(), "and a part".to_owned()],
            body: &text,
            platform: "x",
            speaker: &Speaker::Brand,
            intent: None,
            experiment: None,
            goal: None,
            they_said: None,
            set: &ActiveSet::default(),
            set_hash: "abc",
            report: &Report::default(),
            exceptions: &[],
            asked: &[],
            answered: &[],
            chance: "",
            approver: "asha",
            now: &now,
        };
        ledger.record(approve(&request).unwrap()).unwrap();
    }
    let is_lock = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "lock");
    let files = disk.files().into_keys().filter(|path| !is_lock(path));
    (disk.clone(), files.collect())
});

fuzz_target!(|data: &[u8]| {
    let Some((how, data)) = data.split_first() else {
        return;
    };
    let (disk, files) = &*GOOD;
    let disk = disk.fork();
    let path = &files[usize::from(how % 8) % files.len()];
    let good = disk.get(path).unwrap();
    let bytes = match how / 8 % 4 {
        0 => data.to_vec(),
        _ => edited(&good, data),
    };
    disk.put(path, bytes.as_slice());
    let (approvals, faults) = Ledger::at(&Home::on(disk.clone(), Path::new("/home"))).all();
    assert_eq!(faults.is_empty(), bytes == good, "{}", path.display());
    let text = String::from_utf8_lossy(data);
    _ = verify(&text, &approvals);
});
