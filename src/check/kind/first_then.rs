//! `FirstThen(first: .., then: ..)`: where one thing stands, another must, too.
//!
//! Never: says where the other must stand; before or behind, near or far, in a quotation or a link.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use regex::Regex;
use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Pattern, Reach, RuleKind};
use crate::check::nested::Nested;
use crate::check::regular::Regular;
use crate::text::{Span, tokens};

/// Finds the first place of `first` in a text without `then`: an acronym that is never written out,
/// a claim without its source.
///
/// `then` is looked for in the whole text, links and quotations included. When it is a pattern with
/// a group, each word that `first` finds must be among what a group caught, so that one rule does
/// for every acronym; those that need no words stand in the rule's `except`. Words in two places are found in the first; `each: true` finds them all.
///
/// ```ron
/// find: FirstThen(first: Pattern(r"\b\d+ ?%"), then: AnyOf(["source", "survey", "according to"]))
/// ```
/// ```ron
/// find: FirstThen(
///     first: Pattern(r"\b\p{Lu}{2,6}\b"),
///     then: Pattern(r"\((\p{Lu}{2,6})\)|\b(\p{Lu}{2,6}) \("),
/// )
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct FirstThen {
    /// What asks for the other.
    pub first: Box<RuleKind>,
    /// What must be there.
    pub then: Box<RuleKind>,
    /// Whether each place is found, not only the first of the same words.
    #[serde(default)]
    pub each: bool,
}

/// What must be there, ready.
struct Then {
    finder: Box<dyn Finder>,
    /// The pattern, when it has a group that names what it defines.
    naming: Option<Arc<Regular>>,
    /// Whether it looks at words; a pattern does not.
    needs_words: bool,
}

impl Then {
    fn ready(kind: &RuleKind, lists: Option<&mut Lists>) -> Result<Self, String> {
        let RuleKind::Pattern(pattern) = kind else {
            let finder = match lists {
                Some(lists) => kind.kind().ready_in(lists),
                None => kind.kind().ready(),
            };
            return Ok(Self {
                finder: finder?,
                naming: None,
                needs_words: true,
            });
        };
        let regular = pattern.compiled()?;
        let is_naming = groups(regular.ascii()).next().is_some();
        Ok(Self {
            naming: is_naming.then(|| regular.clone()),
            finder: Pattern::finder(regular),
            needs_words: false,
        })
    }
}

impl FirstThen {
    fn with(&self, first: Nested, then: Then) -> Box<dyn Finder> {
        let each = self.each;
        Box::new(Ready { first, then, each })
    }
}

impl Kind for FirstThen {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let first = Nested::ready(&self.first)?;
        Ok(self.with(first, Then::ready(&self.then, None)?))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        let first = Nested::ready_in(&self.first, lists)?;
        Ok(self.with(first, Then::ready(&self.then, Some(lists))?))
    }

    fn has_patterns(&self) -> bool {
        self.first.kind().has_patterns() || self.then.kind().has_patterns()
    }

    fn reach(&self) -> Reach {
        (self.first.kind().reach())
            .max(self.then.kind().reach())
            .max(Reach::Text)
    }

    /// It asks `may_see` for what `first` finds.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

/// The groups but `apart`, which patterns have for something else.
fn groups(regex: &Regex) -> impl Iterator<Item = usize> {
    let names = regex.capture_names().enumerate().skip(1);
    names
        .filter(|(_, name)| *name != Some("apart"))
        .map(|(n, _)| n)
}

struct Ready {
    first: Nested,
    then: Then,
    each: bool,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut found = self.first.find(looking);
        if found.is_empty() {
            return found;
        }
        let text = looking.text();
        let then = self.anywhere(looking);
        match &self.then.naming {
            None if then.is_empty() => {
                found.truncate(if self.each { usize::MAX } else { 1 });
                found
            }
            None => Vec::new(),
            Some(regular) => {
                let named: HashSet<&str> = then
                    .iter()
                    .flat_map(|span| names(regular, span.of(text)))
                    .collect();
                let mut known = HashSet::new();
                found.retain(|one| {
                    let words = one.span.of(text);
                    !named.contains(words) && (known.insert(words) || self.each)
                });
                found
            }
        }
    }
}

impl Ready {
    /// Where `then` stands, in whatever part of the text.
    fn anywhere(&self, looking: &Looking<'_>) -> Vec<Span> {
        let text = looking.text();
        let whole = [Span::all(text)];
        let tokens = if self.then.needs_words && looking.prose != whole {
            Cow::Owned(tokens(text))
        } else {
            Cow::Borrowed(looking.tokens)
        };
        let open = Looking {
            tokens: &tokens,
            prose: &whole,
            windows: None,
            excepted: &[],
            ..*looking
        };
        let found = self.then.finder.find(&open).into_iter();
        found.map(|one| one.span).collect()
    }
}

/// What the groups caught in the words of one match.
fn names<'t>(regular: &Regular, words: &'t str) -> impl Iterator<Item = &'t str> {
    let caught = regular.of(words).and_then(|regex| regex.captures(words));
    let groups: Vec<usize> = groups(regular.ascii()).collect();
    groups
        .into_iter()
        .filter_map(move |group| Some(caught.as_ref()?.get(group)?.as_str()))
}
