//! The rules of a set, ready to look at posts.
//!
//! Never: keeps anything of a post it has looked at.

use std::fmt;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::Date;

use super::asking::{Asked, asked};
use super::kind::{Lists, Match};
use super::memory::{Look, Memory};
use super::parsed::Parsed;
use super::patience::Patience;
use super::ready::{ReadyRule, finding, matches, ready};
use super::seen::{Ours, Seen};
use super::{Finding, Post, Report, Rules, Scene};
use crate::guideline::{ActiveSet, Fault, Focus, Set, Situation, Switch, When, holds};
use crate::platform::{Counting, Platform};
use crate::text::{Patch, PhraseMap, language};

/// A set that is ready to look at posts.
#[derive(Default)]
pub struct Checker {
    rules: Vec<ReadyRule>,
    pub(super) questions: Vec<Asked>,
    focus: Option<Focus>,
    region: String,
    switches: Vec<Switch>,
    pub(super) ours: Ours,
    /// The head of the set; its own rules are left out.
    pub(super) head: Set,
    pub(super) phrases: PhraseMap,
}

impl fmt::Debug for Checker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rules = self.rules.iter().map(|ready| &ready.active.rule.id);
        f.debug_list().entries(rules).finish()
    }
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
    let (questions, mut faults) = asked(set, &mut lists);
    let mut checker = Checker {
        rules: Vec::new(),
        questions,
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
    for (active, ready) in set.rules.iter().zip(got_ready) {
        match ready.and_then(|ready| examples_come_out(&ready, &checker).map(|()| ready)) {
            Ok(ready) => checker.rules.push(ready),
            Err(reason) => faults.push(Fault::of_rule(&active.rule.id, active.rule.place, reason)),
        }
    }
    (checker, faults)
}

