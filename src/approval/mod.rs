//! The pause, the one way to make an approval, the seal, verify, and experiments that are over.
//!
//! Never: writes a file or sets a clipboard; `store` records an approval before anybody copies it.

mod approve;
mod ended;
mod recent;
mod record;
mod seal;
mod set_back;
mod verify;
mod withheld;

pub use approve::{Refusal, Request, approve};
pub use ended::{Ended, ended};
pub use recent::{recent, recent_from};
pub use record::{Approval, Exception};
pub use seal::{Seal, sha256};
pub use set_back::set_back;
pub use verify::{Verdict, verify};
