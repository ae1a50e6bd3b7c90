//! How long counting and splitting take, method by method, and how they grow with the text.
//!
//! `cargo bench --bench count`; no post is looked at twice in a row.
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

mod posts;

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use postwright::platform::{Counting, Numbering, Platform, Split, split};

use crate::posts::posts;

/// As long as a post on X, on LinkedIn and on Facebook may be.
const SIZES: [usize; 3] = [280, 3_000, 63_000];

const METHODS: [Counting; 9] = [
    Counting::X,
    Counting::Mastodon,
    Counting::Bluesky,
    Counting::BlueskyApi,
    Counting::Threads,
    Counting::Graphemes,
    Counting::Scalars,
    Counting::Utf16,
    Counting::Bytes,
];

/// Sentences that posts are made of, with what counters look at.
const SENTENCES: [&str; 12] = [
    "Returns now take two minutes at every desk.",
    "We moved the bins to the side door, as you asked.",
    "What should we make easier next?",
    "The café on the corner opens on Sundays, naïve as that is.",
    "See how it works: https://shop.example/returns?from=post&to=you",
    "Our world-class team is here. 👩‍👩‍👧 👍🏽 🇫🇷",
    "Idea by @lena_walks@social.example, and it shows. #OpenDay",
    "新しい窓口は二分で終わります。",
    "Двери открыты с восьми утра.",
    "“As you said,” she wrote, “it is only a door.”",
    "Read README.md or shop.example/a_(b) first.",
    "The ramp is in, the lamps are new, and the gate stays open.",
];

/// How many posts of a length take turns.
fn n_posts(n_chars: usize) -> usize {
    if n_chars > 10_000 { 13 } else { 97 }
}

fn platform(counting: Counting, limit: u32) -> Platform {
    Platform {
        counting,
        limit: Some(limit),
        ..Platform::default()
    }
}

/// The time of one call, for the ratio that is printed: the best of some rounds.
fn best_time(posts: &[String], work: &mut dyn FnMut(&str)) -> Duration {
    let rounds = (0..7).map(|_| {
        let start = Instant::now();
        for text in posts {
            work(text);
        }
        start.elapsed() / u32::try_from(posts.len()).unwrap()
    });
    rounds.min().unwrap()
}

/// Measures one method at every size, and returns a line with its growth.
fn measured(c: &mut Criterion, name: &str, work: &mut dyn FnMut(&str)) -> String {
    let mut group = c.benchmark_group(name);
    let mut times = Vec::new();
    for n_chars in SIZES {
        let posts = posts(&SENTENCES, n_chars, n_posts(n_chars));
        let mut next = posts.iter().cycle();
        group.throughput(Throughput::Elements(n_chars as u64));
        group.bench_function(BenchmarkId::from_parameter(n_chars), |b| {
            b.iter(|| work(next.next().unwrap()));
        });
        times.push(best_time(&posts, work));
    }
    group.finish();
    let growth = times[2].as_secs_f64() / times[1].as_secs_f64();
    format!("{name}: {times:?}, 63,000 characters take {growth:.1} times as long as 3,000")
}

fn count(c: &mut Criterion) {
    let mut report = String::new();
    for counting in METHODS {
        let platform = platform(counting, 280);
        let name = format!("count {counting:?}");
        let line = measured(c, &name, &mut |text| {
            black_box(platform.count(black_box(text)));
        });
        writeln!(report, "{line}").unwrap();
    }
    let how = Split {
        numbering: Numbering::End,
        signature: "\n– Brightside",
        ..Split::default()
    };
    for (counting, limit) in [
        (Counting::X, 280),
        (Counting::Mastodon, 500),
        (Counting::Bluesky, 300),
        (Counting::Utf16, 3_000),
    ] {
        let platform = platform(counting, limit);
        let line = measured(c, &format!("split {counting:?}"), &mut |text| {
            black_box(split(black_box(text), &platform, &how));
        });
        writeln!(report, "{line}").unwrap();
    }
    println!("\n{report}at most 25 is what is aimed at; 21 is linear");
}

/// As `count --jsonl` does it: a JSON object in, a count out, for 100,000 posts.
fn lines(c: &mut Criterion) {
    let posts = posts(&SENTENCES, 280, n_posts(280));
    let lines: Vec<String> = (0..100_000_usize)
        .map(|n| {
            let text = &posts[n % posts.len()];
            serde_json::json!({"platform": n % 3, "text": format!("{n} {text}")}).to_string()
        })
        .collect();
    let platforms = [Counting::X, Counting::Mastodon, Counting::Bluesky]
        .map(|counting| platform(counting, 280));
    let mut group = c.benchmark_group("count --jsonl");
    group.sample_size(10);
    group.throughput(Throughput::Elements(lines.len() as u64));
    group.bench_function("100,000 posts, one core", |b| {
        b.iter(|| {
            for line in &lines {
                let line: serde_json::Value = serde_json::from_str(line).unwrap();
                let at = usize::try_from(line["platform"].as_u64().unwrap()).unwrap();
                let platform = &platforms[at];
                let count = platform.count(line["text"].as_str().unwrap());
                black_box(serde_json::to_string(&count.receipt).unwrap());
            }
        });
    });
    group.finish();
}

criterion_group!(benches, count, lines);
criterion_main!(benches);
