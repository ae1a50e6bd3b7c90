//! Words that a vocabulary accepts or rejects.
//!
//! Never: reads a list in which a word stands as anything but a pattern.

use super::dialect::ours;
use super::kinds::Found;
use super::write::{Form, list, quoted};

/// The lines of a list that say something.
pub(super) fn terms(source: &str) -> Vec<String> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let lines = source.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(ours)
        .collect()
}

/// Whether the words mean something to a pattern.
pub(super) fn is_pattern(words: &str) -> bool {
    words.contains([
        '\\', '[', ']', '(', ')', '{', '}', '?', '*', '+', '|', '.', '^', '$',
    ])
}

/// The accepted words that may matter to a rule: all, unless the rule looks for plain words that
/// have nothing in common with them.
pub(super) fn that_matter(accepted: &[String], patterns: &[String]) -> Vec<String> {
    if patterns.iter().any(|pattern| is_pattern(pattern)) {
        return accepted.to_vec();
    }
    let patterns: Vec<String> = patterns.iter().map(|one| one.to_lowercase()).collect();
    let matters = |term: &&String| {
        let small = term.to_lowercase();
        let touches = |one: &String| one.contains(&small) || small.contains(one.as_str());
        is_pattern(term) || patterns.iter().any(touches)
    };
    accepted.iter().filter(matters).cloned().collect()
}

/// The rule that accepted words make: any other capitals of them are found.
pub(super) fn accepted_rule(terms: &[String]) -> Option<Found> {
    let cased = terms.iter().filter(|term| !term.starts_with("(?i)"));
    let pairs: Vec<String> = cased
        .map(|term| format!("({}, [{}])", quoted(&lowered(term)), quoted(term)))
        .collect();
    if pairs.is_empty() {
        return None;
    }
    let has_patterns = terms.iter().any(|term| is_pattern(term));
    let form = Form::new("PatternSwap").put("pairs", list(&pairs, 4));
    let form = if has_patterns {
        form.put("twins", "AsPatterns")
    } else {
        form
    };
    Some(Found {
        form: form.flag("any_case", true),
        places: &["{instead}", "{found}"],
        ..Found::default()
    })
}

/// The rule that rejected words make.
pub(super) fn rejected_rule(terms: &[String]) -> Option<Found> {
    (!terms.is_empty()).then(|| Found {
        form: Form::new("Patterns").texts("any_of", terms),
        places: &["{found}"],
        ..Found::default()
    })
}

/// The pattern in small letters; what a backslash makes special stays.
fn lowered(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut is_escaped = false;
    for c in pattern.chars() {
        if is_escaped {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    out
}
