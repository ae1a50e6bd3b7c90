//! What the shipped sets notice in texts that are no examples of theirs, and what they leave alone.

use postwright::check::{Checker, Scene};
use postwright::guideline::{ActiveSet, SampleKind, Set, SpeakerKind, Switch};

use super::{above, in_use, looked_at, ready, sets};
use crate::guidelines::checked_on;

#[test]
fn the_switch_holds_sales_words_only_while_it_is_on() {
    let (_, mut active) = in_use()
        .into_iter()
        .find(|(set, _)| set.id == "community-good")
        .unwrap();
    let holds = |active: &ActiveSet| {
        let text = "Our new range is out now, from 20 pounds.";
        checked_on(&ready(active), text, 500, None).holds()
    };
    assert!(!holds(&active));
    active.head.switches = vec![Switch {
        id: "no-announcements".into(),
        on: true,
        ..Switch::default()
    }];
    assert!(holds(&active));
}

/// The law's wording goes by the region of the set that the overlay lies on.
#[test]
fn advocates_go_by_the_region() {
    let (_, mut active) = in_use()
        .into_iter()
        .find(|(set, _)| set.id == "advocates")
        .unwrap();
    let mut rules = |region: &str| -> Vec<String> {
        region.clone_into(&mut active.head.region);
        let report = checked_on(&ready(&active), "Such a lamp! #gifted #spon", 500, None);
        let found = above(&report).into_iter();
        found.map(|one| one.rule.clone()).collect()
    };
    assert_eq!(rules(""), ["unclear-tag"]);
    assert_eq!(rules("US"), ["unclear-tag-us", "unclear-tag"]);
    assert_eq!(rules("UK"), ["unclear-tag-uk", "unclear-tag"]);
}

/// Somebody who speaks personally, as a scene names them.
const PERSONALLY: &str = "Asha Rao, Brightside, personally";

/// Praise counts where the set that the overlay lies on names its own, and a person speaks.
#[test]
fn advocates_know_the_names_of_the_set_below() {
    let (_, mut active) = in_use()
        .into_iter()
        .find(|(set, _)| set.id == "advocates")
        .unwrap();
    active.head.own.products = vec!["Shelfie".into()];
    let checker = ready(&active);
    let is_asked = |text: &str, speaker: &str| {
        let scene = format!("speaker: {speaker}\n---\n{text}");
        let report = looked_at(&checker, &scene, SpeakerKind::Brand);
        let found = above(&report);
        found
            .iter()
            .any(|one| one.rule == "praise-without-affiliation")
    };
    let praise = "Honestly, the best thing in my kitchen is the Shelfie.";
    assert!(is_asked(praise, PERSONALLY));
    assert!(!is_asked(praise, "brand"));
    let open = format!("I work at Brightside. {praise}");
    assert!(!is_asked(&open, PERSONALLY));
    assert!(!is_asked(
        "The best thing in my kitchen is the cat.",
        PERSONALLY
    ));
}

/// Clean posts, each with where it is from: those of the file, what the rules of all sets let pass,
/// and the good samples of the other sets.
fn clean_posts(sets: &[Set], of: &Set) -> Vec<(String, &'static str)> {
    let file = include_str!("../../cases/sets/clean-posts.txt").lines();
    let more = include_str!("../../cases/sets/clean-more.txt").lines();
    let mut out: Vec<(String, &str)> = file
        .chain(more)
        .filter(|line| !line.is_empty())
        .map(|line| (line.to_owned(), "file"))
        .collect();
    for set in sets {
        let passes = set.rules.iter().flat_map(|rule| &rule.examples.passes);
        out.extend(passes.map(|text| (text.clone(), "passes")));
        let good = set
            .samples
            .iter()
            .filter(|sample| set.id != of.id && sample.kind == SampleKind::Good);
        out.extend(good.map(|sample| (sample.text.clone(), "samples")));
    }
    out
}

