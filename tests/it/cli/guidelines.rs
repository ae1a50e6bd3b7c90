//! `guidelines list`, `show`, `test`, `lint` and `diff`.

use serde_json::{Value, json};

use super::{BRIGHTSIDE, Run, brightside, put};

#[test]
fn list_names_every_set_and_where_it_is_from() {
    let home = brightside();
    let ran = Run::new().home(home.path()).args("guidelines list").code(0);
    let line = |id: &str| ran.out.lines().find(|line| line.starts_with(id));
    assert!(line("smart-start").unwrap().ends_with("built in"));
    let own = line("brightside").unwrap();
    assert!(own.contains(" version 3 "), "{own}");
    assert!(own.contains("6 rules"), "{own}");
    assert!(own.ends_with("guidelines/brightside.ron"), "{own}");
}

#[test]
fn show_says_the_set_in_words() {
    let home = brightside();
    let ran = Run::new()
        .home(home.path())
        .args("guidelines show brightside")
        .code(0);
    for words in [
        "Brightside (brightside), version 3",
        "Be real",
        "Is it true?",
        "(guarantees)",
    ] {
        assert!(ran.out.contains(words), "{words:?} not in {}", ran.out);
    }
}

#[test]
fn examples_that_come_out_are_0_and_silent() {
    let home = brightside();
    Run::new()
        .home(home.path())
        .args("guidelines test brightside")
        .out("")
        .err("all examples come out")
        .code(0);
}

#[test]
fn an_example_that_does_not_come_out_has_its_line() {
    let home = brightside();
    let path = put(
        home.path(),
        "guidelines/odd.ron",
        "(format: 1, id: \"odd\", name: \"Odd\", values: [], rules: [\n  (id: \"a\", level: Nudge, find: AnyOf([\"b\"]), says: \"c\",\n   examples: (flags: [\"z\"])),\n  (id: \"d\", level: Nugde, find: AnyOf([\"e\"]), says: \"f\"),\n])",
    );
    for args in ["guidelines test odd", "guidelines test"] {
        let ran = Run::new().home(home.path()).args(args).code(1);
        let path = path.display();
        let lines: Vec<&str> = ran
            .out
            .lines()
            .filter(|line| line.contains("odd.ron"))
            .collect();
        assert_eq!(lines.len(), 2, "{}", ran.out);
        assert!(
            ran.out.contains(&format!(
                "{path}:2:3: rule \"a\": its own example is not found: \"z\""
            )),
            "{}",
            ran.out
        );
        assert!(ran.out.contains(&format!("{path}:4:")), "{}", ran.out);
        assert!(ran.out.contains("did you mean `Nudge`?"), "{}", ran.out);
    }
}

#[test]
fn a_set_is_tested_by_its_path_too() {
    let home = brightside();
    let elsewhere = put(
        home.path(),
        "elsewhere/shop.ron",
        "(format: 1, id: \"shop\", name: \"Shop\", values: [], rules: [\n  (id: \"a\", level: Nudge, find: AnyOf([\"b\"]), says: \"c\", examples: (passes: [\"b\"])),\n])",
    );
    let ran = Run::new()
        .args("guidelines test")
        .arg(elsewhere.display().to_string())
        .code(1);
    assert!(ran.out.contains("elsewhere/shop.ron:2:3:"), "{}", ran.out);
}

#[test]
fn lint_is_silent_on_a_shipped_set_and_on_values_alone() {
    Run::new()
        .args("guidelines lint smart-start --today 2026-11-21")
        .out("")
        .err("nothing to note")
        .code(0);
    let home = brightside();
    let blog_smart = put(
        home.path(),
        "smart.ron",
        "(format: 1, id: \"smart\", name: \"Blog Smart\", values: [(id: \"smart\", words: \"Be smart\")])",
    );
    let ran = Run::new()
        .args("guidelines lint --json")
        .arg(blog_smart.display().to_string())
        .code(0);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    let expect =
        json!({"set": "smart", "notes": [], "rules": 0, "strengths": 0, "holds": 0, "minutes": 1});
    assert_eq!(found, expect);
}

