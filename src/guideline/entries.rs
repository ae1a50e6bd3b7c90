//! What stands in a guideline set: values, goals, pages, clients, topics, embargoes, samples.
//!
//! Never: looks at a post, or knows the set it stands in.

use serde::{Deserialize, Serialize};

use super::Intent;

/// Whether a set stands alone or is laid over another.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum SetKind {
    /// Stands alone.
    #[default]
    Base,
    /// Adds to another.
    Overlay,
}

/// Who keeps a set.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// Their name.
    pub name: String,
    /// How to reach them.
    #[serde(default)]
    pub contact: String,
}

/// Who agreed to a set, and when.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Agreed {
    /// Their name.
    pub name: String,
    /// The day, as in `2026-11-21`.
    #[serde(default)]
    pub on: String,
}

/// One value, in a few words.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Kebab-case, named by rules.
    pub id: String,
    /// The few words.
    pub words: String,
    /// One sentence that says what is meant.
    #[serde(default)]
    pub says: String,
    /// A post that lives it.
    #[serde(default)]
    pub looks_like: String,
    /// A post that does not.
    #[serde(default)]
    pub not_like: String,
}

/// A business goal that posts can serve.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Kebab-case.
    pub id: String,
    /// The goal of the business.
    pub business: String,
    /// How posts help it along.
    #[serde(default)]
    pub how_social_helps: String,
    /// How one sees that it worked.
    #[serde(default)]
    pub measure: String,
}

/// What a page of the home base offers.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
pub enum Offers {
    /// Something to do.
    Do,
    /// Something to find.
    #[default]
    Find,
    /// Something to share.
    Share,
    /// Something to join.
    Join,
}

/// A page of the home base, with a reason to go there.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct HomePage {
    /// Its address.
    pub url: String,
    /// The reason, in words that can stand in a post.
    pub reason: String,
    /// What a visitor can do there.
    #[serde(default)]
    pub offers: Offers,
}

/// What belongs to the organisation.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Own {
    /// Its names.
    pub names: Vec<String>,
    /// Its products.
    pub products: Vec<String>,
    /// Its domains.
    pub domains: Vec<String>,
    /// Its handles.
    pub handles: Vec<String>,
    /// Its published telephone numbers.
    pub phones: Vec<String>,
    /// Its published postal addresses, each with house number and street.
    pub addresses: Vec<String>,
    /// Words that spelling takes for right and that are no names. One with signs that mean something
    /// to a pattern is a pattern for whole words, in the case of its letters: `autoscal(er|ing)`.
    pub words: Vec<String>,
    /// Words for its trade, as in `lamps`; who speaks personally about it says where they work.
    pub industry: Vec<String>,
}

/// A client, and whether they agreed to be named.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// Their name.
    pub name: String,
    /// Whether they agreed.
    #[serde(default)]
    pub consent: bool,
}

/// A topic, whose field it is, and where the facts are.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Kebab-case.
    pub id: String,
    /// Words that belong to it.
    #[serde(default)]
    pub words: Vec<String>,
    /// The id of the person to ask.
    #[serde(default)]
    pub owner: String,
    /// How to reach whoever answers for it: a desk, a channel; without one, the owner's own contact.
    #[serde(default)]
    pub contact: String,
    /// The file or page with the facts.
    #[serde(default)]
    pub facts: String,
}

/// Something that is on for a while: by hand, or between two days.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Switch {
    /// Kebab-case, asked for by `when: [Switch("id")]`.
    pub id: String,
    /// Whether it is on by hand.
    #[serde(default)]
    pub on: bool,
    /// The first day, as in `2026-06-01`.
    #[serde(default)]
    pub from: String,
    /// The last day.
    #[serde(default)]
    pub to: String,
}

/// A change of one platform's entry; what is left out stays as it is.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(transparent)]
pub struct PlatformChange(pub crate::platform::PlatformChange);

/// When a second person approves.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct SecondApprover {
    /// On these platforms.
    pub platforms: Vec<String>,
    /// For these intents.
    pub intents: Vec<Intent>,
    /// On these topics.
    pub topics: Vec<String>,
    /// Whether the second one may be who speaks; where one person is all there is.
    pub may_speak_too: bool,
}

/// How the organisation answers.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Reply {
    /// Hours within which an answer is aimed at.
    pub aim_hours: u32,
    /// Whether the other person's words are kept with an approval.
    pub keep_their_words: bool,
}

/// What a sample post shows.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum SampleKind {
    /// A good post.
    Good,
    /// A post that guidance makes better.
    Improvable,
    /// An answer to somebody.
    Reply {
        /// Their words.
        to: String,
    },
    /// A post that must wait.
    Hold,
}

/// A sample post: practice for people, a test for the set.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// What it shows.
    pub kind: SampleKind,
    /// Its text.
    pub text: String,
    /// Why it worked, in a line: what came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}
