//! Words that are right because somebody says so: the set's names and the writer's own list.
//!
//! Never: knows a language.

use std::collections::BTreeMap;

use regex::{Regex, RegexBuilder};

use crate::guideline::{ActiveSet, Person};
use crate::text::{fold, words};

/// The fewest letters of an own word that is suggested, and how many letters may differ.
const SUGGESTED: usize = 4;
const MOST_DIFFERENT: usize = 2;

/// The most memory that the patterns of a set may take, in bytes.
const MAX_SIZE: usize = 4 << 20;

/// Own words, whatever their case, and patterns of words.
#[derive(Clone, Debug, Default)]
pub struct OwnWords {
    /// Folded, and as they are written.
    words: BTreeMap<String, String>,
    patterns: Option<Regex>,
}

impl OwnWords {
    /// What a set calls its own: its names, products, words, handles and domains, the names of
    /// people, clients and competitors, code names, the words of topics.
    pub fn of(set: &ActiveSet, people: &[Person]) -> Self {
        let head = &set.head;
        let lists = [
            &head.own.names,
            &head.own.products,
            &head.own.domains,
            &head.own.handles,
            &head.competitors,
            &head.code_names,
            &head.ticket_prefixes,
        ];
        let mut own = Self::default();
        own.add(&head.name);
        lists.into_iter().flatten().for_each(|words| own.add(words));
        head.clients.iter().for_each(|client| own.add(&client.name));
        for topic in &head.topics {
            own.add(&topic.id);
            topic.words.iter().for_each(|words| own.add(words));
        }
        for person in people {
            own.add(&person.name);
            own.add(&person.company);
            person
                .handles
                .iter()
                .for_each(|(_, handle)| own.add(handle));
        }
        let (patterns, plain): (Vec<&String>, Vec<&String>) =
            head.own.words.iter().partition(|word| is_pattern(word));
        for word in plain {
            own.add(word);
        }
        own.use_patterns(&patterns);
        own
    }

    /// Takes what the patterns match as a whole for right; what is no pattern after all stands for
    /// itself.
    fn use_patterns(&mut self, patterns: &[&String]) {
        let built = |pattern: &str| RegexBuilder::new(pattern).size_limit(MAX_SIZE).build();
        let (good, bad): (Vec<&String>, Vec<&String>) = patterns
            .iter()
            .copied()
            .partition(|pattern| built(pattern).is_ok());
        for words in bad {
            self.add(words);
        }
        let any: Vec<&str> = good.into_iter().map(String::as_str).collect();
        let whole = format!("^(?:{})$", any.join("|"));
        self.patterns = (!any.is_empty()).then(|| built(&whole).ok()).flatten();
    }

    /// Adds each word of a name, a handle or a phrase.
    pub fn add(&mut self, text: &str) {
        for (_, word) in words(text) {
            for part in word.split(['.', '_']).filter(|part| !part.is_empty()) {
                self.words.insert(fold(part), part.to_owned());
            }
            self.words.insert(fold(word), word.to_owned());
        }
    }

    /// Whether a word is one of them, or several of one.
    pub(super) fn knows(&self, word: &str) -> bool {
        let folded = fold(word);
        let knows = |word: &str| self.words.contains_key(word);
        knows(&folded)
            || folded.strip_suffix('s').is_some_and(knows)
            || self.patterns.as_ref().is_some_and(|any| {
                any.is_match(word) || word.strip_suffix('s').is_some_and(|one| any.is_match(one))
            })
    }

    /// The own words that differ from a word by a letter or two.
    pub(super) fn close_to(&self, word: &str) -> Vec<String> {
        let folded = fold(word);
        let mut close: Vec<(usize, &String)> = self
            .words
            .iter()
            .filter(|(own, _)| own.len() >= SUGGESTED && own.len().abs_diff(folded.len()) < 4)
            .map(|(own, written)| (strsim::osa_distance(own, &folded), written))
            .filter(|(distance, _)| (1..=MOST_DIFFERENT).contains(distance))
            .collect();
        close.sort();
        close.into_iter().map(|(_, word)| word.clone()).collect()
    }
}

/// Whether the words mean something to a pattern; a stop or a plus sign alone does not, as in
/// `Node.js` and `C++`.
fn is_pattern(words: &str) -> bool {
    words.contains(['\\', '[', '(', '{', '?', '*', '|', '^', '$']) || words.contains(".+")
}
