//! The rules of a set, ready to look at posts.
//!
//! Never: keeps anything of a post it has looked at.

use std::cmp::Reverse;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::Date;

use super::filled::filled;
use super::kind::{Finder, List, Lists, Looking, Match};
use super::patience::Patience;
use super::seen::{Ours, Seen};
use super::{Finding, Fix, Post, Report, Scene};
use crate::guideline::{ActiveRule, ActiveSet, Fault, Focus, Level, Set, Situation, Switch, holds};
use crate::platform::{Counting, Platform};
use crate::text::{PhraseMap, Span, longest};

/// One rule with its kind ready.
struct ReadyRule {
    active: ActiveRule,
    finder: Box<dyn Finder>,
    except: List,
    value: String,
}

/// A set that is ready to look at posts.
#[derive(Default)]
pub struct Checker {
    rules: Vec<ReadyRule>,
    focus: Option<Focus>,
    region: String,
    switches: Vec<Switch>,
    ours: Ours,
    /// The head of the set; its own rules are left out.
    head: Set,
    phrases: PhraseMap,
}

/// Gets a set ready and runs the examples of every rule. A rule that cannot be got ready, or whose
/// own examples do not come out, is set aside and named; the others work.
pub fn compile(set: &ActiveSet) -> (Checker, Vec<Fault>) {
    let mut lists = Lists::default();
    let ours = Ours::of(&set.head, &mut lists);
    let got_ready: Vec<Result<ReadyRule, String>> = set
        .rules
        .iter()
        .map(|active| ready(active, set, &mut lists))
        .collect();
    let mut checker = Checker {
        rules: Vec::new(),
        focus: set.head.focus,
        region: set.head.region.clone(),
        switches: set.head.switches.clone(),
        ours,
        head: Set {
            rules: Vec::new(),
            ..set.head.clone()
        },
        phrases: lists.into_map(),
    };
    let mut faults = Vec::new();
    for (active, ready) in set.rules.iter().zip(got_ready) {
        match ready.and_then(|ready| examples_come_out(&ready, &checker).map(|()| ready)) {
            Ok(ready) => checker.rules.push(ready),
            Err(reason) => faults.push(Fault::of_rule(&active.rule.id, active.rule.place, reason)),
        }
    }
    (checker, faults)
}

fn ready(active: &ActiveRule, set: &ActiveSet, lists: &mut Lists) -> Result<ReadyRule, String> {
    let rule = &active.rule;
    let value = set.values.iter().find(|value| value.id == rule.value);
    Ok(ReadyRule {
        finder: rule.find.kind().ready_in(lists)?,
        except: lists.add(rule.except.iter().map(String::as_str)),
        value: value.map(|value| value.words.clone()).unwrap_or_default(),
        active: active.clone(),
    })
}

/// Runs a rule over its own examples; the reason names the first one that surprises.
fn examples_come_out(ready: &ReadyRule, checker: &Checker) -> Result<(), String> {
    let found = |example: &str| {
        let (scene, text) = Scene::of(example)?;
        let found = checker.on_stage(&scene, text, |stage| {
            !matches(ready, stage.post, stage.seen, stage.head, &|| false).is_empty()
        });
        Ok::<bool, String>(found)
    };
    let examples = &ready.active.rule.examples;
    for text in &examples.flags {
        if !found(text)? {
            return Err(format!("its own example is not found: {text:?}"));
        }
    }
    for text in &examples.passes {
        if found(text)? {
            return Err(format!("it finds what it should leave alone: {text:?}"));
        }
    }
    Ok(())
}

/// What a rule sees of an example.
struct Stage<'a> {
    post: &'a Post<'a>,
    seen: &'a Seen<'a>,
    head: &'a Set,
}

fn matches(
    ready: &ReadyRule,
    post: &Post<'_>,
    seen: &Seen<'_>,
    head: &Set,
    out_of_time: &dyn Fn() -> bool,
) -> Vec<Match> {
    let rule = &ready.active.rule;
    let view = seen.view(rule.within);
    let excepted = excepted(ready, seen, post);
    let looking = Looking {
        post,
        head,
        tokens: view.tokens(&seen.tokens),
        prose: &view.prose,
        entities: &seen.entities,
        sentences: &seen.sentences,
        hits: &seen.hits,
        excepted: &excepted,
        own_names: &seen.own_names,
        subjects: &seen.subjects,
        own_domains: seen.own_domains,
        out_of_time,
    };
    let mut found = ready.finder.find(&looking);
    if !rule.find.kind().is_of_the_whole() {
        found.retain(|one| looking.may_see(one.span));
    }
    found
}

