//! What the window knows of approvals afterwards: what came of them, what the guidelines of today say
//! of them, figures, and the box that tells who approved a text.
//!
//! Never: changes the state; only `update` does. What reads or writes files runs off the drawing
//! thread.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Zoned;
use jiff::civil::Date;

use super::action::Event;
use super::dialogs::{pick_table, place_for_table};
use super::effect::told;
use crate::approval::{
    Afresh, Agenda, Approval, Figures, Imported, Index, Outcome, Outcomes, Range, Today, afresh,
    count_of, read_outcomes,
};
use crate::check::Checker;
use crate::guideline::{People, Sample, Suggestion};
use crate::platform::Platforms;
use crate::store::{
    Home, Ledger, Library, LoadFault, atomic_write, clock, outcomes, put_outcome, put_sample,
    read_table, suggestions,
};
use crate::text::one_line;

/// How many of the newest approvals are looked at again by themselves.
pub(super) const N_LOOKED_AT: usize = 200;
/// How many rows are shown at first, and how many more at a time.
pub(super) const N_ROWS: usize = 60;

/// The sides of the screen.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Tab {
    /// What was approved.
    #[default]
    Texts,
    /// Counted.
    Figures,
    /// Who approved a text?
    Verify,
}

/// What is kept of approvals beside themselves.
#[derive(Debug, Default)]
pub(super) struct Afterwards {
    /// The side that is open.
    pub tab: Tab,
    /// The seal of the row that is open.
    pub open: Option<String>,
    /// What came of posts.
    pub outcomes: Outcomes,
    /// How often that changed.
    pub n_changes: u64,
    /// What was searched in, from the first search on.
    pub index: Option<Index>,
    /// What the guidelines of today see, by seal.
    pub afresh: BTreeMap<String, Vec<Afresh>>,
    /// The hash of the set that was asked about last.
    pub asked: String,
    /// The seal of what was not copied at the first press.
    pub warned: Option<String>,
    /// How far back the figures look.
    pub range: Range,
    /// The figures, and what they were counted from.
    pub figures: Figures,
    /// What the next review of the guidelines has to look at, of the same days.
    pub agenda: Agenda,
    /// What people suggested to change, the newest first.
    pub suggestions: Vec<Suggestion>,
    pub(super) counted: Option<(Range, usize, u64, Date)>,
    /// What the record says of the text in the box.
    pub verified: Verified,
    /// What of the record cannot be trusted.
    pub faults: Vec<LoadFault>,
}

/// What the record says of a text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Verified {
    /// The text.
    pub text: String,
    /// What it says.
    pub says: Says,
    /// The seal of the approval that is meant.
    pub seal: String,
}

/// The answers of the record.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) enum Says {
    /// Nothing was asked.
    #[default]
    Nothing,
    /// It was approved as it stands.
    Approved,
    /// It is on record, and the record was changed.
    RecordChanged,
    /// Something like it was approved: the words before the first difference, those here, those there.
    Changed(String, String, String),
    /// Nothing like it was.
    Unknown,
}

/// What the view asks for.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Show another side.
    Show(Tab),
    /// Open the row with this seal, or close it.
    Open(Option<String>),
    /// Open the text with this seal as a draft.
    Reopen(String),
    /// Keep what came of a post.
    Note(Box<Outcome>),
    /// Make the text with this seal an example of the set.
    SaveExample(String),
    /// Who approved this?
    Verify(String),
    /// Count so far back.
    Count(Range),
    /// Take this table.
    Import(PathBuf),
}

/// What is asked of the world.
#[derive(Clone, Debug)]
pub(super) enum Ask {
    /// Read the record and what came of posts.
    Read,
    /// Read what people suggested, here and in these folders.
    ReadSuggestions(Vec<PathBuf>),
    /// Look at approvals again.
    Look(Box<Look>),
    /// Keep what came of a post.
    Note(Box<Outcome>),
    /// Put an example into the file of a set.
    SaveExample(String, Box<Sample>),
    /// Put this table where somebody says.
    Export(String),
    /// Take a table: this one, or one that somebody chooses.
    Import(Option<PathBuf>),
}

/// What the world answered.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    /// What is on record, and what of it cannot be trusted.
    Read(Vec<Approval>, Outcomes, Vec<LoadFault>),
    /// What people suggested.
    Suggestions(Vec<Suggestion>),
    /// What the set with this hash sees.
    Looked(String, BTreeMap<String, Vec<Afresh>>),
    /// What came of a post is kept.
    Noted(Box<Outcome>),
    /// The example is in the file of the set.
    Exampled,
    /// The table is there.
    Exported(PathBuf),
    /// A table was taken.
    Imported(Box<Imported>, Outcomes),
}

/// Approvals that are looked at again, with everything that takes.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// The hash of the set.
    pub hash: String,
    /// Its rules, ready.
    pub checker: Arc<Checker>,
    /// The name that the brand signs with.
    pub brand: String,
    /// Everybody who can speak.
    pub people: People,
    /// The platforms.
    pub platforms: Platforms,
    /// When.
    pub now: Zoned,
    /// What is looked at.
    pub approvals: Vec<Approval>,
}

