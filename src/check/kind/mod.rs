//! Rule kinds: what stands behind `find:`. One file each: its RON shape, its work, its doc.
//!
//! Never: knows a rule's level or words; a kind finds stretches, the checker makes findings of them.

use serde::Deserialize;

mod accidental_link;
mod affiliation_hidden;
mod affiliation_missing;
mod answers_them;
mod any_of;
mod at_least;
mod at_most;
mod blank;
mod capitals;
mod client;
mod code_name;
mod concrete;
mod consistent;
mod credits;
mod either;
mod email;
mod emoji;
mod first_person;
mod first_then;
mod forward_looking;
mod hashtags;
mod health_cue;
mod home_link;
mod internal_host;
mod letter_case;
mod link_only;
mod link_without_reason;
mod metric;
mod missing;
mod names_them;
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
mod people_move;
mod phone;
mod postal_address;
mod private_profile;
mod readability;
mod repeated;
mod repeated_match;
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
mod ticket_id;
mod wrong_presence;

pub use accidental_link::AccidentalLink;
pub use affiliation_hidden::AffiliationHidden;
pub use affiliation_missing::AffiliationMissing;
pub use answers_them::AnswersThem;
pub use any_of::AnyOf;
pub use at_least::AtLeast;
pub use at_most::AtMost;
pub use blank::Blank;
pub use capitals::Capitals;
pub use client::Client;
pub use code_name::CodeName;
pub use concrete::Concrete;
pub use consistent::Consistent;
pub use credits::Credits;
pub use either::Either;
pub use email::Email;
pub use emoji::Emoji;
pub use first_person::FirstPerson;
pub use first_then::FirstThen;
pub use forward_looking::ForwardLooking;
pub use hashtags::Hashtags;
pub use health_cue::HealthCue;
pub use home_link::HomeLink;
pub use internal_host::InternalHost;
pub use letter_case::{LetterCase, Like};
pub use link_only::LinkOnly;
pub use link_without_reason::LinkWithoutReason;
pub use metric::Metric;
pub use missing::{At, Missing};
pub use names_them::NamesThem;
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
pub use people_move::PeopleMove;
pub use phone::Phone;
pub use postal_address::PostalAddress;
pub use private_profile::PrivateProfile;
pub use readability::Readability;
pub use repeated::Repeated;
pub use repeated_match::RepeatedMatch;
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
pub use ticket_id::TicketId;
pub use wrong_presence::WrongPresence;

pub use super::change::Change;
pub use super::expression::Each;
pub use super::looking::{Looking, block_by_block};
pub use super::style::Style;

use super::Fix;
pub use super::phrases::{List, Lists, Phrases, Sorted};
pub use super::subjects::Subject;
use crate::text::Span;

/// A stretch that a kind found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Match {
    /// Where; empty for something that is missing.
    pub span: Span,
    /// Fixes of the kind itself, before those that the rule writes.
    pub fixes: Vec<Fix>,
    /// What the kind has to tell, by the name with which the rule asks for it: `{whose}`.
    pub told: Vec<(&'static str, String)>,
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
    AccidentalLink, AffiliationHidden, AffiliationMissing, AnswersThem, AnyOf, AtLeast, AtMost, Blank, Capitals, Client, CodeName, Concrete, Consistent, Credits, Either, Email, Emoji, FirstPerson, FirstThen, ForwardLooking, Hashtags, HealthCue, HomeLink, InternalHost, LetterCase, LinkOnly, LinkWithoutReason, Metric, Missing, NamesThem, Near, NearDuplicate, Needs, NextStep, NoProfileHere, Occurs, OneOf, OpenQuestion, OutsideLinksOnly, OutsideMyField, OverLimit, OwnNames, Pattern, PatternSwap, Patterns, PeopleMove, Phone, PostalAddress, PrivateProfile, Readability, Repeated, RepeatedMatch, SentenceLength, ServesFocus, ServesGoal, Shouting, SignatureMissing, Streak, StyledLetters, Swap, Thanks, TheirQuestion, TicketId, WrongPresence,
}
