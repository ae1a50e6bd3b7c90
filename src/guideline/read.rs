//! A set out of the text of its file: what can be read is read, what cannot is named with its place.
//!
//! Never: touches a file; never gives up a set because of one rule.

use std::sync::LazyLock;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::scan::with_brackets;
use super::set::FORMAT;
use super::{Fault, HandlePattern, Place, Rule, Set, field_span, list_items};
use crate::check::RuleKind;

/// The way every file of ours is read: options without `Some`, kinds without double brackets.
static RON: LazyLock<ron::Options> = LazyLock::new(|| {
    ron::Options::default()
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES | Extensions::IMPLICIT_SOME)
});

/// Reads one value of a file that people edit; a fault says line, column and, for a misspelt name,
/// what was probably meant.
pub fn from_ron<T: DeserializeOwned>(source: &str) -> Result<T, Fault> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    RON.from_str(source).map_err(|error| {
        let place = Place {
            line: error.span.start.line,
            column: error.span.start.col,
        };
        Fault::new(place, reason(&error.code))
    })
}

/// A set, and what of its file could not be used.
#[derive(Clone, Debug, Default)]
pub struct ReadSet {
    /// The set, with the rules that could be read.
    pub set: Set,
    /// One fault for each rule that is set aside, and one for a handle pattern that cannot be used.
    pub faults: Vec<Fault>,
    /// Whether the file is of a newer format and must not be written.
    pub is_newer: bool,
}

/// Reads a set. `Err` means that the file as a whole cannot be used.
pub fn read_set(source: &str) -> Result<ReadSet, Fault> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let items = list_items(source, Some("rules"));
    let mut set: Set = from_ron(source)?;
    let is_newer = set.format > FORMAT;
    usable(&set, source)?;
    let mut faults = Vec::new();
    if let Err(reason) = HandlePattern::read(&set.handle_pattern) {
        let at = field_span(source, "handle_pattern").unwrap_or_default();
        faults.push(Fault::new(Place::of_byte(source, at.start), reason));
        set.handle_pattern.clear();
    }
    for span in items {
        let place = Place::of_byte(source, span.start);
        match read_rule(span.of(source), place) {
            Ok(rule) if set.rules.iter().any(|other| other.id == rule.id) => {
                let reason = format!("rule {:?} is there twice; the first one is used", rule.id);
                faults.push(Fault::of_rule(rule.id, place, reason));
            }
            Ok(rule) => set.rules.push(rule),
            Err(fault) => faults.push(fault),
        }
    }
    Ok(ReadSet {
        set,
        faults,
        is_newer,
    })
}

