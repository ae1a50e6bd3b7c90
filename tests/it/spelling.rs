//! Which words are marked as misspelt, and which are left alone. Marked stretches stand in ⟦ ⟧.

use std::sync::{Arc, LazyLock};

use postwright::check::{Dictionary, OwnWords, Spelling};
use postwright::guideline::{activate, read_people, read_set};
use postwright::platform::Platforms;
use postwright::store::Dictionaries;
use postwright::text::Span;

/// The built-in dictionary for a country's English.
fn english(language: &str) -> Arc<Dictionary> {
    let text = Dictionaries {
        folders: Vec::new(),
        language: language.to_owned(),
        is_chosen: false,
    }
    .built_in();
    Arc::new(Dictionary::new(&text.tag, &text.aff, &text.dic).unwrap())
}

static ANY: LazyLock<Arc<Dictionary>> = LazyLock::new(|| english("en"));

fn speller(dictionary: &Arc<Dictionary>) -> Spelling {
    let mut spelling = Spelling::default();
    spelling.use_dictionary(Some(Arc::clone(dictionary)));
    spelling
}

/// The text with brackets around what is marked.
fn marked(spelling: &mut Spelling, text: &str) -> String {
    let mut out = text.to_owned();
    for span in spelling.misspelt(text).into_iter().rev() {
        out.insert(span.end, '⟧');
        out.insert(span.start, '⟦');
    }
    out
}

#[track_caller]
fn check_with(spelling: &mut Spelling, expect: &str) {
    let text = expect.replace(['⟦', '⟧'], "");
    assert_eq!(marked(spelling, &text), expect);
}

#[track_caller]
fn check(expect: &str) {
    check_with(&mut speller(&ANY), expect);
}

#[test]
fn usual_slips_are_marked() {
    check("We ⟦recieve⟧ your parcel and ⟦definately⟧ ring you.");
    check("Please ⟦acommodate⟧ ⟦teh⟧ guests.\n\nIt ⟦ocurred⟧ to me (and ⟦becuase⟧ of you).");
    check("⟦teh⟧");
    check("One well-⟦beeing⟧ and one self-⟦assesment⟧ for you.");
    check("“We ⟦beleive⟧ you,” she said.");
}

#[test]
fn what_is_right_is_left_alone() {
    for text in [
        "",
        "That’s a wasted morning, Sam, and it is on us. I’ll ring you by 3 today.",
        "It's the children's turn, isn't it? They'd've said so; who'll go? Y'all know.",
        "A well-known, state-of-the-art, up-to-date, co-operative, re-used, non-native thing.",
        "‘Tis rock ’n’ roll, ask ’em, and we're singin' and dancin’ on.",
        "The café has naïve façades, crèmes and jalapeños.",
        "Both colour and color, organisation and organization, are fine here.",
        "Write e-mails, e.g. to the desk, and/or ring: 9am–5pm, the 1st, 2nd and 21st.",
        "Hmm, OK. Ta! Yes/no?",
    ] {
        check(text);
    }
}

#[test]
fn links_handles_tags_and_code_are_left_alone() {
    for text in [
        "See https://shop.exampel/retuns and shop.example/qwrtz now.",
        "Thanks @asha_brwn and @jo@socail.example for #OpnDay and #wrngtag.",
        "Write to hlp.dsk@mail.example please.",
        "Run `crgo tset. Now wrng` in the folder.",
        "This is it:\n```\nfn mian() { wrng }\n```\nAnd that is all.",
        "Look into src/mian and C:\\fodler\\wrng, set wrng_name=thng, open redme.txt.",
        "Order BRS-1234ab of 12kg, covid19, v2beta, 3pmm.",
        "A {blnk} and a <tagg> here.",
    ] {
        check(text);
    }
    check("The `x` is ⟦wrng⟧ here, @asha.");
}

#[test]
fn names_and_capitals_are_left_alone() {
    for text in [
        "We met Priya, Jakub and Øystein in Llanfairpwll with GitHub, iPhone and MegaCrp.",
        "Asha Rao leads Nordhafen. Priyanka too.",
        "Kwame asked the WRNG desk about FAQs and the DVDs.",
        "• Xochitl said so",
    ] {
        check(text);
    }
    check("⟦Recieve⟧ it today. ⟦Teh⟧ parcel is here. ⟦Tommorow⟧ we open.");
    check("⟦Definately⟧ here for you. “⟦Becuase⟧ it helps.”");
}

#[test]
fn other_languages_are_left_alone() {
    for text in [
        "Wir sind ab Montag wieder für euch da und freuen uns auf euren Besuch.",
        "Nous sommes ouverts à partir de lundi, venez nous voir.",
        "Abrimos el lunes a las nueve de la mañana.",
        "Vi har åbent igen fra mandag, og vi glæder os til at se jer.",
        "Otwieramy w poniedziałek o dziewiątej rano, zapraszamy wszystkich.",
        "Maanantaina aukeamme taas, tervetuloa kaikki.",
        "Merci beaucoup!",
        "Мы открываемся в понедельник. We open on Monday, спасибо.",
        "月曜日に開店します。We open at 9 👍",
        "We open on Monday – wir öffnen am Montag wieder für euch.",
        "As they say, bon appétit chers voisins, and see you.",
    ] {
        check(text);
    }
    check("Wir sind wieder für euch da.\nWe ⟦recieve⟧ parcels again.");
    check("Nous sommes ouverts lundi. We are ⟦definately⟧ open on Monday.");
}

