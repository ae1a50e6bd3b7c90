//! A long text becomes a thread: parts that fit, cut where a careful person would.
//!
//! A manual break always wins. Between two of them the thread is cut at a paragraph before a line,
//! a sentence, a clause, a word, a character; links, mentions, hashtags and quotations stay whole
//! where they fit. What parts use is what the platform counts, numbering and signature included.
//!
//! Never: changes a word; the parts without numbering and signature, with what stood between them,
//! are the text again.

mod cuts;
mod fill;
mod look;
mod rooms;
mod stretch;
mod table;

use serde::{Deserialize, Serialize};

use super::{Count, Platform};
use crate::text::{Span, for_clipboard, places_in_source};
use cuts::Layout;
use rooms::Rooms;
pub use stretch::has_manual_break;
use table::Table;

/// How the parts of a thread are numbered; a thread of one part never is.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Numbering {
    /// Not at all.
    #[default]
    None,
    /// Behind the words: `… next door. 1/3`.
    End,
    /// Before them: `1/3 We moved …`.
    Start,
}

/// Which parts of a thread are signed.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Signed {
    /// The last one.
    #[default]
    Last,
    /// The first one.
    First,
    /// All of them.
    All,
}

/// How a text is split.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Split<'a> {
    /// How the parts are numbered.
    pub numbering: Numbering,
    /// What is added at the end of a signed part, the line break before it included.
    pub signature: &'a str,
    /// Which parts are signed.
    pub signed: Signed,
}

/// One post of a thread.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ThreadPart {
    /// As it is posted, numbering and signature included.
    pub text: String,
    /// The words in it that are the writer's.
    pub words: Span,
    /// Where these words stand in the text that was split.
    pub body: Span,
    /// Where the signature starts in `text`, its line break included; its end without one.
    pub signature_at: usize,
    /// What the platform counts.
    pub used: u32,
    /// How much fits, if a limit is known.
    pub limit: Option<u32>,
    /// Whether it fits every limit of the platform.
    pub fits: bool,
}

/// Why a text could not be split so that every part fits.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SplitFault {
    /// Numbering and signature alone are longer than a part may be.
    #[error("the numbering and the signature leave no room in a part of {limit}")]
    NoRoom {
        /// How much fits into a part.
        limit: u32,
    },
    /// What cannot be cut is longer than a part may be.
    #[error("part {part} does not fit: it uses {used} of {limit} and cannot be cut further")]
    TooLong {
        /// Which part, counted from 1.
        part: usize,
        /// What it uses.
        used: u32,
        /// How much fits.
        limit: u32,
    },
}

/// A text as a thread.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Thread {
    /// The parts, in the order in which they are posted; none for a blank text.
    pub parts: Vec<ThreadPart>,
    /// What stood before, between and behind them: white space and manual breaks. There is always
    /// one more of these than there are parts.
    pub gaps: Vec<String>,
    /// Why not every part fits, when one does not.
    pub fault: Option<SplitFault>,
}

impl Thread {
    /// The text again, without numbering and signatures, as it would stand on a clipboard
    /// ([`for_clipboard`]).
    pub fn joined(&self) -> String {
        let mut gaps = self.gaps.iter();
        let mut text = gaps.next().cloned().unwrap_or_default();
        for (part, gap) in self.parts.iter().zip(gaps) {
            text.push_str(part.words.of(&part.text));
            text.push_str(gap);
        }
        text
    }
}

impl ThreadPart {
    /// What the platform counts for it, and how it adds up.
    pub fn count(&self, platform: &Platform) -> Count {
        platform.count_signed(&self.text, self.signature_at)
    }
}

/// How often parts that still count too much are split once more.
const MOST_ROUNDS: usize = 8;

/// Splits `text` into as many posts as `platform` needs.
///
/// ```
/// use postwright::platform::{Platform, Split, split};
/// let platform = Platform { limit: Some(20), ..Platform::default() };
/// let thread = split("One here. Another one there.", &platform, &Split::default());
/// let parts: Vec<&str> = thread.parts.iter().map(|part| part.text.as_str()).collect();
/// assert_eq!(parts, ["One here.", "Another one there."]);
/// ```
pub fn split(text: &str, platform: &Platform, how: &Split<'_>) -> Thread {
    let cleaned = for_clipboard(text).text;
    let signature = for_clipboard(how.signature).text;
    let job = Job {
        text: &cleaned,
        platform,
        how: Split {
            signature: &signature,
            ..*how
        },
        layout: Layout::new(&cleaned, platform),
    };
    let (bodies, fault) = job.bodies();
    job.thread(text, &bodies, fault)
}

/// One text on its way.
struct Job<'a> {
    text: &'a str,
    platform: &'a Platform,
    how: Split<'a>,
    layout: Layout<'a>,
}

