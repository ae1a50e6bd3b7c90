//! The conditions under which a rule applies.
//!
//! Never: reads the clock; the day is handed in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Focus;
use crate::platform::Presence;
use crate::text::{Lang, may_be_in};

/// What a post is for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Intent {
    /// To hear from people.
    Ask,
    /// To answer somebody's question.
    Answer,
    /// To get somebody further.
    Help,
    /// To thank or credit.
    Thank,
    /// To pass something on.
    Share,
    /// To say what is new.
    Announce,
}

impl Intent {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Ask,
        Self::Answer,
        Self::Help,
        Self::Thank,
        Self::Share,
        Self::Announce,
    ];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Answer => "answer",
            Self::Help => "help",
            Self::Thank => "thank",
            Self::Share => "share",
            Self::Announce => "announce",
        }
    }

    /// Its name in the window.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Ask => "Ask",
            Self::Answer => "Answer",
            Self::Help => "Help",
            Self::Thank => "Thank",
            Self::Share => "Share",
            Self::Announce => "Announce",
        }
    }

    /// Reads a name as typed on a command line.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|intent| intent.id() == id)
    }
}

/// Who speaks, without saying which person.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum SpeakerKind {
    /// The brand.
    Brand,
    /// A person for the brand.
    ForBrand,
    /// A person personally.
    Personally,
}

/// One condition. Kinds of condition are all needed, several of one kind are alternatives.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub enum When {
    /// The post is for this.
    Intent(Intent),
    /// The set has this focus.
    Focus(Focus),
    /// It goes to this platform; `linkedin` stands for its fields too.
    Platform(String),
    /// The platform expects this presence.
    Presence(Presence),
    /// Others than colleagues read it there.
    Public,
    /// The set's region is this one or a part of it: `US` also stands for `us-ca`.
    Region(String),
    /// The text may be in this language, a code such as `en`: it looks like it, or is too short to
    /// tell.
    Language(String),
    /// This kind of speaker writes.
    Speaker(SpeakerKind),
    /// It answers somebody.
    Replying,
    /// The day lies between two days, both included, as in `("2026-06-01", "2026-06-14")`.
    Between(String, String),
    /// A switch of the set is on.
    Switch(String),
}

/// What a rule's conditions are held against.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    /// What the post is for, if that was said.
    pub intent: Option<Intent>,
    /// The set's focus.
    pub focus: Option<Focus>,
    /// Where it goes.
    pub platform: &'a str,
    /// What the platform expects.
    pub presence: Presence,
    /// Whether only colleagues read it there.
    pub is_internal: bool,
    /// The set's region.
    pub region: &'a str,
    /// The language that the text is probably in.
    pub language: Option<Lang>,
    /// Who speaks.
    pub speaker: SpeakerKind,
    /// Whether it answers somebody.
    pub is_reply: bool,
    /// The day in the writer's zone.
    pub today: Date,
    /// The switches that are on.
    pub switches: &'a [String],
}

/// Whether all conditions hold; a date that cannot be read never does.
pub fn holds(conditions: &[When], now: &Situation<'_>) -> bool {
    let is_met = |condition: &When| match condition {
        When::Intent(intent) => now.intent == Some(*intent),
        When::Focus(focus) => now.focus == Some(*focus),
        When::Platform(id) => {
            now.platform == id
                || now
                    .platform
                    .strip_prefix(id.as_str())
                    .is_some_and(|rest| rest.starts_with('/'))
        }
        When::Presence(presence) => now.presence == *presence,
        When::Public => !now.is_internal,
        When::Region(region) => is_part_of(now.region, region),
        When::Language(code) => may_be_in(now.language, code),
        When::Speaker(kind) => now.speaker == *kind,
        When::Replying => now.is_reply,
        When::Between(from, to) => match (from.parse::<Date>(), to.parse::<Date>()) {
            (Ok(from), Ok(to)) => (from..=to).contains(&now.today),
            _ => false,
        },
        When::Switch(id) => now.switches.contains(id),
    };
    conditions.iter().all(|condition| {
        conditions
            .iter()
            .filter(|other| std::mem::discriminant(*other) == std::mem::discriminant(condition))
            .any(is_met)
    })
}

/// Whether two lists of conditions can hold at once, as far as can be told without a post: where
/// both ask for one of the same kind, they must share one.
pub fn may_meet(one: &[When], other: &[When]) -> bool {
    one.iter().all(|condition| {
        let kind = std::mem::discriminant(condition);
        let of_kind = |when: &&When| std::mem::discriminant(*when) == kind;
        let mut theirs = other.iter().filter(of_kind).peekable();
        theirs.peek().is_none()
            || theirs.any(|two| one.iter().filter(of_kind).any(|one| may_be_both(one, two)))
    })
}

/// Whether one moment may meet both of two conditions of the same kind.
fn may_be_both(one: &When, other: &When) -> bool {
    let is_field_of = |field: &str, whole: &str| {
        let rest = field.strip_prefix(whole);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    match (one, other) {
        (When::Platform(one), When::Platform(other)) => {
            is_field_of(one, other) || is_field_of(other, one)
        }
        (When::Region(one), When::Region(other)) => {
            is_part_of(one, other) || is_part_of(other, one)
        }
        // days that are no days never hold; that is not for this to say
        (When::Between(..), When::Between(..)) | (When::Switch(_), When::Switch(_)) => true,
        (one, other) => one == other,
    }
}

/// Whether `region` is `whole`, or a part of it as in `US-CA`; a set without a region is in none.
fn is_part_of(region: &str, whole: &str) -> bool {
    let (region, whole) = (region.trim().to_uppercase(), whole.trim().to_uppercase());
    let rest = region.strip_prefix(&whole);
    rest.is_some_and(|rest| !whole.is_empty() && (rest.is_empty() || rest.starts_with('-')))
}
