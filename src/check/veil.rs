//! What is kept back by one finding is kept back by its neighbours too: a sentence that is too long
//! may hold a password, and so may an inner address.
//!
//! Never: takes a word away from a finding that touches nothing of the kind.

use super::Finding;
use crate::text::Span;

/// What stands in for shorter secrets is left alone in sentences: it would hit by chance.
const FEWEST: usize = 4;

/// Veils what the findings of a text say wherever they touch what another one keeps back.
pub(super) fn veil(findings: &mut [Finding], text: &str) {
    let mut kept: Vec<(Span, String)> = findings
        .iter()
        .filter_map(|one| Some((one.span, one.mask()?.to_owned())))
        .collect();
    if kept.is_empty() {
        return;
    }
    kept.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    for finding in findings
        .iter_mut()
        .filter(|one| one.masked.is_none() && one.veiled.is_none())
    {
        let touched: Vec<&(Span, String)> = kept
            .iter()
            .filter(|(span, _)| span.overlaps(finding.span))
            .collect();
        if touched.is_empty() {
            continue;
        }
        finding.veiled = Some(veiled(text, finding.span, &touched));
        let fixes = finding.fixes.iter_mut().map(|fix| &mut fix.label);
        let words = [&mut finding.says, &mut finding.why, &mut finding.instead];
        for words in words.into_iter().chain(fixes) {
            for (span, mask) in &touched {
                let secret = span.of(text);
                if secret.len() >= FEWEST && words.contains(secret) {
                    *words = words.replace(secret, mask);
                }
            }
        }
    }
}

/// The words at `span` with a mask for each stretch that is kept back.
fn veiled(text: &str, span: Span, touched: &[&(Span, String)]) -> String {
    let mut out = String::new();
    let mut at = span.start;
    for (kept, mask) in touched {
        if kept.end <= at {
            continue;
        }
        out.push_str(Span::new(at, kept.start.clamp(at, span.end)).of(text));
        out.push_str(mask);
        at = kept.end.min(span.end);
    }
    out.push_str(Span::new(at, span.end.max(at)).of(text));
    out
}
