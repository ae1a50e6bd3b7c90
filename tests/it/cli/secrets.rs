//! What is kept of a secret that somebody answered for: its mask, and a print that tells it.

use std::path::Path;

use postwright::check::with_specimens;

use super::Run;

/// Everything below a folder, as text.
fn all_files(folder: &Path) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(all_files(&path));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            let name = path.display().to_string();
            out.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    out
}

/// What must not get out, what the rule is called, and what may be shown.
const SECRETS: [(&str, &str, &str); 4] = [
    ("«secret:github»", "secret", "ghp_… #"),
    ("«card:visa»", "card-number", "•••• "),
    ("«iban:gb»", "bank-account", "GB•• •••• "),
    ("«id:uk-nino»", "national-id", "••• #"),
];

#[test]
fn a_record_names_a_secret_by_its_mask() {
    for (name, rule, mask) in SECRETS {
        let home = tempfile::tempdir().unwrap();
        let secret = with_specimens(name).into_owned();
        let text = format!("This one is dead since May: {secret}. What did we learn?");
        let call = "approve --platform internal --speaker brand --guidelines smart-start";
        let stopped = Run::new()
            .home(home.path())
            .args(call)
            .args("--pause-answered");
        let stopped = stopped.input(&text).out("").err("on hold: ").code(1);
        assert!(!stopped.err.contains(&secret), "{}", stopped.err);
        let run = Run::new()
            .home(home.path())
            .args(call)
            .args("--pause-answered");
        let run = run
            .arg("--judgement")
            .arg(format!("{rule}=it is an example"));
        let ran = run.input(&text).err("seal").code(0);
        assert!(!ran.err.contains(&secret), "{}", ran.err);
        let files = all_files(home.path());
        let mut n = 0;
        for (file, text) in &files {
            n += text.matches(&secret).count();
            if file.contains("approved") && text.contains("parts") {
                assert!(text.contains(mask), "{file}: {text}");
            }
        }
        assert_eq!(n, 0, "its mask, and nothing else: {files:#?}");
        let verify = Run::new().home(home.path()).args("verify");
        let verified = verify.input(&ran.out).code(0);
        assert!(verified.out.contains("approved by"), "{}", verified.out);
        let another = Run::new().home(home.path()).args("verify");
        let masked = ran.out.replace(&secret, "");
        let changed = another.input(&masked).code(1);
        assert!(changed.out.contains("not approved"), "{}", changed.out);
    }
}

#[test]
fn no_report_repeats_a_secret() {
    for (name, rule, _) in SECRETS {
        let secret = with_specimens(name).into_owned();
        for format in ["human", "json", "sarif"] {
            let run =
                Run::new().args("check --platform internal --guidelines smart-start --format");
            let ran = run.args(format).input(format!("Here: {secret}.")).code(1);
            assert!(ran.out.contains(rule), "{format}: {}", ran.out);
            assert!(!ran.out.contains(&secret), "{format}: {}", ran.out);
        }
    }
}

#[test]
fn a_record_without_the_secret_still_shows_that_it_was_changed() {
    let home = tempfile::tempdir().unwrap();
    let secret = with_specimens("«secret:github»").into_owned();
    let text = format!("This one is dead since May: {secret}. What did we learn?");
    let call = "approve --platform internal --speaker brand --guidelines smart-start";
    let run = Run::new().home(home.path()).args(call);
    let run = run.args("--pause-answered --judgement");
    let run = run.arg("secret=it is an example").input(&text);
    let ran = run.err("seal").code(0);
    let files = all_files(home.path());
    let (file, record) = files
        .iter()
        .find(|(file, _)| file.contains("approved"))
        .unwrap();
    for (from, to) in [("since May", "since June"), ("internal", "x")] {
        assert!(record.contains(from), "{record}");
        std::fs::write(file, record.replace(from, to)).unwrap();
        let verify = Run::new().home(home.path()).args("verify");
        let told = verify.input(&ran.out).err("the seal does not fit").code(1);
        assert!(told.out.contains("not approved"), "{}", told.out);
    }
}
