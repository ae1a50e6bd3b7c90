//! `sign` and `where`.

use super::{Run, brightside, files};

#[test]
fn a_person_signs_in_the_shape_of_the_platform() {
    let home = brightside();
    for (platform, signature) in [
        ("x", "– Asha Rao, Brightside\n"),
        ("mastodon", "– Asha Rao, Brightside, @asha@social.example\n"),
        ("linkedin", "Asha Rao\nCustomer care, Brightside\n"),
        ("reddit/title", ""),
    ] {
        Run::new()
            .home(home.path())
            .args("sign --speaker asha --platform")
            .arg(platform)
            .out(signature)
            .code(0);
    }
}

#[test]
fn a_brand_signs_with_its_name_and_nobody_signs_for_a_shipped_set() {
    let home = brightside();
    for (set, signature) in [("brightside", "– Brightside\n"), ("smart-start", "")] {
        Run::new()
            .home(home.path())
            .args("sign --speaker brand --platform x --guidelines")
            .arg(set)
            .out(signature)
            .code(0);
    }
}

#[test]
fn an_unknown_person_is_told_who_is_there() {
    let home = brightside();
    Run::new()
        .home(home.path())
        .args("sign --speaker dana --platform x")
        .err("there is no person \"dana\" in people.ron; there is asha, ravi")
        .code(2);
    Run::new()
        .home(home.path())
        .args("sign --speaker ahsa --platform x")
        .err("did you mean \"asha\"?")
        .code(2);
}

#[test]
fn where_names_the_folders_and_makes_none() {
    let home = brightside();
    let before = files(home.path());
    let ran = Run::new().home(home.path()).args("where").code(0);
    let people = home.path().join("people.ron");
    assert!(
        ran.out.contains(&people.display().to_string()),
        "{}",
        ran.out
    );
    assert_eq!(files(home.path()), before);
    assert!(!home.path().join("approved").exists());
}
