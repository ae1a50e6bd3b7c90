//! Each call of each thing that touches files fails once, in every way: nothing is lost, nothing
//! panics, and somebody is told.

use postwright::draft::Draft;
use postwright::store::fs::{Failure, Sim};
use postwright::store::{Drafts, Home, Saved};

use super::deeds::{DEEDS, HOME, checkpointed, files, furnished, ready, start};
use super::swept::swept;

#[test]
fn whatever_fails_there_is_the_old_or_the_new_and_somebody_is_told() {
    let furnished = furnished();
    println!(
        "{:32} {:>6} {:>6} {:>6}",
        "each call fails once", "calls", "runs", "lost"
    );
    for deed in DEEDS {
        swept(&furnished, deed);
    }
}

#[test]
fn a_disk_that_fails_for_good_keeps_the_old_until_it_works_again() {
    let furnished = furnished();
    for deed in DEEDS {
        for failure in Failure::ALL {
            let (disk, home) = ready(&furnished, deed);
            let old = files(&disk);
            disk.fail_always(failure);
            let told = (deed.act)(&home);
            assert!(told.is_err(), "{}, {failure:?}: nobody is told", deed.name);
            assert_eq!(files(&disk), old, "{}, {failure:?}", deed.name);
            disk.heal();
            assert_eq!((deed.act)(&home), Ok(()), "{}, {failure:?}", deed.name);
            assert_ne!(files(&disk), old, "{}, {failure:?}", deed.name);
        }
    }
}

#[test]
fn what_cannot_be_read_at_the_start_is_said_and_left_as_it_is() {
    let furnished = checkpointed();
    let clean = furnished.fork();
    let before = files(&clean);
    let whole = start(&clean);
    assert_eq!(whole.1, [""; 0]);
    let mut n_runs = 0;
    for failure in Failure::ALL {
        for n in 1.. {
            let disk = furnished.fork();
            disk.fail(n, failure);
            let (found, told) = start(&disk);
            if disk.n_failed() == 0 {
                break;
            }
            n_runs += 1;
            let at = format!("{failure:?} of call {n}");
            if found != whole.0 {
                assert_ne!(told, [""; 0], "{at}: {found:?}");
            }
            assert_eq!(files(&disk), before, "{at}: nothing moves");
            disk.heal();
            assert_eq!(start(&disk), whole, "{at}: all is back");
        }
    }
    println!("a start with each call failing: {n_runs} runs, nothing moved, nothing unsaid");
}

#[test]
fn a_pipe_in_the_place_of_a_file_is_not_opened() {
    let furnished = checkpointed();
    for path in furnished.files().into_keys() {
        let disk = furnished.fork();
        disk.put_pipe(&path);
        let (_, told) = start(&disk);
        let is_lock = path.to_str().unwrap().ends_with("lock");
        assert_eq!(told.is_empty(), is_lock, "{}: {told:?}", path.display());
        // what the disk says when one is opened
        assert!(
            told.iter().all(|line| !line.contains("wait for ever")),
            "{told:?}"
        );
    }
}

/// Types into a draft until a checkpoint was made; gives the newest text that was said to be safe.
fn typed(home: &Home, disk: &Sim, mut on_safe: impl FnMut(&str)) {
    let Ok((drafts, _, _)) = Drafts::open(home, Box::new(|| {})) else {
        return;
    };
    for n in 1..10 {
        let body = format!("{}{}", "word ".repeat(2000), "k".repeat(n));
        drafts.keep(&Draft {
            id: "b".to_owned(),
            they_said: Some(n.to_string()),
            body: body.clone(),
            ..Draft::default()
        });
        let n_failed = disk.n_failed();
        match drafts.flush() {
            Saved::AllSaved { .. } => on_safe(&body),
            Saved::Failed { reason } => {
                assert_ne!(disk.n_failed(), n_failed, "{reason}");
                assert!(
                    matches!(drafts.flush(), Saved::AllSaved { .. }),
                    "once more"
                );
                on_safe(&body);
            }
            state @ (Saved::Idle | Saved::Waiting) => panic!("{state:?}"),
        }
    }
}

/// The texts of the drafts that a start finds.
pub fn bodies(disk: &Sim) -> Vec<String> {
    let home = Home::on(disk.clone(), HOME);
    let (_, found, _) = Drafts::open(&home, Box::new(|| {})).unwrap();
    found.into_iter().map(|draft| draft.body).collect()
}

#[test]
fn whichever_call_fails_what_was_said_to_be_saved_survives_a_power_cut() {
    let (mut n_runs, mut n_states) = (0, 0);
    for failure in Failure::ALL {
        for n in 1.. {
            let disk = Sim::default();
            let home = Home::on(disk.clone(), HOME);
            disk.fail(n, failure);
            let mut safe = String::new();
            typed(&home, &disk, |body| body.clone_into(&mut safe));
            if disk.n_failed() == 0 {
                break;
            }
            n_runs += 1;
            for left in disk.crashed().chain([disk.fork()]) {
                n_states += 1;
                assert_eq!(bodies(&left), [safe.as_str()], "{failure:?} of call {n}");
            }
        }
    }
    println!("typing with each call failing: {n_runs} runs, {n_states} states, 0 lost");
    assert!(n_runs > 200, "{n_runs} runs");
}
