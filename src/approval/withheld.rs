//! Secrets that somebody answered for: the text goes out with them, its record does without.
//!
//! Never: keeps a hash of a secret. A number of nine digits is guessed from its hash in no time.

use serde::{Deserialize, Serialize};

use super::Seal;
use super::record::plain;
use crate::check::Report;

/// What stands for a part whose secret cannot be found in it as it was read.
const ALL: &str = "…";
/// With fewer letters and digits around its masks a text is not known again.
const FEWEST: usize = 8;

/// What the record of an approval keeps in place of the exact words: the masks that stand in its
/// parts.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Withheld {
    masks: Vec<String>,
    /// Binds the file as it is written, since the seal binds the exact words.
    pub(super) file: Seal,
}

/// The exact words of such an approval, in memory only. The seal binds them together with something
/// that nobody can guess, so that it gives nothing away.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Exact {
    pub(super) parts: Vec<String>,
    pub(super) chance: String,
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
        let (masked, masks) = if secrets.iter().all(|(words, _)| is_whole(words)) {
            let mask = |part: &String| {
                secrets.iter().fold(part.clone(), |part, (words, mask)| {
                    part.replace(*words, mask)
                })
            };
            let masks = secrets.iter().map(|(_, mask)| (*mask).to_owned());
            (parts.iter().map(mask).collect(), masks.collect())
        } else {
            (vec![ALL.to_owned(); parts.len()], vec![ALL.to_owned()])
        };
        let file = Seal::default();
        Some((Self { masks, file }, masked))
    }

    /// Whether `text` is a masked text with some words in the place of each mask.
    pub(super) fn is(&self, text: &str, masked: &str) -> bool {
        let (text, masked) = (plain(text), plain(masked));
        let pieces = self.pieces(&masked);
        let known = pieces.iter().flat_map(|piece| piece.chars());
        let [first, between @ .., last] = pieces.as_slice() else {
            return text == masked;
        };
        if known.filter(|c| c.is_alphanumeric()).count() < FEWEST {
            return false;
        }
        let rest = text.strip_prefix(first);
        let rest = rest.and_then(|rest| rest.strip_suffix(last));
        let found = between.iter().try_fold(rest, |rest, piece| {
            // a mask stands for one character at least
            let from = rest?.chars().next()?.len_utf8();
            let at = rest?.get(from..)?.find(piece)?;
            Some(rest?.get(from + at + piece.len()..))
        });
        found.flatten().is_some_and(|rest| !rest.is_empty())
    }

    /// What stands between the masks of a text.
    fn pieces<'t>(&self, masked: &'t str) -> Vec<&'t str> {
        let mut out = Vec::new();
        let mut rest = masked;
        loop {
            let found = self.masks.iter().filter_map(|mask| {
                let at = rest.find(mask.as_str())?;
                Some((at, std::cmp::Reverse(mask.len())))
            });
            let Some((at, std::cmp::Reverse(n))) = found.min() else {
                out.push(rest);
                return out;
            };
            out.push(rest.get(..at).unwrap_or_default());
            rest = rest.get(at + n..).unwrap_or_default();
        }
    }

    /// The masks, for the seal of the file.
    pub(super) fn masks(&self) -> impl Iterator<Item = &str> {
        self.masks.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn withheld(masks: &[&str]) -> Withheld {
        Withheld {
            masks: masks.iter().map(|mask| (*mask).to_owned()).collect(),
            file: Seal::default(),
        }
    }

    #[test]
    fn a_text_is_known_again_by_what_stands_around_its_masks() {
        let one = withheld(&["ghp_…", "•••"]);
        let masked = "The old key ghp_… and •••, both dead.";
        for (text, is) in [
            ("The old key abc and def, both dead.", true),
            ("The old key abc and def, both dead. \r\n", true),
            ("The old key  and def, both dead.", false),
            ("The old key and def, both dead.", false),
            ("The old key abc and def, both alive.", false),
            ("An old key abc and def, both dead.", false),
            ("The old key abc and , both dead.", false),
            ("", false),
        ] {
            assert_eq!(one.is(text, masked), is, "{text:?}");
        }
        assert!(!one.is("anything", "•••"), "too little is known");
        assert!(!withheld(&[ALL]).is("anything at all", ALL));
        assert!(one.is("No mask in this part", "No mask in this part"));
    }
}
