//! `NoProfileHere`: a person writes for a platform on which they have no profile.
//!
//! Never: asks a platform; it goes by the handles of the person's entry.

use serde::Deserialize;

use super::wrong_presence::platform_name;
use super::{Finder, Looking, Match, Plain};
use crate::draft::Fit;
use crate::text::Span;

/// Finds that the handles of the person who speaks name other platforms, but not this one.
///
/// It matters where people speak in their own name and have handles: not on a page of the brand
/// (presence `Logo`), not in a group, not on a forum or a blog. Who lists no handle at all has not
/// said where they are, and is left alone; so are the brand and a person without a name. In what the
/// rule says `{platform}` stands for the platform's name, `{speaker}` for the person's. It has no
/// options.
///
/// ```ron
/// find: NoProfileHere
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct NoProfileHere {}

impl Plain for NoProfileHere {}

impl Finder for NoProfileHere {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let post = looking.post;
        let fit = Fit::of(post.speaker, post.voice.person, post.platform);
        let person = post.voice.person.filter(|_| fit == Fit::NoProfile);
        let found = person.map(|person| Match {
            span: Span::at(0),
            told: vec![
                ("speaker", person.name.trim().to_owned()),
                ("platform", platform_name(looking)),
            ],
            ..Match::default()
        });
        found.into_iter().collect()
    }
}