impl Job<'_> {
    /// Where the parts stand in the text, and why they do not fit.
    ///
    /// Numbers get wider with the thread, so it is split anew for each width until the width is
    /// enough. The sums that a split goes by may be a little off where a platform counts the pieces
    /// higher than the whole; then it is split again with a little less room.
    fn bodies(&self) -> (Vec<Span>, Option<SplitFault>) {
        let whole = self.layout.stretches();
        if whole.len() <= 1 && self.over(&whole).is_none() {
            return (whole, None);
        }
        let mut found = None;
        for width in 1.. {
            let Some(tries) = self.tries(width) else {
                break;
            };
            match tries {
                Tries::Fit(bodies) => return (bodies, None),
                Tries::Wider => {}
                Tries::Over(bodies, fault) => {
                    found = Some((bodies, Some(fault)));
                    break;
                }
            }
        }
        found.unwrap_or_else(|| {
            let limit = self.platform.limit.unwrap_or(0);
            (whole, Some(SplitFault::NoRoom { limit }))
        })
    }

    /// Splits with numbers of `width` digits; nothing when they leave no room.
    fn tries(&self, width: u32) -> Option<Tries> {
        let most = 10_usize.saturating_pow(width) - 1;
        let mut first = None;
        let mut slack = 0;
        while let Some(rooms) = Rooms::new(self, most, slack) {
            let table = Table::new(self.text, self.platform, rooms.least);
            let bodies = self.layout.filled(&table, &rooms);
            if self.how.numbering != Numbering::None && bodies.len() > most {
                return Some(Tries::Wider);
            }
            let Some((fault, body)) = self.over(&bodies) else {
                return Some(Tries::Fit(bodies));
            };
            let is_whole = self.layout.n_graphemes(body) <= 1;
            let (bodies, fault) = first.get_or_insert((bodies, fault));
            if is_whole {
                return Some(Tries::Over(bodies.clone(), fault.clone()));
            }
            slack = (slack * 2).max(1);
        }
        let (bodies, fault) = first?;
        Some(match self.again(&bodies, most) {
            Some(finer) if self.how.numbering != Numbering::None && finer.len() > most => {
                Tries::Wider
            }
            Some(finer) => Tries::Fit(finer),
            None => Tries::Over(bodies, fault),
        })
    }

    /// Splits the parts that do not fit once more, each by what it costs alone: cut out of a longer
    /// word, a piece can have a link that the platform does not see in the whole. Nothing when a part
    /// cannot be cut any more.
    fn again(&self, bodies: &[Span], most: usize) -> Option<Vec<Span>> {
        let rooms = Rooms::new(self, most, 0)?.even();
        let mut bodies = bodies.to_vec();
        for _ in 0..MOST_ROUNDS {
            let mut finer = Vec::with_capacity(bodies.len() + 1);
            for (at, body) in bodies.iter().enumerate() {
                if self.part(&bodies, at).fits {
                    finer.push(*body);
                    continue;
                }
                let words = body.of(self.text);
                let table = Table::new(words, self.platform, rooms.least);
                let pieces = Layout::new(words, self.platform).filled(&table, &rooms);
                finer.extend(pieces.iter().map(|piece| piece.shifted(body.start)));
            }
            if finer.len() <= bodies.len() {
                return None;
            }
            bodies = finer;
            if self.over(&bodies).is_none() {
                return Some(bodies);
            }
        }
        None
    }

    /// The first part that does not fit, and its body.
    fn over(&self, bodies: &[Span]) -> Option<(SplitFault, Span)> {
        (0..bodies.len()).find_map(|at| {
            let part = self.part(bodies, at);
            let fault = SplitFault::TooLong {
                part: at + 1,
                used: part.used,
                limit: part.limit.unwrap_or(u32::MAX),
            };
            let body = bodies.get(at).copied().unwrap_or_default();
            (!part.fits).then_some((fault, body))
        })
    }

    /// The thread of these bodies.
    fn thread(&self, source: &str, bodies: &[Span], fault: Option<SplitFault>) -> Thread {
        let places: Vec<usize> = bodies.iter().flat_map(|it| [it.start, it.end]).collect();
        let in_source = places_in_source(source, self.text, &places);
        let parts = in_source.chunks_exact(2).enumerate().map(|(at, ends)| {
            let mut part = self.part(bodies, at);
            if let [start, end] = ends {
                part.body = Span::new(*start, *end);
            }
            part
        });
        let starts = std::iter::once(0).chain(bodies.iter().map(|body| body.end));
        let ends = bodies.iter().map(|body| body.start);
        let gaps = starts.zip(ends.chain([self.text.len()]));
        Thread {
            parts: parts.collect(),
            gaps: gaps
                .map(|(start, end)| Span::new(start, end).of(self.text).to_owned())
                .collect(),
            fault,
        }
    }

    /// The part of that number, counted from 0.
    fn part(&self, bodies: &[Span], at: usize) -> ThreadPart {
        let words = bodies.get(at).copied().unwrap_or_default().of(self.text);
        let mut part = self.dressed(words, at, bodies.len());
        let count = part.count(self.platform);
        (part.used, part.limit, part.fits) = (count.used, count.limit, count.fits());
        part
    }

    /// Words with their numbering and signature.
    fn dressed(&self, words: &str, at: usize, n_parts: usize) -> ThreadPart {
        let number = format!("{}/{n_parts}", at + 1);
        let (before, after) = match self.how.numbering {
            Numbering::None => (String::new(), String::new()),
            _ if n_parts == 1 => (String::new(), String::new()),
            Numbering::End => (String::new(), format!(" {number}")),
            Numbering::Start => (format!("{number} "), String::new()),
        };
        let signature = match self.how.signed {
            Signed::Last if at + 1 < n_parts => "",
            Signed::First if at > 0 => "",
            Signed::Last | Signed::First | Signed::All => self.how.signature,
        };
        ThreadPart {
            words: Span::new(before.len(), before.len() + words.len()),
            signature_at: before.len() + words.len() + after.len(),
            text: format!("{before}{words}{after}{signature}"),
            ..ThreadPart::default()
        }
    }
}

/// What came of splitting with numbers of one width.
enum Tries {
    /// Every part fits.
    Fit(Vec<Span>),
    /// There are more parts than numbers of this width.
    Wider,
    /// A part does not fit, whatever room is left.
    Over(Vec<Span>, SplitFault),
}
