//! The sets and the texts that the checks are measured with.
//!
//! Never: measures.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use jiff::Zoned;
use postwright::check::{Checker, Memory, Post, Rules, Voice, compile};
use postwright::guideline::{ActiveSet, Set, SpeakerKind, activate, read_set};
use postwright::platform::{Count, Platform};

use crate::posts::posts;

/// What must not get out.
const CONFIDENTIAL: &str = include_str!("../guidelines/confidential.ron");

/// What the set builds on, the set, and the two overlays.
const SOURCES: [&str; 5] = [
    CONFIDENTIAL,
    include_str!("../guidelines/who-speaks.ron"),
    include_str!("../guidelines/smart-start.ron"),
    include_str!("../guidelines/plain-and-inclusive.ron"),
    include_str!("../guidelines/advocates.ron"),
];

/// Sentences that posts are made of; a few give a finding.
pub(crate) const SENTENCES: [&str; 24] = [
    "Returns now take two minutes at every {}.",
    "We moved the bins to the side door, as you asked.",
    "What should we make easier next?",
    "Thank you for coming out in the rain.",
    "The {} opens at eight from Monday, and the café on Sundays.",
    "I tried the new {} on Tuesday and it jammed twice.",
    "See how it works: https://shop.example/returns",
    "Our world-class team is here. 👩‍👩‍👧",
    "Idea by @lena_walks, and it shows. #OpenDay",
    "The ramp is in, the lamps are new, and the {} stays open.",
    "Nobody told us that the {} was locked until Sam wrote in.",
    "If you have an old {} at home, bring it on Saturday before noon.",
    "It took eleven people, four ladders and one very patient dog.",
    "“You will not find a better {},” said Mrs Okafor, who has seen a few.",
    "We got this wrong in March, and the refund is on its way.",
    "Did the {} help, or would you rather talk to a person?",
    "In order to utilise the {}, please fill out the form in advance.",
    "The chairman of the {} was asked twice and answered once.",
    "There are 14 places left, so don’t wait too long.",
    "My colleague Priya wrote down how she repaired the {}: shop.example/how",
    "Really, it is very simple and it just works.",
    "Parking is free after six; the number 9 stops in front of the {}.",
    "Tell us on Friday what you think, and we will change what we can.",
    "Every {} that we mend is one that nobody throws away.",
];

/// Smart-start and both overlays as they stand in their files, with a set of `n` more phrases where
/// that is not 0.
pub(crate) fn sources(n: usize) -> Vec<String> {
    let mut sources = SOURCES.map(str::to_owned).to_vec();
    if n > 0 {
        let listed: String = phrases(n).fold(String::new(), |mut list, phrase| {
            write!(list, "{phrase:?}, ").unwrap();
            list
        });
        sources.push(format!(
            "(format: 1, id: \"more\", name: \"More\", rules: [\
             (id: \"more\", level: Nudge, find: AnyOf([{listed}]), says: \"x.\")])"
        ));
    }
    sources
}

/// Reads the files and lays them over one another.
pub(crate) fn laid(sources: &[String]) -> ActiveSet {
    let read = |source: &String| read_set(source).unwrap().set;
    let sets: Vec<Set> = sources.iter().map(read).collect();
    let overlays: Vec<&Set> = sets.iter().skip(3).collect();
    let named = |id: &str| sets.iter().find(|set| set.id == id);
    activate(&sets[2], &overlays, &named).unwrap()
}

/// The rules about confidential matters by themselves.
pub(crate) fn confidential() -> ActiveSet {
    let set = read_set(CONFIDENTIAL).unwrap().set;
    activate(&set, &[], &|_| None).unwrap()
}

/// Phrases that no post holds; seven of ten are one word, and many begin with a word of the posts.
pub(crate) fn phrases(n: usize) -> impl Iterator<Item = String> {
    let words: Vec<&str> = SENTENCES.iter().flat_map(|all| all.split(' ')).collect();
    (0..n).map(move |n| match n % 10 {
        0..=6 => format!("term{n}"),
        7 | 8 => format!("term{n} phrase{}", n % 7),
        _ => format!("{} term{n} and more", words[n % words.len()]),
    })
}

/// Gets a set ready; all of it must be usable.
pub(crate) fn checker(set: &ActiveSet) -> Checker {
    let (checker, faults) = compile(set);
    assert!(faults.is_empty(), "{faults:?}");
    checker
}

/// A post with its count, which is not part of the check.
pub(crate) struct Case {
    pub(crate) text: String,
    count: Count,
}

/// So many posts of a length, counted.
pub(crate) fn cases((n_chars, n_posts): (usize, usize), platform: &Platform) -> Vec<Case> {
    let counted = |text: String| Case {
        count: platform.count(&text),
        text,
    };
    let texts = posts(&SENTENCES, n_chars, n_posts);
    texts.into_iter().map(counted).collect()
}

/// Checks one post, and returns how many findings it has.
pub(crate) fn look(checker: &Checker, case: &Case, platform: &Platform, now: &Zoned) -> usize {
    let post = post(&case.text, &case.count, platform, now);
    black_box(checker.check(&post, &|| false)).findings.len()
}

/// Checks a text that was edited, with a memory of the text before.
pub(crate) fn look_again(
    checker: &Checker,
    memory: &mut Memory,
    text: &str,
    platform: &Platform,
    now: &Zoned,
) -> usize {
    let count = platform.count("");
    let post = post(text, &count, platform, now);
    let report = checker.check_again(memory, Rules::default(), &post, &|| false, &|| {
        Duration::ZERO
    });
    black_box(report).findings.len()
}

fn post<'a>(text: &'a str, count: &'a Count, platform: &'a Platform, now: &'a Zoned) -> Post<'a> {
    Post {
        text,
        platform,
        count,
        speaker: SpeakerKind::Brand,
        voice: Voice::default(),
        intent: None,
        replying_to: None,
        recent: &[],
        now,
    }
}

/// A platform on which all of the texts fit.
pub(crate) fn roomy() -> Platform {
    Platform {
        limit: Some(200_000),
        ..Platform::default()
    }
}
