//! `check --speaker`: the same rules as in the window, on a set that builds on the shipped ones.

use serde_json::Value;
use tempfile::TempDir;

use super::{Run, put};

const PEOPLE: &str = r#"[
    (id: "asha", name: "Asha Rao", title: "Customer care", company: "Brightside", email: "asha@shop.example",
     handles: {"x": "@asha_b", "mastodon": "@asha@social.example"}, expertise: ["packaging"]),
    (id: "ravi", name: "Ravi Menon", company: "Brightside", email: "ravi@shop.example", expertise: ["returns"]),
    (id: "ben", name: "Ben Ito", company: "Brightside", email: "ben@shop.example", role: Hub),
]"#;

const BRIGHTSIDE: &str = r#"(
    format: 1, id: "brightside", name: "Brightside", extends: ["smart-start"], region: "UK",
    own: (names: ["Brightside"], products: ["Shelfie"], industry: ["label printer"]),
    topics: [
        (id: "returns", words: ["return", "refund"], owner: "ravi", contact: "the returns desk", facts: "returns.md"),
        (id: "energy", words: ["battery"]),
    ],
    values: [(id: "real", words: "Be real")],
)"#;

fn home() -> TempDir {
    let home = TempDir::new().unwrap();
    put(home.path(), "people.ron", PEOPLE);
    put(home.path(), "guidelines/brightside.ron", BRIGHTSIDE);
    home
}

fn call(args: &str) -> Run {
    Run::new()
        .args("check --guidelines brightside --guidelines advocates")
        .args(args)
}

/// The findings of more than a strength.
fn findings(report: &Value) -> Vec<Value> {
    let all = report["findings"].as_array().unwrap().iter();
    all.filter(|one| one["level"] != "strength")
        .cloned()
        .collect()
}

#[track_caller]
fn check(args: &str, text: &str, rules: &[&str]) -> Vec<Value> {
    let home = home();
    let ran = call(args)
        .args("--format json")
        .home(home.path())
        .input(text)
        .code(0);
    let found = findings(&serde_json::from_str(&ran.out).unwrap());
    let ids: Vec<&str> = found
        .iter()
        .map(|one| one["rule"].as_str().unwrap())
        .collect();
    assert_eq!(ids, rules, "{args}: {text}");
    found
}

#[test]
fn presence_depends_on_who_speaks() {
    let text = "Turn the screw to the left.";
    check("--platform forum", text, &["brand-among-people"]);
    check("--platform forum --speaker asha", text, &[]);
    check("--platform facebook", text, &[]);
    check("--platform facebook --speaker asha", text, &[]);
    check(
        "--platform facebook --speaker asha:personally",
        text,
        &["person-on-a-page"],
    );
    check(
        "--platform linkedin/group --speaker asha:personally",
        text,
        &[],
    );
    let found = check(
        "--platform bluesky --speaker asha",
        text,
        &["no-profile-here"],
    );
    assert_eq!(found[0]["says"], "Asha Rao has no profile here yet.");
    assert_eq!(found[0]["level"], "nudge");
    check("--platform mastodon --speaker asha", text, &[]);
    check("--platform bluesky --speaker ravi", text, &[]);
}

#[test]
fn a_comment_is_signed_or_asked_to_be() {
    let text = "The third tip worked for us.";
    check("--platform blog-comment --speaker asha", text, &[]);
    let found = check(
        "--platform blog-comment --speaker asha --unsigned",
        text,
        &["unsigned-comment"],
    );
    let insert = &found[0]["fixes"][0]["edits"][0]["insert"];
    assert_eq!(insert, "\n\nAsha Rao\nCustomer care, Brightside\n@asha_b");
    assert_eq!(found[0]["level"], "check");
    let signed = format!("{text}{}", insert.as_str().unwrap());
    check(
        "--platform blog-comment --speaker asha --unsigned",
        &signed,
        &[],
    );
    let found = check(
        "--platform forum --speaker asha --unsigned",
        text,
        &["unsigned-on-a-forum"],
    );
    assert_eq!(found[0]["level"], "nudge");
    check("--platform x --speaker asha --unsigned", text, &[]);
}

#[test]
fn a_text_outside_ones_field_names_whose_it_is() {
    let found = check(
        "--platform x --speaker asha",
        "Your refund is on its way.",
        &["outside-my-field"],
    );
    assert_eq!(found[0]["says"], "“refund” is Ravi Menon's field.");
    assert_eq!(found[0]["topic"], "returns");
    let why = found[0]["why"].as_str().unwrap();
    assert!(
        why.starts_with("Ask Ravi Menon (the returns desk). The facts are in returns.md."),
        "{why}"
    );
    let found = check(
        "--platform x --speaker asha",
        "The battery lasts.",
        &["outside-my-field"],
    );
    assert_eq!(
        found[0]["says"],
        "“battery” is nobody's field yet; Ben Ito knows whom to ask."
    );
    check(
        "--platform x --speaker ravi",
        "Your refund is on its way.",
        &[],
    );
    check("--platform x --speaker ben", "The battery lasts.", &[]);
    check("--platform x", "Your refund is on its way.", &[]);
}

