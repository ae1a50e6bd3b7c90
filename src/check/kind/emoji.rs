//! `Emoji(max: 2, repeated: false, bullets: false, mid_sentence: false)`: how many emoji, and where.
//!
//! Never: takes a mark such as © or ™ for an emoji, unless it asks for its picture.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::{Applicability, Edit, Fix};
use crate::platform::n_emoji_bytes;
use crate::text::{Span, Token};

/// Finds emoji beyond `max`, and those that stand where the options say `false`.
///
/// - `max`: so many are fine, the next ones are found.
/// - `repeated: false`: the same emoji again, with nothing but spaces between.
/// - `bullets: false`: an emoji at the start of a line, when two lines or more start so; the fix
///   writes a hyphen, or the number of a keycap.
/// - `mid_sentence: false`: an emoji between words of one sentence; the fix moves it to the end. An
///   emoji before a capital ends a sentence, unless the word before it cannot ("I ❤️ Leeds").
///
/// What is not written is fine; without any option each emoji is found. What counts as an emoji is
/// what Unicode lists as one, so that a family or a flag is one.
///
/// ```ron
/// find: Emoji(max: 2, repeated: false)
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Emoji {
    /// How many are fine; `None` for any number.
    pub max: Option<usize>,
    /// Whether the same one may stand several times in a row.
    pub repeated: bool,
    /// Whether lines may start with one.
    pub bullets: bool,
    /// Whether one may stand inside a sentence.
    pub mid_sentence: bool,
}

impl Default for Emoji {
    fn default() -> Self {
        Self {
            max: None,
            repeated: true,
            bullets: true,
            mid_sentence: true,
        }
    }
}

impl Kind for Emoji {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let mut ready = self.clone();
        if *self == Self::default() {
            ready.max = Some(0);
        }
        Ok(Box::new(ready))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

/// What there is to say about one emoji.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Note {
    Bullet,
    Inside,
    Again,
    More,
}

impl Finder for Emoji {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        if text.is_ascii() {
            return Vec::new();
        }
        let stretches = looking.prose.iter().flat_map(|open| emoji_in(text, *open));
        let all: Vec<Span> = stretches.filter(|one| looking.may_see(*one)).collect();
        if all.is_empty() {
            return Vec::new();
        }
        let mut notes: Vec<Option<Note>> = vec![None; all.len()];
        if !self.bullets {
            note(&mut notes, Note::Bullet, bullets(text, &all));
        }
        if !self.mid_sentence {
            note(&mut notes, Note::Inside, inside(looking, &all));
        }
        if !self.repeated {
            note(&mut notes, Note::Again, again(text, &all));
        }
        if let Some(max) = self.max {
            note(&mut notes, Note::More, (max..all.len()).collect());
        }
        matches(looking, &all, &notes)
    }
}

/// Notes something about those that have no note.
fn note(notes: &mut [Option<Note>], note: Note, which: Vec<usize>) {
    for at in which {
        if let Some(slot) = notes.get_mut(at) {
            slot.get_or_insert(note);
        }
    }
}

/// One match for each emoji with a note, or for several side by side with the same one.
fn matches(looking: &Looking<'_>, all: &[Span], notes: &[Option<Note>]) -> Vec<Match> {
    let mut runs: Vec<(Span, Note)> = Vec::new();
    for (span, note) in all.iter().zip(notes) {
        let Some(note) = *note else { continue };
        match runs.last_mut() {
            Some((run, same)) if *same == note && note != Note::Bullet && run.end == span.start => {
                *run = run.join(*span);
            }
            _ => runs.push((*span, note)),
        }
    }
    runs.into_iter()
        .map(|(span, note)| Match {
            span,
            fixes: fixes(looking, span, note),
            ..Match::default()
        })
        .collect()
}

fn fixes(looking: &Looking<'_>, span: Span, note: Note) -> Vec<Fix> {
    let text = looking.text();
    let removed = Fix::replace(text, span, "");
    match note {
        Note::Bullet => vec![as_hyphen(text, span), removed],
        Note::Inside => moved(looking, span).into_iter().chain([removed]).collect(),
        Note::Again | Note::More => vec![removed],
    }
}

/// A hyphen and a space in its place; a keycap leaves its number.
fn as_hyphen(text: &str, span: Span) -> Fix {
    let after = text.get(span.end..).unwrap_or_default();
    let n_spaces = after.len() - after.trim_start_matches([' ', '\u{a0}']).len();
    let digit = span.of(text).chars().next().filter(char::is_ascii_digit);
    let mark = digit.map_or_else(|| "-".to_owned(), |digit| format!("{digit}."));
    Fix {
        label: format!("Write “{mark}”"),
        edits: vec![Edit {
            span: Span::new(span.start, span.end + n_spaces),
            insert: format!("{mark} "),
        }],
        applicability: Applicability::Ask,
    }
}

/// The emoji behind its sentence.
fn moved(looking: &Looking<'_>, span: Span) -> Option<Fix> {
    let text = looking.text();
    let end = looking.sentence_of(span)?.end;
    let mut edits = Fix::replace(text, span, "").edits;
    edits.push(Edit {
        span: Span::at(end),
        insert: format!(" {}", span.of(text)),
    });
    Some(Fix {
        label: "Move to the end".to_owned(),
        edits,
        applicability: Applicability::Ask,
    })
}

