//! Offsets of a receipt, moved from the text as it is counted to the text as it came in.
//!
//! Never: changes what is counted.

use crate::platform::Count;
use crate::text::{Span, for_clipboard, graphemes};

/// Moves the spans of a count of `counted` back into `text`, the text as it came in. What was added
/// (the signature) stands as the empty span at its end.
pub(super) fn as_it_came(text: &str, counted: &str, mut count: Count) -> Count {
    let is_same = text.starts_with(counted) || counted.starts_with(text);
    let stops = if is_same { Vec::new() } else { stops(text) };
    for part in &mut count.receipt {
        let to = |at: usize| {
            let at = if is_same { at } else { original(&stops, at) };
            at.min(text.len())
        };
        part.span = Span::new(to(part.span.start), to(part.span.end));
    }
    count
}

/// Where each grapheme ends: in the cleaned text without its blank start, and in the original.
fn stops(text: &str) -> Vec<(usize, usize)> {
    let cleaned = for_clipboard(text).text;
    let lead = cleaned.len() - cleaned.trim_start_matches(['\n', ' ', '\t']).len();
    let mut at = (0, 0);
    let ends = graphemes(text).map(|(_, grapheme)| {
        at.0 += for_clipboard(grapheme).text.len();
        at.1 += grapheme.len();
        (at.0.saturating_sub(lead), at.1)
    });
    ends.collect()
}

/// The first place in the original at which the cleaned text has reached `at`.
fn original(stops: &[(usize, usize)], at: usize) -> usize {
    if at == 0 {
        // the last place before the first word: blank starts belong to no part
        return stops
            .iter()
            .take_while(|(cleaned, _)| *cleaned == 0)
            .last()
            .map_or(0, |(_, original)| *original);
    }
    let reached = stops.partition_point(|(cleaned, _)| *cleaned < at);
    stops
        .get(reached)
        .or(stops.last())
        .map_or(0, |(_, original)| *original)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::FinalText;
    use crate::platform::Platform;
    use crate::signature::Signature;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let final_text = FinalText::new(text, &Signature::default());
        let count = final_text.count(&Platform::default());
        let count = as_it_came(text, &final_text.text, count);
        let words: Vec<&str> = count
            .receipt
            .iter()
            .map(|part| part.span.of(text))
            .collect();
        assert_eq!(words.concat(), expect);
    }

    #[test]
    fn the_words_of_a_receipt_are_those_that_came_in() {
        check("one two", "one two");
        check("\r\n one\r\ntwo \r\n", "one\r\ntwo");
        check("cafe\u{301}\u{7} one", "cafe\u{301}\u{7} one");
    }
}
