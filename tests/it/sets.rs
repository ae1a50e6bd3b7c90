//! The shipped sets: each one reads, holds what it was asked to hold, does what its examples and
//! samples say, and stays within its budget.

mod noticed;
mod replies;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use postwright::check::{Checker, Finding, Report, Scene, compile};
use postwright::guideline::{
    ActiveSet, Focus, Level, SampleKind, Set, SetKind, SpeakerKind, activate, from_ron, read_set,
};
use postwright::platform::{Counting, Platform};

use crate::guidelines::checked_on;

/// The base over which overlays are tried.
const BASE: &str = "smart-start";

/// Every shipped set with the name of its file.
fn shipped() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("guidelines");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn sets() -> Vec<Set> {
    let read = |(name, source): &(String, String)| {
        let read = read_set(source).unwrap_or_else(|fault| panic!("{name}.ron: {fault}"));
        let faults: Vec<String> = read.faults.iter().map(ToString::to_string).collect();
        assert!(faults.is_empty(), "{name}.ron: {faults:#?}");
        read.set
    };
    shipped().iter().map(read).collect()
}

/// Every shipped set with the sets that it builds on.
fn alone() -> Vec<ActiveSet> {
    let sets = sets();
    let find = |id: &str| sets.iter().find(|set| set.id == id);
    sets.iter()
        .map(|set| activate(set, &[], &find).expect("all it builds on is shipped"))
        .collect()
}

/// Every shipped set as it is used, under its id: an overlay lies over the base.
fn in_use() -> Vec<(Set, ActiveSet)> {
    let sets = sets();
    let find = |id: &str| sets.iter().find(|set| set.id == id);
    sets.iter()
        .map(|set| {
            let active = match set.kind {
                SetKind::Base => activate(set, &[], &find),
                SetKind::Overlay => activate(find(BASE).unwrap(), &[set], &find),
            };
            (set.clone(), active.expect("all it builds on is shipped"))
        })
        .collect()
}

fn ready(set: &ActiveSet) -> Checker {
    let (checker, faults) = compile(set);
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{:?}: {faults:#?}", set.family);
    checker
}

/// A shipped set as it is used, ready.
pub fn shipped_checker(id: &str) -> Checker {
    let mut all = in_use().into_iter();
    ready(&all.find(|(set, _)| set.id == id).expect(id).1)
}

fn above(report: &Report) -> Vec<&Finding> {
    let found = report.findings.iter();
    found.filter(|one| one.level > Level::Strength).collect()
}

/// Checks a text in its scene, on a roomy platform.
fn looked_at(checker: &Checker, example: &str, speaker: SpeakerKind) -> Report {
    let (scene, text) = Scene::of(example).unwrap();
    let platform = scene.platform(Platform {
        id: "example".into(),
        limit: Some(500),
        counting: Counting::Graphemes,
        bare_links: true,
        ..Platform::default()
    });
    let (count, now) = (platform.count(&text), Zoned::default());
    let mut post = scene.post(&text, &platform, &count, &now);
    if scene.speaker() == SpeakerKind::Brand {
        post.speaker = speaker;
    }
    checker.check(&post, &|| false)
}

#[test]
fn every_shipped_set_reads_and_its_examples_come_out() {
    let used = in_use().into_iter().map(|(_, active)| active);
    for set in alone().into_iter().chain(used) {
        let checker = ready(&set);
        assert_eq!(checker.n_rules(), set.rules.len(), "{:?}", set.family);
    }
}

/// Whatever an organisation writes into the head of a set that builds on these, no rule is lost.
#[test]
fn examples_come_out_under_any_head() {
    for (_, mut active) in in_use() {
        let own = &mut active.head.own;
        own.names = vec!["Shelfie".into(), "Brightside".into()];
        own.domains = vec!["shop.example".into()];
        own.phones = vec!["0800 123 4567".into()];
        for focus in [Focus::Service, Focus::Philanthropy, Focus::Expertise] {
            active.head.focus = Some(focus);
            ready(&active);
        }
        active.head.home_base.clear();
        active.head.goals.clear();
        ready(&active);
    }
}

#[test]
fn every_shipped_set_is_named_after_its_file_and_complete() {
    for ((name, source), set) in shipped().iter().zip(sets()) {
        assert_eq!(*name, set.id);
        assert!(source.ends_with(")\n") && !source.contains('\r'), "{name}");
        assert!(!set.review_by.is_empty() && set.owner.is_some(), "{name}");
        assert!(!set.approach.is_empty() && !set.values.is_empty(), "{name}");
        assert!((2..=5).contains(&set.pause.len()), "{name}: pause");
        let is_base = set.kind == SetKind::Base;
        assert!(!is_base || !set.core_message.is_empty(), "{name}");
        assert!(!is_base || !set.goals.is_empty(), "{name}");
        for value in &set.values {
            assert!(!value.looks_like.is_empty(), "{name}: {}", value.id);
        }
        let ids: BTreeSet<&str> = set.rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids.len(), set.rules.len(), "{name}: each id once");
    }
}

#[test]
fn every_rule_serves_a_value_and_shows_two_examples_each_way() {
    for set in sets() {
        for rule in &set.rules {
            let id = format!("{}: {}", set.id, rule.id);
            assert!(
                set.values.iter().any(|value| value.id == rule.value),
                "{id}"
            );
            assert!(rule.examples.flags.len() >= 2, "{id} has two flags");
            assert!(rule.examples.passes.len() >= 2, "{id} has two passes");
            assert!(
                rule.says.ends_with(['.', '?']) && !rule.says.contains('\n'),
                "{id}"
            );
            assert!(!rule.why.is_empty(), "{id} says why");
            let wants_advice = rule.level > Level::Strength;
            assert_eq!(
                wants_advice,
                !rule.instead.is_empty(),
                "{id} says what instead"
            );
        }
    }
}

