//! How long a check takes: smart-start with more phrases, beside the bare token pass.
//!
//! `cargo bench --bench check`; no post is looked at twice in a row.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::allow_attributes,
    missing_docs,
    reason = "a benchmark that cannot start may panic"
)]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jiff::Zoned;
use postwright::check::{Checker, Post, compile};
use postwright::guideline::{Set, SpeakerKind, activate, read_set};
use postwright::platform::{Count, Platform};
use postwright::text::tokens;

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

/// Posts of about `n_chars` characters, each with other words.
fn posts(n_chars: usize) -> Vec<String> {
    (0..97_usize)
        .map(|n| {
            let mut text = format!("Post {n}. ");
            let mut at = n;
            while text.chars().count() < n_chars {
                text.push_str(SENTENCES.get(at % SENTENCES.len()).unwrap());
                text.push(if at % 5 == 0 { '\n' } else { ' ' });
                at += 1 + n % 3;
            }
            text.chars().take(n_chars).collect()
        })
        .collect()
}

/// Smart-start with `n` more phrases.
fn checker(n: usize) -> Checker {
    let base = read_set(include_str!("../guidelines/smart-start.ron")).unwrap();
    let mut phrases = String::new();
    for number in 0..n {
        write!(phrases, "\"word{number} phrase{}\", ", number % 7).unwrap();
    }
    let more = read_set(&format!(
        "(format: 1, id: \"more\", name: \"More\", rules: [\
         (id: \"more\", level: Nudge, find: AnyOf([{phrases}]), says: \"x.\")])"
    ))
    .unwrap();
    let overlays: [&Set; 1] = [&more.set];
    let (checker, faults) = compile(&activate(&base.set, &overlays, &|_| None).unwrap());
    assert!(faults.is_empty(), "{faults:?}");
    checker
}

fn check(c: &mut Criterion) {
    let platform = Platform {
        limit: Some(5000),
        ..Platform::default()
    };
    let now = Zoned::default();
    for n_phrases in [1_000, 100_000] {
        let checker = checker(n_phrases);
        let mut group = c.benchmark_group(format!("check with {n_phrases} phrases"));
        for n_chars in [280, 3_000] {
            let posts: Vec<(String, Count)> = posts(n_chars)
                .into_iter()
                .map(|text| (text.clone(), platform.count(&text)))
                .collect();
            let mut next = posts.iter().cycle();
            group.throughput(Throughput::Bytes(n_chars as u64));
            group.bench_function(BenchmarkId::from_parameter(n_chars), |b| {
                b.iter(|| {
                    let (text, count) = next.next().unwrap();
                    let post = Post {
                        text,
                        platform: &platform,
                        count,
                        speaker: SpeakerKind::Brand,
                        intent: None,
                        replying_to: None,
                        recent: &[],
                        now: &now,
                    };
                    black_box(checker.check(&post, &|| false))
                });
            });
        }
        group.finish();
    }
}

fn token_pass(c: &mut Criterion) {
    let mut group = c.benchmark_group("token pass");
    for n_chars in [280, 3_000] {
        let posts = posts(n_chars);
        let mut next = posts.iter().cycle();
        group.bench_function(BenchmarkId::from_parameter(n_chars), |b| {
            b.iter(|| black_box(tokens(next.next().unwrap())));
        });
    }
    group.finish();
}

criterion_group!(benches, token_pass, check);
criterion_main!(benches);
