//! All tests that look at Postwright from outside, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    unreachable_pub,
    missing_docs,
    reason = "a failed test may panic, and tests read their own files"
)]

mod afterwards;
mod architecture;
mod cases;
mod chance;
mod cli;
mod contrast;
mod engine;
mod guidelines;
mod kinds;
mod leaks;
mod lint;
mod long;
mod memory;
mod people;
mod platforms;
mod readme;
mod sets;
mod signatures;
mod source;
mod speakers;
mod spelling;
mod split;
mod store;
mod vale;
mod window;
mod words;

use proptest::prelude::ProptestConfig;

/// How often a property is tried. `cargo test` stays quick with a few thousand cases; CI and whoever
/// touched a counter or the splitter runs
/// `PROPTEST_CASES=100000 cargo test --test it -- platforms:: split::`.
fn fuzz(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|n| n.parse().ok()).unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
