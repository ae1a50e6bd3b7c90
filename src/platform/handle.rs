//! What a handle may look like on a platform.
//!
//! Never: asks a platform; a handle that could be somebody's may still be nobody's.

use serde::Deserialize;

/// What a handle is made of.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
pub enum HandleForm {
    /// A name, as in `asha_b`.
    #[default]
    Name,
    /// A name and its server, as in `asha@social.example`.
    AtHost,
    /// A domain, as in `asha.bsky.social`.
    Domain,
}

/// The letters that a name may have.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
pub enum Letters {
    /// A to Z, in either case.
    #[default]
    Ascii,
    /// Those of every script.
    Any,
}

/// The rule of one platform for its handles, as its entry in `platforms.ron` has it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct HandleRule {
    /// What it is made of.
    pub form: HandleForm,
    /// Fewest characters of the name.
    pub least: usize,
    /// Most characters of the name; of a domain, of all of it.
    pub most: usize,
    /// Its letters; digits are always fine.
    pub letters: Letters,
    /// The marks that may stand anywhere.
    pub marks: String,
    /// The marks that may stand between letters, one at a time.
    pub inner: String,
    /// One that would do.
    pub like: String,
    /// Where the rule was read.
    pub source: String,
}

impl Default for HandleRule {
    fn default() -> Self {
        Self {
            form: HandleForm::Name,
            least: 1,
            most: 253,
            letters: Letters::Ascii,
            marks: String::new(),
            inner: String::new(),
            like: String::new(),
            source: String::new(),
        }
    }
}

/// Why a platform refuses a handle.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum HandleFault {
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It is too short.
    #[error("it needs at least {least} characters")]
    Short {
        /// How many it needs.
        least: usize,
    },
    /// It is too long.
    #[error("it has {n} characters, and {most} are allowed")]
    Long {
        /// How many it has.
        n: usize,
        /// How many it may have.
        most: usize,
    },
    /// A character that is not taken.
    #[error("{found:?} is not allowed in it")]
    Character {
        /// The character.
        found: char,
    },
    /// A mark at an end, or twice in a row.
    #[error("{found:?} may stand only between two letters")]
    Outside {
        /// The mark.
        found: char,
    },
    /// The server is missing.
    #[error("its server is missing")]
    NoHost,
    /// It is no domain.
    #[error("it must be a whole domain")]
    NoDomain,
}

/// A handle as its platform knows it: without `@` or `u/` before it, and of an address its last part.
pub fn bare_name(handle: &str) -> &str {
    let handle = handle.trim().trim_end_matches('/');
    let last = handle.rsplit('/').next().unwrap_or(handle);
    last.trim_start_matches('@')
}

impl HandleRule {
    /// Why the platform refuses `handle`, if it does; a leading `@` makes no difference.
    pub fn fault(&self, handle: &str) -> Option<HandleFault> {
        let bare = bare_name(handle);
        if bare.is_empty() {
            return Some(HandleFault::Empty);
        }
        match self.form {
            HandleForm::Name => self.of_name(bare),
            HandleForm::AtHost => match bare.split_once('@') {
                None => Some(HandleFault::NoHost),
                Some((name, host)) => self
                    .of_name(name)
                    .or_else(|| (!is_domain(host)).then_some(HandleFault::NoHost)),
            },
            HandleForm::Domain => {
                let n = bare.chars().count();
                let most = self.most;
                let long = (n > most).then_some(HandleFault::Long { n, most });
                long.or_else(|| (!is_domain(bare)).then_some(HandleFault::NoDomain))
            }
        }
    }

    fn of_name(&self, name: &str) -> Option<HandleFault> {
        let n = name.chars().count();
        if n < self.least {
            return Some(HandleFault::Short { least: self.least });
        }
        let is_taken = |c: char| {
            let is_letter = match self.letters {
                Letters::Ascii => c.is_ascii_alphanumeric(),
                Letters::Any => c.is_alphanumeric() || is_mark_of_letter(c),
            };
            is_letter || self.marks.contains(c) || self.inner.contains(c)
        };
        if let Some(found) = name.chars().find(|c| !is_taken(*c)) {
            return Some(HandleFault::Character { found });
        }
        if n > self.most {
            return Some(HandleFault::Long { n, most: self.most });
        }
        let mut is_after_mark = true;
        for found in name.chars() {
            let is_inner = self.inner.contains(found);
            if is_inner && is_after_mark {
                return Some(HandleFault::Outside { found });
            }
            is_after_mark = is_inner;
        }
        let last = name.chars().next_back().filter(|_| is_after_mark);
        last.map(|found| HandleFault::Outside { found })
    }
}

/// Accents and vowel signs that scripts such as Devanagari write over a letter.
fn is_mark_of_letter(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Whether it is a domain with at least one dot; letters of every script, as people type them.
fn is_domain(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        let is_taken = |c: char| c.is_alphanumeric() || c == '-' || is_mark_of_letter(c);
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(is_taken)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let ends_in_letters =
        |label: &&str| label.len() > 1 && label.starts_with(|c: char| !c.is_ascii_digit());
    labels.len() > 1 && labels.iter().all(is_label) && labels.last().is_some_and(ends_in_letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rule: &HandleRule, handle: &str, expect: &str) {
        let fault = rule.fault(handle).map(|fault| fault.to_string());
        assert_eq!(fault.unwrap_or_default(), expect, "{handle}");
    }

    #[test]
    fn a_name_has_its_length_and_characters() {
        let rule = HandleRule {
            least: 2,
            most: 5,
            marks: "_".to_owned(),
            inner: ".".to_owned(),
            ..HandleRule::default()
        };
        check(&rule, "@asha_", "");
        check(&rule, "u/as.ha", "");
        check(&rule, "a", "it needs at least 2 characters");
        check(&rule, "asha_b", "it has 6 characters, and 5 are allowed");
        check(&rule, "as-ha", "'-' is not allowed in it");
        check(&rule, "zoë", "'ë' is not allowed in it");
        check(&rule, "asha.", "'.' may stand only between two letters");
        check(&rule, "a..b", "'.' may stand only between two letters");
        check(&rule, " @ ", "it is empty");
    }

    #[test]
    fn letters_of_every_script_are_taken_where_the_platform_takes_them() {
        let rule = HandleRule {
            letters: Letters::Any,
            ..HandleRule::default()
        };
        check(&rule, "@明日香", "");
        check(&rule, "@आशा", "");
        check(&rule, "@asha👩‍🔧", "'👩' is not allowed in it");
    }

    #[test]
    fn servers_and_domains_are_whole() {
        let of = |form: HandleForm| HandleRule {
            form,
            ..HandleRule::default()
        };
        let server = of(HandleForm::AtHost);
        check(&server, "@asha@social.example", "");
        check(&server, "@asha@bücher.example", "");
        check(&server, "@asha", "its server is missing");
        check(&server, "@asha@localhost", "its server is missing");
        let domain = of(HandleForm::Domain);
        check(&domain, "asha.bsky.social", "");
        check(&domain, "asha", "it must be a whole domain");
        check(&domain, "asha.1", "it must be a whole domain");
        check(&domain, "-a.example", "it must be a whole domain");
    }
}
