//! How long a check takes: smart-start alone and with up to 100,000 more phrases, beside the bare
//! token pass of the same run, and how the figures compare.
//!
//! `cargo bench --bench check` measures and prints a table; `-- table` prints the table alone. No
//! post is looked at twice in a row: more than a thousand of each length take turns.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::allow_attributes,
    missing_docs,
    reason = "a benchmark that cannot start may panic, and it reads the clock"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jiff::Zoned;
use postwright::check::{Checker, Post, Voice, compile};
use postwright::guideline::{ActiveSet, Set, SpeakerKind, activate, read_set};
use postwright::platform::{Count, Platform};
use postwright::text::{PhraseMap, Token, entities, sentences, tokens};

/// A short post, a long one, and a document, in characters, with how many of each take turns.
const SIZES: [(usize, usize); 3] = [(280, 1_009), (3_000, 1_009), (100_000, 31)];
/// How many phrases are added.
const PHRASES: [usize; 4] = [0, 1_000, 10_000, 100_000];

/// Sentences that posts are made of; a few give a finding.
const SENTENCES: [&str; 10] = [
    "Returns now take two minutes at every desk.",
    "We moved the bins to the side door, as you asked.",
    "What should we make easier next?",
    "Thank you for coming out in the rain.",
    "The library opens at eight from Monday, and the café on Sundays.",
    "I tried the new label on Tuesday and it jammed twice.",
    "See how it works: https://shop.example/returns",
    "Our world-class team is here. 👩‍👩‍👧",
    "Idea by @lena_walks, and it shows. #OpenDay",
    "The ramp is in, the lamps are new, and the gate stays open.",
];

/// Posts of `n_chars` characters, each with other words.
fn posts(n_chars: usize, n_posts: usize) -> Vec<String> {
    (0..n_posts)
        .map(|n| {
            let mut text = format!("Post {n}. ");
            let mut left = n_chars.saturating_sub(text.chars().count());
            let mut at = n;
            while left > 0 {
                let sentence = SENTENCES.get(at % SENTENCES.len()).unwrap();
                let end = if at.is_multiple_of(5) { '\n' } else { ' ' };
                let piece: String = format!("{sentence}{end}").chars().take(left).collect();
                left -= piece.chars().count();
                text.push_str(&piece);
                at += 1 + n % 3;
            }
            text
        })
        .collect()
}

/// Smart-start with `n` more phrases in one rule.
fn set(n: usize) -> ActiveSet {
    let base = read_set(include_str!("../guidelines/smart-start.ron")).unwrap();
    if n == 0 {
        return activate(&base.set, &[], &|_| None).unwrap();
    }
    let listed: String = phrases(n).fold(String::new(), |mut list, phrase| {
        write!(list, "{phrase:?}, ").unwrap();
        list
    });
    let more = read_set(&format!(
        "(format: 1, id: \"more\", name: \"More\", rules: [\
         (id: \"more\", level: Nudge, find: AnyOf([{listed}]), says: \"x.\")])"
    ))
    .unwrap();
    let overlays: [&Set; 1] = [&more.set];
    activate(&base.set, &overlays, &|_| None).unwrap()
}

/// Phrases that no post holds; seven of ten are one word, and many begin with a word of the posts.
fn phrases(n: usize) -> impl Iterator<Item = String> {
    let words: Vec<&str> = SENTENCES.iter().flat_map(|all| all.split(' ')).collect();
    (0..n).map(move |n| match n % 10 {
        0..=6 => format!("term{n}"),
        7 | 8 => format!("term{n} phrase{}", n % 7),
        _ => format!("{} term{n} and more", words[n % words.len()]),
    })
}

fn checker(set: &ActiveSet) -> Checker {
    let (checker, faults) = compile(set);
    assert!(faults.is_empty(), "{faults:?}");
    checker
}

/// The time of one call, the posts taking turns: the mean over all posts of the best of some rounds,
/// so that what else the machine does counts little.
fn best_time<T>(items: &[T], work: &mut dyn FnMut(&T)) -> Duration {
    let mut best = vec![Duration::MAX; items.len()];
    for _ in 0..7 {
        for (item, best) in items.iter().zip(&mut best) {
            let start = Instant::now();
            work(item);
            *best = start.elapsed().min(*best);
        }
    }
    best.iter().sum::<Duration>() / u32::try_from(items.len()).unwrap()
}

/// A post with its count, which is not part of the check.
struct Case {
    text: String,
    count: Count,
}

fn cases((n_chars, n_posts): (usize, usize), platform: &Platform) -> Vec<Case> {
    let counted = |text: String| Case {
        count: platform.count(&text),
        text,
    };
    posts(n_chars, n_posts).into_iter().map(counted).collect()
}

