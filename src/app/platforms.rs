//! Where one speaks: the platforms in use, whose words about them stand, why one is there.
//!
//! Never: changes a platform; it is told what was kept.

use super::state::State;
use crate::guideline::SpeakerKind;
use crate::platform::{BRAND, Platform, PlatformAnswers, Topic};
use crate::store::{Origin, PlatformEdit};

/// What is asked of the user's own platforms.
#[derive(Clone, Debug)]
pub(super) enum PlatformAsk {
    /// Keep these answers.
    Put(Box<PlatformAnswers>),
    /// Take the entry with this id out.
    Remove(String),
    /// Take the last change back.
    Undo(Box<PlatformEdit>),
}

/// What was done of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum PlatformStep {
    /// A platform was added, or its purpose was said.
    Added,
    /// An entry was taken out.
    Removed,
    /// One of these was taken back.
    Undone,
}

/// How far changes of platforms have come.
#[derive(Clone, Debug, Default)]
pub(super) struct PlatformChanges {
    /// How many were kept, and how many could not be.
    pub n_done: u64,
    pub n_refused: u64,
    /// The last one, until it is taken back.
    pub last: Option<(PlatformStep, PlatformEdit)>,
    /// What the last one was about, until the files are read again.
    pub(super) awaited: Option<(PlatformStep, String)>,
    /// The tab that the last one put into the draft.
    pub(super) tab: Option<String>,
}

impl PlatformChanges {
    /// What was done last, in words, and which platform it was about.
    pub(super) fn last_words(&self) -> Option<(&'static str, &str)> {
        let (step, edit) = self.last.as_ref()?;
        let words = match step {
            PlatformStep::Added => "is yours now",
            PlatformStep::Removed | PlatformStep::Undone => "is taken out",
        };
        Some((words, &edit.id))
    }
}

impl State {
    /// The platforms that the draft, the set or the user's own file names, in this order.
    pub(super) fn platforms_in_use(&self) -> Vec<&Platform> {
        let of_set = self.in_use.opened.active.head.platforms.iter();
        let all = self.draft.platforms.iter().map(String::as_str);
        let all = all
            .chain(of_set.map(|change| change.0.id.as_str()))
            .chain(self.library.own_platforms());
        let mut out: Vec<&Platform> = Vec::new();
        for platform in all.filter_map(|id| self.platform(id)) {
            if out.iter().all(|known| known.id != platform.id) {
                out.push(platform);
            }
        }
        out
    }

    /// All others, in the table's order.
    pub(super) fn other_platforms(&self) -> Vec<&Platform> {
        let known = self.platforms_in_use();
        let all = self.in_use.opened.platforms.iter();
        all.filter(|one| known.iter().all(|other| other.id != one.id))
            .collect()
    }

    /// Whether the user's own file says something about a platform.
    pub(super) fn is_own_platform(&self, id: &str) -> bool {
        self.library.own_platforms().contains(&id)
    }

    /// Whose words about a topic stand, if they do not come with the program.
    pub(super) fn whose(&self, id: &str, topic: Topic) -> Option<String> {
        let telling = self.in_use.opened.platforms.telling(id, topic)?;
        let head = &self.in_use.opened.active.head;
        let is_of_set = head
            .platforms
            .iter()
            .any(|change| change.0.id == telling.id && change.0.touches(topic));
        match self.library.platform_origin(&telling.id, topic) {
            _ if is_of_set => Some(format!("from {}", head.name)),
            Origin::Own => Some("yours".to_owned()),
            Origin::Team => Some("your team’s".to_owned()),
            Origin::Shipped => None,
        }
    }

    /// Who can speak anywhere: ids and names, the brand first.
    pub(super) fn voices(&self) -> Vec<(&str, &str)> {
        let brand = match self.brand() {
            "" => "The brand",
            brand => brand,
        };
        let people = self.library.people().iter();
        let people = people.map(|person| (person.id.as_str(), person.name.trim()));
        let people = people.filter(|(_, name)| !name.is_empty());
        std::iter::once((BRAND, brand)).chain(people).collect()
    }

    /// The names of voices; the id of somebody who is not known here.
    pub(super) fn voice_words(&self, ids: &[String]) -> String {
        let known = self.voices();
        let name = |id: &String| {
            let mut known = known.iter();
            let found = known.find(|(other, _)| other == id);
            found.map_or_else(|| id.clone(), |(_, name)| (*name).to_owned())
        };
        let mut names: Vec<String> = ids.iter().map(name).collect();
        let Some(last) = names.pop() else {
            return String::new();
        };
        match names.as_slice() {
            [] => last,
            more => format!("{} and {last}", more.join(", ")),
        }
    }

    /// How a voice would fit a platform.
    pub(super) fn voice_fit(&self, id: &str, platform: &Platform) -> crate::draft::Fit {
        let person = self.library.people().iter().find(|person| person.id == id);
        let kind = if id == BRAND {
            SpeakerKind::Brand
        } else {
            SpeakerKind::ForBrand
        };
        crate::draft::Fit::of(kind, person, platform)
    }
}
