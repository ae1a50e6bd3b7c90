//! `OpenQuestion`: a question that somebody could answer.
//!
//! Never: credits a question that answers itself, or one that somebody else asked.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::text::{PhraseMap, Span, Token, fold};

/// Finds real questions to the reader: with a question word, or to "you" or "anyone".
///
/// Left alone: rhetorical turns ("who doesn't love", "right?", "isn't it?"), questions that begin
/// with a no ("don't you think"), questions answered by the next sentence ("Why? Because", "Why did
/// we move? We needed room"), and sales openers ("are you tired of"). Its words are English.
///
/// ```ron
/// find: OpenQuestion
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct OpenQuestion {}

impl Kind for OpenQuestion {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let lines = RHETORICAL.lines().map(str::trim);
        let phrases = lines.filter(|line| !line.is_empty());
        Ok(Box::new(Ready {
            rhetorical: PhraseMap::new(phrases.map(|phrase| (phrase, 0))),
            asking: PhraseMap::new(ASKING.iter().map(|phrase| (*phrase, 0))),
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    /// A question may name a person or quote a word, which other rules leave alone.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    rhetorical: PhraseMap,
    asking: PhraseMap,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let next = looking.sentences.iter().skip(1).map(Some);
        let pairs = looking
            .sentences
            .iter()
            .zip(next.chain(std::iter::once(None)));
        pairs
            .filter(|(sentence, next)| self.is_open(looking, **sentence, next.copied()))
            .map(|(sentence, _)| Match {
                span: *sentence,
                ..Match::default()
            })
            .collect()
    }
}

impl Ready {
    fn is_open(&self, looking: &Looking<'_>, sentence: Span, next: Option<Span>) -> bool {
        let text = looking.text();
        let Some(mark) = question_mark(text, sentence) else {
            return false;
        };
        let words = looking.tokens_in(sentence);
        let is_asked = words.iter().any(|token| is_asking(&token.folded))
            || !self.asking.find(text, words).is_empty();
        let is_excepted = looking
            .excepted
            .iter()
            .any(|other| sentence.contains(*other));
        looking.may_see(mark)
            && is_asked
            && !is_excepted
            && !is_bare(words)
            && !begins_with_no(words)
            && !ends_in_tag(text, words)
            && self.rhetorical.find(text, words).is_empty()
            && !next.is_some_and(|next| {
                let next = looking.tokens_in(next);
                answers_itself(next) || asks_itself(words) && says_we(next)
            })
    }
}

/// The question mark that ends the sentence; quotation marks, brackets and other marks may follow.
fn question_mark(text: &str, sentence: Span) -> Option<Span> {
    let words = sentence.of(text);
    let end = words.trim_end_matches(|c: char| {
        !c.is_alphanumeric() && !matches!(c, '?' | '？' | '؟' | '.' | '。')
    });
    let last = end.chars().next_back()?;
    let is_question = matches!(last, '?' | '？' | '؟');
    let at = sentence.start + end.len();
    is_question.then(|| Span::new(at - last.len_utf8(), at))
}

/// Words that turn to the reader, or ask for more than yes or no.
fn is_asking(word: &str) -> bool {
    let bare = word.split('\'').next().unwrap_or_default();
    matches!(
        bare,
        "what" | "which" | "who" | "whom" | "whose" | "where" | "when" | "why" | "how"
    ) || matches!(
        bare,
        "you" | "your" | "yours" | "yourself" | "yourselves" | "anyone" | "anybody"
    )
}

/// "Why?" and "Which one?" lean on the sentence before them.
fn is_bare(words: &[Token]) -> bool {
    match words {
        [] => true,
        [one] => !matches!(one.folded.as_str(), "thoughts" | "ideas" | "suggestions"),
        [first, second] => {
            first.folded != "any" && !matches!(second.folded.as_str(), "you" | "about")
        }
        _ => false,
    }
}

/// "Don't you think …" wants a yes; leading words such as "so" are passed over.
fn begins_with_no(words: &[Token]) -> bool {
    let lead = ["so", "and", "but", "well", "hey", "oh", "seriously"];
    words
        .iter()
        .find(|token| !lead.contains(&token.folded.as_str()))
        .is_some_and(|first| fold(&first.folded).ends_with("n't"))
}

/// "…, right?", "…, isn't it?"
fn ends_in_tag(text: &str, words: &[Token]) -> bool {
    let tail: Vec<&str> = words
        .iter()
        .rev()
        .take(4)
        .map(|token| token.folded.as_str())
        .collect();
    let follows_comma = |n: usize| {
        let before = words.len().checked_sub(n + 1).and_then(|at| words.get(at));
        let first = words.len().checked_sub(n).and_then(|at| words.get(at));
        let gap = before
            .zip(first)
            .map(|(before, first)| Span::new(before.span.end, first.span.start).of(text));
        gap.is_some_and(|gap| gap.contains([',', '–', '—', '…', ';', '-']))
    };
    let is_person = |word: &str| {
        matches!(
            word,
            "it" | "they" | "we" | "you" | "he" | "she" | "i" | "that" | "there" | "this"
        )
    };
    match tail.as_slice() {
        [last, ..] if is_tag(last) => follows_comma(1),
        [person, no, ..] if is_person(person) && no.ends_with("n't") => true,
        [person, verb, ..] if is_person(person) && is_helper(verb) => follows_comma(2),
        ["think", "you", no, ..] if no.ends_with("n't") => true,
        _ => false,
    }
}

fn is_tag(word: &str) -> bool {
    matches!(
        word,
        "right"
            | "ok"
            | "okay"
            | "huh"
            | "eh"
            | "innit"
            | "yes"
            | "yeah"
            | "no"
            | "correct"
            | "hey"
    )
}

fn is_helper(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "do" | "does" | "did" | "was" | "were" | "has" | "have" | "can" | "will"
    )
}

/// "What changed? Everything."
fn answers_itself(next: &[Token]) -> bool {
    let first = next.first().map(|token| token.folded.as_str());
    matches!(
        first,
        Some(
            "because"
                | "everything"
                | "nothing"
                | "simple"
                | "easy"
                | "yes"
                | "yep"
                | "nope"
                | "no"
                | "absolutely"
                | "exactly"
                | "definitely"
                | "well"
        )
    )
}

/// "Why did we move the bins?" about what the writer did, with no word to the reader.
fn asks_itself(words: &[Token]) -> bool {
    let is_ours = |pair: (&Token, &Token)| {
        matches!(
            pair.0.folded.as_str(),
            "did" | "have" | "had" | "do" | "are" | "were" | "was" | "am"
        ) && matches!(pair.1.folded.as_str(), "we" | "i")
    };
    let is_to_reader =
        |token: &Token| token.folded.starts_with("you") || token.folded.starts_with("any");
    words.iter().zip(words.iter().skip(1)).any(is_ours) && !words.iter().any(is_to_reader)
}

/// "We wanted …", "To make …": the answer in the next breath.
fn says_we(next: &[Token]) -> bool {
    let first = next.first().map_or("", |token| token.folded.as_str());
    let bare = first.split('\'').next().unwrap_or_default();
    matches!(
        bare,
        "we" | "i" | "our" | "by" | "to" | "it" | "so" | "three" | "two" | "here"
    )
}

/// Phrases that ask without a question word.
const ASKING: [&str; 8] = [
    "any thoughts",
    "any ideas",
    "any suggestions",
    "any tips",
    "any advice",
    "any recommendations",
    "thoughts",
    "suggestions",
];

/// Turns that look like a question and want no answer.
const RHETORICAL: &str = "
    who doesn't
    who does not
    who wouldn't
    who would not
    who isn't
    who hasn't
    who can't
    who couldn't
    who could resist
    who can resist
    who among us
    who has time
    who wants to be
    who would have thought
    who would've thought
    where would we be
    where else
    what's better than
    what is better than
    what makes us
    what's your excuse
    what are the odds
    what on earth
    how many times do we
    how often do we
    when will they ever
    when will people
    since when
    need we say
    need I say
    is it just me
    am I the only one
    isn't that what
    do you really want to miss
    why settle
    why choose us
    why pay more
    why risk
    who knew
    who cares
    who says
    who said
    who needs
    who else
    who's excited
    who is excited
    who's ready
    who is ready
    says who
    what's not to
    what is not to
    what could be better
    what could possibly
    what could go wrong
    what better way
    what more could
    what more can
    what are you waiting for
    what's stopping you
    what if
    what a
    what's the big deal
    so what
    now what
    or what
    you know what
    know what
    guess what
    guess who
    guess where
    guess when
    why wait
    why not
    why bother
    why would anyone
    why would you not
    how about that
    how cool
    how great
    how good is
    how lovely
    how nice
    how amazing
    how awesome
    how exciting
    how hard can
    how could you resist
    how could we resist
    how can you resist
    how can anyone
    how dare
    did you know
    have you heard
    would you believe
    can you believe
    can you imagine
    can you guess
    could you imagine
    ever wondered
    are you ready
    are you tired
    are you sick of
    are you looking for
    are you struggling
    do you want to save
    see what we did
    are you kidding
    am i right
";
