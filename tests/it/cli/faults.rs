//! What is said when a call or its input is unusable: one sentence, exit 2, nothing written.

use super::{Run, brightside, files, put};

/// Makes the call, and holds it against one sentence.
#[track_caller]
fn check(run: Run, home: &std::path::Path, words: &[&str]) {
    let before = files(home);
    let run = words
        .iter()
        .fold(run.home(home).out(""), |run, words| run.err(words));
    let ran = run.code(2);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.starts_with("postwright: "), "{}", ran.err);
    assert_eq!(files(home), before, "something was written");
}

#[test]
fn without_a_display_no_window_opens() {
    let home = brightside();
    check(
        Run::new(),
        home.path(),
        &[
            "there is no display here",
            "echo \"Hello\" | postwright check --platform x",
        ],
    );
}

#[test]
fn a_call_that_is_not_understood() {
    let home = brightside();
    let calls = [
        (
            "chek",
            "there is no command \"chek\"; did you mean \"check\"?",
        ),
        ("count", "--platform"),
        ("check --platfrom x", "did you mean \"--platform\"?"),
        (
            "check --platform x --intent sell",
            "an intent is one of ask, answer",
        ),
        (
            "check --platform x --today soon",
            "a day is written as in 2026-11-21",
        ),
        ("check --platform x --format yaml", "yaml"),
        ("guidelines", "a command is missing here"),
        ("sign --speaker asha", "--platform"),
    ];
    for (args, words) in calls {
        check(Run::new().args(args), home.path(), &[words]);
    }
}

#[test]
fn a_text_that_is_not_utf_8() {
    let home = brightside();
    for command in ["count", "check", "split", "approve"] {
        let run = Run::new()
            .args(command)
            .args("--platform x")
            .input(b"Hello\n\xff");
        check(
            run,
            home.path(),
            &["standard input is not UTF-8: byte 6", "line 2, column 1"],
        );
    }
    check(
        Run::new().args("verify").input(b"\xff"),
        home.path(),
        &["is not UTF-8"],
    );
}

#[test]
fn a_text_of_10_mb() {
    let home = brightside();
    let text = "Hello world. ".repeat(800_000);
    for command in ["count", "check", "split", "approve"] {
        let run = Run::new().args(command).args("--platform x").input(&text);
        check(run, home.path(), &["standard input is larger than 1 MiB"]);
    }
}

#[test]
fn a_file_that_is_not_there_or_is_a_folder() {
    let home = brightside();
    let run = Run::new().args("count nowhere.txt --platform x");
    check(run, home.path(), &["nowhere.txt", "there is nothing there"]);
    let folder = home.path().display().to_string();
    let run = Run::new().args("count --platform x").arg(folder);
    check(run, home.path(), &["is a folder"]);
}

#[test]
fn an_unknown_platform_names_the_nearest_one() {
    let home = brightside();
    for command in ["count", "check", "approve", "sign --speaker asha"] {
        let run = Run::new()
            .args(command)
            .args("--platform mastadon")
            .input("Hello");
        let sentence = "there is no platform \"mastadon\"; did you mean \"mastodon\"?";
        check(run, home.path(), &[sentence]);
    }
}

#[test]
fn an_unknown_set_names_the_nearest_one() {
    let home = brightside();
    let run = Run::new()
        .args("check --platform x --guidelines brihgtside")
        .input("Hello");
    check(
        run,
        home.path(),
        &["there is no set \"brihgtside\"; did you mean \"brightside\"?"],
    );
    let run = Run::new()
        .args("check --platform x --guidelines nowhere.ron")
        .input("Hello");
    check(run, home.path(), &["nowhere.ron", "there is nothing there"]);
}

#[test]
fn a_slip_in_a_set_has_its_line_and_column() {
    let home = brightside();
    let slip = "(\n  format: 1, id: \"slip\", name: \"Slip\",\n  values: [(id: \"a\", words: \"b\")\n  pause: [],\n)";
    let path = put(home.path(), "guidelines/slip.ron", slip);
    for name in ["slip".to_owned(), path.display().to_string()] {
        for command in ["check", "approve"] {
            let run = Run::new()
                .args(command)
                .args("--platform x --guidelines")
                .arg(&name)
                .input("Hello");
            check(run, home.path(), &["line 4, column 3", "slip.ron"]);
        }
    }
}

#[test]
fn a_broken_copy_of_a_shipped_set_is_not_passed_over() {
    let home = brightside();
    put(home.path(), "guidelines/smart-start.ron", "(\n  format: 1,");
    let run = Run::new().args("check --platform x").input("Hello");
    check(run, home.path(), &["line 2", "smart-start.ron"]);
    let over = "(format: 1, id: \"over\", name: \"Over\", extends: [\"slip\"], values: [(id: \"a\", words: \"b\")])";
    put(home.path(), "guidelines/over.ron", over);
    put(home.path(), "guidelines/slip.ron", "(\n  format: 1,");
    let run = Run::new().args("check --platform x --guidelines over");
    check(run.input("Hello"), home.path(), &["line 2", "slip.ron"]);
}

#[test]
fn a_slip_in_people_is_why_somebody_is_missing() {
    let home = brightside();
    put(
        home.path(),
        "people.ron",
        "[\n  (id: \"asha\", nmae: \"Asha Rao\"),\n]",
    );
    let run = Run::new().args("sign --speaker asha --platform x");
    check(
        run,
        home.path(),
        &["line 2, column", "did you mean `name`?", "people.ron"],
    );
}

#[test]
fn a_set_that_extends_itself() {
    let home = brightside();
    let source = "(format: 1, id: \"loop\", name: \"Loop\", extends: [\"loop\"], values: [(id: \"a\", words: \"b\")])";
    put(home.path(), "guidelines/loop.ron", source);
    let run = Run::new()
        .args("check --platform x --guidelines loop")
        .input("Hello");
    check(
        run,
        home.path(),
        &["set \"loop\" builds on itself: loop > loop"],
    );
}

#[test]
fn a_folder_that_cannot_be_written() {
    let home = tempfile::TempDir::new().unwrap();
    let data = put(home.path(), "data", "a file in place of the folder");
    let before = files(home.path());
    let ran = Run::new()
        .home(&data)
        .args("approve --platform x --pause-answered")
        .input("Hello")
        .out("")
        .err("can't make a folder")
        .code(2);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert_eq!(files(home.path()), before);
}

#[test]
fn help_shows_an_example_for_every_command() {
    for command in [
        "count",
        "check",
        "sign",
        "approve",
        "verify",
        "where",
        "guidelines list",
        "guidelines show",
        "guidelines test",
    ] {
        let ran = Run::new().args(command).args("--help").code(0);
        assert!(ran.out.contains("Example:\n  "), "{}", ran.out);
        let call = format!("postwright {command}");
        assert!(ran.out.contains(&call), "{}", ran.out);
        assert!(ran.out.ends_with('\n'));
    }
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    use std::process::{Command, Stdio};
    let home = brightside();
    let mut child = Command::new(env!("CARGO_BIN_EXE_postwright"))
        .args(["check", "--jsonl", "--platform", "x"])
        .env("POSTWRIGHT_HOME", home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let line = b"{\"id\":1,\"text\":\"Hello\"}\n".repeat(20_000);
    _ = std::io::Write::write_all(&mut stdin, &line);
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}
