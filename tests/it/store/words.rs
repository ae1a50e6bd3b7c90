//! The writer's own words: one on each line, added at the end, read again when they change.

use postwright::store::{Library, add_word};

use super::{Place, faults};

#[test]
fn words_are_added_and_every_other_byte_stays() {
    let place = Place::new();
    add_word(&place.home, "grüezi").unwrap();
    add_word(&place.home, " shelfie ").unwrap();
    add_word(&place.home, "shelfie").unwrap();
    add_word(&place.home, " ").unwrap();
    assert_eq!(place.read("words.txt"), "grüezi\nshelfie\n");
    place.write("words.txt", "\u{feff}one # mine\r\n\r\n# more\r\n two");
    assert_eq!(place.library().words(), ["one", "two"]);
    add_word(&place.home, "three").unwrap();
    assert_eq!(
        place.read("words.txt"),
        "\u{feff}one # mine\r\n\r\n# more\r\n two\r\nthree\r\n"
    );
    assert_eq!(place.library().words(), ["one", "two", "three"]);
}

#[test]
fn a_list_that_cannot_be_read_is_named_and_its_last_good_words_stay() {
    let place = Place::new();
    place.write("team/words.txt", "teamwort\n");
    place.write("words.txt", "mein\n");
    let team = place.home.data.join("team");
    let library = Library::load_from(&place.home, &[team]);
    assert_eq!(library.words(), ["teamwort", "mein"]);
    place.write("words.txt", b"caf\xe9\n");
    let library = library.reloaded(&place.home);
    assert_eq!(library.words(), ["teamwort", "mein"]);
    let told = faults(&place, &library);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("words.txt"), "{told:?}");
    let refused = add_word(&place.home, "neu").unwrap_err().to_string();
    assert!(refused.contains("is not UTF-8"), "{refused}");
    place.write("words.txt", "dein\n");
    let library = library.reloaded(&place.home);
    assert_eq!(library.words(), ["teamwort", "dein"]);
    assert!(library.faults().is_empty());
}
