//! Who approved this text?
//!
//! Never: forgives more than white space at the end and CRLF, or trusts a record that was changed.

use super::Approval;
use super::record::plain;
use crate::text::Span;

/// How many approvals are compared letter by letter: those that share most with the text.
const MOST_COMPARED: usize = 12;
/// How many characters of a text are compared; the distance is quadratic in them.
const MOST_CHARS: usize = 600;

/// What a verdict shows, and what it does not, in one sentence.
pub const PROVES: &str = "This shows whether a text stands as it was approved, and edits of the record by anybody who does not redo all of it; it is no proof of who somebody is: file permissions and a signed git history are the real lock.";

/// What the ledger says of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict<'a> {
    /// It was approved, as it is.
    Approved(&'a Approval),
    /// It is on record, and the record was changed after it was made: it vouches for nothing.
    RecordChanged(&'a Approval),
    /// Something like it was approved; this is the first difference.
    Changed {
        /// The nearest approval.
        nearest: &'a Approval,
        /// Where the text differs, in its bytes.
        here: Span,
        /// The words before, a few, which are alike.
        before: String,
        /// The words there, a few.
        found: String,
        /// What stood there when it was approved.
        approved: String,
    },
    /// Nothing like it was approved.
    Unknown,
}

/// Looks a text up among approvals; of several with the same words the newest counts. A part of a
/// thread stands for itself. The time is linear in what was approved.
pub fn verify<'a>(text: &str, approvals: &'a [Approval]) -> Verdict<'a> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return Verdict::Unknown;
    }
    let newest = |one: &&Approval, other: &&Approval| one.at().cmp(other.at());
    let same = |approval: &&Approval| {
        if approval.is_masked() {
            return approval.is_of(&wanted);
        }
        candidates(approval).any(|text| plain(&text) == wanted)
    };
    let (whole, altered): (Vec<&Approval>, Vec<&Approval>) = approvals
        .iter()
        .filter(same)
        .partition(|approval| approval.is_whole());
    if let Some(approval) = whole.into_iter().max_by(newest) {
        return Verdict::Approved(approval);
    }
    if let Some(approval) = altered.into_iter().max_by(newest) {
        return Verdict::RecordChanged(approval);
    }
    let Some((nearest, approved)) = nearest(&wanted, approvals) else {
        return Verdict::Unknown;
    };
    let at = first_difference(&wanted, &approved);
    Verdict::Changed {
        nearest,
        here: Span::new(at, wanted.len()),
        before: last_words(&wanted, at),
        found: few_words(&wanted, at),
        approved: few_words(&approved, at),
    }
}

/// What of an approval may have been copied: all of it, and each part of a thread.
fn candidates(approval: &Approval) -> impl Iterator<Item = String> {
    let parts = approval.parts();
    let parts = if parts.len() > 1 { parts } else { &[] };
    std::iter::once(approval.text()).chain(parts.iter().cloned())
}

/// The approval that is most like a text, and which text of it.
fn nearest<'a>(wanted: &str, approvals: &'a [Approval]) -> Option<(&'a Approval, String)> {
    let wanted = start(wanted);
    let marks = Marks::of(&wanted);
    let mut near: Vec<(f32, &Approval, String)> = Vec::new();
    for approval in approvals {
        for text in candidates(approval) {
            let share = marks.share(&text);
            let last = near.last().map_or(0.0, |(share, ..)| *share);
            if share > last || (near.len() < MOST_COMPARED && share > 0.0) {
                let at = near.partition_point(|(other, ..)| *other > share);
                near.insert(at, (share, approval, plain(&text)));
                near.truncate(MOST_COMPARED);
            }
        }
    }
    let alike = |text: &str| strsim::normalized_levenshtein(&start(text), &wanted);
    near.into_iter()
        .filter(|(_, approval, _)| approval.is_whole())
        .map(|(_, approval, text)| (alike(&text), approval, text))
        .filter(|(alike, ..)| *alike >= 0.5)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, approval, text)| (approval, text))
}

/// Which runs of three characters a text has, roughly: enough to tell what it may be like.
struct Marks {
    has: Vec<bool>,
    n: usize,
}

impl Marks {
    const N: usize = 1 << 16;

    fn of(text: &str) -> Self {
        let mut has = vec![false; Self::N];
        let mut n = 0;
        for place in runs(text) {
            if let Some(mark) = has.get_mut(place) {
                *mark = true;
            }
            n += 1;
        }
        Self { has, n }
    }

    /// The share of runs that another text has in common with it, of those of the longer one.
    fn share(&self, text: &str) -> f32 {
        let (mut n_shared, mut n) = (0_usize, 0_usize);
        for place in runs(text).take(MOST_CHARS) {
            n += 1;
            n_shared += usize::from(self.has.get(place).copied().unwrap_or_default());
        }
        n_shared as f32 / n.max(self.n).max(1) as f32
    }
}

/// The runs of three characters of a text as places among the marks.
fn runs(text: &str) -> impl Iterator<Item = usize> {
    let mut run = [' '; 3];
    text.chars().map(move |c| {
        run = [run[1], run[2], c];
        let number = run.iter().fold(0_u32, |sum, c| {
            sum.wrapping_mul(0x01F1).wrapping_add(u32::from(*c))
        });
        // the upper bits are mixed best
        (number.wrapping_mul(0x9E37_79B1) >> 16) as usize
    })
}

/// Enough of a text to tell which one it is like.
fn start(text: &str) -> String {
    text.chars().take(MOST_CHARS).collect()
}

fn first_difference(a: &str, b: &str) -> usize {
    a.char_indices()
        .zip(b.chars())
        .find(|((_, x), y)| x != y)
        .map_or(a.len().min(b.len()), |((at, _), _)| at)
}

/// How many characters are shown before a difference, and from it on.
const BEFORE: usize = 48;
const BEHIND: usize = 32;

fn few_words(text: &str, at: usize) -> String {
    let rest = text.get(at..).unwrap_or_default();
    let words: String = rest.chars().take(BEHIND).collect();
    if words.len() < rest.len() {
        format!("{words}…")
    } else {
        words
    }
}

fn last_words(text: &str, at: usize) -> String {
    let head = text.get(..at).unwrap_or_default();
    let from = head.char_indices().rev().nth(BEFORE - 1);
    match from {
        Some((from, _)) if from > 0 => format!("…{}", head.get(from..).unwrap_or_default()),
        _ => head.to_owned(),
    }
}