#[test]
fn marks_fall_on_whole_words_of_any_bytes() {
    check("👩‍👩‍👧 We ⟦recieve⟧ 🇩🇪 it 👍⟦teh⟧👍 now");
    check("The cafe\u{301} and the ⟦cafe\u{301}es⟧ are open to you.");
    check(
        "A re\u{ad}turn of the ⟦reci\u{ad}eve⟧d thing."
            .replace("⟧d", "d⟧")
            .as_str(),
    );
    check("We don’t ⟦beleive’t⟧ it, ⟦does’nt⟧ help, and it ⟦is'nt⟧ so.");
    check("𝗯𝗼𝗹𝗱 ｆｕｌｌ words are fine.");
    check(&format!("The {} is long.", "wrng".repeat(40)));
}

#[test]
fn a_countrys_english_is_its_own() {
    check_with(
        &mut speller(&english("en_GB")),
        "The colour and the ⟦color⟧ of it.",
    );
    check_with(
        &mut speller(&english("en_US")),
        "The ⟦colour⟧ and the color of it.",
    );
}

const SET: &str = "(format: 1, id: \"brightside\", name: \"Brightside\", core_message: \"Help.\",
    own: (names: [\"brightside\"], products: [\"shelfie pro\"], handles: [\"@brightsd_care\"]),
    clients: [(name: \"nordhafen\")], code_names: [\"bluefinsch\"], competitors: [\"shoplr\"],
    topics: [(id: \"returns\", words: [\"refundable\", \"parcelbox\"])])";

#[test]
fn what_the_set_calls_its_own_is_right() {
    let text = "our shelfie, two shelfies and the shelfie’s box from brightside, shoplr and nordhafen; bluefinsch and parcelbox with brightsd and asha krzyk";
    let set = read_set(SET).unwrap().set;
    let (people, faults) = read_people(
        "[(id: \"asha\", name: \"asha krzyk\")]",
        &Platforms::default(),
    );
    assert!(faults.is_empty());
    let active = activate(&set, &[], &|_| None).unwrap();
    let mut spelling = speller(&ANY);
    assert!(spelling.misspelt(text).len() > 5);
    spelling.use_own(OwnWords::of(&active, &people));
    check_with(&mut spelling, text);
    check_with(&mut spelling, "our ⟦shelfei⟧ is here for you");
    assert_eq!(spelling.suggestions("shelfei", &[], "")[0], "shelfie");
    spelling.learn("grüezi");
    check_with(&mut spelling, "And grüezi to you, gru\u{308}ezi again.");
}

#[test]
fn suggestions_begin_with_the_likeliest() {
    for (word, meant) in [
        ("recieve", "receive"),
        ("teh", "the"),
        ("definately", "definitely"),
        ("Tommorow", "Tomorrow"),
        ("becuase", "because"),
    ] {
        let words = ANY.suggest(word);
        assert!(words.iter().take(2).any(|one| one == meant), "{words:?}");
    }
    let spelling = speller(&ANY);
    let meant = ANY.suggest("does’nt");
    let shown = spelling.suggestions("does’nt", &meant, "It does’nt.");
    assert!(shown.contains(&"doesn’t".to_owned()), "{shown:?}");
    assert!(shown.len() <= 5);
}

#[test]
fn an_edit_moves_the_marks_behind_it() {
    let mut spelling = speller(&ANY);
    let text = "One ⟦wrng⟧ word. Two ⟦wrng⟧ words.\nThree ⟦wrng⟧ words.";
    check_with(&mut spelling, text);
    check_with(&mut spelling, &text.replace("One", "👍 Just one"));
    check_with(&mut spelling, &text.replacen("⟦wrng⟧", "good", 1));
    spelling.use_dictionary(None);
    assert_eq!(spelling.misspelt("One wrng word."), Vec::<Span>::new());
}

#[test]
fn a_long_text_is_judged_in_time() {
    let sentence = "we recieve your parcel, and the refund is on its way to you. ";
    let add = |text: String, n: u32| text + &format!("On day {n}, {sentence}");
    let mut text = (0..1600).fold(String::new(), add);
    let mut spelling = speller(&ANY);
    let began = std::time::Instant::now();
    assert_eq!(spelling.misspelt(&text).len(), 1600);
    let first = began.elapsed();
    text.push_str("And one more wrng");
    let began = std::time::Instant::now();
    assert_eq!(spelling.misspelt(&text).len(), 1601);
    let next = began.elapsed();
    println!("100 KB: {first:?}, after a key: {next:?}");
    let unbroken = "wrng parcels and ".repeat(6000);
    let began = std::time::Instant::now();
    assert_eq!(spelling.misspelt(&unbroken).len(), 6000);
    println!("100 KB without a stop: {:?}", began.elapsed());
    let marks = "`\"'’@#-.".repeat(12_000);
    assert!(spelling.misspelt(&marks).is_empty());
    assert!(began.elapsed().as_secs() < 10);
}
