//! Rule kinds: what stands behind `find:`. One file each: its RON shape, its work, its doc.
//!
//! Never: knows a rule's level or words; a kind finds stretches, the checker makes findings of them.

use std::cell::OnceCell;

use serde::Deserialize;

mod accidental_link;
mod affiliation_hidden;
mod affiliation_missing;
mod answers_them;
mod any_of;
mod at_least;
mod at_most;
mod bank_account;
mod blank;
mod capitals;
mod card_number;
mod concrete;
mod consistent;
mod credits;
mod either;
mod emoji;
mod first_person;
mod first_then;
mod hashtags;
mod home_link;
mod letter_case;
mod link_only;
mod link_without_reason;
mod metric;
mod missing;
mod names_them;
mod national_id;
mod near;
mod near_duplicate;
mod needs;
mod next_step;
mod no_profile_here;
mod occurs;
mod one_of;
mod open_question;
mod outside_links_only;
mod outside_my_field;
mod over_limit;
mod own_names;
mod pattern;
mod pattern_swap;
mod patterns;
mod private_profile;
mod readability;
mod repeated;
mod repeated_match;
mod secret;
mod sentence_length;
mod serves_focus;
mod serves_goal;
mod shouting;
mod signature_missing;
mod streak;
mod styled_letters;
mod swap;
mod thanks;
mod their_question;
mod wrong_presence;

pub use accidental_link::AccidentalLink;
pub use affiliation_hidden::AffiliationHidden;
pub use affiliation_missing::AffiliationMissing;
pub use answers_them::AnswersThem;
pub use any_of::AnyOf;
pub use at_least::AtLeast;
pub use at_most::AtMost;
pub use bank_account::BankAccount;
pub use blank::Blank;
pub use capitals::Capitals;
pub use card_number::CardNumber;
pub use concrete::Concrete;
pub use consistent::Consistent;
pub use credits::Credits;
pub use either::Either;
pub use emoji::Emoji;
pub use first_person::FirstPerson;
pub use first_then::FirstThen;
pub use hashtags::Hashtags;
pub use home_link::HomeLink;
pub use letter_case::{LetterCase, Like};
pub use link_only::LinkOnly;
pub use link_without_reason::LinkWithoutReason;
pub use metric::Metric;
pub use missing::{At, Missing};
pub use names_them::NamesThem;
pub use national_id::NationalId;
pub use near::Near;
pub use near_duplicate::NearDuplicate;
pub use needs::Needs;
pub use next_step::NextStep;
pub use no_profile_here::NoProfileHere;
pub use occurs::Occurs;
pub use one_of::OneOf;
pub use open_question::OpenQuestion;
pub use outside_links_only::OutsideLinksOnly;
pub use outside_my_field::OutsideMyField;
pub use over_limit::OverLimit;
pub use own_names::OwnNames;
pub use pattern::Pattern;
pub use pattern_swap::{PatternSwap, Twins};
pub use patterns::Patterns;
pub use private_profile::PrivateProfile;
pub use readability::Readability;
pub use repeated::Repeated;
pub use repeated_match::RepeatedMatch;
pub use secret::Secret;
pub use sentence_length::SentenceLength;
pub use serves_focus::ServesFocus;
pub use serves_goal::ServesGoal;
pub use shouting::Shouting;
pub use signature_missing::SignatureMissing;
pub use streak::Streak;
pub use styled_letters::StyledLetters;
pub use swap::Swap;
pub use thanks::Thanks;
pub use their_question::TheirQuestion;
pub use wrong_presence::WrongPresence;

pub use super::change::Change;
pub use super::expression::Each;
pub use super::style::Style;

pub use super::phrases::{List, Lists, Phrases, Sorted};
pub use super::subjects::Subject;
use super::{Fix, Post};
use crate::guideline::Set;
use crate::text::{Bare, Entity, EntityKind, Hits, Span, Token};

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
    /// The stretches as patterns search them, worked out by the first pattern for those that follow;
    /// nothing where the rule looks elsewhere than others do.
    pub windows: Option<&'a OnceCell<Vec<(usize, Span)>>>,
    /// The links, handles, quotations and code of the text.
    pub entities: &'a [Entity],
    /// All sentences of the text.
    pub sentences: &'a [Span],
    /// The text without disguise: no unseen characters, plain digits and letters.
    pub bare: &'a Bare,
    /// Where the phrases of all rules stand, list by list.
    pub hits: &'a Hits,
    /// The stretches in which a match does not count: the rule's `except`, the set's own telephone
    /// numbers; in order, none inside another.
    pub excepted: &'a [Span],
    /// The names of the organisation and its products, where they stand.
    pub own_names: &'a [Span],
    /// Where words of the set's topics and of its trade stand.
    pub subjects: &'a [(Span, Subject)],
    /// The domains of the organisation, in small letters.
    pub own_domains: &'a [String],
    /// Whether the text may be English.
    pub is_english: bool,
    /// Whether time has run out; a kind that goes over the text more than once asks between goes.
    pub out_of_time: &'a dyn Fn() -> bool,
}

