//! How whoever speaks fits the place where they speak.
//!
//! Never: looks at a text, or keeps anybody from speaking.

use crate::guideline::{Person, SpeakerKind};
use crate::platform::{Platform, Presence};

/// How a speaker fits a platform.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fit {
    /// They are expected there.
    Welcome,
    /// The brand, where people talk to people.
    AmongPeople,
    /// A person personally, on a page that speaks for the brand.
    OnAPage,
    /// A person whose handles are known, but none there.
    NoProfile,
}

impl Fit {
    /// How somebody fits; `person` is none for the brand, and while nobody has a name yet.
    pub fn of(kind: SpeakerKind, person: Option<&Person>, platform: &Platform) -> Self {
        match (kind, platform.presence) {
            (SpeakerKind::Brand, Presence::Personal) => Self::AmongPeople,
            (SpeakerKind::Personally, Presence::Logo) => Self::OnAPage,
            (SpeakerKind::Brand, _) | (_, Presence::Logo | Presence::Group) => Self::Welcome,
            (SpeakerKind::ForBrand | SpeakerKind::Personally, _) => {
                let has_none = |person: &Person| {
                    platform.handle.is_some()
                        && !person.handles.is_empty()
                        && person.handle(&platform.id).is_none()
                };
                if person.is_some_and(has_none) {
                    Self::NoProfile
                } else {
                    Self::Welcome
                }
            }
        }
    }
}
