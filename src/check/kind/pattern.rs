//! `Pattern(r"regex")`: a regular expression, for what phrases cannot say.
//!
//! Never: runs without limits; searching is linear, but finding all matches may not be, so it looks
//! at one paragraph at a time and stops when time runs out.

use std::cell::OnceCell;
use std::sync::Arc;

use regex::Regex;
use serde::Deserialize;

use super::{Finder, Kind, Looking, Match, Reach};
use crate::check::regular::Regular;
use crate::text::{Span, paragraphs};

/// Finds what a regular expression matches, paragraph by paragraph, at most 200 times.
///
/// It is written as the `regex` crate reads it: `(?i)` for any case, no look-around. What an
/// alternative named `apart` matches is passed over, which does for most look-around:
/// `(?<apart>info@\S+)|\S+@\S+` finds every address but the one of the office.
///
/// ```ron
/// find: Pattern(r"(?i)\bfacebook\.com/profile\.php")
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(transparent)]
pub struct Pattern(pub String);

/// The longest pattern, in characters; white space, which lays it out over lines, is not counted.
const MAX_CHARS: usize = 1000;
/// The most matches in one text.
const MAX_MATCHES: usize = 200;
/// The largest stretch that is searched in one go, in bytes.
const WINDOW: usize = 4096;
/// What one match is reckoned to have taken at most, in bytes searched; a good pattern looks no
/// further than its match.
const MAX_STEP: usize = 256;

impl Pattern {
    /// Whether it also matches the empty text.
    pub(in crate::check) fn matches_nothing(&self) -> bool {
        Regular::new(&self.0).is_ok_and(|regular| regular.ascii().is_match(""))
    }

    /// The pattern compiled, within its limits; the reason says what to change in the file.
    pub(in crate::check) fn compiled(&self) -> Result<Arc<Regular>, String> {
        let is_counted = |c: &char| !c.is_whitespace();
        if self.0.chars().filter(is_counted).count() > MAX_CHARS {
            return Err(format!(
                "the pattern is longer than {MAX_CHARS} characters; split it into several rules"
            ));
        }
        let regular = Regular::new(&self.0)?;
        if regular.ascii().is_match("") {
            return Err(
                "the pattern also matches the empty text, so it would be found everywhere; \
                 ask for at least one character"
                    .to_owned(),
            );
        }
        Ok(Arc::new(regular))
    }

    /// What finds the pattern, given that it is compiled.
    pub(in crate::check) fn finder(regular: Arc<Regular>) -> Box<dyn Finder> {
        let mut names = regular.ascii().capture_names().flatten();
        Box::new(Ready {
            has_apart: names.any(|name| name == "apart"),
            regular,
        })
    }
}

impl Kind for Pattern {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Self::finder(self.compiled()?))
    }

    fn has_patterns(&self) -> bool {
        true
    }

    fn reach(&self) -> Reach {
        Reach::Block
    }

    fn most(&self) -> usize {
        MAX_MATCHES
    }
}

struct Ready {
    regular: Arc<Regular>,
    has_apart: bool,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let mut search = Search {
            text: looking.text(),
            out_of_time: looking.out_of_time,
            n_steps: 0,
            is_stopped: false,
            out: Vec::new(),
        };
        let own = OnceCell::new();
        let windows = looking.windows.unwrap_or(&own);
        for (context, window) in windows.get_or_init(|| windows_of(looking)) {
            if search.is_over(window.n_bytes()) {
                break;
            }
            self.find_in(&mut search, *context, *window);
        }
        search.out
    }
}

/// A search on its way through a text.
struct Search<'a> {
    text: &'a str,
    out_of_time: &'a dyn Fn() -> bool,
    /// How much was searched since the clock was asked, in bytes.
    n_steps: usize,
    is_stopped: bool,
    out: Vec<Match>,
}

impl Search<'_> {
    /// Whether it has found enough or taken too long; the clock is asked once in a while.
    fn is_over(&mut self, n_bytes: usize) -> bool {
        self.n_steps += n_bytes;
        if !self.is_stopped && self.n_steps >= WINDOW {
            self.n_steps = 0;
            self.is_stopped = (self.out_of_time)();
        }
        self.is_stopped || self.out.len() >= MAX_MATCHES
    }
}

impl Ready {
    /// Searches `window`; what stands before it, from `context` on, decides about `^` and `\b`.
    fn find_in(&self, search: &mut Search<'_>, context: usize, window: Span) {
        let hay = Span::new(context, window.end).of(search.text);
        let Some(regex) = self.regular.of(hay) else {
            return;
        };
        let mut from = window.start - context;
        while from < hay.len() {
            let start = self.regular.near(hay, from);
            let Some(found) = start.and_then(|start| regex.find_at(hay, start)) else {
                break;
            };
            // a match may be short and yet take a look at all that follows
            if search.is_over((hay.len() - from).min(MAX_STEP)) {
                break;
            }
            if found.is_empty() {
                let step = hay.get(found.end()..).and_then(|rest| rest.chars().next());
                from = found.end() + step.map_or(1, char::len_utf8);
            } else {
                from = found.end();
                if !self.has_apart || !is_apart(regex, hay, found.start()) {
                    search.out.push(Match {
                        span: Span::new(found.start(), found.end()).shifted(context),
                        ..Match::default()
                    });
                }
            }
        }
    }
}

/// Whether the match that starts at `start` is one to pass over.
fn is_apart(regex: &Regex, hay: &str, start: usize) -> bool {
    let found = regex.captures_at(hay, start);
    found.is_some_and(|found| found.name("apart").is_some())
}

/// The stretches to search, each with the start of what counts as standing before it.
fn windows_of(looking: &Looking<'_>) -> Vec<(usize, Span)> {
    let text = looking.text();
    let mut out = Vec::new();
    for paragraph in paragraphs(text) {
        let from = looking
            .prose
            .partition_point(|open| open.end <= paragraph.start);
        let open = looking.prose.get(from..).unwrap_or_default();
        for stretch in open
            .iter()
            .take_while(|stretch| stretch.start < paragraph.end)
        {
            let mut rest = Span::new(
                stretch.start.max(paragraph.start),
                stretch.end.min(paragraph.end),
            );
            let mut context = paragraph.start;
            while !rest.is_empty() {
                if rest.end - context > WINDOW {
                    context = rest.start;
                }
                let window = Span::new(rest.start, cut(text, rest));
                out.push((context, window));
                rest.start = window.end;
            }
        }
    }
    out
}

/// The end of the first window of `rest`: behind the last space that fits, or between characters.
fn cut(text: &str, rest: Span) -> usize {
    if rest.n_bytes() <= WINDOW {
        return rest.end;
    }
    let edge = (rest.start..=rest.start + WINDOW)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(rest.end);
    let head = Span::new(rest.start, edge).of(text);
    let space = head.rfind(char::is_whitespace).filter(|at| *at > 0);
    space.map_or(edge, |at| rest.start + at)
}
