//! Stub.
use serde::Deserialize;

use super::{Finder, Kind};

/// Stub.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(transparent)]
pub struct Pattern(pub String);

impl Kind for Pattern {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Err("stub".to_owned())
    }
}
