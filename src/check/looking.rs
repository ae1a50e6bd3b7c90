//! What a rule kind is given to look at.
//!
//! Never: finds anything.

use std::cell::OnceCell;

use super::Post;
use super::kind::{Match, Subject};
use crate::guideline::Set;
use crate::text::{Bare, Entity, EntityKind, Hits, Span, Token};

/// What a kind is given to look at.
pub struct Looking<'a> {
    /// The post.
    pub post: &'a Post<'a>,
    /// The head of the set: home base, what is its own, focus, goals. Its rules are left out.
    pub head: &'a Set,
    /// Its words, folded, in order; only those that the rule may look at (`within`, exemptions).
    pub tokens: &'a [Token],
    /// The stretches that the rule may look at, in order.
    pub prose: &'a [Span],
    /// The stretches as patterns search them, worked out by the first pattern for those that follow;
    /// nothing where the rule looks elsewhere than others do.
    pub windows: Option<&'a OnceCell<Vec<(usize, Span)>>>,
    /// The links, handles, quotations and code of the text.
    pub entities: &'a [Entity],
    /// All sentences of the text.
    pub sentences: &'a [Span],
    /// The text without disguise: no unseen characters, plain digits and letters.
    pub bare: &'a Bare,
    /// Where the phrases of all rules stand, list by list.
    pub hits: &'a Hits,
    /// The stretches in which a match does not count: the rule's `except`, the set's own telephone
    /// numbers; in order, none inside another.
    pub excepted: &'a [Span],
    /// The names of the organisation and its products, where they stand.
    pub own_names: &'a [Span],
    /// Where words of the set's topics and of its trade stand.
    pub subjects: &'a [(Span, Subject)],
    /// The domains of the organisation, in small letters.
    pub own_domains: &'a [String],
    /// Whether the text may be English.
    pub is_english: bool,
    /// Whether time has run out; a kind that goes over the text more than once asks between goes.
    pub out_of_time: &'a dyn Fn() -> bool,
}

impl Looking<'_> {
    /// The text.
    pub fn text(&self) -> &str {
        self.post.text
    }

    /// Whether the rule may look at all of `span`, and a match there counts.
    pub fn may_see(&self, span: Span) -> bool {
        self.is_open(span) && !is_inside(span, self.excepted)
    }

    /// Whether `span` lies in one of the stretches that the rule may look at.
    pub fn is_open(&self, span: Span) -> bool {
        is_inside(span, self.prose)
    }

    /// The links, handles, quotations and code that start inside `span`.
    pub fn entities_in(&self, span: Span) -> &[Entity] {
        let starts_before = |at: usize| {
            self.entities
                .partition_point(|entity| entity.span.start < at)
        };
        let range = starts_before(span.start)..starts_before(span.end);
        self.entities.get(range).unwrap_or_default()
    }

    /// The words that the rule may look at inside `span`.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.end <= span.end);
        self.tokens.get(start..end).unwrap_or_default()
    }

    /// Whether `word` stands in a hashtag.
    pub fn in_hashtag(&self, word: Span) -> bool {
        let next = self
            .entities
            .partition_point(|entity| entity.span.start <= word.start);
        let before = next.checked_sub(1).and_then(|at| self.entities.get(at));
        before
            .is_some_and(|entity| entity.kind == EntityKind::Hashtag && entity.span.contains(word))
    }

    /// The sentence that `span` begins in.
    pub fn sentence_of(&self, span: Span) -> Option<Span> {
        let next = self
            .sentences
            .partition_point(|sentence| sentence.start <= span.start);
        let at = next.checked_sub(1)?;
        let sentence = self.sentences.get(at).copied()?;
        (span.start < sentence.end).then_some(sentence)
    }

    /// Whether no letter or digit of its sentence stands before `word`.
    pub fn starts_sentence(&self, word: Span) -> bool {
        self.sentence_of(word).is_some_and(|sentence| {
            let before = Span::new(sentence.start, word.start).of(self.text());
            !before.contains(char::is_alphanumeric)
        })
    }
}

/// Looks at what stands between two blank lines, one block after the other, so that no word has a
/// neighbour in another block.
pub fn block_by_block(
    looking: &Looking<'_>,
    find: &dyn Fn(&Looking<'_>) -> Vec<Match>,
) -> Vec<Match> {
    let text = looking.text();
    let is_together = |before: &Token, after: &Token| {
        let gap = Span::new(before.span.end, after.span.start).of(text);
        gap.bytes().filter(|byte| *byte == b'\n').count() < 2
    };
    let blocks = looking.tokens.chunk_by(is_together);
    let found = blocks.flat_map(|tokens| {
        let start = tokens.first().map_or(0, |token| token.span.start);
        let end = tokens.last().map_or(0, |token| token.span.end);
        let sentences = looking.sentences;
        let from = sentences.partition_point(|sentence| sentence.end <= start);
        let to = sentences.partition_point(|sentence| sentence.start < end);
        find(&Looking {
            tokens,
            sentences: sentences.get(from..to).unwrap_or_default(),
            ..*looking
        })
    });
    found.collect()
}

/// Whether one of `others` contains `span`; they are in order, and none lies inside another.
pub(super) fn is_inside(span: Span, others: &[Span]) -> bool {
    let n = others.partition_point(|other| other.start <= span.start);
    n.checked_sub(1)
        .and_then(|last| others.get(last))
        .is_some_and(|other| other.contains(span))
}
