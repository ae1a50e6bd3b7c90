//! The half-sentence with which somebody says where they work, and where it goes.
//!
//! Never: decides whether it is needed; `affiliation` knows what the text says already.

use std::collections::BTreeMap;

use super::kind::Looking;
use super::{Applicability, Edit, Fix};
use crate::text::{EntityKind, Lang, Span, Token, language};

/// What a fix says, by region (`US`) or by the language of the text (`de`).
pub(super) type Wording = BTreeMap<String, String>;

/// A language in which the fix can speak: its code, the words where the rule has none, and small
/// words of it, which must stand in the text before the guess of a language is believed.
struct Tongue {
    lang: Lang,
    code: &'static str,
    says: &'static str,
    small: &'static str,
}

const TONGUES: [Tongue; 6] = [
    Tongue {
        lang: Lang::Deu,
        code: "de",
        says: "Ich arbeite bei {company}.",
        small: "der die das und ist ich wir ein eine nicht mit von für auf es sie hat haben den dem im zu mein meine",
    },
    Tongue {
        lang: Lang::Fra,
        code: "fr",
        says: "Je travaille chez {company}.",
        small: "le la les et est je nous un une des du de pas pour avec sur c'est ce cette il elle mon ma en que qui",
    },
    Tongue {
        lang: Lang::Spa,
        code: "es",
        says: "Trabajo en {company}.",
        small: "el la los las y es yo un una de del no para con por que mi se en lo su este esta",
    },
    Tongue {
        lang: Lang::Ita,
        code: "it",
        says: "Lavoro per {company}.",
        small: "il lo la gli le e è io un una di del della non per con che mi si in mia mio questo questa",
    },
    Tongue {
        lang: Lang::Nld,
        code: "nl",
        says: "Ik werk bij {company}.",
        small: "de het een en is ik wij we niet met van voor op dat dit mijn zijn er te ook",
    },
    Tongue {
        lang: Lang::Por,
        code: "pt",
        says: "Trabalho para {company}.",
        small: "o os as e é eu um uma de do da não para com por que meu minha em se este esta no na",
    },
];

/// The language that the text is in, when two small words of it bear the guess out.
fn tongue(looking: &Looking<'_>) -> Option<&'static Tongue> {
    const WITNESSES: usize = 2;
    let spoken = language(looking.text())?;
    let tongue = TONGUES.iter().find(|tongue| tongue.lang == spoken)?;
    let is_small = |token: &&Token| tongue.small.split(' ').any(|word| word == token.folded);
    let mut seen: Vec<&str> = looking
        .tokens
        .iter()
        .take(200)
        .filter(is_small)
        .map(|token| token.folded.as_str())
        .collect();
    seen.sort_unstable();
    seen.dedup();
    (seen.len() >= WITNESSES).then_some(tongue)
}

/// A fix that says it at the start, behind the handles that an answer begins with.
pub(super) fn fix(looking: &Looking<'_>, wording: &Wording) -> Option<Fix> {
    let company = looking.post.voice.company();
    if company.is_empty() {
        return None;
    }
    let text = looking.text();
    let words = words(wording, looking).replace("{company}", company);
    let at = start(looking);
    let gap = if at == text.len() { "" } else { " " };
    Some(Fix {
        label: format!("Begin with “{words}”"),
        edits: vec![Edit {
            span: Span::at(at),
            insert: format!("{words}{gap}"),
        }],
        applicability: Applicability::Ask,
    })
}

fn words(wording: &Wording, looking: &Looking<'_>) -> String {
    if let Some(tongue) = tongue(looking) {
        let own = wording.get(tongue.code).cloned();
        return own.unwrap_or_else(|| tongue.says.to_owned());
    }
    let region = looking.head.region.trim().to_uppercase();
    let region = region.split('-').next().unwrap_or_default();
    let region = if region == "GB" { "UK" } else { region };
    let known = wording.get(region).or_else(|| wording.get(""));
    known.map_or_else(|| "I work at {company}.".to_owned(), String::clone)
}

/// Where the first words stand that are not addressed to somebody.
fn start(looking: &Looking<'_>) -> usize {
    let text = looking.text();
    let skipped = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        text.len() - rest.trim_start().len()
    };
    let mut at = skipped(0);
    for entity in looking.entities {
        let next = skipped(entity.span.end);
        let stands_alone = next > entity.span.end;
        if entity.kind != EntityKind::Mention || entity.span.start != at || !stands_alone {
            break;
        }
        at = next;
    }
    at
}

/// Whether the words of a rule can be used; the reason says what to change.
pub(super) fn readable(wording: &Wording) -> Result<(), String> {
    let is_whole = |words: &String| {
        let rest = words.replace("{company}", "");
        !rest.contains(['{', '}']) && !words.trim().is_empty()
    };
    let odd = wording.iter().find(|(_, words)| !is_whole(words));
    odd.map_or(Ok(()), |(_, words)| {
        Err(format!(
            "{words:?} cannot be filled in; it may name {{company}}, as in `\"I work at {{company}}.\"`"
        ))
    })
}
