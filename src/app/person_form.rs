//! Somebody's card while it is being filled in: what is typed, and what of it can be kept.
//!
//! Never: writes anything; a change is asked for once it can be kept.

use crate::guideline::{Ownership, Person};
use crate::platform::{HandleFault, Platform, Platforms, template_fault};
use crate::signature::usual_template;

/// Seconds without a key after which a change is kept although the field still has the keyboard.
const SETTLE_SECONDS: f64 = 0.8;

/// Somebody's card, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PersonForm {
    /// What is typed; without an id for somebody new.
    pub person: Person,
    /// What is typed for topics they answer for, and for those they care about.
    pub expertise: String,
    /// What they care about.
    pub interests: String,
    /// Hours a week.
    pub hours: String,
    /// What was known of them when it was last kept.
    base: Person,
    /// When the last key was typed, in seconds of the window's clock.
    changed: Option<f64>,
}

impl PersonForm {
    /// The card of somebody.
    pub(super) fn of(person: &Person) -> Self {
        Self {
            person: person.clone(),
            expertise: person.expertise.join(", "),
            interests: person.interests.join(", "),
            hours: person
                .hours_a_week
                .map_or_else(String::new, |hours| hours.to_string()),
            base: person.clone(),
            changed: None,
        }
    }

    /// Whether it is the card of somebody who is not known yet.
    pub(super) fn is_new(&self) -> bool {
        self.person.id.is_empty()
    }

    /// Takes over what changed elsewhere, unless something is being typed here.
    pub(super) fn follow(&mut self, known: &Person) {
        if *known != self.base && self.changed.is_none() {
            *self = Self::of(known);
        }
    }

    /// Notes that something was typed.
    pub(super) fn touch(&mut self, now: f64) {
        self.changed = Some(now);
    }

    /// The person to be kept, if there is a change to keep: at once when the keyboard has left, else
    /// after a moment. Somebody new waits until the keyboard has left, since their id comes from the
    /// whole name.
    pub(super) fn due(&mut self, platforms: &Platforms, now: f64, is_left: bool) -> Option<Person> {
        let changed = self.changed?;
        let is_quiet = now - changed >= SETTLE_SECONDS && !self.is_new();
        if !is_left && !is_quiet {
            return None;
        }
        self.take(platforms)
    }

    /// The person to be kept, if there is a change to keep.
    pub(super) fn take(&mut self, platforms: &Platforms) -> Option<Person> {
        let person = self.keepable(platforms);
        if person.name.trim().is_empty() || person == self.base {
            // what cannot be kept yet stays as it is typed
            let is_kept = *self
                == Self {
                    changed: self.changed,
                    ..Self::of(&self.base)
                };
            self.changed.take_if(|_| is_kept);
            return None;
        }
        self.changed = None;
        self.base = person.clone();
        Some(person)
    }

    /// What is typed, without what a platform refuses: there stays what was.
    pub(super) fn keepable(&self, platforms: &Platforms) -> Person {
        let mut person = self.person.clone();
        person.handles = Vec::new();
        for (id, handle) in &self.person.handles {
            let handle = handle.trim();
            let is_refused = !handle.is_empty() && handle_fault(platforms, id, handle).is_some();
            let was = || {
                let mut before = self.base.handles.iter();
                before
                    .find(|(other, _)| other == id)
                    .map(|(_, was)| was.clone())
            };
            let kept = if is_refused {
                was()
            } else {
                Some(handle.to_owned())
            };
            let kept = kept.filter(|handle| !handle.is_empty());
            person
                .handles
                .extend(kept.map(|handle| (id.clone(), handle)));
        }
        person.signatures = self.templates(platforms);
        let handles = &person.handles;
        person
            .ownership
            .retain(|(id, _)| handles.iter().any(|(other, _)| other == id));
        person.expertise = listed(&self.expertise);
        person.interests = listed(&self.interests);
        person.hours_a_week = hours(&self.hours).unwrap_or(self.base.hours_a_week);
        person
    }

    /// The ways to sign that can be kept: one that nobody can fill in stays as it was, an empty one
    /// is none, and one that says what the platform says anyway is not begun.
    fn templates(&self, platforms: &Platforms) -> Vec<(String, String)> {
        let was = |id: &str| self.base.signatures.iter().find(|(other, _)| other == id);
        let kept = |(id, template): &(String, String)| {
            let template = template.trim();
            let usual = platforms.get(id);
            let usual = usual.map(|platform| usual_template(platform, &self.person));
            let is_usual = usual == Some(template) && was(id).is_none();
            if template.is_empty() || is_usual {
                return None;
            }
            if template_fault(template).is_some() {
                return was(id).cloned();
            }
            Some((id.clone(), template.to_owned()))
        };
        self.person.signatures.iter().filter_map(kept).collect()
    }

