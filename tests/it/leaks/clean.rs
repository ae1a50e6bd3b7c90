//! Harmless posts: what real ones hold, and what looks like a secret and is none.

/// One post on each line of `tests/leaks/clean.txt`.
pub fn clean() -> Vec<&'static str> {
    let lines = include_str!("../../leaks/clean.txt").lines();
    lines.filter(|line| !line.is_empty()).collect()
}
