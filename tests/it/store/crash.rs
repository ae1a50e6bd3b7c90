//! The power goes after any call: a start finds the old or the new, and all that was acknowledged.

use std::collections::BTreeSet;

use postwright::draft::Draft;
use postwright::store::fs::Sim;
use postwright::store::{Drafts, Home, Saved};

use super::deeds::{DEEDS, HOME, files, furnished, is_note_behind, ready, start};
use super::sweep::bodies;

#[test]
fn a_power_cut_after_any_call_leaves_the_old_or_the_new() {
    let furnished = furnished();
    println!(
        "{:32} {:>6} {:>7} {:>6}",
        "the power goes after each call", "calls", "states", "lost"
    );
    for deed in DEEDS {
        let (disk, home) = ready(&furnished, deed);
        let old = files(&disk);
        disk.record();
        assert_eq!((deed.act)(&home), Ok(()), "{}", deed.name);
        let new = files(&disk);
        let history = disk.history();
        let n_calls = history.len();
        let (mut n_states, mut started) = (0, BTreeSet::new());
        for (at, disk) in (1..).zip(history) {
            for left in disk.crashed() {
                n_states += 1;
                let at = format!("{}, after call {at} of {n_calls}", deed.name);
                if started.insert(left.files()) {
                    let (found, mut told) = start(&left);
                    told.retain(|line| !is_note_behind(line));
                    assert_eq!(told, [""; 0], "{at}: {found:?}");
                }
                let there = files(&left);
                assert!(there == old || there == new, "{at}: {:?}", there.keys());
            }
        }
        for left in disk.crashed() {
            n_states += 1;
            assert_eq!(files(&left), new, "{}: done is done", deed.name);
        }
        println!("{:32} {n_calls:>6} {n_states:>7} {:>6}", deed.name, 0);
    }
}

#[test]
fn what_was_typed_and_said_to_be_saved_survives_a_power_cut_after_any_call() {
    let disk = Sim::default();
    let home = Home::on(disk.clone(), HOME);
    disk.record();
    let (drafts, _, _) = Drafts::open(&home, Box::new(|| {})).unwrap();
    let text = |n: usize| format!("{}{}", "word ".repeat(2000), "k".repeat(n));
    let mut acknowledged = Vec::new();
    for n in 1..12 {
        drafts.keep(&Draft {
            id: "b".to_owned(),
            they_said: Some((n / 3).to_string()),
            body: text(n),
            ..Draft::default()
        });
        assert!(matches!(drafts.flush(), Saved::AllSaved { .. }));
        acknowledged.push((disk.n_calls(), n));
    }
    drop(drafts);
    let (mut n_states, mut seen) = (0, BTreeSet::new());
    for (at, disk) in (1..).zip(disk.history()) {
        let safe = acknowledged
            .iter()
            .rev()
            .find(|(n_calls, _)| *n_calls <= at);
        let n_safe = safe.map_or(0, |(_, n)| *n);
        for left in disk.crashed() {
            n_states += 1;
            if !seen.insert((left.files(), n_safe)) {
                continue;
            }
            match bodies(&left).as_slice() {
                [] => assert_eq!(n_safe, 0, "after call {at}"),
                [body] => {
                    let n = (0..12).find(|n| text(*n) == *body);
                    assert!(
                        n.is_some_and(|n| n >= n_safe),
                        "{n:?} of {n_safe} after call {at}"
                    );
                }
                more => panic!("{} drafts after call {at}", more.len()),
            }
        }
    }
    println!("typing, the power goes after each call: {n_states} states, 0 lost");
    assert!(n_states > 150, "{n_states} states");
}
