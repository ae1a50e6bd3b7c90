//! Rule kinds: what stands behind `find:`. One file each: its RON shape, its work, its doc.
//!
//! Never: knows a rule's level or words; a kind finds stretches, the checker makes findings of them.

use serde::Deserialize;

mod accidental_link;
mod any_of;
mod at_least;
mod at_most;
mod blank;
mod capitals;
mod consistent;
mod either;
mod emoji;
mod first_then;
mod hashtags;
mod letter_case;
mod link_only;
mod link_without_reason;
mod metric;
mod missing;
mod near;
mod needs;
mod occurs;
mod open_question;
mod outside_links_only;
mod over_limit;
mod pattern;
mod pattern_swap;
mod patterns;
mod readability;
mod repeated;
mod repeated_match;
mod sentence_length;
mod shouting;
mod styled_letters;
mod swap;

pub use accidental_link::AccidentalLink;
pub use any_of::AnyOf;
pub use at_least::AtLeast;
pub use at_most::AtMost;
pub use blank::Blank;
pub use capitals::Capitals;
pub use consistent::Consistent;
pub use either::Either;
pub use emoji::Emoji;
pub use first_then::FirstThen;
pub use hashtags::Hashtags;
pub use letter_case::{LetterCase, Like};
pub use link_only::LinkOnly;
pub use link_without_reason::LinkWithoutReason;
pub use metric::Metric;
pub use missing::{At, Missing};
pub use near::Near;
pub use needs::Needs;
pub use occurs::Occurs;
pub use open_question::OpenQuestion;
pub use outside_links_only::OutsideLinksOnly;
pub use over_limit::OverLimit;
pub use pattern::Pattern;
pub use pattern_swap::{PatternSwap, Twins};
pub use patterns::Patterns;
pub use readability::Readability;
pub use repeated::Repeated;
pub use repeated_match::RepeatedMatch;
pub use sentence_length::SentenceLength;
pub use shouting::Shouting;
pub use styled_letters::StyledLetters;
pub use swap::Swap;

pub use super::change::Change;
pub use super::expression::Each;
pub use super::style::Style;

use super::{Fix, Post};
use crate::guideline::Set;
use crate::text::{Entity, EntityKind, Span, Token};

/// What a kind is given to look at.
pub struct Looking<'a> {
    /// The post.
    pub post: &'a Post<'a>,
    /// The head of the set: home base, what is its own, focus, goals. Its rules are left out.
    pub head: &'a Set,
    /// Its words, folded, in order; only those that the rule may look at (`within`, exemptions).
    pub tokens: &'a [Token],
    /// The stretches that the rule may look at, in order.
    pub prose: &'a [Span],
    /// The links, handles, quotations and code of the text.
    pub entities: &'a [Entity],
    /// All sentences of the text.
    pub sentences: &'a [Span],
    /// The stretches in which a match does not count: the rule's `except`, the set's own telephone
    /// numbers.
    pub excepted: &'a [Span],
    /// The names of the organisation and its products, where they stand.
    pub own_names: &'a [Span],
    /// The domains of the organisation, in small letters.
    pub own_domains: &'a [String],
    /// Whether time has run out; a kind that goes over the text more than once asks between goes.
    pub out_of_time: &'a dyn Fn() -> bool,
}

impl Looking<'_> {
    /// The text.
    pub fn text(&self) -> &str {
        self.post.text
    }

    /// Whether the rule may look at all of `span`.
    pub fn may_see(&self, span: Span) -> bool {
        self.prose.iter().any(|open| open.contains(span))
            && !self.excepted.iter().any(|other| other.contains(span))
    }

    /// The words that the rule may look at inside `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.end <= span.end);
        self.tokens.get(start..end).unwrap_or_default()
    }

    /// Whether `word` stands in a hashtag.
    pub fn in_hashtag(&self, word: Span) -> bool {
        let next = self
            .entities
            .partition_point(|entity| entity.span.start <= word.start);
        let before = next.checked_sub(1).and_then(|at| self.entities.get(at));
        before
            .is_some_and(|entity| entity.kind == EntityKind::Hashtag && entity.span.contains(word))
    }

    /// The sentence that `span` begins in.
    pub fn sentence_of(&self, span: Span) -> Option<Span> {
        let next = self
            .sentences
            .partition_point(|sentence| sentence.start <= span.start);
        let at = next.checked_sub(1)?;
        let sentence = self.sentences.get(at).copied()?;
        (span.start < sentence.end).then_some(sentence)
    }

    /// Whether no letter or digit of its sentence stands before `word`.
    pub fn starts_sentence(&self, word: Span) -> bool {
        self.sentence_of(word).is_some_and(|sentence| {
            let before = Span::new(sentence.start, word.start).of(self.text());
            !before.contains(char::is_alphanumeric)
        })
    }
}

/// A stretch that a kind found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Match {
    /// Where; empty for something that is missing.
    pub span: Span,
    /// Fixes of the kind itself, before those that the rule writes.
    pub fixes: Vec<Fix>,
}

/// A kind that is ready to look: its phrases sorted, its pattern compiled.
pub trait Finder: Send + Sync {
    /// Returns what it finds, in order of the text.
    fn find(&self, looking: &Looking<'_>) -> Vec<Match>;

    /// The figure behind a match, for `{figure}` in what the rule says: how many, which grade.
    fn figure(&self, _text: &str, _span: Span) -> Option<String> {
        None
    }
}

/// A kind as the file writes it.
pub trait Kind {
    /// Gets it ready; the reason says what to change in the file.
    fn ready(&self) -> Result<Box<dyn Finder>, String>;

    /// Whether its matches reach over what the rule may look at (a limit, something missing, a
    /// sentence with a handle in it), so that the kind itself asks `may_see` where it matters and
    /// the checker takes every match.
    fn is_of_the_whole(&self) -> bool {
        false
    }

    /// Whether a Hold of it may be settled with a reason.
    fn may_be_reasoned(&self) -> bool {
        false
    }
}

macro_rules! rule_kinds {
    ($($kind:ident),* $(,)?) => {
        /// The rule kinds, as a rule's `find:` names them.
        #[derive(Clone, Debug, Deserialize, PartialEq)]
        pub enum RuleKind {
            $(#[doc = concat!("See [`", stringify!($kind), "`].")] $kind($kind),)*
        }

        impl RuleKind {
            /// Their names, in the order of the list.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($kind)),*];

            /// The name of this one.
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$kind(_) => stringify!($kind),)* }
            }

            /// The kind behind the name.
            pub fn kind(&self) -> &dyn Kind {
                match self { $(Self::$kind(kind) => kind,)* }
            }
        }
    };
}

rule_kinds! {
    AccidentalLink, AnyOf, AtLeast, AtMost, Blank, Capitals, Consistent, Either, Emoji, FirstThen, Hashtags, LetterCase, LinkOnly, LinkWithoutReason, Metric, Missing, Near, Needs, Occurs, OpenQuestion, OutsideLinksOnly, OverLimit, Pattern, PatternSwap, Patterns, Readability, Repeated, RepeatedMatch, SentenceLength, Shouting, StyledLetters, Swap,
}
