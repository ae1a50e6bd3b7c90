//! A draft that was handed on to somebody else.
//!
//! Never: sends anything; it remembers that a note was copied, and for whom.

use serde::{Deserialize, Serialize};

/// To whom a draft was handed on.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct HandedOn {
    /// Their names, as a sentence lists them.
    pub to: String,
    /// The id of the topic; empty for a case that no topic covers.
    pub topic: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
}
