//! How the handles of an organisation's people are made, as a set's `handle_pattern` says it.
//!
//! Never: decides whether a handle is free, or whose account it is.

use unicode_normalization::UnicodeNormalization as _;

use super::{Own, Person};
use crate::platform::{HandleFault, HandleRule, bare_name};

/// The words that a pattern may name; in small letters they are written small.
const WORDS: [&str; 4] = ["First", "Last", "Company", "Initials"];

/// What a set asks of its people's handles.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum HandlePattern {
    /// Nothing: `""` or `"off"`.
    #[default]
    Off,
    /// They are made like this: `"{First}At{Company}"`.
    Like(String),
    /// They do not carry the company: `"without {Company}"`.
    WithoutCompany,
}

/// What is worth saying of one handle.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum HandleNote {
    /// It is made in another way.
    #[error("{handle:?} is not made like the others; by the pattern it would be {would_be:?}")]
    Unlike {
        /// The handle.
        handle: String,
        /// What the pattern makes.
        would_be: String,
    },
    /// It carries the company, and the set asks for handles that do not.
    #[error("{handle:?} carries the name {name:?}; the guideline asks for handles without it")]
    CarriesCompany {
        /// The handle.
        handle: String,
        /// The name in it.
        name: String,
    },
}

impl HandlePattern {
    /// Reads the field of a set; the reason says what to change.
    pub fn read(pattern: &str) -> Result<Self, String> {
        let pattern = pattern.trim();
        let lower = pattern.to_lowercase();
        if pattern.is_empty() || lower == "off" {
            return Ok(Self::Off);
        }
        if lower == "without {company}" {
            return Ok(Self::WithoutCompany);
        }
        let mut rest = pattern;
        let mut n_words = 0;
        while let Some((_, tail)) = rest.split_once('{') {
            let (word, after) = tail.split_once('}').unwrap_or((tail, ""));
            if !WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)) {
                return Err(format!(
                    "there is no {{{word}}} in a handle pattern; there is {{First}}, {{Last}}, {{Company}}, {{Initials}}"
                ));
            }
            n_words += 1;
            rest = after;
        }
        if n_words == 0 {
            return Err(
                "a handle pattern names at least one word, as in `\"{First}At{Company}\"`, or is `\"without {Company}\"`"
                    .to_owned(),
            );
        }
        Ok(Self::Like(pattern.to_owned()))
    }

    /// The handle that the pattern makes for somebody, as far as the platform takes it.
    pub fn handle(
        &self,
        person: &Person,
        rule: Option<&HandleRule>,
    ) -> Option<Result<String, HandleFault>> {
        let Self::Like(pattern) = self else {
            return None;
        };
        let made = filled(pattern, person)?;
        let fault = rule.and_then(|rule| rule.fault(&made));
        Some(fault.map_or(Ok(made), Err))
    }

    /// What is worth saying of a handle of `person`, if anything. Case, marks and the server make no
    /// difference.
    pub fn note(&self, person: &Person, own: &Own, handle: &str) -> Option<HandleNote> {
        let name = bare_name(handle).split(['@', '.']).next()?;
        let plain_name = plain(name);
        match self {
            Self::Off => None,
            Self::Like(pattern) => {
                let would_be = filled(pattern, person)?;
                let is_like = plain(&would_be) == plain_name;
                (!is_like).then(|| HandleNote::Unlike {
                    handle: handle.to_owned(),
                    would_be,
                })
            }
            Self::WithoutCompany => {
                let mut names = own.names.iter().chain([&person.company]);
                let is_in = |name: &&String| {
                    let name = plain(name);
                    name.chars().count() > 1 && plain_name.contains(&name)
                };
                names.find(is_in).map(|name| HandleNote::CarriesCompany {
                    handle: handle.to_owned(),
                    name: name.clone(),
                })
            }
        }
    }
}

