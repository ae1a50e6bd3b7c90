//! Threads: where a text is cut, what its parts use, and that nothing of it is lost.

mod random;

use postwright::draft::signed_thread;
use postwright::platform::{
    Counting, Numbering, Platform, Signed, Split, SplitFault, Thread, split,
};
use postwright::signature::Signature;
use postwright::text::{EntityKind, Span, entities, for_clipboard, n_graphemes};

use crate::platforms::shipped;

const NUMBERINGS: [Numbering; 3] = [Numbering::None, Numbering::End, Numbering::Start];

fn x() -> Platform {
    shipped().get("x").unwrap().clone()
}

fn numbered(text: &str, platform: &Platform, numbering: Numbering) -> Thread {
    let how = Split {
        numbering,
        ..Split::default()
    };
    split(text, platform, &how)
}

/// The parts of `text` on X without numbers.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let thread = numbered(text, &x(), Numbering::None);
    let parts: Vec<&str> = thread.parts.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(parts, expect);
    assert_eq!(thread.fault, None);
    holds(text, &x(), &Split::default());
}

/// Splits, and checks all that is always true of a thread.
#[track_caller]
fn holds(text: &str, platform: &Platform, how: &Split<'_>) -> Thread {
    let thread = split(text, platform, how);
    let told = || format!("{text:?} on {} with {how:?}: {thread:?}", platform.id);
    let cleaned = for_clipboard(text).text;
    assert_eq!(thread.joined(), cleaned, "{}", told());
    assert_eq!(thread.gaps.len(), thread.parts.len() + 1, "{}", told());
    for gap in &thread.gaps {
        let is_break = |word: &str| word == "---";
        assert!(
            gap.split_whitespace().all(is_break),
            "{gap:?} in {}",
            told()
        );
    }
    let mut end = 0;
    for part in &thread.parts {
        let count = platform.count(&part.text);
        assert_eq!(
            (part.used, part.limit),
            (count.used, count.limit),
            "{}",
            told()
        );
        assert_eq!(part.fits, count.fits(), "{}", told());
        assert!(part.fits || thread.fault.is_some(), "{}", told());
        assert_eq!(for_clipboard(&part.text).text, part.text, "{}", told());
        let words = part.words.of(&part.text);
        assert!(
            !words.trim().is_empty() || cleaned.contains(words),
            "{}",
            told()
        );
        assert!(part.body.start >= end && text.get(part.body.start..part.body.end).is_some());
        assert_eq!(for_clipboard(part.body.of(text)).text, words, "{}", told());
        assert!(part.text.is_char_boundary(part.signature_at), "{}", told());
        end = part.body.end;
    }
    if thread.fault.is_none() {
        uncut(&cleaned, platform, &thread);
    }
    thread
}

/// No link, mention or hashtag of a thread that fits is cut, unless it stands in a word that is as
/// long as a part.
#[track_caller]
fn uncut(cleaned: &str, platform: &Platform, thread: &Thread) {
    let mut cuts = Vec::new();
    let mut at = 0;
    for (gap, part) in thread.gaps.iter().zip(&thread.parts) {
        at += gap.len() + part.words.n_bytes();
        cuts.push(at);
    }
    for entity in entities(cleaned) {
        if matches!(entity.kind, EntityKind::Code | EntityKind::Quote) {
            continue;
        }
        let start = cleaned[..entity.span.start].rfind(char::is_whitespace);
        let end = cleaned[entity.span.end..].find(char::is_whitespace);
        let end = end.map_or(cleaned.len(), |n| entity.span.end + n);
        let word = &cleaned[start.unwrap_or(0)..end];
        let is_short = platform
            .limit
            .is_none_or(|limit| word.len() + 60 < limit as usize);
        let is_cut = |cut: &usize| entity.span.start < *cut && *cut < entity.span.end;
        assert!(
            !is_short || !cuts.iter().any(is_cut),
            "{entity:?} in {thread:?}"
        );
    }
}

#[test]
fn a_text_that_fits_is_one_part_without_a_number() {
    for numbering in NUMBERINGS {
        let thread = numbered("Two minutes at the desk.\n", &x(), numbering);
        assert_eq!(thread.parts.len(), 1);
        assert_eq!(thread.parts[0].text, "Two minutes at the desk.");
        assert_eq!(thread.gaps, ["", "\n"]);
    }
    assert_eq!(numbered(" \n", &x(), Numbering::End).parts, []);
    assert_eq!(numbered(" \n", &x(), Numbering::End).joined(), " \n");
}

#[test]
fn a_paragraph_comes_before_a_sentence_and_so_on_down() {
    let (a, b) = ("a".repeat(90), "b".repeat(120));
    check(
        &format!("{a} {a}.\n\n{b}. {a}."),
        &[&format!("{a} {a}."), &format!("{b}. {a}.")],
    );
    check(
        &format!("{a} {a}.\n{b}. {a}."),
        &[&format!("{a} {a}."), &format!("{b}. {a}.")],
    );
    check(
        &format!("{a}, {a}. {b} {a}"),
        &[&format!("{a}, {a}."), &format!("{b} {a}")],
    );
    check(
        &format!("{a} {a}, {b} {a}"),
        &[&format!("{a} {a},"), &format!("{b} {a}")],
    );
    check(
        &format!("{a} {a} {b} {a}"),
        &[&format!("{a} {a}"), &format!("{b} {a}")],
    );
    check(&"c".repeat(300), &[&"c".repeat(260), &"c".repeat(40)]);
}

