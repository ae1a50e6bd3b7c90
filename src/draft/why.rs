//! Why a post is written: the goal that it serves, and two notes of the writer.
//!
//! Never: part of the text; nothing of it is copied or counted.

use serde::{Deserialize, Serialize};

/// Why a post is written. A draft of an older version has none of it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Why {
    /// Which goal of the set it serves, by its id; `just-human` is one.
    pub goal: Option<String>,
    /// Why those who read it care, in a line.
    pub they_care: String,
    /// Why we do, in a line.
    pub we_care: String,
}
