//! What the table says about platforms in words.

use postwright::platform::Topic;

use super::shipped;

#[test]
fn every_shipped_platform_says_what_it_is_like() {
    let platforms = shipped();
    for platform in platforms.iter() {
        let id = &platform.id;
        let of = |topic| {
            platforms
                .telling(id, topic)
                .unwrap_or_else(|| panic!("{id}: {topic:?}"))
        };
        let good = &of(Topic::GoodFor).good_for;
        let not_good = &of(Topic::NotGoodFor).not_good_for;
        for (list, most) in [(good, 4), (not_good, 3)] {
            assert!((1..=most).contains(&list.len()), "{id}");
            for item in list {
                assert!(item.chars().count() <= 70, "{id}: {item} is long");
                assert!(
                    item.starts_with(|c: char| c.is_uppercase() || c == '“'),
                    "{id}: {item}"
                );
                assert!(!item.ends_with('.'), "{id}: {item}");
            }
        }
        let culture = &of(Topic::Culture).culture;
        assert!(
            culture.ends_with('.') && culture.chars().count() <= 180,
            "{id}: {culture}"
        );
        // why one is there, nobody but its people can say
        assert!(!platform.has_purpose(), "{id}");
        let rows = platform.counting_words();
        for row in ["Limit", "Links", "Emoji", "Line breaks"] {
            assert!(rows.iter().any(|(name, _)| *name == row), "{id}: {row}");
        }
    }
    let internal: Vec<&str> = platforms
        .iter()
        .filter(|platform| platform.internal)
        .map(|platform| platform.id.as_str())
        .collect();
    assert_eq!(internal, ["internal"]);
}
