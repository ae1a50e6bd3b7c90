//! Whether somebody who speaks personally says where they work, and where in the text.
//!
//! Never: asks for it where nothing of the company or its trade is named.

use std::sync::LazyLock;

use regex::Regex;

use super::kind::Looking;
use super::statements::statements;
use super::subjects::Subject;
use crate::guideline::SpeakerKind;
use crate::text::{Entity, EntityKind, PhraseMap, Span, Token, fold, graphemes};

/// Words that say it when what is ours stands right behind them.
static BEFORE_OURS: LazyLock<PhraseMap> = LazyLock::new(|| {
    let words = [
        "I work on",
        "I work with",
        "I worked on",
        "I make",
        "I made",
        "I build",
        "I built",
        "I helped build",
        "I helped make",
        "I helped design",
        "I design",
        "I designed",
        "I sell",
        "we make",
        "we made",
        "we build",
        "we built",
        "we design",
        "we designed",
        "we sell",
        "we launched",
        "we just launched",
        "we released",
        "I'm with",
        "I am with",
        "I joined",
        "I'm from",
        "I am from",
        "I run",
        "I founded",
        "I co-founded",
        "working on",
        "from",
        "I lead",
        "I manage",
        "I started at",
        "my first week at",
        "my first day at",
        "my years at",
        "my time at",
        "years at",
        "employee of",
    ];
    PhraseMap::new(words.into_iter().map(|one| (one, 0)))
});

/// Tags that say it.
static CLEAR_TAG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let tags = r"(?i)^[#＃](?:ad|ads|advert|advertisement|sponsored|paidpartnership|\w*employee|iwork(?:at|for)\w*|werbung|anzeige|pub|publicité|publicidad|publi|reclame|advertentie|pubblicità|adv|広告|广告|광고)$";
    Regex::new(tags).ok()
});

/// One place at which the text says where its writer works.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Said {
    /// Where.
    pub(super) span: Span,
    /// Whether it stands in a pile of hashtags.
    pub(super) is_piled: bool,
    /// Whether it stands behind the fold.
    pub(super) is_folded: bool,
}

impl Said {
    /// Whether readers see it.
    pub(super) const fn is_seen(self) -> bool {
        !self.is_piled && !self.is_folded
    }
}

/// Whether a named person speaks personally.
pub(super) fn is_personal(looking: &Looking<'_>) -> bool {
    looking.post.speaker == SpeakerKind::Personally && looking.post.voice.person.is_some()
}

/// The first place at which the company, what it makes or its trade is named.
pub(super) fn named(looking: &Looking<'_>) -> Option<Span> {
    let text = looking.text();
    let names = looking.own_names.iter().copied();
    let trade = looking.subjects.iter().copied();
    let trade = trade.filter_map(|(span, subject)| (subject == Subject::Trade).then_some(span));
    let in_words = names
        .chain(trade)
        .chain(employer(looking))
        .chain(offers(looking))
        .filter(|span| looking.may_see(*span));
    let entities = looking.entities.iter();
    let as_entity = entities
        .filter(|entity| is_ours(looking, entity))
        .map(|entity| entity.span)
        .filter(|span| !span.of(text).is_empty());
    in_words.chain(as_entity).min()
}

/// Where the person's own company is named, which need not be the brand of the set.
fn employer(looking: &Looking<'_>) -> Vec<Span> {
    let company = looking.post.voice.company();
    let map = PhraseMap::new([(company, 0)]);
    let found = map.find(looking.text(), looking.tokens);
    found.into_iter().map(|(span, _)| span).collect()
}

/// "try our new lamp": whoever speaks for a company without naming it.
fn offers(looking: &Looking<'_>) -> Vec<Span> {
    static OFFERS: LazyLock<PhraseMap> = LazyLock::new(|| {
        let verbs = [
            "check out",
            "try",
            "buy",
            "order",
            "discover",
            "get yourself",
            "shop",
        ];
        let things = [
            "our new",
            "our latest",
            "our product",
            "our products",
            "our app",
            "our range",
            "our collection",
            "our shop",
            "our store",
            "our service",
        ];
        let mut all = Vec::new();
        for verb in verbs {
            all.extend(things.map(|thing| format!("{verb} {thing}")));
        }
        PhraseMap::new(all.iter().map(|one| (one.as_str(), 0)))
    });
    let found = OFFERS.find(looking.text(), looking.tokens);
    found.into_iter().map(|(span, _)| span).collect()
}

/// Whether a handle, a hashtag or a link is the company's.
fn is_ours(looking: &Looking<'_>, entity: &Entity) -> bool {
    let head = looking.head;
    let words = entity.span.of(looking.text());
    let bare = |words: &str| fold(words.trim().trim_start_matches(['@', '#', '＃']));
    match entity.kind {
        EntityKind::Mention => head.own.handles.iter().any(|own| bare(own) == bare(words)),
        EntityKind::Hashtag => {
            let names = head.own.names.iter().chain(&head.own.products);
            let joined = |name: &str| {
                let letters = name.chars().filter(|c| c.is_alphanumeric());
                fold(&letters.collect::<String>())
            };
            names
                .map(|name| joined(name))
                .any(|name| !name.is_empty() && name == bare(words))
        }
        EntityKind::Link => {
            let host = words.split_once("://").map_or(words, |(_, rest)| rest);
            let host = host.split(['/', '?', '#']).next().unwrap_or_default();
            let host = host.to_lowercase();
            let is_below = |domain: &String| {
                let before = host.strip_suffix(domain.as_str());
                before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
            };
            looking.own_domains.iter().any(is_below)
        }
        EntityKind::Email | EntityKind::Code | EntityKind::Quote => false,
    }
}

