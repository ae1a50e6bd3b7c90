//! Stub.
use serde::Deserialize;

use super::{Finder, Kind};

/// Stub.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct OverLimit {}

impl Kind for OverLimit {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Err("stub".to_owned())
    }
}
