//! What a rule kind is, and what it finds.
//!
//! Never: knows a kind by its name; see `kind`.

use super::Fix;
use super::kind::{Lists, Looking};
use crate::guideline::Set;
use crate::text::Span;

/// A stretch that a kind found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Match {
    /// Where; empty for something that is missing.
    pub span: Span,
    /// Fixes of the kind itself, before those that the rule writes.
    pub fixes: Vec<Fix>,
    /// What the kind has to tell, by the name with which the rule asks for it: `{whose}`.
    pub told: Vec<(&'static str, String)>,
    /// What is shown and stored in the place of the words, where these must not be repeated: a mask,
    /// and behind a `#` what tells two of them apart.
    pub masked: Option<String>,
}

/// A kind that is ready to look: its phrases sorted, its pattern compiled.
pub trait Finder: Send + Sync {
    /// Returns what it finds, in order of the text.
    fn find(&self, looking: &Looking<'_>) -> Vec<Match>;

    /// Whether there is anything to look for: a question to answer, a home base to link to. Where
    /// there is none, nothing is found, and nothing is missing either.
    fn has_cause(&self, _looking: &Looking<'_>) -> bool {
        true
    }

    /// The figure behind a match, for `{figure}` in what the rule says: how many, which grade.
    fn figure(&self, _text: &str, _span: Span) -> Option<String> {
        None
    }
}

/// How much of a post decides about what a kind finds.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Reach {
    /// What stands between two blank lines: what it finds in a text is what it finds in these blocks,
    /// each taken for a text of its own. Whether a text is English is asked of the whole.
    Block,
    /// The text, and the head of the set.
    Text,
    /// Whatever belongs to the post: the platform, the speaker, what they said, what came before.
    #[default]
    Post,
}

/// A kind as the file writes it.
pub trait Kind {
    /// Gets it ready; the reason says what to change in the file.
    fn ready(&self) -> Result<Box<dyn Finder>, String>;

    /// Gets it ready as part of a set: phrases go into `lists`, where one pass finds those of all
    /// rules.
    fn ready_in(&self, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        _ = lists;
        self.ready()
    }

    /// The same for a set with this head.
    fn ready_for(&self, head: &Set, lists: &mut Lists) -> Result<Box<dyn Finder>, String> {
        _ = head;
        self.ready_in(lists)
    }

    /// Whether it takes so long with this head that nobody who types should wait for it.
    fn is_slow_for(&self, head: &Set) -> bool {
        _ = head;
        false
    }

    /// What decides about its matches.
    fn reach(&self) -> Reach {
        Reach::Post
    }

    /// Whether it searches with patterns, which can take long on a text that nobody thought of.
    fn has_patterns(&self) -> bool {
        false
    }

    /// The most matches that it returns.
    fn most(&self) -> usize {
        usize::MAX
    }

    /// Whether its matches reach over what the rule may look at (a limit, something missing, a
    /// sentence with a handle in it), so that the kind itself asks `may_see` where it matters and
    /// the checker takes every match.
    fn is_of_the_whole(&self) -> bool {
        false
    }

    /// Whether a Hold of it may be settled with a reason.
    fn may_be_reasoned(&self) -> bool {
        false
    }
}

/// A kind without anything to get ready, which looks at the whole post and asks `may_see` where it
/// matters.
pub trait Plain: Finder + Clone + 'static {}

impl<T: Plain> Kind for T {
    fn ready(&self) -> Result<Box<dyn Finder>, String> {
        Ok(Box::new(self.clone()))
    }

    fn is_of_the_whole(&self) -> bool {
        true
    }
}
