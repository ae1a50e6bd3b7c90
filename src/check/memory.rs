//! What is remembered of a text, so that the next look at it sees only what is new: after an edit the
//! block around it, on another platform what depends on the platform.
//!
//! Never: changes what is found; a look with a memory and one without give the same report.

use std::cell::Cell;

use super::kind::{Match, Reach};
use super::parsed::Parsed;
use super::seen::Ours;
use crate::text::{Patch, PhraseMap, Span};

/// What one set found in one text, which may be edited from look to look.
#[derive(Debug, Default)]
pub struct Memory {
    text: String,
    parsed: Parsed,
    /// The blocks that the last edit was in, and what stands there now.
    edit: Option<(Patch, Parsed)>,
    known: Findings,
}

/// What the rules found, by their places in the set.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// How many texts there were; the first has 1.
    version: u64,
    found: Vec<Known>,
}

/// What a rule found.
#[derive(Clone, Debug, Default)]
struct Known {
    /// In which text; 0 when it has not looked yet.
    version: u64,
    matches: Vec<Match>,
}

/// What a rule looks with.
pub(super) struct Look<'a> {
    /// At the whole text.
    pub(super) whole: &'a dyn Fn(&dyn Fn() -> bool) -> Vec<Match>,
    /// At the blocks that were edited, as a text of their own.
    pub(super) part: &'a dyn Fn(&dyn Fn() -> bool) -> Vec<Match>,
    /// Whether time has run out.
    pub(super) out_of_time: &'a dyn Fn() -> bool,
}

impl Memory {
    /// Turns to `text`.
    pub(super) fn turn_to(&mut self, text: &str, ours: &Ours, phrases: &PhraseMap) {
        if self.known.version > 0 && self.text == text {
            return;
        }
        self.known.version += 1;
        let was_english = self.parsed.is_english;
        self.edit = self.blocks(text).map(|patch| {
            let part = Parsed::of(patch.new.of(text), ours, phrases);
            (patch, part)
        });
        match &self.edit {
            Some((patch, part)) => self.parsed.mend(text, *patch, part),
            None => self.parsed = Parsed::of(text, ours, phrases),
        }
        if self.parsed.is_english != was_english {
            self.edit = None;
        }
        text.clone_into(&mut self.text);
    }

    /// The blocks in which the known text became `text`; none where the whole is looked at as fast,
    /// or where it cannot be told how far the edit reaches.
    fn blocks(&self, text: &str) -> Option<Patch> {
        let edit = Patch::between(&self.text, text)?;
        let patch = edit.of_blocks(&self.text, &|at| self.parsed.may_part(at));
        // a mark of code may open or close a stretch anywhere
        let has_code = patch.old.of(&self.text).contains('`') || patch.new.of(text).contains('`');
        (!has_code && patch.new.n_bytes() * 2 < text.len()).then_some(patch)
    }

    /// The text taken apart, the last edit, and what the rules found.
    pub(super) const fn parts(&mut self) -> (&Parsed, &Option<(Patch, Parsed)>, &mut Findings) {
        (&self.parsed, &self.edit, &mut self.known)
    }
}

impl Findings {
    /// What the rule in place `n` finds: as much of it as is known, and for the rest it looks. It
    /// never returns more than `most` matches.
    pub(super) fn recall(
        &mut self,
        n: usize,
        (reach, most): (Reach, usize),
        edit: Option<Patch>,
        look: &Look<'_>,
    ) -> Vec<Match> {
        if self.found.len() <= n {
            self.found.resize(n + 1, Known::default());
        }
        let Some(known) = self.found.get_mut(n).filter(|_| reach <= Reach::Text) else {
            return (look.whole)(look.out_of_time);
        };
        if known.version == self.version {
            return known.matches.clone();
        }
        let was_stopped = Cell::new(false);
        let out_of_time = || {
            was_stopped.set(was_stopped.get() || (look.out_of_time)());
            was_stopped.get()
        };
        let is_next = known.version > 0 && known.version + 1 == self.version;
        let may_mend = is_next && reach == Reach::Block && known.matches.len() < most;
        let patch = edit.filter(|_| may_mend);
        if let Some(patch) = patch {
            mend(&mut known.matches, (look.part)(&out_of_time), patch);
        }
        if patch.is_none() || known.matches.len() >= most {
            known.matches = (look.whole)(&out_of_time);
        }
        known.version = if was_stopped.get() { 0 } else { self.version };
        known.matches.clone()
    }
}

/// Puts the matches in the edited blocks in the place of those that stood there, with their fixes.
fn mend(matches: &mut Vec<Match>, mut part: Vec<Match>, patch: Patch) {
    for one in matches
        .iter_mut()
        .filter(|one| one.span.start >= patch.old.end)
    {
        each_edit(one, &|span| patch.moved(span));
    }
    for one in &mut part {
        each_edit(one, &|span| span.shifted(patch.new.start));
    }
    patch.splice(matches, &part, |one| &mut one.span);
}

fn each_edit(one: &mut Match, place: &dyn Fn(Span) -> Span) {
    let edits = one.fixes.iter_mut().flat_map(|fix| &mut fix.edits);
    for edit in edits {
        edit.span = place(edit.span);
    }
}
