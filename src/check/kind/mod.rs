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
mod bank_account;
mod blank;
mod capitals;
mod card_number;
mod client;
mod code_name;
mod concrete;
mod consistent;
mod credits;
mod either;
mod email;
mod embargo;
mod emoji;
mod first_person;
mod first_then;
mod forward_looking;
mod hashtags;
mod health_cue;
mod hidden_characters;
mod home_link;
mod internal_host;
mod letter_case;
mod link_only;
mod link_without_reason;
mod lookalike_link;
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
mod people_move;
mod phone;
mod postal_address;
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
mod tell_first;
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
pub use bank_account::BankAccount;
pub use blank::Blank;
pub use capitals::Capitals;
pub use card_number::CardNumber;
pub use client::Client;
pub use code_name::CodeName;
pub use concrete::Concrete;
pub use consistent::Consistent;
pub use credits::Credits;
pub use either::Either;
pub use email::Email;
pub use embargo::Embargo;
pub use emoji::Emoji;
pub use first_person::FirstPerson;
pub use first_then::FirstThen;
pub use forward_looking::ForwardLooking;
pub use hashtags::Hashtags;
pub use health_cue::HealthCue;
pub use hidden_characters::HiddenCharacters;
pub use home_link::HomeLink;
pub use internal_host::InternalHost;
pub use letter_case::{LetterCase, Like};
pub use link_only::LinkOnly;
pub use link_without_reason::LinkWithoutReason;
pub use lookalike_link::LookalikeLink;
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
pub use people_move::PeopleMove;
pub use phone::Phone;
pub use postal_address::PostalAddress;
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
pub use tell_first::TellFirst;
pub use thanks::Thanks;
pub use their_question::TheirQuestion;
pub use ticket_id::TicketId;
pub use wrong_presence::WrongPresence;

pub use super::change::Change;
pub use super::expression::Each;
pub use super::style::Style;

pub use super::finder::{Finder, Kind, Match, Plain, Reach};
pub use super::looking::{Looking, block_by_block};
pub use super::phrases::{List, Lists, Phrases, Sorted};
pub use super::subjects::Subject;

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
    AccidentalLink, AffiliationHidden, AffiliationMissing, AnswersThem, AnyOf, AtLeast, AtMost, BankAccount, Blank, Capitals, CardNumber, Client, CodeName, Concrete, Consistent, Credits, Either, Email, Embargo, Emoji, FirstPerson, FirstThen, ForwardLooking, Hashtags, HealthCue, HiddenCharacters, HomeLink, InternalHost, LetterCase, LinkOnly, LinkWithoutReason, LookalikeLink, Metric, Missing, NamesThem, NationalId, Near, NearDuplicate, Needs, NextStep, NoProfileHere, Occurs, OneOf, OpenQuestion, OutsideLinksOnly, OutsideMyField, OverLimit, OwnNames, Pattern, PatternSwap, Patterns, PeopleMove, Phone, PostalAddress, PrivateProfile, Readability, Repeated, RepeatedMatch, Secret, SentenceLength, ServesFocus, ServesGoal, Shouting, SignatureMissing, Streak, StyledLetters, Swap, TellFirst, Thanks, TheirQuestion, TicketId, WrongPresence,
}
