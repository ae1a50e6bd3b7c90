//! How everybody signs everywhere: each platform with whole and partial people, in several scripts.
//! `UPDATE_CASES=1` rewrites the table; read the difference.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use postwright::draft::signed_thread;
use postwright::guideline::{Person, from_ron};
use postwright::platform::{Numbering, Platform, Shape, Signed};
use postwright::signature::{Signer, sign};

use crate::cli::{Run, put};
use crate::platforms::shipped;

const PEOPLE: &str = include_str!("../data/signers.ron");
const TABLE: &str = "tests/data/signatures.txt";

fn people() -> Vec<Person> {
    from_ron(PEOPLE).unwrap()
}

/// The line breaks of a signature as they stand in the table.
fn on_one_line(signature: &str) -> String {
    match signature {
        "" => "(none)".to_owned(),
        text => text.replace('\n', " ⏎ "),
    }
}

fn table() -> String {
    let mut out = String::from(
        "# platform | who | signature; ⏎ is a line break, the people are those of signers.ron\n",
    );
    for platform in shipped().iter() {
        for person in people() {
            let signed = sign(Signer::Person(&person), platform).text;
            let (id, who) = (&platform.id, &person.id);
            writeln!(out, "{id} | {who} | {}", on_one_line(&signed)).unwrap();
        }
        let signed = sign(Signer::Brand("Mill Lane Books"), platform).text;
        writeln!(out, "{} | brand | {}", platform.id, on_one_line(&signed)).unwrap();
    }
    out
}

#[test]
fn everybody_signs_everywhere_as_the_table_says() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(TABLE);
    let table = table();
    if std::env::var_os("UPDATE_CASES").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    let expect = std::fs::read_to_string(&path).unwrap();
    for (line, wanted) in table.lines().zip(expect.lines()) {
        assert_eq!(line, wanted);
    }
    assert_eq!(table.lines().count(), expect.lines().count());
}

/// What any signature must be, whatever the table says.
#[test]
fn no_signature_has_loose_ends() {
    let people = people();
    let ids: BTreeSet<&str> = people.iter().map(|person| person.id.as_str()).collect();
    let asked = "full no-title no-handle no-company japanese arabic long-title";
    for id in asked.split(' ') {
        assert!(ids.contains(id), "{id} is in signers.ron");
    }
    let long = people.iter().find(|one| one.id == "long-title").unwrap();
    assert_eq!(long.title.chars().count(), 90);
    for platform in shipped().iter() {
        for person in &people {
            let text = sign(Signer::Person(person), platform).text;
            let about = format!("{} on {}: {text:?}", person.id, platform.id);
            assert_eq!(
                text.is_empty(),
                platform.signature == Shape::None,
                "{about}"
            );
            for line in text.lines() {
                assert_eq!(line, line.trim(), "{about}");
                assert!(
                    !line.is_empty() && !line.ends_with([',', ':', '–']),
                    "{about}"
                );
                assert!(!line.starts_with(',') && !line.contains(", ,"), "{about}");
                assert!(
                    !line.contains("  ") && !line.contains(['{', '}']),
                    "{about}"
                );
            }
        }
    }
}

/// The headless command prints the same, with the same people in their file.
#[test]
fn the_command_prints_the_same() {
    let home = tempfile::TempDir::new().unwrap();
    put(home.path(), "people.ron", PEOPLE);
    let people = people();
    // one call for each platform, the people in turn
    for (n, platform) in shipped().iter().enumerate() {
        let person = &people[n % people.len()];
        let text = sign(Signer::Person(person), platform).text;
        let out = if text.is_empty() { text } else { text + "\n" };
        Run::new()
            .home(home.path())
            .args("sign --speaker")
            .arg(&person.id)
            .arg("--platform")
            .arg(&platform.id)
            .out(&out)
            .code(0);
    }
}

/// The set's way of signing stands in for the platform's, the person's own for both.
#[test]
fn a_set_and_a_person_sign_in_their_own_way() {
    let home = tempfile::TempDir::new().unwrap();
    put(
        home.path(),
        "people.ron",
        r#"[(id: "asha", name: "Asha Rao", company: "Brightside"),
            (id: "ravi", name: "Ravi Menon", company: "Brightside", signatures: {"x": "^{initials}", "reddit/title": "{name}"})]"#,
    );
    put(
        home.path(),
        "guidelines/brightside.ron",
        r#"(format: 1, id: "brightside", name: "Brightside", values: [(id: "v", words: "Be")],
            platforms: [(id: "x", template: "~ {first} at {company}"), (id: "forum", signature: Block)])"#,
    );
    for (who, platform, expect) in [
        ("asha", "x", "~ Asha at Brightside\n"),
        ("ravi", "x", "^RM\n"),
        ("asha", "forum", "Asha Rao\nBrightside\n"),
        ("ravi", "reddit/title", ""),
        ("brand", "x", "~ Brightside\n"),
    ] {
        Run::new()
            .home(home.path())
            .args("sign --guidelines brightside --speaker")
            .arg(who)
            .arg("--platform")
            .arg(platform)
            .out(expect)
            .code(0);
    }
}

/// In a thread the last part is signed, the first, or every one; each still fits.
#[test]
fn the_parts_that_are_asked_for_are_signed() {
    let asha = people().remove(0);
    let text = "This is a sentence that takes some room on its own. ".repeat(12);
    for id in ["x", "mastodon", "bluesky"] {
        let platform: &Platform = shipped().get(id).unwrap();
        let signature = sign(Signer::Person(&asha), platform);
        let signed = |which: Signed| {
            let how = (Numbering::End, which);
            let thread = signed_thread(&text, &signature, platform, how);
            assert!(thread.parts.len() > 1 && thread.fault.is_none(), "{id}");
            let is_signed = thread.parts.iter().map(|part| {
                assert!(part.used <= platform.limit.unwrap(), "{id}: {part:?}");
                part.text.contains(&signature.text)
            });
            is_signed.collect::<Vec<bool>>()
        };
        let ends = |of: &[bool]| {
            (
                of[0],
                *of.last().unwrap(),
                of.iter().filter(|is| **is).count(),
            )
        };
        assert_eq!(ends(&signed(Signed::Last)), (false, true, 1), "{id}");
        assert_eq!(ends(&signed(Signed::First)), (true, false, 1), "{id}");
        assert!(signed(Signed::All).iter().all(|is| *is), "{id}");
    }
}
