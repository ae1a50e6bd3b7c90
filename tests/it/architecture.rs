//! Reads `src/` and holds what the rooms promise: arrows that point one way, one file system, one
//! clock, one writer of the state, short files that say what they are.

mod fakes;
mod rules;

use std::fs;

use postwright::check::RuleKind;

use crate::source::{all, root};
use rules::breaches;

#[test]
fn every_room_keeps_to_its_place() {
    let found: Vec<String> = all()
        .iter()
        .flat_map(breaches)
        .map(|breach| breach.to_string())
        .collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The names in a folder of the project, without their endings.
fn stems(folder: &str) -> Vec<String> {
    let mut stems: Vec<String> = fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    stems.sort();
    stems
}

#[test]
fn every_kind_has_one_file_and_every_folder_of_cases_a_kind() {
    let camel = |stem: &String| -> String {
        let first_large = |part: &str| part[..1].to_uppercase() + &part[1..];
        stem.split('_').map(first_large).collect()
    };
    let files = stems("src/check/kind");
    let files: Vec<String> = files
        .iter()
        .filter(|stem| *stem != "mod")
        .map(camel)
        .collect();
    assert_eq!(files, RuleKind::NAMES, "src/check/kind");
    for folder in stems("tests/cases") {
        let is_kind = RuleKind::NAMES.contains(&folder.as_str());
        assert!(
            is_kind || ["counts", "replies", "sets"].contains(&folder.as_str()),
            "tests/cases/{folder}: no such kind"
        );
    }
}

#[test]
fn every_icon_has_a_glyph_of_its_own_by_its_own_name() {
    let sources = all();
    let file = sources
        .iter()
        .find(|file| file.path == "src/app/theme/icon.rs");
    let text = &file.expect("the icons").text;
    let pattern = r"/// `([a-z-]+)`\.\n +pub\(crate\) const (\w+): Self = Self\('\\u\{(\w+)\}'\);";
    let icons: Vec<[&str; 3]> = regex::Regex::new(pattern)
        .unwrap()
        .captures_iter(text)
        .map(|found| found.extract().1)
        .collect();
    assert_eq!(
        icons.len(),
        text.matches(": Self").count(),
        "each has its name in its doc"
    );
    for (n, [name, icon, glyph]) in icons.iter().enumerate() {
        assert_eq!(name.replace('-', "_").to_uppercase(), *icon);
        assert!(
            icons[..n].iter().all(|[_, _, other]| other != glyph),
            "{icon}"
        );
    }
}
