//! `Shouting(words: 5, marks: 3)`: words in capitals, exclamation marks in a row.
//!
//! Never: takes acronyms among other words, hashtags or the organisation's own names for shouting.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::looking::is_inside;
use crate::check::{Applicability, Edit, Fix};
use crate::text::{Entity, EntityKind, Span, Token};

/// Finds `words` words in capitals, in a row or in all, and `marks` exclamation marks in a row.
///
/// A word of at most four letters counts only beside another word in capitals, with nothing but a
/// space between them, so that "NASA and the EU met the UN" is quiet. A 0 looks for none.
///
/// ```ron
/// find: Shouting(words: 5, marks: 3)
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Shouting {
    /// How many words in capitals.
    pub words: usize,
    /// How many exclamation marks in a row.
    pub marks: usize,
}

impl Default for Shouting {
    fn default() -> Self {
        Self { words: 5, marks: 3 }
    }
}

/// The longest word in capitals that may be an acronym, in letters.
const ACRONYM: usize = 4;

impl Kind for Shouting {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        if self.words == 0 && self.marks == 0 {
            return Err("Shouting needs a number of words or of marks".to_owned());
        }
        Ok(Box::new(self.clone()))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }
}

impl Finder for Shouting {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut out = Vec::new();
        if self.words > 0 {
            out.extend(self.loud_words(looking));
        }
        if self.marks > 0 {
            out.extend(self.loud_marks(looking));
        }
        out.sort_by_key(|one| (one.span.start, one.span.end));
        out
    }
}

impl Shouting {
    fn loud_words(&self, looking: &Looking<'_>) -> Vec<Match> {
        let runs = runs(looking);
        let n_loud: usize = runs.iter().map(|run| run.n_words).sum();
        if n_loud < self.words {
            return Vec::new();
        }
        runs.into_iter()
            .map(|run| Match {
                span: run.span,
                fixes: vec![in_small_letters(looking, run.span)],
                ..Match::default()
            })
            .collect()
    }

    fn loud_marks(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let mut out = Vec::new();
        if !text.contains('!') && (text.is_ascii() || !text.contains(MARKS)) {
            return out;
        }
        let mut run: Option<(Span, usize)> = None;
        for (at, c) in text
            .char_indices()
            .chain(std::iter::once((text.len(), ' ')))
        {
            let n_marks = n_marks(c);
            if n_marks > 0 || (c == '\u{fe0f}' && run.is_some()) {
                let (span, n) = run.unwrap_or((Span::at(at), 0));
                run = Some((Span::new(span.start, at + c.len_utf8()), n + n_marks));
            } else if let Some((span, n)) = run.take()
                && n >= self.marks
            {
                let is_wide = span.of(text).starts_with('！');
                let mark = if is_wide { "！" } else { "!" };
                out.push(Match {
                    span,
                    fixes: vec![Fix::replace(text, span, mark)],
                    ..Match::default()
                });
            }
        }
        out
    }
}

/// Exclamation marks apart from that of ASCII.
const MARKS: [char; 4] = ['！', '❗', '❕', '‼'];

/// How many exclamation marks a reader sees in one character; an emoji mark may be followed by the
/// sign that asks for its colours.
const fn n_marks(c: char) -> usize {
    match c {
        '!' | '！' | '❗' | '❕' => 1,
        '‼' => 2,
        _ => 0,
    }
}

/// Neighbouring words in capitals.
struct Run {
    span: Span,
    n_words: usize,
}

/// The runs that are loud: two words and more with only spaces between them, or one long word.
fn runs(looking: &Looking<'_>) -> Vec<Run> {
    let text = looking.text();
    let is_hashtag = |entity: &&Entity| entity.kind == EntityKind::Hashtag;
    let hashtags = looking.entities.iter().filter(is_hashtag);
    let hashtags: Vec<Span> = hashtags.map(|entity| entity.span).collect();
    let is_apart = |span: Span| is_inside(span, &hashtags) || is_inside(span, looking.own_names);
    let mut out: Vec<Run> = Vec::new();
    let mut run: Vec<&Token> = Vec::new();
    for token in looking.tokens {
        let is_loud = is_in_capitals(token.span.of(text)) && !is_apart(token.span);
        let is_next = is_loud
            && run.last().is_some_and(|last| {
                let gap = Span::new(last.span.end, token.span.start).of(text);
                gap.chars().all(|c| c.is_whitespace() || c == '-') && !gap.contains('\n')
            });
        if !is_next {
            out.extend(loud_run(text, &run));
            run.clear();
        }
        if is_loud {
            run.push(token);
        }
    }
    out.extend(loud_run(text, &run));
    out
}

fn loud_run(text: &str, run: &[&Token]) -> Option<Run> {
    let span = run.first()?.span.join(run.last()?.span);
    let letters = |token: &&Token| n_letters(token.span.of(text));
    let longest = run.iter().map(letters).max()?;
    let is_loud = longest > ACRONYM || (run.len() > 1 && longest > 1);
    is_loud.then_some(Run {
        span,
        n_words: run.len(),
    })
}

fn n_letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// Whether there is a capital in it and no small letter; "A" and "I" are, too.
fn is_in_capitals(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

/// The words in small letters; a sentence keeps its capital, and so does "I".
fn in_small_letters(looking: &Looking<'_>, span: Span) -> Fix {
    let text = looking.text();
    let edits = looking.tokens_in(span).iter().map(|token| {
        let starts_sentence = looking.sentences.iter().any(|sentence| {
            let before = Span::new(sentence.start, token.span.start);
            sentence.contains(token.span) && !before.of(text).contains(char::is_alphanumeric)
        });
        (token.span, quiet(token.span.of(text), starts_sentence))
    });
    let mut insert = String::new();
    let mut from = span.start;
    for (word, small) in edits {
        insert.push_str(Span::new(from, word.start).of(text));
        insert.push_str(&small);
        from = word.end;
    }
    insert.push_str(Span::new(from, span.end).of(text));
    Fix {
        label: insert.clone(),
        edits: vec![Edit { span, insert }],
        applicability: Applicability::Ask,
    }
}

fn quiet(word: &str, starts_sentence: bool) -> String {
    let small = word.to_lowercase();
    let is_i = small == "i" || small.starts_with("i'") || small.starts_with("i’");
    let mut chars = small.chars();
    match chars.next() {
        Some(first) if starts_sentence || is_i => first.to_uppercase().chain(chars).collect(),
        _ => small,
    }
}
