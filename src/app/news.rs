//! News that waits, as the window deals with it: what is typed of it, and what becomes of it.
//!
//! Never: keeps a word that is to be sealed longer than the form is open, or lets it into a log.

use std::fmt;

use super::action::Event;
use super::effect::told;
use crate::check::{SealFault, seal_terms};
use crate::guideline::{Embargo, Terms, Until, day_of};
use crate::store::{Home, Library, Notice, clock, new_salt, put_embargo};

/// How often the hash of a sealed word is taken: a guesser pays it for every guess.
const ROUNDS: u32 = 10_000;

/// Words that a log must not see.
#[derive(Clone, Default, Eq, PartialEq)]
pub(super) struct Unsaid(pub String);

impl fmt::Debug for Unsaid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// News that is being written down.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NewsForm {
    /// A harmless name.
    pub label: String,
    /// A day, or what has to happen first.
    pub until: String,
    /// Who decides.
    pub owner: String,
    /// Its words, one phrase on each line.
    pub words: Unsaid,
    /// Whether they are kept as they are, for everybody to read.
    pub is_plain: bool,
    /// What is to be settled first, with commas between.
    pub settle_first: String,
    /// Who hears it first.
    pub tell_first: String,
    /// Why it cannot be kept, in a sentence.
    pub refusal: String,
    /// Whether it was asked to be kept.
    pub is_sent: bool,
}

impl NewsForm {
    /// What keeps it from being kept, the first thing that is missing.
    pub(super) fn missing(&self, known: &[Embargo]) -> Option<&'static str> {
        let is_known = known.iter().any(|one| one.label == self.label.trim());
        if self.label.trim().is_empty() {
            Some("A harmless name first, as in Hold 12")
        } else if is_known {
            Some("There is news of this name already")
        } else if self.until.trim().is_empty() {
            Some("Until when? A day, or what has to happen first")
        } else if self.words.0.trim().is_empty() {
            Some("Which words must not get out?")
        } else {
            None
        }
    }

    /// The entry for the file; sealing takes a moment.
    fn embargo(&self) -> Result<Embargo, String> {
        let lines: Vec<String> = self.words.0.lines().map(str::to_owned).collect();
        let salt = new_salt().ok_or("The system gave no chance numbers for the seal")?;
        // what cannot be found sealed would not be found in plain words either
        let sealed = seal_terms(&salt, if self.is_plain { 1 } else { ROUNDS }, &lines);
        let sealed = sealed.map_err(|fault: SealFault| fault.to_string())?;
        let lines = lines.iter().map(|line| line.trim().to_owned());
        let terms = if self.is_plain {
            Terms::Plain(lines.filter(|line| !line.is_empty()).collect())
        } else {
            sealed
        };
        let until = self.until.trim();
        // another machine may stand in another zone
        let zone = clock::now().time_zone().iana_name().map(str::to_owned);
        let (until, zone) = match day_of(until) {
            Some(day) => (Until::Date(day.to_string()), zone.unwrap_or_default()),
            None => (Until::Condition(until.to_owned()), String::new()),
        };
        Ok(Embargo {
            label: self.label.trim().to_owned(),
            until,
            zone,
            owner: self.owner.trim().to_owned(),
            platforms: Vec::new(),
            aliases: Vec::new(),
            terms,
            settle_first: listed(&self.settle_first),
            settled: Vec::new(),
            tell_first: listed(&self.tell_first),
            told: Vec::new(),
            lifted: None,
        })
    }
}

fn listed(words: &str) -> Vec<String> {
    let parts = words.split(',').map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// What is asked of the file.
#[derive(Clone, Debug)]
pub(super) enum NewsAsk {
    /// Write it down, its words sealed.
    Add(Box<NewsForm>),
    /// Put it in the place of the one with its label.
    Put(Box<Embargo>),
}

/// Does it; what comes back is told.
pub(super) fn change(home: &Home, library: &Library, set: &str, ask: NewsAsk) -> Event {
    let title = "The news that waits is not saved.";
    let not = |reason: String| {
        Event::Told(Notice {
            title: title.to_owned(),
            detail: reason,
            path: None,
        })
    };
    let embargo = match ask {
        NewsAsk::Add(form) => match form.embargo() {
            Ok(embargo) => embargo,
            Err(reason) => return not(reason),
        },
        NewsAsk::Put(embargo) => *embargo,
    };
    let Some(loaded) = library.set(set) else {
        return not("It belongs into a set of your library".to_owned());
    };
    match put_embargo(home, loaded, &embargo) {
        Ok(_) => Event::FilesChanged,
        Err(fault) => told(title, &fault),
    }
}
