//! `approve` and `verify`.

use std::path::Path;

use super::{Ran, Run, brightside, files};

fn approve(home: &Path) -> Run {
    Run::new()
        .home(home)
        .args("approve --guidelines brightside --platform x --speaker asha --pause-answered")
}

/// The files of the ledger.
fn approved(home: &Path) -> Vec<std::path::PathBuf> {
    files(&home.join("approved"))
}

#[test]
fn what_is_approved_is_what_comes_out_and_is_known_again() {
    let home = brightside();
    let before = files(home.path());
    approve(home.path())
        .args("--judgement x=y")
        .input("Hello")
        .err("there is no rule \"x\" to judge")
        .code(2);
    assert_eq!(files(home.path()), before);
    let Ran { out, err } = approve(home.path())
        .input("Returns take two minutes.\n")
        .out("Returns take two minutes.\n– Asha Rao, Brightside")
        .err("seal ")
        .code(0);
    assert_eq!(approved(home.path()).len(), 1);
    let record = std::fs::read_to_string(&approved(home.path())[0]).unwrap();
    assert!(record.contains("Returns take two minutes."), "{record}");
    let seal = err.trim().rsplit(' ').next().unwrap();
    let known = Run::new()
        .home(home.path())
        .args("verify")
        .input(&out)
        .code(0);
    for words in [
        seal,
        "approved by asha on",
        "platform   x",
        "brightside, version 3",
    ] {
        assert!(known.out.contains(words), "{words:?} not in {}", known.out);
    }
    let changed = out.replace("two", "ten");
    let other = Run::new()
        .home(home.path())
        .args("verify -")
        .input(changed)
        .code(1);
    assert!(other.out.contains("line 1, column 15"), "{}", other.out);
    assert!(other.out.contains(seal), "{}", other.out);
    Run::new()
        .home(home.path())
        .args("verify")
        .input("Something else")
        .out("not approved: nothing like this text is on record\n")
        .code(1);
}

#[test]
fn a_record_that_was_changed_vouches_for_nothing() {
    let home = brightside();
    let Ran { out, .. } = approve(home.path()).input("Hello").err("seal").code(0);
    let path = &approved(home.path())[0];
    let record = std::fs::read_to_string(path).unwrap();
    let changed = record.replace("asha", "ravi");
    assert_ne!(record, changed);
    std::fs::remove_file(path).unwrap();
    std::fs::write(path, changed).unwrap();
    let run = Run::new().home(home.path()).args("verify").input(out);
    assert!(!run.err("").code(1).out.contains("approved by"));
}

#[test]
fn a_blank_stops_it_until_somebody_answers_for_it() {
    let home = brightside();
    let text = "Hello {name}";
    approve(home.path())
        .input(text)
        .out("")
        .err("on hold: A blank is left to fill. (blanks); answer with --judgement blanks=REASON")
        .code(1);
    assert!(approved(home.path()).is_empty());
    approve(home.path())
        .arg("--judgement")
        .arg("blanks=it is about a template")
        .input(text)
        .out("Hello {name}\n– Asha Rao, Brightside")
        .err("seal")
        .code(0);
    let record = std::fs::read_to_string(&approved(home.path())[0]).unwrap();
    assert!(record.contains("it is about a template"), "{record}");
}

#[test]
fn a_hold_that_may_not_be_reasoned_stays() {
    let home = brightside();
    approve(home.path())
        .args("--judgement code-names=well")
        .input("Bluefinch is near")
        .out("")
        .err("on hold: This name is internal.")
        .code(1);
    assert!(approved(home.path()).is_empty());
}

#[test]
fn a_check_wants_a_judgement() {
    let home = brightside();
    approve(home.path())
        .input("We guarantee it")
        .out("")
        .err("please settle first")
        .err("--judgement guarantees=REASON")
        .code(1);
    approve(home.path())
        .args("--judgement guarantees=")
        .input("We guarantee it")
        .err("a judgement is written as RULE=REASON")
        .code(2);
    approve(home.path())
        .args("--judgement guarantees=statutory")
        .input("We guarantee it")
        .err("seal")
        .code(0);
    assert_eq!(approved(home.path()).len(), 1);
}

#[test]
fn the_pause_is_answered_first() {
    let home = brightside();
    Run::new()
        .home(home.path())
        .args("approve --guidelines brightside --platform x")
        .input("Hello")
        .out("")
        .err("the pause was not answered: \"Is it true?\"; say so with --pause-answered")
        .code(1);
    assert!(approved(home.path()).is_empty());
}

