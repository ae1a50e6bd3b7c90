//! Stub.
use serde::Deserialize;

use super::{Finder, Kind, RuleKind};

/// Stub.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct AtMost {
    /// How many are fine.
    pub n: usize,
    /// Of what.
    pub of: Box<RuleKind>,
}

impl Kind for AtMost {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Err("stub".to_owned())
    }
}