/// Runs a rule over its own examples; the reason names the first one that surprises.
fn examples_come_out(ready: &ReadyRule, checker: &Checker) -> Result<(), String> {
    let found = |example: &str| {
        let (scene, text) = Scene::of(example)?;
        let found = checker.on_stage(&scene, &text, |stage| {
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

/// Says what the rule in some place of the set finds, unless time runs out.
type Find<'a> = dyn FnMut(usize, &ReadyRule, &dyn Fn() -> bool) -> Vec<Match> + 'a;

/// What a rule sees of an example.
struct Stage<'a> {
    post: &'a Post<'a>,
    seen: &'a Seen<'a>,
    head: &'a Set,
}

impl Checker {
    /// How many rules are at work.
    pub fn n_rules(&self) -> usize {
        self.rules.len()
    }

    /// The rules that search with patterns, each with the id of the set it came from.
    pub fn rules_with_patterns(&self) -> impl Iterator<Item = (&str, &str)> {
        let rules = self.rules.iter().map(|ready| &ready.active);
        let slow = rules.filter(|active| active.rule.find.kind().has_patterns());
        slow.map(|active| (active.rule.id.as_str(), active.set.as_str()))
    }

    /// The rules that take long with this head, by their ids.
    pub fn slow_rules(&self) -> impl Iterator<Item = &str> {
        let slow = self
            .rules
            .iter()
            .filter(|ready| ready.active.rule.find.kind().is_slow_for(&self.head));
        slow.map(|ready| ready.active.rule.id.as_str())
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
        self.check_with(Rules::default(), post, out_of_time, elapsed)
    }

    /// The same with some of the rules.
    pub fn check_with(
        &self,
        rules: Rules<'_>,
        post: &Post<'_>,
        out_of_time: &dyn Fn() -> bool,
        elapsed: &dyn Fn() -> Duration,
    ) -> Report {
        let parsed = Parsed::of(post.text, &self.ours, &self.phrases);
        let seen = Seen::new(post.text, &parsed, &self.ours);
        let patience = Patience::new(out_of_time, elapsed);
        self.report(rules, post, &patience, &mut |_, ready, out_of_time| {
            matches(ready, post, &seen, &self.head, out_of_time)
        })
    }

    /// The same with a memory of the text as it was before, of which only what changed is looked at.
    /// A memory belongs to one checker.
    pub fn check_again(
        &self,
        memory: &mut Memory,
        rules: Rules<'_>,
        post: &Post<'_>,
        out_of_time: &dyn Fn() -> bool,
        elapsed: &dyn Fn() -> Duration,
    ) -> Report {
        memory.turn_to(post.text, &self.ours, &self.phrases);
        let (parsed, edit, known) = memory.parts();
        let whole = Seen::new(post.text, parsed, &self.ours);
        let nothing = Parsed::default();
        let (patch, part) = edit
            .as_ref()
            .map_or((Patch::default(), &nothing), |(patch, part)| (*patch, part));
        let edited = Post {
            text: patch.new.of(post.text),
            ..*post
        };
        let mut part = Seen::new(edited.text, part, &self.ours);
        part.is_english = whole.is_english;
        let patience = Patience::new(out_of_time, elapsed);
        self.report(rules, post, &patience, &mut |n, ready, out_of_time| {
            let look = Look {
                whole: &|stop| matches(ready, post, &whole, &self.head, stop),
                part: &|stop| matches(ready, &edited, &part, &self.head, stop),
                out_of_time,
            };
            known.recall(
                n,
                (ready.reach, ready.active.rule.find.kind().most()),
                edit.is_some().then_some(patch),
                &look,
            )
        })
    }

    /// Puts the report together, with whatever says what the rule in each place finds.
    fn report(
        &self,
        rules: Rules<'_>,
        post: &Post<'_>,
        whole: &Patience<'_>,
        find: &mut Find<'_>,
    ) -> Report {
        let switches = self.switches_on(post.now.date());
        let situation = self.situation(post, &switches);
        let mut report = Report {
            counts: vec![post.count.clone()],
            ..Report::default()
        };
        if post.text.trim().is_empty() {
            return report;
        }
        for (n, ready) in self.rules.iter().enumerate() {
            let id = &ready.active.rule.id;
            if !rules.have_turn(id) || !holds(&ready.active.rule.when, &situation) {
                continue;
            }
            if rules.resting.contains(id) {
                report.paused.push(id.clone());
                continue;
            }
            let patience = whole.of_rule();
            let found = find(n, ready, &|| patience.is_over()).into_iter();
            if ready.active.rule.find.kind().is_slow_for(&self.head) {
                patience.leave_out();
            }
            if patience.was_stopped() {
                // what it found so far may be the smaller part, or the wrong one
                report.paused.push(id.clone());
                continue;
            }
            let findings = found.map(|one| finding(ready, post.text, one));
            report.findings.extend(findings);
        }
        report.sort();
        report.number(post.text);
        report
    }

    /// What conditions are held against.
    pub(super) fn situation<'a>(
        &'a self,
        post: &Post<'a>,
        switches: &'a [String],
    ) -> Situation<'a> {
        Situation {
            intent: post.intent,
            focus: self.focus,
            platform: &post.platform.id,
            presence: post.platform.presence,
            is_internal: post.platform.internal,
            region: &self.region,
            language: self.asks_language().then(|| language(post.text)).flatten(),
            speaker: post.speaker,
            is_reply: post.replying_to.is_some(),
            today: post.now.date(),
            switches,
        }
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
        let mut parsed = Parsed::of(text, &self.ours, &self.phrases);
        parsed.also_own(text, &scene.own);
        if scene.has_subjects() {
            parsed.speaks_of(text, &head);
        }
        look(&Stage {
            post: &post,
            seen: &Seen::new(text, &parsed, &self.ours),
            head: &head,
        })
    }

    /// Whether a rule is for one language.
    fn asks_language(&self) -> bool {
        let mut conditions = self.rules.iter().flat_map(|ready| &ready.active.rule.when);
        conditions.any(|condition| matches!(condition, When::Language(_)))
    }

    pub(super) fn switches_on(&self, today: Date) -> Vec<String> {
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