fn look(checker: &Checker, case: &Case, platform: &Platform, now: &Zoned) {
    let post = Post {
        text: &case.text,
        platform,
        count: &case.count,
        speaker: SpeakerKind::Brand,
        voice: Voice::default(),
        intent: None,
        replying_to: None,
        recent: &[],
        now,
    };
    black_box(checker.check(&post, &|| false));
}

fn roomy() -> Platform {
    Platform {
        limit: Some(200_000),
        ..Platform::default()
    }
}

fn check(c: &mut Criterion) {
    let (platform, now) = (roomy(), Zoned::default());
    for n_phrases in PHRASES {
        let checker = checker(&set(n_phrases));
        let mut group = c.benchmark_group(format!("check with {n_phrases} phrases"));
        for size in SIZES {
            let cases = cases(size, &platform);
            let mut next = cases.iter().cycle();
            group.throughput(Throughput::Elements(size.0 as u64));
            group.bench_function(BenchmarkId::from_parameter(size.0), |b| {
                b.iter(|| look(&checker, next.next().unwrap(), &platform, &now));
            });
        }
        group.finish();
    }
}

/// Work on a text, and how much came of it.
type Work = fn(&str) -> usize;

fn text(c: &mut Criterion) {
    let mut group = c.benchmark_group("text");
    for size in SIZES {
        let posts = posts(size.0, size.1);
        let works: [(&str, Work); 3] = [
            ("tokens", |text| tokens(text).len()),
            ("entities", |text| entities(text).len()),
            ("sentences", |text| sentences(text).len()),
        ];
        for (name, work) in works {
            let mut next = posts.iter().cycle();
            group.bench_function(BenchmarkId::new(name, size.0), |b| {
                b.iter(|| black_box(work(next.next().unwrap())));
            });
        }
    }
    group.finish();
}

fn set_up(c: &mut Criterion) {
    let mut group = c.benchmark_group("get a set ready");
    group.sample_size(10);
    for n_phrases in PHRASES {
        let set = set(n_phrases);
        group.bench_function(BenchmarkId::from_parameter(n_phrases), |b| {
            b.iter(|| black_box(checker(&set)));
        });
    }
    group.finish();
}

/// What one size costs, as lines of the table.
fn lines_of(size: (usize, usize), report: &mut String) {
    let (platform, now) = (roomy(), Zoned::default());
    let cases = cases(size, &platform);
    let with_tokens: Vec<(&str, Vec<Token>)> = cases
        .iter()
        .map(|case| (case.text.as_str(), tokens(&case.text)))
        .collect();
    let bare = best_time(&cases, &mut |case| drop(black_box(tokens(&case.text))));
    let other = best_time(&cases, &mut |case| {
        black_box((entities(&case.text), sentences(&case.text)));
    });
    writeln!(
        report,
        "{} characters: tokens {bare:?}, entities and sentences {other:?}",
        size.0
    )
    .unwrap();
    let mut with_1000 = Duration::ZERO;
    for n in PHRASES {
        let checker = checker(&set(n));
        let whole = best_time(&cases, &mut |case| look(&checker, case, &platform, &now));
        let listed: Vec<String> = phrases(n).collect();
        let map = PhraseMap::new(listed.iter().map(|phrase| (phrase.as_str(), 0)));
        let stage = best_time(&with_tokens, &mut |(text, tokens)| {
            black_box(map.find(text, tokens));
        });
        if n == 1_000 {
            with_1000 = whole;
        }
        let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64().max(1e-9);
        let (of_bare, of_1000) = (ratio(bare + stage, bare), ratio(whole, with_1000));
        let grown = if n > 1_000 {
            format!(", {of_1000:.2} times the check with 1,000")
        } else {
            String::new()
        };
        writeln!(
            report,
            "  {n} phrases: check {whole:?}{grown}; phrase stage {stage:?}, with its tokens \
             {of_bare:.2} times the bare token pass",
        )
        .unwrap();
    }
}

fn table(_: &mut Criterion) {
    let mut report = String::new();
    for size in SIZES {
        lines_of(size, &mut report);
    }
    for n in PHRASES {
        let sets = [set(n)];
        let time = best_time(&sets, &mut |set| drop(black_box(checker(set))));
        writeln!(report, "set with {n} more phrases, ready in {time:?}").unwrap();
    }
    println!("\n{report}");
    println!(
        "aimed at: 280 characters in 50 µs, 3,000 in 300 µs, 100,000 in 10 ms; 100,000 phrases at \
         most 1.5 times 1,000; the phrase stage at most 3 times the token pass; a set in 10 ms"
    );
}

criterion_group!(benches, table, text, set_up, check);
criterion_main!(benches);
