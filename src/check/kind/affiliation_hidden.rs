//! `AffiliationHidden`: it is said where few will see it, or in a tag that can mean anything.
//!
//! Never: asks for it to be said; see `AffiliationMissing`.

use std::collections::HashSet;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match};
use crate::check::affiliation::{is_personal, named, said};
use crate::check::conditions::is_about_conditions;
use crate::check::disclosure::{Wording, fix, readable};
use crate::text::{EntityKind, Span, fold};

/// Finds where a person who speaks personally says that they work there, when that stands behind the
/// platform's fold or in a row of three hashtags and more, and nowhere in sight; and the tags that
/// leave it open, when nothing says it in earnest.
///
/// `tags` are those tags, without `#`; one that ends in `*` stands for all that begin like it, one
/// that begins with `*` for all that end like it. An empty list leaves tags to other rules. Silent
/// where nothing of the company is named, but for a tag in a pile. The fix is that of
/// [`AffiliationMissing`](super::AffiliationMissing), whose `say` it shares.
///
/// ```ron
/// find: AffiliationHidden(tags: ["sp", "collab", "*partner", "thanks*"])
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct AffiliationHidden {
    /// The tags that leave it open.
    pub tags: Vec<String>,
    /// What the fix says.
    pub say: Wording,
}

impl Default for AffiliationHidden {
    fn default() -> Self {
        let tags = "sp spon spons collab collaboration partners partnership *partner *ambassador \
                    influencer brandlove gifted af aff thanks* thankyou* thx*";
        Self {
            tags: tags.split_whitespace().map(str::to_owned).collect(),
            say: Wording::new(),
        }
    }
}

impl Kind for AffiliationHidden {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        readable(&self.say)?;
        let bare = |tag: &String| fold(tag.trim().trim_start_matches('#'));
        let tags: Vec<String> = self.tags.iter().map(bare).collect();
        let (open, whole): (Vec<String>, Vec<String>) =
            tags.into_iter().partition(|tag| tag.contains('*'));
        Ok(Box::new(Ready {
            whole: whole.into_iter().collect(),
            open,
            say: self.say.clone(),
        }))
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    whole: HashSet<String>,
    /// Those with a star.
    open: Vec<String>,
    say: Wording,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        if !is_personal(looking) {
            return Vec::new();
        }
        let said = said(looking);
        if said.iter().any(|one| one.is_seen()) || is_about_conditions(looking) {
            return Vec::new();
        }
        let is_named = named(looking).is_some();
        let hidden = said.first().filter(|one| is_named || one.is_piled);
        let spans: Vec<Span> = match hidden {
            Some(one) => vec![one.span],
            None if is_named && said.is_empty() => self.unclear(looking),
            None => Vec::new(),
        };
        let found = spans.into_iter().map(|span| Match {
            span,
            fixes: fix(looking, &self.say).into_iter().collect(),
            ..Match::default()
        });
        found.collect()
    }
}

impl Ready {
    /// The tags that leave it open.
    fn unclear(&self, looking: &Looking<'_>) -> Vec<Span> {
        let text = looking.text();
        let tags = looking.entities.iter().filter(|entity| {
            let words = fold(entity.span.of(text).trim_start_matches(['#', '＃']));
            entity.kind == EntityKind::Hashtag && self.leaves_open(&words)
        });
        tags.map(|entity| entity.span).collect()
    }

    fn leaves_open(&self, tag: &str) -> bool {
        let is_like = |open: &String| match (open.strip_suffix('*'), open.strip_prefix('*')) {
            (Some(start), _) => tag.starts_with(start),
            (None, Some(end)) => tag.ends_with(end),
            (None, None) => false,
        };
        self.whole.contains(tag) || self.open.iter().any(is_like)
    }
}
