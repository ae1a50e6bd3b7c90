//! `check` with sealed words: they take their time, and no other rule pays for it.

use tempfile::TempDir;

use super::{Run, put};

#[test]
fn sealed_words_take_no_time_from_other_rules() {
    let home = TempDir::new().unwrap();
    let set = r#"(format: 1, id: "ours", name: "Ours", extends: ["smart-start"], values: [(id: "real", words: "Be real")],
        embargoes: [(label: "Hold 12", until: Date("2999-12-01"),
            terms: Sealed(salt: "s", rounds: 60000, prints: ["00"]))],
        rules: [(id: "seldom", level: Nudge, find: Pattern(r"zeb[r]a"), says: "A zebra.", why: "It is one.", instead: "A horse.")])"#;
    put(home.path(), "guidelines/ours.ron", set);
    let words: Vec<String> = (0..60).map(|n| format!("word{n}")).collect();
    let text = format!("{} zebra", words.join(" "));
    let ran = Run::new()
        .args("check --platform x --guidelines ours --format json")
        .home(home.path())
        .input(text)
        .code(1);
    assert!(ran.out.contains("\"seldom\""), "{} {}", ran.out, ran.err);
}
