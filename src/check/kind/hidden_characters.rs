//! `HiddenCharacters`: characters that nobody sees, and that still say or do something.
//!
//! Never: takes one for hidden that a script or an emoji needs.

use serde::Deserialize;
use unicode_normalization::char::is_combining_mark;

use super::{Finder, Kind, Looking, Match};
use crate::check::{Applicability, Edit, Fix};
use crate::text::{Span, decoded, hidden_name, is_hidden};

/// Finds characters without a shape of their own: zero-width spaces and joiners, marks that turn the
/// direction of writing, tag characters, soft hyphens, fillers. Control characters never leave: they are
/// taken out on the way to the clipboard.
///
/// They pass where they are needed: joiners inside an emoji or between letters of a script that
/// joins (Arabic, Devanagari and its kin), marks of direction beside letters that run from right to
/// left, tags in the flag of a region, a variation selector behind a sign that has variants. What
/// overrides the direction never passes. Sources: <https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters>,
/// <https://www.unicode.org/reports/tr51/>, <https://trojansource.codes>.
///
/// A finding covers a run of them with the characters beside it. In what the rule says `{hidden}`
/// stands for what they are, and for what tags spell. The fix takes them out. It has no options.
///
/// ```ron
/// find: HiddenCharacters
/// ```
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct HiddenCharacters {}

impl Kind for HiddenCharacters {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(Self {}))
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}

impl Finder for HiddenCharacters {
    fn find(&self, looking: &Looking<'_>) -> Vec<Match> {
        let text = looking.text();
        let is_plain = |byte: u8| byte.is_ascii() && (!byte.is_ascii_control() || byte == b'\n');
        if text.bytes().all(is_plain) {
            return Vec::new();
        }
        let mut runs: Vec<Span> = Vec::new();
        for (at, c) in text.char_indices() {
            if c.is_control() || !is_hidden(text, at, c) {
                continue;
            }
            let span = Span::new(at, at + c.len_utf8());
            match runs.last_mut().filter(|last| last.end == at) {
                Some(last) => last.end = span.end,
                None => runs.push(span),
            }
        }
        runs.into_iter().map(|run| found(text, run)).collect()
    }
}

fn found(text: &str, run: Span) -> Match {
    let fix = Fix {
        label: "Remove".to_owned(),
        edits: vec![Edit {
            span: run,
            insert: String::new(),
        }],
        applicability: Applicability::Safe,
    };
    Match {
        span: with_neighbours(text, run),
        fixes: vec![fix],
        told: vec![("hidden", described(run.of(text)))],
        ..Match::default()
    }
}

/// The run with the characters beside it, so that there is something to see.
fn with_neighbours(text: &str, run: Span) -> Span {
    let is_seen = |c: char| !c.is_whitespace() && !c.is_control();
    let before = text.get(..run.start).unwrap_or_default();
    let (mut start, mut n_marks) = (run.start, 0);
    for (at, c) in before.char_indices().rev().take_while(|(_, c)| is_seen(*c)) {
        start = at;
        n_marks += 1;
        if !is_combining_mark(c) || n_marks > 8 {
            break;
        }
    }
    let after = text.get(run.end..).unwrap_or_default();
    let next = after.chars().next().filter(|c| is_seen(*c));
    Span::new(start, run.end + next.map_or(0, char::len_utf8))
}

/// What a run is: each kind once, and what its tags spell.
fn described(run: &str) -> String {
    const MOST: usize = 3;
    let mut names: Vec<String> = Vec::new();
    for c in run.chars() {
        let name = hidden_name(c);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    let out = names.join(", ");
    let spelt = decoded(run);
    if spelt.is_empty() {
        out
    } else {
        format!("{out}, which spell “{spelt}”")
    }
}
