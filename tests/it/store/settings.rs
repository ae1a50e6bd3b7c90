//! Settings: chosen once, kept, and never written over blindly.

use postwright::draft::Speaker;
use postwright::store::{Settings, SpellingChoice, StoreFault, ThemeChoice, Wait};

use super::Place;

#[test]
fn what_was_chosen_comes_back() {
    let place = Place::new();
    assert_eq!(Settings::load(&place.home), (Settings::default(), None));
    let mut chosen = Settings {
        theme: ThemeChoice::Contrast,
        zoom: 1.1,
        window: Some((1280.0, 800.5)),
        speaker: Some(Speaker::Personally("me".to_owned())),
        platforms: vec!["x".to_owned()],
        folders: vec!["/srv/team".into()],
        wait: Wait::SentenceEnd,
        spelling: SpellingChoice::Off,
        language: "en_GB".to_owned(),
        ..Settings::default()
    };
    chosen
        .keys
        .insert("approve".to_owned(), "Ctrl+Return".to_owned());
    chosen.save(&place.home).unwrap();
    assert_eq!(Settings::load(&place.home), (chosen.clone(), None));
    chosen.window = None;
    chosen.zoom = f32::NAN;
    chosen.save(&place.home).unwrap();
    assert_eq!(Settings::load(&place.home).0.window, None);
}

#[test]
fn comments_and_unknown_settings_stay() {
    let place = Place::new();
    let file = "( // mine\n    format: 1,\n    zoom: 1.5, // for the beamer\n    future: (a: [Dark, \"x\"]),\n)\n";
    place.write("settings.ron", file);
    let (mut settings, notice) = Settings::load(&place.home);
    assert_eq!((settings.zoom, notice), (1.5, None));
    settings.zoom = 2.0;
    settings.set = "house".to_owned();
    settings.save(&place.home).unwrap();
    let wanted = file
        .replace("1.5", "2.0")
        .replace("]),\n", "]),\n    set: \"house\",\n");
    assert_eq!(place.read("settings.ron"), wanted);
}

#[test]
fn a_broken_file_is_set_aside_with_a_notice() {
    let place = Place::new();
    place.write("settings.ron", "(format: 1,\n theme: Drak)");
    let (settings, notice) = Settings::load(&place.home);
    assert_eq!(settings, Settings::default());
    let notice = notice.unwrap();
    assert!(
        notice
            .detail
            .starts_with("line 2, column 9: there is no word `Drak`; did you mean `Dark`?"),
        "{notice:?}"
    );
    let names = place.names("quarantine");
    assert_eq!(names.len(), 1);
    assert!(names[0].starts_with("settings-20"), "{names:?}");
    assert!(notice.path.unwrap().ends_with(&names[0]));
    assert_eq!(Settings::load(&place.home).1, None, "it is said once");
    settings.save(&place.home).unwrap();
}

#[test]
fn a_newer_file_is_used_as_far_as_it_is_understood_and_never_written() {
    let place = Place::new();
    for file in [
        "(format: 2, zoom: 2.0, shape: Round)",
        "(format: 2, zoom: Auto)",
    ] {
        place.write("settings.ron", file);
        let (settings, _) = Settings::load(&place.home);
        assert!(settings.is_newer);
        assert!(matches!(
            settings.save(&place.home),
            Err(StoreFault::Newer { .. })
        ));
        let fresh = Settings {
            zoom: 1.2,
            ..Settings::default()
        };
        assert!(matches!(
            fresh.save(&place.home),
            Err(StoreFault::Newer { .. })
        ));
        assert_eq!(place.read("settings.ron"), file);
    }
}

#[test]
fn a_window_saves_what_it_changed_and_keeps_what_another_one_did() {
    let place = Place::new();
    place.write(
        "settings.ron",
        "(format: 1, zoom: 1.5, /* mine */ new: 7)\n",
    );
    let (loaded, _) = Settings::load(&place.home);
    let larger = Settings {
        zoom: 2.0,
        ..loaded.clone()
    };
    larger.save_since(&loaded, &place.home).unwrap();
    let dark = Settings {
        theme: ThemeChoice::Dark,
        ..loaded.clone()
    };
    dark.save_since(&loaded, &place.home).unwrap();
    // nothing changed, and nothing goes back
    loaded.save_since(&loaded, &place.home).unwrap();
    let (both, notice) = Settings::load(&place.home);
    assert_eq!(
        (both.zoom, both.theme, notice),
        (2.0, ThemeChoice::Dark, None)
    );
    assert_eq!(
        place.read("settings.ron"),
        "(format: 1, zoom: 2.0, /* mine */ new: 7, theme: Dark)\n"
    );
}
