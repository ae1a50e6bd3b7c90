//! The Approved screen: searched, opened, copied again, noted, counted, verified.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::{ToSpan as _, Zoned};
use postwright::app::Desk;
use postwright::approval::{Exception, Outcome};
use postwright::store::{Home, Ledger, put_outcome};

use super::approved_posts::POSTS;
use super::open;
use super::run::{Run, files_below};
use crate::afterwards::Said;

const SET: &str = "// ours
(format: 1, id: \"brightside\", name: \"Brightside\", version: 14, extends: [\"retail-service\"],
    core_message: \"We help people run small shops without losing their evenings.\",
    goals: [(id: \"fewer-calls\", business: \"Fewer repeat calls\")],
    own: (names: [\"Brightside\"]), rules: [
    (id: \"two-minutes\", level: Check, find: AnyOf([\"two minutes\"]), says: \"It takes three minutes since Monday.\",
     why: \"People count.\", instead: \"Say three.\")])\n";

fn ago(days: i64) -> Zoned {
    Zoned::now().checked_sub(days.days()).unwrap()
}

/// A home with eight approvals, one of which today's set would stop.
fn home(theme: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    std::fs::create_dir(dir.path().join("guidelines")).unwrap();
    put("guidelines/brightside.ron", SET);
    put(
        "people.ron",
        "[(id: \"asha\", name: \"Asha Rao\", title: \"Customer care\", company: \"Brightside\"),\n(id: \"dana\", name: \"Dana Reyes\", company: \"Brightside\")]\n",
    );
    put(
        "settings.ron",
        &format!(
            "(format: 1, theme: {theme}, set: \"brightside\", platforms: [\"x\"], speaker: ForBrand(\"asha\"))\n"
        ),
    );
    let home = Home::at(dir.path());
    home.prepare().unwrap();
    let ledger = Ledger::at(&home);
    let judged = [Exception {
        rule: "private-email".to_owned(),
        words: "sam.lee@mail.example".to_owned(),
        reason: "Sam asked for it".to_owned(),
    }];
    for (n, (days, speaker, platform, intent, goal, parts)) in POSTS.into_iter().enumerate() {
        let said = Said {
            parts,
            platform,
            speaker,
            intent,
            goal,
            exceptions: if n == 6 { &judged } else { &[] },
            at: ago(days),
        };
        let (approval, _) = ledger.record(said.approved()).unwrap();
        let noted = [
            (1, Some(14), None, "3 ideas kept"),
            (3, Some(2), Some(40), "Settled in one reply"),
            (4, Some(1), None, "Jo wrote back"),
        ];
        if let Some((_, replies, visits, line)) = noted.into_iter().find(|(of, ..)| *of == n) {
            let outcome = Outcome {
                replies,
                visits,
                line: line.to_owned(),
                ..Outcome::of(approval.seal().hash())
            };
            put_outcome(&home, &outcome).unwrap();
        }
    }
    dir
}

const RETURNS: &str = "Returns now take two minutes. What should we fix next? – Brightside";

fn goes(run: &mut Run, screen: &str) {
    run.window
        .get_by_role_and_label(Role::Button, screen)
        .click();
    run.wait();
}

#[test]
fn a_search_finds_words_in_any_order_by_the_keyboard_alone() {
    let home = home("Light");
    let mut run = Run::new(home.path());
    run.presses(Modifiers::COMMAND, Key::F);
    run.wait();
    run.types("ZURICH cafe mastodon");
    assert!(
        run.shows("1 of 8"),
        "{:#?}",
        super::run::labels(&run.window)
    );
    assert!(run.shows("Open: Un café à Zürich"));
    assert!(!run.shows("Open: Returns now take"));
    run.types(" dana");
    assert!(run.shows("0 of 8"));
    run.clicks("Show all texts");
    run.wait();
    assert!(run.shows("Open: Returns now take"));
    // from anywhere
    goes(&mut run, "Write");
    run.presses(Modifiers::COMMAND, Key::P);
    run.wait();
    run.types("wasted sam");
    run.presses(Modifiers::NONE, Key::Enter);
    run.until("the open row", |run| {
        run.shows("Close: That’s a wasted morning")
    });
    assert!(run.shows("Copy again") && run.shows("By judgement private-email"));
}

#[test]
fn what_todays_set_would_stop_is_marked_and_copied_at_the_second_press_only() {
    let home = home("Light");
    let mut run = Run::new(home.path());
    goes(&mut run, "Approved");
    let copy = format!("Copy again: {RETURNS}");
    run.clicks(&copy);
    run.wait();
    assert_eq!(run.copied, None, "the first press does not copy");
    assert!(run.shows("It takes three minutes since Monday."));
    assert!(run.shows("Copy it all the same"));
    run.clicks(&copy);
    run.wait();
    let copied = run.copied.take().unwrap_or_default();
    assert!(
        copied.starts_with("Returns now take two minutes."),
        "{copied}"
    );
    // what nothing stands against is copied at once
    run.clicks(&format!("Close: {RETURNS}"));
    run.wait();
    run.clicks("Copy again: Yes, you can return it after 30 days. Bring the box if you have it.");
    run.until("the copy", |run| run.copied.is_some());
    // or it becomes a draft again, without its signature
    run.clicks(&format!("Open: {RETURNS}"));
    run.wait();
    run.clicks("Open as a draft");
    run.wait();
    assert_eq!(
        run.text(),
        "Returns now take two minutes. What should we fix next?"
    );
    run.until("the finding", |run| {
        run.shows("It takes three minutes since Monday.")
    });
}

#[test]
fn what_came_of_a_post_is_noted_beside_it_and_the_post_becomes_an_example() {
    let home = home("Light");
    let mut run = Run::new(home.path());
    let record: Vec<(PathBuf, Vec<u8>)> = files_below(&home.path().join("approved"))
        .into_iter()
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    goes(&mut run, "Approved");
    run.clicks(&format!("Open: {RETURNS}"));
    run.wait();
    for (label, text) in [("Replies", "1,20"), ("What came of it", "Two ideas kept")] {
        run.window.get_by_label(label).scroll_to_me();
        run.wait();
        run.clicks(label);
        run.types(text);
    }
    assert!(run.shows("Replies: \"1,20\" is no whole number"));
    run.clicks("Replies");
    run.types("4");
    run.clicks("We did not expect this");
    run.clicks("Note what came of it");
    run.until("the file", |_| {
        files_below(&home.path().join("outcomes")).len() == 4
    });
    run.until("the row", |run| run.shows("Noted"));
    let after: Vec<(PathBuf, Vec<u8>)> = files_below(&home.path().join("approved"))
        .into_iter()
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    assert_eq!(record, after, "the record stays as it is");
    let noted = files_below(&home.path().join("outcomes"));
    let unexpected = noted.iter().filter(|path| {
        std::fs::read_to_string(path)
            .unwrap()
            .contains("unexpected: true")
    });
    assert_eq!(unexpected.count(), 1);
    run.presses(Modifiers::ALT, Key::E);
    let set = || std::fs::read_to_string(home.path().join("guidelines/brightside.ron")).unwrap();
    run.until("the example", |_| {
        set().contains("because: \"Two ideas kept, 1204 replies\"")
    });
    assert!(set().starts_with("// ours\n"), "{}", set());
    goes(&mut run, "Guidelines");
    run.until("the chapter", |run| run.shows("It worked: Two ideas kept"));
}

#[test]
fn a_pasted_text_is_verified_and_a_touched_record_is_named() {
    let home = home("Light");
    let mut run = Run::new(home.path());
    run.presses(Modifiers::ALT, Key::V);
    run.wait();
    run.until("the record", |run| {
        run.shows("The record is whole: 8 approvals")
    });
    let text = "Returns now take two minutes. What should we fix next?\r\n– Brightside  \n";
    run.window.event(Event::Paste(text.to_owned()));
    run.wait();
    assert!(
        run.shows("Approved by Asha Rao, exactly as it stands"),
        "{:#?}",
        super::run::labels(&run.window)
    );
    assert!(run.shows("Guidelines brightside, version 14"));
    run.presses(Modifiers::COMMAND, Key::A);
    run.window.event(Event::Paste(text.replace("two", "ten")));
    run.wait();
    assert!(run.shows("Not approved as it stands"));
    assert!(run.shows("Here: Returns now take ten minutes"));
    assert!(run.shows("Approved: Returns now take two minutes"));
    run.presses(Modifiers::COMMAND, Key::A);
    run.types("Quarterly figures");
    assert!(run.shows("Nothing like this is on record"));
    // somebody touches the record
    let files = files_below(&home.path().join("approved"));
    let path = files
        .iter()
        .find(|path| {
            std::fs::read_to_string(path)
                .unwrap()
                .contains("two minutes")
        })
        .unwrap();
    let changed = std::fs::read_to_string(path)
        .unwrap()
        .replace("Asha Rao", "Nobody");
    std::fs::remove_file(path).unwrap();
    std::fs::write(path, changed).unwrap();
    goes(&mut run, "Write");
    run.presses(Modifiers::ALT, Key::V);
    run.until("the fault", |run| run.shows("the seal does not fit"));
    run.presses(Modifiers::COMMAND, Key::A);
    run.window.event(Event::Paste(text.to_owned()));
    run.wait();
    assert!(run.shows("The record was changed after it was made"));
    assert!(!run.shows("exactly as it stands"));
}

#[test]
fn figures_say_in_words_what_was_listened_and_told() {
    let home = home("Light");
    let mut run = Run::new(home.path());
    goes(&mut run, "Approved");
    run.clicks("Figures");
    run.until("the figures", |run| {
        run.shows("7 posts in 30 days, 17 replies and 40 visits noted for 3 of them.")
    });
    assert!(
        run.shows("5 listened (1 asked, 3 answered, 1 thanked), 2 told (1 shared, 1 announced).")
    );
    assert!(run.shows("People said 5 of them, the brand 2."));
    assert!(run.shows("The last question to people was today."));
    run.clicks("90 days");
    run.wait();
    assert!(run.shows("8 posts in 90 days"));
    assert!(run.shows("Fewer repeat calls: 5 posts, 16 replies, 40 visits"));
}

#[test]
fn a_suggestion_settles_what_it_is_about_and_comes_up_at_the_next_review() {
    let home = home("Light");
    let mut run = Run::new(home.path());
    run.types("Returns take two minutes. Which day suits you?");
    run.until("the check", |run| {
        run.shows("It takes three minutes since Monday")
    });
    run.presses(Modifiers::NONE, Key::F8);
    run.presses(Modifiers::ALT, Key::S);
    run.types("Say since when in the rule");
    run.presses(Modifiers::NONE, Key::Enter);
    run.until("the page", |run| run.shows("Suggested"));
    let pages = files_below(&home.path().join("suggestions"));
    let page = std::fs::read_to_string(&pages[0]).unwrap();
    let said =
        "# two-minutes in brightside\n\nSay since when in the rule\n\n> two minutes\n\nAsha Rao, ";
    assert!(page.starts_with(said), "{page}");
    run.until("it is settled", |run| {
        run.shows("your call: Say since when in the rule")
    });
    goes(&mut run, "Approved");
    run.clicks("Figures");
    run.until("the agenda", |run| {
        run.shows("two-minutes: Say since when in the rule (Asha Rao, ")
    });
    assert!(run.shows("private-email: 1 time: “Sam asked for it”"));
}

#[test]
fn the_rail_says_how_the_last_weeks_were() {
    let home = home("Light");
    let mut run = Run::new(home.path());
    assert!(run.shows("Last 30 days:\npeople 5, brand 2"));
    assert!(!run.shows("Nobody was asked"));
    run.clicks("Last 30 days:\npeople 5, brand 2");
    assert!(run.shows("7 posts in 30 days"));
}

fn save(h: &mut Harness<'static, Desk>, folder: Option<&Path>, name: &str) {
    let image = h.render().expect("the renderer draws");
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).unwrap();
        image.save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn the_sides_of_approved_are_drawn_in_both_themes() {
    let folder = std::env::var_os("POSTWRIGHT_PICTURES").map(PathBuf::from);
    let folder = folder.as_deref();
    for (theme, choice) in [(Theme::Light, "Light"), (Theme::Dark, "Dark")] {
        for (size, suffix) in [([1200.0, 760.0], ""), ([900.0, 600.0], "-900x600")] {
            let name = |what: &str| format!("10-approved{what}{suffix}-{}", choice.to_lowercase());
            let home = home(choice);
            let mut h = open(home.path(), size, theme);
            h.get_by_role_and_label(Role::Button, "Approved").click();
            h.run_steps(4);
            let began = std::time::Instant::now();
            // the mark is painted, so the picture waits for the look at all of them
            while began.elapsed().as_millis() < 400 {
                h.step();
                std::thread::yield_now();
            }
            save(&mut h, folder, &name(""));
            h.get_by_label(&format!("Open: {RETURNS}")).click();
            h.run_steps(3);
            save(&mut h, folder, &name("-open"));
            h.get_by_label("What came of it").scroll_to_me();
            h.run_steps(8);
            save(&mut h, folder, &name("-open-below"));
            h.get_by_label("Figures").scroll_to_me();
            h.run_steps(8);
            h.get_by_label("Figures").click();
            h.run_steps(3);
            save(&mut h, folder, &name("-figures"));
            h.get_by_label("For each speaker").scroll_to_me();
            h.run_steps(8);
            save(&mut h, folder, &name("-figures-below"));
            h.get_by_label("For the next review of the guidelines")
                .scroll_to_me();
            h.run_steps(8);
            save(&mut h, folder, &name("-figures-review"));
            h.key_press_modifiers(Modifiers::ALT, Key::V);
            h.run_steps(4);
            h.event(Event::Paste(
                "Returns now take ten minutes. What should we fix next?".to_owned(),
            ));
            h.run_steps(4);
            save(&mut h, folder, &name("-verify"));
            h.key_press_modifiers(Modifiers::COMMAND, Key::P);
            h.run_steps(3);
            h.event(Event::Text("returns".to_owned()));
            h.run_steps(3);
            save(&mut h, folder, &name("-find"));
            h.key_press(Key::Escape);
            h.run_steps(3);
            h.key_press_modifiers(Modifiers::COMMAND, Key::F);
            h.run_steps(3);
            h.event(Event::Text("nothing at all".to_owned()));
            h.run_steps(3);
            save(&mut h, folder, &name("-nothing"));
        }
    }
}
