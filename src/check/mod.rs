//! A post and a set in, a report out. Pure: the same input gives the same report.
//!
//! Never: draws, reads a file or the clock; *now* and *out of time* are arguments.

mod asked;
mod calendar;
mod change;
mod checker;
mod exceptions;
mod expression;
mod filled;
mod finding;
mod focus_words;
mod formula;
pub mod kind;
pub mod lint;
mod memory;
mod moment;
mod nested;
mod offsets;
mod parsed;
mod patience;
mod person;
mod phrases;
mod post;
mod ready;
mod recent;
mod regular;
mod report;
mod review;
mod scene;
mod seen;
mod shift;
mod spelling;
mod style;
mod syllables;
mod tongue;
mod turn;

pub use checker::{Checker, compile};
pub use finding::{Applicability, Edit, Finding, Fix};
pub use kind::RuleKind;
pub use memory::Memory;
pub use post::Post;
pub use recent::Recent;
pub use report::Report;
pub use review::{Review, Standing};
pub use scene::Scene;
pub use shift::Shift;
pub use spelling::{Dictionary, DictionaryFault, OwnWords, Spelling};
pub use turn::{Rules, Turn};
