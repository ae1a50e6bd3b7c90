//! The few questions of the set, asked before approving.
//!
//! Never: invents a question of its own.

use crate::guideline::ActiveSet;

/// Returns the questions to ask; a set without any asks nothing.
pub fn questions(set: &ActiveSet) -> &[String] {
    &set.head.pause
}
