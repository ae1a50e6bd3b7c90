//! Names of people in a text: capitals in a row, handles.
//!
//! Never: knows anybody; what looks like a name is taken for one.

use std::sync::LazyLock;

use super::calendar::{is_month, is_weekday};
use super::kind::Looking;
use super::tongue::{Words, gap_between, is_capital, set};
use crate::text::{Entity, EntityKind, Span, Token};

/// Most words of a name.
const MOST_WORDS: usize = 4;

/// The name that starts at a word, with the number of its words: "Sam", "Lena van Dyk", "Zoë B".
pub(super) fn name_at(text: &str, words: &[Token], at: usize) -> Option<(Span, usize)> {
    let first = words.get(at).filter(|token| is_name(text, token))?;
    let mut span = first.span;
    let (mut n_words, mut n) = (1, 1);
    while let Some(next) = words.get(at + n).filter(|_| n < MOST_WORDS) {
        let before = words.get(at + n - 1)?;
        let is_initial = before.span.of(text).chars().count() == 1;
        match gap_between(text, before, next) {
            " " | "-" | "\u{a0}" => {}
            ". " if is_initial => {}
            _ => break,
        }
        n += 1;
        if is_name(text, next) {
            span = span.join(next.span);
            n_words = n;
        } else if !is_particle(&next.folded) {
            break;
        }
    }
    Some((span, n_words))
}

/// "van" and "de" inside a name.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "van"
            | "von"
            | "de"
            | "da"
            | "del"
            | "der"
            | "den"
            | "di"
            | "al"
            | "bin"
            | "la"
            | "le"
            | "zu"
    )
}

/// A capitalised word that is no day, no month and none of the words that are often capitalised.
fn is_name(text: &str, token: &Token) -> bool {
    let bare = token.folded.strip_suffix("'s").unwrap_or(&token.folded);
    is_capital(text, token)
        && !is_weekday(bare)
        && !is_month(bare)
        && !matches!(
            bare,
            "i" | "i'm"
                | "i've"
                | "i'll"
                | "i'd"
                | "we"
                | "you"
                | "he"
                | "she"
                | "it"
                | "they"
                | "the"
                | "a"
                | "an"
                | "our"
                | "my"
                | "your"
                | "this"
                | "that"
                | "these"
                | "all"
                | "and"
                | "but"
                | "or"
                | "so"
                | "ai"
                | "pm"
                | "am"
                | "ok"
                | "christmas"
                | "easter"
                | "god"
                | "hand"
        )
}

/// Words for people who can be thanked or credited without a name.
static PEOPLE: LazyLock<Words> = LazyLock::new(|| {
    set(
        "everyone everybody anyone those people person folks volunteer volunteers helper helpers
        neighbour neighbours neighbor neighbors friend friends family families team teams crew
        staff colleague colleagues customer customers reader readers member members guest guests
        visitor visitors student students pupils children kids teacher teachers class school club
        choir donor donors supporter supporters partner partners contributor contributors
        maintainer maintainers community drivers nurse nurses farmers baker bakers firefighters
        women men group interns apprentice apprentices
        allen alle freiwilligen helfer helferinnen tous toutes bénévoles todos todas voluntarios",
    )
});

/// Whether a word stands for people.
pub(super) fn is_people(word: &str) -> bool {
    PEOPLE.contains(word.strip_suffix("'s").unwrap_or(word))
}

/// Whether the words name somebody other than the organisation.
pub(super) fn is_other(looking: &Looking<'_>, span: Span) -> bool {
    !looking.own_names.iter().any(|own| own.overlaps(span))
}

/// The handle that starts where only blanks and the marks of a credit stand in between.
pub(super) fn handle_after<'a>(looking: &'a Looking<'_>, from: usize) -> Option<&'a Entity> {
    let text = looking.text();
    let next = looking
        .entities
        .partition_point(|entity| entity.span.start < from);
    let entity = looking.entities.get(next)?;
    let gap = Span::new(from, entity.span.start).of(text);
    let is_near = gap
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, ':' | '/' | '(' | ',' | '–' | '—' | '-'));
    (entity.kind == EntityKind::Mention && is_near && is_other_handle(looking, entity.span))
        .then_some(entity)
}

/// Whether a handle is none of the organisation's own.
pub(super) fn is_other_handle(looking: &Looking<'_>, handle: Span) -> bool {
    let bare = bare_handle(handle.of(looking.text()));
    let own = &looking.head.own.handles;
    !own.iter().any(|own| bare_handle(own) == bare)
}

/// A handle as it is compared: without the `@` before it, in lower case.
pub(super) fn bare_handle(handle: &str) -> String {
    handle.trim().trim_start_matches('@').to_lowercase()
}
