//! `OverLimit`: the text is longer than the platform takes.
//!
//! Never: counts in a way of its own; the count of the post stands.

use serde::Deserialize;

use super::{Finder, Looking, Match, Plain};
use crate::platform::What;
use crate::text::{EntityKind, Span, graphemes};

/// Finds the part of the text that no longer fits, its signature reckoned in.
///
/// ```ron
/// find: OverLimit
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct OverLimit {}

impl Plain for OverLimit {}

impl Finder for OverLimit {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        if looking.post.count.fits() {
            return Vec::new();
        }
        let text = looking.text();
        let cut = whole(looking, first_limit(looking).min(second_limit(looking)));
        vec![Match {
            span: Span::new(cut.min(text.len()), text.len()),
            ..Match::default()
        }]
    }
}

/// The cut before a link, handle or hashtag that it would go through.
fn whole(looking: &Looking<'_>, cut: usize) -> usize {
    let is_one = |kind: EntityKind| {
        matches!(
            kind,
            EntityKind::Link | EntityKind::Mention | EntityKind::Hashtag | EntityKind::Email
        )
    };
    let mut through = looking
        .entities
        .iter()
        .filter(|entity| is_one(entity.kind) && entity.span.start < cut && cut < entity.span.end);
    through.next().map_or(cut, |entity| entity.span.start)
}

/// Where the platform's limit is reached, in bytes of the text.
fn first_limit(looking: &Looking<'_>) -> usize {
    let (text, count) = (looking.text(), looking.post.count);
    let Some(limit) = count.limit.filter(|limit| count.used > *limit) else {
        return text.len();
    };
    let is_signature = |what: What| what == What::Signature;
    let signed: u32 = count
        .receipt
        .iter()
        .filter(|part| is_signature(part.what))
        .map(|part| part.used)
        .sum();
    let mut room = limit.saturating_sub(signed);
    for part in &count.receipt {
        if part.used > room {
            let inside = match part.what {
                What::Text => fitting(looking, part.span, room),
                What::Link | What::Mention | What::Signature => 0,
            };
            return part.span.start + inside;
        }
        room -= part.used;
    }
    text.len()
}

/// How many bytes of one part of the receipt fit into `room`: the longest run of whole characters
/// that the platform itself counts as no more.
fn fitting(looking: &Looking<'_>, span: Span, room: u32) -> usize {
    let text = looking.text();
    let piece = Span::new(span.start, span.end.min(text.len())).of(text);
    // no platform counts a character as nothing, so the end lies within the first `room` of them
    let ends: Vec<usize> = graphemes(piece)
        .take(room as usize + 1)
        .map(|(at, _)| at)
        .collect();
    let fits = |end: &usize| {
        let head = Span::new(0, *end).of(piece);
        looking.post.platform.count(head).used <= room
    };
    let n_fitting = ends.partition_point(fits);
    n_fitting
        .checked_sub(1)
        .and_then(|n| ends.get(n))
        .copied()
        .unwrap_or(0)
}

/// Where the second limit (bytes, on Bluesky) is reached.
fn second_limit(looking: &Looking<'_>) -> usize {
    let text = looking.text();
    let Some(also) = looking
        .post
        .count
        .also
        .filter(|also| also.used > also.limit)
    else {
        return text.len();
    };
    let over = (also.used - also.limit) as usize;
    let room = text.len().saturating_sub(over);
    graphemes(text)
        .map(|(at, _)| at)
        .take_while(|at| *at <= room)
        .last()
        .unwrap_or(0)
}