/// Only `format`, `id`, `name` and one of values, core message and rules are needed.
fn usable(set: &Set, source: &str) -> Result<(), Fault> {
    let at = |field: &str| {
        field_span(source, field).map_or(Place { line: 1, column: 1 }, |span| {
            Place::of_byte(source, span.start)
        })
    };
    let is_id = |id: &str| {
        !id.is_empty()
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if set.format == 0 {
        return Err(Fault::new(
            at("format"),
            "`format: 1` is missing at the top",
        ));
    }
    if !is_id(&set.id) {
        return Err(Fault::new(
            at("id"),
            "a set needs an id of small letters, digits and hyphens, as in `id: \"brightside\"`",
        ));
    }
    if set.name.trim().is_empty() {
        return Err(Fault::new(
            at("name"),
            "a set needs a name, as in `name: \"Brightside\"`",
        ));
    }
    if set.values.is_empty()
        && set.core_message.is_empty()
        && list_items(source, Some("rules")).is_empty()
    {
        return Err(Fault::new(
            at("name"),
            "a set needs values, a core message or rules; two words are enough, as in `values: [(id: \"smart\", words: \"Be smart\")]`",
        ));
    }
    Ok(())
}

/// Reads one rule; its fault carries the rule's id when that much can be read.
fn read_rule(source: &str, place: Place) -> Result<Rule, Fault> {
    let (text, added) = with_brackets(source, RuleKind::NAMES);
    let id = || {
        field_span(source, "id").map_or_else(
            || "a rule without an id".to_owned(),
            |span| span.of(source).trim_matches('"').to_owned(),
        )
    };
    match from_ron::<Rule>(&text) {
        Ok(rule) if rule.id.trim().is_empty() => {
            Err(Fault::of_rule(id(), place, "a rule needs an id"))
        }
        Ok(rule) => Ok(Rule { place, ..rule }),
        Err(fault) => {
            let inner = without_brackets(&text, &added, fault.place);
            Err(Fault::of_rule(id(), place.plus(inner), fault.reason))
        }
    }
}

/// Moves a column back over the brackets that `with_brackets` added on its line.
fn without_brackets(text: &str, added: &[usize], place: Place) -> Place {
    let before = added
        .iter()
        .map(|at| Place::of_byte(text, *at))
        .filter(|at| at.line == place.line && at.column < place.column);
    Place {
        column: place.column.saturating_sub(2 * before.count()),
        ..place
    }
}

/// What to tell a person about a fault that `ron` found.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what has no sentence of ours is said in the words of `ron`"
)]
fn reason(error: &ron::Error) -> String {
    use ron::Error as E;
    match error {
        E::NoSuchStructField {
            expected, found, ..
        } => unknown("field", found, expected),
        E::NoSuchEnumVariant {
            expected, found, ..
        } => unknown("word", found, expected),
        E::MissingStructField { field, .. } => format!("the field `{field}` is missing"),
        E::DuplicateStructField { field, .. } => format!("the field `{field}` is there twice"),
        E::Eof | E::ExpectedStructLikeEnd | E::ExpectedArrayEnd | E::ExpectedMapEnd => {
            "a closing bracket or a comma is missing before this place".to_owned()
        }
        E::ExpectedComma => "a comma is missing before this place".to_owned(),
        E::ExpectedStringEnd => "this text has no closing quotation mark".to_owned(),
        E::ExpectedNamedStructLike(_) | E::ExpectedStructLike => {
            "an entry in round brackets belongs here".to_owned()
        }
        E::ExpectedArray => "a list in square brackets belongs here".to_owned(),
        E::ExpectedString => "a text in quotation marks belongs here".to_owned(),
        E::ExpectedMap => {
            "a list of pairs in curly brackets belongs here, as in `{\"utilise\": \"use\"}`"
                .to_owned()
        }
        E::ExpectedBoolean => "`true` or `false` belongs here".to_owned(),
        E::IntegerOutOfBounds => "a whole number from 0 on belongs here".to_owned(),
        E::ExpectedInteger => "a whole number belongs here".to_owned(),
        E::InvalidEscape(_) => {
            "a backslash stands for itself only in a raw text, as in `r\"\\d\"`".to_owned()
        }
        E::TrailingCharacters => "something follows after the last bracket".to_owned(),
        other => lower_first(&other.to_string()),
    }
}

fn unknown(what: &str, found: &str, expected: &[&str]) -> String {
    let near = expected
        .iter()
        .map(|word| {
            (
                strsim::damerau_levenshtein(&found.to_lowercase(), &word.to_lowercase()),
                *word,
            )
        })
        .filter(|(distance, word)| *distance <= 1 + word.len() / 4)
        .min();
    match near {
        Some((_, word)) => format!("there is no {what} `{found}`; did you mean `{word}`?"),
        None => format!(
            "there is no {what} `{found}`; there is {}",
            expected.join(", ")
        ),
    }
}

fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(rules: &str) -> String {
        format!(
            "(format: 1, id: \"a\", name: \"A\", values: [(id: \"v\", words: \"Be\")],\nrules: [\n{rules}\n])"
        )
    }

    fn faults(rules: &str) -> Vec<String> {
        let read = read_set(&set(rules)).expect("the file as a whole is fine");
        read.faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_misspelt_field_is_named_with_its_place_and_the_other_rules_stay() {
        let rules = "(id: \"one\", level: Nudge, find: Blank, says: \"x\"),\n  (id: \"two\", levl: Nudge, find: Blank, says: \"x\"),";
        assert_eq!(
            faults(rules),
            ["line 4, column 15: there is no field `levl`; did you mean `level`?"]
        );
        assert_eq!(read_set(&set(rules)).expect("fine").set.rules.len(), 1);
    }

    #[test]
    fn a_misspelt_kind_after_a_bare_one_keeps_its_column() {
        let rules = "(find: Blank, id: \"two\", level: Nugde, says: \"x\")";
        assert_eq!(
            faults(rules),
            ["line 3, column 33: there is no word `Nugde`; did you mean `Nudge`?"]
        );
    }

    #[test]
    fn a_missing_bracket_is_a_fault_of_the_file() {
        let broken = "(format: 1, id: \"a\", name: \"A\",\n values: [(id: \"v\", words: \"Be\")\n";
        let fault = read_set(broken).expect_err("not a whole file");
        assert_eq!(fault.place.line, 2);
        assert!(fault.reason.contains("missing"), "{fault}");
    }

    #[test]
    fn two_words_are_a_set() {
        let read = read_set(
            "(format: 1, id: \"smart\", name: \"Blog Smart\", values: [(id: \"s\", words: \"Blog Smart\")])",
        );
        assert!(read.is_ok_and(|read| read.faults.is_empty()));
    }
}