#[test]
fn lint_says_where_what_why_and_what_instead() {
    let home = brightside();
    let ran = Run::new()
        .home(home.path())
        .args("guidelines lint brightside")
        .err("6 rules, 0 % strengths, reads in 1 minute")
        .code(1);
    let place = "guidelines/brightside.ron:10:9: rule \"guarantees\": It does not say why. (no-why)\n      People";
    assert!(ran.out.contains(place), "{}", ran.out);
    let ran = Run::new()
        .home(home.path())
        .args("guidelines lint brightside --json")
        .code(1);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&found["rules"], &found["holds"]), (&json!(6), &json!(2)));
    let notes = found["notes"].as_array().unwrap();
    let note = notes
        .iter()
        .find(|note| note["rule"] == "guarantees")
        .unwrap();
    let mut fields: Vec<&String> = note.as_object().unwrap().keys().collect();
    fields.sort();
    assert_eq!(
        fields,
        ["check", "column", "instead", "line", "rule", "says", "why"]
    );
    assert!(
        notes
            .iter()
            .any(|note| note["check"] == "no-owner" && note["rule"].is_null())
    );
    Run::new()
        .home(home.path())
        .args("guidelines lint brihgtside")
        .err("did you mean \"brightside\"?")
        .code(2);
}

#[test]
fn lint_holds_a_set_against_old_posts() {
    let home = brightside();
    let posts = put(home.path(), "posts/a.txt", "We guarantee it.\n");
    put(
        home.path(),
        "posts/more/b.jsonl",
        "{\"id\": 7, \"text\": \"We guarantee that.\", \"platform\": \"x\"}\n{\"text\": \"We are excited to announce it.\"}\n",
    );
    put(home.path(), "posts/.hidden.txt", "stall");
    put(home.path(), "posts/picture.png", "\u{0}");
    let folder = posts.parent().unwrap().display().to_string();
    let lint = |code: i32| {
        let run = Run::new()
            .home(home.path())
            .args("guidelines lint brightside --json --posts");
        let run = run.arg(folder.clone());
        let run = if code == 2 {
            run.err("b.jsonl:3: ")
        } else {
            run
        };
        let ran = run.code(code);
        let found: Value = serde_json::from_str(&ran.out).unwrap();
        let notes = found["notes"].as_array().unwrap().clone();
        let about_posts = notes.iter().filter(|note| {
            let check = note["check"].as_str().unwrap();
            check == "dead-rule" || check == "noisy-rule"
        });
        about_posts
            .map(|note| {
                format!(
                    "{} {}",
                    note["rule"].as_str().unwrap(),
                    note["says"].as_str().unwrap()
                )
            })
            .collect::<Vec<String>>()
    };
    let notes = lint(1);
    assert!(
        notes.contains(&"guarantees It fired on 2 of 3 posts.".to_owned()),
        "{notes:?}"
    );
    assert!(
        notes.contains(&"blanks It found nothing in any of 3 posts.".to_owned()),
        "{notes:?}"
    );
    let path = home.path().join("posts/more/b.jsonl");
    let lines = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, lines + "no json\n").unwrap();
    assert_eq!(lint(2), notes);
}

#[test]
fn diff_names_rules_fields_levels_and_posts() {
    let home = brightside();
    let new = BRIGHTSIDE
        .replace(
            "level: Check, find: AnyOf([\"guarantee\"])",
            "level: Hold, find: AnyOf([\"guarantee\", \"promise\"])",
        )
        .replace("(id: \"calm\"", "(id: \"calmer\"")
        .replace("version: 3", "version: 4");
    let new = put(home.path(), "later/brightside.ron", &new);
    let posts = put(
        home.path(),
        "posts.jsonl",
        "{\"id\": \"p\", \"text\": \"We promise it.\"}\n{\"id\": \"q\", \"text\": \"We open.\"}\n",
    );
    let diff = |more: &str| {
        Run::new()
            .home(home.path())
            .args("guidelines diff brightside")
            .arg(new.display().to_string())
            .args(more)
            .arg(format!("--posts={}", posts.display()))
            .code(1)
            .out
    };
    let words = diff("");
    for line in [
        "version: \"3\" > \"4\"",
        "rule \"calmer\" added (Nudge): It reads as a rebuke.",
        "rule \"calm\" removed (Nudge)",
        "rule \"guarantees\" changed\n      level: \"Check\" > \"Hold\"\n      find: with \"promise\"",
        "post \"p\" gets guarantees",
    ] {
        assert!(words.contains(line), "{line} not in {words}");
    }
    assert!(!words.contains("\"q\""), "{words}");
    let found: Value = serde_json::from_str(&diff("--json")).unwrap();
    assert_eq!(found["added"], json!(["calmer"]));
    assert_eq!(
        found["changed"][0]["fields"][0],
        json!({"field": "level", "was": "Check", "is": "Hold"})
    );
    assert_eq!(
        found["posts"],
        json!([{"id": "p", "gets": ["guarantees"], "loses": []}])
    );
    Run::new()
        .home(home.path())
        .args("guidelines diff brightside brightside")
        .out("")
        .err("the two say the same")
        .code(0);
}
