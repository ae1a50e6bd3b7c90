//! A question of the pause, and when it is worth asking.
//!
//! Never: looks at a post; `check` finds out which questions are relevant.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::When;
use crate::check::RuleKind;

/// A question that is asked before a post is approved.
///
/// In a set it is the question alone, which is always asked, or one with conditions:
///
/// ```ron
/// pause: [
///     "Is it true, and can I point to it?",
///     (ask: "Did I answer what they asked?", when: [Replying]),
///     (ask: "Is anyone named who would mind?", about: Pattern(r"@\w")),
/// ]
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The question.
    pub ask: String,
    /// When it is asked, as a rule says it; empty is always.
    pub when: Vec<When>,
    /// What the text must hold, as a rule's `find:` says it; anything will do without.
    pub about: Option<RuleKind>,
}

impl Question {
    /// The question, with what it waits for where it waits for something.
    pub fn in_words(&self) -> String {
        let when = self.when.iter().map(|one| format!("{one:?}"));
        let about = self.about.iter().map(|kind| kind.name().to_owned());
        let conditions: Vec<String> = when.chain(about).collect();
        if conditions.is_empty() {
            return self.ask.clone();
        }
        format!("{} ({})", self.ask, conditions.join(", "))
    }
}

impl<'de> Deserialize<'de> for Question {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Form)
    }
}

struct Form;

impl<'de> Visitor<'de> for Form {
    type Value = Question;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a question in quotation marks, or (ask: \"…\", when: […], about: …)")
    }

    fn visit_str<E>(self, ask: &str) -> Result<Question, E> {
        Ok(Question {
            ask: ask.to_owned(),
            ..Question::default()
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Question, A::Error> {
        let (mut ask, mut when, mut about) = (None, None, None);
        while let Some(field) = map.next_key::<String>()? {
            let is_twice = match field.as_str() {
                "ask" => ask.replace(map.next_value()?).is_some(),
                "when" => when.replace(map.next_value()?).is_some(),
                "about" => about.replace(map.next_value()?).is_some(),
                other => {
                    return Err(A::Error::unknown_field(other, &["ask", "when", "about"]));
                }
            };
            if is_twice {
                return Err(A::Error::custom(format!("{field} is there twice")));
            }
        }
        Ok(Question {
            ask: ask.ok_or_else(|| A::Error::missing_field("ask"))?,
            when: when.unwrap_or_default(),
            about,
        })
    }
}
