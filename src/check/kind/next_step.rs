//! `NextStep`: who does what next, and when.
//!
//! Never: takes "soon" for a time, or a wish to the reader for a promise.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::moment::moments;
use crate::check::person::{is_people, name_at};
use crate::check::tongue::starts_clause;
use crate::text::{EntityKind, Span, Token};

/// Finds a promise with a time: "I'll call you by 3pm", "we will write by Friday", "you'll hear from
/// us tomorrow", "my colleague Asha will ring you within the hour".
///
/// The time may be an hour, a day, a date or "within two days", and stands in the same sentence.
/// Left alone: promises without a time ("soon", "asap"), what the reader is asked to do, what will
/// not happen, and opening hours ("we will be closed on Friday"). Its words are English, with a few
/// of German and French. It has no options.
///
/// ```ron
/// find: NextStep
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct NextStep {}

impl Kind for NextStep {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Self {}))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    /// A promise may hold a handle, which other rules leave alone.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

impl Finder for NextStep {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let times = moments(looking.text(), looking.tokens);
        let mut next = times.iter().peekable();
        let mut out = Vec::new();
        for sentence in looking.sentences {
            let mut of_sentence = Vec::new();
            while let Some(time) = next.next_if(|time| time.start < sentence.end) {
                of_sentence.push(*time);
            }
            let found = step(looking, *sentence, &of_sentence);
            out.extend(found.map(|span| Match {
                span,
                ..Match::default()
            }));
        }
        out
    }
}

/// The promise of a sentence, with its time.
fn step(looking: &Looking<'_>, sentence: Span, times: &[Span]) -> Option<Span> {
    let (first, last) = (times.first()?, times.last()?);
    let is_excepted = looking
        .excepted
        .iter()
        .any(|other| sentence.contains(*other));
    if is_excepted {
        return None;
    }
    let words = looking.tokens_in(sentence);
    (0..words.len()).find_map(|at| {
        let promise = Promise { looking, words, at };
        let (who, verb) = promise.who_will()?;
        if !promise.is_kept(verb) {
            return None;
        }
        let behind = times.iter().find(|time| time.start >= who.end);
        // "by Friday we will write" names the time first
        let time = behind.or(Some(first).filter(|_| last.end <= who.start))?;
        let word = words.get(verb).map_or(who, |word| word.span);
        Some(who.join(word).join(*time))
    })
}

/// A look at the words of a sentence from one on.
struct Promise<'a> {
    looking: &'a Looking<'a>,
    words: &'a [Token],
    at: usize,
}

