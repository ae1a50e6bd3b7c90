//! When a finding may be shown: feedback waits for a gap in typing and leaves the sentence alone
//! that is being written.
//!
//! Never: hides a finding that was shown, as long as it stands.

use std::collections::BTreeSet;

use crate::check::{Finding, Report};
use crate::guideline::Level;
use crate::store::Wait;
use crate::text::{Span, sentences};

/// Seconds without a key before a nudge is shown.
const NUDGE_WAIT: f64 = 0.9;
/// Seconds without a key before a Check or a strength is shown.
const CHECK_WAIT: f64 = 0.5;

/// A finding by what survives edits elsewhere: its rule and its words.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct FindingKey {
    /// The rule's id.
    pub rule: String,
    /// The words it is about.
    pub words: String,
    /// Which of several about the same words.
    pub nth: usize,
}

impl FindingKey {
    /// The key of a finding in `text`.
    pub(super) fn of(finding: &Finding, text: &str) -> Self {
        Self {
            rule: finding.rule.clone(),
            words: finding.words(text).to_owned(),
            nth: finding.nth,
        }
    }
}

/// What the writer does: the pace that feedback keeps to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rhythm {
    /// Seconds since the last key.
    pub quiet: f64,
    /// Where the caret stands; nowhere when the keyboard is elsewhere.
    pub caret: Option<usize>,
    /// The writer's choice.
    pub wait: Wait,
}

/// What has been shown so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Pace {
    shown: BTreeSet<FindingKey>,
}

impl Pace {
    /// Whether a finding is shown.
    pub(super) fn shows(&self, finding: &Finding, text: &str) -> bool {
        self.shown.contains(&FindingKey::of(finding, text))
    }

    /// Shows everything at once, because the writer asked.
    pub(super) fn reveal(&mut self, report: &Report, text: &str) {
        self.shown.extend(
            report
                .findings
                .iter()
                .map(|finding| FindingKey::of(finding, text)),
        );
    }

    /// Shows what is due. Returns the seconds after which to look again, if something waits.
    pub(super) fn keep(&mut self, report: &Report, text: &str, rhythm: Rhythm) -> Option<f64> {
        let all = || report.findings.iter().chain(&report.muted);
        let standing: BTreeSet<FindingKey> =
            all().map(|finding| FindingKey::of(finding, text)).collect();
        self.shown.retain(|key| standing.contains(key));
        let sentences = sentences(text);
        let mut next: Option<f64> = None;
        for finding in all() {
            let key = FindingKey::of(finding, text);
            if self.shown.contains(&key) {
                continue;
            }
            let due = match finding.level {
                Level::Hold => 0.0,
                Level::Check | Level::Strength => CHECK_WAIT,
                Level::Nudge if rhythm.wait == Wait::WhenIAsk => continue,
                Level::Nudge if is_being_written(finding.span, &sentences, text, rhythm.caret) => {
                    continue;
                }
                Level::Nudge if rhythm.wait == Wait::SentenceEnd => 0.0,
                Level::Nudge => NUDGE_WAIT,
            };
            if rhythm.quiet >= due {
                self.shown.insert(key);
            } else {
                let left = due - rhythm.quiet;
                next = Some(next.map_or(left, |next: f64| next.min(left)));
            }
        }
        next
    }
}

/// Whether the caret is in the sentence of `span`, and the sentence is not finished.
fn is_being_written(span: Span, sentences: &[Span], text: &str, caret: Option<usize>) -> bool {
    let Some(caret) = caret else { return false };
    let Some(sentence) = sentences.iter().find(|sentence| {
        sentence.start <= span.start && span.start < sentence.end.max(sentence.start + 1)
    }) else {
        return false;
    };
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।');
    let is_finished = sentence
        .of(text)
        .trim_end_matches(['"', '”', '’', ')', '»'])
        .ends_with(ends);
    let is_behind = caret >= sentence.end;
    // behind an unfinished sentence means at its end, or in the blank after it
    let only_blank_between = text
        .get(sentence.end..caret)
        .is_some_and(|gap| gap.chars().all(|c| c == ' '));
    caret >= sentence.start && (!is_behind || (!is_finished && only_blank_between))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, span: (usize, usize), caret: usize) -> bool {
        is_being_written(
            Span::new(span.0, span.1),
            &sentences(text),
            text,
            Some(caret),
        )
    }

    #[test]
    fn the_sentence_with_the_caret_is_left_alone() {
        assert!(written("We are excited to", (7, 14), 17));
        assert!(written("We are excited to ", (7, 14), 18));
        assert!(
            !written("We are excited.", (7, 14), 15),
            "a finished sentence may be talked about"
        );
        assert!(
            written("We are excited.", (7, 14), 9),
            "unless the caret is back in it"
        );
        assert!(!written("We are excited\nNext", (7, 14), 19));
        assert!(!written("We are excited. Next", (7, 14), 20));
    }
}
