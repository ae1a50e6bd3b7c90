//! `AnswersThem`: a reply answers what the other person asked.
//!
//! Never: judges whether the answer is right, or finds anything where nothing was asked.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::check::asked::{Question, Wants, questions};
use crate::check::calendar::{is_small_number, n_of_digits};
use crate::check::moment::moments;
use crate::check::tongue::{phrases, starts_clause, stem};
use crate::text::{EntityKind, PhraseMap, Span, Token};

/// Finds the sentences of a reply that answer a question of what they said, one for each question.
///
/// An answer says yes or no, or takes up the words of the question; a "when" wants a time, a "where"
/// a place, a "how many" a number, a "why" a reason. "We don't know yet" is an answer, another
/// question is none. Where nothing was asked there is nothing to find, and `Missing(of: AnswersThem)`
/// stays silent. Its words are English, with a few of German, French and Spanish. It has no options.
///
/// ```ron
/// find: AnswersThem
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct AnswersThem {}

impl Kind for AnswersThem {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let map = |list: &'static str| PhraseMap::new(phrases(list).map(|phrase| (phrase, 0)));
        Ok(Box::new(Ready {
            yes_or_no: map(YES_OR_NO),
            unknown: map(UNKNOWN),
            reasons: map(REASONS),
            ways: map(WAYS),
            places: map(PLACES),
        }))
    }

    /// An answer may name a person or quote a word, which other rules leave alone.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    yes_or_no: PhraseMap,
    unknown: PhraseMap,
    reasons: PhraseMap,
    ways: PhraseMap,
    places: PhraseMap,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let asked = looking.post.replying_to.map(questions).unwrap_or_default();
        if asked.is_empty() {
            return Vec::new();
        }
        let mut open: Vec<&Question> = asked.iter().collect();
        let mut out = Vec::new();
        for sentence in looking
            .sentences
            .iter()
            .filter(|one| is_statement(looking, **one))
        {
            let before = open.len();
            open.retain(|question| !self.answers(looking, *sentence, question));
            if open.len() < before {
                out.push(Match {
                    span: *sentence,
                    ..Match::default()
                });
            }
            if open.is_empty() {
                break;
            }
        }
        out
    }

    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        looking
            .post
            .replying_to
            .is_some_and(|said| !questions(said).is_empty())
    }
}

/// Whether a sentence says something that the rule may look at, and asks nothing.
fn is_statement(looking: &Looking<'_>, sentence: Span) -> bool {
    let is_excepted = looking
        .excepted
        .iter()
        .any(|other| sentence.contains(*other));
    let end = sentence
        .of(looking.text())
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '?' | '？' | '؟'));
    !is_excepted && !end.ends_with(['?', '？', '؟']) && !looking.tokens_in(sentence).is_empty()
}

impl Ready {
    fn answers(&self, looking: &Looking<'_>, sentence: Span, question: &Question) -> bool {
        let text = looking.text();
        let words = looking.tokens_in(sentence);
        let has = |map: &PhraseMap| !map.find(text, words).is_empty();
        let n_shared = n_shared(words, question);
        let n_wanted = 1 + usize::from(question.keys.len() > 3);
        let is_shared = n_shared >= n_wanted;
        // a bare fact must belong to the question: by a word of it, by who speaks, by being short
        let belongs = n_shared > 0
            || words.len() <= SHORT
            || words.iter().any(|word| is_person(&word.folded));
        if has(&self.unknown) {
            return true;
        }
        match question.wants {
            Wants::YesOrNo => self.says_yes_or_no(text, words, question) || is_shared,
            Wants::Time => belongs && names_a_time(text, words, question),
            Wants::Place => belongs && (has(&self.places) || has_link(looking, sentence)),
            Wants::Number => belongs && words.iter().any(|word| is_number(&word.folded)),
            Wants::Reason => has(&self.reasons) || n_shared > n_wanted,
            Wants::Person => {
                is_shared
                    || words
                        .iter()
                        .any(|word| matches!(word.folded.as_str(), "i" | "we"))
            }
            Wants::Way => is_shared || has(&self.ways) || has_link(looking, sentence),
            Wants::Thing => is_shared,
        }
    }

