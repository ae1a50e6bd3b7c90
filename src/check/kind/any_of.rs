//! `AnyOf(["a phrase"])`: phrases, whole words, in any case and spacing.
//!
//! Never: finds a phrase inside a longer word.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Phrases, Reach};

/// Finds any of some phrases.
///
/// Whole words in any case; a space also stands for a hyphen or a line break, straight and curly
/// apostrophes are alike, and a possessive (`guarantee's`) still names the thing.
///
/// ```ron
/// find: AnyOf(["excited to announce", "thrilled to share"])
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(transparent)]
pub struct AnyOf(pub Vec<String>);

impl AnyOf {
    fn is_usable(&self) -> Result<(), String> {
        if let Some(blank) = self
            .0
            .iter()
            .find(|phrase| !phrase.contains(char::is_alphanumeric))
        {
            return Err(format!("there is no word in the phrase {blank:?}"));
        }
        if self.0.is_empty() {
            return Err("AnyOf needs at least one phrase".to_owned());
        }
        Ok(())
    }

    fn phrases(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl Kind for AnyOf {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        self.is_usable()?;
        Ok(Box::new(Phrases::own(self.phrases())))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        self.is_usable()?;
        Ok(Box::new(Phrases::Shared(lists.add(self.phrases()))))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

impl Finder for Phrases {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let found = Self::find(self, looking);
        found
            .into_iter()
            .map(|(span, _)| Match {
                span,
                ..Match::default()
            })
            .collect()
    }
}
