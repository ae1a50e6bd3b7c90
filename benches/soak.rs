//! 200,000 scripted actions in one window without a display; prints a line for each 20,000 and one
//! of figures, and panics where the process has grown by 5 MB or more.
//!
//! `cargo bench --bench soak`; `ACTIONS=20000` asks for fewer. With debug assertions, as in
//! `cargo test --bench soak`, egui keeps the name of every widget that there ever was, so that the
//! process grows: then the figures are only printed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    unreachable_pub,
    missing_docs,
    reason = "a long run that finds something panics"
)]

#[path = "../tests/it/chance.rs"]
mod chance;
#[path = "../tests/it/long/soak.rs"]
mod soak;

/// How much more the process may hold in the end, in bytes.
const MOST: u64 = 5_000_000;

fn main() {
    let asked = std::env::var("ACTIONS").ok();
    let n_actions: u32 = asked.and_then(|n| n.parse().ok()).unwrap_or(200_000);
    let figures = soak::run(n_actions, n_actions / 10);
    println!("{figures}");
    assert!(
        cfg!(debug_assertions) || figures.growth() < MOST,
        "{figures}"
    );
}
