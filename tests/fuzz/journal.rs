//! Any bytes as the journal and the checkpoint of a draft: a start survives them, brings the draft
//! back or says that it cannot, and a second start finds the same.
#![no_main]

mod edits;

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use postwright::draft::Draft;
use postwright::store::fs::Sim;
use postwright::store::{Drafts, Home, Saved};

use crate::edits::edited;

/// A journal with frames of both kinds, and the checkpoint before it.
static GOOD: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    let disk = Sim::default();
    let (drafts, _, _) = Drafts::open(&Home::on(disk.clone(), "/home"), Box::new(|| {})).unwrap();
    for n in 0..36 {
        drafts.keep(&Draft {
            id: "a".to_owned(),
            body: format!("{} {n}", "word ".repeat(450)),
            they_said: Some(n.min(32).to_string()),
            ..Draft::default()
        });
        assert!(matches!(drafts.flush(), Saved::AllSaved { .. }));
    }
    drop(drafts);
    ["journal", "checkpoint.ron"].map(|name| disk.get(place(name)).unwrap())
});

fn place(name: &str) -> String {
    format!("/home/drafts/a/{name}")
}

fn found(disk: &Sim) -> (Vec<Draft>, usize) {
    let home = Home::on(disk.clone(), Path::new("/home"));
    let (_, drafts, notices) = Drafts::open(&home, Box::new(|| {})).unwrap();
    (drafts, notices.len())
}

fuzz_target!(|data: &[u8]| {
    let Some((how, data)) = data.split_first() else {
        return;
    };
    let [journal, checkpoint] = &*GOOD;
    let half = data.len() / 2;
    let disk = Sim::default();
    match how % 4 {
        0 => disk.put(place("journal"), data),
        1 => {
            disk.put(place("journal"), edited(journal, data));
            disk.put(place("checkpoint.ron"), checkpoint.as_slice());
        }
        2 => {
            disk.put(place("journal"), edited(journal, &data[..half]));
            disk.put(place("checkpoint.ron"), edited(checkpoint, &data[half..]));
        }
        _ => {
            disk.put(place("journal"), &data[..half]);
            disk.put(place("checkpoint.ron"), &data[half..]);
        }
    }
    let (drafts, n_notices) = found(&disk);
    assert!(!drafts.is_empty() || n_notices > 0, "a draft went in silence");
    let (again, n_notices) = found(&disk);
    assert_eq!(again, drafts, "a second start finds something else");
    assert_eq!(n_notices, 0, "what was mended is said again");
});
