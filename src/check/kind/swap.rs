//! Stub.
use serde::Deserialize;

use super::{Finder, Kind};

/// Stub.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(transparent)]
pub struct Swap(pub std::collections::BTreeMap<String, String>);

impl Kind for Swap {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Err("stub".to_owned())
    }
}
