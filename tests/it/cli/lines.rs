//! `check --jsonl`.

use serde_json::{Value, json};

use super::{Run, brightside};

#[track_caller]
fn answers(input: &str, code: i32) -> Vec<Value> {
    let home = brightside();
    let ran = Run::new()
        .home(home.path())
        .args("check --jsonl --platform x --guidelines brightside")
        .input(input)
        .code(code);
    let read = |line| serde_json::from_str(line).unwrap();
    ran.out.lines().map(read).collect()
}

#[test]
fn every_line_has_its_answer_in_order() {
    let lines: Vec<String> = (0..10_000)
        .map(|n| {
            let text = if n % 7 == 0 {
                "We guarantee it"
            } else {
                "Hello"
            };
            json!({"id": n, "text": text}).to_string()
        })
        .collect();
    let answers = answers(&lines.join("\n"), 0);
    assert_eq!(answers.len(), 10_000);
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], n);
        assert_eq!(answer["ready"], n % 7 != 0);
    }
    let keys: Vec<&String> = answers[0].as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 4);
}

#[test]
fn a_line_may_say_everything_that_the_call_says() {
    let line = json!({
        "id": "a", "text": "Calm down at our stall, bluefinch", "platform": ["x", "reddit/title"],
        "guidelines": ["brightside"], "speaker": "asha:personally", "intent": "answer",
        "replying_to": "It broke", "today": "2026-12-01", "likes": 3
    });
    let answers = answers(&line.to_string(), 1);
    let rules: Vec<&Value> = answers[0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| &finding["rule"])
        .collect();
    assert_eq!(rules, ["calm", "stall", "code-names"]);
    assert_eq!(answers[0]["counts"].as_array().unwrap().len(), 2);
}

#[test]
fn a_line_that_cannot_be_used_is_answered_in_its_place() {
    let lines = [
        r#"{"id": 1, "text": "Hello"}"#,
        r#"{"id": 2, "txt": "Hello"}"#,
        r"nonsense",
        r#"{"id": 4, "text": "Hello", "platform": "twiter"}"#,
        r#"{"id": 5, "text": "Hello", "speaker": "dana"}"#,
        r#"{"id": 6, "text": "Hello", "intent": "sell"}"#,
        r#"{"id": 7, "text": "Hello", "today": "tomorrow"}"#,
        r#"{"id": 8, "text": "Hello", "guidelines": "nowhere"}"#,
        r#"{"id": 9, "text": "Hello"}"#,
    ];
    let answers = answers(&lines.join("\n"), 2);
    assert_eq!(answers.len(), 9);
    assert_eq!(
        (&answers[0]["id"], &answers[8]["id"]),
        (&json!(1), &json!(9))
    );
    for (n, answer) in answers.iter().enumerate().take(8).skip(1) {
        assert_eq!(answer["line"], n + 1);
        assert!(
            answer["problem"]
                .as_str()
                .is_some_and(|words| !words.is_empty())
        );
    }
    assert!(answers[1]["problem"].as_str().unwrap().contains("`text`"));
    assert!(
        answers[6]["problem"]
            .as_str()
            .unwrap()
            .contains("2026-11-21")
    );
}

#[test]
fn bytes_that_are_no_text_spoil_one_line_only() {
    let home = brightside();
    let ran = Run::new()
        .home(home.path())
        .args("check --jsonl --platform x --guidelines brightside")
        .input(b"{\"id\":1,\"text\":\"\xff\"}\n{\"id\":2,\"text\":\"Hello\"}\n")
        .code(2);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[0].contains("is not UTF-8"), "{}", lines[0]);
    assert!(lines[1].contains("\"id\":2"), "{}", lines[1]);
}
