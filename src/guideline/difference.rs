//! What changes between two versions of a set: rules that come, go or differ, fields of the head.
//!
//! Never: looks at the order of rules, or at where they stand in a file.

use super::{ActiveRule, ActiveSet, Question, Rule, Set};
use crate::check::RuleKind;

/// One field that differs.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct FieldChange {
    /// Its name, as the file writes it.
    pub field: &'static str,
    /// What it said, where that is one text; of a list of words, those that are gone.
    pub was: Option<String>,
    /// What it says; of a list of words, those that came.
    pub is: Option<String>,
}

/// A rule that both versions have, and the fields that differ.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RuleChange {
    /// The rule's id.
    pub rule: String,
    /// Its fields that differ, in the order of the file.
    pub fields: Vec<FieldChange>,
}

/// What changes from one version of a set to another, with everything they build on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// The fields of the head that differ.
    pub head: Vec<FieldChange>,
    /// The rules that only the later one has.
    pub added: Vec<Rule>,
    /// The rules that only the earlier one has.
    pub removed: Vec<Rule>,
    /// The rules that both have, and that differ.
    pub changed: Vec<RuleChange>,
}

impl Difference {
    /// What changes from `old` to `new`.
    pub fn of(old: &ActiveSet, new: &ActiveSet) -> Self {
        let old_rules = by_id(old);
        let new_rules = by_id(new);
        let only = |here: &ActiveSet, there: &Rules<'_>| {
            let rules = here.rules.iter().map(|active| &active.rule);
            let rules = rules.filter(|rule| !there.contains_key(rule.id.as_str()));
            rules.cloned().collect()
        };
        let changed = new.rules.iter().filter_map(|active| {
            let before = old_rules.get(active.rule.id.as_str())?;
            let fields = fields(&before.rule, &active.rule);
            let rule = active.rule.id.clone();
            (!fields.is_empty()).then_some(RuleChange { rule, fields })
        });
        Self {
            head: head(&old.head, &new.head),
            added: only(new, &old_rules),
            removed: only(old, &new_rules),
            changed: changed.collect(),
        }
    }

    /// Whether the two say the same.
    pub fn is_empty(&self) -> bool {
        self.head.is_empty()
            && self.added.is_empty()
            && self.removed.is_empty()
            && self.changed.is_empty()
    }
}

type Rules<'a> = std::collections::HashMap<&'a str, &'a ActiveRule>;

fn by_id(set: &ActiveSet) -> Rules<'_> {
    let with_id = |active| (ActiveRule::id(active), active);
    set.rules.iter().map(with_id).collect()
}

impl ActiveRule {
    fn id(&self) -> &str {
        &self.rule.id
    }
}

fn fields(old: &Rule, new: &Rule) -> Vec<FieldChange> {
    let mut out = Vec::new();
    out.extend(text("value", &old.value, &new.value));
    out.extend(text(
        "level",
        &old.level.to_string(),
        &new.level.to_string(),
    ));
    if old.find != new.find {
        out.push(find(&old.find, &new.find));
    }
    let (here, there) = (format!("{:?}", old.within), format!("{:?}", new.within));
    out.extend(text("within", &here, &there));
    out.extend(other("when", old.when == new.when));
    out.extend(words("except", &old.except, &new.except));
    out.extend(words("fixes", &old.fixes, &new.fixes));
    out.extend(text("says", &old.says, &new.says));
    out.extend(text("why", &old.why, &new.why));
    out.extend(text("instead", &old.instead, &new.instead));
    out.extend(other("source", old.source == new.source));
    out.extend(text("region", &old.region, &new.region));
    out.extend(text("as_of", &old.as_of, &new.as_of));
    out.extend(other("examples", old.examples == new.examples));
    out
}

