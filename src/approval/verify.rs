//! Who approved this text?
//!
//! Never: forgives more than white space at the end and CRLF.

use super::Approval;
use super::record::plain;
use crate::text::Span;

/// What the ledger says of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict<'a> {
    /// It was approved, as it is.
    Approved(&'a Approval),
    /// Something like it was approved; this is the first difference.
    Changed {
        /// The nearest approval.
        nearest: &'a Approval,
        /// Where the text differs, in its bytes.
        here: Span,
        /// The words there, a few.
        found: String,
        /// What stood there when it was approved.
        approved: String,
    },
    /// Nothing like it was approved.
    Unknown,
}

/// Looks a text up among approvals; of several with the same words the newest counts.
pub fn verify<'a>(text: &str, approvals: &'a [Approval]) -> Verdict<'a> {
    let wanted = plain(text);
    let newest = |one: &&Approval, other: &&Approval| one.at().cmp(other.at());
    let same = |approval: &&Approval| approval.is_of(text);
    if let Some(approval) = approvals.iter().filter(same).max_by(newest) {
        return Verdict::Approved(approval);
    }
    let alike = |approval: &&'a Approval| {
        strsim::normalized_levenshtein(&start(&plain(&approval.text())), &start(&wanted))
    };
    let nearest = approvals
        .iter()
        .map(|approval| (alike(&approval), approval))
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    match nearest {
        Some((alike, nearest)) if alike >= 0.5 => {
            let approved = plain(&nearest.text());
            let at = first_difference(&wanted, &approved);
            Verdict::Changed {
                nearest,
                here: Span::new(at, wanted.len()),
                found: few_words(&wanted, at),
                approved: few_words(&approved, at),
            }
        }
        _ => Verdict::Unknown,
    }
}

/// Enough of a text to tell which one it is like; the distance is quadratic in it.
fn start(text: &str) -> String {
    text.chars().take(600).collect()
}

fn first_difference(a: &str, b: &str) -> usize {
    a.char_indices()
        .zip(b.chars())
        .find(|((_, x), y)| x != y)
        .map_or(a.len().min(b.len()), |((at, _), _)| at)
}

fn few_words(text: &str, at: usize) -> String {
    let rest = text.get(at..).unwrap_or_default();
    let words: String = rest.chars().take(32).collect();
    if words.len() < rest.len() {
        format!("{words}…")
    } else {
        words
    }
}
