//! `WrongPresence`: the brand speaks where people do, or a person where brands do.
//!
//! Never: looks at the text; it is about who says it, and where.

use serde::Deserialize;

use super::{Finder, Looking, Match, Plain};
use crate::draft::Fit;
use crate::text::Span;

/// Finds that the brand speaks on a platform where people expect people (presence `Personal`), or a
/// person personally where they expect the brand (`Logo`).
///
/// A person who speaks for the brand is welcome on both. Silent for a person without a name. In what
/// the rule says `{platform}` stands for the platform's name, `{speaker}` for "the brand" or the
/// person. It has no options.
///
/// ```ron
/// find: WrongPresence
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct WrongPresence {}

impl Plain for WrongPresence {}

impl Finder for WrongPresence {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let post = looking.post;
        let name = match Fit::of(post.speaker, post.voice.person, post.platform) {
            Fit::AmongPeople => Some("the brand"),
            Fit::OnAPage => post.voice.person.map(|person| person.name.trim()),
            Fit::Welcome | Fit::NoProfile => None,
        };
        let found = name.map(|name| Match {
            span: Span::at(0),
            told: vec![
                ("speaker", name.to_owned()),
                ("platform", platform_name(looking)),
            ],
            ..Match::default()
        });
        found.into_iter().collect()
    }
}

/// What people call the platform.
pub(super) fn platform_name(looking: &Looking<'_>) -> String {
    let platform = looking.post.platform;
    let name = [&platform.name, &platform.id]
        .into_iter()
        .find(|name| !name.is_empty());
    name.cloned().unwrap_or_default()
}
