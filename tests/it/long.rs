//! Long runs, each in a short form: processes that are killed, two at once, many actions.
//!
//! The long forms are the targets of the same names in `benches/`.

mod child;
mod kills;
mod modes;
mod soak;
mod two;

use std::process::Command;

use crate::chance;

/// The part of the child that is a window.
const SOAK: &str = "soak";

/// This program as a child that plays a part.
fn start() -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "long::plays_a_part", "--nocapture"]);
    command
}

/// What a child does; nothing in an ordinary run.
#[test]
fn plays_a_part() {
    match std::env::var(child::PART).as_deref() {
        Ok(kills::PART) => kills::child(),
        Ok(two::PART) => two::child(),
        Ok(modes::PART) => modes::child(),
        Ok(SOAK) => child::report(&soak::run(500, 250).growth().to_string()),
        Ok(other) => panic!("no such part: {other}"),
        Err(_) => {}
    }
}

#[test]
fn a_kill_while_typing_loses_nothing_that_was_acknowledged() {
    let figures = kills::run(20, &start);
    println!("{figures}");
    assert!(figures.n_typed > 100 && figures.n_saved > 0, "{figures}");
}

#[test]
fn two_windows_on_one_folder_lose_nothing() {
    let figures = two::run(3, &start);
    println!("{figures}");
    assert!(figures.n_words > 50 && figures.n_approvals > 2, "{figures}");
}

#[test]
fn a_window_that_is_used_for_long_holds_no_more() {
    // a process of its own, because the other tests hold memory too
    let mut played = child::play(&start, SOAK, &[]);
    let said = played.reports.iter().collect::<Vec<String>>();
    assert!(played.child.wait().unwrap().success(), "{said:?}");
    let growth = child::words(&said[0])[0].parse::<u64>().unwrap();
    println!("soak: 500 actions, {growth} bytes more after the first 250");
    assert!(growth < 5_000_000, "{growth} bytes");
}
