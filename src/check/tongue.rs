//! What little the kinds know of words: which carry no meaning alone, which share a stem, and
//! whether a text reads as English.
//!
//! Never: guesses where it is not sure; a kind whose words are English stays silent elsewhere.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use crate::text::{Lang, Span, Token, language};

/// Words that a sentence needs and that say nothing about what it is about; English first, then the
/// most common ones of German, French and Spanish.
static FILLERS: LazyLock<Words> = LazyLock::new(|| {
    set(
        "a about after again all also an and any anyone are as at be because been before
        being but by can can't could did do does doesn't doing don't each even ever
        every few fewer for from get gets getting give go goes going good got had has
        have he hello her here hey hi him his how i i'd i'll i'm i've if in into is
        isn't it it's its just know let like long made make many may me might mine more
        most much must my need no not now of off often on once one only or other our out
        over own people please really s say see shall she should so some somebody
        someone still such tell than thank thanks that that's the their them then there
        these they thing things think this those to too up us very want was way we we'll
        we're we've well were what what's when where which while who whom whose why will
        with won't would yes yet you you'll you're you've your yours aber auch auf aus
        bei das dass dem den der die ein eine einen einer es für habe haben hat ich ihr
        ihre im ist kann man mit nach nicht noch nur oder sich sie sind um und uns von
        wann warum wenn werden wie wir wird wo zu zum zur au aux avec ce c'est comment
        dans de des du elle en est et il je la le les mais nous où ou par pas plus pour
        quand que qui sont sur un une vos votre vous al como con cuando cuándo cómo del
        dónde el esta este hay las lo los más muy para pero por qué se si sí su una y",
    )
});

/// Words to be asked for; every word of a text may be, so the hash is a quick one.
pub(super) type Words = HashSet<&'static str, RandomState>;

/// The words of a list, to be asked for.
pub(super) fn set(list: &'static str) -> Words {
    list.split_whitespace().collect()
}

/// The phrases of a list, which stand between bars or on lines of their own.
pub(super) fn phrases(list: &str) -> impl Iterator<Item = &str> {
    list.split(['|', '\n'])
        .map(str::trim)
        .filter(|phrase| !phrase.is_empty())
}

/// Whether a word says nothing about what a sentence is about.
pub(super) fn is_filler(word: &str) -> bool {
    word.chars().nth(1).is_none() && word.is_ascii() || FILLERS.contains(word)
}

/// The part of a word that its inflected forms share: `opening`, `opens` and `opened` give `open`.
///
/// A light cut of English endings that only ever shortens; other languages mostly keep their words.
pub(super) fn stem(word: &str) -> &str {
    const SHORTEST: usize = 3;
    let word = word.strip_suffix("'s").unwrap_or(word);
    if !word.is_ascii() || word.len() <= SHORTEST {
        return word;
    }
    let cut = |word: &'_ str, ending: &str| {
        let rest = word.len().checked_sub(ending.len())?;
        (rest >= SHORTEST && word.ends_with(ending)).then_some(rest)
    };
    let is_plural = !word.ends_with("ss") && !word.ends_with("us");
    let end = ["ies", "ied", "ing", "ed", "es"]
        .iter()
        .find_map(|ending| cut(word, ending))
        .or_else(|| cut(word, "s").filter(|_| is_plural))
        .unwrap_or(word.len());
    let rest = word.get(..end).unwrap_or(word);
    let rest = rest
        .strip_suffix(['e', 'y', 'i'])
        .filter(|rest| rest.len() >= SHORTEST)
        .unwrap_or(rest);
    without_double(rest)
}

/// `stopp` as `stop`; a double `l`, `s` or `z` may belong to the word.
fn without_double(word: &str) -> &str {
    let mut chars = word.chars().rev();
    match (chars.next(), chars.next()) {
        (Some(last), Some(before))
            if last == before && word.len() > 3 && !"aeiou".contains(last) =>
        {
            word.get(..word.len() - 1).unwrap_or(word)
        }
        _ => word,
    }
}

static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    set(
        "the and of to you your our it it's with this that have has from they their at my i'm i've
        i'll we're we've we'll is are was for on by",
    )
});

static FOREIGN: LazyLock<Words> = LazyLock::new(|| {
    set(
        "und der das ist nicht eine einen für wir ich auf mit auch bei nach zum zur ab um uhr
        le les est et une dans avec nous vous sur du aux el los las una para con por que
        il gli della di che è het een niet voor og och är er det på til för uma em não na se",
    )
});

/// Whether a text reads as English: no other language that is known here has more of its common
/// words in the first sixty words; where none of either stands there, the library is asked.
pub(super) fn is_english(text: &str, tokens: &[Token]) -> bool {
    const ENOUGH: usize = 60;
    const LONGEST: usize = 6;
    let mut balance = 0_i32;
    for token in tokens.iter().take(ENOUGH) {
        let word = token.folded.as_str();
        // none of the words is longer
        if word.len() > LONGEST {
            continue;
        }
        balance += i32::from(ENGLISH.contains(word)) - 2 * i32::from(FOREIGN.contains(word));
    }
    let start = tokens.get(..ENOUGH).unwrap_or(tokens).last();
    let start = start.map_or(0, |token| token.span.end);
    let guess = || language(Span::new(0, start).of(text));
    balance > 0 || balance == 0 && guess().is_none_or(|guess| guess == Lang::Eng)
}

/// Whether the word starts with a capital in the text.
pub(super) fn is_capital(text: &str, token: &Token) -> bool {
    token.span.of(text).starts_with(char::is_uppercase)
}

/// Whether a word stands at the start of a clause: of a sentence, or behind a mark.
pub(super) fn starts_clause(text: &str, words: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| words.get(at)) else {
        return true;
    };
    words
        .get(at)
        .is_some_and(|token| !is_plain_gap(gap_between(text, before, token)))
}

/// What stands between two words.
pub(super) fn gap_between<'t>(text: &'t str, before: &Token, after: &Token) -> &'t str {
    Span::new(before.span.end, after.span.start).of(text)
}

/// Whether only white space or a hyphen stands there.
pub(super) fn is_plain_gap(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for family in [
            &["open", "opens", "opened", "opening"][..],
            &["delivery", "deliveries", "deliver", "delivered"],
            &["close", "closes", "closed", "closing"],
            &["stop", "stopped", "stopping", "stops"],
            &["refund", "refunds", "refunded"],
            &["city", "cities", "city's"],
            &["volunteer", "volunteers", "volunteering"],
        ] {
            let stems: Vec<&str> = family.iter().map(|word| stem(word)).collect();
            assert!(stems.iter().all(|one| one == &stems[0]), "{stems:?}");
        }
        assert_eq!(
            (stem("bus"), stem("glass"), stem("café")),
            ("bus", "glas", "café")
        );
    }

    #[test]
    fn english_is_told_from_its_neighbours() {
        for text in ["I love Leeds.", "The ramp is in.", "We open at 9.", ""] {
            assert!(is_english(text, &tokens(text)), "{text}");
        }
        for text in [
            "Wir sind ab Montag in Ruhe für euch da.",
            "Nous sommes dans la rue.",
            "Abrimos el lunes.",
            "I prezzi della settimana.",
        ] {
            assert!(!is_english(text, &tokens(text)), "{text}");
        }
    }
}
