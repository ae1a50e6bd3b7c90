//! What the binary brings along: the shipped sets, the table of platforms, the English dictionary.
//!
//! Never: reads a file; it is all built in.

/// The shipped sets: id and source.
pub(super) const SETS: &[(&str, &str)] = &[
    ("advocates", include_str!("../../guidelines/advocates.ron")),
    (
        "community-good",
        include_str!("../../guidelines/community-good.ron"),
    ),
    (
        "confidential",
        include_str!("../../guidelines/confidential.ron"),
    ),
    (
        "plain-and-inclusive",
        include_str!("../../guidelines/plain-and-inclusive.ron"),
    ),
    (
        "retail-service",
        include_str!("../../guidelines/retail-service.ron"),
    ),
    (
        "smart-start",
        include_str!("../../guidelines/smart-start.ron"),
    ),
    (
        "who-speaks",
        include_str!("../../guidelines/who-speaks.ron"),
    ),
];

/// The table of platforms.
pub(super) const PLATFORMS: &str = include_str!("../../assets/platforms.ron");

/// How English words change, and the words: those of every English, of the United States, of Britain.
const ENGLISH_AFF: &str = include_str!("../../assets/spelling/en.aff");
const ENGLISH: &str = include_str!("../../assets/spelling/en.dic");
const AMERICAN: &str = include_str!("../../assets/spelling/en_US.dic");
const BRITISH: &str = include_str!("../../assets/spelling/en_GB.dic");

/// The two texts of the built-in dictionary for the English of a country; where the country does not
/// say which English it writes, each is right.
pub(super) fn dictionary(language: &str) -> (&'static str, String) {
    let lists = match language {
        "en_US" | "en_PH" => [ENGLISH, AMERICAN, ""],
        "en_GB" | "en_AU" | "en_HK" | "en_IE" | "en_IN" | "en_NZ" | "en_SG" | "en_ZA" => {
            [ENGLISH, "", BRITISH]
        }
        _ => [ENGLISH, AMERICAN, BRITISH],
    };
    let words = lists.concat();
    (ENGLISH_AFF, format!("{}\n{words}", words.lines().count()))
}
