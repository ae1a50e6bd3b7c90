//! `Missing(of: AnyOf([..]), insert: "Capital at risk.", at: End)`: something that should be there.
//!
//! Never: takes words inside a quotation for our own, unless the rule says `within: Anywhere`.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach, RuleKind};
use crate::check::nested::Nested;
use crate::check::{Applicability, Edit, Fix};
use crate::text::{Span, graphemes};

/// Where the missing words go.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum At {
    /// Before everything else, on a line of its own.
    Start,
    /// After everything else, on a line of its own.
    #[default]
    End,
}

/// Finds that another kind finds nothing, and offers to insert the words.
///
/// The line stands apart by a blank line where the text has blank lines itself. Without `insert`
/// there is no fix; without `at` it goes to the end. Where the other kind has nothing to look for
/// (an answer, and they asked nothing), nothing is missing.
///
/// ```ron
/// find: Missing(of: AnyOf(["capital at risk"]), insert: "Capital at risk.", at: End)
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// What should be there.
    pub of: Box<RuleKind>,
    /// What a fix inserts.
    #[serde(default)]
    pub insert: String,
    /// Where it inserts it.
    #[serde(default)]
    pub at: At,
}

impl Missing {
    fn with(&self, of: Nested) -> Box<dyn Finder> {
        Box::new(Ready {
            of,
            insert: self.insert.trim().to_owned(),
            at: self.at,
        })
    }
}

impl Kind for Missing {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Nested::ready(&self.of)?))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Nested::ready_in(&self.of, lists)?))
    }

    fn has_patterns(&self) -> bool {
        self.of.kind().has_patterns()
    }

    fn reach(&self) -> Reach {
        self.of.kind().reach().max(Reach::Text)
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    of: Nested,
    insert: String,
    at: At,
}

impl Finder for Ready {
    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        self.of.has_cause(looking)
    }

    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        if !self.of.has_cause(looking) || !self.of.find(looking).is_empty() {
            return Vec::new();
        }
        let text = looking.text();
        let span = match self.at {
            At::Start => Span::at(0),
            At::End => Span::at(text.len()),
        };
        let fixes = (!self.insert.is_empty()).then(|| self.fix(text));
        vec![Match {
            span,
            fixes: fixes.into_iter().collect(),
            ..Match::default()
        }]
    }
}

impl Ready {
    fn fix(&self, text: &str) -> Fix {
        let one = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let gap = if text.trim().contains(&one.repeat(2)) {
            one.repeat(2)
        } else {
            one.to_owned()
        };
        let (span, insert) = match self.at {
            At::Start => {
                let n_blank = text.len() - text.trim_start().len();
                (Span::new(0, n_blank), format!("{}{gap}", self.insert))
            }
            At::End => {
                let n_words = text.trim_end().len();
                let span = Span::new(n_words, text.len());
                (span, format!("{gap}{}", self.insert))
            }
        };
        Fix {
            label: format!("Add “{}”", shortened(&self.insert)),
            edits: vec![Edit { span, insert }],
            applicability: Applicability::Ask,
        }
    }
}

/// What a button has room for.
fn shortened(words: &str) -> String {
    const ROOM: usize = 40;
    let first_line = words.lines().next().unwrap_or_default();
    match graphemes(first_line).nth(ROOM) {
        Some((at, _)) => format!(
            "{}…",
            Span::new(0, at).of(first_line).trim_end_matches([' ', '.'])
        ),
        None => first_line.to_owned(),
    }
}
