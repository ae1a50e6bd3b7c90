//! A post and a set in, a report out. Pure: the same input gives the same report.
//!
//! Never: draws, reads a file or the clock; *now* and *out of time* are arguments.

mod change;
mod checker;
mod exceptions;
mod expression;
mod filled;
mod finding;
mod formula;
pub mod kind;
mod offsets;
mod post;
mod report;
mod review;
mod seen;
mod style;
mod syllables;

pub use checker::{Checker, compile};
pub use finding::{Applicability, Edit, Finding, Fix};
pub use kind::RuleKind;
pub use post::Post;
pub use report::Report;
pub use review::{Review, Standing};
