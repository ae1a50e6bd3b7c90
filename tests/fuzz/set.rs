//! Any text as a set: read, laid out, made ready, and asked about one post.
#![no_main]

use std::time::{Duration, Instant};

use jiff::Zoned;
use libfuzzer_sys::fuzz_target;
use postwright::check::{Post, Voice, compile};
use postwright::guideline::{SpeakerKind, activate, read_set};
use postwright::platform::Platform;

/// A post with something for many kinds of rules.
const POST: &str = "We guarantee it 100% 👩‍👩‍👧, “always”, said @lena_walks on 2026-11-21. \
    See https://shop.example/returns #OpenDay\n\nIs the the kettle back? Ring +44 20 7946 0018.";

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let Ok(read) = read_set(text) else {
        return;
    };
    let Ok(active) = activate(&read.set, &[], &|_| None) else {
        return;
    };
    let (checker, _) = compile(&active);
    let platform = Platform::default();
    let count = platform.count(POST);
    let now = Zoned::default();
    let post = Post {
        text: POST,
        platform: &platform,
        count: &count,
        speaker: SpeakerKind::Brand,
        voice: Voice::default(),
        intent: None,
        replying_to: None,
        recent: &[],
        now: &now,
    };
    let until = Instant::now() + Duration::from_millis(50);
    let report = checker.check(&post, &|| Instant::now() > until);
    for finding in &report.findings {
        _ = finding.words(POST);
    }
});