impl Look {
    fn run(self) -> Answer {
        let today = Today {
            checker: &self.checker,
            brand: &self.brand,
            people: &self.people,
            platforms: &self.platforms,
            now: &self.now,
            elapsed: &clock::elapsed,
        };
        let of = |approval: &Approval| {
            let found = afresh(approval, &today);
            (!found.is_empty()).then(|| (approval.seal().hash().to_owned(), found))
        };
        let found = self.approvals.iter().filter_map(of).collect();
        Answer::Looked(self.hash, found)
    }
}

/// Does what was asked; none when a dialog was left.
pub(super) fn run(home: &Home, library: &Library, ask: Ask) -> Option<Event> {
    let answer = match ask {
        Ask::Read => {
            let (approvals, mut faults) = Ledger::at(home).all();
            let (outcomes, more) = outcomes(home);
            faults.extend(more);
            Answer::Read(approvals, outcomes, faults)
        }
        Ask::ReadSuggestions(folders) => Answer::Suggestions(suggestions(home, &folders)),
        Ask::Look(look) => look.run(),
        Ask::Note(outcome) => match put_outcome(home, &outcome) {
            Ok(_) => Answer::Noted(outcome),
            Err(fault) => return Some(told("What came of it is not saved.", &fault)),
        },
        Ask::SaveExample(set, sample) => return Some(save_example(home, library, &set, &sample)),
        Ask::Export(table) => {
            let path = place_for_table()?;
            match atomic_write(&path, table.as_bytes()) {
                Ok(()) => Answer::Exported(path),
                Err(fault) => return Some(told("The table is not saved.", &fault)),
            }
        }
        Ask::Import(path) => {
            let path = path.or_else(pick_table)?;
            match import(home, &path) {
                Ok(answer) => answer,
                Err(reason) => return Some(untaken(&path, &reason)),
            }
        }
    };
    Some(Event::Afterwards(answer))
}

fn save_example(home: &Home, library: &Library, set: &str, sample: &Sample) -> Event {
    let title = "The example is not saved.";
    let Some(loaded) = library.set(set) else {
        let detail = "It belongs into a set of your library".to_owned();
        return notice(title, detail);
    };
    match put_sample(home, loaded, sample) {
        Ok(_) => Event::Afterwards(Answer::Exampled),
        Err(fault) => told(title, &fault),
    }
}

/// Takes a table: what can be used is kept, the rest is named.
fn import(home: &Home, path: &std::path::Path) -> Result<Answer, String> {
    let table = read_table(home, path).map_err(|fault| fault.to_string())?;
    let (approvals, _) = Ledger::at(home).all();
    let (mut known, _) = outcomes(home);
    let imported = read_outcomes(&table, &approvals, &known)?;
    for outcome in &imported.changed {
        put_outcome(home, outcome).map_err(|fault| fault.to_string())?;
        known.insert(outcome.seal.clone(), outcome.clone());
    }
    Ok(Answer::Imported(Box::new(imported), known))
}

fn untaken(path: &std::path::Path, reason: &str) -> Event {
    notice(
        "Nothing was taken.",
        format!("{reason}, at {}", path.display()),
    )
}

fn notice(title: &str, detail: String) -> Event {
    Event::Told(crate::store::Notice {
        title: title.to_owned(),
        detail,
        path: None,
    })
}

/// What the fields of the screen hold.
#[derive(Debug, Default)]
pub(super) struct AfterwardsView {
    /// What is searched for.
    pub search: String,
    /// What was found for that, and in how many approvals.
    pub found: (String, usize, Vec<usize>),
    /// How many rows more than usual are shown.
    pub n_more: usize,
    /// What came of the post that is open, as typed.
    pub form: OutcomeForm,
    /// What is typed into the box.
    pub verify: String,
}

/// What came of a post, as typed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct OutcomeForm {
    /// The seal of the post.
    pub seal: String,
    /// How many wrote back.
    pub replies: String,
    /// How many came to see.
    pub visits: String,
    /// What happened.
    pub line: String,
    /// Whether nobody expected that.
    pub is_unexpected: bool,
}

impl OutcomeForm {
    /// The form for a post with what is noted of it.
    pub(super) fn of(seal: &str, outcome: Option<&Outcome>) -> Self {
        let count = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
        Self {
            seal: seal.to_owned(),
            replies: count(outcome.and_then(|outcome| outcome.replies)),
            visits: count(outcome.and_then(|outcome| outcome.visits)),
            line: outcome.map_or_else(String::new, |outcome| outcome.line.clone()),
            is_unexpected: outcome.is_some_and(|outcome| outcome.unexpected),
        }
    }

    /// What it says; the reason where a count is none.
    pub(super) fn outcome(&self) -> Result<Outcome, String> {
        let count =
            |name: &str, typed: &str| count_of(typed).map_err(|why| format!("{name}: {why}"));
        Ok(Outcome {
            replies: count("Replies", &self.replies)?,
            visits: count("Visits", &self.visits)?,
            line: one_line(&self.line),
            unexpected: self.is_unexpected,
            ..Outcome::of(&self.seal)
        })
    }
}
