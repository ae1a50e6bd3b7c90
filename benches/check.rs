//! How long a check takes: smart-start and both overlays alone and with up to 100,000 more phrases,
//! beside the bare token pass of the same run, and how the figures compare.
//!
//! `cargo bench --bench check` measures and prints a table; `-- table` prints the table alone,
//! `-- rules` what each rule adds to a check and to the loading of its set; `-- keys` what a key costs
//! in a document; `-- peers FOLDER` is a
//! part of `benches/peers/run`. No post is looked at twice in a row: more than a thousand of each
//! length take turns.
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

mod peers;
mod posts;
mod sets;

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};
use jiff::Zoned;
use postwright::check::Memory;
use postwright::guideline::{ActiveRule, ActiveSet};
use postwright::text::{PhraseMap, Token, entities, sentences, tokens};

use crate::posts::posts;
use crate::sets::{
    SENTENCES, cases, checker, confidential, laid, look, look_again, phrases, roomy, sources,
};

/// A short post, a long one, and a document, in characters, with how many of each take turns.
const SIZES: [(usize, usize); 3] = [(280, 1_009), (3_000, 1_009), (100_000, 31)];
/// How many phrases are added.
const PHRASES: [usize; 4] = [0, 1_000, 10_000, 100_000];

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

fn check(c: &mut Criterion) {
    let (platform, now) = (roomy(), Zoned::default());
    for n_phrases in PHRASES {
        let checker = checker(&laid(&sources(n_phrases)));
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
    for (n_chars, n_posts) in SIZES {
        let posts = posts(&SENTENCES, n_chars, n_posts);
        let works: [(&str, Work); 3] = [
            ("tokens", |text| tokens(text).len()),
            ("entities", |text| entities(text).len()),
            ("sentences", |text| sentences(text).len()),
        ];
        for (name, work) in works {
            let mut next = posts.iter().cycle();
            group.bench_function(BenchmarkId::new(name, n_chars), |b| {
                b.iter(|| black_box(work(next.next().unwrap())));
            });
        }
    }
    group.finish();
}

fn set_up(c: &mut Criterion) {
    let mut group = c.benchmark_group("load a set");
    group.sample_size(10);
    for n_phrases in PHRASES {
        let sources = sources(n_phrases);
        group.bench_function(BenchmarkId::from_parameter(n_phrases), |b| {
            b.iter(|| black_box(checker(&laid(&sources))));
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
        let checker = checker(&laid(&sources(n)));
        let whole = best_time(&cases, &mut |case| {
            look(&checker, case, &platform, &now);
        });
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

/// What a set costs before it looks at anything, as a line of the table.
fn line_of_set(n: usize, report: &mut String) {
    let sources = [sources(n)];
    let read = best_time(&sources, &mut |sources| drop(black_box(laid(sources))));
    let sets = [laid(&sources[0])];
    let ready = best_time(&sets, &mut |set| drop(black_box(checker(set))));
    let n_rules = checker(&sets[0]).n_rules();
    writeln!(
        report,
        "{n_rules} rules with {n} more phrases: loaded in {:?} (read {read:?}, ready {ready:?}), {}",
        read + ready,
        memory_of(n),
    )
    .unwrap();
}

/// How much memory a set takes when it is ready. A process of its own finds out, because what this
/// one has given back would hide it.
fn memory_of(n: usize) -> String {
    let said = std::env::current_exe()
        .and_then(|me| Command::new(me).args(["memory", &n.to_string()]).output())
        .map(|done| String::from_utf8_lossy(&done.stdout).trim().to_owned())
        .unwrap_or_default();
    if said.is_empty() {
        return "memory not known on this system".to_owned();
    }
    said
}

/// What the process holds before and after some copies of a set; only Linux tells.
fn print_memory(n: usize) {
    let held = || {
        let status = std::fs::read_to_string("/proc/self/status").ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    let set = laid(&sources(n));
    let before = held();
    let copies: Vec<_> = (0..4).map(|_| checker(&set)).collect();
    let after = held();
    if let (Some(before), Some(after)) = (before, after) {
        let each = after.saturating_sub(before) / copies.len() as u64;
        println!("{:.1} MB", each as f64 / 1024.0);
    }
    drop(black_box(copies));
}

/// What each rule costs: a set of that rule alone, beside one of none.
fn print_rules() {
    let (platform, now) = (roomy(), Zoned::default());
    let whole = laid(&sources(0));
    let cases = cases((3_000, 101), &platform);
    let cost = |rules: Vec<ActiveRule>| {
        let set = [ActiveSet {
            rules,
            ..whole.clone()
        }];
        let ready = best_time(&set, &mut |set| drop(black_box(checker(set))));
        let alone = checker(&set[0]);
        let check = best_time(&cases, &mut |case| {
            look(&alone, case, &platform, &now);
        });
        (ready, check)
    };
    let (no_ready, no_check) = cost(Vec::new());
    println!("no rule: ready in {no_ready:?}, 3,000 characters in {no_check:?}; on top of that");
    for rule in &whole.rules {
        let (ready, check) = cost(vec![rule.clone()]);
        println!(
            "{:>12?} {:>12?}  {} ({})",
            ready.saturating_sub(no_ready),
            check.saturating_sub(no_check),
            rule.rule.id,
            rule.rule.find.name(),
        );
    }
}

/// What a key costs in a document: a letter is typed in one place of it after the other.
fn line_of_keys(report: &mut String) {
    let (platform, now) = (roomy(), Zoned::default());
    let checker = checker(&laid(&sources(0)));
    let size = (100_000, 5);
    let documents = posts(&SENTENCES, size.0, size.1);
    let (mut again, mut anew) = (Duration::MAX, Duration::MAX);
    for mut text in documents {
        let mut memory = Memory::default();
        look_again(&checker, &mut memory, &text, &platform, &now);
        for n in 0..40 {
            let place = text.floor_char_boundary(text.len() / 41 * (n + 1));
            text.insert(place, 'a');
            let start = Instant::now();
            look_again(&checker, &mut memory, &text, &platform, &now);
            again = again.min(start.elapsed());
            let start = Instant::now();
            look_again(&checker, &mut Memory::default(), &text, &platform, &now);
            anew = anew.min(start.elapsed());
        }
    }
    let times = anew.as_secs_f64() / again.as_secs_f64().max(1e-9);
    writeln!(
        report,
        "a key in {} characters: {again:?}, a look at all of them {anew:?}, {times:.1} times as much",
        size.0
    )
    .unwrap();
}

/// What the rules about confidential matters cost: a set of them alone, beside one of none.
fn line_of_confidential(size: (usize, usize), report: &mut String) {
    let (platform, now) = (roomy(), Zoned::default());
    let set = confidential();
    let none = ActiveSet {
        rules: Vec::new(),
        ..set.clone()
    };
    let cases = cases(size, &platform);
    let cost = |set: &ActiveSet| {
        let alone = checker(set);
        best_time(&cases, &mut |case| {
            look(&alone, case, &platform, &now);
        })
    };
    let (with, without) = (cost(&set), cost(&none));
    writeln!(
        report,
        "confidentiality alone, {} characters: {:?} on top of {without:?}",
        size.0,
        with.saturating_sub(without),
    )
    .unwrap();
}

fn print_table() {
    let mut report = String::new();
    for n in PHRASES {
        line_of_set(n, &mut report);
    }
    for size in SIZES {
        lines_of(size, &mut report);
    }
    for size in SIZES {
        line_of_confidential(size, &mut report);
    }
    line_of_keys(&mut report);
    println!("\n{report}");
    println!(
        "aimed at: 280 characters in 50 µs, 3,000 in 300 µs, 100,000 in 10 ms; 100,000 phrases at \
         most 1.5 times 1,000; the phrase stage at most 3 times the token pass; a set in 10 ms"
    );
}

criterion_group!(benches, text, set_up, check);

fn main() {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["table"] => print_table(),
        ["rules"] => print_rules(),
        ["confidential"] => {
            let mut report = String::new();
            for size in SIZES {
                line_of_confidential(size, &mut report);
            }
            print!("{report}");
        }
        ["keys"] => {
            let mut report = String::new();
            line_of_keys(&mut report);
            print!("{report}");
        }
        ["peers", folder] => peers::measure(folder.as_ref()),
        ["memory", n] => print_memory(n.parse().unwrap()),
        other => {
            if other.is_empty() {
                print_table();
            }
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}
