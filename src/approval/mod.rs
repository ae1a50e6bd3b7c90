//! The pause, the one way to make an approval, the seal, verify, and experiments that are over.
//!
//! Never: writes a file or sets a clipboard; `store` records an approval before anybody copies it.

mod approve;
mod ended;
mod pause;
mod recent;
mod seal;
mod set_back;
mod verify;

pub use approve::{Approval, Exception, Refusal, Request, approve};
pub use ended::{Ended, ended};
pub use pause::questions;
pub use recent::{recent, recent_from};
pub use seal::{Seal, sha256};
pub use set_back::set_back;
pub use verify::{Verdict, verify};
