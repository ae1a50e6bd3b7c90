//! `Credits`: somebody else is named as the one who did it.
//!
//! Never: takes the organisation's own name for a credit.

use std::cmp::Reverse;

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach, Sorted};
use crate::check::person::{handle_after, is_other, is_people, name_at};
use crate::check::tongue::phrases;
use crate::text::Span;

/// Finds credit given to somebody by name, handle or group: "idea by Amir", "photo: @lena",
/// "thanks to our volunteers", "Sam's tip", "as Jo pointed out".
///
/// A credit needs its word ("by", "photo:", "thanks to", "via") and a name beside it. Own names and
/// handles, days, and "by hand" are no credit. Its words are English, with a few of German, French
/// and Spanish. It has no options.
///
/// ```ron
/// find: Credits
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Credits {}

/// Who may follow the words: anybody, people who are named or a group, or a handle alone.
const NAMED: usize = 0;
const NAMED_OR_GROUP: usize = 1;
const HANDLE: usize = 2;
/// The words follow a name.
const BEHIND: usize = 3;

/// Its phrases, each with what stands beside it.
fn sorted() -> Vec<(String, usize)> {
    let made = phrases(MADE).flat_map(|made| {
        let ways = ["by", "from"];
        ways.map(|way| (format!("{made} {way}"), NAMED_OR_GROUP))
    });
    let nouns = phrases(NOUNS).flat_map(|noun| {
        let by = ["by", "from", "courtesy of", "von", "par", "de"];
        let by = by.map(|way| (format!("{noun} {way}"), NAMED_OR_GROUP));
        by.into_iter().chain([(format!("{noun}:"), NAMED)])
    });
    let others = [(TO, NAMED_OR_GROUP), (VIA, HANDLE), (BEHIND_A_NAME, BEHIND)];
    let others = others
        .iter()
        .flat_map(|(list, sort)| phrases(list).map(|phrase| (phrase.to_owned(), *sort)));
    made.chain(nouns).chain(others).collect()
}

impl Kind for Credits {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let sorted = sorted();
        let phrases = sorted.iter().map(|(phrase, sort)| (phrase.as_str(), *sort));
        Ok(Box::new(Ready(Sorted::own(phrases))))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        let sorted = sorted();
        let phrases = sorted.iter().map(|(phrase, sort)| (phrase.as_str(), *sort));
        Ok(Box::new(Ready(Sorted::shared(lists, phrases))))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }

    /// A handle or a link may be part of it.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready(Sorted);

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let found = self.0.find(looking);
        let mut spans: Vec<Span> = found
            .into_iter()
            .filter(|(words, _)| looking.may_see(*words))
            .filter_map(|(words, sort)| match sort {
                BEHIND => named_before(looking, words),
                HANDLE => handle_after(looking, words.end).map(|handle| words.join(handle.span)),
                _ => named_after(looking, words, sort == NAMED_OR_GROUP),
            })
            .chain(cameras(looking))
            .collect();
        spans.sort_unstable_by_key(|span| (span.start, Reverse(span.end)));
        spans.dedup_by(|next, before| next.overlaps(*before));
        spans
            .into_iter()
            .map(|span| Match {
                span,
                ..Match::default()
            })
            .collect()
    }
}

/// The credit with the handle, name or group behind its words.
fn named_after(looking: &Looking<'_>, words: Span, takes_group: bool) -> Option<Span> {
    if let Some(handle) = handle_after(looking, words.end) {
        return Some(words.join(handle.span));
    }
    let tokens = looking.tokens;
    let next = tokens.partition_point(|token| token.span.start < words.end);
    let first = tokens.get(next)?;
    let gap = Span::new(words.end, first.span.start).of(looking.text());
    if !gap
        .chars()
        .all(|c| c == ' ' || matches!(c, ':' | '©' | ',' | '\u{a0}'))
    {
        return None;
    }
    if let Some((name, _)) = name_at(looking.text(), tokens, next) {
        return is_other(looking, name).then(|| words.join(name));
    }
    if !takes_group {
        return None;
    }
    let word = |n: usize| {
        tokens
            .get(next + n)
            .map_or("", |token| token.folded.as_str())
    };
    let is_own_team = word(0) == "our" && matches!(word(1), "team" | "staff" | "crew");
    let is_led = matches!(
        word(0),
        "the" | "our" | "all" | "a" | "an" | "two" | "three" | "four" | "some" | "many"
    );
    let n = (1..4).find(|n| is_led && !is_own_team && is_people(word(*n)))?;
    tokens.get(next + n).map(|last| words.join(last.span))
}

