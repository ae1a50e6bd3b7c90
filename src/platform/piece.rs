//! A text as a platform rewrites it before it counts characters.
//!
//! Never: decides what is rewritten, or into what.

use super::count::{Part, What};
use crate::text::{Span, graphemes};

/// A link or a mention that is counted as something else than what is written.
pub(super) struct Rewritten {
    /// Which of the two.
    pub what: What,
    /// Where it stands in the text as written.
    pub span: Span,
    /// What is counted instead.
    pub counted: String,
}

/// What came of it.
pub(super) struct Counted {
    /// The parts, one for each character of plain text and one for each rewritten stretch.
    pub parts: Vec<Part>,
    /// How many bytes the rewritten text has.
    pub n_bytes: usize,
}

/// Counts the graphemes of `text` with all of `rewritten`, which are in order and do not overlap.
///
/// The rewritten text is cut into graphemes as a whole, as the platforms do it; one that reaches from
/// one part into the next belongs to the first.
pub(super) fn counted(text: &str, rewritten: &[Rewritten]) -> Counted {
    let mut whole = String::with_capacity(text.len());
    // where the stretches start and end in the whole, beside where they do in the text
    let mut stretches: Vec<(What, Span, usize)> = Vec::new();
    let mut at = 0;
    for one in rewritten {
        stretches.push((What::Text, Span::new(at, one.span.start), whole.len()));
        whole.push_str(Span::new(at, one.span.start).of(text));
        stretches.push((one.what, one.span, whole.len()));
        whole.push_str(&one.counted);
        at = one.span.end;
    }
    stretches.push((What::Text, Span::new(at, text.len()), whole.len()));
    whole.push_str(text.get(at..).unwrap_or_default());

    let mut marks = graphemes(&whole).map(|(at, _)| at).peekable();
    let mut parts: Vec<Part> = Vec::new();
    for (n, (what, span, start)) in stretches.iter().enumerate() {
        let end = stretches.get(n + 1).map_or(whole.len(), |next| next.2);
        if *what != What::Text {
            parts.push(Part {
                what: *what,
                used: 0,
                span: *span,
            });
        }
        while let Some(mark) = marks.next_if(|mark| *mark < end) {
            if *what == What::Text {
                let at = span.start + mark - start;
                parts.push(Part {
                    what: *what,
                    used: 1,
                    span: Span::at(at),
                });
            } else if let Some(part) = parts.last_mut() {
                part.used += 1;
            }
        }
    }
    Counted {
        parts: without_gaps(parts, text.len()),
        n_bytes: whole.len(),
    }
}

/// Lets each part reach to the next one.
fn without_gaps(mut parts: Vec<Part>, n_bytes: usize) -> Vec<Part> {
    let mut end = n_bytes;
    for part in parts.iter_mut().rev() {
        part.span = Span::new(part.span.start, end);
        end = part.span.start;
    }
    parts
}
