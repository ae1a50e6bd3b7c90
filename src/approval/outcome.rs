//! What came of a post, noted by hand or taken from a table.
//!
//! Never: part of the approval; a seal stays as it is whatever comes of the post.

use serde::{Deserialize, Serialize};

/// The newest form of its file.
pub const OUTCOME_FORMAT: u32 = 1;

/// What came of a post.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Outcome {
    /// The form of the file.
    pub format: u32,
    /// The whole hash of the seal that it belongs to, 64 hex digits.
    pub seal: String,
    /// How many wrote back; none while nobody counted.
    pub replies: Option<u32>,
    /// How many came to see; none while nobody counted.
    pub visits: Option<u32>,
    /// What happened later, in one line.
    pub line: String,
    /// Whether nobody expected that: the next review of the guidelines hears of it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unexpected: bool,
}

impl Default for Outcome {
    fn default() -> Self {
        Self {
            format: OUTCOME_FORMAT,
            seal: String::new(),
            replies: None,
            visits: None,
            line: String::new(),
            unexpected: false,
        }
    }
}

impl Outcome {
    /// Nothing yet, of the post with this seal.
    pub fn of(seal: &str) -> Self {
        Self {
            seal: seal.to_owned(),
            ..Self::default()
        }
    }

    /// Whether nothing is noted.
    pub fn is_blank(&self) -> bool {
        self.replies.is_none() && self.visits.is_none() && self.line.is_empty() && !self.unexpected
    }

    /// Whether it can lie in a file of its own: the seal is a whole one.
    pub fn has_seal(&self) -> bool {
        is_whole_seal(&self.seal)
    }

    /// What is noted, in a few words: the line first; `None` while nothing is.
    pub fn words(&self) -> Option<String> {
        let mut parts = Vec::new();
        if !self.line.is_empty() {
            parts.push(self.line.clone());
        }
        parts.extend(
            self.replies
                .map(|n| counted(u64::from(n), "reply", "replies")),
        );
        parts.extend(
            self.visits
                .map(|n| counted(u64::from(n), "visit", "visits")),
        );
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Whether some text is a whole seal: 64 lower-case hex digits.
fn is_whole_seal(text: &str) -> bool {
    let is_hex = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
    text.len() == 64 && text.bytes().all(is_hex)
}

/// A number with its noun: `1 reply`, `3 replies`.
pub fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Reads a count as people type it, thousands apart or not: `1,204`, `1 204`. Nothing for blank
/// words; the reason where it is no count.
///
/// ```
/// use postwright::approval::count_of;
/// assert_eq!(count_of(" 1,204 "), Ok(Some(1204)));
/// assert_eq!(count_of(""), Ok(None));
/// assert!(count_of("1.5").is_err());
/// ```
pub fn count_of(typed: &str) -> Result<Option<u32>, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let is_gap = |c: char| matches!(c, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}');
    let groups: Vec<&str> = typed.split(is_gap).collect();
    let is_grouped = groups.iter().skip(1).all(|group| group.len() == 3)
        && groups
            .first()
            .is_some_and(|first| (1..=3).contains(&first.len()));
    let digits = if is_grouped {
        groups.concat()
    } else {
        typed.to_owned()
    };
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse::<u32>().ok().filter(|_| is_number);
    number
        .map(Some)
        .ok_or_else(|| format!("{typed:?} is no whole number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_people_write_them() {
        assert_eq!(count_of("1204"), Ok(Some(1204)));
        assert_eq!(count_of("1’204’000"), Ok(Some(1_204_000)));
        assert_eq!(count_of("1\u{202f}204"), Ok(Some(1204)));
        for odd in [
            "12,04",
            "-3",
            "+3",
            "many",
            "1,,204",
            "99999999999",
            "٣",
            ",",
        ] {
            assert!(count_of(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn what_is_noted_is_said_in_a_few_words() {
        let mut outcome = Outcome::of("ab");
        assert!(outcome.is_blank() && outcome.words().is_none() && !outcome.has_seal());
        outcome.replies = Some(1);
        outcome.visits = Some(0);
        outcome.line = "One call fewer".to_owned();
        assert_eq!(
            outcome.words().as_deref(),
            Some("One call fewer, 1 reply, 0 visits")
        );
    }
}
