//! What of a team's guidelines does not hold on this machine, because somebody laid a set of their own
//! over them.
//!
//! Never: forbids that; an approval has it on record.

use super::Library;
use super::shelf::Shelved;
use crate::approval::Exception;
use crate::guideline::{ActiveSet, Set, activate, weakened};

impl Library {
    /// What the sets of team folders ask in this family and `active` does not. Empty where nobody
    /// shares anything, and where only shared sets take part: what a team changes it has agreed to.
    pub(super) fn local(&self, active: &ActiveSet, family: &[&Shelved]) -> Vec<Exception> {
        let is_own = |one: &&&Shelved| one.path.is_some() && !self.is_shared(one);
        if self.folders().is_empty() || !family.iter().any(|one| is_own(&one)) {
            return Vec::new();
        }
        let mut out: Vec<String> = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        // the outermost comes last, and speaks for those that it builds on
        for one in family.iter().rev() {
            let Some(shared) = self
                .shared(&one.set.id)
                .filter(|set| !seen.contains(&set.id))
            else {
                continue;
            };
            let Ok(asked) = activate(shared, &[], &|id| self.shared_or_shipped(id)) else {
                continue;
            };
            seen.extend(asked.family.iter().cloned());
            let weaker = weakened(&asked, active).into_iter();
            out.extend(
                weaker
                    .filter(|name| !out.contains(name))
                    .collect::<Vec<String>>(),
            );
        }
        out.into_iter().map(Exception::local).collect()
    }

    /// The set as the team has it, whatever copy of it is in use here.
    fn shared(&self, id: &str) -> Option<&Set> {
        let in_use = self.sets().iter().filter(|one| self.is_shared(one));
        let mut all = in_use.chain(self.hidden()).map(|one| &one.set);
        all.find(|set| set.id == id)
    }

    fn shared_or_shipped(&self, id: &str) -> Option<&Set> {
        let shipped = || self.set(id).filter(|one| one.path.is_none());
        self.shared(id).or_else(|| shipped().map(|one| &one.set))
    }
}
