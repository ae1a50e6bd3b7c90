//! What must not get out: posts that hold it and posts that do not, each with what it is.
//! `cargo test leaks -- --nocapture` prints how much of each category is found.

mod clean;
mod leaky;

use std::collections::BTreeMap;

use data_encoding::BASE64;
use postwright::check::Checker;
use postwright::guideline::Level;

use crate::guidelines::checked_on;
use crate::sets;

/// A category of the posts: its name in the file, the rules that find it, and which part of it they
/// find at least, in percent. One whose rules are still to come has none.
const CATEGORIES: &[(&str, &[&str], usize)] = &[
    ("secret", &["secret"], 97),
    ("pii_card", &["card-number"], 90),
    ("pii_iban", &["bank-account"], 90),
    ("pii_gov_id", &["national-id"], 90),
    ("pii_email", &["someones-email"], 90),
    ("pii_phone", &["someones-phone"], 90),
    ("internal_host", &["internal-address"], 90),
    ("ticket_id", &["ticket-numbers"], 90),
    ("code_name", &["code-names", "project-names"], 90),
    (
        "embargo_unannounced",
        &["not-for-outside", "client-wording"],
        90,
    ),
    ("financial_guidance", &["figures-to-come"], 90),
    ("health_info", &["someones-health"], 90),
    (
        "confidential_business",
        &["not-for-outside", "client-wording"],
        90,
    ),
    ("pii_address", &["postal-address"], 90),
    ("client_name", &["silent-clients", "client-wording"], 90),
    ("people_move", &["people-moves"], 90),
];

/// At most so many of a hundred harmless posts may be found.
const FALSE_ALARMS: usize = 2;

/// One post and what it leaks, if it does.
struct Post {
    text: String,
    leaks: Option<String>,
}

/// The labelled posts: a line each, of JSON in base64, so that no scanner takes them for leaks.
fn labelled() -> Vec<Post> {
    let lines = include_str!("../leaks/leaks_dev.b64l").lines();
    lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            let json = BASE64.decode(line.as_bytes()).unwrap();
            let post: serde_json::Value = serde_json::from_slice(&json).unwrap();
            Post {
                text: post["text"].as_str().unwrap().to_owned(),
                leaks: post["category"].as_str().map(str::to_owned),
            }
        })
        .collect()
}

/// How a category comes out.
#[derive(Default)]
struct Recall {
    n: usize,
    missed: Vec<String>,
}

#[test]
fn what_leaks_is_found_and_what_does_not_is_left_alone() {
    let checker = sets::shipped_checker("smart-start");
    let mut table: BTreeMap<String, Recall> = BTreeMap::new();
    let mut alarms = Recall::default();
    let harmless = clean::clean().into_iter().map(|text| Post {
        text: text.to_owned(),
        leaks: None,
    });
    let built = |one: &&(&str, &[&str], usize)| !one.1.is_empty();
    let all: Vec<&str> = CATEGORIES
        .iter()
        .filter(built)
        .flat_map(|(_, rules, _)| rules.iter().copied())
        .collect();
    for post in labelled().into_iter().chain(leaky::leaky()).chain(harmless) {
        let found = found(&checker, &post.text);
        let Some(category) = &post.leaks else {
            alarms.n += 1;
            if found.iter().any(|rule| all.contains(&rule.as_str())) {
                alarms.missed.push(format!("{}: {found:?}", post.text));
            }
            continue;
        };
        let known = CATEGORIES.iter().find(|(name, ..)| name == category);
        let (_, rules, _) = known.expect(category);
        let row = table.entry(category.clone()).or_default();
        row.n += 1;
        if !found.iter().any(|rule| rules.contains(&rule.as_str())) {
            row.missed.push(post.text);
        }
    }
    println!("category               posts  found");
    let mut short = Vec::new();
    for (category, rules, least) in CATEGORIES {
        let Some(row) = table.get(*category) else {
            continue;
        };
        let percent = (row.n - row.missed.len()) * 100 / row.n;
        println!("{category:<22} {:>5}  {percent:>4} %", row.n);
        if !rules.is_empty() {
            row.missed
                .iter()
                .for_each(|text| println!("    not found: {text}"));
            if percent < *least {
                short.push(*category);
            }
        }
    }
    println!("false alarms: {} of {}", alarms.missed.len(), alarms.n);
    alarms.missed.iter().for_each(|text| println!("    {text}"));
    assert!(short.is_empty(), "{short:?}");
    assert!(alarms.missed.len() * 100 <= alarms.n * FALSE_ALARMS);
}

/// The rules that ask for something to be settled.
fn found(checker: &Checker, text: &str) -> Vec<String> {
    let report = checked_on(checker, text, 10_000, None);
    let strong = report
        .findings
        .iter()
        .filter(|one| one.level >= Level::Check);
    strong.map(|one| one.rule.clone()).collect()
}
