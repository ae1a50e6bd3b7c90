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

mod architecture;
mod cases;
mod cli;
mod contrast;
mod guidelines;
mod platforms;
mod readme;
mod source;
mod store;
mod window;
mod words;