    /// "Yes", "not yet", "we do": at the start of a clause.
    fn says_yes_or_no(&self, text: &str, words: &[Token], question: &Question) -> bool {
        let found = self.yes_or_no.find(text, words);
        let at = |span: Span| words.partition_point(|token| token.span.start < span.start);
        let is_opener = |span: Span| {
            let at = at(span);
            let next = words.get(at + 1).map_or("", |token| token.folded.as_str());
            let is_polite = matches!(
                next,
                "problem" | "worries" | "idea" | "matter" | "doubt" | "form"
            );
            let is_lone = words.get(at).is_some_and(|word| word.folded != "no")
                || starts_clause(text, words, at + 1)
                || at + 1 == words.len();
            starts_clause(text, words, at) && is_lone && !is_polite
        };
        if found.iter().any(|(span, _)| is_opener(*span)) {
            return true;
        }
        let helper = base(&question.helper);
        let mut pairs = words.iter().zip(words.iter().skip(1));
        !helper.is_empty()
            && pairs.any(|(one, next)| is_person(&one.folded) && base(&next.folded) == helper)
    }
}

/// Whether the sentence names a time that the question does not name itself.
fn names_a_time(text: &str, words: &[Token], question: &Question) -> bool {
    let is_asked = |token: &Token| question.keys.iter().any(|key| key == stem(&token.folded));
    let is_told = |time: Span| {
        let mut inside = words.iter().filter(|token| time.contains(token.span));
        inside.any(|token| !is_asked(token))
    };
    moments(text, words).into_iter().any(is_told)
}

/// A sentence of so many words is a bare answer.
const SHORT: usize = 5;

/// How many words of the question the sentence takes up.
fn n_shared(words: &[Token], question: &Question) -> usize {
    let stems: Vec<&str> = words.iter().map(|word| stem(&word.folded)).collect();
    question
        .keys
        .iter()
        .filter(|key| stems.contains(&key.as_str()))
        .count()
}

/// The form of a helping verb by which question and answer are compared.
fn base(helper: &str) -> &str {
    match helper.strip_suffix("n't").unwrap_or(helper) {
        "does" | "did" | "do" => "do",
        "is" | "are" | "am" => "are",
        "was" | "were" => "were",
        "ca" | "can" | "could" => "can",
        "wo" | "will" | "would" => "will",
        "has" | "have" | "had" => "have",
        other => other,
    }
}

fn is_person(word: &str) -> bool {
    matches!(
        word.split('\'').next().unwrap_or_default(),
        "i" | "you"
            | "we"
            | "they"
            | "it"
            | "he"
            | "she"
            | "that"
            | "this"
            | "there"
            | "wir"
            | "ich"
            | "nous"
            | "our"
            | "your"
    )
}

fn is_number(word: &str) -> bool {
    n_of_digits(word.trim_end_matches(char::is_alphabetic)).is_some()
        || word.starts_with(|c: char| c.is_ascii_digit())
        || is_small_number(word)
        || matches!(
            word,
            "free"
                | "nothing"
                | "none"
                | "zero"
                | "twenty"
                | "thirty"
                | "forty"
                | "fifty"
                | "hundred"
                | "dozen"
                | "half"
                | "daily"
                | "weekly"
                | "twice"
                | "once"
                | "kostenlos"
                | "gratuit"
        )
}

fn has_link(looking: &Looking<'_>, sentence: Span) -> bool {
    let mut inside = looking.entities_in(sentence).iter();
    inside.any(|entity| entity.kind == EntityKind::Link)
}

const YES_OR_NO: &str = "
    yes | yep | yeah | yup | no | nope | sure | certainly | absolutely | indeed | definitely | correct
    | of course | not yet | not quite | not at the moment | not any more | not really | it depends
    | partly | unfortunately not | sadly not | sorry, no | I'm afraid | I am afraid | exactly
    | you're right | you are right | that's right | always | never | ja | nein | doch | klar
    | leider | oui | non | bien sûr | sí | claro
";

const UNKNOWN: &str = "
    I don't know | we don't know | I do not know | we do not know | I don't know yet | not sure yet
    | we can't say | we can't say yet | no date yet | not decided yet | no decision yet | I'll find out
    | we'll find out | I will find out | we will find out | das wissen wir | wir wissen es
";

const REASONS: &str = "
    because | because of | since | due to | so that | the reason | the reasons | in order to
    | that's why | that is why | caused by | turned out | it broke | owing to | weil | damit | denn
    | wegen | parce que | car | porque
";

const WAYS: &str = "
    here's how | here is how | this is how | you can | go to | click | open the | press | tap | use the
    | call us | write to | follow | all you need | simply | just bring | just send | choose | enter
    | fill in | send us | bring it | log in | sign in | step | first
";

const PLACES: &str = "
    at the | in the | on the | next to | opposite | behind | upstairs | downstairs | outside | inside
    | near | beside | at our | in our | on our | here | there | online | street | road | lane | square
    | entrance | desk | floor | station | corner | from the | under the | in | at
";
