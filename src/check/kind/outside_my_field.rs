//! `OutsideMyField`: a person writes about a topic that somebody else answers for.
//!
//! Never: speaks up about pay or working conditions, whoever's topic that is.

use serde::Deserialize;

use super::{Finder, Looking, Match, Plain};
use crate::check::conditions::is_about_conditions;
use crate::check::hand_off::{HandOff, is_owner};
use crate::check::subjects::{Subject, covers};
use crate::guideline::{Person, SpeakerKind, Topic};
use crate::text::Span;

/// Finds the first word of each topic of the set that the speaker's `expertise` does not take in.
///
/// A topic is met by its `words` (`return` also stands for returns, returned, returning). Whoever
/// the topic names as `owner` is at home in it, and so is everybody whose `expertise` has its id or
/// one of its words. A person who speaks personally is asked only where the company is named, too.
/// Silent for the brand, for a person without a name, and about pay and working conditions.
///
/// In what the rule says `{topic}` stands for the topic, `{whose}` for "Ravi Menon's field" (the
/// owner's; else of those who know it; else it is nobody's, and the hub is named), `{ask}` for whom
/// to ask, their contact, and where the facts are.
///
/// ```ron
/// find: OutsideMyField
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct OutsideMyField {}

impl Plain for OutsideMyField {}

impl Finder for OutsideMyField {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let Some(person) = looking.post.voice.person else {
            return Vec::new();
        };
        let is_apart = match looking.post.speaker {
            SpeakerKind::Brand => true,
            SpeakerKind::ForBrand => false,
            SpeakerKind::Personally => !names_the_company(looking),
        };
        if is_apart || looking.subjects.is_empty() || is_about_conditions(looking) {
            return Vec::new();
        }
        let mut out: Vec<Match> = Vec::new();
        let mut seen = vec![false; looking.head.topics.len()];
        for (span, subject) in looking.subjects {
            let Subject::Topic(n) = subject else {
                continue;
            };
            let first = seen.get_mut(*n).filter(|is_seen| !**is_seen);
            let (Some(is_seen), Some(topic)) = (first, looking.head.topics.get(*n)) else {
                continue;
            };
            if looking.may_see(*span) {
                *is_seen = true;
                out.extend(outside(looking, person, topic, *span));
            }
        }
        out
    }
}

fn names_the_company(looking: &Looking<'_>) -> bool {
    looking.own_names.iter().any(|span| looking.may_see(*span))
}

fn outside(looking: &Looking<'_>, person: &Person, topic: &Topic, span: Span) -> Option<Match> {
    if is_owner(person, topic) || covers(&person.expertise, topic) {
        return None;
    }
    let hand_off = HandOff::on(topic, looking.post.voice.people);
    // what is nobody's field goes to the hub, who need not be told to ask themselves
    let is_hub = hand_off.is_hub && hand_off.to.iter().any(|one| one.id == person.id);
    (!is_hub).then(|| Match {
        span,
        told: vec![
            ("topic", topic.id.clone()),
            ("whose", hand_off.whose()),
            ("ask", hand_off.ask()),
        ],
        ..Match::default()
    })
}
