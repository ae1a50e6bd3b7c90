//! The guideline for guidelines: small sets with one flaw each, and their clean twins.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use postwright::check::compile;
use postwright::check::lint::{Bench, Linted, Tally, lint};
use postwright::guideline::{activate, read_set};

use crate::guidelines::checked;

/// Lints a set on 21 November 2026; `posts` are old ones.
fn linted(source: &str, posts: &[&str], elapsed: &dyn Fn() -> Duration) -> Linted {
    let read = read_set(source).unwrap_or_else(|fault| panic!("{fault}\n{source}"));
    let active = activate(&read.set, &[], &|_| None).unwrap();
    let (checker, set_aside) = compile(&active);
    let mut faults = read.faults;
    faults.extend(set_aside);
    let mut tally = Tally::default();
    for post in posts {
        tally.add(&checked(&checker, post));
    }
    lint(&Bench {
        active: &active,
        checker: &checker,
        faults: &faults,
        tally: (!posts.is_empty()).then_some(&tally),
        today: "2026-11-21".parse::<Date>().unwrap(),
        elapsed,
    })
}

fn still() -> Duration {
    Duration::ZERO
}

/// The notes as a case writes them: `no-why a`, or `no-owner` for the whole set.
fn named(linted: &Linted) -> Vec<String> {
    let name = |note: &postwright::guideline::lint::Note| {
        let rule = note.rule.as_deref().unwrap_or_default();
        format!("{} {rule}", note.check).trim().to_owned()
    };
    let mut names: Vec<String> = linted.notes.iter().map(name).collect();
    names.sort();
    names
}

/// A set out of a head and rules; what the head leaves out is filled in.
fn set(head: &str, rules: &str) -> String {
    let fill = |field: &str, text: &str| {
        let is_there = head.contains(&format!("{field}:"));
        if is_there {
            String::new()
        } else {
            format!("{text}, ")
        }
    };
    let id = if head.starts_with("id:") {
        ""
    } else {
        "id: \"case\", "
    };
    let values = fill("values", "values: [(id: \"v\", words: \"Be real\")]");
    format!("(format: 1, {id}name: \"Case\", {values}{head}\n, rules: [\n{rules}\n])")
        .replace(", \n,", ",")
}

/// Each case: `notes:` with what must be noted, perhaps `head:`, then `---` and the rules.
#[test]
fn each_flaw_has_its_note_and_clean_sets_have_none() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint");
    let mut wrong = Vec::new();
    let mut n_cases = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (top, rules) = text.split_once("---\n").expect("a case has rules");
        let field = |name: &str| top.lines().find_map(|line| line.strip_prefix(name));
        let notes = field("notes:").expect("a case says its notes").trim();
        let mut expect: Vec<&str> = notes.split(", ").filter(|note| !note.is_empty()).collect();
        expect.sort_unstable();
        let head = field("head:").unwrap_or("owner: (name: \"Dana\"), review_by: \"2027-06-30\"");
        let head = head.trim();
        let found = named(&linted(&set(head, rules), &[], &still));
        let is_quiet = path
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .starts_with("quiet_");
        assert!(is_quiet || !expect.is_empty(), "{}", path.display());
        if found != expect {
            wrong.push(format!("{}: {found:?}, not {expect:?}", path.display()));
        }
        n_cases += 1;
    }
    assert!(n_cases > 60, "{n_cases} cases");
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn a_note_says_where_why_and_what_instead_and_never_scolds() {
    let source = set(
        "",
        "(id: \"a\", level: Hold, find: AnyOf([\"salary\"]), says: \"x\"),",
    );
    let linted = linted(&source, &["My salary.", "Your salary."], &still);
    assert!(linted.notes.len() >= 6, "{:#?}", linted.notes);
    for note in &linted.notes {
        let line = if note.rule.is_some() { 2 } else { 1 };
        assert_eq!(note.place.line, line, "{note:?}");
        let words = format!("{} {} {}", note.says, note.why, note.instead);
        assert!(
            note.says.ends_with('.') && note.why.ends_with('.'),
            "{words}"
        );
        assert!(note.instead.ends_with('.'), "{words}");
        for word in [
            "error",
            "violation",
            "forbidden",
            "bad ",
            "wrong",
            "must not",
        ] {
            assert!(!words.to_lowercase().contains(word), "{words}");
        }
    }
}

#[test]
fn rules_that_never_fire_and_rules_that_always_do_are_noted() {
    let rule = |id: &str, level: &str, word: &str| {
        format!("(id: {id:?}, level: {level}, find: AnyOf([{word:?}]), says: \"x\"),\n")
    };
    let rules = [
        rule("dead", "Nudge", "nowhere"),
        rule("noisy", "Nudge", "we"),
        rule("edge", "Nudge", "three"),
        rule("praise", "Strength", "open"),
    ];
    let mut posts = vec!["We are open three days."; 3];
    posts.extend(["We are open."; 7]);
    let names = named(&linted(&set("", &rules.concat()), &posts, &still));
    let of_posts: Vec<&String> = names
        .iter()
        .filter(|name| name.starts_with("dead-") || name.starts_with("noisy-"))
        .collect();
    // three of ten are not more than 30 percent, and a strength is never noise
    assert_eq!(of_posts, ["dead-rule dead", "noisy-rule noisy"]);
}

#[test]
fn a_pattern_that_takes_long_is_named_and_a_quick_one_is_not() {
    let rules = r#"(id: "slow", level: Nudge, find: Pattern(r"(?:a[^x]{1,60}){1,12}z"), says: "x"),
        (id: "quick", level: Nudge, find: Pattern(r"(?i)\bfacebook\.com/\w+"), says: "x"),"#;
    let start = Instant::now();
    // a slow machine in a slow build: time counts tenfold for this test
    let elapsed = || start.elapsed() * 4;
    let names = named(&linted(&set("", rules), &[], &elapsed));
    assert!(names.contains(&"slow-pattern slow".to_owned()), "{names:?}");
    assert!(
        !names.contains(&"slow-pattern quick".to_owned()),
        "{names:?}"
    );
}

#[test]
fn a_thousand_rules_are_looked_at_in_bounded_work() {
    let rule = |n: usize| {
        let (word, twin) = (format!("word{n}"), format!("word{}", (n + 1) % 1000));
        format!(
            "(id: \"r{n}\", level: Nudge, find: Swap({{{word:?}: {twin:?}}}), says: \"x\", why: \"y\", \
             instead: \"Say z.\", examples: (flags: [\"A {word}.\"], passes: [\"A day.\"])),\n"
        )
    };
    let rules: String = (0..1000).map(rule).collect();
    let began = Instant::now();
    let linted = linted(&set("", &rules), &["A word5 day."], &still);
    let took = began.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
    let n = |check: &str| {
        linted
            .notes
            .iter()
            .filter(|note| note.check == check)
            .count()
    };
    assert_eq!((n("many-rules"), n("dead-rule")), (1, 999));
    assert!(n("fix-loop") >= 1);
}

#[test]
fn many_twins_are_looked_at_in_bounded_work() {
    let pairs: Vec<String> = (0..20_000)
        .map(|n| format!("\"word{n}\": \"twin{n}\""))
        .collect();
    let rules = format!(
        "(id: \"a\", level: Nudge, find: Swap({{{}}}), says: \"x\"),",
        pairs.join(", ")
    );
    let began = Instant::now();
    let found = named(&linted(&set("", &rules), &[], &still));
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "{:?}",
        began.elapsed()
    );
    assert!(
        !found.iter().any(|name| name.starts_with("fix-loop")),
        "{found:?}"
    );
}