/// The credit with the name or handle before its words: "Sam's idea", "as @jo pointed out".
fn named_before(looking: &Looking<'_>, words: Span) -> Option<Span> {
    let text = looking.text();
    let handles = looking
        .entities
        .partition_point(|entity| entity.span.end <= words.start);
    let handle = handles
        .checked_sub(1)
        .and_then(|at| looking.entities.get(at));
    if let Some(handle) = handle
        && handle_after(looking, handle.span.start).is_some_and(|one| one == handle)
        && matches!(
            Span::new(handle.span.end, words.start).of(text),
            " " | "'s " | "’s "
        )
    {
        return Some(handle.span.join(words));
    }
    let tokens = looking.tokens;
    let at = tokens
        .partition_point(|token| token.span.start < words.start)
        .checked_sub(1)?;
    let before = tokens.get(at)?;
    let (name, _) = name_at(text, tokens, at)?;
    let is_close = Span::new(before.span.end, words.start).of(text) == " ";
    let is_made_by = before.folded.ends_with("'s") || !is_possession(words.of(text));
    let is_sentence_word = at
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_none_or(|one| {
            !Span::new(one.span.end, before.span.start)
                .of(text)
                .chars()
                .all(|c| c == ' ')
        });
    let is_name = !is_sentence_word || before.folded.ends_with("'s") || !is_common(&before.folded);
    (is_close && is_made_by && is_name && is_other(looking, name)).then(|| before.span.join(words))
}

/// Whether the words want a possessive before them.
fn is_possession(words: &str) -> bool {
    !words.ends_with("out") && !words.ends_with("ed") && !words.ends_with("us") && words != "found"
}

/// Words that start a sentence and are no name before a verb.
fn is_common(word: &str) -> bool {
    matches!(
        word,
        "somebody"
            | "someone"
            | "nobody"
            | "everyone"
            | "everybody"
            | "who"
            | "people"
            | "many"
            | "some"
            | "others"
            | "customers"
            | "research"
            | "studies"
            | "science"
            | "experts"
    )
}

/// "📷 @lena", "📸 Lena Walks".
fn cameras(looking: &Looking<'_>) -> Vec<Span> {
    let text = looking.text();
    let cameras = text.match_indices(['📷', '📸', '🎨', '🎥']);
    cameras
        .map(|(at, camera)| Span::new(at, at + camera.len()))
        .filter(|camera| looking.may_see(*camera))
        .filter_map(|camera| {
            let rest = text.get(camera.end..).unwrap_or_default();
            let n_joiner = rest.len() - rest.trim_start_matches('\u{fe0f}').len();
            let behind = Span::new(camera.start, camera.end + n_joiner);
            named_after(looking, behind, false)
        })
        .collect()
}

const MADE: &str = "
    built | made | found | spotted | reported | suggested | written | painted | baked
    translated | organised | organized | designed | drawn | sewn | knitted | planted | cooked
    grown | fixed | repaired | contributed | donated | photographed | filmed | illustrated
    composed | inspired | shared | created | discovered | taken | sent in | brought to us
    based on work
";

const NOUNS: &str = "
    idea | photo | photos | picture | pictures | photography | words | text | recipe | design
    drawing | illustration | illustrations | artwork | art | fix | tip | patch | patches | music
    video | translation | reporting | research | image | credit | credits | foto | fotos | idee
    bild | crédit photo | idée | receta | rezept
";

const TO: &str = "
    thanks to | thank you to | thank you | thanks | many thanks | credit to | credit goes to
    all credit to | kudos to | props to | shout-out to | shoutout to | hat tip to | hat tip
    h/t | hats off to | well spotted | well done | danke an | merci à | gracias a
    in collaboration with | together with | we learned from | I learned from | inspired by
    congratulations to
";

const VIA: &str = "
    via | ht | by | from | foto | photo | photos
";

const BEHIND_A_NAME: &str = "
    idea | photo | photos | picture | pictures | recipe | design | tip | fix | drawing
    suggestion | question | patch | pointed out | suggested | reminded us | told us | showed us
    taught us | spotted | came up with | made this possible
";
