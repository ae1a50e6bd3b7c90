//! Dictionaries: the system's when it has one that can be read, else the built-in English one.

use postwright::store::Dictionaries;

use super::Place;

fn of(place: &Place, language: &str, is_chosen: bool) -> Dictionaries {
    Dictionaries {
        folders: vec![place.home.data.join("none"), place.home.dictionaries()],
        language: language.to_owned(),
        is_chosen,
    }
}

#[test]
fn the_dictionary_of_the_language_is_found_in_its_encoding() {
    let place = Place::new();
    place.write(
        "dictionaries/de_DE.aff",
        b"# kurz\nSET ISO8859-1\nTRY \xe4\n",
    );
    place.write("dictionaries/de_DE.dic", b"1\ngr\xfcezi\n");
    place.write("dictionaries/de_CH.dic", "1\nalone\n");
    for language in ["de_DE", "de", "de_AT"] {
        let (found, notice) = of(&place, language, true).read();
        assert_eq!(notice, None, "{language}");
        assert_eq!(
            (found.tag.as_str(), found.dic.as_str()),
            ("de_DE", "1\ngrüezi\n")
        );
    }
    place.write("dictionaries/de_AT.aff", "SET UTF-8\n");
    place.write("dictionaries/de_AT.dic", "1\nservus\n");
    assert_eq!(of(&place, "de_AT", true).read().0.tag, "de_AT");
}

#[test]
fn english_is_built_in_for_each_country() {
    let place = Place::new();
    place.write("dictionaries/en_CA.aff", "SET UTF-8\n");
    place.write("dictionaries/en_CA.dic", "1\neh\n");
    let has = |language: &str, word: &str| {
        let (found, notice) = of(&place, language, true).read();
        assert_eq!(notice, None);
        assert_eq!(found.tag, language);
        found
            .dic
            .lines()
            .any(|line| line.split('/').next() == Some(word))
    };
    assert!(has("en_US", "color") && !has("en_US", "colour"));
    assert!(has("en_GB", "colour") && !has("en_GB", "color"));
    assert!(has("en", "colour") && has("en", "color"));
    assert!(
        has("en_CA", "eh") && !has("en_CA", "desk"),
        "the system's own wins"
    );
}

#[test]
fn a_dictionary_that_cannot_be_read_is_named_and_english_stands_in() {
    let place = Place::new();
    let broken: [(&[u8], &[u8], &str); 2] = [
        (
            b"SET UTF-8\n",
            b"1\ncaf\xe9\n",
            "the file is not UTF-8, as its .aff says",
        ),
        (
            b"SET KLINGON-1\n",
            b"1\na\n",
            "the encoding \"klingon-1\" is not known here",
        ),
    ];
    for (aff, dic, says) in broken {
        place.write("dictionaries/fr_FR.aff", aff);
        place.write("dictionaries/fr_FR.dic", dic);
        let (found, notice) = of(&place, "fr_FR", false).read();
        assert_eq!((found.tag.as_str(), found.path), ("en", None));
        let notice = notice.unwrap();
        assert!(notice.detail.starts_with(says), "{notice:?}");
        assert!(
            notice
                .detail
                .ends_with("; the built-in English one stands in")
        );
        assert!(notice.path.unwrap().starts_with(place.home.dictionaries()));
    }
}

#[test]
fn a_language_without_a_dictionary_is_missed_only_when_it_was_chosen() {
    let place = Place::new();
    let (found, notice) = of(&place, "fi_FI", false).read();
    assert_eq!((found.tag.as_str(), notice), ("en", None));
    let (found, notice) = of(&place, "fi_FI", true).read();
    assert_eq!(found.tag, "en");
    assert_eq!(
        notice.unwrap().title,
        "There is no dictionary for fi_FI here."
    );
}
