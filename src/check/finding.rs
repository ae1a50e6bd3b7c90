//! One note that a rule makes on a text, and the ways to settle it by an edit.
//!
//! Never: changes a text; it says how it could be changed.

use serde::Serialize;

use crate::guideline::{Level, Source};
use crate::text::Span;

/// One edit: the bytes of `span` become `insert`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Edit {
    /// What is replaced; empty to insert.
    #[serde(flatten)]
    pub span: Span,
    /// What stands there instead.
    pub insert: String,
}

/// Whether a fix can be used without a look.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
pub enum Applicability {
    /// It means the same.
    #[default]
    Safe,
    /// The writer should read it once more.
    Ask,
}

/// A labelled list of edits that settles a finding.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Fix {
    /// What the button says.
    pub label: String,
    /// The edits, in order of the text, not overlapping.
    pub edits: Vec<Edit>,
    /// Whether it wants a look.
    #[serde(skip)]
    pub applicability: Applicability,
}

impl Fix {
    /// A fix that puts `insert` in the place of `span`; an empty `insert` removes the words and one
    /// of the spaces around them.
    pub fn replace(text: &str, span: Span, insert: &str) -> Self {
        if insert.is_empty() {
            return Self {
                label: "Remove".to_owned(),
                edits: vec![Edit {
                    span: with_gap(text, span),
                    insert: String::new(),
                }],
                applicability: Applicability::Ask,
            };
        }
        Self {
            label: insert.to_owned(),
            edits: vec![Edit {
                span,
                insert: insert.to_owned(),
            }],
            applicability: Applicability::Safe,
        }
    }

    /// Returns `text` with the fix used.
    pub fn applied(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for edit in self.edits.iter().rev() {
            if out.get(edit.span.start..edit.span.end).is_some() {
                out.replace_range(edit.span.start..edit.span.end, &edit.insert);
            }
        }
        out
    }
}

/// The words and the space that would be left over without them.
fn with_gap(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let is_gap = |c: char| c == ' ' || c == '\u{a0}';
    match (before.chars().next_back(), after.chars().next()) {
        (Some(b), Some(a)) if is_gap(b) && (is_gap(a) || a.is_ascii_punctuation() || a == '\n') => {
            Span::new(span.start - b.len_utf8(), span.end)
        }
        (Some(b), None) if is_gap(b) => Span::new(span.start - b.len_utf8(), span.end),
        (None | Some('\n'), Some(a)) if is_gap(a) => Span::new(span.start, span.end + a.len_utf8()),
        _ => span,
    }
}

/// One note of one rule on one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// The name of its kind, as a rule's `find:` writes it.
    pub kind: &'static str,
    /// The set that the rule came from.
    pub set: String,
    /// What it asks.
    pub level: Level,
    /// How many findings of the same rule about the same words stand before it.
    pub nth: usize,
    /// Where, in the text as it was given; the empty span at the end for something missing.
    pub span: Span,
    /// One line.
    pub says: String,
    /// Why it matters.
    pub why: String,
    /// What to do instead.
    pub instead: String,
    /// The words of the value that the rule serves.
    pub value: String,
    /// The organisation's own sentence.
    pub source: Option<Source>,
    /// Ways to settle it by an edit.
    pub fixes: Vec<Fix>,
    /// The platforms that it concerns, when it does not concern all that were asked for.
    pub platforms: Vec<String>,
    /// The id of the topic of the set that it is about, when it is about one; [`super::HandOff`]
    /// knows whose field that is.
    pub topic: Option<String>,
    /// Whether it can be settled with a reason although it is a Hold.
    pub may_be_reasoned: bool,
    /// What stands for the words wherever these must not be repeated.
    pub(super) masked: Option<String>,
}

impl Finding {
    /// The words it is about, by which it is known again; empty for something that is missing. Of a
    /// secret it is a mask and a short print, `ghp_… #3f9a`, which may be stored.
    pub fn words<'t>(&'t self, text: &'t str) -> &'t str {
        self.masked.as_deref().unwrap_or_else(|| self.span.of(text))
    }

    /// What stands for the words wherever these must not be repeated; none where they may be.
    pub fn mask(&self) -> Option<&str> {
        let masked = self.masked.as_deref()?;
        Some(masked.rsplit_once(" #").map_or(masked, |(mask, _)| mask))
    }

    /// The words as they are shown: of a secret, the mask alone.
    pub fn shown<'t>(&'t self, text: &'t str) -> &'t str {
        self.mask().unwrap_or_else(|| self.words(text))
    }
}
