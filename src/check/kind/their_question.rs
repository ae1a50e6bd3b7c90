//! `TheirQuestion(or: OneOf([NextStep, OpenQuestion]))`: what they asked, and nobody answered.
//!
//! Never: insists where another thing will do, or in a language in which it cannot tell.

use serde::Deserialize;

use super::{AnswersThem, Finder, Kind, Lists, Looking, Match, Reach, RuleKind};
use crate::check::asked::{Question, Wants, questions};
use crate::check::nested::Nested;
use crate::check::triage::triage;
use crate::draft::Triage;
use crate::text::{Span, graphemes, one_line};

/// Finds that nothing in a reply answers their questions, as [`AnswersThem`] sees it, and nothing of
/// `or` stands there either: a next step, a question back, an apology.
///
/// The rule may name the first question as `{question}`. It stays silent about texts that are not
/// English, whose answers are easily missed, where there is no word yet, and about the "why" of
/// somebody unhappy.
///
/// ```ron
/// find: TheirQuestion(or: OneOf([NextStep, OpenQuestion, AnyOf(["sorry"])]))
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct TheirQuestion {
    /// What will do instead of an answer.
    pub or: Option<Box<RuleKind>>,
}

/// The most characters of their question that are shown.
const SHOWN: usize = 80;

impl TheirQuestion {
    fn with(or: Option<Nested>) -> Result<Box<dyn Finder>, String> {
        let answers = AnswersThem::default().ready()?;
        Ok(Box::new(Ready { answers, or }))
    }
}

impl Kind for TheirQuestion {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let or = self.or.as_ref().map(|kind| Nested::ready(kind));
        Self::with(or.transpose()?)
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        let or = self.or.as_ref().map(|kind| Nested::ready_in(kind, lists));
        Self::with(or.transpose()?)
    }

    fn has_patterns(&self) -> bool {
        self.or
            .as_ref()
            .is_some_and(|kind| kind.kind().has_patterns())
    }

    fn reach(&self) -> Reach {
        Reach::Post
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    answers: Box<dyn Finder>,
    or: Option<Nested>,
}

impl Finder for Ready {
    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        looking.is_english && self.answers.has_cause(looking)
    }

    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        if !self.has_cause(looking) || looking.tokens.is_empty() {
            return Vec::new();
        }
        let will_do = || {
            let or = self.or.as_ref();
            or.is_some_and(|or| !or.find(looking).is_empty())
        };
        if !self.answers.find(looking).is_empty() || will_do() {
            return Vec::new();
        }
        let said = looking.post.replying_to.unwrap_or_default();
        let Some(first) = questions(said).into_iter().find(|one| !is_anger(said, one)) else {
            return Vec::new();
        };
        vec![Match {
            span: Span::at(looking.text().len()),
            told: vec![("question", shown(first.span.of(said)))],
            ..Match::default()
        }]
    }
}

/// Whether somebody unhappy asks what wants no answer: why it is so, or whether anybody cares.
fn is_anger(said: &str, question: &Question) -> bool {
    matches!(question.wants, Wants::Reason | Wants::YesOrNo)
        && triage(said).triage == Some(Triage::Unhappy)
}

/// A question on one line, cut where it is long.
fn shown(question: &str) -> String {
    let line = one_line(question);
    let end = graphemes(&line).nth(SHOWN).map(|(at, _)| at);
    match end {
        Some(end) => format!("{}…", Span::new(0, end).of(&line).trim_end()),
        None => line,
    }
}
