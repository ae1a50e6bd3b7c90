//! One rule, ready to look: its kind, its exceptions, its words.
//!
//! Never: asks whether the rule applies to a post.

use std::cmp::Reverse;

use super::filled::filled;
use super::hand_off::whom_to_ask;
use super::kind::{Finder, List, Lists, Looking, Match, Reach};
use super::seen::Seen;
use super::{Finding, Fix, Post};
use crate::guideline::{ActiveRule, ActiveSet, Level, Rule, Set, Within};
use crate::text::{Span, longest};

/// One rule with its kind ready.
pub(super) struct ReadyRule {
    pub(super) active: ActiveRule,
    finder: Box<dyn Finder>,
    except: List,
    value: String,
    /// What decides about its findings.
    pub(super) reach: Reach,
    /// Whether it says whom to ask.
    names_somebody: bool,
}

/// Gets a rule of a set ready.
pub(super) fn ready(
    active: &ActiveRule,
    set: &ActiveSet,
    lists: &mut Lists,
) -> Result<ReadyRule, String> {
    let rule = &active.rule;
    let value = set.values.iter().find(|value| value.id == rule.value);
    Ok(ReadyRule {
        finder: rule.find.kind().ready_for(&set.head, lists)?,
        except: lists.add(rule.except.iter().map(String::as_str)),
        value: value.map(|value| value.words.clone()).unwrap_or_default(),
        reach: reach(rule),
        names_somebody: [&rule.says, &rule.why, &rule.instead]
            .iter()
            .any(|words| words.contains("{ask}")),
        active: active.clone(),
    })
}

/// What decides about the findings of a rule: where it may look has a say in it, too.
fn reach(rule: &Rule) -> Reach {
    let of_kind = rule.find.kind().reach();
    match rule.within {
        Within::Prose | Within::Anywhere | Within::OutsideQuotes => of_kind,
        Within::FirstSentence | Within::LastSentence | Within::FirstLines => {
            of_kind.max(Reach::Text)
        }
    }
}

/// What a rule finds in a text.
pub(super) fn matches(
    ready: &ReadyRule,
    post: &Post<'_>,
    seen: &Seen<'_>,
    head: &Set,
    out_of_time: &dyn Fn() -> bool,
) -> Vec<Match> {
    let rule = &ready.active.rule;
    let view = seen.view(rule.within);
    let parsed = seen.parsed;
    let excepted = excepted(ready, seen, post);
    let looking = Looking {
        post,
        head,
        tokens: view.tokens(&parsed.tokens),
        prose: &view.prose,
        windows: Some(&view.windows),
        entities: &parsed.entities,
        sentences: &parsed.sentences,
        hits: &parsed.hits,
        bare: seen.bare(),
        excepted: &excepted,
        own_names: &parsed.own_names,
        subjects: &parsed.subjects,
        own_domains: seen.own_domains,
        is_english: seen.is_english,
        out_of_time,
    };
    let mut found = ready.finder.find(&looking);
    if !rule.find.kind().is_of_the_whole() {
        found.retain(|one| looking.may_see(one.span));
    }
    if ready.names_somebody {
        for one in &mut found {
            one.told.extend(whom_to_ask(&looking, one.span));
        }
    }
    found
}

/// The stretches in which a match of this rule does not count, in order, none inside another.
fn excepted(ready: &ReadyRule, seen: &Seen<'_>, post: &Post<'_>) -> Vec<Span> {
    let phrases = longest(seen.parsed.hits.of(ready.except.number()), &|_| true);
    let mut out: Vec<Span> = phrases.into_iter().map(|(span, _)| span).collect();
    let own: Vec<Span> = seen.own_contacts(post.voice.people);
    if !own.is_empty() {
        out.extend(&own);
        out.sort_by_key(|span| (span.start, Reverse(span.end)));
        let mut end = 0;
        out.retain(|span| {
            let is_outer = span.end > end;
            end = end.max(span.end);
            is_outer
        });
    }
    out
}

/// The note that a rule makes of a match.
pub(super) fn finding(ready: &ReadyRule, text: &str, mut found: Match) -> Finding {
    let rule = &ready.active.rule;
    let mut fixes = std::mem::take(&mut found.fixes);
    if !found.span.is_empty() {
        fixes.extend(rule.fixes.iter().map(|insert| {
            Fix::replace(
                text,
                found.span,
                &in_the_case_of(found.span.of(text), insert),
            )
        }));
    }
    let figure = || ready.finder.figure(text, found.span).unwrap_or_default();
    let shown = found.masked.as_deref();
    let shown = shown.unwrap_or_else(|| found.span.of(text));
    let told = |words: &str| filled(words, shown, &fixes, &found.told, &figure);
    let topic = found.told.iter().find(|(name, _)| *name == "topic");
    Finding {
        rule: rule.id.clone(),
        kind: rule.find.name(),
        set: ready.active.set.clone(),
        level: rule.level,
        nth: 0,
        span: found.span,
        says: told(&rule.says),
        why: told(&rule.why),
        instead: told(&rule.instead).trim_end().to_owned(),
        value: ready.value.clone(),
        source: rule.source.clone(),
        fixes,
        platforms: Vec::new(),
        topic: topic.map(|(_, id)| id.clone()),
        masked: found.masked.clone(),
        veiled: None,
        may_be_reasoned: rule.level == Level::Hold && rule.find.kind().may_be_reasoned(),
    }
}

/// Keeps the capital of the words that are replaced, or all of them where a long word is written in
/// capitals; a short one may be an acronym.
pub(super) fn in_the_case_of(words: &str, insert: &str) -> String {
    let mut letters = words.chars().filter(|c| c.is_alphabetic());
    if letters.clone().count() > 4 && letters.clone().all(char::is_uppercase) {
        return insert.to_uppercase();
    }
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let mut chars = insert.chars();
    match chars.next() {
        Some(first) if is_capital && first.is_lowercase() => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => insert.to_owned(),
    }
}
