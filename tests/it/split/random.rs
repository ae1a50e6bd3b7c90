//! The splitter on random texts in many scripts.

use postwright::platform::{Signed, Split};
use proptest::prelude::*;

use super::{NUMBERINGS, holds};
use crate::platforms::{shipped, texts};

/// Texts with words, breaks and all that is not to be cut, longer than those for the counters.
fn long_texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,9}[ ,.;:!?]{1,2}",
        2 => texts(),
        2 => prop::sample::select(vec![
            "Returns take two minutes. ",
            "https://shop.example/returns?from=desk ",
            "@asha@community.example.social ",
            "#OpenDay ",
            "“as you asked, ",
            "and then some” ",
            "日本語の文章です。",
            "次の文、続きます。",
            "مرحبا بالعالم، ",
            "สวัสดีชาวโลก",
            "नमस्ते दुनिया। ",
            "👨‍👩‍👧‍👦",
            "\n\n",
            "\r\n",
            "\n\n\n",
            "\n---\n",
            "e\u{301}",
            "\u{7}",
            "\u{a0}",
        ])
        .prop_map(str::to_owned),
        1 => "[a-zé字]{20,90}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn hows() -> impl Strategy<Value = Split<'static>> {
    (
        prop::sample::select(NUMBERINGS.to_vec()),
        prop::sample::select(vec![
            "",
            "\n– Asha Rao, Brightside",
            "\n– Jo, @jo@b.example",
        ]),
        prop::sample::select(vec![Signed::Last, Signed::First, Signed::All]),
    )
        .prop_map(|(numbering, signature, signed)| Split {
            numbering,
            signature,
            signed,
        })
}

proptest! {
    #![proptest_config(crate::fuzz(2_000))]

    #[test]
    fn parts_fit_and_joining_them_gives_the_text_back(
        text in long_texts(),
        how in hows(),
        platform in 0..5_usize,
        limit in prop_oneof![Just(None), (1_u32..120).prop_map(Some)],
    ) {
        let id = ["x", "mastodon", "bluesky", "threads", "discord"][platform];
        let mut platform = shipped().get(id).unwrap().clone();
        platform.limit = limit.or(platform.limit);
        let thread = holds(&text, &platform, &how);
        // with a limit that has room for a link, a number and a signature, every text can be split
        let is_roomy = limit.is_none_or(|limit| limit >= 80);
        prop_assert!(thread.fault.is_none() || !is_roomy, "{:?}", thread);
    }
}
