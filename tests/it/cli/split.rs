//! `split`.

use serde_json::{Value, json};

use super::{Run, brightside};

const SENTENCE: &str = "Returns now take two minutes at every desk. ";

#[test]
fn parts_in_words_have_a_heading_each() {
    Run::new()
        .args("split --platform x")
        .input("One.\n---\nTwo.\n")
        .out("1/2 (4 of 280)\nOne.\n\n2/2 (4 of 280)\nTwo.\n")
        .code(0);
    Run::new()
        .args("split --platform internal")
        .input("One.")
        .out("1/1 (4)\nOne.\n")
        .code(0);
}

#[test]
fn parts_in_json_have_three_fields() {
    let ran = Run::new()
        .args("split --platform x --numbering end --json")
        .input("One.\r\n\r\n\r\nTwo.")
        .code(0);
    let thread: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        thread,
        json!({"parts": [
            {"text": "One. 1/2", "used": 8, "limit": 280},
            {"text": "Two. 2/2", "used": 8, "limit": 280},
        ]})
    );
    let ran = Run::new()
        .args("split --platform internal --json")
        .input("One.")
        .code(0);
    assert_eq!(
        ran.out,
        "{\"parts\":[{\"text\":\"One.\",\"used\":4,\"limit\":null}]}\n"
    );
}

#[test]
fn every_part_is_counted_as_count_counts_it() {
    let text = SENTENCE.repeat(80);
    for platform in ["x", "mastodon", "bluesky", "threads"] {
        for numbering in ["none", "end", "start"] {
            let ran = Run::new()
                .args(&format!(
                    "split --platform {platform} --numbering {numbering} --json"
                ))
                .input(&text)
                .code(0);
            let thread: Value = serde_json::from_str(&ran.out).unwrap();
            let parts = thread["parts"].as_array().unwrap();
            assert!(parts.len() > 5);
            let lines: Vec<String> = parts
                .iter()
                .map(|part| json!({"platform": platform, "text": part["text"]}).to_string())
                .collect();
            let counted = Run::new()
                .args("count --jsonl")
                .input(lines.join("\n"))
                .code(0);
            for (line, part) in counted.out.lines().zip(parts) {
                let count: Value = serde_json::from_str(line).unwrap();
                assert_eq!(count["used"], part["used"], "{part}");
                assert_eq!(count["limit"], part["limit"], "{part}");
            }
        }
    }
}

#[test]
fn the_speaker_signs_the_last_part() {
    let home = brightside();
    let ran = Run::new()
        .home(home.path())
        .args("split --platform mastodon --numbering end --speaker asha --json")
        .input(SENTENCE.repeat(20))
        .code(0);
    let thread: Value = serde_json::from_str(&ran.out).unwrap();
    let parts = thread["parts"].as_array().unwrap();
    let text = |part: &Value| part["text"].as_str().unwrap().to_owned();
    assert!(text(&parts[1]).ends_with("desk. 2/2\n– Asha Rao, Brightside, @asha@social.example"));
    assert!(text(&parts[0]).ends_with("desk. 1/2"));
    Run::new()
        .home(home.path())
        .args("split --platform x --speaker brand --guidelines brightside")
        .input("One.")
        .out("1/1 (17 of 280)\nOne.\n– Brightside\n")
        .code(0);
}

#[test]
fn a_part_that_cannot_fit_is_1() {
    let home = brightside();
    super::put(home.path(), "platforms.ron", "[(id: \"x\", limit: 4)]");
    Run::new()
        .home(home.path())
        .args("split --platform x --numbering end")
        .input("One two three")
        .err("the numbering and the signature leave no room in a part of 4")
        .code(1);
}

#[test]
fn nothing_comes_of_nothing() {
    Run::new()
        .args("split --platform x --json")
        .input("\n")
        .out("{\"parts\":[]}\n")
        .code(0);
    Run::new()
        .args("split --platform x")
        .input("")
        .out("")
        .code(0);
}
