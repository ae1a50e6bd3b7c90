//! `people.ron` changes entry by entry.

use std::fs;

use postwright::guideline::Person;
use postwright::store::{StoreFault, put_back, put_person, remove_person};

use super::Place;

const FILE: &str = "// our voices\n[\n    // care\n    (id: \"asha\", name: \"Asha Rao\", /* since May */ title: \"Care\"), // mornings\n    (\n        id: \"ben\", // the hub\n        name: \"Ben Ito\",\n        role: Hub,\n    ),\n]\n// end\n";

fn person(id: &str, name: &str) -> Person {
    Person {
        id: id.to_owned(),
        name: name.to_owned(),
        ..Person::default()
    }
}

#[test]
fn a_field_changes_and_every_other_byte_stays() {
    let place = Place::new();
    place.write("people.ron", FILE);
    let mut asha = place.library().people()[0].clone();
    asha.title = "Customer care".to_owned();
    asha.handles = vec![("x".to_owned(), "@asha_b".to_owned())];
    put_person(&place.home, &asha).unwrap();
    let wanted = FILE.replace(
        "title: \"Care\")",
        "title: \"Customer care\", handles: {\"x\":\"@asha_b\"})",
    );
    assert_eq!(
        place.read("people.ron").replace("{\"x\": ", "{\"x\":"),
        wanted
    );
    assert_eq!(place.library().people()[0], asha);
}

#[test]
fn a_new_person_goes_to_the_end() {
    let place = Place::new();
    put_person(&place.home, &person("me", "Kim")).unwrap();
    assert_eq!(
        place.read("people.ron"),
        "[\n    (id: \"me\", name: \"Kim\"),\n]\n"
    );
    place.write("people.ron", FILE);
    put_person(&place.home, &person("kim", "Kim \"K\" Li")).unwrap();
    let wanted = FILE.replace(
        "    ),\n]",
        "    ),\n    (id: \"kim\", name: \"Kim \\\"K\\\" Li\"),\n]",
    );
    assert_eq!(place.read("people.ron"), wanted);
    put_person(&place.home, &person("kim", "Kim \"K\" Li")).unwrap();
    assert_eq!(place.read("people.ron"), wanted);
}

#[test]
fn a_file_with_a_fault_is_left_alone() {
    let place = Place::new();
    for broken in [
        "[(id: \"a\", name: \"A\"",
        "[(id: \"kim\", name: \"Kim\", tittle: \"x\")]",
        "(not: \"a list\")",
    ] {
        place.write("people.ron", broken);
        let words = put_person(&place.home, &person("kim", "Kim")).unwrap_err();
        assert!(words.to_string().contains("has a fault; line 1"), "{words}");
        assert_eq!(place.read("people.ron"), broken);
    }
    fs::write(place.home.people(), "[]").unwrap();
    assert!(put_person(&place.home, &person("kim", " ")).is_err());
}

/// Nobody was shown a handle that its platform refuses, so nobody wanted it gone.
#[test]
fn a_signature_that_nobody_can_fill_in_stays_in_the_file() {
    let place = Place::new();
    let file = "[(id: \"asha\", name: \"Asha Rao\", signatures: {\"x\": \"{nam}\", \"forum\": \"{name}\"})]\n";
    place.write("people.ron", file);
    let mut asha = place.library().people()[0].clone();
    assert_eq!(asha.template("x"), None);
    asha.signatures = vec![("forum".to_owned(), "{first}\n{title}".to_owned())];
    put_person(&place.home, &asha).unwrap();
    let written = place.read("people.ron");
    assert!(
        written.contains("{nam}") && written.contains("{first}\\n{title}"),
        "{written}"
    );
    assert_eq!(place.library().people()[0], asha);
    asha.signatures.push(("x".to_owned(), "{first}".to_owned()));
    put_person(&place.home, &asha).unwrap();
    assert!(!place.read("people.ron").contains("{nam}"));
}

#[test]
fn a_refused_handle_stays_in_the_file() {
    let place = Place::new();
    let file = "[(id: \"asha\", name: \"Asha Rao\", handles: {\"x\": \"@asha_of_brightside\"})]";
    place.write("people.ron", file);
    let mut asha = place.library().people()[0].clone();
    assert!(asha.handles.is_empty());
    asha.title = "Care".to_owned();
    put_person(&place.home, &asha).unwrap();
    let wanted = file.replace("})]", "}, title: \"Care\")]");
    assert_eq!(place.read("people.ron"), wanted);
}

#[test]
fn whoever_goes_comes_back_as_they_were() {
    let place = Place::new();
    place.write("people.ron", FILE);
    let removed = remove_person(&place.home, "asha").unwrap();
    assert_eq!(removed.person.name, "Asha Rao");
    let line =
        "    (id: \"asha\", name: \"Asha Rao\", /* since May */ title: \"Care\"), // mornings\n";
    assert_eq!(place.read("people.ron"), FILE.replace(line, ""));
    put_back(&place.home, &removed).unwrap();
    assert_eq!(place.read("people.ron"), FILE);
    // the file has changed meanwhile: they come back at the end, and nobody else is touched
    let removed = remove_person(&place.home, "ben").unwrap();
    let mut asha = place.library().people()[0].clone();
    asha.title = "Returns".to_owned();
    put_person(&place.home, &asha).unwrap();
    put_back(&place.home, &removed).unwrap();
    let people = place.library().people().clone();
    let known: Vec<_> = people
        .iter()
        .map(|person| (person.id.as_str(), person.title.as_str()))
        .collect();
    assert_eq!(known, [("asha", "Returns"), ("ben", "")]);
    assert!(
        place
            .read("people.ron")
            .starts_with("// our voices\n[\n    // care\n")
    );
}

#[test]
fn whoever_is_in_another_file_stays_there() {
    let place = Place::new();
    place.write("people.ron", FILE);
    let fault = remove_person(&place.home, "zoe").unwrap_err();
    assert!(matches!(fault, StoreFault::NotHere { .. }), "{fault}");
    assert_eq!(place.read("people.ron"), FILE);
}
