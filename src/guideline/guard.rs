//! What a set does not hold back although the built-in guidelines do.
//!
//! Never: forbids a set anything; whoever uses it sees what it leaves out.

use super::ActiveSet;
use super::rule::Level;
use crate::check::RuleKind;

/// What everybody is held back from by the built-in guidelines: the kind of rule, and its words.
const GUARDS: [(&str, &str); 4] = [
    ("Secret", "keys and passwords"),
    ("CardNumber", "card numbers"),
    ("BankAccount", "bank accounts"),
    ("NationalId", "national numbers"),
];

impl ActiveSet {
    /// What no rule of the set holds back everywhere: keys and passwords, card numbers, bank
    /// accounts, national numbers. A set written by somebody else may leave any of them out, or
    /// lower its rule, and a file does not look like it.
    pub fn unguarded(&self) -> Vec<&'static str> {
        let is_held = |kind: &str| {
            self.rules.iter().any(|one| {
                let rule = &one.rule;
                let is_whole = rule.when.is_empty() && rule.level == Level::Hold;
                is_whole && holds(&rule.find, kind)
            })
        };
        let open = GUARDS.iter().filter(|(kind, _)| !is_held(kind));
        open.map(|(_, words)| *words).collect()
    }
}

fn holds(find: &RuleKind, kind: &str) -> bool {
    if let RuleKind::OneOf(several) = find {
        return several.0.iter().any(|one| holds(one, kind));
    }
    find.name() == kind
}
