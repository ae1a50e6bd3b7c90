//! The end of a text as somebody signs it by hand: a name, and the company.
//!
//! Never: takes a name in the middle of a sentence for a signature.

use super::Voice;
use crate::text::{PhraseMap, Span, fold, tokens};

/// How a text closes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum SignOff {
    /// With the name and the company, or with the name of somebody who has none.
    Whole,
    /// With the name alone; the signature may stand in its place.
    OnlyName(Span),
    /// With neither.
    None,
}

/// How much of the end may be a signature, in bytes and in lines with words.
const MOST_BYTES: usize = 600;
const MOST_LINES: usize = 5;
/// Most words behind the name: a long title, a company, a handle.
const MOST_WORDS: usize = 26;
/// Most words behind the name on its own line, when no comma or the like divides them.
const MOST_PLAIN: usize = 4;

/// How `text` closes, given who speaks.
pub(super) fn sign_off(text: &str, voice: &Voice<'_>) -> SignOff {
    let end = text.trim_end().len();
    let tail = tail(text, end);
    let (names, company) = match voice.person {
        Some(person) => (
            vec![person.name.trim(), person.first_name()],
            person.company.trim(),
        ),
        None => (vec![voice.brand], ""),
    };
    if names.iter().all(|name| name.is_empty()) {
        return unknown(tail.of(text));
    }
    let words = tokens(tail.of(text));
    let map = PhraseMap::new(names.iter().map(|name| (*name, 0)));
    let found = map.find(tail.of(text), &words).into_iter();
    let starts = found
        .map(|(span, _)| span.shifted(tail.start))
        .filter(|span| opens_a_signature(text, *span) && closes(text, *span, end));
    // the first name of the block, so that nothing of it is left over
    let Some(name) = starts.min() else {
        return SignOff::None;
    };
    let behind = Span::new(name.end, end).of(text);
    let has_company = company.is_empty() || fold(behind).contains(&fold(company));
    if has_company {
        return SignOff::Whole;
    }
    let before = Span::new(0, name.start).of(text);
    let marks = before.trim_end_matches(is_lead).len();
    SignOff::OnlyName(Span::new(marks, end))
}

/// The brand may have no name here: a last line that looks like one is taken for it.
fn unknown(tail: &str) -> SignOff {
    let mut lines = tail.lines().rev().filter(|line| !line.trim().is_empty());
    let last = lines.next().unwrap_or_default().trim();
    let is_line = last.split_whitespace().count() <= MOST_PLAIN + 2
        && !last.ends_with(['.', '!', '?', '…'])
        && last
            .trim_start_matches(is_lead)
            .starts_with(|c: char| c.is_uppercase() || c == '@');
    if is_line && lines.next().is_some() {
        SignOff::Whole
    } else {
        SignOff::None
    }
}

/// The last lines, as far as a signature may reach.
fn tail(text: &str, end: usize) -> Span {
    let whole = Span::new(0, end).of(text);
    let mut start = end;
    let mut n_lines = 0;
    for line in whole.split_inclusive('\n').rev() {
        n_lines += usize::from(!line.trim().is_empty());
        if n_lines > MOST_LINES || end - (start - line.len()) > MOST_BYTES {
            break;
        }
        start -= line.len();
    }
    if start == end {
        // one long line: its end
        start = (end.saturating_sub(MOST_BYTES)..end)
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(end);
    }
    Span::new(start, end)
}

const fn is_lead(c: char) -> bool {
    matches!(
        c,
        '–' | '—' | '-' | '―' | '~' | '^' | '|' | '·' | '*' | '/' | ' ' | '\u{a0}'
    )
}

/// Whether a name stands at the start of its line, behind a dash, or behind a short farewell.
fn opens_a_signature(text: &str, name: Span) -> bool {
    let before = Span::new(0, name.start).of(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let bare = line.trim_end();
    let is_dash = bare.ends_with(['–', '—', '―', '~', '^']) || bare == "-" || bare.ends_with(" -");
    let is_farewell = bare.ends_with(',') && bare.split_whitespace().count() <= MOST_PLAIN;
    bare.is_empty() || is_dash || is_farewell
}

/// Whether nothing but the rest of a signature follows a name.
fn closes(text: &str, name: Span, end: usize) -> bool {
    let behind = Span::new(name.end, end).of(text);
    let line = behind.lines().next().unwrap_or_default();
    let goes_on = line.trim_start();
    let is_divided = goes_on.is_empty()
        || goes_on.starts_with([',', '|', '·', '/', '(', '@', '、', '،', '-', '–', '—', '.']);
    let is_joined = [
        "at ", "from ", "of ", "for ", "von ", "bei ", "chez ", "de ", "da ",
    ]
    .iter()
    .any(|word| goes_on.starts_with(word));
    let n_words = behind.split_whitespace().count();
    let n_on_line = line.split_whitespace().count();
    // "Asha is here." goes on as a sentence, "Asha, Brightside" does not
    let is_short = is_divided || n_on_line <= MOST_PLAIN && is_joined;
    let is_sentence = behind.trim_end().ends_with(['!', '?']) || behind.contains(". ");
    is_short && !is_sentence && n_words <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guideline::Person;

    fn asha() -> Person {
        Person {
            name: "Asha Rao".into(),
            company: "Brightside Ltd.".into(),
            ..Person::default()
        }
    }

    #[track_caller]
    fn check(text: &str, expect: SignOff) {
        let asha = asha();
        let voice = Voice {
            person: Some(&asha),
            ..Voice::default()
        };
        assert_eq!(sign_off(text, &voice), expect, "{text:?}");
    }

    #[test]
    fn a_name_and_a_company_at_the_end_are_a_signature() {
        check(
            "It works.\n\nAsha Rao\nCustomer care, Brightside Ltd.\n@asha_b",
            SignOff::Whole,
        );
        check("It works. – Asha, Brightside Ltd.", SignOff::Whole);
        check("It works.\nBest, Asha from Brightside Ltd.", SignOff::Whole);
        check(
            "It works.\n— ASHA RAO (Brightside Ltd.)\n#lamps",
            SignOff::Whole,
        );
        check(
            "It works.\n\nAsha Rao\nSenior Director of Customer Happiness, Returns, Repairs and Second Chances, North and West, Brightside Ltd.",
            SignOff::Whole,
        );
    }

    #[test]
    fn a_name_alone_makes_room() {
        check("It works.\n– Asha", SignOff::OnlyName(Span::new(10, 18)));
        check(
            "It works.\n\nAsha Rao\n@asha_b",
            SignOff::OnlyName(Span::new(11, 27)),
        );
    }

    #[test]
    fn a_name_in_a_sentence_is_none() {
        check("Asha Rao of Brightside Ltd. wrote this.", SignOff::None);
        check("Thank you, Asha!", SignOff::None);
        check(
            "– Asha Rao, Brightside Ltd.\nAnd one more thing. It folds.",
            SignOff::None,
        );
        check("", SignOff::None);
    }

    #[test]
    fn a_brand_without_a_name_signs_with_any_name() {
        let brand = Voice::default();
        assert_eq!(sign_off("It works.\nBrightside", &brand), SignOff::Whole);
        assert_eq!(sign_off("It works.", &brand), SignOff::None);
    }
}
