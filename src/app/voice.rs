//! Who may speak, how each fits the open platform, and whom to ask.
//!
//! Never: changes who speaks.

use super::state::State;
use crate::draft::{Fit, Speaker, YOURSELF};
use crate::guideline::{Person, SpeakerKind};
use crate::platform::Platform;

impl State {
    /// Everybody who can speak: the brand, then each person for the brand and personally.
    pub(super) fn speakers(&self) -> Vec<Speaker> {
        let people = self.library.people();
        let mut ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
        if ids.is_empty() {
            ids.push(YOURSELF);
        }
        let of = |id: &str| {
            let id = id.to_owned();
            [Speaker::ForBrand(id.clone()), Speaker::Personally(id)]
        };
        let persons = ids.into_iter().flat_map(of);
        std::iter::once(Speaker::Brand).chain(persons).collect()
    }

    /// The first platform of the open text that a speaker does not fit, and how.
    pub(super) fn misfit(&self, speaker: &Speaker) -> Option<(&Platform, Fit)> {
        let person = speaker.named(self.library.people());
        let platforms = self.sharing().into_iter();
        let fits = platforms.filter_map(|id| {
            let platform = self.platform(id)?;
            Some((platform, Fit::of(speaker.kind(), person, platform)))
        });
        let mut misfits: Vec<_> = fits.filter(|(_, fit)| *fit != Fit::Welcome).collect();
        // a missing profile is the least of it
        misfits.sort_by_key(|(_, fit)| *fit == Fit::NoProfile);
        misfits.into_iter().next()
    }

    /// The brand's name: the set's, or else the company of whoever speaks.
    pub(super) fn brand(&self) -> &str {
        let of_set = self.in_use.opened.brand();
        let somebody = self.person().or_else(|| self.library.people().first());
        let company = somebody.map_or("", |person| person.company.as_str());
        if of_set.is_empty() { company } else { of_set }
    }

    /// Whoever speaks now, in words: "as Asha Rao for Brightside".
    pub(super) fn speaker_sentence(&self) -> String {
        let name = self
            .person()
            .map_or("yourself", |person| person.name.trim());
        let brand = match self.brand() {
            "" => "the brand",
            brand => brand,
        };
        match self.draft.speaker.kind() {
            SpeakerKind::Brand => format!("as {brand}"),
            SpeakerKind::ForBrand => format!("as {name} for {brand}"),
            SpeakerKind::Personally if self.person().is_none() => format!("as {name}"),
            SpeakerKind::Personally => format!("as {name} personally"),
        }
    }

    /// The platform of the open text that the speaker is still learning, and somebody who is at home
    /// there.
    pub(super) fn buddy(&self) -> Option<(&Platform, &Person)> {
        let person = self.person()?;
        let mut open = self.sharing().into_iter();
        open.find_map(|id| {
            let buddy = person.buddy(self.library.people(), id)?;
            Some((self.platform(id)?, buddy))
        })
    }
}
