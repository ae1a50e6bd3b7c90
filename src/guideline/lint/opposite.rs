//! Two rules that want opposite things of the same words.
//!
//! Never: sets rules against each other that never meet: in other situations, or in other places.

use std::collections::{HashMap, HashSet};

use super::{LintCheck, Noticed, Subject};
use crate::check::RuleKind;
use crate::guideline::may_meet;
use crate::guideline::{ActiveRule, Level, Within};
use crate::text::fold;

/// Two rules that cannot both be pleased.
pub(super) const OPPOSITE_RULES: LintCheck = LintCheck {
    id: "opposite-rules",
    why: "A writer cannot please both, so they learn to pass over notes.",
    look: noticed,
};

/// What a rule wants of some words.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Wish {
    /// To have them.
    Have,
    /// To be rid of them.
    Lose,
    /// To have others in their place.
    Swap(Vec<String>),
    /// To have them written like this.
    Write(String),
}

/// How many other rules about the same words a rule is held against.
const MOST_HELD: usize = 16;

fn noticed(subject: Subject<'_>) -> Vec<Noticed> {
    let mut known: HashMap<String, Vec<(&ActiveRule, Wish, &str)>> = HashMap::new();
    let mut found: Vec<(String, Noticed)> = Vec::new();
    for active in &subject.active.rules {
        for (words, wish) in wishes(active) {
            let before = known.entry(fold(words)).or_default();
            let other = before
                .iter()
                .find(|(other, held, _)| is_opposite(held, &wish) && meet(other, active));
            if let Some((other, held, _)) = other {
                found.extend(noted(subject, (other, held), (active, &wish), words));
            }
            if before.len() < MOST_HELD {
                before.push((active, wish, words));
            }
        }
    }
    // one note for each pair of rules is enough
    let mut said: HashSet<String> = HashSet::new();
    found.retain(|(pair, _)| said.insert(pair.clone()));
    found.into_iter().map(|(_, noticed)| noticed).collect()
}

/// The note on two rules, at the one that the set writes; nothing where it writes neither.
fn noted(
    subject: Subject<'_>,
    (other, held): (&ActiveRule, &Wish),
    (active, wish): (&ActiveRule, &Wish),
    words: &str,
) -> Option<(String, Noticed)> {
    let own = &subject.active.head.id;
    let (mine, my_wish, theirs, their_wish) = if active.set == *own {
        (active, wish, other, held)
    } else if other.set == *own {
        (other, held, active, wish)
    } else {
        return None;
    };
    let from = if theirs.set == *own {
        String::new()
    } else {
        format!(" of {}", theirs.set)
    };
    let (mine, theirs) = (&mine.rule, &theirs.rule);
    let says = if mine.id == theirs.id {
        format!("It wants two things of \"{words}\" at once.")
    } else {
        format!(
            "It wants {} \"{words}\", and {:?}{from} wants {}.",
            my_wish.verb(),
            theirs.id,
            their_wish.object()
        )
    };
    let instead = "Decide which of the two your readers need, and drop the other, or let `when` and `within` keep them apart.";
    let pair = format!("{} {}", mine.id, theirs.id);
    Some((pair, Noticed::of_rule(mine, says, instead)))
}

impl Wish {
    const fn verb(&self) -> &'static str {
        match self {
            Self::Have => "to see",
            Self::Lose => "to lose",
            Self::Swap(_) => "other words for",
            Self::Write(_) => "its own spelling of",
        }
    }

    fn object(&self) -> String {
        match self {
            Self::Have => "to see it".to_owned(),
            Self::Lose => "to lose it".to_owned(),
            Self::Swap(twins) => format!("\"{}\" in its place", twins.join("\" or \"")),
            Self::Write(written) => format!("it written \"{written}\""),
        }
    }
}

/// The words that a rule wants something of. Counting rules want neither more nor less of a word.
fn wishes(active: &ActiveRule) -> Vec<(&str, Wish)> {
    let rule = &active.rule;
    let is_strength = rule.level == Level::Strength;
    let excepted: HashSet<String> = rule.except.iter().map(|phrase| fold(phrase)).collect();
    let is_excepted = |words: &&str| !excepted.is_empty() && excepted.contains(&fold(words));
    let wish = if is_strength { Wish::Have } else { Wish::Lose };
    let turned = if is_strength { Wish::Lose } else { Wish::Have };
    let listed = |kind, wish: Wish| -> Vec<(&str, Wish)> {
        let list = any_of(kind).into_iter().filter(|words| !is_excepted(words));
        list.map(|words| (words, wish.clone())).collect()
    };
    if let RuleKind::Missing(missing) = &rule.find {
        return listed(&missing.of, turned);
    }
    if let RuleKind::AtLeast(least) = &rule.find {
        return listed(&least.of, turned);
    }
    if let RuleKind::Swap(swap) = &rule.find {
        let pairs = swap
            .0
            .iter()
            .filter(|(words, _)| !is_excepted(&words.as_str()));
        return pairs
            .map(|(words, twins)| (words.as_str(), swapped(twins, wish.clone())))
            .collect();
    }
    if let RuleKind::Capitals(capitals) = &rule.find {
        let written = capitals.as_written.iter();
        return written
            .map(|words| (words.as_str(), Wish::Write(words.clone())))
            .collect();
    }
    listed(&rule.find, swapped(&rule.fixes, wish))
}

/// The wish of a rule with these replacements; one that leaves the words out wants to lose them.
fn swapped(twins: &[String], plain: Wish) -> Wish {
    let texts: Vec<String> = twins
        .iter()
        .filter(|twin| !twin.is_empty())
        .cloned()
        .collect();
    if plain == Wish::Have || texts.len() != twins.len() || texts.is_empty() {
        plain
    } else {
        Wish::Swap(texts)
    }
}

fn any_of(kind: &RuleKind) -> Vec<&str> {
    if let RuleKind::AnyOf(list) = kind {
        return list.0.iter().map(String::as_str).collect();
    }
    Vec::new()
}

fn is_opposite(one: &Wish, other: &Wish) -> bool {
    match (one, other) {
        (Wish::Have, Wish::Lose | Wish::Swap(_)) | (Wish::Lose | Wish::Swap(_), Wish::Have) => true,
        (Wish::Swap(one), Wish::Swap(other)) => !one
            .iter()
            .any(|twin| other.iter().any(|another| fold(twin) == fold(another))),
        (Wish::Write(one), Wish::Write(other)) => one != other,
        (Wish::Have | Wish::Lose, Wish::Have | Wish::Lose)
        | (Wish::Lose, Wish::Swap(_))
        | (Wish::Swap(_), Wish::Lose)
        | (Wish::Write(_), Wish::Have | Wish::Lose | Wish::Swap(_))
        | (Wish::Have | Wish::Lose | Wish::Swap(_), Wish::Write(_)) => false,
    }
}

/// Whether two rules may look at the same words of the same post.
fn meet(one: &ActiveRule, other: &ActiveRule) -> bool {
    let is_wide = |within| {
        matches!(
            within,
            Within::Prose | Within::Anywhere | Within::OutsideQuotes
        )
    };
    let (here, there) = (one.rule.within, other.rule.within);
    (here == there || is_wide(here) && is_wide(there)) && may_meet(&one.rule.when, &other.rule.when)
}
