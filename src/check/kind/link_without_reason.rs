//! `LinkWithoutReason`: a link of which nobody says what waits behind it.
//!
//! Never: judges the page, or opens it; it reads the words around the link.

use std::collections::HashSet;

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::text::{EntityKind, PhraseMap, Span, Token, fold, tokens};

/// Finds links whose sentence does not say why to follow them.
///
/// Two words of one's own in the sentence of the link are a reason ("Compare the plans: …"), or one
/// with a colon or a dash behind it ("Menu: …"); "click here", "read more" and the like are none.
/// Where the link stands alone, the sentence before it is a reason when it leads to the link (a
/// colon, an arrow or a pointing hand at its end, a word such as "see" or "join" in it), when a word
/// of it stands in the link, or when it has eight words and no blank line follows; and so is the
/// sentence behind it when it leads back. The lists of empty and leading words are English; in other
/// languages the words are counted. It looks at the whole text, whatever the rule's `within`;
/// `except` names hosts that need no reason.
///
/// ```ron
/// find: LinkWithoutReason
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct LinkWithoutReason {}

impl Kind for LinkWithoutReason {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        let map = |phrases: &str| {
            let phrases = phrases.split(',');
            PhraseMap::new(phrases.map(|phrase| (phrase.trim(), 0)))
        };
        Ok(Box::new(Ready {
            empty: map(EMPTY),
            leading: map(LEADING),
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

/// So many words of one's own beside a link are a reason.
const ENOUGH: usize = 2;
/// So many words before a link tell what it is about.
const CONTEXT: usize = 8;

struct Ready {
    empty: PhraseMap,
    leading: PhraseMap,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let links = links(looking);
        if links.is_empty() {
            return Vec::new();
        }
        let around = Around::of(looking);
        let mut out = Vec::new();
        let mut spent = 0;
        for group in groups(looking, links) {
            let is_bare = |link: &Span| !looking.excepted.iter().any(|other| other.overlaps(*link));
            let end = group.end;
            if !self.has_reason(looking, &around, &group, spent) {
                let bare = group.links.into_iter().filter(is_bare);
                out.extend(bare.map(|span| Match {
                    span,
                    ..Match::default()
                }));
            }
            spent = end;
        }
        out
    }
}

/// The links that are not part of a quotation.
fn links(looking: &Looking<'_>) -> Vec<Span> {
    let mut closed = 0;
    let mut out = Vec::new();
    for entity in looking.entities {
        match entity.kind {
            EntityKind::Quote => closed = closed.max(entity.span.end),
            EntityKind::Link if entity.span.start >= closed => out.push(entity.span),
            EntityKind::Link
            | EntityKind::Mention
            | EntityKind::Hashtag
            | EntityKind::Email
            | EntityKind::Code => {}
        }
    }
    out
}

/// The text around links.
struct Around<'t> {
    text: &'t str,
    /// Links, handles, hashtags, addresses and code, which have no words of one's own.
    apart: Vec<Span>,
}

impl<'t> Around<'t> {
    fn of(looking: &Looking<'t>) -> Self {
        let entities = looking.entities.iter();
        let apart = entities.filter(|entity| entity.kind != EntityKind::Quote);
        Self {
            text: looking.post.text,
            apart: apart.map(|entity| entity.span).collect(),
        }
    }

    /// One's own words in a stretch, those of a quotation included.
    fn words(&self, stretch: Span) -> Vec<Token> {
        let from = self.apart.partition_point(|span| span.end <= stretch.start);
        let mut apart = self.apart.iter().skip(from).peekable();
        let mut words = tokens(stretch.of(self.text));
        words.retain_mut(|word| {
            word.span = word.span.shifted(stretch.start);
            while apart.next_if(|span| span.end <= word.span.start).is_some() {}
            !apart.peek().is_some_and(|span| span.overlaps(word.span))
        });
        words
    }
}

/// Links that share a sentence.
struct Group {
    links: Vec<Span>,
    /// The first sentence that they stand in, by its number, and one past the last: a mark inside a
    /// link may part sentences.
    first: usize,
    end: usize,
}

fn groups(looking: &Looking<'_>, links: Vec<Span>) -> Vec<Group> {
    let sentences = looking.sentences;
    let mut out: Vec<Group> = Vec::new();
    for link in links {
        let first = sentences.partition_point(|sentence| sentence.end <= link.start);
        let end = sentences.partition_point(|sentence| sentence.start < link.end);
        match out.last_mut() {
            Some(last) if first < last.end => {
                last.links.push(link);
                last.end = last.end.max(end);
            }
            _ => out.push(Group {
                links: vec![link],
                first,
                end,
            }),
        }
    }
    out
}

/// What ends before the link, and what stands around it. To the rules of sentences, one that is
/// followed by a small letter has not ended, and links begin with one.
fn parted(text: &str, sentence: Span, link: Span) -> (Option<Span>, Span) {
    let before = Span::new(sentence.start, link.start).of(text);
    let ends = before
        .char_indices()
        .rev()
        .skip_while(|(_, c)| !c.is_whitespace());
    let mut was_space = true;
    for (at, c) in ends {
        if was_space && matches!(c, '.' | '!' | '?' | '…' | '。') {
            let end = sentence.start + at + c.len_utf8();
            let own = Span::new(sentence.start, end);
            return (Some(own), Span::new(end, sentence.end));
        }
        was_space = c.is_whitespace();
    }
    (None, sentence)
}

impl Ready {
    /// Whether the words around a group say why to follow its links; the sentences before number
    /// `spent` lead to other links.
    fn has_reason(
        &self,
        looking: &Looking<'_>,
        around: &Around<'_>,
        group: &Group,
        spent: usize,
    ) -> bool {
        let sentences = looking.sentences;
        let (Some(link), Some(first)) = (group.links.first(), sentences.get(group.first)) else {
            return true;
        };
        let last = group.end.checked_sub(1).and_then(|at| sentences.get(at));
        let whole = last.map_or(*first, |last| first.join(*last));
        let (own_before, whole) = parted(around.text, whole, *link);
        let is_label = {
            let before = Span::new(whole.start, link.start)
                .of(around.text)
                .trim_end();
            before.ends_with([':', '-', '–', '—', '→', '👉'])
        };
        let n_own = self.n_own(around.text, &around.words(whole));
        if n_own >= ENOUGH || (n_own == 1 && is_label) {
            return true;
        }
        let line_before = group.first.checked_sub(1).filter(|at| *at >= spent);
        let line_before = line_before.and_then(|at| sentences.get(at)).copied();
        let after = sentences.get(group.end).filter(|after| {
            let gap = Span::new(whole.end, after.start).of(around.text);
            gap.matches('\n').count() < 2
        });
        own_before
            .or(line_before)
            .is_some_and(|before| self.leads(around, before, *link))
            || after.is_some_and(|after| self.invites(around.text, &around.words(*after)))
    }

    /// How many words are not empty.
    fn n_own(&self, text: &str, words: &[Token]) -> usize {
        let at = |place: usize| words.partition_point(|word| word.span.start < place);
        let empty = self.empty.find(text, words).into_iter();
        let n_empty: usize = empty.map(|(span, _)| at(span.end) - at(span.start)).sum();
        words.len().saturating_sub(n_empty)
    }

    /// Whether more than empty words stand there, and one that leads to a link.
    fn invites(&self, text: &str, words: &[Token]) -> bool {
        !self.leading.find(text, words).is_empty() && self.n_own(text, words) > 0
    }

    /// Whether a sentence prepares the reader for the link behind it.
    fn leads(&self, around: &Around<'_>, sentence: Span, link: Span) -> bool {
        let text = around.text;
        let words = around.words(sentence);
        let n_own = self.n_own(text, &words);
        let gap = Span::new(sentence.end, link.start).of(text);
        let end = sentence.of(text).trim_end_matches(['\u{fe0f}', ' ']);
        let points = end.ends_with([':', '→', '↓', '⬇', '➡', '👇', '👉']);
        let parts: HashSet<String> = link_words(link.of(text)).collect();
        (points && n_own > 0)
            || self.invites(text, &words)
            || words
                .iter()
                .any(|word| parts.contains(word.folded.as_str()))
            || (n_own > 0 && words.len() >= CONTEXT && gap.matches('\n').count() < 2)
    }
}

/// The longer words of a link.
fn link_words(link: &str) -> impl Iterator<Item = String> {
    let parts = link.split(|c: char| !c.is_alphanumeric());
    parts.filter(|part| part.chars().count() > 3).map(fold)
}

/// Words beside a link that say nothing of what is behind it.
const EMPTY: &str = "
    click, click here, click on the link, click the link, click below, click through, tap, tap here,
    tap the link, here, here's, here it is, this, that, it, this link, the link, link, links, url,
    link below, link here, see link, see the link, see here, see below, see more, see this,
    read more, read on, read it, read this, learn more, find out more, discover more, more,
    more info, more information, more details, more here, more below, even more, for more,
    for more info, for more information, for more details, info, information, check it out,
    check this out, check out, check out the link, check out our website, check out this link,
    have a look, take a look, look, look at this, visit, visit us, visit our website, visit our site,
    visit our page, our website, our site, our page, website, go to, go here, via, new post,
    new blog post, new article, new video, new on the blog, on the blog, blog, blog post, post,
    follow the link, follow this link, and, or, at, on, in, to, the, a, an, by, with, for, from, our,
    please, new, now, today, just, so, wow, hello, hi, hey, good morning, good evening, enjoy, yes,
    omg, update, news, fyi, breaking, live, www, http, https
";

/// Words of a sentence that lead to a link beside it.
const LEADING: &str = "
    see, read, watch, listen, find, compare, book, join, register, download, try, learn, vote, apply,
    donate, sign, sign up, tell us, tell me, let us know, let me know, ask, share, discover, explore,
    browse, check, visit, order, look up, choose, pick, fill in, take part, come and see, details,
    guide, programme, program, tickets, recipe, photos, pictures, video, report, story, article,
    interview, episode, podcast, survey, form, map, menu, agenda, slides, minutes, dates, steps,
    source, link below, link in, below, here's how, here is how, here's what, here is what,
    here's why, here is why, how to
";