    /// The photo that is kept, unless another one is being typed.
    pub(super) fn kept_photo(&self) -> Option<&str> {
        let photo = self.base.photo.trim();
        let is_file = !photo.is_empty() && !photo.contains("://");
        (is_file && photo == self.person.photo.trim()).then_some(photo)
    }

    /// Lets them sign on a platform in a way of their own, beginning with the platform's.
    pub(super) fn sign_differently(&mut self, platform: &Platform) {
        let template = usual_template(platform, &self.person);
        let entry = (platform.id.clone(), template.to_owned());
        self.person.signatures.push(entry);
    }

    /// Whose account the handle on a platform is.
    pub(super) fn ownership(&self, platform: &str) -> Ownership {
        let known = self.person.ownership.iter().find(|(id, _)| id == platform);
        known.map_or_else(Ownership::default, |(_, ownership)| ownership.clone())
    }

    /// Says whose account the handle on a platform is.
    pub(super) fn own(&mut self, platform: &str, ownership: Ownership) {
        let list = &mut self.person.ownership;
        match list.iter_mut().find(|(id, _)| id == platform) {
            Some((_, known)) => *known = ownership,
            None => list.push((platform.to_owned(), ownership)),
        }
    }

    /// Puts a topic among those they answer for, or takes it out.
    pub(super) fn toggle_topic(&mut self, topic: &str) {
        let mut topics = listed(&self.expertise);
        let n = topics.len();
        topics.retain(|known| !known.eq_ignore_ascii_case(topic));
        if topics.len() == n {
            topics.push(topic.to_owned());
        }
        self.expertise = topics.join(", ");
    }

    /// Puts a platform among those they are learning, or takes it out.
    pub(super) fn toggle_learning(&mut self, platform: &str) {
        let learning = &mut self.person.learning;
        let n = learning.len();
        learning.retain(|known| known != platform);
        if learning.len() == n {
            learning.push(platform.to_owned());
        }
    }
}

/// Why a platform refuses a handle, if it does and is known.
pub(super) fn handle_fault(
    platforms: &Platforms,
    platform: &str,
    handle: &str,
) -> Option<HandleFault> {
    platforms.handle_rule(platform)?.fault(handle)
}

/// Words between commas.
pub(super) fn listed(words: &str) -> Vec<String> {
    let words = words.split([',', ';', '、', '،']).map(str::trim);
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Hours as they are typed: none when the field is empty, a sentence when it is no number.
pub(super) fn hours(words: &str) -> Result<Option<f32>, &'static str> {
    let words = words.trim().replace(',', ".");
    if words.is_empty() {
        return Ok(None);
    }
    let hours = words.parse::<f32>().ok();
    let hours = hours.filter(|hours| (0.0..=168.0).contains(hours));
    hours.map(Some).ok_or("A number of hours, as in 4 or 2.5")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::{HandleRule, Platform};

    fn asha() -> Person {
        Person {
            id: "asha".into(),
            name: "Asha Rao".into(),
            handles: vec![("x".into(), "@asha_b".into())],
            expertise: vec!["returns".into()],
            ..Person::default()
        }
    }

    fn platforms() -> Platforms {
        let rule = HandleRule {
            most: 15,
            marks: "_".into(),
            ..HandleRule::default()
        };
        Platforms::new(vec![Platform {
            id: "x".into(),
            handle: Some(rule),
            ..Platform::default()
        }])
    }

    #[test]
    fn a_refused_handle_stays_typed_and_the_old_one_stays_kept() {
        let mut form = PersonForm::of(&asha());
        form.person.handles[0].1 = "@asha-at-brightside".into();
        form.person.title = "Customer care".into();
        form.touch(1.0);
        let kept = form
            .due(&platforms(), 1.0, true)
            .expect("the title changed");
        assert_eq!(kept.handles, asha().handles);
        assert_eq!(kept.title, "Customer care");
        assert_eq!(form.person.handles[0].1, "@asha-at-brightside");
    }

    #[test]
    fn a_change_waits_for_a_quiet_moment_and_follows_others_only_then() {
        let mut form = PersonForm::of(&asha());
        form.expertise = "returns, labels,".into();
        form.touch(1.0);
        let other = Person {
            title: "Care".into(),
            ..asha()
        };
        form.follow(&other);
        assert_eq!(form.person.title, "", "something is being typed");
        assert_eq!(form.due(&platforms(), 1.5, false), None);
        let kept = form.due(&platforms(), 2.0, false).expect("it is quiet");
        assert_eq!(kept.expertise, ["returns", "labels"]);
        form.follow(&other);
        assert_eq!(form.person.title, "Care");
    }

    #[test]
    fn hours_are_a_number_a_week_can_hold() {
        assert_eq!(hours(" 4,5 "), Ok(Some(4.5)));
        assert_eq!(hours(""), Ok(None));
        assert!(hours("a few").is_err());
        assert!(hours("-1").is_err());
        assert!(hours("NaN").is_err());
    }
}
