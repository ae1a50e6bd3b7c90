//! `Capitals(as_written: ["GitHub"])`, `Capitals(style: Sentence)`: large and small letters.
//!
//! Never: touches a handle, a link or a hashtag, which have their own spelling.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization as _;

use super::swap::without_possessive;
use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::style::{Style, not_in};
use crate::check::{Applicability, Edit, Fix};
use crate::text::{Phrase, PhraseMap, Span, tokens};

/// Finds names in other capitals than `as_written`, and sentences that are not in `style`.
///
/// A name that begins with a small letter may have a capital where a sentence begins, unless there
/// is a capital inside it (`iPhone`). The style is `Sentence`, `Title`, `Upper` or `Lower`, and each
/// sentence is looked at for itself; what `as_written`, the set's own names and `except` name keeps
/// its capitals. A sentence is found when fewer than `agree` percent of its words agree: 50 for
/// `Sentence`, because names have capitals, 80 for `Title`, 100 for the others. One that begins with
/// a small letter is not in `Sentence` style, whatever the rest. Titles leave the small words of
/// English small.
///
/// ```ron
/// find: Capitals(as_written: ["GitHub", "npm"])
/// ```
/// ```ron
/// find: Capitals(style: Sentence)
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Capitals {
    /// Names as they are written.
    pub as_written: Vec<String>,
    /// How sentences are written.
    pub style: Option<Style>,
    /// How many of the words must agree with the style, in percent.
    pub agree: Option<u8>,
}

impl Kind for Capitals {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.as_written.is_empty() && self.style.is_none() {
            return Err(
                "Capitals needs names or a style, as in `Capitals(as_written: [\"GitHub\"])`"
                    .to_owned(),
            );
        }
        let is_blank = |words: &&String| Phrase::new(words).is_none();
        if let Some(blank) = self.as_written.iter().find(is_blank) {
            return Err(format!("there is no word in {blank:?}"));
        }
        let names = self.as_written.iter().enumerate();
        Ok(Box::new(Ready {
            map: PhraseMap::new(names.map(|(n, name)| (name.as_str(), n))),
            names: self.as_written.iter().map(|name| Name::new(name)).collect(),
            style: self.style.map(|style| {
                let agree = self.agree.unwrap_or_else(|| style.usual_share());
                (style, usize::from(agree.min(100)))
            }),
        }))
    }

    fn reach(&self) -> Reach {
        if self.style.is_some() {
            Reach::Text
        } else {
            Reach::Block
        }
    }

    /// A sentence may hold a handle or a link; the kind itself asks `may_see`.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

/// A name as it is written.
struct Name {
    whole: String,
    words: Vec<String>,
    /// Whether a capital may begin it where a sentence begins.
    may_rise: bool,
}

impl Name {
    fn new(name: &str) -> Self {
        let name = name.trim();
        let words = tokens(name)
            .into_iter()
            .map(|word| word.span.of(name).to_owned());
        Self {
            may_rise: name.starts_with(char::is_lowercase) && !name.contains(char::is_uppercase),
            words: words.collect(),
            whole: name.to_owned(),
        }
    }
}

struct Ready {
    map: PhraseMap,
    names: Vec<Name>,
    style: Option<(Style, usize)>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let named = self.map.find(looking.text(), looking.tokens);
        let mut out: Vec<Match> = named
            .iter()
            .filter(|(span, _)| looking.may_see(*span) && !is_in_an_address(looking, *span))
            .filter_map(|(span, n)| as_written(looking, *span, self.names.get(*n)?))
            .collect();
        if let Some((style, agree)) = self.style {
            let mut kept: Vec<Span> = named.into_iter().map(|(span, _)| span).collect();
            kept.extend(looking.own_names.iter().chain(looking.excepted));
            kept.sort();
            out.extend(not_in(style, agree, looking, &kept));
            out.sort_by_key(|one| (one.span.start, one.span.end));
        }
        out
    }
}

/// The match, when a word of the name is in other capitals.
fn as_written(looking: &Looking<'_>, span: Span, name: &Name) -> Option<Match> {
    let text = looking.text();
    let span = without_possessive(text, span, &name.whole);
    let found = tokens(span.of(text));
    let mut edits = Vec::new();
    for (n, (token, written)) in found.iter().zip(&name.words).enumerate() {
        let place = token.span.shifted(span.start);
        let words = place.of(text);
        let is_risen = n == 0
            && name.may_rise
            && looking.starts_sentence(place)
            && risen(written) == alike(words);
        if alike(words) != alike(written) && !is_risen {
            edits.push(Edit {
                span: place,
                insert: written.clone(),
            });
        }
    }
    let fix = Fix {
        label: name.whole.clone(),
        edits,
        applicability: Applicability::Safe,
    };
    (!fix.edits.is_empty()).then(|| Match {
        span,
        fixes: vec![fix],
        ..Match::default()
    })
}

/// The word with one kind of apostrophe, composed.
fn alike(word: &str) -> String {
    word.nfc()
        .map(|c| {
            if matches!(c, '’' | '‘' | 'ʼ') {
                '\''
            } else {
                c
            }
        })
        .collect()
}

/// The word with a capital.
fn risen(word: &str) -> String {
    let alike = alike(word);
    let mut chars = alike.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// Whether it is a piece of a path or an address, or stands in a hashtag.
fn is_in_an_address(looking: &Looking<'_>, span: Span) -> bool {
    let text = looking.text();
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let joints = ['/', '\\', '_', '@'];
    before.ends_with(joints) || after.starts_with(joints) || looking.in_hashtag(span)
}
