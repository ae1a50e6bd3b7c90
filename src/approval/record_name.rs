//! What the file of an approval is called.
//!
//! Never: knows where the record lies.

use super::Approval;

/// The folder of an approval's file below the record, as in `2026/11`, and its name without the
/// ending: time, speaker, seal.
pub fn record_name(approval: &Approval) -> (String, String) {
    let time: String = approval
        .at()
        .chars()
        .filter(|c| !matches!(c, '-' | ':'))
        .collect();
    let digits = |from: usize, to: usize| time.get(from..to).unwrap_or("0").to_owned();
    let folder = format!("{}/{}", digits(0, 4), digits(4, 6));
    let speaker: String = approval.speaker().chars().map(in_name).collect();
    let name = format!("{time}-{speaker}-{}", approval.seal().short());
    (folder, name)
}

/// A character of a speaker's id in a file name.
fn in_name(c: char) -> char {
    match c {
        ':' => '.',
        c if c.is_alphanumeric() || c == '-' || c == '_' => c,
        _ => '-',
    }
}