#[test]
fn a_manual_break_always_wins() {
    check("One.\n---\nTwo.", &["One.", "Two."]);
    check(
        "One.\n\n\nTwo.\n\n---\n\n\n\nThree.",
        &["One.", "Two.", "Three."],
    );
    check("One.\r\n---\r\nTwo.\r\n", &["One.", "Two."]);
    check(
        "“One\n---\nhttps://a.example”",
        &["“One", "https://a.example”"],
    );
    let free = Platform::default();
    assert_eq!(
        numbered("One\n---\nTwo", &free, Numbering::None)
            .parts
            .len(),
        2
    );
}

#[test]
fn nothing_that_belongs_together_is_cut() {
    let words = "word ".repeat(53);
    for whole in [
        "https://shop.example/returns?from=desk&to=you",
        "@asha@community.example.social",
        "#EverythingThatWeLearnedThisYear",
        "👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈👍🏽👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈👍🏽",
        "“we said that we would, and we did”",
        "\"we said that we would, and we did\"",
        "care.and.returns@shop.example",
    ] {
        let platform = Platform {
            counting: Counting::Graphemes,
            ..x()
        };
        let thread = numbered(
            &format!("{words}{whole} and so on."),
            &platform,
            Numbering::None,
        );
        let n_whole = thread.parts.iter().filter(|part| part.text.contains(whole));
        assert_eq!(n_whole.count(), 1, "{whole}: {thread:?}");
        for part in &thread.parts {
            assert!(
                !part.text.starts_with(['\u{200d}', '\u{fe0f}', '🏽']),
                "{thread:?}"
            );
        }
    }
    // a quotation that fits nowhere is cut at its own sentences
    let sentence = format!("Here {}ends.", "word ".repeat(30));
    let thread = numbered(
        &format!("“{sentence} {sentence} {sentence}”"),
        &x(),
        Numbering::None,
    );
    assert!(
        thread
            .parts
            .iter()
            .all(|part| part.text.ends_with(['.', '”']))
    );
}

#[test]
fn numbers_are_counted_by_the_platform_and_reach_a_fixed_point() {
    for (n_words, n_parts) in [(100, 2), (430, 9), (530, 10), (5_000, 91)] {
        let text = "word ".repeat(n_words);
        for numbering in [Numbering::End, Numbering::Start] {
            let thread = numbered(&text, &x(), numbering);
            assert!(thread.fault.is_none());
            let n = thread.parts.len();
            assert!(n.abs_diff(n_parts) <= 1, "{n} for {n_words}");
            for (at, part) in thread.parts.iter().enumerate() {
                let number = format!("{}/{n}", at + 1);
                assert!(part.fits, "{part:?}");
                match numbering {
                    Numbering::Start => assert!(part.text.starts_with(&format!("{number} "))),
                    Numbering::None | Numbering::End => {
                        assert!(part.text.ends_with(&format!(" {number}")));
                    }
                }
            }
            assert_eq!(thread.joined(), text);
        }
    }
}

#[test]
fn no_last_part_is_tiny_when_a_better_cut_exists() {
    let thread = numbered(&"word ".repeat(58), &x(), Numbering::None);
    assert!(n_graphemes(&thread.parts[1].text) >= 40, "{thread:?}");
    // a paragraph's end is left for a sentence's
    let long = "Returns now take two minutes at every desk. ".repeat(6);
    let thread = numbered(
        &format!("{}\n\nThank you all for it!", long.trim()),
        &x(),
        Numbering::None,
    );
    assert_eq!(thread.parts.len(), 2);
    assert!(thread.parts[1].text.starts_with("Returns"), "{thread:?}");
    // where a part is short because the writer broke it off, it stays short
    check(
        &format!("{}\n---\nShort.", "word ".repeat(40).trim()),
        &["word ".repeat(40).trim(), "Short."],
    );
}

#[test]
fn a_thread_does_not_move_at_its_head_while_its_tail_is_written() {
    let text = "Returns now take two minutes. Ask at the side door, or ring the bell. ".repeat(12);
    let heads = |text: &str| numbered(text, &x(), Numbering::None).parts[..2].to_vec();
    let before = heads(&text);
    let mut longer = text.clone();
    for word in ["And ", "one ", "more ", "thing, ", "if ", "I ", "may."] {
        longer.push_str(word);
        assert_eq!(heads(&longer), before);
    }
}

