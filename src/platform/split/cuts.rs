//! Where a text may be cut once it is known how much fits into a part.
//!
//! Never: chooses between cuts; `fill` does.

use super::Rooms;
use super::fill::Fill;
use super::look::{Cut, Rank, cuts, is_set};
use super::stretch::{is_gap_grapheme, stretches};
use super::table::{Amount, Marks, Table};
use crate::platform::Platform;
use crate::platform::count::What;
use crate::text::{EntityKind, Span, entities, sentences, word_bounds};

/// As many characters as a part should have at least.
const TINY: u32 = 40;

/// What may keep two characters together, the strongest last.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
enum Hold {
    /// Nothing.
    #[default]
    None,
    /// A quotation, or code.
    Quote,
    /// A link, a mention, a hashtag, an address.
    Name,
}

/// What a text is made of, for as long as it is split.
pub(super) struct Layout<'t> {
    marks: Marks<'t>,
    /// The stretches between manual breaks, by graphemes, as all that follows.
    stretches: Vec<(usize, usize)>,
    /// Where it may be cut, if nothing that is to stay whole stands there.
    cuts: Vec<Cut>,
    /// What is to stay whole where it fits, in order.
    wholes: Vec<(Hold, usize, usize)>,
    /// Whether a word begins or ends before a grapheme.
    is_bound: Vec<bool>,
}

impl<'t> Layout<'t> {
    /// Looks at `text` once.
    pub(super) fn new(text: &'t str, platform: &Platform) -> Self {
        let marks = Marks::new(text);
        let flags = |places: &mut dyn Iterator<Item = usize>| {
            let mut flags = vec![false; marks.n() + 1];
            for number in places.filter_map(|place| marks.number(place)) {
                if let Some(flag) = flags.get_mut(number) {
                    *flag = true;
                }
            }
            flags
        };
        let is_bound = flags(&mut word_bounds(text));
        let sentences = sentences(text);
        let ends = flags(&mut sentences.iter().map(|span| span.end));
        Self {
            stretches: stretches(text, &marks),
            cuts: cuts(&marks, &is_bound, &ends),
            wholes: wholes(text, &marks, platform),
            is_bound,
            marks,
        }
    }

    /// The stretches, as bytes.
    pub(super) fn stretches(&self) -> Vec<Span> {
        let stretches = self.stretches.iter();
        stretches.map(|it| self.marks.span(it.0, it.1)).collect()
    }

    /// How many graphemes a span touches.
    pub(super) fn n_graphemes(&self, span: Span) -> usize {
        let (start, end) = self.marks.around(span);
        end - start
    }

    /// The parts that fit into `rooms`.
    pub(super) fn filled(&self, table: &Table, rooms: &Rooms) -> Vec<Span> {
        let holds = self.holds(table, rooms.least);
        let mut parts = Vec::new();
        for (number, stretch) in self.stretches.iter().enumerate() {
            let is_last_stretch = number + 1 == self.stretches.len();
            let within = self.cuts_of(
                *stretch,
                &|piece| table.between(piece.0, piece.1).fits(rooms.least),
                &holds,
            );
            let fill = Fill {
                table,
                stretch: *stretch,
                cuts: &within,
                tiny: rooms.middle.share(4).min(TINY) as usize,
                room: &|is_first, is_last| {
                    rooms.of((is_first && number == 0, is_last && is_last_stretch))
                },
            };
            parts.extend(fill.parts());
        }
        let spans = parts.into_iter();
        spans.map(|it| self.marks.span(it.0, it.1)).collect()
    }

    /// What holds each grapheme and the one before it together, if that fits into `least`.
    fn holds(&self, table: &Table, least: Amount) -> Vec<Hold> {
        let mut holds = vec![Hold::None; self.marks.n() + 1];
        for hold in [Hold::Quote, Hold::Name] {
            let mut done = 0;
            let wholes = self.wholes.iter().filter(|whole| whole.0 == hold);
            for (_, start, end) in wholes {
                if table.between(*start, *end).fits(least) {
                    let from = (*start + 1).max(done);
                    let within = holds.get_mut(from..(*end).max(from));
                    within.unwrap_or_default().fill(hold);
                    done = done.max(*end);
                }
            }
        }
        holds
    }

