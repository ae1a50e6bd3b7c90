//! `Embargo`: news that must wait, in any of its words.
//!
//! Never: says what the news is; a finding has its label.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match};
use crate::check::Fix;
use crate::check::waiting::{Waiting, has_sealed};
use crate::guideline::{Embargo as News, Set};
use crate::text::Span;

/// Finds the terms of the set's `embargoes` that still hold: before their day has begun in their
/// zone, or until somebody lifts them by name.
///
/// Case, accents, hyphens, `camelCase`, hashtags, a possessive s and hidden characters make no
/// difference, and two words may be written as one; other endings do (`departing` for `departure`).
/// Platforms that an embargo allows are left alone. In what the rule says `{label}` stands for the
/// harmless name, `{waits}` for the day or the condition, `{owner}` for who decides, `{first}` for
/// what is still to be settled. It has no options; a Hold of it cannot be reasoned away.
///
/// ```ron
/// find: Embargo
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Embargo {}

impl Kind for Embargo {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready(Waiting::default())))
    }

    fn ready_for(&self, head: &Set, _lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready(Waiting::of(&head.embargoes))))
    }

    fn is_slow_for(&self, head: &Set) -> bool {
        has_sealed(&head.embargoes)
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready(Waiting);

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let (now, platform) = (looking.post.now, &looking.post.platform.id);
        let holds = |news: &News| news.holds(now) && !news.is_allowed_on(platform);
        found(&self.0, looking, &holds)
    }
}

/// The terms of the embargoes that `is_asked` takes in.
pub(super) fn found(
    waiting: &Waiting,
    looking: &Looking<'_>,
    is_asked: &dyn Fn(&News) -> bool,
) -> Vec<Match> {
    let embargoes = &looking.head.embargoes;
    let found = waiting.found(looking.text(), embargoes, is_asked);
    let matched = |(span, n): (Span, usize)| {
        let news = embargoes.get(n)?;
        let is_excepted = looking.excepted.iter().any(|one| one.overlaps(span));
        (!is_excepted).then(|| Match {
            span,
            fixes: vec![remove(looking.text(), span)],
            told: told(news),
            masked: Some(format!("{} #{n}", news.label.trim())),
        })
    };
    found.into_iter().filter_map(matched).collect()
}

/// Takes the words out, and the hash of a hashtag with them.
fn remove(text: &str, span: Span) -> Fix {
    let before = text.get(..span.start).unwrap_or_default();
    let start = before.len() - usize::from(before.ends_with('#'));
    Fix::replace(text, Span::new(start, span.end), "")
}

fn told(news: &News) -> Vec<(&'static str, String)> {
    let first = |words: &str, open: &[&str]| match open {
        [] => String::new(),
        open => format!(" {words}: {}.", open.join(", ")),
    };
    let owner = match news.owner.trim() {
        "" => "Whoever keeps these guidelines".to_owned(),
        owner => owner.to_owned(),
    };
    vec![
        ("label", news.label.trim().to_owned()),
        ("waits", news.waits_for()),
        ("owner", owner),
        ("first", first("To settle first", &news.to_settle())),
        ("tell", news.to_tell().join(", ")),
    ]
}
