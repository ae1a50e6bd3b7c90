//! Texts and tables that nobody meant well: an answer in time, one clear sentence, nothing lost.

use std::path::Path;

use serde_json::Value;

use super::{Run, brightside, files, put};

/// A text with what ends a text in C and what acts in a terminal.
const CONTROLS: &str = "One\0 two\u{1b}[31m three\u{7}\u{85}\u{9b}é 👩‍👩‍👧.";

#[test]
fn control_characters_are_counted_and_never_leave() {
    let home = brightside();
    let run = |args: &str| Run::new().args(args).home(home.path()).input(CONTROLS);
    for id in ["x", "mastodon", "bluesky", "threads", "blog-comment"] {
        let ran = run(&format!("count --json --platform {id}")).code(0);
        let count: Value = serde_json::from_str(&ran.out).unwrap();
        let end = count["receipt"].as_array().unwrap().last().unwrap()["end"].clone();
        assert_eq!(end, CONTROLS.len(), "{id}");
        let ran = run(&format!(
            "check --format json --speaker asha --platform {id}"
        ))
        .code(0);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(report["ready"], true, "{id}");
        let ran = run(&format!("split --json --platform {id}")).code(0);
        assert!(serde_json::from_str::<Value>(&ran.out).is_ok(), "{id}");
    }
    let approve = "approve --platform x --speaker asha:personally --pause-answered";
    let ran = run(approve).err("seal").code(0);
    let is_plain = |c: char| !c.is_control() || c == '\n';
    assert!(
        ran.out.starts_with("One two[31m threeé 👩‍👩‍👧."),
        "{:?}",
        ran.out
    );
    assert!(ran.out.chars().all(is_plain), "{:?}", ran.out);
}

#[test]
fn a_megabyte_without_a_space_is_answered() {
    let home = brightside();
    let calls = [
        ("count --platform x", 1),
        ("count --platform mastodon", 1),
        ("count --platform bluesky", 1),
        ("check --platform x --format json", 1),
        ("check --platform x", 1),
        ("split --platform mastodon", 0),
    ];
    for word in ["字", "👩‍👩‍👧", "a.rs("] {
        let text = word.repeat(1024 * 1024 / word.len());
        for (call, code) in calls {
            let run = Run::new().args(call).home(home.path());
            let ran = run.input(&text).huge().code(code);
            assert!(!ran.out.is_empty(), "{call} {word:?}");
        }
    }
}

/// A table with something off in it, beside an entry that is fine.
fn table(off: &str) -> String {
    format!("[\n  // ours\n  {off},\n  (id: \"mastodon\", limit: 1000),\n]\n")
}

/// Every command says the sentence once, and goes on with what is left.
#[track_caller]
fn check(home: &Path, off: &str, sentence: &str) {
    let path = put(home, "platforms.ron", &table(off));
    let before = (files(home), std::fs::read(&path).unwrap());
    for command in ["count", "check", "split", "sign --speaker asha"] {
        let ran = Run::new()
            .args(command)
            .args("--platform mastodon")
            .home(home)
            .input("Hello")
            .err(sentence)
            .err("platforms.ron")
            .code(0);
        assert_eq!(ran.err.lines().count(), 1, "{command}: {}", ran.err);
        let shows_limit = ran.out.contains("1000") || command.starts_with("sign");
        assert!(shows_limit, "{command}: {}", ran.out);
    }
    assert_eq!(before, (files(home), std::fs::read(&path).unwrap()));
}

#[test]
fn a_slip_in_the_table_of_platforms_is_said_and_the_rest_is_used() {
    let home = brightside();
    for (off, sentence) in [
        (
            "(id: \"x\", limt: 4000)",
            "line 3, column 13: there is no field `limt`; did you mean `limit`?",
        ),
        (
            "(id: \"x\", name: \"Ours\", limit: 0)",
            "line 3, column 34: platform \"x\" has a limit of 0, so the limit stays as it was; \
             write how much fits, as in `limit: 500`, or leave `limit` out",
        ),
        (
            "(id: \"x\", limit: -5)",
            "line 3, column 21: a whole number from 0 on belongs here",
        ),
        (
            "(limit: 9)",
            "line 3, column 3: a platform needs an id, as in `id: \"allotment-forum\"`",
        ),
        (
            "(id: \"x\", line_breaks: Keep)",
            "there is no word `Keep`; did you mean `Kept`?",
        ),
    ] {
        check(home.path(), off, sentence);
    }
}

#[test]
fn an_entry_keeps_what_stands_beside_a_limit_of_0() {
    let home = brightside();
    put(
        home.path(),
        "platforms.ron",
        "[(id: \"x\", limit: 0, counting: Bytes), (id: \"board\", limit: 0)]",
    );
    let run = |id: &str| {
        let run = Run::new().args("count --platform").arg(id);
        run.home(home.path()).input("é").err("has a limit of 0")
    };
    run("x").out("text 2 of 280\n").code(0);
    run("board").out("text 1\n").code(0);
}

#[test]
fn a_platform_that_is_missing_for_a_slip_is_answered_with_the_slip() {
    let home = brightside();
    put(
        home.path(),
        "platforms.ron",
        "[\n  (id: \"allotment-forum\", limt: 99),\n]",
    );
    for command in ["count", "check", "split", "approve", "sign --speaker asha"] {
        let ran = Run::new()
            .args(command)
            .args("--platform allotment-forum")
            .home(home.path())
            .input("Hello")
            .out("")
            .err("line 2, column 27: there is no field `limt`; did you mean `limit`?")
            .code(2);
        assert_eq!(ran.err.lines().count(), 1, "{command}: {}", ran.err);
    }
}
