//! Small sources that break one rule each, so that the guard is known to bark.

use super::rules::breaches;
use crate::source::Source;

/// What a source is told, its module doc aside.
fn told(path: &str, code: &str) -> Vec<String> {
    let text = format!("//! A fake.\n//! Never: compiles.\n{code}\n");
    let found = breaches(&Source::new(path, &text));
    found.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn barks(path: &str, code: &str, about: &str) {
    let told = told(path, code);
    let start = format!("{path}:3: ");
    let is_named = |line: &String| line.starts_with(&start) && line.contains(about);
    assert!(told.iter().any(is_named), "{path}: {code}\n{told:?}");
}

#[track_caller]
fn keeps_quiet(path: &str, code: &str) {
    assert_eq!(told(path, code), Vec::<String>::new(), "{path}: {code}");
}

#[test]
fn an_arrow_that_points_the_wrong_way_is_named_with_its_line() {
    for (path, code) in [
        ("src/text/span.rs", "use crate::platform::Count;"),
        (
            "src/platform/x.rs",
            "use crate::{text::Span, guideline::Set};",
        ),
        ("src/guideline/set.rs", "use crate::check::Finding;"),
        (
            "src/guideline/set.rs",
            "use crate::check::{RuleKind, Report};",
        ),
        ("src/guideline/set.rs", "use crate::draft;"),
        ("src/signature/mod.rs", "fn a(_: &crate::draft::Draft) {}"),
        ("src/draft/mod.rs", "use crate::check::Report;"),
        ("src/check/report.rs", "use crate::store::Saved as Kept;"),
        ("src/approval/seal.rs", "use crate::paper::Paper;"),
        ("src/store/open.rs", "use crate::check::compile;"),
        ("src/store/open.rs", "use crate::cli::Outcome;"),
        ("src/cli/check.rs", "use crate::app;"),
        ("src/app/desk.rs", "type Out = crate::cli::Outcome;"),
        ("src/app/desk.rs", "use postwright::cli::run;"),
        ("src/check/kind/blank.rs", "use crate::nowhere::Blank;"),
    ] {
        barks(path, code, "the arrow points the wrong way");
    }
    keeps_quiet("src/guideline/rule.rs", "use crate::check::RuleKind;");
    keeps_quiet(
        "src/app/desk.rs",
        "use crate::{store::Home, check::compile};",
    );
    keeps_quiet("src/main.rs", "use postwright::cli::{self, Outcome};");
    keeps_quiet("src/check/mod.rs", "mod post;\npub use post::Post;");
    keeps_quiet("src/app/desk.rs", "pub(in crate::app) fn a() {}");
}

#[test]
fn a_way_around_is_named_too() {
    barks(
        "src/check/mod.rs",
        "use super::store::Home;",
        "`super` leaves",
    );
    barks(
        "src/check/kind/mod.rs",
        "use super::super::store;",
        "`super::super`",
    );
    barks("src/check/post.rs", "use super::*;", "hides what it names");
    barks(
        "src/check/post.rs",
        "use rayon::prelude::*;",
        "hides what it names",
    );
    barks(
        "src/check/post.rs",
        "use crate as all;",
        "hides what is named later",
    );
    barks(
        "src/check/post.rs",
        "use std::{self as s, io};",
        "hides what is named later",
    );
    assert_eq!(
        told("src/other/mod.rs", ""),
        ["src/other/mod.rs:1: `other` is no room of the map"]
    );
}

#[test]
fn the_core_touches_nothing_outside() {
    for code in [
        "use std::fs;",
        "use std::{collections::BTreeMap, fs::File};",
        "fn a() { let _ = std::fs::read(\"a\"); }",
        "use fs_err as fs;",
        "use std::env::var;",
        "use std::thread;",
        "use rayon::join;",
        "fn a() -> jiff::Zoned { jiff::Zoned::now() }",
        "fn a() -> Instant { Instant::now() }",
        "fn a() { time::SystemTime::now(); }",
        "fn a(at: Instant) { at.elapsed(); }",
        "fn a(path: &Path) -> bool { path.exists() }",
        "use egui::Color32;",
        "use eframe::App;",
        "fn a() { rfd::FileDialog::new(); }",
        "use directories::ProjectDirs;",
        "use std::net::TcpStream;",
    ] {
        for room in [
            "text",
            "platform",
            "guideline",
            "signature",
            "draft",
            "check",
            "approval",
        ] {
            barks(&format!("src/{room}/a.rs"), code, "");
        }
    }
    barks(
        "src/check/a.rs",
        "use std::fs;",
        "`std::fs`: `store` is the only file system",
    );
}

#[test]
fn the_outer_rooms_keep_their_own_rules() {
    for (path, code, about) in [
        ("src/store/home.rs", "use egui::Context;", "has no window"),
        (
            "src/store/home.rs",
            "fn a() { Zoned::now(); }",
            "only clock",
        ),
        (
            "src/store/home.rs",
            "use std::net::UdpSocket;",
            "nothing leaves",
        ),
        ("src/cli/check.rs", "use eframe::App;", "has no window"),
        ("src/cli/check.rs", "use std::{io, fs};", "only file system"),
        ("src/app/desk.rs", "use fs_err::File;", "only file system"),
        (
            "src/app/desk.rs",
            "fn a() { rfd::pick(); }",
            "app/dialogs.rs",
        ),
        ("src/app/desk.rs", "fn a(s: &mut State) {}", "`app/update`"),
        (
            "src/app/view.rs",
            "fn a(s: &'a mut state::State) {}",
            "`app/update`",
        ),
        (
            "src/app/view.rs",
            "const A: C = egui::Color32::RED;",
            "`Tokens`",
        ),
    ] {
        barks(path, code, about);
    }
    for code in [
        "use std::{fs, thread};",
        "use fs_err::File;",
        "use tempfile::NamedTempFile;",
        "fn a(path: &Path) -> bool { path.is_dir() }",
    ] {
        barks("src/store/home.rs", code, "`store/fs/real.rs` is the only");
        keeps_quiet("src/store/fs/real.rs", code);
    }
    keeps_quiet("src/store/home.rs", "use std::thread;");
    keeps_quiet("src/store/home.rs", "use directories::ProjectDirs;");
    keeps_quiet("src/store/clock.rs", "fn a() { Zoned::now(); }");
    keeps_quiet("src/app/dialogs.rs", "fn a() { rfd::pick(); }");
    keeps_quiet("src/app/update.rs", "fn a(state: &mut State) {}");
    keeps_quiet("src/app/update/drafts.rs", "fn a(state: &mut State) {}");
}

#[test]
fn panels_show_and_widgets_know_nothing_of_the_app() {
    for (code, about) in [
        ("use ron::to_string;", "a view shows"),
        ("use std::thread;", "a view shows"),
        ("use crate::store::Home;", "a view shows"),
        (
            "use crate::store::{Saved, Drafts};",
            "`crate::store::Drafts`",
        ),
        ("const A: C = Color32::from_rgb(1, 2, 3);", "`Tokens`"),
    ] {
        barks("src/app/panel/bar.rs", code, about);
        barks("src/app/widget/row.rs", code, about);
    }
    barks(
        "src/app/widget/row.rs",
        "use crate::store::Saved;",
        "a view shows",
    );
    for code in [
        "use crate::app::state::Screen;",
        "use crate::app::{theme::Icon, action};",
        "fn a(_: &Command) {}",
        "fn a() -> Action { todo() }",
    ] {
        barks("src/app/widget/row.rs", code, "a widget takes data");
    }
    let panel = "use crate::store::Saved;\nuse crate::app::state::State;\nuse egui::TextEdit;";
    keeps_quiet("src/app/panel/bar.rs", panel);
    let widget = "const A: Color32 = Color32::TRANSPARENT;\nfn a(s: &mut TextEditState) {}";
    keeps_quiet("src/app/widget/row.rs", widget);
}

#[test]
fn a_file_says_what_it_is_and_stays_short() {
    let told = |text: &str| -> Vec<String> {
        let found = breaches(&Source::new("src/text/a.rs", text));
        found.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        told("mod a;\n"),
        ["src/text/a.rs:1: no `//!` line says what this file is"]
    );
    assert_eq!(
        told("//! A fake.\nmod a;\n//! Never: here.\n"),
        ["src/text/a.rs:1: no `Never:` line says what this file must not do"]
    );
    let long = format!("//! A fake.\n//! Never: ends.\n{}", "mod a;\n".repeat(399));
    assert_eq!(
        told(&long),
        ["src/text/a.rs:401: 401 lines, and 400 are the most: split the file"]
    );
}

#[test]
fn words_and_tests_are_no_breach() {
    for code in [
        "// use std::fs;",
        "/* use std::fs; /* and */ use std::env; */",
        "/// Not `crate::store`.\nconst A: &str = \"std::fs \\\" std::env\";",
        "const A: &str = r#\"use std::fs; \" use egui::Ui;\"#;",
        "const A: (char, &str) = ('\"', \"std::fs\");\nfn a<'a>(_: &'a str) {}",
        "#[cfg(test)]\nmod tests {\n    use super::*;\n    use std::fs;\n    use crate::store::Home;\n}",
        "#[cfg(test)]\nuse std::fs;",
        "fn a(egui: u8, notify: u8) { rfd(notify); }",
    ] {
        keeps_quiet("src/check/a.rs", code);
    }
    let after = "#[cfg(test)]\nmod tests {\n    fn a() { if true { b(); } }\n}\nuse std::fs;";
    assert_eq!(
        told("src/check/a.rs", after),
        ["src/check/a.rs:7: `std::fs`: `store` is the only file system"]
    );
    let hidden = "#[cfg(test)]\nmod tests {\n    use super::super::Post;\n}";
    assert!(told("src/check/a.rs", hidden)[0].starts_with("src/check/a.rs:5: `super::super`"));
}
