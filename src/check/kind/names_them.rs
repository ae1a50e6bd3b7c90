//! `NamesThem`: a reply uses the other person's name or handle.
//!
//! Never: guesses a name that they did not give.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::check::person::bare_handle;
use crate::check::tongue::{is_capital, phrases, starts_clause};
use crate::guideline::Own;
use crate::text::{EntityKind, Phrase, PhraseMap, Span, Token, fold, tokens};

/// Finds the other person's name or handle in a reply, as they gave it: signed at the end ("– Sam",
/// "Thanks, Sam"), above their words ("Sam Carter @samc"), or said ("I'm Sam", "my name is Sam").
///
/// The first name is enough. A name that is a word, too ("Will", "Grace"), counts with its capital
/// and not where any word has one. The organisation's own handles and names are passed over. Where
/// they gave no name, there is nothing to find, and `Missing(of: NamesThem)` stays silent. It has no
/// options.
///
/// ```ron
/// find: NamesThem
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct NamesThem {}

impl Kind for NamesThem {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready {
            says_name: PhraseMap::new(phrases(SAYS_NAME).map(|phrase| (phrase, 0))),
        }))
    }

    /// Handles are left alone by other rules.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    says_name: PhraseMap,
}

/// How somebody can be called, folded.
#[derive(Debug, Default, PartialEq)]
struct Known {
    names: Vec<String>,
    handles: Vec<String>,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let known = self.known(looking);
        if known == Known::default() {
            return Vec::new();
        }
        let text = looking.text();
        let handles = looking
            .entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::Mention)
            .map(|entity| entity.span)
            .filter(|span| known.handles.contains(&bare_handle(span.of(text))));
        let names = looking
            .tokens
            .iter()
            .enumerate()
            .filter(|(at, token)| is_called(text, looking.tokens, *at, token, &known))
            .map(|(_, token)| token.span)
            .filter(|span| looking.may_see(*span));
        let mut spans: Vec<Span> = handles.chain(names).collect();
        spans.sort_unstable();
        spans
            .into_iter()
            .map(|span| Match {
                span,
                ..Match::default()
            })
            .collect()
    }

    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        self.known(looking) != Known::default()
    }
}

/// Whether the word is one of their names.
fn is_called(text: &str, words: &[Token], at: usize, token: &Token, known: &Known) -> bool {
    let bare = token.folded.strip_suffix("'s").unwrap_or(&token.folded);
    if known.handles.iter().any(|handle| handle == bare) && bare.len() > 3 {
        return true;
    }
    let is_cased = token
        .span
        .of(text)
        .chars()
        .any(|c| c.is_lowercase() || c.is_uppercase());
    let is_written = is_capital(text, token) || !is_cased;
    let next = words.get(at + 1);
    let is_called = next.is_none_or(|next| {
        let gap = Span::new(token.span.end, next.span.start).of(text);
        gap.contains([',', '!', '.', ':', '\n', '–', '—'])
    });
    let is_sure = !is_word_too(bare) || is_called || !starts_clause(text, words, at);
    known.names.iter().any(|name| name == bare) && is_written && is_sure
}

/// First names that are ordinary words.
fn is_word_too(name: &str) -> bool {
    matches!(
        name,
        "will"
            | "may"
            | "mark"
            | "grace"
            | "hope"
            | "faith"
            | "joy"
            | "rose"
            | "bill"
            | "rich"
            | "sue"
            | "pat"
            | "art"
            | "dawn"
            | "april"
            | "june"
            | "august"
            | "frank"
            | "drew"
            | "chase"
            | "grant"
            | "rob"
            | "jack"
            | "summer"
            | "sky"
            | "page"
            | "sandy"
            | "penny"
            | "young"
            | "long"
            | "an"
            | "so"
            | "see"
            | "do"
            | "my"
            | "les"
            | "ray"
            | "miles"
    )
}

impl Ready {
    /// What they are called, by their own words.
    fn known(&self, looking: &Looking<'_>) -> Known {
        let mut known = Known::default();
        let Some(said) = looking.post.replying_to else {
            return known;
        };
        let own = &looking.head.own;
        let own_handles: Vec<String> = own.handles.iter().map(|one| bare_handle(one)).collect();
        for word in said.split_whitespace().take(MOST_WORDS) {
            let handle = handle(word).filter(|handle| !own_handles.contains(handle));
            known.handles.extend(handle);
        }
        let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
        let first = lines.next().unwrap_or_default();
        let last = lines.next_back();
        let names = [header(first), last.and_then(signed), closing(said)];
        let introduced = self.introduced(said);
        for name in names.into_iter().flatten().chain(introduced) {
            known.add(name, own);
        }
        known
    }

    /// "my name is Sam".
    fn introduced<'s>(&self, said: &'s str) -> Option<&'s str> {
        let words = tokens(said);
        let (span, _) = *self.says_name.find(said, &words).first()?;
        let next = words.get(words.partition_point(|token| token.span.start < span.end))?;
        let is_close = Span::new(span.end, next.span.start).of(said) == " ";
        (is_close && is_capital(said, next)).then(|| next.span.of(said))
    }
}

