//! What was approved, for the tests of the screen that shows it.

use postwright::guideline::Intent;

/// The goal that some of them serve.
const CALLS: Option<&str> = Some("fewer-calls");

/// Days ago, speaker, platform, intent, goal, parts.
pub(super) type Post = (
    i64,
    &'static str,
    &'static str,
    Option<Intent>,
    Option<&'static str>,
    &'static [&'static str],
);

pub(super) const POSTS: [Post; 8] = [
    (
        40,
        "brand",
        "linkedin",
        Some(Intent::Announce),
        None,
        &["The new label printer is here.\n– Brightside"],
    ),
    (
        16,
        "asha",
        "x",
        Some(Intent::Ask),
        CALLS,
        &["What would you fix first at our returns desk?\n– Asha Rao, Brightside"],
    ),
    (
        9,
        "brand",
        "x",
        Some(Intent::Share),
        None,
        &[
            "We moved our returns desk to the front door this week. 1/2",
            "You hand the parcel over, we scan it, and the refund is on its way. 2/2\n– Brightside",
        ],
    ),
    (
        3,
        "dana:personally",
        "forum",
        Some(Intent::Answer),
        CALLS,
        &["Yes, you can return it after 30 days. Bring the box if you have it."],
    ),
    (
        2,
        "asha",
        "mastodon",
        Some(Intent::Thank),
        None,
        &["Thank you, Jo: the label now prints at the right size. 👍\n– Asha Rao, Brightside"],
    ),
    (
        1,
        "brand",
        "linkedin",
        Some(Intent::Announce),
        CALLS,
        &["Returns now take two minutes. What should we fix next?\n– Brightside"],
    ),
    (
        0,
        "asha",
        "x",
        Some(Intent::Answer),
        CALLS,
        &[
            "That’s a wasted morning, Sam, and it is on us. We keep parcels for three days, so write to sam.lee@mail.example. I’ll ring you by 3 today.\n\nWhat time suits you?\n– Asha Rao, Brightside",
        ],
    ),
    (
        0,
        "asha",
        "mastodon",
        Some(Intent::Answer),
        CALLS,
        &["Un café à Zürich ? Oui, Léa, on vous attend au comptoir.\n– Asha Rao, Brightside"],
    ),
];