impl Looking<'_> {
    /// The text.
    pub fn text(&self) -> &str {
        self.post.text
    }

    /// Whether the rule may look at all of `span`, and a match there counts.
    pub fn may_see(&self, span: Span) -> bool {
        self.is_open(span) && !is_inside(span, self.excepted)
    }

    /// Whether `span` lies in one of the stretches that the rule may look at.
    pub fn is_open(&self, span: Span) -> bool {
        is_inside(span, self.prose)
    }

    /// The links, handles, quotations and code that start inside `span`.
    pub fn entities_in(&self, span: Span) -> &[Entity] {
        let starts_before = |at: usize| {
            self.entities
                .partition_point(|entity| entity.span.start < at)
        };
        let range = starts_before(span.start)..starts_before(span.end);
        self.entities.get(range).unwrap_or_default()
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

/// Looks at what stands between two blank lines, one block after the other, so that no word has a
/// neighbour in another block.
pub fn block_by_block(
    looking: &Looking<'_>,
    find: &dyn Fn(&Looking<'_>) -> Vec<Match>,
) -> Vec<Match> {
    let text = looking.text();
    let is_together = |before: &Token, after: &Token| {
        let gap = Span::new(before.span.end, after.span.start).of(text);
        gap.bytes().filter(|byte| *byte == b'\n').count() < 2
    };
    let blocks = looking.tokens.chunk_by(is_together);
    let found = blocks.flat_map(|tokens| {
        let start = tokens.first().map_or(0, |token| token.span.start);
        let end = tokens.last().map_or(0, |token| token.span.end);
        let sentences = looking.sentences;
        let from = sentences.partition_point(|sentence| sentence.end <= start);
        let to = sentences.partition_point(|sentence| sentence.start < end);
        find(&Looking {
            tokens,
            sentences: sentences.get(from..to).unwrap_or_default(),
            ..*looking
        })
    });
    found.collect()
}

/// Whether one of `others` contains `span`; they are in order, and none lies inside another.
fn is_inside(span: Span, others: &[Span]) -> bool {
    let n = others.partition_point(|other| other.start <= span.start);
    n.checked_sub(1)
        .and_then(|last| others.get(last))
        .is_some_and(|other| other.contains(span))
}

/// A stretch that a kind found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Match {
    /// Where; empty for something that is missing.
    pub span: Span,
    /// Fixes of the kind itself, before those that the rule writes.
    pub fixes: Vec<Fix>,
    /// What the kind has to tell, by the name with which the rule asks for it: `{whose}`.
    pub told: Vec<(&'static str, String)>,
    /// What is shown and stored in the place of the words, where these must not be repeated: a mask,
    /// and behind a `#` what tells two of them apart.
    pub masked: Option<String>,
}

/// A kind that is ready to look: its phrases sorted, its pattern compiled.
pub trait Finder: Send + Sync {
    /// Returns what it finds, in order of the text.
    fn find(&self, looking: &Looking<'_>) -> Vec<Match>;

    /// Whether there is anything to look for: a question to answer, a home base to link to. Where
    /// there is none, nothing is found, and nothing is missing either.
    fn has_cause(&self, _looking: &Looking<'_>) -> bool {
        true
    }

    /// The figure behind a match, for `{figure}` in what the rule says: how many, which grade.
    fn figure(&self, _text: &str, _span: Span) -> Option<String> {
        None
    }
}

/// How much of a post decides about what a kind finds.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Reach {
    /// What stands between two blank lines: what it finds in a text is what it finds in these blocks,
    /// each taken for a text of its own. Whether a text is English is asked of the whole.
    Block,
    /// The text, and the head of the set.
    Text,
    /// Whatever belongs to the post: the platform, the speaker, what they said, what came before.
    #[default]
    Post,
}

/// A kind as the file writes it.
pub trait Kind {
    /// Gets it ready; the reason says what to change in the file.
    fn ready(&self) -> Result<Box<dyn Finder>, String>;

    /// Gets it ready as part of a set: phrases go into `lists`, where one pass finds those of all
    /// rules.
    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        _ = lists;
        self.ready()
    }

    /// What decides about its matches.
    fn reach(&self) -> Reach {
        Reach::Post
    }

    /// Whether it searches with patterns, which can take long on a text that nobody thought of.
    fn has_patterns(&self) -> bool {
        false
    }

    /// The most matches that it returns.
    fn most(&self) -> usize {
        usize::MAX
    }

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

/// A kind without anything to get ready, which looks at the whole post and asks `may_see` where it
/// matters.
pub trait Plain: Finder + Clone + 'static {}

impl<T: Plain> Kind for T {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.clone()))
    }

    fn is_of_the_whole(&self) -> bool {
        true
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
    AccidentalLink, AffiliationHidden, AffiliationMissing, AnswersThem, AnyOf, AtLeast, AtMost, BankAccount, Blank, Capitals, CardNumber, Concrete, Consistent, Credits, Either, Emoji, FirstPerson, FirstThen, Hashtags, HomeLink, LetterCase, LinkOnly, LinkWithoutReason, Metric, Missing, NamesThem, NationalId, Near, NearDuplicate, Needs, NextStep, NoProfileHere, Occurs, OneOf, OpenQuestion, OutsideLinksOnly, OutsideMyField, OverLimit, OwnNames, Pattern, PatternSwap, Patterns, PrivateProfile, Readability, Repeated, RepeatedMatch, Secret, SentenceLength, ServesFocus, ServesGoal, Shouting, SignatureMissing, Streak, StyledLetters, Swap, Thanks, TheirQuestion, WrongPresence,
}