/// Their words after that many are not looked through for handles.
const MOST_WORDS: usize = 2_000;

impl Known {
    /// Takes the first name of a name that is none of our own.
    fn add(&mut self, name: &str, own: &Own) {
        let first = name.split_whitespace().next().unwrap_or_default();
        let first = fold(first.trim_matches(is_mark));
        let is_own = own
            .names
            .iter()
            .chain(&own.products)
            .any(|one| fold(one) == fold(name) || fold(one) == first);
        let is_name = Phrase::new(&first).is_some() && !is_farewell(&first);
        if is_name && !is_own && !self.names.contains(&first) {
            self.names.push(first);
        }
    }
}

/// Marks that stand around a name; a combining accent is none.
fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '’' | '‘' | '“' | '”' | '„' | '«' | '»' | '–' | '—' | '…')
}

/// A handle, without its `@` and the marks around it.
fn handle(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| c != '@' && c != '_' && is_mark(c));
    let bare = word.strip_prefix('@')?;
    let bare = bare
        .strip_suffix("'s")
        .or_else(|| bare.strip_suffix("’s"))
        .unwrap_or(bare);
    (!bare.is_empty()).then(|| bare_handle(bare))
}

/// "Sam Carter @samc · 2h", "Sam wrote:", "From: Sam Carter".
fn header(line: &str) -> Option<&str> {
    let line = line.strip_prefix("From:").map_or(line, str::trim_start);
    let end = line.find(['@', '·', '(', ':', '<', '|'])?;
    let name = line.get(..end)?.trim();
    let name = name
        .strip_suffix(" wrote")
        .or_else(|| name.strip_suffix(" says"))
        .unwrap_or(name);
    is_full_name(name).then_some(name)
}

/// A line of a name alone, or of a farewell with one.
fn signed(line: &str) -> Option<&str> {
    let name = line.trim_start_matches(['–', '—', '-', '~', ' ']);
    if let Some(name) = farewell_with_name(name) {
        return Some(name);
    }
    is_full_name(name).then_some(name)
}

/// A name at the very end of their words: "… again. – Sam", "… Thanks, Sam".
fn closing(said: &str) -> Option<&str> {
    let said = said.trim_end().trim_end_matches(['.', '!']);
    let dash = said.rfind(['–', '—', '~']).or_else(|| said.rfind(" -"));
    let behind = dash.and_then(|at| said.get(at..));
    let name = behind.map(|rest| rest.trim_start_matches(['–', '—', '-', '~', ' ']));
    if let Some(name) = name.filter(|name| is_full_name(name)) {
        return Some(name);
    }
    let last = said
        .rfind(['.', '!', '?', '\n'])
        .and_then(|at| said.get(at + 1..));
    last.and_then(|last| farewell_with_name(last.trim()))
}

/// "Thanks, Sam", "Best wishes Sam Carter".
fn farewell_with_name(line: &str) -> Option<&str> {
    let start = line
        .char_indices()
        .filter(|(at, c)| *at > 0 && c.is_uppercase())
        .find(|(at, _)| {
            let before = line.get(..*at).unwrap_or_default();
            before.ends_with([' ', ','])
                && before
                    .split([' ', ','])
                    .filter(|word| !word.is_empty())
                    .all(|word| is_farewell(&fold(word)))
        })?;
    let name = line.get(start.0..)?;
    is_full_name(name).then_some(name)
}

/// One to three words that all look like parts of a name.
fn is_full_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_part = |word: &&str| {
        let is_particle = matches!(
            *word,
            "van" | "von" | "de" | "da" | "der" | "den" | "bin" | "al"
        );
        let letters = word
            .chars()
            .filter(|c| !matches!(c, '-' | '\'' | '’' | '.' | '\u{301}'));
        let is_all_letters = letters.clone().all(|c| c.is_alphabetic() || !c.is_ascii());
        is_particle || is_all_letters && !word.starts_with(char::is_lowercase)
    };
    let is_farewell = words
        .first()
        .is_some_and(|word| is_farewell(&fold(word.trim_matches(','))));
    (1..=4).contains(&words.len())
        && words.iter().all(is_part)
        && words
            .first()
            .is_some_and(|word| word.starts_with(char::is_alphabetic))
        && !is_farewell
}

fn is_farewell(word: &str) -> bool {
    matches!(
        word,
        "thanks"
            | "thank"
            | "you"
            | "cheers"
            | "best"
            | "regards"
            | "kind"
            | "warm"
            | "wishes"
            | "yours"
            | "sincerely"
            | "love"
            | "many"
            | "all"
            | "the"
            | "greetings"
            | "hello"
            | "hi"
            | "and"
            | "in"
            | "advance"
            | "viele"
            | "grüße"
            | "liebe"
            | "danke"
            | "merci"
            | "gracias"
            | "cordialement"
            | "saludos"
            | "mit"
            | "freundlichen"
            | "grüßen"
            | "yes"
            | "no"
            | "sent"
            | "please"
            | "ok"
            | "okay"
            | "update"
            | "question"
            | "help"
    )
}

const SAYS_NAME: &str = "my name is | my name's | I'm called | this is | I am | I'm | ich heiße | ich bin | mein name ist | je m'appelle | me llamo";
