//! A text of a draft as it was approved, so that an edit can be told and taken back.
//!
//! Never: proves anything; the ledger does.

use serde::{Deserialize, Serialize};

use super::{Change, Changes, Speaker, Threading};
use crate::text::one_line;

/// How many characters of changed words are told.
const TOLD: usize = 28;

/// What a platform had when it was approved last.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Sealed {
    /// The hash of the seal, in hex.
    pub seal: String,
    /// The text as it was typed, without the signature.
    pub text: String,
    /// Who spoke.
    pub speaker: Speaker,
    /// Whether it went out without a signature.
    pub is_unsigned: bool,
    /// How it went out in parts.
    pub threading: Threading,
}

impl Sealed {
    /// What `text` says differently, in a few words: `“Tuesday” became “Wednesday”`. None where it
    /// is the same.
    pub fn difference(&self, text: &str) -> Option<String> {
        let changes = Changes::between(&self.text, text).pieces;
        let at = changes
            .iter()
            .position(|(change, _)| *change != Change::Same)?;
        let told = |wanted: Change| {
            let near = changes.iter().skip(at).take(2);
            let mut near = near.take_while(|(change, _)| *change != Change::Same);
            near.find(|(change, _)| *change == wanted)
                .map(|(_, words)| in_short(words))
        };
        let words = match (told(Change::Gone), told(Change::New)) {
            (Some(gone), Some(new)) if gone == new => "the white space changed".to_owned(),
            (Some(gone), Some(new)) => format!("“{gone}” became “{new}”"),
            (Some(gone), None) => format!("“{gone}” went"),
            (None, Some(new)) => format!("“{new}” came in"),
            (None, None) => return None,
        };
        let more = changes.iter().skip(at + 2);
        let has_more = more.clone().any(|(change, _)| *change != Change::Same);
        Some(if has_more {
            words + ", and more"
        } else {
            words
        })
    }

    /// Whether most of it still stands in `text`: its beginning and its end are at least half of
    /// the longer one.
    pub fn is_mostly(&self, text: &str) -> bool {
        let same = |a: &mut dyn Iterator<Item = (u8, u8)>| a.take_while(|(a, b)| a == b).count();
        let (old, new) = (self.text.as_bytes(), text.as_bytes());
        let head = same(&mut old.iter().copied().zip(new.iter().copied()));
        let tail = same(&mut old.iter().rev().copied().zip(new.iter().rev().copied()));
        let longer = old.len().max(new.len());
        (head + tail).min(longer) * 2 >= longer
    }
}

/// A line of the words, cut where they are long.
fn in_short(words: &str) -> String {
    let line = one_line(words);
    if line.is_empty() {
        return "a blank".to_owned();
    }
    if line.chars().count() <= TOLD {
        return line;
    }
    let cut: String = line.chars().take(TOLD).collect();
    cut.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_told_in_a_few_words() {
        let sealed = Sealed {
            text: "We open on Tuesday at nine.".to_owned(),
            ..Sealed::default()
        };
        let told = |text: &str| sealed.difference(text);
        assert_eq!(told("We open on Tuesday at nine."), None);
        assert_eq!(
            told("We open on Wednesday at nine.").as_deref(),
            Some("“Tuesday” became “Wednesday”")
        );
        let told_more = told("We open at nine on Monday.").unwrap_or_default();
        assert!(told_more.ends_with(", and more"), "{told_more}");
        assert_eq!(
            told("We open on Tuesday at nine. Bring a friend!").as_deref(),
            Some("“Bring a friend!” came in")
        );
        assert_eq!(
            told("We open on at nine.").as_deref(),
            Some("“Tuesday” went")
        );
        assert_eq!(
            told("We open on  Tuesday at nine.").as_deref(),
            Some("the white space changed")
        );
        assert!(sealed.is_mostly("We open on Wednesday at nine."));
        assert!(!sealed.is_mostly("Quite another post, about other things."));
    }
}