impl Promise<'_> {
    fn token(&self, n: usize) -> Option<&Token> {
        self.words.get(self.at + n)
    }

    fn word(&self, n: usize) -> &str {
        self.token(n).map_or("", |token| token.folded.as_str())
    }

    /// Who promises, up to the word before the verb, and the place of the verb.
    fn who_will(&self) -> Option<(Span, usize)> {
        let first = self.token(0)?;
        let n = self
            .we_will()
            .or_else(|| self.they_will())
            .or_else(|| self.you_will_hear())?;
        let last = self.token(n.checked_sub(1)?)?;
        let start = self.handle_before().unwrap_or(first.span);
        Some((start.join(last.span), self.at + n))
    }

    /// "I'll", "we will", "let me", "I am going to", "I'm writing", "wir melden".
    fn we_will(&self) -> Option<usize> {
        match (self.word(0), self.word(1)) {
            ("i'll" | "we'll", _) => Some(1),
            ("i'm" | "we're", "going") if self.word(2) == "to" => Some(3),
            ("i'm" | "we're", verb) if is_contacting(verb) => Some(1),
            ("i" | "we", "will" | "shall") | ("let", "me") => Some(2),
            ("i" | "we", "am" | "are") if self.word(2) == "going" && self.word(3) == "to" => {
                Some(4)
            }
            ("i" | "we", "am" | "are") if is_contacting(self.word(2)) => Some(2),
            ("ich" | "wir", verb) if is_contacting_in_german(verb) => Some(1),
            ("je" | "nous", "vous") if is_contacting_in_french(self.word(2)) => Some(2),
            _ => None,
        }
    }

    /// "our team will", "Asha will", "@asha will".
    fn they_will(&self) -> Option<usize> {
        if self.word(0) == "will" && self.handle_before().is_some() {
            return Some(1);
        }
        if matches!(self.word(0), "our" | "my" | "a" | "the") {
            let n = (2..5).find(|n| self.word(*n) == "will")?;
            return (1..n).any(|n| is_people(self.word(n))).then_some(n + 1);
        }
        let text = self.looking.text();
        let (_, n_words) = name_at(text, self.words, self.at)?;
        let is_sure = !starts_clause(text, self.words, self.at) || is_doing(self.word(n_words + 1));
        (self.word(n_words) == "will" && is_sure).then_some(n_words + 1)
    }

    /// "you'll hear from us", "expect a call from me".
    fn you_will_hear(&self) -> Option<usize> {
        let n = match (self.word(0), self.word(1), self.word(2)) {
            ("you'll", "hear", "from") | ("expect", _, "from") => 3,
            ("you", "will", "hear") | ("expect", "a" | "an" | "our" | "my", _)
                if self.word(3) == "from" =>
            {
                4
            }
            _ => return None,
        };
        let is_us = matches!(self.word(n), "me" | "us" | "our" | "my")
            || name_at(self.looking.text(), self.words, self.at + n).is_some();
        is_us.then_some(n)
    }

    /// The handle right before the word.
    fn handle_before(&self) -> Option<Span> {
        let start = self.token(0)?.span.start;
        let entities = self.looking.entities;
        let at = entities.partition_point(|entity| entity.span.end <= start);
        let before = entities.get(at.checked_sub(1)?)?;
        let gap = Span::new(before.span.end, start).of(self.looking.text());
        (before.kind == EntityKind::Mention && gap == " ").then_some(before.span)
    }

    /// Whether the verb says that something is done.
    fn is_kept(&self, verb: usize) -> bool {
        let word = |n: usize| {
            let token = self.words.get(verb + n);
            token.map_or("", |token| token.folded.as_str())
        };
        let at = usize::from(matches!(
            word(0),
            "also" | "personally" | "then" | "now" | "gladly"
        ));
        match word(at) {
            "" | "not" | "never" | "no" | "always" | "miss" | "remember" | "need" | "know"
            | "see" | "celebrate" => false,
            "be" => {
                matches!(
                    word(at + 1),
                    "back"
                        | "there"
                        | "with"
                        | "able"
                        | "done"
                        | "calling"
                        | "ringing"
                        | "writing"
                        | "sending"
                        | "posting"
                        | "checking"
                        | "refunding"
                        | "replacing"
                ) || word(at + 1) == "in" && word(at + 2) == "touch"
            }
            _ => true,
        }
    }
}

/// Verbs that begin something for the reader, at the start of a sentence where any word is written
/// with a capital.
fn is_doing(verb: &str) -> bool {
    matches!(
        verb,
        "call"
            | "ring"
            | "phone"
            | "write"
            | "email"
            | "send"
            | "message"
            | "get"
            | "come"
            | "reply"
            | "answer"
            | "contact"
            | "visit"
            | "bring"
            | "deliver"
            | "fix"
            | "check"
            | "look"
            | "update"
            | "post"
            | "pick"
            | "replace"
            | "refund"
            | "meet"
    )
}

fn is_contacting(verb: &str) -> bool {
    matches!(
        verb,
        "calling"
            | "ringing"
            | "phoning"
            | "writing"
            | "emailing"
            | "sending"
            | "checking"
            | "messaging"
            | "posting"
            | "coming"
            | "replacing"
            | "refunding"
            | "meeting"
    )
}

fn is_contacting_in_german(verb: &str) -> bool {
    matches!(
        verb,
        "melde"
            | "melden"
            | "rufe"
            | "rufen"
            | "schreibe"
            | "schreiben"
            | "schicke"
            | "schicken"
            | "sende"
            | "senden"
            | "antworte"
            | "antworten"
            | "prüfe"
            | "prüfen"
            | "kümmere"
            | "kümmern"
    )
}

fn is_contacting_in_french(verb: &str) -> bool {
    matches!(
        verb,
        "appelle"
            | "rappelle"
            | "écris"
            | "réponds"
            | "envoie"
            | "recontacte"
            | "appelons"
            | "rappelons"
            | "écrivons"
            | "répondons"
            | "envoyons"
            | "recontactons"
    )
}
