//! Pictures of the real window, loaded from files: `POSTWRIGHT_PICTURES=folder cargo test pictures`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use postwright::app::Desk;

use super::open;

const TEXT: &str = "That’s a wasted morning, Sam, and it is on us. As per policy we keep parcels for three days, so write to sam.lee@mail.example. I’ll ring you by 3 today 👍\n\nWhat time suits you?\n\nCompare the pick-up points: https://shop.example/pickup";

const SET: &str =
    "(format: 1, id: \"brightside\", name: \"Brightside\", version: 14, extends: [\"retail-service\"],
    owner: (name: \"Dana Reyes\"), review_by: \"2027-06-30\", focus: Service,
    core_message: \"We help people run small shops without losing their evenings.\",
    home_base: [(url: \"https://shop.example/returns\", reason: \"see how returns work\", offers: Do),
        (url: \"https://shop.example/pickup\", reason: \"compare the pick-up points\"),
        (url: \"https://shop.example/ask\", reason: \"ask other shop owners\", offers: Join)],
    own: (names: [\"Brightside\"]), rules: [
    (id: \"salaries\", level: Check, find: AnyOf([\"salary\"]), says: \"Pay comes up here.\",
     why: \"Figures are compared.\", instead: \"Never talk about it.\")])\n";

const PEOPLE: &str = "[
    (id: \"asha\", name: \"Asha Rao\", title: \"Customer care\", company: \"Brightside\",
     handles: {\"x\": \"@asha_b\", \"mastodon\": \"@asha@social.example\", \"bluesky\": \"@asha.shop.example\", \"linkedin\": \"asha-rao\"}),
    (id: \"dana\", name: \"Dana Reyes\", title: \"Keeps the guidelines\", company: \"Brightside\", role: Hub),
]\n";

/// Saves what the window shows, where a folder was asked for; draws it in any case.
pub(super) fn save(h: &mut Harness<'static, Desk>, folder: Option<&Path>, name: &str) {
    let image = h.render().expect("the renderer draws");
    let inks: BTreeSet<[u8; 4]> = image.pixels().map(|pixel| pixel.0).collect();
    assert!(inks.len() > 50, "{name} is nearly blank");
    if let Some(folder) = folder {
        std::fs::create_dir_all(folder).unwrap();
        image.save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn every_screen_is_drawn_in_both_themes() {
    let folder = std::env::var_os("POSTWRIGHT_PICTURES").map(PathBuf::from);
    let folder = folder.as_deref();
    for (theme, choice) in [(Theme::Light, "Light"), (Theme::Dark, "Dark")] {
        for (size, suffix) in [([1200.0, 760.0], ""), ([900.0, 600.0], "-900x600")] {
            let name = |screen: &str| format!("{screen}{suffix}-{}", choice.to_lowercase());
            let empty = tempfile::tempdir().unwrap();
            save(
                &mut open(empty.path(), size, theme),
                folder,
                &name("02-first-run"),
            );
            let home = tempfile::tempdir().unwrap();
            std::fs::create_dir(home.path().join("guidelines")).unwrap();
            std::fs::write(home.path().join("guidelines/brightside.ron"), SET).unwrap();
            std::fs::write(home.path().join("people.ron"), PEOPLE).unwrap();
            let settings = format!(
                "(format: 1, theme: {choice}, set: \"brightside\", language: \"en_US\", speaker: ForBrand(\"asha\"))\n"
            );
            std::fs::write(home.path().join("settings.ron"), settings).unwrap();
            let mut h = open(home.path(), size, theme);
            save(&mut h, folder, &name("02-begin"));
            write_and_approve(&mut h, folder, &name);
            h.key_press_modifiers(Modifiers::COMMAND, Key::N);
            h.run_steps(3);
            write_a_thread(&mut h, folder, &name);
            h.key_press_modifiers(Modifiers::COMMAND, Key::N);
            h.run_steps(3);
            misspell(&mut h, folder, &name);
            h.key_press_modifiers(Modifiers::COMMAND, Key::N);
            h.run_steps(3);
            answer(&mut h, folder, &name);
            h.key_press_modifiers(Modifiers::COMMAND, Key::N);
            h.run_steps(3);
            try_out(&mut h, folder, &name);
        }
    }
}

const LONG: &str = "We moved our returns desk to the front door this week. You hand the parcel over, we scan it, and the refund is on its way before you are back on the street. It took us three tries to get the queue right, and the third idea came from Sam at the bakery next door.\n\nWhat changed for you: no form, no printer, no box needed. Bring the thing and the order mail on your phone. If the phone is flat, your name and postcode do the job too.\n\nWhat would you fix next? We read every answer, and the best one gets built in January: https://shop.example/returns";

/// A thread with its parts, how it reads, and a tab with its own text.
fn write_a_thread(
    h: &mut Harness<'static, Desk>,
    folder: Option<&Path>,
    name: &dyn Fn(&str) -> String,
) {
    h.event(Event::Text(LONG.to_owned()));
    h.run_steps(8);
    save(h, folder, &name("07-long-text"));
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    h.run_steps(3);
    save(h, folder, &name("07-thread"));
    h.get_by_label("Copy part 1 of 3").click();
    h.run_steps(3);
    save(h, folder, &name("07-thread-copied"));
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    h.run_steps(3);
    save(h, folder, &name("reading"));
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Num3);
    h.run_steps(3);
    save(h, folder, &name("reading-linkedin"));
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    h.run_steps(3);
    h.event(Event::Text(" Come and see.".to_owned()));
    h.run_steps(8);
    save(h, folder, &name("own-text"));
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    h.run_steps(3);
    save(h, folder, &name("compare"));
}

/// Two misspelt words, and the menu of one of them.
fn misspell(h: &mut Harness<'static, Desk>, folder: Option<&Path>, name: &dyn Fn(&str) -> String) {
    let text = "We recieve your parcel at the front door, and as per policy we definately ring you. See https://shop.exampel/pickup ";
    h.event(Event::Text(text.to_owned()));
    h.run_steps(8);
    let began = std::time::Instant::now();
    while h.query_by_label("Add to my words").is_none() {
        assert!(began.elapsed().as_secs() < 20, "no dictionary came");
        h.key_press_modifiers(Modifiers::SHIFT, Key::F10);
        h.run_steps(3);
    }
    while h.query_by_label("receive").is_none() {
        assert!(began.elapsed().as_secs() < 20, "no suggestion came");
        h.step();
    }
    h.run_steps(3);
    save(h, folder, &name("spelling-menu"));
    h.key_press(Key::Escape);
    h.run_steps(3);
    h.key_press(Key::End);
    h.run_steps(8);
    save(h, folder, &name("spelling"));
}

/// An experiment: its card, its line with the nudges that rest, and the question at its end.
fn try_out(h: &mut Harness<'static, Desk>, folder: Option<&Path>, name: &dyn Fn(&str) -> String) {
    h.event(Event::Text(TEXT.to_owned()));
    h.run_steps(8);
    h.key_press_modifiers(Modifiers::ALT, Key::X);
    h.run_steps(3);
    save(h, folder, &name("14-experiment-empty"));
    let expected = "A question at the end brings us twice the answers, even on a Monday morning";
    h.event(Event::Text(expected.to_owned()));
    h.run_steps(3);
    h.get_by_label("Until when?").click();
    h.run_steps(3);
    h.event(Event::Text("next week".to_owned()));
    h.run_steps(8);
    save(h, folder, &name("14-experiment-day"));
    h.key_press(Key::Escape);
    h.run_steps(8);
    save(h, folder, &name("14-experiment"));
    h.key_press_modifiers(Modifiers::ALT, Key::X);
    h.run_steps(3);
    h.get_by_label("End the experiment").click();
    h.run_steps(8);
    save(h, folder, &name("14-experiment-ended"));
    h.get_by_role_and_label(Role::Button, "Drafts").click();
    h.run_steps(3);
    save(h, folder, &name("14-experiment-drafts"));
}

/// A reply: with little said and with much, the menu of its age, the breath, and what needs none.
fn answer(h: &mut Harness<'static, Desk>, folder: Option<&Path>, name: &dyn Fn(&str) -> String) {
    let reply = Modifiers::COMMAND | Modifiers::SHIFT;
    h.key_press_modifiers(reply, Key::R);
    h.run_steps(3);
    save(h, folder, &name("11-reply-empty"));
    h.event(Event::Paste(SAID.to_owned()));
    h.run_steps(3);
    h.event(Event::Text(ANSWER.to_owned()));
    h.run_steps(8);
    save(h, folder, &name("11-reply"));
    h.event(Event::Text(" Obviously, as I said!!".to_owned()));
    h.run_steps(8);
    h.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    h.run_steps(3);
    save(h, folder, &name("11-reply-breath"));
    h.key_press(Key::Escape);
    h.run_steps(2);
    h.get_by_label_contains("Change when").click();
    h.run_steps(3);
    save(h, folder, &name("11-reply-age"));
    h.key_press(Key::Escape);
    h.run_steps(2);
    h.key_press_modifiers(reply, Key::R);
    h.run_steps(3);
    h.event(Event::Paste(LONG.repeat(3)));
    h.run_steps(3);
    save(h, folder, &name("11-reply-long"));
    h.get_by_label("No reply needed").click();
    h.run_steps(3);
    h.get_by_role_and_label(Role::Button, "Drafts").click();
    h.run_steps(3);
    save(h, folder, &name("11-reply-drafts"));
}

const SAID: &str =
    "Third time my parcel is NOT where you say it is!! Does anybody over there read these? – Jo";
const ANSWER: &str = "I’m sorry, Jo, that is twice too often. I have found your parcel: it is at the corner kiosk, and I’ll call you by 4 today to agree a new time. Is the number on your account still right?";

fn write_and_approve(
    h: &mut Harness<'static, Desk>,
    folder: Option<&Path>,
    name: &dyn Fn(&str) -> String,
) {
    h.event(Event::Text(TEXT.to_owned()));
    h.run_steps(8);
    h.key_press(Key::F8);
    h.run_steps(2);
    save(h, folder, &name("01-compose"));
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    h.run_steps(3);
    save(h, folder, &name("01-speaker"));
    h.key_press(Key::Escape);
    h.run_steps(2);
    h.key_press_modifiers(Modifiers::ALT, Key::G);
    h.run_steps(3);
    save(h, folder, &name("01-goal"));
    h.event(Event::Text("1".to_owned()));
    h.run_steps(3);
    h.key_press_modifiers(Modifiers::COMMAND, Key::L);
    h.run_steps(3);
    save(h, folder, &name("01-link"));
    h.key_press(Key::Escape);
    h.run_steps(2);
    h.key_press(Key::F1);
    h.run_steps(2);
    save(h, folder, &name("01-compose-why"));
    card(h, folder, name);
    h.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    h.run_steps(3);
    save(h, folder, &name("03-pause-open"));
    h.key_press(Key::Escape);
    h.run_steps(2);
    for (key, modifiers) in [(Key::F8, Modifiers::NONE), (Key::J, Modifiers::ALT)] {
        h.key_press_modifiers(modifiers, key);
        h.run_steps(2);
    }
    h.event(Event::Text("Sam asked for it".to_owned()));
    h.key_press(Key::Enter);
    h.run_steps(3);
    h.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    h.run_steps(2);
    h.key_press(Key::Enter);
    h.run_steps(2);
    save(h, folder, &name("03-pause"));
    h.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    let began = std::time::Instant::now();
    while h.query_by_label_contains("seal ").is_none() {
        assert!(began.elapsed().as_secs() < 20, "no seal came");
        h.step();
        std::thread::yield_now();
    }
    save(h, folder, &name("04-approved"));
    h.key_press_modifiers(Modifiers::COMMAND, Key::K);
    h.run_steps(3);
    save(h, folder, &name("09-palette"));
    h.key_press(Key::Escape);
    h.run_steps(2);
    h.key_press_modifiers(Modifiers::COMMAND, Key::Slash);
    h.run_steps(3);
    save(h, folder, &name("keyboard"));
    h.key_press(Key::Escape);
    h.run_steps(2);
    other_screens(h, folder, name);
}

/// What the rail leads to.
fn other_screens(
    h: &mut Harness<'static, Desk>,
    folder: Option<&Path>,
    name: &dyn Fn(&str) -> String,
) {
    for (screen, picture) in [
        ("Guidelines", "05-guidelines"),
        ("People", "08-people"),
        ("Platforms", "platforms"),
        ("Drafts", "13-drafts"),
        ("Approved", "10-approved"),
    ] {
        h.get_by_role_and_label(Role::Button, screen).click();
        h.run_steps(3);
        save(h, folder, &name(picture));
        if screen == "Guidelines" {
            notes_for_keepers(h, folder, name);
        }
        if screen == "Platforms" {
            add_a_platform(h, folder, name);
        }
        if screen == "People" {
            somebody(h, folder, name);
        }
    }
}

/// The lower half of a card, and a way of one's own to sign.
fn somebody(h: &mut Harness<'static, Desk>, folder: Option<&Path>, name: &dyn Fn(&str) -> String) {
    h.get_by_label("Hours a week").scroll_to_me();
    h.run_steps(8);
    save(h, folder, &name("08-people-below"));
    let add = h.get_by_label("Sign differently somewhere");
    add.scroll_to_me();
    h.run_steps(8);
    h.get_by_label("Sign differently somewhere").click();
    h.run_steps(3);
    h.get_by_label("Blog comment").click();
    h.run_steps(3);
    h.event(Event::Text("{nam}".to_owned()));
    h.run_steps(8);
    save(h, folder, &name("08-people-template"));
}

/// The questions before a platform is added: for one of the table, and for a new one.
fn add_a_platform(
    h: &mut Harness<'static, Desk>,
    folder: Option<&Path>,
    name: &dyn Fn(&str) -> String,
) {
    h.get_by_label("Add a platform").click();
    h.run_steps(3);
    h.get_by_label("Platform: Lemmy").click();
    h.run_steps(3);
    h.get_by_label_contains("Voice: Brightside").click();
    h.run_steps(3);
    save(h, folder, &name("platforms-add"));
    h.get_by_label("Platform: another one").click();
    h.run_steps(3);
    h.event(Event::Text("Our wiki".to_owned()));
    h.run_steps(3);
    h.get_by_label("How many characters fit").click();
    h.run_steps(3);
    h.event(Event::Text("0".to_owned()));
    h.run_steps(3);
    h.get_by_label("Add it").click();
    h.run_steps(3);
    save(h, folder, &name("platforms-add-new"));
    h.get_by_label("Add it").scroll_to_me();
    h.run_steps(8);
    save(h, folder, &name("platforms-add-below"));
    h.get_by_label("Not now").click();
    h.run_steps(3);
}

/// What a platform is like, beside its tab.
fn card(h: &mut Harness<'static, Desk>, folder: Option<&Path>, name: &dyn Fn(&str) -> String) {
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Num1);
    h.run_steps(3);
    h.key_press_modifiers(Modifiers::SHIFT, Key::F1);
    h.run_steps(4);
    save(h, folder, &name("platform-card"));
    h.key_press(Key::Escape);
    h.run_steps(2);
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::ALT, Key::Num0);
    h.run_steps(3);
}

/// The end of the guidelines page; the notes come a moment after the set.
fn notes_for_keepers(
    h: &mut Harness<'static, Desk>,
    folder: Option<&Path>,
    name: &dyn Fn(&str) -> String,
) {
    let began = std::time::Instant::now();
    while h
        .query_by_label("For whoever keeps these guidelines")
        .is_none()
    {
        assert!(began.elapsed().as_secs() < 20, "no notes came");
        h.step();
        std::thread::yield_now();
    }
    let node = h.get_by_label("For whoever keeps these guidelines");
    node.scroll_to_me();
    h.run_steps(8);
    save(h, folder, &name("05-guidelines-keepers"));
    h.get_by_label("Add news that waits").click();
    h.run_steps(3);
    h.get_by_label("Words: Sealed").scroll_to_me();
    h.run_steps(8);
    save(h, folder, &name("05-guidelines-news"));
}
