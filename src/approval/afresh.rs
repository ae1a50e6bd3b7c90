//! Something that was approved, looked at again with the guidelines of today.
//!
//! Never: takes an approval back; it says what is worth another look.

use std::time::Duration;

use jiff::Zoned;

use super::Approval;
use crate::check::{Checker, Finding, Post, Rules, Voice};
use crate::draft::{FinalText, Speaker};
use crate::guideline::{Level, People};
use crate::platform::{Counting, Platform, Platforms};

/// What something is looked at with today.
#[derive(Clone, Copy)]
pub struct Today<'a> {
    /// The rules, ready.
    pub checker: &'a Checker,
    /// The name that the brand signs with; empty when it signs nothing.
    pub brand: &'a str,
    /// Everybody who can speak.
    pub people: &'a People,
    /// The platforms, with the set's own changes.
    pub platforms: &'a Platforms,
    /// When.
    pub now: &'a Zoned,
    /// A clock that tells how long ago some moment was, so that a slow pattern can be stopped.
    pub elapsed: &'a (dyn Fn() -> Duration + Sync),
}

/// One thing that the guidelines of today see in an approved text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Afresh {
    /// The rule's id.
    pub rule: String,
    /// How much it asks: a Check or a Hold.
    pub level: Level,
    /// The words it is about, masked where they must not be repeated; empty for something missing.
    pub words: String,
    /// One line.
    pub says: String,
}

/// The Checks and Holds that the guidelines of today find in what was approved, without those that
/// its approver answered for.
pub fn afresh(approval: &Approval, today: &Today<'_>) -> Vec<Afresh> {
    let text = approval.text();
    let speaker = Speaker::from_id(approval.speaker());
    let elsewhere = elsewhere(approval.platform());
    let platform = today.platforms.get(approval.platform());
    let platform = platform.unwrap_or(&elsewhere);
    let counts = approval.parts().iter().map(|part| platform.count(part));
    // a thread is as long as its fullest part
    let Some(count) = counts.max_by_key(|count| count.used) else {
        return Vec::new();
    };
    let voice = Voice {
        person: speaker.named(today.people),
        people: today.people,
        brand: today.brand,
        is_signed: false,
    };
    let signature = voice.signature(platform);
    let body = FinalText::without_signature(text.trim_end(), &signature.text);
    let body = body.unwrap_or(&text);
    let post = Post {
        text: body,
        platform,
        count: &count,
        speaker: speaker.kind(),
        voice: Voice {
            is_signed: body.len() < text.len(),
            ..voice
        },
        intent: approval.intent(),
        replying_to: approval.they_said(),
        recent: &[],
        now: today.now,
    };
    let report = today
        .checker
        .check_with(Rules::default(), &post, &|| false, today.elapsed);
    let stands = |finding: &&Finding| finding.level >= Level::Check;
    let found = report.findings.iter().filter(stands);
    let mut out: Vec<Afresh> = Vec::new();
    for finding in found.filter(|finding| !is_answered(approval, finding, body)) {
        let one = Afresh {
            rule: finding.rule.clone(),
            level: finding.level,
            words: finding.shown(body).to_owned(),
            says: finding.says.clone(),
        };
        if !out.contains(&one) {
            out.push(one);
        }
    }
    out.sort_by_key(|one| std::cmp::Reverse(one.level));
    out
}

fn is_answered(approval: &Approval, finding: &Finding, body: &str) -> bool {
    let words = finding.words(body);
    let is_this = |rule: &str, of: &str| rule == finding.rule && of == words;
    approval
        .exceptions()
        .iter()
        .filter(|one| !one.is_local())
        .any(|one| is_this(&one.rule, &one.words))
}

/// A platform that nobody knows any more: without a limit.
fn elsewhere(id: &str) -> Platform {
    Platform {
        id: id.to_owned(),
        name: id.to_owned(),
        counting: Counting::Graphemes,
        bare_links: true,
        ..Platform::default()
    }
}

/// The text of an approval to be written on: without the signature that `signature` is, the parts of
/// a thread divided by hand and without their numbers.
pub fn reopened(approval: &Approval, signature: &str) -> String {
    let parts = approval.parts();
    let of = format!("/{}", parts.len());
    let mut out = Vec::new();
    for (n, part) in parts.iter().enumerate() {
        let unsigned = FinalText::without_signature(part.trim_end(), signature);
        let part = unsigned.unwrap_or(part).trim();
        let number = format!("{}{of}", n + 1);
        let is_numbered = parts.len() > 1;
        let bare = part
            .strip_suffix(&number)
            .or_else(|| part.strip_prefix(&number))
            .filter(|_| is_numbered);
        out.push(bare.unwrap_or(part).trim());
    }
    out.join("\n\n---\n\n")
}
