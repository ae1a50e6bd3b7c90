//! A team's guidelines with somebody's own laid over them.

use std::path::Path;

use tempfile::TempDir;

use super::{Run, put};

/// What a team shares.
const TEAM: &str = r#"(
    format: 1, id: "brightside", name: "Brightside", extends: ["smart-start"],
    core_message: "We help people run small shops.",
    own: (names: ["Brightside"]),
    clients: [(name: "Nordhafen", consent: false)],
    code_names: ["Bluefinch"],
    embargoes: [(label: "Hold 12", until: Date("2027-12-01"), terms: Plain(["glass kettle"]))],
    second_approver: (platforms: ["linkedin"]),
    rules: [
        (id: "no-promise", level: Check, find: AnyOf(["we promise"]), says: "Say what you do.",
            why: "A promise is remembered.", instead: "Say what is done.",
            examples: (flags: ["We promise it."], passes: ["It is done."])),
        (id: "no-hurry", level: Nudge, find: AnyOf(["hurry"]), says: "No need to hurry.",
            why: "People mind.", instead: "Say until when.",
            examples: (flags: ["Hurry!"], passes: ["Until Monday."])),
    ],
)"#;

/// A team folder, and a home that names it.
fn team() -> (TempDir, TempDir) {
    let (folder, home) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    put(folder.path(), "guidelines/brightside.ron", TEAM);
    let folders = format!("(folders: [{:?}])", folder.path().to_str().unwrap());
    put(home.path(), "settings.ron", &folders);
    (folder, home)
}

fn own(home: &Path, id: &str, more: &str) {
    let set = format!(
        r#"(format: 1, id: {id:?}, name: "Mine", version: 1, core_message: "Mine.", {more})"#
    );
    put(home, &format!("guidelines/{id}.ron"), &set);
}

fn approve(home: &Path, set: &str) -> Run {
    let line = "approve --platform x --pause-answered --guidelines ";
    Run::new()
        .home(home)
        .args(&format!("{line}{set}"))
        .input("It is done by Monday.")
}

