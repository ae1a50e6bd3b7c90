//! Words that everybody reads in another way: inappropriate, confidential, offensive.
//!
//! Never: minds such a word where a list or an example says what is meant.

use super::prose::{Sentence, advice, has_any, of_head};
use super::words::phrases;
use super::{LintCheck, Noticed, Subject};
use crate::guideline::{Rule, Set};
use crate::text::tokens;

/// A word that needs a list or an example, and has none.
pub(super) const UNDEFINED_WORD: LintCheck = LintCheck {
    id: "undefined-word",
    why: "Two readers draw the line in two places, and a court may read the widest meaning into it.",
    look: |subject| {
        let mut found = of_the_head(subject);
        found.extend(subject.own().filter_map(of_a_rule));
        found
    },
};

/// Words that say nothing without a list.
const VAGUE: &[&str] = &[
    "inappropriate",
    "inappropriately",
    "confidential",
    "offensive",
    "unprofessional",
    "objectionable",
    "unsuitable",
    "improper",
    "disrespectful",
    "distasteful",
    "proprietary",
    "unangemessen",
    "unangebracht",
    "vertraulich",
    "vertrauliche",
    "vertrauliches",
    "anstößig",
    "inapproprié",
    "confidentiel",
    "confidentielle",
    "offensant",
    "inapropiado",
    "inapropiada",
    "confidencial",
    "ofensivo",
    "ofensiva",
];

/// Words with which a text says what it means.
const SUCH_AS: &str = "such as|for example|for instance|e g|eg|e.g|that is|i.e|means|namely|including|\
    zum beispiel|z b|etwa|par exemple|por ejemplo";

fn of_a_rule(rule: &Rule) -> Option<Noticed> {
    let is_vague = |phrase: &&str| vague_in(phrase).is_some();
    let is_listed = phrases(&rule.find).iter().any(|phrase| !is_vague(phrase));
    if is_listed || !rule.examples.flags.is_empty() {
        return None;
    }
    let word = advice(rule)
        .into_iter()
        .chain([rule.why.as_str()])
        .find_map(undefined_in)?;
    let note = Noticed::of_rule(
        rule,
        says(&word),
        "Say what is meant: list the words or the things in `find`, or add `flags` that show it.",
    );
    Some(note)
}

fn of_the_head(subject: Subject<'_>) -> Vec<Noticed> {
    let head = &subject.active.head;
    if lists_secrets(head) {
        return Vec::new();
    }
    let word = of_head(head).into_iter().find_map(undefined_in);
    let note = |word: String| {
        let instead = "Say what is meant in the same sentence, with `such as` and two examples.";
        Noticed::of_set(says(&word), instead)
    };
    word.map(note).into_iter().collect()
}

fn says(word: &str) -> String {
    format!("\"{word}\" stands here without a list or an example of what is meant.")
}

/// Whether the head lists what must not be named.
fn lists_secrets(head: &Set) -> bool {
    !(head.code_names.is_empty() && head.clients.is_empty() && head.embargoes.is_empty())
}

/// The first such word of a text that does not say what it means.
fn undefined_in(text: &str) -> Option<String> {
    let is_explained = |sentence: &Sentence<'_>| {
        has_any(&sentence.words(), SUCH_AS) || sentence.shown().contains([':', '('])
    };
    if Sentence::all(text).iter().any(is_explained) {
        return None;
    }
    vague_in(text)
}

fn vague_in(text: &str) -> Option<String> {
    let words = tokens(text);
    let found = words.iter().map(|token| token.folded.as_str());
    let mut found = found.filter(|word| VAGUE.contains(word));
    found.next().map(str::to_owned)
}
