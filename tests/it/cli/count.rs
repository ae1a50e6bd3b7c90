//! `count`.

use serde_json::{Value, json};

use super::Run;

#[test]
fn the_receipt_in_words_and_in_json() {
    let text = "Two minutes at the desk https://example.org/returns";
    Run::new()
        .args("count --platform x")
        .input(text)
        .out("text 24 + link 23 = 47 of 280\n")
        .code(0);
    let ran = Run::new()
        .args("count --platform x --json")
        .input(text)
        .code(0);
    let count: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        count,
        json!({
            "platform": "x", "used": 47, "limit": 280, "fits": true, "unit": "weighted characters",
            "receipt": [
                {"what": "text", "used": 24, "start": 0, "end": 24},
                {"what": "link", "used": 23, "start": 24, "end": 51},
            ],
        })
    );
}

#[test]
fn over_the_limit_is_1() {
    Run::new()
        .args("count --platform x")
        .input("a".repeat(292))
        .out("text 292 of 280, 12 over\n")
        .code(1);
}

#[test]
fn a_second_limit_stands_beside_the_first() {
    let ran = Run::new()
        .args("count --platform bluesky --json")
        .input("hello")
        .code(0);
    let count: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        count["also"],
        json!([{"used": 5, "limit": 3000, "unit": "bytes"}])
    );
}

#[test]
fn what_the_page_of_mastodon_shows_stands_behind_the_count() {
    Run::new()
        .args("count --platform mastodon")
        .input("ที่นี่มีน้ำ")
        .out("text 4 of 500; Mastodon's own page shows 11\n")
        .code(0);
    Run::new()
        .args("count --platform mastodon")
        .input("มี".repeat(300))
        .out("text 300 of 500; Mastodon's own page shows 600, more than it takes\n")
        .code(0);
    for (input, composer) in [("ที่นี่มีน้ำ", json!(11)), ("hello", Value::Null)]
    {
        let ran = Run::new()
            .args("count --platform mastodon --json")
            .input(input)
            .code(0);
        let count: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(count["composer"], composer);
    }
}

#[test]
fn a_field_counts_for_itself() {
    Run::new()
        .args("count --platform reddit/title")
        .input("a title")
        .out("text 7 of 300\n")
        .code(0);
}

#[test]
fn offsets_are_those_of_the_text_that_came_in() {
    let ran = Run::new()
        .args("count --platform x --json")
        .input("a\r\nb https://example.org\r\nc\n")
        .code(0);
    let count: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        count["used"],
        4 + 23 + 2,
        "a break of Windows counts as one"
    );
    assert_eq!(count["receipt"][1]["start"], 5);
    assert_eq!(count["receipt"][1]["end"], 24);
    assert_eq!(count["receipt"][2]["end"], 27);
}

#[test]
fn one_final_newline_of_standard_input_is_not_text() {
    for (input, out) in [("abc\n", "text 3 of 280\n"), ("abc\n\n", "text 4 of 280\n")] {
        Run::new()
            .args("count - --platform x")
            .input(input)
            .out(out)
            .code(0);
    }
}

#[test]
fn lines_are_answered_in_order() {
    let ran = Run::new()
        .args("count --jsonl")
        .input(
            "{\"platform\":\"x\",\"text\":\"ab\"}\n{\"platform\":\"mastodon\",\"text\":\"a\\n\"}\n",
        )
        .code(0);
    let used: Vec<Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["used"].clone())
        .collect();
    assert_eq!(used, [2, 2]);
}
