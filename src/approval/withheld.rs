//! Secrets that somebody answered for: the text goes out with them, its record does without.
//!
//! Never: hides what was approved from who asks with the text in hand; its prints tell.

use serde::{Deserialize, Serialize};

use super::{Seal, sha256};
use crate::check::Report;
use crate::text::with_lf;

/// What stands for a part whose secret cannot be found in it as it was read.
const ALL: &str = "…";

/// What the record of an approval keeps in place of the exact words.
///
/// The words themselves are in nobody's file. The hashes tell a text that is shown, and nothing
/// else; whoever has the file can try guesses against them, as against any hash.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Withheld {
    /// SHA-256 of the whole text, then of each part, without white space at the end.
    prints: Vec<String>,
    /// Binds the file as it is written, since the seal binds the exact words.
    pub(super) file: Seal,
}

impl Withheld {
    /// What to keep of `parts`, and the parts as they may be written: each secret that the report
    /// found in `body` under its mask. None where there is no secret.
    pub(super) fn of(parts: &[String], body: &str, report: &Report) -> Option<(Self, Vec<String>)> {
        let mut secrets: Vec<(&str, &str)> = report
            .findings
            .iter()
            .filter_map(|one| Some((one.span.of(body), one.mask()?)))
            .filter(|(words, _)| !words.is_empty())
            .collect();
        secrets.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        if secrets.is_empty() {
            return None;
        }
        let is_whole = |words: &str| parts.iter().any(|part| part.contains(words));
        let masked = if secrets.iter().all(|(words, _)| is_whole(words)) {
            let mask = |part: &String| {
                secrets.iter().fold(part.clone(), |part, (words, mask)| {
                    part.replace(*words, mask)
                })
            };
            parts.iter().map(mask).collect()
        } else {
            vec![ALL.to_owned(); parts.len()]
        };
        let whole = parts.join("\n\n");
        let texts = std::iter::once(&whole).chain(parts);
        let prints = texts.map(|text| print(text)).collect();
        let file = Seal::default();
        Some((Self { prints, file }, masked))
    }

    /// Whether this text, or this part, is what was approved.
    pub(super) fn is(&self, text: &str) -> bool {
        let wanted = print(text);
        self.prints.contains(&wanted)
    }

    /// The pieces that the seal of the file binds beside the masked text.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &str> {
        self.prints.iter().map(String::as_str)
    }
}

/// The hash of a text; a platform may add or drop white space at its end, and CR.
fn print(text: &str) -> String {
    sha256(with_lf(text).trim_end().as_bytes())
}
