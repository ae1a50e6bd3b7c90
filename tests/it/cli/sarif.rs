//! `check --format sarif` against the schema of the standard, and against the JSON of the same text.

use serde_json::Value;

use super::{Run, brightside, put};

const SCHEMA: &str = include_str!("../../data/sarif/sarif-schema-2.1.0.json");

const TEXTS: [&str; 6] = [
    "",
    "We are excited to announce our NEW returns desk!!!\n\n👩‍👩‍👧 Write to {name} at sam.lee@mail.example.",
    "What would you fix next?\r\nRead README.md. Thanks, Sam!",
    "字字字 a guarantee, İ ß",
    "#a #b #c #d #e #f #returns_desk",
    "bluefish, excited to announce\nexcited to announce",
];

/// A blank left in the text is a Hold in this set.
fn code(text: &str) -> i32 {
    i32::from(text.contains('{'))
}

fn sarif_of(text: &str, file: Option<&str>) -> Value {
    let home = brightside();
    let mut run = Run::new()
        .args("check --platform x --platform mastodon --guidelines brightside --format sarif")
        .home(home.path());
    if let Some(name) = file {
        let path = put(home.path(), name, text);
        run = run.arg(path.to_str().unwrap());
    }
    let ran = run.input(text).code(code(text));
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn it_is_valid_by_the_schema_of_the_standard() {
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
    // the published pattern for a language has a bracket too many, and we name no language
    for of in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][of]["properties"]["language"];
        language.as_object_mut().unwrap().remove("pattern");
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    for text in TEXTS {
        let log = sarif_of(text, None);
        let faults: Vec<String> = validator
            .iter_errors(&log)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{text:?}: {faults:#?}");
    }
    // the schema is not asleep
    let mut log = sarif_of(TEXTS[1], None);
    log["runs"][0]["results"][0]["level"] = "loud".into();
    assert!(!validator.is_valid(&log));
}

#[test]
fn it_says_what_the_json_says() {
    let home = brightside();
    for text in TEXTS {
        let run = Run::new()
            .args("check --platform x --platform mastodon --guidelines brightside --format json");
        let json: Value =
            serde_json::from_str(&run.home(home.path()).input(text).code(code(text)).out).unwrap();
        let log = sarif_of(text, None);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let findings = json["findings"].as_array().unwrap();
        assert_eq!(results.len(), findings.len());
        for (result, finding) in results.iter().zip(findings) {
            let region = &result["locations"][0]["physicalLocation"]["region"];
            assert_eq!(result["ruleId"], finding["rule"]);
            assert_eq!(result["properties"]["level"], finding["level"]);
            assert_eq!(region["byteOffset"], finding["start"]);
            assert_eq!(is_strength(result), finding["level"] == "strength");
        }
    }
}

fn is_strength(result: &Value) -> bool {
    result["kind"] == "pass" && result["level"] == "none"
}

#[test]
fn places_are_lines_and_code_points_of_a_file_with_its_name() {
    let log = sarif_of("Hi 👩‍👩‍👧,\nwe guarantee it.", Some("my post?.txt"));
    let spot = &log["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .find(|result| result["ruleId"] == "guarantees")
        .unwrap_or_else(|| panic!("{log:#}"))["locations"][0]["physicalLocation"];
    let uri = spot["artifactLocation"]["uri"].as_str().unwrap();
    assert!(
        uri.starts_with("file:///") && uri.ends_with("/my%20post%3F.txt"),
        "{uri}"
    );
    assert_eq!(spot["region"]["startLine"], 2);
    assert_eq!(spot["region"]["startColumn"], 4);
    assert_eq!(spot["region"]["endColumn"], 13);
}
