//! What the window knows of spelling: the words of the open text that are marked, and the one that is
//! asked about.
//!
//! Never: changes itself; only `update` does.

use crate::check::Spelling;
use crate::text::Span;

/// The word that is asked about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct AskedWord {
    /// Where it stands in the open text.
    pub span: Span,
    /// The word.
    pub word: String,
    /// What it may have been meant to be; none while that is being looked up.
    pub suggestions: Option<Vec<String>>,
}

/// The spelling of the open text.
#[derive(Default)]
pub(super) struct Proof {
    /// What words are judged with.
    pub judge: Spelling,
    /// The misspelt words of the open text, in order.
    pub misspelt: Vec<Span>,
    /// Whether the word at the caret is being written, so that it is not marked yet.
    pub is_writing: bool,
    /// The word that is asked about.
    pub asked: Option<AskedWord>,
}

impl Proof {
    /// The misspelt word that a caret stands in or beside.
    pub(super) fn at(&self, caret: usize) -> Option<Span> {
        let touches = |span: &&Span| span.start <= caret && caret <= span.end;
        self.misspelt.iter().find(touches).copied()
    }

    /// The words to mark: all but the one that is being written.
    pub(super) fn marked(&self, caret: Option<usize>) -> Vec<Span> {
        let written = caret
            .filter(|_| self.is_writing)
            .and_then(|caret| self.at(caret));
        let mut spans = self.misspelt.clone();
        spans.retain(|span| Some(*span) != written);
        spans
    }
}
