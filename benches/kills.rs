//! Kills a typing process 1,000 times; prints one line, or panics at the first loss.
//!
//! `cargo bench --bench kills`, or `cargo test --bench kills`, which is built with the tests;
//! `KILLS=200` asks for fewer.
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
#[path = "../tests/it/long/kills.rs"]
mod kills;

use std::process::Command;

fn main() {
    if std::env::var(child::PART).is_ok() {
        return kills::child();
    }
    let asked = std::env::var("KILLS").ok();
    let n_loops = asked.and_then(|n| n.parse().ok()).unwrap_or(1_000);
    let start = || Command::new(std::env::current_exe().unwrap());
    println!("{}", kills::run(n_loops, &start));
}
