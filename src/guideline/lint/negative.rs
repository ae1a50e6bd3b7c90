//! Advice that says only what not to do.
//!
//! Never: minds a "never" that has its positive twin beside it.

use super::prose::{Sentence, has_any};
use super::{LintCheck, Noticed};
use crate::check::RuleKind;
use crate::guideline::{Level, Rule};

/// A rule that says what not to do, and nothing that could be done.
pub(super) const ONLY_NEGATIVE: LintCheck = LintCheck {
    id: "only-negative",
    why: "A reader remembers the thing that is named, so \"never\" alone leaves them with nothing to write.",
    look: |subject| {
        let negative = subject.own().filter(|rule| is_only_negative(rule));
        let note = |rule: &Rule| {
            Noticed::of_rule(
                rule,
                "It says what not to do, and nothing to do in its place.",
                "Put the positive twin into `instead`, as in \"Say what you can promise, and by when.\"",
            )
        };
        negative.map(note).collect()
    },
};

/// Words that tell people not to; English first, then German, French and Spanish.
const NOT: &str = "do not|don't|dont|never|avoid|avoids|must not|mustn't|should not|\
    shouldn't|may not|cannot|can't|not allowed|not permitted|not acceptable|refrain|stop|no|not|nobody|\
    prohibited|banned|nicht|nie|niemals|kein|keine|keinen|vermeide|vermeiden|vermeidet|verboten|\
    ne|n'|jamais|évitez|éviter|évite|interdit|nunca|jamás|evita|evite|evitar|prohibido";

/// Words with which a piece of positive advice begins.
const DO: &str = "add|aim|answer|ask|begin|bring|call|check|choose|cite|cut|credit|describe|explain|\
    find|focus|give|go|help|instead|invite|keep|leave|let|link|look|make|mention|move|name|offer|open|\
    pick|point|prefer|promise|put|quote|replace|say|send|show|speak|start|state|stick|take|talk|tell|\
    thank|think|try|turn|use|wait|welcome|write|sag|sage|sagen|sagt|schreib|schreibe|schreiben|nenne|\
    nennen|nutze|nutzen|verwende|verwenden|frag|frage|fragen|zeig|zeige|zeigen|bitte|dis|dites|écrivez|\
    écris|utilisez|utilise|préférez|nommez|demandez|montrez|di|diga|escribe|escriba|usa|use|nombra|\
    pregunta|muestra";

fn is_only_negative(rule: &Rule) -> bool {
    if rule.level == Level::Strength || has_replacement(rule) {
        return false;
    }
    if rule.instead.trim().is_empty() {
        let says = Sentence::all(&rule.says);
        return says.iter().any(is_order) && !says.iter().any(is_positive);
    }
    let instead = Sentence::all(&rule.instead);
    instead.iter().any(is_order) && !instead.iter().any(is_positive)
}

/// Whether a fix of the rule offers other words; taking words away offers nothing.
fn has_replacement(rule: &Rule) -> bool {
    let is_text = |text: &String| !text.trim().is_empty();
    if let RuleKind::Swap(swap) = &rule.find
        && swap.0.iter().any(|(_, twins)| twins.iter().any(is_text))
    {
        return true;
    }
    rule.fixes.iter().any(is_text)
}

fn is_negative(words: &[&str]) -> bool {
    has_any(words, NOT) || words.iter().any(|word| word.ends_with("n't"))
}

/// Whether a sentence tells people not to, rather than that something is not so.
fn is_order(sentence: &Sentence<'_>) -> bool {
    const ORDERS: &str = "do not|don't|dont|never|avoid|must not|mustn't|should not|shouldn't|may not|\
        not allowed|not permitted|refrain|prohibited|banned|niemals|nie|vermeide|vermeiden|verboten|\
        jamais|évitez|nunca|evita|evite";
    let words = sentence.words();
    let is_no = matches!(words.as_slice(), ["no", next, ..] if *next != "need");
    is_no || has_any(&words, ORDERS)
}

/// Whether a sentence says something to do: it has no "not", or a clause that begins with a deed.
fn is_positive(sentence: &Sentence<'_>) -> bool {
    let words = sentence.words();
    if !is_negative(&words) {
        return true;
    }
    let is_deed = |word: &str| DO.split('|').any(|deed| deed == word);
    let follows_on = |n: usize| {
        let before = n.checked_sub(1).and_then(|n| words.get(n));
        before.is_some_and(|word| {
            matches!(
                *word,
                "and"
                    | "but"
                    | "rather"
                    | "instead"
                    | "please"
                    | "then"
                    | "sondern"
                    | "mais"
                    | "sino"
            )
        })
    };
    words.iter().enumerate().any(|(n, word)| {
        is_deed(word)
            && (follows_on(n) || sentence.starts_clause(n))
            // "Stop" and "Don't" begin a clause as well; a deed behind "not" is none to do
            && words.get(n + 1).is_none_or(|next| !matches!(*next, "no" | "nothing" | "not"))
    })
}
