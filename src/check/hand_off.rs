//! Whose field a topic is, and the note with which a text is handed on to them.
//!
//! Never: sends anything; the note is text, and somebody decides what becomes of it.

use super::kind::Looking;
use super::subjects::{Subject, covers};
use crate::guideline::{Person, Role, Set, Topic};
use crate::text::Span;

/// Where a text on a topic belongs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandOff<'a> {
    /// The topic; none for a case that no topic covers.
    pub topic: Option<&'a Topic>,
    /// Whoever can answer, the owner first; the hub when nobody can; empty when there is no hub.
    pub to: Vec<&'a Person>,
    /// Whether it goes to the hub because it is nobody's field.
    pub is_hub: bool,
}

/// How many people are named at most.
const MOST_NAMES: usize = 3;

impl<'a> HandOff<'a> {
    /// Where a text on the topic of this id goes; a topic that the set does not have is a case that
    /// nobody covers.
    pub fn of(set: &'a Set, topic: &str, people: &'a [Person]) -> Self {
        let known = set.topics.iter().find(|one| one.id == topic);
        known.map_or_else(|| Self::uncovered(people), |topic| Self::on(topic, people))
    }

    /// Where a text goes that no topic covers: to the hub.
    pub fn uncovered(people: &'a [Person]) -> Self {
        Self {
            topic: None,
            to: people.iter().filter(|one| one.role == Role::Hub).collect(),
            is_hub: true,
        }
    }

    /// Where a text on a topic goes.
    pub(super) fn on(topic: &'a Topic, people: &'a [Person]) -> Self {
        let owner = people.iter().filter(|one| is_owner(one, topic));
        let experts = people
            .iter()
            .filter(|one| !is_owner(one, topic) && covers(&one.expertise, topic));
        // the owner answers for the topic; others are asked when there is none
        let mut to: Vec<&Person> = owner.collect();
        let is_owned = !to.is_empty() || !topic.owner.trim().is_empty();
        if !is_owned {
            to = experts.take(MOST_NAMES).collect();
        }
        if to.is_empty() && !is_owned {
            return Self {
                topic: Some(topic),
                ..Self::uncovered(people)
            };
        }
        Self {
            topic: Some(topic),
            to,
            is_hub: false,
        }
    }

    /// Whose field it is, as in "Ravi Menon's field".
    pub fn whose(&self) -> String {
        let names = self.names();
        match (self.is_hub, names.is_empty()) {
            (false, false) => format!("{names}'s field"),
            (true, false) => format!("nobody's field yet; {names} knows whom to ask"),
            (_, true) => "nobody's field yet".to_owned(),
        }
    }

    /// Whom to ask and where the facts are, as in "Ask Ravi Menon (ravi@shop.example). The facts are
    /// in returns.md."
    pub fn ask(&self) -> String {
        let who = match (self.names().as_str(), self.contact()) {
            ("", None) => "Ask around before you answer.".to_owned(),
            ("", Some(contact)) => format!("Ask {contact}."),
            (names, None) => format!("Ask {names}."),
            (names, Some(contact)) => format!("Ask {names} ({contact})."),
        };
        match self.facts() {
            None => who,
            Some(facts) => format!("{who} The facts are in {facts}."),
        }
    }

    /// The note for the clipboard: for whom, the topic, the facts, from whom, and the text.
    pub fn note(&self, from: &str, text: &str) -> String {
        let names = self.names();
        let with_contact = match (names.is_empty(), self.contact()) {
            (false, Some(contact)) => format!("{names} ({contact})"),
            (true, Some(contact)) => contact,
            (_, None) => names,
        };
        let topic = self.topic.map(|topic| topic.id.clone());
        let lines = [
            ("For", Some(with_contact)),
            ("Topic", topic),
            ("Facts", self.facts().map(str::to_owned)),
            ("From", Some(from.trim().to_owned())),
        ];
        let head = lines.into_iter().filter_map(|(field, value)| {
            let value = value.filter(|value| !value.is_empty())?;
            Some(format!("{field}: {value}\n"))
        });
        let head: String = head.collect();
        format!("{head}\n{}\n", text.trim())
    }

    /// The names, as a sentence lists them; the owner's own words when `people.ron` has no such id.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.to.iter().map(|one| one.name.trim()).collect();
        match names.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
            None => self
                .topic
                .map(|topic| topic.owner.trim().to_owned())
                .unwrap_or_default(),
        }
    }

    /// The topic's contact, else that of the first person.
    fn contact(&self) -> Option<String> {
        let of_topic = self.topic.map(|topic| topic.contact.trim());
        let of_topic = of_topic.filter(|contact| !contact.is_empty() && !self.is_hub);
        of_topic
            .map(str::to_owned)
            .or_else(|| self.to.first().and_then(|one| one.contact()))
    }

    fn facts(&self) -> Option<&str> {
        let facts = self.topic.map(|topic| topic.facts.trim());
        facts.filter(|facts| !facts.is_empty())
    }
}

