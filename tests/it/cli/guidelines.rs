//! `guidelines list`, `show` and `test`.

use super::{Run, brightside, put};

#[test]
fn list_names_every_set_and_where_it_is_from() {
    let home = brightside();
    let ran = Run::new().home(home.path()).args("guidelines list").code(0);
    let line = |id: &str| ran.out.lines().find(|line| line.starts_with(id));
    assert!(line("smart-start").unwrap().ends_with("built in"));
    let own = line("brightside").unwrap();
    assert!(own.contains(" version 3 "), "{own}");
    assert!(own.contains("6 rules"), "{own}");
    assert!(own.ends_with("guidelines/brightside.ron"), "{own}");
}

#[test]
fn show_says_the_set_in_words() {
    let home = brightside();
    let ran = Run::new()
        .home(home.path())
        .args("guidelines show brightside")
        .code(0);
    for words in [
        "Brightside (brightside), version 3",
        "Be real",
        "Is it true?",
        "(guarantees)",
    ] {
        assert!(ran.out.contains(words), "{words:?} not in {}", ran.out);
    }
}

#[test]
fn examples_that_come_out_are_0_and_silent() {
    let home = brightside();
    Run::new()
        .home(home.path())
        .args("guidelines test brightside")
        .out("")
        .err("all examples come out")
        .code(0);
}

#[test]
fn an_example_that_does_not_come_out_has_its_line() {
    let home = brightside();
    let path = put(
        home.path(),
        "guidelines/odd.ron",
        "(format: 1, id: \"odd\", name: \"Odd\", values: [], rules: [\n  (id: \"a\", level: Nudge, find: AnyOf([\"b\"]), says: \"c\",\n   examples: (flags: [\"z\"])),\n  (id: \"d\", level: Nugde, find: AnyOf([\"e\"]), says: \"f\"),\n])",
    );
    for args in ["guidelines test odd", "guidelines test"] {
        let ran = Run::new().home(home.path()).args(args).code(1);
        let path = path.display();
        let lines: Vec<&str> = ran
            .out
            .lines()
            .filter(|line| line.contains("odd.ron"))
            .collect();
        assert_eq!(lines.len(), 2, "{}", ran.out);
        assert!(
            ran.out.contains(&format!(
                "{path}:2:3: rule \"a\": its own example is not found: \"z\""
            )),
            "{}",
            ran.out
        );
        assert!(ran.out.contains(&format!("{path}:4:")), "{}", ran.out);
        assert!(ran.out.contains("did you mean `Nudge`?"), "{}", ran.out);
    }
}

#[test]
fn a_set_is_tested_by_its_path_too() {
    let home = brightside();
    let elsewhere = put(
        home.path(),
        "elsewhere/shop.ron",
        "(format: 1, id: \"shop\", name: \"Shop\", values: [], rules: [\n  (id: \"a\", level: Nudge, find: AnyOf([\"b\"]), says: \"c\", examples: (passes: [\"b\"])),\n])",
    );
    let ran = Run::new()
        .args("guidelines test")
        .arg(elsewhere.display().to_string())
        .code(1);
    assert!(ran.out.contains("elsewhere/shop.ron:2:3:"), "{}", ran.out);
}
