//! What an empty page offers to begin with: the ways of the set, and its focus.
//!
//! Never: writes anything by itself.

use super::Triage;
use crate::guideline::{Set, Way};

/// A way to begin.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Starter {
    /// What it is called, in a few words.
    pub name: String,
    /// The text to begin with, blanks and all; or a hint for an empty page.
    pub words: String,
    /// Whether it is a text to begin with.
    pub is_text: bool,
}

/// The longest name of a way without one of its own, in characters.
const MOST_CHARS: usize = 32;

/// The ways to begin a post: that of the focus first, then those of the set that are not meant for an
/// answer. For an answer, those that are meant for what the other person said; see [`Triage::is_meant_by`].
pub fn starters(head: &Set, reply: Option<Option<Triage>>) -> Vec<Starter> {
    let is_meant = |way: &Way<'_>| match reply {
        None => Triage::ALL
            .into_iter()
            .all(|one| !one.is_meant_by(way.name)),
        Some(triage) => triage.is_some_and(|triage| triage.is_meant_by(way.name)),
    };
    let of_focus = head.focus.filter(|_| reply.is_none());
    let of_focus = of_focus.map(|focus| Way::of(focus.way()));
    let ways = head.ways.iter().map(|line| Way::of(line)).filter(is_meant);
    of_focus.into_iter().chain(ways).map(starter).collect()
}

fn starter(way: Way<'_>) -> Starter {
    let mut name: String = way.name.chars().take(MOST_CHARS).collect();
    if name.len() < way.name.len() {
        let cut = name.rfind(' ').unwrap_or(name.len());
        name.truncate(cut);
        name.push('…');
    }
    Starter {
        name,
        words: way.words.to_owned(),
        is_text: way.words.contains('{'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guideline::Focus;

    fn names(starters: &[Starter]) -> Vec<&str> {
        starters.iter().map(|one| one.name.as_str()).collect()
    }

    #[test]
    fn an_answer_is_offered_what_fits_their_words() {
        let ways = [
            "A tip: If {what goes wrong}, {what to do}.",
            "An unhappy customer: {What went wrong} is on us, {name}.",
            "A question: {The answer}.",
            "A rant or a joke: let it stand.",
        ];
        let head = Set {
            focus: Some(Focus::Service),
            ways: ways.map(str::to_owned).to_vec(),
            ..Set::default()
        };
        assert_eq!(names(&starters(&head, None)), ["Made easier", "A tip"]);
        let unhappy = starters(&head, Some(Some(Triage::Unhappy)));
        assert_eq!(names(&unhappy), ["An unhappy customer"]);
        assert!(unhappy[0].is_text);
        let joke = starters(&head, Some(Some(Triage::RantOrJoke)));
        assert_eq!(
            (names(&joke), joke[0].is_text),
            (vec!["A rant or a joke"], false)
        );
        assert!(starters(&head, Some(None)).is_empty());
        assert!(starters(&Set::default(), None).is_empty());
    }

    #[test]
    fn a_way_without_a_name_is_called_by_its_first_words() {
        let head = Set {
            ways: vec!["Ask somebody who was there what it was like. Ändern hilft.".to_owned()],
            ..Set::default()
        };
        let found = starters(&head, None);
        assert_eq!(names(&found), ["Ask somebody who was there what…"]);
    }
}