    /// Where a stretch may be cut, so that every piece between two cuts fits: by its look first,
    /// then wherever nothing is torn, then inside quotations, then anywhere.
    fn cuts_of(
        &self,
        stretch: (usize, usize),
        fits: &dyn Fn((usize, usize)) -> bool,
        holds: &[Hold],
    ) -> Vec<Cut> {
        let first = self.cuts.partition_point(|cut| cut.end <= stretch.0);
        let last = self.cuts.partition_point(|cut| cut.end < stretch.1);
        let cuts = self.cuts.get(first..last).unwrap_or_default().iter();
        let hold = |at: usize| holds.get(at).copied().unwrap_or_default();
        let mut cuts: Vec<Cut> = cuts
            .filter(|cut| hold(cut.end) == Hold::None)
            .copied()
            .collect();
        for (most, by_look) in [
            (Hold::None, false),
            (Hold::Quote, true),
            (Hold::Quote, false),
            (Hold::Name, false),
        ] {
            let place = |at: usize| {
                if hold(at) > most {
                    return None;
                }
                let look = self.cuts.binary_search_by_key(&at, |cut| cut.end).ok();
                let look = look.and_then(|number| self.cuts.get(number).copied());
                look.or_else(|| (!by_look).then(|| self.anywhere(at))?)
            };
            cuts = refined(&cuts, stretch, fits, &place);
        }
        cuts
    }

    /// A cut between two characters, neither of them white space.
    fn anywhere(&self, at: usize) -> Option<Cut> {
        let is_gap = |number: usize| is_gap_grapheme(self.marks.grapheme(number));
        let is_bound = is_set(&self.is_bound, at);
        (!is_gap(at) && !is_gap(at.saturating_sub(1))).then_some(Cut {
            end: at,
            next: at,
            rank: if is_bound { Rank::Seam } else { Rank::Grapheme },
        })
    }
}

/// Adds the cuts that `place` offers to every piece between two cuts that does not fit.
fn refined(
    cuts: &[Cut],
    stretch: (usize, usize),
    fits: &dyn Fn((usize, usize)) -> bool,
    place: &dyn Fn(usize) -> Option<Cut>,
) -> Vec<Cut> {
    let mut out = Vec::with_capacity(cuts.len());
    let mut head = stretch.0;
    for cut in cuts.iter().map(Some).chain([None]) {
        let tail = cut.map_or(stretch.1, |cut| cut.end);
        if !fits((head, tail)) {
            out.extend((head + 1..tail).filter_map(place));
        }
        out.extend(cut);
        head = cut.map_or(stretch.1, |cut| cut.next);
    }
    out
}

/// Links, mentions, hashtags, addresses, code and quotations.
fn wholes(text: &str, marks: &Marks<'_>, platform: &Platform) -> Vec<(Hold, usize, usize)> {
    let found = entities(text).into_iter().map(|entity| match entity.kind {
        EntityKind::Link | EntityKind::Mention | EntityKind::Hashtag | EntityKind::Email => {
            (Hold::Name, entity.span)
        }
        EntityKind::Code | EntityKind::Quote => (Hold::Quote, entity.span),
    });
    // what the platform itself takes for one thing
    let tally = platform.tally(text).parts.into_iter();
    let counted = tally.filter(|part| matches!(part.what, What::Link | What::Mention));
    let spans = found.chain(counted.map(|part| (Hold::Name, part.span)));
    let mut wholes: Vec<(Hold, usize, usize)> = spans
        .map(|(hold, span)| {
            let (start, end) = marks.around(span);
            (hold, start, end)
        })
        .collect();
    wholes.sort_unstable();
    wholes
}