#[test]
fn what_a_team_keeps_back_is_kept_back_by_every_set_that_builds_on_theirs() {
    let (_folder, home) = team();
    own(home.path(), "mine", r#"extends: ["brightside"]"#);
    let post = "Bluefinch and the glass kettle come to Nordhafen. We promise it.";
    let line = "check --platform x --format json --guidelines ";
    for set in ["brightside", "mine"] {
        let run = Run::new().home(home.path()).args(&format!("{line}{set}"));
        let found = run.input(post).code(1).out;
        for rule in ["code-names", "embargo", "silent-clients", "no-promise"] {
            assert!(found.contains(rule), "{set} lets {rule} through: {found}");
        }
        let linkedin = "approve --platform linkedin --pause-answered --guidelines ";
        Run::new()
            .home(home.path())
            .args(&format!("{linkedin}{set}"))
            .input("It is done.")
            .err("asks for a second approver on linkedin")
            .code(1);
    }
}

#[test]
fn what_is_left_out_on_one_machine_stands_beside_the_seal() {
    let (_folder, home) = team();
    let silent = r#"find: AnyOf(["zzzz"]), says: "No.", why: "No.", instead: "No.""#;
    for (more, n) in [
        (String::new(), 0),
        (format!(r#"(id: "no-hurry", level: Nudge, {silent})"#), 0),
        (format!(r#"(id: "no-promise", level: Check, {silent})"#), 1),
        (format!(r#"(id: "no-promise", level: Nudge, {silent})"#), 1),
        (
            r#"(id: "mine", level: Hold, find: AnyOf(["zzzz"]), says: "No.", why: "No.")"#
                .to_owned(),
            0,
        ),
    ] {
        own(
            home.path(),
            "mine",
            &format!("extends: [\"brightside\"], rules: [{more}]"),
        );
        let ran = approve(home.path(), "mine").err("seal ").code(0);
        let expect = if n == 0 {
            String::new()
        } else {
            format!(", local exceptions: {n}")
        };
        let seal = ran.err.trim_end().rsplit("seal ").next().unwrap();
        assert_eq!(seal.get(9..).unwrap(), expect, "{more}: {}", ran.err);
    }
}

#[test]
fn an_own_copy_of_a_teams_set_hides_nothing() {
    let (_folder, home) = team();
    own(home.path(), "brightside", r#"extends: ["smart-start"]"#);
    let ran = approve(home.path(), "brightside").err("seal ").code(0);
    // the rule, the embargo, the client, the code name, the second approver
    assert!(ran.err.contains(", local exceptions: 5"), "{}", ran.err);
    let verify = Run::new().home(home.path()).args("verify");
    let known = verify.input(&ran.out).code(0).out;
    for words in [
        "left out   no-promise: the team asks for it",
        "left out   embargo Hold 12: ",
        "left out   clients (1): ",
        "left out   code names (1): ",
        "left out   second approver: ",
        "local exceptions: 5",
    ] {
        assert!(known.contains(words), "{words}: {known}");
    }
    for words in ["Nordhafen", "Bluefinch", "glass kettle"] {
        assert!(!known.contains(words), "{words}: {known}");
    }
}

#[test]
fn a_rule_written_anew_that_rests_is_a_rule_left_out() {
    let (_folder, home) = team();
    let again = r#"(id: "no-promise", level: Hold, find: AnyOf(["we promise"]), says: "No.", why: "No.", instead: "No.",
        examples: (flags: ["nothing at all"]))"#;
    own(
        home.path(),
        "mine",
        &format!("extends: [\"brightside\"], rules: [{again}]"),
    );
    let ran = approve(home.path(), "mine").err("seal ").code(0);
    assert!(ran.err.contains(", local exceptions: 1"), "{}", ran.err);
}

#[test]
fn who_asks_more_than_the_team_leaves_nothing_out() {
    let (_folder, home) = team();
    let more = r#"(id: "no-promise", level: Hold, find: AnyOf(["we vow", "we promise"]), says: "No.", why: "No.", instead: "No.")"#;
    own(
        home.path(),
        "mine",
        &format!(
            "extends: [\"brightside\"], clients: [(name: \"nordhafen\", consent: false)], code_names: [\"Heron\"], second_approver: (platforms: [\"x/none\"]), rules: [{more}]"
        ),
    );
    let ran = approve(home.path(), "mine").err("seal ").code(0);
    assert!(!ran.err.contains("local exceptions"), "{}", ran.err);
    // both ask for a second person, and both are heard
    Run::new()
        .home(home.path())
        .args("approve --platform linkedin --pause-answered --guidelines mine")
        .input("It is done.")
        .err("asks for a second approver on linkedin")
        .code(1);
}

#[test]
fn what_an_overlay_of_the_team_lowers_is_nobodys_exception() {
    let (folder, home) = team();
    let lowered = r#"(format: 1, id: "campaign", kind: Overlay, name: "Campaign", rules: [
        (id: "no-promise", level: Nudge, find: AnyOf(["we promise"]), says: "No.", why: "No.", instead: "No.")])"#;
    put(folder.path(), "guidelines/campaign.ron", lowered);
    own(home.path(), "mine", "kind: Overlay");
    let ran = Run::new()
        .home(home.path())
        .args("approve --platform x --pause-answered --guidelines brightside --guidelines campaign --guidelines mine")
        .input("It is done by Monday.")
        .err("seal ")
        .code(0);
    assert!(!ran.err.contains("local exceptions"), "{}", ran.err);
}

#[test]
fn a_long_list_is_taken_over_in_a_moment() {
    let (folder, home) = team();
    let clients = (0..20_000).map(|n| format!("(name: \"Client {n}\")"));
    let clients = clients.collect::<Vec<String>>().join(",");
    let set = TEAM.replace("clients: [", &format!("clients: [{clients},"));
    put(folder.path(), "guidelines/brightside.ron", &set);
    own(home.path(), "mine", r#"extends: ["brightside"]"#);
    // a square of it would take minutes
    let check = Run::new()
        .home(home.path())
        .args("check --platform x --guidelines mine");
    let found = check.input("We work for Client 19999.").code(1).out;
    assert!(found.contains("silent-clients"), "{found}");
}

#[test]
fn what_a_team_changes_in_its_own_folder_is_no_exception() {
    let (folder, home) = team();
    let lowered = r#"(format: 1, id: "desk", name: "Desk", extends: ["brightside"], core_message: "Desk.", rules: [
        (id: "no-promise", level: Nudge, find: AnyOf(["we promise"]), says: "No.", why: "No.", instead: "No.")])"#;
    put(folder.path(), "guidelines/desk.ron", lowered);
    let ran = approve(home.path(), "desk").err("seal ").code(0);
    assert!(!ran.err.contains("local exceptions"), "{}", ran.err);
    own(home.path(), "mine", r#"extends: ["desk"]"#);
    let ran = approve(home.path(), "mine").err("seal ").code(0);
    assert!(!ran.err.contains("local exceptions"), "{}", ran.err);
}
