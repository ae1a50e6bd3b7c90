//! `ServesFocus`: words of the post that show the set's focus.
//!
//! Never: says that a post misses the focus; it shows evidence where there is some.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::focus_words::{FocusWords, words};
use crate::check::tongue::phrases;
use crate::guideline::Focus;
use crate::text::{PhraseMap, Span};

/// Finds the words by which a post serves the set's focus: "volunteer" and "shelter" for doing good,
/// "opening hours" and "refund" for service.
///
/// A telling word is evidence alone; of the common ones it takes two different ones. Each word is
/// shown once. Topics of `welcome_personal` count as telling words. Where the set has no focus, there
/// is nothing to find. Its words are English. It has no options.
///
/// ```ron
/// find: ServesFocus
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct ServesFocus {}

impl Kind for ServesFocus {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let all = [
            Focus::Service,
            Focus::Awareness,
            Focus::Recognition,
            Focus::Philanthropy,
            Focus::Recruitment,
            Focus::Expertise,
            Focus::Community,
            Focus::Feedback,
        ];
        Ok(Box::new(Ready {
            maps: all
                .into_iter()
                .map(|focus| (focus, map(&words(focus))))
                .collect(),
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

/// What a telling word weighs, and with it how much is enough.
const TELLING: usize = 2;
const COMMON: usize = 1;

/// The words of a focus in one map; each also with an `s` behind it.
fn map(words: &FocusWords) -> PhraseMap {
    let weighed = [(words.telling, TELLING), (words.common, COMMON)];
    let both: Vec<(String, usize)> = weighed
        .iter()
        .flat_map(|(list, weight)| phrases(list).map(|phrase| (phrase.to_owned(), *weight)))
        .flat_map(|(phrase, weight)| [(format!("{phrase}s"), weight), (phrase, weight)])
        .collect();
    PhraseMap::new(
        both.iter()
            .map(|(phrase, weight)| (phrase.as_str(), *weight)),
    )
}

struct Ready {
    maps: Vec<(Focus, PhraseMap)>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let head = looking.head;
        let map = self
            .maps
            .iter()
            .find(|(focus, _)| head.focus == Some(*focus));
        let Some((_, map)) = map else {
            return Vec::new();
        };
        let (text, tokens) = (looking.text(), looking.tokens);
        let welcome = head.welcome_personal.iter();
        let welcome = PhraseMap::new(welcome.map(|topic| (topic.as_str(), TELLING)));
        let mut found: Vec<(Span, usize)> = map.find(text, tokens);
        found.extend(welcome.find(text, tokens));
        found.sort_unstable();
        let mut seen: Vec<String> = Vec::new();
        let mut weight = 0;
        found.retain(|(span, of_word)| {
            let word = span.of(text).to_lowercase();
            let word = word.trim_end_matches('s').to_owned();
            let is_first = looking.may_see(*span) && seen.len() < MOST && !seen.contains(&word);
            if is_first {
                weight += of_word;
                seen.push(word);
            }
            is_first
        });
        if weight < TELLING {
            return Vec::new();
        }
        found
            .into_iter()
            .map(|(span, _)| Match {
                span,
                ..Match::default()
            })
            .collect()
    }

    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        looking.head.focus.is_some()
    }
}

/// So many different words are evidence enough to show.
const MOST: usize = 12;
