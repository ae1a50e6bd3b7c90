//! `LinkOnly`: the text is nothing but a link.
//!
//! Never: takes a hashtag, a handle or an emoji for words of one's own.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::text::{EntityKind, Span};

/// Finds a text that has a link, or several, and no word beside them.
///
/// Hashtags, handles, addresses and emoji are no words. It looks at the whole text, whatever the
/// rule's `within`.
///
/// ```ron
/// find: LinkOnly
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct LinkOnly {}

impl Kind for LinkOnly {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready;

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let mut has_link = false;
        let mut from = 0;
        for entity in looking.entities {
            match entity.kind {
                EntityKind::Link => has_link = true,
                EntityKind::Mention | EntityKind::Hashtag | EntityKind::Email => {}
                EntityKind::Code | EntityKind::Quote => continue,
            }
            if has_words(Span::new(from, entity.span.start).of(text)) {
                return Vec::new();
            }
            from = from.max(entity.span.end);
        }
        if !has_link || has_words(Span::new(from, text.len()).of(text)) {
            return Vec::new();
        }
        let start = text.len() - text.trim_start().len();
        vec![Match {
            span: Span::new(start, text.trim_end().len()),
            ..Match::default()
        }]
    }
}

/// Whether a letter or a digit stands there; the digit of a keycap is a picture.
fn has_words(words: &str) -> bool {
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let is_keycap = matches!(chars.peek(), Some('\u{fe0f}' | '\u{20e3}'));
        if c.is_alphanumeric() && !is_keycap {
            return true;
        }
    }
    false
}
