//! The sides of the page: the text, its parts, how it reads, what it changes; and which parts of a
//! thread were copied.
//!
//! Never: changes the state; only `update` does.

use super::state::{Readiness, State};
use crate::approval::sha256;
use crate::check::Standing;
use crate::draft::Copied;

/// What the sheet shows of the open text.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Page {
    /// The text, to be written.
    #[default]
    Text,
    /// The parts of its thread.
    Parts,
    /// As it reads on the platform.
    Reading,
    /// What the platform's own text has that the text of all has not, and the other way round.
    Changes,
    /// Its earlier versions.
    Versions,
}

impl State {
    /// What the sheet shows: the page that was asked for where there is such a thing, else the text.
    pub(super) fn page(&self) -> Page {
        let tab = self.draft.tab.as_deref();
        let has_parts = || {
            tab.and_then(|id| self.standing(id))
                .is_some_and(|standing| standing.thread.is_some())
        };
        let is_there = match self.page {
            Page::Text | Page::Versions => true,
            Page::Parts => has_parts(),
            Page::Reading => !self.draft.is_unwritten(),
            Page::Changes => tab.is_some_and(|id| self.draft.has_own(id)),
        };
        if is_there { self.page } else { Page::Text }
    }

    /// Another platform of the draft that waits to be approved.
    pub(super) fn next_platform(&self) -> Option<&str> {
        let waits = |standing: &&Standing| {
            matches!(
                self.readiness(standing),
                Readiness::Ready | Readiness::ToSettle(_) | Readiness::OnHold(_)
            )
        };
        let next = self.standings.iter().find(waits)?;
        Some(&next.platform)
    }

    /// Which parts of a thread were copied.
    pub(super) fn copied_parts(&self, standing: &Standing) -> Copied {
        let of = fingerprint(standing);
        let known = self.draft.copied.get(&standing.platform);
        known
            .filter(|copied| copied.of == of)
            .cloned()
            .unwrap_or(Copied {
                of,
                ..Copied::default()
            })
    }

    /// Whether some parts of the open tab's thread were copied and others wait.
    pub(super) fn is_copying(&self) -> bool {
        let standing = self.draft.tab.as_deref().and_then(|id| self.standing(id));
        standing.is_some_and(|standing| {
            self.has_parts_left(standing) && !self.copied_parts(standing).parts.is_empty()
        })
    }

    /// Whether it is a thread of which a part was not copied yet.
    pub(super) fn has_parts_left(&self, standing: &Standing) -> bool {
        standing.thread.is_some() && self.next_part(standing).is_some()
    }

    /// The first part of a thread that was not copied yet; none when all were.
    pub(super) fn next_part(&self, standing: &Standing) -> Option<usize> {
        let copied = self.copied_parts(standing);
        (0..standing.parts().len()).find(|n| !copied.parts.contains(n))
    }
}

/// One hash for all parts of a thread in their order.
fn fingerprint(standing: &Standing) -> String {
    sha256(standing.parts().join("\0").as_bytes())
}