#[test]
fn every_shipped_set_keeps_to_its_budget() {
    for (set, active) in sets().iter().zip(alone()) {
        let id = &set.id;
        let own = |level: Level| set.rules.iter().filter(|rule| rule.level == level).count();
        assert!(set.rules.len() <= 24, "{id}: rules");
        // the overlay on confidential matters is a set of Holds by its nature
        assert!(own(Level::Hold) <= 4 || id == "confidential", "{id}: Holds");
        let others = active.rules.iter().map(|one| (&one.set, one.rule.level));
        let (n_strengths, n_rules) = others
            .filter(|(of, _)| *of != "confidential")
            .fold((0, 0), |(n, all), (_, level)| {
                (n + usize::from(level == Level::Strength), all + 1)
            });
        println!(
            "{id}: {} rules of its own, {n_strengths} strengths of {n_rules}",
            set.rules.len()
        );
        let is_base = set.kind == SetKind::Base;
        assert!(!is_base || n_strengths * 10 >= n_rules * 3, "{id}");
        assert!(set.reading_minutes() <= 5, "{id}: minutes");
        // an overlay builds on nothing; only these ask for more than a look
        let is_soft = own(Level::Check) + own(Level::Hold) == 0;
        assert!(is_base || set.extends.is_empty(), "{id} extends");
        let may_ask = ["advocates", "confidential", "who-speaks"].contains(&id.as_str());
        assert!(is_base || is_soft || may_ask, "{id}: levels");
    }
}

/// One thing that a set was asked to hold.
#[derive(serde::Deserialize)]
struct Asked {
    set: String,
    bullet: String,
    /// The rules that hold it.
    #[serde(default)]
    rules: Vec<String>,
    /// Where it went when it is no rule.
    #[serde(default)]
    instead: String,
}

#[test]
fn every_bullet_of_a_set_has_its_rules_and_every_rule_its_bullet() {
    let bullets: Vec<Asked> = from_ron(include_str!("../cases/sets/bullets.ron")).unwrap();
    let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in &bullets {
        let about = format!("{}: {}", one.set, one.bullet);
        assert_ne!(one.rules.is_empty(), one.instead.is_empty(), "{about}");
        let is_elsewhere = ["head: ", "later", "window: "];
        let is_told = one.instead.is_empty()
            || is_elsewhere
                .iter()
                .any(|word| one.instead.starts_with(word));
        assert!(is_told, "{about}: {}", one.instead);
        named
            .entry(&one.set)
            .or_default()
            .extend(one.rules.iter().map(String::as_str));
    }
    for set in &sets() {
        let rules: BTreeSet<&str> = set.rules.iter().map(|rule| rule.id.as_str()).collect();
        let named = named.remove(set.id.as_str()).unwrap_or_default();
        assert_eq!(rules, named, "{}", set.id);
    }
    assert!(named.is_empty(), "{:?} are no shipped sets", named.keys());
}

#[test]
fn samples_are_what_they_say() {
    for (set, active) in in_use() {
        let checker = ready(&active);
        let n = |is_kind: fn(&SampleKind) -> bool| {
            let kinds = set.samples.iter().map(|sample| &sample.kind);
            kinds.filter(|kind| is_kind(kind)).count()
        };
        let counts = [
            n(|kind| *kind == SampleKind::Good),
            n(|kind| *kind == SampleKind::Improvable),
            n(|kind| matches!(kind, SampleKind::Reply { .. })),
            n(|kind| *kind == SampleKind::Hold),
        ];
        assert_eq!(counts, [2, 2, 1, 1], "{}", set.id);
        for sample in &set.samples {
            let text = match &sample.kind {
                SampleKind::Reply { to } => format!("replying_to: {to}\n---\n{}", sample.text),
                SampleKind::Good | SampleKind::Improvable | SampleKind::Hold => sample.text.clone(),
            };
            for speaker in [SpeakerKind::Brand, SpeakerKind::Personally] {
                let report = looked_at(&checker, &text, speaker);
                let n_strengths = report.of_level(Level::Strength).count();
                let above = above(&report);
                let rules: Vec<&str> = above.iter().map(|one| one.rule.as_str()).collect();
                let about = format!("{}: {text:?}: {n_strengths} and {rules:?}", set.id);
                match sample.kind {
                    SampleKind::Good | SampleKind::Reply { .. } => {
                        assert!(n_strengths >= 2 && rules.is_empty(), "{about}");
                    }
                    SampleKind::Improvable => {
                        let is_own = |one: &&Finding| one.set == set.id;
                        assert!(!report.holds() && above.iter().any(is_own), "{about}");
                    }
                    SampleKind::Hold => assert!(report.holds(), "{about}"),
                }
            }
        }
    }
}

#[test]
fn the_first_fixes_of_smart_start_mend_its_first_sample() {
    let smart = in_use().into_iter().find(|(set, _)| set.id == BASE);
    let text = "We are excited to announce our NEW returns desk!!!";
    let report = checked_on(&ready(&smart.unwrap().1), text, 280, None);
    let with_fix: Vec<(&str, String)> = report
        .of_level(Level::Nudge)
        .filter_map(|finding| {
            let fix = finding.fixes.first()?;
            Some((finding.rule.as_str(), fix.applied(text)))
        })
        .collect();
    let opener = "Here is our NEW returns desk!!!".to_owned();
    let quiet = "We are excited to announce our NEW returns desk!".to_owned();
    assert_eq!(with_fix, [("warm-up-opener", opener), ("shouting", quiet)]);
}