/// At most 3 in 100 clean posts may get more than a strength.
#[test]
fn clean_posts_are_left_alone() {
    let sets = sets();
    let mut noisy = Vec::new();
    for (set, active) in in_use() {
        let checker = ready(&active);
        for sort in ["file", "passes", "samples"] {
            let posts = clean_posts(&sets, &set)
                .into_iter()
                .filter(|one| one.1 == sort);
            let (mut n_posts, mut alarms) = (0, Vec::new());
            for (text, _) in posts {
                n_posts += 1;
                let report = looked_at(&checker, &text, SpeakerKind::Brand);
                let first = above(&report).first().map(|one| one.rule.clone());
                alarms.extend(first.map(|rule| format!("{rule} in {text:?}")));
            }
            println!(
                "{}: {} of {n_posts} {sort}: {alarms:#?}",
                set.id,
                alarms.len()
            );
            if alarms.len() * 100 > n_posts * 3 {
                noisy.push(format!("{} in {sort}: {alarms:#?}", set.id));
            }
        }
    }
    assert!(noisy.is_empty(), "{}", noisy.join("\n"));
}

/// The set with what the scene of an example puts into its head; none where it puts nothing there.
fn in_the_head_of(active: &ActiveSet, example: &str) -> Option<Checker> {
    let (scene, _) = Scene::of(example).unwrap();
    let head = scene.head(&active.head).into_owned();
    (head != active.head).then(|| {
        ready(&ActiveSet {
            head,
            ..active.clone()
        })
    })
}

/// Texts that are no examples of the sets; at least 95 in 100 are noticed by the rule they name.
#[test]
fn what_should_be_noticed_is() {
    let in_use: Vec<(String, ActiveSet, Checker)> = in_use()
        .into_iter()
        .map(|(set, active)| {
            let checker = ready(&active);
            (set.id, active, checker)
        })
        .collect();
    let (mut n_texts, mut missed) = (0, Vec::new());
    let lines = include_str!("../../cases/sets/noticed.txt").lines().skip(1);
    for line in lines {
        let fields: Vec<&str> = line.splitn(3, " | ").collect();
        let [id, rule, text] = fields[..] else {
            panic!("{line:?} is not `set | rule | text`");
        };
        let (_, active, checker) = in_use.iter().find(|(one, ..)| one == id).expect(line);
        let text = text.replace("\\n", "\n");
        // a scene may have a head of its own: a name, a topic, a trade
        let with_head = in_the_head_of(active, &text);
        let checker = with_head.as_ref().unwrap_or(checker);
        let report = looked_at(checker, &text, SpeakerKind::Brand);
        n_texts += 1;
        if report.findings.iter().all(|one| one.rule != rule) {
            missed.push(line);
        }
    }
    println!(
        "{} of {n_texts} texts are not noticed: {missed:#?}",
        missed.len()
    );
    assert!(missed.len() * 20 <= n_texts, "{missed:#?}");
}

/// A next step is asked for where somebody waits for one, and nowhere else.
#[test]
fn a_next_step_is_missed_only_where_somebody_waits() {
    let retail = in_use()
        .into_iter()
        .find(|(set, _)| set.id == "retail-service");
    let checker = ready(&retail.unwrap().1);
    let is_missed = |example: &str| {
        let report = looked_at(&checker, example, SpeakerKind::Brand);
        report.findings.iter().any(|one| one.rule == "no-next-step")
    };
    for text in [
        "intent: help\n---\nThat is a nuisance, our team is aware.",
        "intent: answer\nreplying_to: Where is my parcel?\n---\nWe are very busy this week.",
        "intent: help\nreplying_to: It leaks again!\n---\nOh dear. So sorry to hear that 😕",
    ] {
        assert!(is_missed(text), "{text:?}");
    }
    for text in [
        "That is a nuisance, our team is aware.",
        "intent: thank\n---\nHow kind of you to write.",
        "intent: help\n---\nI'll call the depot and write to you by noon.",
        "intent: answer\nreplying_to: When do you open?\n---\nAt nine.",
        "intent: help\nreplying_to: You were great!\n---\nThank you, I have told Marek.",
        "intent: help\nreplying_to: It leaks again!\n---\nOh dear. Which side does it leak on?",
    ] {
        assert!(!is_missed(text), "{text:?}");
    }
}
