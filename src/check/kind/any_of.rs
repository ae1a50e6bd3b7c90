//! `AnyOf(["a phrase"])`: phrases, whole words, in any case and spacing.
//!
//! Never: finds a phrase inside a longer word.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::text::{Phrase, PhraseMap};

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

impl Kind for AnyOf {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if let Some(blank) = self.0.iter().find(|phrase| Phrase::new(phrase).is_none()) {
            return Err(format!("there is no word in the phrase {blank:?}"));
        }
        if self.0.is_empty() {
            return Err("AnyOf needs at least one phrase".to_owned());
        }
        Ok(Box::new(PhraseMap::new(
            self.0.iter().map(|phrase| (phrase.as_str(), 0)),
        )))
    }
}

impl Finder for PhraseMap {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let found = Self::find(self, looking.text(), looking.tokens);
        found
            .into_iter()
            .map(|(span, _)| Match {
                span,
                ..Match::default()
            })
            .collect()
    }
}
