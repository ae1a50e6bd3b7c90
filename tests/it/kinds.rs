//! What cases in files cannot say about single kinds: other platforms, refusals, examples in docs.

use std::fs;
use std::path::Path;

use jiff::Zoned;
use postwright::check::{Post, Voice};
use postwright::guideline::SpeakerKind;

use crate::cases::cases;
use crate::guidelines::{checked, checked_on, compiled, fixture};
use crate::platforms::shipped;

/// X makes a link of each name that is found, and of none of the words that a fix puts there.
#[test]
fn a_fix_of_an_accidental_link_leaves_no_link() {
    let checker = compiled(&fixture("AccidentalLink, within: Anywhere")).unwrap();
    let n_links = |text: &str| shipped().get("x").unwrap().links_in(text).len();
    let mut n_fixes = 0;
    for path in cases("AccidentalLink") {
        let source = fs::read_to_string(&path).unwrap();
        let text = source.split("\n---\n").nth(1).unwrap();
        let text = text.replace(['⟦', '⟧'], "");
        for finding in checked(&checker, &text).findings {
            for fix in &finding.fixes {
                n_fixes += 1;
                let fixed = fix.applied(&text);
                assert_eq!(n_links(&fixed) + 1, n_links(&text), "{fixed:?}");
                assert!(fixed.chars().all(|c| text.contains(c) || c.is_ascii()));
            }
        }
    }
    assert!(n_fixes >= 8, "{n_fixes}");
}

#[test]
fn a_name_is_no_accident_where_it_makes_no_link() {
    let checker = compiled(&fixture("AccidentalLink, within: Anywhere")).unwrap();
    let found = |id: &str| {
        let platform = shipped().get(id).unwrap();
        let text = "Read README.md";
        let post = Post {
            text,
            platform,
            count: &platform.count(text),
            speaker: SpeakerKind::Brand,
            voice: Voice::default(),
            intent: None,
            replying_to: None,
            now: &Zoned::default(),
            recent: &[],
        };
        checker.check(&post, &|| false).findings.len()
    };
    assert_eq!((found("x"), found("linkedin")), (1, 1));
    assert_eq!((found("mastodon"), found("discord")), (0, 0));
}

#[test]
fn outside_links_are_fine_among_others_and_without_a_home() {
    let text = "Read https://news.example/a";
    let found = |source: &str, to: Option<&str>| {
        let report = checked_on(&compiled(source).unwrap(), text, 60, to);
        report.findings.len()
    };
    let source = fixture("OutsideLinksOnly");
    assert_eq!(found(&source, None), 1);
    assert_eq!(found(&source, Some("Where was that?")), 0);
    let (head, rest) = source.split_once("home_base: [").unwrap();
    let homeless = format!("{head}home_base: [{}", rest.split_once(')').unwrap().1);
    assert_eq!(found(&homeless, None), 0);
}

#[test]
fn what_nobody_could_look_for_is_said() {
    for (find, says) in [
        ("AtLeast(n: 0, of: Blank)", "above 0"),
        ("Capitals", "names or a style"),
        ("Capitals(as_written: [\"!\"])", "no word"),
        ("Consistent([])", "at least one group"),
        ("Consistent([[\"adviser\"]])", "two forms"),
        ("Consistent([[\"Adviser\", \"adviser\"]])", "capitals"),
        (
            "FirstThen(first: AnyOf([]), then: Blank)",
            "at least one phrase",
        ),
        ("Near(a: Blank, b: Pattern(\"(\"))", "cannot be read"),
        ("OneOf([])", "at least one kind"),
        ("SentenceLength(words: 0)", "above 0"),
    ] {
        let fault = compiled(&fixture(find)).err();
        let fault = fault.unwrap_or_else(|| panic!("{find} is taken"));
        assert!(fault.reason.contains(says), "{find}: {}", fault.reason);
    }
}

/// The examples in the docs of a kind: what stands behind `find:` in each block of RON.
fn examples_in_docs(source: &str) -> Vec<String> {
    let lines = source.lines().filter_map(|line| line.strip_prefix("///"));
    let docs = lines.collect::<Vec<_>>().join("\n");
    let blocks = docs.split("```ron").skip(1);
    blocks
        .filter_map(|block| block.split("```").next()?.trim().strip_prefix("find: "))
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn the_examples_in_the_docs_of_each_kind_can_be_used() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/kind");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let source = fs::read_to_string(&path).unwrap();
        let examples = examples_in_docs(&source);
        assert!(!examples.is_empty() || path.ends_with("mod.rs"), "{path:?}");
        for example in examples {
            let fault = compiled(&fixture(&example)).err();
            assert!(fault.is_none(), "{path:?}: {example}: {fault:?}");
        }
    }
}

/// Posts with nothing to say about them; the kinds with the options that sets would give them.
#[test]
fn kinds_of_words_and_shape_leave_clean_posts_alone() {
    let posts = include_str!("../cases/sets/clean-posts.txt");
    let posts: Vec<&str> = posts.lines().filter(|line| !line.is_empty()).collect();
    for find in [
        "Capitals(as_written: [\"GitHub\", \"LinkedIn\"], style: Sentence)",
        "Emoji(max: 2, bullets: false, mid_sentence: false)",
        "LinkOnly",
        "LinkWithoutReason",
        "Readability(grade: 9)",
        "Repeated",
        "SentenceLength(words: 28)",
        "StyledLetters",
    ] {
        let checker = compiled(&fixture(find)).unwrap();
        let is_found = |text: &&&str| !checked(&checker, text).findings.is_empty();
        let alarms: Vec<&&str> = posts.iter().filter(is_found).collect();
        println!("{find}: {} of {} posts", alarms.len(), posts.len());
        assert!(alarms.len() * 100 <= posts.len(), "{find}: {alarms:#?}");
    }
}

#[test]
fn an_example_sets_its_scene_above_its_text() {
    let flags = r#"examples: (flags: ["replying_to: When do you open?\n---\nAt nine."], passes: ["At nine."])"#;
    let rule = |kind: &str| compiled(&fixture(&format!("{kind}, {flags}")));
    assert!(rule("AnswersThem").is_ok());
    let fault = rule("Thanks").map(|_| ()).unwrap_err().to_string();
    assert!(fault.contains("its own example is not found"), "{fault}");
    let flags = r#"examples: (flags: ["intent: shout\n---\nAt nine."], passes: [])"#;
    let fault = compiled(&fixture(&format!("Thanks, {flags}")));
    let fault = fault.map(|_| ()).unwrap_err().to_string();
    assert!(fault.contains("is no intent"), "{fault}");
}
