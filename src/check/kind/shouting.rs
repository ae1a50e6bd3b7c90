//! Stub.
use serde::Deserialize;

use super::{Finder, Kind};

/// Stub.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Shouting {
    /// How many words in capitals.
    pub words: usize,
    /// How many exclamation marks in a row.
    pub marks: usize,
}

impl Kind for Shouting {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Err("stub".to_owned())
    }
}
