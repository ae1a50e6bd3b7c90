//! `people.ron`: what of it cannot be used is said in one sentence with its place, the rest is read.

use postwright::guideline::{Ownership, People, read_people};
use postwright::store::Library;

use crate::platforms::shipped;

fn read(source: &str) -> (People, Vec<String>) {
    let (people, faults) = read_people(source, shipped());
    (people, faults.iter().map(ToString::to_string).collect())
}

#[track_caller]
fn told(source: &str, expect: &str) {
    let (people, faults) = read(source);
    assert_eq!(faults, [expect], "{source}");
    let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    assert!(ids.contains(&"ben"), "the rest loads: {ids:?}");
}

const BEN: &str = "(id: \"ben\", name: \"Ben Ito\", handles: {\"x\": \"@ben_ito\"})";

#[test]
fn a_person_with_every_field_reads() {
    let (people, faults) = read(
        r#"[(id: "asha", name: "Asha Rao", title: "Customer care", company: "Brightside", email: "asha@shop.example",
            handles: {"x": "@asha_b", "mastodon": "@asha@social.example", "bluesky": "asha.shop.example"},
            ownership: {"x": Company, "mastodon": Agreed("2026-05-01"), "bluesky": Mine},
            signatures: {"x": "– {first}"}, role: Hub, expertise: ["returns"], interests: ["packaging"],
            learning: ["bluesky"], hours_a_week: 4, photo: "asha.png")]"#,
    );
    assert_eq!(faults, [""; 0]);
    let asha = &people[0];
    assert_eq!(asha.template("x/reply"), Some("– {first}"));
    assert_eq!(asha.ownership("x"), Some(Ownership::Company));
    assert_eq!(asha.ownership("bluesky/api"), Some(Ownership::Mine));
    assert_eq!(asha.ownership("tiktok"), None);
    let contacts = ["asha@shop.example", "@asha_b", "@asha@social.example"];
    assert_eq!(asha.contacts(), contacts);
}

#[test]
fn nobody_is_nameless_and_an_id_is_one_persons() {
    told(
        &format!("[\n  (id: \"asha\"),\n  {BEN},\n]"),
        "line 2, column 3: a person needs an id and a name; \"asha\" needs one, as in `name: \"Asha Rao\"`",
    );
    told(
        &format!("[{BEN},\n  (name: \"Asha Rao\")]"),
        "line 2, column 3: a person needs an id and a name, as in `id: \"asha\"`",
    );
    told(
        &format!("[{BEN},\n  (id: \"ben\", name: \"Benjamin\")]"),
        "line 2, column 3: two people have the id \"ben\"; the first one is used",
    );
    told(
        &format!("[{BEN}, (id: \"brand\", name: \"Brand\")]"),
        "line 1, column 60: \"brand\" cannot be a person's id; small letters and digits do, as in `id: \"asha\"`",
    );
    let (people, _) = read(&format!("[{BEN}, (id: \"ben\", name: \"Benjamin\")]"));
    assert_eq!(people[0].name, "Ben Ito");
}

/// Each handle is read by the rule of its own platform; the others of the same person stay.
#[test]
fn a_handle_that_its_platform_refuses_is_left_out() {
    for (platform, handle, says) in [
        (
            "x",
            "@asha_of_brightside",
            "X does not take the handle \"@asha_of_brightside\" of \"asha\": it has 18 characters, and 15 are allowed, as in \"@asha_b\"",
        ),
        (
            "x",
            "@asha-b",
            "X does not take the handle \"@asha-b\" of \"asha\": '-' is not allowed in it, as in \"@asha_b\"",
        ),
        (
            "mastodon",
            "@asha",
            "Mastodon does not take the handle \"@asha\" of \"asha\": its server is missing, as in \"@asha@social.example\"",
        ),
        (
            "bluesky",
            "@asha",
            "Bluesky does not take the handle \"@asha\" of \"asha\": it must be a whole domain, as in \"@asha.bsky.social\"",
        ),
        (
            "telegram",
            "@abc",
            "Telegram does not take the handle \"@abc\" of \"asha\": it needs at least 4 characters, as in \"@asha_b\"",
        ),
    ] {
        let source = format!(
            "[\n    (id: \"asha\", name: \"Asha Rao\",\n     handles: {{\"tumblr\": \"@asha-b\", {platform:?}: {handle:?}}}),\n    {BEN},\n]"
        );
        told(&source, &format!("line 3, column 37: {says}"));
        let (people, _) = read(&source);
        assert_eq!(people[0].handles, [("tumblr".into(), "@asha-b".into())]);
    }
}

#[test]
fn handles_that_platforms_take_are_kept() {
    let (people, faults) = read(
        r#"[(id: "asha", name: "Asha Rao", handles: {"x": "asha_b", "mastodon": "asha.rao@social.example",
            "bluesky": "@asha.bsky.social", "instagram": "@asha.b_", "reddit": "u/asha-b", "youtube": "@あさひ",
            "linkedin": "https://www.linkedin.com/in/asha-rao/", "forum": "Asha R.", "our-forum": "asha!"})]"#,
    );
    assert_eq!(faults, [""; 0]);
    assert_eq!(people[0].handles.len(), 9);
}

#[test]
fn a_template_with_an_unknown_piece_is_left_out() {
    let source = format!(
        "[(id: \"asha\", name: \"Asha Rao\",\n  signatures: {{\"x\": \"– {{first}}\", \"forum\": \"{{nam}}, {{company}}\"}}), {BEN}]"
    );
    told(
        &source,
        "line 2, column 34: the signature of \"asha\" for forum is left out: there is no {nam} in a signature; did you mean {name}?",
    );
    let (people, _) = read(&source);
    assert_eq!(people[0].signatures.len(), 1);
}

#[test]
fn an_agreement_has_a_day() {
    told(
        &format!(
            "[(id: \"asha\", name: \"Asha Rao\", ownership: {{\"x\": Agreed(\"soon\")}}), {BEN}]"
        ),
        "line 1, column 45: it is not clear since when \"asha\" and the company agree about x; a day is written as in `Agreed(\"2026-11-21\")`",
    );
}

/// The user's own table decides, whichever file is read first.
#[test]
fn a_table_of_ones_own_has_its_own_rule() {
    let dir = tempfile::TempDir::new().unwrap();
    let home = postwright::store::Home::at(dir.path());
    let put = |name: &str, source: &str| std::fs::write(dir.path().join(name), source).unwrap();
    put(
        "people.ron",
        "[(id: \"asha\", name: \"Asha Rao\", handles: {\"x\": \"@asha_of_brightside\"})]",
    );
    assert_eq!(Library::load(&home).faults().len(), 1);
    put(
        "platforms.ron",
        "[(id: \"x\", handle: (most: 40, marks: \"_\"), template: \"{fist}\")]",
    );
    let library = Library::load(&home);
    assert_eq!(library.people()[0].handles.len(), 1);
    let faults: Vec<String> = library
        .faults()
        .iter()
        .map(|fault| fault.fault.to_string())
        .collect();
    assert_eq!(
        faults,
        [
            "line 1, column 54: the template of platform \"x\" is left out: there is no {fist} in a signature; did you mean {first}?"
        ]
    );
}
