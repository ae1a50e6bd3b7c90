//! `Consistent([["adviser", "advisor"]])`: one spelling in one text.
//!
//! Never: says which spelling is right; the one that the text uses most stands.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;

use super::swap::without_possessive;
use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::Fix;
use crate::check::ready::in_the_case_of;
use crate::text::{Phrase, PhraseMap, Span, fold, one_line};

/// Finds forms of a group beside another form of it.
///
/// The form that stands most often is kept, of equally many the first one; the others are found,
/// and the fix writes the kept one, in the case of the word. Each form is written out ("adviser",
/// "advisers" are two groups), and matched like a phrase of [`AnyOf`](super::AnyOf). Forms that
/// differ only in a hyphen or a space ("follow-up", "follow up") are told apart.
///
/// ```ron
/// find: Consistent([["adviser", "advisor"], ["e-mail", "email"]])
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(transparent)]
pub struct Consistent(pub Vec<Vec<String>>);

impl Kind for Consistent {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.0.is_empty() {
            return Err(
                "Consistent needs at least one group, as in `[[\"adviser\", \"advisor\"]]`"
                    .to_owned(),
            );
        }
        let mut forms: Vec<Form> = Vec::new();
        for (group, words) in self.0.iter().enumerate() {
            if words.len() < 2 {
                return Err(format!("a group needs two forms or more, not {words:?}"));
            }
            for written in words {
                if Phrase::new(written).is_none() {
                    return Err(format!("there is no word in {written:?}"));
                }
                let plain = plain(written);
                if let Some(other) = forms.iter().find(|other| other.plain == plain) {
                    return Err(format!(
                        "{:?} and {written:?} are the same but for their capitals; \
                         `Capitals(as_written: ..)` is for these",
                        other.written
                    ));
                }
                forms.push(Form {
                    group,
                    written: written.trim().to_owned(),
                    plain,
                });
            }
        }
        let phrases = forms.iter().enumerate();
        Ok(Box::new(Ready {
            map: PhraseMap::new(phrases.map(|(n, form)| (form.written.as_str(), n))),
            n_groups: self.0.len(),
            forms,
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

/// One way to write the words of a group.
struct Form {
    group: usize,
    written: String,
    plain: String,
}

/// The words as they are compared: folded, each gap one space, hyphens as they are.
fn plain(words: &str) -> String {
    let composed: String = fold(words).nfc().collect();
    one_line(&composed)
}

/// Two to four capitals alone.
fn is_acronym(words: &str) -> bool {
    (2..=4).contains(&words.chars().count()) && words.chars().all(char::is_uppercase)
}

struct Ready {
    map: PhraseMap,
    n_groups: usize,
    forms: Vec<Form>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let found: Vec<(Span, usize)> = self
            .map
            .find(text, looking.tokens)
            .into_iter()
            .filter(|(span, _)| looking.may_see(*span))
            .filter_map(|(span, n)| {
                let span = without_possessive(text, span, &self.forms.get(n)?.written);
                Some((span, self.form_at(text, span, n)))
            })
            .collect();
        if found.len() < 2 {
            return Vec::new();
        }
        let kept = self.kept(&found);
        let one = |(span, n): (Span, usize)| {
            let group = self.forms.get(n)?.group;
            let kept = kept
                .get(group)
                .copied()
                .flatten()
                .filter(|kept| *kept != n)?;
            let written = &self.forms.get(kept)?.written;
            // capitals of an acronym are no capital of a sentence
            let is_acronym = is_acronym(span.of(text));
            let insert = if is_acronym && !looking.starts_sentence(span) {
                written.clone()
            } else {
                in_the_case_of(span.of(text), written)
            };
            Some(Match {
                span,
                fixes: vec![Fix::replace(text, span, &insert)],
                ..Match::default()
            })
        };
        found.into_iter().filter_map(one).collect()
    }
}

impl Ready {
    /// Which form stands there: the map takes a hyphen for a space, the group may not.
    fn form_at(&self, text: &str, span: Span, n: usize) -> usize {
        let Some(found) = self.forms.get(n) else {
            return n;
        };
        let words = plain(span.of(text));
        let same = |form: &Form| form.group == found.group && form.plain == words;
        self.forms.iter().position(same).unwrap_or(n)
    }

    /// For each group the form that stands; nothing for a group that is not in the text.
    fn kept(&self, found: &[(Span, usize)]) -> Vec<Option<usize>> {
        let mut counts = vec![0_usize; self.forms.len()];
        let mut order: Vec<usize> = Vec::new();
        for (_, n) in found {
            if let Some(count) = counts.get_mut(*n) {
                if *count == 0 {
                    order.push(*n);
                }
                *count += 1;
            }
        }
        let mut kept: Vec<Option<usize>> = vec![None; self.n_groups];
        let count = |n: usize| counts.get(n).copied().unwrap_or_default();
        for n in order {
            let group = self.forms.get(n).map_or(0, |form| form.group);
            if let Some(slot) = kept.get_mut(group)
                && slot.is_none_or(|other| count(n) > count(other))
            {
                *slot = Some(n);
            }
        }
        kept
    }
}