/// The pattern with somebody's names in it; none where one that it needs is missing.
fn filled(pattern: &str, person: &Person) -> Option<String> {
    let last = person.name.split_whitespace().last().unwrap_or_default();
    let last = if last == person.first_name() {
        ""
    } else {
        last
    };
    let initials: String = person
        .name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .collect();
    let mut out = String::new();
    let mut rest = pattern;
    while let Some((before, tail)) = rest.split_once('{') {
        let (word, after) = tail.split_once('}')?;
        let value = match word.to_lowercase().as_str() {
            "first" => joined(person.first_name()),
            "last" => joined(last),
            "company" => joined(&person.company),
            _ => initials.clone(),
        };
        if value.is_empty() {
            return None;
        }
        out.push_str(before);
        let is_small = word.starts_with(char::is_lowercase);
        out.push_str(&if is_small {
            value.to_lowercase()
        } else {
            value
        });
        rest = after;
    }
    out.push_str(rest);
    Some(out)
}

/// Words as one, each with a large letter in front, without accents and marks.
fn joined(words: &str) -> String {
    let bare = words.split_whitespace().map(|word| {
        let letters: String = without_accents(word)
            .filter(|c| c.is_alphanumeric())
            .collect();
        let mut chars = letters.chars();
        let first = chars.next().map(char::to_uppercase);
        first.into_iter().flatten().chain(chars).collect::<String>()
    });
    bare.collect()
}

/// A name as it is compared: small letters and digits, without accents.
fn plain(name: &str) -> String {
    without_accents(name)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn without_accents(word: &str) -> impl Iterator<Item = char> + '_ {
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    word.nfd().filter(move |c| !is_accent(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bob() -> Person {
        Person {
            name: "Bób van Dyk".into(),
            company: "Mill Lane Books".into(),
            ..Person::default()
        }
    }

    fn own() -> Own {
        Own {
            names: vec!["Brightside".into()],
            ..Own::default()
        }
    }

    #[track_caller]
    fn check(pattern: &str, handle: &str, expect: &str) {
        let pattern = HandlePattern::read(pattern).expect("it can be read");
        let note = pattern.note(&bob(), &own(), handle);
        let told = note.map(|note| note.to_string());
        assert_eq!(told.unwrap_or_default(), expect, "{handle}");
    }

    #[test]
    fn a_pattern_makes_a_handle() {
        let made = |pattern: &str, rule: Option<&HandleRule>| {
            let pattern = HandlePattern::read(pattern).expect("it can be read");
            pattern.handle(&bob(), rule)
        };
        let is = |handle: &str| Some(Ok(handle.to_owned()));
        assert_eq!(made("{First}At{Company}", None), is("BobAtMillLaneBooks"));
        assert_eq!(made("{first}_{last}", None), is("bob_dyk"));
        assert_eq!(made("off", None), None);
        let short = HandleRule {
            most: 15,
            ..HandleRule::default()
        };
        let long = HandleFault::Long { n: 18, most: 15 };
        assert_eq!(made("{First}At{Company}", Some(&short)), Some(Err(long)));
    }

    #[test]
    fn a_handle_is_held_against_the_pattern() {
        check("{First}At{Company}", "@bob_at_millLaneBooks", "");
        check(
            "{First}At{Company}",
            "@bobatmilllanebooks@books.example",
            "",
        );
        check(
            "{First}At{Company}",
            "@bobby",
            "\"@bobby\" is not made like the others; by the pattern it would be \"BobAtMillLaneBooks\"",
        );
        check("", "@bobby", "");
        check("without {Company}", "@bobby", "");
        check(
            "without {Company}",
            "@Bob_BrightSide",
            "\"@Bob_BrightSide\" carries the name \"Brightside\"; the guideline asks for handles without it",
        );
    }

    #[test]
    fn a_pattern_that_names_nothing_is_told() {
        let told = |pattern: &str| HandlePattern::read(pattern).expect_err("it names nothing");
        assert!(told("{Nick}").contains("there is no {Nick}"));
        assert!(told("AtBrightside").contains("at least one word"));
    }
}
