//! `Hashtags(max: 3, camel_case: true)`: how many hashtags, and whether they can be read aloud.
//!
//! Never: guesses where a word ends; a hashtag is left alone unless its words are sure.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::Fix;
use crate::check::tongue::{Words, set};
use crate::text::{EntityKind, Span};

/// Finds hashtags beyond `max`, and with `camel_case` those of several words in small letters.
///
/// A screen reader speaks `#SmallBusinessDay` as words and `#smallbusinessday` as noise. Where the
/// words end is taken as sure when they stand next to each other in the text itself, or when a short
/// list of words that hashtags are made of covers all of it. `max: None` is any number.
///
/// ```ron
/// find: Hashtags(max: 3)
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Hashtags {
    /// How many are fine; `None` for any number.
    pub max: Option<usize>,
    /// Whether each word of a hashtag starts with a capital.
    pub camel_case: bool,
}

impl Default for Hashtags {
    fn default() -> Self {
        Self {
            max: Some(3),
            camel_case: false,
        }
    }
}

impl Kind for Hashtags {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.clone()))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

impl Finder for Hashtags {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let neighbours = self.camel_case.then(|| neighbours(looking));
        let neighbours = neighbours.unwrap_or_default();
        let tags = looking
            .entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::Hashtag && looking.may_see(entity.span));
        tags.enumerate()
            .filter_map(|(n, entity)| {
                let span = entity.span;
                let mut fixes = Vec::new();
                if let Some(written) = self
                    .camel_case
                    .then(|| in_camel_case(looking, span, &neighbours))
                {
                    fixes.extend(written.map(|tag| Fix::replace(text, span, &tag)));
                }
                if self.max.is_some_and(|max| n >= max) {
                    fixes.push(Fix::replace(text, span, ""));
                }
                (!fixes.is_empty()).then_some(Match {
                    span,
                    fixes,
                    ..Match::default()
                })
            })
            .collect()
    }
}

/// The hashtag with a capital at the start of each of its words; nothing when the words are not
/// sure, or when there is one word only.
fn in_camel_case(
    looking: &Looking<'_>,
    span: Span,
    neighbours: &HashMap<String, Vec<String>>,
) -> Option<String> {
    let tag = span.of(looking.text());
    let mark = tag.chars().next()?;
    let name = tag.get(mark.len_utf8()..)?;
    let parts = is_small(name)
        .then(|| {
            neighbours
                .get(name)
                .cloned()
                .or_else(|| of_known_words(name))
        })
        .flatten()?;
    (parts.len() > 1).then(|| {
        let words = parts.iter().map(|part| capitalised(part));
        std::iter::once(mark.to_string()).chain(words).collect()
    })
}

/// Whether nobody has said yet where its words begin.
fn is_small(name: &str) -> bool {
    name.chars().all(char::is_lowercase)
}

/// The words of hashtags that stand next to each other in the text: "our open day" and `#openday`.
/// One pass finds those of all hashtags.
fn neighbours(looking: &Looking<'_>) -> HashMap<String, Vec<String>> {
    let tags = looking
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Hashtag);
    let names: HashSet<&str> = tags
        .map(|entity| {
            entity
                .span
                .of(looking.text())
                .trim_start_matches(['#', '＃'])
        })
        .filter(|name| is_small(name))
        .collect();
    // as bits: most words are told apart by them
    let bit = |n_bytes: usize| 1_u128 << n_bytes.min(127);
    let lengths = names.iter().fold(0, |all, name| all | bit(name.len()));
    let mut out = HashMap::new();
    if names.is_empty() {
        return out;
    }
    for n in 2..=4 {
        for words in looking.tokens.windows(n) {
            let n_bytes: usize = words.iter().map(|token| token.folded.len()).sum();
            if lengths & bit(n_bytes) != 0 {
                let parts = words.iter().map(|token| token.folded.to_string());
                let parts: Vec<String> = parts.collect();
                let name = parts.concat();
                if names.contains(name.as_str()) {
                    out.entry(name).or_insert(parts);
                }
            }
        }
    }
    out
}

/// The fewest known words that cover the name.
fn of_known_words(name: &str) -> Option<Vec<String>> {
    let mut best: Vec<Option<Vec<&str>>> = vec![None; name.len() + 1];
    *best.first_mut()? = Some(Vec::new());
    for end in 1..=name.len() {
        let mut shortest: Option<Vec<&str>> = None;
        for start in end.saturating_sub(LONGEST)..end {
            let known = name.get(start..end).filter(|part| KNOWN.contains(part));
            let before = best.get(start).cloned().flatten();
            if let (Some(part), Some(mut parts)) = (known, before)
                && shortest
                    .as_ref()
                    .is_none_or(|other| parts.len() + 1 < other.len())
            {
                parts.push(part);
                shortest = Some(parts);
            }
        }
        if let Some(place) = best.get_mut(end) {
            *place = shortest;
        }
    }
    let parts = best.pop().flatten()?;
    Some(parts.into_iter().map(ToOwned::to_owned).collect())
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// The longest known word, in bytes.
const LONGEST: usize = 14;

/// Words that hashtags are made of, and compounds that are one word.
static KNOWN: LazyLock<Words> = LazyLock::new(|| {
    set("
    action animal animals april art august autumn awareness back best better big black book books
    box brand business care career careers change charity child children christmas city class
    clean climate coast coffee community company content country craft creative culture customer
    customers data day days december design development digital dog dogs donate earth economy
    education energy event events family farm fashion february festival film finance first fit food
    for forest free friday fun fund future game games garden girl girls gift gifts giving global
    good great green group grow growth happy hack health healthy help heritage hiring history holiday
    home house human idea ideas impact independent international invest january job jobs join
    july june kids kind kindness law leaders leadership learning life local love made make maker
    makers march market marketing media mental monday money month morning motivation museum music
    national nature new news november october office online open our park party people pet photo
    photography plan planet plastic power press pride project public reading recipe recycle retail
    rights river safe safety sale saturday school science sea season september service shop shopping
    skills small social software spring staff startup story street student students style summer
    sunday support sustainable sustainability talk teacher teachers team tech technology thank
    thanks the throwback thursday time tips together town training travel tuesday video volunteer
    volunteers voice water wednesday week wellbeing wild wildlife winter women word work world year
    young your youth
    of in to and with we
    airport anybody backyard bedroom birthday bookshop bookstore classroom coastline countryside
    everyday everyone feedback fireworks football greenhouse handmade hackday headline homegrown
    homemade homework household landmark lifetime network newsletter newspaper outdoor playground
    roadmap seaside software someone somebody startup teamwork today tonight weekday weekend
    workshop workplace website worldwide yourself
")
});
