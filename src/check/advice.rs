//! Whether a text speaks about passwords as such, and gives none away: "never use … as a password".
//!
//! Never: looks at a value; it reads the words before it.

use super::kept_back::speaks_of;
use crate::text::Span;

/// Words that speak against something, when one of `DOING` follows.
const AGAINST: &[&str] = &[
    "never",
    "don't",
    "don’t",
    "dont",
    "do not",
    "not",
    "nie",
    "niemals",
    "nicht",
    "jamais",
    "nunca",
    "pas",
    "no",
    "mai",
    "nooit",
    "aldrig",
    "nigdy",
    "avoid",
    "stop",
    "quit",
    "instead of",
    "anstatt",
    "statt",
    "évitez",
    "evita",
    "evite",
    "nobody",
    "nobody should",
    "who",
    "people",
    "still",
];

/// What one does with a password that is chosen.
const DOING: &[&str] = &[
    "use",
    "uses",
    "using",
    "used",
    "reuse",
    "reusing",
    "set",
    "setting",
    "choose",
    "choosing",
    "pick",
    "picking",
    "make",
    "making",
    "keep",
    "keeping",
    "have",
    "having",
    "let",
    "take",
    "nutzen",
    "nutzt",
    "nutze",
    "verwenden",
    "verwende",
    "verwendet",
    "nehmen",
    "nimm",
    "nehmt",
    "wählen",
    "wähle",
    "setzen",
    "utilisez",
    "utiliser",
    "choisissez",
    "choisir",
    "mettez",
    "mettre",
    "uses",
    "usar",
    "utilices",
    "utilizar",
    "elijas",
    "pongas",
    "usare",
    "usate",
    "gebruik",
    "använd",
    "bruk",
    "brug",
    "leave",
    "leaving",
];

/// Phrases that make an example of what follows.
const MADE_UP: &[&str] = &[
    "for example",
    "e.g",
    "such as",
    "imagine",
    "suppose",
    "say your",
    "if your",
    "if the",
    "is your",
    "was your",
    "zum beispiel",
    "z. b",
    "z.b",
    "par exemple",
    "por ejemplo",
    "per esempio",
    "joke",
    "bad idea",
    "bad example",
    "good example",
    "an example",
    "wenn dein",
    "wenn ihr",
    "si votre",
    "si tu",
    "passwords like",
    "something like",
];

/// What is said of a password that is no one's.
const OF_NO_ONE: &[&str] = &[
    "common",
    "commonest",
    "popular",
    "worst",
    "weakest",
    "weak",
    "bad",
    "terrible",
    "typical",
    "fake",
    "sample",
    "dummy",
    "example",
    "guessed",
    "obvious",
    "default",
    "strong",
    "good",
    "better",
    "best",
    "likely",
    "leaked",
    "häufigste",
    "häufigstes",
    "beliebteste",
    "beliebtestes",
    "schlechteste",
    "schwache",
    "schwaches",
    "bad",
];

/// Whether the text before the word is advice or an example.
pub(super) fn is_advice(text: &str, word: Span) -> bool {
    /// How far back is read, in bytes.
    const REACH: usize = 60;
    let start = text.floor_char_boundary(word.start.saturating_sub(REACH));
    let lead = Span::new(start, word.start).of(text);
    let lead = lead.rsplit(['\n', '!', '?']).next().unwrap_or(lead);
    let lead = lead.rsplit(". ").next().unwrap_or(lead).to_lowercase();
    let clause = lead.rsplit([',', ';', '–', '—']).next().unwrap_or(&lead);
    let last = clause.split_whitespace().next_back().unwrap_or_default();
    let last = last.trim_matches(|c: char| !c.is_alphanumeric());
    speaks_of(clause, MADE_UP)
        || lead.trim_end().ends_with("example:")
        || OF_NO_ONE.contains(&last)
        || is_spoken_against(clause.rsplit(':').next().unwrap_or(clause))
}

/// "never use", "please stop using": a word against it, and within two words what one does.
fn is_spoken_against(clause: &str) -> bool {
    AGAINST.iter().any(|against| {
        clause.match_indices(against).any(|(at, _)| {
            let before = clause.get(..at).unwrap_or_default();
            let behind = clause.get(at + against.len()..).unwrap_or_default();
            let is_word =
                !before.ends_with(char::is_alphabetic) && !behind.starts_with(char::is_alphabetic);
            let next = behind.split_whitespace().take(3);
            is_word && next.into_iter().any(|word| DOING.contains(&word))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(lead: &str) -> bool {
        let text = format!("{lead}password");
        is_advice(&text, Span::new(lead.len(), text.len()))
    }

    #[test]
    fn advice_is_told_by_what_is_done_with_the_password() {
        for lead in [
            "Never use ",
            "Please don’t set your ",
            "Stop using the ",
            "The most common ",
            "If your ",
            "For example: ",
            "Imagine your ",
            "Example: ",
        ] {
            assert!(says(lead), "{lead}");
        }
        for lead in [
            "Don't tell anyone, the ",
            "Looks like the wifi ",
            "If you'd like to join, the ",
            "Guests don't have to ask: ",
            "anna@shop.example, ",
            "Nobody remembers: ",
        ] {
            assert!(!says(lead), "{lead}");
        }
    }
}