/// What a rule is told that says `{ask}`: whom to ask about what was found, by the topic that its
/// sentence is about; the hub where it has none. Nobody is asked about a field of their own.
pub(super) fn whom_to_ask(looking: &Looking<'_>, found: Span) -> Vec<(&'static str, String)> {
    let people = looking.post.voice.people;
    let sentence = looking.sentences.iter().find(|one| one.overlaps(found));
    let sentence = sentence.copied().unwrap_or(found);
    let topic = looking
        .subjects
        .iter()
        .find_map(|(span, subject)| match subject {
            Subject::Topic(n) if sentence.contains(*span) => looking.head.topics.get(*n),
            Subject::Topic(_) | Subject::Trade => None,
        });
    let is_own = |topic: &Topic| {
        let person = looking.post.voice.person;
        person.is_some_and(|one| is_owner(one, topic) || covers(&one.expertise, topic))
    };
    let Some(topic) = topic else {
        let hub = HandOff::uncovered(people);
        let ask = if hub.to.is_empty() {
            String::new()
        } else {
            hub.ask()
        };
        return vec![("ask", ask)];
    };
    if is_own(topic) {
        return vec![("ask", String::new())];
    }
    let hand_off = HandOff::on(topic, people);
    vec![("ask", hand_off.ask()), ("topic", topic.id.clone())]
}

/// Whether the topic names this person, by id or by name.
pub(super) fn is_owner(person: &Person, topic: &Topic) -> bool {
    let owner = topic.owner.trim();
    !owner.is_empty() && (person.id == owner || person.name.trim() == owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, name: &str, expertise: &str, role: Role) -> Person {
        Person {
            id: id.into(),
            name: name.into(),
            email: format!("{id}@shop.example"),
            expertise: vec![expertise.into()],
            role,
            ..Person::default()
        }
    }

    fn people() -> Vec<Person> {
        vec![
            person("asha", "Asha Rao", "packaging", Role::Voice),
            person("ravi", "Ravi Menon", "Returns", Role::Voice),
            person("ben", "Ben Ito", "", Role::Hub),
        ]
    }

    fn set(owner: &str, contact: &str, facts: &str) -> Set {
        let topic = Topic {
            id: "returns".into(),
            words: vec!["refund".into()],
            owner: owner.into(),
            contact: contact.into(),
            facts: facts.into(),
        };
        let other = Topic {
            id: "energy".into(),
            ..Topic::default()
        };
        Set {
            topics: vec![topic, other],
            ..Set::default()
        }
    }

    #[track_caller]
    fn check(set: &Set, topic: &str, people: &[Person], whose: &str, ask: &str) {
        let hand_off = HandOff::of(set, topic, people);
        assert_eq!(hand_off.whose(), whose);
        assert_eq!(hand_off.ask(), ask);
    }

    #[test]
    fn a_topic_goes_to_its_owner_then_to_whoever_knows_it_then_to_the_hub() {
        let people = people();
        check(
            &set("asha", "", "returns.md"),
            "returns",
            &people,
            "Asha Rao's field",
            "Ask Asha Rao (asha@shop.example). The facts are in returns.md.",
        );
        check(
            &set("", "the desk", ""),
            "returns",
            &people,
            "Ravi Menon's field",
            "Ask Ravi Menon (the desk).",
        );
        check(
            &set("", "", ""),
            "energy",
            &people,
            "nobody's field yet; Ben Ito knows whom to ask",
            "Ask Ben Ito (ben@shop.example).",
        );
        check(
            &set("Dana Reyes", "", ""),
            "returns",
            &people,
            "Dana Reyes's field",
            "Ask Dana Reyes.",
        );
        let nobody: &[Person] = &[];
        check(
            &set("", "", ""),
            "returns",
            nobody,
            "nobody's field yet",
            "Ask around before you answer.",
        );
    }

    #[test]
    fn a_note_says_for_whom_what_about_and_where_the_facts_are() {
        let (people, set) = (people(), set("ravi", "", "returns.md"));
        let hand_off = HandOff::of(&set, "returns", &people);
        assert_eq!(
            hand_off.note("Asha Rao", " When is my refund due?\n"),
            "For: Ravi Menon (ravi@shop.example)\nTopic: returns\nFacts: returns.md\nFrom: Asha Rao\n\nWhen is my refund due?\n"
        );
        let uncovered = HandOff::uncovered(&people);
        assert_eq!(
            uncovered.note("", "What now?"),
            "For: Ben Ito (ben@shop.example)\n\nWhat now?\n"
        );
    }
}
