//! What of a team's guidelines does not hold on this machine, because somebody laid a set of their own
//! over them.
//!
//! Never: forbids that; an approval has it on record.

use super::shelf::Shelved;
use super::{Library, Opened};
use crate::approval::Exception;
use crate::guideline::{ActiveSet, Set, activate, weakened};

impl Opened {
    /// Takes note of the rules that rest because their own examples surprise: one that somebody wrote
    /// anew over the team's is left out with it.
    pub fn rest(&mut self, rules: &[String]) {
        let Some(asked) = &self.shared else {
            return;
        };
        let weaker = weakened(asked, &self.active, rules).into_iter();
        self.local = weaker.map(Exception::local).collect();
    }
}

impl Library {
    /// What the sets of team folders ask in this family, where a set of this machine alone takes part:
    /// what a team changes it has agreed to.
    pub(super) fn shared_in(&self, family: &[&Shelved]) -> Option<ActiveSet> {
        let is_own = |one: &&Shelved| one.path.is_some() && !self.is_shared(one);
        let is_laid_over = !self.folders().is_empty() && family.iter().any(is_own);
        is_laid_over.then(|| self.asked_by_all(family)).flatten()
    }

    /// What the shared sets of a family ask together, laid in the same order; none where there are
    /// none.
    fn asked_by_all(&self, family: &[&Shelved]) -> Option<ActiveSet> {
        let find = |id: &str| self.shared_or_shipped(id);
        let mut roots: Vec<&Set> = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        // an outer one comes later, and brings what it builds on
        for one in family.iter().rev() {
            let shared = self.shared(&one.set.id);
            let Some(shared) = shared.filter(|set| !seen.contains(&set.id)) else {
                continue;
            };
            if let Ok(alone) = activate(shared, &[], &find) {
                seen.extend(alone.family);
                roots.push(shared);
            }
        }
        roots.reverse();
        let (first, overlays) = roots.split_first()?;
        activate(first, overlays, &find).ok()
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
