//! What an organisation writes down: guideline sets, rules, people.
//!
//! Never: looks at a post; it names [`crate::check::RuleKind`] for the shape of a rule and leaves
//! the work to `check`. Never reads a file: it is given text and says where in it something is off.

mod difference;
mod embargo;
mod entries;
mod extend;
mod fault;
mod focus;
mod guard;
mod handle_pattern;
mod inherit;
mod links;
pub mod lint;
mod pairs;
mod people;
mod person;
mod question;
mod read;
mod rule;
mod scan;
mod set;
mod suggestion;
mod way;
mod weakened;
mod when;

pub use difference::{Difference, FieldChange, RuleChange};
pub use embargo::{Embargo, Lifted, MOST_ROUNDS, Terms, Until, day_of};
pub use entries::{
    Agreed, Client, Goal, HomePage, Offers, Own, Owner, PlatformChange, Reply, Sample, SampleKind,
    SecondApprover, SetKind, Switch, Topic, Value,
};
pub use extend::{ActiveRule, ActiveSet, ExtendFault, activate};
pub use fault::{Fault, Place};
pub use focus::Focus;
pub use handle_pattern::{HandleNote, HandlePattern};
pub use people::read_people;
pub use person::{Ownership, People, Person, Role};
pub use question::Question;
pub use read::{ReadSet, from_ron, read_set};
pub use rule::{Examples, Level, Rule, Source, Within};
pub use scan::{field_span, list_items};
pub use set::{FORMAT, JUST_HUMAN, Set};
pub use suggestion::Suggestion;
pub use way::Way;
pub use weakened::weakened;
pub use when::{Intent, Situation, SpeakerKind, When, holds, may_meet};
