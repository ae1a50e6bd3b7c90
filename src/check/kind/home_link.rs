//! `HomeLink`: a link home, with a reason to follow it.
//!
//! Never: credits a bare link, or one to somebody else's site.

use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::tongue::{is_filler, phrases};
use crate::guideline::Set;
use crate::text::{EntityKind, PhraseMap, Span, Token};

/// Finds links to the set's home base or own domains that stand beside a reason: "Compare the
/// pick-up points: `https://shop.example/pickup`".
///
/// A page of the home base stands for itself and the pages below it, a domain for all its hosts. The
/// reason is in the sentence of the link, or in the one that leads to it with a colon, an arrow or a
/// question: words that say what can be done there, or simply what is there, before the colon. "More
/// here:" is none. Where the set names no home, there is nothing to find. It has no options.
///
/// ```ron
/// find: HomeLink
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct HomeLink {}

impl Kind for HomeLink {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Ready {
            reasons: PhraseMap::new(phrases(REASONS).map(|phrase| (phrase, 0))),
        }))
    }

    fn reach(&self) -> Reach {
        Reach::Text
    }

    /// Links are left alone by other rules.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

struct Ready {
    reasons: PhraseMap,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let is_closed = |kind: EntityKind| matches!(kind, EntityKind::Quote | EntityKind::Code);
        let closed: Vec<Span> = looking
            .entities
            .iter()
            .filter(|entity| is_closed(entity.kind))
            .map(|entity| entity.span)
            .collect();
        // quotations are apart and in order, so only the last one that starts before can hold it
        let quoted = |span: Span| {
            let at = closed.partition_point(|one| one.start <= span.start);
            let last = at.checked_sub(1).and_then(|at| closed.get(at));
            last.is_some_and(|one| one.contains(span))
        };
        let links = looking
            .entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::Link);
        links
            .map(|entity| entity.span)
            .filter(|link| is_home(link.of(looking.text()), looking.head))
            .filter(|link| !quoted(*link) && self.has_reason(looking, *link))
            .map(|span| Match {
                span,
                ..Match::default()
            })
            .collect()
    }

    fn has_cause(&self, looking: &Looking<'_>) -> bool {
        !(looking.head.home_base.is_empty() && looking.head.own.domains.is_empty())
    }
}

impl Ready {
    fn has_reason(&self, looking: &Looking<'_>, link: Span) -> bool {
        let text = looking.text();
        let at = looking
            .sentences
            .partition_point(|sentence| sentence.end <= link.start);
        let Some(sentence) = looking.sentences.get(at) else {
            return false;
        };
        let is_excepted = looking
            .excepted
            .iter()
            .any(|other| sentence.contains(*other));
        let before = Span::new(sentence.start, link.start);
        let after = Span::new(link.end, sentence.end);
        if is_excepted {
            return false;
        }
        if self.says_why(looking, before) || self.says_why(looking, after) {
            return true;
        }
        if leads_on(before.of(text)) {
            return says_what(looking.tokens_in(before));
        }
        // a link on a line of its own belongs to the line that leads to it
        let is_alone = looking.tokens_in(before).is_empty();
        let lead = at.checked_sub(1).and_then(|at| looking.sentences.get(at));
        lead.filter(|_| is_alone).is_some_and(|lead| {
            let is_question = lead.of(text).trim_end().ends_with(['?', '？']);
            let words = looking.tokens_in(*lead);
            (leads_on(lead.of(text)) && (says_what(words) || self.says_why(looking, *lead)))
                || is_question && says_what(words)
        })
    }

    /// Whether words in the stretch say what one can do behind the link.
    fn says_why(&self, looking: &Looking<'_>, stretch: Span) -> bool {
        let words = looking.tokens_in(stretch);
        let has_phrase = !self.reasons.find(looking.text(), words).is_empty();
        has_phrase && says_what(words)
    }
}

/// Whether the words name a thing: one that is neither filler nor a pointer to the link.
fn says_what(words: &[Token]) -> bool {
    words.len() > 1
        && words
            .iter()
            .any(|word| !is_filler(&word.folded) && !is_pointer(&word.folded))
}

/// Words that point at a link and say nothing about it.
fn is_pointer(word: &str) -> bool {
    matches!(
        word,
        "link"
            | "links"
            | "website"
            | "site"
            | "web"
            | "page"
            | "url"
            | "homepage"
            | "blog"
            | "info"
            | "information"
            | "details"
            | "click"
            | "tap"
            | "visit"
            | "see"
            | "read"
            | "check"
            | "find"
            | "learn"
            | "bio"
            | "below"
            | "look"
            | "go"
            | "follow"
            | "mehr"
            | "hier"
            | "infos"
            | "unter"
            | "ici"
            | "aquí"
            | "full"
            | "story"
            | "post"
            | "article"
    )
}

/// Whether the words end in a colon or an arrow.
fn leads_on(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || c == '\u{fe0f}' || c == '(');
    words.ends_with([
        ':', '：', '→', '➡', '⇒', '>', '👉', '👇', '⬇', '↓', '▶', '►', '–', '—',
    ])
}

/// Whether a link goes to a page of the home base or to an own domain.
fn is_home(link: &str, head: &Set) -> bool {
    let (host, path) = place(link);
    let is_of = |domain: &String| {
        let (own, _) = place(domain);
        let rest = host.strip_suffix(own.as_str());
        !own.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let is_below = |page: &str| {
        let (of_page, start) = place(page);
        let rest = path.strip_prefix(start);
        of_page == host && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    head.own.domains.iter().any(is_of) || head.home_base.iter().any(|page| is_below(&page.url))
}

/// The host of a link, in lower case and without `www.`, and its path.
fn place(link: &str) -> (String, &str) {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let end = rest.find('/').unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let host = host.split(':').next().unwrap_or_default().to_lowercase();
    let bare = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    (bare, path.trim_end_matches('/'))
}

const REASONS: &str = "
    see how | see what | see which | see where | see who | see if | see the | see our | see all
    | read how | read why | read what | read the | read our | find | find out how | compare | check
    | look up | book | join | sign up | ask | download | watch | listen | choose | apply | order
    | try | get your | learn how | learn to | learn why | register | donate | vote | tell us | reply
    | browse | explore | discover | start | map | menu | dates | photos | recipe | steps | guide
    | reserve | print | share | test | subscribe | take part | pick | shop | buy | plan | report
    | track | change | cancel | return | renew | contact | write to us | how it works | how to
    | meet | calculate | measure | send us | nominate | enter | play | here is how | here's how
    | vergleichen | anmelden | nachlesen | buchen | bestellen | lesen | comparer | réserver
    | inscrivez | comparar | reservar
";