/// Every place at which the text says where its writer works, in order.
pub(super) fn said(looking: &Looking<'_>) -> Vec<Said> {
    let text = looking.text();
    let fold = fold_of(looking);
    let in_words = statements(looking).into_iter().chain(before_ours(looking));
    let words = in_words.map(|span| Said {
        span,
        is_piled: false,
        is_folded: fold.is_some_and(|fold| span.end > fold),
    });
    let tags = looking.entities.iter().enumerate();
    let tags = tags
        .filter(|(_, entity)| entity.kind == EntityKind::Hashtag)
        .filter(|(_, entity)| is_match(&CLEAR_TAG, entity.span.of(text)))
        .map(|(at, entity)| Said {
            span: entity.span,
            is_piled: is_piled(looking, at),
            is_folded: fold.is_some_and(|fold| entity.span.end > fold),
        });
    let mut out: Vec<Said> = words.chain(tags).collect();
    out.sort_by_key(|one| one.span);
    out
}

/// "I built the Shelfie": what is ours begins at most two words behind.
fn before_ours(looking: &Looking<'_>) -> Vec<Span> {
    const MOST_BETWEEN: usize = 2;
    let text = looking.text();
    let mut ours: Vec<Span> = looking.own_names.to_vec();
    ours.extend(employer(looking));
    ours.sort_unstable();
    let is_ours = |word: Span| {
        let next = ours.partition_point(|own| own.end <= word.start);
        ours.get(next).is_some_and(|own| own.overlaps(word))
    };
    let is_near = |span: &Span| {
        let next = looking
            .tokens
            .partition_point(|token| token.span.start < span.end);
        let behind = looking.tokens.iter().skip(next).take(MOST_BETWEEN + 1);
        let mut behind = behind.take_while(|token| is_same_sentence(text, span.end, token));
        behind.any(|token| {
            matches!(token.folded.as_str(), "this" | "these" | "it") || is_ours(token.span)
        })
    };
    let found = BEFORE_OURS.find(text, looking.tokens).into_iter();
    // "from" alone needs the name of the person before it: "Asha from Brightside here"
    let first = looking
        .post
        .voice
        .person
        .map_or("", |person| person.first_name());
    let is_full = |span: &Span| {
        let words = span.of(text);
        let before = text.get(..span.start).unwrap_or_default().trim_end();
        !words.eq_ignore_ascii_case("from") || !first.is_empty() && before.ends_with(first)
    };
    found
        .map(|(span, _)| span)
        .filter(is_full)
        .filter(is_near)
        .collect()
}

fn is_same_sentence(text: &str, from: usize, token: &Token) -> bool {
    let between = Span::new(from, token.span.start).of(text);
    !between.contains(['.', '!', '?', '\n'])
}

fn is_match(regex: &LazyLock<Option<Regex>>, words: &str) -> bool {
    regex.as_ref().is_some_and(|regex| regex.is_match(words))
}

/// From how many hashtags in a row on they are a pile.
const PILE: usize = 3;

/// Whether the hashtag at this place among the entities stands in a row of three and more.
fn is_piled(looking: &Looking<'_>, at: usize) -> bool {
    let text = looking.text();
    let is_next = |one: &Entity, next: &Entity| {
        let gap = Span::new(one.span.end, next.span.start).of(text);
        next.kind == EntityKind::Hashtag
            && one.kind == EntityKind::Hashtag
            && gap
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, ',' | '·' | '|'))
    };
    let count = |pairs: &mut dyn Iterator<Item = (&Entity, &Entity)>| {
        pairs
            .take(PILE)
            .take_while(|(one, next)| is_next(one, next))
            .count()
    };
    let all = looking.entities;
    let from_here = all.get(at..).unwrap_or_default();
    let up_to_here = all.get(..=at).unwrap_or_default();
    let behind = count(&mut from_here.iter().zip(from_here.iter().skip(1)));
    let before = count(&mut up_to_here.iter().rev().skip(1).zip(up_to_here.iter().rev()));
    behind + before + 1 >= PILE
}

/// Where readers must unfold the text: after the platform's number of characters, or where lines of
/// nothing but dots push the rest down.
fn fold_of(looking: &Looking<'_>) -> Option<usize> {
    let text = looking.text();
    let fold = looking.post.platform.fold;
    let by_length = fold.and_then(|fold| graphemes(text).nth(fold as usize).map(|(at, _)| at));
    let mut n_empty = 0;
    let mut at = 0;
    let mut by_lines = None;
    for line in text.split_inclusive('\n') {
        let is_empty = line
            .chars()
            .all(|c| c.is_whitespace() || ".·•-⠀_".contains(c));
        // the next part of a thread is no fold, and nothing is hidden below the top
        let is_top = text.get(..at).is_none_or(|above| above.trim().is_empty());
        let is_break = line.trim() == "---";
        n_empty = if is_empty && !is_top && !is_break {
            n_empty + 1
        } else {
            0
        };
        at += line.len();
        // one blank line divides paragraphs; three lines without a word hide what is below
        if n_empty == 3 {
            by_lines = Some(at);
            break;
        }
    }
    by_length.into_iter().chain(by_lines).min()
}