/// What changes in `find`: the words of a list, a pattern, or another kind altogether.
fn find(old: &RuleKind, new: &RuleKind) -> FieldChange {
    let change = if old.name() != new.name() {
        text("find", old.name(), new.name())
    } else if let (RuleKind::AnyOf(old), RuleKind::AnyOf(new)) = (old, new) {
        words("find", &old.0, &new.0)
    } else if let (RuleKind::Swap(old), RuleKind::Swap(new)) = (old, new) {
        let pair =
            |(words, twins): &(String, Vec<String>)| format!("{words} ({})", twins.join(", "));
        let pairs = |pairs: &[(String, Vec<String>)]| pairs.iter().map(pair).collect::<Vec<_>>();
        words("find", &pairs(&old.0), &pairs(&new.0))
    } else if let (RuleKind::Pattern(old), RuleKind::Pattern(new)) = (old, new) {
        text("find", &old.0, &new.0)
    } else {
        None
    };
    change.unwrap_or(FieldChange {
        field: "find",
        ..FieldChange::default()
    })
}

fn head(old: &Set, new: &Set) -> Vec<FieldChange> {
    let focus = |set: &Set| {
        set.focus
            .map_or_else(String::new, |focus| format!("{focus:?}"))
    };
    let (kind_was, kind_is) = (format!("{:?}", old.kind), format!("{:?}", new.kind));
    let version = |set: &Set| set.version.to_string();
    [
        text("id", &old.id, &new.id),
        text("kind", &kind_was, &kind_is),
        text("name", &old.name, &new.name),
        text("version", &version(old), &version(new)),
        words("extends", &old.extends, &new.extends),
        other("owner", old.owner == new.owner),
        other("agreed_by", old.agreed_by == new.agreed_by),
        text("review_by", &old.review_by, &new.review_by),
        text("approach", &old.approach, &new.approach),
        text("core_message", &old.core_message, &new.core_message),
        text("focus", &focus(old), &focus(new)),
        words(
            "welcome_personal",
            &old.welcome_personal,
            &new.welcome_personal,
        ),
        other("values", old.values == new.values),
        other("goals", old.goals == new.goals),
        words("ways", &old.ways, &new.ways),
        other("home_base", old.home_base == new.home_base),
        other("own", old.own == new.own),
        words("competitors", &old.competitors, &new.competitors),
        other("clients", old.clients == new.clients),
        words("code_names", &old.code_names, &new.code_names),
        words(
            "ticket_prefixes",
            &old.ticket_prefixes,
            &new.ticket_prefixes,
        ),
        other("topics", old.topics == new.topics),
        words("logo_purposes", &old.logo_purposes, &new.logo_purposes),
        other("switches", old.switches == new.switches),
        other("quiet_periods", old.quiet_periods == new.quiet_periods),
        other("links", old.links == new.links),
        words("resources", &old.resources, &new.resources),
        other("concerns", old.concerns == new.concerns),
        other("platforms", old.platforms == new.platforms),
        text("handle_pattern", &old.handle_pattern, &new.handle_pattern),
        other(
            "second_approver",
            old.second_approver == new.second_approver,
        ),
        text("region", &old.region, &new.region),
        other("reply", old.reply == new.reply),
        other("embargoes", old.embargoes == new.embargoes),
        words("pause", &asked(old), &asked(new)),
        other("samples", old.samples == new.samples),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The questions of the pause; one with another condition is another one.
fn asked(set: &Set) -> Vec<String> {
    let questions = set.pause.iter().map(Question::in_words);
    questions.collect()
}

/// A field that is one text.
fn text(field: &'static str, was: &str, is: &str) -> Option<FieldChange> {
    (was != is).then(|| FieldChange {
        field,
        was: Some(was.to_owned()),
        is: Some(is.to_owned()),
    })
}

/// A field that is a list of texts.
fn words(field: &'static str, was: &[String], is: &[String]) -> Option<FieldChange> {
    use std::collections::HashSet;

    let (before, after): (HashSet<&String>, HashSet<&String>) =
        (was.iter().collect(), is.iter().collect());
    let only = |here: &[String], there: &HashSet<&String>| {
        let some = here.iter().filter(|one| !there.contains(one));
        let some: Vec<&str> = some.map(String::as_str).collect();
        (!some.is_empty()).then(|| some.join(", "))
    };
    (was != is).then(|| FieldChange {
        field,
        was: only(was, &after),
        is: only(is, &before),
    })
}

/// A field whose change is told by its name alone.
fn other(field: &'static str, is_same: bool) -> Option<FieldChange> {
    (!is_same).then(|| FieldChange {
        field,
        ..FieldChange::default()
    })
}