/// The emoji that lines start with, when these are two or more.
fn bullets(text: &str, all: &[Span]) -> Vec<usize> {
    let starts_line = |one: &Span| {
        let before = text.get(..one.start).unwrap_or_default();
        let before = before.trim_end_matches([' ', '\t', '\u{a0}']);
        let after = text.get(one.end..).unwrap_or_default();
        (before.is_empty() || before.ends_with('\n'))
            && after
                .chars()
                .take_while(|c| *c != '\n')
                .any(char::is_alphanumeric)
    };
    let found: Vec<usize> = (0..all.len())
        .filter(|at| all.get(*at).is_some_and(starts_line))
        .collect();
    if found.len() < 2 { Vec::new() } else { found }
}

/// Those that are the same as the one before them, with spaces between at the most.
fn again(text: &str, all: &[Span]) -> Vec<usize> {
    let pairs = all.windows(2).enumerate();
    pairs
        .filter_map(|(at, pair)| {
            let [before, after] = pair else { return None };
            let gap = Span::new(before.end, after.start).of(text);
            let is_same = before.of(text) == after.of(text);
            (is_same && gap.chars().all(|c| c.is_whitespace() && c != '\n')).then_some(at + 1)
        })
        .collect()
}

/// Those with a word before and behind them in their sentence.
fn inside(looking: &Looking<'_>, all: &[Span]) -> Vec<usize> {
    let text = looking.text();
    let words: Vec<&Token> = looking
        .tokens
        .iter()
        .filter(|token| {
            token.folded.contains(char::is_alphabetic) && !looking.in_hashtag(token.span)
        })
        .collect();
    let is_inside = |one: &Span| {
        let next = words.partition_point(|token| token.span.start < one.end);
        let after = words.get(next)?;
        let before = words.get(next.checked_sub(1)?)?;
        let sentence = looking.sentence_of(*one)?;
        let is_one = sentence.contains(before.span) && sentence.contains(after.span);
        let is_anew = after.span.of(text).starts_with(char::is_uppercase)
            && !UNFINISHED.contains(&before.folded.as_str());
        (is_one && !is_anew).then_some(())
    };
    (0..all.len())
        .filter(|at| all.get(*at).and_then(is_inside).is_some())
        .collect()
}

/// The emoji of a stretch, in order.
pub(super) fn emoji_in(text: &str, stretch: Span) -> Vec<Span> {
    let words = stretch.of(text);
    let mut out = Vec::new();
    if words.is_ascii() {
        return out;
    }
    let (mut at, mut end) = (0, 0);
    while let Some(n_ascii) = n_ascii(words, at) {
        at += n_ascii;
        let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        let last = words
            .get(end..at)
            .and_then(|before| before.chars().next_back());
        let is_keycap =
            KEYCAP.contains(&c) && last.is_some_and(|last| last.is_ascii() && may_start(last));
        let start = at - usize::from(is_keycap);
        at += c.len_utf8();
        if (is_keycap || may_start(c))
            && let Some(n_bytes) = words.get(start..).and_then(n_emoji_bytes)
        {
            end = start + n_bytes;
            at = at.max(end);
            out.push(Span::new(start, end).shifted(stretch.start));
        }
    }
    out
}

/// How many ASCII characters stand from `at` on before another one; none when no other comes.
fn n_ascii(words: &str, at: usize) -> Option<usize> {
    let rest = words.as_bytes().get(at..)?;
    rest.iter().position(|byte| !byte.is_ascii())
}

/// What makes a keycap of a digit.
const KEYCAP: [char; 2] = ['\u{fe0f}', '\u{20e3}'];

/// Whether an emoji can begin with it; letters of most scripts are told apart here.
const fn may_start(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*' | '©' | '®' | '\u{203c}'..='\u{32ff}' | '\u{1f000}'..)
}

/// Words that no sentence ends with, so that a capital behind the emoji is a name.
const UNFINISHED: [&str; 32] = [
    "i", "we", "you", "they", "he", "she", "who", "the", "a", "an", "and", "or", "but", "to", "of",
    "for", "from", "in", "on", "at", "with", "by", "our", "my", "your", "their", "his", "her",
    "is", "are", "was", "were",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The emoji as every character in turn would be asked for one.
    fn one_by_one(words: &str) -> Vec<Span> {
        let mut out = Vec::new();
        let mut end = 0;
        for (at, c) in words.char_indices() {
            let rest = words.get(at..).unwrap();
            let is_keycap = rest.get(1..).is_some_and(|rest| rest.starts_with(KEYCAP));
            if at >= end && may_start(c) && (!c.is_ascii() || is_keycap) {
                let n_bytes = n_emoji_bytes(rest);
                end = n_bytes.map_or(end, |n_bytes| at + n_bytes);
                out.extend(n_bytes.map(|_| Span::new(at, end)));
            }
        }
        out
    }

    proptest::proptest! {
        #[test]
        fn no_emoji_is_passed_over(
            text in "([0-9#*a ]|\u{fe0f}|\u{20e3}|\u{200d}|👩|🏽|👧|❤|©|🇬|🇧|é|日|〰|\\PC){0,20}"
        ) {
            proptest::prop_assert_eq!(emoji_in(&text, Span::all(&text)), one_by_one(&text));
        }
    }
}
