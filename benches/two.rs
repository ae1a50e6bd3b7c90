//! Two processes on one folder for two minutes; prints one line, or panics at the first loss.
//!
//! `cargo bench --bench two`, or `cargo test --bench two`, which is built with the tests;
//! `SECONDS_OF_TWO=30` asks for less.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    unreachable_pub,
    missing_docs,
    reason = "a long run that finds something panics"
)]

#[path = "../tests/it/chance.rs"]
mod chance;
#[path = "../tests/it/long/child.rs"]
mod child;
#[path = "../tests/it/long/two.rs"]
mod two;

use std::process::Command;

fn main() {
    if std::env::var(child::PART).is_ok() {
        return two::child();
    }
    let asked = std::env::var("SECONDS_OF_TWO").ok();
    let seconds = asked.and_then(|n| n.parse().ok()).unwrap_or(120);
    let start = || Command::new(std::env::current_exe().unwrap());
    println!("{}", two::run(seconds, &start));
}
