//! Stub.
use serde::Deserialize;

use super::{Finder, Kind};

/// Stub.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Hashtags {
    /// How many are fine; none for any number.
    pub max: Option<usize>,
    /// Whether each word of a hashtag starts with a capital.
    pub camel_case: bool,
}

impl Kind for Hashtags {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Err("stub".to_owned())
    }
}
