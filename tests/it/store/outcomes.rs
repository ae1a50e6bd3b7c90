//! What came of posts: a file each, beside the approvals; and posts that become examples.

use std::fs;

use postwright::approval::Outcome;
use postwright::guideline::{Sample, SampleKind};
use postwright::store::{StoreFault, outcomes, put_outcome, put_sample};

use super::Place;

fn seal(digit: &str) -> String {
    digit.repeat(64)
}

#[test]
fn what_came_of_a_post_is_kept_and_what_is_not_known_stays() {
    let place = Place::new();
    let outcome = Outcome {
        replies: Some(2),
        line: "Jo “wrote” back \\o/ 👍".to_owned(),
        ..Outcome::of(&seal("a"))
    };
    let path = put_outcome(&place.home, &outcome).unwrap();
    assert!(path.ends_with(format!("outcomes/{}.ron", seal("a"))));
    let text = fs::read_to_string(&path).unwrap();
    let with = text.replace("(\n", "( // ours\n    mood: \"good\",\n");
    assert_ne!(text, with);
    fs::write(&path, with).unwrap();
    let more = Outcome {
        visits: Some(9),
        ..outcome
    };
    put_outcome(&place.home, &more).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("( // ours\n    mood: \"good\","), "{text}");
    let (all, faults) = outcomes(&place.home);
    assert_eq!(faults, []);
    assert_eq!(all.get(&seal("a")), Some(&more));
}

#[test]
fn a_file_that_cannot_be_used_is_named_and_never_written_over() {
    let place = Place::new();
    let file = |digit: &str| format!("outcomes/{}.ron", seal(digit));
    place.write(file("b"), "(torn");
    place.write(file("c"), format!("(format: 2, seal: \"{}\")", seal("c")));
    place.write(file("d"), format!("(seal: \"{}\", replies: 1)", seal("e")));
    let (all, faults) = outcomes(&place.home);
    assert_eq!(all.len(), 1, "the newer one is shown: {all:?}");
    assert_eq!(faults.len(), 2, "{faults:?}");
    let put = |digit: &str| put_outcome(&place.home, &Outcome::of(&seal(digit)));
    assert!(matches!(put("b"), Err(StoreFault::Broken(_))));
    assert!(matches!(put("c"), Err(StoreFault::Newer { .. })));
    assert_eq!(place.read(file("b")), "(torn");
    let odd = Outcome::of("../../people");
    assert!(put_outcome(&place.home, &odd).is_err());
}

#[test]
fn a_post_becomes_an_example_and_every_other_byte_stays() {
    let place = Place::new();
    let set =
        "// ours\n(format: 1, id: \"ours\", name: \"Ours\", core_message: \"One\", // kept\n)\n";
    place.write("guidelines/ours.ron", set);
    let sample = |text: &str| Sample {
        kind: SampleKind::Good,
        text: text.to_owned(),
        because: "two wrote back".to_owned(),
    };
    for text in ["First “quoted” \"line\"\nand another 👍", "Second"] {
        let library = place.library();
        put_sample(&place.home, library.set("ours").unwrap(), &sample(text)).unwrap();
    }
    let file = place.read("guidelines/ours.ron");
    assert!(file.starts_with(set.strip_suffix(")\n").unwrap()), "{file}");
    let library = place.library();
    let samples = &library.set("ours").unwrap().set.samples;
    assert_eq!(
        *samples,
        [
            sample("First “quoted” \"line\"\nand another 👍"),
            sample("Second")
        ]
    );
    // a built-in set becomes the user's own
    let path = put_sample(
        &place.home,
        library.set("smart-start").unwrap(),
        &sample("Third"),
    )
    .unwrap();
    assert!(path.ends_with("guidelines/smart-start.ron"));
    let library = place.library();
    let own = library.set("smart-start").unwrap();
    assert_eq!(own.set.samples.last(), Some(&sample("Third")));
}
