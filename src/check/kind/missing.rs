//! Stub.
use serde::Deserialize;

use super::{Finder, Kind, RuleKind};
/// Where.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq)]
pub enum Place {
    /// Start.
    Start,
    /// End.
    #[default]
    End,
}

/// Stub.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// What should be there.
    pub of: Box<RuleKind>,
    /// What a fix inserts.
    pub insert: String,
    /// Where it inserts it.
    pub at: Place,
}

impl Kind for Missing {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Err("stub".to_owned())
    }
}