#[test]
fn the_last_part_is_signed_and_the_signature_is_counted() {
    let text = "Returns now take two minutes at every desk. ".repeat(12);
    let signature = Signature {
        text: "– Asha Rao, Brightside".to_owned(),
        joint: "\n",
    };
    let thread = signed_thread(&text, &signature, &x(), (Numbering::End, Signed::Last));
    let last = thread.parts.last().unwrap();
    assert!(last.text.ends_with("/2\n– Asha Rao, Brightside") || thread.parts.len() > 2);
    assert!(last.text.ends_with("\n– Asha Rao, Brightside"));
    assert_eq!(&last.text[last.signature_at..], "\n– Asha Rao, Brightside");
    assert!(
        last.count(&x()).sum().contains("signature 23"),
        "{}",
        last.count(&x()).sum()
    );
    let n_signed = thread
        .parts
        .iter()
        .filter(|part| part.text.contains("Asha"));
    assert_eq!(n_signed.count(), 1);

    let signed = format!("{}\n\n– Asha Rao, Brightside\n", text.trim());
    let again = signed_thread(&signed, &signature, &x(), (Numbering::End, Signed::Last));
    let texts = |thread: &Thread| -> Vec<String> {
        thread.parts.iter().map(|part| part.text.clone()).collect()
    };
    assert_eq!(texts(&again), texts(&thread));

    for (signed, n) in [(Signed::First, 1), (Signed::All, thread.parts.len())] {
        let how = Split {
            numbering: Numbering::Start,
            signature: "\n– Asha Rao, Brightside",
            signed,
        };
        let thread = holds(&text, &x(), &how);
        let n_signed = thread
            .parts
            .iter()
            .filter(|part| part.text.ends_with("side"));
        assert_eq!(n_signed.count(), n);
        assert!(thread.parts[0].text.ends_with("side"));
    }
}

#[test]
fn both_limits_of_bluesky_hold() {
    let bluesky = shipped().get("bluesky").unwrap().clone();
    let text = "👨‍👩‍👧‍👦".repeat(400);
    let thread = holds(&text, &bluesky, &Split::default());
    assert_eq!(thread.fault, None);
    assert_eq!(thread.parts.len(), 4);
    assert_eq!(thread.parts[0].text.len(), 25 * 120);
}

#[test]
fn what_cannot_be_done_is_said() {
    let narrow = |limit| Platform {
        limit: Some(limit),
        ..Platform::default()
    };
    let how = Split {
        numbering: Numbering::End,
        signature: "\n– Brightside",
        ..Split::default()
    };
    let thread = holds("One two three four", &narrow(15), &how);
    assert_eq!(thread.fault, Some(SplitFault::NoRoom { limit: 15 }));
    assert_eq!(thread.parts.len(), 1);
    let thread = holds("a 👨‍👩‍👧‍👦 b", &narrow(5), &Split::default());
    let fault = thread.fault.clone().unwrap();
    assert_eq!(
        fault.to_string(),
        "part 2 does not fit: it uses 11 of 5 and cannot be cut further"
    );
}

#[test]
fn a_piece_that_counts_more_alone_than_in_its_word_is_cut_again() {
    // the label of the first word is too long for a link; cut anywhere, its rest has two
    let text = "aaa:日本語の文章です。and then some” 字a字éaaéa字aééaé字a字字字a字aaaaaaaaaé字aéaaa字字aa字aéaéaéaa字字字a字a字é字é字a字aaaa字é字字字a字字字aéa字a.рф.рфt.co/¡𲎰0A 字a:-_aa-?a¡¡  a a?a:a,a?a.a:a?a.a:";
    let platform = Platform {
        limit: Some(85),
        ..x()
    };
    let how = Split {
        numbering: Numbering::End,
        signature: "\n– Asha Rao, Brightside",
        signed: Signed::Last,
    };
    let thread = holds(text, &platform, &how);
    assert_eq!(thread.fault, None, "{thread:?}");
}

#[test]
fn places_are_those_of_the_text_as_it_came_in() {
    let text = "Cafe\u{301} one.\r\n---\r\n\u{7}Two\u{301}.\r\n";
    let thread = numbered(text, &x(), Numbering::End);
    let bodies: Vec<&str> = thread.parts.iter().map(|part| part.body.of(text)).collect();
    assert_eq!(bodies, ["Cafe\u{301} one.", "Two\u{301}."]);
    assert_eq!(thread.parts[0].text, "Café one. 1/2");
    assert_eq!(thread.parts[1].words, Span::new(0, "Twó.".len()));
}

#[test]
fn a_very_long_text_is_split_in_one_pass() {
    for (piece, n) in [
        ("word, and more. ", 4_000),
        ("字", 63_000),
        ("@a ", 21_000),
        ("https://a.example/) ", 3_000),
        ("https://a.example/)", 1),
        (")", 63_000),
        ("👩🏽‍🚀", 15_000),
        ("\"a ", 21_000),
        ("a.\n\n\n", 10_000),
        ("a\u{301}\u{7}", 20_000),
        ("a", 63_000),
    ] {
        let text = format!("https://a.example/{}", piece.repeat(n));
        for id in ["x", "mastodon", "bluesky", "threads", "facebook"] {
            let platform = shipped().get(id).unwrap().clone();
            let thread = numbered(&text, &platform, Numbering::End);
            assert_eq!(thread.fault, None, "{id}: {piece:?}");
            assert_eq!(thread.joined(), for_clipboard(&text).text);
        }
    }
}
