//! A post and a set in, a report out. Pure: the same input gives the same report.
//!
//! Never: draws, reads a file or the clock; *now* and *out of time* are arguments.

mod affiliation;
mod asked;
mod calendar;
mod cast;
mod change;
mod checker;
mod conditions;
mod disclosure;
mod exceptions;
mod expression;
mod filled;
mod finding;
mod focus_words;
mod formula;
mod hand_off;
pub mod kind;
pub mod lint;
mod moment;
mod offsets;
mod patience;
mod person;
mod phrases;
mod post;
mod recent;
mod report;
mod review;
mod scene;
mod seen;
mod shift;
mod sign_off;
mod spelling;
mod statements;
mod style;
mod subjects;
mod syllables;
mod tongue;
mod voice;

pub use checker::{Checker, compile};
pub use finding::{Applicability, Edit, Finding, Fix};
pub use hand_off::HandOff;
pub use kind::RuleKind;
pub use post::Post;
pub use recent::Recent;
pub use report::Report;
pub use review::{Review, Standing};
pub use scene::Scene;
pub use shift::Shift;
pub use spelling::{Dictionary, DictionaryFault, OwnWords, Spelling};
pub use voice::Voice;
