//! `FirstPerson`: somebody speaks as "I" or "we".
//!
//! Never: takes a numeral ("World War I") for a person.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach, block_by_block};
use crate::check::calendar::{is_month, is_weekday};
use crate::check::tongue::{gap_between, is_capital, is_plain_gap, starts_clause};
use crate::text::Token;

/// Finds where a person or a group speaks for itself, once in each sentence: "I tried", "we moved".
///
/// "Our", "my" and "us" alone are not enough: a company says "our customers", too. Its words are
/// English, with "ich", "wir", "j'ai", "nous" and the like. It has no options.
///
/// ```ron
/// find: FirstPerson
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct FirstPerson {}

impl Kind for FirstPerson {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Self {}))
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }
}

impl Finder for FirstPerson {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        block_by_block(looking, &in_block)
    }
}

fn in_block(looking: &Looking<'_>) -> Vec<Match> {
    let is_english = looking.is_english;
    let mut sentences = looking.sentences.iter();
    let mut sentence = sentences.next();
    let mut last = None;
    let mut out = Vec::new();
    for (at, token) in looking.tokens.iter().enumerate() {
        if !speaks(looking, at, is_english) || !looking.may_see(token.span) {
            continue;
        }
        while sentence.is_some_and(|one| one.end <= token.span.start) {
            sentence = sentences.next();
        }
        if last.is_none() || last != sentence {
            last = sentence;
            out.push(Match {
                span: token.span,
                ..Match::default()
            });
        }
    }
    out
}

/// Whether the word is somebody who speaks.
fn speaks(looking: &Looking<'_>, at: usize, is_english: bool) -> bool {
    let words = looking.tokens;
    let word = |at: Option<usize>| {
        let token = at.and_then(|at| words.get(at));
        token.map_or("", |token| token.folded.as_str())
    };
    let (before, next) = (word(at.checked_sub(1)), word(Some(at + 1)));
    match word(Some(at)) {
        "i" => is_english && is_i(looking, at),
        "i'm" | "i've" | "i'll" | "i'd" | "we" | "we're" | "we've" | "we'll" | "we'd" | "ich"
        | "wir" | "nosotros" | "nosotras" | "hemos" | "estamos" => true,
        "yo" => matches!(next, "he" | "creo" | "soy" | "también" | "quiero" | "tengo"),
        "je" => matches!(
            next,
            "suis"
                | "ne"
                | "vous"
                | "me"
                | "te"
                | "le"
                | "la"
                | "les"
                | "peux"
                | "vais"
                | "dois"
                | "veux"
                | "crois"
                | "pense"
                | "sais"
                | "fais"
                | "viens"
                | "voudrais"
                | "remercie"
        ),
        "nous" => !matches!(
            before,
            "chez"
                | "à"
                | "avec"
                | "pour"
                | "contactez"
                | "rejoignez"
                | "suivez"
                | "écrivez"
                | "de"
        ),
        word => word
            .strip_prefix("j'")
            .is_some_and(|verb| verb.starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'h', 'y'])),
    }
}

/// Whether an "I" is a person: not the first of several kings, parts or wars.
fn is_i(looking: &Looking<'_>, at: usize) -> bool {
    let (text, words) = (looking.text(), looking.tokens);
    let Some(token) = words.get(at) else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let next = words.get(at + 1);
    if !is_capital(text, token) {
        return next.is_some_and(|next| is_verb(&next.folded));
    }
    if before.is_some_and(|before| is_numbered(text, words, before, at)) {
        return false;
    }
    let is_joined = next.is_some_and(|next| {
        let gap = gap_between(text, token, next);
        (is_plain_gap(gap) || gap.starts_with(',')) && !is_capital(text, next)
    });
    let ends_short = before.is_some_and(|before| {
        matches!(
            before.folded.as_str(),
            "do" | "am"
                | "did"
                | "can"
                | "will"
                | "have"
                | "and"
                | "than"
                | "as"
                | "may"
                | "should"
        )
    });
    is_joined || ends_short
}

/// Whether the word before an "I" is what the numeral counts.
fn is_numbered(text: &str, words: &[Token], before: &Token, at: usize) -> bool {
    let is_close = words
        .get(at)
        .is_some_and(|token| is_plain_gap(gap_between(text, before, token)));
    let is_head = matches!(
        before.folded.as_str(),
        "war"
            | "part"
            | "phase"
            | "act"
            | "level"
            | "chapter"
            | "volume"
            | "type"
            | "class"
            | "tier"
            | "stage"
            | "book"
            | "section"
            | "article"
            | "title"
            | "category"
            | "grade"
            | "schedule"
            | "annex"
            | "elizabeth"
            | "charles"
            | "james"
            | "william"
            | "francis"
    );
    let is_named = is_capital(text, before)
        && !starts_clause(text, words, at.saturating_sub(1))
        && !is_weekday(&before.folded)
        && !is_month(&before.folded);
    is_close && (is_head || is_named)
}

/// Verbs that follow an "i" written small; in other languages the letter is a word of its own.
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "am" | "was"
            | "have"
            | "had"
            | "do"
            | "did"
            | "don't"
            | "didn't"
            | "can"
            | "can't"
            | "could"
            | "will"
            | "would"
            | "think"
            | "know"
            | "love"
            | "like"
            | "want"
            | "need"
            | "tried"
            | "made"
            | "went"
            | "saw"
            | "found"
            | "got"
            | "just"
            | "really"
            | "never"
    )
}