/// The stretches in which a match of this rule does not count, in order, none inside another.
fn excepted(ready: &ReadyRule, seen: &Seen<'_>, post: &Post<'_>) -> Vec<Span> {
    let phrases = longest(seen.hits.of(ready.except.number()), &|_| true);
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

impl Checker {
    /// How many rules are at work.
    pub fn n_rules(&self) -> usize {
        self.rules.len()
    }

    /// Checks a post. The order of the findings is the report's: strengths first.
    ///
    /// A rule that asks `out_of_time` and hears yes is stopped: it finds nothing, and the report
    /// names it.
    pub fn check(&self, post: &Post<'_>, out_of_time: &dyn Fn() -> bool) -> Report {
        self.check_by(post, out_of_time, &|| Duration::ZERO)
    }

    /// Checks a post by a clock, which tells how long ago some moment was: a pattern that takes more
    /// than 20 ms is stopped, and so is each that asks for the time when all of them together have
    /// taken 200 ms.
    pub fn check_by(
        &self,
        post: &Post<'_>,
        out_of_time: &dyn Fn() -> bool,
        elapsed: &dyn Fn() -> Duration,
    ) -> Report {
        self.check_without(&[], post, out_of_time, elapsed)
    }

    /// The same while some rules rest: they find nothing, and the report names them as paused.
    pub fn check_without(
        &self,
        resting: &[String],
        post: &Post<'_>,
        out_of_time: &dyn Fn() -> bool,
        elapsed: &dyn Fn() -> Duration,
    ) -> Report {
        let today = post.now.date();
        let switches = self.switches_on(today);
        let situation = Situation {
            intent: post.intent,
            focus: self.focus,
            platform: &post.platform.id,
            presence: post.platform.presence,
            region: &self.region,
            speaker: post.speaker,
            is_reply: post.replying_to.is_some(),
            today,
            switches: &switches,
        };
        let seen = Seen::of(post.text, &self.ours, &self.phrases);
        let mut report = Report {
            counts: vec![post.count.clone()],
            ..Report::default()
        };
        if post.text.trim().is_empty() {
            return report;
        }
        let whole = Patience::new(out_of_time, elapsed);
        for ready in self
            .rules
            .iter()
            .filter(|ready| holds(&ready.active.rule.when, &situation))
        {
            if resting.contains(&ready.active.rule.id) {
                report.paused.push(ready.active.rule.id.clone());
                continue;
            }
            let patience = whole.of_rule();
            let found = matches(ready, post, &seen, &self.head, &|| patience.is_over());
            if patience.was_stopped() {
                // what it found so far may be the smaller part, or the wrong one
                report.paused.push(ready.active.rule.id.clone());
                continue;
            }
            report
                .findings
                .extend(found.into_iter().map(|one| finding(ready, post.text, one)));
        }
        report.sort();
        report.number(post.text);
        report
    }

    /// What all rules find in an example, whatever their conditions.
    pub(super) fn trial(&self, scene: &Scene, text: &str) -> Vec<Finding> {
        self.on_stage(scene, text, |stage| {
            let found = self.rules.iter().flat_map(|ready| {
                let found = matches(ready, stage.post, stage.seen, stage.head, &|| false);
                found.into_iter().map(|one| finding(ready, text, one))
            });
            found.collect()
        })
    }

    /// Whether a rule takes so long on a text that it is stopped.
    pub(super) fn is_stopped(
        &self,
        rule: &str,
        text: &str,
        elapsed: &dyn Fn() -> Duration,
    ) -> bool {
        let mut rules = self.rules.iter();
        let Some(ready) = rules.find(|ready| ready.active.rule.id == rule) else {
            return false;
        };
        self.on_stage(&Scene::default(), text, |stage| {
            let whole = Patience::new(&|| false, elapsed);
            let patience = whole.of_rule();
            _ = matches(ready, stage.post, stage.seen, stage.head, &|| {
                patience.is_over()
            });
            patience.was_stopped()
        })
    }

    /// Sets the stage for an example: the brand speaks, on a platform like X.
    fn on_stage<T>(&self, scene: &Scene, text: &str, look: impl FnOnce(&Stage<'_>) -> T) -> T {
        let platform = scene.platform(Platform {
            id: "example".into(),
            limit: Some(280),
            counting: Counting::X,
            bare_links: true,
            ..Platform::default()
        });
        let (count, now) = (platform.count(text), Zoned::default());
        let post = scene.post(text, &platform, &count, &now);
        let head = scene.head(&self.head);
        let mut seen = Seen::of(text, &self.ours, &self.phrases);
        seen.also_own(&scene.own);
        if scene.has_subjects() {
            seen.speaks_of(&head);
        }
        look(&Stage {
            post: &post,
            seen: &seen,
            head: &head,
        })
    }

    fn switches_on(&self, today: Date) -> Vec<String> {
        let is_on = |switch: &&Switch| {
            let between = (switch.from.parse::<Date>(), switch.to.parse::<Date>());
            switch.on || matches!(between, (Ok(from), Ok(to)) if (from..=to).contains(&today))
        };
        self.switches
            .iter()
            .filter(is_on)
            .map(|switch| switch.id.clone())
            .collect()
    }
}

fn finding(ready: &ReadyRule, text: &str, mut found: Match) -> Finding {
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
    let told = |words: &str| filled(words, found.span.of(text), &fixes, &found.told, &figure);
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
        instead: told(&rule.instead),
        value: ready.value.clone(),
        source: rule.source.clone(),
        fixes,
        platforms: Vec::new(),
        topic: topic.map(|(_, id)| id.clone()),
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
