//! A text as rules see it: what each may look at.
//!
//! Never: knows a rule; it knows where rules of each kind of place may look.

use std::cell::OnceCell;
use std::ops::Range;

use super::kind::{List, Lists};
use super::parsed::Parsed;
use super::subjects::Subjects;
use crate::guideline::{Person, Set, Within};
use crate::text::{Bare, Entity, EntityKind, Span, Token};

/// What belongs to the organisation, ready to be found.
#[derive(Default)]
pub(super) struct Ours {
    /// Names and products, among the phrases of the set.
    pub(super) names: List,
    /// Telephone numbers, as they are written.
    pub(super) phones: Vec<String>,
    domains: Vec<String>,
    /// Its topics and its trade, among the phrases of the set.
    pub(super) subjects: Subjects,
}

impl Ours {
    /// Gets names, products, telephone numbers, domains and subjects of a head ready.
    pub(super) fn of(head: &Set, lists: &mut Lists) -> Self {
        let own = &head.own;
        let names = own.names.iter().chain(&own.products);
        Self {
            names: lists.add(names.map(String::as_str)),
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
            subjects: Subjects::of(head, lists),
        }
    }
}

/// A text as the rules look at it.
pub(super) struct Seen<'t> {
    text: &'t str,
    /// Its words, phrases, links, sentences.
    pub(super) parsed: &'t Parsed,
    /// The domains of the organisation.
    pub(super) own_domains: &'t [String],
    /// Whether the text may be English; a stretch is what the whole is.
    pub(super) is_english: bool,
    views: [OnceCell<View>; 6],
    bare: OnceCell<Bare>,
}

/// What the rules of one kind of place may look at.
pub(super) struct View {
    /// The stretches.
    pub(super) prose: Vec<Span>,
    /// The same as patterns search them.
    pub(super) windows: OnceCell<Vec<(usize, Span)>>,
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
    /// Shows `text`, which was taken apart before.
    pub(super) fn new(text: &'t str, parsed: &'t Parsed, ours: &'t Ours) -> Self {
        Self {
            text,
            parsed,
            own_domains: &ours.domains,
            is_english: parsed.is_english,
            views: Default::default(),
            bare: OnceCell::new(),
        }
    }

    /// The text without disguise.
    pub(super) fn bare(&self) -> &Bare {
        self.bare.get_or_init(|| Bare::of(self.text))
    }

    /// Where the organisation's telephone numbers stand, and the published addresses of its people.
    pub(super) fn own_contacts(&self, people: &[Person]) -> Vec<Span> {
        let phones = self.parsed.own_phones.iter().copied();
        if people.is_empty() {
            return phones.collect();
        }
        let emails = self.parsed.entities.iter();
        let emails = emails.filter(|entity| {
            let words = entity.span.of(self.text);
            let is_theirs = |one: &Person| one.email.trim().eq_ignore_ascii_case(words);
            entity.kind == EntityKind::Email && people.iter().any(is_theirs)
        });
        phones.chain(emails.map(|entity| entity.span)).collect()
    }

    /// What a rule with this `within` may look at.
    pub(super) fn view(&self, within: Within) -> &View {
        let [prose, anywhere, first, last, unquoted, first_lines] = &self.views;
        let cell = match within {
            Within::Prose => prose,
            Within::Anywhere => anywhere,
            Within::FirstSentence => first,
            Within::LastSentence => last,
            Within::OutsideQuotes => unquoted,
            Within::FirstLines => first_lines,
        };
        cell.get_or_init(|| {
            let prose = self.open(within);
            View {
                words: self.words(&prose),
                windows: OnceCell::new(),
                prose,
            }
        })
    }

    fn words(&self, prose: &[Span]) -> Words {
        if let [] | [_] = prose {
            let one = prose.first().copied().unwrap_or_default();
            let tokens = &self.parsed.tokens;
            let start = tokens.partition_point(|token| token.span.start < one.start);
            let end = tokens.partition_point(|token| token.span.end <= one.end);
            return Words::Stretch(start..end.max(start));
        }
        let mut picked = Vec::with_capacity(self.parsed.tokens.len());
        let mut tokens = self.parsed.tokens.iter().peekable();
        for open in prose {
            while tokens
                .next_if(|token| token.span.start < open.start)
                .is_some()
            {}
            while let Some(token) = tokens.next_if(|token| token.span.end <= open.end) {
                picked.push(token.clone());
            }
        }
        Words::Picked(picked)
    }

    /// The stretches that a rule may look at.
    fn open(&self, within: Within) -> Vec<Span> {
        let is_closed = |entity: &&Entity| match within {
            Within::Anywhere => false,
            Within::OutsideQuotes => entity.kind == EntityKind::Quote,
            Within::Prose | Within::FirstSentence | Within::LastSentence | Within::FirstLines => {
                entity.kind != EntityKind::Hashtag
            }
        };
        let mut closed = self.parsed.entities.iter().filter(is_closed).peekable();
        let mut out = Vec::new();
        for whole in self.wholes(within) {
            let mut from = whole.start;
            while let Some(entity) = closed.peek().filter(|entity| entity.span.start < whole.end) {
                let (start, end) = (entity.span.start, entity.span.end);
                if end > from {
                    out.push(Span::new(from, start));
                    from = end;
                }
                if end > whole.end {
                    // it closes the start of the next one, too
                    break;
                }
                closed.next();
            }
            out.push(Span::new(from, whole.end));
        }
        out.retain(|span| !span.is_empty());
        out
    }

    /// The stretches that `within` names, before what they leave alone is taken out.
    fn wholes(&self, within: Within) -> Vec<Span> {
        let all = Span::all(self.text);
        match within {
            Within::Prose | Within::Anywhere | Within::OutsideQuotes => vec![all],
            Within::FirstSentence => self.parsed.sentences.first().copied().into_iter().collect(),
            Within::LastSentence => self.parsed.sentences.last().copied().into_iter().collect(),
            Within::FirstLines => first_lines(self.text),
        }
    }
}

/// The first line of the text and of each part behind a manual break, as threads are split.
fn first_lines(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut start, mut n_blank, mut is_first) = (0, 0, true);
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        n_blank = if words.is_empty() { n_blank + 1 } else { 0 };
        if words == "---" || n_blank == 2 {
            is_first = true;
        } else if is_first && n_blank == 0 {
            let lead = line.len() - line.trim_start().len();
            out.push(Span::new(start + lead, start + lead + words.len()));
            is_first = false;
        }
        start += line.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_stands_behind_each_manual_break() {
        let text = "\n One \ntwo\n---\n\nThree\r\nfour\r\n\r\n\r\nFive --- six\n\nseven";
        let found: Vec<&str> = first_lines(text)
            .into_iter()
            .map(|span| span.of(text))
            .collect();
        assert_eq!(found, ["One", "Three", "Five --- six"]);
    }
}
