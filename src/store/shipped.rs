//! What the binary brings along: the shipped sets and the table of platforms.
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
];

/// The table of platforms.
pub(super) const PLATFORMS: &str = include_str!("../../assets/platforms.ron");
