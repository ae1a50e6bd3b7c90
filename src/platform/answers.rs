//! The questions that come before one posts on a platform: which, for what goal, who, what for.
//!
//! Never: writes; whoever asks keeps the answers.

use serde::Serialize;

use super::Platforms;
use crate::text::{kebab, n_graphemes};

/// How long the name of a platform may be, in characters: it stands on a tab.
const LONGEST: usize = 40;
/// What the id starts from where the name has no letter that an id may have.
const NAMELESS: &str = "platform";

/// What is said about a platform that one begins to use. What is left empty is not written.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct PlatformAnswers {
    /// Which one.
    pub id: String,
    /// As people call it; only for one that the table does not have.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How much fits; only for one that the table does not have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Whether only colleagues read it.
    #[serde(skip_serializing_if = "is_not")]
    pub internal: bool,
    /// The goal of the set that it serves, by its id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// Who speaks there: ids of people, and [`super::BRAND`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub voices: Vec<String>,
    /// What for, in one line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub here_for: String,
    /// Where the limit was read; only for one that the table does not have.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The day on which it was read, as in `2026-11-21`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub checked: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
const fn is_not(value: &bool) -> bool {
    !*value
}

/// Why an answer is none yet. Each is a sentence for whoever answers.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum AnswerFault {
    /// No platform is chosen.
    #[error("Choose a platform, or name a new one")]
    NoPlatform,
    /// A new one has no name.
    #[error("Give it a name, as people call it")]
    NoName,
    /// Its name is too long for a tab.
    #[error("A name of at most {LONGEST} characters fits on its tab")]
    LongName,
    /// There is one of that name, or of the id that is made from it.
    #[error("{name} is there already; choose it from the list")]
    Taken {
        /// The one that is there.
        name: String,
    },
    /// Nothing says how much fits.
    #[error("Say how much fits, or that no limit is known")]
    NoLimit,
    /// It is no number.
    #[error("The limit is a whole number, as in 500")]
    NoNumber,
    /// Nothing fits into 0.
    #[error("A limit of 0 fits nothing; say how much fits, or that no limit is known")]
    NoRoom,
    /// No goal is chosen.
    #[error("Choose the goal that it serves")]
    NoGoal,
    /// Nobody is chosen.
    #[error("Choose who speaks there")]
    NoVoice,
    /// What for is left open.
    #[error("Say in one line what for; without that there is little sense in being there")]
    NoReason,
}

impl Platforms {
    /// Makes the id of a platform from its name: plain small letters with dashes.
    pub fn new_id(&self, name: &str) -> Result<String, AnswerFault> {
        let name = name.trim();
        if !name.chars().any(char::is_alphanumeric) {
            return Err(AnswerFault::NoName);
        }
        if n_graphemes(name) > LONGEST {
            return Err(AnswerFault::LongName);
        }
        let id = kebab(name);
        let is_same = |other: &str| other.to_lowercase() == name.to_lowercase();
        let known = self
            .iter()
            .find(|entry| entry.id == id || is_same(&entry.name));
        if let Some(known) = known {
            let name = known.name.clone();
            return Err(AnswerFault::Taken { name });
        }
        if !id.is_empty() {
            return Ok(id);
        }
        let numbered = |n: usize| format!("{NAMELESS}-{n}");
        let mut numbers = 1..=self.iter().count() + 1;
        let n = numbers.find(|n| self.get(&numbered(*n)).is_none());
        Ok(numbered(n.unwrap_or_default()))
    }
}

/// Reads a limit as people write it: `500`, `5,000`, `5 000`, `５００`.
pub fn read_limit(words: &str) -> Result<u32, AnswerFault> {
    use unicode_normalization::UnicodeNormalization as _;

    let words: String = words.trim().nfkc().collect();
    if words.is_empty() {
        return Err(AnswerFault::NoLimit);
    }
    let is_apart = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '_') || c.is_whitespace();
    let groups: Vec<&str> = words.split(is_apart).collect();
    let is_whole = groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = groups.concat();
    let is_number = digits.chars().all(|c| c.is_ascii_digit()) && groups.first() != Some(&"");
    if !is_whole || !is_number {
        return Err(AnswerFault::NoNumber);
    }
    match digits.parse() {
        Ok(0) => Err(AnswerFault::NoRoom),
        Ok(limit) => Ok(limit),
        Err(_) => Err(AnswerFault::NoNumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Platform;

    #[test]
    fn a_limit_is_read_as_people_write_it() {
        for (words, expect) in [
            (" 500 ", Ok(500)),
            ("5,000", Ok(5_000)),
            ("63\u{202f}206", Ok(63_206)),
            ("1'000.000", Ok(1_000_000)),
            ("５００", Ok(500)),
            ("", Err(AnswerFault::NoLimit)),
            ("0", Err(AnswerFault::NoRoom)),
            ("000", Err(AnswerFault::NoRoom)),
            ("1.5", Err(AnswerFault::NoNumber)),
            ("-3", Err(AnswerFault::NoNumber)),
            (",500", Err(AnswerFault::NoNumber)),
            ("many", Err(AnswerFault::NoNumber)),
            ("99999999999", Err(AnswerFault::NoNumber)),
        ] {
            assert_eq!(read_limit(words), expect, "{words:?}");
        }
    }

    #[test]
    fn an_id_is_made_once() {
        let entry = |id: &str, name: &str| Platform {
            id: id.to_owned(),
            name: name.to_owned(),
            ..Platform::default()
        };
        let table = Platforms::new(vec![
            entry("facebook", "Facebook Page"),
            entry("platform-1", "微博"),
        ]);
        let taken = |name: &str| {
            let name = name.to_owned();
            Err(AnswerFault::Taken { name })
        };
        assert_eq!(table.new_id(" Our wiki "), Ok("our-wiki".to_owned()));
        assert_eq!(table.new_id("facebook"), taken("Facebook Page"));
        assert_eq!(table.new_id("FACEBOOK page"), taken("Facebook Page"));
        assert_eq!(table.new_id("微博"), taken("微博"));
        assert_eq!(table.new_id("小红书"), Ok("platform-2".to_owned()));
        assert_eq!(table.new_id(" 👍 "), Err(AnswerFault::NoName));
        assert_eq!(table.new_id(&"é".repeat(41)), Err(AnswerFault::LongName));
        assert!(table.new_id(&"é".repeat(40)).is_ok());
    }
}
