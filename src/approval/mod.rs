//! The pause, the one way to make an approval, the seal, verify, and what is known of approvals later:
//! what came of them, figures, what the guidelines of today say, and experiments that are over.
//!
//! Never: writes a file or sets a clipboard; `store` records an approval before anybody copies it.

mod afresh;
mod agenda;
mod approve;
mod ended;
mod figures;
mod outcome;
mod outcome_table;
mod recent;
mod record;
mod record_name;
mod seal;
mod search;
mod second;
mod set_back;
mod verify;
mod withheld;

pub use afresh::{Afresh, Today, afresh, reopened};
pub use agenda::{Agenda, Overridden, agenda};
pub use approve::{Refusal, Request, approve};
pub use ended::{Ended, ended};
pub use figures::{Figures, QUIET_DAYS, Range, Step, Tally, figures};
pub use outcome::{OUTCOME_FORMAT, Outcome, count_of, counted};
pub use outcome_table::{COLUMNS, Imported, Outcomes, outcome_table, read_outcomes};
pub use recent::{recent, recent_from};
pub use record::{ANOTHER_DAY, Approval, Exception, KEPT};
pub use record_name::record_name;
pub use seal::{Seal, sha256};
pub use search::Index;
pub use second::{Asked, SecondAnswer, SecondAsk, may_speak_too, second_wanted};
pub use set_back::set_back;
pub use verify::{PROVES, Verdict, verify};
