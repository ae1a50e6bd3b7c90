//! How a text reads once it stands on a platform: its lines, its links, and where it folds.
//!
//! Never: draws, or promises; folds are approximate everywhere.

use super::{LineBreaks, LinkDisplay, Platform, breaks};
use crate::text::{EntityKind, Span, entities, graphemes, with_lf};

/// A text as readers see it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Reading {
    /// The text, with the line breaks that stay and the links as they show.
    pub text: String,
    /// Where its links stand, in order; empty where nothing can be clicked.
    pub links: Vec<Span>,
    /// About where readers must unfold it: a byte between two characters, behind a whole word where
    /// there is one. None when all of it shows, or when nothing is known.
    pub fold: Option<usize>,
    /// What was changed and what to know, a short sentence each.
    pub notes: Vec<String>,
}

/// A word that is longer, in bytes, is folded where it stands.
const LONGEST_WORD: usize = 60;

impl Platform {
    /// Returns how `text` reads here.
    pub fn reading(&self, text: &str) -> Reading {
        let written = with_lf(text);
        let lines = breaks::shown(&written, self.line_breaks);
        let mut reading = Reading::default();
        if lines.trim() != written.trim() {
            reading.notes.extend(self.break_note());
        }
        let is_changed = reading.fill(&lines, self);
        reading.notes.extend(self.link_note(&lines, is_changed));
        reading.fold = self.fold.and_then(|fold| fold_at(&reading.text, fold));
        if let (Some(fold), Some(_)) = (self.fold, reading.fold) {
            reading
                .notes
                .push(format!("Folds after about {fold} characters"));
        }
        reading
    }

    /// What to know about line breaks that were changed.
    fn break_note(&self) -> Option<String> {
        let note = match self.line_breaks {
            LineBreaks::Kept => return None,
            LineBreaks::AtMostTwo => "Three or more line breaks become two",
            LineBreaks::Paragraphs => "Lines run together unless a blank line stands between them",
            LineBreaks::OneLine => "Line breaks become spaces",
        };
        Some(note.to_owned())
    }

    /// What to know about links, where the text has some that do not show as they were written.
    fn link_note(&self, text: &str, is_changed: bool) -> Option<String> {
        let has_link = || {
            entities(text)
                .iter()
                .any(|entity| entity.kind == EntityKind::Link)
        };
        let note = match self.link_display {
            LinkDisplay::Unlinked if has_link() => "Links cannot be clicked here",
            _ if !is_changed => return None,
            LinkDisplay::Whole | LinkDisplay::Unlinked => return None,
            LinkDisplay::Words => "Links show the words in their square brackets",
            LinkDisplay::Short(most) => {
                return Some(format!(
                    "Links show without https, a long one cut after about {most} characters of its path"
                ));
            }
            LinkDisplay::NoScheme(most) => {
                return Some(format!(
                    "Links show without https, cut after {most} characters"
                ));
            }
            LinkDisplay::HostAndTail => "Links show their host and at most 16 characters more",
            LinkDisplay::Redirect(_) => "Long links show as lnkd.in",
        };
        Some(note.to_owned())
    }
}

impl Reading {
    /// Writes `lines` with the links as `platform` shows them; says whether one shows differently.
    fn fill(&mut self, lines: &str, platform: &Platform) -> bool {
        let mut at = 0;
        let mut is_changed = false;
        for link in platform.shown_links(lines) {
            self.text.push_str(Span::new(at, link.span.start).of(lines));
            let start = self.text.len();
            self.text.push_str(&link.words);
            self.links.push(Span::new(start, self.text.len()));
            is_changed |= link.words != link.span.of(lines);
            at = link.span.end;
        }
        self.text.push_str(lines.get(at..).unwrap_or_default());
        is_changed
    }
}

/// Where a text of more than `fold` characters folds.
fn fold_at(text: &str, fold: u32) -> Option<usize> {
    let mut word_end = None;
    let mut is_gap_before = true;
    for (n, (at, character)) in graphemes(text.trim_end()).enumerate() {
        let is_gap = character.chars().all(char::is_whitespace);
        if is_gap && !is_gap_before {
            word_end = Some(at);
        }
        if n >= fold as usize {
            let is_near = |end: &usize| at - end <= LONGEST_WORD;
            return Some(word_end.filter(is_near).unwrap_or(at));
        }
        is_gap_before = is_gap;
    }
    None
}
