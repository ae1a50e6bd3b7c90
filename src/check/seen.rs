//! What every rule needs of a text, worked out once for all of them.
//!
//! Never: knows a rule; it knows where rules of each kind of place may look.

use std::cell::OnceCell;
use std::ops::Range;

use crate::guideline::{Own, Within};
use crate::text::{Entity, EntityKind, PhraseMap, Span, Token, entities, sentences, tokens};

/// What belongs to the organisation, ready to be found.
#[derive(Default)]
pub(super) struct Ours {
    names: PhraseMap,
    phones: Vec<String>,
    domains: Vec<String>,
}

impl Ours {
    /// Gets names, products, telephone numbers and domains ready.
    pub(super) fn of(own: &Own) -> Self {
        let names = own.names.iter().chain(&own.products);
        Self {
            names: PhraseMap::new(names.map(|name| (name.as_str(), 0))),
            phones: own
                .phones
                .iter()
                .filter(|phone| !phone.trim().is_empty())
                .cloned()
                .collect(),
            domains: own
                .domains
                .iter()
                .map(|domain| domain.trim().to_lowercase())
                .filter(|domain| !domain.is_empty())
                .collect(),
        }
    }
}

/// A text, taken apart.
pub(super) struct Seen<'t> {
    text: &'t str,
    /// Its words.
    pub(super) tokens: Vec<Token>,
    /// Its links, handles, quotations and code.
    pub(super) entities: Vec<Entity>,
    /// Its sentences.
    pub(super) sentences: Vec<Span>,
    /// Where names of the organisation stand.
    pub(super) own_names: Vec<Span>,
    /// Where its telephone numbers stand.
    pub(super) own_phones: Vec<Span>,
    /// Its domains.
    pub(super) own_domains: &'t [String],
    views: [OnceCell<View>; 4],
}

/// What the rules of one kind of place may look at.
pub(super) struct View {
    /// The stretches.
    pub(super) prose: Vec<Span>,
    words: Words,
}

/// The words inside the stretches; copied only when some in the middle are left out.
enum Words {
    Stretch(Range<usize>),
    Picked(Vec<Token>),
}

impl View {
    /// The words that may be looked at, given all words of the text.
    pub(super) fn tokens<'a>(&'a self, all: &'a [Token]) -> &'a [Token] {
        match &self.words {
            Words::Stretch(range) => all.get(range.clone()).unwrap_or_default(),
            Words::Picked(picked) => picked,
        }
    }
}

impl<'t> Seen<'t> {
    /// Takes `text` apart.
    pub(super) fn of(text: &'t str, ours: &'t Ours) -> Self {
        let tokens = tokens(text);
        let names = ours.names.find(text, &tokens);
        let phones = ours.phones.iter().flat_map(|phone| {
            text.match_indices(phone.as_str())
                .map(|(at, words)| Span::new(at, at + words.len()))
        });
        Self {
            text,
            entities: entities(text),
            sentences: sentences(text),
            own_names: names.into_iter().map(|(span, _)| span).collect(),
            own_phones: phones.collect(),
            own_domains: &ours.domains,
            views: Default::default(),
            tokens,
        }
    }

    /// What a rule with this `within` may look at.
    pub(super) fn view(&self, within: Within) -> &View {
        let [prose, anywhere, first, last] = &self.views;
        let cell = match within {
            Within::Prose => prose,
            Within::Anywhere => anywhere,
            Within::FirstSentence => first,
            Within::LastSentence => last,
        };
        cell.get_or_init(|| {
            let prose = self.open(within);
            View {
                words: self.words(&prose),
                prose,
            }
        })
    }

    fn words(&self, prose: &[Span]) -> Words {
        if let [] | [_] = prose {
            let one = prose.first().copied().unwrap_or_default();
            let start = self
                .tokens
                .partition_point(|token| token.span.start < one.start);
            let end = self
                .tokens
                .partition_point(|token| token.span.end <= one.end);
            return Words::Stretch(start..end.max(start));
        }
        let is_open = |token: &&Token| prose.iter().any(|open| open.contains(token.span));
        Words::Picked(self.tokens.iter().filter(is_open).cloned().collect())
    }

    /// The stretches that a rule may look at.
    fn open(&self, within: Within) -> Vec<Span> {
        let whole = match within {
            Within::Anywhere => return vec![Span::all(self.text)],
            Within::Prose => Span::all(self.text),
            Within::FirstSentence => self.sentences.first().copied().unwrap_or_default(),
            Within::LastSentence => self
                .sentences
                .last()
                .copied()
                .unwrap_or(Span::at(self.text.len())),
        };
        let mut out = Vec::new();
        let mut from = whole.start;
        for entity in &self.entities {
            let is_closed = match entity.kind {
                EntityKind::Link
                | EntityKind::Mention
                | EntityKind::Email
                | EntityKind::Code
                | EntityKind::Quote => true,
                EntityKind::Hashtag => false,
            };
            if is_closed && entity.span.end > from && entity.span.start < whole.end {
                out.push(Span::new(from, entity.span.start));
                from = entity.span.end;
            }
        }
        out.push(Span::new(from, whole.end));
        out.retain(|span| !span.is_empty());
        out
    }
}
