//! The words that a rule kind looks for, as far as they stand in the set.
//!
//! Never: reads a pattern; what a regular expression finds is not a list.

use crate::check::RuleKind;

/// The phrases of a kind that is a list of them; nothing of any other kind.
pub(super) fn phrases(kind: &RuleKind) -> Vec<&str> {
    if let RuleKind::AnyOf(list) = kind {
        return list.0.iter().map(String::as_str).collect();
    }
    if let RuleKind::Swap(swap) = kind {
        return swap.0.iter().map(|(words, _)| words.as_str()).collect();
    }
    if let RuleKind::AtMost(most) = kind {
        return phrases(&most.of);
    }
    if let RuleKind::AtLeast(least) = kind {
        return phrases(&least.of);
    }
    if let RuleKind::Missing(missing) = kind {
        return phrases(&missing.of);
    }
    if let RuleKind::Capitals(capitals) = kind {
        return capitals.as_written.iter().map(String::as_str).collect();
    }
    if let RuleKind::Consistent(groups) = kind {
        return groups.0.iter().flatten().map(String::as_str).collect();
    }
    Vec::new()
}

/// Whether a kind is nothing but a list of words.
pub(super) fn is_word_list(kind: &RuleKind) -> bool {
    !phrases(kind).is_empty()
}
