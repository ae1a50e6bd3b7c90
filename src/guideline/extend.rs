//! A set with everything it builds on, laid out in one list of rules.
//!
//! Never: hides where a rule came from; each one keeps the id of its set.

use super::inherit::inherit;
use super::{Rule, Set, Value};

/// How deep sets may build on one another.
const MAX_DEPTH: usize = 4;
/// How many sets one set may draw in.
const MAX_SETS: usize = 64;

/// Why a set cannot be put together.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ExtendFault {
    /// It names a set that is not there.
    #[error("set {set:?} builds on {missing:?}, which is not there")]
    Missing {
        /// The set that names it.
        set: String,
        /// The id that was not found.
        missing: String,
    },
    /// It builds on itself, directly or through others.
    #[error("set {set:?} builds on itself: {}", .path.join(" > "))]
    Cycle {
        /// The set.
        set: String,
        /// The way round.
        path: Vec<String>,
    },
    /// The chain is longer, or the family larger, than a person could follow.
    #[error("set {set:?} builds on too many others (at most {MAX_DEPTH} deep, {MAX_SETS} in all)")]
    TooMany {
        /// The set.
        set: String,
    },
}

/// A rule in use, and the set it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct ActiveRule {
    /// The rule.
    pub rule: Rule,
    /// The id of its set.
    pub set: String,
}

/// A set as it is used: its own head, and the rules of everything it builds on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActiveSet {
    /// The set itself. Where it says nothing, the head of what it builds on stands in.
    pub head: Set,
    /// All rules; a set's own come last, and replace one of the same id.
    pub rules: Vec<ActiveRule>,
    /// The values of all of them, the set's own first; rules name values by id.
    pub values: Vec<Value>,
    /// The ids of all sets that take part, in the order in which they were laid.
    pub family: Vec<String>,
}

/// Puts a set together with everything it builds on, and with overlays on top.
pub fn activate<'a>(
    set: &'a Set,
    overlays: &[&'a Set],
    find: &dyn Fn(&str) -> Option<&'a Set>,
) -> Result<ActiveSet, ExtendFault> {
    let mut order: Vec<&Set> = Vec::new();
    gather(set, find, &mut Vec::new(), &mut order)?;
    let n_bases = order.len();
    for overlay in overlays {
        gather(overlay, find, &mut Vec::new(), &mut order)?;
    }
    let mut active = ActiveSet {
        head: set.clone(),
        ..ActiveSet::default()
    };
    active.values.extend(set.values.iter().cloned());
    // what the set leaves open, the nearest one that it builds on says
    let bases = order.iter().take(n_bases).rev();
    for member in bases.chain(order.iter().skip(n_bases)) {
        let is_other = member.id != set.id;
        let values = member.values.iter().filter(|_| is_other);
        active.values.extend(values.cloned());
        if is_other {
            inherit(&mut active.head, member);
        }
    }
    for member in &order {
        active.family.push(member.id.clone());
        for rule in &member.rules {
            active.rules.retain(|other| other.rule.id != rule.id);
            active.rules.push(ActiveRule {
                rule: rule.clone(),
                set: member.id.clone(),
            });
        }
    }
    Ok(active)
}

fn gather<'a>(
    set: &'a Set,
    find: &dyn Fn(&str) -> Option<&'a Set>,
    path: &mut Vec<String>,
    order: &mut Vec<&'a Set>,
) -> Result<(), ExtendFault> {
    if path.contains(&set.id) {
        let mut path = path.clone();
        path.push(set.id.clone());
        return Err(ExtendFault::Cycle {
            set: set.id.clone(),
            path,
        });
    }
    if path.len() > MAX_DEPTH || order.len() >= MAX_SETS {
        return Err(ExtendFault::TooMany {
            set: path.first().unwrap_or(&set.id).clone(),
        });
    }
    path.push(set.id.clone());
    for id in &set.extends {
        let base = if *id == set.id { Some(set) } else { find(id) };
        let base = base.ok_or_else(|| ExtendFault::Missing {
            set: set.id.clone(),
            missing: id.clone(),
        })?;
        gather(base, find, path, order)?;
    }
    path.pop();
    if order.iter().all(|other| other.id != set.id) {
        order.push(set);
    }
    Ok(())
}
