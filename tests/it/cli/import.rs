//! `guidelines import vale`: a folder in, a set out, and what could not be carried over said.

use std::fs;

use tempfile::TempDir;

use super::{Run, put};

const STYLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vale/styles");

fn import(from: &str, to: &str) -> Run {
    Run::new()
        .args("guidelines import vale")
        .arg(from)
        .arg("--out")
        .arg(to)
}

#[test]
fn styles_become_a_set_that_works() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("Our Shop.ron").display().to_string();
    // one file of the styles is no YAML; the others go on
    let ran = import(STYLES, &out)
        .out("")
        .err("35 rules and 17 words for spelling written")
        .err("Desk.Broken is not carried over: line 2, column 10: the YAML cannot be read")
        .err("Desk.Cells has nothing to look at in a post: line 3, column 8: it looks at markup")
        .err("Desk.Hint is carried over in part")
        .code(2);
    assert!(ran.err.lines().all(|line| line.starts_with("postwright: ")));
    let last = "postwright: carried 37 of 46 rules, 3 of them in part; 2 look at what a post does \
        not have, 7 left behind";
    assert_eq!(ran.err.lines().last(), Some(last));
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("// Imported from Vale styles: Desk, Shop.\n"));
    assert!(text.contains("id: \"our-shop\""));
    Run::new()
        .args("guidelines test")
        .arg(&out)
        .out("")
        .err("35 rules, all examples come out")
        .code(0);
    Run::new()
        .args("check --platform x --format json --guidelines")
        .arg(&out)
        .input("Please reach out.")
        .code(0);
}

#[test]
fn a_file_that_is_there_is_written_over_only_by_force() {
    let folder = TempDir::new().unwrap();
    let rule = "extends: existence\nmessage: Avoid '%s'.\ntokens: [very]\n";
    put(folder.path(), "Mine/Very.yml", rule);
    let from = folder.path().join("Mine").display().to_string();
    let out = put(folder.path(), "mine.ron", "mine").display().to_string();
    import(&from, &out).err("--force writes over it").code(2);
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    import(&from, &out)
        .arg("--force")
        .err("1 rule written")
        .code(0);
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.contains("id: \"Mine.Very\", level: Nudge"), "{text}");
}

#[test]
fn a_style_of_spelling_alone_is_a_set_of_words() {
    let folder = TempDir::new().unwrap();
    let rule = "extends: spelling\nmessage: Is '%s' a word?\nignore: [words.txt]\n";
    put(folder.path(), "Mine/Words.yml", rule);
    put(folder.path(), "Mine/words.txt", "labelmaker\nparcelbox\n");
    let out = folder.path().join("mine.ron").display().to_string();
    import(&folder.path().join("Mine").display().to_string(), &out)
        .err("0 rules and 2 words for spelling written")
        .err("carried 1 of 1 rule")
        .code(0);
    let text = fs::read_to_string(&out).unwrap();
    assert!(
        text.contains("own: (words: [\n        \"labelmaker\", \"parcelbox\",\n    ]),"),
        "{text}"
    );
    Run::new().args("guidelines show").arg(&out).code(0);
}

#[test]
fn a_folder_without_rules_gives_no_file() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("none.ron");
    let from = folder.path().display().to_string();
    import(&from, &out.display().to_string())
        .err("there is no rule of Vale here")
        .code(2);
    assert!(!out.exists());
    import("nowhere", "none.ron")
        .err("the folder can't be read: there is nothing there")
        .code(2);
}