#[test]
fn who_speaks_personally_says_where_they_work() {
    let personally = "--platform x --speaker asha:personally";
    let found = check(
        personally,
        "The Shelfie folds flat.",
        &["praise-without-affiliation"],
    );
    let edit = &found[0]["fixes"][0]["edits"][0];
    assert_eq!(edit["insert"], "Ad: I work at Brightside. ");
    check(
        personally,
        "Ad: I work at Brightside. The Shelfie folds flat.",
        &[],
    );
    check(
        personally,
        "A label printer needs no ink.",
        &["praise-without-affiliation"],
    );
    check(personally, "The tulips are out.", &[]);
    check(
        "--platform x --speaker asha",
        "The Shelfie folds flat.",
        &[],
    );
    // the fold of LinkedIn is at 210 characters
    let late = format!(
        "The Shelfie folds flat. {}I work at Brightside.",
        "It holds. ".repeat(20)
    );
    let found = check(
        "--platform linkedin --speaker asha:personally",
        &late,
        &["no-profile-here", "buried-affiliation"],
    );
    assert_eq!(found[1]["fixes"][0]["edits"][0]["start"], 0);
}

#[test]
fn pay_and_working_conditions_are_left_alone() {
    for text in [
        "The pay at Brightside has not gone up for three years.",
        "Brightside is understaffed, our shifts are too long, and nobody gets paid for it.",
        "We are founding a union at Brightside. Who is in?",
        "Refunds are paid at once at Brightside, our wages are not.",
    ] {
        for speaker in ["asha:personally", "asha", "ravi:personally"] {
            check(&format!("--platform x --speaker {speaker}"), text, &[]);
        }
    }
}

#[test]
fn a_private_profile_gives_way_to_a_contact() {
    let text = "Write to me: https://www.facebook.com/asha.rao";
    let found = check(
        "--platform facebook --speaker asha",
        text,
        &["private-profile"],
    );
    let labels: Vec<&str> = found[0]["fixes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fix| fix["label"].as_str().unwrap())
        .collect();
    assert_eq!(
        labels,
        ["asha@shop.example", "@asha_b", "@asha@social.example"]
    );
    // the address that the fix puts there is nobody's secret
    check(
        "--platform facebook --speaker asha",
        "Write to me: asha@shop.example",
        &[],
    );
    check(
        "--platform facebook --speaker asha",
        "Write to jo@mail.example",
        &["someones-email"],
    );
}

/// Lines ask for their own speaker and signature, and are answered as the command answers a text.
#[test]
fn lines_have_speakers_of_their_own() {
    let home = home();
    let lines = [
        r#"{"id":1,"text":"The Shelfie folds flat.","platform":"x","speaker":"asha:personally"}"#,
        r#"{"id":2,"text":"Your refund is on its way.","platform":"x","speaker":"asha"}"#,
        r#"{"id":3,"text":"It worked for us.","platform":"blog-comment","speaker":"asha","signed":false}"#,
        r#"{"id":4,"text":"It worked for us.","platform":"forum"}"#,
        r#"{"id":5,"text":"It worked for us.","platform":"x","speaker":"dana"}"#,
    ];
    let ran = call("--jsonl")
        .home(home.path())
        .input(lines.join("\n"))
        .code(2);
    let rules: Vec<String> = ran
        .out
        .lines()
        .map(|line| {
            let answer: Value = serde_json::from_str(line).unwrap();
            if let Some(problem) = answer["problem"].as_str() {
                return problem.to_owned();
            }
            let found = findings(&answer);
            found[0]["rule"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(
        rules[..4],
        [
            "praise-without-affiliation",
            "outside-my-field",
            "unsigned-comment",
            "brand-among-people"
        ]
    );
    assert!(
        rules[4].contains("there is no person \"dana\""),
        "{}",
        rules[4]
    );
}

#[test]
fn a_promise_of_money_names_whom_to_ask() {
    let text = "Sorry, Sam. You will get a full refund.";
    let ask = |speaker: &str, text: &str, topics: &str| {
        let home = home();
        let set = BRIGHTSIDE.replace("smart-start", "retail-service");
        let (head, rest) = set.split_once("topics: [").unwrap();
        let (_, rest) = rest.split_once("    ],").unwrap();
        let set = format!("{head}topics: [{topics}],{rest}");
        put(home.path(), "guidelines/brightside.ron", &set);
        Run::new()
            .args("check --guidelines brightside --platform x --speaker")
            .args(speaker)
            .home(home.path())
            .input(text)
            .code(0)
            .out
    };
    const RETURNS: &str = r#"(id: "returns", words: ["refund"], owner: "ravi", contact: "the returns desk", facts: "returns.md")"#;
    let named =
        "into a private message. Ask Ravi Menon (the returns desk). The facts are in returns.md.";
    let out = ask("asha", text, RETURNS);
    assert!(out.contains(named), "{out}");
    // whoever answers for it decides alone
    let out = ask("ravi", text, RETURNS);
    assert!(
        out.contains("into a private message.") && !out.contains("Ask "),
        "{out}"
    );
    // a topic that nobody wrote down goes to the hub
    let out = ask("asha", text, "");
    assert!(out.contains("Ask Ben Ito (ben@shop.example)."), "{out}");
    // the topic of another sentence is no reason to ask its owner
    let elsewhere = "The battery is here. You will get a voucher of £20.";
    let out = ask(
        "asha",
        elsewhere,
        r#"(id: "energy", words: ["battery"], owner: "ravi")"#,
    );
    assert!(out.contains("Ask Ben Ito"), "{out}");
}
