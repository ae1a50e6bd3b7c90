//! The rules of a set, ready to look at posts.
//!
//! Never: keeps anything of a post it has looked at.

use jiff::Zoned;
use jiff::civil::Date;

use super::filled::filled;
use super::kind::{Finder, Looking, Match};
use super::seen::{Ours, Seen};
use super::{Finding, Fix, Post, Report};
use crate::guideline::{
    ActiveRule, ActiveSet, Fault, Focus, Level, Set, Situation, SpeakerKind, Switch, holds,
};
use crate::platform::{Counting, Platform};
use crate::text::{PhraseMap, Span};

/// One rule with its kind ready.
struct ReadyRule {
    active: ActiveRule,
    finder: Box<dyn Finder>,
    except: PhraseMap,
    value: String,
}

/// A set that is ready to look at posts.
#[derive(Default)]
pub struct Checker {
    rules: Vec<ReadyRule>,
    focus: Option<Focus>,
    switches: Vec<Switch>,
    ours: Ours,
    /// The head of the set; its own rules are left out.
    head: Set,
}

/// Gets a set ready and runs the examples of every rule. A rule that cannot be got ready, or whose
/// own examples do not come out, is set aside and named; the others work.
pub fn compile(set: &ActiveSet) -> (Checker, Vec<Fault>) {
    let mut checker = Checker {
        rules: Vec::new(),
        focus: set.head.focus,
        switches: set.head.switches.clone(),
        ours: Ours::of(&set.head.own),
        head: Set {
            rules: Vec::new(),
            ..set.head.clone()
        },
    };
    let mut faults = Vec::new();
    for active in &set.rules {
        let value = set
            .values
            .iter()
            .find(|value| value.id == active.rule.value);
        let ready = active.rule.find.kind().ready().map(|finder| ReadyRule {
            active: active.clone(),
            finder,
            except: PhraseMap::new(active.rule.except.iter().map(|phrase| (phrase.as_str(), 0))),
            value: value.map(|value| value.words.clone()).unwrap_or_default(),
        });
        match ready.and_then(|ready| examples_come_out(&ready, &checker).map(|()| ready)) {
            Ok(ready) => checker.rules.push(ready),
            Err(reason) => faults.push(Fault::of_rule(&active.rule.id, active.rule.place, reason)),
        }
    }
    (checker, faults)
}

/// Runs a rule over its own examples; the reason names the first one that surprises.
fn examples_come_out(ready: &ReadyRule, checker: &Checker) -> Result<(), String> {
    let platform = Platform {
        id: "example".into(),
        limit: Some(280),
        counting: Counting::X,
        bare_links: true,
        ..Platform::default()
    };
    let now = Zoned::default();
    let found = |text: &str| {
        let count = platform.count(text);
        let post = Post {
            text,
            platform: &platform,
            count: &count,
            speaker: SpeakerKind::Brand,
            intent: None,
            replying_to: None,
            now: &now,
        };
        let seen = Seen::of(text, &checker.ours);
        !matches(ready, &post, &seen, &checker.head, &|| false).is_empty()
    };
    let examples = &ready.active.rule.examples;
    if let Some(text) = examples.flags.iter().find(|text| !found(text)) {
        return Err(format!("its own example is not found: {text:?}"));
    }
    match examples.passes.iter().find(|text| found(text)) {
        Some(text) => Err(format!("it finds what it should leave alone: {text:?}")),
        None => Ok(()),
    }
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
    let excepted: Vec<Span> = ready
        .except
        .find(post.text, &seen.tokens)
        .into_iter()
        .map(|(span, _)| span)
        .chain(seen.own_phones.iter().copied())
        .collect();
    let looking = Looking {
        post,
        head,
        tokens: view.tokens(&seen.tokens),
        prose: &view.prose,
        entities: &seen.entities,
        sentences: &seen.sentences,
        excepted: &excepted,
        own_names: &seen.own_names,
        own_domains: seen.own_domains,
        out_of_time,
    };
    let mut found = ready.finder.find(&looking);
    if !rule.find.kind().is_of_the_whole() {
        found.retain(|one| looking.may_see(one.span));
    }
    found
}

impl Checker {
    /// How many rules are at work.
    pub fn n_rules(&self) -> usize {
        self.rules.len()
    }

    /// Checks a post. The order of the findings is the report's: strengths first.
    pub fn check(&self, post: &Post<'_>, out_of_time: &dyn Fn() -> bool) -> Report {
        let today = post.now.date();
        let switches = self.switches_on(today);
        let situation = Situation {
            intent: post.intent,
            focus: self.focus,
            platform: &post.platform.id,
            speaker: post.speaker,
            is_reply: post.replying_to.is_some(),
            today,
            switches: &switches,
        };
        let seen = Seen::of(post.text, &self.ours);
        let mut report = Report {
            counts: vec![post.count.clone()],
            findings: Vec::new(),
        };
        if post.text.trim().is_empty() {
            return report;
        }
        for ready in self
            .rules
            .iter()
            .filter(|ready| holds(&ready.active.rule.when, &situation))
        {
            let found = matches(ready, post, &seen, &self.head, out_of_time);
            report
                .findings
                .extend(found.into_iter().map(|one| finding(ready, post.text, one)));
        }
        report.sort();
        report.number(post.text);
        report
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
    let told = |words: &str| filled(words, found.span.of(text), &fixes, &figure);
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