#[test]
fn only_the_questions_that_matter_are_asked() {
    let asked = [
        ("No Name", "Hello, what now?", ""),
        ("Named", "Thanks to @ravi!", "Is anyone named?"),
        ("Is a reply", "Hello, what now?", ""),
    ];
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("guidelines")).unwrap();
    let set = "(format: 1, id: \"ours\", name: \"Ours\", core_message: \"Hi.\", pause: [
        (ask: \"Is anyone named?\", about: Pattern(r\"@\\w\")),
        (ask: \"Did I answer?\", when: [Replying]),
    ])\n";
    std::fs::write(home.path().join("guidelines/ours.ron"), set).unwrap();
    std::fs::write(home.path().join("theirs.txt"), "Where is it?").unwrap();
    for (what, text, question) in asked {
        let run = Run::new().home(home.path());
        let run = run.args("approve --guidelines ours --platform x");
        let (run, question) = if what == "Is a reply" {
            let run = run.args("--replying-to");
            let theirs = home.path().join("theirs.txt").display().to_string();
            (run.arg(theirs), "Did I answer?")
        } else {
            (run, question)
        };
        let (run, code) = match question {
            "" => (run.err("seal"), 0),
            question => (run.err(question), 1),
        };
        run.input(text).code(code);
    }
    let broken = set_with("pause: [(ask: \"Hm?\", abuot: Thanks)]");
    std::fs::write(home.path().join("guidelines/ours.ron"), broken).unwrap();
    Run::new()
        .home(home.path())
        .args("guidelines test ours")
        .err("line 1, column")
        .code(2);
}

fn set_with(field: &str) -> String {
    format!("(format: 1, id: \"ours\", name: \"Ours\", core_message: \"Hi.\", {field})\n")
}

#[test]
fn a_second_person_is_somebody_else_and_approves() {
    let home = brightside();
    approve(home.path())
        .args("--second asha")
        .input("Hello")
        .err("somebody else than \"asha\"")
        .code(2);
    approve(home.path())
        .args("--second dana")
        .input("Hello")
        .err("there is no person \"dana\"")
        .code(2);
    let Ran { out, .. } = approve(home.path())
        .args("--second ravi")
        .input("Hello")
        .err("seal")
        .code(0);
    let known = Run::new()
        .home(home.path())
        .args("verify")
        .input(out)
        .code(0);
    assert!(known.out.contains("approved by ravi on"), "{}", known.out);
}

#[test]
fn a_set_may_ask_for_a_second_person() {
    let home = brightside();
    approve(home.path())
        .input("Your refund is on its way")
        .out("")
        .err("the set asks for a second approver on the topic money")
        .code(1);
    Run::new()
        .home(home.path())
        .args("approve --guidelines brightside --platform linkedin/comment --pause-answered")
        .input("Hello")
        .out("")
        .err("second approver on linkedin")
        .code(1);
    approve(home.path())
        .args("--second ravi")
        .input("Your refund is on its way")
        .err("seal")
        .code(0);
}

#[test]
fn another_day_is_on_the_record() {
    let home = brightside();
    let text = "Come to our stall";
    approve(home.path())
        .args("--today 2026-12-01")
        .input(text)
        .err("please settle first: The market is closed.")
        .code(1);
    let Ran { out, .. } = approve(home.path())
        .args("--today 2026-11-30")
        .input(text)
        .err("seal")
        .code(0);
    let known = Run::new()
        .home(home.path())
        .args("verify")
        .input(out)
        .code(0);
    assert!(
        known.out.contains("checked as of 2026-11-30"),
        "{}",
        known.out
    );
}

#[test]
fn nothing_is_no_text_to_approve() {
    let home = brightside();
    for blank in ["", " \n\n", "– Asha Rao, Brightside"] {
        approve(home.path())
            .input(blank)
            .out("")
            .err("there is no text to approve")
            .code(2);
    }
}

#[test]
fn control_characters_do_not_hide_a_word() {
    let home = brightside();
    approve(home.path())
        .input("Blue\u{7}finch is near")
        .out("")
        .err("on hold")
        .code(1);
}

#[test]
fn the_shipped_set_holds_blanks_and_limits() {
    let home = tempfile::TempDir::new().unwrap();
    let approve = |text: &str| {
        Run::new()
            .home(home.path())
            .args("approve --platform x --pause-answered")
            .args("--judgement blank-left=template --judgement over-limit=short")
            .input(text)
    };
    Run::new()
        .home(home.path())
        .args("approve --platform x --pause-answered")
        .input("Hello {name}, how was it?")
        .out("")
        .err("(blank-left); answer with --judgement blank-left=REASON")
        .code(1);
    approve(&"word ".repeat(60))
        .out("")
        .err("(over-limit)")
        .code(1);
    assert!(approved(home.path()).is_empty());
    approve("Hello {name}, how was it?")
        .out("Hello {name}, how was it?")
        .err("seal")
        .code(0);
    assert_eq!(approved(home.path()).len(), 1);
}

#[test]
fn what_a_post_is_for_is_kept_so_that_a_run_of_announcements_is_noticed() {
    let home = brightside();
    let set = "(format: 1, id: \"runs\", name: \"Runs\", rules: [(id: \"run\", level: Nudge, \
               find: Streak(intent: Announce, n: 2), says: \"Three in a row.\")])";
    super::put(home.path(), "guidelines/runs.ron", set);
    let check = |intent: &str, expect: bool| {
        let run = Run::new()
            .home(home.path())
            .args("check --guidelines runs --platform x --intent");
        let out = run.arg(intent).input("The third desk is open.").code(0).out;
        assert_eq!(out.contains("Three in a row."), expect, "{intent}: {out}");
    };
    for text in [
        "The first desk is open.",
        "A second desk, by the side door.",
    ] {
        check("announce", false);
        approve(home.path())
            .args("--intent announce")
            .input(text)
            .err("seal ")
            .code(0);
    }
    check("announce", true);
    check("ask", false);
}
