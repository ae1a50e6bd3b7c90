//! What the README says is so.

use postwright::guideline::{SetKind, from_ron, read_set};
use postwright::platform::Platform;
use postwright::store::{Home, Library};

const README: &str = include_str!("../../README.md");

#[test]
fn the_platforms_have_the_limits_that_the_table_names() {
    let platforms: Vec<Platform> = from_ron(include_str!("../../assets/platforms.ron")).unwrap();
    let rows: Vec<Vec<&str>> = README
        .lines()
        .skip_while(|line| !line.starts_with("| platform"))
        .take_while(|line| line.starts_with('|'))
        .filter(|line| line.starts_with("| "))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .filter(|cells: &Vec<&str>| cells[0] != "platform")
        .collect();
    assert!(rows.len() >= 14);
    for row in &rows {
        let platform = platforms
            .iter()
            .find(|platform| platform.name == row[0])
            .expect(row[0]);
        assert_eq!(platform.limit, row[1].parse().ok(), "{}", row[0]);
    }
    let others = platforms.len() - rows.len();
    assert_eq!(others, 16, "the README counts the others in words");
}

#[test]
fn the_sets_that_are_built_in_have_the_rules_that_the_table_counts() {
    let home = tempfile::tempdir().unwrap();
    let library = Library::load(&Home::at(home.path()));
    let rows: Vec<Vec<&str>> = README
        .lines()
        .skip_while(|line| !line.starts_with("| set |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    for row in &rows {
        let set = &library.set(row[0].trim_matches('`')).expect(row[0]).set;
        assert_eq!(set.rules.len().to_string(), row[2], "{}", row[0]);
        let is_overlay = set.kind == SetKind::Overlay;
        assert_eq!(is_overlay, row[1].starts_with("overlay: "), "{}", row[0]);
    }
    assert_eq!(rows.len(), library.sets().len());
    assert!(README.contains("Seven sets are built in"));
}

#[test]
fn the_guideline_in_eight_lines_works() {
    let start = README.find("```ron\n").unwrap() + "```ron\n".len();
    let source = &README[start..start + README[start..].find("```").unwrap()];
    assert_eq!(
        source.lines().filter(|line| line.trim().len() > 1).count(),
        6,
        "eight lines with the brackets"
    );
    let read = read_set(source).unwrap();
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("guidelines")).unwrap();
    std::fs::write(home.path().join("guidelines/counter.ron"), source).unwrap();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_postwright"))
        .args([
            "check",
            "--platform",
            "x",
            "--guidelines",
            "counter",
            "--format",
            "json",
        ])
        .env("POSTWRIGHT_HOME", home.path())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .and_then(|mut child| {
            use std::io::Write as _;
            child
                .stdin
                .take()
                .unwrap()
                .write_all(b"We kindly ask you to wait")?;
            child.wait_with_output()
        })
        .unwrap();
    let said: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let finding = said["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["rule"] == "kindly")
        .unwrap();
    assert_eq!(
        (finding["start"].as_u64(), finding["end"].as_u64()),
        (Some(3), Some(9))
    );
    assert_eq!(finding["fixes"][0]["edits"][0]["insert"], "please");
    let library = Library::load(&Home::at(home.path()));
    assert!(library.faults().is_empty());
}
