//! Sequences of Vale: words that follow each other, as one pattern.
//!
//! Never: guesses a part of speech; a word that is asked for by one keeps the rule out.

use super::action::action;
use super::dialect::ours;
use super::kinds::{Found, with_action};
use super::options::Options;
use super::write::Form;
use super::yaml::{Node, Value};
use crate::guideline::Fault;

/// What may stand between two words of a sequence: another word, or a mark.
const BETWEEN: &str = r"\s*[^\w\s]|\s+\w[\w'’-]*";
/// The most words that may be skipped.
const MOST_SKIPPED: usize = 50;

/// One word that is asked for.
struct Word {
    pattern: String,
    is_not: bool,
    skip: usize,
}

/// `sequence`: words by their patterns, one behind the other in a sentence. Words may be skipped
/// before the last one.
pub(super) fn sequence(options: &mut Options) -> Result<Found, Fault> {
    let words = words(options)?;
    let any_case = options.flag("ignorecase", false)?;
    // whatever else is asked for
    options.take("scope");
    let is_wanted = |word: &Word| !word.is_not;
    if !words.iter().any(is_wanted) {
        return Err(options.fault("it needs a word with a `pattern` that is wanted"));
    }
    let mut whole = String::new();
    for (at, word) in words.iter().enumerate() {
        let is_last = at + 1 == words.len();
        if word.skip > 0 && (at == 0 || !is_last || word.is_not) {
            let reason = "it skips words elsewhere than before its last one";
            return Err(options.fault(reason));
        }
        let skipped = match word.skip {
            0 => String::new(),
            n => format!("(?:{BETWEEN}){{0,{n}}}?"),
        };
        let gap = if at > 0 { r"\s+" } else { "" };
        let pattern = &word.pattern;
        let one = if word.is_not {
            format!(r"(?!(?:{pattern})\b)\w[\w'’-]*")
        } else {
            format!("(?:{pattern})")
        };
        whole.extend([&skipped, gap, &one, r"\b"]);
    }
    let form = Form::new("Patterns")
        .texts("any_of", &[whole])
        .flag("any_case", any_case)
        .put("each", "Sentence");
    let found = Found {
        form,
        places: &["{found}"],
        ..Found::default()
    };
    Ok(with_action(found, action(options)?, true))
}

fn words(options: &mut Options) -> Result<Vec<Word>, Fault> {
    let node = options.take("tokens");
    let Some(Value::List(list)) = node.map(|node| node.value) else {
        return Err(options.fault("it has no list of `tokens`"));
    };
    if list.is_empty() {
        return Err(options.fault("it has no `tokens`"));
    }
    list.into_iter().map(word).collect()
}

fn word(node: Node) -> Result<Word, Fault> {
    let place = node.place;
    let Ok(mut options) = Options::of(node) else {
        let reason = "a word of a sequence wants a `pattern`";
        return Err(Fault::new(place, reason));
    };
    if !options.text("tag")?.is_empty() {
        let reason = "it needs the parts of speech of every word";
        return Err(Fault::new(place, reason));
    }
    let pattern = ours(&options.text("pattern")?);
    let word = Word {
        is_not: options.flag("negate", false)?,
        skip: options.count("skip")?.min(MOST_SKIPPED),
        pattern,
    };
    options.all_known()?;
    if !is_of_one_word(&word.pattern) {
        let reason = "a word of its sequence has a pattern that may reach over several words";
        return Err(Fault::new(place, reason));
    }
    Ok(word)
}

/// Whether a pattern can match nothing but letters of one word, as Vale asks it word by word.
fn is_of_one_word(pattern: &str) -> bool {
    let mut chars = pattern.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let reaches = match c {
            '\\' => {
                let escaped = chars.next();
                matches!(
                    escaped,
                    None | Some('s' | 'W' | 'D' | 'B' | 'P' | 'n' | 't')
                )
            }
            '.' | '^' | '$' => true,
            '?' if before == '(' => next != Some(':'),
            c => c.is_whitespace(),
        };
        if reaches {
            return false;
        }
        before = c;
    }
    !pattern.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_of_one_word_are_taken() {
        for pattern in ["be", "(?:is|are)", r"\w+ing", "colou?r", "[Dd]esk(s)?"] {
            assert!(is_of_one_word(pattern), "{pattern}");
        }
        for pattern in ["", "a b", ".*ing", r"a\sb", "[^a]", r"\W", "(?=a)b"] {
            assert!(!is_of_one_word(pattern), "{pattern}");
        }
    }
}
