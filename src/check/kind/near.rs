//! `Near(a: AnyOf([..]), b: AnyOf([..]), words: 6)`: two things close to each other.
//!
//! Never: joins what a blank line keeps apart.

use serde::Deserialize;

use super::{Finder, Kind, Lists, Looking, Match, Reach, RuleKind};
use crate::check::nested::Nested;
use crate::text::Span;

/// Finds what `a` finds with what `b` finds near it, from the start of one to the end of the other.
///
/// They may stand in either order, with at most `words` words between them (6 where nothing is
/// said), in one paragraph. What both find in the same place is not near itself. Each `a` goes with
/// the closest `b`; pairs that overlap are found once.
///
/// ```ron
/// find: Near(a: AnyOf(["refund"]), b: Pattern(r"[£$€]\d+"), words: 6)
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// One thing.
    pub a: Box<RuleKind>,
    /// The other.
    pub b: Box<RuleKind>,
    /// How many words may stand between them.
    #[serde(default = "six")]
    pub words: usize,
}

const fn six() -> usize {
    6
}

impl Near {
    fn with(&self, a: Nested, b: Nested) -> Box<dyn Finder> {
        let n_words = self.words;
        Box::new(Ready { a, b, n_words })
    }
}

impl Kind for Near {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(self.with(Nested::ready(&self.a)?, Nested::ready(&self.b)?))
    }

    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        let a = Nested::ready_in(&self.a, lists)?;
        Ok(self.with(a, Nested::ready_in(&self.b, lists)?))
    }

    fn has_patterns(&self) -> bool {
        self.a.kind().has_patterns() || self.b.kind().has_patterns()
    }

    fn reach(&self) -> Reach {
        (self.a.kind().reach())
            .max(self.b.kind().reach())
            .max(Reach::Text)
    }

    /// A link or a handle may stand between the two.
    fn is_of_the_whole(&self) -> bool {
        true
    }
}

/// What one of the two finds that is somewhere, in order.
fn places(of: &Nested, looking: &Looking<'_>) -> Vec<Span> {
    let found = of.find(looking).into_iter().map(|one| one.span);
    let mut out: Vec<Span> = found.filter(|span| !span.is_empty()).collect();
    out.sort_by_key(|span| (span.start, span.end));
    out
}

struct Ready {
    a: Nested,
    b: Nested,
    n_words: usize,
}

impl Finder for Ready {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let a = places(&self.a, looking);
        if a.is_empty() {
            return Vec::new();
        }
        let b = places(&self.b, looking);
        let mut out: Vec<Match> = Vec::new();
        for one in a {
            let pair = self.closest(looking, one, &b).map(|other| one.join(other));
            let is_next = |pair: &Span| {
                out.last()
                    .is_none_or(|last: &Match| !last.span.overlaps(*pair))
            };
            if let Some(span) = pair.filter(is_next) {
                out.push(Match {
                    span,
                    ..Match::default()
                });
            }
        }
        out
    }
}

impl Ready {
    /// The one of `others` with the fewest words between, if that is few enough.
    fn closest(&self, looking: &Looking<'_>, one: Span, others: &[Span]) -> Option<Span> {
        let next = others.partition_point(|other| other.start < one.end);
        // the last that ends before this one begins; what overlaps it stands between the two
        let before = others
            .get(..next)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|other| other.overlaps(one))
            .count();
        let before = next.checked_sub(before + 1).and_then(|at| others.get(at));
        [before, others.get(next)]
            .into_iter()
            .flatten()
            .filter_map(|other| Some((self.n_between(looking, one, *other)?, *other)))
            .min_by_key(|(n, _)| *n)
            .map(|(_, other)| other)
    }

    /// How many words stand between the two; nothing when they are too many, or a blank line is
    /// among them.
    fn n_between(&self, looking: &Looking<'_>, one: Span, other: Span) -> Option<usize> {
        let (first, last) = if one.end <= other.start {
            (one, other)
        } else {
            (other, one)
        };
        let gap = Span::new(first.end, last.start);
        let n = looking.tokens_in(gap).len();
        (n <= self.n_words && !has_blank_line(gap.of(looking.text()))).then_some(n)
    }
}

fn has_blank_line(gap: &str) -> bool {
    let mut lines = gap.split('\n').skip(1).peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_some() && line.trim().is_empty() {
            return true;
        }
    }
    false
}
