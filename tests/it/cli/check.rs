//! `check` of one text.

use serde_json::{Value, json};

use super::{Ran, Run, brightside, put};

/// The report in JSON.
#[track_caller]
fn report(run: Run, code: i32) -> Value {
    let Ran { out, .. } = run.args("--format json").code(code);
    serde_json::from_str(&out).unwrap()
}

fn check(home: &std::path::Path) -> Run {
    Run::new()
        .home(home)
        .args("check --guidelines brightside --platform x")
}

#[test]
fn a_finding_has_exactly_the_fields_of_the_contract() {
    let home = brightside();
    let report = report(
        check(home.path()).input("We are excited to announce our desk"),
        0,
    );
    assert_eq!(
        report["findings"],
        json!([{
            "rule": "warm-up-opener", "level": "nudge", "start": 7, "end": 26,
            "says": "The news starts later than it could.", "why": "People decide in the first line.",
            "fixes": [
                {"label": "Remove", "edits": [{"start": 6, "end": 26, "insert": ""}]},
                {"label": "glad to say", "edits": [{"start": 7, "end": 26, "insert": "glad to say"}]},
            ],
        }])
    );
    assert_eq!(report["ready"], true);
    // the brand signs with its name, and the receipt counts it
    assert_eq!(report["counts"][0]["receipt"][1]["what"], "signature");
    assert_eq!(report["counts"][0]["receipt"][1]["start"], 35);
    assert_eq!(report["counts"][0]["receipt"][1]["end"], 35);
}

#[test]
fn a_hold_is_1_and_a_check_only_when_strict() {
    let home = brightside();
    let hold = report(check(home.path()).input("Bluefinch is near"), 1);
    assert_eq!(hold["ready"], false);
    assert_eq!(hold["findings"][0]["level"], "hold");
    let open = report(check(home.path()).input("We guarantee it"), 0);
    assert_eq!(open["ready"], false);
    report(
        check(home.path()).args("--strict").input("We guarantee it"),
        1,
    );
}

#[test]
fn the_words_say_the_same() {
    let home = brightside();
    check(home.path())
        .input("Hello.\nWe guarantee it")
        .out(concat!(
            "1 to settle\n",
            "x: text 22 + signature 13 = 35 of 280\n\n",
            "Please settle\n",
            "  2:4 \"guarantee\" A guarantee is a promise in law. (guarantees)\n",
        ))
        .code(0);
}

#[test]
fn a_text_that_is_signed_already_is_not_signed_twice() {
    let home = brightside();
    let report = report(check(home.path()).input("Hello\n– Brightside"), 0);
    assert_eq!(report["counts"][0]["used"], 18);
    assert_eq!(report["counts"][0]["receipt"][1]["what"], "signature");
    assert_eq!(report["counts"][0]["receipt"][1]["end"], 20);
}

#[test]
fn several_platforms_make_one_report() {
    let home = brightside();
    let both = report(
        check(home.path())
            .args("--platform reddit/title --platform x")
            .input("We guarantee it"),
        0,
    );
    assert_eq!(both["counts"].as_array().unwrap().len(), 2);
    assert_eq!(both["counts"][1]["platform"], "reddit/title");
    assert_eq!(both["counts"][1]["used"], 15);
    assert_eq!(both["findings"].as_array().unwrap().len(), 1);
    assert_eq!(both["findings"][0].get("platforms"), None);
}

#[test]
fn today_is_the_start_of_the_day_in_the_zone() {
    let home = brightside();
    for (today, n) in [("2026-11-30", 0), ("2026-12-01", 1), ("2026-12-03", 0)] {
        for zone in ["Pacific/Auckland", "America/Los_Angeles"] {
            let run = check(home.path()).zone(zone).args("--today").arg(today);
            let report = report(run.input("Come to our stall"), 0);
            assert_eq!(report["findings"].as_array().unwrap().len(), n, "{today}");
        }
    }
}

#[test]
fn what_they_said_makes_it_a_reply() {
    let home = brightside();
    let theirs = put(home.path(), "theirs.txt", "It broke.\n");
    let alone = report(check(home.path()).input("Calm down"), 0);
    assert!(alone["findings"].as_array().unwrap().is_empty());
    let run = check(home.path())
        .arg("--replying-to")
        .arg(theirs.display().to_string());
    let reply = report(run.input("Calm down"), 0);
    assert_eq!(reply["findings"][0]["rule"], "calm");
}

#[test]
fn the_set_of_the_settings_is_used() {
    let home = brightside();
    put(
        home.path(),
        "settings.ron",
        "(format: 1, set: \"brightside\")",
    );
    let run = Run::new().home(home.path()).args("check --platform x");
    let report = report(run.input("We guarantee it"), 0);
    assert_eq!(report["findings"][0]["rule"], "guarantees");
}

#[test]
fn the_shipped_set_has_something_to_say() {
    let run = Run::new()
        .args("check --platform x")
        .input("We are excited to announce our NEW returns desk!!!");
    let report = report(run, 0);
    let findings = report["findings"].as_array().unwrap();
    assert!(
        findings.iter().any(|one| one["level"] == "nudge"
            && one["fixes"]
                .as_array()
                .is_some_and(|fixes| !fixes.is_empty())),
        "{report}"
    );
}

#[test]
fn a_rule_that_is_set_aside_is_said_and_changes_no_exit_code() {
    let home = brightside();
    put(
        home.path(),
        "guidelines/half.ron",
        "(format: 1, id: \"half\", name: \"Half\", values: [], rules: [\n  (id: \"a\", levl: Nudge, find: AnyOf([\"b\"]), says: \"c\"),\n  (id: \"d\", level: Nudge, find: AnyOf([\"e\"]), says: \"f\"),\n])",
    );
    let ran = Run::new()
        .home(home.path())
        .args("check --platform x --guidelines half")
        .input("b e")
        .err("the rule \"a\" is set aside: line 2, column")
        .code(0);
    assert!(ran.out.contains("(d)"), "{}", ran.out);
    assert_eq!(ran.err.lines().count(), 1);
}

#[test]
fn a_rule_that_takes_too_long_is_named_and_the_others_go_on() {
    let home = brightside();
    put(
        home.path(),
        "guidelines/slow.ron",
        r#"(format: 1, id: "slow", name: "Slow", rules: [
            (id: "endless", level: Hold, says: "Slow.", find: Pattern(r"(?<apart>.*[^A-Z]|[A-Z])|x")),
            (id: "wow", level: Nudge, says: "Wow.", find: AnyOf(["wow"])),
        ])"#,
    );
    let call = || {
        let run = Run::new().home(home.path()).args("check --guidelines slow");
        run.err("the rule \"endless\" took too long")
    };
    // minutes, if nobody stopped it
    let text = format!("Wow {}", "A".repeat(900_000));
    let report = report(call().args("--platform x").input(&text), 0);
    assert_eq!(report["findings"][0]["rule"], "wow");
    let line = json!({"id": 1, "platform": "x", "text": text});
    let ran = call().args("--jsonl").input(format!("{line}\n")).code(0);
    assert!(ran.out.contains("\"wow\""), "{}", ran.out);
}
